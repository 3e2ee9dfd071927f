//! Stages: which of the last stages that are said of a transfer stand against which others.
//!
//! A transfer may be told of in many thousands of documents, so that no stage is held against each other one: of which
//! statuses two are decides nearly all.

use super::disagreement::{LastStage, differ, is_begun, span_of};
use crate::corpus::{Corpus, Day, Span, Status};

/// Stages that stand against each other.
#[derive(Default)]
pub(super) struct Opposed<'s> {
    /// The statuses that do, the further first.
    pub statuses: Vec<[Status; 2]>,
    /// The stages that stand against one at least.
    pub stages: Vec<&'s LastStage>,
}

/// What stands against each other in some stages: what goes on against what has ended; what one origin says of one time;
/// and what else has come further than others say, as far as that is not told already.
pub(super) fn opposed<'s>(corpus: &Corpus, stages: &'s [LastStage]) -> [Opposed<'s>; 3] {
    let begun = stages.iter().filter(|it| is_begun(it.status));
    let (ended, going): (Vec<_>, Vec<_>) = begun.partition(|it| it.status.is_end());
    let over = facing(&ended, &going, |_, _| true);
    if going.len() < 2 {
        return [over, Opposed::default(), Opposed::default()];
    }
    let (contradicting, is_told) = contradicting(corpus, &going);
    let left = going.iter().zip(&is_told).filter(|it| !it.1).map(|it| *it.0).collect::<Vec<_>>();
    // Whoever is told there is not told again, unless what is left says nothing without them. What is left contradicts
    // none of the same origin and time, or it were told.
    let mut differing = facing(&left, &left, differ);
    if differing.stages.is_empty() {
        differing = facing(&left, &going, differ);
    }
    [over, contradicting, differing]
}

/// Whether what has ended contradicts what goes on: not where each that ends is said of a time before or after that of each
/// that goes on, since something can be called off, and taken up anew.
pub(super) fn ends_contradict<'s>(
    corpus: &Corpus,
    stages: impl IntoIterator<Item = &'s LastStage>,
) -> bool {
    let begun = stages.into_iter().filter(|it| is_begun(it.status));
    let (ended, going): (Vec<_>, Vec<_>) = begun.partition(|it| it.status.is_end());
    let times = |stages: &[&LastStage]| -> Vec<Span> {
        let claims = stages.iter().flat_map(|it| it.claims.iter());
        claims.map(|it| span_of(corpus.claim(it))).collect()
    };
    let ended = Times::of(times(&ended));
    times(&going).into_iter().any(|it| ended.overlap(it))
}

/// Each of some stages against each of others whose status differs.
fn facing<'s>(
    some: &[&'s LastStage],
    others: &[&'s LastStage],
    differ: impl Fn(Status, Status) -> bool,
) -> Opposed<'s> {
    let has = |all: &[&LastStage], status| all.iter().any(|it| it.status == status);
    let mut found = Opposed::default();
    let (mut of_some, mut of_others) = (Vec::new(), Vec::new());
    for one in Status::ALL.into_iter().filter(|it| has(some, *it)) {
        for other in Status::ALL.into_iter().filter(|it| has(others, *it)) {
            if differ(one, other) {
                found.statuses.push(in_order(one, other));
                of_some.push(one);
                of_others.push(other);
            }
        }
    }
    for (stages, statuses) in [(some, of_some), (others, of_others)] {
        found.stages.extend(stages.iter().filter(|it| statuses.contains(&it.status)));
    }
    found
}

fn in_order(one: Status, other: Status) -> [Status; 2] {
    if one.rank() < other.rank() { [one, other] } else { [other, one] }
}

/// What an origin says in documents of the same time and cannot all mean; and which of the stages do so.
fn contradicting<'s>(corpus: &Corpus, going: &[&'s LastStage]) -> (Opposed<'s>, Vec<bool>) {
    let published = |at: &usize| {
        let stage = going.get(*at).expect("it is one of them");
        corpus.document(stage.document).published.span
    };
    let status = |at: &usize| going.get(*at).expect("it is one of them").status;
    let mut by_origin: Vec<usize> = (0..going.len()).collect();
    by_origin.sort_by_key(|at| going.get(*at).map(|it| it.origin));
    let mut found = Opposed::default();
    let mut is_told = vec![false; going.len()];
    let origin = |at: &usize| going.get(*at).map(|it| it.origin);
    for of_one in by_origin.chunk_by(|one, other| origin(one) == origin(other)) {
        for other in Status::ALL {
            if of_one.len() < 2 || !of_one.iter().any(|it| status(it) == other) {
                continue;
            }
            let others = of_one.iter().filter(|it| status(it) == other).filter_map(published);
            let times = Times::of(others.collect());
            for at in of_one.iter().filter(|it| differ(status(it), other)) {
                if published(at).is_some_and(|it| times.overlap(it)) {
                    let pair = in_order(status(at), other);
                    if !found.statuses.contains(&pair) {
                        found.statuses.push(pair);
                    }
                    *is_told.get_mut(*at).expect("it is one of them") = true;
                }
            }
        }
    }
    found.stages = going.iter().zip(&is_told).filter(|it| *it.1).map(|it| *it.0).collect();
    (found, is_told)
}

