//! What was taken for a claim and is one no longer: shown with its mark and its reason, and counted nowhere.

use super::claims::about;
use super::keyed::{Item, keyed};
use super::more::{Room, more};
use super::{State, foreign, mention};
use crate::corpus::{DocumentId, TransferId, Withdrawn};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// So many are listed before a reader asks for more.
const LISTED: usize = 24;

/// Those of a document, where links to them lead.
pub(super) fn of_document(state: State, document: DocumentId) -> Option<AnyView> {
    let atlas = state.atlas();
    let count = atlas.corpus().document(document).withdrawn.len();
    let draw = move |at: usize| {
        let atlas = state.atlas();
        let all = &atlas.corpus().document(document).withdrawn;
        all.get(at).map(|it| line(state, it, true)).into_any()
    };
    let pointed = move || {
        let (atlas, id) = (state.atlas(), state.query.with(|query| query.claim.clone())?);
        let all = &atlas.corpus().document(document).withdrawn;
        all.iter().position(|it| it.claim.id == id)
    };
    listed(state, count, pointed, draw)
}

/// Those that spoke of a transfer, each with its document.
pub(super) fn of_transfer(state: State, transfer: TransferId) -> Option<AnyView> {
    let atlas = state.atlas();
    let corpus = atlas.corpus();
    let id = &corpus.transfer(transfer).id;
    let all = corpus.withdrawn().filter(|(_, it)| it.claim.transfer.as_ref() == Some(id));
    let all: Vec<(DocumentId, Withdrawn)> = all.map(|(of, it)| (of, it.clone())).collect();
    let count = all.len();
    let draw = move |at: usize| {
        let with_document = |(document, it): &(DocumentId, Withdrawn)| {
            let atlas = state.atlas();
            let id = &atlas.corpus().document(*document).id;
            let lead = about(state, id, mention::outlet(state, *document));
            view! { {line(state, it, false)} <small class="place">{lead}</small> }
        };
        all.get(at).map(with_document).into_any()
    };
    listed(state, count, || None, draw)
}

/// The first, and whichever is pointed at, wherever the list is cut.
fn listed(
    state: State,
    count: usize,
    pointed: impl Fn() -> Option<usize> + Send + Sync + 'static,
    draw: impl Fn(usize) -> AnyView + Send + Sync + 'static,
) -> Option<AnyView> {
    // A page that is held to a part shows nothing beyond it.
    if count == 0 || state.atlas().index.is_held() {
        return None;
    }
    let (room, draw) = (Room::of(state, LISTED), Arc::new(draw));
    let lines = move || {
        let drawn = room.get().min(count);
        let line = |at| {
            let draw = Arc::clone(&draw);
            Item::new(at, move || view! { <li>{draw(at)}</li> })
        };
        let mut items: Vec<Item> = (0..drawn).map(line).collect();
        items.extend(pointed().filter(|it| *it >= drawn).map(line));
        let rest = count - items.len();
        if rest > 0 {
            let more = move || view! { <li class="more-row">{more(state, rest, room)}</li> };
            items.push(Item::new(("more", rest), more));
        }
        items
    };
    let list = view! {
        <div class="withdrawn">
            <h4>{state.words().withdrawn.title}</h4>
            <ul>{keyed(lines)}</ul>
        </div>
    };
    Some(list.into_any())
}

/// What was withdrawn: what it said, since when it does so no longer, and why. Links lead to one place of it.
fn line(state: State, withdrawn: &Withdrawn, is_place: bool) -> AnyView {
    let Withdrawn { date, reason, claim } = withdrawn;
    let id = claim.id.clone();
    let is_target = move || state.query.with(|query| query.claim.as_deref() == Some(id.as_str()));
    let place = is_place.then(|| ["claim=", &claim.id].concat());
    let statement = foreign::text(state.lang, &claim.statement);
    let date = words::date(state.lang, date);
    let since = |reason: &str| state.words().withdrawn.since(&date, reason);
    let since = foreign::within(state.lang, reason, since);
    // Not every screen reader says that a text is struck out.
    let title = state.words().withdrawn.title;
    view! {
        <div id=place tabindex=is_place.then_some("-1") class:target=is_target>
            <span class="unseen">{title} {state.signs().colon}</span>
            <s>{statement}</s>
            <p>{since}</p>
        </div>
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::fixture::{bundled, drawn, embedded, text};
    use super::super::results::Results;
    use crate::corpus::Corpus;
    use leptos::prelude::*;

    /// The bundled corpus, of which one claim was withdrawn.
    fn corpus() -> Corpus {
        Corpus::new(bundled().source().clone().without("0e12-21")).expect("its references")
    }

    #[test]
    fn a_link_leads_to_what_was_withdrawn_and_why() {
        let page = drawn(corpus(), "claim=0e12-21", |state| view! { <Results state /> }.into_any());
        assert!(page.contains("id=\"claim=0e12-21\""), "{page}");
        let text = text(&page);
        assert!(text.contains("Withdrawn on 25 November 2026: It was misread."), "{text}");
    }

    #[test]
    fn a_transfer_still_lists_it() {
        let corpus = corpus();
        let (_, withdrawn) = corpus.find_withdrawn("0e12-21").expect("it is there");
        let link = format!("transfer={}", withdrawn.claim.transfer.as_ref().expect("a transfer"));
        let page = drawn(corpus, &link, |state| view! { <Results state /> }.into_any());
        assert!(text(&page).contains("It was misread."));
        assert!(!page.contains("id=\"claim=0e12-21\""));
    }

    /// Neither a part that the page around the viewer has chosen, nor one that it meant to choose.
    #[test]
    fn a_page_that_is_held_to_a_part_shows_none() {
        for (search, is_shown) in
            [("", true), ("country=EGY&fixed", false), ("time=xyz&fixed", false)]
        {
            let link = "about=0e12";
            let page =
                embedded(corpus(), search, link, |state| view! { <Results state /> }.into_any());
            assert_eq!(page.contains("It was misread."), is_shown, "{search}: {page}");
        }
    }
}
