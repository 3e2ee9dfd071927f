//! To be drawn.

use super::State;
use crate::corpus::TransferId;
use leptos::prelude::*;

/// To be drawn.
#[component]
pub fn Comparison(state: State, transfer: TransferId) -> impl IntoView {
    let _ = (state, transfer);
}
