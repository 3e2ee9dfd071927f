//! A shared scale: where the numbers or the times that documents print lie beside each other, as plain geometry.
//!
//! A place is a fraction of the width: 0 at the left, 1 at the right.

use crate::corpus::{ClaimId, Day, DocumentId, Quantity, Span, When};

/// Numbers or times on one scale: a lane a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// The lanes, in the order in which the documents came.
    pub lanes: Vec<Lane>,
    /// The marks below them.
    pub ticks: Ticks,
    /// Whether all of it has a number or a day in common, so that all of it can hold.
    pub is_overlapping: bool,
}

/// What one document prints.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// The document.
    pub document: DocumentId,
    /// Its numbers or times.
    pub extents: Vec<Extent>,
}

/// From where to where something that is printed can lie.
#[derive(Clone, Debug, PartialEq)]
pub struct Extent {
    /// Where it begins.
    pub from: End,
    /// Where it ends.
    pub to: End,
    /// Whether it is one number or one day. A day is as wide as it is on the scale, a number has no width.
    pub is_point: bool,
    /// Whether it follows from more than the printed words.
    pub is_inferred: bool,
    /// The claims that say so.
    pub claims: Vec<ClaimId>,
}

/// An end of an extent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    /// Where it is.
    pub at: f64,
    /// Whether the words leave it open, so that it fades: it is at the edge of the scale then.
    pub is_open: bool,
}

impl End {
    fn of(at: Option<f64>, edge: f64) -> Self {
        Self { at: at.unwrap_or(edge), is_open: at.is_none() }
    }
}

/// The marks of a scale.
#[derive(Clone, Debug, PartialEq)]
pub enum Ticks {
    /// Of days.
    Days(Vec<DayTick>),
    /// Of numbers.
    Numbers(Vec<NumberTick>),
}

/// The beginning of a month, a quarter or a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DayTick {
    /// Where it is.
    pub at: f64,
    /// The day that begins there.
    pub day: Day,
    /// Whether its year has to be named: it is the first, or another than that of the one before.
    pub names_year: bool,
}

impl DayTick {
    /// Whether a word has room behind it, before the scale ends.
    #[must_use]
    pub fn has_room(&self) -> bool {
        self.at < 0.94
    }
}

/// A round number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NumberTick {
    /// Where it is.
    pub at: f64,
    /// The number.
    pub number: u64,
}

/// How many marks a shared scale has at most.
const MOST_TICKS: usize = 6;

/// The share of the width that is `part` of `whole`, to a millionth.
pub(super) fn fraction(part: u128, whole: u128) -> f64 {
    let millionths = part.min(whole) * 1_000_000 / whole.max(1);
    f64::from(u32::try_from(millionths).expect("it is a million at most")) / 1_000_000.0
}

/// Something printed, with the document that prints it and the claims that say so.
pub type Printing<'a, T> = (DocumentId, &'a T, Vec<ClaimId>);

impl Scale {
    /// The scale of some times; nothing where fewer than two of them have an end.
    #[must_use]
    pub fn of_times(times: &[Printing<When>]) -> Option<Self> {
        let dated: Vec<(DocumentId, Span, &When, &Vec<ClaimId>)> = times
            .iter()
            .filter_map(|(document, when, claims)| {
                let span = when.span.filter(|span| !span.is_open())?;
                Some((*document, span, *when, claims))
            })
            .collect();
        let mut spans = dated.iter().map(|(_, span, ..)| *span);
        let axis = Axis::of(spans.clone()).filter(|_| dated.len() > 1)?;
        let axis = axis
            .with_room(spans.clone().any(|it| it.from.is_none()), spans.any(|it| it.to.is_none()));
        let first = dated.iter().filter_map(|(_, span, ..)| span.from).max();
        let last = dated.iter().filter_map(|(_, span, ..)| span.to).min();
        let is_overlapping = first.zip(last).is_none_or(|(first, last)| first <= last);
        let extents = dated.into_iter().map(|(document, span, when, claims)| {
            (document, axis.extent(span, is_inferred(when), claims.clone()))
        });
        let ticks = Ticks::Days(axis.ticks(MOST_TICKS));
        Some(Self { lanes: lanes(extents), ticks, is_overlapping })
    }

