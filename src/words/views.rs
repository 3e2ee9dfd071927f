//! Texts of the views: chronology, origins, the pages of an origin and of a document, documents, context.

use super::{pick, short_month, span, status};
use crate::corpus::{Lang, Span, Status};
use crate::evidence::DayTick;

/// The plain texts of one language. A field is named by what it says.
#[expect(missing_docs, reason = "the texts below are the documentation")]
pub struct ViewWords {
    pub said_to_happen: &'static str,
    pub date_inferred: &'static str,
    pub end_open: &'static str,
    pub reported_that_day: &'static str,
    pub reported_in_that_time: &'static str,
    pub reported_inferred: &'static str,
    pub denied_then: &'static str,
    pub date_not_stated: &'static str,
    pub reported_then: &'static str,
    pub chronology_note: &'static str,
    pub no_dates: &'static str,
    pub only_context: &'static str,
    pub brush: &'static str,
    pub brush_hint: &'static str,
    pub dated_within: &'static str,
    pub dated_vaguely: &'static str,
    pub all_time: &'static str,
    pub begins: &'static str,
    pub ends: &'static str,
}

/// The plain texts of a language.
#[must_use]
pub fn view_words(lang: Lang) -> &'static ViewWords {
    match lang {
        Lang::De => &GERMAN,
        Lang::En => &ENGLISH,
    }
}

const GERMAN: ViewWords = ViewWords {
    said_to_happen: "soll geschehen",
    date_inferred: "Datum erschlossen",
    end_open: "Ende offen",
    reported_that_day: "an diesem Tag berichtet",
    reported_in_that_time: "in dieser Zeit berichtet",
    reported_inferred: "Zeit des Berichts erschlossen",
    denied_then: "bestritten",
    date_not_stated: "ohne Datum",
    reported_then: "berichtet",
    chronology_note: "Je länger ein Balken, desto ungenauer die Angabe; ein Ende, das verblasst, lässt der Text offen.",
    no_dates: "Kein Dokument der Auswahl hat ein Datum, und keine ihrer Aussagen nennt eines.",
    only_context: "Was ausgewählt ist, betrifft keinen Transfer. Es steht unter Kontext.",
    brush: "Zeitraum",
    brush_hint: "Aussagen nach der berichteten Zeit; wo keine steht, nach dem Erscheinen des Dokuments. Griffe ziehen, um zu filtern.",
    dated_within: "auf diese Zeit datiert",
    dated_vaguely: "vielleicht in dieser Zeit",
    all_time: "alles",
    begins: "Beginn des Zeitraums",
    ends: "Ende des Zeitraums",
};

const ENGLISH: ViewWords = ViewWords {
    said_to_happen: "said to happen",
    date_inferred: "date inferred",
    end_open: "end open",
    reported_that_day: "reported that day",
    reported_in_that_time: "reported in that time",
    reported_inferred: "time of the report inferred",
    denied_then: "denied",
    date_not_stated: "date not stated",
    reported_then: "reported",
    chronology_note: "The longer a bar, the vaguer the date; an end that fades is one that the text leaves open.",
    no_dates: "No document in this selection has a date, and none of its claims states one.",
    only_context: "What is selected is about no transfer. It stands under Context.",
    brush: "Period",
    brush_hint: "Claims by the time that is reported; where there is none, by when the document appeared. Drag the handles to filter.",
    dated_within: "dated to that time",
    dated_vaguely: "possibly in that time",
    all_time: "all",
    begins: "Start of the period",
    ends: "End of the period",
};

/// A time that claims name: what of, where that is said, and whether it is inferred.
#[must_use]
pub fn moment(lang: Lang, time: Span, is_inferred: bool, stages: &[Status]) -> String {
    let mut notes: Vec<&str> = stages.iter().map(|&it| status(lang, it)).collect();
    if is_inferred {
        notes.push(view_words(lang).date_inferred);
    }
    let time = span(lang, time);
    if notes.is_empty() { time } else { format!("{time} ({})", notes.join(", ")) }
}

/// What a mark on an axis of days is called: the year where one begins, else the month, with the year where that is
/// another than before.
#[must_use]
pub fn tick(lang: Lang, tick: &DayTick) -> String {
    let (year, month) = (tick.day.year(), tick.day.month());
    if month == 1 { year.to_string() } else { short_month(lang, year, month, tick.names_year) }
}

/// Names one after the other: `A`, `A and B`, `A, B and C`.
#[must_use]
pub fn names(lang: Lang, names: &[String]) -> String {
    match names {
        [] => String::new(),
        [name] => name.clone(),
        [before @ .., last] => before.join(", ") + pick(lang, " und ", " and ") + last,
    }
}
