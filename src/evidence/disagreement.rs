//! Disagreement: where the claims of one transfer differ, in what, and whether they contradict each other.

use super::stages::ends_contradict;
use super::{Trust, accountable, is_unsourced};
use crate::corpus::{
    Claim, ClaimId, Corpus, Course, Day, DocumentId, Few, OriginId, Quantity, Span, Stance, Status,
    TransferId, When,
};

/// In what the claims of a transfer differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Difference {
    /// How many.
    Number,
    /// A document prints that it is not known how many, which another prints.
    NumberLeftOpen,
    /// How far it has come.
    Status,
    /// When.
    Time,
    /// Somebody says that it is not so.
    Denial,
    /// One document contradicts itself.
    WithinDocument,
    /// A document says that it is not known, or could not be checked, what is claimed.
    LeftOpen,
    /// Who acts: the same is said of another transfer, of other countries.
    Actor,
}

impl Difference {
    /// All kinds, in the order in which they are named.
    pub const ALL: [Self; 8] = [
        Self::Denial,
        Self::WithinDocument,
        Self::Actor,
        Self::Status,
        Self::Number,
        Self::NumberLeftOpen,
        Self::Time,
        Self::LeftOpen,
    ];
}

/// The claims that differ in one way, and whether they cannot all be true.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Conflict {
    pub claims: Few<ClaimId>,
    pub contradicts: bool,
}

/// The kinds in which a transfer's claims differ, each once, with the claims that do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences(Vec<(Difference, Conflict)>);

impl Differences {
    fn at(&self, kind: Difference) -> Option<&Conflict> {
        self.0.iter().find(|it| it.0 == kind).map(|(_, conflict)| conflict)
    }

    fn add(&mut self, kind: Difference, conflict: Option<Conflict>) {
        let Some(more) = conflict else { return };
        if let Some((_, all)) = self.0.iter_mut().find(|it| it.0 == kind) {
            all.claims.extend(more.claims.iter());
            all.contradicts |= more.contradicts;
        } else {
            self.0.push((kind, more));
        }
    }

    /// The claims that differ in one kind.
    pub fn of(&self, kind: Difference) -> impl Iterator<Item = ClaimId> {
        self.at(kind).into_iter().flat_map(|it| it.claims.iter())
    }

    /// Whether any claims differ in one kind.
    #[must_use]
    pub fn has(&self, kind: Difference) -> bool {
        self.at(kind).is_some()
    }

    /// Whether all that is said can be true at once: it differs in no more than precision.
    #[must_use]
    pub fn is_compatible(&self, kind: Difference) -> bool {
        self.at(kind).is_none_or(|it| !it.contradicts)
    }

    /// Whether any claims differ in anything.
    #[must_use]
    pub fn any(&self) -> bool {
        !self.0.is_empty()
    }

    /// Whether reports differ in what they say: more than that a document leaves something open.
    #[must_use]
    pub fn is_disputed(&self) -> bool {
        self.0.iter().any(|(kind, _)| *kind != Difference::LeftOpen)
    }

    /// Whether somebody denies what others say.
    #[must_use]
    pub fn is_denied(&self) -> bool {
        self.has(Difference::Denial)
    }

    /// Whether not all that is said can be true, denials apart.
    #[must_use]
    pub fn is_contradicted(&self) -> bool {
        self.0.iter().any(|(kind, it)| *kind != Difference::Denial && it.contradicts)
    }
}

/// The differences between a transfer's claims. Numbers and times are compared of one stage only: what was
/// asked for is no rival of what was agreed.
#[must_use]
pub fn differences(trust: Trust, transfer: TransferId) -> Differences {
    let said = assertions(trust, transfer);
    differences_of(trust, transfer, &said, &last_stages(trust.corpus, &said))
}

