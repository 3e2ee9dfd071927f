//! Texts of the page that are made from figures.

use super::{appeared, number, pick, results, words};
use crate::corpus::{Corpus, Lang, Status, TransferId, When};
use crate::evidence::{self, Difference, Differences, Summary, Trust};

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
    let (de, en) = match status {
        Status::Unknown => ("kein Bericht sagt, wie weit", "no report says how far"),
        Status::Requested => ("jemand soll darum gebeten haben", "somebody is said to have asked"),
        Status::Negotiating => ("Gespräche sollen laufen", "talks are said to be under way"),
        Status::Planned => ("jemand soll es vorhaben", "somebody is said to intend it"),
        Status::Agreed => ("beide sollen zugestimmt haben", "both are said to have consented"),
        Status::Delivered => ("es soll angekommen sein", "it is said to have arrived"),
        Status::Refused => {
            ("wer gefragt wurde, soll abgelehnt haben", "the asked side is said to have declined")
        }
        Status::Cancelled => {
            ("ein früherer Plan soll beendet sein", "an earlier plan is said to have ended")
        }
    };
    pick(lang, de, en)
}

/// So many documents.
#[must_use]
pub fn documents(lang: Lang, count: usize) -> String {
    results(lang, crate::query::View::Documents, count)
}

/// So many claims.
#[must_use]
pub fn claims(lang: Lang, count: usize) -> String {
    results(lang, crate::query::View::Timeline, count)
}

/// What the button says that shows what the filters have found.
#[must_use]
pub fn show_results(lang: Lang, results: &str) -> String {
    match lang {
        Lang::De => format!("{results} zeigen"),
        Lang::En => format!("Show {results}"),
    }
}

/// What the button says that lists so many more.
#[must_use]
pub fn show_more(lang: Lang, count: usize) -> String {
    let number = number(lang, count);
    match lang {
        Lang::De => format!("{number} weitere zeigen"),
        Lang::En => format!("Show {number} more"),
    }
}

/// That a filter may be taken out.
#[must_use]
pub fn without(lang: Lang, filter: &str) -> String {
    let (open, close) = pick(lang, ("„", "“"), ("“", "”"));
    format!("{} {open}{filter}{close}", words(lang).without)
}

/// That another view holds something.
#[must_use]
pub fn elsewhere(lang: Lang, view: &str) -> String {
    format!("{} {view}", words(lang).elsewhere)
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
    format!("{} {}", words(lang).reported, months.join(", "))
}

/// A time as it is printed, with what it comes to: `“this year” (2023)`. Words such as *now* mean nothing alone.
#[must_use]
pub fn dated(lang: Lang, when: &When) -> String {
    let printed = when.words.as_ref().map(|it| super::quoted(lang, it.get(lang)));
    let span = when.span.map(|it| super::span(lang, it));
    match (printed, span) {
        (Some(printed), Some(span)) if printed.contains(&span) => printed,
        (Some(printed), Some(span)) => format!("{printed} ({span})"),
        (printed, span) => printed.or(span).unwrap_or_else(|| words(lang).undated.to_owned()),
    }
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
pub fn edition(lang: Lang, corpus: &Corpus) -> String {
    let Some(edition) = &corpus.source().edition else { return String::new() };
    match lang {
        Lang::De => format!("Stand {}, SHA-256 {}", edition.date, edition.sha256),
        Lang::En => format!("Edition of {}, SHA-256 {}", edition.date, edition.sha256),
    }
}

/// The page's first sentence: of how many transfers how many documents speak, how many of them as delivered, how many
/// origins they go back to, and how far the reports agree.
#[must_use]
pub fn first_sentence(lang: Lang, summary: &Summary, is_filtered: bool) -> String {
    if summary.transfers == 0 {
        return words(lang).nothing_found.to_owned();
    }
    let _ = is_filtered;
    [
        super::subject(lang, summary) + ".",
        super::by_origins(lang, summary),
        super::agreement(lang, summary),
    ]
    .join(" ")
}
