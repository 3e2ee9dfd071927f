//! Gaps: what nobody has said of a transfer.

use super::chronology::names_a_time;
use super::disagreement::{Assertion, assertions};
use super::{Backing, Trust, is_confirmed_by, is_unsourced};
use crate::corpus::{Claim, Corpus, TransferId};

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

/// The gaps that a transfer has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gaps([bool; Gap::ALL.len()]);

impl Gaps {
    /// By who stands behind it, by what is asserted, and by whether the supplier's authorities have confirmed it.
    pub(super) fn of(
        corpus: &Corpus,
        backing: &Backing,
        said: &[Assertion],
        is_confirmed: bool,
    ) -> Self {
        let Backing { asserting, hollow, .. } = backing;
        let has_source = said.is_empty() || !said.iter().all(|it| is_unsourced(corpus, it.0));
        let is_bounded = |it: &Claim| it.quantity.as_ref().is_some_and(|it| !it.is_vague());
        let is_dated = |it: &Claim| it.when.as_ref().is_some_and(names_a_time);
        Self(Gap::ALL.map(|gap| match gap {
            Gap::NoSource => !has_source,
            Gap::NoOrigin => has_source && asserting.is_empty(),
            Gap::OneOrigin => asserting.len() == 1,
            Gap::NoNamedOrigin => !asserting.is_empty() && asserting.is_subset(hollow),
            Gap::NoNumber => !said.iter().any(|it| is_bounded(it.1)),
            Gap::NoDate => !said.iter().any(|it| is_dated(it.1)),
            Gap::NotConfirmed => !is_confirmed,
        }))
    }

    /// Those that it has, in the order in which they are listed.
    pub fn iter(&self) -> impl Iterator<Item = Gap> {
        Gap::ALL.into_iter().zip(self.0).filter_map(|(gap, has)| has.then_some(gap))
    }
}

/// Whether a transfer has a gap, by those of its claims that count.
#[must_use]
pub fn has_gap(trust: Trust, transfer: TransferId, gap: Gap) -> bool {
    let backing = super::backing(trust, transfer);
    let (supplier, _) = trust.corpus.sides(transfer);
    let is_confirmed = is_confirmed_by(trust, transfer, &backing, supplier);
    let said = assertions(trust, transfer);
    Gaps::of(trust.corpus, &backing, &said, is_confirmed).iter().any(|it| it == gap)
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
