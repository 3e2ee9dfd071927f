//! From the globe to the map: Lambert's azimuthal equal-area projection, and what is drawn of the globe itself.
//!
//! Lengths are in units of the view box. Sines and cosines, which platforms may round differently, are taken of
//! longitudes and latitudes only, and what comes of them is rounded before anything is placed by it.

use super::path::Path;
use super::{Frame, Point};
use crate::corpus::{Anchor, Corpus, CountryId};

/// What has to be said of the land beside the map.
pub const LAND_CREDIT: &str = "Natural Earth";

/// The outlines of the land, which `cargo xtask land` writes: as longitudes and latitudes, since they are no larger
/// so than as a path, and the centre may be another.
const LAND: &str = include_str!("land.txt");
/// So many of the file's steps make a degree.
const STEPS: f64 = 4.0;
/// A ring of the file for each country of ISO 3166-1.
const ANCHORS: &str = include_str!("anchors.csv");

/// A radian of the globe at the map's centre.
const RADIUS: f64 = 207.0;
/// The cosine of the angle to the rim, of 103 degrees.
const RIM_COSINE: f64 = -0.224_951_054_343_865;
/// Where the centre is in every view box: below the middle, since most of the land is north of it.
const CENTRE: Point = Point { x: 304.0, y: 257.0 };
/// The centre: between Europe, Africa and Asia.
const USUAL_CENTRE: Anchor = Anchor { longitude: 27, latitude: 33 };

/// A country's place on the globe.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    /// East of Greenwich, in degrees.
    longitude: f64,
    /// North of the equator, in degrees.
    latitude: f64,
    /// Whether the country is so large that its tile is on it even off the anchor.
    pub is_large: bool,
}

/// Where a country is: a group where the corpus has it, any other where its land is. None of a group without.
pub(super) fn place(corpus: &Corpus, country: CountryId) -> Option<Place> {
    let country = corpus.country(country);
    if let Some(Anchor { longitude, latitude }) = country.anchor {
        let (longitude, latitude) = (f64::from(longitude), f64::from(latitude));
        return Some(Place { longitude, latitude, is_large: false });
    }
    let mut rows = ANCHORS.lines().filter_map(|line| line.strip_prefix(&*country.id));
    let mut fields = rows.next()?.split(',').skip(1);
    let mut number = || fields.next()?.parse().ok();
    let (longitude, latitude) = (number()?, number()?);
    Some(Place { longitude, latitude, is_large: fields.next().is_some() })
}

/// A point of the globe on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projected {
    /// Where it is; on the rim, at its bearing, where it is beyond.
    pub at: Point,
    /// Whether it is beyond the rim.
    pub is_beyond: bool,
}

/// A projection of the globe, by its centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Projection {
    centre: Anchor,
}

/// A direction in space: towards the east, the north and the reader at the map's centre.
#[derive(Clone, Copy)]
struct Space {
    east: f64,
    north: f64,
    near: f64,
}

impl Space {
    fn of(longitude: f64, latitude: f64) -> Self {
        let (sin, cos) = latitude.to_radians().sin_cos();
        let (east, near) = longitude.to_radians().sin_cos();
        Self { east: cos * east, north: sin, near: cos * near }
    }

    fn is_beyond(self) -> bool {
        self.near < RIM_COSINE
    }
}

impl Projection {
    /// That about a point, in whole degrees.
    #[must_use]
    pub fn about(centre: Anchor) -> Self {
        Self { centre }
    }

