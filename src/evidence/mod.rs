//! What stands behind a transfer: origins instead of outlets, and where reports differ.
//!
//! Knows the corpus only. Nothing here is an average or a verdict: every answer is a set of claims
//! or of origins, so that whoever is shown it can be led to them.

mod derivation;
mod disagreement;
mod findings;
mod origins;
mod summary;
mod trust;

#[cfg(test)]
mod fixture;

pub use derivation::{Branch, Gap, derivation, has_gap};
pub use disagreement::{
    Difference, Differences, Printed, contradiction, differences, furthest, leaves_open,
    quantities, statuses, strongest, times,
};
pub use findings::{Finding, Findings};
pub use origins::{
    Backing, accountable, backing, documents, gives_no_source, is_confirmed_by, is_unsourced,
    teller, without_origin,
};
pub use summary::{Reached, Summary, summary};
pub use trust::{Trust, discounted};

#[cfg(test)]
mod tests;
