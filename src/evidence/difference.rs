//! Where the claims of one transfer differ, and in what.

use crate::corpus::{Claim, Corpus, Quantity, Span, Stance, Status, When};
use std::collections::{BTreeMap, BTreeSet};

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

/// For each kind of difference the claims that differ; kinds without any are absent.
pub type Differences = BTreeMap<Difference, BTreeSet<usize>>;

/// The differences between a transfer's claims.
#[must_use]
pub fn differences(corpus: &Corpus, transfer: usize) -> Differences {
    let mut found = Differences::new();
    let mut add = |kind, claims: BTreeSet<usize>| {
        if !claims.is_empty() {
            found.insert(kind, claims);
        }
    };
    add(Difference::Number, differing_numbers(corpus, transfer));
    add(Difference::Status, differing_statuses(corpus, transfer));
    add(Difference::Time, differing_times(corpus, transfer));
    let (denials, within) = disputes(corpus, transfer);
    add(Difference::Denial, denials);
    add(Difference::WithinDocument, within);
    found
}

/// The claims of a transfer that say it is so.
fn assertions(corpus: &Corpus, transfer: usize) -> impl Iterator<Item = (usize, &Claim)> {
    let claims = corpus.claims_of(transfer).iter();
    claims.map(|&at| (at, corpus.claim(at))).filter(|(_, claim)| claim.stance == Stance::Asserts)
}

/// How far a transfer is said to have come: the last stage that each document reaches, without
/// those that lead there, and whatever a document contradicts itself in; the strongest first.
/// More than one where reports differ, and never none. A request is no rival of what came of it.
#[must_use]
pub fn statuses(corpus: &Corpus, transfer: usize) -> Vec<Status> {
    let mut last: BTreeMap<usize, Status> = BTreeMap::new();
    let mut disputed = Vec::new();
    for (at, claim) in assertions(corpus, transfer) {
        let reached = last.entry(corpus.document_of(at)).or_default();
        if claim.status.stage() > reached.stage() {
            *reached = claim.status;
        }
        for &other in corpus.disputed_by(at) {
            disputed.extend([claim.status, corpus.claim(other).status]);
        }
    }
    let mut reached: Vec<Status> = last.into_values().chain(disputed).collect();
    for beginning in [Status::Unknown, Status::Requested] {
        if reached.iter().any(|it| *it != beginning) {
            reached.retain(|it| *it != beginning);
        }
    }
    reached.sort_by_key(|it| std::cmp::Reverse(it.strength()));
    reached.dedup();
    if reached.is_empty() {
        reached.push(Status::Unknown);
    }
    reached
}

fn differing_statuses(corpus: &Corpus, transfer: usize) -> BTreeSet<usize> {
    let reached = statuses(corpus, transfer);
    if reached.len() < 2 {
        return BTreeSet::new();
    }
    let differs = |(_, claim): &(usize, &Claim)| reached.contains(&claim.status);
    assertions(corpus, transfer).filter(differs).map(|(at, _)| at).collect()
}

/// The least and the most of the numbers that reports print, as printed; the same one twice where
/// they agree, nothing where none prints a number.
#[must_use]
pub fn quantities(corpus: &Corpus, transfer: usize) -> Option<(&Quantity, &Quantity)> {
    let printed = || assertions(corpus, transfer).filter_map(|(_, claim)| claim.quantity.as_ref());
    let bounded = || printed().filter(|it| it.min.is_some() || it.max.is_some());
    let least = bounded().min_by_key(|it| (it.min, it.max.unwrap_or(u64::MAX)));
    let most = bounded().max_by_key(|it| (it.max.unwrap_or(it.min.unwrap_or_default()), it.min));
    least.zip(most).or_else(|| printed().next().map(|only| (only, only)))
}

/// When it is said to happen, in the reports of how far it has come; each wording once, and none
/// where no report of that prints a date.
#[must_use]
pub fn times(corpus: &Corpus, transfer: usize) -> Vec<&When> {
    let reached = statuses(corpus, transfer);
    let mut times: Vec<&When> = Vec::new();
    for (_, claim) in assertions(corpus, transfer) {
        let dated = claim.when.as_ref().filter(|when| !when.is_undated());
        let Some(when) = dated.filter(|_| reached.contains(&claim.status)) else { continue };
        if times.iter().all(|other| other.words != when.words) {
            times.push(when);
        }
    }
    times
}

fn differing_numbers(corpus: &Corpus, transfer: usize) -> BTreeSet<usize> {
    let bounds = |claim: &Claim| {
        let quantity = claim.quantity.as_ref()?;
        let bounds = (quantity.min, quantity.max);
        (bounds != (None, None)).then_some(bounds)
    };
    let printed = assertions(corpus, transfer).filter_map(|(at, it)| Some((bounds(it)?, at)));
    unlike(printed)
}

/// Only intervals with both ends are compared, and only those said of the same stage: `already`
/// and `before that` do not disagree, and neither do the day of a request and of its delivery.
fn differing_times(corpus: &Corpus, transfer: usize) -> BTreeSet<usize> {
    let closed = |claim: &Claim| {
        let span = claim.when.as_ref()?.span?;
        (span.from.is_some() && span.to.is_some()).then_some(span)
    };
    let mut stages: BTreeMap<Status, Vec<(Span, usize)>> = BTreeMap::new();
    for (at, claim) in assertions(corpus, transfer) {
        if let Some(span) = closed(claim) {
            stages.entry(claim.status).or_default().push((span, at));
        }
    }
    stages.into_values().flat_map(unlike).collect()
}

/// All the claims, where their values are not all alike.
fn unlike<T: Ord>(values: impl IntoIterator<Item = (T, usize)>) -> BTreeSet<usize> {
    let (values, claims): (BTreeSet<T>, BTreeSet<usize>) = values.into_iter().unzip();
    if values.len() > 1 { claims } else { BTreeSet::new() }
}

/// The claims that stand against each other: denials with what they deny, and what one document
/// says both ways.
fn disputes(corpus: &Corpus, transfer: usize) -> (BTreeSet<usize>, BTreeSet<usize>) {
    let (mut denials, mut within) = (BTreeSet::new(), BTreeSet::new());
    for &claim in corpus.claims_of(transfer) {
        let denies = corpus.claim(claim).stance == Stance::Denies;
        for &other in corpus.disputed_by(claim) {
            if denies {
                denials.extend([claim, other]);
            } else if corpus.document_of(claim) == corpus.document_of(other) {
                within.extend([claim, other]);
            }
        }
    }
    (denials, within)
}
