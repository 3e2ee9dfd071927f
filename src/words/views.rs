//! Texts of the views: chronology, origins, the pages of an origin and of a document, documents, context.

use super::{number, pick, results, short_month, span, status, words};
use crate::corpus::{Lang, Span, Status};
use crate::evidence::DayTick;
use crate::query::View;

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
    pub counts: &'static str,
    pub shown: &'static str,
    pub distrusted: &'static str,
    pub origins_hint: &'static str,
    pub ribbons_hint: &'static str,
    pub left_without: &'static str,
    pub none_left_without: &'static str,
    pub origins_note: &'static str,
    pub other_origins: &'static str,
    pub falls_with_others: &'static str,
    pub from_documents: &'static str,
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
    counts: "zählt",
    shown: "gezeigt",
    distrusted: "nicht geglaubt",
    origins_hint: "Schalten Sie einen Ursprung ab, um zu sehen, was ohne ihn noch stünde.",
    ribbons_hint: "Je dicker, desto mehr Aussagen; warm ist, was bestritten wird; gestrichelt, was keine Quelle nennt.",
    left_without: "Jetzt ohne Ursprung",
    none_left_without: "Jeder Transfer, der einen Ursprung hatte, hat noch einen.",
    origins_note: "Nicht gezählt wird, wer andere zitiert, für das Zitierte; was keine Quelle nennt; wer bestreitet oder nichts sagt. Ursprünge verschiedener Transfers werden nie zusammengezählt.",
    other_origins: "In dieser Auswahl nur zum Kontext, oder um etwas offen zu lassen",
    falls_with_others: "fällt mit anderen weg",
    from_documents: "aus",
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
    counts: "counts",
    shown: "shown",
    distrusted: "distrusted",
    origins_hint: "Switch an origin off to see what would still stand without it.",
    ribbons_hint: "The thicker, the more claims; warm is a denial; dashed is what names no source.",
    left_without: "Left without an origin",
    none_left_without: "Every transfer that had an origin still has one.",
    origins_note: "Not counted: whoever cites others, for what is cited; what names no source; whoever denies or says nothing. Origins of different transfers are never added up.",
    other_origins: "In this selection on context only, or leaving something open",
    falls_with_others: "falls with others",
    from_documents: "from",
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

/// What follows the number of transfers that go back to one origin.
#[must_use]
pub fn to_one(lang: Lang, count: usize) -> &'static str {
    let (one, many) = pick(
        lang,
        ("Transfer geht auf einen Ursprung zurück", "Transfers gehen auf einen Ursprung zurück"),
        ("transfer goes back to one origin", "transfers go back to one origin"),
    );
    if count == 1 { one } else { many }
}

/// What follows the number of those that go back to several.
#[must_use]
pub fn to_several(lang: Lang, _: usize) -> &'static str {
    pick(lang, "auf zwei oder mehr", "to two or more")
}

/// What follows the number of those that go back to none.
#[must_use]
pub fn to_none(lang: Lang, _: usize) -> &'static str {
    pick(lang, "auf keinen", "to none")
}

/// How many there were before somebody was distrusted.
#[must_use]
pub fn before(lang: Lang, count: usize) -> String {
    format!("({}: {})", pick(lang, "vorher", "before"), number(lang, count))
}

/// So many transfers.
#[must_use]
pub fn so_many_transfers(lang: Lang, count: usize) -> String {
    results(lang, View::Transfers, count)
}

/// That so many transfers are denied by somebody.
#[must_use]
pub fn denies_so_many(lang: Lang, count: usize) -> String {
    format!("{} {}", pick(lang, "bestreitet", "denies"), so_many_transfers(lang, count))
}

/// That somebody was asked about so many transfers, and says neither.
#[must_use]
pub fn silent_on(lang: Lang, count: usize) -> String {
    let text = pick(lang, "kein Kommentar zu", "no comment on");
    format!("{text} {}", so_many_transfers(lang, count))
}

/// That somebody says so of so many transfers, and is not counted.
#[must_use]
pub fn uncounted_for(lang: Lang, count: usize) -> String {
    format!(
        "{} {}",
        pick(lang, "nicht gezählt für", "not counted for"),
        so_many_transfers(lang, count)
    )
}

/// That somebody rests on unnamed people, for so many of so many transfers.
#[must_use]
pub fn hollow_for(lang: Lang, count: usize, of: usize) -> String {
    let text = words(lang).on_unnamed;
    if count == of {
        return text.to_owned();
    }
    match lang {
        Lang::De => format!("bei {} {text}", number(lang, count)),
        Lang::En => format!("{text} for {}", number(lang, count)),
    }
}
