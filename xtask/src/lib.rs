//! What the commands and the browser tests share: where things stand, how large they are, which browser there is.

pub mod chromium;
pub mod place;
pub mod size;
