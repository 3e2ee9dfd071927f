//! The documents: what the corpus rests on.

use super::State;
use super::claim::when;
use crate::query::Facet;
use crate::words::{self, words};
use leptos::prelude::*;

/// The documents that are found, in the order of their dates.
#[component]
pub fn Documents(state: State) -> impl IntoView {
    view! {
        <ul class="documents">
            <For
                each=move || state.found.with(|found| found.documents.clone())
                key=|document| *document
                children=move |document| entry(state, document)
            />
        </ul>
    }
}

/// A document's title, outlet and authors, as one cites it.
pub fn citation(state: State, document: usize) -> AnyView {
    let corpus = state.corpus();
    let cited = corpus.document(document);
    let lang = state.lang.get_untracked();
    let authors = (!cited.authors.is_empty()).then(|| format!("{}: ", cited.authors.join(", ")));
    let published = words::appeared(lang, &cited.published, (state.locale)(lang));
    let outlet = corpus.source().origins.iter().find(|it| it.id == cited.outlet);
    view! {
        <span class="citation">
            {authors} <cite lang=cited.language.clone()>{cited.title.clone()}</cite> ". "
            {outlet.map(|it| it.name.get(lang))} ", " {published}
        </span>
    }
    .into_any()
}

fn entry(state: State, document: usize) -> AnyView {
    let corpus = state.corpus();
    let lang = state.lang.get_untracked();
    let words = words(lang);
    let described = corpus.document(document);
    let only = move |_| state.query.update(|query| query.toggle(Facet::Document, &described.id));
    let outlet = corpus.source().origins.iter().find(|it| it.id == described.outlet);
    let claims = move || {
        let range = corpus.claims_of_document(document);
        state.found.with(|found| range.filter(|&claim| found.claims.contains(claim)).count())
    };
    let row = |name: &'static str, value: AnyView| {
        view! { <div><dt>{name}</dt> <dd>{value}</dd></div> }.into_any()
    };
    let basis = described.outlet_basis.as_ref().map(|it| view! { <small>{it.get(lang)}</small> });
    view! {
        <li class="document">
            <h3 lang=described.language.clone()>{described.title.clone()}</h3>
            <dl>
                {row(words.outlet, view! { {outlet.map(|it| it.name.get(lang))} {basis} }.into_any())}
                {(!described.authors.is_empty())
                    .then(|| row(words.authors, described.authors.join(", ").into_any()))}
                {row(words.published, when(state, &described.published))}
                {row(words.text_language, described.language.clone().into_any())}
                {row(words.claims, (move || state.number(claims())).into_any())}
                {row(words.fingerprint, view! { <code>{described.sha256.clone()}</code> }.into_any())}
            </dl>
            <button
                type="button"
                aria-pressed=move || {
                    state.query.with(|query| query.has(Facet::Document, &described.id)).to_string()
                }
                on:click=only
            >
                {words.only_this_document}
            </button>
        </li>
    }
    .into_any()
}