/// The same, where it is known who asserts it, and what they come to.
pub(super) fn differences_of(
    trust: Trust,
    transfer: TransferId,
    said: &[Assertion],
    stages: &[LastStage],
) -> Differences {
    let mut found = Differences::default();
    // What has no status says of no one stage how many or when.
    let is_told_twice =
        |stage: &Status| said.iter().filter(|(_, it)| it.status == *stage).nth(1).is_some();
    let stages_told = Status::ALL.into_iter().filter(|it| *it != Status::Unknown);
    for stage in stages_told.filter(is_told_twice) {
        found.add(Difference::Number, unlike(said, stage, number));
        found.add(Difference::Time, unlike(said, stage, time));
    }
    let mut contradicted: Vec<(Difference, Vec<ClaimId>)> = Vec::new();
    for claim in trust.claims_of(transfer) {
        for other in trust.disputes_of(claim) {
            let Some(kind) = contradiction(trust.corpus, claim, other) else { continue };
            match contradicted.iter_mut().find(|it| it.0 == kind) {
                Some((_, claims)) => claims.extend([claim, other]),
                None => contradicted.push((kind, vec![claim, other])),
            }
        }
    }
    for (kind, claims) in contradicted {
        let claims = Few::from_iter(claims);
        found.add(kind, Some(Conflict { claims, contradicts: !is_open(kind) }));
    }
    found.add(Difference::Status, unlike_statuses(trust.corpus, stages));
    found
}

/// In what a claim differs from another that it disputes.
#[must_use]
pub fn contradiction(corpus: &Corpus, claim: ClaimId, other: ClaimId) -> Option<Difference> {
    let disputing = corpus.claim(claim);
    let of_other = corpus.transfer_of(other).filter(|it| Some(*it) != corpus.transfer_of(claim));
    let is_same_document = corpus.document_of(claim) == corpus.document_of(other);
    // To print that a number is not known is to differ from another who prints it.
    let leaves_number_open =
        !is_same_document && disputing.quantity.as_ref().is_some_and(Quantity::is_vague);
    match disputing.stance {
        Stance::Denies => Some(Difference::Denial),
        Stance::LeavesOpen if leaves_number_open => Some(Difference::NumberLeftOpen),
        Stance::LeavesOpen => Some(Difference::LeftOpen),
        _ if of_other.is_some() => Some(Difference::Actor),
        _ if is_same_document => Some(Difference::WithinDocument),
        _ => leaves_number_open.then_some(Difference::NumberLeftOpen),
    }
}

/// Whether a claim can be true together with another that it disputes: it leaves open what the other says.
#[must_use]
pub fn leaves_open(corpus: &Corpus, claim: ClaimId, other: ClaimId) -> bool {
    contradiction(corpus, claim, other).is_some_and(is_open)
}

/// Whether who disputes something so only leaves it open.
fn is_open(kind: Difference) -> bool {
    matches!(kind, Difference::NumberLeftOpen | Difference::LeftOpen)
}

/// A claim that asserts something.
pub(super) type Assertion<'a> = (ClaimId, &'a Claim);

/// The claims of a transfer that say it is so.
pub(super) fn assertions(trust: Trust<'_>, transfer: TransferId) -> Vec<Assertion<'_>> {
    each_assertion(trust, transfer).collect()
}

/// The same, one by one.
pub(super) fn each_assertion(
    trust: Trust<'_>,
    transfer: TransferId,
) -> impl Iterator<Item = Assertion<'_>> {
    let claims = trust.claims_of(transfer).map(move |at| (at, trust.corpus.claim(at)));
    claims.filter(|(_, claim)| claim.stance == Stance::Asserts)
}

/// How far a transfer is said to have come: the last stage that each document has each origin say,
/// without those that lead there, and whatever a document contradicts itself in; the strongest first.
/// More than one where reports differ, and never none. A request is no rival of what came of it.
#[must_use]
pub fn statuses(trust: Trust, transfer: TransferId) -> Vec<Status> {
    let said = assertions(trust, transfer);
    statuses_of(trust, transfer, &said, &last_stages(trust.corpus, &said))
}

