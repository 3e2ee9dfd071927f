//! Derivation: from documents back to the origins that answer for their claims.

use super::chronology::names_a_time;
use super::disagreement::assertions;
use super::{Trust, accountable, is_confirmed_by, is_unsourced};
use crate::corpus::{Claim, ClaimId, Corpus, DocumentId, OriginId, OriginSet, TransferId};

/// An origin, or somebody who passes on what it says, with all that is said so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The origin.
    pub origin: OriginId,
    /// The unnamed sources that it quotes. They are not told apart, and not counted.
    pub unnamed: OriginSet,
    /// Those who pass on what it says.
    pub branches: Vec<Branch>,
    /// The documents that it stands in, each with the claims.
    pub documents: Vec<(DocumentId, Vec<ClaimId>)>,
}

impl Branch {
    fn new(origin: OriginId) -> Self {
        let (unnamed, branches, documents) = (OriginSet::new(), Vec::new(), Vec::new());
        Self { origin, unnamed, branches, documents }
    }
}

/// The derivation of some claims, in ascending order: a branch for each origin that answers
/// for one, as they come.
#[must_use]
pub fn derivation(corpus: &Corpus, claims: &[ClaimId]) -> Vec<Branch> {
    let mut roots: Vec<Branch> = Vec::new();
    for &claim in claims {
        let chain = corpus.chain(claim);
        let origin = accountable(corpus, claim);
        let at = chain.iter().position(|&link| link == origin);
        let at = at.expect("who answers for a claim stands in its chain");
        let (passing_on, unnamed) = chain.split_at(at + 1);
        let mut branches = &mut roots;
        for (from, &link) in passing_on.iter().enumerate().rev() {
            let place = branches.iter().position(|branch| branch.origin == link);
            let place = place.unwrap_or_else(|| {
                branches.push(Branch::new(link));
                branches.len() - 1
            });
            let branch = branches.get_mut(place).expect("it was found or pushed there");
            if from == at {
                branch.unnamed.extend(unnamed.iter().copied());
            }
            if from == 0 {
                add(&mut branch.documents, corpus.document_of(claim), claim);
                break;
            }
            branches = &mut branch.branches;
        }
    }
    roots
}

fn add(documents: &mut Vec<(DocumentId, Vec<ClaimId>)>, document: DocumentId, claim: ClaimId) {
    match documents.iter_mut().find(|(it, _)| *it == document) {
        Some((_, claims)) => claims.push(claim),
        None => documents.push((document, vec![claim])),
    }
}

/// What nobody has said of a transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Those who say so name no source.
    NoSource,
    /// Whoever it went back to is discounted.
    NoOrigin,
    /// One origin stands behind it.
    OneOrigin,
    /// Each of its origins rests on unnamed people for it, or is reached only through one.
    NoNamedOrigin,
    /// No report prints a number that sets a bound.
    NoNumber,
    /// No report says when: the chronology has nothing to draw there, nor to quote.
    NoDate,
    /// No authority of the supplier has said that it is agreed or delivered.
    NotConfirmed,
}

impl Gap {
    /// All gaps, in the order in which they are listed.
    pub const ALL: [Self; 7] = [
        Self::NoSource,
        Self::NoOrigin,
        Self::OneOrigin,
        Self::NoNamedOrigin,
        Self::NoNumber,
        Self::NoDate,
        Self::NotConfirmed,
    ];
}

