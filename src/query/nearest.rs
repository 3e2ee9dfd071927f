//! What is nearest to words that find nothing: words spelt much alike, and as many of them as stand together.

use super::search::{LONGEST_SEARCH, Search, Term, is_seam};
use super::spelling::{self, Typed, Word, fold};
use super::texts::{in_each_language, own_texts};
use crate::corpus::{ClaimSet, Corpus, CountryNames, HashMap, HashSet, Kind, Lang, Status, lower};
use crate::locale;
use crate::terms;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

/// Other words, which find something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// The words, to be searched.
    pub text: String,
    /// How many of the words that were typed they keep, as they are or spelt otherwise.
    pub kept: usize,
    /// How many words were typed, each counted once.
    pub typed: usize,
}

/// The words of a corpus.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// By each word, folded, how it is shown, and how often it was met.
    words: HashMap<String, (String, usize)>,
    /// In each language the words that say nothing by themselves, folded. What is one in another language may say a lot:
    /// English `war`.
    functional: HashMap<Lang, HashSet<String>>,
}

/// A word or a part of one that is found, or what is found in its place. Of what is lost no claim is found.
struct Part {
    text: String,
    claims: ClaimSet,
    /// Which of the typed words it stands for.
    words: Range<usize>,
}

/// What stands between spaces in the texts of a corpus: most of it is met many times.
#[derive(Default)]
struct Pieces<'a> {
    /// Each once, in the order in which they are met.
    all: Vec<&'a str>,
    /// How often each is met.
    met: HashMap<&'a str, usize>,
}

impl<'a> Pieces<'a> {
    fn of(corpus: &'a Corpus, countries: &'a CountryNames) -> Self {
        let mut pieces = Self::default();
        let source = corpus.source();
        for document in &source.documents {
            pieces.add(&document.title);
            document.authors.iter().for_each(|it| pieces.add(it));
        }
        source.names.iter().flatten().for_each(|it| pieces.add(it));
        let named = corpus.country_ids().map(|it| &countries[it]);
        let named = named.chain(source.origins.iter().map(|it| &it.name));
        let named = named.chain(source.categories.iter().map(|it| &it.name));
        let named = named.chain(source.transfers.iter().map(|it| &it.item));
        named.flat_map(in_each_language).for_each(|it| pieces.add(it));
        for claim in corpus.claim_ids() {
            own_texts(corpus, claim).for_each(|it| pieces.add(it));
        }
        for lang in Lang::ALL {
            let kinds = Kind::ALL.map(|it| terms::kind(lang, it));
            for name in kinds.into_iter().chain(Status::ALL.map(|it| terms::status(lang, it))) {
                pieces.add(name);
            }
        }
        pieces
    }

    fn add(&mut self, text: &'a str) {
        for piece in text.split(' ') {
            let met = self.met.entry(piece).or_insert_with(|| {
                self.all.push(piece);
                0
            });
            *met += 1;
        }
    }
}

/// What is searched: in which claims, by a reader of which language.
#[derive(Clone, Copy)]
struct Asked<'a> {
    search: &'a Search,
    claims: &'a ClaimSet,
    functional: &'a HashSet<String>,
}

/// So much is offered.
const MOST: usize = 3;

/// Nobody writes a longer word in two.
const LONGEST_COMPOUND: usize = 40;

/// So many of the words are looked at: more would take long.
const MOST_WORDS: usize = 16;

impl Vocabulary {
    pub(super) fn new(corpus: &Corpus, countries: &CountryNames) -> Self {
        let mut vocabulary = Self::default();
        let pieces = Pieces::of(corpus, countries);
        for piece in pieces.all {
            vocabulary.add(piece, pieces.met.get(piece).copied().unwrap_or_default());
        }
        for lang in Lang::ALL {
            let functional = locale::words(lang).function_words.split(' ').map(fold);
            vocabulary.functional.insert(lang, functional.collect());
        }
        vocabulary
    }

    /// Adds the words of a text that is met so often. One that begins a sentence is shown as it is written elsewhere.
    fn add(&mut self, text: &str, met: usize) {
        for piece in text.split(|it: char| it.is_whitespace() || spelling::is_hyphen(it)) {
            let shown = piece.trim_matches(|it: char| !spelling::is_letter(it));
            let [word] = &*spelling::words(shown) else { continue };
            let (known, count) = self.words.entry(word.apart()).or_insert((shown.to_owned(), 0));
            *count += met;
            if shown == lower(shown) {
                shown.clone_into(known);
            }
        }
    }

