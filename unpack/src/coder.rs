//! Chances and bits as bytes: an arithmetic coder.

use crate::model::{Model, ROOM};

/// What writes bits, or reads them.
pub trait Coder {
    /// Writes a bit, or reads one whatever it is, of which `chance` 65536ths are the chance that it is a one.
    fn code(&mut self, chance: u32, bit: u32) -> u32;
}

/// What lies between the two ends is still possible.
pub struct Span {
    low: u32,
    high: u32,
}

impl Span {
    pub const fn new() -> Self {
        Self { low: 0, high: u32::MAX }
    }

    /// The last point of the part that stands for a one.
    pub fn split(&self, chance: u32) -> u32 {
        let width = self.high - self.low;
        self.low + (width >> 16) * chance + (((width & 0xffff) * chance) >> 16)
    }

    /// Keeps the part of a bit.
    pub fn keep(&mut self, bit: u32, split: u32) {
        if bit == 1 {
            self.high = split;
        } else {
            self.low = split + 1;
        }
    }

    /// Gives the byte that is the same at both ends, if one is.
    pub fn settle(&mut self) -> Option<u8> {
        if (self.low ^ self.high) >> 24 != 0 {
            return None;
        }
        let byte = (self.high >> 24) as u8;
        self.low <<= 8;
        self.high = self.high << 8 | 255;
        Some(byte)
    }

    /// The bytes of a point that is left.
    #[cfg(not(target_family = "wasm"))]
    pub fn end(&self) -> [u8; 4] {
        self.high.to_be_bytes()
    }
}

/// Reads bits.
pub struct Reader {
    span: Span,
    /// Where in the span the packed number lies.
    point: u32,
    /// How many bytes have been taken.
    taken: usize,
    /// What is packed.
    pub packed: [u8; ROOM],
}

impl Reader {
    const fn new() -> Self {
        Self { span: Span::new(), point: 0, taken: 0, packed: [0; ROOM] }
    }

    /// Takes the next byte; there is no end of noughts behind the last.
    fn take(&mut self) {
        self.point <<= 8;
        if let Some(&byte) = self.packed.get(self.taken) {
            self.point |= u32::from(byte);
            self.taken += 1;
        }
    }
}

impl Coder for Reader {
    fn code(&mut self, chance: u32, _: u32) -> u32 {
        let split = self.span.split(chance);
        let bit = u32::from(self.point <= split);
        self.span.keep(bit, split);
        while self.span.settle().is_some() {
            self.take();
        }
        bit
    }
}

/// Unpacks as far as it is asked to, so that a page is not held up.
#[repr(C)]
pub struct Unpacker {
    /// Holds what comes of it.
    pub model: Model,
    /// Reads what is packed.
    pub reader: Reader,
}

impl Unpacker {
    /// Has nothing to unpack yet.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "it is a static")]
    pub const fn new() -> Self {
        Self { model: Model::new(), reader: Reader::new() }
    }

    /// Begins what is packed. The model's bytes up to `from` are known, and only looked at; text follows; those
    /// from `tokens` on will tell what the tokens of the code stand for, and those from `code` on are code.
    pub fn start(&mut self, from: usize, tokens: usize, code: usize) {
        self.model.start(tokens, code);
        for _ in 0..4 {
            self.reader.take();
        }
        while self.model.end < from {
            self.model.know();
        }
    }

    /// Fills the model's bytes up to `end`, or somewhat further. Whatever is packed, it comes there.
    #[cfg_attr(target_family = "wasm", target_feature(enable = "simd128"))]
    pub fn unpack(&mut self, end: usize) {
        while self.model.end < end {
            self.model.code(&mut self.reader, 0);
        }
    }
}