    /// The scale of some numbers; nothing where fewer than two of them have a bound.
    #[must_use]
    pub fn of_numbers(numbers: &[Printing<Quantity>]) -> Option<Self> {
        let mut bounded: Vec<&Printing<Quantity>> = numbers.iter().collect();
        bounded.retain(|(_, it, _)| !it.is_vague());
        let ends = bounded.iter().flat_map(|(_, it, _)| [it.min, it.max]).flatten();
        let (least, most) = (ends.clone().min()?, ends.max()?);
        if bounded.len() < 2 {
            return None;
        }
        let is_open_end = bounded.iter().any(|(_, it, _)| it.max.is_none());
        let row = Numbers::around(least, most, is_open_end);
        let from = bounded.iter().filter_map(|(_, it, _)| it.min).max();
        let to = bounded.iter().filter_map(|(_, it, _)| it.max).min();
        let is_overlapping = from.zip(to).is_none_or(|(from, to)| from <= to);
        let extents = bounded.iter().map(|(document, it, claims)| {
            let extent = Extent {
                from: End::of(it.min.map(|it| row.at(it)), 0.0),
                to: End::of(it.max.map(|it| row.at(it)), 1.0),
                is_point: it.min == it.max,
                is_inferred: false,
                claims: claims.clone(),
            };
            (*document, extent)
        });
        Some(Self { lanes: lanes(extents), ticks: Ticks::Numbers(row.ticks()), is_overlapping })
    }
}

/// Whether a time follows from more than the words that are printed.
#[must_use]
pub fn is_inferred(when: &When) -> bool {
    when.is_undated() || when.basis.is_some()
}

fn lanes(extents: impl Iterator<Item = (DocumentId, Extent)>) -> Vec<Lane> {
    let mut lanes: Vec<Lane> = Vec::new();
    for (document, extent) in extents {
        // They come document by document.
        match lanes.last_mut().filter(|lane| lane.document == document) {
            Some(lane) => lane.extents.push(extent),
            None => lanes.push(Lane { document, extents: vec![extent] }),
        }
    }
    lanes
}

/// A row of numbers between two round ones.
struct Numbers {
    from: u128,
    to: u128,
    step: u128,
}

impl Numbers {
    /// Around the least and the most that are printed, with room where there is no most.
    fn around(least: u64, most: u64, is_open_end: bool) -> Self {
        let (least, most) = (u128::from(least), u128::from(most));
        let room = ((most - least) / 3).max(most / 4).max(1);
        let most = if is_open_end { most + room } else { most };
        let mut steps = (0..).flat_map(|power| [1, 2, 5].map(|it| it * 10_u128.pow(power)));
        let fits = |step: u128| {
            let from = least / step * step;
            let to = (most.div_ceil(step) * step).max(from + step);
            let steps = (to - from) / step;
            (steps < MOST_TICKS as u128).then_some(Self { from, to, step })
        };
        steps.find_map(fits).expect("some step is as long as all of it")
    }

    fn at(&self, number: u64) -> f64 {
        fraction(u128::from(number).saturating_sub(self.from), self.to - self.from)
    }

    fn ticks(&self) -> Vec<NumberTick> {
        let mut ticks = Vec::new();
        let mut number = self.from;
        while let Some(round) = u64::try_from(number).ok().filter(|_| number <= self.to) {
            ticks.push(NumberTick { at: self.at(round), number: round });
            number += self.step;
        }
        ticks
    }
}

/// A row of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The first day.
    pub first: Day,
    /// The last day, not before the first.
    pub last: Day,
}

/// How many months apart marks may be.
const STEPS: [u32; 14] = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000];

impl Axis {
    /// The whole months that hold every day that some intervals name; nothing where they name none.
    #[must_use]
    pub fn of(spans: impl Iterator<Item = Span>) -> Option<Self> {
        let mut ends: Option<(Day, Day)> = None;
        for day in spans.flat_map(|span| [span.from, span.to]).flatten() {
            let (first, last) = ends.unwrap_or((day, day));
            ends = Some((first.min(day), last.max(day)));
        }
        let (first, last) = ends?;
        Some(Self::of_months(month(first), month(last)))
    }

