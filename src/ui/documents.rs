//! The documents: each with its paragraphs as a strip, and in short what it says itself, repeats, and what disputes it.

use super::State;
use super::against::in_short;
use super::answers::places;
use super::claims::about;
use super::disputed::shortened;
use super::filters::truth;
use super::foreign;
use super::keyed::{Item, keyed};
use super::mention;
use super::paragraphs::{key, paragraphs};
use super::withdrawn;
use crate::corpus::{ClaimId, DocumentId};
use crate::evidence::{Disputed, DocumentSubject, Group, Repeated, by_transfer, document_subject};
use crate::query::{Facet, Query};
use crate::words;
use leptos::prelude::*;

/// So many documents are drawn before a reader asks for more.
const DOCUMENTS: usize = 24;

/// So many transfers or origins are named of a document before a reader asks for more.
const NAMED: usize = 8;

/// The documents of what is selected, in the order of their dates.
pub fn documents(state: State) -> AnyView {
    keyed(move || {
        let overview = state.overview.get();
        let documents = overview.selection.documents.clone();
        let distrust = state.query.with(|query| query.distrust.clone());
        let key = (documents.clone(), distrust);
        vec![Item::new(key, move || drawn(state, documents))]
    })
}

fn drawn(state: State, documents: Vec<DocumentId>) -> AnyView {
    let count = documents.len();
    let draw = move |at: usize| documents.get(at).map(|&it| document(state, it)).into_any();
    view! {
        <p class="remark">{state.words().documents.hint}</p>
        {key(state)}
        <ol class="documents">{shortened(state, DOCUMENTS, count, draw)}</ol>
    }
    .into_any()
}

fn document(state: State, document: DocumentId) -> AnyView {
    let (atlas, overview) = (state.atlas(), state.overview.get_untracked());
    let corpus = atlas.corpus();
    let subject = document_subject(overview.trust(corpus), atlas.index.selectable(), document);
    let it = corpus.document(document);
    let is_selectable = |it: &ClaimId| atlas.index.includes(*it);
    let count = corpus.claims_of_document(document).filter(is_selectable).count();
    let claims = words::claims(state.lang, count);
    // Nobody has counted the paragraphs of a text that is not known.
    let size = it.sha256.is_some().then(|| state.words().counted.paragraphs(it.paragraphs.into()));
    let size = size.map(|it| it + state.signs().comma);
    view! {
        <li class="document">
            <div>
                <h3>{about(state, &it.id, foreign::title(it))}</h3>
                {meta(state, document)}
                {paragraphs(state, &subject.paragraphs, it)}
                <p class="meta">{size} {claims}</p>
                {only(state, document)}
                {withdrawn::of_document(state, document)}
            </div>
            {accounts(state, &subject)}
        </li>
    }
    .into_any()
}

/// Who published a document, who wrote it, in which language, and when, as far as that is known and from what.
pub(super) fn meta(state: State, document: DocumentId) -> AnyView {
    let (atlas, words) = (state.atlas(), state.words());
    let corpus = atlas.corpus();
    let it = corpus.document(document);
    let authors = if it.authors.is_empty() {
        words.documents.no_author.into_any()
    } else {
        foreign::name(&words::first_names(state.lang, &it.authors, state.signs().comma))
    };
    let basis = it.published.basis.as_ref().map(|it| foreign::text(state.lang, it));
    let printed = it.published.words.as_ref().map(|words| words.printed(state.lang, &it.language));
    let printed = printed.map(|it| foreign::quoted(state.lang, it));
    let outlet_basis = it.outlet_basis.as_ref().map(|it| foreign::text(state.lang, it));
    let appeared = words::appeared_exactly(state.lang, &it.published);
    view! {
        <p class="meta">
            <b>{mention::origin(state, corpus.outlet(document))}</b>
            " · " {authors} " · " {words::document_language(state.lang, &it.language).to_owned()}
        </p>
        <p class="meta">
            {appeared}
            {printed.map(|it| view! { {state.signs().colon} {it} })}
            {basis.map(|it| view! { " " <span class="basis">{it}</span> })}
            {outlet_basis.map(|it| view! { " " <span class="basis">{words.outlet} {state.signs().colon} {it}</span> })}
        </p>
    }
    .into_any()
}

