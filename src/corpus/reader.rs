//! Reading a corpus that comes in pieces, so that it is never there as a whole text besides what is read from it.
//!
//! In a browser that matters: the memory of a program never shrinks, and a large corpus as JSON takes as much of it as
//! all that is read from it.

use super::check::{self, Table};
use super::{Corpus, Document, Edition, Limit, Source, Text};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Deserializer;
use std::{fmt, mem};

/// Why no corpus was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It has more than a corpus may have.
    TooLarge(Limit),
    /// It is not UTF-8.
    Encoding,
    /// Something is wrong in it: [`check_json`](super::check_json) says of the whole text what, and where.
    Faulty,
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge(limit) => write!(f, "it has more than {limit}"),
            Self::Encoding => f.write_str("it is not UTF-8"),
            Self::Faulty => f.write_str("it breaks the rules of a corpus"),
        }
    }
}

impl std::error::Error for Unread {}

/// Reads a corpus that is one JSON and comes in pieces, cut anywhere: each row of a table, and each document, is read as
/// soon as it is complete. What comes of it is exactly what [`check_json`](super::check_json) makes of the whole text.
#[derive(Debug, Default)]
pub struct Reader {
    source: Source,
    /// What has come and is not read yet.
    waiting: Vec<u8>,
    /// So much has to wait before it is looked at again: what a row begins with is read twice or three times, however long
    /// it is and however short the pieces.
    enough: usize,
    /// The JSON as far as it stands in no row, with `null` in place of each row that was read: whether all is there,
    /// once, and in order, is asked of it in the end.
    frame: Vec<u8>,
    /// Where in the frame the member of the corpus begins that is being read.
    member: usize,
    /// The table that is being read.
    table: Option<Table>,
    /// How many brackets and braces are open, outside of tables.
    depth: usize,
    is_in_string: bool,
    is_escaped: bool,
    bytes: usize,
    claims: usize,
}

impl Reader {
    /// Reads from the start.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads the next piece.
    ///
    /// # Errors
    /// As soon as the pieces so far are no corpus, whatever follows.
    pub fn feed(&mut self, piece: &[u8]) -> Result<(), Unread> {
        self.bytes = self.bytes.saturating_add(piece.len());
        within(self.bytes, Limit::Bytes)?;
        self.waiting.extend_from_slice(piece);
        if self.waiting.len() >= self.enough { self.read() } else { Ok(()) }
    }

    /// Reads what waits, as far as it goes.
    fn read(&mut self) -> Result<(), Unread> {
        let mut waiting = mem::take(&mut self.waiting);
        let whole = whole_letters(&waiting)?;
        let mut rest = whole;
        while !rest.is_empty() {
            let read = match self.table {
                Some(table) => self.read_row(table, rest)?,
                None => Some(self.read_frame(rest)?),
            };
            let Some(read) = read else { break };
            rest = rest.get(read..).expect("a sign ends there");
        }
        let read = whole.len() - rest.len();
        waiting.drain(..read);
        self.enough = 2 * waiting.len();
        self.waiting = waiting;
        // What is no corpus at all is not read to its end.
        let is_begun = self.frame.first().is_none_or(|it| *it == b'{' || check::MARK.contains(it));
        if is_begun { Ok(()) } else { Err(Unread::Faulty) }
    }

