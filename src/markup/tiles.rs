//! The map: the face of each tile, and the lines between them.

use super::status::{DIFFERS, glyph};
use super::{Pen, Shown, truth};
use crate::corpus::{Lang, TransferId};
use crate::link;
use crate::map::{self, Denial, Flow, Grid, Part, Tile};
use crate::query::Facet;
use crate::words::{self, Attributed};

/// The map-style list: one list of countries, laid out as a map where there is room.
pub(super) fn map(pen: &mut Pen, shown: &Shown) {
    let board = &shown.overview.board;
    pen.put(
        "<section class=\"map\" aria-labelledby=\"map-title\"><h2 class=\"unseen\" id=\"map-title\">@</h2>\
         <div class=\"board\"><svg class=\"flows\" viewBox=\"$\" aria-hidden=\"true\">",
        &[],
        &[shown.words().map, &Grid::SCREEN.view_box(shown.corpus())],
    );
    for it in &board.flows {
        flow(pen, shown, it);
    }
    pen.markup.push_str("</svg><ul class=\"tiles\">");
    for it in &board.tiles {
        tile(pen, shown, it);
    }
    pen.markup.push_str("</ul></div></section>");
}

/// A country's tile: choosing it filters, and choosing it again undoes that.
fn tile(pen: &mut Pen, shown: &Shown, tile: &Tile) {
    let choice = choice(shown, tile);
    let is_chosen = choice.iter().all(|(facet, id)| shown.query.has(*facet, id));
    let country = shown.corpus().country(tile.country);
    let status = tile.statuses.first().map(|it| [" data-status=\"", it.id(), "\""].concat());
    pen.put(
        "<li class=\"tile$$\" id=\"tile-@\"$ data-transfers=\"$\">\
         <button type=\"button\" aria-pressed=\"$\" data-to=\"@\">",
        &[],
        &[
            if tile.part == Part::Side { "" } else { " aside" },
            if country.place.is_none() { " unplaced" } else { "" },
            &country.id,
            &status.unwrap_or_default(),
            &names_of(&tile.transfers),
            truth(is_chosen),
            &link(shown, tile),
        ],
    );
    face(pen, shown, tile);
    pen.markup.push_str("</button></li>");
}

/// The link that choosing a tile leads to.
pub(super) fn link(shown: &Shown, tile: &Tile) -> String {
    let mut query = shown.query.clone();
    for (facet, id) in choice(shown, tile) {
        query.toggle(facet, &id);
    }
    link::write(&query)
}

/// What choosing a tile chooses: the country, or, where it is no side of any transfer but speaks,
/// whatever its authorities say.
fn choice(shown: &Shown, tile: &Tile) -> Vec<(Facet, String)> {
    let corpus = shown.corpus();
    if tile.part != Part::Speaks {
        return vec![(Facet::Country, corpus.country(tile.country).id.clone())];
    }
    let origins = corpus.origin_ids();
    let speaking = origins.filter(|&origin| corpus.speaks_for(origin) == Some(tile.country));
    speaking.map(|origin| (Facet::Origin, corpus.origin(origin).id.clone())).collect()
}

/// What stands on a tile: the name, the count, the shape and the word; and in words what the lines
/// show.
fn face(pen: &mut Pen, shown: &Shown, tile: &Tile) {
    let (lang, words) = (shown.lang, shown.words());
    let count = tile.transfers.len();
    pen.put("<span class=\"name\">@</span> ", &[], &[shown.country(tile.country)]);
    if count == 0 {
        // What an editor has left out is not unreported.
        let word = if !shown.index.fixed().filters().is_empty() {
            words.left_out
        } else if tile.part == Part::Side && !shown.query.distrust.is_empty() {
            words.discounted
        } else {
            unsaid(lang, tile.part)
        };
        return pen.put("<span class=\"word\">@</span>", &[], &[word]);
    }
    pen.markup.push_str("<span class=\"figure\">");
    if let Some(strongest) = tile.statuses.first() {
        glyph(pen, *strongest);
    }
    let attributed = Attributed { trust: shown.trust(), countries: shown.countries, lang };
    let dealings = map::dealings(shown.trust(), tile);
    let dealings =
        dealings.iter().map(|it| attributed.dealing(it.gives, it.kind, it.with, &it.statuses));
    let partners = [words.reportedly, &dealings.collect::<Vec<_>>().join(", ")].concat();
    pen.put(
        "$<span class=\"count\">@</span><span class=\"unseen\"> @</span></span> \
         <span class=\"word\">@</span> <span class=\"partners\">@</span>",
        &[],
        &[
            if tile.disputed { DIFFERS } else { "" },
            &words::number(lang, count),
            words::transfers(lang, count),
            &said(lang, tile),
            &partners,
        ],
    );
}

/// How far a tile's transfers are said to have come, and whether that is denied.
pub(crate) fn said(lang: Lang, tile: &Tile) -> String {
    let said: Vec<&str> = tile.statuses.iter().map(|it| words::status(lang, *it)).collect();
    let mut said = said.join(" / ");
    let words = words::words(lang);
    match tile.denial {
        Denial::None => {}
        Denial::Partly => said.extend([", ", words.partly_denied]),
        Denial::Wholly => said.extend([", ", words.denied]),
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

/// Transfers, as `data-transfers` holds them: what fades is told by them.
fn names_of(transfers: &[TransferId]) -> String {
    transfers.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// A line, for inside an `svg` of the map's size. The list of transfers says the same in words.
fn flow(pen: &mut Pen, shown: &Shown, flow: &Flow) {
    let place = |country| shown.corpus().country(country).place;
    let (Some(from), Some(to)) = (place(flow.from), place(flow.to)) else { return };
    let curve = Grid::SCREEN.curve(from, to);
    pen.put(
        "<g class=\"flow$$\" data-weight=\"%\" data-transfers=\"$\"><path class=\"reach\" d=\"$\"></path>\
         <path class=\"line\" d=\"$\"></path><path class=\"head\" d=\"$\"></path></g>",
        &[flow.weight.into()],
        &[
            if flow.payment { " payment" } else { "" },
            if flow.unbroken { "" } else { " broken" },
            &names_of(&flow.transfers),
            &curve.line,
            &curve.line,
            &curve.head,
        ],
    );
}
