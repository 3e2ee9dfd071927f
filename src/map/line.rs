//! The lines of flow: from tile to tile, bent so that both ways are told apart, and clear of all other tiles.

use super::placing::Body;
use super::{Flow, Point, Reach};
use crate::corpus::HashSet;
use std::ops::RangeInclusive;

/// How far a line bends aside, as a part of its length; a short one less.
const BEND: f64 = 0.16;
const SHORT_BEND: f64 = 0.10;
/// What is short, in units.
const SHORT: f64 = 90.0;
/// How it may bend where another tile is in its way, the best first. To the left of travel is positive.
const OTHER_BENDS: [f64; 8] = [0.05, -0.05, 0.24, -0.24, 0.34, -0.34, 0.45, -0.45];
/// Nearer than this to a tile, a line counts as in its way; in units.
const CLEAR: f64 = 3.0;
/// Two ends are so far from each other on a tile's edge, and none is nearer to its corner; in pixels.
const SPREAD: f64 = 13.0;
const CORNER: f64 = 7.0;
/// Between a tile and a line's end, in pixels.
const GROUND: f64 = 3.0;
/// What is stopped gets so far.
const STOPPED_AT: f64 = 0.7;

/// A quadratic curve, in units of the view box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Curve {
    pub start: Point,
    pub control: Point,
    pub end: Point,
}

fn mix(a: Point, b: Point, part: f64) -> Point {
    Point { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part }
}

/// The direction from a point to another, of length 1; downwards where there is none.
fn towards(from: Point, to: Point) -> Point {
    let length = from.distance(to);
    if length < 1e-6 {
        return Point { x: 0.0, y: 1.0 };
    }
    Point { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
}

impl Curve {
    /// That from a point to another, bent by a part of its length.
    pub fn between(start: Point, end: Point, bend: f64) -> Self {
        let middle = mix(start, end, 0.5);
        let (x, y) = (end.x - start.x, end.y - start.y);
        // The page's y runs down, so this is left.
        let control = Point { x: middle.x + y * bend, y: middle.y - x * bend };
        Self { start, control, end }
    }

    /// Its point at a part of its way from 0 to 1.
    pub fn at(self, part: f64) -> Point {
        mix(mix(self.start, self.control, part), mix(self.control, self.end, part), part)
    }

    /// Where it leads there, of length 1.
    pub fn direction(self, part: f64) -> Point {
        towards(mix(self.start, self.control, part), mix(self.control, self.end, part))
    }

    /// Its points after each of so many steps, with their parts of its way.
    fn points(self, steps: u8) -> impl Iterator<Item = (f64, Point)> {
        let parts = (0..=steps).map(move |step| f64::from(step) / f64::from(steps));
        parts.map(move |part| (part, self.at(part)))
    }

    /// What is no farther from it than a margin, from left to right and from top to bottom; and somewhat more.
    fn reach(self, margin: f64) -> (RangeInclusive<f64>, RangeInclusive<f64>) {
        let around = |[a, b, c]: [f64; 3]| a.min(b).min(c) - margin..=a.max(b).max(c) + margin;
        let points = [self.start, self.control, self.end];
        (around(points.map(|it| it.x)), around(points.map(|it| it.y)))
    }

    /// What of it lies between two parts of its way.
    fn section(self, from: f64, to: f64) -> Self {
        let control =
            mix(mix(self.start, self.control, from), mix(self.control, self.end, from), to);
        Self { start: self.at(from), control, end: self.at(to) }
    }

    fn data(self) -> String {
        let Self { start, control, end } = self;
        format!("M{}Q{} {}", written(start), written(control), written(end))
    }
}

/// A point in path data, in tenths of a unit.
fn written(Point { x, y }: Point) -> String {
    format!("{} {}", tenth(x), tenth(y))
}

fn usual_bend(start: Point, end: Point) -> f64 {
    if start.distance(end) < SHORT { SHORT_BEND } else { BEND }
}

/// How a flow bends: to the left of travel, or to the right where that keeps clearer of the tiles of others.
fn bend(bodies: &[Body], (from, to): (usize, usize)) -> f64 {
    /// Farther off than this, another tile is no matter.
    const FAR: f64 = 60.0;
    let (Some(source), Some(target)) = (bodies.get(from), bodies.get(to)) else { return BEND };
    let usual = usual_bend(source.at, target.at);
    let clearance = |bend: f64| {
        let curve = Curve::between(source.at, target.at, bend);
        let others = bodies.iter().enumerate().filter(|it| it.0 != from && it.0 != to);
        let to_line =
            |body: &Body| curve.points(12).map(|it| it.1.distance(body.at)).fold(FAR, f64::min);
        others.map(|it| to_line(it.1)).fold(FAR, f64::min)
    };
    if clearance(-usual) > clearance(usual) { -usual } else { usual }
}

/// How a flow runs, as its tiles move.
#[derive(Clone, Copy, Debug)]
pub(super) struct Route {
    bend: f64,
    /// Where it ends, from the middle of its second tile.
    end: (f64, f64),
}

impl Route {
    /// The curve from the middle of the first tile to just before the edge of the second.
    pub fn curve(self, bodies: &[Body], (from, to): (usize, usize)) -> Option<Curve> {
        let (source, target) = (bodies.get(from)?, bodies.get(to)?);
        let end = Point { x: target.at.x + self.end.0, y: target.at.y + self.end.1 };
        Some(Curve::between(source.at, end, self.bend))
    }
}

/// How the flows run: as they do of themselves, or so that the fewest tiles are in their way.
pub(super) fn routes(bodies: &[Body], flows: &[(usize, usize)], pixel: f64) -> Vec<Route> {
    let ends = arrivals(bodies, flows, pixel).into_iter();
    flows.iter().zip(ends).map(|(&flow, end)| route(bodies, flow, end, pixel)).collect()
}

/// How a flow arrives at its second tile.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arrival {
    /// The point where it ends.
    at: Point,
    /// Whether none leads the other way. There and back are on either side of the straight line, as long as both bend
    /// to the left.
    is_alone: bool,
}

