//! To be drawn.

use super::State;
use leptos::prelude::*;

/// To be drawn.
pub fn context(_state: State) -> AnyView {
    ().into_any()
}
