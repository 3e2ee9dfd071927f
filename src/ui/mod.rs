//! The components. They render, and decide nothing: what is shown and counted comes from the core,
//! what is said from `words`.

mod app;
mod chips;
mod claim;
mod context;
mod documents;
mod facets;
mod glyph;
mod map;
mod masthead;
mod notes;
mod results;
mod state;
mod time;
mod transfer;

pub use app::App;
pub use state::State;
