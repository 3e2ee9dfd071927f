//! The countries' names, as the reader's browser knows them.

use crate::corpus::{Corpus, Country, CountryNames, Lang, Text};
use crate::locale::words;
use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

/// The countries' names in the corpus's order; the code where the browser knows none.
#[must_use]
pub fn country_names(corpus: &Corpus) -> CountryNames {
    let (long, short) = (known("long"), known("short"));
    let name = |country: &Country, of: &Known| {
        let name = |lang: Lang| {
            let names = of.iter().find(|(it, _)| *it == lang).map(|(_, names)| names);
            let name = names.zip(country.alpha2.as_deref()).and_then(|(names, it)| names.of(it));
            name.map_or_else(|| country.id.clone(), String::from)
        };
        country.name.clone().unwrap_or_else(|| Text::in_every(name))
    };
    let countries = corpus.source().countries.iter();
    CountryNames::new(countries.map(|it| (name(it, &long), name(it, &short))))
}

/// For each language what names regions in it.
type Known = [(Lang, Intl::DisplayNames); Lang::ALL.len()];

fn known(style: &str) -> Known {
    Lang::ALL.map(|lang| {
        let options = Object::new();
        for (key, value) in [("type", "region"), ("style", style)] {
            // Setting a field of a fresh object is never refused.
            let _ = Reflect::set(&options, &JsValue::from_str(key), &JsValue::from_str(value));
        }
        let tag = JsValue::from_str(words(lang).locale.countries);
        (lang, Intl::DisplayNames::new(&Array::of1(&tag), &options))
    })
}
