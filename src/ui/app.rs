//! The whole page.

use super::State;
use super::chips::Chips;
use super::facets::Facets;
use super::map::Map;
use super::masthead::{LanguageSwitch, Masthead};
use super::notes::{LinkNotice, Notes};
use super::results::Results;
use crate::words::results;
use leptos::prelude::*;

/// The whole page. All but the language switch is drawn anew in another language: that happens
/// rarely, and keeps every text a plain string.
#[component]
pub fn App(state: State) -> impl IntoView {
    let page = move || {
        state.lang.track();
        untrack(|| page(state))
    };
    view! {
        <div class="page">
            <LanguageSwitch state />
            {page}
            <p role="status" class="unseen">
                {move || {
                    let view = state.query.with(|query| query.view);
                    let count = state.found.with(|found| found.count(view));
                    results(state.lang.get(), view, count, state.locale())
                }}
            </p>
        </div>
    }
}

fn page(state: State) -> AnyView {
    view! {
        <Masthead state />
        <LinkNotice state />
        <Facets state />
        <Chips state />
        <main class="columns">
            <Map state />
            <Results state />
        </main>
        <Notes state />
    }
    .into_any()
}
