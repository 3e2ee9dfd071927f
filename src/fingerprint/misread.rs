//! Whether a copy differs because it was made or read badly, and not because somebody changed it.
//!
//! Two things tell. A word with signs that nobody prints in one (`Gr�ße`, `f?nf`, `Sch1ffe`) was not read as it stood.
//! And small differences that are spread evenly over all paragraphs are those of a program or a machine: whoever edits
//! an article changes some places of it, or rewrites passages. A few words in a few paragraphs stay altered, so does a
//! word in each, and so do long stretches that are others. Of what was read badly it cannot be said whether
//! it was altered too: the rule takes no paragraph for found.

use super::matching::{Differing, ParagraphMatch};

/// A paragraph with fewer hashes, of some twenty words, may by chance have no fault in a bad copy.
const LONG_HASHES: usize = 10;

/// So many long paragraphs have to be there, so that a spread can be seen.
const LEAST_PARAGRAPHS: usize = 4;

/// And so many words that differ: somebody may edit five in an excerpt.
const LEAST_WORDS: usize = 10;

/// For one word that differs up to two on either side are in its stretch.
const WORDS_FOR_ONE: usize = 5;

/// Of the long paragraphs so many differ, in hundredths: of five all, of ten nine.
const SPREAD_PERCENT: usize = 85;

/// For each two long paragraphs there are so many places that differ, or more: whoever edits every paragraph changes one.
const PLACES_IN_TWO: usize = 3;

/// A stretch with so many words is small: a word or two that differ, and up to two words on either side of each.
const SMALL_WORDS: usize = 8;

/// Of the places so many are small, in hundredths. Where passages are written anew, most are not.
const SMALL_PERCENT: usize = 60;

/// What of a document differs since the copy is bad.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// Whether small differences are spread over all of it.
    pub is_spread: bool,
    /// Which of its paragraphs.
    pub paragraphs: Vec<bool>,
}

/// What of a document differs since the copy is bad.
pub fn misread(text: &str, found: &[Option<ParagraphMatch>]) -> Misread {
    let is_spread = is_spread(found);
    let is_misread = |it: &ParagraphMatch| {
        let has_differing = !it.differing.is_empty();
        !it.is_whole()
            && (is_spread || (has_differing && it.differing.iter().all(|it| is_garbled(text, it))))
    };
    let paragraphs = found.iter().map(|it| it.as_ref().is_some_and(is_misread)).collect();
    Misread { is_spread, paragraphs }
}

/// Whether small differences are spread over all paragraphs.
fn is_spread(found: &[Option<ParagraphMatch>]) -> bool {
    let long: Vec<&ParagraphMatch> =
        found.iter().flatten().filter(|it| it.of >= LONG_HASHES).collect();
    let differing = long.iter().filter(|it| !it.is_whole()).count();
    let places: Vec<&Differing> = long.iter().flat_map(|it| &it.differing).collect();
    let small = places.iter().filter(|it| it.words <= SMALL_WORDS).count();
    let words: usize = places.iter().map(|it| it.words.div_ceil(WORDS_FOR_ONE)).sum();
    long.len() >= LEAST_PARAGRAPHS
        && differing * 100 >= long.len() * SPREAD_PERCENT
        && words >= LEAST_WORDS
        && places.len() * 2 >= long.len() * PLACES_IN_TWO
        && small * 100 >= places.len() * SMALL_PERCENT
}

/// Whether a word of a stretch has signs that nobody prints in one. Addresses of pages have such signs, and names of
/// arms have digits, in capitals or at their ends: `M1A2`, `Mi8MT`, `Leopard2`, `AT&T`.
fn is_garbled(text: &str, differing: &Differing) -> bool {
    let stretch = text.get(differing.at.clone()).expect("it is of the text");
    stretch.split_whitespace().filter(|it| !it.contains('/')).any(is_garbled_word)
}

fn is_garbled_word(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let is_unread = |it: &char| matches!(it, '\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    let is_within = letters.windows(3).any(|it| match it {
        [before, sign, after] if after.is_lowercase() => match sign {
            '?' | '¿' | '¤' | '\\' | '|' | '~' | '^' | '§' => before.is_alphabetic(),
            '0'..='9' => before.is_lowercase(),
            _ => false,
        },
        _ => false,
    });
    letters.iter().any(is_unread) || is_within
}
