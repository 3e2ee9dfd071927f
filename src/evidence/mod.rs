//! What stands behind a transfer: origins instead of outlets, and where reports differ.
//!
//! Knows the corpus only. Nothing here is an average or a verdict: every answer is a set of claims
//! or of origins, so that whoever is shown it can be led to them.

mod backing;
mod copy;
mod difference;
mod fingerprint;

pub use backing::{Backing, Summary, accountable, backing, documents, summary};
pub use copy::{Copy, Found, Print};
pub use difference::{Difference, Differences, differences, quantities, statuses, times};
pub use fingerprint::{RUN, WINDOW, Word, fingerprint, runs, words};

#[cfg(test)]
mod tests;
