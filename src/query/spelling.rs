//! The spelling of texts for the search: what a reader types and what a claim says are made alike, whatever their case,
//! accents, hyphens, apostrophes, quotation marks and invisible signs.

use crate::corpus::{self, is_invisible, lower};
use std::fmt;

/// A text as it is searched: folded, and without what many do not write on letters and under them. Only what is typed
/// and what is searched for it may be made alike so far: to whoever checks a text, `герой` is not `герои`.
pub(super) fn fold(text: &str) -> String {
    corpus::fold(&text.chars().filter_map(bare).collect::<String>())
}

/// A letter without what may stand on or under it in one sign with it; nothing, where a sign is no letter and only stands
/// on one or, as the Arabic tatweel, draws a word out.
fn bare(letter: char) -> Option<char> {
    Some(match letter {
        'Й' | 'й' | 'Ѝ' | 'ѝ' => 'и',
        'Ї' | 'ї' => 'і',
        'Ё' | 'ё' | 'Ѐ' | 'ѐ' => 'е',
        'Ґ' | 'ґ' | 'Ѓ' | 'ѓ' => 'г',
        'Ќ' | 'ќ' => 'к',
        'Ў' | 'ў' => 'у',
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ؤ' => 'و',
        'ى' | 'ئ' => 'ي',
        'ة' => 'ه',
        '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' => return None,
        _ => letter,
    })
}

/// A word as it is written: the parts between its hyphens, mostly one, in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) parts: Vec<String>,
}

impl Word {
    /// Its parts as words of their own, folded.
    pub(super) fn apart(&self) -> String {
        fold(&self.parts.join(" "))
    }

    /// It in one, not folded.
    pub(super) fn joined(&self) -> String {
        self.parts.concat()
    }
}

/// Some words one after another, folded.
pub(super) fn folded(words: &[Word]) -> String {
    words.iter().map(Word::apart).collect::<Vec<_>>().join(" ")
}

/// Whether folding has taken an `e` out of a word: a word that begins inside it, as `elemente` in `Bauelemente`, is not
/// in the folded one.
pub(super) fn loses_letters(word: &str) -> bool {
    ["ae", "oe", "ue"].iter().any(|it| word.contains(it))
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Word> {
    let letters: Vec<char> = text.chars().filter(|it| !is_invisible(*it)).flat_map(plain).collect();
    let mut words = Vec::new();
    let mut parts: Vec<String> = Vec::new();
    let mut part = String::new();
    for (at, &letter) in letters.iter().enumerate() {
        match sign(&letters, at) {
            Sign::Letter => part.push(letter),
            Sign::Point => part.push('.'),
            Sign::Nothing => {}
            Sign::Hyphen => end_part(&mut parts, &mut part),
            Sign::Space => end_word(&mut words, &mut parts, &mut part),
        }
    }
    end_word(&mut words, &mut parts, &mut part);
    words
}

fn end_part(parts: &mut Vec<String>, part: &mut String) {
    if !part.is_empty() {
        parts.push(lower(part));
        part.clear();
    }
}

fn end_word(words: &mut Vec<Word>, parts: &mut Vec<String>, part: &mut String) {
    end_part(parts, part);
    if !parts.is_empty() {
        words.push(Word { parts: std::mem::take(parts) });
    }
}

/// What a sign is to a word.
enum Sign {
    Letter,
    /// Between a number and its decimals.
    Point,
    /// It stands in a word, and is not written by everybody: an apostrophe, the point in `U.S.`, what groups digits.
    Nothing,
    Hyphen,
    Space,
}

fn sign(letters: &[char], at: usize) -> Sign {
    let near = |by: isize| at.checked_add_signed(by).and_then(|at| letters.get(at)).copied();
    let is_digit = |by: isize| near(by).is_some_and(|it| it.is_ascii_digit());
    let letter = near(0).unwrap_or(' ');
    let groups_digits = is_digit(-1) && is_digit(1) && is_digit(2) && is_digit(3) && !is_digit(4);
    match letter {
        ',' | '.' | '\u{a0}' | '\u{2009}' | '\u{202f}' if groups_digits => Sign::Nothing,
        ',' | '.' if is_digit(-1) && is_digit(1) => Sign::Point,
        // Behind a single letter it abbreviates.
        '.' if near(-1).is_some_and(is_letter) && !near(-2).is_some_and(is_letter) => Sign::Nothing,
        _ if is_apostrophe(letter) => Sign::Nothing,
        _ if is_hyphen(letter) => Sign::Hyphen,
        _ if is_letter(letter) => Sign::Letter,
        _ => Sign::Space,
    }
}

/// A letter or a digit, of any alphabet: what is no other sign. The standard library's tables would weigh more.
pub(super) fn is_letter(letter: char) -> bool {
    let is_other = letter.is_whitespace()
        || letter.is_ascii_punctuation()
        || letter.is_control()
        || is_hyphen(letter)
        || is_apostrophe(letter)
        || matches!(letter,
            '\u{a1}'..='\u{a9}' | '\u{ab}'..='\u{b1}' | '\u{b4}' | '\u{b6}'..='\u{b8}' | '\u{bb}' | '\u{bf}'
            | '×' | '÷' | '\u{60c}' | '\u{61b}' | '\u{61f}'
            | '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{20cf}' | '\u{2190}'..='\u{2bff}' | '\u{3000}'..='\u{303f}');
    !is_other
}

/// Hyphens, dashes, a minus sign, a slash.
pub(super) fn is_hyphen(letter: char) -> bool {
    matches!(
        letter,
        '-' | '/' | '_' | '\u{58a}' | '\u{2010}'
            ..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}'
    )
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '`' | '´' | 'ʹ' | 'ʼ' | 'ʿ' | 'ʾ' | '‘' | '’' | '‛' | '′')
}

