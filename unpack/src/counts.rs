//! What came at one place, as two counts in a byte, and what they foretell.

use crate::at;

/// How likely a one is, in 65536ths, after what has been counted.
pub type Chances = [u16; 256];

/// What is counted after a nought, and after a one.
pub type Next = [[u8; 256]; 2];

/// Expects after as many of each that they come as often, a little less sure than that.
pub fn fill(next: &mut Next, maps: &mut [Chances]) {
    for counted in 0..256_u32 {
        let (noughts, ones) = (counted >> 4, counted & 15);
        let chance = ((ones * 10 + 4) << 16) / ((noughts + ones) * 10 + 8);
        for map in &mut *maps {
            *at(map, counted as usize) = chance as u16;
        }
        let [nought, one] = next;
        *at(nought, counted as usize) = (one_more(noughts) << 4 | fewer(ones)) as u8;
        *at(one, counted as usize) = (fewer(noughts) << 4 | one_more(ones)) as u8;
    }
}

fn one_more(count: u32) -> u32 {
    (count + 1).min(15)
}

/// Most of what was counted is forgotten when the other bit comes.
fn fewer(count: u32) -> u32 {
    if count > 2 { (count + 6) / 3 } else { count }
}

/// Moves a chance towards what came, which is nought or 65535: by a half, a quarter and so on.
pub fn learn(chance: &mut u16, target: i32, halves: u32) {
    *chance = (i32::from(*chance) + ((target - i32::from(*chance)) >> halves)) as u16;
}
