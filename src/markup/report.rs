//! The report: what is filtered, written out to be printed. Nothing in it can be pressed.

use super::claim::{context, outlet, told};
use super::document::about;
use super::transfer::{figures, route};
use super::{Shown, masthead, notes};
use crate::evidence::{self, Differences};
use crate::query::View;
use crate::words;
use maud::{Markup, PreEscaped, html};

/// What stands around a report's claims.
pub struct Around {
    /// The filters that are set, in words.
    pub filters: String,
    /// The map, as SVG.
    pub map: String,
    /// Which corpus it is, and where it stands.
    pub foot: Vec<String>,
}

/// The report: the sentence, the map, every transfer with all its claims, in its own view the context,
/// the documents, and how things are counted.
#[must_use]
pub fn report(shown: &Shown, around: &Around) -> Markup {
    let (corpus, found) = (shown.corpus(), &shown.selection.found);
    let has_context = shown.query.view == View::Context && !found.context.is_empty();
    html! {
        article.report {
            (PreEscaped(masthead(shown)))
            p { (around.filters) }
            (PreEscaped(&around.map))
            (heading(shown, View::Transfers, found.transfers.len()))
            @for &transfer in &found.transfers {
                div.transfer {
                    div.entry { h3 { (route(shown, transfer)) } (figures(shown, transfer)) }
                    (claims(shown, corpus.claims_of(transfer), &evidence::differences(corpus, transfer)))
                }
            }
            @if has_context {
                (heading(shown, View::Context, found.context.len()))
                (context(shown, claims))
            }
            @let documents = documents(shown);
            (heading(shown, View::Documents, documents.len()))
            @for document in documents { section.document { (about(shown, document)) } }
            div.notes { (PreEscaped(notes(shown))) }
            @for line in &around.foot { p.foot { (line) } }
        }
    }
}

/// What a part of the report holds, and how much of it; nothing where it is empty.
fn heading(shown: &Shown, view: View, count: usize) -> Markup {
    html! { @if count > 0 { h2 { (words::results(shown.lang, view, count)) } } }
}

/// Claims in full, each with the place of those that it contradicts.
fn claims(shown: &Shown, claims: &[usize], differences: &Differences) -> Markup {
    html! {
        ul.claims {
            @for &claim in claims {
                li.claim { (told(shown, claim, differences, &disputes(shown, claim))) }
            }
        }
    }
}

fn disputes(shown: &Shown, claim: usize) -> Markup {
    html! {
        @for &other in shown.corpus().disputed_by(claim) {
            div { (outlet(shown, other)) ", " (shown.words().paragraph) " " (shown.corpus().claim(other).paragraph) }
        }
    }
}

/// The documents of all that the report tells, in the order of their dates; those of claims outside the
/// filter come last.
fn documents(shown: &Shown) -> Vec<usize> {
    let found = &shown.selection.found;
    let of_transfers = evidence::documents(shown.corpus(), &found.transfers);
    let is_told = |it: &usize| shown.query.view != View::Transfers || of_transfers.contains(*it);
    let mut documents = found.documents.clone();
    documents.retain(is_told);
    let outside = of_transfers.ones().filter(|it| !found.documents.contains(it));
    documents.extend(outside);
    documents
}
