//! Reading a corpus that comes in pieces.

use super::{SeedFile, Source, check_json};
use std::fmt;

/// So many bytes a corpus may have, as JSON.
pub const MOST_BYTES: usize = 256 << 20;

/// So many claims a corpus may have, with those that were withdrawn.
pub const MOST_CLAIMS: usize = 250_000;

/// What a corpus may have so much of, and no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Bytes, as JSON: [`MOST_BYTES`].
    Bytes,
    /// Claims: [`MOST_CLAIMS`].
    Claims,
}

/// Why no corpus was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It has more than a corpus may have.
    TooLarge(Limit),
    /// It is not UTF-8.
    Encoding,
    /// Something is wrong in it: [`check_json`] says of the whole text what, and where.
    Faulty,
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge(Limit::Bytes) => write!(f, "it has more than {MOST_BYTES} bytes"),
            Self::TooLarge(Limit::Claims) => write!(f, "it has more than {MOST_CLAIMS} claims"),
            Self::Encoding => f.write_str("it is not UTF-8"),
            Self::Faulty => f.write_str("it breaks the rules of a corpus"),
        }
    }
}

impl std::error::Error for Unread {}

/// Reads a corpus that is one JSON and comes in pieces, cut anywhere.
#[derive(Debug, Default)]
pub struct Reader {
    bytes: Vec<u8>,
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
        if self.bytes.len() + piece.len() > MOST_BYTES {
            return Err(Unread::TooLarge(Limit::Bytes));
        }
        self.bytes.extend_from_slice(piece);
        Ok(())
    }

    /// The corpus, once all pieces are read: it obeys every rule.
    ///
    /// # Errors
    /// Where the pieces together are no corpus, or not all of one.
    pub fn finish(self) -> Result<Source, Unread> {
        let text = String::from_utf8(self.bytes).map_err(|_| Unread::Encoding)?;
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        let source = check_json(&SeedFile { name: String::new(), text });
        let source = source.map_err(|_| Unread::Faulty)?;
        let claims = source.documents.iter().map(|it| it.claims.len() + it.withdrawn.len());
        if claims.sum::<usize>() > MOST_CLAIMS {
            return Err(Unread::TooLarge(Limit::Claims));
        }
        Ok(source)
    }
}

#[cfg(test)]
mod tests {
    use super::{Reader, Unread};
    use crate::corpus::Source;

    fn read(bytes: &[u8], length: usize) -> Result<Source, Unread> {
        let mut reader = Reader::new();
        bytes.chunks(length).try_for_each(|piece| reader.feed(piece))?;
        reader.finish()
    }

    #[test]
    fn pieces_are_cut_anywhere() {
        let bundled = Source::read(crate::BUNDLED).expect("the asset");
        assert_eq!(read(crate::BUNDLED.as_bytes(), 7), Ok(bundled.clone()));
        let marked = [b"\xef\xbb\xbf", crate::BUNDLED.as_bytes()].concat();
        assert_eq!(read(&marked, 4096), Ok(bundled));
    }

    #[test]
    fn what_is_no_corpus_is_refused() {
        assert_eq!(read(b"{}", 1), Err(Unread::Faulty));
        let utf_16: Vec<u8> = crate::BUNDLED.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(&[b"\xfe\xff", &utf_16[..]].concat(), 7), Err(Unread::Encoding));
    }
}
