//! Taking along: the clipboard, and the system's share sheet.

use super::page::{document, element, focus_quietly};
use js_sys::Error;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlDocument, HtmlTextAreaElement, ShareData, window};

/// Copies what stands in the field with an id, and tells whether that worked. What could not be
/// copied is left selected, so that a reader can copy it by hand.
///
/// This is the older way, which is allowed in every frame and from a file, and which nobody has to
/// wait for.
#[must_use]
pub fn copy(field: &str) -> bool {
    let Some(text) = element(field).and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return false;
    };
    let before = document().and_then(|document| document.active_element());
    focus_quietly(&text);
    text.select();
    let document = document().and_then(|it| it.dyn_into::<HtmlDocument>().ok());
    let copied = document.is_some_and(|document| document.exec_command("copy").unwrap_or(false));
    if let Some(before) = before.and_then(|it| it.dyn_into().ok()).filter(|_| copied) {
        focus_quietly(&before);
    }
    copied
}

/// Marks the button that an event happened at as done.
pub fn mark_done(event: &Event) {
    let button = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    if let Some(button) = button.and_then(|it| it.closest("button").ok()?) {
        // Refused, only the mark is missing.
        let _ = button.set_attribute("data-done", "");
    }
}

/// Opens the system's share sheet. Where the system refuses, the link is copied from the field with an
/// id.
pub fn share(link: &str, title: &str, text: &str, field: String) {
    let data = ShareData::new();
    data.set_url(link);
    data.set_title(title);
    data.set_text(text);
    if let Some(window) = window() {
        // A reader who closes the sheet has shared nothing, and that is all.
        let closed = Closure::new(move |error: JsValue| {
            let is_closed = error.dyn_ref::<Error>().is_some_and(|it| it.name() == "AbortError");
            if !is_closed {
                // Refused too, the link is left selected.
                let _ = copy(&field);
            }
        });
        let _ = window.navigator().share_with_data(&data).catch(&closed);
        closed.forget();
    }
}
