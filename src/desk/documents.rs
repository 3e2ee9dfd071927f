//! The view of the documents: what the corpus rests on.

use super::Desk;
use super::evidence::said_when;
use crate::corpus::Text;
use crate::query::Facet;
use crate::share::write;
use crate::words;
use fixedbitset::FixedBitSet;
use maud::{Markup, html};

/// The documents of what is selected, each with how many of its claims are.
pub fn documents(desk: &Desk) -> Markup {
    let found = desk.index.select(desk.query);
    html! { @for &it in &found.documents { (document(desk, it, &found.claims)) } }
}

fn document(desk: &Desk, document: usize, claims: &FixedBitSet) -> Markup {
    let (corpus, lang, words) = (desk.index.corpus(), desk.lang, words::words(desk.lang));
    let it = corpus.document(document);
    let mut only = desk.query.clone();
    only.toggle(Facet::Document, &it.id);
    let selected = corpus.claims_of_document(document).filter(|&it| claims.contains(it)).count();
    let outlet = corpus.source().origins.iter().find(|origin| origin.id == it.outlet);
    let basis =
        |text: Option<&Text>| text.map(|text| " ".to_owned() + text.get(lang)).unwrap_or_default();
    let rows = [
        (
            words.outlet,
            outlet.map_or("", |it| it.name.get(lang)).to_owned(),
            it.outlet_basis.as_ref(),
        ),
        (words.authors, it.authors.join(", "), None),
        (
            words.published,
            said_when(desk, &it.published).unwrap_or_default(),
            it.published.basis.as_ref(),
        ),
        (words.text_language, it.language.clone(), None),
        (words.claims, words::number(lang, selected), None),
        (words.fingerprint, it.sha256.clone(), None),
    ];
    html! {
        section.document {
            h3 lang=(it.language) {
                button.link type="button" data-to=(desk.to_about(&it.id)) { (it.title) }
            }
            dl {
                @for (name, value, reason) in rows.iter().filter(|(_, value, _)| !value.is_empty()) {
                    div { dt { (name) } dd { (value) small { (basis(*reason)) } } }
                }
            }
            button type="button" data-to=(write(&only)) {
                @if desk.query.has(Facet::Document, &it.id) { (words.all_documents) } @else { (words.only_this_document) }
            }
        }
    }
}
