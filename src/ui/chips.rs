//! The filters that are set, each removable; those that the page around the viewer has fixed are only named.

use super::State;
use super::keyed::{Item, keyed};
use crate::query::{Filter, Query};
use crate::words;
use leptos::prelude::*;

/// The filters that are set, and what falls with those who are distrusted.
#[component]
pub fn Chips(state: State) -> impl IntoView {
    let words = state.words();
    let is_any = move || {
        let fixed = state.atlas().index.fixed().filters().len();
        fixed + state.query.with(|query| query.filters().len()) > 0
    };
    view! {
        <Show when=is_any>
            <div class="set">
                <ul class="chips" aria-label=words.set_filters>
                    {keyed(move || chips(state))}
                </ul>
                {keyed(move || falling(state))}
            </div>
        </Show>
    }
}

fn chips(state: State) -> Vec<Item> {
    let atlas = state.atlas();
    let name = |query: &Query, filter: &Filter| {
        words::filter(atlas.corpus(), &atlas.countries, state.lang, query, filter)
    };
    let fixed = atlas.index.fixed();
    let held = fixed.filters().into_iter().map(|filter| {
        let name = name(fixed, &filter);
        Item::new(("fixed", filter, name.clone()), move || {
            view! { <li class="fixed">{state.words().fixed} {state.signs().colon} {name}</li> }
        })
    });
    let query = state.query.get();
    let set = query.filters().into_iter().map(|filter| {
        let name = name(&query, &filter);
        Item::new(("set", filter.clone(), name.clone()), move || chip(state, name, filter))
    });
    let clear = (!query.filters().is_empty()).then(|| {
        Item::new("clear", move || {
            let clear = move |_| state.change(|query| *query = query.cleared());
            view! { <li><button type="button" class="clear" on:click=clear>{state.words().clear_all}</button></li> }
        })
    });
    held.chain(set).chain(clear).collect()
}

fn chip(state: State, name: String, filter: Filter) -> AnyView {
    let label = state.words().labelled(state.words().remove, &name);
    let is_doubt = matches!(filter, Filter::Distrust(_));
    let remove = move |_| state.change(|query| *query = query.without(&filter));
    view! {
        <li class:doubt=is_doubt>
            <button type="button" class="chip" aria-label=label on:click=remove>
                <span>{name}</span>
                <span class="cross" aria-hidden="true">"×"</span>
            </button>
        </li>
    }
    .into_any()
}

/// What falls with those who are distrusted.
fn falling(state: State) -> Vec<Item> {
    if state.query.with(|query| query.distrust.is_empty()) {
        return Vec::new();
    }
    let atlas = state.atlas();
    let (claims, transfers) =
        state.overview.with(|it| atlas.index.falling(&it.selection.discounted, &it.findings));
    let text = words::falling(state.lang, claims, transfers);
    vec![Item::new(text.clone(), move || view! { <p class="falling">{text}</p> })]
}
