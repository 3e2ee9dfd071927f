//! Numbers in few bytes. What is searched has millions of them, and most are small, or little more than the one before.

use std::iter;

/// Writes a number: seven bits a byte, the lowest first, and in each byte but the last the eighth.
pub(super) fn pack(mut number: u32, write: &mut impl FnMut(u8)) {
    while number >= 0x80 {
        write(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    write(number.to_le_bytes()[0]);
}

/// Reads what was written, number by number.
pub(super) fn unpacked(bytes: &[u8]) -> impl Iterator<Item = u32> {
    let mut bytes = bytes.iter();
    iter::from_fn(move || {
        let (mut number, mut bits) = (0, 0);
        loop {
            let byte = *bytes.next()?;
            number |= u32::from(byte & 0x7f) << bits;
            bits += 7;
            if byte < 0x80 {
                return Some(number);
            }
        }
    })
}

/// Numbers that ascend: of each is kept by how much it is more than the one before.
#[derive(Clone, Debug, Default)]
pub(super) struct Ascending {
    bytes: Vec<u8>,
    last: u32,
}

impl Ascending {
    /// Adds a number that is no less than those that are there; the same twice is once.
    pub(super) fn push(&mut self, number: u32) {
        if self.is_empty() || number > self.last {
            pack(number - self.last, &mut |byte| self.bytes.push(byte));
            self.last = number;
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The numbers, in their order.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> {
        unpacked(&self.bytes).scan(0, |number, more| {
            *number += more;
            Some(*number)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Ascending, pack, unpacked};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_are_read_as_they_were_written(
            mut numbers in prop::collection::vec(prop_oneof![0..300_u32, any::<u32>()], 0..9),
        ) {
            let mut bytes = Vec::new();
            for number in &numbers {
                pack(*number, &mut |byte| bytes.push(byte));
            }
            prop_assert!(unpacked(&bytes).eq(numbers.iter().copied()));
            numbers.sort_unstable();
            let mut ascending = Ascending::default();
            for number in &numbers {
                ascending.push(*number);
            }
            numbers.dedup();
            prop_assert!(ascending.iter().eq(numbers));
        }
    }
}
