//! To be drawn.

use super::State;
use leptos::prelude::*;

/// To be drawn.
#[component]
pub fn Tools(state: State) -> impl IntoView {
    let _ = state;
}
