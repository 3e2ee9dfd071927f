//! Trust: which claims are discounted with whoever is not believed, and the corpus without them.

use super::{accountable, origins::says_as_much};
use crate::corpus::{
    ClaimId, ClaimSet, Corpus, HashMap, IdVec, OriginId, OriginSet, Stance, Status, TransferId,
};

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
/// outlet says of a transfer for which it cites others who say as much, a headline over an agency's report, is
/// discounted once all of these are: else whoever repeats a report would stand for it by distrust of the origin.
/// A denial, and what is left open, goes with the last of what it speaks of; and where nobody is left who asserts a
/// transfer, whatever else is said of it, such as a silence.
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
        let claims = corpus.claims_of(transfer);
        // What is left without support had some that falls.
        if !claims.iter().any(|it| discounted.contains(*it)) {
            continue;
        }
        let bereft = bereft(corpus, claims, &discounted);
        discounted.extend(bereft);
        let mut asserting = claims.iter().filter(|&&it| is_asserted(corpus, it)).peekable();
        if asserting.peek().is_some() && asserting.all(|&it| discounted.contains(it)) {
            discounted.extend(claims.iter().copied());
        }
    }
    drop_with_what_they_speak_of(corpus, &mut discounted);
    discounted
}

/// The assertions of a transfer that still count, and whose outlets cite others who say as much, all of whom are
/// discounted. These cite nobody, so that nothing else falls with them.
fn bereft(corpus: &Corpus, claims: &[ClaimId], discounted: &ClaimSet) -> Vec<ClaimId> {
    // Whether anything still counts of what an origin cites others for, status by status.
    let mut is_borne_out: HashMap<(OriginId, Status), bool> = HashMap::default();
    let asserted = claims.iter().copied().filter(|&it| is_asserted(corpus, it));
    for claim in asserted.clone() {
        let (_, citing) = corpus.chain(claim).split_last().expect("a chain begins with the outlet");
        for &origin in citing {
            let cited = (origin, corpus.claim(claim).status);
            *is_borne_out.entry(cited).or_default() |= !discounted.contains(claim);
        }
    }
    let is_bereft = |&claim: &ClaimId| {
        if corpus.chain(claim).len() > 1 || discounted.contains(claim) {
            return false;
        }
        let (origin, said) = (accountable(corpus, claim), corpus.claim(claim).status);
        let bears_out = Status::ALL.into_iter().filter(|it| says_as_much(*it, said));
        let mut cited = bears_out.filter_map(|it| is_borne_out.get(&(origin, it))).peekable();
        cited.peek().is_some() && cited.all(|is_borne_out| !is_borne_out)
    };
    asserted.filter(is_bereft).collect()
}

/// Discounts what asserts nothing, once all of what it speaks of is: a denial, what is left open, and whatever speaks of
/// these alone, in whatever order the documents come.
fn drop_with_what_they_speak_of(corpus: &Corpus, discounted: &mut ClaimSet) {
    // Of what each claim speaks of, how much still counts.
    let counting =
        |claim| corpus.disputes_of(claim).iter().filter(|it| !discounted.contains(**it)).count();
    let mut left: IdVec<ClaimId, usize> = corpus.claim_ids().map(counting).collect();
    let is_bereft = |it: &ClaimId| left[*it] == 0 && !corpus.disputes_of(*it).is_empty();
    let mut waiting: Vec<ClaimId> = corpus.claim_ids().filter(is_bereft).collect();
    while let Some(claim) = waiting.pop() {
        if is_asserted(corpus, claim) || discounted.contains(claim) {
            continue;
        }
        discounted.insert(claim);
        for &speaking in corpus.disputed_by(claim) {
            left[speaking] -= 1;
            if left[speaking] == 0 {
                waiting.push(speaking);
            }
        }
    }
}

fn is_asserted(corpus: &Corpus, claim: ClaimId) -> bool {
    corpus.claim(claim).stance == Stance::Asserts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;
    use crate::evidence::fixture::{self, said};
    use crate::evidence::{backing, differences};

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
    fn what_says_more_than_it_cites_does_not_fall_with_it() {
        let planned = said(&[]).status("planned");
        let documents = [("a", vec![planned, said(&["x"]).status("cancelled")])];
        let corpus = fixture::corpus(&documents);
        assert!(stands(&corpus, &falls(&corpus, "x"), "0-0"));
    }

    #[test]
    fn what_could_not_be_checked_falls_with_what_was_to_be() {
        let open = said(&[]).stance("leaves_open");
        let (one, other) = (vec![said(&["x"]), open.clone()], vec![said(&["y"]), open]);
        let corpus = fixture::corpus(&[("a", one.clone())]);
        assert!(!stands(&corpus, &falls(&corpus, "x"), "0-1"));
        // While somebody asserts it, it stands.
        let corpus = fixture::corpus(&[("a", one), ("b", other)]);
        let x = falls(&corpus, "x");
        assert!(stands(&corpus, &x, "0-1") && stands(&corpus, &x, "1-1"));
    }

    #[test]
    fn a_denial_falls_with_the_last_of_what_it_denies() {
        let denied = said(&["z"]).stance("denies").disputes(&["0-0"]);
        let corpus = fixture::corpus(&[("a", vec![said(&["x"]), said(&["y"]), denied])]);
        assert!(!stands(&corpus, &falls(&corpus, "x"), "0-2"));
        // What others assert it does not deny.
        assert!(stands(&corpus, &falls(&corpus, "y"), "0-2"));
    }

    #[test]
    fn what_falls_takes_along_whatever_speaks_of_it_alone_in_any_order() {
        // The document that comes first leaves open what another denies of a third.
        let open = said(&["y"]).stance("leaves_open").disputes(&["1-0"]);
        let denied = said(&["z"]).stance("denies").disputes(&["2-0"]);
        let documents =
            [("a", vec![open]), ("b", vec![denied]), ("c", vec![said(&["x"]), said(&["z"])])];
        let corpus = fixture::corpus(&documents);
        let x = falls(&corpus, "x");
        assert!(!stands(&corpus, &x, "1-0") && !stands(&corpus, &x, "0-0"));
        assert!(stands(&corpus, &x, "2-1"));
    }

    #[test]
    fn what_nobody_asserts_any_more_is_not_denied_either() {
        let denied = said(&["y"]).stance("denies").disputes(&["0-0"]);
        let silent = said(&["z"]).stance("declines_comment");
        let corpus = fixture::corpus(&[("a", vec![said(&["x"]), denied.clone(), silent])]);
        let x = falls(&corpus, "x");
        assert!(["0-0", "0-1", "0-2"].iter().all(|it| !stands(&corpus, &x, it)));
        // A denial of what the corpus has nobody assert is said all the same.
        let alone = fixture::corpus(&[("a", vec![said(&["y"]).stance("denies")])]);
        assert!(stands(&alone, &falls(&alone, "x"), "0-0"));
    }

    #[test]
    fn a_denial_does_not_outlive_both_who_are_denied() {
        let corpus = corpus();
        let transfer = corpus.find_transfer("prk-rus-munitions-2023").expect("a transfer");
        let both = ["wsj", "south-korea"].map(|id| origin(&corpus, id));
        let both = discounted(&corpus, &OriginSet::from_iter(both));
        let trust = Trust { corpus: &corpus, discounted: &both };
        assert_eq!(trust.claims_of(transfer).next(), None);
        assert!(!differences(trust, transfer).any());
        assert!(differences(Trust::all(&corpus), transfer).is_denied());
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
            }
        }
    }
}
