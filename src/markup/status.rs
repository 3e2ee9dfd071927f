//! Status as shape and word.

use super::Pen;
use crate::corpus::{Lang, Status};
use crate::words;

/// The shapes, one a status, as an SVG of symbols that shows nothing itself. It stands in the page, and
/// in every picture of its own.
pub const GLYPHS: &str = include_str!("../glyphs.svg");

/// The sign that things cannot all be true, or that somebody denies them. Words beside it say what.
pub(super) const DIFFERS: &str = "<span class=\"differs\" aria-hidden=\"true\">≠</span> ";

/// The sign that things are not equally exact, and can all be true.
const IMPRECISE: &str = "<span class=\"imprecise\" aria-hidden=\"true\">≈</span> ";

/// The sign for a difference. Words beside it say which.
pub(super) fn sign(is_compatible: bool) -> &'static str {
    if is_compatible { IMPRECISE } else { DIFFERS }
}

/// The shape for a status. The word stands beside it, so it is silent.
pub(super) fn glyph(pen: &mut Pen, status: Status) {
    let template = "<svg class=\"glyph\" aria-hidden=\"true\"><use href=\"#glyph-$\"></use></svg>";
    pen.put(template, &[], &[status.id()]);
}

/// The shape and the word for a status.
pub(super) fn status(pen: &mut Pen, lang: Lang, status: Status) {
    pen.markup.push_str("<span class=\"status\">");
    glyph(pen, status);
    pen.put("@</span>", &[], &[words::status(lang, status)]);
}

/// Several statuses side by side, with the sign of how they differ, where they do.
pub(super) fn statuses(pen: &mut Pen, lang: Lang, statuses: &[Status], sign: &str) {
    pen.markup.push_str("<span class=\"statuses\">");
    for (at, it) in statuses.iter().enumerate() {
        pen.markup.push_str(if at > 0 { sign } else { "" });
        status(pen, lang, *it);
    }
    pen.markup.push_str("</span>");
}
