//! The plain texts.

use crate::corpus::Stance;
pub use crate::locale::{Signs, Words, words};

impl Words {
    /// Something behind what it is called: `Time: 2023`.
    #[must_use]
    pub fn labelled(&self, label: &str, value: &str) -> String {
        [label, self.signs.colon, value].concat()
    }

    /// What a claim of a stance does to those that it disputes.
    #[must_use]
    pub fn disputing(&self, stance: Stance) -> &'static str {
        if stance == Stance::LeavesOpen { self.leaves_open } else { self.disputes }
    }
}