    /// The days from the first of one month to the last of another, both counted from the year 0.
    fn of_months(first: u32, last: u32) -> Self {
        let (first, last) =
            (first.clamp(FIRST_MONTH, LAST_MONTH), last.clamp(FIRST_MONTH, LAST_MONTH));
        let span = |month: u32| {
            let year = u16::try_from(month / 12).expect("it is a year of four digits");
            Span::month(year, u8::try_from(month % 12 + 1).expect("it is a month"))
        };
        let ends = span(first).from.zip(span(last).to);
        let (first, last) = ends.expect("a month of these years has a first and a last day");
        Self { first, last }
    }

    /// The same with room beside it, where something fades out there: an eighth of its length.
    #[must_use]
    pub fn with_room(self, before: bool, after: bool) -> Self {
        let (first, last) = (month(self.first), month(self.last));
        let room = (last + 1 - first).div_ceil(8);
        let before = if before { room } else { 0 };
        let after = if after { room } else { 0 };
        if before == 0 && after == 0 {
            self
        } else {
            Self::of_months(first.saturating_sub(before), last + after)
        }
    }

    /// How many days it has.
    #[must_use]
    pub fn days(self) -> u32 {
        self.last.number().saturating_sub(self.first.number()) + 1
    }

    /// The interval of all its days.
    #[must_use]
    pub fn span(self) -> Span {
        Span { from: Some(self.first), to: Some(self.last) }
    }

    /// Where a day begins; at the edge, where it is not on the axis.
    #[must_use]
    pub fn start_of(self, day: Day) -> f64 {
        self.place(day.number())
    }

    /// Where a day ends.
    #[must_use]
    pub fn end_of(self, day: Day) -> f64 {
        self.place(day.number() + 1)
    }

    fn place(self, number: u32) -> f64 {
        fraction(number.saturating_sub(self.first.number()).into(), self.days().into())
    }

    /// From where to where an interval lies on it; an open end is at the edge.
    #[must_use]
    pub fn extent(self, span: Span, is_inferred: bool, claims: Vec<ClaimId>) -> Extent {
        Extent {
            from: End::of(span.from.map(|day| self.start_of(day)), 0.0),
            to: End::of(span.to.map(|day| self.end_of(day)), 1.0),
            is_point: span.from.is_some() && span.from == span.to,
            is_inferred,
            claims,
        }
    }

    /// The beginnings of months, of quarters, of half years or of years, or of every so many years: of the
    /// shortest of which not more than so many fit, all as far apart. At least two, and the first day and the
    /// last where the calendar ends before.
    #[must_use]
    pub fn ticks(self, most: usize) -> Vec<DayTick> {
        let end = self.last.number() + 1;
        let mut found: Vec<(f64, Day)> = Vec::new();
        for step in STEPS {
            found.clear();
            let from = month(self.first).div_ceil(step) * step;
            for month in (from..=month(self.last) + 1).step_by(step as usize).take(most + 1) {
                let day = u16::try_from(month / 12).ok().zip(u8::try_from(month % 12 + 1).ok());
                let day = day.and_then(|(year, month)| Day::new(year, month, 1));
                let on_it = |day: &Day| (self.first.number()..=end).contains(&day.number());
                found.extend(day.filter(on_it).map(|day| (self.start_of(day), day)));
            }
            if found.len() <= most {
                break;
            }
        }
        if found.len() < 2 {
            found = vec![(0.0, self.first), (self.start_of(self.last), self.last)];
            found.dedup_by_key(|(_, day)| *day);
        }
        let mut year = None;
        let mut ticks = Vec::new();
        for (at, day) in found {
            let names_year = year.replace(day.year()) != Some(day.year());
            ticks.push(DayTick { at, day, names_year });
        }
        ticks
    }
}

/// The first month and the last that have days, counted from the year 0.
const FIRST_MONTH: u32 = 1000 * 12;
const LAST_MONTH: u32 = 9999 * 12 + 11;

