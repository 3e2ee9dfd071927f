//! What a release has besides the program that trunk builds: the page with the complete list in it, the single file,
//! a policy for both, the data as files, and the picture that a link is previewed with. All are made from the core, at
//! build time.
//!
//! Reading order: [`build`] is trunk's output as it is taken over, [`pages`] what the core has to say in a page,
//! [`page`] puts both together, and [`policy`] says what such a page may run and load.

pub mod build;
pub mod data;
pub mod names;
pub mod page;
pub mod pages;
pub mod policy;
pub mod preview;
