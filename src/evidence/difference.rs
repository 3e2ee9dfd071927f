//! Where the claims of one transfer differ, and in what.

use super::Standing;
use crate::corpus::{Claim, Quantity, Stance, Status, When};
use fixedbitset::FixedBitSet;

/// In what the claims of a transfer differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Difference {
    /// How many.
    Number,
    /// How far it has come.
    Status,
    /// When.
    Time,
    /// Somebody says that it is not so.
    Denial,
    /// One document contradicts itself.
    WithinDocument,
}

impl Difference {
    /// All kinds, in the order in which they are named.
    pub const ALL: [Self; 5] =
        [Self::Denial, Self::WithinDocument, Self::Status, Self::Number, Self::Time];
}

/// For each kind of difference the claims that differ, by index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    denial: FixedBitSet,
    within_document: FixedBitSet,
    status: FixedBitSet,
    number: FixedBitSet,
    time: FixedBitSet,
}

impl Differences {
    /// The claims that differ in one kind.
    #[must_use]
    pub fn of(&self, kind: Difference) -> &FixedBitSet {
        match kind {
            Difference::Denial => &self.denial,
            Difference::WithinDocument => &self.within_document,
            Difference::Status => &self.status,
            Difference::Number => &self.number,
            Difference::Time => &self.time,
        }
    }

    /// Whether any claims differ in anything.
    #[must_use]
    pub fn any(&self) -> bool {
        Difference::ALL.into_iter().any(|kind| self.has(kind))
    }

    /// Whether any claims differ in one kind.
    #[must_use]
    pub fn has(&self, kind: Difference) -> bool {
        !self.of(kind).is_clear()
    }
}

/// The differences between a transfer's claims.
#[must_use]
pub fn differences(standing: Standing, transfer: usize) -> Differences {
    let (denial, within_document) = disputes(standing, transfer);
    Differences {
        denial,
        within_document,
        status: differing_statuses(standing, transfer),
        number: differing_numbers(standing, transfer),
        time: differing_times(standing, transfer),
    }
}

/// The claims of a transfer that say it is so.
fn assertions(standing: Standing<'_>, transfer: usize) -> impl Iterator<Item = (usize, &Claim)> {
    let claims = standing.claims_of(transfer);
    claims
        .map(move |at| (at, standing.corpus.claim(at)))
        .filter(|(_, claim)| claim.stance == Stance::Asserts)
}

/// How far a transfer is said to have come: the last stage that each document reaches, without
/// those that lead there, and whatever a document contradicts itself in; the strongest first.
/// More than one where reports differ, and never none. A request is no rival of what came of it.
#[must_use]
pub fn statuses(standing: Standing, transfer: usize) -> Vec<Status> {
    // A transfer's claims stand in the documents' order.
    let mut reached: Vec<(usize, Status)> = Vec::new();
    let mut disputed = Vec::new();
    for (at, claim) in assertions(standing, transfer) {
        let document = standing.corpus.document_of(at);
        match reached.last_mut() {
            Some((of, last)) if *of == document => {
                if claim.status.stage() > last.stage() {
                    *last = claim.status;
                }
            }
            _ => reached.push((document, claim.status)),
        }
        for other in standing.disputed_by(at) {
            disputed.extend([claim.status, standing.corpus.claim(other).status]);
        }
    }
    let reached =
        |status| reached.iter().any(|(_, it)| *it == status) || disputed.contains(&status);
    let mut found: Vec<Status> =
        Status::BY_STRENGTH.into_iter().filter(|it| reached(*it)).collect();
    for beginning in [Status::Unknown, Status::Requested] {
        if found.len() > 1 {
            found.retain(|it| *it != beginning);
        }
    }
    if found.is_empty() {
        found.push(Status::Unknown);
    }
    found
}

