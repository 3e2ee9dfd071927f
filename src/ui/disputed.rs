//! To be drawn.

use super::State;
use leptos::prelude::*;

/// To be drawn.
pub fn disputed(_state: State) -> AnyView {
    ().into_any()
}
