//! Chances and bits as bytes: an arithmetic coder.

use crate::model::Model;

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
struct Reader<'a> {
    span: Span,
    packed: &'a [u8],
    /// Where in the span the packed number lies.
    point: u32,
}

impl Reader<'_> {
    /// Takes the next byte; there is no end of noughts behind the last.
    fn take(&mut self) {
        self.point <<= 8;
        if let Some((&byte, rest)) = self.packed.split_first() {
            self.point |= u32::from(byte);
            self.packed = rest;
        }
    }
}

impl Coder for Reader<'_> {
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

/// Fills the model's bytes up to `end` with what is packed. What stands in them before `from` is known,
/// and only looked at; from `code` on they are code.
///
/// Whatever is packed, this comes to its end.
#[cfg_attr(target_family = "wasm", target_feature(enable = "simd128"))]
pub fn unpack(model: &mut Model, packed: &[u8], from: usize, code: usize, end: usize) {
    model.start(code);
    let mut reader = Reader { span: Span::new(), packed, point: 0 };
    for _ in 0..4 {
        reader.take();
    }
    while model.end < from {
        model.know();
    }
    while model.end < end {
        model.code(&mut reader, 0);
    }
}
