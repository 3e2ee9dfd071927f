//! The plain texts.

use crate::corpus::Stance;
pub use crate::locale::{Words, words};

impl Words {
    /// What a claim of a stance does to those that it disputes.
    #[must_use]
    pub fn disputing(&self, stance: Stance) -> &'static str {
        if stance == Stance::LeavesOpen { self.leaves_open } else { self.disputes }
    }
}
