//! Where the last bytes stood before, and what came there.

use crate::model::SPACE;
use crate::{at, hash};

/// How many kinds of matches there are: none, and by length.
pub const KINDS: usize = LONG;

/// How many bytes make a match a long one.
const LONG: usize = 32;

/// For the hash of what was read, where it ended.
pub type Found = [u32; 1 << 16];

/// A place after the same bytes as the last ones.
pub struct Match {
    from: usize,
    /// How many bytes are the same; none if there is no match.
    length: usize,
    /// The bit that came there.
    pub bit: u32,
}

impl Match {
    pub const fn new() -> Self {
        Self { from: 0, length: 0, bit: 0 }
    }

    /// Whether it is so long that the next byte is most likely the same, too.
    pub fn is_long(&self) -> bool {
        self.length >= LONG
    }

    /// Which of eight kinds a long match is of, by its length.
    pub fn kind_of_long(&self) -> usize {
        ((self.length - LONG) / 24).min(7)
    }

    /// The byte that came there.
    pub fn byte(&self, bytes: &mut [u8; SPACE]) -> u8 {
        *at(bytes, self.from)
    }

    pub fn end(&mut self) {
        self.length = 0;
    }

    /// What the next bit would be if all went on as there, and of which kind the match is. It ends
    /// where the bits of the byte so far are others.
    pub fn look(&mut self, bytes: &mut [u8; SPACE], partial: u32) -> usize {
        if self.length == 0 {
            return 0;
        }
        let byte = u32::from(*at(bytes, self.from)) | 256;
        let bits = partial.ilog2();
        if byte >> (8 - bits) != partial {
            self.length = 0;
            return 0;
        }
        self.bit = byte >> (7 - bits) & 1;
        self.length
    }

    /// Goes on by a byte, which had the hash `key` with those before; where there is no match, looks
    /// for one.
    pub fn go_on(&mut self, bytes: &mut [u8; SPACE], end: usize, found: &mut Found, key: u32) {
        let found = at(found, (key ^ (key >> 16)) as usize);
        let from = *found as usize;
        *found = end as u32;
        if self.length > 0 {
            self.from += 1;
            self.length += 1;
        } else {
            self.from = from;
            while self.length < from.min(400)
                && *at(bytes, from - self.length - 1) == *at(bytes, end - self.length - 1)
            {
                self.length += 1;
            }
        }
    }
}

/// The hash of the last bytes.
pub fn key(bytes: &mut [u8; SPACE], end: usize) -> u32 {
    (1..6).fold(0, |key, back| hash(key, u32::from(*at(bytes, end.wrapping_sub(back)))))
}
