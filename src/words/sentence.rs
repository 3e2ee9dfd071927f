//! Sentences made from data.

use super::{day, facet, month, number, pick, words};
use crate::corpus::{ClaimId, Corpus, Lang, Span, When};
use crate::evidence::{Difference, Reached, Summary};
use crate::link::UnknownPart;
use crate::query::{Facet, View};

/// The page's first sentences: what the selected transfers come to, how far they are said to have gone, how
/// many origins they go back to, and how far the reports agree.
#[must_use]
pub fn summary(lang: Lang, summary: &Summary) -> String {
    if summary.transfers == 0 {
        return words(lang).nothing_found.to_owned();
    }
    [scope(lang, summary), by_origins(lang, summary), agreement(lang, summary)].join(" ")
}

/// How many documents speak of how many transfers, and how far those are said to have gone.
#[must_use]
pub fn scope(lang: Lang, summary: &Summary) -> String {
    format!("{}: {}.", subject(lang, summary), reached(lang, summary))
}

/// How many documents speak of how many transfers, as the beginning of a sentence.
#[must_use]
pub fn subject(lang: Lang, summary: &Summary) -> String {
    let of = |count, de: (&str, &str), en: (&str, &str)| {
        let (one, many) = pick(lang, de, en);
        counted(lang, count, one, many)
    };
    let documents = of(summary.documents, ("Dokument", "Dokumente"), ("document", "documents"));
    let transfers = of(summary.transfers, ("Transfer", "Transfers"), ("transfer", "transfers"));
    let suppliers = of(summary.suppliers, ("Geber", "Gebern"), ("supplier", "suppliers"));
    let from = pick(lang, " von ", " from ");
    // Payments have no supplier.
    let suppliers =
        if summary.suppliers == 0 { String::new() } else { from.to_owned() + &suppliers };
    let speak = match (lang, summary.documents) {
        (Lang::De, 1) => "spricht von",
        (Lang::De, _) => "sprechen von",
        (Lang::En, 1) => "speaks of",
        (Lang::En, _) => "speak of",
    };
    format!("{documents} {speak} {transfers}{suppliers}")
}

/// How far so many transfers are said to have gone; what was only asked for or has ended is called that.
fn reached(lang: Lang, summary: &Summary) -> String {
    let mut parts = Vec::new();
    for (&count, reached) in
        summary.reached.iter().zip(Reached::ALL).filter(|(count, _)| **count > 0)
    {
        let number = number(lang, count);
        let is_first = parts.is_empty();
        let word = match reached {
            Reached::Delivered => pick(lang, "geliefert", "delivered"),
            Reached::Agreed => pick(lang, "vereinbart", "agreed"),
            Reached::Intended => {
                pick(lang, "geplant oder in Verhandlung", "planned or under negotiation")
            }
            Reached::SettledAndEnded => pick(
                lang,
                "sowohl vereinbart oder geliefert als auch abgelehnt oder abgesagt",
                "both agreed or delivered and refused or cancelled",
            ),
            Reached::IntendedAndEnded => pick(
                lang,
                "sowohl vorgesehen als auch abgelehnt oder abgesagt",
                "both intended and refused or cancelled",
            ),
            Reached::Requested => pick(lang, "nur erbeten", "only asked for"),
            Reached::Ended => pick(lang, "abgelehnt oder abgesagt", "refused or cancelled"),
            Reached::NotStated => {
                let (de, en) = ("fehlt der Stand", "no status is given");
                parts.push(format!("{} {number} {}", pick(lang, "bei", "for"), pick(lang, de, en)));
                continue;
            }
        };
        // The first has the verb, the rest go on from it. *To be delivered* would be what is still to come.
        let goes_on = reached == Reached::Intended;
        let (one, many) = pick(lang, ("soll", "sollen"), ("is said to", "are said to"));
        let said = if count == 1 { one } else { many };
        parts.push(match (lang, is_first) {
            (_, false) => format!("{number} {word}"),
            (Lang::De, true) if goes_on => format!("{number} {said} {word} sein"),
            (Lang::De, true) => format!("{number} {said} {word} worden sein"),
            (Lang::En, true) if goes_on => format!("{number} {said} be {word}"),
            (Lang::En, true) => format!("{number} {said} have been {word}"),
        });
    }
    parts.join(", ")
}

/// How many of the transfers go back to one origin, to several, to none. Origins of different transfers are
/// never added up.
#[must_use]
pub fn by_origins(lang: Lang, summary: &Summary) -> String {
    let [none, one, several] = summary.by_origins;
    let groups = [
        (one, "auf einen einzigen Ursprung", "to a single origin"),
        (several, "auf mehrere", "to several"),
        (none, "auf keinen", "to none"),
    ];
    let mut groups = groups.into_iter().filter(|(count, ..)| *count > 0);
    let Some((count, de, en)) = groups.next() else { return String::new() };
    // The first says what is counted, whichever it is.
    let (de, en) = match de {
        "auf mehrere" => ("auf mehrere Ursprünge", "to several origins"),
        "auf keinen" => ("auf keinen Ursprung", "to no origin"),
        _ => (de, en),
    };
    let who = match summary.transfers {
        1 => pick(lang, "Er", "It").to_owned(),
        _ => number(lang, count),
    };
    let mut text = match lang {
        Lang::De => format!("{who} {} {de} zurück", if count == 1 { "geht" } else { "gehen" }),
        Lang::En => format!("{who} {} back {en}", if count == 1 { "goes" } else { "go" }),
    };
    for (count, de, en) in groups {
        text.extend([", ", &number(lang, count), " ", pick(lang, de, en)]);
    }
    text + "."
}

