//! `TopoJSON` as far as the atlas uses it: polygons of arcs that neighbours share.

use crate::ring::Ring;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Shapes on the globe, by the names of their collections.
#[derive(Deserialize)]
pub struct Topology {
    transform: Transform,
    arcs: Vec<Vec<[f64; 2]>>,
    objects: BTreeMap<String, Collection>,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Geometry {
    MultiPolygon {
        arcs: Vec<Vec<Vec<i64>>>,
        #[serde(default)]
        properties: Properties,
    },
}

#[derive(Default, Deserialize)]
struct Properties {
    /// ISO 3166-1 alpha-3, or what the atlas takes for one.
    #[serde(default)]
    a3: String,
}

/// A shape: the code of its country where it has one, and its polygons, each with its outer ring first.
pub struct Shape {
    pub code: String,
    pub polygons: Vec<Vec<Ring>>,
}

impl Topology {
    pub fn read(json: &str) -> Result<Self> {
        Ok(serde_json::from_str(json)?)
    }

    /// The shapes of a collection.
    pub fn shapes(&self, collection: &str) -> Result<Vec<Shape>> {
        let collection = self.objects.get(collection).context("the collection is missing")?;
        let shape = |geometry: &Geometry| {
            let Geometry::MultiPolygon { arcs, properties } = geometry;
            let polygon =
                |rings: &Vec<Vec<i64>>| rings.iter().map(|it| self.ring(it)).collect::<Result<_>>();
            let polygons = arcs.iter().map(polygon).collect::<Result<_>>()?;
            Ok(Shape { code: properties.a3.clone(), polygons })
        };
        collection.geometries.iter().map(shape).collect()
    }

    /// The arcs of a ring, joined. One with a negative number runs backwards, and arcs share their ends.
    fn ring(&self, arcs: &[i64]) -> Result<Ring> {
        let mut points: Ring = Vec::new();
        for &number in arcs {
            let index = usize::try_from(if number < 0 { !number } else { number })?;
            let mut arc = self.arc(self.arcs.get(index).context("an arc is missing")?);
            if number < 0 {
                arc.reverse();
            }
            points.pop();
            points.extend(arc);
        }
        // The last point is the first once more.
        points.pop();
        Ok(points)
    }

    /// An arc's longitudes and latitudes; it is written as steps from point to point.
    fn arc(&self, steps: &[[f64; 2]]) -> Ring {
        let Transform { scale: [across, up], translate: [west, south] } = self.transform;
        let walk = |at: &mut [f64; 2], step: &[f64; 2]| {
            let ([x, y], [dx, dy]) = (*at, *step);
            *at = [x + dx, y + dy];
            let [x, y] = *at;
            Some([x * across + west, y * up + south])
        };
        steps.iter().scan([0.0, 0.0], walk).collect()
    }
}
