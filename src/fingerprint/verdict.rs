//! Which documents a text holds, and how much of the paragraphs that claims name.

use super::matching::LEAST_HASHES;
use super::misread::misread;
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
    /// Whether the copy was read badly all over.
    pub is_misread: bool,
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
    /// Whether it differs as a copy does that was made or read badly.
    pub is_misread: bool,
}

/// How much of a paragraph a text has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// All its words.
    Found,
    /// It, with other words in it, or without some.
    Altered,
    /// It, in a copy that was made or read badly, so that whether its words are others cannot be told.
    ReadBadly,
    /// Nothing that could be recognised.
    NotFound,
}

impl Presence {
    /// From what is there to what is not.
    pub const ALL: [Self; 4] = [Self::Found, Self::Altered, Self::ReadBadly, Self::NotFound];
}

impl Recognised {
    /// How many paragraphs are found, are altered, are read badly, are not found.
    #[must_use]
    pub fn counts(&self) -> [usize; 4] {
        let count =
            |presence| self.paragraphs.iter().filter(|it| it.presence() == presence).count();
        Presence::ALL.map(count)
    }

    /// Whether most of it is not there.
    #[must_use]
    pub fn is_excerpt(&self) -> bool {
        let [found, altered, misread, missing] = self.counts();
        found + altered + misread < missing
    }
}

impl Paragraph {
    /// How much of it is there.
    #[must_use]
    pub fn presence(&self) -> Presence {
        match &self.found {
            Some(found) if found.is_whole() => Presence::Found,
            Some(_) if self.is_misread => Presence::ReadBadly,
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
                whole: it.whole,
            };
            let known: Vec<KnownParagraph> = fingerprints.iter().map(known).collect();
            let Some(found) = copy.find(&known) else { continue };
            let misread = misread(text, &found);
            let paragraphs = fingerprints.iter().zip(found).zip(misread.paragraphs);
            let paragraphs = paragraphs.map(|((it, found), is_misread)| Paragraph {
                document,
                number: it.paragraph,
                found,
                is_misread,
            });
            let paragraphs = paragraphs.collect();
            recognised.push(Recognised { document, paragraphs, is_misread: misread.is_spread });
        }
        Self { words: copy.len(), recognised }
    }

    /// The paragraphs that are altered, not found, or read badly where others are not. Of an excerpt most are not found,
    /// which says nothing.
    #[must_use]
    pub fn doubtful(&self) -> Vec<&Paragraph> {
        let doubtful = self.recognised.iter().flat_map(|recognised| {
            let is_excerpt = recognised.is_excerpt();
            recognised.paragraphs.iter().filter(move |it| match it.presence() {
                Presence::Found => false,
                Presence::Altered => true,
                // Where a copy was read badly all over, nearly each of its paragraphs is.
                Presence::ReadBadly => !recognised.is_misread,
                Presence::NotFound => !is_excerpt,
            })
        });
        doubtful.collect()
    }
}

impl Verdict {
    /// Whether any paragraph was read badly.
    #[must_use]
    pub fn is_misread(&self) -> bool {
        let mut all = self.recognised.iter().flat_map(|it| &it.paragraphs);
        all.any(|it| it.presence() == Presence::ReadBadly)
    }
}

/// The documents of a corpus that cannot be recognised: without fingerprints, or with none that says enough by itself.
#[must_use]
pub fn unrecognisable(corpus: &Corpus) -> Vec<DocumentId> {
    let says_enough = |it: &Fingerprint| it.hashes.0.len() >= LEAST_HASHES;
    let can_be = |it: &DocumentId| corpus.document(*it).fingerprints.iter().any(says_enough);
    corpus.document_ids().filter(|it| !can_be(it)).collect()
}