/// The filter that shows nothing but a document.
pub(super) fn only(state: State, document: DocumentId) -> AnyView {
    let atlas = state.atlas();
    let words = state.words();
    let id = atlas.corpus().document(document).id.clone();
    let (pressed, shown) = (id.clone(), id.clone());
    let is_chosen = move || state.query.with(|query| query.has(Facet::Document, &pressed));
    let name = move || {
        let is_chosen = state.query.with(|query| query.has(Facet::Document, &shown));
        String::from(if is_chosen { words.all_documents } else { words.only_this_document })
    };
    let toggle = move |query: &mut Query| query.toggle(Facet::Document, &id);
    view! {
        <p class="only">
            <button
                type="button"
                aria-pressed=move || truth(is_chosen())
                on:click=move |_| state.change(&toggle)
            >
                {super::keyed::text(name)}
            </button>
        </p>
    }
    .into_any()
}

/// In short what it says itself, what it repeats, what it says without a source, and what disputes it.
fn accounts(state: State, subject: &DocumentSubject) -> AnyView {
    let words = &state.words().documents;
    let (both_hold, disputing_it): (Vec<Disputed>, Vec<Disputed>) =
        subject.disputed.iter().cloned().partition(|it| it.group == Group::PrecisionDiffers);
    view! {
        <div class="accounts">
            <dl>
                {of_transfers(state, words.claims_itself, &subject.own)}
                {of_transfers(state, words.without_source, &subject.unsourced)}
                {(!subject.left_open.is_empty())
                    .then(|| of_transfers(state, state.words().leaves_open, &subject.left_open))}
            </dl>
            <dl>{all_repeated(state, subject.repeated.clone())}</dl>
            <dl>
                {disputing(state, &disputing_it)}
                {(!both_hold.is_empty())
                    .then(|| {
                        view! {
                            <dt>{state.words().disagreement.precision_differs}</dt>
                            {in_short(state, &both_hold)}
                        }
                    })}
            </dl>
        </div>
    }
    .into_any()
}

/// That there is nothing, in one line.
fn nothing(state: State, name: &'static str, nothing: &'static str) -> AnyView {
    view! { <dt class="none">{name} {state.signs().colon.trim_end()}</dt> " " <dd class="none">{nothing}</dd> }.into_any()
}

fn disputing(state: State, disputed: &[Disputed]) -> AnyView {
    let words = &state.words().subject;
    if disputed.is_empty() {
        return nothing(state, words.what_disputes_it, state.words().documents.nothing);
    }
    view! { <dt>{words.what_disputes_it}</dt> {in_short(state, disputed)} }.into_any()
}

/// Claims by their transfers, under a name and with how many these are.
fn of_transfers(state: State, name: &'static str, claims: &[ClaimId]) -> AnyView {
    if claims.is_empty() {
        return nothing(state, name, state.words().documents.nothing);
    }
    let transfers = by_transfer(state.atlas().corpus(), claims);
    let count = transfers.len();
    let draw = move |at: usize| {
        let of_it = transfers.get(at).map(|(transfer, claims)| {
            view! { <li>{mention::transfer(state, *transfer)} " " {places(state, claims)}</li> }
        });
        of_it.into_any()
    };
    view! {
        <dt>{name} " " <small>{words::so_many_transfers(state.lang, count)}</small></dt>
        <dd><ul>{shortened(state, NAMED, count, draw)}</ul></dd>
    }
    .into_any()
}

fn all_repeated(state: State, all: Vec<Repeated>) -> AnyView {
    let words = &state.words().documents;
    if all.is_empty() {
        return nothing(state, words.repeats, words.nothing);
    }
    let count = all.len();
    let draw = move |at: usize| all.get(at).map(|it| repeated(state, it)).into_any();
    view! { <dt>{words.repeats}</dt> <dd><ul>{shortened(state, NAMED, count, draw)}</ul></dd> }
        .into_any()
}

/// An origin that is repeated: for how many transfers, through whom, and where.
fn repeated(state: State, it: &Repeated) -> AnyView {
    let words = &state.words().documents;
    let through = (!it.through.is_empty())
        .then(|| view! { {state.signs().comma} {words.through} " " {mention::origins(state, &it.through)} });
    view! {
        <li>
            <b>{mention::origin(state, it.origin)}</b>
            {through}
            {state.signs().colon}
            {words.on(&words::so_many_transfers(state.lang, it.transfers.len()))}
            " "
            {places(state, &it.claims)}
        </li>
    }
    .into_any()
}
