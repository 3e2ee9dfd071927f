//! To be drawn.

use super::State;
use leptos::prelude::*;

/// To be drawn.
pub fn about(_state: State, _id: &str) -> AnyView {
    ().into_any()
}
