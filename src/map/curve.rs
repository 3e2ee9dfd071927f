//! The line from one tile to another: calm, and bent so that both directions are told apart.

use super::Grid;
use crate::corpus::Place;

/// How far a line bends aside, as a part of its length.
const BEND: f64 = 0.14;
/// The ground between an arrowhead's tip and the tile, and the arrowhead's length and half width.
const CLEARANCE: f64 = 2.0;
const HEAD_LENGTH: f64 = 8.0;
const HEAD_HALF_WIDTH: f64 = 4.0;

/// So many of the picture's units make one of the map's.
const SCALE: f64 = 10.0;

/// A line of flow, as SVG path data in the picture's units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// The line, up to its arrowhead.
    pub line: String,
    /// The arrowhead, a closed shape.
    pub head: String,
}

type Point = (f64, f64);

impl Grid {
    /// The line from the middle of one tile to the edge of another. The tiles lie above it.
    #[must_use]
    pub fn curve(self, from: Place, to: Place) -> Curve {
        let (start, _) = self.area(from);
        let (end, half) = self.area(to);
        let (dx, dy) = (end.0 - start.0, end.1 - start.1);
        let control = (start.0 + dx / 2.0 - dy * BEND, start.1 + dy / 2.0 + dx * BEND);
        let at = |t: f64| bezier(start, control, end, t);
        let inside = |t: f64, margin: f64| {
            let (x, y) = at(t);
            (x - end.0).abs() < half.0 + margin && (y - end.1).abs() < half.1 + margin
        };
        let tip = at(entry(|t| inside(t, CLEARANCE)));
        // Only the part up to the neck is drawn.
        let part = entry(|t| inside(t, CLEARANCE + HEAD_LENGTH));
        let neck = at(part);
        let (hx, hy) = (tip.0 - neck.0, tip.1 - neck.1);
        let length = hx.hypot(hy).max(1.0);
        // Across the direction of travel.
        let (ax, ay) = (-hy / length * HEAD_HALF_WIDTH, hx / length * HEAD_HALF_WIDTH);
        // The control point moves along with the end.
        let bend = (start.0 + (control.0 - start.0) * part, start.1 + (control.1 - start.1) * part);
        let line = format!("M{}Q{} {}", point(start), point(bend), point(neck));
        let sides = [(neck.0 + ax, neck.1 + ay), (neck.0 - ax, neck.1 - ay)].map(point);
        Curve { line, head: format!("M{}L{}Z", point(tip), sides.join("L")) }
    }
}

fn point((x, y): Point) -> String {
    format!("{} {}", units(x), units(y))
}

/// A length in the picture's units, whole: to write fractions takes more code than to scale them.
#[expect(clippy::cast_possible_truncation, reason = "the map is far smaller than an i32")]
pub(super) fn units(length: f64) -> i32 {
    (length * SCALE).round() as i32
}

fn bezier(start: Point, control: Point, end: Point, t: f64) -> Point {
    let mix = |a: f64, b: f64, c: f64| {
        let u = 1.0 - t;
        u * u * a + 2.0 * u * t * b + t * t * c
    };
    (mix(start.0, control.0, end.0), mix(start.1, control.1, end.1))
}

/// Where on its way from 0 to 1 a line comes in, found by halving.
fn entry(inside: impl Fn(f64) -> bool) -> f64 {
    let (mut outer, mut inner) = (0.0, 1.0);
    for _ in 0..20 {
        let middle = f64::midpoint(outer, inner);
        if inside(middle) {
            inner = middle;
        } else {
            outer = middle;
        }
    }
    outer
}
