//! Chances, and the scale on which they are added up: the logarithm of how much likelier one is than
//! nought.

use crate::at;

/// The chances of one, in 65536ths, for every point of the scale; 2048 stands for even.
pub type Chances = [u16; 4096];

/// The points of the scale, even being nought, for every chance in 4096ths.
pub type Points = [i16; 4096];

/// Follows the curve from the middle by its slope, which is the chance times what is missing to one.
pub fn fill(chances: &mut Chances, points: &mut Points) {
    let mut chance: u64 = 1 << 31;
    for distance in 0..2048 {
        let short = (chance >> 16) as u16;
        *at(chances, 2048 + distance) = short;
        *at(chances, 2048 - distance) = 0_u16.wrapping_sub(short);
        chance += ((chance * ((1 << 32) - chance)) >> 32) >> 8;
    }
    *at(chances, 0) = *at(chances, 1);
    let mut point = 0;
    for (chance, place) in points.iter_mut().enumerate() {
        while point < 4095 && usize::from(*at(chances, point) >> 4) < chance {
            point += 1;
        }
        *place = point as i16 - 2048;
    }
}
