//! What is found of each transfer: made once for whoever is distrusted, and looked up from then on.

use super::disagreement::{assertions, differences_of, last_stages, statuses_of};
use super::{Backing, Differences, Reached, Trust, backing, is_confirmed_by};
use crate::corpus::{IdVec, Status, TransferId};
use std::ops::Index;

/// What is found of each transfer of a corpus, of the claims that count.
#[derive(Clone, Debug)]
pub struct Findings(IdVec<TransferId, Finding>);

/// What is found of one transfer.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Who stands behind it, and who against it.
    pub backing: Backing,
    /// How far it is said to have come, the strongest first.
    pub statuses: Vec<Status>,
    /// In what its reports differ.
    pub differences: Differences,
    /// How far it is said to have come, for a sentence on many.
    pub reached: Reached,
    /// Whether an authority of each side has asserted it to be agreed or delivered.
    pub is_confirmed: bool,
}

impl Finding {
    /// The strongest of the statuses.
    #[must_use]
    pub fn strongest(&self) -> Status {
        *self.statuses.first().expect("a transfer has a status, if an unknown one")
    }

    fn of(trust: Trust, transfer: TransferId) -> Self {
        let backing = backing(trust, transfer);
        let (from, to) = trust.corpus.sides(transfer);
        let confirms = |country| is_confirmed_by(trust, transfer, &backing, country);
        let said = assertions(trust, transfer);
        let stages = last_stages(trust.corpus, &said);
        let statuses = statuses_of(trust, transfer, &said, &stages);
        Self {
            differences: differences_of(trust, transfer, &said, &stages),
            reached: Reached::of(&statuses),
            statuses,
            is_confirmed: confirms(from) && confirms(to),
            backing,
        }
    }
}

impl Findings {
    /// What is found where some claims are discounted.
    #[must_use]
    pub fn new(trust: Trust) -> Self {
        Self(trust.corpus.transfer_ids().map(|transfer| Finding::of(trust, transfer)).collect())
    }
}

impl Index<TransferId> for Findings {
    type Output = Finding;

    fn index(&self, transfer: TransferId) -> &Finding {
        &self.0[transfer]
    }
}
