//! The map's ground and lines as SVG: one drawing, on the page, whose style sheet says how it looks, and in pictures, which
//! take none along and say so themselves.

use super::light;
use crate::map::{Drawing, End, Flow, Line, Mark, Point, Reach};
use crate::words::Words;
use leptos::prelude::*;

/// Who says how a drawing looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Looks {
    /// The page's style sheet, by classes.
    Sheet,
    /// The drawing itself, in the colours of the light theme.
    Own,
}

/// How a part of the drawing looks: its class, and what the page's style sheet says of it, in the colours of the light theme.
#[derive(Clone, Copy)]
struct Look {
    class: &'static str,
    fill: &'static str,
    stroke: Option<&'static str>,
    width: Option<&'static str>,
    dashes: Option<&'static str>,
    opacity: Option<&'static str>,
    cap: Option<&'static str>,
}

const SEA: Look = Look { class: "sea", fill: light::SEA, ..NO_LOOK };
const GRATICULE: Look =
    Look { class: "graticule", stroke: Some(light::GRATICULE), width: Some("1"), ..NO_LOOK };
const LAND: Look = Look { class: "land", fill: light::LAND, ..NO_LOOK };
const LEADER: Look =
    Look { class: "leader", stroke: Some(light::EDGE), width: Some("1"), ..NO_LOOK };
const DOT: Look = Look {
    class: "dot",
    fill: light::PAPER,
    stroke: Some(light::INK),
    width: Some("1.5"),
    ..NO_LOOK
};
const HALO: Look = Look {
    class: "halo",
    stroke: Some(light::PAPER),
    width: Some("5"),
    opacity: Some("0.75"),
    ..NO_LOOK
};
const DISC: Look = Look {
    class: "unequal-disc",
    fill: light::PAPER,
    stroke: Some(light::WARM),
    width: Some("1.5"),
    ..NO_LOOK
};
const SIGN: Look = Look {
    class: "unequal-sign",
    stroke: Some(light::WARM),
    width: Some("1.75"),
    cap: Some("round"),
    ..NO_LOOK
};
const NO_LOOK: Look = Look {
    class: "",
    fill: "none",
    stroke: None,
    width: None,
    dashes: None,
    opacity: None,
    cap: None,
};

/// How a line of flow looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stroke {
    reach: Reach,
    weight: u8,
    payment: bool,
}

impl From<&Flow> for Stroke {
    fn from(flow: &Flow) -> Self {
        Self { reach: flow.reach, weight: flow.weight, payment: flow.payment }
    }
}

impl Stroke {
    fn class(self) -> String {
        let reach = match self.reach {
            Reach::Settled => "settled",
            Reach::Open => "less-far",
            Reach::Asked | Reach::Stopped => "no-further",
        };
        let payment = if self.payment { " payment" } else { "" };
        format!("flow {reach} weight-{}{payment}", self.weight)
    }

    fn colour(self) -> &'static str {
        if self.payment { light::QUIET } else { light::BLUE }
    }

    fn line(self) -> Look {
        let width = match self.weight {
            _ if self.payment => "1",
            0 => "1",
            1 => "1.5",
            2 => "3",
            _ => "4.5",
        };
        let (dashes, cap) = match self.reach {
            Reach::Settled => (None, "round"),
            Reach::Open => (Some("5 4.5"), "butt"),
            Reach::Asked | Reach::Stopped => (Some("0.1 5"), "round"),
        };
        let stroke = Some(self.colour());
        Look { class: "line", stroke, width: Some(width), dashes, cap: Some(cap), ..NO_LOOK }
    }

    fn head(self) -> Look {
        Look { class: "head", fill: self.colour(), ..NO_LOOK }
    }

    fn open_head(self) -> Look {
        let (fill, stroke) = (light::PAPER, Some(self.colour()));
        Look { class: "head open", fill, stroke, width: Some("1.5"), ..NO_LOOK }
    }

    fn bar(self) -> Look {
        Look { class: "bar", stroke: Some(self.colour()), width: Some("3"), ..NO_LOOK }
    }
}

