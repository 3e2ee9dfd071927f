//! What is nearest to words that find nothing: words spelt much alike, and as many of them as stand together.

use super::search::{LONGEST_SEARCH, Search, Term, is_seam, own_texts};
use super::spelling::{self, Typed, Word};
use crate::corpus::{ClaimSet, Corpus, CountryNames, Kind, Lang, Status, Text, fold, lower};
use crate::locale;
use crate::terms;
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Other words, which find something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// The words, to be searched.
    pub text: String,
    /// How many of the words that were typed they keep, as they are or spelt otherwise.
    pub kept: usize,
    /// How many words were typed.
    pub typed: usize,
}

/// The words of a corpus.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// By each word, folded, how it is shown, and how often it was met.
    words: HashMap<String, (String, usize)>,
    /// Words that say nothing by themselves, in every language, folded.
    functional: HashSet<String>,
}

/// A word that is found, or what is found in its place.
struct Part {
    text: String,
    claims: ClaimSet,
}

/// So much is offered.
const MOST: usize = 3;

/// Nobody writes a longer word in two.
const LONGEST_COMPOUND: usize = 40;

/// So many of the words are looked at: more would take long.
const MOST_WORDS: usize = 16;

impl Vocabulary {
    pub(super) fn new(corpus: &Corpus, countries: &CountryNames) -> Self {
        let source = corpus.source();
        let mut vocabulary = Self::default();
        for document in &source.documents {
            vocabulary.add(&document.title);
            for author in &document.authors {
                vocabulary.add(author);
            }
        }
        for name in source.names.iter().flatten() {
            vocabulary.add(name);
        }
        let named = corpus.country_ids().map(|it| &countries[it]);
        let named = named.chain(source.origins.iter().map(|it| &it.name));
        let named = named.chain(source.categories.iter().map(|it| &it.name));
        let named = named.chain(source.transfers.iter().map(|it| &it.item));
        let texts: Vec<&Text> =
            named.chain(corpus.claims().flat_map(|(_, claim)| own_texts(claim))).collect();
        for lang in Lang::ALL {
            for text in &texts {
                vocabulary.add(text.get(lang));
            }
            let kinds = Kind::ALL.map(|it| terms::kind(lang, it));
            for name in kinds.into_iter().chain(Status::ALL.map(|it| terms::status(lang, it))) {
                vocabulary.add(name);
            }
            let functional = locale::words(lang).function_words.split(' ').map(fold);
            vocabulary.functional.extend(functional);
        }
        vocabulary
    }

    /// Adds the words of a text. One that begins a sentence is shown as it is written elsewhere.
    fn add(&mut self, text: &str) {
        for piece in text.split(|it: char| it.is_whitespace() || spelling::is_hyphen(it)) {
            let shown = piece.trim_matches(|it: char| !spelling::is_letter(it));
            let [word] = &*spelling::words(shown) else { continue };
            let (known, count) = self.words.entry(word.apart()).or_insert((shown.to_owned(), 0));
            *count += 1;
            if shown == lower(shown) {
                shown.clone_into(known);
            }
        }
    }

    /// What is nearest to some words of which no claim holds all, and found in some claims.
    pub(super) fn nearest(&self, search: &Search, claims: &ClaimSet, text: &str) -> Vec<Nearest> {
        let text = &text[..text.floor_char_boundary(LONGEST_SEARCH)];
        let typed = spelling::words(text).len();
        let terms = search.terms(text);
        let telling = terms.iter().filter(|it| !self.is_functional(&it.words)).take(MOST_WORDS);
        let parts: Vec<Part> = telling.flat_map(|it| self.parts(search, claims, it)).collect();
        let mut found = Vec::new();
        for chosen in together(claims, &parts) {
            let text = chosen.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join(" ");
            let claims = search.containing(claims.clone(), &text);
            if !claims.is_empty() {
                let kept = spelling::words(&text).len().min(typed);
                found.push((Reverse(claims.len()), Nearest { text, kept, typed }));
            }
        }
        found.sort_by_key(|it| it.0);
        found.into_iter().map(|it| it.1).take(MOST).collect()
    }

    /// Whether it is a word that says nothing by itself.
    fn is_functional(&self, words: &[Word]) -> bool {
        matches!(words, [word] if self.functional.contains(&word.apart()))
    }

    /// A term as it is found: as it is, in its words, or spelt otherwise.
    fn parts(&self, search: &Search, claims: &ClaimSet, term: &Term) -> Vec<Part> {
        let found = search.holding(claims, term);
        if !found.is_empty() {
            let text = term.typed.iter().map(Typed::to_string).collect::<Vec<_>>().join(" ");
            return vec![Part { text, claims: found }];
        }
        let words = term.words.iter().flat_map(|it| &it.parts).take(MOST_WORDS);
        let telling = words.filter(|it| !self.functional.contains(&fold(it)));
        telling.flat_map(|it| self.word(search, claims, it)).collect()
    }

    /// A word as the corpus writes it; where it is not found, in another spelling, or in two.
    fn word(&self, search: &Search, claims: &ClaimSet, word: &str) -> Vec<Part> {
        let found = |shown: &str| {
            let claims = search.containing(claims.clone(), shown);
            (!claims.is_empty()).then(|| Part { text: shown.to_owned(), claims })
        };
        let alike = || self.alike(&fold(word)).into_iter().find_map(found);
        if let Some(part) = found(self.known(word).unwrap_or(word)).or_else(alike) {
            return vec![part];
        }
        let seams = word.char_indices().take(LONGEST_COMPOUND).map(|(at, _)| word.split_at(at));
        let seams = seams.filter(|(before, after)| is_seam(before, after));
        let mut in_two =
            seams.map(|(before, after)| Some([self.known(before)?, self.known(after)?]));
        let in_two = in_two.find_map(|it| it);
        in_two.into_iter().flatten().filter_map(found).collect()
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
        let is_near =
            |it: &str| it.chars().count().abs_diff(length) <= most && !self.functional.contains(it);
        let near = self.words.iter().filter(|(it, _)| is_near(it)).map(|(it, (shown, count))| {
            (strsim::osa_distance(word, it), Reverse(*count), shown.as_str())
        });
        let mut near: Vec<_> = near.filter(|it| it.0 > 0 && it.0 <= most).collect();
        near.sort_unstable();
        near.into_iter().map(|it| it.2).collect()
    }
}

/// The most parts that stand together in a claim: each such choice of them.
fn together<'a>(claims: &ClaimSet, parts: &'a [Part]) -> Vec<Vec<&'a Part>> {
    let mut choices: BTreeSet<Vec<usize>> = BTreeSet::new();
    for claim in claims.iter() {
        let held = parts.iter().enumerate().filter(|(_, it)| it.claims.contains(claim));
        choices.insert(held.map(|it| it.0).collect());
    }
    let most = choices.iter().map(Vec::len).max().unwrap_or_default();
    let choices = choices.into_iter().filter(|it| most > 0 && it.len() == most);
    choices.map(|it| it.into_iter().filter_map(|at| parts.get(at)).collect()).collect()
}
