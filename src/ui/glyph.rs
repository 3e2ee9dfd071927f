//! The small drawings: a disc that fills for each status, the tools' icons, and the squares that say how sure it is.

use crate::corpus::{OriginId, Status};
use crate::evidence::Backing;
use leptos::prelude::*;

/// The disc of a status; its word stands beside it. What fills is how far it is said to have gone.
pub fn glyph(status: Status) -> AnyView {
    let name = format!("#glyph-{}", status.id());
    view! { <svg class="glyph" aria-hidden="true"><use href=name></use></svg> }.into_any()
}

/// What the disc of a status looks like, 16 units wide: for pictures, which take no shapes from the page. `glyphs.svg` has
/// the same for the page.
pub(super) fn shape(status: Status) -> AnyView {
    let ring = || {
        view! { <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.5" /> }
    };
    let part = |data| view! { {ring()} <path d=data fill="currentColor" /> }.into_any();
    let crossed = |data, width| {
        view! { {ring()} <path d=data stroke="currentColor" stroke-width=width /> }.into_any()
    };
    match status {
        Status::Unknown => {
            view! { <circle cx="8" cy="8" r="2.25" fill="currentColor" /> }.into_any()
        }
        Status::Requested => view! {
            <circle
                cx="8"
                cy="8"
                r="6"
                fill="none"
                stroke="currentColor"
                stroke-width="1.9"
                stroke-dasharray="1.9 1.87"
            />
        }
        .into_any(),
        Status::Negotiating => part("M8 8V1.8A6.2 6.2 0 0 1 14.2 8Z"),
        Status::Planned => part("M8 1.8a6.2 6.2 0 0 1 0 12.4Z"),
        Status::Agreed => part("M8 8V1.8A6.2 6.2 0 1 1 1.8 8Z"),
        Status::Delivered => {
            view! { <circle cx="8" cy="8" r="7" fill="currentColor" /> }.into_any()
        }
        Status::Refused => crossed("M4.4 8h7.2", "2.2"),
        Status::Cancelled => crossed("m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2", "1.9"),
    }
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
    /// An origin that counts no more, since somebody is distrusted.
    Fallen,
}

/// The marks of who stands behind a transfer: origins, then who says so without a source, who denies it, and who does
/// not comment. Where only some origins are left, the others have fallen.
#[must_use]
pub fn squares_of(backing: &Backing, left: Option<&[OriginId]>) -> Vec<Square> {
    let origins = backing.asserting.iter().map(|origin| match left {
        Some(left) if !left.contains(&origin) => Square::Fallen,
        _ if backing.hollow.contains(origin) => Square::Hollow,
        _ => Square::Named,
    });
    let marks = [
        (Square::Unsourced, backing.unsourced.len()),
        (Square::Denying, backing.denying.len()),
        (Square::Silent, backing.silent.len()),
    ];
    let marks = marks.into_iter().flat_map(|(mark, count)| std::iter::repeat_n(mark, count));
    let mut origins: Vec<Square> = origins.collect();
    // Named ones first, so that what is filled reads as one bar.
    origins.sort_by_key(|it| match it {
        Square::Named => 0,
        Square::Hollow => 1,
        _ => 2,
    });
    origins.into_iter().chain(marks).collect()
}

/// So many of one kind stand in a row, before how many more there are.
const ALIKE: usize = 12;

/// Marks in a row. The words beside them say the same.
pub fn squares(marks: &[Square]) -> AnyView {
    let class = |mark: Square| match mark {
        Square::Named => "square named",
        Square::Hollow => "square",
        Square::Unsourced => "square unsourced",
        Square::Denying => "square denying",
        Square::Silent => "square silent",
        Square::Fallen => "square fallen",
    };
    let marks = marks.chunk_by(PartialEq::eq).map(|alike| {
        let shown = alike.iter().take(ALIKE).map(|mark| view! { <i class=class(*mark)></i> });
        let rest = alike.len().saturating_sub(ALIKE);
        let rest = (rest > 0).then(|| view! { <small>{format!("+{rest}")}</small> });
        view! { {shown.collect_view()} {rest} }
    });
    let marks = marks.collect_view();
    view! { <span class="squares" aria-hidden="true">{marks}</span> }.into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn many_marks_of_a_kind_are_counted() {
        let drawn = |marks: &[Square]| Owner::new().with(|| squares(marks).to_html());
        let html = drawn(&[vec![Square::Named; 36], vec![Square::Hollow; 10]].concat());
        assert_eq!(html.matches("square named").count(), ALIKE);
        assert_eq!(html.matches("class=\"square\"").count(), 10, "{html}");
        assert_eq!(html.matches("<small>").count(), 1);
        assert!(html.contains("+24"), "{html}");
    }

    #[test]
    fn pictures_have_the_shapes_of_the_page() {
        let sprite = include_str!("../glyphs.svg");
        for status in Status::ALL {
            let drawn = Owner::new().with(|| shape(status).to_html());
            let drawn =
                drawn.replace("></circle>", "/>").replace("></path>", "/>").replace("<!>", "");
            let symbol = format!(
                "<symbol id=\"glyph-{}\" viewBox=\"0 0 16 16\">{drawn}</symbol>",
                status.id()
            );
            assert!(sprite.contains(&symbol), "{symbol}");
        }
    }
}
