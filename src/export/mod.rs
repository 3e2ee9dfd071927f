//! Taking the data along: what is filtered, as a file that other programs read.
//!
//! One module a format, and [`Format`] is the registry of them. Every file names the corpus's date and hash, and the
//! selection where it holds a part; none says anything more surely than the claim does. A file is made when it is
//! asked for. The picture of the map is none of these formats: it is drawn, not told.

mod citation;
mod csv;
mod graph;
mod linked;
mod source;

#[cfg(test)]
mod tests;

pub use csv::{CITING, SEVERAL, cell, columns};

use crate::corpus::{ClaimId, Corpus, CountryId, DocumentId, Edition, Lang, Text, Withdrawn};
use crate::link::is_public;
use crate::query::Selection;
use crate::share::{Shown, file_name, narrowing};
use crate::words::{self, ToolsWords, corpus_title};
use serde::Serialize;

/// A format that data are taken along in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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

/// All that there is to know of a format.
struct Known {
    name: &'static str,
    ending: &'static str,
    media_type: &'static str,
    /// What it is for.
    note: fn(&ToolsWords) -> &'static str,
    /// Writes the file.
    write: fn(&Taken, Choice) -> String,
}

impl Format {
    /// All formats, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Csv, Self::Json, Self::JsonLd, Self::Csl, Self::Bibtex, Self::Ris];

    fn known(self) -> Known {
        match self {
            Self::Csv => Known {
                name: "CSV",
                ending: ".csv",
                media_type: "text/csv;charset=utf-8",
                note: |words| words.csv_note,
                write: |taken, choice| csv::csv(taken, choice.dialect),
            },
            Self::Json => Known {
                name: "JSON",
                ending: ".json",
                media_type: "application/json",
                note: |words| words.json_note,
                write: |taken, _| source::source(taken),
            },
            Self::JsonLd => Known {
                name: "JSON-LD",
                ending: ".jsonld",
                media_type: "application/ld+json",
                note: |words| words.json_ld_note,
                write: |taken, _| linked::linked(taken),
            },
            Self::Csl => Known {
                name: "CSL-JSON",
                ending: ".csl.json",
                media_type: "application/vnd.citationstyles.csl+json",
                note: |words| words.csl_note,
                write: |taken, _| citation::csl(taken),
            },
            Self::Bibtex => Known {
                name: "BibTeX",
                ending: ".bib",
                media_type: "application/x-bibtex;charset=utf-8",
                note: |words| words.bibtex_note,
                write: |taken, _| citation::bibtex(taken),
            },
            Self::Ris => Known {
                name: "RIS",
                ending: ".ris",
                media_type: "application/x-research-info-systems;charset=utf-8",
                note: |words| words.ris_note,
                write: |taken, _| citation::ris(taken),
            },
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.known().name
    }

    /// What it is for.
    #[must_use]
    pub fn note(self, lang: Lang) -> &'static str {
        (self.known().note)(words::tools(lang))
    }

    /// Whether it holds claims, and not the documents alone.
    #[must_use]
    pub fn has_claims(self) -> bool {
        matches!(self, Self::Csv | Self::Json | Self::JsonLd)
    }
}

/// What a reader has chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Choice {
    /// The format.
    pub format: Format,
    /// Whom a table is for.
    pub dialect: Dialect,
}

/// Whom a table is for. Spreadsheets know UTF-8 by a mark before it, of which programs make a part of the first
/// column's name; and what parts their cells depends on the country.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// Programs: commas, and no mark.
    #[default]
    Programs,
    /// Spreadsheets that part cells by commas, as in English.
    Commas,
    /// Spreadsheets that part cells by semicolons, as in German.
    Semicolons,
}

impl Dialect {
    /// All dialects, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Programs, Self::Commas, Self::Semicolons];

    /// What it is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        let words = words::tools(lang);
        match self {
            Self::Programs => words.for_programs,
            Self::Commas => words.for_spreadsheets,
            Self::Semicolons => words.for_semicolons,
        }
    }

    /// What parts the cells.
    fn separator(self) -> u8 {
        if self == Self::Semicolons { b';' } else { b',' }
    }

    /// What stands before the table.
    fn mark(self) -> &'static str {
        if self == Self::Programs { "" } else { "\u{feff}" }
    }
}

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

/// What is taken along: all that is filtered.
pub struct Taken<'a> {
    shown: Shown<'a>,
    corpus: &'a Corpus,
    /// The claims.
    pub claims: Vec<ClaimId>,
    /// Their documents, in the order of their dates.
    pub documents: Vec<DocumentId>,
    /// The corpus's, with the selection that the claims are.
    edition: Edition,
    /// The link to the selection; without an address where others could not open it.
    link: String,
}

impl<'a> Taken<'a> {
    /// What the corpus is called.
    fn title(&self, lang: Lang) -> Option<&'a str> {
        corpus_title(lang, self.shown.atlas.guest.as_ref(), self.corpus)
    }

    /// What is taken along of what is shown.
    #[must_use]
    pub fn new(shown: Shown<'a>) -> Self {
        Self::of(shown, &shown.atlas.index.select(shown.query))
    }

    /// The same, where what is shown has been selected already.
    #[must_use]
    pub fn of(shown: Shown<'a>, selection: &Selection) -> Self {
        let corpus = shown.atlas.corpus();
        let edition = shown.edition();
        let mut link = shown.link(&narrowing(shown.query));
        // Where a file stands on somebody's disk is nobody else's business.
        if !is_public(&link) {
            link = link.split_off(link.find(['?', '#']).unwrap_or_default());
        }
        let (claims, documents) = (selection.claims.iter().collect(), selection.documents.clone());
        Self { shown, corpus, claims, documents, edition, link }
    }

    /// The file.
    #[must_use]
    pub fn file(&self, choice: Choice) -> File {
        let Known { media_type, write, .. } = choice.format.known();
        File { name: self.name(choice.format), media_type, text: write(self, choice) }
    }

    /// What the file is called.
    #[must_use]
    pub fn name(&self, format: Format) -> String {
        file_name(&self.edition) + format.known().ending
    }

    /// How many rows and columns the file has, where it is a table.
    #[must_use]
    pub fn table(&self, format: Format) -> Option<[usize; 2]> {
        let columns = || columns(&self.corpus.source().languages).len();
        let rows = || self.claims.len() + self.withdrawn().count();
        (format == Format::Csv).then(|| [rows(), columns()])
    }

    /// How many claims a format takes along besides, so that no claim goes without its denial.
    #[must_use]
    pub fn others(&self, format: Format) -> usize {
        if format != Format::Json {
            return 0;
        }
        source::with_others(self.corpus, &self.claims).len() - self.claims.len()
    }

    /// What was withdrawn, with its document: it is no part of a selection, and goes along with the whole.
    fn withdrawn(&self) -> impl Iterator<Item = (DocumentId, &'a Withdrawn)> {
        self.corpus.withdrawn().filter(|_| self.edition.selection.is_none())
    }

    /// A country's name.
    fn country(&self, country: CountryId) -> &'a Text {
        &self.shown.atlas.countries[country]
    }
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

/// Adds parts to a text.
fn push(text: &mut String, parts: &[&str]) {
    text.extend(parts.iter().copied());
}
