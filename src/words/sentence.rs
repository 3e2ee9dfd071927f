//! Sentences made from data.

use super::{day, month, short_month, words};
use crate::corpus::{ClaimId, Corpus, Lang, Span, When};
use crate::evidence::{Difference, Reached, Summary};
use crate::guest::is_hash_mark;
use crate::link::{OF, UnknownPart};
use crate::query::{Facet, View};

/// The page's first sentences: what the selected transfers come to, how far they are said to have gone, how
/// many origins they go back to, and how far the reports agree.
#[must_use]
pub fn summary(lang: Lang, summary: &Summary) -> String {
    if summary.transfers == 0 {
        return nothing(lang, View::Transfers, summary.context > 0).to_owned();
    }
    [scope(lang, summary), by_origins(lang, summary), agreement(lang, summary)].join(" ")
}

/// That a view lists nothing: since nothing is selected, or since what is selected another view lists.
#[must_use]
pub fn nothing(lang: Lang, view: View, is_any_selected: bool) -> &'static str {
    let words = words(lang);
    match view {
        _ if !is_any_selected => words.nothing_found,
        View::Context => words.only_transfers,
        _ => words.only_context,
    }
}

/// How many documents speak of how many transfers, and how far those are said to have gone.
#[must_use]
pub fn scope(lang: Lang, summary: &Summary) -> String {
    words(lang).labelled(&subject(lang, summary), &reached(lang, summary)) + "."
}

/// How many documents speak of how many transfers, as the beginning of a sentence.
#[must_use]
pub fn subject(lang: Lang, summary: &Summary) -> String {
    let texts = &words(lang).summary;
    let mut transfers = texts.of_transfers(summary.transfers);
    // Payments have no supplier.
    if summary.suppliers > 0 {
        transfers = texts.transfers_from(&transfers, &texts.suppliers(summary.suppliers));
    }
    texts.speak(summary.documents, &transfers)
}

/// How far so many transfers are said to have gone; what was only asked for or has ended is called that.
fn reached(lang: Lang, summary: &Summary) -> String {
    let texts = &words(lang).summary;
    let mut parts = Vec::new();
    for (&count, reached) in
        summary.reached.iter().zip(Reached::ALL).filter(|(count, _)| **count > 0)
    {
        let word = match reached {
            Reached::Delivered => texts.delivered,
            Reached::Agreed => texts.agreed,
            Reached::Intended => texts.intended,
            Reached::SettledAndEnded => texts.settled_and_ended,
            Reached::IntendedAndEnded => texts.intended_and_ended,
            Reached::Requested => texts.requested,
            Reached::Ended => texts.ended,
            Reached::NotStated => {
                parts.push(texts.not_stated(count));
                continue;
            }
        };
        // The first has the verb, the rest go on from it. *To be delivered* would be what is still to come.
        parts.push(match reached {
            _ if !parts.is_empty() => texts.likewise(count, word),
            Reached::Intended => texts.going_on(count, word),
            _ => texts.reached(count, word),
        });
    }
    parts.join(words(lang).signs.comma)
}

/// How many of the transfers go back to one origin, to several, to none. Origins of different transfers are
/// never added up.
#[must_use]
pub fn by_origins(lang: Lang, summary: &Summary) -> String {
    let texts = &words(lang).summary;
    let [none, one, several] = summary.by_origins;
    let is_one = summary.transfers == 1;
    // The first says what is counted, whichever it is.
    let mut text = match (one, several, none) {
        (0, 0, 0) => return String::new(),
        (1.., ..) if is_one => texts.it_to_one.to_owned(),
        (1.., ..) => texts.to_one(one),
        (0, 1.., _) if is_one => texts.it_to_several.to_owned(),
        (0, 1.., _) => texts.to_several(several),
        _ if is_one => texts.it_to_none.to_owned(),
        _ => texts.to_none(none),
    };
    if one > 0 && several > 0 {
        text.extend([words(lang).signs.comma, &texts.and_to_several(several)]);
    }
    if one + several > 0 && none > 0 {
        text.extend([words(lang).signs.comma, &texts.and_to_none(none)]);
    }
    text + "."
}

