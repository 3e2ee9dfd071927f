//! Texts, read letter by letter: words, and what they belong to.

use crate::hash;
use crate::model::CONTEXTS;

/// What is known of a text beside its last letters.
pub struct Text {
    word: u32,
    last_word: u32,
    /// The word that stood before the last sign, with the sign.
    field: u32,
    /// Whether it stands between quotation marks.
    quote: u32,
}

impl Text {
    pub const fn new() -> Self {
        Self { word: 0, last_word: 0, field: 0, quote: 0 }
    }

    pub fn read(&mut self, byte: u8) {
        if byte.is_ascii_alphabetic() || byte > 127 {
            self.word = hash(self.word, u32::from(byte) | 32);
        } else if self.word != 0 {
            self.last_word = self.word;
            self.word = 0;
        }
        match byte {
            b'"' => self.quote ^= 1,
            b':' | b'.' | b'{' | b'}' | b'>' => self.field = hash(self.last_word, u32::from(byte)),
            _ => {}
        }
    }

    /// What the next byte stands in, after four others, the last of them lowest.
    pub fn contexts(&self, four: u32) -> [u32; CONTEXTS] {
        let two = four & 0xffff;
        [
            four & 0xff,
            two,
            self.word,
            hash(self.field, self.quote),
            four >> 16,
            four,
            four & 0xff_ff00,
            hash(self.field, two),
        ]
    }
}