/// The same, where it is known who asserts it, and what they come to.
pub(super) fn statuses_of(
    trust: Trust,
    transfer: TransferId,
    said: &[Assertion],
    stages: &[LastStage],
) -> Vec<Status> {
    let corpus = trust.corpus;
    let mut contradicted = Vec::new();
    for &(at, claim) in said {
        for other in trust.disputes_of(at) {
            let is_within = contradiction(corpus, at, other) == Some(Difference::WithinDocument)
                && corpus.transfer_of(other) == Some(transfer);
            let other = corpus.claim(other);
            if is_within && other.stance == Stance::Asserts {
                contradicted.extend([claim.status, other.status]);
            }
        }
    }
    let mut found = Status::BY_STRENGTH.to_vec();
    found.retain(|it| stages.iter().any(|stage| stage.status == *it) || contradicted.contains(it));
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

/// The strongest of the statuses of a transfer.
#[must_use]
pub fn strongest(trust: Trust, transfer: TransferId) -> Status {
    *statuses(trust, transfer).first().expect("a transfer has a status, if an unknown one")
}

/// The furthest statuses that an origin asserts of a transfer, whoever reports it: without the stages that lead
/// there. More than one where it says both that something goes on and that it has ended.
#[must_use]
pub fn furthest(trust: Trust, transfer: TransferId, origin: OriginId) -> Vec<Status> {
    furthest_of(trust.corpus, &assertions(trust, transfer), origin)
}

/// The same, where it is known who asserts it.
pub(super) fn furthest_of(corpus: &Corpus, said: &[Assertion], origin: OriginId) -> Vec<Status> {
    let mut said = said.to_vec();
    said.retain(|&(at, _)| accountable(corpus, at) == origin && !is_unsourced(corpus, at));
    furthest_in(&said)
}

fn furthest_in(account: &[Assertion]) -> Vec<Status> {
    last(account).into_iter().map(|(status, _)| status).collect()
}

/// The origins that assert it to be agreed or delivered in the end.
pub(super) fn settling(corpus: &Corpus, said: &[Assertion]) -> Few<OriginId> {
    let mut by_origin = Vec::new();
    for &said in said.iter().filter(|(at, _)| !is_unsourced(corpus, *at)) {
        by_origin.push((accountable(corpus, said.0), said));
    }
    by_origin.sort_by_key(|it| it.0);
    let mut settling = Few::new();
    let mut said = Vec::new();
    for account in by_origin.chunk_by(|one, other| one.0 == other.0) {
        said.clear();
        said.extend(account.iter().map(|it| it.1));
        let is_settled = match said.as_slice() {
            [(_, only)] => only.status.is_settled(),
            several => furthest_in(several).iter().any(|it| it.is_settled()),
        };
        settling.extend(account.iter().take(1).map(|it| it.0).filter(|_| is_settled));
    }
    settling
}

/// The last stage that a document has an origin say, and the claims that say so.
pub(super) struct LastStage {
    pub document: DocumentId,
    pub origin: OriginId,
    pub status: Status,
    pub claims: Few<ClaimId>,
}

pub(super) fn last_stages(corpus: &Corpus, said: &[Assertion]) -> Vec<LastStage> {
    let mut by_account = Vec::with_capacity(said.len());
    for &said in said {
        by_account.push((corpus.document_of(said.0), accountable(corpus, said.0), said));
    }
    by_account.sort_by_key(|it| (it.0, it.1));
    let mut stages = Vec::with_capacity(said.len());
    let mut said = Vec::new();
    for account in by_account.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
        let Some(&(document, origin, _)) = account.first() else { continue };
        said.clear();
        said.extend(account.iter().map(|it| it.2));
        for (status, claims) in last(&said) {
            stages.push(LastStage { document, origin, status, claims });
        }
    }
    stages
}

/// The last stages that some assertions come to, with those that say so. Where they say both that it goes on
/// and that it has ended, both, unless it is said of times one after the other: then the later.
fn last(account: &[Assertion]) -> Vec<(Status, Few<ClaimId>)> {
    if let &[(at, claim)] = account {
        return vec![(claim.status, Few::from_iter([at]))];
    }
    let ended = latest(account, true);
    // What is taken up anew is told from there, however far it had come before it ended.
    let mut anew = account.to_vec();
    let end = start(&ended);
    anew.retain(|it| !ended.is_empty() && !is_before(span_of(it.1).to, end));
    let is_anew = anew.iter().any(|(_, it)| is_begun(it.status) && !it.status.is_end());
    let going_on = latest(if is_anew { &anew } else { account }, false);
    let is_begun = going_on.iter().any(|(_, it)| is_begun(it.status));
    let mut found = Vec::new();
    if ended.is_empty() || (is_begun && !all_before(&going_on, &ended)) {
        found.push(going_on.as_slice());
    }
    if !is_begun || !all_before(&ended, &going_on) {
        found.push(ended.as_slice());
    }
    let stages = found.into_iter().filter_map(|claims| {
        let (_, first) = claims.first()?;
        Some((first.status, claims.iter().map(|(at, _)| *at).collect()))
    });
    stages.collect()
}

