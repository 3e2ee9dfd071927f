//! The page itself: its language, its title, and what it shows when the program fails.

use crate::corpus::Lang;
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, window};

/// Where the viewer stands, in `index.html`.
const ROOT: &str = "atlas";
/// What is shown when the program fails, and the detail in it.
const FAILURE: &str = "failure";
const FAILURE_DETAIL: &str = "failure-detail";

fn document() -> Option<Document> {
    window()?.document()
}

fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The element that the viewer is mounted in.
#[must_use]
pub fn root() -> Option<HtmlElement> {
    element(ROOT)
}

/// Names the page's language.
pub fn set_language(lang: Lang) {
    if let Some(html) = document().and_then(|document| document.document_element()) {
        // Refused, the page is only read out in the wrong language.
        let _ = html.set_attribute("lang", lang.tag());
    }
}

/// Names the page.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Brings an element into view and gives it the focus.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
        // Refused, it is only not focused.
        let _ = element.focus();
    }
}

/// Notes the moment from which the viewer can be used, for whoever measures it.
pub fn mark_ready() {
    if let Some(performance) = window().and_then(|window| window.performance()) {
        // Refused, nobody measures.
        let _ = performance.mark("claim-atlas-ready");
    }
}

/// Shows that the program failed, in place of the viewer. The words stand in `index.html`, in every
/// language, since the program cannot be trusted to render any more.
pub fn fail(detail: &str) {
    if let Some(element) = element(FAILURE_DETAIL) {
        element.set_text_content(Some(detail));
    }
    if let Some(element) = element(FAILURE) {
        element.set_hidden(false);
    }
    if let Some(root) = root() {
        root.set_hidden(true);
    }
}

/// Has every panic shown.
pub fn catch_panics() {
    std::panic::set_hook(Box::new(|panic| fail(&panic.to_string())));
}