/// How the flows arrive, so that none is in another's way there.
pub(super) fn arrivals(bodies: &[Body], flows: &[(usize, usize)], pixel: f64) -> Vec<Arrival> {
    let all: HashSet<(usize, usize)> = flows.iter().copied().collect();
    let arrival = |(flow, at): (&(usize, usize), Point)| Arrival {
        at,
        is_alone: !all.contains(&(flow.1, flow.0)),
    };
    flows.iter().zip(ends(bodies, flows, pixel)).map(arrival).collect()
}

/// How a flow runs that arrives so.
pub(super) fn route(bodies: &[Body], flow: (usize, usize), to: Arrival, pixel: f64) -> Route {
    let mut best: Option<(usize, Route)> = None;
    for route in ways(bodies, flow, to.at, to.is_alone, pixel) {
        let in_the_way = route.curve(bodies, flow).map_or(0, |it| in_the_way(bodies, flow, it));
        if best.is_none_or(|it| in_the_way < it.0) {
            best = Some((in_the_way, route));
        }
        if in_the_way == 0 {
            break;
        }
    }
    best.map_or(Route { bend: BEND, end: (0.0, 0.0) }, |it| it.1)
}

/// The ways that a flow may take, the best first.
fn ways(
    bodies: &[Body],
    flow: (usize, usize),
    end: Point,
    is_alone: bool,
    pixel: f64,
) -> Vec<Route> {
    let (Some(source), Some(target)) = (bodies.get(flow.0), bodies.get(flow.1)) else {
        return Vec::new();
    };
    let first = bend(bodies, flow);
    let usual = if is_alone { [first, -first] } else { [first.abs(); 2] };
    let bends = usual.into_iter().chain(OTHER_BENDS).filter(|it| is_alone || *it > 0.0);
    // Another edge is for want of a way to this one.
    let other_ends = usual.map(|bend| {
        let control = Curve::between(source.at, target.at, bend).control;
        let (edge, along) = Edge::facing(target, control);
        edge.point(target, along * 0.7, GROUND * pixel)
    });
    let ends = [end].into_iter().chain(other_ends);
    let ends = ends.map(|it| (it.x - target.at.x, it.y - target.at.y));
    ends.flat_map(|end| bends.clone().map(move |bend| Route { bend, end })).collect()
}

