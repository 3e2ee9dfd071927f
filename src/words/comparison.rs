//! Texts of an opened transfer, of what it goes back to, and of what is disputed.

use super::{apart, first_names, words};
use crate::corpus::{Lang, Stance, When};
use crate::evidence::{Group, Hollow, Part, Question, Ticks};

/// What the documents are asked; at which stage stands beside it.
#[must_use]
pub fn question(lang: Lang, question: Question) -> &'static str {
    let questions = &words(lang).comparison.questions;
    match question {
        Question::Status => questions.status,
        Question::Supplier => questions.supplier,
        Question::Recipient => questions.recipient,
        Question::WithinDocument => questions.within_document,
        Question::Number(_) => questions.number,
        Question::Time(_) => questions.time,
        Question::Item => questions.item,
        Question::Reported => questions.reported,
        Question::Answer => questions.answer,
        Question::LeftOpen => questions.left_open,
    }
}

/// When a document appeared, to the day where that is known, and that it is not printed. The month alone would hide
/// from which day on it can be.
#[must_use]
pub fn appeared_exactly(lang: Lang, published: &When) -> String {
    let dates = &words(lang).dates;
    let Some(span) = published.span.filter(|it| !it.is_open()) else {
        return words(lang).undated.to_owned();
    };
    let text = match (span.from, span.to) {
        (Some(from), Some(to))
            if span.whole_month().is_none()
                && from.day() < to.day()
                && (from.year(), from.month()) == (to.year(), to.month()) =>
        {
            dates.days(&super::day_of_month(lang, from), &super::day(lang, to))
        }
        _ => super::span(lang, span),
    };
    if published.is_undated() { dates.inferred(&text) } else { text }
}

/// Through whom something is passed on.
#[must_use]
pub fn through(lang: Lang, names: &[&str], all_of_it: bool) -> String {
    let (texts, names) =
        (&words(lang).chain, first_names(lang, names, words(lang).signs.semicolon));
    if all_of_it { texts.through(&names) } else { texts.partly_through(&names) }
}

/// Whether what lies on a scale has something in common, and whether all of it can hold then.
#[must_use]
pub fn on_scale(lang: Lang, ticks: &Ticks, count: usize, overlaps: bool, holds: bool) -> String {
    let texts = &words(lang).scale;
    let text = match (ticks, overlaps) {
        (Ticks::Days(_), true) => texts.spans_overlap,
        (Ticks::Days(_), false) => texts.no_day_fits,
        (Ticks::Numbers(_), true) => texts.number_fits,
        (Ticks::Numbers(_), false) => texts.no_number_fits,
    };
    let text = match count {
        _ if !overlaps || !holds => text.to_owned(),
        2 => texts.both_can_hold(text),
        _ => texts.all_can_hold(text),
    };
    text + "."
}

/// How somebody who counts comes to be hollow, in short.
#[must_use]
pub fn hollow_note(lang: Lang, how: Hollow) -> &'static str {
    let texts = &words(lang).chain;
    match how {
        Hollow::Rests => texts.rests,
        Hollow::Reached => texts.reached,
        Hollow::Either => texts.either,
    }
}

/// What part somebody has who does not simply say so and count.
#[must_use]
pub fn part(lang: Lang, part: Part) -> Option<&'static str> {
    let words = words(lang);
    match part {
        Part::Named => None,
        Part::Hollow => Some(words.chain.either),
        Part::Relay => Some(words.chain.passes_on),
        Part::Unsourced => Some(words.own_account),
        Part::Denies => Some(words.denies),
        Part::Silent => Some(words.no_comment),
        Part::LeavesOpen => super::stance(lang, Stance::LeavesOpen),
    }
}

/// How the sides of some cards stand to each other.
#[must_use]
pub fn group(lang: Lang, group: Group) -> &'static str {
    let texts = &words(lang).disagreement;
    match group {
        Group::Denied => texts.denied,
        Group::Contradicted => texts.contradicted,
        Group::PrecisionDiffers => texts.precision_differs,
    }
}

/// How many disagreements there are of how many transfers.
#[must_use]
pub fn disagreements(lang: Lang, transfers: usize, count: usize) -> String {
    words(lang).disagreement.count(count, &super::so_many_transfers(lang, transfers))
}

/// To how many origins how many documents come down. Small numbers are in words.
#[must_use]
pub fn comes_down(lang: Lang, documents: usize, origins: usize) -> String {
    let texts = &words(lang).chain;
    let of_origins = texts.origins.get(origins).map(|it| (*it).to_owned());
    let of_origins = of_origins.unwrap_or_else(|| super::origins(lang, origins));
    texts.comes_down(&begun_with(lang, documents), &of_origins)
}

/// The same of documents whose origins have all fallen.
#[must_use]
pub fn no_origin_left(lang: Lang, documents: usize) -> String {
    let texts = words(lang);
    texts.chain.comes_down(&begun_with(lang, documents), texts.subject.no_origin_left)
}

/// So many documents, as they begin a sentence.
fn begun_with(lang: Lang, documents: usize) -> String {
    let texts = &words(lang).chain;
    let of_documents = texts.documents.get(documents).map(|it| (*it).to_owned());
    of_documents.unwrap_or_else(|| super::documents(lang, documents))
}

/// That all documents go back to one origin and no other.
#[must_use]
pub fn all_from(lang: Lang, documents: usize, origin: &str) -> String {
    let (texts, origin) = (&words(lang).chain, apart(lang, origin));
    match documents {
        1 => texts.one_from(&origin),
        2 => texts.both_from(&origin),
        _ => texts.all_from(&origin),
    }
}

/// What the one origin rests on, or through whom it is reached.
#[must_use]
pub fn is_hollow(lang: Lang, how: Hollow) -> &'static str {
    let texts = &words(lang).chain;
    match how {
        Hollow::Rests => texts.it_rests,
        Hollow::Reached => texts.it_is_reached,
        Hollow::Either => texts.it_is_either,
    }
}

/// That some of it, or all, names no source.
#[must_use]
pub fn names_no_source(lang: Lang, all_of_it: bool) -> &'static str {
    let texts = &words(lang).chain;
    if all_of_it { texts.no_source } else { texts.unsourced }
}

/// That some have it from others, and are not counted.
#[must_use]
pub fn not_counted(lang: Lang, names: &[&str]) -> String {
    words(lang).chain.relays(&first_names(lang, names, words(lang).signs.semicolon))
}
