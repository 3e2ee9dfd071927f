//! The time line: every claim on its interval, so that vagueness shows as length.
//!
//! What is claimed to have happened stands apart from when it was reported. The interval that is shown
//! is the time filter: to brush or to zoom is to set it.

use super::words::words;
use super::{Desk, evidence::said_when};
use crate::corpus::{Day, Lang, Span, When};
use crate::query::{Filter, Found, Query};
use crate::share;
use crate::words as texts;
use maud::{Markup, html};

/// The days that a line stretches over, both included, by their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The first.
    pub from: u32,
    /// The last.
    pub to: u32,
}

/// Finer than this nothing is printed.
const LEAST: u32 = 7;

/// An interval that is brushed over so many days or more is one of whole months.
const MONTHS_FROM: u32 = 75;

impl Axis {
    /// The days of an interval; where it is open, those of another.
    pub fn of(span: Span, open: Self) -> Self {
        let from = span.from.map_or(open.from, Day::number);
        let to = span.to.map_or(open.to, Day::number);
        Self { from: from.min(to), to: to.max(from) }
    }

    fn days(self) -> u32 {
        self.to - self.from + 1
    }

    /// The interval of all the days.
    fn span(self) -> Span {
        Span { from: Day::from_number(self.from), to: Day::from_number(self.to) }
    }

    /// A place on the line, in hundredths of it.
    fn percent(self, number: u32) -> String {
        let tenths = (number.clamp(self.from, self.to + 1) - self.from) * 1000 / self.days();
        (tenths / 10).to_string() + "." + &(tenths % 10).to_string() + "%"
    }

    /// The interval between two places on the line, in thousandths: of whole months where it is long.
    pub fn brushed(self, one: u32, other: u32) -> Span {
        let day = |place: u32| self.from + self.days() * place.min(999) / 1000;
        let axis = Self { from: day(one.min(other)), to: day(one.max(other)) };
        axis.rounded()
    }

    fn rounded(self) -> Span {
        let span = self.span();
        match (span.from, span.to) {
            (Some(from), Some(to)) if self.days() >= MONTHS_FROM => Span {
                from: Span::month(from.year(), from.month()).from,
                to: Span::month(to.year(), to.month()).to,
            },
            _ => span,
        }
    }

    /// The same, moved and stretched: by so many eighths of its length at each end, within another.
    fn moved(self, from: i64, to: i64, within: Self) -> Self {
        let eighth = i64::from(self.days().max(LEAST)).max(8) / 8;
        let moved = |end: u32, eighths: i64| {
            let end =
                (i64::from(end) + eighth * eighths).clamp(within.from.into(), within.to.into());
            u32::try_from(end).unwrap_or(within.from)
        };
        let (from, to) = (moved(self.from, from), moved(self.to, to));
        Self { from: from.min(to), to: to.max(from) }
    }

    /// Where the line is marked, with what stands there: years, months or days, as there is room.
    fn ticks(self, lang: Lang) -> Vec<(u32, String)> {
        let mut ticks = Vec::new();
        let step = match self.days() {
            0..=14 => 1,
            15..=60 => 7,
            61..=250 => 31,
            251..=800 => 92,
            _ => 366,
        };
        let Some(first) = Day::from_number(self.from) else { return ticks };
        let (mut year, mut month, mut number) = (first.year(), first.month(), self.from);
        while number <= self.to {
            let day = Day::from_number(number);
            let name = match (step, day) {
                (1 | 7, Some(day)) => day.day().to_string() + ". " + &day.month().to_string() + ".",
                (366, _) => year.to_string(),
                _ => texts::month(lang, year, month),
            };
            ticks.push((number, name));
            number = match step {
                1 | 7 => number + step,
                _ => {
                    let months = match step {
                        31 => 1,
                        92 => 3 - (month - 1) % 3,
                        _ => 13 - month,
                    };
                    month += months;
                    if month > 12 {
                        (year, month) = (year + 1, month - 12);
                    }
                    Day::new(year, month, 1).map_or(self.to + 1, Day::number)
                }
            };
        }
        ticks
    }
}

/// The line of everything that is selected, whatever the time filter: whole years.
fn all(desk: &Desk, found: &Found) -> Axis {
    let times = found.claims.ones().flat_map(|claim| times(desk, claim));
    let spans = times.filter_map(|(when, _)| when.span);
    let ends: Vec<Day> = spans.flat_map(|span| [span.from, span.to]).flatten().collect();
    let year = |day: Option<&Day>| day.map_or(2000, |day| day.year());
    let (first, last) = (year(ends.iter().min()), year(ends.iter().max()));
    let end = |year, month, day| Day::new(year, month, day).map_or(0, Day::number);
    Axis { from: end(first, 1, 1), to: end(last, 12, 31) }
}

/// When a claim has it happen, and when that was said or printed: with whether it is the latter.
fn times<'a>(desk: &Desk<'a>, claim: usize) -> impl Iterator<Item = (&'a When, bool)> {
    let corpus = desk.index.corpus();
    let it = corpus.claim(claim);
    let published = &corpus.document(corpus.document_of(claim)).published;
    let reported = it.reported.as_ref().unwrap_or(published);
    it.when.iter().map(|when| (when, false)).chain([(reported, true)])
}

