//! The search: which claims hold the words that a reader types.

use super::MOST_TEXT;
use super::spelling::{self, Typed, Word, fold};
use super::texts::{self, Texts};
use crate::corpus::{ClaimSet, Corpus, CountryNames, HashMap, HashSet, is_invisible};
use std::sync::OnceLock;

/// A corpus ready to be searched.
#[derive(Debug)]
pub(super) struct Search {
    texts: Texts,
    names: Names,
}

/// What is read of a corpus that is to be searched.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    texts: texts::Reading,
    names: Names,
}

/// What has several names.
#[derive(Clone, Debug, Default)]
struct Names {
    rows: Vec<Name>,
    /// Which of them a name is.
    by_name: HashMap<String, usize>,
    /// The number of words of the longest.
    longest: usize,
}

/// Something that has several names.
#[derive(Clone, Debug)]
struct Name {
    /// What may be found of it.
    needles: Vec<String>,
    /// Those of them that are somewhere: looked for when first asked for.
    occurring: OnceLock<Vec<String>>,
}

/// Something that a claim has to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term<'a> {
    /// As it was typed.
    pub(super) typed: Vec<Typed<'a>>,
    /// Its words.
    pub(super) words: Vec<Word>,
    /// What is looked for: all of one of these.
    needles: Vec<Vec<String>>,
}

impl Reading {
    /// Reads so much more of what is searched; says whether any is left.
    pub(super) fn read(&mut self, corpus: &Corpus, countries: &CountryNames, most: usize) -> bool {
        self.texts.read(corpus, countries, most) || self.names.read(&corpus.source().names, most)
    }

    /// The search, once the rest is read.
    pub(super) fn finished(mut self, corpus: &Corpus, countries: &CountryNames) -> Search {
        while self.names.read(&corpus.source().names, usize::MAX) {}
        Search { texts: self.texts.finished(corpus, countries), names: self.names }
    }
}

impl Names {
    /// Reads so many more names, to the end of a row; says whether any are left.
    fn read(&mut self, rows: &[Vec<String>], most: usize) -> bool {
        let mut read = 0;
        while read < most {
            let Some(row) = rows.get(self.rows.len()) else { return false };
            let mut needles = Vec::new();
            for words in row.iter().map(|it| spelling::words(it)).filter(|it| !it.is_empty()) {
                let name = spelling::folded(&words);
                self.longest = self.longest.max(words.len());
                needles.extend(needles_of(&name));
                self.by_name.insert(in_one(&words), self.rows.len());
            }
            self.rows.push(Name { needles, occurring: OnceLock::new() });
            read += row.len().max(1);
        }
        true
    }

    /// The names of what a word is a name of, be it in the plural or inflected.
    fn find(&self, word: &str) -> Option<&Name> {
        let mut stems = ENDINGS.iter().filter_map(|ending| {
            let stem = word.strip_suffix(ending)?;
            let least = if *ending == "s" { SHORT } else { SHORT + 1 };
            (ending.is_empty() || stem.chars().count() >= least).then_some(stem)
        });
        let found = stems.find_map(|stem| self.by_name.get(stem))?;
        self.rows.get(*found)
    }
}

impl Search {
    /// Those of some claims that hold all that is typed.
    pub(super) fn containing(&self, mut claims: ClaimSet, text: &str) -> ClaimSet {
        if text.len() > LONGEST_SEARCH {
            return ClaimSet::new();
        }
        for term in self.terms(text) {
            if claims.is_empty() {
                break;
            }
            claims = self.holding(&claims, &term);
        }
        claims
    }

    /// Those of some claims that hold a term. A compound that stands nowhere in one word is looked for in two.
    pub(super) fn holding(&self, claims: &ClaimSet, term: &Term) -> ClaimSet {
        let mut found = ClaimSet::new();
        for all in &term.needles {
            found.union_with(&self.holding_all(all));
        }
        if let [word] = term.words.as_slice()
            && found.is_empty()
        {
            let joined = word.joined();
            for spelling in [fold(&joined), joined] {
                found.union_with(&self.texts.claims_in_two(&spelling, is_seam));
            }
        }
        found.intersect_with(claims);
        found
    }

    /// The claims that hold all of some needles.
    fn holding_all(&self, needles: &[String]) -> ClaimSet {
        let mut each = needles.iter().map(|it| self.texts.claims(it));
        let mut claims = each.next().unwrap_or_default();
        each.for_each(|it| claims.intersect_with(&it));
        claims
    }

