//! The check of a reader's own copy: which of its words are those of a paragraph.

use super::rereading::reread;
use super::winnowing::{RUN, runs, whole};
use super::words::{Then, Word, words};
use std::ops::Range;

/// What is known of a paragraph: its fingerprint, and how many words it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownParagraph<'a> {
    /// The hashes of some of its runs.
    pub hashes: &'a [u16],
    /// How many words it has.
    pub words: usize,
    /// The hash of all of them, in their order.
    pub whole: u32,
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
    /// The stretches in it that no hash answers for: what differs, and up to two words beside it; and words of others
    /// in its first and its last sentence.
    pub differing: Vec<Differing>,
    /// Whether it has the paragraph's words, each of them, in their order.
    pub is_same: bool,
}

/// A stretch of a copy that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// How many words it has.
    pub words: usize,
}

impl ParagraphMatch {
    /// Whether nothing in it differs: its words are the paragraph's, and its sentences have no others.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.is_same && self.differing.is_empty()
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
pub(super) const LEAST_HASHES: usize = 8;

/// Nearly the whole of such a paragraph is found wherever it stands, once the document is known.
const SHORT_PERCENT: usize = 70;

/// Between its neighbours a paragraph is there from so many of its hashes on, in hundredths; fewer
/// are a phrase that stands elsewhere too.
const TRACE_PERCENT: usize = 15;

/// So many words before or behind a paragraph, on its own line and with no sign between, are an addition to it. More of
/// them are something else, in a copy without the lines of the page.
const ADDED: usize = 3;

/// A paragraph with so many words is no heading: it ends with its sentence, and what goes on with that is added.
const SENTENCE: usize = 15;

/// So many words before and behind what was found may be a paragraph's, once they are read otherwise: two of its own, in
/// parts.
const AROUND: usize = 8;

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
        Self::of(words(text))
    }

    /// A copy of some words.
    pub(super) fn of(words: Vec<Word>) -> Self {
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
    pub(super) fn paragraph(
        &self,
        paragraph: &KnownParagraph,
        among: &Range<usize>,
    ) -> Option<ParagraphMatch> {
        let found = self.as_read(paragraph, among)?;
        if found.is_same || found.matched < 2 || !found.has(TRACE_PERCENT) {
            return Some(found);
        }
        // It may have to be read otherwise: where a line's end divides a word, where a mark is no word.
        let from = found.words.start.saturating_sub(AROUND);
        let to = (found.words.end + AROUND).min(self.words.len());
        let around = self.words.get(from..to).expect("it is of the copy");
        let other = reread(around, paragraph, found.matched);
        let other = other.and_then(|it| it.as_read(paragraph, &(0..usize::MAX)));
        let is_better = |it: &ParagraphMatch| it.is_same || it.matched > found.matched;
        let other =
            other.filter(is_better).map(|it| ParagraphMatch { words: found.words.clone(), ..it });
        Some(other.unwrap_or(found))
    }

    /// The same, with the words as they are.
    fn as_read(&self, paragraph: &KnownParagraph, among: &Range<usize>) -> Option<ParagraphMatch> {
        let hits = self.hits(paragraph, among);
        let (hits, matched) = densest(&hits, paragraph)?;
        let (covered, gaps) = self.covered(hits);
        let of = paragraph.hashes.len();
        // A few runs are a phrase that stands elsewhere too: the rest need not be looked at.
        let is_trace = matched * 100 >= of * TRACE_PERCENT;
        let same = is_trace.then(|| self.same(paragraph, &covered)).flatten();
        let is_same = same.is_some();
        let words = same.unwrap_or(covered);
        let gaps = if is_same {
            self.added(&words)
        } else if gaps.is_empty() {
            self.edges(&words)
        } else {
            gaps
        };
        let differing = gaps.iter().map(|it| Differing { at: self.bytes(it), words: it.len() });
        let differing = differing.collect();
        let at = self.bytes(&words);
        Some(ParagraphMatch { at, words, matched, of, differing, is_same })
    }

    /// Where runs begin among some words whose hashes are the paragraph's.
    fn hits(&self, paragraph: &KnownParagraph, among: &Range<usize>) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        for (hash, value) in paragraph.hashes.iter().enumerate() {
            let value = usize::from(*value);
            let from = self.places.partition_point(|(it, _)| *it < value);
            let places = self.places.iter().skip(from);
            let places = places.take_while(|(it, _)| *it == value).map(|(_, at)| *at);
            hits.extend(places.filter(|at| among.contains(at)).map(|at| (at, hash)));
        }
        hits.sort_unstable();
        hits
    }

    /// Its words.
    pub(super) fn into_words(self) -> Vec<Word> {
        self.words
    }

    /// How many of a paragraph's hashes the copy has.
    pub(super) fn matched(&self, paragraph: &KnownParagraph) -> usize {
        let hits = self.hits(paragraph, &(0..usize::MAX));
        densest(&hits, paragraph).map_or(0, |(_, matched)| matched)
    }

    /// Whether the copy has all words of a paragraph, in their order, and no other among them.
    pub(super) fn is_same(&self, paragraph: &KnownParagraph) -> bool {
        self.same(paragraph, &(0..self.words.len())).is_some()
    }

    /// The words from the first to the last that hits answer for, and the gaps between.
    fn covered(&self, hits: &[Hit]) -> (Range<usize>, Vec<Range<usize>>) {
        let mut gaps = Vec::new();
        let mut covered: Option<Range<usize>> = None;
        for &(begin, _) in hits {
            let end = (begin + RUN).min(self.words.len());
            let so_far = covered.get_or_insert(begin..begin);
            if begin > so_far.end {
                gaps.push(so_far.end..begin);
            }
            so_far.end = so_far.end.max(end);
        }
        (covered.expect("a stretch has a hit"), gaps)
    }

    /// Where all words of a paragraph stand, in their order, around some of them: its first kept run may begin
    /// with its third word, and its last one end two before its end.
    fn same(&self, paragraph: &KnownParagraph, some: &Range<usize>) -> Option<Range<usize>> {
        let last = (some.end + RUN).min(self.words.len()).checked_sub(paragraph.words)?;
        let from = some.start.saturating_sub(RUN);
        let mut places = (from..=last).map(|it| it..it + paragraph.words);
        places.find(|it| self.words.get(it.clone()).is_some_and(|it| whole(it) == paragraph.whole))
    }

    /// What was put before and behind a paragraph's words, in its first and its last sentence.
    fn added(&self, words: &Range<usize>) -> Vec<Range<usize>> {
        let then = |at: usize| self.words.get(at).map_or(Then::Line, |it| it.then);
        let begins = |at: usize| at.checked_sub(1).map_or(Then::Line, then);
        let is_small = |at: usize| self.words.get(at).is_some_and(|it| it.is_small);
        let is_long = words.len() >= SENTENCE;
        let mut from = words.start;
        while from + ADDED > words.start && begins(from) == Then::Sentence {
            from -= 1;
        }
        // Of a sentence the copy may have the beginning only.
        let most = (words.end + if is_long { SENTENCE } else { ADDED }).min(self.words.len());
        let mut to = words.end;
        while to < most && then(to - 1) == Then::Sentence {
            to += 1;
        }
        let is_line = begins(from) == Then::Line
            && then(to - 1) == Then::Line
            && (from..to - 1).all(|it| then(it) != Then::Line);
        // In a copy without the lines of the page a heading and the next sentence stand in one, with a capital between.
        let is_before = if is_long { is_line } else { is_line && is_small(from) };
        let is_behind = is_small(words.end) && (is_line || is_long) || is_long && is_line;
        let is_before = is_before || is_small(words.start);
        let before = is_before.then_some(from..words.start);
        let all = before.into_iter().chain(is_behind.then_some(words.end..to));
        let has_words = |it: &Range<usize>| {
            let some = self.words.get(it.clone()).unwrap_or_default();
            some.iter().any(|it| !it.is_mark())
        };
        all.filter(has_words).collect()
    }

    /// The words right beside some, in their first and their last sentence, that no kept run may answer for.
    fn edges(&self, words: &Range<usize>) -> Vec<Range<usize>> {
        let goes_on = |at: usize| self.words.get(at).is_some_and(|it| it.then == Then::Sentence);
        let mut from = words.start;
        while from + RUN > words.start && from > 0 && goes_on(from - 1) {
            from -= 1;
        }
        let most = (words.end + RUN).min(self.words.len());
        let mut to = words.end;
        while to < most && to > 0 && goes_on(to - 1) {
            to += 1;
        }
        [from..words.start, words.end..to].into_iter().filter(|it| !it.is_empty()).collect()
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
