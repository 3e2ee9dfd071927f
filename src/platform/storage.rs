//! What is kept from one visit to the next: the language that the reader chose, and nothing else.

use crate::corpus::Lang;
use gloo::storage::{LocalStorage, Storage};

/// All local files share one storage in some browsers, so the key carries our name.
const LANGUAGE: &str = "claim-atlas.language";

/// The language that was chosen on an earlier visit.
#[must_use]
pub fn stored_language() -> Option<Lang> {
    let tag = storage()?.get_item(LANGUAGE).ok()??;
    Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
}

/// Keeps the language for the next visit, where that is allowed.
pub fn store_language(lang: Lang) {
    if let Some(storage) = storage() {
        // A full storage refuses; then the language is not kept.
        let _ = storage.set_item(LANGUAGE, lang.tag());
    }
}

/// The storage, raw, since a tag needs no encoding. In a sandboxed frame it cannot even be touched,
/// and gloo would throw.
fn storage() -> Option<web_sys::Storage> {
    let is_allowed = matches!(web_sys::window()?.local_storage(), Ok(Some(_)));
    is_allowed.then(LocalStorage::raw)
}