/// What the key explains, each with its word.
pub(super) fn key(words: &Words) -> [(Stroke, &'static str); 5] {
    let stroke = |reach, weight, payment| Stroke { reach, weight, payment };
    [
        (stroke(Reach::Settled, 1, false), words.line_settled),
        (stroke(Reach::Open, 1, false), words.line_less_far),
        (stroke(Reach::Asked, 1, false), words.line_no_further),
        (stroke(Reach::Settled, 2, false), words.line_of_two),
        (stroke(Reach::Open, 1, true), words.line_payment),
    ]
}

/// A line as the key shows it: 28 units long, 4 below the top.
pub(super) fn sample(stroke: Stroke, looks: Looks) -> AnyView {
    let line = path("M0 4h28".to_owned(), stroke.line(), looks);
    match looks {
        Looks::Sheet => view! { <g class=stroke.class()>{line}</g> }.into_any(),
        Looks::Own => line,
    }
}

/// Sea, land, and what leads from tiles to where they belong.
pub(super) fn ground(drawing: &Drawing, looks: Looks) -> AnyView {
    let (middle, radius) = drawing.projection.sea();
    let leaders = drawing.tiles.iter().filter_map(|tile| tile.leader.as_ref()).map(|leader| {
        let (from, to) = (leader.from, leader.to);
        let line =
            format!("M{} {}L{} {}", tenths(from.x), tenths(from.y), tenths(to.x), tenths(to.y));
        view! {
            {path(line, LEADER, looks)}
            {circle(from, 3.0, DOT, looks)}
        }
    });
    view! {
        {circle(middle, radius, SEA, looks)}
        {path(drawing.projection.graticule(), GRATICULE, looks)}
        <g fill-rule="evenodd">{path(drawing.projection.land(), LAND, looks)}</g>
        {leaders.collect_view()}
    }
    .into_any()
}

/// A line of flow: a halo of the ground's colour, the line, what ends it, and the mark of what is disputed.
pub(super) fn flow(
    line: Line,
    looks: Looks,
    is_faint: impl Fn(&Flow) -> bool + Send + Sync + 'static,
) -> AnyView {
    let Line { flow, line, end, mark } = line;
    let stroke = Stroke::from(&flow);
    let (head, look) = match end {
        End::Arrow(head) => (head, stroke.head()),
        End::Open(head) => (head, stroke.open_head()),
        End::Bar(bar) => (bar, stroke.bar()),
    };
    let mark = mark.map(|Mark { at, radius, sign }| {
        view! {
            {circle(at, radius, DISC, looks)}
            {path(sign, SIGN, looks)}
        }
    });
    let parts = view! {
        {path(line.clone(), HALO, looks)}
        {path(line, stroke.line(), looks)}
        {path(head, look, looks)}
        {mark}
    };
    match looks {
        Looks::Sheet => {
            view! { <g class=stroke.class() class:faint=move || is_faint(&flow)>{parts}</g> }
                .into_any()
        }
        Looks::Own => view! { <g>{parts}</g> }.into_any(),
    }
}

fn path(data: String, look: Look, looks: Looks) -> AnyView {
    match looks {
        Looks::Sheet => view! { <path class=look.class d=data /> }.into_any(),
        Looks::Own => view! {
            <path
                fill=look.fill
                stroke=look.stroke
                stroke-width=look.width
                stroke-dasharray=look.dashes
                stroke-opacity=look.opacity
                stroke-linecap=look.cap
                d=data
            />
        }
        .into_any(),
    }
}

fn circle(at: Point, radius: f64, look: Look, looks: Looks) -> AnyView {
    let (x, y, radius) = (tenths(at.x), tenths(at.y), tenths(radius));
    match looks {
        Looks::Sheet => view! { <circle class=look.class cx=x cy=y r=radius /> }.into_any(),
        Looks::Own => view! {
            <circle
                fill=look.fill
                stroke=look.stroke
                stroke-width=look.width
                cx=x
                cy=y
                r=radius
            />
        }
        .into_any(),
    }
}

/// A length, as path data has it.
pub(super) fn tenths(length: f64) -> String {
    format!("{length:.1}")
}
