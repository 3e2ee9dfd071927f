//! The brush: how many claims there are over time, and the places on it that set the time filter.
//!
//! A bin counts the claims that the time filter would find there, so that what is counted is what is found.

use super::scale::{Axis, fraction, month};
use super::{Trust, chronology, interval};
use crate::corpus::{ClaimSet, Corpus, Day, Span, TransferId, TransferSet};

/// The time of a corpus in bins. Its edges are counted from 0, the beginning of the first bin, to the number of
/// bins, the end of the last; the filter's two ends each stand at one.
#[derive(Clone, Debug, PartialEq)]
pub struct Brush {
    /// The whole months that it spans: as the chronology of all of it, and whatever the time filter may find.
    pub axis: Axis,
    /// The bins, from the first to the last, without a gap: days, half months, months, quarters, or so many years.
    pub bins: Vec<Bin>,
}

/// A part of the time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// Its days.
    pub span: Span,
    /// Where it begins on the axis.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

/// How many claims there are in a bin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BinCount {
    /// Those that the time filter finds there: their times touch it, however vague they are.
    pub found: usize,
    /// Those of them whose times lie in it as a whole.
    pub within: usize,
}

/// What of the brush is held.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Grip {
    /// The end at which the window begins.
    From,
    /// The end at which it is over.
    To,
    /// The window as a whole, at a place.
    Window(f64),
    /// A place that a new window is drawn from.
    New(f64),
}

/// Of so many months, at most, each day is a bin, and of so many each half of a month.
const BY_DAYS: u32 = 3;
const BY_HALVES: u32 = 12;

/// How long bins may be beyond that, in months: of the shortest of which there are not more than [`MOST`] there are as
/// many as that.
const MONTHS: [u32; 10] = [1, 3, 12, 24, 60, 120, 240, 600, 1200, 2400];

/// How many bins there are at most.
const MOST: u32 = 120;

impl Brush {
    /// The time of all claims about transfers that are given; nothing where none of them has a day.
    #[must_use]
    pub fn new(corpus: &Corpus, claims: &ClaimSet) -> Option<Self> {
        let of_transfers = || claims.iter().filter(|&it| corpus.transfer_of(it).is_some());
        let found = Axis::of(of_transfers().map(|it| interval(corpus, it)))?;
        let transfers: TransferSet =
            of_transfers().filter_map(|it| corpus.transfer_of(it)).collect();
        let transfers: Vec<TransferId> = transfers.iter().collect();
        let drawn = chronology::axis(Trust::all(corpus), &transfers, claims).unwrap_or(found);
        let axis = Axis { first: found.first.min(drawn.first), last: found.last.max(drawn.last) };
        let begins = begins(axis);
        let nexts = begins.iter().skip(1).map(|&it| Some(it)).chain([None]);
        let bins = begins.iter().zip(nexts).map(|(&from, next)| {
            let last =
                next.and_then(|next| Day::from_number(next.number() - 1)).unwrap_or(axis.last);
            let span = Span { from: Some(from), to: Some(last) };
            Bin { span, from: axis.start_of(from), to: axis.end_of(last) }
        });
        Some(Self { axis, bins: bins.collect() })
    }

    /// For each bin how many of some claims, of those about transfers, the time filter would find in it.
    #[must_use]
    pub fn count(&self, corpus: &Corpus, claims: &ClaimSet) -> Vec<BinCount> {
        let mut counts = vec![BinCount::default(); self.bins.len()];
        for claim in claims.iter().filter(|&it| corpus.transfer_of(it).is_some()) {
            let span = interval(corpus, claim);
            let (from, to) = self.touched(span);
            let is_within = from + 1 == to && span.from.is_some() && span.to.is_some();
            for count in counts.iter_mut().take(to).skip(from) {
                count.found += 1;
                count.within += usize::from(is_within);
            }
        }
        counts
    }

    /// The edges of the bins that an interval touches; none where it lies beside them all.
    fn touched(&self, span: Span) -> (usize, usize) {
        let ends_before = |bin: &Bin| span.from.is_some_and(|from| bin.span.to < Some(from));
        let begins_by = |bin: &Bin| span.to.is_none_or(|to| bin.span.from <= Some(to));
        (self.bins.partition_point(ends_before), self.bins.partition_point(begins_by))
    }

