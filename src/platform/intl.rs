//! Names, numbers and dates, as the reader's browser knows them.

use crate::corpus::{Corpus, Country, Day, Lang, Text};
use crate::words::Locale;
use js_sys::{Array, Date, Function, Intl as Js, Object, Reflect};
use std::cell::OnceCell;
use wasm_bindgen::JsValue;

/// The browser's way to write numbers and dates in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Intl(pub Lang);

/// What is formatted.
#[derive(Clone, Copy)]
enum Format {
    Number,
    Day,
    Month,
}

thread_local! {
    /// A formatter for each language and format. One is dear to make and cheap to use.
    static FORMATS: [[OnceCell<Function>; 3]; Lang::ALL.len()] = Default::default();
}

impl Intl {
    fn format(self, format: Format, value: &JsValue) -> Option<String> {
        FORMATS.with(|formats| {
            let format_of = formats.get(self.0 as usize)?.get(format as usize)?;
            let format = format_of.get_or_init(|| formatter(self.0, format));
            format.call1(&JsValue::UNDEFINED, value).ok()?.as_string()
        })
    }
}

impl Locale for Intl {
    fn number(&self, number: usize) -> String {
        // Both languages write small numbers alike, and nearly all are small.
        if number < 1000 {
            return number.to_string();
        }
        #[expect(clippy::cast_precision_loss, reason = "no count comes near 2^53")]
        let value = JsValue::from_f64(number as f64);
        self.format(Format::Number, &value).unwrap_or_else(|| number.to_string())
    }

    fn day(&self, day: Day) -> String {
        let date = date(day.year(), day.month(), day.day());
        self.format(Format::Day, &date).unwrap_or_else(|| day.to_string())
    }

    fn month(&self, year: u16, month: u8) -> String {
        let written = self.format(Format::Month, &date(year, month, 1));
        written.unwrap_or_else(|| format!("{year:04}-{month:02}"))
    }
}

/// English is written as Britain writes it, with the day first, as German is.
fn locales(lang: Lang) -> Array {
    let tag = match lang {
        Lang::De => "de",
        Lang::En => "en-GB",
    };
    Array::of1(&JsValue::from_str(tag))
}

fn formatter(lang: Lang, format: Format) -> Function {
    let options = Object::new();
    let parts: &[(&str, &str)] = match format {
        Format::Number => return Js::NumberFormat::new(&locales(lang), &options).format(),
        Format::Day => &[("year", "numeric"), ("month", "long"), ("day", "numeric")],
        Format::Month => &[("year", "numeric"), ("month", "long")],
    };
    // A day is no moment: it must not shift with the reader's time zone.
    set(&options, "timeZone", "UTC");
    for (part, style) in parts {
        set(&options, part, style);
    }
    Js::DateTimeFormat::new(&locales(lang), &options).format()
}

fn date(year: u16, month: u8, day: u8) -> JsValue {
    let milliseconds = Date::utc(f64::from(year), f64::from(month) - 1.0);
    let date = Date::new(&JsValue::from_f64(milliseconds));
    date.set_utc_date(u32::from(day));
    date.into()
}

fn set(options: &Object, key: &str, value: &str) {
    // Setting a field of a fresh object is never refused.
    let _ = Reflect::set(options, &JsValue::from_str(key), &JsValue::from_str(value));
}

/// The countries' names in the corpus's order; the code where the browser knows none.
#[must_use]
pub fn country_names(corpus: &Corpus) -> Vec<Text> {
    let [de, en] = Lang::ALL.map(|lang| {
        let options = Object::new();
        set(&options, "type", "region");
        Js::DisplayNames::new(&locales(lang), &options)
    });
    let name = |of: &Js::DisplayNames, country: &Country| {
        let name = country.alpha2.as_deref().and_then(|code| of.of(code));
        name.map_or_else(|| country.id.clone(), String::from)
    };
    let names = |country: &Country| {
        let known = || Text { de: name(&de, country), en: name(&en, country) };
        country.name.clone().unwrap_or_else(known)
    };
    corpus.source().countries.iter().map(names).collect()
}

/// The first of the reader's languages that the viewer speaks; English where it speaks none.
#[must_use]
pub fn preferred_language() -> Lang {
    let languages = web_sys::window().map(|window| window.navigator().languages());
    let mut tags = languages.into_iter().flat_map(|tags| tags.iter().collect::<Vec<_>>());
    let speaks = |tag: JsValue| {
        let tag = tag.as_string()?;
        Lang::ALL.into_iter().find(|lang| tag.split('-').next() == Some(lang.tag()))
    };
    tags.find_map(speaks).unwrap_or(Lang::En)
}
