//! Transfers and documents as they are mentioned in a sentence or a list: each leads to what it names.

use super::State;
use super::claims::about;
use super::foreign;
use super::keyed::{Item, keyed};
use super::more::{Room, more};
use super::transfers::{of_transfer, route};
use crate::corpus::{DocumentId, OriginId, TransferId};
use crate::query::{Query, View};
use crate::words;
use leptos::prelude::*;

/// What a link to a transfer does from another view: it opens the transfer in the list. One that the filters leave out,
/// or that has no origin left, is shown by its first claim, which stands above the list.
pub(super) fn to_transfer(
    state: State,
    transfer: TransferId,
) -> Box<dyn Fn(leptos::ev::MouseEvent)> {
    let atlas = state.atlas();
    let corpus = atlas.corpus();
    let id = corpus.transfer(transfer).id.clone();
    let first = corpus.claims_of(transfer).iter().copied().find(|&it| atlas.index.includes(it));
    let first = first.map(|it| corpus.claim(it).id.clone());
    state.follow(move |query: &mut Query| {
        let overview = state.overview.get_untracked();
        let is_listed = overview.selection.transfers.contains(&transfer);
        query.show(View::Transfers);
        query.claim = first.clone().filter(|_| !is_listed);
        query.open.insert(&id);
    })
}

/// A transfer: its item, and from whom to whom.
pub(super) fn transfer(state: State, transfer: TransferId) -> AnyView {
    let atlas = state.atlas();
    let moved = atlas.corpus().transfer(transfer);
    let sides = atlas.corpus().sides(transfer);
    view! {
        <a href=state.href(&of_transfer(&moved.id)) on:click=to_transfer(state, transfer)>
            {foreign::text(state.lang, &moved.item)}
        </a>
        " ("
        {route(state, sides)}
        ")"
    }
    .into_any()
}

/// Transfers one after the other.
pub(super) fn transfers(state: State, all: &[TransferId]) -> AnyView {
    listed(state, all.to_vec(), move |it| transfer(state, it))
}

/// Origins one after the other, each a way to its page.
pub(super) fn origins(state: State, all: &[OriginId]) -> AnyView {
    listed(state, all.to_vec(), move |it| origin(state, it))
}

/// An origin, as a way to its page.
pub(super) fn origin(state: State, origin: OriginId) -> AnyView {
    let atlas = state.atlas();
    let it = atlas.corpus().origin(origin);
    about(state, &it.id, foreign::origin(state.lang, it))
}

/// A document by its outlet, and by when it appeared where the outlet has several: a way to its page.
pub(super) fn document(state: State, document: DocumentId) -> AnyView {
    let atlas = state.atlas();
    let corpus = atlas.corpus();
    let id = &corpus.document(document).id;
    let of_outlet = |it: &DocumentId| corpus.outlet(*it) == corpus.outlet(document);
    if corpus.document_ids().filter(of_outlet).nth(1).is_some() {
        return about(state, id, dated(state, document));
    }
    about(state, id, outlet(state, document))
}

/// Who published a document.
pub(super) fn outlet(state: State, document: DocumentId) -> AnyView {
    let atlas = state.atlas();
    let corpus = atlas.corpus();
    foreign::origin(state.lang, corpus.origin(corpus.outlet(document)))
}

/// A document by its outlet and by when it appeared.
pub(super) fn dated(state: State, document: DocumentId) -> AnyView {
    let atlas = state.atlas();
    let appeared = words::appeared(state.lang, &atlas.corpus().document(document).published);
    view! { {outlet(state, document)} {state.signs().comma} {appeared} }.into_any()
}

/// What a document is called, as a text: its outlet, and when it appeared.
pub(super) fn document_name(state: State, document: DocumentId) -> String {
    let atlas = state.atlas();
    let appeared = words::appeared(state.lang, &atlas.corpus().document(document).published);
    [&words::apart(state.lang, atlas.outlet(document, state.lang)), state.signs().comma, &appeared]
        .concat()
}

/// So many are mentioned one after the other before a reader asks for more.
const MENTIONED: usize = 60;

/// Things with a comma between them.
fn listed<T: Copy + Send + Sync + 'static>(
    state: State,
    all: Vec<T>,
    draw: impl Fn(T) -> AnyView + Copy + Send + Sync + 'static,
) -> AnyView {
    let room = Room::of(state, MENTIONED);
    let items = move || {
        let mention = |(at, &it): (usize, &T)| {
            Item::new(at, move || view! { {(at > 0).then_some(state.signs().comma)} {draw(it)} })
        };
        let mut items: Vec<Item> = all.iter().take(room.get()).enumerate().map(mention).collect();
        let rest = all.len() - items.len();
        if rest > 0 {
            items.push(Item::new(("more", rest), move || view! { " " {more(state, rest, room)} }));
        }
        items
    };
    keyed(items)
}