/// How many are denied or contradicted, and how many both sides confirm; of one transfer, whether it is.
#[must_use]
pub fn agreement(lang: Lang, summary: &Summary) -> String {
    let texts = &words(lang).summary;
    let Summary { denied, contradicted, confirmed_by_both: confirmed, transfers, .. } = *summary;
    if transfers == 1 {
        let parts = [
            (denied == 1, texts.it_is_denied),
            (contradicted == 1, texts.it_is_contradicted),
            (confirmed == 1, texts.it_is_confirmed),
            (confirmed == 0, texts.it_is_not_confirmed),
        ];
        let parts = parts.into_iter().filter(|(is_so, _)| *is_so).map(|(_, text)| text);
        return begun(&parts.collect::<Vec<_>>().join(words(lang).signs.semicolon));
    }
    let mut parts = Vec::new();
    if denied > 0 {
        parts.push(texts.denied(denied));
    }
    if contradicted > 0 {
        parts.push(texts.contradicted(contradicted));
    }
    let before = parts.join(words(lang).signs.comma);
    let confirmed = match confirmed {
        0 => texts.none_confirmed.to_owned(),
        confirmed => texts.confirmed(confirmed),
    };
    begun(&if before.is_empty() {
        confirmed
    } else {
        [&before, words(lang).signs.semicolon, &confirmed].concat()
    })
}

/// A text as a sentence.
pub(super) fn begun(text: &str) -> String {
    capital(text) + "."
}

/// A text that begins a sentence, be its first word emphasised.
pub(super) fn capital(text: &str) -> String {
    let (before, text) = text.strip_prefix('*').map_or(("", text), |text| ("*", text));
    let mut letters = text.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string()).unwrap_or_default();
    [before, &first, letters.as_str()].concat()
}

/// How many results there are, for the list's heading and for those who only hear it.
#[must_use]
pub fn results(lang: Lang, view: View, count: usize) -> String {
    let counted = &words(lang).counted;
    match view {
        View::Transfers | View::Origins | View::Timeline => counted.transfers(count),
        View::Context => counted.context_claims(count),
        View::Documents => counted.documents(count),
        View::Disputed => counted.disputed_transfers(count),
    }
}

/// The name of a kind of difference; where it is compatible, that no more than precision differs.
#[must_use]
pub fn difference(lang: Lang, kind: Difference, compatible: bool) -> &'static str {
    let names = &words(lang).differences;
    match kind {
        Difference::Number if compatible => names.number_precision,
        Difference::Time if compatible => names.time_precision,
        Difference::Status if compatible => names.stages,
        Difference::Actor => names.actor,
        Difference::Number => names.number,
        Difference::NumberLeftOpen => names.number_left_open,
        Difference::Status => names.status,
        Difference::Time => names.time,
        Difference::Denial => names.denial,
        Difference::LeftOpen => names.left_open,
        Difference::WithinDocument => names.within_document,
    }
}

/// The same with its sign. To leave something open differs in no precision, and has none.
#[must_use]
pub fn signed_difference(lang: Lang, kind: Difference, compatible: bool) -> String {
    let name = difference(lang, kind, compatible);
    if kind == Difference::LeftOpen {
        return name.to_owned();
    }
    format!("{}\u{a0}{name}", sign(compatible))
}

/// The sign for a difference: ≠ where not all of it can be true, ≈ where it can.
#[must_use]
pub fn sign(is_compatible: bool) -> &'static str {
    if is_compatible { "≈" } else { "≠" }
}

/// The word for so many transfers, without the number.
#[must_use]
pub fn transfers(lang: Lang, count: usize) -> &'static str {
    words(lang).counted.transfers_alone(count)
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
    if published.is_undated() { words(lang).dates.inferred(&appeared) } else { appeared }
}

