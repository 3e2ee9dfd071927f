//! Fingerprints: what is kept of a document's text, so that a reader's copy of it can be recognised.

use serde::{Deserialize, Serialize};
use std::fmt;

/// What is kept of a paragraph that a claim names.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fingerprint {
    /// The paragraph, counted from 1 over lines that are not blank.
    pub paragraph: u16,
    /// How many words it has.
    pub words: u16,
    /// The hash of all its words in their order, by which a copy is known to have each of them.
    pub whole: u32,
    /// Hashes of some words in a row each, by which it is recognised where it was changed.
    pub hashes: Hashes,
}

/// A document's fingerprints in a file of their own, as the seeds have them: `cargo xtask fingerprint`
/// writes it, and the check puts them into their document.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Fingerprints {
    /// SHA-256 of the text's bytes that they were made from, in hexadecimal.
    pub sha256: String,
    /// Those of the paragraphs that a claim names, in the order of the text.
    pub paragraphs: Vec<Fingerprint>,
}

/// Hashes of words in a row, in ascending order, so that they tell nothing of the words' order. Written
/// as one text of four hexadecimal digits each: `00aa01bb`.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Hashes(pub Vec<u16>);

/// Why a text is no hashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HashesError;

impl fmt::Display for HashesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no hashes: each is four hexadecimal digits, `0` to `9` and `a` to `f`")
    }
}

impl TryFrom<String> for Hashes {
    type Error = HashesError;

    fn try_from(text: String) -> Result<Self, HashesError> {
        let hash = |digits: &[u8]| {
            let digits = std::str::from_utf8(digits).ok().filter(|it| it.len() == 4)?;
            // `from_str_radix` alone would take capitals and a sign too.
            u16::from_str_radix(digits, 16).ok().filter(|it| format!("{it:04x}") == digits)
        };
        let hashes: Option<Vec<u16>> = text.as_bytes().chunks(4).map(hash).collect();
        hashes.map(Self).ok_or(HashesError)
    }
}

impl From<Hashes> for String {
    fn from(hashes: Hashes) -> Self {
        hashes.0.iter().fold(Self::new(), |text, hash| text + &format!("{hash:04x}"))
    }
}