/// Whether a transfer has a gap, by those of its claims that count.
#[must_use]
pub fn has_gap(trust: Trust, transfer: TransferId, gap: Gap) -> bool {
    let corpus = trust.corpus;
    let backing = super::backing(trust, transfer);
    let super::Backing { asserting, hollow, .. } = &backing;
    let assertions = assertions(trust, transfer);
    let says_itself = |&(claim, _): &(ClaimId, _)| is_unsourced(corpus, claim);
    let has_source = assertions.is_empty() || !assertions.iter().all(says_itself);
    match gap {
        Gap::NoSource => !has_source,
        Gap::NoOrigin => has_source && asserting.is_empty(),
        Gap::OneOrigin => asserting.len() == 1,
        Gap::NoNamedOrigin => !asserting.is_empty() && asserting.is_subset(hollow),
        Gap::NoNumber => {
            let bounded =
                |(_, it): &(_, &Claim)| it.quantity.as_ref().is_some_and(|it| !it.is_vague());
            !assertions.iter().any(bounded)
        }
        Gap::NoDate => !assertions.iter().any(|(_, it)| it.when.as_ref().is_some_and(names_a_time)),
        Gap::NotConfirmed => !is_confirmed_by(trust, transfer, &backing, corpus.sides(transfer).0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;
    use expect_test::expect;

    fn corpus() -> Corpus {
        Corpus::new(Source::read(crate::BUNDLED).expect("the asset")).expect("its references")
    }

    fn written(corpus: &Corpus, branches: &[Branch], indent: usize) -> String {
        let id = |origin: OriginId| corpus.origin(origin).id.as_str();
        let claims = |claims: &[ClaimId]| {
            claims.iter().map(|&it| corpus.claim(it).id.as_str()).collect::<Vec<_>>().join(" ")
        };
        let branches = branches.iter().map(|branch| {
            let unnamed: Vec<&str> = branch.unnamed.iter().map(id).collect();
            let documents: Vec<String> = branch.documents.iter().map(|it| claims(&it.1)).collect();
            let (line, below) = (id(branch.origin), written(corpus, &branch.branches, indent + 1));
            format!("{}{line} {unnamed:?} {}\n{below}", "  ".repeat(indent), documents.join(" | "))
        });
        branches.collect()
    }

    #[test]
    fn reports_come_down_to_their_origins() {
        let corpus = corpus();
        let transfer = corpus.find_transfer("egy-rus-engines");
        let claims = corpus.claims_of(transfer.expect("a transfer"));
        let tree = written(&corpus, &derivation(&corpus, claims), 0);
        expect![[r#"
            wsj ["wsj-three-persons", "wsj-sources"] 
              merkur [] 0e12-06 0e12-15
              al-jazeera [] 7ebd-04 7ebd-05 7ebd-06
            merkur [] 0e12-29
            egypt-spokesman [] 
              wsj [] 
                al-jazeera [] 7ebd-07
            al-jazeera [] 7ebd-08
        "#]]
        .assert_eq(&tree);
    }

    /// Every claim stands in the tree once, below whoever answers for it.
    #[test]
    fn no_claim_is_lost() {
        fn count(branches: &[Branch]) -> usize {
            let own =
                |it: &Branch| it.documents.iter().map(|(_, claims)| claims.len()).sum::<usize>();
            branches.iter().map(|it| own(it) + count(&it.branches)).sum()
        }
        let corpus = corpus();
        let tree = derivation(&corpus, &corpus.claim_ids().collect::<Vec<_>>());
        assert_eq!(count(&tree), corpus.claim_count());
    }

    #[test]
    fn the_gaps_of_the_corpus() {
        let corpus = corpus();
        let mut lines = Vec::new();
        for gap in Gap::ALL {
            let all = corpus.transfer_ids();
            let has = all.filter(|&it| has_gap(Trust::all(&corpus), it, gap));
            let ids: Vec<&str> = has.map(|it| corpus.transfer(it).id.as_str()).collect();
            lines.push(format!("{gap:?}: {}", ids.join(" ")));
        }
        expect![[r#"
            NoSource: rus-egy-debt rus-egy-wheat irn-rus-drones-2022
            NoOrigin: 
            OneOrigin: egy-rus-engines blr-rus-helicopters bra-rus-helicopters pak-rus-helicopters egy-rus-rockets prk-rus-munitions-2022 prk-rus-equipment irn-rus-drones irn-rus-drone-plant usa-ukr-aid
            NoNamedOrigin: egy-rus-engines blr-rus-helicopters bra-rus-helicopters pak-rus-helicopters prk-rus-equipment
            NoNumber: blr-rus-helicopters pak-rus-helicopters rus-egy-debt rus-egy-wheat prk-rus-munitions-2023 prk-rus-equipment irn-rus-drones-2022 irn-rus-drone-plant irn-rus-missiles usa-ukr-aid xws-ukr-arms
            NoDate: blr-rus-helicopters bra-rus-helicopters pak-rus-helicopters rus-egy-debt rus-egy-wheat prk-rus-munitions-2023 irn-rus-drones irn-rus-drone-plant usa-ukr-aid xws-ukr-arms
            NotConfirmed: egy-rus-engines blr-rus-helicopters bra-rus-helicopters pak-rus-helicopters rus-egy-debt rus-egy-wheat egy-rus-rockets prk-rus-munitions-2022 prk-rus-munitions-2023 prk-rus-equipment irn-rus-drones-2022 irn-rus-drones irn-rus-drone-plant irn-rus-missiles usa-ukr-aid xws-ukr-arms"#]].assert_eq(&lines.join("\n"));
    }
}
