//! A packer for what the single file brings along: the program, its script and its styles.
//!
//! It foretells every bit from several contexts at once, weighs them by how well each did before, and
//! spends the less on a bit the surer it was: a quarter less than LZMA takes. Packer and unpacker are
//! the same `model`, which learns from what both know already; `coder` turns chances into bytes.
//! All is counted in whole numbers, so that every engine comes to the same.
//!
//! Within the bodies of a program's functions the contexts are its instructions (see `code`), elsewhere
//! they are letters and words. What came after each is kept on shelves (see `shelf`).

#![no_std]

#[cfg(not(target_family = "wasm"))]
extern crate std;

mod code;
mod coder;
mod counts;
mod lanes;
mod logistic;
mod matching;
mod model;
#[cfg(not(target_family = "wasm"))]
mod pack;
mod shelf;
mod text;

pub use code::SIZE_BYTES;
pub use coder::Unpacker;
pub use model::SPACE;
#[cfg(not(target_family = "wasm"))]
pub use pack::{Content, Packed, pack};

/// A place in a table whose length is a power of two; what lies behind its end is its beginning.
fn at<T, const N: usize>(table: &mut [T; N], index: usize) -> &mut T {
    const { assert!(N.is_power_of_two()) };
    #[expect(clippy::indexing_slicing, reason = "a remainder is within")]
    &mut table[index % N]
}

/// Two numbers as one that looks like neither.
fn hash(a: u32, b: u32) -> u32 {
    (a ^ b.wrapping_mul(0x9e37_79b1)).wrapping_mul(0x85eb_ca6b).rotate_left(13)
}