/// The view.
pub fn timeline(desk: &Desk) -> Markup {
    let (words, common) = (words(desk.lang), texts::words(desk.lang));
    let found = desk.index.select(desk.query);
    let untimed = desk.query.without(&Filter::Time).without(&Filter::Undated);
    let overall = desk.index.select(&untimed);
    let whole = all(desk, &overall);
    let axis = desk.query.time.map_or(whole, |span| Axis::of(span, whole));
    let base = share::write(&Query { time: None, ..desk.query.clone() });
    let moves = [
        (words.zoom_in, axis.moved(2, -2, whole)),
        (words.zoom_out, axis.moved(-8, 8, whole)),
        (words.earlier, axis.moved(-4, -4, whole)),
        (words.later, axis.moved(4, 4, whole)),
    ];
    let span = desk.query.time.unwrap_or_default();
    let ends = [("from", common.from, span.from), ("to", common.to, span.to)];
    html! {
        div.brush data-brush=(base) data-first=(whole.from) data-last=(whole.to) {
            svg.line aria-hidden="true" {
                @for claim in overall.claims.ones() {
                    @for (when, reported) in times(desk, claim) {
                        @if !reported && !is_vague(when) { (bar(when, whole, "past")) }
                    }
                }
                @let length = if axis == whole { "0".to_owned() } else { width(whole, axis) };
                rect.window x=(whole.percent(axis.from)) width=(length) y="0" height="100%" {}
            }
            (scale(desk.lang, whole))
        }
        div.moves {
            @for (name, moved) in moves {
                @let time = if moved == whole { None } else { Some(moved.rounded()) };
                button.tool type="button" disabled[moved == axis]
                    data-to=(share::write(&Query { time, ..desk.query.clone() })) { (name) }
            }
            @for (end, name, day) in ends {
                label {
                    span { (name) } " "
                    input type="date" data-end=(end) value=(day.map(|day| day.to_string()).unwrap_or_default());
                }
            }
        }
        p.hint { (words.brush_note) " " (common.time_note) }
        p.hint.key {
            svg.line aria-hidden="true" { rect.past x="0" width="100%" y="4" height="8" {} } " " (words.event) " · "
            svg.line aria-hidden="true" { rect.vague x="0" width="100%" y="4" height="8" {} } " " (words.vague) " · "
            svg.line aria-hidden="true" { rect.told x="0" width="100%" y="6" height="4" {} } " " (common.reported)
        }
        div.lines {
            (scale(desk.lang, axis))
            @for &transfer in &found.transfers {
                h4 { (desk.transfer(transfer)) }
                (list(desk, axis, desk.index.corpus().claims_of(transfer).iter().copied().filter(|&it| found.claims.contains(it))))
            }
            @if !found.context.is_empty() {
                h4 { (texts::view(desk.lang, crate::query::View::Context)) }
                (list(desk, axis, found.context.iter().copied()))
            }
        }
    }
}

/// The marks of a line.
fn scale(lang: Lang, axis: Axis) -> Markup {
    html! {
        svg.scale aria-hidden="true" {
            @for (number, name) in axis.ticks(lang) {
                @let x = axis.percent(number);
                line x1=(x) x2=(x) y1="0" y2="100%" {}
                text x=(x) dx="4" y="12" { (name) }
            }
        }
    }
}

/// Claims in the order of when they have it happen, each with its line.
fn list(desk: &Desk, axis: Axis, claims: impl Iterator<Item = usize>) -> Markup {
    let corpus = desk.index.corpus();
    let common = texts::words(desk.lang);
    let begin = |claim: usize| {
        let span = times(desk, claim).next().and_then(|(when, _)| when.span)?;
        span.from.or(span.to)
    };
    let mut claims: Vec<(Option<Day>, usize)> = claims.map(|claim| (begin(claim), claim)).collect();
    claims.sort_unstable();
    html! {
        ol {
            @for (_, claim) in claims {
                @let it = corpus.claim(claim);
                li {
                    button.link type="button" data-to=(desk.to_claim(claim)) { (it.statement.get(desk.lang)) }
                    small {
                        (it.when.as_ref().and_then(|when| said_when(desk, when)).unwrap_or_else(|| common.undated.to_owned()))
                        @for (when, reported) in times(desk, claim) {
                            @if reported { " · " (common.reported) ": " (said_when(desk, when).unwrap_or_else(|| common.undated.to_owned())) }
                        }
                    }
                    svg.line aria-hidden="true" {
                        @for (when, reported) in times(desk, claim) {
                            (bar(when, axis, if reported { "told" } else if is_vague(when) { "vague" } else { "past" }))
                        }
                    }
                }
            }
        }
    }
}

/// Whether a time has an open end, or none that is printed.
fn is_vague(when: &When) -> bool {
    when.is_undated() || when.span.is_none_or(|span| span.from.is_none() || span.to.is_none())
}

/// A time as a bar, as long as it is vague; nothing outside the line.
fn bar(when: &When, axis: Axis, class: &str) -> Markup {
    let Some(span) = when.span.filter(|span| span.overlaps(axis.span())) else {
        return Markup::default();
    };
    let days = Axis::of(span, axis);
    let (y, height) = if class == "told" { ("14", "4") } else { ("3", "8") };
    html! { rect class=(class) x=(axis.percent(days.from)) width=(width(axis, days)) y=(y) height=(height) {} }
}

/// The length of some days on a line; a day can be seen on any.
fn width(axis: Axis, days: Axis) -> String {
    let from = days.from.max(axis.from);
    let to = days.to.min(axis.to);
    let length = Axis { from: axis.from, to: axis.to };
    length.percent(axis.from + (to + 1 - from).max(length.days() / 250 + 1))
}
