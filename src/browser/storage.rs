//! What is kept from one visit to the next: the language that the reader chose, and nothing else.

use crate::corpus::Lang;
use gloo::storage::{LocalStorage, Storage};

/// All local files share one storage in some browsers, so the key carries our name. `page.js` reads
/// it, before the program runs.
const LANGUAGE: &str = "claim-atlas.language";

/// Keeps the language for the next visit, where that is allowed.
pub fn store_language(lang: Lang) {
    // In a sandboxed frame the storage cannot even be touched, and gloo would throw.
    let is_allowed = web_sys::window().is_some_and(|it| matches!(it.local_storage(), Ok(Some(_))));
    if is_allowed {
        // Raw, since a tag needs no encoding. A full storage refuses; then the language is not kept.
        let _ = LocalStorage::raw().set_item(LANGUAGE, lang.tag());
    }
}
