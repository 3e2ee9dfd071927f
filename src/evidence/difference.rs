//! Where the claims of one transfer differ, and in what.

use super::{Standing, accountable};
use crate::corpus::{Claim, Corpus, Quantity, Stance, Status, When};
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
    /// Who acts: the same is said of another transfer, of other countries.
    Actor,
}

impl Difference {
    /// All kinds, in the order in which they are named.
    pub const ALL: [Self; 6] =
        [Self::Denial, Self::WithinDocument, Self::Actor, Self::Status, Self::Number, Self::Time];
}

/// For each kind of difference the claims that differ, by index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    denial: FixedBitSet,
    within_document: FixedBitSet,
    actor: FixedBitSet,
    status: FixedBitSet,
    number: FixedBitSet,
    time: FixedBitSet,
    /// Whether all numbers can be true at once, and all times.
    compatible: (bool, bool),
}

impl Differences {
    /// The claims that differ in one kind.
    #[must_use]
    pub fn of(&self, kind: Difference) -> &FixedBitSet {
        match kind {
            Difference::Denial => &self.denial,
            Difference::WithinDocument => &self.within_document,
            Difference::Actor => &self.actor,
            Difference::Status => &self.status,
            Difference::Number => &self.number,
            Difference::Time => &self.time,
        }
    }

    /// The same for what is told by one claim disputing another.
    fn of_mut(&mut self, kind: Difference) -> Option<&mut FixedBitSet> {
        match kind {
            Difference::Denial => Some(&mut self.denial),
            Difference::WithinDocument => Some(&mut self.within_document),
            Difference::Actor => Some(&mut self.actor),
            Difference::Number => Some(&mut self.number),
            _ => None,
        }
    }

