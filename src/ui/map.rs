//! To be drawn.

use super::State;
use leptos::prelude::*;

/// To be drawn.
#[component]
pub fn Map(state: State) -> impl IntoView {
    let _ = state;
}