    /// What is nearest to some words of which no claim holds all, and found in some claims.
    pub(super) fn nearest(
        &self,
        search: &Search,
        claims: &ClaimSet,
        text: &str,
        lang: Lang,
    ) -> Vec<Nearest> {
        let none = HashSet::default();
        let functional = self.functional.get(&lang).unwrap_or(&none);
        let asked = Asked { search, claims, functional };
        let text = &text[..text.floor_char_boundary(LONGEST_SEARCH)];
        let (mut typed, mut telling) = (0, Vec::new());
        for term in search.terms(text) {
            let first = typed;
            typed += term.words.len();
            if !asked.is_functional(&term.words) {
                telling.push((first, term));
            }
        }
        let telling = telling.iter().take(MOST_WORDS);
        let parts: Vec<Part> =
            telling.flat_map(|(first, term)| self.parts(asked, *first, term)).collect();
        let mut found = Vec::new();
        for chosen in together(claims, &parts) {
            let kept = kept(&parts, &chosen);
            let chosen = chosen.iter().filter_map(|&at| parts.get(at));
            let text = chosen.map(|it| it.text.as_str()).collect::<Vec<_>>().join(" ");
            let claims = search.containing(claims.clone(), &text);
            if !claims.is_empty() {
                found.push((Reverse(claims.len()), Nearest { text, kept, typed }));
            }
        }
        found.sort_by_key(|it| it.0);
        found.into_iter().map(|it| it.1).take(MOST).collect()
    }

    /// A term as it is found: as it is, in its words, or spelt otherwise. Its first word is one of those that were typed.
    fn parts(&self, asked: Asked, first: usize, term: &Term) -> Vec<Part> {
        let claims = asked.search.holding(asked.claims, term);
        if !claims.is_empty() {
            let text = term.typed.iter().map(Typed::to_string).collect::<Vec<_>>().join(" ");
            return vec![Part { text, claims, words: first..first + term.words.len() }];
        }
        let words = term.words.iter().zip(first..);
        let words = words.flat_map(|(word, at)| word.parts.iter().map(move |it| (it, at)));
        let telling = words.filter(|(it, _)| !asked.functional.contains(&fold(it)));
        telling.take(MOST_WORDS).flat_map(|(it, at)| self.word(asked, it, at)).collect()
    }

    /// A word as the corpus writes it; where it is not found, in another spelling, or in two.
    fn word(&self, asked: Asked, word: &str, at: usize) -> Vec<Part> {
        let part = |shown: &str| {
            let claims = asked.search.containing(asked.claims.clone(), shown);
            Part { text: shown.to_owned(), claims, words: at..at + 1 }
        };
        let found = |shown: &str| Some(part(shown)).filter(|it| !it.claims.is_empty());
        let alike = || self.alike(&fold(word)).into_iter().find_map(found);
        let as_it_is = part(self.known(word).unwrap_or(word));
        if as_it_is.claims.is_empty()
            && let Some(part) = alike()
        {
            return vec![part];
        }
        let seams = word.char_indices().take(LONGEST_COMPOUND).map(|(at, _)| word.split_at(at));
        let mut in_two = seams
            .filter(|(before, after)| as_it_is.claims.is_empty() && is_seam(before, after))
            .map(|(before, after)| Some([self.known(before)?, self.known(after)?]));
        match in_two.find_map(|it| it) {
            Some(words) => words.map(part).into(),
            None => vec![as_it_is],
        }
    }

    /// A word as the corpus writes it.
    fn known(&self, word: &str) -> Option<&str> {
        self.words.get(&fold(word)).map(|it| it.0.as_str())
    }

    /// The words that are spelt much like one: those with the fewest letters that differ first, then the commonest.
    fn alike(&self, word: &str) -> Vec<&str> {
        let length = word.chars().count();
        let most = match length {
            0..4 => 0,
            4..6 => 1,
            _ => 2,
        };
        // Nobody means a word that says nothing, of whatever language.
        let is_functional = |it: &str| self.functional.values().any(|all| all.contains(it));
        let is_near = |it: &str| it.chars().count().abs_diff(length) <= most && !is_functional(it);
        let near = self.words.iter().filter(|(it, _)| is_near(it)).map(|(it, (shown, count))| {
            (strsim::osa_distance(word, it), Reverse(*count), shown.as_str())
        });
        let mut near: Vec<_> = near.filter(|it| it.0 > 0 && it.0 <= most).collect();
        near.sort_unstable();
        near.into_iter().map(|it| it.2).collect()
    }
}

impl Asked<'_> {
    /// Whether it is a word that says nothing by itself.
    fn is_functional(self, words: &[Word]) -> bool {
        matches!(words, [word] if self.functional.contains(&word.apart()))
    }
}

/// How many of the typed words some parts keep: those of which no part is left out.
fn kept(parts: &[Part], chosen: &[usize]) -> usize {
    let words = |is_chosen: bool| -> BTreeSet<usize> {
        let parts = parts.iter().enumerate().filter(|(at, _)| chosen.contains(at) == is_chosen);
        parts.flat_map(|(_, it)| it.words.clone()).collect()
    };
    words(true).difference(&words(false)).count()
}

/// The most parts that stand together in a claim: each such choice of them.
fn together(claims: &ClaimSet, parts: &[Part]) -> Vec<Vec<usize>> {
    let mut choices: BTreeSet<Vec<usize>> = BTreeSet::new();
    for claim in claims.iter() {
        let held = parts.iter().enumerate().filter(|(_, it)| it.claims.contains(claim));
        choices.insert(held.map(|it| it.0).collect());
    }
    let most = choices.iter().map(Vec::len).max().unwrap_or_default();
    choices.into_iter().filter(|it| most > 0 && it.len() == most).collect()
}
