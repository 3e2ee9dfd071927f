//! The page itself: its language, its title, its style rules, and the end of the program.

use super::{document, document_element, element, is_framed};
use crate::corpus::Lang;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::throw_str;
use web_sys::{HtmlElement, window};

/// Where the viewer stands, in `index.html`.
const ROOT: &str = "atlas";

/// The element that the viewer is mounted in.
#[must_use]
pub fn root() -> Option<HtmlElement> {
    element(ROOT)
}

/// Names the page's language and its direction, where it is called otherwise: a browser that is told the same again styles all anew.
pub fn set_language(lang: Lang) {
    let Some(root) = document_element() else { return };
    if root.get_attribute("lang").as_deref() != Some(lang.tag()) {
        // Refused, the page is only read out in the wrong language, or not mirrored.
        let _ = root.set_attribute("lang", lang.tag());
        let _ = root.set_attribute("dir", lang.direction());
    }
}

/// Names the page, where it is called otherwise.
pub fn set_title(title: &str) {
    if let Some(document) = document().filter(|it| it.title() != title) {
        document.set_title(title);
    }
}

/// How long a browser may take to begin with printing.
const PATIENCE: u32 = 1000;

/// Prints the page, and calls back where nothing begins. In a frame whose host does not allow it a browser refuses without
/// a word.
pub fn print(refused: impl FnOnce() + 'static) {
    let Some(window) = window() else { return };
    let has_begun = Rc::new(Cell::new(false));
    let begun = Rc::clone(&has_begun);
    let listener = EventListener::once(&window, "beforeprint", move |_| begun.set(true));
    // Refused outside a frame, the browser says so.
    let _ = window.print();
    let look = move || {
        drop(listener);
        if is_framed() && !has_begun.get() {
            refused();
        }
    };
    Timeout::new(PATIENCE, look).forget();
}

/// Tells when the page begins to be printed, and when that has ended. It ends where what is returned is let go of.
pub fn on_print(is_printing: impl Fn(bool) + Clone + 'static) -> Option<[EventListener; 2]> {
    let window = window()?;
    let begins = is_printing.clone();
    let before = EventListener::new(&window, "beforeprint", move |_| begins(true));
    let after = EventListener::new(&window, "afterprint", move |_| is_printing(false));
    Some([before, after])
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
    named.unwrap_or(Lang::REFERENCE)
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