/// Whether more is said than that it was asked for: a request is no rival of what came of it.
pub(super) fn is_begun(status: Status) -> bool {
    !matches!(status.course(), Course::NotStated | Course::Asked)
}

/// The assertions of the last stage at which something goes on, or of the last at which it has ended.
fn latest<'a>(account: &[Assertion<'a>], ended: bool) -> Vec<Assertion<'a>> {
    let mut some = account.to_vec();
    some.retain(|(_, it)| it.status.is_end() == ended);
    let last = some.iter().map(|(_, it)| it.status.stage()).max();
    some.retain(|(_, it)| Some(it.status.stage()) == last);
    some
}

/// Whether all of some claims speak of times before all of which others speak.
fn all_before(some: &[Assertion], others: &[Assertion]) -> bool {
    let ends: Option<Vec<Day>> = some.iter().map(|it| span_of(it.1).to).collect();
    let last = ends.and_then(|it| it.into_iter().max());
    some.is_empty() || others.is_empty() || is_before(last, start(others))
}

/// When the first of some claims begins; nothing where one has no beginning.
fn start(some: &[Assertion]) -> Option<Day> {
    let starts: Option<Vec<Day>> = some.iter().map(|it| span_of(it.1).from).collect();
    starts.and_then(|it| it.into_iter().min())
}

fn is_before(end: Option<Day>, start: Option<Day>) -> bool {
    end.zip(start).is_some_and(|(end, start)| end < start)
}

pub(super) fn span_of(claim: &Claim) -> Span {
    claim.when.as_ref().and_then(|when| when.span).unwrap_or_default()
}

/// The claims whose statuses do not go together: not the steps that lead to a stage, only the last of each
/// document and origin.
///
/// What came to an end was not carried on, but for where both are said of times one after the other. How far
/// something has gone can be said differently at different times, so two such reports contradict each other only
/// where one origin answers for both, in documents of the same time. That one side plans and that talks are under
/// way is both true at once.
fn unlike_statuses(corpus: &Corpus, stages: &[LastStage]) -> Option<Conflict> {
    let mut said = Status::ALL.to_vec();
    said.retain(|status| stages.iter().any(|it| it.status == *status));
    let differs = |one: Status| said.iter().any(|other| differ(one, *other));
    let claims: Few<ClaimId> =
        stages.iter().filter(|it| differs(it.status)).flat_map(|it| it.claims.iter()).collect();
    let contradicts = ends_contradict(corpus, stages) || says_both(corpus, stages);
    (!claims.is_empty()).then_some(Conflict { claims, contradicts })
}

/// Whether one origin is said, in documents of the same time, to say of what goes on that it has come so far, and
/// otherwise.
fn says_both(corpus: &Corpus, stages: &[LastStage]) -> bool {
    let mut dated = Vec::new();
    for stage in stages.iter().filter(|it| is_begun(it.status) && !it.status.is_end()) {
        if let Some(span) = corpus.document(stage.document).published.span {
            dated.push((stage.origin, span.from, span.to, stage.status));
        }
    }
    // One without a beginning comes first, as it has begun before all others.
    dated.sort_unstable();
    let mut by_origin = dated.chunk_by(|one, other| one.0 == other.0);
    by_origin.any(|of_origin| {
        // For each status the span that ends last of those that have begun; one without an end ends after all others.
        let mut open: Vec<(Status, Option<Day>)> = Vec::new();
        of_origin.iter().any(|&(_, from, to, status)| {
            let lasts = |end: Option<Day>| !is_before(end, from);
            let both = open.iter().any(|it| differ(it.0, status) && lasts(it.1));
            match open.iter_mut().find(|it| it.0 == status) {
                Some((_, end)) => *end = end.zip(to).map(|(end, to)| end.max(to)),
                None => open.push((status, to)),
            }
            both
        })
    })
}

