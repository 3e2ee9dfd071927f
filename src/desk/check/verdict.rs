//! Which documents a text holds, and how much of the paragraphs that claims name.

use crate::corpus::Corpus;
use crate::evidence::{Copy, Found, Print};

/// The fingerprints that the build compiled in; the form is told in `src/corpus/prints.rs`.
const BUNDLED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/prints.bin"));

/// What a text holds of a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// How many words the text has.
    pub words: usize,
    /// The documents that were recognised, in the order of the corpus.
    pub recognised: Vec<Recognised>,
}

/// A document that a text holds, or an excerpt of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// Which one, by index.
    pub document: usize,
    /// The paragraphs that claims name, in their order.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph that claims name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Counted from 1.
    pub number: u16,
    /// Where it stands in the text, if it does.
    pub found: Option<Found>,
}

impl Recognised {
    /// How many paragraphs are found, are altered, are missing.
    #[must_use]
    pub fn counts(&self) -> [usize; 3] {
        let mut counts = [0; 3];
        for paragraph in &self.paragraphs {
            if let Some(count) = counts.get_mut(paragraph.state()) {
                *count += 1;
            }
        }
        counts
    }

    /// Whether most of it is missing.
    #[must_use]
    pub fn is_excerpt(&self) -> bool {
        let [found, altered, missing] = self.counts();
        found + altered < missing
    }
}

impl Paragraph {
    /// Whether it is found (0), altered (1) or missing (2).
    #[must_use]
    pub fn state(&self) -> usize {
        self.found.as_ref().map_or(2, |found| usize::from(!found.is_whole()))
    }
}

/// What is kept of a paragraph.
pub(super) struct Printed {
    pub number: u16,
    pub words: usize,
    pub hashes: Vec<u16>,
}

/// A document that can be recognised, by index, and what is kept of it.
pub(super) type Prints = (usize, Vec<Printed>);

/// The documents of a corpus that can be recognised. Those of another corpus than the one that was
/// compiled in have no fingerprints, unless they are the same texts.
fn printed(corpus: &Corpus) -> Vec<Prints> {
    let mut printed = Vec::new();
    for (at, document) in corpus.source().documents.iter().enumerate() {
        if let Some(paragraphs) = printed_of(&document.sha256) {
            printed.push((at, paragraphs));
        }
    }
    printed
}

/// What is kept of the text with a SHA-256.
fn printed_of(sha256: &str) -> Option<Vec<Printed>> {
    let mut rest = BUNDLED;
    loop {
        let (key, after) = rest.split_at_checked(16)?;
        rest = after;
        let mut number = || {
            let (number, after) = rest.split_first_chunk()?;
            rest = after;
            Some(u16::from_be_bytes(*number))
        };
        let mut paragraphs = Vec::new();
        for _ in 0..number()? {
            let (at, words, count) = (number()?, number()?, number()?);
            let mut hash = 0_u16;
            let mut next = || Some(hash.wrapping_add(number()?)).inspect(|&next| hash = next);
            let hashes = (0..count).map_while(|_| next()).collect();
            paragraphs.push(Printed { number: at, words: words.into(), hashes });
        }
        if sha256.as_bytes().starts_with(key) {
            return Some(paragraphs);
        }
    }
}

/// The documents of a corpus that cannot be recognised, by index.
#[must_use]
pub fn unprinted(corpus: &Corpus) -> Vec<usize> {
    let mut unprinted = Vec::new();
    for (at, document) in corpus.source().documents.iter().enumerate() {
        if printed_of(&document.sha256).is_none() {
            unprinted.push(at);
        }
    }
    unprinted
}

/// What a text holds of a corpus.
#[must_use]
pub fn verdict(text: &str, corpus: &Corpus) -> Verdict {
    among(text, &printed(corpus))
}

/// What a text holds of some documents.
pub(super) fn among(text: &str, documents: &[Prints]) -> Verdict {
    let copy = Copy::new(text);
    let mut recognised = Vec::new();
    for (document, printed) in documents {
        let mut prints = Vec::new();
        for Printed { words, hashes, .. } in printed {
            prints.push(Print { hashes, words: *words });
        }
        let Some(found) = copy.find(&prints) else { continue };
        let mut paragraphs = Vec::new();
        for (Printed { number, .. }, found) in printed.iter().zip(found) {
            paragraphs.push(Paragraph { number: *number, found });
        }
        recognised.push(Recognised { document: *document, paragraphs });
    }
    Verdict { words: copy.len(), recognised }
}
