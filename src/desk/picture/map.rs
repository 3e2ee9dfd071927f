//! The map as a drawing: lines of flow, and above them the tiles. Lengths are in the picture's units.

use super::pen::{Face, INK, INK_BOLD, QUIET, WARM};
use crate::corpus::Status;
use crate::desk::Desk;
use crate::map::{self, Flow, Grid, Tile};
use crate::markup::Pen;
use crate::markup::tiles::{said, unsaid};
use crate::query::Selection;
use crate::words as texts;

/// The largest and the smallest size of the words on a tile.
const LARGEST: i32 = 130;
const SMALLEST: i32 = 50;
/// The ground between a tile's edge and its words.
const INSET: i32 = 30;

/// The colour of the ladder, and of what stands beside it.
const LADDER: &str = "#1c4a80";
const ASIDE: &str = "#565e68";

/// Draws the map of some transfers. On paper, where nothing tells more of a tile than the tile, it has
/// the words for the statuses too.
pub fn map(pen: &mut Pen, desk: &Desk, selection: &Selection, grid: Grid) {
    // A picture cannot be chosen from: its tiles count what is selected and nothing else.
    let board = map::board(
        desk.trust(selection),
        &crate::evidence::Findings::new(desk.trust(selection)),
        &selection.transfers,
        &selection.transfers,
    );
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
    let curve = grid.curve(from, to);
    let (ink, width) = match flow.weight {
        _ if flow.payment => (ASIDE, 8),
        0 => (LADDER, 5),
        weight => (LADDER, 10 * i32::from(weight)),
    };
    let dashes = if flow.unbroken { "none" } else { "50 40" };
    pen.put(
        "<path d=\"$\" fill=\"none\" stroke=\"$\" stroke-width=\"%\" stroke-dasharray=\"$\"/>\
         <path d=\"$\" fill=\"$\"/>",
        &[width],
        &[&curve.line, ink, dashes, &curve.head, ink],
    );
}

/// The ground and the edge of a tile.
fn tint(status: Option<&Status>) -> &'static str {
    match status {
        None => "fill=\"#fff\" stroke=\"#dcd9d2\" stroke-width=\"10\"",
        Some(Status::Requested) => {
            "fill=\"#fff\" stroke=\"#878d95\" stroke-width=\"20\" stroke-dasharray=\"20\""
        }
        Some(Status::Negotiating) => "fill=\"#eef3f9\" stroke=\"#1c4a80\" stroke-width=\"10\"",
        Some(Status::Planned) => "fill=\"#dbe7f3\" stroke=\"#1c4a80\" stroke-width=\"10\"",
        Some(Status::Agreed) => "fill=\"#c2d6eb\" stroke=\"#1c4a80\" stroke-width=\"10\"",
        Some(Status::Delivered) => "fill=\"#a9c6e4\" stroke=\"#1c4a80\" stroke-width=\"10\"",
        Some(_) => "fill=\"#fff\" stroke=\"#878d95\" stroke-width=\"10\"",
    }
}

/// The shape for a status.
pub fn glyph(pen: &mut Pen, status: Status, x: i32, y: i32, size: i32) {
    let ink = match status {
        Status::Unknown | Status::Refused | Status::Cancelled => ASIDE,
        _ => LADDER,
    };
    pen.put(
        "<use href=\"#glyph-$\" color=\"$\" x=\"%\" y=\"%\" width=\"%\" height=\"%\"/>",
        &[x, y, size, size],
        &[status.id(), ink],
    );
}

fn draw_tile(pen: &mut Pen, desk: &Desk, tile: &Tile, grid: Grid) {
    let lang = desk.lang;
    let Some(place) = desk.index.corpus().country(tile.country).place else { return };
    let area = grid.tile(place);
    pen.put(
        "<rect x=\"%\" y=\"%\" width=\"%\" height=\"%\" rx=\"30\" $/>",
        &area,
        &[tint(tile.statuses.first())],
    );
    let name = desk.countries[tile.country].get(lang);
    let word = match tile.transfers.len() {
        0 if desk.is_filtered() => texts::words(lang).left_out.to_owned(),
        0 => unsaid(lang, tile.part).to_owned(),
        _ if grid == Grid::PAPER => said(lang, tile),
        _ => String::new(),
    };
    let [x, y, width, height] = area;
    let room = width - 2 * INSET;
    let has_figure = !tile.transfers.is_empty();
    let mut size = LARGEST;
    loop {
        let [face, small] = if has_figure {
            [Face::bold(size, INK_BOLD), Face::new(size * 9 / 10, INK)]
        } else {
            [Face::new(size, QUIET), Face::new(size * 9 / 10, QUIET)]
        };
        let (names, words) = (face.lines(name, room), small.lines(&word, room));
        let lines = names.len() + words.len() + usize::from(has_figure);
        let used = i32::try_from(lines).expect("a few lines") * size * 5 / 4;
        let fits = used <= height - 2 * INSET && face.fits(name, room) && small.fits(&word, room);
        if !fits && size > SMALLEST {
            size -= 5;
            continue;
        }
        let mut y = y + (height - used) / 2 + size;
        let above = names.len();
        for (at, line) in names.into_iter().chain(words).enumerate() {
            if at == above && has_figure {
                draw_figure(pen, desk, tile, x + width / 2, y, size);
                y += size * 5 / 4;
            }
            let face = if at < above { &face } else { &small };
            pen.put(
                "<text x=\"%\" y=\"%\" font-size=\"%\" text-anchor=\"middle\" $>@</text>",
                &[x + width / 2, y, face.size],
                &[face.looks, &line],
            );
            y += size * 5 / 4;
        }
        // Where no words follow, the figure comes last.
        if has_figure && word.is_empty() {
            draw_figure(pen, desk, tile, x + width / 2, y, size);
        }
        return;
    }
}

/// The shape of how far a tile's transfers have come, whether reports differ, and how many there are.
fn draw_figure(pen: &mut Pen, desk: &Desk, tile: &Tile, middle: i32, y: i32, size: i32) {
    let count = texts::number(desk.lang, tile.transfers.len());
    let sign = if tile.disputed { "≠ " } else { "" };
    let (plain, warm) = (Face::new(size, INK), Face::bold(size, WARM));
    let (step, signed) = (size * 7 / 5, warm.width(sign));
    let x = middle - (step + signed + plain.width(&count)) / 2;
    if let Some(status) = tile.statuses.first() {
        glyph(pen, *status, x, y - size * 9 / 10, size * 11 / 10);
    }
    if !sign.is_empty() {
        pen.line(x + step, y, &warm, sign);
    }
    pen.line(x + step + signed, y, &plain, &count);
}
