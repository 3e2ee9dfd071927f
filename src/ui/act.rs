//! What a reader does: events on the markup, as changes of the state.
//!
//! An element says what it does in a `data-` attribute: `to` is the link it leads to, `fold` the
//! panel it opens, `end` the end of the interval it sets.

use super::State;
use crate::corpus::Span;
use crate::platform::{
    attribute_at, attribute_of, focus, is_key, keep_focus, leaves, store_language, typed,
};
use crate::query::Query;
use crate::{platform, share};
use leptos::prelude::*;
use web_sys::Event;

/// What happens at an event.
type Act = fn(State, &Event);

/// Listens for whatever is chosen, typed or pointed at on the page.
pub fn listen(state: State) {
    let events: [(&'static str, Act); 7] = [
        ("click", choose),
        ("input", type_in),
        ("change", set_end),
        ("keydown", escape),
        ("focusout", leave),
        ("focusin", reach),
        ("pointerover", point),
    ];
    for (name, act) in events {
        platform::listen(name, move |event| act(state, event));
    }
}

/// Something was chosen.
fn choose(state: State, event: &Event) {
    if let Some(link) = attribute_at(event, "data-to") {
        let query = share::read(&link, "", state.corpus()).query;
        if query.lang != state.query.with_untracked(|query| query.lang) {
            store_language(query.lang.unwrap_or(state.preferred));
        }
        state.query.set(query);
        keep_focus("list");
    } else if let Some(fold) = attribute_at(event, "data-fold") {
        state.folds.update(|folds| folds.toggle(&fold));
    } else if attribute_at(event, "data-dismiss").is_some() {
        state.unread.set(Vec::new());
        keep_focus("list");
    }
}

/// Something was typed into the search.
fn type_in(state: State, event: &Event) {
    if attribute_at(event, "data-search").is_some() {
        state.query.update(|query| query.text = typed(event));
    }
}

/// An end of the interval was set. An empty field is an open end.
fn set_end(state: State, event: &Event) {
    let Some(end) = attribute_at(event, "data-end") else { return };
    let day = typed(event).parse().ok().and_then(|span: Span| span.from);
    state.query.update(|query: &mut Query| {
        let span = query.time.unwrap_or_default();
        let span = if end == "to" { Span { to: day, ..span } } else { Span { from: day, ..span } };
        // The end that was typed holds, and the other gives way.
        let span = if span.is_backwards() { Span { from: day, to: day } } else { span };
        query.time = (!span.is_open()).then_some(span);
    });
}

/// Escape closes the panel that is open, and leads back to what opened it.
fn escape(state: State, event: &Event) {
    let panel = state.folds.with_untracked(|folds| folds.panel.clone());
    if let Some(panel) = panel.filter(|_| is_key(event, "Escape")) {
        state.folds.update(|folds| folds.panel = None);
        focus(&format!("open-{panel}"));
    }
}

/// Leaving a panel closes it, where it lies over the page. Where the filters are unfolded it stands
/// in the page, and to close it would move away what is about to be pressed.
fn leave(state: State, event: &Event) {
    let is_open = state.folds.with_untracked(|folds| folds.panel.is_some() && !folds.filters);
    if is_open && leaves(event, "[data-panel]") {
        state.folds.update(|folds| folds.panel = None);
    }
}

/// Something is reached by keyboard. What a pointer has chosen keeps the focus too, but the rest
/// shall not stay faded for that.
fn reach(_: State, event: &Event) {
    let reached = attribute_of(event, "[data-transfers]:has(:focus-visible)", "data-transfers");
    platform::point(&reached.unwrap_or_default());
}

/// Something is pointed at: whatever concerns other transfers fades.
fn point(_: State, event: &Event) {
    platform::point(&attribute_at(event, "data-transfers").unwrap_or_default());
}