    /// That of a corpus: the usual one, between Europe, Africa and Asia; where most of those who take part in a
    /// transfer are beyond its rim, that about their middle.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        let usual = Self::about(USUAL_CENTRE);
        let mut sides: Vec<CountryId> =
            corpus.transfer_ids().flat_map(|it| <[CountryId; 2]>::from(corpus.sides(it))).collect();
        sides.sort_unstable();
        sides.dedup();
        let places: Vec<Place> = sides.into_iter().filter_map(|it| place(corpus, it)).collect();
        let beyond = places.iter().filter(|it| usual.project(**it).is_beyond).count();
        if beyond * 2 <= places.len() {
            return usual;
        }
        let directions = places.iter().map(|it| Space::of(it.longitude, it.latitude));
        let sum = directions.fold((0.0, 0.0, 0.0), |(east, north, near), it| {
            (east + it.east, north + it.north, near + it.near)
        });
        let (east, north, near) = sum;
        Self::about(Anchor {
            longitude: whole_degrees(east.atan2(near)),
            latitude: whole_degrees(north.atan2(east.hypot(near))),
        })
    }

    /// The centre, in degrees.
    #[must_use]
    pub fn centre(self) -> Anchor {
        self.centre
    }

    /// The disc that the map is drawn in: its middle and its radius.
    #[must_use]
    pub fn sea(self) -> (Point, f64) {
        (CENTRE, rim())
    }

    pub(super) fn project(self, place: Place) -> Projected {
        let space = self.turned(place.longitude, place.latitude);
        Projected { at: on_map(space), is_beyond: space.is_beyond() }
    }

    /// A point of the globe, as seen from above the centre.
    fn turned(self, longitude: f64, latitude: f64) -> Space {
        let it = Space::of(longitude - f64::from(self.centre.longitude), latitude);
        let (sin, cos) = f64::from(self.centre.latitude).to_radians().sin_cos();
        Space {
            east: it.east,
            north: it.north * cos - it.near * sin,
            near: it.north * sin + it.near * cos,
        }
    }

    /// The land, as SVG path data in whole units, to be filled by `evenodd`. It is the same in every frame.
    #[must_use]
    pub fn land(self) -> String {
        let mut path = Path::default();
        let rings = LAND.lines().filter(|line| !line.starts_with('#'));
        for ring in rings.map(decoded) {
            let turned: Vec<Space> = ring.iter().map(|it| self.turned(it.0, it.1)).collect();
            let outline = clipped(&turned);
            if turned.iter().all(|it| it.is_beyond()) || !is_seen(&outline) {
                continue;
            }
            // What runs the other way round encloses the point behind the map, and all beyond its outline.
            if doubled_area(&outline) > 0.0 {
                path.ring(&rim_between(None));
            }
            path.ring(&outline);
        }
        path.into_data()
    }

    /// Meridians and parallels, each 30 degrees from the next, as SVG path data in whole units.
    #[must_use]
    pub fn graticule(self) -> String {
        let degrees = |from: i16, to: i16, step| (from..=to).step_by(step).map(f64::from);
        let meridians = degrees(-180, 150, 30)
            .map(|longitude| degrees(-90, 90, 5).map(|it| (longitude, it)).collect());
        let parallels = degrees(-60, 60, 30)
            .map(|latitude| degrees(-180, 180, 5).map(|it| (it, latitude)).collect());
        let mut path = Path::default();
        for line in meridians.chain(parallels).collect::<Vec<Vec<_>>>() {
            let turned: Vec<Space> = line.into_iter().map(|it| self.turned(it.0, it.1)).collect();
            for part in turned.chunk_by(|a, b| !a.is_beyond() || !b.is_beyond()) {
                if part.len() > 1 {
                    path.line(&part.iter().copied().map(on_map).collect::<Vec<_>>());
                }
            }
        }
        path.into_data()
    }
}

#[expect(clippy::cast_possible_truncation, reason = "degrees are few")]
fn whole_degrees(radians: f64) -> i16 {
    radians.to_degrees().round() as i16
}

/// The distance of the rim from the centre.
fn rim() -> f64 {
    RADIUS * (2.0 * (1.0 - RIM_COSINE)).sqrt()
}

/// Where a direction is on the map: at its bearing, and as far off that areas keep their size, or on the rim.
fn on_map(Space { east, north, near }: Space) -> Point {
    let from_axis = (east * east + north * north).sqrt();
    if from_axis == 0.0 {
        // The centre itself, or what is right behind it and has no bearing.
        return if near > 0.0 { CENTRE } else { Point { y: CENTRE.y - rim(), ..CENTRE } };
    }
    let distance = (RADIUS * (2.0 * (1.0 - near)).sqrt()).min(rim()) / from_axis;
    Point { x: CENTRE.x + east * distance, y: CENTRE.y - north * distance }
}

