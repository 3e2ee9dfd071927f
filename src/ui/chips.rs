//! What is set, each thing removable.

use super::State;
use crate::query::Filter;
use crate::words::{self, words};
use leptos::prelude::*;

/// What a filter is called on its chip.
pub fn filter_name(state: State, filter: &Filter) -> String {
    let lang = state.lang.get();
    let words = words(lang);
    let facet = |facet| words::facet(lang, facet).to_owned();
    match filter {
        Filter::Facet(of) => facet(*of),
        Filter::Value(of, id) => {
            let value = words::value(state.corpus(), state.countries, lang, *of, id);
            format!("{}: {value}", facet(*of))
        }
        Filter::Time => {
            let span = state.query.with(|query| query.time).unwrap_or_default();
            format!("{}: {}", words.time, words::span(lang, span, state.locale()))
        }
        Filter::Undated => format!("{}: {}", words.time, words.undated_claims),
        Filter::Text => {
            let text = state.query.with(|query| query.text.trim().to_owned());
            format!("{}: {text}", words.search)
        }
    }
}

/// What is set, each thing removable, and all of it at once.
#[component]
pub fn Chips(state: State) -> impl IntoView {
    let words = state.words();
    let filters = Memo::new(move |_| state.query.with(crate::query::Query::filters));
    let chip = move |filter: Filter| {
        let name = filter_name(state, &filter);
        let label = format!("{}: {name}", words.remove);
        let remove = move |_| state.query.update(|query| *query = query.without(&filter));
        view! {
            <li>
                <button type="button" class="chip" aria-label=label on:click=remove>
                    <span>{name}</span>
                    <span aria-hidden="true">"×"</span>
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || filters.with(|filters| !filters.is_empty())>
            <div class="chips" role="group" aria-label=words.set_filters>
                <ul>{move || filters.get().into_iter().map(chip).collect_view()}</ul>
                <button
                    type="button"
                    class="clear"
                    on:click=move |_| state.query.update(|query| *query = query.cleared())
                >
                    {words.clear_all}
                </button>
            </div>
        </Show>
    }
}
