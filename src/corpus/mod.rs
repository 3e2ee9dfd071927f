//! The corpus: who is said to move what from where to where, by whom.
//!
//! Knows no browser, no language of the interface and no particular corpus. The build script
//! compiles this module too, so that the seeds are checked by the very code that reads them later.
//!
//! Reading order: [`Source`] is the form, as one JSON or as the files of `seeds/`; [`check_json`] and
//! [`check_files`] hold its rules; [`Corpus`] is a source whose references are resolved to
//! [ids](ClaimId) that each are a type of their own.

#![allow(
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "what the check guarantees is asserted, never papered over, and nobody can come upon it"
)]

mod check;
mod claim;
#[expect(clippy::module_inception, reason = "it is the corpus that all the others make up")]
mod corpus;
mod direction;
mod document;
mod few;
mod fingerprint;
mod fold;
mod hash;
mod ids;
mod limits;
mod links;
mod lists;
mod names;
mod reader;
mod rows;
#[cfg(feature = "schema")]
mod schema;
mod source;
mod table;
mod text;
mod time;

pub use check::{Fault, Faults, MOST, SeedFile, check_files, check_json, is_hexadecimal, is_tag};
pub use claim::{Claim, Course, Quantity, Stance, Status};
pub use corpus::Corpus;
pub use direction::{is_leftward, is_unruly_in_pieces, turning_mark};
pub use document::{Document, Withdrawn};
pub use few::Few;
pub use fingerprint::{Fingerprint, Fingerprints, Hashes, HashesError};
pub use fold::{fold, is_blank, is_invisible, is_unruly, legible, lower, spell_out};
pub use hash::{HashMap, HashSet, Hasher};
pub use ids::{
    CategoryId, ClaimId, ClaimSet, CountryId, CountrySet, DocumentId, DocumentSet, IdSet, IdVec,
    OriginId, OriginSet, TransferId, TransferSet,
};
pub use limits::{
    LONGEST_ID, LONGEST_NAME, LONGEST_TEXT, LONGEST_TITLE, Limit, MOST_BYTES, MOST_CLAIMS,
    MOST_LANGUAGES, MOST_LISTED, MOST_NAMES, MOST_ROWS,
};
pub use links::Dangling;
pub use lists::Lists;
pub use names::CountryNames;
pub use reader::{Reader, Unread};
#[cfg(feature = "schema")]
pub use schema::schema;
pub use source::Source;
pub use table::{Anchor, Category, Country, Edition, Kind, Origin, OriginKind, Transfer};
pub use text::Text;

pub use crate::locale::Lang;
pub use time::{Day, DayError, Span, When};

#[cfg(test)]
mod tests;
