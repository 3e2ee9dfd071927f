//! Sentences made from data.

use super::{day, facet, month, number, pick, words};
use crate::corpus::{Corpus, Lang, Span, When};
use crate::evidence::{Difference, Summary};
use crate::query::{Facet, View};
use crate::share::Unread;

/// The page's first sentence: what the selected transfers come to.
#[must_use]
pub fn summary(lang: Lang, summary: &Summary) -> String {
    let Summary { documents, origins, transfers, suppliers, confirmed_by_both } = *summary;
    if transfers == 0 {
        return words(lang).nothing_found.to_owned();
    }
    let of = |count, (de, en): ((&str, &str), (&str, &str))| {
        let (one, many) = pick(lang, de, en);
        counted(lang, count, one, many)
    };
    let documents = of(documents, (("Dokument", "Dokumenten"), ("document", "documents")));
    let claiming = of(
        origins,
        (
            ("unabhängiger Ursprung", "unabhängige Ursprünge"),
            ("independent origin", "independent origins"),
        ),
    );
    let things = of(transfers, (("Transfer", "Transfers"), ("transfer", "transfers")));
    let givers = of(suppliers, (("Geber", "Gebern"), ("supplier", "suppliers")));
    let first = match lang {
        Lang::De => {
            let verb = if origins == 1 { "behauptet" } else { "behaupten" };
            format!("In {documents} {verb} {claiming} {things} von {givers}.")
        }
        Lang::En => {
            let verb = if origins == 1 { "claims" } else { "claim" };
            format!("In {documents}, {claiming} {verb} {things} from {givers}.")
        }
    };
    format!("{first} {}", confirmation(lang, transfers, confirmed_by_both))
}

fn confirmation(lang: Lang, transfers: usize, confirmed: usize) -> String {
    let number = number(lang, confirmed);
    match (lang, transfers, confirmed) {
        (Lang::De, 1, 0) => "Beide Seiten bestätigt hat ihn keine Quelle im Korpus.".to_owned(),
        (Lang::De, _, 0) => "Keinen davon haben beide Seiten bestätigt.".to_owned(),
        (Lang::De, 1, _) => "Beide Seiten haben ihn bestätigt.".to_owned(),
        (Lang::De, _, 1) => "Einen davon haben beide Seiten bestätigt.".to_owned(),
        (Lang::De, ..) => format!("{number} davon haben beide Seiten bestätigt."),
        (Lang::En, 1, 0) => "It is not confirmed by both sides.".to_owned(),
        (Lang::En, _, 0) => "None is confirmed by both sides.".to_owned(),
        (Lang::En, 1, _) => "It is confirmed by both sides.".to_owned(),
        (Lang::En, _, 1) => "One is confirmed by both sides.".to_owned(),
        (Lang::En, ..) => format!("{number} are confirmed by both sides."),
    }
}

/// How many results there are, for the list's heading and for those who only hear it.
#[must_use]
pub fn results(lang: Lang, view: View, count: usize) -> String {
    let ((one_de, many_de), (one_en, many_en)) = match view {
        View::Transfers => (("Transfer", "Transfers"), ("transfer", "transfers")),
        View::Context => {
            (("Aussage zum Kontext", "Aussagen zum Kontext"), ("context claim", "context claims"))
        }
        View::Documents => (("Dokument", "Dokumente"), ("document", "documents")),
        View::Disputed => (
            ("strittiger Transfer", "strittige Transfers"),
            ("disputed transfer", "disputed transfers"),
        ),
        View::Origins => (("Ursprung", "Ursprünge"), ("origin", "origins")),
        View::Timeline => (("Aussage", "Aussagen"), ("claim", "claims")),
    };
    let (one, many) = pick(lang, (one_de, many_de), (one_en, many_en));
    counted(lang, count, one, many)
}

/// The name of a kind of difference; where it is compatible, that no more than precision differs.
#[must_use]
pub fn difference(lang: Lang, kind: Difference, compatible: bool) -> &'static str {
    let (de, en) = match kind {
        Difference::Number if compatible => ("Zahl ungleich genau", "numbers differ in precision"),
        Difference::Time if compatible => ("Zeit ungleich genau", "dates differ in precision"),
        Difference::Actor => ("Beteiligte weichen ab", "who acts differs"),
        Difference::Number => ("Zahl weicht ab", "numbers differ"),
        Difference::Status => ("Stand weicht ab", "status differs"),
        Difference::Time => ("Zeit weicht ab", "dates differ"),
        Difference::Denial => ("bestritten", "denied"),
        Difference::WithinDocument => {
            ("ein Dokument widerspricht sich", "a document contradicts itself")
        }
    };
    pick(lang, de, en)
}

