//! What is shown of a copy: its text, piece by piece, with the paragraphs that stand in it.

use super::matching::ParagraphMatch;
use super::verdict::{Paragraph, Verdict};
use std::ops::Range;

/// A stretch of the text; all of them together are the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stretch<'v> {
    /// Lines in which no paragraph stands that a claim names.
    Between {
        /// Where it stands, in bytes, without the space around it.
        at: Range<usize>,
        /// How many lines it has.
        lines: usize,
        /// Whether it is so long that it is folded away.
        is_folded: bool,
    },
    /// Lines in which such a paragraph stands, or some that overlap.
    Passage(Passage<'v>),
}

/// A passage of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage<'v> {
    /// Where its first paragraph begins, in bytes. No other passage begins there.
    pub start: usize,
    /// The text, in pieces.
    pub pieces: Vec<Piece>,
    /// The paragraphs that stand in it; one at least.
    pub paragraphs: Vec<&'v Paragraph>,
}

/// A piece of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// What is known of it.
    pub part: Part,
}

/// What is known of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// It stands in the same line before or after what was recognised.
    Around,
    /// It was recognised.
    Recognised,
    /// No hash answers for it: it is altered, or stands right beside what is.
    Altered,
    /// No hash answers for it, since the copy is bad.
    ReadBadly,
}

/// So many bytes of a line are shown around a passage that stands in it.
const AROUND: usize = 240;

/// A text as it is shown: its passages, and what stands between them, folded where it is long.
#[must_use]
pub fn stretches<'v>(text: &str, verdict: &'v Verdict) -> Vec<Stretch<'v>> {
    let found = overlapping(verdict);
    let mut from = 0;
    let mut stretches = Vec::new();
    for (at, (stands, paragraphs)) in found.iter().enumerate() {
        let next = found.get(at + 1).map_or(text.len(), |(next, _)| next.start);
        let start = from + lead(piece(text, from..stands.start));
        let stop = stands.end + tail(piece(text, stands.end..next));
        stretches.extend(between(text, from..start));
        let mut pieces = vec![Piece { at: start..stands.start, part: Part::Around }];
        pieces.extend(marked(stands.clone(), paragraphs));
        pieces.push(Piece { at: stands.end..stop, part: Part::Around });
        pieces.retain(|it| !it.at.is_empty());
        let paragraphs = paragraphs.clone();
        stretches.push(Stretch::Passage(Passage { start: stands.start, pieces, paragraphs }));
        from = stop;
    }
    stretches.extend(between(text, from..text.len()));
    stretches
}

/// The stretches in which paragraphs stand, in their order. Paragraphs that overlap share one.
fn overlapping(verdict: &Verdict) -> Vec<(Range<usize>, Vec<&Paragraph>)> {
    let all = verdict.recognised.iter().flat_map(|it| &it.paragraphs);
    let mut all: Vec<(Range<usize>, &Paragraph)> =
        all.filter_map(|it| Some((stands(it.found.as_ref()?), it))).collect();
    // Those that begin together stay in the documents' order.
    all.sort_by_key(|(at, _)| at.start);
    let mut found: Vec<(Range<usize>, Vec<&Paragraph>)> = Vec::new();
    for (at, paragraph) in all {
        match found.last_mut().filter(|(last, _)| at.start < last.end) {
            Some((last, paragraphs)) => {
                last.end = at.end.max(last.end);
                paragraphs.push(paragraph);
            }
            None => found.push((at, vec![paragraph])),
        }
    }
    found
}

/// Where a paragraph stands, with what differs at its beginning and its end.
fn stands(found: &ParagraphMatch) -> Range<usize> {
    let all = found.differing.iter().map(|it| &it.at).chain([&found.at]);
    let start = all.clone().map(|it| it.start).min().unwrap_or(found.at.start);
    let end = all.map(|it| it.end).max().unwrap_or(found.at.end);
    start..end
}

/// A part of a text.
fn piece(text: &str, at: Range<usize>) -> &str {
    text.get(at).expect("paragraphs and lines begin and end with letters of the text")
}

/// Where, in what stands before a passage, what belongs to it begins: with its line, or, where that is long, with a word
/// of it.
fn lead(before: &str) -> usize {
    let far = before.len().saturating_sub(AROUND);
    let (mut line, mut word) = (0, None);
    for (at, it) in before.bytes().enumerate() {
        if it == b'\n' {
            line = at + 1;
        } else if it == b' ' && at >= far {
            word = word.or(Some(at));
        }
    }
    if far > line { word.unwrap_or(line) } else { line }
}

/// Where, in what stands after a passage, what belongs to it ends.
fn tail(after: &str) -> usize {
    let mut bytes = after.bytes().enumerate();
    let end = bytes.find(|&(at, it)| it == b'\n' || (at > AROUND && it == b' '));
    end.map_or(after.len(), |(at, _)| at)
}

/// A passage in pieces: what was recognised, and what differs in it.
fn marked(stands: Range<usize>, paragraphs: &[&Paragraph]) -> Vec<Piece> {
    let differing = paragraphs.iter().flat_map(|paragraph| {
        let part = if paragraph.is_misread { Part::ReadBadly } else { Part::Altered };
        let stretches = paragraph.found.iter().flat_map(|it| &it.differing);
        stretches.map(move |it| (it.at.clone(), part))
    });
    let mut differing: Vec<(Range<usize>, Part)> = differing.collect();
    differing.sort_unstable_by_key(|(it, _)| (it.start, it.end));
    let mut from = stands.start;
    let mut pieces = Vec::new();
    for (it, part) in differing {
        // What overlaps is marked once.
        let start = it.start.max(from);
        if start < it.end {
            pieces.push(Piece { at: from..start, part: Part::Recognised });
            pieces.push(Piece { at: start..it.end, part });
            from = it.end;
        }
    }
    pieces.push(Piece { at: from..stands.end.max(from), part: Part::Recognised });
    pieces
}

/// Lines without a claim: a few as they stand, more of them folded; nothing where there is only space.
fn between<'v>(text: &str, at: Range<usize>) -> Option<Stretch<'v>> {
    let whole = piece(text, at.clone());
    let start = at.start + (whole.len() - whole.trim_ascii_start().len());
    let shown = whole.trim_ascii();
    let lines = shown.split('\n').filter(|line| !line.trim_ascii().is_empty()).count();
    let is_folded = lines > 2 || shown.len() > 2 * AROUND;
    let at = start..start + shown.len();
    (lines > 0).then_some(Stretch::Between { at, lines, is_folded })
}
