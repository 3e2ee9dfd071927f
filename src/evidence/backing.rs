//! Independent origins: who stands behind a transfer, however many outlets repeat it.

use crate::corpus::{Corpus, Stance};
use std::collections::BTreeSet;

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
    /// The independent origins that say it is so.
    pub asserting: BTreeSet<usize>,
    /// The independent origins that say it is not so.
    pub denying: BTreeSet<usize>,
    /// The documents that speak of it.
    pub documents: BTreeSet<usize>,
}

/// Who stands behind a transfer, from all its claims.
///
/// Whoever cites somebody for a transfer is no origin of its own for it: a paper's headline over
/// an agency's report adds nothing to the report.
#[must_use]
pub fn backing(corpus: &Corpus, transfer: usize) -> Backing {
    let mut backing = Backing::default();
    let mut relays = BTreeSet::new();
    for &claim in corpus.claims_of(transfer) {
        let origin = accountable(corpus, claim);
        relays.extend(corpus.chain(claim).iter().take_while(|&&link| link != origin));
        backing.documents.insert(corpus.document_of(claim));
        match corpus.claim(claim).stance {
            Stance::Asserts => backing.asserting.insert(origin),
            Stance::Denies => backing.denying.insert(origin),
            Stance::DeclinesComment | Stance::LeavesOpen => false,
        };
    }
    // Two that only cite each other would leave nobody; then both stay.
    if !backing.asserting.is_subset(&relays) {
        backing.asserting.retain(|origin| !relays.contains(origin));
    }
    backing
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
pub fn summary(corpus: &Corpus, transfers: &[usize]) -> Summary {
    let mut documents = BTreeSet::<usize>::new();
    let mut origins = BTreeSet::<usize>::new();
    let mut suppliers = BTreeSet::<usize>::new();
    let mut confirmed_by_both = 0;
    for &transfer in transfers {
        let backing = backing(corpus, transfer);
        let (from, to) = corpus.sides(transfer);
        let speaks =
            |side| backing.asserting.iter().any(|&origin| corpus.speaks_for(origin) == Some(side));
        confirmed_by_both += usize::from(speaks(from) && speaks(to));
        suppliers.insert(from);
        origins.extend(&backing.asserting);
        documents.extend(backing.documents);
    }
    Summary {
        documents: documents.len(),
        origins: origins.len(),
        transfers: transfers.len(),
        suppliers: suppliers.len(),
        confirmed_by_both,
    }
}
