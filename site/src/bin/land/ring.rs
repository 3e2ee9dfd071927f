//! Rings on the globe, measured by their points in space, where neither poles nor the date line are special.

/// Longitudes and latitudes, in degrees; the last point is joined to the first.
pub type Ring = Vec<[f64; 2]>;

/// A point or a direction in space; the globe's radius is 1.
pub type Space = [f64; 3];

pub fn in_space([longitude, latitude]: [f64; 2]) -> Space {
    let (sin, cos) = latitude.to_radians().sin_cos();
    let (east, ahead) = longitude.to_radians().sin_cos();
    [cos * ahead, cos * east, sin]
}

pub fn on_globe([x, y, z]: Space) -> [f64; 2] {
    [y.atan2(x).to_degrees(), z.atan2(x.hypot(y)).to_degrees()]
}

pub fn dot([ax, ay, az]: Space, [bx, by, bz]: Space) -> f64 {
    ax * bx + ay * by + az * bz
}

pub fn cross([ax, ay, az]: Space, [bx, by, bz]: Space) -> Space {
    [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx]
}

pub fn sum([ax, ay, az]: Space, [bx, by, bz]: Space) -> Space {
    [ax + bx, ay + by, az + bz]
}

pub fn difference([ax, ay, az]: Space, [bx, by, bz]: Space) -> Space {
    [ax - bx, ay - by, az - bz]
}

pub fn length(of: Space) -> f64 {
    dot(of, of).sqrt()
}

/// How much of the globe lies between three points, in steradians.
pub fn triangle_area(one: Space, other: Space, third: Space) -> f64 {
    let volume = dot(one, cross(other, third)).abs();
    2.0 * volume.atan2(1.0 + dot(one, other) + dot(other, third) + dot(third, one))
}

/// Each point of a ring with the next.
pub fn sides<T: Copy>(ring: &[T]) -> impl Iterator<Item = (T, T)> {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

/// How much of the globe a ring encloses, in steradians; of continents somewhat less, as seen from afar.
pub fn area(ring: &[[f64; 2]]) -> f64 {
    let points: Vec<Space> = ring.iter().copied().map(in_space).collect();
    let parts = sides(&points).map(|(a, b)| cross(a, b));
    length(parts.fold([0.0; 3], sum)) / 2.0
}

/// The middle of what a ring encloses.
pub fn centroid(ring: &[[f64; 2]]) -> [f64; 2] {
    let points: Vec<Space> = ring.iter().copied().map(in_space).collect();
    let middle = points.iter().copied().fold([0.0; 3], sum);
    let middle = middle.map(|it| it / length(middle));
    let weighed = sides(&points).map(|(a, b)| {
        let weight = dot(middle, cross(difference(a, middle), difference(b, middle)));
        sum(middle, sum(a, b)).map(|it| it * weight)
    });
    let all = weighed.fold([0.0; 3], sum);
    // Whichever way the ring runs, its middle is on its side of the globe.
    let side = if dot(all, middle) < 0.0 { -1.0 } else { 1.0 };
    on_globe(all.map(|it| it * side))
}

/// Whether a point is in a ring that does not run around a pole.
pub fn encloses(ring: &[[f64; 2]], [longitude, latitude]: [f64; 2]) -> bool {
    // As seen from the point, so that the date line is far from it.
    let east = |from: f64| (from - longitude + 540.0).rem_euclid(360.0) - 180.0;
    let crossings = sides(ring).filter(|([a, from], [b, to])| {
        let (a, b) = (east(*a), east(*b));
        if (a > 0.0) == (b > 0.0) || (a - b).abs() > 180.0 {
            return false;
        }
        from + (to - from) * a / (a - b) > latitude
    });
    crossings.count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::{Ring, area, centroid, encloses};

    /// Ten degrees wide and high, across the equator and the date line.
    fn square() -> Ring {
        vec![[175.0, -5.0], [-175.0, -5.0], [-175.0, 5.0], [175.0, 5.0]]
    }

    #[test]
    fn a_ring_across_the_date_line() {
        let sides = 10_f64.to_radians() * 2.0 * 5_f64.to_radians().sin();
        assert!((area(&square()) - sides).abs() < 2e-4);
        let [longitude, latitude] = centroid(&square());
        assert!(longitude.abs() > 179.9 && latitude.abs() < 0.1);
        assert!(encloses(&square(), [179.0, 1.0]) && encloses(&square(), [-179.0, -4.0]));
        assert!(!encloses(&square(), [170.0, 0.0]) && !encloses(&square(), [180.0, 6.0]));
        assert!(!encloses(&square(), [0.0, 0.0]));
    }
}
