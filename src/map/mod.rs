//! The map: tiles at their places, and lines of flow between them.
//!
//! Knows what is claimed and how strongly; knows no browser. Lengths are in the map's own units.
//!
//! Reading order: a [`Board`] is what each tile and each flow shows; a [`Projection`] says where countries are and
//! draws the land; a [`Placing`] finds each tile a place near its country, once for a corpus; a [`Drawing`] is a board
//! at those places, as plain data. The [`Grid`] is an older map of the same.

mod board;
mod curve;
mod drawing;
mod flow;
mod label;
mod line;
mod path;
mod placing;
mod projection;

pub use board::{Board, Dealing, Denial, Part, Tile, board, dealings};
pub use curve::Curve;
pub use drawing::{Drawing, DrawnTile, Frame, Leader, Placing, Role};
pub use flow::{Flow, Reach, flows};
pub use line::{End, Line, Mark};
pub use path::Point;
pub use projection::{LAND_CREDIT, Projection};

use crate::corpus::{Corpus, Country, Place};

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

/// The width of a grid cell, in the map's units.
const CELL_WIDTH: f64 = 100.0;
/// The ground between two tiles, in the map's units.
const GAP: f64 = 16.0;

/// The grid that the tiles stand in. Lengths are in the map's units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    /// The height of a cell.
    cell_height: f64,
}

impl Grid {
    /// That of the page, whose tiles hold a name and a count.
    pub const SCREEN: Self = Self { cell_height: 72.0 };
    /// That of pictures whose tiles hold the words for the statuses as well.
    pub const PAPER: Self = Self { cell_height: 96.0 };

    /// The map's picture as an SVG view box, in the picture's units.
    #[must_use]
    pub fn view_box(self, corpus: &Corpus) -> String {
        let (width, height) = self.size(corpus);
        format!("0 0 {} {}", curve::units(width), curve::units(height))
    }

    /// The map's width and height.
    #[must_use]
    pub fn size(self, corpus: &Corpus) -> (f64, f64) {
        let (columns, rows) = extent(corpus);
        (f64::from(columns) * CELL_WIDTH, f64::from(rows) * self.cell_height)
    }

    /// The middle of a place, and the half width and half height of its tile.
    #[must_use]
    pub fn area(self, place: Place) -> ((f64, f64), (f64, f64)) {
        let width = f64::from(place.width) * CELL_WIDTH;
        let x = (f64::from(place.column) - 1.0) * CELL_WIDTH + width / 2.0;
        let y = (f64::from(place.row) - 0.5) * self.cell_height;
        ((x, y), ((width - GAP) / 2.0, (self.cell_height - GAP) / 2.0))
    }

    /// A tile's left and upper edge, its width and its height, in the picture's units.
    #[must_use]
    pub fn tile(self, place: Place) -> [i32; 4] {
        let ((x, y), (half_width, half_height)) = self.area(place);
        [x - half_width, y - half_height, 2.0 * half_width, 2.0 * half_height].map(curve::units)
    }
}

/// The style rules that lay the tiles out. They are made here, since the page's policy allows no
/// style on an element, and the style sheets know no country.
#[must_use]
pub fn rules(corpus: &Corpus) -> String {
    let (columns, rows) = extent(corpus);
    let tile = |country: &Country| {
        let Place { column, row, width } = country.place?;
        // An id that is no code would be read as something else.
        if !country.id.bytes().all(|it| it.is_ascii_alphanumeric()) {
            return None;
        }
        let area = format!("{row}/{column}/auto/span {width}");
        Some(format!("#tile-{}{{grid-area:{area};--span:{width}}}", country.id))
    };
    let tiles: String = corpus.source().countries.iter().filter_map(tile).collect();
    format!(".board{{--columns:{columns};--rows:{rows}}}{tiles}")
}

/// How many columns and rows the map's tiles take up.
#[must_use]
fn extent(corpus: &Corpus) -> (u8, u8) {
    let places = corpus.source().countries.iter().filter_map(|country| country.place);
    places.fold((0, 0), |(columns, rows), place| {
        let last = place.column.saturating_add(place.width).saturating_sub(1);
        (columns.max(last), rows.max(place.row))
    })
}
