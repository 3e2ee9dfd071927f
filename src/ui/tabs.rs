//! The views, as tabs: links, since each has an address.

use super::State;
use super::keyed::text;
use crate::query::{Query, View};
use crate::words;
use leptos::prelude::*;

/// A tab for each view, with how much it lists where that is a count of things.
#[component]
pub fn Tabs(state: State) -> impl IntoView {
    let tab = move |view: View| {
        let is_current = move || {
            let atlas = state.atlas();
            state.query.with(|query| {
                // Of the page of an origin or a document it is where that belongs.
                let how = if query.about.is_none() { "page" } else { "true" };
                (query.belongs_to(atlas.corpus()) == view).then_some(how)
            })
        };
        let count = view.is_counted().then(|| {
            let count = move || {
                let count = state.overview.with(|it| it.selection.count(view));
                words::number(state.lang, count)
            };
            view! { " " <small>{text(count)}</small> }
        });
        let to = Query { view, ..Query::default() };
        let choose = move |query: &mut Query| query.show(view);
        view! {
            <a href=state.href(&to) aria-current=is_current on:click=state.follow(choose)>
                {words::view(state.lang, view)}
                {count}
            </a>
        }
    };
    view! { <nav class="views" aria-label=state.words().views>{View::ALL.map(tab)}</nav> }
}