    /// Where an edge is.
    #[must_use]
    pub fn place(&self, edge: usize) -> f64 {
        self.bins.get(edge).map_or(1.0, |bin| bin.from)
    }

    /// The edge that is nearest to a place: where a handle that is let go there comes to stand.
    #[must_use]
    pub fn snap(&self, place: f64) -> usize {
        self.bins.partition_point(|bin| f64::midpoint(bin.from, bin.to) < place)
    }

    /// The edges between which a time filter lies; without one, the first and the last.
    #[must_use]
    pub fn edges(&self, time: Option<Span>) -> (usize, usize) {
        let (from, to) = self.touched(time.unwrap_or_default());
        let last = self.bins.len();
        // What lies beside all bins stands at their end, with a bin's room for its handles.
        if from < to { (from, to) } else { (from.min(last - 1), from.min(last - 1) + 1) }
    }

    /// Where a time filter begins and ends, to the day.
    #[must_use]
    pub fn window(&self, time: Option<Span>) -> (f64, f64) {
        let span = time.unwrap_or_default();
        let from = span.from.map_or(0.0, |day| self.axis.start_of(day));
        (from, span.to.map_or(1.0, |day| self.axis.end_of(day)))
    }

    /// The edges of a window once an end of it is brought to another edge. It stays a bin wide, at least.
    #[must_use]
    pub fn moved(&self, (from, to): (usize, usize), grip: Grip, edge: usize) -> (usize, usize) {
        match grip {
            Grip::From => (edge.min(to.saturating_sub(1)), to),
            Grip::To => (from, edge.clamp(from + 1, self.bins.len().max(from + 1))),
            Grip::Window(_) | Grip::New(_) => (from, to),
        }
    }

    /// The edges of a window once what is held of it is dragged to a place.
    #[must_use]
    pub fn dragged(&self, edges: (usize, usize), grip: Grip, place: f64) -> (usize, usize) {
        match grip {
            Grip::From | Grip::To => self.moved(edges, grip, self.snap(place)),
            Grip::Window(start) => {
                let (from, to) = edges;
                let moved = self.snap((self.place(from) + place - start).clamp(0.0, 1.0));
                let moved = moved.min(self.bins.len().saturating_sub(to - from));
                (moved, moved + to - from)
            }
            Grip::New(start) => {
                let (one, other) = (self.bin_at(start), self.bin_at(place));
                (one.min(other), one.max(other) + 1)
            }
        }
    }

    /// What a pointer takes hold of at a place: the window where it is narrowed, else a new one.
    #[must_use]
    pub fn grip_at(&self, time: Option<Span>, place: f64) -> Grip {
        let (from, to) = self.window(time);
        let is_inside = time.is_some() && (from..=to).contains(&place);
        if is_inside { Grip::Window(place) } else { Grip::New(place) }
    }

    /// The bin at a place.
    fn bin_at(&self, place: f64) -> usize {
        let ended = self.bins.partition_point(|bin| bin.to <= place);
        ended.min(self.bins.len().saturating_sub(1))
    }

    /// The first day and the last between two edges.
    #[must_use]
    pub fn days(&self, (from, to): (usize, usize)) -> Span {
        let first = self.bins.get(from).and_then(|bin| bin.span.from);
        let last = to.checked_sub(1).and_then(|at| self.bins.get(at)).and_then(|bin| bin.span.to);
        Span { from: first, to: last }
    }

    /// The time filter between two edges, whichever is first, of one bin at least; none where they hold all.
    #[must_use]
    pub fn time(&self, one: usize, other: usize) -> Option<Span> {
        let last = self.bins.len();
        let from = one.min(other).min(last - 1);
        let to = one.max(other).clamp(from + 1, last);
        let all = from == 0 && to == last;
        let ends = self.bins.get(from).zip(self.bins.get(to - 1)).filter(|_| !all);
        ends.map(|(first, last)| Span { from: first.span.from, to: last.span.to })
    }
}

/// How high the bars of some counts are, as shares of the highest: what is found in a bin, and what lies within it.
#[must_use]
pub fn heights(counts: &[BinCount]) -> Vec<(f64, f64)> {
    let most = counts.iter().map(|it| it.found).max().unwrap_or_default();
    let share = |count: usize| fraction(count as u128, most as u128);
    counts.iter().map(|it| (share(it.found), share(it.within))).collect()
}

