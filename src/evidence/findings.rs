//! What is found of each transfer: made once for whoever is distrusted, and looked up from then on.

use super::disagreement::{assertions, differences_of, last_stages, statuses_of};
use super::origins::says_it_is_settled;
use super::{Backing, Differences, Reached, Trust, backing};
use crate::corpus::{IdVec, OriginId, Status, TransferId};
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
    /// How many of the origins that assert it say that it is agreed or delivered.
    pub settling: usize,
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
        let corpus = trust.corpus;
        let (from, to) = corpus.sides(transfer);
        let said = assertions(trust, transfer);
        let stages = last_stages(corpus, &said);
        let mut settling: Vec<OriginId> = backing.asserting.iter().collect();
        settling.retain(|&it| says_it_is_settled(corpus, &said, it));
        let confirms = |side| settling.iter().any(|&it| corpus.speaks_for(it) == Some(side));
        let statuses = statuses_of(trust, transfer, &said, &stages);
        Self {
            differences: differences_of(trust, transfer, &said, &stages),
            reached: Reached::of(&statuses),
            statuses,
            is_confirmed: confirms(from) && confirms(to),
            settling: settling.len(),
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