fn differing_statuses(standing: Standing, transfer: usize) -> FixedBitSet {
    let reached = statuses(standing, transfer);
    if reached.len() < 2 {
        return FixedBitSet::new();
    }
    let differs = |(_, claim): &(usize, &Claim)| reached.contains(&claim.status);
    assertions(standing, transfer).filter(differs).map(|(at, _)| at).collect()
}

/// The least and the most of the numbers that reports print, as printed; the same one twice where
/// they agree, nothing where none prints a number.
#[must_use]
pub fn quantities(standing: Standing<'_>, transfer: usize) -> Option<(&Quantity, &Quantity)> {
    let printed =
        || assertions(standing, transfer).filter_map(|(_, claim)| claim.quantity.as_ref());
    let bounded = || printed().filter(|it| it.min.is_some() || it.max.is_some());
    let least = bounded().min_by_key(|it| (it.min, it.max.unwrap_or(u64::MAX)));
    let most = bounded().max_by_key(|it| (it.max.unwrap_or(it.min.unwrap_or_default()), it.min));
    least.zip(most).or_else(|| printed().next().map(|only| (only, only)))
}

/// When it is said to happen, in the reports of how far it has come; each wording once, and none
/// where no report of that prints a date.
#[must_use]
pub fn times(standing: Standing<'_>, transfer: usize) -> Vec<&When> {
    let reached = statuses(standing, transfer);
    let mut times: Vec<&When> = Vec::new();
    for (_, claim) in assertions(standing, transfer) {
        let dated = claim.when.as_ref().filter(|when| !when.is_undated());
        let Some(when) = dated.filter(|_| reached.contains(&claim.status)) else { continue };
        if times.iter().all(|other| other.words != when.words) {
            times.push(when);
        }
    }
    times
}

fn differing_numbers(standing: Standing, transfer: usize) -> FixedBitSet {
    let bounds = |claim: &Claim| {
        let quantity = claim.quantity.as_ref()?;
        let bounds = (quantity.min, quantity.max);
        (bounds != (None, None)).then_some(bounds)
    };
    let printed = assertions(standing, transfer).filter_map(|(at, it)| Some((bounds(it)?, at)));
    unlike(&printed.collect::<Vec<_>>())
}

/// Only intervals with both ends are compared, and only those said of the same stage: `already`
/// and `before that` do not disagree, and neither do the day of a request and of its delivery.
fn differing_times(standing: Standing, transfer: usize) -> FixedBitSet {
    let closed = |claim: &Claim| {
        let span = claim.when.as_ref()?.span?;
        (span.from.is_some() && span.to.is_some()).then_some(span)
    };
    let mut differing = FixedBitSet::new();
    for status in Status::ALL {
        let said = assertions(standing, transfer).filter(|(_, it)| it.status == status);
        let printed = said.filter_map(|(at, it)| Some((closed(it)?, at)));
        differing.union_with(&unlike(&printed.collect::<Vec<_>>()));
    }
    differing
}

/// All the claims, where their values are not all alike.
fn unlike<T: PartialEq>(values: &[(T, usize)]) -> FixedBitSet {
    let alike = values.windows(2).all(|pair| matches!(pair, [(a, _), (b, _)] if a == b));
    let claims = values.iter().filter(|_| !alike);
    claims.map(|(_, claim)| *claim).collect()
}

/// The claims that stand against each other: denials with what they deny, and what one document
/// says both ways.
fn disputes(standing: Standing, transfer: usize) -> (FixedBitSet, FixedBitSet) {
    let (mut denials, mut within) = (FixedBitSet::new(), FixedBitSet::new());
    let corpus = standing.corpus;
    for claim in standing.claims_of(transfer) {
        let denies = corpus.claim(claim).stance == Stance::Denies;
        for other in standing.disputed_by(claim) {
            if denies {
                denials.extend([claim, other]);
            } else if corpus.document_of(claim) == corpus.document_of(other) {
                within.extend([claim, other]);
            }
        }
    }
    (denials, within)
}
