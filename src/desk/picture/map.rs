//! The map as a drawing: lines of flow, and above them the tiles. Lengths are in the picture's units.

use super::pen::{Anchor, Face, Pen, colour};
use crate::corpus::Status;
use crate::desk::Desk;
use crate::markup::map::{said, unsaid};
use crate::place::{Board, Flow, Grid, Tile};
use crate::words as texts;

/// The largest and the smallest size of the words on a tile.
const SIZES: [i32; 2] = [130, 50];
/// The ground between a tile's edge and its words.
const INSET: i32 = 30;

/// Draws the map of some transfers. On paper, where nothing tells more of a tile than the tile, it has
/// the words for the statuses too.
pub fn map(pen: &mut Pen, desk: &Desk, board: &Board, grid: Grid) {
    for flow in &board.flows {
        draw_flow(pen, desk, flow, grid);
    }
    for tile in &board.tiles {
        draw_tile(pen, desk, tile, grid);
    }
}

fn draw_flow(pen: &mut Pen, desk: &Desk, flow: &Flow, grid: Grid) {
    let place = |country| desk.index.corpus().country(country).place;
    let Some((from, to)) = place(flow.from).zip(place(flow.to)) else { return };
    let (ink, width) = if flow.payment {
        (colour::QUIET, 8)
    } else {
        (colour::LADDER, 10 * i32::from(flow.weight))
    };
    let curve = grid.curve(from, to);
    let mut line = vec![("d", &*curve.line), ("fill", "none"), ("stroke", ink)];
    if !flow.unbroken {
        line.push(("stroke-dasharray", "50 40"));
    }
    pen.shape("path", &[("stroke-width", width)], &line);
    pen.shape("path", &[], &[("d", &curve.head), ("fill", ink)]);
}

/// The ground and the edge of a tile.
fn tint(status: Option<Status>) -> (&'static str, &'static str) {
    let [negotiating, planned, agreed, delivered] = colour::TINTS;
    match status {
        None => (colour::PAPER, colour::RULE),
        Some(Status::Negotiating) => (negotiating, colour::LADDER),
        Some(Status::Planned) => (planned, colour::LADDER),
        Some(Status::Agreed) => (agreed, colour::LADDER),
        Some(Status::Delivered) => (delivered, colour::LADDER),
        Some(_) => (colour::PAPER, colour::EDGE),
    }
}

/// The shape for a status.
pub fn glyph(pen: &mut Pen, status: Status, [x, y, size]: [i32; 3]) {
    let ink = match status {
        Status::Unknown | Status::Refused | Status::Cancelled => colour::QUIET,
        _ => colour::LADDER,
    };
    let at = [("x", x), ("y", y), ("width", size), ("height", size)];
    pen.shape("use", &at, &[("href", &format!("#glyph-{}", status.id())), ("color", ink)]);
}

fn draw_tile(pen: &mut Pen, desk: &Desk, tile: &Tile, grid: Grid) {
    let lang = desk.lang;
    let Some(place) = desk.index.corpus().country(tile.country).place else { return };
    let [x, y, width, height] = grid.tile(place);
    let (ground, edge) = tint(tile.statuses.first().copied());
    let mut looks = vec![("fill", ground), ("stroke", edge)];
    if tile.statuses.first() == Some(&Status::Requested) {
        looks.push(("stroke-dasharray", "20"));
    }
    let area = [("x", x), ("y", y), ("width", width), ("height", height)];
    let corner = [("rx", 30), ("stroke-width", if looks.len() > 2 { 20 } else { 10 })];
    pen.shape("rect", &[&area[..], &corner].concat(), &looks);

    let name = desk.countries.get(tile.country).map_or("", |name| name.get(lang));
    let count = tile.transfers.len();
    let word = match count {
        0 if desk.is_filtered() => texts::words(lang).left_out.to_owned(),
        0 => unsaid(lang, tile.part).to_owned(),
        _ if grid == Grid::PAPER => said(lang, tile),
        _ => String::new(),
    };
    let room = width - 2 * INSET;
    let ink = if count > 0 { colour::INK } else { colour::QUIET };
    let [mut size, smallest] = SIZES;
    loop {
        let (plain, small) = (Face::new(size, ink), Face::new(size * 9 / 10, ink));
        let face = if count > 0 { plain.bold() } else { plain };
        let (names, words) = (face.lines(name, room), small.lines(&word, room));
        let words = if word.is_empty() { Vec::new() } else { words };
        let lines = i32::try_from(names.len() + words.len()).unwrap_or_default();
        let (step, figure) = (size * 6 / 5, if count > 0 { size * 7 / 5 } else { 0 });
        let used = lines * step + figure;
        let fits = used <= height - 2 * INSET && face.fits(name, room) && small.fits(&word, room);
        if !fits && size > smallest {
            size -= 5;
            continue;
        }
        let (middle, mut y) = (x + width / 2, y + (height - used) / 2);
        for line in names {
            pen.line((middle, y + size), face, Anchor::Middle, &line);
            y += step;
        }
        if count > 0 {
            draw_figure(pen, desk, tile, plain, (middle, y + size * 6 / 5));
            y += figure;
        }
        for line in words {
            pen.line((middle, y + size), small, Anchor::Middle, &line);
            y += step;
        }
        return;
    }
}

/// The shape of how far a tile's transfers have come, whether reports differ, and how many there are.
fn draw_figure(pen: &mut Pen, desk: &Desk, tile: &Tile, face: Face, (middle, y): (i32, i32)) {
    let count = texts::number(desk.lang, tile.transfers.len());
    let sign = if tile.statuses.len() > 1 || tile.denied { "≠" } else { "" };
    let (gap, size) = (face.size / 3, face.size * 11 / 10);
    let [sign_width, count_width] = [sign, &count].map(|text| face.width(text));
    let signed = if sign.is_empty() { 0 } else { sign_width + gap };
    let mut x = middle - (size + gap + signed + count_width) / 2;
    if let Some(status) = tile.statuses.first() {
        glyph(pen, *status, [x, y - size * 6 / 7, size]);
    }
    x += size + gap;
    if !sign.is_empty() {
        pen.line((x, y), Face { colour: colour::WARM, ..face.bold() }, Anchor::Start, sign);
        x += signed;
    }
    pen.line((x, y), face, Anchor::Start, &count);
}