/// A letter as it is usually written: ligatures taken apart, full width made plain.
fn plain(letter: char) -> impl Iterator<Item = char> {
    let ligature = match letter {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => "",
    };
    let usual = match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0),
        _ if ligature.is_empty() => Some(letter),
        _ => None,
    };
    ligature.chars().chain(usual)
}

/// A piece of what a reader has typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typed<'a> {
    /// What stands between spaces.
    Word(&'a str),
    /// What stands in quotation marks.
    Phrase(&'a str),
}

impl fmt::Display for Typed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => f.write_str(word.trim_matches(|it: char| !is_letter(it))),
            Self::Phrase(words) => write!(f, "\"{words}\""),
        }
    }
}

/// The pieces of what a reader has typed. A quotation mark that nothing closes is none.
pub(super) fn typed(text: &str) -> Vec<Typed<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let body = &rest[first.len_utf8()..];
        let end = if is_quote(first) {
            body.find(is_quote)
        } else if is_apostrophe(first) || first == '‚' {
            closing_apostrophe(body)
        } else {
            None
        };
        rest = if let Some(end) = end {
            pieces.push(Typed::Phrase(&body[..end]));
            let closing = body[end..].chars().next().map_or(0, char::len_utf8);
            &body[end + closing..]
        } else if is_quote(first) {
            body
        } else {
            let end =
                rest.find(|it: char| it.is_whitespace() || is_quote(it)).unwrap_or(rest.len());
            pieces.push(Typed::Word(&rest[..end]));
            &rest[end..]
        };
        rest = rest.trim_start();
    }
    pieces
}

/// Quotation marks that are nothing else.
#[must_use]
pub fn is_quote(letter: char) -> bool {
    matches!(letter,
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '❝' | '❞' | '＂' | '\u{300c}'..='\u{300f}'
        | '\u{301d}'..='\u{301f}')
}

/// Where an apostrophe closes what another has begun: at the end of a word.
fn closing_apostrophe(text: &str) -> Option<usize> {
    let ends = |at: usize| {
        let behind = text[at..].chars().nth(1);
        at > 0 && behind.is_none_or(|it| !is_letter(it) && !is_hyphen(it))
    };
    text.char_indices().find(|&(at, it)| is_apostrophe(it) && ends(at)).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
    fn spelt(text: &str, said: Expect) {
        let words: Vec<String> = words(text).iter().map(|it| it.parts.join("-")).collect();
        said.assert_eq(&words.join(" "));
    }

    #[test]
    fn words_are_told_from_what_stands_around_them() {
        spelt("Who, “really”, delivers (drones)?", expect!["who really delivers drones"]);
        spelt("Hubschrauber\u{2011}Triebwerke – neu", expect!["hubschrauber-triebwerke neu"]);
        spelt("Hubschrauber- und Panzer", expect!["hubschrauber und panzer"]);
        spelt("RND/AP", expect!["rnd-ap"]);
        spelt("U.S.-made, the U.S.A. and D.P.R.K.", expect!["us-made the usa and dprk"]);
        spelt("Lloyd J. Austin. In Egypt", expect!["lloyd j austin in egypt"]);
        spelt("Sana’a, Russia's, ’Abd", expect!["sanaa russias abd"]);
        spelt(
            "13,077 or 13.077 or 13\u{202f}077 or 1,5 %",
            expect!["13077 or 13077 or 13077 or 1.5"],
        );
        spelt("Trieb\u{ad}werk\u{200b}e \u{202e}x", expect!["triebwerke x"]);
        spelt("oﬃcial Ｒｕｓｓｉａ", expect!["official russia"]);
        spelt("Москва «Орёл»", expect!["москва орёл"]);
        spelt(" ?! … – ", expect![""]);
    }

    #[test]
    fn what_many_leave_out_makes_no_difference() {
        for (text, folded) in [
            ("Київ", "киів"),
            ("Киі\u{308}в", "киів"),
            ("Йосип і\u{306}", "иосип і"),
            ("Ґедзь", "гедзь"),
            ("Орёл", "орел"),
            ("Беларускі ўрад", "беларускі урад"),
            ("إيران", "ايران"),
            ("ا\u{655}ِيران", "ايران"),
            ("آلة", "اله"),
            ("ا\u{653}لة", "اله"),
            ("القـاهِرة", "القاهره"),
            ("مسؤول", "مسوول"),
            ("مسو\u{654}ول", "مسوول"),
            ("مئة", "ميه"),
            ("مي\u{654}ة", "ميه"),
            ("مصطفى", "مصطفي"),
            ("Łódź für ältere", "lodz fur altere"),
        ] {
            assert_eq!(fold(text), folded);
            assert_eq!(fold(folded), folded);
        }
    }

    #[test]
    fn quotation_marks_of_any_kind_enclose_a_phrase() {
        use Typed::{Phrase, Word};
        for text in [
            "\"a b\" c",
            "“a b” c",
            "„a b“ c",
            "«a b» c",
            "»a b« c",
            "‹a b› c",
            "'a b' c",
            "‘a b’ c",
            "‚a b‘ c",
            "  \"a b\"c ",
        ] {
            assert_eq!(typed(text), [Phrase("a b"), Word("c")], "{text}");
        }
        assert_eq!(typed("a \"b c"), [Word("a"), Word("b"), Word("c")]);
        assert_eq!(typed("Egypt's and Russia’s"), [Word("Egypt's"), Word("and"), Word("Russia’s")]);
        assert_eq!(typed("'Egypt's engines'"), [Phrase("Egypt's engines")]);
        assert_eq!(typed(" "), []);
    }
}
