//! Chronology: when transfers are said to happen, apart from when that was said: a lane a transfer, on one axis.

use super::Trust;
use super::scale::{Axis, DayTick, Extent, is_inferred};
use crate::corpus::{
    ClaimId, ClaimSet, Corpus, Day, HashMap, Span, Stance, Status, TransferId, When,
};

/// Transfers in the order of their times.
#[derive(Clone, Debug, PartialEq)]
pub struct Chronology {
    /// The whole months from the first day to the last that is named; nothing where none is.
    pub axis: Option<Axis>,
    /// The axis' marks, where there is room for many; for less ask the axis.
    pub ticks: Vec<DayTick>,
    /// The transfers, a lane each: whatever is said to happen first, or is reported first where no time is said, comes
    /// first.
    pub transfers: Vec<TransferId>,
}

impl Chronology {
    /// The lane of one of the transfers, from the claims that the chronology is of: made when it is drawn, since of a
    /// large corpus few are.
    #[must_use]
    pub fn lane(&self, trust: Trust, transfer: TransferId, claims: &ClaimSet) -> TransferTimes {
        let Times { happening, unplaced, reported, denied } = times(trust, transfer, claims);
        let placed = |named: Vec<Named>| -> Vec<Moment> {
            let moment =
                |axis: Axis| named.into_iter().map(|it| moment(trust.corpus, axis, it)).collect();
            self.axis.map(moment).unwrap_or_default()
        };
        TransferTimes {
            transfer,
            happening: placed(happening),
            unplaced,
            reported: placed(reported),
            denied: placed(denied),
        }
    }
}

/// The times of one transfer.
#[derive(Clone, Debug, PartialEq)]
pub struct TransferTimes {
    /// The transfer.
    pub transfer: TransferId,
    /// When it is said to happen, whatever the stage.
    pub happening: Vec<Moment>,
    /// When it is said to happen, in words from which no interval follows, with the claim that prints them.
    pub unplaced: Vec<(When, ClaimId)>,
    /// When that was said, or left open, or not commented upon: as printed, or when the document appeared.
    pub reported: Vec<Moment>,
    /// When it was said not to be so.
    pub denied: Vec<Moment>,
}

impl TransferTimes {
    /// Whether no claim says when it happens.
    #[must_use]
    pub fn is_undated(&self) -> bool {
        self.happening.is_empty() && self.unplaced.is_empty()
    }
}

/// A time that claims name.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The time.
    pub span: Span,
    /// Where it lies on the axis, how it was named, and the claims that name it.
    pub extent: Extent,
    /// The stages of which they assert it, or which they deny, in the order in which stages are listed.
    pub stages: Vec<Status>,
}

/// How many marks a wide axis has at most.
const MOST_TICKS: usize = 12;

/// A time, whether it is inferred, and the claims that name it.
type Named = (Span, bool, Vec<ClaimId>);

/// The times of a transfer, before they have a place.
#[derive(Default)]
struct Times {
    happening: Vec<Named>,
    unplaced: Vec<(When, ClaimId)>,
    reported: Vec<Named>,
    denied: Vec<Named>,
}

/// The chronology of some transfers, from those of their claims that are given, and count. Denials are never left
/// out: without them what is denied would look as if it were not.
#[must_use]
pub fn chronology(trust: Trust, transfers: &[TransferId], claims: &ClaimSet) -> Chronology {
    let mut spans = Vec::new();
    let mut all: Vec<(Option<Day>, TransferId)> = Vec::new();
    for &transfer in transfers {
        let (mut happening, mut said): (Option<Day>, Option<Day>) = (None, None);
        each_time(trust, transfer, claims, &mut |of, when, _| {
            let Some(span) = placed(when) else { return };
            spans.push(span);
            let first = if of == Of::Happening { &mut happening } else { &mut said };
            *first = begin(span).into_iter().chain(*first).min();
        });
        all.push((happening.or(said), transfer));
    }
    all.sort_by_key(|(first, _)| (first.is_none(), *first));
    let axis = axis_of(&spans);
    Chronology {
        axis,
        ticks: axis.map(|it| it.ticks(MOST_TICKS)).unwrap_or_default(),
        transfers: all.into_iter().map(|it| it.1).collect(),
    }
}

