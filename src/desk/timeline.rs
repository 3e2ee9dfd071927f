//! The time line: every claim on its interval, so that vagueness shows as length.
//!
//! What is claimed to have happened stands apart from when it was reported. The interval that is shown
//! is the time filter: to brush or to zoom is to set it.

use super::words::words;
use super::{Desk, evidence::said_when, way};
use crate::corpus::{ClaimId, Day, Lang, Span, When};
use crate::link;
use crate::markup::Pen;
use crate::query::{Filter, Selection, View};
use crate::words as texts;

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
        [&(tenths / 10).to_string(), ".", &(tenths % 10).to_string(), "%"].concat()
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
            u32::try_from(end).expect("it is clamped to days")
        };
        let (from, to) = (moved(self.from, from), moved(self.to, to));
        Self { from: from.min(to), to: to.max(from) }
    }

    /// How many days the line's marks are apart, as there is room: days, weeks, or about as many as
    /// months, quarters or years have.
    fn step(self) -> u32 {
        match self.days() {
            0..=14 => 1,
            15..=60 => 7,
            61..=250 => 31,
            251..=800 => 92,
            _ => 366,
        }
    }
}

/// The line of everything that is selected, whatever the time filter: whole years.
fn all(desk: &Desk, selection: &Selection) -> Axis {
    let (mut first, mut last) = (u16::MAX, 0);
    for claim in selection.claims.iter() {
        for when in times(desk, claim).into_iter().flatten() {
            let span = when.span.unwrap_or_default();
            for day in [span.from, span.to].into_iter().flatten() {
                (first, last) = (first.min(day.year()), last.max(day.year()));
            }
        }
    }
    if last == 0 {
        (first, last) = (2000, 2000);
    }
    let end = |year, month, day| Day::new(year, month, day).expect("each year has it").number();
    Axis { from: end(first, 1, 1), to: end(last, 12, 31) }
}

/// When a claim has it happen, and when that was said or printed.
fn times<'a>(desk: &Desk<'a>, claim: ClaimId) -> [Option<&'a When>; 2] {
    let corpus = desk.index.corpus();
    let it = corpus.claim(claim);
    let published = &corpus.document(corpus.document_of(claim)).published;
    [it.when.as_ref(), Some(it.reported.as_ref().unwrap_or(published))]
}

/// The link to another time filter.
fn to_time(desk: &Desk, time: Option<Span>) -> String {
    let mut query = desk.query.clone();
    query.time = time;
    link::write(&query)
}

/// The view.
pub fn timeline(pen: &mut Pen, desk: &Desk, selection: &Selection) {
    let common = texts::words(desk.lang);
    let untimed = desk.query.without(&Filter::Time).without(&Filter::Undated);
    let overall = desk.index.select(&untimed);
    let whole = all(desk, &overall);
    let axis = desk.query.time.map_or(whole, |span| Axis::of(span, whole));
    strip(pen, desk, whole, axis, &overall);
    moves(pen, desk, whole, axis);
    key(pen, desk);
    pen.put("<div class=\"lines\">", &[], &[]);
    scale(pen, desk.lang, axis);
    for &transfer in &selection.transfers {
        pen.put("<h4>", &[], &[]);
        desk.transfer(pen, transfer);
        pen.put("</h4>", &[], &[]);
        let mut claims = desk.index.corpus().claims_of(transfer).to_vec();
        claims.retain(|&it| selection.claims.contains(it));
        list(pen, desk, axis, &claims, common.undated);
    }
    if !selection.context.is_empty() {
        pen.put("<h4>$</h4>", &[], &[texts::view(desk.lang, View::Context)]);
        list(pen, desk, axis, &selection.context, common.undated);
    }
    pen.put("</div>", &[], &[]);
}

/// Everything that is selected in one line, to brush over.
fn strip(pen: &mut Pen, desk: &Desk, whole: Axis, axis: Axis, overall: &Selection) {
    pen.put(
        "<div class=\"brush\" data-brush=\"@\" data-first=\"$\" data-last=\"$\">$",
        &[],
        &[&to_time(desk, None), &whole.from.to_string(), &whole.to.to_string(), LINE],
    );
    for claim in overall.claims.iter() {
        let [when, _] = times(desk, claim);
        if let Some(when) = when
            && !is_vague(when)
        {
            bar(pen, when, whole, "past");
        }
    }
    let length = if axis == whole { "0".to_owned() } else { width(whole, axis) };
    pen.put(
        "<rect class=\"window\" x=\"$\" width=\"$\" y=\"0\" height=\"$\"></rect></svg>",
        &[],
        &[&whole.percent(axis.from), &length, "100%"],
    );
    scale(pen, desk.lang, whole);
    pen.put("</div>", &[], &[]);
}

/// What sets the time filter without brushing.
fn moves(pen: &mut Pen, desk: &Desk, whole: Axis, axis: Axis) {
    let (words, common) = (words(desk.lang), texts::words(desk.lang));
    pen.put("<div class=\"moves\">", &[], &[]);
    let ways = [
        (words.zoom_in, 2, -2),
        (words.zoom_out, -8, 8),
        (words.earlier, -4, -4),
        (words.later, 4, 4),
    ];
    for (name, from, to) in ways {
        let moved = axis.moved(from, to, whole);
        let link = to_time(desk, (moved != whole).then(|| moved.rounded()));
        let disabled = if moved == axis { " disabled" } else { "" };
        pen.put(
            "<button class=\"tool\" type=\"button\"$ data-to=\"@\">$</button>",
            &[],
            &[disabled, &link, name],
        );
    }
    let span = desk.query.time.unwrap_or_default();
    for (end, name, day) in [("from", common.from, span.from), ("to", common.to, span.to)] {
        pen.put(
            "<label><span>$</span> <input type=\"date\" data-end=\"$\" value=\"$\"></label>",
            &[],
            &[name, end, &day.map(|day| day.to_string()).unwrap_or_default()],
        );
    }
    let template = "</div><p class=\"hint\">$ $</p>";
    pen.put(template, &[], &[words.brush_note, common.time_note]);
}

