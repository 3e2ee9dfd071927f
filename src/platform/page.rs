//! The page itself: its language, its title, its focus, and the end of the program.

use super::address::is_framed;
use crate::corpus::Lang;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, throw_str};
use web_sys::{
    CssStyleSheet, Document, Element, Event, EventTarget, FocusEvent, FocusOptions, HtmlElement,
    HtmlInputElement, KeyboardEvent, window,
};

/// Where the viewer stands, in `index.html`.
const ROOT: &str = "atlas";

pub(super) fn document() -> Option<Document> {
    window()?.document()
}

pub(super) fn document_element() -> Option<Element> {
    document()?.document_element()
}

/// The first element of the page that a selector finds.
pub(super) fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok()?
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
    if let Some(root) = document_element() {
        // Refused, the page is only read out in the wrong language.
        let _ = root.set_attribute("lang", lang.tag());
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
        if let Some(element) = element(id).filter(|_| find(":focus").is_none()) {
            focus_quietly(&element);
        }
    };
    Timeout::new(0, look).forget();
}

/// What has the focus in the page that the build wrote.
pub struct Held {
    /// The link, without its `#`.
    link: String,
    /// The nearest id.
    id: Option<String>,
}

/// What has the focus in the page that the build wrote, if something has.
#[must_use]
pub fn held() -> Option<Held> {
    let element = find("#atlas a[href]:focus")?;
    let link = element.get_attribute("href")?.strip_prefix('#')?.to_owned();
    let near = element.closest("[id]").ok().flatten();
    Some(Held { link, id: near.map(|it| it.id()) })
}

/// Gives the focus to what now leads where a link led, or, since choosing it again may lead elsewhere, to the
/// button with its id. Nothing scrolls.
pub fn hold(held: &Held) {
    let name = "data-to";
    let all = document().and_then(|it| it.query_selector_all(&format!("#atlas [{name}]")).ok());
    let nodes = all.into_iter().flat_map(|all| (0..all.length()).filter_map(move |at| all.get(at)));
    let mut elements = nodes.filter_map(|it| it.dyn_into::<HtmlElement>().ok());
    let same = elements.find(|it| it.get_attribute(name).as_ref() == Some(&held.link));
    let near = || {
        let near = element(held.id.as_ref()?)?;
        let button = near.query_selector("button").ok().flatten();
        button.map_or(Some(near), |it| it.dyn_into().ok())
    };
    if let Some(element) = same.or_else(near) {
        focus_quietly(&element);
    }
}

/// Gives an element the focus. Nothing scrolls.
pub(super) fn focus_quietly(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Refused, it is only not focused.
    let _ = element.focus_with_options(&options);
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

/// Brings an element into view and gives it the focus, once the page is drawn. A page that is only
/// loading in another one leaves that one's focus and scroll position alone.
pub fn reveal_soon(id: String, is_loading: bool) {
    let reveal = move || {
        if !is_loading || !is_framed() {
            return focus(&id);
        }
        let top = element(&id).map(|element| element.get_bounding_client_rect().top());
        if let (Some(window), Some(top)) = (window(), top) {
            window.scroll_to_with_x_and_y(0.0, top);
        }
    };
    Timeout::new(0, reveal).forget();
}

/// Notes that the viewer can be used from now on: for the style sheets, and for whoever measures it.
pub fn mark_ready() {
    if let Some(root) = document_element() {
        // Refused, the page stays as it was before.
        let _ = root.set_attribute("data-state", "ready");
    }
    if let Some(performance) = window().and_then(|window| window.performance()) {
        // Refused, nobody measures.
        let _ = performance.mark("claim-atlas-ready");
    }
}

/// The language that `page.js` found to be the reader's.
#[must_use]
pub fn preferred_language() -> Lang {
    let tag = document_element().and_then(|root| root.get_attribute("data-language"));
    let named = tag.and_then(|tag| Lang::ALL.into_iter().find(|lang| lang.tag() == tag));
    named.unwrap_or(Lang::En)
}

/// Ends the program: `page.js` shows the page as it was without it, and this line.
pub fn fail(detail: &str) -> ! {
    throw_str(detail)
}

/// Has every panic tell the console why, before it ends the program.
pub fn catch_panics() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
    }));
}
