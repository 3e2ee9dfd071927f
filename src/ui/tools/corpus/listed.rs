//! A list that begins short, and grows where a reader asks for more: what is told of a large corpus may be long.

use crate::ui::State;
use crate::ui::keyed::{Item, keyed};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// So many are listed at first.
const FIRST: usize = 12;

/// So many more are listed each time.
const STEP: usize = 200;

/// A list of so many items, each drawn by its place.
pub fn listed(
    state: State,
    count: usize,
    draw: impl Fn(usize) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let draw = Arc::new(draw);
    let shown = RwSignal::new(FIRST);
    let items = move || {
        let item = |at: usize| {
            let draw = Arc::clone(&draw);
            Item::new(at, move || view! { <li>{draw(at)}</li> })
        };
        (0..count.min(shown.get())).map(item).collect()
    };
    let more = move || {
        let rest = count.saturating_sub(shown.get()).min(STEP);
        let item = |rest: usize| {
            let show = move |_| shown.update(|it| *it += STEP);
            Item::new(shown.get(), move || {
                let label = words::show_more(state.lang, rest);
                view! { <button type="button" class="more" on:click=show>{label}</button> }
            })
        };
        Some(rest).filter(|it| *it > 0).map(item).into_iter().collect()
    };
    view! {
        <ul class="remarks">{keyed(items)}</ul>
        {keyed(more)}
    }
    .into_any()
}