/// The axis of the chronology of some transfers; nothing where none of their claims has a day.
pub(super) fn axis(trust: Trust, transfers: &[TransferId], claims: &ClaimSet) -> Option<Axis> {
    let mut spans = Vec::new();
    for &transfer in transfers {
        each_time(trust, transfer, claims, &mut |_, when, _| spans.extend(placed(when)));
    }
    axis_of(&spans)
}

fn axis_of(spans: &[Span]) -> Option<Axis> {
    let axis = Axis::of(spans.iter().copied())?;
    let is_open = |end: fn(&Span) -> Option<Day>| spans.iter().any(|it| end(it).is_none());
    Some(axis.with_room(is_open(|it| it.from), is_open(|it| it.to)))
}

/// The first day that is named.
fn begin(span: Span) -> Option<Day> {
    span.from.or(span.to)
}

fn moment(corpus: &Corpus, axis: Axis, (span, is_inferred, claims): Named) -> Moment {
    let says = |stage: &Status| {
        let mut all = claims.iter().map(|&it| corpus.claim(it));
        all.any(|it| it.status == *stage && matches!(it.stance, Stance::Asserts | Stance::Denies))
    };
    let stages = Status::ALL.into_iter().filter(says).collect();
    Moment { span, extent: axis.extent(span, is_inferred, claims), stages }
}

/// What a claim names a time of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Happening,
    Reported,
    Denied,
}

/// Tells each time that a transfer's claims name.
fn each_time(
    trust: Trust,
    transfer: TransferId,
    claims: &ClaimSet,
    tell: &mut dyn FnMut(Of, &When, ClaimId),
) {
    let corpus = trust.corpus;
    for claim in trust.claims_of(transfer) {
        let it = corpus.claim(claim);
        let is_denial = it.stance == Stance::Denies;
        if !claims.contains(claim) && !is_denial {
            continue;
        }
        if let Some(when) = it.when.as_ref().filter(|_| it.stance == Stance::Asserts) {
            tell(Of::Happening, when, claim);
        }
        let published = &corpus.document(corpus.document_of(claim)).published;
        let told = it.reported.as_ref().filter(|it| placed(it).is_some()).unwrap_or(published);
        tell(if is_denial { Of::Denied } else { Of::Reported }, told, claim);
    }
}

fn times(trust: Trust, transfer: TransferId, claims: &ClaimSet) -> Times {
    let mut times = Times::default();
    let [mut happening, mut reported, mut denied] = [(); 3].map(|()| Gathered::default());
    each_time(trust, transfer, claims, &mut |of, when, claim| match of {
        Of::Happening if placed(when).is_none() => {
            times.unplaced.extend(names_a_time(when).then(|| (when.clone(), claim)));
        }
        Of::Happening => happening.add(when, claim),
        Of::Reported => reported.add(when, claim),
        Of::Denied => denied.add(when, claim),
    });
    (times.happening, times.reported, times.denied) =
        (happening.named, reported.named, denied.named);
    for named in [&mut times.happening, &mut times.reported, &mut times.denied] {
        named.sort_by_key(|(span, ..)| (begin(*span), span.to));
    }
    times
}

/// Whether a time says when, be it in words from which no interval follows.
pub(super) fn names_a_time(when: &When) -> bool {
    placed(when).is_some() || !when.is_undated()
}

/// The interval of a time, if it has an end.
fn placed(when: &When) -> Option<Span> {
    when.span.filter(|span| !span.is_open())
}

/// Times while they are gathered, each once.
#[derive(Default)]
struct Gathered {
    named: Vec<Named>,
    places: HashMap<(Span, bool), usize>,
}

impl Gathered {
    fn add(&mut self, when: &When, claim: ClaimId) {
        let (Some(span), is_inferred) = (placed(when), is_inferred(when)) else { return };
        let at = *self.places.entry((span, is_inferred)).or_insert(self.named.len());
        match self.named.get_mut(at) {
            Some((.., claims)) => claims.push(claim),
            None => self.named.push((span, is_inferred, vec![claim])),
        }
    }
}

