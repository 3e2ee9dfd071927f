//! The countries' names, as the reader's browser knows them.

use crate::corpus::{Corpus, Country, CountryNames, Lang, Text};
use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

/// The countries' names in the corpus's order; the code where the browser knows none.
#[must_use]
pub fn country_names(corpus: &Corpus) -> CountryNames {
    let [de, en] = Lang::ALL.map(|lang| {
        let options = Object::new();
        // Setting a field of a fresh object is never refused.
        let _ = Reflect::set(&options, &JsValue::from_str("type"), &JsValue::from_str("region"));
        // English is written as Britain writes it.
        let tag = if lang == Lang::En { "en-GB" } else { lang.tag() };
        Intl::DisplayNames::new(&Array::of1(&JsValue::from_str(tag)), &options)
    });
    let name = |of: &Intl::DisplayNames, country: &Country| {
        let name = country.alpha2.as_deref().and_then(|code| of.of(code));
        name.map_or_else(|| country.id.clone(), String::from)
    };
    let names = |country: &Country| {
        let known = || Text::new("de", name(&de, country)).with("en", name(&en, country));
        country.name.clone().unwrap_or_else(known)
    };
    corpus.source().countries.iter().map(names).collect()
}
