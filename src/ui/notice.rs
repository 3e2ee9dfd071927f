//! What was not understood of a link. The rest of the link holds.

use super::State;
use super::keyed::{Item, keyed};
use crate::link::{self, UnknownPart};
use crate::words;
use leptos::prelude::*;

/// What was not understood, each part with what comes nearest to it.
#[component]
pub fn Notice(state: State) -> impl IntoView {
    keyed(move || {
        let unread = state.unread.get();
        let is_any = !unread.is_empty();
        let item = Item::new(unread.clone(), move || notice(state, &unread));
        is_any.then_some(item).into_iter().collect()
    })
}

fn notice(state: State, unread: &[UnknownPart]) -> AnyView {
    let words = state.words();
    view! {
        <div class="note" role="alert">
            <p>{words.link_problem}</p>
            <ul>{unread.iter().map(|part| view! { <li>{described(state, part)}</li> }).collect_view()}</ul>
            <button type="button" on:click=move |_| state.unread.set(Vec::new())>{words.dismiss}</button>
        </div>
    }
    .into_any()
}

fn described(state: State, part: &UnknownPart) -> AnyView {
    let atlas = state.atlas();
    let nearest = link::nearest(atlas.corpus(), part).map(|near| {
        let name = near.claim.as_deref().or(near.sole_transfer()).unwrap_or_default().to_owned();
        let href = state.href(&near);
        let lead = state.follow(move |query| {
            let lang = query.lang;
            *query = near.clone();
            query.lang = lang;
        });
        view! { " – " {state.words().nearest} ": " <a href=href on:click=lead>{name}</a> }
    });
    view! { <span>{words::unknown_part(state.lang, part)}</span> {nearest} }.into_any()
}
