//! Documents: what the corpus rests on.

use super::Shown;
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
