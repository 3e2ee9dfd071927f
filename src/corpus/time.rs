//! Time as reports give it: intervals that keep the words they were printed in.

use super::Text;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A calendar day, proleptic Gregorian.
///
/// Private fields, because a month and a day have bounds: made by [`Day::new`] or parsed from
/// ISO 8601, `2023-11-08`. Years run from 1000 to 9999, so that text order is time order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    of_month: u8,
}

impl Day {
    /// The day, or nothing where the calendar has no such day.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = (1000..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        exists.then_some(Self { year, month, of_month: day })
    }

    /// The year, 1000 to 9999.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.of_month
    }

    /// Its place in the row of all days: 0 is 1 March of the year 0, and the next day is 1 more.
    #[must_use]
    pub fn number(self) -> u32 {
        // Years that begin in March have their odd day at the end.
        let month = (u32::from(self.month) + 9) % 12;
        let year = u32::from(self.year) - month / 10;
        let years = 365 * year + year / 4 - year / 100 + year / 400;
        years + (153 * month + 2) / 5 + u32::from(self.of_month) - 1
    }

    /// The day at a place in the row of all days; nothing outside the years 1000 to 9999.
    #[must_use]
    pub fn from_number(number: u32) -> Option<Self> {
        // 146,097 days are 400 years. One more step may be needed, where a guess falls short.
        let year = number.saturating_mul(4) / 1461;
        let guess = Self::new(u16::try_from(year).ok()?.clamp(1000, 9999), 1, 1)?;
        let mut year = guess.year;
        while year > 1000 && Self::new(year, 1, 1)?.number() > number {
            year -= 1;
        }
        while Self::new(year, 12, 31)?.number() < number {
            year = year.checked_add(1)?;
        }
        let mut left = number.checked_sub(Self::new(year, 1, 1)?.number())?;
        let mut month = 1;
        while left >= u32::from(days_in_month(year, month)) {
            left -= u32::from(days_in_month(year, month));
            month += 1;
        }
        Self::new(year, month, u8::try_from(left + 1).ok()?)
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.of_month)
    }
}

/// Why a text is no day or span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayError;

impl fmt::Display for DayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no such date: write a day `2023-11-08`, a month `2023-11`, a year `2023`, or two of them as `2023-11/2023-12`, with `..` for an open end")
    }
}

/// An interval of days, both included, either end open.
///
/// Read and written as Extended Date/Time Format (ISO 8601-2): `2023-11-08`, `2023-11`, `2023`,
/// `2023-11-08/2023-12-08`, `2022-12-11/..`, `../2022-09-30`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize,
)]
#[serde(try_from = "String", into = "String")]
pub struct Span {
    /// The first day, where there is one.
    pub from: Option<Day>,
    /// The last day, where there is one.
    pub to: Option<Day>,
}

impl Span {
    /// Whether both have a day in common.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        let before = |end: Option<Day>, start: Option<Day>| matches!((end, start), (Some(end), Some(start)) if end < start);
        !before(self.to, other.from) && !before(other.to, self.from)
    }

    /// Whether it says nothing, both ends being open.
    #[must_use]
    pub fn is_open(self) -> bool {
        self == Self::default()
    }

    /// Whether it ends before it begins.
    #[must_use]
    pub fn is_backwards(self) -> bool {
        matches!((self.from, self.to), (Some(from), Some(to)) if to < from)
    }

    /// The year, where it is exactly one whole year.
    #[must_use]
    pub fn whole_year(self) -> Option<u16> {
        let year = self.from?.year;
        (self == Self { from: Day::new(year, 1, 1), to: Day::new(year, 12, 31) }).then_some(year)
    }

    /// A whole month.
    #[must_use]
    pub fn month(year: u16, month: u8) -> Self {
        let day = |day| Day::new(year, month, day);
        Self { from: day(1), to: day(days_in_month(year, month)) }
    }

    /// The year and month, where it is exactly one whole month.
    #[must_use]
    pub fn whole_month(self) -> Option<(u16, u8)> {
        let Day { year, month, .. } = self.from?;
        let last = Day::new(year, month, days_in_month(year, month));
        (self == Self { from: Day::new(year, month, 1), to: last }).then_some((year, month))
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(year) = self.whole_year() {
            return write!(f, "{year:04}");
        }
        if let Some((year, month)) = self.whole_month() {
            return write!(f, "{year:04}-{month:02}");
        }
        match (self.from, self.to) {
            (Some(from), Some(to)) if from == to => write!(f, "{from}"),
            (Some(from), Some(to)) => write!(f, "{from}/{to}"),
            (Some(from), None) => write!(f, "{from}/.."),
            (None, Some(to)) => write!(f, "../{to}"),
            (None, None) => f.write_str("../.."),
        }
    }
}

impl FromStr for Span {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        match text.split_once('/') {
            None => period(text),
            Some((from, to)) => Ok(Self {
                from: end(from)?.and_then(|span| span.from),
                to: end(to)?.and_then(|span| span.to),
            }),
        }
    }
}

fn end(text: &str) -> Result<Option<Span>, DayError> {
    if text == ".." { Ok(None) } else { period(text).map(Some) }
}

/// A year, a month or a day, as the interval that it covers.
fn period(text: &str) -> Result<Span, DayError> {
    let mut parts = text.split('-');
    let year = number(parts.next(), 4)?.ok_or(DayError)?;
    let month = number(parts.next(), 2)?;
    let day = number(parts.next(), 2)?;
    if parts.next().is_some() {
        return Err(DayError);
    }
    let small = |n: u16| u8::try_from(n).map_err(|_| DayError);
    let (first, last) = match (month, day) {
        (None, _) => (Day::new(year, 1, 1), Day::new(year, 12, 31)),
        (Some(month), None) => {
            let month = small(month)?;
            (Day::new(year, month, 1), Day::new(year, month, days_in_month(year, month)))
        }
        (Some(month), Some(day)) => {
            let day = Day::new(year, small(month)?, small(day)?);
            (day, day)
        }
    };
    Ok(Span { from: Some(first.ok_or(DayError)?), to: Some(last.ok_or(DayError)?) })
}

fn number(part: Option<&str>, width: usize) -> Result<Option<u16>, DayError> {
    let Some(part) = part else { return Ok(None) };
    // `parse` alone would take `+023` too.
    if part.len() != width || !part.bytes().all(|b| b.is_ascii_digit()) {
        return Err(DayError);
    }
    part.parse().map(Some).map_err(|_| DayError)
}

impl TryFrom<String> for Span {
    type Error = DayError;

    fn try_from(text: String) -> Result<Self, DayError> {
        text.parse()
    }
}

impl From<Span> for String {
    fn from(span: Span) -> Self {
        span.to_string()
    }
}

/// When something is said to happen, or to have been said.
///
/// `April` and `mid-December` keep their words beside the interval that follows from them. One
/// without words is undated: its interval, if any, is inferred, and `basis` says from what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct When {
    /// As printed, in the document's language and translated; nothing where no date is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
    /// What follows from the words, or can be inferred without them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// What the interval was inferred from, where the words alone do not give it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Text>,
}

impl When {
    /// Whether no date is printed.
    #[must_use]
    pub fn is_undated(&self) -> bool {
        self.words.is_none()
    }
}
