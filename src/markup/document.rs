//! Documents: what the corpus rests on.

use super::Shown;
use super::claim::when;
use crate::query::Facet;
use crate::words;
use maud::{Markup, html};

/// A document's authors, title, outlet and date, as one cites it.
pub(super) fn citation(shown: &Shown, document: usize) -> Markup {
    let cited = shown.corpus().document(document);
    html! {
        @if !cited.authors.is_empty() { (cited.authors.join(", ")) ": " }
        cite lang=(cited.language) { (cited.title) } ". "
        (outlet(shown, document)) ", "
        (words::appeared(shown.lang, &cited.published))
    }
}

fn outlet(shown: &Shown, document: usize) -> &'static str {
    let id = &shown.corpus().document(document).outlet;
    let origin = shown.corpus().source().origins.iter().find(|it| it.id == *id);
    origin.map_or("", |it| it.name.get(shown.lang))
}

/// A document: what it is, and how many of its claims are selected.
pub(super) fn document(shown: &Shown, document: usize) -> Markup {
    let words = shown.words();
    let it = shown.corpus().document(document);
    let claims = shown.corpus().claims_of_document(document);
    let selected = claims.filter(|&claim| shown.selection.found.claims.contains(claim)).count();
    let only = shown.link(|query| query.toggle(Facet::Document, &it.id));
    html! {
      section.document {
        h3 lang=(it.language) { (it.title) }
        dl {
            div {
                dt { (words.outlet) }
                dd {
                    (outlet(shown, document))
                    @if let Some(basis) = &it.outlet_basis { " " small { (basis.get(shown.lang)) } }
                }
            }
            @if !it.authors.is_empty() {
                div { dt { (words.authors) } dd { (it.authors.join(", ")) } }
            }
            div { dt { (words.published) } dd { (when(shown, &it.published)) } }
            div { dt { (words.text_language) } dd { (it.language) } }
            div { dt { (words.claims) } dd { (words::number(shown.lang, selected)) } }
            div { dt { (words.fingerprint) } dd { code { (it.sha256) } } }
        }
        button type="button" data-to=(only) {
            @if shown.query.has(Facet::Document, &it.id) { (words.all_documents) } @else { (words.only_this_document) }
        }
      }
    }
}
