//! Texts on a corpus that is not the one of the site.

use super::{number, quoted, words};
use crate::corpus::{Corpus, Fault, Lang, MOST_BYTES, MOST_CLAIMS, MOST_ROWS};
use crate::guest::{Guest, PATIENCE, Refusal, hosts};
pub use crate::locale::Guest as GuestWords;

/// The plain texts on such a corpus.
#[must_use]
pub fn guest(lang: Lang) -> &'static GuestWords {
    &words(lang).guest
}

/// What a corpus is called: by its title; or else one that is not the site's by where it comes from. Nothing where the
/// site's own has no title.
#[must_use]
pub fn corpus_title<'a>(lang: Lang, of: Option<&'a Guest>, corpus: &'a Corpus) -> Option<&'a str> {
    let title = corpus.source().title.as_ref().map(|it| it.get(lang));
    title.or_else(|| {
        Some(of?.whence.name()).map(|it| if it.is_empty() { guest(lang).untitled } else { it })
    })
}

/// A sentence that is taken elsewhere, with the corpus that it is made from, where that has a title or is not the site's.
#[must_use]
pub fn from_corpus(lang: Lang, of: Option<&Guest>, corpus: &Corpus, sentence: String) -> String {
    match corpus_title(lang, of, corpus) {
        Some(title) => guest(lang).from_corpus(&sentence, &quoted(lang, title)),
        None => sentence,
    }
}

/// How much of a corpus has come, in kilobytes.
#[must_use]
pub fn so_far(lang: Lang, kilobytes: usize) -> String {
    guest(lang).so_far(&number(lang, kilobytes / 1000))
}

/// Why a corpus is not shown, and what to do.
#[must_use]
pub fn refusal(lang: Lang, refusal: &Refusal) -> String {
    let words = guest(lang);
    match refusal {
        Refusal::Fixed => words.fixed.to_owned(),
        Refusal::Single => words.single.to_owned(),
        Refusal::Host => {
            let hosts: Vec<String> = hosts().map(|it| super::apart(lang, it)).collect();
            let asked = if hosts.is_empty() {
                words.host.to_owned()
            } else {
                words.hosts(&hosts.join(super::words(lang).signs.comma))
            };
            [&asked, " ", words.host_do].concat()
        }
        Refusal::Unreached => words.unreached.to_owned(),
        Refusal::Redirected => [words.redirected, " ", words.host_do].concat(),
        // Who asks is to be known first: there nothing is asked in a reader's name.
        Refusal::Status(status @ (401 | 403 | 407 | 511)) => {
            [&words.locked(&status.to_string()), " ", words.host_do].concat()
        }
        Refusal::Status(status) => words.status(&status.to_string()),
        Refusal::Silent => words.silent(&PATIENCE.to_string()),
        Refusal::Stopped => words.stopped.to_owned(),
        Refusal::Unreadable => words.unreadable.to_owned(),
        Refusal::Markup => words.markup.to_owned(),
        Refusal::Encoding => words.encoding.to_owned(),
        Refusal::TooLarge(_) => words.too_large(&limits(lang)),
        Refusal::Faulty(faults) => words.faulty(faults.listed.len() + faults.more),
    }
}

/// What a corpus may have so much of, and no more.
#[must_use]
pub fn limits(lang: Lang) -> String {
    guest(lang).limits(
        &number(lang, MOST_BYTES >> 20),
        &number(lang, MOST_CLAIMS),
        &number(lang, MOST_ROWS),
    )
}

/// Where a fault stands.
#[must_use]
pub fn place(lang: Lang, fault: &Fault) -> String {
    guest(lang).line(&fault.line.to_string(), &fault.column.to_string())
}
