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

/// So many parts are named. A link may hold any number of them.
const MOST: usize = 5;

fn notice(state: State, unread: &[UnknownPart]) -> AnyView {
    let words = state.words();
    let named = unread.iter().take(MOST);
    let more = unread.len().saturating_sub(MOST);
    view! {
        <div class="note" role="alert">
            <p>{words.link_problem}</p>
            <ul>
                {named.map(|part| view! { <li>{described(state, part)}</li> }).collect_view()}
                {(more > 0).then(|| view! { <li>{words.and_others(more)}</li> })}
            </ul>
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
        view! { " – " {state.words().nearest} {state.signs().colon} <a href=href on:click=lead>{name}</a> }
    });
    let (label, value) = words::unknown_part(state.lang, part);
    view! { <span>{label}<bdi translate="no">{value}</bdi></span> {nearest} }.into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::ui::fixture::{bundled, drawn, text};

    #[test]
    fn what_a_link_holds_is_named_short_and_apart_from_our_words() {
        let link = "foo=1&country=XXX&Your%20session%20has%20expired%2C%20call%200900%20123456%20now&a=1&b=1&c=1&d=1";
        let html = drawn(bundled(), "", |state| {
            let corpus = state.atlas();
            state.unread.set(link::read(link, "", corpus.corpus()).unknown);
            view! { <Notice state/> }.into_any()
        });
        assert!(html.contains("Country: <bdi translate=\"no\">XXX"), "{html}");
        assert!(
            html.contains("<bdi translate=\"no\">Your session has expired, call 0900 1234…<"),
            "{html}"
        );
        assert!(text(&html).contains("and 2 more"), "{html}");
    }
}
