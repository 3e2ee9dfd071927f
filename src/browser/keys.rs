//! Keys that are pressed anywhere in the page.

use super::document;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, window};

/// A key that is pressed.
pub struct Pressed {
    /// What it writes, or what it is called: `/`, `Escape`.
    pub key: String,
    /// What it goes into.
    pub typed: Typed,
}

/// What a key goes into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// Nothing that takes it.
    Nowhere,
    /// A field that has a use for keys of its own.
    InField,
    /// A text of several lines.
    InText,
}

/// Fields in which keys have a meaning of their own.
const FIELDS: &str =
    "input:not([type='checkbox'], [type='radio']), textarea, select, audio, video, iframe";

/// Calls back at each key that is pressed anywhere in the page, unless something has made use of it, or it is a command of
/// the browser's. A page in a frame hears keys only while the focus is in it. What is answered is whether the key has been
/// made use of; then the browser does not.
///
/// It ends where what is returned is let go of.
#[must_use]
pub fn on_key(uses: impl Fn(&Pressed) -> bool + 'static) -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let window = window()?;
    let listener = EventListener::new_with_options(&window, "keydown", options, move |event| {
        if pressed(event).is_some_and(|it| uses(&it)) {
            event.prevent_default();
        }
    });
    Some(listener)
}

fn pressed(event: &Event) -> Option<Pressed> {
    let key = event.dyn_ref::<KeyboardEvent>()?;
    let is_command = key.ctrl_key() || key.alt_key() || key.meta_key();
    if is_command || key.is_composing() || event.default_prevented() {
        return None;
    }
    // What extensions put into a page may hide its fields.
    let target = event.composed_path().get(0).dyn_into::<Element>().ok();
    Some(Pressed { key: key.key(), typed: target.as_ref().map_or(Typed::Nowhere, typed) })
}

fn typed(target: &Element) -> Typed {
    let is_edited = target.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable);
    let is = |selector| target.matches(selector).unwrap_or(true);
    if is_edited || is("textarea:not([readonly])") {
        Typed::InText
    } else if is(FIELDS) {
        Typed::InField
    } else {
        Typed::Nowhere
    }
}

/// The id of what has the focus, where that has one.
#[must_use]
pub fn focused_id() -> Option<String> {
    let id = document()?.active_element()?.id();
    (!id.is_empty()).then_some(id)
}
