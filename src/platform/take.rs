//! Taking along: the clipboard, and the system's share sheet.

use super::page::{document, element, focus_quietly};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlDocument, HtmlTextAreaElement, ShareData, window};

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

/// Opens the system's share sheet.
pub fn share(link: &str, title: &str, text: &str) {
    let data = ShareData::new();
    data.set_url(link);
    data.set_title(title);
    data.set_text(text);
    if let Some(window) = window() {
        // A reader who closes the sheet has shared nothing, and that is all.
        let closed = Closure::new(|_| ());
        let _ = window.navigator().share_with_data(&data).catch(&closed);
        closed.forget();
    }
}
