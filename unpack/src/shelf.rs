//! What came at each bit of half a byte, kept for every context on shelves of four lines.

use crate::at;

/// Four lines. Whose they are stands before them, then what is counted at each bit. A processor takes a
/// shelf out of memory as one.
pub type Shelf = [u8; 64];

/// How long a line is: a half byte has one first bit, two second ones, four and eight.
const LINE: usize = 15;

/// Where an owner's line lies on a shelf: what is counted at bit `n` of it stands `n` places behind. If the
/// owner has none, one of the lines of which least is known becomes its own.
pub fn line_of(shelf: &mut Shelf, owner: u8) -> usize {
    let [a, b, c, d, ..] = *shelf;
    // Finds the nought among four bytes.
    let others = u32::from_le_bytes([a, b, c, d]) ^ (u32::from(owner) * 0x0101_0101);
    let own = others.wrapping_sub(0x0101_0101) & !others & 0x8080_8080;
    let line = match own {
        0 => emptied(shelf, owner),
        _ => own.trailing_zeros() as usize / 8,
    };
    3 + LINE * line
}

/// Gives a line to an owner.
fn emptied(shelf: &mut Shelf, owner: u8) -> usize {
    let mut known = |line: usize| {
        let counted = *at(shelf, 4 + LINE * line);
        (counted >> 4) + (counted & 15)
    };
    let mut least = usize::from(owner) % 4;
    for other in [1, 2, 3].map(|more| (usize::from(owner) + more) % 4) {
        if known(other) < known(least) {
            least = other;
        }
    }
    *at(shelf, least) = owner;
    #[expect(clippy::indexing_slicing, reason = "the last of four lines ends with the shelf")]
    shelf[4 + LINE * least..][..LINE].fill(0);
    least
}
