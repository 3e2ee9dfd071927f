//! The small drawings: a disc that fills for each status, the tools' icons, and the squares that say how sure it is.

use crate::corpus::Status;
use crate::evidence::Backing;
use leptos::prelude::*;

/// The disc of a status; its word stands beside it. What fills is how far it is said to have gone.
pub fn glyph(status: Status) -> AnyView {
    let name = format!("#glyph-{}", status.id());
    view! { <svg class="glyph" aria-hidden="true"><use href=name></use></svg> }.into_any()
}

/// A tool's icon.
pub fn icon(name: &'static str) -> AnyView {
    let name = format!("#icon-{name}");
    view! { <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><use href=name></use></svg> }
        .into_any()
}

/// One mark of how sure something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Square {
    /// An origin that is named.
    Named,
    /// An origin that rests on unnamed people.
    Hollow,
    /// Said without a source: not an origin.
    Unsourced,
    /// Denied.
    Denying,
    /// No comment.
    Silent,
}

/// The marks of who stands behind a transfer: origins, then who says so without a source, who denies it, and who does
/// not comment.
#[must_use]
pub fn squares_of(backing: &Backing) -> Vec<Square> {
    let origins = backing
        .asserting
        .iter()
        .map(|origin| if backing.hollow.contains(origin) { Square::Hollow } else { Square::Named });
    let marks = [
        (Square::Unsourced, backing.unsourced.len()),
        (Square::Denying, backing.denying.len()),
        (Square::Silent, backing.silent.len()),
    ];
    let marks = marks.into_iter().flat_map(|(mark, count)| std::iter::repeat_n(mark, count));
    // Named ones first, so that what is filled reads as one bar.
    let (named, hollow): (Vec<_>, Vec<_>) = origins.partition(|it| *it == Square::Named);
    named.into_iter().chain(hollow).chain(marks).collect()
}

/// Marks in a row. The words beside them say the same.
pub fn squares(marks: &[Square]) -> AnyView {
    let class = |mark: &Square| match mark {
        Square::Named => "square named",
        Square::Hollow => "square",
        Square::Unsourced => "square unsourced",
        Square::Denying => "square denying",
        Square::Silent => "square silent",
    };
    let marks = marks.iter().map(|mark| view! { <i class=class(mark)></i> }).collect_view();
    view! { <span class="squares" aria-hidden="true">{marks}</span> }.into_any()
}
