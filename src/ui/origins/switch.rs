//! The switch of an origin: whether it counts, or is distrusted.

use super::super::State;
use super::super::keyed::text;
use crate::browser;
use crate::corpus::OriginId;
use crate::words;
use leptos::prelude::*;

/// The switch of an origin. Whoever counts for nothing anyway is only shown.
pub(in super::super) fn switch(
    state: State,
    origin: OriginId,
    counts: impl Fn() -> bool + Copy + Send + Sync + 'static,
) -> AnyView {
    let atlas = state.atlas();
    let texts = &state.words().origins;
    let on = move || if counts() { state.words().chain.counts } else { texts.shown };
    let id = atlas.corpus().origin(origin).id.clone();
    let (worded, toggled) = (id.clone(), id.clone());
    let is_on = move || state.query.with(|query| !query.distrust.contains(&id));
    let word = move || {
        let is_on = state.query.with(|query| !query.distrust.contains(&worded));
        String::from(if is_on { on() } else { texts.distrusted })
    };
    let name = move || {
        let name = words::apart(state.lang, state.atlas().origin(origin, state.lang));
        state.words().labelled(&name, on())
    };
    view! {
        <label class="switch">
            <span aria-hidden="true">{text(word)}</span>
            <input type="checkbox" role="switch" aria-label=name prop:checked=is_on on:change:target=move |event| {
                // What is distrusted is told above, where there was nothing before.
                browser::hold_in_place(&event.target());
                state.change(|query| query.distrust.toggle(&toggled));
            } />
        </label>
    }
    .into_any()
}
