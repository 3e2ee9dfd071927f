//! The countries' names, as the reader's browser knows them.

use crate::corpus::{Corpus, Country, CountryNames, Lang, Text};
use crate::locale::words;
use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

/// The countries' names in the corpus's order; the code where the browser knows none.
#[must_use]
pub fn country_names(corpus: &Corpus) -> CountryNames {
    let known = Lang::ALL.map(|lang| {
        let options = Object::new();
        // Setting a field of a fresh object is never refused.
        let _ = Reflect::set(&options, &JsValue::from_str("type"), &JsValue::from_str("region"));
        let tag = JsValue::from_str(words(lang).locale.countries);
        (lang, Intl::DisplayNames::new(&Array::of1(&tag), &options))
    });
    let name = |country: &Country, lang: Lang| {
        let code = country.alpha2.as_deref();
        let of = known.iter().find(|(it, _)| *it == lang).map(|(_, names)| names);
        let name = of.zip(code).and_then(|(names, code)| names.of(code));
        name.map_or_else(|| country.id.clone(), String::from)
    };
    let names = |country: &Country| {
        let known = || Text::in_every(|lang| name(country, lang));
        country.name.clone().unwrap_or_else(known)
    };
    corpus.source().countries.iter().map(names).collect()
}