/// How many tiles are in a line's way; its own is where the line crosses it before it ends there.
pub(super) fn in_the_way(bodies: &[Body], (from, to): (usize, usize), curve: Curve) -> usize {
    let points: Vec<Point> = curve.points(32).map(|it| it.1).collect();
    let is_in_the_way = |(at, body): &(usize, &Body)| {
        let margin = if *at == to { 0.0 } else { CLEAR };
        *at != from && points.iter().any(|it| body.covers(*it, margin))
    };
    bodies.iter().enumerate().filter(is_in_the_way).count()
}

/// An end on an edge of a tile: its flow's number, and its place from the middle of the edge.
type OnEdge = (usize, f64);

/// Where the flows end: along the edge of their tile that faces where they come from, in the order in which they
/// come in, so that none crosses another there.
fn ends(bodies: &[Body], flows: &[(usize, usize)], pixel: f64) -> Vec<Point> {
    let mut ends: Vec<Point> = Vec::new();
    let mut edges: Vec<((usize, Edge), Vec<OnEdge>)> = Vec::new();
    for (number, &(from, to)) in flows.iter().enumerate() {
        let (Some(source), Some(target)) = (bodies.get(from), bodies.get(to)) else {
            ends.push(Point::default());
            continue;
        };
        ends.push(target.at);
        let (edge, along) = Edge::facing(target, source.at);
        match edges.iter_mut().find(|it| it.0 == (to, edge)) {
            Some((_, all)) => all.push((number, along)),
            None => edges.push(((to, edge), vec![(number, along)])),
        }
    }
    for ((to, edge), mut all) in edges {
        let Some(target) = bodies.get(to) else { continue };
        all.sort_by(|a, b| a.1.total_cmp(&b.1));
        let half = if edge.is_level() { target.half.0 } else { target.half.1 };
        spread(&mut all, (half - CORNER * pixel).max(0.0), SPREAD * pixel);
        for (number, along) in all {
            if let Some(end) = ends.get_mut(number) {
                *end = edge.point(target, along, GROUND * pixel);
            }
        }
    }
    ends
}