/// What the kinds of bars mean.
fn key(pen: &mut Pen, desk: &Desk) {
    let words = words(desk.lang);
    let kinds = [
        ("past", "4", "8", words.event, " · "),
        ("vague", "4", "8", words.vague, " · "),
        ("told", "6", "4", texts::words(desk.lang).reported, ""),
    ];
    pen.put("<p class=\"hint key\">", &[], &[]);
    for (class, y, height, name, after) in kinds {
        pen.put(
            "$<rect class=\"$\" x=\"0\" width=\"$\" y=\"$\" height=\"$\"></rect></svg> $$",
            &[],
            &[LINE, class, "100%", y, height, name, after],
        );
    }
    pen.put("</p>", &[], &[]);
}

/// The beginning of a line.
const LINE: &str = "<svg class=\"line\" aria-hidden=\"true\">";

/// The marks of a line, with what stands there: years, months or days.
fn scale(pen: &mut Pen, lang: Lang, axis: Axis) {
    pen.put("<svg class=\"scale\" aria-hidden=\"true\">", &[], &[]);
    let step = axis.step();
    let mut number = axis.from;
    while number <= axis.to {
        let Some(day) = Day::from_number(number) else { break };
        let (year, month) = (day.year(), day.month());
        let name = match step {
            1 | 7 => [&day.day().to_string(), ". ", &month.to_string(), "."].concat(),
            // On a phone there is room for about eight.
            366 if axis.days() > 8 * 366 && year % 2 > 0 => String::new(),
            366 => year.to_string(),
            _ => texts::month(lang, year, month),
        };
        let x = axis.percent(number);
        pen.put(
            "<line x1=\"$\" x2=\"$\" y1=\"0\" y2=\"$\"></line><text x=\"$\" dx=\"4\" y=\"12\">$</text>",
            &[],
            &[&x, &x, "100%", &x, &name],
        );
        let months = match step {
            31 => 1,
            92 => 3 - (month - 1) % 3,
            366 => 13 - month,
            _ => {
                number += step;
                continue;
            }
        };
        let next = month + months;
        let (year, month) = if next > 12 { (year + 1, next - 12) } else { (year, next) };
        number = Day::new(year, month, 1).map_or(axis.to + 1, Day::number);
    }
    pen.put("</svg>", &[], &[]);
}

/// Claims in the order of when they have it happen, each with its line.
fn list(pen: &mut Pen, desk: &Desk, axis: Axis, claims: &[ClaimId], undated: &str) {
    let mut ordered: Vec<(Option<Day>, ClaimId)> = Vec::new();
    for &claim in claims {
        let [when, told] = times(desk, claim);
        let span = when.or(told).and_then(|when| when.span).unwrap_or_default();
        let begin = (span.from.or(span.to), claim);
        ordered.insert(ordered.partition_point(|it| *it < begin), begin);
    }
    let reported = texts::words(desk.lang).reported;
    pen.put("<ol>", &[], &[]);
    for (_, claim) in ordered {
        let times = times(desk, claim);
        let [when, told] = times
            .map(|it| it.and_then(|it| said_when(desk, it)).unwrap_or_else(|| undated.to_owned()));
        pen.put("<li>", &[], &[]);
        way(pen, &desk.to_claim(claim), desk.statement(claim));
        pen.put("<small>@ · $: @</small>$", &[], &[&when, reported, &told, LINE]);
        for (when, class) in times.into_iter().zip(["past", "told"]) {
            if let Some(when) = when {
                let is_vague = class == "past" && is_vague(when);
                bar(pen, when, axis, if is_vague { "vague" } else { class });
            }
        }
        pen.put("</svg></li>", &[], &[]);
    }
    pen.put("</ol>", &[], &[]);
}

/// Whether a time has an open end, or none that is printed.
fn is_vague(when: &When) -> bool {
    when.is_undated() || when.span.is_none_or(|span| span.from.is_none() || span.to.is_none())
}

/// A time as a bar, as long as it is vague; nothing outside the line.
fn bar(pen: &mut Pen, when: &When, axis: Axis, class: &str) {
    let Some(span) = when.span.filter(|span| span.overlaps(axis.span())) else { return };
    let days = Axis::of(span, axis);
    let numbers = if class == "told" { [14, 4] } else { [3, 8] };
    pen.put(
        "<rect class=\"$\" x=\"$\" width=\"$\" y=\"%\" height=\"%\"></rect>",
        &numbers,
        &[class, &axis.percent(days.from), &width(axis, days)],
    );
}

/// The length of some days on a line; a day can be seen on any.
fn width(axis: Axis, days: Axis) -> String {
    let from = days.from.max(axis.from);
    let to = days.to.min(axis.to);
    let length = Axis { from: axis.from, to: axis.to };
    length.percent(axis.from + (to + 1 - from).max(length.days() / 250 + 1))
}