    /// Reads what stands around the tables, up to the bracket that opens the next; says how much it was.
    fn read_frame(&mut self, rest: &str) -> Result<usize, Unread> {
        for (at, sign) in rest.bytes().enumerate() {
            if !self.frame.is_empty() || !is_space(sign) {
                self.frame.push(sign);
            }
            if self.is_in_string {
                self.is_in_string = self.is_escaped || sign != b'"';
                self.is_escaped = !self.is_escaped && sign == b'\\';
                continue;
            }
            match sign {
                0 => return Err(Unread::Encoding),
                b'"' => self.is_in_string = true,
                b'{' | b',' if self.depth == usize::from(sign == b',') => {
                    self.member = self.frame.len();
                }
                b'[' if self.depth == 1 => self.table = self.opened(),
                _ => {}
            }
            match sign {
                _ if self.table.is_some() => return Ok(at + 1),
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
        Ok(rest.len())
    }

    /// The table that the bracket opens which was just kept, where it is one of those.
    fn opened(&self) -> Option<Table> {
        let member = self.frame.get(self.member..)?.trim_ascii();
        let name = member.strip_suffix(b"[")?.trim_ascii_end().strip_suffix(b":")?;
        let name: String = serde_json::from_slice(name).ok()?;
        Table::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Reads the next row of a table, or what stands between two, or the table's end; says how much it was, and nothing
    /// where the row is not there to its end.
    fn read_row(&mut self, table: Table, rest: &str) -> Result<Option<usize>, Unread> {
        let json = rest.trim_start_matches(|it: char| u8::try_from(it).is_ok_and(is_space));
        let length = match json.bytes().next() {
            None => 0,
            Some(sign @ (b',' | b']')) => {
                self.frame.push(sign);
                if sign == b']' {
                    self.table = None;
                }
                1
            }
            Some(_) => {
                let source = &mut self.source;
                let read = match table {
                    Table::Countries => add(&mut source.countries, json),
                    Table::Categories => add(&mut source.categories, json),
                    Table::Origins => add(&mut source.origins, json),
                    Table::Transfers => add(&mut source.transfers, json),
                    Table::Names => add(&mut source.names, json),
                    Table::Documents => add(&mut source.documents, json),
                };
                let Some(length) = read? else { return Ok(None) };
                if table == Table::Documents {
                    self.claims += source.documents.last_mut().map_or(0, fit);
                    within(self.claims, Limit::Claims)?;
                }
                self.frame.extend_from_slice(b"null");
                length
            }
        };
        Ok(Some(rest.len() - json.len() + length))
    }

    /// The corpus, once all pieces are read: it obeys every rule.
    ///
    /// # Errors
    /// Where the pieces together are no corpus, or not all of one.
    pub fn finish(mut self) -> Result<Corpus, Unread> {
        self.read()?;
        if !self.waiting.is_empty() {
            return Err(Unread::Faulty);
        }
        let frame = std::str::from_utf8(&self.frame).map_err(|_| Unread::Encoding)?;
        let frame = check::corpus_in(frame).ok_or(Unread::Faulty)?;
        let Frame { title, edition, languages, .. } =
            serde_json::from_str(frame).map_err(|_| Unread::Faulty)?;
        let source = Source { title, edition, languages, ..mem::take(&mut self.source) };
        drop(self);
        let rows = check::sound_rows(&source).ok_or(Unread::Faulty)?;
        Corpus::of(source, rows).map_err(|_| Unread::Faulty)
    }
}

/// What stands around the rows.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "of the tables it only matters that they are there")]
struct Frame {
    #[serde(default)]
    title: Option<Text>,
    #[serde(default)]
    edition: Option<Edition>,
    languages: Vec<String>,
    countries: Vec<()>,
    categories: Vec<()>,
    origins: Vec<()>,
    transfers: Vec<()>,
    #[serde(default)]
    names: Option<Vec<()>>,
    documents: Vec<()>,
}

/// What there is of a text up to its last whole letter. What is written in units of two bytes or four is none.
fn whole_letters(bytes: &[u8]) -> Result<&str, Unread> {
    let (letters, error) = match std::str::from_utf8(bytes) {
        Ok(all) => return Ok(all),
        Err(error) => (bytes.get(..error.valid_up_to()).unwrap_or_default(), error),
    };
    let is_cut = error.error_len().is_none();
    std::str::from_utf8(letters).ok().filter(|_| is_cut).ok_or(Unread::Encoding)
}

/// Reads a row into its table; says how long it was, and nothing where it is not there to its end.
fn add<T: DeserializeOwned>(rows: &mut Vec<T>, json: &str) -> Result<Option<usize>, Unread> {
    within(rows.len() + 1, Limit::Rows)?;
    let mut read = Deserializer::from_str(json).into_iter();
    match read.next() {
        Some(Ok(row)) => {
            rows.push(row);
            Ok(Some(read.byte_offset()))
        }
        Some(Err(error)) if !error.is_eof() => {
            // What is written in units of two bytes has them everywhere, and UTF-8 nowhere here.
            Err(if json.contains('\0') { Unread::Encoding } else { Unread::Faulty })
        }
        _ => Ok(None),
    }
}

/// What may stand between the parts of a JSON.
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// Takes the room out of a document's lists that they have for what may still come, since nothing does, and says how
/// many claims it has.
fn fit(document: &mut Document) -> usize {
    document.claims.shrink_to_fit();
    for claim in &mut document.claims {
        claim.attribution.shrink_to_fit();
        claim.countries.shrink_to_fit();
        claim.disputes.shrink_to_fit();
    }
    document.claims.len() + document.withdrawn.len()
}

fn within(count: usize, limit: Limit) -> Result<(), Unread> {
    if count > limit.most() { Err(Unread::TooLarge(limit)) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