/// Whether two last stages differ in their statuses.
pub(super) fn differ(one: Status, other: Status) -> bool {
    let is_either_settled = one.is_settled() || other.is_settled();
    one != other
        && is_begun(one)
        && is_begun(other)
        && (one.is_end() != other.is_end() || is_either_settled)
}

/// Whether two last stages contradict each other; nothing where they go together. What is found of many at once is held to
/// this.
#[cfg(test)]
pub(super) fn statuses_differ(corpus: &Corpus, one: &LastStage, other: &LastStage) -> Option<bool> {
    if !differ(one.status, other.status) {
        return None;
    }
    if one.status.is_end() != other.status.is_end() {
        let times = |it: &LastStage| it.claims.iter().map(|at| span_of(corpus.claim(at))).collect();
        let (some, others): (Vec<Span>, Vec<Span>) = (times(one), times(other));
        return Some(some.iter().any(|one| others.iter().any(|other| one.overlaps(*other))));
    }
    let published = |it: &LastStage| corpus.document(it.document).published.span;
    let (one_time, other_time) = (published(one), published(other));
    let same_time = one_time.zip(other_time).is_some_and(|(one, other)| one.overlaps(other));
    Some(one.origin == other.origin && same_time)
}

/// The numbers that reports print of one stage of a transfer, each amount once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed<'a> {
    /// The stage: what was asked for is told apart from what was agreed.
    pub stage: Status,
    /// The least and the most, as printed, where these bound the rest; one number where they agree. Where one
    /// has no upper bound, all numbers, from the least on: there is no most. Each with a claim that prints it.
    pub numbers: Vec<(ClaimId, &'a Quantity)>,
}

impl Printed<'_> {
    /// What stands between the numbers: a dash where they are the ends of a range, a stroke where one of them
    /// is a range itself, as *at most 100* is.
    #[must_use]
    pub fn between(&self) -> &'static str {
        let is_exact = |it: &Quantity| it.min.is_some() && it.min == it.max;
        let is_range = self.numbers.iter().all(|(_, it)| is_exact(it));
        if is_range { " – " } else { " / " }
    }
}

