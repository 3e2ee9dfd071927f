//! Gaps: what nobody has said of a transfer.

use super::chronology::names_a_time;
use super::disagreement::{Assertion, assertions};
use super::{Backing, Trust, is_confirmed_by, is_unsourced};
use crate::corpus::{Claim, ClaimId, TransferId};

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
    let backing = super::backing(trust, transfer);
    has(trust, transfer, &backing, &assertions(trust, transfer), gap)
}

/// The gaps that a transfer has, by those of its claims that count.
pub(super) fn gaps_of(
    trust: Trust,
    transfer: TransferId,
    backing: &Backing,
) -> impl Iterator<Item = Gap> {
    let assertions = assertions(trust, transfer);
    Gap::ALL.into_iter().filter(move |&it| has(trust, transfer, backing, &assertions, it))
}

fn has(
    trust: Trust,
    transfer: TransferId,
    backing: &Backing,
    assertions: &[Assertion],
    gap: Gap,
) -> bool {
    let corpus = trust.corpus;
    let Backing { asserting, hollow, .. } = backing;
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
        Gap::NotConfirmed => !is_confirmed_by(trust, transfer, backing, corpus.sides(transfer).0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Corpus, Source};
    use expect_test::expect;

    fn corpus() -> Corpus {
        Corpus::new(Source::read(crate::BUNDLED).expect("the asset")).expect("its references")
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
