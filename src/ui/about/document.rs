//! The page of a document: what it is, paragraph by paragraph, what it says itself, repeats, and what disputes it.

use super::super::State;
use super::super::against::against;
use super::super::claims::claim;
use super::super::context::line;
use super::super::disputed::shortened;
use super::super::documents::{meta, only};
use super::super::foreign;
use super::super::hash::hash;
use super::super::keyed::{Item, keyed};
use super::super::mention;
use super::super::paragraphs::{key, paragraphs};
use super::super::withdrawn;
use crate::corpus::{ClaimId, DocumentId};
use crate::evidence::{DocumentSubject, Repeated, document_subject};
use crate::words;
use leptos::prelude::*;

/// So many claims of a kind are listed before a reader asks for more.
const LISTED: usize = 24;

/// The page, drawn anew for whoever is distrusted.
pub fn page(state: State, document: DocumentId) -> AnyView {
    keyed(move || {
        let distrust = state.query.with(|query| query.distrust.clone());
        vec![Item::new(distrust, move || drawn(state, document))]
    })
}

fn drawn(state: State, document: DocumentId) -> AnyView {
    let (atlas, overview) = (state.atlas(), state.overview.get_untracked());
    let corpus = atlas.corpus();
    let trust = overview.trust(corpus);
    let subject = document_subject(trust, atlas.index.selectable(), document);
    let it = corpus.document(document);
    let fingerprint = state.words().fingerprint;
    let sha256 = it.sha256.as_deref().map(hash).map(|it| {
        view! { <p class="meta">{fingerprint} {state.signs().colon} <code>{it}</code></p> }
    });
    view! {
        <div class="page-of">
            <div>
                <div class="subject of-document">
                    <h3>{foreign::title(it)}</h3>
                </div>
                {meta(state, document)}
                {sha256}
                {paragraphs(state, &subject.paragraphs, it)}
                {key(state)}
                {only(state, document)}
                {withdrawn::of_document(state, document)}
                {disputes(state, &subject)}
                {context(state, subject.context.clone())}
            </div>
            <div>{said(state, &subject)}</div>
        </div>
    }
    .into_any()
}

fn disputes(state: State, subject: &DocumentSubject) -> AnyView {
    let words = &state.words().subject;
    let count = words::number(state.lang, subject.disputed.len());
    view! {
        <h4>{words.what_disputes_it} " " <small>{count}</small></h4>
        {if subject.disputed.is_empty() {
            view! { <p class="remark">{words.nothing_here}</p> }.into_any()
        } else {
            against(state, subject.disputed.clone())
        }}
    }
    .into_any()
}

fn context(state: State, claims: Vec<ClaimId>) -> AnyView {
    let count = claims.len();
    if count == 0 {
        return ().into_any();
    }
    let draw = move |at: usize| claims.get(at).map(|&it| line(state, it, false)).into_any();
    view! {
        <h4>
            {state.words().subject.in_context} " " <small>{words::claims(state.lang, count)}</small>
        </h4>
        <div class="context single"><ul>{shortened(state, 5, count, draw)}</ul></div>
    }
    .into_any()
}

/// What it says of transfers, by whom that goes back to.
fn said(state: State, subject: &DocumentSubject) -> AnyView {
    let words = &state.words().documents;
    let own = [
        (words.claims_itself, &subject.own),
        (words.without_source, &subject.unsourced),
        (state.words().leaves_open, &subject.left_open),
    ];
    let [own, unsourced, left_open] = own.map(|(title, claims)| {
        (!claims.is_empty()).then(|| {
            let count = words::claims(state.lang, claims.len());
            view! {
                <h4>{title} " " <small>{count}</small></h4>
                {list(state, claims.clone())}
            }
        })
    });
    let (all, count) = (subject.repeated.clone(), subject.repeated.len());
    let draw = move |at: usize| all.get(at).map(|it| repeated(state, it)).into_any();
    let repeated = (count > 0)
        .then(|| view! { <ul class="repeats">{shortened(state, LISTED, count, draw)}</ul> });
    view! { {own} {repeated} {unsourced} {left_open} }.into_any()
}

fn list(state: State, claims: Vec<ClaimId>) -> AnyView {
    let count = claims.len();
    let draw = move |at: usize| claims.get(at).map(|&it| claim(state, it)).into_any();
    view! { <ul class="claims">{shortened(state, LISTED, count, draw)}</ul> }.into_any()
}

/// What it repeats of an origin, and through whom.
fn repeated(state: State, repeated: &Repeated) -> AnyView {
    let words = &state.words().documents;
    let count = words::claims(state.lang, repeated.claims.len());
    let through = (!repeated.through.is_empty()).then(|| {
        view! { {state.signs().comma} {words.through} " " {mention::origins(state, &repeated.through)} }
    });
    view! {
        <li>
            <h4>
                {words.repeats} {state.signs().colon}
                <span>{mention::origin(state, repeated.origin)} {through}</span>
                " "
                <small>{count}</small>
            </h4>
            {list(state, repeated.claims.clone())}
        </li>
    }
    .into_any()
}
