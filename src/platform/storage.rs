//! What is kept from one visit to the next: the language that the reader chose, and nothing else.

use crate::corpus::Lang;
use gloo::storage::{LocalStorage, Storage};

/// All local files share one storage in some browsers, so the key carries our name.
const LANGUAGE: &str = "claim-atlas.language";

/// The language that was chosen on an earlier visit.
#[must_use]
pub fn stored_language() -> Option<Lang> {
    let tag: String = is_allowed().then(|| LocalStorage::get(LANGUAGE).ok())??;
    Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
}

/// Keeps the language for the next visit, where that is allowed.
pub fn store_language(lang: Lang) {
    if is_allowed() {
        // A full storage refuses; then the language is not kept.
        let _ = LocalStorage::set(LANGUAGE, lang.tag());
    }
}

/// In a sandboxed frame the storage cannot even be touched, and gloo would throw.
fn is_allowed() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}
