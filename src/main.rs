//! Loads the corpus and mounts the viewer.
fn main() {}