/// Some times, of which is found whether any overlaps another.
struct Times {
    /// By when they begin, each with the last day of all up to it; nothing where that is open.
    by_start: Vec<(Option<Day>, Option<Day>)>,
}

impl Times {
    fn of(mut spans: Vec<Span>) -> Self {
        // What is open at its start sorts first.
        spans.sort_unstable_by_key(|it| it.from);
        let mut last = spans.first().and_then(|it| it.to);
        let by_start = spans.into_iter().map(|it| {
            last = last.zip(it.to).map(|(last, to)| last.max(to));
            (it.from, last)
        });
        Self { by_start: by_start.collect() }
    }

    fn overlap(&self, time: Span) -> bool {
        let begun = self.by_start.partition_point(|it| time.to.is_none() || it.0 <= time.to);
        let last = begun.checked_sub(1).and_then(|at| self.by_start.get(at)).map(|it| it.1);
        // None of those that begin by its end, or one that has not ended when it begins.
        last.is_some_and(|last| last.is_none() || time.from.is_none() || last >= time.from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{ClaimId, Few};
    use crate::evidence::Trust;
    use crate::evidence::disagreement::{assertions, last_stages, statuses_differ};
    use crate::evidence::fixture::{Said, corpus_of, said};
    use proptest::prelude::*;

    /// What stands against each other: the statuses, and the claims that say so.
    type Told = (Vec<[Status; 2]>, Few<ClaimId>);

    fn told(statuses: impl Iterator<Item = [Status; 2]>, claims: Few<ClaimId>) -> Told {
        let mut statuses: Vec<[Status; 2]> = statuses.collect();
        statuses.sort_unstable();
        statuses.dedup();
        (statuses, claims)
    }

    /// The same slowly: each stage is held against each other.
    fn slowly(corpus: &Corpus, stages: &[LastStage]) -> [Told; 3] {
        let (mut over, mut contradicting, mut differing) = (Vec::new(), Vec::new(), Vec::new());
        for (at, one) in stages.iter().enumerate() {
            for other in stages.iter().skip(at + 1) {
                match statuses_differ(corpus, one, other) {
                    None => {}
                    Some(_) if one.status.is_end() != other.status.is_end() => {
                        over.push([one, other]);
                    }
                    Some(true) => contradicting.push([one, other]),
                    Some(false) => differing.push([one, other]),
                }
            }
        }
        let claims = |pairs: &[[&LastStage; 2]]| -> Few<ClaimId> {
            pairs.iter().flatten().flat_map(|it| it.claims.iter()).collect()
        };
        let is_told = claims(&contradicting);
        let left = |pair: &[&LastStage; 2]| {
            pair.iter().filter(|it| !it.claims.is_subset(&is_told)).count()
        };
        let most = differing.iter().map(left).max().unwrap_or_default();
        differing.retain(|pair| left(pair) == most.max(1));
        [over, contradicting, differing].map(|pairs| {
            let statuses = pairs.iter().map(|[one, other]| in_order(one.status, other.status));
            told(statuses, claims(&pairs))
        })
    }

    prop_compose! {
        fn a_claim()(
            origin in proptest::sample::select(vec!["x", "y", "z"]),
            status in proptest::sample::select(Status::ALL.map(Status::id).to_vec()),
            when in a_date(),
        ) -> Said {
            Said { when, ..said(std::slice::from_ref(&origin)).status(status) }
        }
    }

    fn a_date() -> impl Strategy<Value = Option<&'static str>> {
        let dates = vec!["2022", "2022-03", "2022-03-05", "2023", "../2022-01", "2022-06/.."];
        proptest::option::of(proptest::sample::select(dates))
    }

    fn a_document() -> impl Strategy<Value = (&'static str, Option<&'static str>, Vec<Said>)> {
        (Just("a"), a_date(), proptest::collection::vec(a_claim(), 1..4))
    }

    proptest! {
        #[test]
        fn what_is_opposed_is_what_is_found_pair_by_pair(
            documents in proptest::collection::vec(a_document(), 1..7),
        ) {
            let corpus = corpus_of(&documents);
            let transfer = corpus.find_transfer("t").expect("the transfer");
            let stages = last_stages(&corpus, &assertions(Trust::all(&corpus), transfer));
            let fast = opposed(&corpus, &stages).map(|it| {
                let claims = it.stages.iter().flat_map(|it| it.claims.iter()).collect();
                told(it.statuses.into_iter(), claims)
            });
            prop_assert_eq!(fast, slowly(&corpus, &stages));
            let is_over = |one: &LastStage, other: &LastStage| {
                one.status.is_end() != other.status.is_end()
                    && statuses_differ(&corpus, one, other) == Some(true)
            };
            let is_any_over = stages.iter().any(|one| stages.iter().any(|other| is_over(one, other)));
            prop_assert_eq!(ends_contradict(&corpus, &stages), is_any_over);
        }
    }
}
