//! The corpus as it is written.

use super::{Category, Country, Document, Edition, Origin, Text, Transfer};
use serde::{Deserialize, Serialize};

/// A corpus as written, whole or a part: one JSON, and what the files of `seeds/` add up to. References are
/// ids.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(title = "A corpus of Claim Atlas")
)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What the corpus is called, where it is to be told from another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Which state of the corpus this is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<Edition>,
    /// The languages of its texts, as BCP 47 has them: each text is there in each of them.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub languages: Vec<String>,
    /// The countries, in the order in which equals are listed.
    pub countries: Vec<Country>,
    /// The categories, in the order in which they are listed.
    pub categories: Vec<Category>,
    /// The origins, in the order in which equals are listed.
    pub origins: Vec<Origin>,
    /// The transfers, in the order in which equals are listed.
    pub transfers: Vec<Transfer>,
    /// Names that mean one thing, for the search: whoever looks for one of a row finds the others, too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<Vec<String>>,
    /// The documents, each with its claims.
    pub documents: Vec<Document>,
}

impl Source {
    /// Reads a corpus in the form in which the build compiles it in and the export writes it.
    ///
    /// # Errors
    /// The first thing that does not fit: a field that is missing or unknown, or a value that no status,
    /// stance or kind is called by; with line and column. [`check_json`](super::check_json) names them all,
    /// and holds to the rules too; this is for what the build has checked.
    pub fn read(json: &str) -> serde_json::Result<Self> {
        serde_json::from_str(json)
    }
}

impl Source {
    /// The corpus as one JSON, on one line.
    ///
    /// # Panics
    /// Never: texts, numbers and lists of them can be written.
    #[must_use]
    pub fn json(&self) -> String {
        serde_json::to_string(self).expect("a corpus is JSON")
    }

    /// The corpus as JSON that can stand in an element of a page: nothing in it ends that.
    ///
    /// # Panics
    /// Never: texts, numbers and lists of them can be written.
    #[must_use]
    pub fn in_markup(&self) -> String {
        let json = self.json();
        // In JSON the sign stands in texts alone, where it may be written so.
        if json.contains('<') { json.replace('<', "\\u003c") } else { json }
    }
}

#[cfg(test)]
impl Source {
    /// The same, of which a claim was withdrawn.
    #[must_use]
    pub fn without(mut self, id: &str) -> Self {
        for document in &mut self.documents {
            if let Some(at) = document.claims.iter().position(|it| it.id == id) {
                let claim = document.claims.remove(at);
                let reason = Text::new("de", "Falsch gelesen.").with("en", "It was misread.");
                document.withdrawn.push(super::Withdrawn {
                    date: "2026-11-25".to_owned(),
                    reason,
                    claim,
                });
            }
        }
        self
    }
}
