//! Taking along: the clipboard, files, and the system's share sheet.

use super::page::{attribute_at, document, element, focus_quietly, root};
use crate::desk::export::File;
use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, Error};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, Element, Event, HtmlDocument, HtmlTextAreaElement, ShareData, Url,
    window,
};

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

/// Hands over the file that a panel offers, once it is asked for: makes it, and has the link that was
/// chosen lead to it, or puts it into the field with the panel's name, of which it is then copied.
pub(super) fn on_file(make: impl Fn(&str) -> Option<File> + 'static) {
    let Some(root) = root() else { return };
    let hand_over = move |event: &Event| {
        let at = |name| attribute_at(event, name);
        let (link, panel) = (at("data-save"), at("data-copy"));
        let Some(file) = link.as_ref().or(panel.as_ref()).and_then(|panel| make(panel)) else {
            return;
        };
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        if link.is_none() {
            let field = element(&panel.unwrap_or_default());
            if let Some(field) = field.and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok()) {
                // The mark of a file's encoding is none in a text that is pasted.
                field.set_value(file.text.trim_start_matches('\u{feff}'));
            }
        } else if target.and_then(|it| lead(&it, &blob(&file)?)).is_none() {
            // What stands there without it is no file.
            event.prevent_default();
        }
    };
    // On the way down, so before it is copied or followed.
    let options =
        EventListenerOptions { passive: false, ..EventListenerOptions::run_in_capture_phase() };
    EventListener::new_with_options(&root, "click", options, hand_over).forget();
}

fn blob(file: &File) -> Option<Blob> {
    let kind = BlobPropertyBag::new();
    kind.set_type(file.media_type);
    let parts = Array::of1(&JsValue::from_str(&file.text));
    Blob::new_with_str_sequence_and_options(&parts, &kind).ok()
}

/// Has a link lead to a file. Nothing where that is refused. The address stands as long as the page: a
/// browser fetches the file when it likes, and nobody tells when it has.
pub(super) fn lead(link: &Element, file: &Blob) -> Option<()> {
    let address = Url::create_object_url_with_blob(file).ok()?;
    link.set_attribute("href", &address).ok()
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
