//! The map: tiles at their places, and lines of flow between them.
//!
//! Knows what is claimed and how strongly; knows no browser. Lengths are in the map's own units.
//!
//! Reading order: [`Ways`] are what transfers are gathered by; a [`Board`] is what each tile and each flow shows; a
//! [`Projection`] says where countries are and draws the land; a [`Placing`] finds each tile a place near its country,
//! once for a corpus; a [`Drawing`] is a board at those places, as plain data.

mod board;
mod drawing;
mod flow;
mod label;
mod line;
mod path;
mod placing;
mod projection;
mod traffic;
mod ways;

pub use board::{Board, Dealing, Denial, Part, Tile, Whole};
pub use drawing::{Drawing, DrawnTile, Frame, Leader, Placing, Role};
pub use flow::{Flow, Reach, flows};
pub use line::{End, Line, Mark};
pub use path::Point;
pub use projection::{LAND_CREDIT, Projection};
pub use ways::{Numbered, Way, Ways};

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;
