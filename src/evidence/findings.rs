//! What is found of each transfer: made once for whoever is distrusted, and looked up from then on.

use super::disagreement::{assertions, differences_of, last_stages, settling, statuses_of};
use super::gaps::Gaps;
use super::{Backing, Differences, Reached, Trust, backing};
use crate::corpus::{ClaimId, IdVec, Kind, OriginId, Status, TransferId};
use std::ops::Index;

/// What is found of each transfer of a corpus, of the claims that count.
#[derive(Clone, Debug)]
pub struct Findings {
    findings: IdVec<TransferId, Finding>,
    briefs: IdVec<TransferId, Brief>,
}

// Each rank has its bit.
const _: () = assert!(Status::ALL.len() <= u16::BITS as usize);

/// What a transfer tells where many are told of together. It is small, since a selection goes through thousands.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is told by itself")]
pub struct Brief {
    /// What sort of movement it is.
    pub kind: Kind,
    /// How many origins assert it.
    pub origins: usize,
    /// How many of them say that it is agreed or delivered.
    pub settling: usize,
    /// How far it is said to have come at most.
    pub strongest: Status,
    /// How far it is said to have come: of the ranks of statuses a bit each.
    pub ranks: u16,
    /// How far it is said to have come, for a sentence on many.
    pub reached: Reached,
    /// Whether all who say how far say agreed or delivered.
    pub is_settled: bool,
    /// Whether an authority of each side has asserted it to be agreed or delivered.
    pub is_confirmed: bool,
    /// Whether reports differ in what they say.
    pub is_disputed: bool,
    /// Whether somebody denies it.
    pub is_denied: bool,
    /// Whether not all that is said of it can be true, denials apart.
    pub is_contradicted: bool,
    /// What nobody has said of it.
    pub gaps: Gaps,
}

/// What is found of one transfer.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Who stands behind it, and who against it.
    pub backing: Backing,
    /// How far it is said to have come, the strongest first.
    pub statuses: Vec<Status>,
    /// In what its reports differ.
    pub differences: Differences,
}

impl Finding {
    /// The strongest of the statuses.
    #[must_use]
    pub fn strongest(&self) -> Status {
        *self.statuses.first().expect("a transfer has a status, if an unknown one")
    }

    fn of(trust: Trust, transfer: TransferId) -> (Self, Brief) {
        let backing = backing(trust, transfer);
        let corpus = trust.corpus;
        let (from, to) = corpus.sides(transfer);
        let said = assertions(trust, transfer);
        let stages = last_stages(corpus, &said);
        let mut settling: Vec<OriginId> = settling(corpus, &said).iter().collect();
        settling.retain(|&it| backing.asserting.contains(it));
        let confirms = |side| settling.iter().any(|&it| corpus.speaks_for(it) == Some(side));
        let gaps = Gaps::of(corpus, &backing, &said, confirms(from));
        let statuses = statuses_of(trust, transfer, &said, &stages);
        let differences = differences_of(trust, transfer, &said, &stages);
        let finding = Self { backing, statuses, differences };
        let brief = Brief {
            kind: corpus.transfer(transfer).kind,
            origins: finding.backing.asserting.len(),
            settling: settling.len(),
            strongest: finding.strongest(),
            ranks: finding.statuses.iter().fold(0, |ranks, it| ranks | (1 << it.rank())),
            reached: Reached::of(&finding.statuses),
            is_settled: finding.statuses.iter().all(|it| it.is_settled()),
            is_confirmed: confirms(from) && confirms(to),
            is_disputed: finding.differences.is_disputed(),
            is_denied: finding.differences.is_denied(),
            is_contradicted: finding.differences.is_contradicted(),
            gaps,
        };
        (finding, brief)
    }
}

impl Findings {
    /// What is found where some claims are discounted.
    #[must_use]
    pub fn new(trust: Trust) -> Self {
        trust.corpus.transfer_ids().map(|transfer| Finding::of(trust, transfer)).collect()
    }

    /// What is found where some claims are discounted, from what is found where none is: the same, of a transfer of
    /// whose claims none is, nor disputes one that is.
    #[must_use]
    pub fn less(&self, trust: Trust) -> Self {
        let Trust { corpus, discounted } = trust;
        let is_discounted = |claim: &ClaimId| discounted.contains(*claim);
        let is_touched = |claim: &ClaimId| {
            is_discounted(claim) || corpus.disputes_of(*claim).iter().any(is_discounted)
        };
        let found = corpus.transfer_ids().map(|transfer| {
            if corpus.claims_of(transfer).iter().any(is_touched) {
                Finding::of(trust, transfer)
            } else {
                (self[transfer].clone(), *self.brief(transfer))
            }
        });
        found.collect()
    }

    /// What a transfer tells where many are told of together.
    #[must_use]
    pub fn brief(&self, transfer: TransferId) -> &Brief {
        &self.briefs[transfer]
    }
}

impl FromIterator<(Finding, Brief)> for Findings {
    fn from_iter<T: IntoIterator<Item = (Finding, Brief)>>(found: T) -> Self {
        let (findings, briefs): (Vec<Finding>, Vec<Brief>) = found.into_iter().unzip();
        Self { findings: findings.into_iter().collect(), briefs: briefs.into_iter().collect() }
    }
}

impl Index<TransferId> for Findings {
    type Output = Finding;

    fn index(&self, transfer: TransferId) -> &Finding {
        &self.findings[transfer]
    }
}
