//! Trust: which claims are discounted with whoever is not believed, and the corpus without them.

use super::accountable;
use crate::corpus::{ClaimId, ClaimSet, Corpus, OriginId, OriginSet, Stance, TransferId};

/// The corpus without the claims that are discounted. Whatever is said of a transfer is said of the claims
/// that count.
#[derive(Clone, Copy, Debug)]
pub struct Trust<'a> {
    /// The corpus.
    pub corpus: &'a Corpus,
    /// The claims that are discounted.
    pub discounted: &'a ClaimSet,
}

/// No claim is discounted.
static NONE: ClaimSet = ClaimSet::new();

impl<'a> Trust<'a> {
    /// The whole corpus: everybody is believed.
    #[must_use]
    pub fn all(corpus: &'a Corpus) -> Self {
        Self { corpus, discounted: &NONE }
    }

    /// The claims of a transfer that count, in the documents' order.
    pub fn claims_of(self, transfer: TransferId) -> impl Iterator<Item = ClaimId> + 'a {
        let claims = self.corpus.claims_of(transfer).iter().copied();
        claims.filter(move |&claim| !self.discounted.contains(claim))
    }

    /// The claims that a claim contradicts, of those that count.
    pub fn disputes_of(self, claim: ClaimId) -> impl Iterator<Item = ClaimId> + 'a {
        let claims = self.corpus.disputes_of(claim).iter().copied();
        claims.filter(move |&claim| !self.discounted.contains(claim))
    }
}

/// The claims that are discounted where some origins are not believed.
///
/// A claim is discounted with every link of its chain: with its root, and with whoever passes it on. What an
/// outlet says of a transfer for which it cites others, a headline over an agency's report or that nobody could
/// check it, is discounted once all that it cites is: else whoever repeats a report would become its origin by
/// distrust of the origin.
#[must_use]
pub fn discounted(corpus: &Corpus, distrusted: &OriginSet) -> ClaimSet {
    let mut discounted = ClaimSet::new();
    if distrusted.is_empty() {
        return discounted;
    }
    for claim in corpus.claim_ids() {
        if corpus.chain(claim).iter().any(|&link| distrusted.contains(link)) {
            discounted.insert(claim);
        }
    }
    for transfer in corpus.transfer_ids() {
        while let Some(claim) = bereft(corpus, transfer, &discounted) {
            discounted.insert(claim);
        }
    }
    discounted
}

/// A claim of a transfer that still counts, and whose outlet cites others for the transfer, all of whom
/// are discounted.
fn bereft(corpus: &Corpus, transfer: TransferId, discounted: &ClaimSet) -> Option<ClaimId> {
    let claims = corpus.claims_of(transfer);
    for &claim in claims {
        let speaks_itself = corpus.chain(claim).len() == 1;
        let depends = matches!(corpus.claim(claim).stance, Stance::Asserts | Stance::LeavesOpen);
        if !speaks_itself || !depends || discounted.contains(claim) {
            continue;
        }
        let origin = accountable(corpus, claim);
        let (mut any, mut all_discounted) = (false, true);
        for &other in claims {
            if cites(corpus, other, origin) {
                any = true;
                all_discounted &= discounted.contains(other);
            }
        }
        if any && all_discounted {
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

    /// What is discounted with an origin, by id.
    fn falls(corpus: &Corpus, origin: &str) -> ClaimSet {
        discounted(corpus, &OriginSet::from_iter([self::origin(corpus, origin)]))
    }

    fn origin(corpus: &Corpus, id: &str) -> OriginId {
        corpus.find_origin(id).expect("an origin")
    }

    fn stands(corpus: &Corpus, discounted: &ClaimSet, claim: &str) -> bool {
        !discounted.contains(corpus.find_claim(claim).expect("a claim"))
    }

    #[test]
    fn a_claim_falls_with_every_link_of_its_chain() {
        let corpus = corpus();
        for claim in corpus.claim_ids() {
            for &link in corpus.chain(claim) {
                assert!(discounted(&corpus, &OriginSet::from_iter([link])).contains(claim));
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
        let falls = |some: &[OriginId]| discounted(&corpus, &some.iter().copied().collect());
        assert!(stands(&corpus, &falls(&[x]), "0-0"));
        assert!(!stands(&corpus, &falls(&[x, y]), "0-0"));
    }

    #[test]
    fn what_could_not_be_checked_falls_with_what_was_to_be() {
        let open = said(&[]).stance("leaves_open");
        let corpus = fixture::corpus(&[("a", vec![said(&["x"]), open.clone()]), ("b", vec![open])]);
        let x = falls(&corpus, "x");
        assert!(!stands(&corpus, &x, "0-1"));
        // Whoever cites nobody for it speaks of something else than x.
        assert!(stands(&corpus, &x, "1-0"));
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
            |discounted| backing(Trust { corpus: &corpus, discounted }, transfer).asserting.len();
        assert_eq!((count(&none), count(&wsj)), (2, 1));
        // Nobody becomes an origin by distrust, but for who quotes sources of its own.
        for origin in corpus.origin_ids() {
            let discounted = discounted(&corpus, &OriginSet::from_iter([origin]));
            for transfer in corpus.transfer_ids() {
                let before = backing(Trust::all(&corpus), transfer);
                let trust = Trust { corpus: &corpus, discounted: &discounted };
                let after = backing(trust, transfer);
                let id = (&corpus.origin(origin).id, &corpus.transfer(transfer).id);
                for origin in after.asserting.difference(&before.asserting) {
                    let claims = trust.claims_of(transfer);
                    let mut quoting = claims.filter(|&claim| {
                        accountable(&corpus, claim) == origin && corpus.chain(claim).len() > 1
                    });
                    assert!(quoting.next().is_some(), "{id:?}");
                }
                assert!(!statuses(trust, transfer).is_empty());
            }
        }
    }
}
