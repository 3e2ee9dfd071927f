//! What the commands, the site and the browser tests share: where things stand, what a release consists of and how large it
//! is, which browsers there are.

pub mod engines;
pub mod place;
pub mod release;
pub mod size;

#[cfg(test)]
mod documents;
