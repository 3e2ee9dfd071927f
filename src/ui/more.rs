//! What a list ends with where it is cut.

use super::State;
use crate::words;
use leptos::prelude::*;

/// The button that lists so many more; and on paper, where it does nothing, that they are not printed.
pub(super) fn more(state: State, count: usize, all: RwSignal<bool>) -> AnyView {
    view! {
        <button type="button" class="more" on:click=move |_| all.set(true)>
            {words::show_more(state.lang, count)}
        </button>
        <span class="on-paper">{state.words().and_more(count)}</span>
    }
    .into_any()
}
