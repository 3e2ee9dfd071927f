//! Distrust: which claims fall with whoever is not believed, and the corpus without them.

use super::accountable;
use crate::corpus::{ClaimId, ClaimSet, Corpus, OriginId, OriginSet, Stance, TransferId};

/// The corpus without the claims that have fallen. Whatever is said of a transfer is said of the claims
/// that stand.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'a> {
    /// The corpus.
    pub corpus: &'a Corpus,
    /// The claims that have fallen.
    pub fallen: &'a ClaimSet,
}

/// No claim has fallen.
static NONE: ClaimSet = ClaimSet::new();

impl<'a> Standing<'a> {
    /// The whole corpus: everybody is believed.
    #[must_use]
    pub fn all(corpus: &'a Corpus) -> Self {
        Self { corpus, fallen: &NONE }
    }

    /// The claims of a transfer that stand, in the documents' order.
    pub fn claims_of(self, transfer: TransferId) -> impl Iterator<Item = ClaimId> + 'a {
        let claims = self.corpus.claims_of(transfer).iter().copied();
        claims.filter(move |&claim| !self.fallen.contains(claim))
    }

    /// The claims that a claim contradicts, of those that stand.
    pub fn disputed_by(self, claim: ClaimId) -> impl Iterator<Item = ClaimId> + 'a {
        let claims = self.corpus.disputed_by(claim).iter().copied();
        claims.filter(move |&claim| !self.fallen.contains(claim))
    }
}

/// The claims that fall where some origins are not believed.
///
/// A claim falls with every link of its chain: with its root, and with whoever passes it on. What an
/// outlet says of a transfer for which it cites others, a headline over an agency's report, falls once
/// all that it cites has fallen: else whoever repeats a report would become its origin by distrust of
/// the origin.
#[must_use]
pub fn fallen(corpus: &Corpus, distrusted: &OriginSet) -> ClaimSet {
    let mut fallen = ClaimSet::new();
    if distrusted.is_empty() {
        return fallen;
    }
    for claim in corpus.claim_ids() {
        if corpus.chain(claim).iter().any(|&link| distrusted.contains(link)) {
            fallen.insert(claim);
        }
    }
    for transfer in corpus.transfer_ids() {
        while let Some(claim) = bereft(corpus, transfer, &fallen) {
            fallen.insert(claim);
        }
    }
    fallen
}

/// A claim of a transfer that still stands, and whose outlet cites others for the transfer, all of whom
/// have fallen.
fn bereft(corpus: &Corpus, transfer: TransferId, fallen: &ClaimSet) -> Option<ClaimId> {
    let claims = corpus.claims_of(transfer);
    for &claim in claims {
        let speaks_itself = corpus.chain(claim).len() == 1;
        if !speaks_itself || !is_asserted(corpus, claim) || fallen.contains(claim) {
            continue;
        }
        let origin = accountable(corpus, claim);
        let (mut any, mut all_fallen) = (false, true);
        for &other in claims {
            if cites(corpus, other, origin) {
                any = true;
                all_fallen &= fallen.contains(other);
            }
        }
        if any && all_fallen {
            return Some(claim);
        }
    }
    None
}

/// Whether an origin asserts something and cites somebody for it, named or not.
fn cites(corpus: &Corpus, claim: ClaimId, origin: OriginId) -> bool {
    let (_, citing) = corpus.chain(claim).split_last().expect("a chain begins with the outlet");
    is_asserted(corpus, claim) && citing.contains(&origin)
}

fn is_asserted(corpus: &Corpus, claim: ClaimId) -> bool {
    corpus.claim(claim).stance == Stance::Asserts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;
    use crate::evidence::fixture::{self, said};
    use crate::evidence::{backing, statuses};

    fn corpus() -> Corpus {
        Corpus::new(Source::read(crate::BUNDLED).expect("the asset")).expect("its references")
    }

    /// What falls with an origin, by id.
    fn falls(corpus: &Corpus, origin: &str) -> ClaimSet {
        fallen(corpus, &OriginSet::from_iter([self::origin(corpus, origin)]))
    }

    fn origin(corpus: &Corpus, id: &str) -> OriginId {
        corpus.find_origin(id).expect("an origin")
    }

    fn stands(corpus: &Corpus, fallen: &ClaimSet, claim: &str) -> bool {
        !fallen.contains(corpus.find_claim(claim).expect("a claim"))
    }

    #[test]
    fn a_claim_falls_with_every_link_of_its_chain() {
        let corpus = corpus();
        for claim in corpus.claim_ids() {
            for &link in corpus.chain(claim) {
                assert!(fallen(&corpus, &OriginSet::from_iter([link])).contains(claim));
            }
        }
    }

    #[test]
    fn whoever_is_quoted_with_a_denial_or_a_silence_is_no_support() {
        let corpus = corpus();
        let pakistan = falls(&corpus, "pakistan");
        assert!(stands(&corpus, &pakistan, "0e12-05") && stands(&corpus, &pakistan, "7ebd-10"));
        assert!(!stands(&corpus, &pakistan, "0e12-27"));
        let spokesman = falls(&corpus, "egypt-spokesman");
        assert!(stands(&corpus, &spokesman, "7ebd-04") && stands(&corpus, &spokesman, "0e12-15"));
    }

    #[test]
    fn a_headline_falls_with_the_last_that_it_stands_over() {
        // The headline is the outlet's own; the text below it cites two.
        let corpus = fixture::corpus(&[("a", vec![said(&[]), said(&["x"]), said(&["y"])])]);
        let (x, y) = (origin(&corpus, "x"), origin(&corpus, "y"));
        let falls = |some: &[OriginId]| fallen(&corpus, &some.iter().copied().collect());
        assert!(stands(&corpus, &falls(&[x]), "0-0"));
        assert!(!stands(&corpus, &falls(&[x, y]), "0-0"));
    }

    #[test]
    fn an_account_of_its_own_outlives_another() {
        let corpus = corpus();
        let romanenko = falls(&corpus, "romanenko");
        assert!(stands(&corpus, &romanenko, "7ebd-28"));
    }

    #[test]
    fn what_falls_counts_no_more() {
        let corpus = corpus();
        let transfer = corpus.find_transfer("prk-rus-munitions-2023").expect("a transfer");
        let none = ClaimSet::new();
        let wsj = falls(&corpus, "wsj");
        let count =
            |fallen| backing(Standing { corpus: &corpus, fallen }, transfer).asserting.len();
        assert_eq!((count(&none), count(&wsj)), (2, 1));
        // Nobody becomes an origin by distrust, but for who quotes sources of its own.
        for origin in corpus.origin_ids() {
            let fallen = fallen(&corpus, &OriginSet::from_iter([origin]));
            for transfer in corpus.transfer_ids() {
                let before = backing(Standing::all(&corpus), transfer);
                let standing = Standing { corpus: &corpus, fallen: &fallen };
                let after = backing(standing, transfer);
                let id = (&corpus.origin(origin).id, &corpus.transfer(transfer).id);
                for origin in after.asserting.difference(&before.asserting) {
                    let claims = standing.claims_of(transfer);
                    let mut quoting = claims.filter(|&claim| {
                        accountable(&corpus, claim) == origin && corpus.chain(claim).len() > 1
                    });
                    assert!(quoting.next().is_some(), "{id:?}");
                }
                assert!(!statuses(standing, transfer).is_empty());
            }
        }
    }
}