/// A ring on the map; what is beyond the rim runs along it.
fn clipped(ring: &[Space]) -> Vec<Point> {
    let mut points = Vec::new();
    let next = ring.iter().cycle().skip(1);
    for (&from, &to) in ring.iter().zip(next) {
        let (start, end) = (on_map(from), on_map(to));
        points.push(start);
        if from.is_beyond() && to.is_beyond() {
            points.extend(rim_between(Some((start, end))));
        }
    }
    points
}

/// Points on the rim between two others, the short way, or all round: none is far from the next.
fn rim_between(ends: Option<(Point, Point)>) -> Vec<Point> {
    /// So close that the chord is as good as the arc.
    const CLOSE: f64 = 20.0;
    let at = |x, y| Point { x: CENTRE.x + x * rim(), y: CENTRE.y + y * rim() };
    let Some((from, to)) = ends else {
        let corners = [at(1.0, 0.0), at(0.0, 1.0), at(-1.0, 0.0), at(0.0, -1.0)];
        let next = corners.into_iter().cycle().skip(1);
        let quarter = |(from, to)| [vec![from], rim_between(Some((from, to)))].concat();
        return corners.into_iter().zip(next).flat_map(quarter).collect();
    };
    let (x, y) = (from.x + to.x - 2.0 * CENTRE.x, from.y + to.y - 2.0 * CENTRE.y);
    let length = (x * x + y * y).sqrt();
    // Opposite ends have no short way.
    if from.distance(to) < CLOSE || length < CLOSE {
        return Vec::new();
    }
    let middle = at(x / length, y / length);
    let half = |from, to| rim_between(Some((from, to)));
    [half(from, middle), vec![middle], half(middle, to)].concat()
}

/// Whether some of an outline is in a frame.
fn is_seen(outline: &[Point]) -> bool {
    let (width, height) = Frame::Narrow.size();
    let is_off: [fn(&Point, f64, f64) -> bool; 4] = [
        |it, _, _| it.x < 0.0,
        |it, width, _| it.x > width,
        |it, _, _| it.y < 0.0,
        |it, _, height| it.y > height,
    ];
    !is_off.iter().any(|is_off| outline.iter().all(|it| is_off(it, width, height)))
}

/// Twice what an outline encloses: negative where it runs anticlockwise, as the rings of the file do on the globe.
fn doubled_area(outline: &[Point]) -> f64 {
    let next = outline.iter().cycle().skip(1);
    outline.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum()
}

/// A ring of the file: numbers in pieces of five bits, the lowest first, and the sign lowest of all; each is the
/// step from the point before.
fn decoded(ring: &str) -> Vec<(f64, f64)> {
    let mut numbers = Vec::new();
    let (mut number, mut shift) = (0_i32, 0);
    for piece in ring.bytes().map(|byte| i32::from(byte) - 63) {
        number |= (piece & 31) << shift;
        shift += 5;
        if piece < 32 {
            numbers.push((number >> 1) ^ -(number & 1));
            (number, shift) = (0, 0);
        }
    }
    let walk = |at: &mut (i32, i32), step: &[i32]| {
        let &[across, up] = step else { return None };
        *at = (at.0 + across, at.1 + up);
        Some((f64::from(at.0) / STEPS, f64::from(at.1) / STEPS))
    };
    numbers.chunks(2).scan((0, 0), walk).collect()
}

impl Frame {
    /// The width and the height of the view box.
    #[must_use]
    pub fn size(self) -> (f64, f64) {
        match self {
            Self::Wide => (560.0, 440.0),
            Self::Narrow => (560.0, 510.0),
        }
    }

    /// The view box, as SVG has it.
    #[must_use]
    pub fn view_box(self) -> String {
        let (width, height) = self.size();
        format!("0 0 {width} {height}")
    }

    /// How far a point is from the left and from the top, as parts of the width and the height.
    #[must_use]
    pub fn fraction(self, Point { x, y }: Point) -> (f64, f64) {
        let (width, height) = self.size();
        (x / width, y / height)
    }
}
