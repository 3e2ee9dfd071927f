//! Which documents a text holds, and how much of the paragraphs that claims name.

use crate::corpus::{Corpus, DocumentId, Fingerprint};
use crate::fingerprint::{KnownParagraph, ParagraphMatch, ReaderCopy};

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
    /// Which one.
    pub document: DocumentId,
    /// The paragraphs that claims name, in their order.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph that claims name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Counted from 1.
    pub number: u16,
    /// Where it stands in the text, if it does.
    pub found: Option<ParagraphMatch>,
}

impl Recognised {
    /// How many paragraphs are found, are altered, are missing.
    #[must_use]
    pub fn counts(&self) -> [usize; 3] {
        let mut counts = [0; 3];
        for paragraph in &self.paragraphs {
            *counts.get_mut(paragraph.state()).expect("a state is one of three") += 1;
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

/// The documents of a corpus that cannot be recognised.
#[must_use]
pub fn unprinted(corpus: &Corpus) -> Vec<DocumentId> {
    corpus.document_ids().filter(|&it| corpus.document(it).fingerprints.is_empty()).collect()
}

/// What a text holds of a corpus.
#[must_use]
pub fn verdict(text: &str, corpus: &Corpus) -> Verdict {
    let documents = corpus.document_ids();
    among(text, documents.map(|it| (it, corpus.document(it).fingerprints.as_slice())))
}

/// What a text holds of some documents of which these fingerprints are kept.
pub(super) fn among<'a>(
    text: &str,
    documents: impl IntoIterator<Item = (DocumentId, &'a [Fingerprint])>,
) -> Verdict {
    let copy = ReaderCopy::new(text);
    let mut recognised = Vec::new();
    for (document, fingerprints) in documents {
        let print =
            |it: &'a Fingerprint| KnownParagraph { hashes: &it.hashes.0, words: it.words.into() };
        let prints: Vec<KnownParagraph> = fingerprints.iter().map(print).collect();
        let Some(found) = copy.find(&prints) else { continue };
        let paragraphs = fingerprints.iter().zip(found);
        let paragraphs =
            paragraphs.map(|(it, found)| Paragraph { number: it.paragraph, found }).collect();
        recognised.push(Recognised { document, paragraphs });
    }
    Verdict { words: copy.len(), recognised }
}
