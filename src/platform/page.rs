//! The page itself: its language, its title, and what it shows when the program fails.

use crate::corpus::Lang;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{
    CssStyleSheet, Document, Element, Event, EventTarget, FocusEvent, FocusOptions, HtmlElement,
    HtmlInputElement, KeyboardEvent, window,
};

/// Where the viewer stands, in `index.html`.
const ROOT: &str = "atlas";
/// What is shown when the program fails, and the detail in it.
const FAILURE: &str = "failure";
const FAILURE_DETAIL: &str = "failure-detail";

fn document() -> Option<Document> {
    window()?.document()
}

pub(super) fn element(id: &str) -> Option<HtmlElement> {
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

/// Gives an element the focus, once the page is drawn, if whatever had it is gone. Nothing scrolls.
pub fn keep_focus(id: &'static str) {
    let look = move || {
        let focused = document().and_then(|document| document.query_selector(":focus").ok()?);
        if let Some(element) = element(id).filter(|_| focused.is_none()) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            // Refused, it is only not focused.
            let _ = element.focus_with_options(&options);
        }
    };
    Timeout::new(0, look).forget();
}

/// Listens for an event anywhere in the viewer, as long as the page lives.
pub fn listen(event: &'static str, act: impl Fn(&Event) + 'static) {
    if let Some(root) = root() {
        EventListener::new(&root, event, move |event| act(event)).forget();
    }
}

/// Whether an event is that of a key.
#[must_use]
pub fn is_key(event: &Event, key: &str) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == key)
}

/// An attribute of the element that an event happened at, or of the nearest around it.
#[must_use]
pub fn attribute_at(event: &Event, name: &str) -> Option<String> {
    attribute_of(event, &format!("[{name}]"), name)
}

/// An attribute of the nearest such element at or around which an event happened.
#[must_use]
pub fn attribute_of(event: &Event, selector: &str, name: &str) -> Option<String> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.closest(selector).ok()??.get_attribute(name)
}

/// Lets everything fade that concerns other transfers than these, given as `data-transfers` has
/// them; nothing fades where there are none.
///
/// It is done by a rule in a sheet of our own, so that nothing that is drawn has to be drawn anew.
pub fn point(transfers: &str) {
    let chosen: Vec<String> =
        transfers.split_whitespace().map(|it| format!("[data-transfers~='{it}']")).collect();
    let rule = if chosen.is_empty() {
        String::new()
    } else {
        format!("[data-transfers]:not({}){{opacity:.5}}", chosen.join(","))
    };
    SHEET.with(|(sheet, now)| {
        if let Some(sheet) = sheet.as_ref().filter(|_| *now.borrow() != rule) {
            // Refused, nothing fades.
            let _ = sheet.replace_sync(&rule);
            now.replace(rule);
        }
    });
}

thread_local! {
    /// The sheet that lets things fade, and the rule that is in it.
    static SHEET: (Option<CssStyleSheet>, RefCell<String>) = (adopted(""), RefCell::default());
}

/// Adds style rules to the page. Refused, the page does without.
pub fn adopt(rules: &str) {
    let _ = adopted(rules);
}

fn adopted(rules: &str) -> Option<CssStyleSheet> {
    let (document, sheet) = (document()?, CssStyleSheet::new().ok()?);
    sheet.replace_sync(rules).ok()?;
    let sheets = document.adopted_style_sheets();
    sheets.push(&sheet);
    document.set_adopted_style_sheets(&sheets);
    Some(sheet)
}

/// Whether the focus leaves the element of this kind that it was in, with all that is inside.
#[must_use]
pub fn leaves(event: &Event, kind: &str) -> bool {
    let element = |target: Option<EventTarget>| target?.dyn_into::<Element>().ok();
    let left = element(event.target()).and_then(|left| left.closest(kind).ok()?);
    let entered = element(event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target))
        .and_then(|entered| entered.closest(kind).ok()?);
    left.is_some() && left != entered
}

/// What stands in the field that an event happened at.
#[must_use]
pub fn typed(event: &Event) -> String {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

/// Brings an element into view and gives it the focus, once the page is drawn.
pub fn focus_soon(id: String) {
    Timeout::new(0, move || focus(&id)).forget();
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