/// How many things there are, with the word for them.
pub(super) fn counted(lang: Lang, count: usize, one: &str, many: &str) -> String {
    // A number and its noun stay on one line.
    format!("{}\u{a0}{}", number(lang, count), if count == 1 { one } else { many })
}

/// The word for so many transfers, without the number.
#[must_use]
pub fn transfers(lang: Lang, count: usize) -> &'static str {
    let (one, many) = pick(lang, ("Transfer", "Transfers"), ("transfer", "transfers"));
    if count == 1 { one } else { many }
}

/// The month in which a document appeared where that is known, or that it is undated.
#[must_use]
pub fn appeared(lang: Lang, published: &When) -> String {
    if published.is_undated() {
        return words(lang).undated.to_owned();
    }
    let interval = published.span.unwrap_or_default();
    match (interval.from, interval.to) {
        (Some(from), Some(to)) if (from.year(), from.month()) == (to.year(), to.month()) => {
            month(lang, from.year(), from.month())
        }
        _ => span(lang, interval),
    }
}

/// Who stands behind a transfer, in figures: origins first, then documents.
#[must_use]
pub fn backing(lang: Lang, asserting: usize, documents: usize) -> String {
    let (origin, document) = pick(
        lang,
        (("Ursprung", "Ursprünge"), ("Dokument", "Dokumente")),
        (("origin", "origins"), ("document", "documents")),
    );
    let origins = counted(lang, asserting, origin.0, origin.1);
    format!("{origins}, {}", counted(lang, documents, document.0, document.1))
}

/// What falls where somebody is not believed: claims, and transfers that are left without an origin.
#[must_use]
pub fn falling(lang: Lang, claims: usize, transfers: usize) -> String {
    let claims = results(lang, View::Timeline, claims);
    let transfers = results(lang, View::Transfers, transfers);
    match lang {
        Lang::De => format!("Damit fallen weg: {claims}; ohne Ursprung bleiben {transfers}."),
        Lang::En => format!("With that fall: {claims}; left without an origin: {transfers}."),
    }
}

/// An interval as a language writes it.
#[must_use]
pub fn span(lang: Lang, span: Span) -> String {
    if let Some(year) = span.whole_year() {
        return year.to_string();
    }
    if let Some((year, of)) = span.whole_month() {
        return month(lang, year, of);
    }
    match (span.from, span.to) {
        (Some(from), Some(to)) if from == to => day(lang, from),
        (Some(from), Some(to)) => {
            format!("{}\u{2009}–\u{2009}{}", day(lang, from), day(lang, to))
        }
        (Some(from), None) => {
            format!("{} {}", pick(lang, "frühestens", "not before"), day(lang, from))
        }
        (None, Some(to)) => format!("{} {}", pick(lang, "spätestens", "not after"), day(lang, to)),
        (None, None) => pick(lang, "offen", "open").to_owned(),
    }
}

/// What loosening a filter would find: the label of a button.
#[must_use]
pub fn loosened(lang: Lang, filter: &str, view: View, count: usize) -> String {
    let (without, filter) = (words(lang).without, quoted(lang, filter));
    format!("{without} {filter}: {}", results(lang, view, count))
}

/// A part of a link that was not understood.
#[must_use]
pub fn unread(lang: Lang, unread: &Unread) -> String {
    let Unread { key, value } = unread;
    let Some(value) = value else { return key.clone() };
    let known = Facet::ALL.into_iter().find(|it| it.id() == key);
    let name = known.map_or(key.as_str(), |it| facet(lang, it));
    format!("{name}: {value}")
}

/// Words in a language's quotation marks.
#[must_use]
pub fn quoted(lang: Lang, words: &str) -> String {
    let (open, close) = pick(lang, ("„", "“"), ("“", "”"));
    format!("{open}{words}{close}")
}

/// A claim's chain of attribution in one line, from the outlet back to the root.
#[must_use]
pub fn chain(lang: Lang, corpus: &Corpus, claim: usize) -> String {
    let names = corpus.chain(claim).iter().map(|&origin| corpus.origin(origin).name.get(lang));
    names.collect::<Vec<_>>().join(" ← ")
}
