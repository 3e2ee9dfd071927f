//! What documents say of one question, each value with the paragraphs that bear it.

use super::State;
use super::claims::paragraph;
use super::foreign;
use super::glyph::{Square, glyph, squares};
use crate::corpus::{ClaimId, DocumentId, Lang, Origin, OriginId, When};
use crate::evidence::{Answer, Value, is_inferred};
use crate::words;
use leptos::prelude::*;
use std::collections::HashMap;

/// A value, where it stands, and what is to be added to it.
pub(super) fn answer(state: State, answer: &Answer, is_strong: bool) -> AnyView {
    let note = note(state, answer).map(|it| view! { <small>{it}</small> });
    view! {
        <span class="value">
            {value(state, answer, is_strong)}
            " "
            {places(state, &answer.claims)}
            {note}
        </span>
    }
    .into_any()
}

/// A value in short.
pub(super) fn value(state: State, answer: &Answer, is_strong: bool) -> AnyView {
    let (atlas, lang) = (state.atlas(), state.lang);
    let quoted = |words| foreign::quoted(lang, answer.printed(atlas.corpus(), lang, words));
    let printed = |words| view! { <q>{quoted(words)}</q> }.into_any();
    match &answer.value {
        Value::Status(status) => {
            let word = words::status(lang, *status);
            let word = if is_strong {
                view! { <b>{word}</b> }.into_any()
            } else {
                view! { <span>{word}</span> }.into_any()
            };
            view! { {glyph(*status)} " " {word} }.into_any()
        }
        Value::Country(country) => {
            view! { <span class="big">{super::transfers::country(state, *country)}</span> }
                .into_any()
        }
        Value::Number(number) => printed(&number.words),
        Value::Time(When { words: Some(words), .. }) => printed(words),
        // No date is printed: what is inferred stands without quotation marks.
        Value::Time(when) => {
            let span = when.span.map(|it| words::span(lang, it));
            let span = span.unwrap_or_else(|| state.words().undated.to_owned());
            view! { <span class="unprinted">{span}</span> }.into_any()
        }
        Value::Item(item) => view! { <span>{quoted(item)}</span> }.into_any(),
        Value::Denied(who, _) => by(Square::Denying, atlas.corpus().origin(*who), lang),
        Value::Silence(who) => by(Square::Silent, atlas.corpus().origin(*who), lang),
        Value::Statement(claim) => {
            let statement = foreign::text(lang, &atlas.corpus().claim(*claim).statement);
            view! { <span class="statement">{statement}</span> }.into_any()
        }
    }
}

fn by(mark: Square, origin: &Origin, lang: Lang) -> AnyView {
    let name = foreign::origin(lang, origin);
    view! { {squares(&[mark])} " " <span>{name}</span> }.into_any()
}

/// What is to be added to a value: the interval that follows from printed words, and from what; what is denied; how
/// firmly a country is said to act, which a name does not tell.
pub(super) fn note(state: State, answer: &Answer) -> Option<AnyView> {
    let lang = state.lang;
    match &answer.value {
        Value::Country(_) => {
            let first = answer.claims.first().copied()?;
            Some(foreign::text(lang, &state.atlas().corpus().claim(first).statement))
        }
        Value::Time(when) => time_note(state, answer, when, true),
        Value::Denied(_, status) => {
            let denied = state.words().denied;
            Some(state.words().labelled(denied, words::status(lang, *status)).into_any())
        }
        Value::Silence(_) => Some(state.words().no_comment.into_any()),
        _ => None,
    }
}

/// The interval that follows from the printed words, that it is inferred, and from what.
pub(super) fn time_note(
    state: State,
    answer: &Answer,
    when: &When,
    with_basis: bool,
) -> Option<AnyView> {
    let (atlas, lang) = (state.atlas(), state.lang);
    let printed = when.words.as_ref().map(|it| answer.printed(atlas.corpus(), lang, it).1);
    let span = when.span.map(|it| words::span(lang, it));
    let span = span.filter(|it| printed.is_some_and(|printed| printed != it));
    let inferred = state.words().comparison.inferred;
    let basis = when.basis.as_ref().filter(|_| with_basis);
    let is_inferred = basis.is_some() || is_inferred(when);
    let basis = basis.map(|it| view! { {state.signs().colon} {foreign::text(lang, it)} });
    let between = (span.is_some() && is_inferred).then_some(state.signs().semicolon);
    let is_any = span.is_some() || is_inferred;
    let inferred = is_inferred.then_some(inferred);
    is_any.then(|| view! { {span} {between} {inferred} {basis} }.into_any())
}

/// So many paragraphs are named one after the other. Their document lists all.
const PLACES: usize = 24;

/// The paragraphs of some claims of one document, each once, as links to the first claim in it.
pub(super) fn places(state: State, claims: &[ClaimId]) -> AnyView {
    let atlas = state.atlas();
    let mut claims = claims.to_vec();
    let place =
        |it: &ClaimId| (atlas.corpus().document_of(*it), atlas.corpus().claim(*it).paragraph);
    claims.sort_by_key(place);
    claims.dedup_by_key(|it| place(it));
    let rest = claims.len().saturating_sub(PLACES);
    let rest = (rest > 0).then(|| view! { " " {state.words().and_others(rest)} });
    let links = claims.into_iter().take(PLACES).enumerate().map(|(at, claim)| {
        let between = (at > 0).then_some(" ");
        view! { {between} {paragraph(state, claim)} }
    });
    view! { {links.collect_view()} {rest} }.into_any()
}

/// What documents are called beside each other: by their outlets, numbered where one has several of them.
pub(super) fn names(state: State, documents: &[DocumentId]) -> Vec<String> {
    let atlas = state.atlas();
    let outlet = |it: &DocumentId| atlas.corpus().outlet(*it);
    let mut several: HashMap<OriginId, usize> = HashMap::new();
    for document in documents {
        *several.entry(outlet(document)).or_default() += 1;
    }
    several.retain(|_, count| *count > 1);
    let mut numbers: HashMap<OriginId, usize> = HashMap::new();
    let name = |document: &DocumentId| {
        let name = atlas.outlet(*document, state.lang);
        if !several.contains_key(&outlet(document)) {
            return name.to_owned();
        }
        let number = numbers.entry(outlet(document)).or_default();
        *number += 1;
        format!("{name} [{number}]")
    };
    documents.iter().map(name).collect()
}