    /// Whether all that is said can be true at once: numbers and times that are not alike, but no more
    /// than unlike in precision.
    #[must_use]
    pub fn is_compatible(&self, kind: Difference) -> bool {
        match kind {
            Difference::Number => self.compatible.0,
            Difference::Time => self.compatible.1,
            _ => false,
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
    let mut found = Differences::default();
    found.compatible.0 = unlike(standing, transfer, number, None, &mut found.number);
    found.compatible.1 = true;
    for stage in Status::ALL {
        found.compatible.1 &= unlike(standing, transfer, time, Some(stage), &mut found.time);
    }
    for claim in standing.claims_of(transfer) {
        for other in standing.disputed_by(claim) {
            let kind = contradiction(standing.corpus, claim, other);
            if let Some(claims) = kind.and_then(|kind| found.of_mut(kind)) {
                claims.grow_and_insert(claim);
                claims.grow_and_insert(other);
            }
        }
    }
    found.status = differing_statuses(standing, transfer, &found.within_document);
    found
}

/// In what a claim contradicts another that it disputes.
#[must_use]
pub fn contradiction(corpus: &Corpus, claim: usize, other: usize) -> Option<Difference> {
    let disputing = corpus.claim(claim);
    let of_other = corpus.transfer_of(other).filter(|it| Some(*it) != corpus.transfer_of(claim));
    if disputing.stance == Stance::Denies {
        Some(Difference::Denial)
    } else if of_other.is_some() {
        Some(Difference::Actor)
    } else if corpus.document_of(claim) == corpus.document_of(other) {
        Some(Difference::WithinDocument)
    } else {
        // To print that a number is not known is to differ from one who prints it.
        disputing.quantity.as_ref().filter(|it| is_vague(it)).map(|_| Difference::Number)
    }
}

/// The claims of a transfer that say it is so.
pub(super) fn assertions(standing: Standing<'_>, transfer: usize) -> Vec<(usize, &Claim)> {
    let mut found = Vec::new();
    for at in standing.claims_of(transfer) {
        let claim = standing.corpus.claim(at);
        if claim.stance == Stance::Asserts {
            found.push((at, claim));
        }
    }
    found
}

/// How far a transfer is said to have come: the last stage that each document has each origin say,
/// without those that lead there, and whatever a document contradicts itself in; the strongest first.
/// More than one where reports differ, and never none. A request is no rival of what came of it.
#[must_use]
pub fn statuses(standing: Standing, transfer: usize) -> Vec<Status> {
    let mut said = Vec::new();
    for last in last_stages(standing, transfer) {
        said.push(last.status);
    }
    for (at, claim) in assertions(standing, transfer) {
        for other in standing.disputed_by(at) {
            if standing.corpus.transfer_of(other) == Some(transfer) {
                said.push(claim.status);
                said.push(standing.corpus.claim(other).status);
            }
        }
    }
    let mut found = Status::BY_STRENGTH.to_vec();
    found.retain(|it| said.contains(it));
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

/// The last stage that a document has an origin say.
struct Reached {
    document: usize,
    origin: usize,
    status: Status,
}

fn last_stages(standing: Standing, transfer: usize) -> Vec<Reached> {
    let mut stages: Vec<Reached> = Vec::new();
    for (at, claim) in assertions(standing, transfer) {
        let (document, origin) =
            (standing.corpus.document_of(at), accountable(standing.corpus, at));
        let same = |it: &&mut Reached| it.document == document && it.origin == origin;
        match stages.iter_mut().find(same) {
            Some(last) if claim.status.stage() > last.status.stage() => last.status = claim.status,
            Some(_) => {}
            None => stages.push(Reached { document, origin, status: claim.status }),
        }
    }
    stages
}

/// Not the steps that lead to a stage: only the last of each document and origin, and what is said both
/// ways.
fn differing_statuses(standing: Standing, transfer: usize, both_ways: &FixedBitSet) -> FixedBitSet {
    let mut differing = FixedBitSet::new();
    let reached = statuses(standing, transfer);
    if reached.len() < 2 {
        return differing;
    }
    let stages = last_stages(standing, transfer);
    for (at, claim) in assertions(standing, transfer) {
        let document = standing.corpus.document_of(at);
        let origin = accountable(standing.corpus, at);
        let is_last = stages
            .iter()
            .any(|it| it.document == document && it.origin == origin && it.status == claim.status);
        if reached.contains(&claim.status) && (is_last || both_ways.contains(at)) {
            differing.grow_and_insert(at);
        }
    }
    differing
}

/// The least and the most of the numbers that reports print, as printed; the same one twice where
/// they agree, nothing where none prints a number.
#[must_use]
pub fn quantities(standing: Standing<'_>, transfer: usize) -> Option<(&Quantity, &Quantity)> {
    let (mut range, mut vague) = (None, None);
    for (_, claim) in assertions(standing, transfer) {
        let Some(it) = &claim.quantity else { continue };
        if is_vague(it) {
            vague = vague.or(Some((it, it)));
            continue;
        }
        let (mut least, mut most) = range.unwrap_or((it, it));
        if lower(it) < lower(least) {
            least = it;
        }
        if upper(it) >= upper(most) {
            most = it;
        }
        range = Some((least, most));
    }
    range.or(vague)
}

/// Whether the words of a number set no bound.
fn is_vague(quantity: &Quantity) -> bool {
    quantity.min.is_none() && quantity.max.is_none()
}

/// What the least of some numbers is told by.
fn lower(quantity: &Quantity) -> (Option<u64>, u64) {
    (quantity.min, quantity.max.unwrap_or(u64::MAX))
}

/// What the most of some numbers is told by.
fn upper(quantity: &Quantity) -> (u64, Option<u64>) {
    (quantity.max.or(quantity.min).unwrap_or_default(), quantity.min)
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

/// What a claim prints, from the least to the most that it can mean.
type Bounds = fn(&Claim) -> Option<(u64, u64)>;

/// A number, where its words set any bound.
fn number(claim: &Claim) -> Option<(u64, u64)> {
    let quantity = claim.quantity.as_ref()?;
    (!is_vague(quantity))
        .then(|| (quantity.min.unwrap_or_default(), quantity.max.unwrap_or(u64::MAX)))
}

/// A time with both ends: `already` and `before that` do not disagree.
fn time(claim: &Claim) -> Option<(u64, u64)> {
    let span = claim.when.as_ref()?.span?;
    Some((span.from?.number().into(), span.to?.number().into()))
}

/// The claims that print something not alike, added to others; and whether all of it can be true at
/// once. Of one stage only, where one is given: the day of a request is no rival of the day of a
/// delivery.
fn unlike(
    standing: Standing,
    transfer: usize,
    bounds: Bounds,
    stage: Option<Status>,
    differing: &mut FixedBitSet,
) -> bool {
    let (mut least, mut most) = (0, u64::MAX);
    let mut claims = Vec::new();
    let mut alike = true;
    for (at, claim) in assertions(standing, transfer) {
        let Some((from, to)) = bounds(claim).filter(|_| stage.is_none_or(|it| it == claim.status))
        else {
            continue;
        };
        alike &= claims.is_empty() || (from, to) == (least, most);
        (least, most) = (least.max(from), most.min(to));
        claims.push(at);
    }
    if !alike {
        differing.extend(claims);
    }
    least <= most
}
