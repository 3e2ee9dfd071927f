//! The check of a reader's own copy: which of its words are those of a paragraph.

use super::winnowing::{RUN, runs};
use super::words::{Word, words};
use std::ops::Range;

/// What is known of a paragraph: its fingerprint, and how many words it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownParagraph<'a> {
    /// Its hashes.
    pub hashes: &'a [u16],
    /// How many words it has.
    pub words: usize,
}

/// A text that a reader has brought, whatever stands around the article in it.
#[derive(Clone, Debug)]
pub struct ReaderCopy {
    words: Vec<Word>,
    /// The hash of each run and where it begins, by word, in the order of the hashes.
    places: Vec<(usize, usize)>,
}

/// Where a run begins whose hash is one of the paragraph's, by word, and which hash that is.
type Hit = (usize, usize);

/// A paragraph, as far as a copy has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParagraphMatch {
    /// Where it stands in the copy, in bytes.
    pub at: Range<usize>,
    /// The same, in words.
    pub words: Range<usize>,
    /// How many of its hashes the copy has there.
    pub matched: usize,
    /// How many it has in all.
    pub of: usize,
    /// The stretches in it that no hash answers for, in bytes: what is altered, and up to two words
    /// beside it.
    pub altered: Vec<Range<usize>>,
}

impl ParagraphMatch {
    /// Whether nothing in it is altered: all its hashes are there, and nothing stands between. A word
    /// that was put in where two kept runs meet costs no hash, and is seen by that alone.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.matched == self.of && self.altered.is_empty()
    }

    fn has(&self, percent: usize) -> bool {
        self.matched * 100 >= self.of * percent
    }
}

/// By itself a paragraph counts as found from so many of its hashes on, in hundredths. Of a copy in
/// which every tenth word is changed about two thirds are left; in another article hardly one.
const LEAST_PERCENT: usize = 30;

/// A paragraph with fewer hashes says too little by itself: a phrase that everybody prints may be
/// half of it.
const LEAST_HASHES: usize = 8;

/// Nearly the whole of such a paragraph is found wherever it stands, once the document is known.
const SHORT_PERCENT: usize = 70;

/// Between its neighbours a paragraph is there from so many of its hashes on, in hundredths; fewer
/// are a phrase that stands elsewhere too.
const TRACE_PERCENT: usize = 15;

/// How many words may stand between a paragraph and the one neighbour that was found.
const NEAR: usize = 100;

/// A copy is of a document where so many of its longer paragraphs are found, in hundredths.
const DOCUMENT_PERCENT: usize = 30;

/// A copy that has less of a document holds an excerpt of it where a paragraph with so many hashes
/// has so many of them, in hundredths. Shorter ones are quoted elsewhere, word for word.
const EXCERPT: (usize, usize) = (12, 75);

