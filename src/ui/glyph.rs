//! Status as shape and word.

use crate::corpus::{Lang, Status};
use crate::words;
use leptos::prelude::*;

/// The shape for a status. The word stands beside it, so it is silent.
pub fn glyph(status: Status) -> AnyView {
    view! {
        <svg class="glyph" data-status=status.id() viewBox="0 0 16 16" aria-hidden="true">
            <use href=format!("#glyph-{}", status.id())></use>
        </svg>
    }
    .into_any()
}

/// The shape and the word for a status.
pub fn status(lang: Lang, status: Status) -> AnyView {
    view! { <span class="status">{glyph(status)} {words::status(lang, status)}</span> }.into_any()
}

/// Several statuses that reports differ in, side by side.
pub fn statuses(lang: Lang, statuses: &[Status]) -> AnyView {
    let mut parts = Vec::new();
    for (at, it) in statuses.iter().enumerate() {
        if at > 0 {
            parts.push(differs());
        }
        parts.push(status(lang, *it));
    }
    view! { <span class="statuses">{parts}</span> }.into_any()
}

/// The sign that things are not alike. Words beside it say what.
pub fn differs() -> AnyView {
    view! { <span class="differs" aria-hidden="true">"≠"</span> }.into_any()
}
