//! The components. They render, and decide nothing: what is selected, counted and compared comes from the core.
//!
//! [`State`] is what they read and change: one query, and what follows from it. The page is drawn anew for another
//! language, so texts below that are plain. Components are for what has state, plain functions for what has none.
//! The same components are drawn as HTML by the build, so nothing calls the browser but handlers and effects.

mod about;
mod against;
mod answers;
mod app;
mod chain;
mod chips;
mod chronology;
mod claims;
mod comparison;
mod context;
mod disputed;
mod documents;
mod drawing;
mod filters;
#[cfg(all(test, feature = "ssr"))]
mod fixture;
mod foreign;
mod glyph;
mod hash;
mod header;
mod keyed;
mod ladder;
mod light;
mod map;
mod mention;
mod more;
mod notes;
mod nothing;
mod notice;
mod origins;
mod paper;
mod paragraphs;
mod picture;
mod prerendered;
mod reading;
mod refused;
mod results;
mod scale;
mod shortcuts;
mod state;
mod tabs;
mod tools;
mod transfers;
mod whose;
mod withdrawn;

pub use app::App;
pub use keyed::{Item, keyed};
#[cfg(feature = "ssr")]
pub use picture::{HEIGHT, WIDTH, picture_svg, preview_svg};
#[cfg(feature = "ssr")]
pub use prerendered::prerendered;
pub use reading::{Brought, Reading, SoFar, reading};
pub use state::{Dropped, Panel, Pointed, Shared, State, Tool};
pub use whose::{BEGINNING, page_title};

use crate::browser;
use leptos::ev::MouseEvent;

/// Leads to the list, past what stands before it. The link's own address would be read as a query.
fn skip(event: &MouseEvent) {
    event.prevent_default();
    browser::reveal("list");
}
