//! Dates, as a language writes them.

use super::words;
use crate::corpus::{Day, Lang};

/// A day: `8. November 2023`, `8 November 2023`. English is written as Britain writes it.
#[must_use]
pub fn day(lang: Lang, day: Day) -> String {
    let dates = &words(lang).dates;
    let month = named(&dates.months_after_day, day.month());
    dates.day(&day_of_month(lang, day), month, &day.year().to_string())
}

/// The number of a day in its month; some languages write *the first* otherwise.
#[must_use]
pub fn day_of_month(lang: Lang, day: Day) -> String {
    if day.day() == 1 { words(lang).dates.first_day.to_owned() } else { day.day().to_string() }
}

/// A month: `November 2023`.
#[must_use]
pub fn month(lang: Lang, year: u16, month: u8) -> String {
    let dates = &words(lang).dates;
    dates.month(named(&dates.months, month), &year.to_string())
}

/// A month in short, with its year where that is to be named.
#[must_use]
pub fn short_month(lang: Lang, year: u16, month: u8, names_year: bool) -> String {
    let dates = &words(lang).dates;
    let name = named(&dates.short_months, month);
    if names_year { dates.short_month(name, &year.to_string()) } else { name.to_owned() }
}

fn named(months: &[&'static str; 12], month: u8) -> &'static str {
    let name = usize::from(month).checked_sub(1).and_then(|at| months.get(at));
    name.expect("a month is one of twelve")
}