/// The numbers that reports print, by stage, the strongest first; none where no report prints one.
#[must_use]
pub fn quantities(trust: Trust<'_>, transfer: TransferId) -> Vec<Printed<'_>> {
    let assertions = assertions(trust, transfer);
    let mut found = Vec::new();
    for stage in Status::BY_STRENGTH {
        let mut numbers: Vec<(ClaimId, &Quantity)> = Vec::new();
        let mut vague = None;
        for &(at, claim) in assertions.iter().filter(|(_, claim)| claim.status == stage) {
            match claim.quantity.as_ref() {
                Some(it) if it.is_vague() => vague = vague.or(Some((at, it))),
                Some(it) if numbers.iter().all(|(_, other)| bounds(other) != bounds(it)) => {
                    numbers.push((at, it));
                }
                _ => {}
            }
        }
        numbers.sort_by_key(|(_, it)| bounds(it));
        if numbers.iter().all(|(_, it)| it.max.is_some()) {
            let most = numbers.iter().copied().max_by_key(|(_, it)| (it.max, it.min));
            numbers.truncate(1);
            numbers.extend(most.filter(|most| numbers != [*most]));
        }
        if numbers.is_empty() {
            numbers.extend(vague);
        }
        if !numbers.is_empty() {
            found.push(Printed { stage, numbers });
        }
    }
    found
}

/// The least and the most that a number can mean.
fn bounds(quantity: &Quantity) -> (u64, u64) {
    (quantity.min.unwrap_or_default(), quantity.max.unwrap_or(u64::MAX))
}

/// When it is said to happen, in the reports of how far it has come; each wording once, but for where it means another time,
/// with a claim that prints it, and none where no report of that prints a date.
#[must_use]
pub fn times(trust: Trust<'_>, transfer: TransferId) -> Vec<(ClaimId, &When)> {
    let reached = statuses(trust, transfer);
    let mut times: Vec<(ClaimId, &When)> = Vec::new();
    for (at, claim) in assertions(trust, transfer) {
        let dated = claim.when.as_ref().filter(|when| !when.is_undated());
        let Some(when) = dated.filter(|_| reached.contains(&claim.status)) else { continue };
        if times.iter().all(|(_, other)| *other != when) {
            times.push((at, when));
        }
    }
    times
}

/// What a claim prints, from the least to the most that it can mean.
pub(super) type Bounds = fn(&Claim) -> Option<(u64, u64)>;

/// A number, where its words set any bound.
pub(super) fn number(claim: &Claim) -> Option<(u64, u64)> {
    claim.quantity.as_ref().filter(|it| !it.is_vague()).map(bounds)
}

/// A time with both ends: `already` and `before that` do not disagree.
pub(super) fn time(claim: &Claim) -> Option<(u64, u64)> {
    let span = claim.when.as_ref()?.span?;
    Some((span.from?.number().into(), span.to?.number().into()))
}

/// The claims of one stage that print something not alike, and whether all of it can be true at once.
pub(super) fn unlike(said: &[Assertion], stage: Status, bounds: Bounds) -> Option<Conflict> {
    let printed = said
        .iter()
        .filter(|(_, it)| it.status == stage)
        .filter_map(|(at, claim)| Some((*at, bounds(claim)?)));
    let (mut least, mut most) = (0, u64::MAX);
    let mut first = None;
    let mut alike = true;
    for (_, (from, to)) in printed.clone() {
        alike &= *first.get_or_insert((from, to)) == (from, to);
        (least, most) = (least.max(from), most.min(to));
    }
    let claims = || printed.map(|it| it.0).collect();
    (!alike).then(|| Conflict { claims: claims(), contradicts: least > most })
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, Said, said};
    use super::*;
    use proptest::prelude::*;

    /// The same as [`unlike_statuses`], by a look at each two.
    fn unlike_pairs(corpus: &Corpus, stages: &[LastStage]) -> Option<Conflict> {
        let mut found = Conflict::default();
        for one in stages {
            for other in stages {
                if let Some(contradicts) = statuses_differ(corpus, one, other) {
                    found.contradicts |= contradicts;
                    found.claims.extend(one.claims.iter());
                }
            }
        }
        (!found.claims.is_empty()).then_some(found)
    }

    const PUBLISHED: [&str; 7] = [
        "2023-11",
        "2023-10",
        "2023",
        "2023-11-08",
        "2023-12/..",
        "../2023-10",
        "2023-10-31/2023-11-01",
    ];

    const SAID_OF: [Option<&str>; 4] = [None, Some("2022"), Some("2023"), Some("2022-06/..")];

    proptest! {
        #[test]
        fn stages_are_compared_as_if_each_two_were(
            told in prop::collection::vec((0..8_usize, 0..3_usize, 0..8_usize), 0..7),
        ) {
            let documents = fixture::ORIGINS.iter().zip(SAID_OF.iter().cycle());
            let documents = documents.map(|(outlet, when)| (*outlet, vec![Said { when: *when, ..said(&[]) }]));
            let documents: Vec<_> = documents.collect();
            let mut source = fixture::corpus(&documents).source().clone();
            for (document, at) in source.documents.iter_mut().zip(0..) {
                document.published.span =
                    PUBLISHED.get(at).map(|it: &&str| it.parse().expect("a span"));
            }
            let corpus = Corpus::new(source).expect("its references");
            let claims: Vec<ClaimId> = corpus.claim_ids().collect();
            let origins: Vec<OriginId> = corpus.origin_ids().collect();
            let stages = told.iter().map(|&(document, origin, status)| LastStage {
                document: corpus.document_of(claims[document]),
                origin: origins[origin],
                status: Status::ALL[status],
                claims: Few::from_iter([claims[document]]),
            });
            let stages: Vec<LastStage> = stages.collect();
            prop_assert_eq!(unlike_statuses(&corpus, &stages), unlike_pairs(&corpus, &stages));
        }
    }
}
