//! The words of a text, as they are compared.

use crate::corpus::fold;
use std::ops::Range;

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