/// The interval that the time filter holds a claim to: when it happened or, where it does not say, when its
/// document appeared.
///
/// `before that` would reach back to any year and `since then` into any future: an open beginning
/// is taken from the start of its year, and an open end, of what lay behind when the document
/// appeared, at its appearance.
#[must_use]
pub fn interval(corpus: &Corpus, claim: ClaimId) -> Span {
    let dated = corpus.claim(claim).when.as_ref().and_then(|when| when.span);
    let document = corpus.document(corpus.document_of(claim));
    let published = document.published.span.unwrap_or_default();
    let mut span = dated.unwrap_or(published);
    if span.from.is_none() {
        span.from = span.to.and_then(|to| Day::new(to.year(), 1, 1));
    }
    if span.to.is_none() && span.from < published.from {
        span.to = published.to;
    }
    span
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::comparison::tests::bundled;
    use crate::evidence::fixture::{Said, corpus, said};
    use crate::evidence::scale::tests::extent;
    use crate::evidence::{Gap, has_gap};
    use expect_test::expect;

    /// All lanes of a corpus, of some claims.
    fn lanes(corpus: &Corpus, it: &Chronology, claims: &ClaimSet) -> Vec<TransferTimes> {
        let lane = |&transfer: &TransferId| it.lane(Trust::all(corpus), transfer, claims);
        it.transfers.iter().map(lane).collect()
    }

    fn written(corpus: &Corpus, it: &Chronology) -> String {
        let moments = |name: &str, all: &[Moment]| {
            let moment = |it: &Moment| {
                let ids = it.extent.claims.iter().map(|&it| corpus.claim(it).id.as_str());
                let stages = it.stages.iter().map(|it| it.id());
                let (ids, stages) = (ids.collect::<Vec<_>>(), stages.collect::<Vec<_>>());
                format!(
                    "\n  {name} {} {} {} ({})",
                    it.span,
                    extent(&it.extent),
                    stages.join(" "),
                    ids.join(" ")
                )
            };
            all.iter().map(moment).collect::<String>()
        };
        let ticks = it.ticks.iter().map(|it| format!("{} {:.2}", it.day, it.at));
        let mut lines = vec![format!(
            "{}: {}",
            it.axis.map(|it| it.span().to_string()).unwrap_or_default(),
            ticks.collect::<Vec<_>>().join(", ")
        )];
        for lane in lanes(corpus, it, &corpus.claim_ids().collect()) {
            lines.push(format!(
                "{}{}{}{}{}{}",
                corpus.transfer(lane.transfer).id,
                if lane.is_undated() { ": date not stated" } else { "" },
                if lane.unplaced.is_empty() { "" } else { ": in words only" },
                moments("happens", &lane.happening),
                moments("reported", &lane.reported),
                moments("denied", &lane.denied),
            ));
        }
        lines.join("\n")
    }

    fn of(documents: &[(&str, Vec<Said>)]) -> String {
        let corpus = corpus(documents);
        let transfers: Vec<TransferId> = corpus.transfer_ids().collect();
        let claims = corpus.claim_ids().collect();
        written(&corpus, &chronology(Trust::all(&corpus), &transfers, &claims))
    }

    #[test]
    fn what_happens_stands_apart_from_what_is_reported() {
        let at = |span| said(&["x"]).when(span);
        let denied = said(&["y"]).stance("denies").disputes(&["0-0"]);
        let all =
            vec![at("2023-04"), at("2023-04").status("requested"), at("2023-12-01/.."), denied];
        expect![[r#"
            2023-04-01/2024-02-29: 2023-04-01 0.00, 2023-05-01 0.09, 2023-06-01 0.18, 2023-07-01 0.27, 2023-08-01 0.36, 2023-09-01 0.46, 2023-10-01 0.55, 2023-11-01 0.64, 2023-12-01 0.73, 2024-01-01 0.82, 2024-02-01 0.91, 2024-03-01 1.00
            t
              happens 2023-04 [0.000 0.090] requested agreed (0-0 0-1)
              happens 2023-12-01/.. [0.728 1.000) agreed (0-2)
              reported 2023-11 ~[0.639 0.728] requested agreed (0-0 0-1 0-2)
              denied 2023-11 ~[0.639 0.728] agreed (0-3)"#]].assert_eq(&of(&[("a", all)]));
        expect![[r#"
            2023-11: 2023-11-01 0.00, 2023-12-01 1.00
            t: date not stated
              reported 2023-11 ~[0.000 1.000] agreed (0-0)"#]]
        .assert_eq(&of(&[("a", vec![said(&["x"])])]));
        expect![[r#"
            2023-11: 2023-11-01 0.00, 2023-12-01 1.00
            t: in words only
              reported 2023-11 ~[0.000 1.000] agreed (0-0)"#]]
        .assert_eq(&of(&[("a", vec![at("../..")])]));
        expect![[r#"
            1000-01-01/9999-12-31: 1000-01-01 0.00, 2000-01-01 0.11, 3000-01-01 0.22, 4000-01-01 0.33, 5000-01-01 0.44, 6000-01-01 0.56, 7000-01-01 0.67, 8000-01-01 0.78, 9000-01-01 0.89
            t
              happens 1000-01-01 •0.000 agreed (0-0)
              happens 9999-12-31 •1.000 agreed (0-1)
              reported 2023-11 ~[0.114 0.114] agreed (0-0 0-1)"#]].assert_eq(&of(&[("a", vec![at("1000-01-01"), at("9999-12-31")])]));
    }

    #[test]
    fn nothing_has_no_axis() {
        let corpus = corpus(&[]);
        let none = chronology(Trust::all(&corpus), &[], &ClaimSet::new());
        assert_eq!((none.axis, none.transfers.len(), none.ticks.len()), (None, 0, 0));
    }

    #[test]
    fn a_denial_is_never_left_out() {
        let denied = said(&["y"]).stance("denies").disputes(&["0-0"]);
        let corpus = corpus(&[("a", vec![said(&["x"]), denied])]);
        let transfers: Vec<TransferId> = corpus.transfer_ids().collect();
        let claims = corpus.find_claim("0-0").into_iter().collect();
        let found = chronology(Trust::all(&corpus), &transfers, &claims);
        let lanes = lanes(&corpus, &found, &claims);
        assert_eq!(lanes.iter().map(|it| it.denied.len()).collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn what_has_no_date_is_what_lacks_one() {
        let corpus = bundled();
        let transfers: Vec<TransferId> = corpus.transfer_ids().collect();
        let trust = Trust::all(&corpus);
        let claims = corpus.claim_ids().collect();
        for lane in lanes(&corpus, &chronology(trust, &transfers, &claims), &claims) {
            let lacks = has_gap(trust, lane.transfer, Gap::NoDate);
            assert_eq!(lane.is_undated(), lacks, "{}", corpus.transfer(lane.transfer).id);
        }
    }

    #[test]
    fn the_chronology_of_the_corpus() {
        let corpus = bundled();
        let transfers: Vec<TransferId> = corpus.transfer_ids().collect();
        let claims = corpus.claim_ids().collect();
        expect![[r#"
            2022-01-01/2024-03-31: 2022-01-01 0.00, 2022-04-01 0.11, 2022-07-01 0.22, 2022-10-01 0.33, 2023-01-01 0.44, 2023-04-01 0.55, 2023-07-01 0.67, 2023-10-01 0.78, 2024-01-01 0.89, 2024-04-01 1.00
            irn-rus-missiles
              happens 2022-04-24/.. ~[0.138 1.000) unknown (32d9-17)
              happens 2022-09-01/.. ~[0.296 1.000) unknown (32d9-05 32d9-06)
              happens 2022-12-11/.. ~[0.419 1.000) unknown (32d9-07)
              reported 2022-12-11/.. ~[0.419 1.000) negotiating planned unknown (32d9-01 32d9-02 32d9-04 32d9-05 32d9-06 32d9-07 32d9-08 32d9-16 32d9-17)
            prk-rus-munitions-2022
              happens 2022-09-01/.. ~[0.296 1.000) planned (95b5-03)
              happens 2022-09 ~[0.296 0.333] agreed (95b5-01 95b5-07)
              reported 2022-09 ~[0.296 0.333] planned agreed (1bfa-01 1bfa-02 95b5-01 95b5-03 95b5-07 95b5-08 95b5-09 95b5-19 95b5-20)
            prk-rus-equipment
              happens 2022-09-01/.. ~[0.296 1.000) unknown (1bfa-07)
              reported 2022-09 ~[0.296 0.333] unknown (1bfa-07)
            irn-rus-drones-2022
              happens ../2022-09-30 ~(0.000 0.333] delivered (95b5-10)
              reported 2022-09 ~[0.296 0.333] delivered (95b5-10)
            irn-rus-drones: date not stated
              reported 2022-12-11/.. ~[0.419 1.000) delivered (32d9-14)
            irn-rus-drone-plant: date not stated
              reported 2022-12-11/.. ~[0.419 1.000) agreed (32d9-15)
            egy-rus-rockets
              happens 2023 ~[0.445 0.889] planned (0e12-21)
              happens ../2023-04-30 ~(0.000 0.591] cancelled (0e12-22)
              reported 2023-04 ~[0.554 0.591] cancelled (0e12-22)
              reported 2023-11-11/2023-11-30 ~[0.827 0.851] planned (0e12-19 0e12-21)
            egy-rus-engines
              happens 2023-04 ~[0.554 0.591] requested (7ebd-04)
              happens 2023-11-08/2023-12-30 ~[0.823 0.888] agreed (0e12-15)
              happens 2023-12 ~[0.851 0.889] agreed (7ebd-06)
              reported 2023-11-08 ~•0.823 requested agreed (0e12-06 0e12-15 7ebd-04 7ebd-05 7ebd-06)
              reported 2023-11-08/2023-11-30 ~[0.823 0.851]  (7ebd-07 7ebd-08)
              reported 2023-11-11/2023-11-30 ~[0.827 0.851]  (0e12-29)
            prk-rus-munitions-2023: date not stated
              reported 2023-11-01/2023-11-10 ~[0.815 0.827] delivered (7ebd-24)
              reported 2023-11-08 ~•0.823 delivered (7ebd-23)
              denied 2023-11-01/2023-11-10 ~[0.815 0.827] delivered (7ebd-25)
            usa-ukr-aid: date not stated
              reported 2023-11-01/2023-11-10 ~[0.815 0.827] unknown (0e12-32)
              reported 2023-11-11/2023-11-30 ~[0.827 0.851] unknown (0e12-25 0e12-31)
            blr-rus-helicopters: date not stated
              reported 2023-11-08 ~•0.823 requested agreed (0e12-07 0e12-26 7ebd-11)
              reported 2023-11-11/2023-11-30 ~[0.827 0.851]  (0e12-40)
            bra-rus-helicopters: date not stated
              reported 2023-11-08 ~•0.823 requested (0e12-08 7ebd-12)
              reported 2023-11-11/2023-11-30 ~[0.827 0.851] planned refused (0e12-09 0e12-28 0e12-41)
            pak-rus-helicopters: date not stated
              reported 2023-11-08 ~•0.823 requested (0e12-05 7ebd-10)
              reported 2023-11-11/2023-11-30 ~[0.827 0.851]  (0e12-39)
              denied 2023-11-11/2023-11-30 ~[0.827 0.851] requested (0e12-27)
            xws-ukr-arms: date not stated
              reported 2023-11-08/2023-11-30 ~[0.823 0.851] unknown (7ebd-28 7ebd-30 7ebd-31)
            rus-egy-debt: date not stated
              reported 2023-11-11/2023-11-30 ~[0.827 0.851] planned (0e12-16)
            rus-egy-wheat: date not stated
              reported 2023-11-11/2023-11-30 ~[0.827 0.851] planned (0e12-17)"#]]
            .assert_eq(&written(&corpus, &chronology(Trust::all(&corpus), &transfers, &claims)));
    }
}
