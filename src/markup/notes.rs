//! What helps to read the rest: notices of a link's faults, the legend, how things are counted.

use super::status::{DIFFERS, status};
use super::{Pen, Shown};
use crate::corpus::Status;
use crate::query::Query;
use crate::{link, words};
use maud::html;

/// What was not understood of a link.
#[must_use]
pub fn link_notice(shown: &Shown) -> String {
    let words = shown.words();
    if shown.unknown.is_empty() {
        return String::new();
    }
    html! {
        div.notice role="alert" {
            p { (words.link_problem) }
            ul {
                @for part in shown.unknown {
                    li {
                        (words::unknown_part(shown.lang, part))
                        @if let Some(near) = link::nearest(shown.corpus(), part) {
                            " – " (words.nearest) ": "
                            button.link type="button" data-to=(link::write(&Query { lang: shown.query.lang, ..near.clone() })) {
                                (near.claim.as_deref().or(near.sole_transfer()).expect("it leads to a claim or a transfer"))
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
    let mut pen = Pen::default();
    let begin = "<footer><h2>@</h2><h3>@</h3><ul class=\"legend\">";
    pen.put(begin, &[], &[words.notes, words.legend]);
    for it in Status::ALL {
        pen.markup.push_str("<li>");
        status(&mut pen, shown.lang, it);
        pen.markup.push_str("</li>");
    }
    pen.put(
        "<li>$@</li></ul><p>@ @</p><h3>@</h3><p>@</p><p>@</p></footer>",
        &[],
        &[
            DIFFERS,
            words.differing_note,
            words.lines_note,
            words.map_note,
            words.counting,
            words.counting_note,
            words.privacy_note,
        ],
    );
    pen.markup
}
