//! Where a view lists nothing: why, that it proves nothing, which filter to loosen, and what the other views hold.

use super::State;
use super::keyed::{Item, keyed};
use crate::query::{Query, View};
use crate::words;
use leptos::prelude::*;
use std::hash::Hash;

/// That nothing is listed, and what to do.
#[component]
pub fn Nothing(state: State) -> impl IntoView {
    view! {
        <div class="nothing">
            {keyed(move || vec![why(state)])}
            <div class="loosen">{keyed(move || ways_out(state))}</div>
        </div>
    }
}

/// Whether no report fits, or those that do are listed by another view. Neither means that nothing happened.
fn why(state: State) -> Item {
    let is_any = state.overview.with(|it| !it.selection.claims.is_empty());
    let view = state.query.with(|query| query.view);
    Item::new((is_any, view), move || {
        let means = (!is_any || view != View::Context).then(|| state.words().nothing_means);
        view! {
            <h3>{words::nothing(state.lang, view, is_any)}</h3>
            {means.map(|it| view! { <p>{it}</p> })}
        }
    })
}

/// Each filter whose removal would find something, then each view that holds something, with how much.
fn ways_out(state: State) -> Vec<Item> {
    let atlas = state.atlas();
    let query = state.query.get();
    let view = query.view;
    let loosened = atlas.index.loosening(&query).into_iter().map(|(filter, count)| {
        let name = words::filter(atlas.corpus(), &atlas.countries, state.lang, &query, &filter);
        let label = words::without(state.lang, &name);
        let count = words::results(state.lang, view, count);
        way_out(state, filter.clone(), label, count, move |query| {
            *query = query.without(&filter);
        })
    });
    let elsewhere = View::ALL.into_iter().filter(|&it| it != view).filter_map(|view| {
        let count = state.overview.with(|it| it.selection.count(view));
        let label = words::elsewhere(state.lang, words::view(state.lang, view));
        let count_text = words::results(state.lang, view, count);
        (count > 0).then(|| way_out(state, view, label, count_text, move |query| query.show(view)))
    });
    let clear = (!query.filters().is_empty()).then(|| {
        let cleared = atlas.index.select(&query.cleared()).count(view);
        let count = words::results(state.lang, view, cleared);
        let label = state.words().clear_all.to_owned();
        way_out(state, "clear", label, count, |query| *query = query.cleared())
    });
    loosened.chain(elsewhere).chain(clear).collect()
}

/// A way out; the key tells it from others that are called alike.
fn way_out(
    state: State,
    key: impl Hash,
    label: String,
    count: String,
    change: impl Fn(&mut Query) + Send + 'static,
) -> Item {
    Item::new((key, label.clone(), count.clone()), move || {
        view! {
            <button type="button" on:click=move |_| state.change(&change)>
                <span>{label}</span>
                " "
                <small>{count}</small>
            </button>
        }
    })
}