/// The days on which bins begin.
fn begins(axis: Axis) -> Vec<Day> {
    let (first, last) = (month(axis.first), month(axis.last));
    let count = last + 1 - first;
    if count <= BY_DAYS {
        let days = axis.first.number()..=axis.last.number();
        return days.filter_map(Day::from_number).collect();
    }
    let day = |month: u32, day: u8| {
        Day::new(u16::try_from(month / 12).ok()?, u8::try_from(month % 12 + 1).ok()?, day)
    };
    if count <= BY_HALVES {
        let halves = (first..=last).flat_map(|month| [1, 16].map(|it| day(month, it)));
        return halves.flatten().collect();
    }
    let fits = |months: &u32| count / months < MOST;
    let step = MONTHS.into_iter().find(fits).expect("there are at most nine thousand years");
    let is_edge = |month: &u32| *month == first || month.is_multiple_of(step);
    (first..=last).filter(is_edge).filter_map(|month| day(month, 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::comparison::tests::bundled;
    use crate::evidence::fixture::{corpus, said};
    use expect_test::expect;
    use proptest::prelude::*;

    fn of(spans: &[&'static str]) -> (Corpus, Brush) {
        let claims = spans.iter().map(|span| said(&["x"]).when(span)).collect();
        let corpus = corpus(&[("a", claims)]);
        let brush = Brush::new(&corpus, &corpus.claim_ids().collect()).expect("days");
        (corpus, brush)
    }

    #[test]
    fn there_are_ten_dozen_bins_at_most() {
        let lines: Vec<String> = [
            ["2023-11-08", "2023-11-08"],
            ["2023-08", "2023-11"],
            ["2022-04", "2023"],
            ["2013-04", "2023"],
            ["2003-04", "2023"],
            ["1914", "2023"],
            ["1000", "9999"],
            ["9999-12-31", "9999-12-31"],
        ]
        .iter()
        .map(|spans| {
            let (_, brush) = of(spans);
            let bin = |at: usize| brush.bins[at].span.to_string();
            let last = brush.bins.len() - 1;
            format!("{spans:?}: {} bins, {}, {}, … {}", last + 1, bin(0), bin(1), bin(last))
        })
        .collect();
        expect![[r#"
            ["2023-11-08", "2023-11-08"]: 30 bins, 2023-11-01, 2023-11-02, … 2023-11-30
            ["2023-08", "2023-11"]: 8 bins, 2023-08-01/2023-08-15, 2023-08-16/2023-08-31, … 2023-11-16/2023-11-30
            ["2022-04", "2023"]: 21 bins, 2022-04, 2022-05, … 2023-12
            ["2013-04", "2023"]: 43 bins, 2013-04-01/2013-06-30, 2013-07-01/2013-09-30, … 2023-10-01/2023-12-31
            ["2003-04", "2023"]: 83 bins, 2003-04-01/2003-06-30, 2003-07-01/2003-09-30, … 2023-10-01/2023-12-31
            ["1914", "2023"]: 110 bins, 1914, 1915, … 2023
            ["1000", "9999"]: 90 bins, 1000-01-01/1099-12-31, 1100-01-01/1199-12-31, … 9900-01-01/9999-12-31
            ["9999-12-31", "9999-12-31"]: 80 bins, 2023-11-01/2099-12-31, 2100-01-01/2199-12-31, … 9900-01-01/9999-12-31"#]].assert_eq(&lines.join("\n"));
    }

    #[test]
    fn it_lies_on_the_axis_of_the_chronology() {
        let corpus = bundled();
        let all: ClaimSet = corpus.claim_ids().collect();
        let transfers: Vec<TransferId> = corpus.transfer_ids().collect();
        let brush = Brush::new(&corpus, &all).map(|it| it.axis);
        assert_eq!(brush, chronology::axis(Trust::all(&corpus), &transfers, &all));
    }

    #[test]
    fn without_a_day_there_is_no_brush() {
        let corpus = corpus(&[]);
        assert_eq!(Brush::new(&corpus, &ClaimSet::new()), None);
    }

    #[test]
    fn the_brush_of_the_corpus() {
        let corpus = bundled();
        let all: ClaimSet = corpus.claim_ids().collect();
        let brush = Brush::new(&corpus, &all).expect("days");
        let egypt = corpus.claims_of(corpus.find_transfer("egy-rus-engines").expect("a transfer"));
        let egypt = egypt.iter().copied().collect();
        let counts = |claims: &ClaimSet| {
            let counts = brush.count(&corpus, claims).into_iter();
            counts.map(|it| format!("{}/{}", it.within, it.found)).collect::<Vec<_>>().join(" ")
        };
        let lines = [brush.axis.span().to_string(), counts(&all), counts(&egypt)];
        expect![[r#"
            2022-01-01/2024-03-31
            0/1 0/1 0/1 0/2 0/2 0/2 0/2 0/2 7/14 0/6 0/6 0/14 0/16 0/16 0/16 1/17 0/15 0/15 0/15 0/15 0/15 0/15 30/46 1/17 0/14 0/14 0/14
            0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 1/1 0/0 0/0 0/0 0/0 0/0 0/0 5/6 1/2 0/0 0/0 0/0"#]].assert_eq(&lines.join("\n"));
    }

    #[test]
    fn what_is_held_follows_the_pointer() {
        let (_, brush) = of(&["2022", "2023"]);
        let month = |edge: usize| brush.place(edge) + 0.001;
        let dragged = |grip, place| brush.dragged((6, 12), grip, place);
        assert_eq!(dragged(Grip::From, month(3)), (3, 12));
        assert_eq!(dragged(Grip::From, month(20)), (11, 12));
        assert_eq!(dragged(Grip::To, month(20)), (6, 20));
        assert_eq!(dragged(Grip::To, 0.0), (6, 7));
        assert_eq!(dragged(Grip::Window(month(7)), month(9)), (8, 14));
        assert_eq!(dragged(Grip::Window(month(7)), 1.0), (18, 24));
        assert_eq!(dragged(Grip::Window(month(7)), -1.0), (0, 6));
        assert_eq!(dragged(Grip::New(month(4)), month(2)), (2, 5));
        assert_eq!(dragged(Grip::New(1.0), 1.0), (23, 24));
        assert_eq!(brush.moved((6, 12), Grip::To, 99), (6, 24));
        assert_eq!(brush.days((6, 12)).to_string(), "2022-07-01/2022-12-31");
        let half: Option<Span> = "2022-07/2022-12".parse().ok();
        assert_eq!(brush.grip_at(half, month(7)), Grip::Window(month(7)));
        assert_eq!(brush.grip_at(None, month(7)), Grip::New(month(7)));
    }

    #[test]
    fn bars_are_shares_of_the_highest() {
        let counts = [(4, 1), (0, 0), (2, 2)];
        let counts = counts.map(|(found, within)| BinCount { found, within });
        assert_eq!(heights(&counts), [(1.0, 0.25), (0.0, 0.0), (0.5, 0.5)]);
        assert_eq!(heights(&[BinCount::default()]), [(0.0, 0.0)]);
    }

    #[test]
    fn places_lead_to_times_and_back() {
        let (_, brush) = of(&["2022", "2023"]);
        let time =
            |one, other| brush.time(brush.snap(one), brush.snap(other)).map(|it| it.to_string());
        let text = |it: &str| Some(it.to_owned());
        assert_eq!(time(0.0, 1.0), None);
        assert_eq!(time(0.5, 1.0), text("2023"));
        assert_eq!(time(1.0, 0.51), text("2023"));
        assert_eq!(time(0.5, 0.5), text("2023-01"));
        assert_eq!(time(1.0, 1.0), text("2023-12"));
        assert_eq!(time(f64::NAN, 0.03), text("2022-01"));
        let edges = |span: &str| brush.edges(span.parse().ok());
        assert_eq!(edges("2023-11-08/2023-12-08"), (22, 24));
        assert_eq!(edges("2023-01/.."), (12, 24));
        assert_eq!([edges("1999"), edges("2030")], [(0, 1), (23, 24)]);
        assert_eq!(brush.edges(None), (0, 24));
        assert_eq!(brush.window("2030".parse().ok()), (1.0, 1.0));
    }

    proptest! {
        #[test]
        fn every_edge_is_where_it_is(from in 0_usize..25, to in 0_usize..25) {
            let (_, brush) = of(&["2022", "2023"]);
            prop_assert_eq!(brush.snap(brush.place(from)), from.min(24));
            if from < to {
                prop_assert_eq!(brush.edges(brush.time(from, to)), (from, to));
            }
        }
    }
}
