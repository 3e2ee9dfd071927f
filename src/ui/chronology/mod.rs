//! The chronology: when transfers are said to happen, apart from when that was said, and a brush that sets the time
//! filter.

mod brush;
mod chart;

use super::State;
use super::keyed::keyed;
use brush::TimeBrush;
use leptos::prelude::*;

/// One chart for all transfers, and below it the brush. The brush stays where the chart changes, or has nothing.
pub fn chronology(state: State) -> AnyView {
    let all = RwSignal::new(false);
    view! {
        {keyed(move || vec![chart::chart(state, all)])}
        <TimeBrush state />
    }
    .into_any()
}
