//! The map in a picture: ground and lines as on the page, and the tiles, which are buttons there, as boxes at the same
//! places. Lengths are in units of the map's view box.

use super::Shown;
use super::sheet::turned;
use crate::corpus::Status;
use crate::map::{DrawnTile, Frame, Part, Point, Role, Tile};
use crate::overview::Overview;
use crate::ui::drawing::{Looks, flow, ground, tenths};
use crate::ui::glyph::shape;
use crate::ui::light;
use crate::words;
use leptos::prelude::*;

/// How high a line is, and how far below its middle its letters stand, in ems.
const LINE: f64 = 1.25;
const BELOW_MIDDLE: f64 = 0.35;
/// A glyph, a mark, a figure and what parts them, in ems.
const GLYPH: f64 = 1.0625;
const UNEQUAL: f64 = 0.65;
const FIGURE: f64 = 0.6;
const APART: f64 = 0.3;

/// The map of what is selected, in its view box. A picture cannot be chosen from: its tiles count what is selected and
/// nothing else. With it what there was no room for.
pub(super) fn map(shown: &Shown, overview: &Overview, frame: Frame) -> (AnyView, Option<String>) {
    let board = &overview.board;
    let drawing = shown.atlas.placing(shown.lang, frame).draw(board, &overview.chosen);
    let not_drawn = words::not_drawn(shown.lang, &drawing);
    let ground = ground(&drawing, Looks::Own);
    let tiles = drawing.tiles.iter().filter_map(|drawn| {
        let tile = board.tiles.iter().find(|it| it.country == drawn.country)?;
        Some(tile_of(shown, tile, drawn))
    });
    let tiles = tiles.collect_view();
    let lines = drawing.lines.into_iter().map(|line| flow(line, Looks::Own, |_| false));
    let map = view! {
        {ground}
        {lines.collect_view()}
        {tiles}
    };
    (map.into_any(), not_drawn)
}

/// What the tiles say of which nothing is selected, if there are any.
pub(super) fn left_out(shown: &Shown, overview: &Overview) -> Option<&'static str> {
    let words = words::words(shown.lang);
    let tiles = overview.board.tiles.iter();
    let empty: Vec<&Tile> = tiles.filter(|it| it.part == Part::Side && !it.is_selected).collect();
    let falls = empty.iter().all(|it| it.count == 0);
    (!empty.is_empty()).then_some(if falls { words.discounted } else { words.left_out })
}

/// How a tile is painted: its ground, its edge, and what is written on it.
struct Paint {
    ground: &'static str,
    /// Something of the map can be seen through it.
    opacity: Option<&'static str>,
    edge: Option<&'static str>,
    dashes: Option<&'static str>,
    ink: &'static str,
}

fn paint(tile: &Tile, drawn: &DrawnTile) -> Paint {
    let dashes = drawn.is_group.then_some("4 3");
    let (ground, edge, ink) = match drawn.role {
        Role::Bystander => {
            let opacity = Some("0.72");
            return Paint {
                ground: light::PAPER,
                opacity,
                edge: None,
                dashes: None,
                ink: light::QUIET,
            };
        }
        _ if !tile.is_selected => (light::PAPER, light::RULE, light::QUIET),
        Role::Recipient => (light::INK, light::INK, light::PAPER),
        Role::Supplier { furthest } => {
            let [one, two, three, four] = light::TINTS;
            let (ground, edge) = match furthest.unwrap_or(Status::Unknown) {
                Status::Negotiating => (one, light::BLUE),
                Status::Planned => (two, light::BLUE),
                Status::Agreed => (three, light::BLUE),
                Status::Delivered => (four, light::BLUE),
                Status::Requested => {
                    let (edge, dashes) = (Some(light::BLUE), Some("1.5 1.5"));
                    return Paint {
                        ground: light::PAPER,
                        opacity: None,
                        edge,
                        dashes,
                        ink: light::INK,
                    };
                }
                Status::Unknown | Status::Refused | Status::Cancelled => {
                    (light::PAPER, light::EDGE)
                }
            };
            (ground, edge, light::INK)
        }
    };
    Paint { ground, opacity: None, edge: Some(edge), dashes, ink }
}

fn tile_of(shown: &Shown, tile: &Tile, drawn: &DrawnTile) -> AnyView {
    let Paint { ground, opacity, edge, dashes, ink } = paint(tile, drawn);
    let is_aside = drawn.role == Role::Bystander;
    let weight = if is_aside { "500" } else { "600" };
    let em = drawn.em;
    // What stands for an empty tile is said once, in the key.
    let has_second = !is_aside && tile.is_selected;
    let lines = f64::from(u8::try_from(drawn.name.len()).unwrap_or(u8::MAX));
    let height = (lines + if has_second { 1.0 } else { 0.0 }) * LINE * em;
    let top = drawn.at.y - height / 2.0;
    let names = drawn.name.iter().zip(0_u8..).map(|(line, at)| {
        let y = top + (f64::from(at) + 0.5) * LINE * em + BELOW_MIDDLE * em;
        view! {
            <text
                x=tenths(drawn.at.x)
                y=tenths(y)
                font-size=tenths(em)
                font-weight=weight
                text-anchor="middle"
                fill=ink
            >
                {line.clone()}
            </text>
        }
    });
    let middle = Point { x: drawn.at.x, y: top + (lines + 0.5) * LINE * em };
    let second = has_second.then(|| second(shown, tile, drawn, middle, ink));
    view! {
        <rect
            x=tenths(drawn.at.x - drawn.width / 2.0)
            y=tenths(drawn.at.y - drawn.height / 2.0)
            width=tenths(drawn.width)
            height=tenths(drawn.height)
            rx="5"
            fill=ground
            fill-opacity=opacity
            stroke=edge
            stroke-dasharray=dashes
        />
        {names.collect_view()}
        {second}
    }
    .into_any()
}

/// What stands below a tile's name: how far, whether that is disputed, and how many.
fn second(
    shown: &Shown,
    tile: &Tile,
    drawn: &DrawnTile,
    middle: Point,
    ink: &'static str,
) -> AnyView {
    let em = drawn.em;
    let y = middle.y + BELOW_MIDDLE * em;
    let count = words::number(shown.lang, drawn.count);
    if drawn.role == Role::Recipient {
        return view! {
            <text x=tenths(middle.x) y=tenths(y) font-size=tenths(em) text-anchor="middle" fill=ink>
                {turned(shown.lang, [words::words(shown.lang).signs.onward, " ", &count].concat())}
            </text>
        }
        .into_any();
    }
    let digits = f64::from(u8::try_from(count.chars().count()).unwrap_or(u8::MAX)) * FIGURE;
    let mark = if tile.disputed { UNEQUAL + APART } else { 0.0 };
    let left = middle.x - (GLYPH + APART + mark + digits) / 2.0 * em;
    let status = tile.statuses.first().copied().unwrap_or(Status::Unknown);
    let at = format!(
        "translate({} {}) scale({:.3})",
        tenths(left),
        tenths(middle.y - GLYPH / 2.0 * em),
        GLYPH * em / 16.0
    );
    let mark = tile.disputed.then(|| {
        view! { <tspan fill=light::WARM_DEEP font-weight="700">"≠"</tspan> " " }
    });
    view! {
        <g transform=at color=light::BLUE>{shape(status)}</g>
        <text x=tenths(left + (GLYPH + APART) * em) y=tenths(y) font-size=tenths(em) fill=ink>
            {mark}
            <tspan>{count}</tspan>
        </text>
    }
    .into_any()
}