/// How many are denied or contradicted, and how many both sides confirm; of one transfer, whether it is.
#[must_use]
pub fn agreement(lang: Lang, summary: &Summary) -> String {
    let Summary { denied, contradicted, confirmed_by_both: confirmed, transfers, .. } = *summary;
    if transfers == 1 {
        let parts = [
            (denied == 1, pick(lang, "er wird bestritten", "it is denied")),
            (
                contradicted == 1,
                pick(lang, "Berichte widersprechen sich", "reports contradict each other"),
            ),
            (confirmed == 1, pick(lang, "beide Seiten bestätigen ihn", "both sides confirm it")),
            (
                confirmed == 0,
                pick(lang, "nicht beide Seiten bestätigen ihn", "not both sides confirm it"),
            ),
        ];
        let parts = parts.into_iter().filter(|(is_so, _)| *is_so).map(|(_, text)| text);
        return begun(&parts.collect::<Vec<_>>().join("; "));
    }
    let of = |count, de: (&str, &str), en: (&str, &str)| {
        let (one, many) = pick(lang, de, en);
        counted(lang, count, one, many)
    };
    let mut parts = Vec::new();
    if denied > 0 {
        let de = ("wird bestritten", "werden bestritten");
        parts.push(of(denied, de, ("is denied", "are denied")));
    }
    if contradicted > 0 {
        let de = ("ist widersprüchlich", "sind widersprüchlich");
        parts.push(of(contradicted, de, ("is contradicted", "are contradicted")));
    }
    let before = parts.join(", ");
    let confirmed = match (lang, confirmed) {
        (Lang::De, 0) => "keinen bestätigen beide Seiten".to_owned(),
        (Lang::De, _) => format!("{} bestätigen beide Seiten", number(lang, confirmed)),
        (Lang::En, 0) => "none is confirmed by both sides".to_owned(),
        (Lang::En, 1) => "1 is confirmed by both sides".to_owned(),
        (Lang::En, _) => format!("{} are confirmed by both sides", number(lang, confirmed)),
    };
    begun(&if before.is_empty() { confirmed } else { format!("{before}; {confirmed}") })
}

/// A text as a sentence.
fn begun(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str() + "."
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
        // Not all of them count as origins.
        View::Origins => (("Stimme", "Stimmen"), ("voice", "voices")),
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
        Difference::Status if compatible => {
            ("Stand ungleich weit", "reports reach different stages")
        }
        Difference::Actor => ("Beteiligte weichen ab", "who acts differs"),
        Difference::Number => ("Zahl weicht ab", "numbers differ"),
        Difference::Status => ("Stand weicht ab", "status differs"),
        Difference::Time => ("Zeit weicht ab", "dates differ"),
        Difference::Denial => ("bestritten", "denied"),
        Difference::LeftOpen => ("ein Dokument lässt es offen", "a document leaves it open"),
        Difference::WithinDocument => {
            ("ein Dokument widerspricht sich", "a document contradicts itself")
        }
    };
    pick(lang, de, en)
}

/// The sign for a difference: ≠ where not all of it can be true, ≈ where it can.
#[must_use]
pub fn sign(is_compatible: bool) -> &'static str {
    if is_compatible { "≈" } else { "≠" }
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

/// The month in which a document appeared where that is known, marked where it is not printed; or that the document
/// is undated.
#[must_use]
pub fn appeared(lang: Lang, published: &When) -> String {
    let interval = published.span.unwrap_or_default();
    let appeared = match (interval.from, interval.to) {
        (Some(from), Some(to)) if (from.year(), from.month()) == (to.year(), to.month()) => {
            month(lang, from.year(), from.month())
        }
        (Some(_), Some(_)) => span(lang, interval),
        _ => return words(lang).undated.to_owned(),
    };
    let inferred =
        if published.is_undated() { pick(lang, " (erschlossen)", " (inferred)") } else { "" };
    appeared + inferred
}

/// Who stands behind a transfer, in figures: origins first, then documents.
#[must_use]
pub fn backing(lang: Lang, asserting: usize, documents: usize) -> String {
    let (one, many) = pick(lang, ("Dokument", "Dokumente"), ("document", "documents"));
    format!("{}, {}", origins(lang, asserting), counted(lang, documents, one, many))
}

/// How many origins.
#[must_use]
pub fn origins(lang: Lang, count: usize) -> String {
    if count == 0 {
        return pick(lang, "kein Ursprung", "no origin").to_owned();
    }
    let (one, many) = pick(lang, ("Ursprung", "Ursprünge"), ("origin", "origins"));
    counted(lang, count, one, many)
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
pub fn unknown_part(lang: Lang, unknown: &UnknownPart) -> String {
    let UnknownPart { key, value } = unknown;
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
pub fn chain(lang: Lang, corpus: &Corpus, claim: ClaimId) -> String {
    let names = corpus.chain(claim).iter().map(|&origin| corpus.origin(origin).name.get(lang));
    names.collect::<Vec<_>>().join(" ← ")
}
