//! A document: one article of the corpus, and what it claims.

use super::{Claim, Fingerprint, Text, When};
use serde::{Deserialize, Serialize};

/// One article of the corpus. Its sentences are not here, only what it claims, in our own words.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Permanent, 16 hexadecimal digits: it names the seed file and stands in links.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9a-f]{16}$")))]
    pub id: String,
    /// The title, as a citation.
    pub title: String,
    /// Who published it: an origin's id.
    pub outlet: String,
    /// How the outlet is known, where the text does not name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlet_basis: Option<Text>,
    /// The authors, as printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
    /// Its language, as BCP 47 has it: `de`.
    pub language: String,
    /// When it appeared, as far as known.
    pub published: When,
    /// SHA-256 of the text's bytes, in hexadecimal; absent where whoever made the corpus did not have the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9a-f]{64}$")))]
    pub sha256: Option<String>,
    /// How many paragraphs (lines that are not blank) the text has; without the text the last that a claim names.
    pub paragraphs: u16,
    /// What it says, in the order of the text.
    pub claims: Vec<Claim>,
    /// What was taken for a claim of it, and is one no longer: listed with its reason, counted nowhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withdrawn: Vec<Withdrawn>,
    /// What is kept of the paragraphs that a claim names, in the order of the text; empty where the
    /// corpus has no fingerprints.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fingerprints: Vec<Fingerprint>,
}

/// A claim that was withdrawn. It stands apart from the claims, so that nothing can count it: it has no part in
/// origins, statuses, figures and disagreements. Its id stays its own, since it stands in links.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Withdrawn {
    /// The day on which it was withdrawn, as ISO 8601 has it.
    pub date: String,
    /// Why.
    pub reason: Text,
    /// The claim, as it was.
    pub claim: Claim,
}