/// The same in few letters: the months of its first and its last day, or that it is undated; not whether it is printed.
#[must_use]
pub fn appeared_in_short(lang: Lang, published: &When) -> String {
    let interval = published.span.unwrap_or_default();
    let Some((from, to)) = interval.from.zip(interval.to) else {
        return words(lang).undated.to_owned();
    };
    let [from, to] = [from, to].map(|day| short_month(lang, day.year(), day.month(), true));
    if from == to { from } else { words(lang).dates.between(&from, &to) }
}

/// Who stands behind a transfer, in figures: origins first, then documents.
#[must_use]
pub fn backing(lang: Lang, asserting: usize, documents: usize) -> String {
    [origins(lang, asserting), words(lang).counted.documents(documents)]
        .join(words(lang).signs.comma)
}

/// How many origins.
#[must_use]
pub fn origins(lang: Lang, count: usize) -> String {
    let counted = &words(lang).counted;
    if count == 0 { counted.no_origin.to_owned() } else { counted.origins(count) }
}

/// What falls where somebody is not believed: claims, and transfers that are left without an origin.
#[must_use]
pub fn falling(lang: Lang, claims: usize, transfers: usize) -> String {
    let claims = super::claims(lang, claims);
    words(lang).falling(&claims, &results(lang, View::Transfers, transfers))
}

/// An interval as a language writes it.
#[must_use]
pub fn span(lang: Lang, span: Span) -> String {
    let dates = &words(lang).dates;
    if let Some(year) = span.whole_year() {
        return year.to_string();
    }
    if let Some((year, of)) = span.whole_month() {
        return month(lang, year, of);
    }
    match (span.from, span.to) {
        (Some(from), Some(to)) if from == to => day(lang, from),
        (Some(from), Some(to)) => dates.between(&day(lang, from), &day(lang, to)),
        (Some(from), None) => dates.not_before(&day(lang, from)),
        (None, Some(to)) => dates.not_after(&day(lang, to)),
        (None, None) => dates.open.to_owned(),
    }
}

/// What loosening a filter would find: the label of a button.
#[must_use]
pub fn loosened(lang: Lang, filter: &str, view: View, count: usize) -> String {
    words(lang).labelled(&super::without(lang, filter), &results(lang, view, count))
}

/// A part of a link that was not understood: what it is, in our words, and what stands there, in the link's; shortened,
/// since anybody can write a link.
#[must_use]
pub fn unknown_part(lang: Lang, unknown: &UnknownPart) -> (String, String) {
    let UnknownPart { key, value } = unknown;
    let Some(value) = value else { return (String::new(), shortened(key)) };
    if key == OF {
        let words = &words(lang).guest;
        let called = if is_hash_mark(value) { words.its_hash } else { words.its_name };
        return ([words.other_corpus, " ", called].concat(), shortened(value));
    }
    let known = Facet::of_id(key);
    let name = known.map_or(key.as_str(), |it| it.name(lang));
    (words(lang).labelled(name, ""), shortened(value))
}

/// So many signs are shown of what somebody else has written.
const SHOWN: usize = 40;

fn shortened(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", text.get(..at).expect("a letter begins there").trim_end()),
        None => text.to_owned(),
    }
}

/// Words in a language's quotation marks, kept apart with them.
#[must_use]
pub fn quoted(lang: Lang, text: &str) -> String {
    super::apart(lang, &words(lang).quoted(text))
}

/// From whom to whom, in one line: the sign points as the language is read.
#[must_use]
pub fn route(lang: Lang, sides: [&str; 2]) -> String {
    sides.map(|it| super::apart(lang, it)).join(&[" ", words(lang).signs.onward, " "].concat())
}

/// A claim's chain of attribution in one line, from the outlet back to the root.
#[must_use]
pub fn chain(lang: Lang, corpus: &Corpus, claim: ClaimId) -> String {
    let name = |&origin| super::apart(lang, corpus.origin(origin).name.get(lang));
    let names = corpus.chain(claim).iter().map(name);
    names.collect::<Vec<_>>().join(&[" ", words(lang).signs.backward, " "].concat())
}
