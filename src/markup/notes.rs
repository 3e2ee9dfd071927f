//! What helps to read the rest: notices of a link's faults, the legend, how things are counted.

use super::Shown;
use super::status::{differs, status};
use crate::corpus::Status;
use crate::query::Query;
use crate::{share, words};
use maud::html;

/// What was not understood of a link.
#[must_use]
pub fn link_notice(shown: &Shown) -> String {
    let words = shown.words();
    if shown.unread.is_empty() {
        return String::new();
    }
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
    .into_string()
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
