//! Texts of the views: chronology, origins, the pages of an origin and of a document, documents.

use super::sentence::begun;
use super::{
    NAMED, apart, first_names, hollow_note, number, quoted, results, short_month, span, status,
    words,
};
use crate::corpus::{Lang, OriginKind, Span, Status};
use crate::evidence::{DayTick, Falling, Hollow, OriginSubject};
use crate::map::Drawing;
use crate::query::View;

/// A time that claims name: what of, where that is said, and whether it is inferred.
#[must_use]
pub fn moment(lang: Lang, time: Span, is_inferred: bool, stages: &[Status]) -> String {
    let mut notes: Vec<&str> = stages.iter().map(|&it| status(lang, it)).collect();
    if is_inferred {
        notes.push(words(lang).chronology.date_inferred);
    }
    let time = span(lang, time);
    if notes.is_empty() {
        time
    } else {
        format!("{time} ({})", notes.join(words(lang).signs.comma))
    }
}

/// What a map had no room for.
#[must_use]
pub fn not_drawn(lang: Lang, drawing: &Drawing) -> Option<String> {
    let words = words(lang);
    let said: [(usize, &dyn Fn(usize) -> String); 3] = [
        (drawing.without_tile.len(), &|count| words.countries_without_tile(count)),
        (drawing.lines_without_tile, &|count| words.lines_without_tile(count)),
        (drawing.lines_of_fewer, &|count| words.lines_of_fewer(count)),
    ];
    let said = said.into_iter().filter(|it| it.0 > 0);
    let all: Vec<String> = said.map(|(count, text)| text(count)).collect();
    (!all.is_empty()).then(|| all.join(" "))
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
    let words = words(lang);
    let names: Vec<String> = names.iter().map(|it| apart(lang, it)).collect();
    let Some((first, rest)) = names.split_first() else { return String::new() };
    let Some((last, between)) = rest.split_last() else { return first.clone() };
    let before = between.iter().fold(first.clone(), |before, it| words.next_name(&before, it));
    words.last_name(&before, last)
}

/// So many transfers.
#[must_use]
pub fn so_many_transfers(lang: Lang, count: usize) -> String {
    results(lang, View::Transfers, count)
}

/// That so many transfers are denied by somebody.
#[must_use]
pub fn denies_so_many(lang: Lang, count: usize) -> String {
    words(lang).origins.denies(&so_many_transfers(lang, count))
}

/// That somebody was asked about so many transfers, and says neither.
#[must_use]
pub fn silent_on(lang: Lang, count: usize) -> String {
    words(lang).origins.silent_on(&so_many_transfers(lang, count))
}

/// That somebody says so of so many transfers, and is not counted.
#[must_use]
pub fn uncounted_for(lang: Lang, count: usize) -> String {
    words(lang).origins.not_counted_for(&so_many_transfers(lang, count))
}

/// How somebody is hollow, for so many of so many transfers.
#[must_use]
pub fn hollow_for(lang: Lang, count: usize, of: usize, how: Hollow) -> String {
    let note = hollow_note(lang, how);
    if count == of { note.to_owned() } else { words(lang).origins.hollow_for(count, note) }
}

/// That nothing has an id.
#[must_use]
pub fn unknown_subject(lang: Lang, id: &str) -> String {
    words(lang).subject.unknown(&quoted(lang, id))
}

/// What an origin is: of what kind, whether it is unnamed, for which country it speaks, as that stands behind *to*.
#[must_use]
pub fn what_it_is(lang: Lang, kind: OriginKind, is_unnamed: bool, country: Option<&str>) -> String {
    let texts = &words(lang).subject;
    let mut text = super::origin_kind(lang, kind).to_owned();
    if is_unnamed {
        text = texts.unnamed(&text);
    }
    if let Some(country) = country {
        text = texts.speaks_for(&text, country);
    }
    begun(&text)
}

/// What an origin stands for. What stands out is marked with `*`.
#[must_use]
pub fn what_it_stands_for(lang: Lang, subject: &OriginSubject, how: Option<Hollow>) -> String {
    let texts = &words(lang).subject;
    let repeated = match subject.repeating.len() {
        0 => texts.none_repeats.to_owned(),
        count => texts.repeat(count),
    };
    let own = match subject.own.len() {
        0 => texts.none_is_own.to_owned(),
        count => texts.own(count),
    };
    let mut sentences =
        vec![[repeated, own].join(words(lang).signs.semicolon) + ".", counts_for(lang, subject)];
    let of_them = how.map(|how| texts.of_them(subject.hollow.len(), hollow_note(lang, how)));
    sentences.extend(of_them);
    sentences.join(" ")
}

/// For how many transfers an origin counts, alone or beside others.
fn counts_for(lang: Lang, subject: &OriginSubject) -> String {
    let texts = &words(lang).subject;
    let (only, beside) = (subject.only.len(), subject.beside.len());
    let how = match (only, beside) {
        (0, 0) => return texts.counts_for_none.to_owned(),
        (_, 0) => texts.as_only.to_owned(),
        (0, _) => texts.as_beside.to_owned(),
        _ => texts.as_both(&number(lang, only), &number(lang, beside)),
    };
    texts.counts_for(&so_many_transfers(lang, only + beside), &how)
}

/// What falls, or has fallen, with an origin. What stands out is marked with `*`.
#[must_use]
pub fn what_falls(lang: Lang, falling: &Falling, is_distrusted: bool) -> String {
    let texts = &words(lang).subject;
    let (without, all) = (falling.without.len(), number(lang, falling.of));
    let mut left = if is_distrusted {
        texts.have_lost(without, &all)
    } else {
        texts.would_lose(without, &all)
    };
    if !falling.keeping.is_empty() {
        left = texts.keep(falling.keeping.len(), &left);
    }
    let mut falls = texts.falls(&super::claims(lang, falling.claims.len()));
    if !falling.context.is_empty() {
        falls = texts.and_context(falling.context.len(), &falls);
    }
    if is_distrusted {
        falls = texts.everywhere(&falls);
    }
    format!("{left}. {falls}.")
}

/// That some origins are left.
#[must_use]
pub fn is_left(lang: Lang, origins: &[String]) -> String {
    let names = match origins.len() {
        ..=NAMED => names(lang, origins),
        _ => first_names(lang, origins, words(lang).signs.comma),
    };
    words(lang).subject.is_left(origins.len(), &names)
}

/// The language of a document, by its tag.
#[must_use]
pub fn document_language(lang: Lang, tag: &str) -> &str {
    let languages = &words(lang).languages;
    match tag {
        "ar" => languages.ar,
        "de" => languages.de,
        "en" => languages.en,
        "fr" => languages.fr,
        "pl" => languages.pl,
        "uk" => languages.uk,
        _ => tag,
    }
}
