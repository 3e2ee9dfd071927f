//! Distrust: which claims fall with whoever is not believed, and the corpus without them.

use super::accountable;
use crate::corpus::{Corpus, Stance};
use fixedbitset::FixedBitSet;

/// The corpus without the claims that have fallen. Whatever is said of a transfer is said of the claims
/// that stand.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'a> {
    /// The corpus.
    pub corpus: &'a Corpus,
    /// The claims that have fallen, by index.
    pub fallen: &'a FixedBitSet,
}

/// No claim has fallen.
static NONE: FixedBitSet = FixedBitSet::new();

impl<'a> Standing<'a> {
    /// The whole corpus: everybody is believed.
    #[must_use]
    pub fn all(corpus: &'a Corpus) -> Self {
        Self { corpus, fallen: &NONE }
    }

    /// The claims of a transfer that stand, in the documents' order.
    pub fn claims_of(self, transfer: usize) -> impl Iterator<Item = usize> + 'a {
        let claims = self.corpus.claims_of(transfer).iter().copied();
        claims.filter(move |&claim| !self.fallen.contains(claim))
    }

    /// The claims that a claim contradicts, of those that stand.
    pub fn disputed_by(self, claim: usize) -> impl Iterator<Item = usize> + 'a {
        let claims = self.corpus.disputed_by(claim).iter().copied();
        claims.filter(move |&claim| !self.fallen.contains(claim))
    }
}

/// The claims that fall where some origins, by index, are not believed.
///
/// A claim falls with every link of its chain: with its root, and with whoever passes it on. What an
/// outlet says of a transfer for which it cites others, a headline over an agency's report, falls once
/// all that it cites has fallen: else whoever repeats a report would become its origin by distrust of
/// the origin.
#[must_use]
pub fn fallen(corpus: &Corpus, distrusted: &FixedBitSet) -> FixedBitSet {
    let mut fallen = FixedBitSet::with_capacity(corpus.claim_count());
    if distrusted.is_clear() {
        return fallen;
    }
    let is_distrusted =
        |claim: &usize| corpus.chain(*claim).iter().any(|&link| distrusted.contains(link));
    fallen.extend((0..corpus.claim_count()).filter(is_distrusted));
    for transfer in 0..corpus.source().transfers.len() {
        while let Some(claim) = bereft(corpus, transfer, &fallen) {
            fallen.insert(claim);
        }
    }
    fallen
}

/// A claim of a transfer that still stands, and whose outlet cites others for the transfer, all of whom
/// have fallen.
fn bereft(corpus: &Corpus, transfer: usize, fallen: &FixedBitSet) -> Option<usize> {
    let claims = corpus.claims_of(transfer).iter().copied();
    let mut standing = claims
        .clone()
        .filter(|&claim| corpus.claim(claim).stance == Stance::Asserts && !fallen.contains(claim));
    standing.find(|&claim| {
        let origin = accountable(corpus, claim);
        let mut cited = claims.clone().filter(|&other| passes_on(corpus, other, origin)).peekable();
        cited.peek().is_some() && cited.all(|other| fallen.contains(other))
    })
}

/// Whether an origin passes a claim on, and does not answer for it.
fn passes_on(corpus: &Corpus, claim: usize, origin: usize) -> bool {
    let answers = accountable(corpus, claim);
    let mut links = corpus.chain(claim).iter().take_while(|&&link| link != answers);
    links.any(|&link| link == origin)
}