/// Spreads places in their order, so far from each other as there is room for within a limit on either side.
fn spread(places: &mut [OnEdge], limit: f64, apart: f64) {
    let gaps = f64::from(u16::try_from(places.len()).unwrap_or(u16::MAX)) - 1.0;
    let apart = apart.min(2.0 * limit / gaps.max(1.0));
    let mut least = -limit;
    for (_, place) in places.iter_mut() {
        *place = place.max(least);
        least = *place + apart;
    }
    let mut most = limit;
    for (_, place) in places.iter_mut().rev() {
        *place = place.min(most);
        most = *place - apart;
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Edge {
    Left,
    Right,
    Top,
    Bottom,
}

impl Edge {
    /// The edge of a tile that faces a point, and where the straight line from there meets it, from its middle.
    fn facing(tile: &Body, from: Point) -> (Self, f64) {
        let (x, y) = (from.x - tile.at.x, from.y - tile.at.y);
        let (wide, high) = tile.half;
        if x.abs() * high > y.abs() * wide {
            (if x < 0.0 { Self::Left } else { Self::Right }, y * wide / x.abs())
        } else {
            let along = if y == 0.0 { 0.0 } else { x * high / y.abs() };
            (if y < 0.0 { Self::Top } else { Self::Bottom }, along)
        }
    }

    fn is_level(self) -> bool {
        matches!(self, Self::Top | Self::Bottom)
    }

    /// A point before it.
    fn point(self, tile: &Body, along: f64, ground: f64) -> Point {
        let (wide, high) = (tile.half.0 + ground, tile.half.1 + ground);
        let (x, y) = match self {
            Self::Left => (-wide, along),
            Self::Right => (wide, along),
            Self::Top => (along, -high),
            Self::Bottom => (along, high),
        };
        Point { x: tile.at.x + x, y: tile.at.y + y }
    }
}

/// A flow as it is drawn; data of paths are SVG's, in units of the view box. A line is drawn beneath the tiles, first
/// as a halo of the ground's colour.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it shows: by its reach the line is unbroken, dashed or dotted, by its weight it is 1, 2 or 3 wide. A
    /// payment is thin and grey.
    pub flow: Flow,
    /// The line from the edge of its first tile up to what ends it.
    pub line: String,
    /// What ends it.
    pub end: End,
    /// The mark of what is disputed, where the line is freest.
    pub mark: Option<Mark>,
}

/// What ends a line, so that nobody takes what never came for what did.
#[derive(Clone, Debug, PartialEq)]
pub enum End {
    /// An arrowhead before the recipient, a closed path to be filled.
    Arrow(String),
    /// One that is not filled: it was only asked for.
    Open(String),
    /// A bar across the line, well before the recipient, to be stroked: it was refused or cancelled.
    Bar(String),
}

/// The mark of what is disputed.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The middle of its disc, in units of the view box.
    pub at: Point,
    /// The disc's radius, in units of the view box.
    pub radius: f64,
    /// The sign ≠ on it, as path data to be stroked.
    pub sign: String,
}

/// The lines of flows, each with its curve and its two tiles.
pub(super) fn lines(
    flows: &[(&Flow, Curve, (usize, usize))],
    bodies: &[Body],
    frame: (f64, f64),
    pixel: f64,
) -> Vec<Line> {
    let mut marks: Vec<Point> = Vec::new();
    // Each mark looks for room among all of them.
    let points = |curve: Curve| curve.points(24).map(|it| it.1).collect();
    let all: Vec<(Curve, Vec<Point>)> = flows.iter().map(|it| (it.1, points(it.1))).collect();
    let line = |&(flow, curve, (from, _)): &(&Flow, Curve, (usize, usize))| {
        let source = bodies.get(from);
        let covers = |point| source.is_some_and(|it| it.covers(point, GROUND * pixel));
        let begin = curve.points(48).filter(|it| covers(it.1)).map(|it| it.0).fold(0.0, f64::max);
        let (line, end) = drawn(flow, curve, begin, pixel);
        let radius = 7.0 * pixel;
        let mark = flow.disputed.then(|| {
            let others = all.iter().filter(|it| it.0 != curve).flat_map(|it| it.1.iter().copied());
            let at = freest(curve, begin, others, bodies, &marks, frame, radius);
            marks.push(at);
            Mark { at, radius, sign: unequal(at, radius) }
        });
        Line { flow: flow.clone(), line, end, mark }
    };
    flows.iter().map(line).collect()
}

