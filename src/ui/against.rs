//! What disputes an origin or a document: who is against what of it, each with the claims.

use super::State;
use super::answers::places;
use super::claims::{document_link, paragraph};
use super::disputed::{all_who, shortened};
use super::foreign;
use super::mention;
use crate::corpus::{ClaimId, DocumentId};
use crate::evidence::{About, Difference, Disputed, Group};
use crate::words;
use leptos::prelude::*;

/// So many disagreements are listed before a reader asks for more.
const LISTED: usize = 12;

/// So many, in short.
const NAMED: usize = 6;

/// So many documents are named one after the other.
const DOCUMENTS: usize = 24;

/// What disputes it, each with what the other side says, and against what.
pub(super) fn against(state: State, disputed: Vec<Disputed>) -> AnyView {
    let count = disputed.len();
    let draw = move |at: usize| disputed.get(at).map(|it| item(state, it)).into_any();
    view! { <ul class="claims against">{shortened(state, LISTED, count, draw)}</ul> }.into_any()
}

fn item(state: State, disputed: &Disputed) -> AnyView {
    let words = &state.words().subject;
    let origins = all_who(state, &disputed.by, &disputed.origins);
    let said = disputed.by.iter().take(2).map(|&claim| said(state, claim)).collect_view();
    let rest = disputed.by.get(2..).unwrap_or_default();
    let rest = (!rest.is_empty()).then(|| in_documents(state, rest));
    let about = match disputed.about {
        About::Transfer(transfer) => mention::transfer(state, transfer),
        About::Context(category) => {
            let atlas = state.atlas();
            foreign::text(state.lang, &atlas.corpus().category(category).name)
        }
    };
    view! {
        <li>
            <div class="place">
                {kind(state, disputed)}
                {origins}
            </div>
            <div>
                {said}
                {rest.map(|it| view! { <p><small>{it}</small></p> })}
                <small class="particulars">
                    {about} ". " {words.against} {state.signs().colon} {in_documents(state, &disputed.of)}
                </small>
            </div>
        </li>
    }
    .into_any()
}

/// How the sides stand to each other.
fn kind(state: State, disputed: &Disputed) -> AnyView {
    let is_soft = disputed.group == Group::PrecisionDiffers;
    let (atlas, words) = (state.atlas(), state.words());
    let sign = words::sign(is_soft);
    // What is denied by its own side is said first, so it says by whom.
    let deniers = disputed.deniers(atlas.corpus());
    let kind = if deniers.is_empty() {
        words::difference(state.lang, disputed.kind, is_soft).to_owned()
    } else {
        let names: Vec<&str> = deniers.iter().map(|it| atlas.origin(*it, state.lang)).collect();
        format!(
            "{} {}",
            words.denied_by,
            words::first_names(state.lang, &names, state.signs().comma)
        )
    };
    // That it is a document that contradicts itself the kind says.
    let is_told = disputed.kind == Difference::WithinDocument;
    let itself = (disputed.is_itself && !is_told)
        .then(|| view! { {state.signs().comma} {words.subject.itself} });
    view! { <small class:warm=!is_soft>{sign} " " {kind} {itself}</small> }.into_any()
}

fn said(state: State, claim: ClaimId) -> AnyView {
    let atlas = state.atlas();
    let statement = foreign::text(state.lang, &atlas.corpus().claim(claim).statement);
    view! {
        <p>
            {statement}
            " "
            <small>{document_link(state, claim)} " " {paragraph(state, claim)}</small>
        </p>
    }
    .into_any()
}

/// Claims by their documents, as links.
pub(super) fn in_documents(state: State, claims: &[ClaimId]) -> AnyView {
    let atlas = state.atlas();
    let mut documents: Vec<(DocumentId, Vec<ClaimId>)> = Vec::new();
    for &claim in claims {
        let document = atlas.corpus().document_of(claim);
        match documents.iter_mut().find(|it| it.0 == document) {
            Some((_, claims)) => claims.push(claim),
            None => documents.push((document, vec![claim])),
        }
    }
    let rest = documents.len().saturating_sub(DOCUMENTS);
    let rest = (rest > 0).then(
        || view! { {state.signs().comma} {words::tools(state.lang).and_more_documents(rest)} },
    );
    let documents = documents.into_iter().take(DOCUMENTS).enumerate();
    let documents = documents.map(|(at, (document, claims))| {
        let between = (at > 0).then_some(state.signs().comma);
        view! { {between} {mention::document(state, document)} " " {places(state, &claims)} }
    });
    view! { {documents.collect_view()} {rest} }.into_any()
}

/// The same in short: who or which document is against it, in what, and where.
pub(super) fn in_short(state: State, disputed: &[Disputed]) -> AnyView {
    let count = disputed.len();
    let disputed = disputed.to_vec();
    let draw = move |at: usize| disputed.get(at).map(|it| short(state, it)).into_any();
    view! { <dd><ul>{shortened(state, NAMED, count, draw)}</ul></dd> }.into_any()
}

fn short(state: State, disputed: &Disputed) -> AnyView {
    let is_soft = disputed.group == Group::PrecisionDiffers;
    let kind = words::difference(state.lang, disputed.kind, is_soft);
    let whose = if disputed.is_itself {
        // That it is a document that contradicts itself the kind says.
        let is_told = disputed.kind == Difference::WithinDocument;
        let itself = (!is_told).then(|| view! { <b>{state.words().subject.itself}</b> " " });
        view! { {itself} {places(state, &disputed.by)} }.into_any()
    } else {
        // Of an outlet that speaks for itself the document says who it is.
        let atlas = state.atlas();
        let corpus = atlas.corpus();
        let outlets = disputed.by.iter().map(|&it| corpus.outlet_of(it)).collect::<Vec<_>>();
        let origins = disputed.origins.iter().map(|it| it.0).filter(|it| !outlets.contains(it));
        let origins: Vec<_> = origins.collect();
        let who = (!origins.is_empty()).then(|| {
            let within = state.words().disagreement.in_documents;
            view! { <b>{mention::origins(state, &origins)}</b> " " {within} " " }
        });
        view! { {who} {in_documents(state, &disputed.by)} }.into_any()
    };
    view! {
        <li>
            <span class:warm=!is_soft>{words::sign(is_soft)} " " {kind}</span>
            {state.signs().colon}
            {whose}
        </li>
    }
    .into_any()
}
