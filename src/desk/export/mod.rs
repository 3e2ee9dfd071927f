//! Taking the data along: what is filtered, as a file that other programs read.
//!
//! One module a format. Every file names the corpus's date and hash, and the selection where it holds a
//! part; none says anything more surely than the claim does. A file is made when it is asked for.

mod citation;
mod csv;
mod fields;
mod graph;
mod linked;
mod panel;
mod source;
mod words;

pub use panel::export;

#[cfg(test)]
mod tests;

use super::link::{is_public, link};
use super::{Desk, push};
use crate::corpus::{ClaimId, Corpus, CountryId, DocumentId, Edition, Text};
use crate::link::write;
use crate::query::{Query, View};
use serde::Serialize;

/// A format that data are taken along in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A table, a row a claim.
    #[default]
    Csv,
    /// The corpus's own form.
    Json,
    /// Linked data, in the words of schema.org and PROV.
    JsonLd,
    /// The documents, for citation processors.
    Csl,
    /// The documents, for LaTeX.
    Bibtex,
    /// The documents, for reference managers.
    Ris,
}

impl Format {
    /// All formats, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Csv, Self::Json, Self::JsonLd, Self::Csl, Self::Bibtex, Self::Ris];

    /// Its name, what stands for it in a panel's name, how its files end, and their media type.
    fn about(self) -> [&'static str; 4] {
        match self {
            Self::Csv => ["CSV", "csv", ".csv", "text/csv;charset=utf-8"],
            Self::Json => ["JSON", "json", ".json", "application/json"],
            Self::JsonLd => ["JSON-LD", "jsonld", ".jsonld", "application/ld+json"],
            Self::Csl => {
                ["CSL-JSON", "csl", ".csl.json", "application/vnd.citationstyles.csl+json"]
            }
            Self::Bibtex => ["BibTeX", "bibtex", ".bib", "application/x-bibtex;charset=utf-8"],
            Self::Ris => {
                ["RIS", "ris", ".ris", "application/x-research-info-systems;charset=utf-8"]
            }
        }
    }
}

/// What a reader has chosen. It stands in the panel's name, as in `export?csv&semicolon`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The format.
    pub format: Format,
    /// Whether a table's cells are parted by semicolons, as German spreadsheets have it.
    pub semicolon: bool,
}

impl Choice {
    /// What is chosen in a panel's name, behind its question mark. What means nothing chooses nothing.
    #[must_use]
    pub fn read(setting: &str) -> Self {
        let mut choice = Self::default();
        for part in setting.split('&') {
            choice.semicolon |= part == SEMICOLON;
            let named = Format::ALL.into_iter().find(|it| it.about()[1] == part);
            choice.format = named.unwrap_or(choice.format);
        }
        choice
    }

    /// The panel's name with this chosen.
    fn panel(self) -> String {
        let mut panel = "export?".to_owned() + self.format.about()[1];
        if self.semicolon {
            panel.push('&');
            panel.push_str(SEMICOLON);
        }
        panel
    }
}

const SEMICOLON: &str = "semicolon";

/// A file to take along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File {
    /// Its name; it says of which corpus it is, and whether it holds a part.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What it holds.
    pub text: String,
}

/// What is filtered, as a file.
#[must_use]
pub fn file(desk: &Desk, choice: Choice) -> File {
    Taken::new(desk).file(choice)
}

/// What is taken along.
struct Taken<'a> {
    desk: &'a Desk<'a>,
    corpus: &'a Corpus,
    /// The claims.
    claims: Vec<ClaimId>,
    /// Their documents, in the order of their dates.
    documents: Vec<DocumentId>,
    /// The corpus's, with the selection that the claims are.
    edition: Edition,
    /// The link to the selection; without an address where others could not open it.
    link: String,
}

impl<'a> Taken<'a> {
    fn new(desk: &'a Desk<'a>) -> Self {
        let corpus = desk.index.corpus();
        let selection = desk.index.select(desk.query);
        let mut edition = corpus.source().edition.clone().unwrap_or_default();
        for query in [desk.index.fixed(), desk.query] {
            if !query.filters().is_empty() {
                let selection = edition.selection.get_or_insert_default();
                // Each narrows the one before.
                if !selection.is_empty() {
                    selection.push(' ');
                }
                selection.push_str(&write(&narrowing(query)));
            }
        }
        let mut link = link(desk, &narrowing(desk.query));
        // Where a file stands on somebody's disk is nobody else's business.
        if !is_public(&link) {
            link = link.split_off(link.find(['?', '#']).unwrap_or_default());
        }
        let (claims, documents) = (selection.claims.iter().collect(), selection.documents);
        Self { desk, corpus, claims, documents, edition, link }
    }

    fn file(&self, choice: Choice) -> File {
        let [_, _, ending, media_type] = choice.format.about();
        let text = match choice.format {
            Format::Csv => csv::csv(self, choice.semicolon),
            Format::Json => source::source(self),
            Format::JsonLd => linked::linked(self),
            format => citation::cite(self, format),
        };
        File { name: self.name() + ending, media_type, text }
    }

    /// The file's name, without its ending.
    fn name(&self) -> String {
        let Edition { date, sha256, selection } = &self.edition;
        let mut name = "claim-atlas".to_owned();
        for part in [date, sha256.get(..8).unwrap_or_default()] {
            if !part.is_empty() {
                push(&mut name, &["-", part]);
            }
        }
        if selection.is_some() {
            name.push_str("-part");
        }
        name
    }

    /// A country's name.
    fn country(&self, country: CountryId) -> &'a Text {
        &self.desk.countries[country]
    }
}

/// What of a query narrows, whatever is listed.
fn narrowing(query: &Query) -> Query {
    Query { view: View::default(), ..query.narrowing() }
}

/// JSON, a field a line, so that a person can read it too.
#[expect(clippy::expect_used, reason = "texts, numbers and lists of them can be written")]
fn pretty(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).expect("what is exported is JSON") + "\n"
}

/// A number's digits; none where there is no number.
fn digits(number: Option<u64>) -> String {
    number.map(|it| it.to_string()).unwrap_or_default()
}