    /// What has to be found of a text, once each.
    pub(super) fn terms<'a>(&self, text: &'a str) -> Vec<Term<'a>> {
        let (mut terms, mut known) = (Vec::new(), HashSet::default());
        let pieces = spelling::typed(text);
        let mut rest = &pieces[..];
        while !rest.is_empty() {
            let (term, length) = self.name(rest).unwrap_or_else(|| Self::plain(rest));
            rest = rest.get(length..).unwrap_or_default();
            if !term.words.is_empty() && known.insert(term.needles.clone()) {
                terms.push(term);
            }
        }
        terms
    }

    /// The longest name that some pieces begin with, and how many of them it has.
    fn name<'a>(&self, pieces: &[Typed<'a>]) -> Option<(Term<'a>, usize)> {
        let is_word = |it: &&Typed| matches!(it, Typed::Word(_));
        let most = pieces.iter().take(self.names.longest).take_while(is_word).count();
        (1..=most).rev().find_map(|length| {
            let typed = pieces.get(..length)?;
            let words: Vec<Word> = typed.iter().flat_map(words_of).collect();
            let written = in_one(&words);
            let name = self.names.find(&written)?;
            if written.chars().count() < SHORT && !typed.iter().all(is_abbreviation) {
                let needles = needles_of(&written).into_iter().map(|it| vec![it]).collect();
                return Some((Term { typed: typed.to_vec(), words, needles }, length));
            }
            let occurring = name.occurring.get_or_init(|| self.occurring(&name.needles));
            let mut needles: Vec<Vec<String>> =
                occurring.iter().map(|it| vec![it.clone()]).collect();
            // Whoever types several words may mean each by itself.
            if length > 1 {
                needles.push(words.iter().map(Word::apart).collect());
            }
            Some((Term { typed: typed.to_vec(), words, needles }, length))
        })
    }

    /// Those of some needles that are somewhere, without those that hold another.
    fn occurring(&self, needles: &[String]) -> Vec<String> {
        let is_least = |it: &String| !needles.iter().any(|other| other != it && it.contains(other));
        let is_found = |it: &&String| is_least(it) && self.texts.is_somewhere(it);
        needles.iter().filter(is_found).cloned().collect()
    }

    /// The first of some pieces as it stands.
    fn plain<'a>(pieces: &[Typed<'a>]) -> (Term<'a>, usize) {
        let first = pieces.first().copied();
        let mut words: Vec<Word> = first.iter().flat_map(words_of).collect();
        if matches!(first, Some(Typed::Word(_))) && is_article(&words, pieces.get(1)) {
            words.clear();
        }
        let needles = match (first, words.as_slice()) {
            // What is short is a whole word: in `Russia` stands no `US`.
            (Some(Typed::Phrase(_)), [_]) if in_one(&words).chars().count() <= SHORT => {
                needles_of(&in_one(&words)).into_iter().map(|it| vec![it]).collect()
            }
            // A comma without a space.
            (Some(Typed::Word(_)), [_, _, ..]) => vec![words.iter().map(Word::apart).collect()],
            _ => needles_for(&words).into_iter().map(|it| vec![it]).collect(),
        };
        (Term { typed: first.into_iter().collect(), words, needles }, 1)
    }
}

/// Whether a piece is written as an abbreviation is, in capitals or with points: `US` is one, and `us` is a word.
fn is_abbreviation(piece: &Typed) -> bool {
    let Typed::Word(text) = piece else { return false };
    let word = without_genitive(text);
    word.contains('.') || !word.chars().any(char::is_lowercase)
}

/// Whether a word may fall into two: both are long enough to mean something, or one is a number.
pub(super) fn is_seam(before: &str, after: &str) -> bool {
    let is_digit = |it: char| it.is_ascii_digit();
    let is_long = |it: &str| it.chars().count() >= SHORT;
    let is_number = before.ends_with(is_digit) != after.starts_with(is_digit);
    !before.is_empty() && !after.is_empty() && (is_number || is_long(before) && is_long(after))
}

/// Some words in one, folded.
fn in_one(words: &[Word]) -> String {
    fold(&words.iter().map(Word::joined).collect::<String>())
}

/// What is longer, in bytes, finds nothing: no field takes so much, and to look for it takes long.
pub(super) const LONGEST_SEARCH: usize = 4 * MOST_TEXT;

/// So many letters has a name that is found only as a whole word: `US` is no part of `Russia`.
const SHORT: usize = 3;

/// With what names end besides.
const ENDINGS: [&str; 6] = ["", "s", "n", "en", "es", "e"];

/// By what a name is found.
fn needles_of(name: &str) -> Vec<String> {
    match name.chars().count() {
        0 => Vec::new(),
        SHORT => vec![format!(" {name} "), format!(" {name}s ")],
        1..SHORT => vec![format!(" {name} ")],
        _ => vec![name.to_owned()],
    }
}

/// By what some words are found that were typed as one: side by side, or in one word.
fn needles_for(words: &[Word]) -> Vec<String> {
    let joined: String = words.iter().map(Word::joined).collect();
    let mut needles = vec![spelling::folded(words), fold(&joined)];
    // In a compound it may stand behind a vowel, and then folding has taken it out.
    if joined.starts_with('e') {
        needles.push(joined);
    }
    needles.dedup();
    needles
}

/// The words of a piece. A genitive's ending goes, and an Arabic article, which everybody writes in another way.
fn words_of(piece: &Typed) -> Vec<Word> {
    match piece {
        Typed::Phrase(text) => spelling::words(without_genitive(text)),
        Typed::Word(text) => {
            let mut words = spelling::words(without_genitive(text));
            for word in &mut words {
                if let [article, noun, ..] = word.parts.as_slice()
                    && is_article_of(article, noun)
                {
                    word.parts.remove(0);
                }
            }
            words
        }
    }
}

/// A word without `’s` at its end.
fn without_genitive(word: &str) -> &str {
    let word = word.trim_end_matches(|it: char| !spelling::is_letter(it));
    let stem = word.strip_suffix(['s', 'S']).map(|it| it.trim_end_matches(is_invisible));
    let stem = stem.and_then(|it| it.strip_suffix(['\'', '’', '‘', '`', '´']));
    stem.filter(|it| !it.is_empty()).unwrap_or(word)
}

/// Whether a word is an Arabic article, which takes on the first letters of its noun: `al-Sisi`, `as-Sisi`.
fn is_article_of(article: &str, noun: &str) -> bool {
    let consonant = article.strip_prefix(['a', 'e']).filter(|it| (1..=2).contains(&it.len()));
    consonant.is_some_and(|it| it == "l" || noun.starts_with(it))
}

/// The same where a space stands between them.
fn is_article(words: &[Word], next: Option<&Typed>) -> bool {
    let [word] = words else { return false };
    matches!(word.joined().as_str(), "al" | "el") && matches!(next, Some(Typed::Word(_)))
}
