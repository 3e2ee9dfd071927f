//! Reading a corpus that comes in pieces, so that it is never there as a whole text besides what is read from it.
//!
//! In a browser that matters: the memory of a program never shrinks, and a large corpus as JSON takes as much of it as
//! all that is read from it.

use super::check::{self, Table};
use super::{Document, Edition, Limit, Source, Text};
use memchr::memchr2;
use serde::Deserialize;
use serde::de::DeserializeOwned;
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
    /// The JSON as far as it stands in no row, with `null` in place of each row that was read: whether all is there,
    /// once, and in order, is asked of it in the end.
    frame: Vec<u8>,
    /// Where in the frame the member of the corpus begins that is being read.
    member: usize,
    /// The table that is being read, and what there is of its next row.
    table: Option<Table>,
    row: Vec<u8>,
    /// How many brackets and braces are open.
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
        let mut rest = piece;
        while let Some(length) = self.next_sign(rest) {
            let (before, from_sign) = rest.split_at(length);
            self.keep(before);
            let Some((&sign, behind)) = from_sign.split_first() else { break };
            self.read(sign)?;
            rest = behind;
        }
        // What is no corpus at all is not read to its end.
        let mut begun =
            self.frame.iter().filter(|&&it| !is_space(it) && !check::MARK.contains(&it));
        if begun.next().is_none_or(|it| *it == b'{') { Ok(()) } else { Err(Unread::Faulty) }
    }

    /// How much stands before the next byte that says where things begin and end; nothing at the end.
    fn next_sign(&self, rest: &[u8]) -> Option<usize> {
        if rest.is_empty() {
            return None;
        }
        let is_sign =
            |byte: &u8| matches!(byte, b'"' | b',' | b'[' | b']' | b'{' | b'}' | 0 | 0xfe | 0xff);
        let found = match (self.is_escaped, self.is_in_string) {
            (true, _) => Some(0),
            (false, true) => memchr2(b'"', b'\\', rest),
            (false, false) => rest.iter().position(is_sign),
        };
        Some(found.unwrap_or(rest.len()))
    }

    fn keep(&mut self, bytes: &[u8]) {
        let part = if self.table.is_some() { &mut self.row } else { &mut self.frame };
        part.extend_from_slice(bytes);
    }

    fn read(&mut self, sign: u8) -> Result<(), Unread> {
        if self.is_in_string {
            self.is_in_string = self.is_escaped || sign != b'"';
            self.is_escaped = !self.is_escaped && sign == b'\\';
            self.keep(&[sign]);
            return Ok(());
        }
        let is_in_table = self.table.is_some() && self.depth == 2;
        match sign {
            // What is written in units of two bytes or four has them everywhere, and UTF-8 nowhere here.
            0 | 0xfe | 0xff => return Err(Unread::Encoding),
            b'"' => self.is_in_string = true,
            b',' if is_in_table => {
                self.end_row()?;
                self.frame.push(sign);
                return Ok(());
            }
            b']' if is_in_table => {
                self.end_row()?;
                self.table = None;
            }
            _ => {}
        }
        self.keep(&[sign]);
        match (sign, self.depth) {
            (b'{', 0) | (b',', 1) => self.member = self.frame.len(),
            (b'[', 1) => self.table = self.opened(),
            _ => {}
        }
        match sign {
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        Ok(())
    }

    /// The table that the bracket opens which was just kept, where it is one of those.
    fn opened(&self) -> Option<Table> {
        let member = self.frame.get(self.member..)?.trim_ascii();
        let name = member.strip_suffix(b"[")?.trim_ascii_end().strip_suffix(b":")?;
        let name: String = serde_json::from_slice(name).ok()?;
        Table::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Reads the row of a table that is complete now.
    fn end_row(&mut self) -> Result<(), Unread> {
        let Some(table) = self.table else { return Ok(()) };
        let row = mem::take(&mut self.row);
        if !row.iter().copied().all(is_space) {
            let source = &mut self.source;
            match table {
                Table::Countries => add(&mut source.countries, &row)?,
                Table::Categories => add(&mut source.categories, &row)?,
                Table::Origins => add(&mut source.origins, &row)?,
                Table::Transfers => add(&mut source.transfers, &row)?,
                Table::Names => add(&mut source.names, &row)?,
                Table::Documents => {
                    add(&mut source.documents, &row)?;
                    let read = source.documents.last_mut().map_or(0, fit);
                    self.claims += read;
                    within(self.claims, Limit::Claims)?;
                }
            }
            self.frame.extend_from_slice(b"null");
        }
        self.row = row;
        self.row.clear();
        Ok(())
    }

    /// The corpus, once all pieces are read: it obeys every rule.
    ///
    /// # Errors
    /// Where the pieces together are no corpus, or not all of one.
    pub fn finish(mut self) -> Result<Source, Unread> {
        let frame = std::str::from_utf8(&self.frame).map_err(|_| Unread::Encoding)?;
        let frame = check::corpus_in(frame).ok_or(Unread::Faulty)?;
        let Frame { title, edition, languages, .. } =
            serde_json::from_str(frame).map_err(|_| Unread::Faulty)?;
        let source = Source { title, edition, languages, ..mem::take(&mut self.source) };
        drop(self);
        if check::is_sound(&source) { Ok(source) } else { Err(Unread::Faulty) }
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

/// Reads a row into its table.
fn add<T: DeserializeOwned>(rows: &mut Vec<T>, json: &[u8]) -> Result<(), Unread> {
    within(rows.len() + 1, Limit::Rows)?;
    let json = std::str::from_utf8(json).map_err(|_| Unread::Encoding)?;
    rows.push(serde_json::from_str(json).map_err(|_| Unread::Faulty)?);
    Ok(())
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
