//! What stands behind a transfer: origins instead of outlets, and where reports differ.
//!
//! Knows the corpus only. Nothing here is an average or a verdict: every answer is a set of claims
//! or of origins, so that whoever is shown it can be led to them.

mod copy;
mod derivation;
mod disagreement;
mod fingerprint;
mod origins;
mod standing;
mod summary;

#[cfg(test)]
mod fixture;

pub use copy::{Copy, Found, Print};
pub use derivation::{Branch, Gap, derivation, has_gap};
pub use disagreement::{
    Difference, Differences, Printed, contradiction, differences, quantities, statuses, strongest,
    times,
};
pub use fingerprint::{RUN, WINDOW, Word, fingerprint, runs, words};
pub use origins::{Backing, accountable, backing, documents, is_unsourced, orphaned};
pub use standing::{Standing, fallen};
pub use summary::{Reached, Summary, summary};

#[cfg(test)]
mod tests;
