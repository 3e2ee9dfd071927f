//! The check of a reader's own copy: which of its words are those of a paragraph.

use super::fingerprint::{RUN, Word, runs, words};
use std::collections::HashMap;
use std::ops::Range;

/// What is known of a paragraph: its fingerprint, and how many words it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Print<'a> {
    /// Its hashes.
    pub hashes: &'a [u16],
    /// How many words it has.
    pub words: usize,
}

/// A text that a reader has brought, whatever stands around the article in it.
#[derive(Clone, Debug)]
pub struct Copy {
    words: Vec<Word>,
    /// For each hash where runs of it begin, by word.
    places: HashMap<u16, Vec<usize>>,
}

/// A paragraph, as far as a copy has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it stands in the copy, in bytes.
    pub at: Range<usize>,
    /// How many of its hashes the copy has there.
    pub matched: usize,
    /// How many it has in all.
    pub of: usize,
    /// The stretches in it that no hash answers for, in bytes: what is altered.
    pub altered: Vec<Range<usize>>,
}

impl Found {
    /// Whether nothing in it is altered.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.matched == self.of
    }
}

/// By itself a paragraph counts as found from so many of its hashes on, in hundredths. Of a copy in
/// which every tenth word is changed about two thirds are left; in another article hardly one.
const LEAST_PERCENT: usize = 30;

/// A paragraph with fewer hashes says too little by itself: a phrase that everybody prints may be
/// half of it.
const LEAST_HASHES: usize = 8;

/// Once a copy is known to be of the document, a paragraph is there from so many of its hashes on, in
/// hundredths; fewer are a phrase that stands elsewhere too.
const TRACE_PERCENT: usize = 10;

/// A copy is of a document where so many of its longer paragraphs are found, in hundredths.
const DOCUMENT_PERCENT: usize = 30;

impl Copy {
    /// Reads a copy.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let words = words(text);
        let mut places: HashMap<u16, Vec<usize>> = HashMap::new();
        for (at, hash) in runs(&words).into_iter().enumerate() {
            places.entry(hash).or_default().push(at);
        }
        Self { words, places }
    }

    /// Where the paragraphs of a document stand in the copy, in the order of `prints`; nothing where
    /// the copy is of another document. Short paragraphs count for nothing by themselves, and are
    /// looked for only where the longer ones tell that it is this document.
    #[must_use]
    pub fn find(&self, prints: &[Print]) -> Option<Vec<Option<Found>>> {
        let telling = |print: &Print| print.hashes.len() >= LEAST_HASHES;
        let found: Vec<Option<Found>> = prints.iter().map(|print| self.paragraph(print)).collect();
        let all = prints.iter().filter(|print| telling(print)).count();
        let told = prints.iter().zip(&found).filter(|(print, found)| {
            let percent = found.as_ref().map_or(0, |found| found.matched * 100 / found.of.max(1));
            telling(print) && percent >= LEAST_PERCENT
        });
        let told = told.count();
        (told > 0 && told * 100 >= all * DOCUMENT_PERCENT).then_some(found)
    }

    /// Where most of a paragraph stands, if any of it does.
    fn paragraph(&self, print: &Print) -> Option<Found> {
        let mut hits: Vec<(usize, usize)> = Vec::new();
        for (hash, value) in print.hashes.iter().enumerate() {
            let places = self.places.get(value).into_iter().flatten();
            hits.extend(places.map(|&at| (at, hash)));
        }
        hits.sort_unstable();
        let (from, to, matched) = densest(&hits, print.words)?;
        let begins = hits.get(from..to)?.iter().map(|(at, _)| *at);
        let found = self.found(begins, matched, print.hashes.len());
        let is_enough = matched * 100 >= print.hashes.len() * TRACE_PERCENT;
        is_enough.then_some(found)
    }

    fn found(&self, begins: impl Iterator<Item = usize>, matched: usize, of: usize) -> Found {
        let mut altered = Vec::new();
        let mut covered: Option<Range<usize>> = None;
        let text = |words: Range<usize>| {
            let first = self.words.get(words.start).map_or(0, |word| word.at.start);
            let last = words.end.checked_sub(1).and_then(|last| self.words.get(last));
            first..last.map_or(first, |word| word.at.end)
        };
        for begin in begins {
            let end = (begin + RUN).min(self.words.len());
            let so_far = covered.get_or_insert(begin..begin);
            if begin > so_far.end {
                altered.push(text(so_far.end..begin));
            }
            so_far.end = so_far.end.max(end);
        }
        Found { at: text(covered.unwrap_or_default()), matched, of, altered }
    }
}

/// The stretch of hits, no longer than a paragraph with some words put in, that has the most
/// different hashes: from which hit to which, and how many.
fn densest(hits: &[(usize, usize)], words: usize) -> Option<(usize, usize, usize)> {
    let span = words + words / 4 + RUN;
    let mut best: Option<(usize, usize, usize)> = None;
    let mut counts: HashMap<usize, usize> = HashMap::new();
    let mut from = 0;
    for (to, (at, hash)) in hits.iter().enumerate() {
        *counts.entry(*hash).or_default() += 1;
        while let Some((_, left)) = hits.get(from).filter(|(first, _)| at - first > span) {
            if let Some(count) = counts.get_mut(left) {
                *count -= 1;
                if *count == 0 {
                    counts.remove(left);
                }
            }
            from += 1;
        }
        if best.is_none_or(|(.., matched)| counts.len() > matched) {
            best = Some((from, to + 1, counts.len()));
        }
    }
    best
}
