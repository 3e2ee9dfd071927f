//! Numbers and dates, as a language writes them.
//!
//! Written here and not by the browser's `Intl`, which writes the same for more code, and is not
//! there when the build writes a page.

use super::pick;
use crate::corpus::{Day, Lang};

const MONTHS: [(&str, &str); 12] = [
    ("Januar", "January"),
    ("Februar", "February"),
    ("März", "March"),
    ("April", "April"),
    ("Mai", "May"),
    ("Juni", "June"),
    ("Juli", "July"),
    ("August", "August"),
    ("September", "September"),
    ("Oktober", "October"),
    ("November", "November"),
    ("Dezember", "December"),
];

/// A whole number: `13.077`, `13,077`.
#[must_use]
pub fn number(lang: Lang, number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(pick(lang, '.', ','));
        }
        text.push(digit);
    }
    text
}

/// A day: `8. November 2023`, `8 November 2023`. English is written as Britain writes it.
#[must_use]
pub fn day(lang: Lang, day: Day) -> String {
    let point = pick(lang, ". ", " ");
    day.day().to_string() + point + &month(lang, day.year(), day.month())
}

/// A month: `November 2023`.
#[must_use]
pub fn month(lang: Lang, year: u16, month: u8) -> String {
    let name = usize::from(month).checked_sub(1).and_then(|at| MONTHS.get(at));
    let (de, en) = name.expect("a month is one of twelve");
    [pick(lang, de, en), " ", &year.to_string()].concat()
}
