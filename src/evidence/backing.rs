//! Independent origins: who stands behind a transfer, however many outlets repeat it.

use super::Standing;
use crate::corpus::{Corpus, Stance};
use fixedbitset::FixedBitSet;

/// The origin that answers for a claim: the root of its chain, or, where the root is unnamed, the
/// nearest named origin that vouches for it.
///
/// Unnamed sources cannot be told apart, so they are neither merged with each other nor counted
/// beside the one who quotes them.
#[must_use]
pub fn accountable(corpus: &Corpus, claim: usize) -> usize {
    let chain = corpus.chain(claim);
    let named = chain.iter().rev().find(|&&origin| !corpus.origin(origin).unnamed);
    named.or(chain.first()).copied().unwrap_or_default()
}

/// Who stands behind a transfer, and who against it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backing {
    /// The independent origins that say it is so, by index.
    pub asserting: FixedBitSet,
    /// The independent origins that say it is not so, by index.
    pub denying: FixedBitSet,
    /// The documents that speak of it, by index.
    pub documents: FixedBitSet,
}

/// Who stands behind a transfer, from all its claims that stand.
///
/// Whoever cites somebody for a transfer is no origin of its own for it: a paper's headline over
/// an agency's report adds nothing to the report. To quote a denial or a silence is not to cite
/// somebody for it.
#[must_use]
pub fn backing(standing: Standing, transfer: usize) -> Backing {
    let corpus = standing.corpus;
    let mut backing = Backing::default();
    let mut relays = FixedBitSet::new();
    for claim in standing.claims_of(transfer) {
        let origin = accountable(corpus, claim);
        let is_asserted = corpus.claim(claim).stance == Stance::Asserts;
        for &link in corpus.chain(claim) {
            if !is_asserted || link == origin {
                break;
            }
            relays.grow_and_insert(link);
        }
        backing.documents.grow_and_insert(corpus.document_of(claim));
        match corpus.claim(claim).stance {
            Stance::Asserts => backing.asserting.grow_and_insert(origin),
            Stance::Denies => backing.denying.grow_and_insert(origin),
            Stance::DeclinesComment | Stance::LeavesOpen => {}
        }
    }
    // Two that only cite each other would leave nobody; then both stay.
    if !backing.asserting.is_subset(&relays) {
        backing.asserting.difference_with(&relays);
    }
    backing
}

/// How many transfers are left without an origin that asserts them.
#[must_use]
pub fn orphaned(standing: Standing) -> usize {
    let mut count = 0;
    for transfer in 0..standing.corpus.source().transfers.len() {
        count += usize::from(backing(standing, transfer).asserting.is_clear());
    }
    count
}

/// The documents that speak of some transfers, by index.
#[must_use]
pub fn documents(standing: Standing, transfers: &[usize]) -> FixedBitSet {
    let mut documents = FixedBitSet::new();
    for &transfer in transfers {
        documents.union_with(&backing(standing, transfer).documents);
    }
    documents
}

/// What a set of transfers comes to, in figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The documents that speak of them.
    pub documents: usize,
    /// The independent origins that assert them.
    pub origins: usize,
    /// The transfers.
    pub transfers: usize,
    /// The countries, and groups of countries, that are said to supply.
    pub suppliers: usize,
    /// The transfers that an authority of each side has asserted.
    pub confirmed_by_both: usize,
}

/// What a set of transfers comes to, in figures.
#[must_use]
pub fn summary(standing: Standing, transfers: &[usize]) -> Summary {
    let corpus = standing.corpus;
    let mut documents = FixedBitSet::new();
    let mut origins = FixedBitSet::new();
    let mut suppliers = FixedBitSet::new();
    let mut confirmed_by_both = 0;
    for &transfer in transfers {
        let backing = backing(standing, transfer);
        let (from, to) = corpus.sides(transfer);
        let (mut supplier, mut receiver) = (false, false);
        for origin in backing.asserting.ones() {
            let side = corpus.speaks_for(origin);
            supplier |= side == Some(from);
            receiver |= side == Some(to);
        }
        confirmed_by_both += usize::from(supplier && receiver);
        suppliers.grow_and_insert(from);
        origins.union_with(&backing.asserting);
        documents.union_with(&backing.documents);
    }
    Summary {
        documents: documents.count_ones(..),
        origins: origins.count_ones(..),
        transfers: transfers.len(),
        suppliers: suppliers.count_ones(..),
        confirmed_by_both,
    }
}
