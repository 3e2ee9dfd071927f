//! What stands behind a transfer: origins instead of outlets, and where reports differ.
//!
//! Knows the corpus only. Nothing here is an average or a verdict: every answer is a set of claims
//! or of origins, so that whoever is shown it can be led to them.

mod backing;
mod copy;
mod derivation;
mod difference;
mod fingerprint;
mod standing;

pub use backing::{Backing, Summary, accountable, backing, documents, orphaned, summary};
pub use copy::{Copy, Found, Print};
pub use derivation::{Branch, Gap, derivation, has_gap};
pub use difference::{
    Difference, Differences, contradiction, differences, quantities, statuses, times,
};
pub use fingerprint::{RUN, WINDOW, Word, fingerprint, runs, words};
pub use standing::{Standing, fallen};

#[cfg(test)]
mod tests;
