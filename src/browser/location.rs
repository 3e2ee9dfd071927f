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
pub fn show_address(fragment: &str, step: Step) {
    let Some(window) = window() else { return };
    let shown = show(&window, fragment, step);
    if shown.is_err() && step == Step::Push {
        // Refused again, there is nothing left to try.
        let _ = window.location().set_hash(fragment);
    }
}

fn show(window: &Window, fragment: &str, step: Step) -> Result<(), JsValue> {
    // A relative address would be resolved against the host's in a `srcdoc` frame.
    let href = window.location().href()?;
    let before = href.split('#').next().unwrap_or_default();
    let mut url = before.split('?').next().unwrap_or_default().to_owned();
    let others = link::foreign_parameters(before.split_once('?').map_or("", |(_, search)| search));
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
pub fn on_address(changed: impl Fn() + Clone + 'static) {
    let Some(window) = window() else { return };
    for event in ["popstate", "hashchange"] {
        let changed = changed.clone();
        // The page listens as long as it lives.
        EventListener::new(&window, event, move |_| changed()).forget();
    }
}
