//! Chances and bits as bytes: an arithmetic coder.

use crate::at;
use crate::model::Model;

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
}

#[cfg(not(target_family = "wasm"))]
impl Span {
    /// The bytes of a point that is left.
    pub fn end(&self) -> [u8; 4] {
        self.high.to_be_bytes()
    }
}

/// Fills the model's bytes up to `end` with what is packed. What stands in them before `from` is known,
/// and only learnt; from `code` on they are code.
///
/// Whatever is packed, this comes to its end.
#[cfg_attr(target_family = "wasm", target_feature(enable = "simd128"))]
pub fn unpack(model: &mut Model, packed: &[u8], from: usize, code: usize, end: usize) {
    model.start(code);
    let mut span = Span::new();
    let mut packed = packed.iter();
    let mut value = 0;
    let mut take = |value| value << 8 | packed.next().map_or(0, |&byte| u32::from(byte));
    for _ in 0..4 {
        value = take(value);
    }
    while model.end < end {
        let known = u32::from(*at(&mut model.bytes, model.end));
        let is_known = model.end < from;
        for place in (0..8).rev() {
            let chance = model.chance();
            let mut bit = known >> place & 1;
            if !is_known {
                let split = span.split(chance);
                bit = u32::from(value <= split);
                span.keep(bit, split);
                while span.settle().is_some() {
                    value = take(value);
                }
            }
            model.learn(bit);
        }
    }
}
