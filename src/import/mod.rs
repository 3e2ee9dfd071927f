//! Import: a table that people have, as a corpus.
//!
//! Two kinds of table are known by their header. A register of arms transfers in the shape of SIPRI's (`register`), whose rows are
//! what one document, the register, says. And a sheet with a claim a row (`sheet`): what the export writes as CSV,
//! or the template that is offered for download (`template`).
//!
//! **Nothing is guessed.** A row that does not fit is left out, and it is said which and why; the others come in. What a
//! table marks as an estimate has no bounds, only words. A side that is no country makes no transfer: such a row of a
//! register is context. What comes out is a [`Source`] like any other and goes through the same check.
//!
//! Reading order: `work` lets others come in between; `table` finds header, rows and cells; `country` knows countries'
//! names, `ids` makes ids; then the two kinds.

mod country;
mod ids;
mod register;
mod sheet;
mod table;
mod template;
mod work;

#[cfg(test)]
mod tests;

pub use template::template;

use crate::corpus::{Lang, MOST, Source, is_unruly_in_pieces};
use crate::fingerprint::{Unreadable, decode};
use crate::locale::words;
use table::{Found, Table};
use work::Work;

/// A corpus that was made of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The corpus. It is held to the rules by whoever opens it, as any other.
    pub source: Source,
    /// How many rows the table has.
    pub rows: usize,
    /// The rows that did not come in.
    pub left_out: Listed,
    /// The rows that came in as context, since they speak of no transfer between two countries.
    pub apart: Listed,
    /// The columns that were not read.
    pub unread: Vec<String>,
}

/// Rows, each with why it stands here, up to [`MOST`] of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// Some of them, in the order of the table.
    pub rows: Vec<Remark>,
    /// How many more there are.
    pub more: usize,
}

impl Listed {
    fn add(&mut self, remark: Remark) {
        if self.rows.len() < MOST {
            self.rows.push(remark);
        } else {
            self.more += 1;
        }
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.rows.len() + self.more
    }
}

/// What is to be said of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The line of the file that the row begins on, from 1.
    pub line: usize,
    /// Why.
    pub why: Why,
    /// What it is about, in the table's words; nothing where the line says enough.
    pub what: String,
}

/// Why a row did not come in as a transfer's claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// A side is no country that is known.
    NoCountry,
    /// It goes from a country to the same one.
    SameCountry,
    /// It has more cells than the table has columns.
    Cells,
    /// More stands in it than in a claim of a corpus.
    TooLong,
    /// It stands further down than a document's paragraphs are counted, or than a corpus has claims.
    FarDown,
    /// It tells of nothing that was ordered or delivered.
    NothingSaid,
    /// A cell that is needed is empty.
    Missing,
    /// A cell has none of the words that may stand in it.
    UnknownWord,
    /// A cell is no whole number.
    NoNumber,
    /// A cell is no day.
    NoDay,
    /// The end is before the beginning, or the least above the most.
    Backwards,
    /// What cannot be an id stands as one.
    NoId,
    /// Another row has the id of its claim.
    TakenId,
    /// Another row says otherwise of what has the same id.
    Otherwise,
    /// The chains of an attribution do not fit each other, or the outlet.
    Chain,
    /// It names another row, which did not come in.
    NoSuchRow,
    /// A denial does not name what it denies, or what it names is none of its transfer.
    Denies,
    /// It disputes a claim that it neither denies nor may dispute otherwise.
    Disputes,
    /// It declines to comment, and disputes a claim.
    Silent,
    /// It was withdrawn.
    Withdrawn,
}

/// Why a file is no table that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoTable {
    /// It is no text.
    Unreadable(Unreadable),
    /// No line of it is a header that is known.
    NoHeader,
    /// None of its rows fits. The first that does not is named.
    NoRow(Option<Remark>),
    /// The reader has stopped it.
    Stopped,
}

/// So much of a file's name is a title, where a register has none.
const LONGEST_NAME: usize = 500;

/// Reads a table, of a file with a name. A long one takes its time: every now and then `pause` is told how much of the
/// work is done, in percent, and says whether it goes on.
///
/// # Errors
/// Why it is none, or that nothing of it can come in.
pub async fn read(
    name: &str,
    bytes: &[u8],
    pause: impl AsyncFnMut(usize) -> bool,
) -> Result<Imported, NoTable> {
    let mut work = Work::new(pause);
    let name: String = name.chars().take(LONGEST_NAME).collect();
    // A table declares no encoding.
    let text = decode(bytes, |_| None).map_err(NoTable::Unreadable)?;
    let text = plain(&text);
    let imported = if let Some(found) = Found::new(&text, sheet::is_header) {
        let table = Table::read(&text, found, &mut work).await?;
        sheet::read(&table, &mut work).await?
    } else if let Some(found) = Found::new(&text, register::is_header) {
        let table = Table::read(&text, found, &mut work).await?;
        register::read(&name, bytes, &table, &mut work).await?
    } else {
        return Err(NoTable::NoHeader);
    };
    if imported.source.documents.iter().all(|it| it.claims.is_empty()) {
        return Err(NoTable::NoRow(imported.left_out.rows.into_iter().next()));
    }
    Ok(imported)
}

/// Reads a table without a pause.
#[cfg(test)]
pub(crate) fn read_at_once(name: &str, bytes: &[u8]) -> Result<Imported, NoTable> {
    work::at_once(read(name, bytes, async |_| true))
}

/// A text whose lines end alike, without signs that nobody sees, as no corpus may have them: that print nothing, or turn what
/// stands beside them. Of a table's cells pieces come in by themselves, so that marks of direction stay nowhere.
fn plain(text: &str) -> String {
    let text =
        text.replace("\r\n", "\n").replace('\r', "\n").replace(['\u{2028}', '\u{2029}'], " ");
    text.replace(is_unruly_in_pieces, "")
}

/// Whether a name of a column is among some, however it is written.
fn is_called(column: &str, names: &[&str]) -> bool {
    names.iter().any(|it| it.eq_ignore_ascii_case(column.trim()))
}

impl Why {
    /// Why, in words; what it is about follows.
    #[must_use]
    pub fn told(self, lang: Lang) -> &'static str {
        let texts = &words(lang).import_reasons;
        match self {
            Self::NoCountry => texts.no_country,
            Self::SameCountry => texts.same_country,
            Self::Cells => texts.cells,
            Self::TooLong => texts.too_long,
            Self::FarDown => texts.far_down,
            Self::NothingSaid => texts.nothing_said,
            Self::Missing => texts.missing,
            Self::UnknownWord => texts.unknown_word,
            Self::NoNumber => texts.no_number,
            Self::NoDay => texts.no_day,
            Self::Backwards => texts.backwards,
            Self::NoId => texts.no_id,
            Self::TakenId => texts.taken_id,
            Self::Otherwise => texts.otherwise,
            Self::Chain => texts.chain,
            Self::NoSuchRow => texts.no_such_row,
            Self::Denies => texts.denies,
            Self::Disputes => texts.disputes,
            Self::Silent => texts.silent,
            Self::Withdrawn => texts.withdrawn,
        }
    }
}
