//! The address: where a link comes from, and where the state is written to.

use super::document_element;
use crate::link::{self, Step};
use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{Window, window};

/// The parts of the address that hold a link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// Without its `#`.
    pub fragment: String,
    /// Without its `?`.
    pub search: String,
}

/// The address as it stands.
#[must_use]
pub fn address() -> Address {
    let Some(location) = window().map(|window| window.location()) else {
        return Address::default();
    };
    let part = |text: Result<String, JsValue>| -> String {
        text.unwrap_or_default().chars().skip(1).collect()
    };
    let mut search = part(location.search());
    if search.is_empty() {
        // A frame without an address of its own carries its settings in the page.
        search =
            document_element().and_then(|root| root.get_attribute("data-link")).unwrap_or_default();
    }
    Address { fragment: part(location.hash()), search }
}

/// Shows a fragment in the address. Where history is refused the hash is set, and where that is
/// refused too, the address stays as it is: it is only a copy of the state. What is typed is not
/// worth a hash, which would be a step back for each letter: some browsers refuse many in a row.
///
/// A corpus that the address asks for stays there as long as it is the one that is shown.
pub fn show_address(fragment: &str, step: Step, keeps_corpus: bool) {
    let Some(window) = window() else { return };
    let shown = show(&window, fragment, step, keeps_corpus);
    if shown.is_err() && step == Step::Push {
        // Refused again, there is nothing left to try.
        let _ = window.location().set_hash(fragment);
    }
}

fn show(window: &Window, fragment: &str, step: Step, keeps_corpus: bool) -> Result<(), JsValue> {
    // A relative address would be resolved against the host's in a `srcdoc` frame.
    let href = window.location().href()?;
    let before = href.split('#').next().unwrap_or_default();
    let mut url = before.split('?').next().unwrap_or_default().to_owned();
    let search = before.split_once('?').map_or("", |(_, search)| search);
    let others = link::foreign_parameters(search, keeps_corpus);
    for (sign, part) in [('?', others.as_str()), ('#', fragment)] {
        if !part.is_empty() {
            url.push(sign);
            url.push_str(part);
        }
    }
    let history = window.history()?;
    // In a frame a new entry would capture the host's *back*.
    if step == Step::Push && !is_framed() {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    }
}

/// The address, without query string and fragment.
#[must_use]
pub fn href() -> Option<String> {
    let href = window()?.location().href().ok()?;
    href.split(['?', '#']).next().map(str::to_owned)
}

/// Whether the page stands in another one.
#[must_use]
pub fn is_framed() -> bool {
    document_element().is_some_and(|root| root.has_attribute("data-framed"))
}

/// Calls back whenever the reader changes the address, by *back*, by *forward* or by hand.
///
/// It ends where what is returned is let go of.
#[must_use]
pub fn on_address(changed: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    on_each(["popstate", "hashchange"], changed)
}

/// Calls back whenever the reader turns away from what is being typed: it is entered, or left, or the page is.
///
/// It ends where what is returned is let go of.
#[must_use]
pub fn on_turning(turned: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    on_each(["change", "focusout", "pagehide"], turned)
}

/// Calls back at each of some events of the window.
fn on_each<const N: usize>(
    events: [&'static str; N],
    call: impl Fn() + Clone + 'static,
) -> Vec<EventListener> {
    let Some(window) = window() else { return Vec::new() };
    let listen = |event| {
        let call = call.clone();
        EventListener::new(&window, event, move |_| call())
    };
    events.map(listen).into()
}
