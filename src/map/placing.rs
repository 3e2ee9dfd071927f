//! Where the tiles stand: near their countries, apart from each other and off each other's flows.
//!
//! It is worked out once for a corpus, a language and a frame, whatever is selected, so that nothing moves while a
//! reader filters. Only sums, products, quotients, roots and comparisons are in it, which every platform does alike.

use super::label::Type;
use super::line::{Curve, Route, in_the_way, routes};
use super::{Frame, Point};

/// A tile while it looks for its place. Lengths are in units of the view box.
#[derive(Clone, Debug)]
pub(super) struct Body {
    /// Where it belongs.
    pub home: Point,
    /// Where its middle is.
    pub at: Point,
    /// Half of its width and half of its height.
    pub half: (f64, f64),
    /// How hard it is to move: by the flows that end there.
    pub weight: f64,
}

impl Body {
    /// Whether a point is in the tile, or less than a margin off.
    pub fn covers(&self, point: Point, margin: f64) -> bool {
        (point.x - self.at.x).abs() < self.half.0 + margin
            && (point.y - self.at.y).abs() < self.half.1 + margin
    }
}

const ROUNDS: usize = 300;
/// In so many of the last rounds nothing pulls home.
const FREE: usize = 100;
/// So many more mend what is left: tiles that overlap or are in the way of flows.
const MENDING: usize = 300;
/// So many rounds pass before the flows look for their ways anew, and in mending.
const ROUTED: usize = 20;
const ROUTED_MENDING: usize = 10;
/// What part of its way home a tile is pulled in a round, and what part of the way that it is in the way of a flow
/// it slides off. Where tiles end up hangs on both, and no pair is best for all: the best end is taken. Many tiles
/// would take too long for that, and are all in each other's way in any case.
const TRIED: [(f64, f64); 4] = [(0.15, 0.1), (0.2, 0.05), (0.05, 0.05), (0.2, 0.1)];
const SLIDE_MENDING: f64 = 0.15;
/// What part of the way that it is in the way of others a tile gives in a round.
const YIELD: f64 = 0.5;
/// Between two tiles, between two that a flow joins, and between a tile and another's flow; in pixels.
const GAP: f64 = 9.0;
const JOINED_GAP: f64 = 20.0;
const FLOW_GAP: f64 = 7.0;
/// What part of that is left where there are many.
const DENSE: f64 = 0.6;
/// Between a tile and the frame, in units.
const MARGIN: f64 = 4.5;

/// From where to where some points lie.
struct Bounds {
    least: Point,
    most: Point,
}

impl Bounds {
    fn of(points: impl Iterator<Item = Point>) -> Self {
        let (least, most) = (f64::INFINITY, f64::NEG_INFINITY);
        let none = Self { least: Point { x: least, y: least }, most: Point { x: most, y: most } };
        points.fold(none, |Self { least, most }, it| Self {
            least: Point { x: least.x.min(it.x), y: least.y.min(it.y) },
            most: Point { x: most.x.max(it.x), y: most.y.max(it.y) },
        })
    }

    /// Whether they may reach into a tile, or nearer to it than a margin.
    fn reach(&self, body: &Body, margin: f64) -> bool {
        let (across, down) = (body.half.0 + margin, body.half.1 + margin);
        body.at.x + across > self.least.x
            && body.at.x - across < self.most.x
            && body.at.y + down > self.least.y
            && body.at.y - down < self.most.y
    }
}

/// The tiles of a board, and the flows between them, by their tiles.
pub(super) struct Board<'a> {
    pub bodies: Vec<Body>,
    pub flows: &'a [(usize, usize)],
    pub frame: Frame,
    pub size: Type,
    pub is_dense: bool,
}

/// How far places that are tried lie from each other, in units.
const TRIED_EVERY: f64 = 8.0;

/// The place nearest to a tile's home where it covers none of some tiles that stay where they are; nothing where there is
/// none.
pub(super) fn free_place(bodies: &[Body], body: &Body, frame: Frame, pixel: f64) -> Option<Point> {
    let (width, height) = frame.size();
    let gap = GAP * DENSE * pixel;
    let is_free = |at: &Point| {
        bodies.iter().all(|it| {
            (it.at.x - at.x).abs() >= it.half.0 + body.half.0 + gap
                || (it.at.y - at.y).abs() >= it.half.1 + body.half.1 + gap
        })
    };
    let tried = |half: f64, size: f64| {
        let steps = (0..).map(move |step| half + MARGIN + f64::from(step) * TRIED_EVERY);
        steps.take_while(move |it| *it + half + MARGIN <= size)
    };
    let all = tried(body.half.0, width)
        .flat_map(|x| tried(body.half.1, height).map(move |y| Point { x, y }));
    let nearness = |it: &Point| it.distance(body.home);
    all.filter(is_free).min_by(|a, b| nearness(a).total_cmp(&nearness(b)))
}