/// A line and what ends it.
fn drawn(flow: &Flow, curve: Curve, begin: f64, pixel: f64) -> (String, End) {
    let (length, half) = match flow.weight {
        _ if flow.payment => (7.5, 3.2),
        0 | 1 => (9.0, 4.0),
        2 => (10.5, 4.8),
        _ => (12.5, 6.0),
    };
    let visible = curve.at(begin).distance(curve.end);
    if flow.reach == Reach::Stopped {
        let part = begin + (1.0 - begin) * STOPPED_AT;
        let (at, direction) = (curve.at(part), curve.direction(part));
        let (x, y) = (-direction.y * 6.0 * pixel, direction.x * 6.0 * pixel);
        let one = Point { x: at.x + x, y: at.y + y };
        let other = Point { x: at.x - x, y: at.y - y };
        let bar = format!("M{}L{}", written(one), written(other));
        return (curve.section(begin, part).data(), End::Bar(bar));
    }
    // Short lines have small heads, and still something of a line.
    let scale = (visible * 0.65 / (length * pixel)).min(1.0) * pixel;
    let (length, half) = (length * scale, half * scale);
    let direction = curve.direction(1.0);
    let tip = curve.end;
    let neck = Point { x: tip.x - direction.x * length, y: tip.y - direction.y * length };
    let side = |sign: f64| Point {
        x: neck.x - direction.y * half * sign,
        y: neck.y + direction.x * half * sign,
    };
    let head = format!("M{}L{}L{}Z", written(tip), written(side(1.0)), written(side(-1.0)));
    // It leads to the neck as it would to the tip, since both are on the curve's last direction.
    let line = Curve { end: neck, ..curve }.section(begin, 1.0).data();
    (line, if flow.reach == Reach::Asked { End::Open(head) } else { End::Arrow(head) })
}

/// Where a line is freest of tiles, other lines and other marks; beside it where it is too short to carry a mark.
fn freest(
    curve: Curve,
    begin: f64,
    others: impl Iterator<Item = Point>,
    bodies: &[Body],
    marks: &[Point],
    (width, height): (f64, f64),
    radius: f64,
) -> Point {
    // No line is nearer to any place that is tried than it is to the box around them.
    let (across, down) = curve.reach(3.0 * radius);
    let is_near = |it: &Point| across.contains(&it.x) && down.contains(&it.y);
    let others: Vec<Point> = others.filter(is_near).collect();
    let room = |point: Point, preferred: f64| {
        let to_tile = |it: &Body| {
            let x = ((point.x - it.at.x).abs() - it.half.0).max(0.0);
            let y = ((point.y - it.at.y).abs() - it.half.1).max(0.0);
            (x * x + y * y).sqrt()
        };
        let tiles = bodies.iter().map(to_tile);
        let lines = others.iter().map(|it| it.distance(point) * 1.5);
        let marks = marks.iter().map(|it| it.distance(point) - radius);
        let edge = point.x.min(width - point.x).min(point.y).min(height - point.y);
        // More room than this does not make a place better.
        let enough = tiles.chain(lines).chain(marks).fold(2.2 * radius, f64::min).min(edge);
        enough - preferred
    };
    let mut best = (f64::MIN, curve.at(0.5));
    // A short line would vanish behind its mark.
    let is_short = curve.at(begin).distance(curve.end) < 4.5 * radius;
    for step in 2..=14 {
        let part = begin + (1.0 - begin) * f64::from(step) / 16.0;
        let (at, direction) = (curve.at(part), curve.direction(part));
        // Beside the line is for want of room on it.
        let on_line = if is_short { radius * 2.0 } else { 0.0 };
        for (aside, cost) in [(0.0, on_line), (1.4, radius * 0.5), (-1.4, radius * 0.5)] {
            let (x, y) = (-direction.y * radius * aside, direction.x * radius * aside);
            let point = Point { x: at.x + x, y: at.y + y };
            let from_middle = (part - 0.5).abs() * 2.0;
            let value = room(point, cost + from_middle);
            if value > best.0 {
                best = (value, point);
            }
        }
    }
    Point { x: tenth(best.1.x), y: tenth(best.1.y) }
}

/// The sign ≠ about a point.
fn unequal(Point { x, y }: Point, radius: f64) -> String {
    let (wide, high, slant) = (radius * 0.5, radius * 0.26, radius * 0.28);
    let point = |x: f64, y: f64| written(Point { x, y });
    format!(
        "M{}H{}M{}H{}M{}L{}",
        point(x - wide, y - high),
        tenth(x + wide),
        point(x - wide, y + high),
        tenth(x + wide),
        point(x - slant, y + radius * 0.62),
        point(x + slant, y - radius * 0.62),
    )
}

fn tenth(length: f64) -> f64 {
    (length * 10.0).round() / 10.0 + 0.0
}
