//! Winnowing: which hashes are kept of a paragraph.

use super::words::{Word, words};

/// How many words in a row are hashed as one.
pub const RUN: usize = 3;
/// Of how many hashes in a row one is kept.
pub const WINDOW: usize = 3;
/// Of a paragraph with so few runs all are kept: one altered word takes up to three of them.
const SHORT: usize = 12;

/// The hash of each run of words, by where it begins. A text shorter than a run is one run.
#[must_use]
pub fn runs(words: &[Word]) -> Vec<u16> {
    if words.is_empty() {
        return Vec::new();
    }
    words.windows(RUN.min(words.len())).map(hash).collect()
}

/// FNV-1a, folded to 16 bits. Permanent: fingerprints that were made stay valid.
fn hash(words: &[Word]) -> u16 {
    let bytes = words.iter().flat_map(|word| word.spelled.folded.bytes().chain([b' ']));
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let folded = hash ^ (hash >> 32);
    u16::try_from((folded ^ (folded >> 16)) & 0xffff).expect("16 bits are left")
}

/// The hash of all words of a paragraph and of the signs that count, in their order: FNV-1a of 32 bits. Permanent, too.
#[must_use]
pub fn whole(words: &[Word]) -> u32 {
    let mut spelled = String::new();
    for word in words {
        spelled.extend(word.sign_before);
        spelled += &word.spelled.exact;
        spelled.extend(word.sign_behind);
        spelled.push(' ');
    }
    let bytes = spelled.bytes();
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// What is kept of a paragraph: hashes, in ascending order, so that they tell nothing of its order.
#[must_use]
pub fn fingerprint(paragraph: &str) -> Vec<u16> {
    let runs = runs(&words(paragraph));
    let window = if runs.len() <= SHORT { 1 } else { WINDOW };
    let windows = runs.windows(window);
    let mut kept: Vec<u16> = windows.filter_map(|window| window.iter().min().copied()).collect();
    kept.sort_unstable();
    kept.dedup();
    kept
}
