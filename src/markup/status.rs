//! Status as shape and word.

use crate::corpus::{Lang, Status};
use crate::words;
use maud::{Markup, html};

/// The shapes, one a status, as an SVG of symbols that shows nothing itself. It stands in the page, and
/// in every picture of its own.
pub const GLYPHS: &str = include_str!("../glyphs.svg");

/// The shape for a status. The word stands beside it, so it is silent.
pub(super) fn glyph(status: Status) -> Markup {
    html! {
        svg.glyph aria-hidden="true" {
            use href={ "#glyph-" (status.id()) } {}
        }
    }
}

/// The shape and the word for a status.
pub(super) fn status(lang: Lang, status: Status) -> Markup {
    html! { span.status { (glyph(status)) (words::status(lang, status)) } }
}

/// Several statuses that reports differ in, side by side.
pub(super) fn statuses(lang: Lang, statuses: &[Status]) -> Markup {
    html! {
        span.statuses {
            @for (at, it) in statuses.iter().enumerate() {
                @if at > 0 { (differs()) }
                (status(lang, *it))
            }
        }
    }
}

/// The sign that things are not alike. Words beside it say what.
pub(super) fn differs() -> Markup {
    html! { span.differs aria-hidden="true" { "≠" } " " }
}
