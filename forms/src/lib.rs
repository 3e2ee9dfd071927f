//! The forms of the viewer that need no server or no program: the plain page in its HTML, the single
//! file, and the picture that a link is previewed with. All are made from the core, at build time.

mod letters;
pub mod names;
pub mod page;
pub mod preview;
mod program;
pub mod single;
mod slim;
mod style;
mod text;