impl Board<'_> {
    /// Finds a place for each tile.
    pub fn settle(&mut self) {
        self.keep_in_frame();
        let start = self.bodies.clone();
        let mut best: Option<(f64, Vec<Body>)> = None;
        let tried = if self.is_dense { 1 } else { TRIED.len() };
        for &(pull, slide) in TRIED.iter().take(tried) {
            self.bodies.clone_from(&start);
            self.try_to_settle(pull, slide);
            let cost = self.cost();
            if best.as_ref().is_none_or(|it| cost < it.0) {
                best = Some((cost, self.bodies.clone()));
            }
        }
        if let Some((_, bodies)) = best {
            self.bodies = bodies;
        }
    }

    fn try_to_settle(&mut self, pull: f64, slide: f64) {
        let mut routes = self.routes();
        for round in 0..ROUNDS {
            let is_free = round >= ROUNDS - FREE;
            if !is_free {
                self.pull_home(pull);
            }
            // Among many there is no room for both: the flows give way.
            if !self.is_dense || round < ROUNDS / 3 {
                if round.is_multiple_of(ROUTED) {
                    routes = self.routes();
                }
                self.clear_flows(&routes, slide);
            }
            self.part(1.0, self.is_dense && is_free);
        }
        self.mend();
    }

    /// How bad the places are: by how far the tiles are off, of which one that is far is worse than two that are
    /// half as far; and worse than by any of that if a tile is in the way of another or of a flow.
    fn cost(&self) -> f64 {
        let squared = |it: &Body| {
            let x = ((it.home.x - it.at.x).abs() - it.half.0).max(0.0);
            let y = ((it.home.y - it.at.y).abs() - it.half.1).max(0.0);
            x * x + y * y
        };
        let off: f64 = self.bodies.iter().map(squared).sum();
        if self.is_clear(&self.routes()) { off } else { off + 1e9 }
    }

    /// Mends what is left, with ever less between the tiles.
    fn mend(&mut self) {
        let mut routes = Vec::new();
        for round in 0..MENDING {
            if round.is_multiple_of(ROUTED_MENDING) {
                if !self.is_dense {
                    routes = self.routes();
                }
                if self.is_clear(&routes) {
                    return;
                }
            }
            self.clear_flows(&routes, SLIDE_MENDING);
            let left = f64::from(u16::try_from(MENDING - round).unwrap_or(u16::MAX));
            let all = f64::from(u16::try_from(MENDING).unwrap_or(u16::MAX));
            self.part(0.4 + 0.6 * left / all, false);
        }
    }

    fn routes(&self) -> Vec<Route> {
        routes(&self.bodies, self.flows, self.size.pixel)
    }

    /// Whether no two tiles overlap, and none is in the way of a flow.
    fn is_clear(&self, routes: &[Route]) -> bool {
        let is_apart = |(at, one): (usize, &Body)| {
            self.bodies.iter().skip(at + 1).all(|other| {
                (one.at.x - other.at.x).abs() > one.half.0 + other.half.0
                    || (one.at.y - other.at.y).abs() > one.half.1 + other.half.1
            })
        };
        let is_free = |(route, &flow): (&Route, &(usize, usize))| {
            let curve = route.curve(&self.bodies, flow);
            curve.is_none_or(|it| in_the_way(&self.bodies, flow, it) == 0)
        };
        self.bodies.iter().enumerate().all(is_apart) && routes.iter().zip(self.flows).all(is_free)
    }

    fn pull_home(&mut self, pull: f64) {
        for at in 0..self.bodies.len() {
            let Some(Body { home, at: now, .. }) = self.bodies.get(at) else { continue };
            let (x, y) = ((home.x - now.x) * pull, (home.y - now.y) * pull);
            self.shift(at, x, y);
        }
    }

    fn keep_in_frame(&mut self) {
        for at in 0..self.bodies.len() {
            self.shift(at, 0.0, 0.0);
        }
    }

    /// Parts the tiles that are too close to each other, along the axis in which they overlap less, or less by their
    /// size. `gaps` is what part of the usual gaps they keep.
    fn part(&mut self, gaps: f64, by_size: bool) {
        let gaps = if self.is_dense { gaps * DENSE } else { gaps } * self.size.pixel;
        for first in 0..self.bodies.len() {
            for second in first + 1..self.bodies.len() {
                self.part_two(first, second, gaps, by_size);
            }
        }
    }

    fn part_two(&mut self, first: usize, second: usize, gaps: f64, by_size: bool) {
        let (Some(one), Some(other)) = (self.bodies.get(first), self.bodies.get(second)) else {
            return;
        };
        let (x, y) = (other.at.x - one.at.x, other.at.y - one.at.y);
        let (wide, high) = (one.half.0 + other.half.0, one.half.1 + other.half.1);
        // Most are far from each other, and need not be looked for among the flows.
        if x.abs() > wide + JOINED_GAP * gaps || y.abs() > high + JOINED_GAP * gaps {
            return;
        }
        let is_joined =
            self.flows.iter().any(|it| *it == (first, second) || *it == (second, first));
        let gap = if is_joined { JOINED_GAP } else { GAP } * gaps;
        let (across, down) = (wide + gap - x.abs(), high + gap - y.abs());
        if across <= 0.0 || down <= 0.0 {
            return;
        }
        let is_across = if by_size { across * high < down * wide } else { across < down };
        let share = other.weight / (one.weight + other.weight);
        // Of two at one point the first goes up or to the left.
        let (way, sign) = if is_across { (across, x) } else { (down, y) };
        let way = if sign < 0.0 { -way } else { way } * YIELD;
        // What the frame stops hands its share on.
        let rest = self.shift_along(first, -way * share, is_across);
        let rest = self.shift_along(second, way * (1.0 - share) - rest, is_across);
        self.shift_along(first, -rest, is_across);
    }

    /// Moves a tile along an axis, and says how much of the way the frame has stopped.
    fn shift_along(&mut self, at: usize, way: f64, is_across: bool) -> f64 {
        if is_across { self.shift(at, way, 0.0).0 } else { self.shift(at, 0.0, way).1 }
    }

    fn shift(&mut self, at: usize, x: f64, y: f64) -> (f64, f64) {
        let (width, height) = self.frame.size();
        let Some(body) = self.bodies.get_mut(at) else { return (0.0, 0.0) };
        let within = |wanted: f64, half: f64, size: f64| {
            let least = half + MARGIN;
            wanted.min(size - least).max(least)
        };
        let wanted = Point { x: body.at.x + x, y: body.at.y + y };
        body.at = Point {
            x: within(wanted.x, body.half.0, width),
            y: within(wanted.y, body.half.1, height),
        };
        (wanted.x - body.at.x, wanted.y - body.at.y)
    }

    /// Slides the tiles off the flows between others, or one would read as theirs.
    fn clear_flows(&mut self, routes: &[Route], slide: f64) {
        for (&(from, to), route) in self.flows.iter().zip(routes) {
            let Some(curve) = route.curve(&self.bodies, (from, to)) else { continue };
            let is_seen = |point: Point| {
                let ends = [from, to].into_iter().filter_map(|it| self.bodies.get(it));
                !ends.into_iter().any(|it| it.covers(point, 0.0))
            };
            let parts = (1..16).map(|step| f64::from(step) / 16.0);
            let points: Vec<(f64, Point)> =
                parts.map(|part| (part, curve.at(part))).filter(|it| is_seen(it.1)).collect();
            let bounds = Bounds::of(points.iter().map(|it| it.1));
            let margin = FLOW_GAP * self.size.pixel;
            for at in (0..self.bodies.len()).filter(|it| *it != from && *it != to) {
                // Most are far from it.
                if !self.bodies.get(at).is_some_and(|it| bounds.reach(it, margin)) {
                    continue;
                }
                let (x, y) = self.way_off(at, curve, &points);
                self.shift(at, x * slide, y * slide);
            }
        }
    }

    /// How a tile has to move to get off a flow, of which these are points at parts of its way.
    fn way_off(&self, at: usize, curve: Curve, points: &[(f64, Point)]) -> (f64, f64) {
        let Some(body) = self.bodies.get(at) else { return (0.0, 0.0) };
        let margin = FLOW_GAP * self.size.pixel;
        let near = points.iter().filter(|it| body.covers(it.1, margin));
        let nearest = near.min_by(|a, b| a.1.distance(body.at).total_cmp(&b.1.distance(body.at)));
        let Some(&(part, point)) = nearest else { return (0.0, 0.0) };
        let direction = curve.direction(part);
        // Across the flow, and how far the tile reaches that way.
        let (x, y) = (-direction.y, direction.x);
        let reach = body.half.0 * x.abs() + body.half.1 * y.abs() + margin;
        let off = (body.at.x - point.x) * x + (body.at.y - point.y) * y;
        let way = (reach - off.abs()).max(0.0);
        let way = if off < 0.0 { -way } else { way };
        (x * way, y * way)
    }
}
