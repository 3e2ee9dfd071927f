//! Derivation: from documents back to the origins that answer for their claims.

use super::{Standing, accountable};
use crate::corpus::{Corpus, Stance};
use fixedbitset::FixedBitSet;

/// An origin, or somebody who passes on what it says, with all that is said so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Branch {
    /// The origin, by index.
    pub origin: usize,
    /// The unnamed sources that it quotes, by index. They are not told apart, and not counted.
    pub unnamed: FixedBitSet,
    /// Those who pass on what it says.
    pub branches: Vec<Branch>,
    /// The documents that it stands in, by index, each with the claims.
    pub documents: Vec<(usize, Vec<usize>)>,
}

/// The derivation of some claims, by index in ascending order: a branch for each origin that answers
/// for one, as they come.
#[must_use]
pub fn derivation(corpus: &Corpus, claims: impl Iterator<Item = usize>) -> Vec<Branch> {
    let mut roots: Vec<Branch> = Vec::new();
    for claim in claims {
        let chain = corpus.chain(claim);
        let origin = accountable(corpus, claim);
        let at = chain.iter().position(|&link| link == origin).unwrap_or_default();
        let mut branches = &mut roots;
        for (from, &link) in chain.iter().enumerate().take(at + 1).rev() {
            let place = branches.iter().position(|branch| branch.origin == link);
            let place = place.unwrap_or_else(|| {
                branches.push(Branch { origin: link, ..Branch::default() });
                branches.len() - 1
            });
            let Some(branch) = branches.get_mut(place) else { break };
            if from == at {
                branch.unnamed.extend(chain.iter().copied().skip(at + 1));
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

fn add(documents: &mut Vec<(usize, Vec<usize>)>, document: usize, claim: usize) {
    match documents.iter_mut().find(|(it, _)| *it == document) {
        Some((_, claims)) => claims.push(claim),
        None => documents.push((document, vec![claim])),
    }
}

/// What nobody has said of a transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// One independent origin stands behind it.
    OneOrigin,
    /// All that its origins say goes back to unnamed sources.
    NoNamedOrigin,
    /// No report prints a number.
    NoNumber,
    /// No report prints a date.
    NoDate,
    /// No authority of the supplier has said so.
    NotConfirmed,
}

impl Gap {
    /// All gaps, in the order in which they are listed.
    pub const ALL: [Self; 5] =
        [Self::OneOrigin, Self::NoNamedOrigin, Self::NoNumber, Self::NoDate, Self::NotConfirmed];
}

/// Whether a transfer has a gap, as far as its claims stand.
#[must_use]
pub fn has_gap(standing: Standing, transfer: usize, gap: Gap) -> bool {
    let corpus = standing.corpus;
    let asserting = super::backing(standing, transfer).asserting;
    let mut claims = standing.claims_of(transfer).filter(|&claim| {
        let counts = asserting.contains(accountable(corpus, claim));
        counts && corpus.claim(claim).stance == Stance::Asserts
    });
    match gap {
        Gap::OneOrigin => asserting.count_ones(..) < 2,
        Gap::NoNamedOrigin => claims.all(|claim| {
            corpus.chain(claim).last().is_some_and(|&root| corpus.origin(root).unnamed)
        }),
        Gap::NoNumber => super::quantities(standing, transfer).is_none(),
        Gap::NoDate => claims.all(|claim| {
            corpus.claim(claim).when.as_ref().is_none_or(crate::corpus::When::is_undated)
        }),
        Gap::NotConfirmed => {
            let supplier = Some(corpus.sides(transfer).0);
            !asserting.ones().any(|origin| corpus.speaks_for(origin) == supplier)
        }
    }
}
