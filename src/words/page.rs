//! Texts of the page that are made from figures.

use super::{appeared, day, nothing, number, quoted, results, sentence::begun, words};
use crate::corpus::{Corpus, Lang, Span, Status, TransferId, When};
use crate::evidence::{self, Difference, Differences, Summary, Trust};
use crate::guest::Guest;
use crate::map::Denial;
use crate::query::{Nearest, Selection, View};

/// A part of a text in which what is to stand out is marked: `speak of *16 transfers*`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis<'a> {
    /// As the rest.
    Plain(&'a str),
    /// What stands out.
    Strong(&'a str),
}

impl<'a> Emphasis<'a> {
    /// The parts of a text.
    pub fn parts(text: &'a str) -> impl Iterator<Item = Self> {
        let parts = text.split('*').enumerate();
        parts.map(|(at, text)| if at % 2 == 1 { Self::Strong(text) } else { Self::Plain(text) })
    }
}

/// What a status means.
#[must_use]
pub fn status_means(lang: Lang, status: Status) -> &'static str {
    let meanings = &words(lang).status_meanings;
    match status {
        Status::Unknown => meanings.unknown,
        Status::Requested => meanings.requested,
        Status::Negotiating => meanings.negotiating,
        Status::Planned => meanings.planned,
        Status::Agreed => meanings.agreed,
        Status::Delivered => meanings.delivered,
        Status::Refused => meanings.refused,
        Status::Cancelled => meanings.cancelled,
    }
}

/// So many documents.
#[must_use]
pub fn documents(lang: Lang, count: usize) -> String {
    results(lang, View::Documents, count)
}

/// So many claims.
#[must_use]
pub fn claims(lang: Lang, count: usize) -> String {
    words(lang).counted.claims(count)
}

/// What the button says that shows what the filters have found.
#[must_use]
pub fn show_results(lang: Lang, results: &str) -> String {
    words(lang).show_results(results)
}

/// What the button says that lists so many more.
#[must_use]
pub fn show_more(lang: Lang, count: usize) -> String {
    words(lang).show_more(count)
}

/// That a filter may be taken out.
#[must_use]
pub fn without(lang: Lang, filter: &str) -> String {
    words(lang).without_filter(&quoted(lang, filter))
}

/// How many of what a view lists something finds; how many claims, where they are listed elsewhere.
#[must_use]
pub fn found(lang: Lang, view: View, selection: &Selection) -> String {
    match selection.count(view) {
        0 => claims(lang, selection.claims.len()),
        count => results(lang, view, count),
    }
}

/// How many of the typed words are nearest to them; nothing where none is left out.
#[must_use]
pub fn kept(lang: Lang, nearest: &Nearest) -> Option<String> {
    let Nearest { kept, typed, .. } = *nearest;
    (kept < typed).then(|| words(lang).kept_of(typed, &number(lang, kept)))
}

/// That another view holds something.
#[must_use]
pub fn elsewhere(lang: Lang, view: &str) -> String {
    words(lang).found_under(view)
}

/// How far a tile's transfers are said to have come, and whether that is denied.
#[must_use]
pub fn said_of_tile(lang: Lang, statuses: &[Status], denial: Denial) -> String {
    let said: Vec<&str> = statuses.iter().map(|it| super::status(lang, *it)).collect();
    let said = said.join(" / ");
    match denial {
        Denial::None => said,
        Denial::Partly => [&said, words(lang).signs.comma, words(lang).partly_denied].concat(),
        Denial::Wholly => [&said, words(lang).signs.comma, words(lang).denied].concat(),
    }
}

/// When a transfer was reported: the months of the documents that speak of it.
#[must_use]
pub fn reported(lang: Lang, trust: Trust, transfer: TransferId) -> String {
    let mut months: Vec<String> = Vec::new();
    for document in evidence::backing(trust, transfer).documents.iter() {
        let month = appeared(lang, &trust.corpus.document(document).published);
        if !months.contains(&month) {
            months.push(month);
        }
    }
    if months.iter().all(|month| month == words(lang).undated) {
        return words(lang).undated.to_owned();
    }
    words(lang).reported_in(&months.join(words(lang).signs.comma))
}

/// A time in two parts: what is printed, and what that comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The words that are printed, behind the tag of their language.
    pub printed: Option<(String, String)>,
    /// What follows from them, or from the rest of the text.
    pub follows: Option<String>,
}

/// A time as it is printed, with what it comes to: `“this year” (2023)`. Words such as *now* mean nothing alone. What
/// does not follow from the words alone is called inferred. The language is that of the document that prints it.
#[must_use]
pub fn dated(lang: Lang, when: &When, language: &str) -> Dated {
    let texts = words(lang);
    let printed = when.words.as_ref().map(|it| it.printed(lang, language));
    let printed = printed.map(|(tag, words)| (tag.to_owned(), quoted(lang, words)));
    let span = when.span.map(|it| super::span(lang, it));
    let is_inferred = span.is_some() && evidence::is_inferred(when);
    let follows = match (&printed, span) {
        (None, None) => Some(texts.undated.to_owned()),
        (None, Some(span)) if is_inferred => Some(texts.dates.inferred(&span)),
        (None, span) => span,
        (Some((_, printed)), span) => {
            let span = span.filter(|it| !printed.contains(it));
            let inferred = is_inferred.then(|| texts.comparison.inferred.to_owned());
            let notes: Vec<String> = span.into_iter().chain(inferred).collect();
            (!notes.is_empty()).then(|| format!(" ({})", notes.join(words(lang).signs.comma)))
        }
    };
    Dated { printed, follows }
}

