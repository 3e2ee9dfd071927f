//! What helps to read the rest: notices of a link's faults, the legend, how things are counted.

use super::Shown;
use super::status::{differs, status};
use crate::corpus::Status;
use crate::query::{Facet, Query};
use crate::{share, words};
use maud::{Markup, html};

/// What has to be said before all else: who is not believed, and what was not understood of a link.
#[must_use]
pub fn notices(shown: &Shown) -> String {
    let (distrust, unread) = (&shown.query.distrust, shown.unread);
    html! {
        @if !distrust.is_empty() { (disbelief(shown)) }
        @if !unread.is_empty() { (link_notice(shown)) }
    }
    .into_string()
}

/// Whom the reader does not believe, and what falls with them.
fn disbelief(shown: &Shown) -> Markup {
    let (lang, words) = (shown.lang, shown.words());
    let standing = shown.standing();
    let fallen = |transfer: &usize| standing.claims_of(*transfer).next().is_none();
    let transfers = (0..shown.corpus().source().transfers.len()).filter(fallen).count();
    html! {
        div.notice role="status" {
            p {
                (words.disbelieved) ": "
                @for id in shown.query.distrust.iter() {
                    @let name = words::value(shown.corpus(), shown.countries, lang, Facet::Origin, id);
                    button.chip type="button" aria-label={ (words.believe) ": " (name) }
                        data-to=(shown.link(|query| query.distrust.remove(id))) {
                        span { (name) } " " span aria-hidden="true" { "×" }
                    }
                    " "
                }
            }
            p { (words::falling(lang, standing.fallen.count_ones(..), transfers)) }
        }
    }
}

fn link_notice(shown: &Shown) -> Markup {
    let words = shown.words();
    html! {
        div.notice role="alert" {
            p { (words.link_problem) }
            ul {
                @for part in shown.unread {
                    li {
                        (words::unread(shown.lang, part))
                        @if let Some(near) = share::nearest(shown.corpus(), part) {
                            " – " (words.nearest) ": "
                            button.link type="button" data-to=(share::write(&Query { lang: shown.query.lang, ..near.clone() })) {
                                (near.claim.as_deref().or(near.sole_transfer()).unwrap_or_default())
                            }
                        }
                    }
                }
            }
            button type="button" data-dismiss="" { (words.dismiss) }
        }
    }
}

/// The legend, and how things are counted.
#[must_use]
pub fn notes(shown: &Shown) -> String {
    let words = shown.words();
    html! {
        footer {
        h2 { (words.notes) }
        h3 { (words.legend) }
        ul.legend {
            @for it in Status::ALL { li { (status(shown.lang, it)) } }
            li { (differs()) (words.differing_note) }
        }
        p { (words.lines_note) " " (words.map_note) }
        h3 { (words.counting) }
        p { (words.counting_note) }
        p { (words.privacy_note) }
        }
    }
    .into_string()
}
