//! Which documents a text holds, and how much of the paragraphs that claims name.

use super::{KnownParagraph, ParagraphMatch, ReaderCopy};
use crate::corpus::{ClaimId, Corpus, DocumentId, Fingerprint};

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
    /// Of which document.
    pub document: DocumentId,
    /// Counted from 1.
    pub number: u16,
    /// Where it stands in the text, if it does.
    pub found: Option<ParagraphMatch>,
}

/// How much of a paragraph a text has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// All of it, as far as the hashes tell.
    Found,
    /// It, with other words in it.
    Altered,
    /// Nothing that could be recognised.
    NotFound,
}

impl Presence {
    /// From what is there to what is not.
    pub const ALL: [Self; 3] = [Self::Found, Self::Altered, Self::NotFound];
}

impl Recognised {
    /// How many paragraphs are found, are altered, are not found.
    #[must_use]
    pub fn counts(&self) -> [usize; 3] {
        let count =
            |presence| self.paragraphs.iter().filter(|it| it.presence() == presence).count();
        Presence::ALL.map(count)
    }

    /// Whether most of it is not there.
    #[must_use]
    pub fn is_excerpt(&self) -> bool {
        let [found, altered, missing] = self.counts();
        found + altered < missing
    }
}

impl Paragraph {
    /// How much of it is there.
    #[must_use]
    pub fn presence(&self) -> Presence {
        match &self.found {
            Some(found) if found.is_whole() => Presence::Found,
            Some(_) => Presence::Altered,
            None => Presence::NotFound,
        }
    }

    /// The claims that name it.
    pub fn claims(&self, corpus: &Corpus) -> impl Iterator<Item = ClaimId> {
        let number = self.number;
        let claims = corpus.claims_of_document(self.document);
        claims.filter(move |&it| corpus.claim(it).paragraph == number)
    }
}

impl Verdict {
    /// What a text holds of a corpus.
    #[must_use]
    pub fn new(text: &str, corpus: &Corpus) -> Self {
        let documents = corpus.document_ids();
        Self::among(text, documents.map(|it| (it, corpus.document(it).fingerprints.as_slice())))
    }

    /// What a text holds of some documents of which these fingerprints are kept.
    pub(super) fn among<'a>(
        text: &str,
        documents: impl IntoIterator<Item = (DocumentId, &'a [Fingerprint])>,
    ) -> Self {
        let copy = ReaderCopy::new(text);
        let mut recognised = Vec::new();
        for (document, fingerprints) in documents {
            let known = |it: &'a Fingerprint| KnownParagraph {
                hashes: &it.hashes.0,
                words: it.words.into(),
            };
            let known: Vec<KnownParagraph> = fingerprints.iter().map(known).collect();
            let Some(found) = copy.find(&known) else { continue };
            let paragraphs = fingerprints.iter().zip(found);
            let paragraphs = paragraphs
                .map(|(it, found)| Paragraph { document, number: it.paragraph, found })
                .collect();
            recognised.push(Recognised { document, paragraphs });
        }
        Self { words: copy.len(), recognised }
    }

    /// The paragraphs that are altered or not found. Of an excerpt most are not, which says nothing.
    #[must_use]
    pub fn doubtful(&self) -> Vec<&Paragraph> {
        let doubtful = self.recognised.iter().flat_map(|recognised| {
            let is_excerpt = recognised.is_excerpt();
            recognised.paragraphs.iter().filter(move |it| match it.presence() {
                Presence::Found => false,
                Presence::Altered => true,
                Presence::NotFound => !is_excerpt,
            })
        });
        doubtful.collect()
    }
}

/// The documents of a corpus that cannot be recognised.
#[must_use]
pub fn unrecognisable(corpus: &Corpus) -> Vec<DocumentId> {
    corpus.document_ids().filter(|&it| corpus.document(it).fingerprints.is_empty()).collect()
}
