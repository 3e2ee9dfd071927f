//! What a reader does: events on the markup, as changes of the state.
//!
//! An element says what it does in a `data-` attribute: `to` is the link it leads to, `fold` the
//! panel it opens, `panel-to` what is to be set in the panel that is open, `end` the end of the
//! interval it sets, `copy` the field that it copies, `share` the link that it shares; what
//! has `save` is the desk's own.

use super::State;
use crate::corpus::Span;
use crate::markup::Folds;
use crate::platform::{
    attribute_at, attribute_of, copy, focus, is_key, keep_focus, leaves, mark_done, share,
    store_language, typed,
};
use crate::{desk, link as links, platform};
use std::sync::Arc;
use web_sys::Event;

/// What happens at an event.
type Act = fn(&State, &Event);

/// Listens for whatever is chosen, typed or pointed at on the page.
pub fn listen(state: &Arc<State>) {
    let events: [(&'static str, Act); 8] = [
        ("click", choose),
        ("input", type_in),
        ("change", set_end),
        ("keydown", escape),
        ("focusout", leave),
        ("focusin", reach),
        ("pointerover", point),
        // A copy has been read, so the panel that shows it is drawn anew.
        ("desk", |state, _| state.change(|_| ())),
    ];
    for (name, act) in events {
        let state = Arc::clone(state);
        platform::listen(name, move |event| act(&state, event));
    }
}

/// Something was chosen.
fn choose(state: &State, event: &Event) {
    if state.peek().copied.is_some() {
        state.change(|now| now.copied = None);
    }
    if let Some(link) = attribute_at(event, "data-to") {
        let query = links::read(&link, "", state.corpus()).query;
        if query.lang != state.peek().query.lang {
            store_language(query.lang.unwrap_or(state.preferred));
        }
        state.change(|now| now.query.clone_from(&query));
        keep_focus("list");
    } else if let Some(fold) = attribute_at(event, "data-fold") {
        state.change(|now| now.folds.toggle(&fold));
    } else if let Some(panel) = attribute_at(event, "data-panel-to") {
        state.change(|now| now.folds.panel = Some(panel.clone()));
    } else if let Some(field) = attribute_at(event, "data-copy") {
        let copied = copy(&field);
        if copied {
            mark_done(event);
        }
        state.change(|now| now.copied = Some(copied));
    } else if let Some(link) = attribute_at(event, "data-share") {
        let part = |name| attribute_at(event, name).unwrap_or_default();
        share(&link, &part("data-title"), &part("data-text"), part("data-field"));
    } else if attribute_at(event, "data-dismiss").is_some() {
        state.change(|now| now.unknown.clear());
        keep_focus("list");
    }
}

/// Something was typed into the search.
fn type_in(state: &State, event: &Event) {
    if attribute_at(event, "data-search").is_some() {
        state.change(|now| now.query.text = typed(event));
    }
}

/// An end of the interval was set. An empty field is an open end.
fn set_end(state: &State, event: &Event) {
    let Some(end) = attribute_at(event, "data-end") else { return };
    let day = typed(event).parse().ok().and_then(|span: Span| span.from);
    state.change(|now| {
        let span = now.query.time.unwrap_or_default();
        let span = if end == "to" { Span { to: day, ..span } } else { Span { from: day, ..span } };
        // The end that was typed holds, and the other gives way.
        let span = if span.is_backwards() { Span { from: day, to: day } } else { span };
        now.query.time = (!span.is_open()).then_some(span);
    });
}

/// Escape closes the panel that is open, and leads back to what opened it.
fn escape(state: &State, event: &Event) {
    if !is_key(event, "Escape") {
        return;
    }
    if let Some(panel) = state.peek().folds.open() {
        state.change(|now| now.folds.panel = None);
        focus(&format!("open-{panel}"));
    }
}

/// Leaving a panel closes it, where it lies over the page. Where the filters are unfolded it stands
/// in the page, and to close it would move away what is about to be pressed.
fn leave(state: &State, event: &Event) {
    let Folds { filters, panel } = state.peek().folds;
    // The desk's stand in the page, too.
    let lies_over = panel.is_some_and(|panel| !desk::has(&panel)) && !filters;
    if lies_over && leaves(event, "[data-panel]") {
        state.change(|now| now.folds.panel = None);
    }
}

/// Something is reached by keyboard. What a pointer has chosen keeps the focus too, but the rest
/// shall not stay faded for that.
fn reach(_: &State, event: &Event) {
    let reached = attribute_of(event, "[data-transfers]:has(:focus-visible)", "data-transfers");
    platform::point(&reached.unwrap_or_default());
}

/// Something is pointed at: whatever concerns other transfers fades.
fn point(_: &State, event: &Event) {
    platform::point(&attribute_at(event, "data-transfers").unwrap_or_default());
}
