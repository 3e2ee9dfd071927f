//! Fingerprints: what is kept of a paragraph, so that a reader's own copy of it can be recognised.
//!
//! By winnowing (Schleimer, Wilkerson and Aiken 2003): of the hashes of every [`RUN`] words in a row,
//! the least of every [`WINDOW`] in a row is kept. So any [`RUN`] + [`WINDOW`] − 1 = 5 words in a row
//! of a paragraph that a copy has unchanged are recognised. Fewer than [`RUN`] are not, unless the
//! whole paragraph has no more, or another run happens to have the same hash.
//!
//! A paragraph whose hashes are all there, with nothing between, has the same words, but for up to two
//! at either end, which may stand in no kept run. A word replaced, put in or left out elsewhere costs a
//! kept run, or stands between two; that it does neither takes a run that happens to fit, one in 65,536
//! for each hash and run, which comes to fewer than one altered word in a thousand.
//!
//! What is kept is no text: of a long paragraph about half of the runs, in no order, and of each run
//! only 16 bits, which fit one in 65,536 of all others too: of a billion runs of three words that one may
//! well print, some 15,000. It is no lock either. Whoever guesses a sentence can see whether the guess
//! fits, as with any fingerprint, and whoever guesses well can go on from there, since runs overlap: in a
//! short paragraph, of which all runs are kept, up to five of 30,000 words fit beside the right one as
//! the next; in one of sixty words, where each second run is kept, some 400,000 pairs of words as the next
//! two. So a heading may be put together again by somebody who knows how such headings go, and hashes
//! are to be made of published texts only.

use crate::corpus::fold;
use std::ops::Range;

/// How many words in a row are hashed as one.
pub const RUN: usize = 3;
/// Of how many hashes in a row one is kept.
pub const WINDOW: usize = 3;
/// Of a paragraph with so few runs all are kept: one altered word takes up to three of them.
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
/// stands in one, and so does the hyphen by which the end of a line divides a word.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut begun: Option<Word> = None;
    let mut resumes = 0;
    for (at, letter) in text.char_indices() {
        let after = at + letter.len_utf8();
        if is_of_word(letter) {
            let word = begun.get_or_insert_with(|| Word { at: at..after, folded: String::new() });
            word.at.end = after;
            word.folded.push(letter);
        } else if begun.is_some() && at >= resumes {
            match divides(letter, text.get(after..).expect("a letter ends there")) {
                Some(between) => resumes = after + between,
                None if is_invisible(letter) => {}
                None => words.extend(begun.take()),
            }
        }
    }
    words.extend(begun);
    for word in &mut words {
        word.folded = fold(&word.folded);
    }
    words
}

/// Whether words are made of such signs. The standard library's tables of every script would weigh
/// more than all fingerprints.
fn is_of_word(letter: char) -> bool {
    if letter < 'À' {
        let is_raised = matches!(letter, 'ª' | '²' | '³' | 'µ' | '¹' | 'º' | '¼'..='¾');
        return letter.is_ascii_alphanumeric() || is_raised;
    }
    !matches!(
        letter,
        '×' | '÷'
            | '\u{300}'..='\u{36f}'
            | '\u{2000}'..='\u{2bff}'
            | '\u{2e00}'..='\u{2e7f}'
            | '\u{3000}'..='\u{303f}'
            | '\u{e000}'..='\u{f8ff}'
            | '\u{fe00}'..='\u{fe6f}'
            | '\u{feff}'..='\u{ff0f}'
            | '\u{fff0}'..='\u{ffff}'
            | '\u{1f000}'..
    )
}

/// Signs that stand in a word and are not seen, or only on the letter before.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}'
    )
}

/// How much stands between a hyphen and the rest of the word that it divides, at the end of a line.
/// What follows begins small, and is no conjunction, as in *Rück- und Vorderseite*.
fn divides(letter: char, rest: &str) -> Option<usize> {
    if !matches!(letter, '-' | '\u{2010}' | '\u{ad}') {
        return None;
    }
    let next = rest.trim_ascii_start();
    let between = rest.get(..rest.len() - next.len())?;
    let is_small = next.starts_with(|it| matches!(it, 'a'..='z' | 'ß'..='ÿ'));
    let is_other = ["und ", "oder ", "bis ", "and ", "or "].iter().any(|it| next.starts_with(it));
    (between.contains('\n') && is_small && !is_other).then_some(between.len())
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
    u16::try_from((folded ^ (folded >> 16)) & 0xffff).expect("16 bits are left")
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
