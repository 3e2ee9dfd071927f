//! What is in view, and what has the focus.

use super::{document, element, is_framed};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, window};

/// Brings an element into view and gives it the focus.
pub fn reveal(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
        // Refused, it is only not focused.
        let _ = element.focus();
    }
}

/// The same, once the page is drawn. A page that is only loading in another one leaves that one's focus and scroll
/// position alone.
pub fn reveal_soon(id: String, is_loading: bool) {
    let show = move || if is_loading && is_framed() { scroll_to(&id) } else { reveal(&id) };
    Timeout::new(0, show).forget();
}

/// Has an element stay where it is in the window while what is drawn next moves it: who uses a switch twice would hit
/// another one else.
pub fn hold_in_place(element: &HtmlElement) {
    let element = element.clone();
    let before = element.get_bounding_client_rect().top();
    let scroll = move || {
        let moved = element.get_bounding_client_rect().top() - before;
        if let Some(window) = window().filter(|_| element.is_connected()) {
            window.scroll_by_with_x_and_y(0.0, moved);
        }
    };
    Timeout::new(0, scroll).forget();
}

/// Scrolls this page, and none around it, to an element.
pub fn scroll_to(id: &str) {
    let top = element(id).map(|element| element.get_bounding_client_rect().top());
    if let (Some(window), Some(top)) = (window(), top) {
        window.scroll_to_with_x_and_y(0.0, top);
    }
}

/// What has the focus in the page that the build wrote.
pub struct Held {
    /// Its address, or its text where it has none.
    what: String,
}

fn what(element: &HtmlElement) -> String {
    element.get_attribute("href").or_else(|| element.text_content()).unwrap_or_default()
}

/// What has the focus in the page that the build wrote, if something has.
#[must_use]
pub fn held() -> Option<Held> {
    let focused: HtmlElement = document()?.active_element()?.dyn_into().ok()?;
    focused.closest("#atlas").ok()??;
    Some(Held { what: what(&focused) })
}

/// Gives the focus to what now stands in its place. Nothing scrolls.
pub fn hold(held: &Held) {
    let all = document().and_then(|it| it.query_selector_all("#atlas :is(a, button)").ok());
    let nodes = all.into_iter().flat_map(|all| (0..all.length()).filter_map(move |at| all.get(at)));
    let mut elements = nodes.filter_map(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(element) = elements.find(|it| what(it) == held.what) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // Refused, it is only not focused.
        let _ = element.focus_with_options(&options);
    }
}
