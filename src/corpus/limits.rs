//! How much a corpus may have: so much that no register or newsroom comes near it, and so little that reading it,
//! showing it, and refusing what has more takes a reader's browser seconds at most.

use std::fmt;

/// So many bytes a corpus may have, as JSON: 256 MiB.
pub const MOST_BYTES: usize = 256 << 20;

/// So many claims a corpus may have, with those that were withdrawn.
pub const MOST_CLAIMS: usize = 250_000;

/// So many rows each table may have: countries, categories, origins, transfers, names, and documents.
pub const MOST_ROWS: usize = 250_000;

/// So many languages the texts of a corpus may have.
pub const MOST_LANGUAGES: usize = 50;

/// So many things a list may have that stands in a row of a table or in a claim: origins of an attribution, claims that
/// are disputed, countries, authors.
pub const MOST_LISTED: usize = 1000;

/// So many characters a text may have in each language, and a title, an author.
pub const LONGEST_TEXT: usize = 20_000;

/// So many characters the title of a corpus may have in each language.
pub const LONGEST_TITLE: usize = 200;

/// So many names one thing may have for the search, which looks for each of them.
pub const MOST_NAMES: usize = 100;

/// So many characters such a name may have: more than anybody types.
pub const LONGEST_NAME: usize = 200;

/// So many characters an id may have.
pub const LONGEST_ID: usize = 100;

/// What a corpus may have so much of, and no more, so that what has more is not read to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Bytes, as JSON.
    Bytes,
    /// Claims, with those that were withdrawn.
    Claims,
    /// Rows of a table.
    Rows,
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = match self {
            Self::Bytes => "bytes",
            Self::Claims => "claims",
            Self::Rows => "rows in a table",
        };
        write!(f, "{} {of}", self.most())
    }
}

impl Limit {
    /// How many.
    #[must_use]
    pub fn most(self) -> usize {
        match self {
            Self::Bytes => MOST_BYTES,
            Self::Claims => MOST_CLAIMS,
            Self::Rows => MOST_ROWS,
        }
    }
}
