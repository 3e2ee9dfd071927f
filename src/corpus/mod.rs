//! The corpus: who is said to move what from where to where, by whom.
//!
//! Knows no browser, no language of the interface and no particular corpus. The build script
//! compiles this module too, so that the seeds are checked by the very code that reads them later.
//!
//! Reading order: [`Source`] is the form on disk, [`check`] holds its rules, [`Corpus`] is a
//! source whose references are resolved to indices.

mod check;
mod claim;
mod document;
mod fold;
mod locate;
mod prints;
mod source;
mod table;
mod time;

pub use check::{Fault, SeedFile, check};
pub use claim::{Claim, Quantity, Stance, Status};
pub use document::Document;
pub use fold::{fold, lower};
pub use prints::{Printed, Prints, prints};
pub use source::{Corpus, Dangling, Source};
pub use table::{
    Category, Country, Edition, Kind, Lang, Origin, OriginKind, Place, Text, Transfer,
};
pub use time::{Day, DayError, Span, When};

#[cfg(test)]
mod tests;