impl ReaderCopy {
    /// Reads a copy.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let words = words(text);
        let places = runs(&words).into_iter().enumerate().map(|(at, hash)| (hash.into(), at));
        let mut places: Vec<(usize, usize)> = places.collect();
        places.sort_unstable();
        Self { words, places }
    }

    /// How many words it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether it has no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Where the paragraphs of a document stand in the copy, in the order of `paragraphs`, which is the
    /// document's; nothing where the copy is of another document. Short paragraphs count for nothing
    /// by themselves, and what is left of one is looked for only where its neighbours stand.
    #[must_use]
    pub fn find(&self, paragraphs: &[KnownParagraph]) -> Option<Vec<Option<ParagraphMatch>>> {
        let least = |paragraph: &KnownParagraph| match paragraph.hashes.len() {
            // So few fit something in any long text, so that even all of them are not enough.
            0..3 => 101,
            3..LEAST_HASHES => SHORT_PERCENT,
            _ => LEAST_PERCENT,
        };
        let everywhere = 0..self.words.len();
        let find = |paragraph| {
            self.paragraph(paragraph, &everywhere).filter(|it| it.has(least(paragraph)))
        };
        let mut found: Vec<Option<ParagraphMatch>> = paragraphs.iter().map(find).collect();
        let all = paragraphs.iter().filter(|it| it.hashes.len() >= LEAST_HASHES).count();
        let told = found.iter().flatten().filter(|it| it.of >= LEAST_HASHES).count();
        if told > 0 && told * 100 >= all * DOCUMENT_PERCENT {
            self.find_between(paragraphs, &mut found);
            return Some(found);
        }
        let (hashes, percent) = EXCERPT;
        for it in &mut found {
            *it = it.take_if(|it| it.of >= hashes && it.has(percent));
        }
        found.iter().any(Option::is_some).then_some(found)
    }

    /// Looks for what is left of the paragraphs that were not found, between those that were.
    fn find_between(&self, paragraphs: &[KnownParagraph], found: &mut [Option<ParagraphMatch>]) {
        let places: Vec<Option<Range<usize>>> =
            found.iter().map(|it| it.as_ref().map(|it| it.words.clone())).collect();
        for (at, (paragraph, found)) in paragraphs.iter().zip(found).enumerate() {
            let (before, after) = places.split_at(at);
            let before = before.iter().flatten().next_back().map(|it| it.end);
            let after = after.iter().flatten().next().map(|it| it.start);
            let region = match (before, after) {
                (Some(from), Some(to)) => from..to,
                (Some(from), None) => from..from + paragraph.words + NEAR,
                (None, Some(to)) => to.saturating_sub(paragraph.words + NEAR)..to,
                (None, None) => continue,
            };
            if found.is_none() {
                *found = self.paragraph(paragraph, &region).filter(|it| it.has(TRACE_PERCENT));
            }
        }
    }

    /// Where most of a paragraph stands among some words, if any of it does.
    fn paragraph(
        &self,
        paragraph: &KnownParagraph,
        among: &Range<usize>,
    ) -> Option<ParagraphMatch> {
        let mut hits: Vec<Hit> = Vec::new();
        for (hash, value) in paragraph.hashes.iter().enumerate() {
            let value = usize::from(*value);
            let from = self.places.partition_point(|(it, _)| *it < value);
            let places = self.places.iter().skip(from);
            let places = places.take_while(|(it, _)| *it == value).map(|(_, at)| *at);
            hits.extend(places.filter(|at| among.contains(at)).map(|at| (at, hash)));
        }
        hits.sort_unstable();
        let (hits, matched) = densest(&hits, paragraph)?;
        Some(self.found(hits, matched, paragraph.hashes.len()))
    }

    fn found(&self, hits: &[Hit], matched: usize, of: usize) -> ParagraphMatch {
        let mut altered = Vec::new();
        let mut covered: Option<Range<usize>> = None;
        for &(begin, _) in hits {
            let end = (begin + RUN).min(self.words.len());
            let so_far = covered.get_or_insert(begin..begin);
            if begin > so_far.end {
                altered.push(self.bytes(&(so_far.end..begin)));
            }
            so_far.end = so_far.end.max(end);
        }
        let words = covered.expect("a stretch has a hit");
        ParagraphMatch { at: self.bytes(&words), words, matched, of, altered }
    }

    /// Where some words stand, one at least, in bytes.
    fn bytes(&self, words: &Range<usize>) -> Range<usize> {
        let some = self.words.get(words.clone()).and_then(|some| some.first().zip(some.last()));
        let (first, last) = some.expect("hits are of words of the copy");
        first.at.start..last.at.end
    }
}

/// The stretch of hits, no longer than the paragraph with some words put in, that has the most
/// different hashes, and how many those are; the shortest such, and of those the first.
fn densest<'h>(hits: &'h [Hit], paragraph: &KnownParagraph) -> Option<(&'h [Hit], usize)> {
    let most_words = paragraph.words + paragraph.words / 4 + RUN;
    let mut best: Option<(&[Hit], usize, usize)> = None;
    let mut counts = vec![0_u32; paragraph.hashes.len()];
    let (mut from, mut different) = (0, 0);
    for (to, (last, hash)) in hits.iter().enumerate() {
        let count = counts.get_mut(*hash).expect("a hit is of one of the hashes");
        *count += 1;
        different += usize::from(*count == 1);
        while let Some((first, left)) = hits.get(from) {
            let count = counts.get_mut(*left).expect("a hit is of one of the hashes");
            let span = last - first;
            // What comes again adds nothing to the beginning.
            if span > most_words || *count > 1 {
                *count -= 1;
                different -= usize::from(*count == 0);
                from += 1;
                continue;
            }
            let is_better = |(_, most, shortest)| (different, shortest) > (most, span);
            if best.is_none_or(is_better) {
                let stretch = hits.get(from..=to).expect("it begins before its end");
                best = Some((stretch, different, span));
            }
            break;
        }
    }
    best.map(|(hits, different, _)| (hits, different))
}
