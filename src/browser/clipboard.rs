//! The clipboard, and the system's share sheet.

use super::{document, focus_quietly};
use js_sys::Error;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlDocument, HtmlTextAreaElement, ShareData, window};

/// Copies what stands in a field, and tells whether that worked. What could not be copied is left selected, so that a
/// reader can copy it by hand.
///
/// This is the older way, which is allowed in every frame and from a file, and which nobody has to wait for.
#[must_use]
pub fn copy(field: &HtmlTextAreaElement) -> bool {
    let before = document().and_then(|document| document.active_element());
    focus_quietly(field);
    field.select();
    // In iOS nothing of a field that is only read is selected otherwise.
    // Refused, what was selected stays so.
    let _ = field.set_selection_range(0, field.text_length());
    let document = document().and_then(|it| it.dyn_into::<HtmlDocument>().ok());
    let copied = document.is_some_and(|document| document.exec_command("copy").unwrap_or(false));
    if let Some(before) = before.and_then(|it| it.dyn_into().ok()).filter(|_| copied) {
        focus_quietly(&before);
    }
    copied
}

/// Opens the system's share sheet, and calls back where the system refuses.
pub fn share(link: &str, title: &str, text: &str, refused: impl FnOnce() + 'static) {
    let Some(window) = window() else { return };
    let data = ShareData::new();
    data.set_url(link);
    data.set_title(title);
    data.set_text(text);
    let shared = JsFuture::from(window.navigator().share_with_data(&data));
    spawn_local(async move {
        let error = shared.await.err();
        // A reader who closes the sheet has shared nothing, and that is all.
        let is_closed = |error: &Error| error.name() == "AbortError";
        if error.is_some_and(|error| !error.dyn_ref::<Error>().is_some_and(is_closed)) {
            refused();
        }
    });
}
