//! What the query finds: the views, and what to do where one is empty.

use super::State;
use super::chips::filter_name;
use super::context::Context;
use super::documents::Documents;
use super::transfer::Transfers;
use crate::query::{Filter, View};
use crate::words;
use leptos::prelude::*;

/// A tab for each view, and the view that is chosen.
#[component]
pub fn Results(state: State) -> impl IntoView {
    let words = state.words();
    let view = Memo::new(move |_| state.query.with(|query| query.view));
    let tabs = View::ALL.map(|it| tab(state, it));
    let is_empty = Memo::new(move |_| state.found.with(|found| found.count(view.get()) == 0));
    let body = move || {
        if is_empty.get() {
            return view! { <Nothing state /> }.into_any();
        }
        match view.get() {
            View::Transfers => view! { <Transfers state /> }.into_any(),
            View::Context => view! { <Context state /> }.into_any(),
            View::Documents => view! { <Documents state /> }.into_any(),
        }
    };
    view! {
        <section class="results" aria-labelledby="results-title">
            <h2 id="results-title" class="unseen">
                {move || words::view(state.lang.get(), view.get())}
            </h2>
            <div class="views" role="group" aria-label=words.views>
                {tabs.into_iter().collect_view()}
            </div>
            {body}
        </section>
    }
}

fn tab(state: State, view: View) -> impl IntoView {
    let lang = state.lang.get();
    view! {
        <button
            type="button"
            aria-pressed=move || state.query.with(|query| query.view == view).to_string()
            on:click=move |_| state.query.update(|query| query.view = view)
        >
            {words::view(lang, view)}
            " "
            <span class="count">
                {move || state.number(state.found.with(|found| found.count(view)))}
            </span>
        </button>
    }
}

/// Nothing found, and which filter to loosen.
#[component]
fn Nothing(state: State) -> impl IntoView {
    let words = state.words();
    let lang = state.lang.get();
    let loosened = move || {
        let (view, options) = state.query.with(|it| (it.view, state.index.loosening(it)));
        let option = |(filter, count): (Filter, usize)| {
            let name = filter_name(state, &filter);
            let label = words::loosened(lang, &name, view, count, state.locale());
            let loosen = move |_| state.query.update(|query| *query = query.without(&filter));
            view! {
                <li>
                    <button type="button" on:click=loosen>
                        {label}
                    </button>
                </li>
            }
        };
        options.into_iter().map(option).collect_view()
    };
    let elsewhere = move || {
        let here = state.query.with(|query| query.view);
        let found = state.found.get();
        let others = View::ALL.into_iter().filter(|it| *it != here && found.count(*it) > 0);
        let other = |view: View| {
            let results = words::results(lang, view, found.count(view), state.locale());
            let show = move |_| state.query.update(|query| query.view = view);
            view! {
                <li>
                    <button type="button" on:click=show>
                        {format!("{} {}: {results}", words.elsewhere, words::view(lang, view))}
                    </button>
                </li>
            }
        };
        others.map(other).collect_view()
    };
    view! {
        <div class="nothing">
            <p>{words.nothing_found} " " {words.nothing_means}</p>
            <ul>{loosened} {elsewhere}</ul>
            <button
                type="button"
                on:click=move |_| state.query.update(|query| *query = query.cleared())
            >
                {words.clear_all}
            </button>
        </div>
    }
}
