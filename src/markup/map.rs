//! The map: the face of each tile, and the lines between them.

use super::Shown;
use super::status::{differs, glyph};
use crate::corpus::Lang;
use crate::place::{self, Flow, Grid, Part, Tile};
use crate::query::Facet;
use crate::words;
use fixedbitset::FixedBitSet;
use maud::{Markup, html};

/// The map-style list: one list of countries, laid out as a map where there is room.
pub(super) fn map(shown: &Shown) -> Markup {
    let corpus = shown.corpus();
    let board = &shown.selection.board;
    html! {
        section.map aria-labelledby="map-title" {
            h2 #map-title.unseen { (shown.words().map) }
            div.board {
                svg.flows viewBox=(Grid::SCREEN.view_box(corpus)) aria-hidden="true" { (flows(shown, &board.flows)) }
                ul.tiles { @for it in &board.tiles { (tile(shown, it)) } }
            }
        }
    }
}

/// A country's tile: choosing it filters, and choosing it again undoes that.
fn tile(shown: &Shown, tile: &Tile) -> Markup {
    let choice = choice(shown, tile);
    let is_chosen = choice.iter().all(|(facet, id)| shown.query.has(*facet, id));
    let country = shown.corpus().country(tile.country);
    let to = shown.link(|query| {
        for (facet, id) in &choice {
            query.toggle(*facet, id);
        }
    });
    html! {
        li.tile.aside[tile.part != Part::Side].unplaced[country.place.is_none()] id={ "tile-" (country.id) }
            data-status=[tile.statuses.first().map(|it| it.id())]
            data-transfers=(names_of(&tile.transfers)) {
            button type="button" aria-pressed=(is_chosen) data-to=(to) { (face(shown, tile)) }
        }
    }
}

/// What choosing a tile chooses: the country, or, where it is no side of any transfer but speaks,
/// whatever its authorities say.
fn choice(shown: &Shown, tile: &Tile) -> Vec<(Facet, String)> {
    let corpus = shown.corpus();
    if tile.part != Part::Speaks {
        return vec![(Facet::Country, corpus.country(tile.country).id.clone())];
    }
    let origins = 0..corpus.source().origins.len();
    let speaking = origins.filter(|&origin| corpus.speaks_for(origin) == Some(tile.country));
    speaking.map(|origin| (Facet::Origin, corpus.origin(origin).id.clone())).collect()
}

/// What stands on a tile: the name, the count, the shape and the word; and in words what the lines
/// show.
fn face(shown: &Shown, tile: &Tile) -> Markup {
    let (lang, words) = (shown.lang, shown.words());
    let count = tile.transfers.len();
    let unlike = tile.statuses.len() > 1 || tile.denied;
    // What an editor has left out is not unreported.
    let is_whole = shown.index.fixed().filters().is_empty();
    html! {
        span.name { (shown.country(tile.country)) } " "
        @if count == 0 {
            span.word {
                @if !is_whole {
                    (words.left_out)
                } @else if tile.part == Part::Side && !shown.query.distrust.is_empty() {
                    (words.fallen)
                } @else {
                    (unsaid(lang, tile.part))
                }
            }
        } @else {
            span.figure {
                @if let Some(strongest) = tile.statuses.first() { (glyph(*strongest)) }
                @if unlike { (differs()) }
                span.count { (words::number(shown.lang, count)) }
                span.unseen { " " (words::transfers(lang, count)) }
            }
            " "
            span.word { (said(lang, tile)) }
            " "
            span.partners {
                @let [gives_to, gets_from] = place::partners(shown.corpus(), tile);
                @if !gives_to.is_clear() { (words.gives_to) " " (names(shown, &gives_to)) }
                @if !gives_to.is_clear() && !gets_from.is_clear() { "; " }
                @if !gets_from.is_clear() { (words.gets_from) " " (names(shown, &gets_from)) }
            }
        }
    }
}

/// How far a tile's transfers are said to have come, and whether that is denied.
pub(crate) fn said(lang: Lang, tile: &Tile) -> String {
    let said: Vec<&str> = tile.statuses.iter().map(|it| words::status(lang, *it)).collect();
    let mut said = said.join(" / ");
    if tile.denied {
        said = said + ", " + words::words(lang).denied;
    }
    said
}

/// What a tile without transfers says, where nothing is left out.
pub(crate) fn unsaid(lang: Lang, part: Part) -> &'static str {
    let words = words::words(lang);
    match part {
        Part::Side => words.no_report,
        Part::Speaks => words.speaks,
        Part::Mentioned => words.mentioned,
    }
}

/// Transfers by index, as `data-transfers` holds them: what fades is told by them.
fn names_of(transfers: &[usize]) -> String {
    transfers.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

fn names(shown: &Shown, countries: &FixedBitSet) -> String {
    countries.ones().map(|it| shown.country(it)).collect::<Vec<_>>().join(", ")
}

/// The lines, for inside an `svg` of the map's size. The list of transfers says the same in words.
fn flows(shown: &Shown, flows: &[Flow]) -> Markup {
    let place = |country| shown.corpus().country(country).place;
    html! {
        @for flow in flows {
            @if let (Some(from), Some(to)) = (place(flow.from), place(flow.to)) {
                @let curve = Grid::SCREEN.curve(from, to);
                g.flow.payment[flow.payment].broken[!flow.unbroken]
                    data-weight=(flow.weight) data-transfers=(names_of(&flow.transfers)) {
                    path.reach d=(curve.line) {}
                    path.line d=(curve.line) {}
                    path.head d=(curve.head) {}
                }
            }
        }
    }
}
