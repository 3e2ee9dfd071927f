//! The components. They render, and decide nothing: what is selected and counted comes from the
//! core, and what a region of the page holds is a function of the state, in `markup`.
//!
//! One value can be written: the query, and a little that no link carries. Each region follows it:
//! its markup is made anew and patched into the page, so that what a reader is using stays in place.
//! A view of its own for each button would be the usual way with Leptos; it was tried, and the
//! program weighed a fifth more.

mod act;
mod app;
mod region;
mod state;

pub use app::App;
pub use state::{Now, State};
