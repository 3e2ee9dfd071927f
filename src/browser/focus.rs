//! What is in view, and what has the focus.

use super::{document, element, is_framed};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, window};

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

/// Gives an element the focus, once the page is drawn, if whatever had it is gone. Nothing scrolls.
pub fn keep_focus(id: &'static str) {
    let look = move || {
        let focused = document().and_then(|document| document.active_element());
        let is_lost = focused.is_none_or(|it| it.tag_name() == "BODY");
        if let Some(element) = element(id).filter(|_| is_lost) {
            focus_quietly(&element);
        }
    };
    Timeout::new(0, look).forget();
}

/// Gives the focus to the first of some elements that takes it: what is not shown does not. It comes into view where it
/// is not.
pub fn focus_first(ids: &[String]) {
    let mut elements = ids.iter().filter_map(|id| element(id));
    if let Some(element) = elements.find(|it| it.offset_parent().is_some()) {
        // Refused, it is only not focused.
        let _ = element.focus();
    }
}

/// Gives the focus to an element, once the page is drawn. It comes into view where it does not begin there.
pub fn focus_soon(id: String) {
    let focus = move || {
        let Some(element) = element(&id) else { return };
        let height = window().and_then(|it| it.inner_height().ok()?.as_f64()).unwrap_or_default();
        if !(0.0..height / 2.0).contains(&element.get_bounding_client_rect().top()) {
            element.scroll_into_view();
        }
        focus_quietly(&element);
    };
    Timeout::new(0, focus).forget();
}

/// Gives an element the focus. Nothing scrolls.
pub(super) fn focus_quietly(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Refused, it is only not focused.
    let _ = element.focus_with_options(&options);
}

/// The ids of the transfers that the browser has opened in the page that the build wrote, since something was looked for
/// in them.
#[must_use]
pub fn opened(prerendered: &Element) -> Vec<String> {
    let all = prerendered.query_selector_all(".body:not([hidden])").ok();
    let nodes = all.into_iter().flat_map(|all| (0..all.length()).filter_map(move |at| all.get(at)));
    let elements = nodes.filter_map(|node| node.dyn_into::<Element>().ok());
    elements.filter_map(|it| it.id().strip_prefix("body-").map(str::to_owned)).collect()
}

/// What has the focus in the page that the build wrote.
pub struct Held {
    /// Its address, where it has one.
    href: Option<String>,
    /// What it says.
    text: Option<String>,
}

/// What has the focus in the page that the build wrote, if something has.
#[must_use]
pub fn held() -> Option<Held> {
    let focused: HtmlElement = document()?.active_element()?.dyn_into().ok()?;
    focused.closest("#atlas").ok()??;
    Some(Held { href: focused.get_attribute("href"), text: focused.text_content() })
}

/// Gives the focus to what now stands in its place. Nothing scrolls.
pub fn hold(held: &Held) {
    let all = document().and_then(|it| it.query_selector_all("#atlas :is(a, button)").ok());
    let nodes = all.into_iter().flat_map(|all| (0..all.length()).filter_map(move |at| all.get(at)));
    let elements: Vec<HtmlElement> = nodes.filter_map(|it| it.dyn_into().ok()).collect();
    // What is a link there may be a button here.
    let leads_there =
        |it: &&HtmlElement| held.href.is_some() && it.get_attribute("href") == held.href;
    let says_so = |it: &&HtmlElement| it.text_content() == held.text;
    let same = elements.iter().find(leads_there).or_else(|| elements.iter().find(says_so));
    if let Some(element) = same {
        focus_quietly(element);
    }
}