/// A day's month, counted from the year 0.
pub(super) fn month(day: Day) -> u32 {
    u32::from(day.year()) * 12 + u32::from(day.month()) - 1
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::evidence::fixture::corpus;
    use expect_test::expect;
    use proptest::prelude::*;

    fn span(text: &str) -> Span {
        text.parse().expect("a span")
    }

    /// An extent: `(` and `)` where it is open, `~` where it is inferred.
    pub fn extent(it: &Extent) -> String {
        let Extent { from, to, is_point, is_inferred, .. } = it;
        let [open, close] =
            [if from.is_open { "(" } else { "[" }, if to.is_open { ")" } else { "]" }];
        let (from, to) = (from.at, to.at);
        let inferred = if *is_inferred { "~" } else { "" };
        if *is_point {
            format!("{inferred}•{from:.3}")
        } else {
            format!("{inferred}{open}{from:.3} {to:.3}{close}")
        }
    }

    fn ticks(ticks: &Ticks) -> String {
        let ticks: Vec<String> = match ticks {
            Ticks::Days(days) => days.iter().map(|it| format!("{} {:.2}", it.day, it.at)).collect(),
            Ticks::Numbers(all) => {
                all.iter().map(|it| format!("{} {:.2}", it.number, it.at)).collect()
            }
        };
        ticks.join(", ")
    }

    /// The extents of a scale, its marks, and whether all can hold.
    pub fn drawn(scale: Option<&Scale>) -> String {
        let Some(scale) = scale else { return "no scale".to_owned() };
        let extents = scale.lanes.iter().flat_map(|lane| &lane.extents).map(extent);
        let overlap = if scale.is_overlapping { "both can hold" } else { "apart" };
        format!("{} | {} | {overlap}", extents.collect::<Vec<_>>().join(" "), ticks(&scale.ticks))
    }

    fn of_times(spans: &[&str]) -> String {
        let documents = corpus(&[("a", vec![]), ("b", vec![]), ("c", vec![])]);
        let times: Vec<When> = spans
            .iter()
            .map(|text| When {
                words: Some(crate::corpus::Text::new("en", *text)),
                span: Some(span(text)),
                basis: None,
            })
            .collect();
        let printed: Vec<Printing<When>> = documents
            .document_ids()
            .zip(&times)
            .map(|(document, when)| (document, when, vec![]))
            .collect();
        drawn(Scale::of_times(&printed).as_ref())
    }

    fn of_numbers(numbers: &[(Option<u64>, Option<u64>)]) -> String {
        let documents = corpus(&[("a", vec![]), ("b", vec![]), ("c", vec![])]);
        let numbers: Vec<Quantity> = numbers
            .iter()
            .map(|&(min, max)| Quantity { words: crate::corpus::Text::new("en", ""), min, max })
            .collect();
        let printed: Vec<Printing<Quantity>> = documents
            .document_ids()
            .zip(&numbers)
            .map(|(document, it)| (document, it, vec![]))
            .collect();
        drawn(Scale::of_numbers(&printed).as_ref())
    }

    #[test]
    fn times_lie_beside_each_other() {
        let lines = [
            of_times(&["2023-11-08/2023-12-30", "2023-12"]),
            of_times(&["2023-11-08", "2023-12"]),
            of_times(&["2022", "2023-03", "2023/.."]),
            of_times(&["../2022-05-10", "2022-05-11"]),
            of_times(&["2023-11"]),
            of_times(&["2023-11", "../.."]),
            of_times(&["1000-01-01", "9999-12-31"]),
            of_times(&["9999-12-30", "9999-12-31"]),
        ];
        expect![[r#"
            [0.115 0.984] [0.492 1.000] | 2023-11-01 0.00, 2023-12-01 0.49, 2024-01-01 1.00 | both can hold
            •0.115 [0.492 1.000] | 2023-11-01 0.00, 2023-12-01 0.49, 2024-01-01 1.00 | apart
            [0.000 0.707] [0.822 0.882] [0.707 1.000) | 2022-01-01 0.00, 2022-04-01 0.17, 2022-07-01 0.35, 2022-10-01 0.53, 2023-01-01 0.71, 2023-04-01 0.88 | apart
            (0.000 0.656] •0.656 | 2022-04-01 0.00, 2022-05-01 0.49, 2022-06-01 1.00 | apart
            no scale
            no scale
            •0.000 •1.000 | 2000-01-01 0.11, 4000-01-01 0.33, 6000-01-01 0.56, 8000-01-01 0.78 | apart
            •0.935 •0.968 | 9999-12-01 0.00, 9999-12-31 0.97 | apart"#]].assert_eq(&lines.join("\n"));
    }

    #[test]
    fn numbers_lie_beside_each_other() {
        let lines = [
            of_numbers(&[(Some(101), None), (Some(150), Some(150))]),
            of_numbers(&[(Some(150), Some(150)), (Some(200), Some(200))]),
            of_numbers(&[(None, Some(300)), (Some(101), None)]),
            of_numbers(&[(Some(1_000_000), None), (None, None)]),
            of_numbers(&[(Some(1_000_000), None), (Some(1_000_000), None)]),
            of_numbers(&[(Some(0), Some(0)), (Some(1), Some(1))]),
            of_numbers(&[(Some(0), Some(u64::MAX)), (Some(1), None)]),
        ];
        expect![[r#"
            [0.010 1.000) •0.500 | 100 0.00, 120 0.20, 140 0.40, 160 0.60, 180 0.80, 200 1.00 | both can hold
            •0.000 •1.000 | 150 0.00, 160 0.20, 170 0.40, 180 0.60, 190 0.80, 200 1.00 | apart
            (0.000 0.667] [0.003 1.000) | 100 0.00, 200 0.33, 300 0.67, 400 1.00 | both can hold
            no scale
            [0.000 1.000) [0.000 1.000) | 1000000 0.00, 1050000 0.20, 1100000 0.40, 1150000 0.60, 1200000 0.80, 1250000 1.00 | both can hold
            •0.000 •1.000 | 0 0.00, 1 1.00 | apart
            [0.000 0.738] [0.000 1.000) | 0 0.00, 5000000000000000000 0.20, 10000000000000000000 0.40, 15000000000000000000 0.60 | both can hold"#]].assert_eq(&lines.join("\n"));
    }

    #[test]
    fn a_long_axis_has_as_few_marks() {
        let lines: Vec<String> = [
            "2023-11",
            "2023-01/2023-05",
            "2023-01/2023-06",
            "2022-02/2023-09",
            "2021-02/2023-12",
            "2001-02/2009-12",
            "1000/9999",
        ]
        .iter()
        .map(|text| {
            let axis = Axis::of([span(text)].into_iter()).expect("a day");
            format!("{text}: {}", ticks(&Ticks::Days(axis.ticks(6))))
        })
        .collect();
        expect![[r#"
            2023-11: 2023-11-01 0.00, 2023-12-01 1.00
            2023-01/2023-05: 2023-01-01 0.00, 2023-02-01 0.21, 2023-03-01 0.39, 2023-04-01 0.60, 2023-05-01 0.79, 2023-06-01 1.00
            2023-01/2023-06: 2023-01-01 0.00, 2023-04-01 0.50, 2023-07-01 1.00
            2022-02/2023-09: 2022-07-01 0.25, 2023-01-01 0.55, 2023-07-01 0.85
            2021-02/2023-12: 2021-07-01 0.14, 2022-01-01 0.31, 2022-07-01 0.48, 2023-01-01 0.66, 2023-07-01 0.83, 2024-01-01 1.00
            2001-02/2009-12: 2002-01-01 0.10, 2004-01-01 0.33, 2006-01-01 0.55, 2008-01-01 0.78, 2010-01-01 1.00
            1000/9999: 2000-01-01 0.11, 4000-01-01 0.33, 6000-01-01 0.56, 8000-01-01 0.78"#]].assert_eq(&lines.join("\n"));
    }

    proptest! {
        #[test]
        fn every_axis_has_marks(
            one in 1000_u16..=9999, other in 1000_u16..=9999, month in 1_u8..=12,
        ) {
            let days = [Day::new(one, month, 3), Day::new(other, 13 - month, 28)];
            let spans = days.map(|day| Span { from: day, to: day });
            let axis = Axis::of(spans.into_iter()).expect("days").with_room(one > 5000, other > 5000);
            let ticks = axis.ticks(6);
            prop_assert!((2..=6).contains(&ticks.len()), "{ticks:?}");
            prop_assert!(ticks.windows(2).all(|it| it[1].at - it[0].at > 0.1));
            prop_assert!(days.into_iter().flatten().all(|it| axis.first <= it && it <= axis.last));
        }
    }
}