/// What stands between values that differ in one of some kinds; nothing where they do not.
#[must_use]
pub fn sign_between(differences: &Differences, kinds: &[Difference]) -> Option<&'static str> {
    let mut kinds = kinds.iter().filter(|kind| differences.has(**kind)).peekable();
    kinds.peek()?;
    let is_compatible = kinds.all(|kind| differences.is_compatible(*kind));
    Some(if is_compatible { " ≈ " } else { " ≠ " })
}

/// Which state of the corpus this is.
#[must_use]
pub fn edition(lang: Lang, of: Option<&Guest>, corpus: &Corpus) -> String {
    let Some(edition) = &corpus.source().edition else { return String::new() };
    // Of a corpus that was read the hash is known, whatever it says of itself.
    let sha256 = of.map_or(Some(&edition.sha256), |it| it.sha256.as_ref());
    match sha256.filter(|it| !it.is_empty()) {
        Some(sha256) => words(lang).edition(&super::apart(lang, &edition.date), sha256),
        None => words(lang).guest.edition_of(&date(lang, &edition.date)),
    }
}

/// The day of the edition; nothing where the corpus has none.
#[must_use]
pub fn edition_day(lang: Lang, corpus: &Corpus) -> Option<String> {
    Some(date(lang, &corpus.source().edition.as_ref()?.date))
}

/// A day that the corpus writes as ISO 8601 has it.
#[must_use]
pub fn date(lang: Lang, date: &str) -> String {
    let first = date.parse::<Span>().ok().and_then(|it| it.from);
    first.map_or_else(|| date.to_owned(), |it| day(lang, it))
}

/// The page's first sentences: of how many transfers how many documents speak, how many of them as delivered, how many
/// origins they go back to, and how far the reports agree. What stands out is marked; see [`Emphasis`].
#[must_use]
pub fn first_sentence(lang: Lang, summary: &Summary, is_filtered: bool) -> String {
    if summary.transfers == 0 {
        let of_filters = nothing(lang, View::Transfers, summary.context > 0);
        return if is_filtered { of_filters } else { words(lang).first.nothing }.to_owned();
    }
    [spoken_of(lang, summary, is_filtered), origins(lang, summary), agreement(lang, summary)]
        .join(" ")
}

/// Of how many transfers documents speak, and of how many as delivered. Of what is said to be delivered and to have
/// ended it is not said; where that is all, nothing is said of delivery.
fn spoken_of(lang: Lang, summary: &Summary, is_filtered: bool) -> String {
    let texts = &words(lang).first;
    let &Summary {
        documents, transfers, reached: [delivered, _, _, settled_and_ended, ..], ..
    } = summary;
    let what = texts.of_transfers(transfers);
    let speak = if is_filtered {
        texts.filtered_speak(documents, &what)
    } else {
        texts.speak(documents, &what)
    };
    match (delivered, transfers) {
        (0, _) if settled_and_ended > 0 => speak + ".",
        (0, 1) => texts.it_is_not_delivered(&speak),
        (0, _) => texts.none_delivered(&speak),
        (1, 1) => texts.it_is_delivered(&speak),
        (2, 2) => texts.both_delivered(&speak),
        _ if delivered == transfers => texts.all_delivered(&speak),
        _ => texts.several_delivered(delivered, &speak),
    }
}

/// How many of the transfers go back to a single origin, and to none; to several, where none has just one. Origins of
/// different transfers are never added up.
fn origins(lang: Lang, summary: &Summary) -> String {
    let texts = &words(lang).first;
    let text = match (summary.by_origins, summary.transfers) {
        ([_, 1, _], 1) => texts.it_to_one.to_owned(),
        ([_, _, 1], 1) => texts.it_to_several.to_owned(),
        ([..], 1) => texts.it_to_none.to_owned(),
        ([0, 0, several], _) => texts.to_several(several),
        ([none, 0, 0], _) => texts.to_none(none),
        ([none, 0, several], _) => texts.and_to_none(none, &texts.to_several(several)),
        ([0, one, _], _) => texts.to_one(one),
        ([none, one, _], _) => texts.and_to_none(none, &texts.to_one(one)),
    };
    text + "."
}

/// How many are denied or contradicted, and how many both sides confirm.
fn agreement(lang: Lang, summary: &Summary) -> String {
    let texts = &words(lang).first;
    let &Summary { denied, contradicted, confirmed_by_both: confirmed, transfers, .. } = summary;
    let is_one = transfers == 1;
    let disputed = match (denied, contradicted) {
        (0, 0) => None,
        (_, 0) if is_one => Some(texts.it_is_denied.to_owned()),
        (0, _) if is_one => Some(texts.it_is_contradicted.to_owned()),
        (_, _) if is_one => Some(texts.it_is_both.to_owned()),
        (_, 0) => Some(texts.denied(denied)),
        (0, _) => Some(texts.contradicted(contradicted)),
        (_, _) => {
            // The verb is not said again where it would be the same.
            let is_same = (denied == 1) == (contradicted == 1);
            let contradicted = if is_same {
                texts.contradicted_likewise(contradicted)
            } else {
                texts.contradicted(contradicted)
            };
            Some(texts.denied_and_contradicted(&texts.denied(denied), &contradicted))
        }
    };
    let confirmed = match confirmed {
        0 if is_one => texts.it_is_not_confirmed.to_owned(),
        _ if is_one => texts.it_is_confirmed.to_owned(),
        0 => texts.none_confirmed.to_owned(),
        confirmed => texts.confirmed(confirmed),
    };
    begun(
        &disputed
            .into_iter()
            .chain([confirmed])
            .collect::<Vec<_>>()
            .join(words(lang).signs.semicolon),
    )
}
