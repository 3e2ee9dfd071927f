//! Points, and SVG path data through them.

use std::fmt::Write;

/// A point of the map, in units of the view box, from its upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl Point {
    pub(super) fn distance(self, other: Self) -> f64 {
        let (x, y) = (other.x - self.x, other.y - self.y);
        (x * x + y * y).sqrt()
    }
}

/// A path of straight lines, in whole units and steps from point to point: the shortest form.
#[derive(Default)]
pub(super) struct Path {
    data: String,
}

impl Path {
    /// Adds a line that is closed, if it encloses anything.
    pub fn ring(&mut self, points: &[Point]) {
        if self.add(points, 3) {
            self.data.push('z');
        }
    }

    /// Adds a line.
    pub fn line(&mut self, points: &[Point]) {
        self.add(points, 2);
    }

    pub fn into_data(self) -> String {
        self.data
    }

    fn add(&mut self, points: &[Point], least: usize) -> bool {
        let mut points: Vec<[i32; 2]> =
            points.iter().map(|it| [whole(it.x), whole(it.y)]).collect();
        points.dedup();
        let Some((&first, rest)) = points.split_first().filter(|it| it.1.len() + 1 >= least) else {
            return false;
        };
        self.pair('M', first);
        let mut at = first;
        for (index, &[x, y]) in rest.iter().enumerate() {
            self.pair(if index == 0 { 'l' } else { ' ' }, [x - at[0], y - at[1]]);
            at = [x, y];
        }
        true
    }

    /// Adds two numbers; a minus parts as well as a space.
    fn pair(&mut self, before: char, [x, y]: [i32; 2]) {
        if before != ' ' || x >= 0 {
            self.data.push(before);
        }
        let between = if y < 0 { "" } else { " " };
        write!(self.data, "{x}{between}{y}").expect("a string takes all");
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the map is far smaller than an i32")]
fn whole(length: f64) -> i32 {
    length.round() as i32
}
