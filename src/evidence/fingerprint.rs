//! Fingerprints: what is kept of a paragraph, so that a reader's own copy of it can be recognised.
//!
//! By winnowing (Schleimer, Wilkerson and Aiken 2003): of the hashes of every [`RUN`] words in a row,
//! the least of every [`WINDOW`] in a row is kept. So any [`RUN`] + [`WINDOW`] − 1 = 5 words in a row
//! that a copy has unchanged are recognised, and fewer than [`RUN`] never are.
//!
//! Nobody can rebuild a text from them: of a long paragraph about half of the runs are kept, in no
//! order, and of each run only 16 bits, which fit one in 65,536 of all others too: of a billion runs of
//! three words that one may well print, some 15,000. Whoever guesses a sentence of it can see whether
//! the guess fits, as with any fingerprint.

use crate::corpus::fold;
use std::ops::Range;

/// How many words in a row are hashed as one.
pub const RUN: usize = 3;
/// Of how many hashes in a row one is kept.
pub const WINDOW: usize = 3;
/// Of a paragraph with so few runs all are kept: one altered word takes three of them.
const SHORT: usize = 12;

/// A word of a text, as it is compared: without case, accents, invisible signs and punctuation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands in the text, in bytes.
    pub at: Range<usize>,
    /// As it is compared.
    pub folded: String,
}

/// The words of a text. Quotation marks, dashes and hyphens only stand between them; a soft hyphen
/// stands in one.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut begun: Option<usize> = None;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let is_invisible = matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}');
        if letter.is_alphanumeric() || (begun.is_some() && is_invisible) {
            begun.get_or_insert(at);
            if letters.peek().is_some() {
                continue;
            }
        }
        let ends = if letter.is_alphanumeric() { at + letter.len_utf8() } else { at };
        if let Some(begin) = begun.take() {
            let folded = fold(text.get(begin..ends).unwrap_or_default());
            words.push(Word { at: begin..ends, folded });
        }
    }
    words
}

/// The hash of each run of words, by where it begins. A text shorter than a run is one run.
#[must_use]
pub fn runs(words: &[Word]) -> Vec<u16> {
    if words.is_empty() {
        return Vec::new();
    }
    words.windows(RUN.min(words.len())).map(hash).collect()
}

/// FNV-1a, folded to 16 bits. Permanent: fingerprints that were made stay valid.
fn hash(words: &[Word]) -> u16 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    for word in words {
        word.folded.bytes().for_each(&mut add);
        add(b' ');
    }
    let folded = hash ^ (hash >> 32);
    u16::try_from((folded ^ (folded >> 16)) & 0xffff).unwrap_or_default()
}

/// What is kept of a paragraph: hashes, in ascending order, so that they tell nothing of its order.
#[must_use]
pub fn fingerprint(paragraph: &str) -> Vec<u16> {
    let runs = runs(&words(paragraph));
    let window = if runs.len() <= SHORT { 1 } else { WINDOW };
    let windows = runs.windows(window);
    let mut kept: Vec<u16> = windows.filter_map(|window| window.iter().min().copied()).collect();
    kept.sort_unstable();
    kept.dedup();
    kept
}
