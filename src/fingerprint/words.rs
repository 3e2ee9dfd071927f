//! The words of a text, as they are compared.

use super::letters::{is_invisible, is_of_word, raised, spell};
use crate::corpus::fold;
use std::ops::Range;

/// A word of a text, as it is compared: without case, accents, invisible signs and punctuation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands in the text, in bytes.
    pub at: Range<usize>,
    /// As it is compared.
    pub folded: String,
    /// Whether it begins with a small letter.
    pub is_small: bool,
    /// How else it may be read, where the text leaves that open.
    pub instead: Option<Instead>,
    /// What follows.
    pub then: Then,
}

impl Word {
    /// Whether it may be the mark of a footnote, and no word.
    #[must_use]
    pub fn is_mark(&self) -> bool {
        self.instead.as_ref().is_some_and(|it| it.words.is_empty())
    }
}

/// Another way to read a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instead {
    /// How many words are read otherwise, from this one on.
    pub of: usize,
    /// As what.
    pub words: Vec<String>,
}

/// What follows a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Then {
    /// The same sentence goes on.
    Sentence,
    /// Another sentence, or something that is set apart from it.
    Apart,
    /// Another line, or nothing.
    Line,
}

/// The words of a text. Quotation marks, dashes and hyphens only stand between them; a soft hyphen
/// stands in one, and so does the hyphen by which the end of a line divides a word. Addresses of pages are no words.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for token in tokens(text) {
        let Some(last) = words.last_mut() else {
            words.push(token);
            continue;
        };
        let between = text.get(last.at.end..token.at.start).expect("tokens are in order");
        let next = text.get(token.at.start..).expect("a token begins with a letter");
        last.then = follows(between);
        let begins = text.get(last.at.clone()).expect("a word is of the text");
        match joint(begins, between, next) {
            Joint::Divided { may_be_two } => {
                let begin =
                    last.instead.take().map_or_else(|| vec![last.folded.clone()], |it| it.words);
                let parts = begin.into_iter().chain([token.folded.clone()]).collect();
                last.at.end = token.at.end;
                last.folded = fold(&(last.folded.clone() + &token.folded));
                last.then = Then::Line;
                last.instead = may_be_two.then_some(Instead { of: 1, words: parts });
                continue;
            }
            Joint::MayBeOne => {
                let one = fold(&(last.folded.clone() + &token.folded));
                last.instead.get_or_insert(Instead { of: 2, words: vec![one] });
            }
            Joint::None => {}
        }
        words.push(token);
    }
    words
}

/// The stretches of letters, whatever divides them.
fn tokens(text: &str) -> Vec<Word> {
    let mut tokens: Vec<Word> = Vec::new();
    let mut begun: Option<Word> = None;
    let mut resumes = 0;
    for (at, letter) in text.char_indices() {
        let rest = text.get(at..).expect("a letter begins there");
        if at < resumes {
            continue;
        }
        let mark = raised(letter);
        if is_of_word(letter) || mark.is_some() {
            // A footnote's mark is no part of the word that it stands behind.
            if begun.as_ref().is_some_and(|it| it.instead.is_some() != mark.is_some()) {
                tokens.extend(begun.take());
            }
            if begun.is_none() && (rest.starts_with("http://") || rest.starts_with("https://")) {
                resumes = at + rest.find(ends_address).unwrap_or(rest.len());
                continue;
            }
            let after = at + letter.len_utf8();
            let word = begun.get_or_insert_with(|| Word {
                at: at..after,
                folded: String::new(),
                is_small: letter.is_lowercase(),
                instead: mark.map(|_| Instead { of: 1, words: Vec::new() }),
                then: Then::Line,
            });
            word.at.end = after;
            spell(mark.unwrap_or(letter), &mut word.folded);
        } else if !is_invisible(letter) {
            tokens.extend(begun.take());
        }
    }
    tokens.extend(begun);
    for token in &mut tokens {
        token.folded = fold(&token.folded);
        if is_bracketed_mark(text, token) {
            token.instead = Some(Instead { of: 1, words: Vec::new() });
        }
    }
    tokens
}

fn ends_address(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '<' | '>' | '"' | ')' | ']' | '”' | '“' | '«' | '»')
}

/// Whether a number in brackets marks a footnote: `[1]`, `[^1]`, and `(1)` right behind a word.
fn is_bracketed_mark(text: &str, token: &Word) -> bool {
    let before = text.get(..token.at.start).expect("a token begins with a letter");
    let after = text.get(token.at.end..).expect("a token ends with a letter");
    let is_number = token.folded.len() <= 3 && token.folded.bytes().all(|it| it.is_ascii_digit());
    let is_square = before.strip_suffix('^').unwrap_or(before).ends_with('[');
    let is_close = before.strip_suffix('(').is_some_and(|it| !it.ends_with(char::is_whitespace));
    is_number && ((is_square && after.starts_with(']')) || (is_close && after.starts_with(')')))
}

/// What the signs between two stretches of letters make of them.
enum Joint {
    /// Two words.
    None,
    /// One word, that the end of a line divides, or what may be two.
    Divided { may_be_two: bool },
    /// Two words, that may be one.
    MayBeOne,
}

fn joint(begins: &str, between: &str, next: &str) -> Joint {
    let is_small = next.starts_with(char::is_lowercase);
    let mut signs = between.chars();
    let hyphen = signs.find(|it| is_soft_hyphen(*it) || !is_invisible(*it)).unwrap_or(' ');
    let is_line_end = signs.clone().any(ends_line);
    let is_closed = !signs.clone().any(char::is_whitespace);
    let is_parted = signs.all(is_blank);
    if is_soft_hyphen(hyphen) && is_parted && ((is_line_end && is_small) || is_closed) {
        return Joint::Divided { may_be_two: false };
    }
    if (is_hyphen(hyphen) || is_soft_hyphen(hyphen)) && is_parted {
        let other = ["und ", "oder ", "bis ", "and ", "or ", "to "];
        let is_other = other.iter().any(|it| next.starts_with(it));
        let is_division = is_line_end && is_small && !is_other;
        return if is_division { Joint::Divided { may_be_two: true } } else { Joint::MayBeOne };
    }
    // A capital that a page sets large, apart from its word.
    let is_capital = begins.chars().count() == 1 && begins.starts_with(char::is_uppercase);
    let is_apart = is_capital && is_small && between.chars().all(is_blank);
    if is_apart { Joint::MayBeOne } else { Joint::None }
}

/// Hyphens that only the end of a line shows, as files and PDF viewers write them. None is ever meant.
fn is_soft_hyphen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '¬' | '\u{2}' | '\u{1f}' | '\u{fffe}')
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2012}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}')
}

fn ends_line(letter: char) -> bool {
    matches!(letter, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Space, what is not seen, and the sign before a line that a mail quotes.
fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || is_invisible(letter) || letter == '>'
}

fn follows(between: &str) -> Then {
    let goes_on = |it: char| {
        is_blank(it)
            || is_hyphen(it)
            || is_soft_hyphen(it)
            || matches!(it, ',' | ';' | '"' | '\'' | '«' | '»' | '‘'..='‟' | '‹' | '›' | '*' | '_')
    };
    if between.chars().any(ends_line) {
        Then::Line
    } else if between.chars().all(goes_on) {
        Then::Sentence
    } else {
        Then::Apart
    }
}
