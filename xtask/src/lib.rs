//! What the commands and the browser tests share: where things stand, how large they are, which browsers there are.

pub mod engines;
pub mod place;
pub mod size;

#[cfg(test)]
mod documents;
