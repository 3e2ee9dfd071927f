//! The words of a text, as they are compared.

use super::letters::{counted_sign, is_invisible, is_of_word, raised, spell};
use crate::corpus::{fold, spell_out};
use std::ops::Range;

/// A word of a text, as it is compared: without case, accents, invisible signs and punctuation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands in the text, in bytes.
    pub at: Range<usize>,
    /// As it is compared.
    pub spelled: Spelling,
    /// A sign right before it that counts: `$5`, `−5`.
    pub sign_before: Option<char>,
    /// A sign behind it that counts: `5 %`.
    pub sign_behind: Option<char>,
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

/// A word's letters, as they are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spelling {
    /// For the runs, by which a paragraph is recognised: umlauts are plain vowels.
    pub folded: String,
    /// For the hash of all words, by which a paragraph is found: umlauts are letters of their own.
    pub exact: String,
}

impl Spelling {
    fn of(letters: &str) -> Self {
        Self { folded: fold(letters), exact: spell_out(letters) }
    }

    /// Two stretches of letters as one word.
    fn with(&self, next: &Self) -> Self {
        Self {
            folded: fold(&(self.folded.clone() + &next.folded)),
            exact: self.exact.clone() + &next.exact,
        }
    }
}

/// Another way to read a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instead {
    /// How many words are read otherwise, from this one on.
    pub of: usize,
    /// As what.
    pub words: Vec<Spelling>,
}

/// What follows a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Then {
    /// The same sentence goes on, be it behind a dash, a colon or a bracket.
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
    for mut token in tokens(text) {
        let next = text.get(token.at.start..).expect("a token begins with a letter");
        let end = words.last().map_or(0, |it| it.at.end);
        let between = text.get(end..token.at.start).expect("tokens are in order");
        let before = text.get(..token.at.start).expect("a token begins with a letter");
        token.sign_before = sign_before(before, next);
        let Some(last) = words.last_mut() else {
            words.push(token);
            continue;
        };
        last.then = follows(between);
        last.sign_behind = sign_behind(between, token.sign_before.is_some());
        let begins = text.get(last.at.clone()).expect("a word is of the text");
        match joint(begins, between, next) {
            Joint::Divided { may_be_two } => {
                let begin =
                    last.instead.take().map_or_else(|| vec![last.spelled.clone()], |it| it.words);
                let parts = begin.into_iter().chain([token.spelled.clone()]).collect();
                last.at.end = token.at.end;
                last.spelled = last.spelled.with(&token.spelled);
                last.then = Then::Line;
                last.instead = may_be_two.then_some(Instead { of: 1, words: parts });
                continue;
            }
            Joint::MayBeOne => {
                let one = last.spelled.with(&token.spelled);
                last.instead.get_or_insert(Instead { of: 2, words: vec![one] });
            }
            Joint::None => {}
        }
        words.push(token);
    }
    if let Some(last) = words.last_mut() {
        let behind = text.get(last.at.end..).expect("a word ends with a letter");
        last.sign_behind = sign_behind(behind, false);
    }
    words
}

/// The sign right before a word that counts. A hyphen is a minus before a number, where no word stands before it.
fn sign_before(before: &str, next: &str) -> Option<char> {
    let mut signs = before.chars().rev().filter(|it| !is_invisible(*it));
    let sign = signs.next()?;
    let is_apart = signs.next().is_none_or(|it| it.is_whitespace() || it == '(');
    let is_minus = matches!(sign, '-' | '\u{2212}')
        && is_apart
        && next.starts_with(|it: char| it.is_ascii_digit());
    if is_minus { Some('-') } else { counted_sign(sign) }
}

/// The sign behind a word that counts, unless it stands right before the next one.
fn sign_behind(between: &str, has_next: bool) -> Option<char> {
    let mut signs = between.chars().filter(|it| !is_blank(*it));
    let sign = counted_sign(signs.next()?);
    sign.filter(|_| !has_next || signs.next().is_some())
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
                spelled: Spelling::default(),
                sign_before: None,
                sign_behind: None,
                is_small: letter.is_lowercase(),
                instead: mark.map(|_| Instead { of: 1, words: Vec::new() }),
                then: Then::Line,
            });
            word.at.end = after;
            spell(mark.unwrap_or(letter), &mut word.spelled.folded);
        } else if let (DIAERESIS, Some(word)) = (letter, &mut begun) {
            put_dots_on_last(&mut word.spelled.folded);
        } else if !is_invisible(letter) {
            tokens.extend(begun.take());
        }
    }
    tokens.extend(begun);
    for token in &mut tokens {
        token.spelled = Spelling::of(&token.spelled.folded);
        if is_bracketed_mark(text, token) {
            token.instead = Some(Instead { of: 1, words: Vec::new() });
        }
    }
    tokens
}

/// The dots of an umlaut, where they are a sign of their own.
const DIAERESIS: char = '\u{308}';

fn put_dots_on_last(letters: &mut String) {
    let umlaut = match letters.chars().next_back() {
        Some('a' | 'A') => 'ä',
        Some('o' | 'O') => 'ö',
        Some('u' | 'U') => 'ü',
        _ => return,
    };
    letters.pop();
    letters.push(umlaut);
}

fn ends_address(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '<' | '>' | '"' | ')' | ']' | '”' | '“' | '«' | '»')
}

/// Whether a number in brackets right behind a word marks a footnote: `[1]`, `[^1]`, `(1)`. Behind a space it is what
/// somebody has put in: `zwölf [12]`.
fn is_bracketed_mark(text: &str, token: &Word) -> bool {
    let before = text.get(..token.at.start).expect("a token begins with a letter");
    let after = text.get(token.at.end..).expect("a token ends with a letter");
    let digits = &token.spelled.folded;
    let is_number = digits.len() <= 2 && digits.bytes().all(|it| it.is_ascii_digit());
    let is_close = |it: &str| !it.is_empty() && !it.ends_with(char::is_whitespace);
    let is_square =
        before.strip_suffix('^').unwrap_or(before).strip_suffix('[').is_some_and(is_close);
    let is_round = before.strip_suffix('(').is_some_and(is_close);
    is_number && ((is_square && after.starts_with(']')) || (is_round && after.starts_with(')')))
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
    // Only the end of a sentence parts two, and what a page sets between its own words, such as `|` and `·`.
    let goes_on = |it: char| {
        is_blank(it)
            || is_hyphen(it)
            || is_soft_hyphen(it)
            || counted_sign(it).is_some()
            || matches!(
                it,
                ',' | ';' | ':' | '"' | '\'' | '«' | '»' | '‘'..='‟' | '‹' | '›' | '*' | '_'
            )
            || matches!(it, '–' | '—' | '―' | '…' | '(' | ')' | '[' | ']' | '/' | '&' | '+' | '=')
    };
    if between.chars().any(ends_line) {
        Then::Line
    } else if between.chars().all(goes_on) {
        Then::Sentence
    } else {
        Then::Apart
    }
}
