//! The map as a picture: an SVG that stands for itself, wherever it is put.
//!
//! It says what it shows, of which corpus and by whose reports, since a picture goes where its page does
//! not. It brings no fonts and asks for nothing.

mod map;
mod panel;
mod pen;
mod preview;

#[cfg(test)]
mod tests;

pub use panel::panel;
pub use preview::{HEIGHT, WIDTH, preview};

use crate::markup::Pen;

use super::link::{home, is_public, link};
use super::share::all_filters;
use super::words::words;
use super::{Desk, data_address};
use crate::corpus::{DocumentId, Span, Status, TransferId};
use crate::map::Grid;
use crate::markup::GLYPHS;
use crate::query::Selection;
use crate::{evidence, words as texts};
use map::{glyph, map};
use pen::{Face, INK, INK_BOLD, QUIET};

/// The picture's width, and the ground around what is in it, in pixels.
const PICTURE: i32 = 1200;
const MARGIN: i32 = 48;
const ROOM: i32 = PICTURE - 2 * MARGIN;
/// Beyond so many a picture only counts documents.
const DOCUMENTS: usize = 24;

const SERIF: &str = "fill=\"#1b2026\" font-family=\"Georgia, serif\"";
const TITLE: Face =
    Face::bold(48, "fill=\"#1b2026\" font-weight=\"bold\" font-family=\"Georgia, serif\"");
const SITE: Face = Face::bold(20, "fill=\"#565e68\" font-weight=\"bold\"");
const SENTENCE: Face = Face::new(28, SERIF);
const HEADING: Face = Face::bold(22, INK_BOLD);
const TEXT: Face = Face::new(22, INK);
const SOURCE: Face = Face::new(20, INK);
const NOTE: Face = Face::new(20, QUIET);

/// The map of what is filtered, as an SVG of its own.
#[must_use]
pub fn svg(desk: &Desk) -> String {
    drawn(desk).0
}

/// The picture, and its height.
fn drawn(desk: &Desk) -> (String, i32) {
    let common = texts::words(desk.lang);
    let selection = desk.index.select(desk.query);
    let first = first(desk, &selection);

    let mut pen = Pen::default();
    let mut y = MARGIN;
    for (face, text) in [&SITE, &TITLE, &SENTENCE, &HEADING, &TEXT].into_iter().zip(&first) {
        y = pen.paragraph(MARGIN, y, ROOM, face, text) + 10;
    }
    y = draw_map(&mut pen, desk, &selection, y + 14) + 20;
    y = pen.paragraph(MARGIN, y, ROOM, &HEADING, common.sources) + 4;
    let documents = evidence::documents(desk.trust(&selection), &selection.transfers);
    for document in documents.iter().take(DOCUMENTS) {
        y = pen.paragraph(MARGIN, y, ROOM, &SOURCE, &cited(desk, document)) + 4;
    }
    let mut last = foot(desk, 12);
    let more = documents.len().saturating_sub(DOCUMENTS);
    if more > 0 {
        last.insert(
            0,
            ["+ ", &texts::number(desk.lang, more), " ", words(desk.lang).more].concat(),
        );
    }
    for line in last {
        y = pen.paragraph(MARGIN, y + 4, ROOM, &NOTE, &line);
    }
    let mut told = first.join(" ");
    for &transfer in &selection.transfers {
        for part in [" ", &route(desk, &selection, transfer), "."] {
            told.push_str(part);
        }
    }
    let mut picture = Pen::default();
    let height = y + MARGIN;
    begin(&mut picture, desk, PICTURE, height);
    picture.put(
        "<title>@</title><desc>@</desc><metadata>@</metadata>$$</svg>",
        &[],
        &[common.title, &told, &foot(desk, 64).join("; "), GLYPHS, &pen.markup],
    );
    (picture.markup, height)
}

/// Begins a picture of a size, on paper.
fn begin(pen: &mut Pen, desk: &Desk, width: i32, height: i32) {
    pen.put(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%\" height=\"%\" viewBox=\"0 0 % %\" \
         xml:lang=\"$\" role=\"img\" font-family=\"system-ui, Helvetica, Arial, sans-serif\">\
         <path fill=\"#fff\" d=\"M0 0H%V%H0Z\"/>",
        &[width, height, width, height, width, height],
        &[desk.lang.tag()],
    );
}

/// What stands above the map: whose it is, what it asks, what it comes to, what that means, and what is
/// filtered.
pub(super) fn first(desk: &Desk, selection: &Selection) -> [String; 5] {
    let words = texts::words(desk.lang);
    let summary = texts::summary(
        desk.lang,
        &evidence::summary(
            desk.index.corpus(),
            &evidence::Findings::new(desk.trust(selection)),
            &selection.transfers,
        ),
    );
    [words.site.to_owned(), words.title.to_owned(), summary, words.caveat.to_owned(), set(desk)]
}

/// The map with its legend alone, to stand in a page, which has the shapes already.
pub(super) fn map_alone(pen: &mut Pen, desk: &Desk, selection: &Selection) {
    let mut drawn = Pen::default();
    let height = draw_map(&mut drawn, desk, selection, 0);
    pen.put(
        "<svg viewBox=\"% 0 % %\" font-family=\"sans-serif\">$</svg>",
        &[MARGIN, ROOM, height],
        &[&drawn.markup],
    );
}

/// Draws the map as wide as the picture, and its legend below. Gives back where that ends.
#[expect(clippy::cast_possible_truncation, reason = "the map is far smaller than an i32")]
fn draw_map(pen: &mut Pen, desk: &Desk, selection: &Selection, y: i32) -> i32 {
    let corpus = desk.index.corpus();
    let (width, height) = Grid::PAPER.size(corpus);
    let height = (height * f64::from(ROOM) / width.max(1.0)) as i32;
    let view_box = Grid::PAPER.view_box(corpus);
    pen.put(
        "<svg x=\"%\" y=\"%\" width=\"%\" height=\"%\" viewBox=\"$\">",
        &[MARGIN, y, ROOM, height],
        &[&view_box],
    );
    map(pen, desk, selection, Grid::PAPER);
    pen.put("</svg>", &[], &[]);

    let words = texts::words(desk.lang);
    let mut y = pen.paragraph(MARGIN, y + height + 20, ROOM, &HEADING, words.legend) + 8;
    let mut x = MARGIN;
    for status in Status::ALL {
        if x > ROOM {
            (x, y) = (MARGIN, y + 34);
        }
        glyph(pen, status, x, y, 24);
        pen.line(x + 34, y + 19, &TEXT, texts::status(desk.lang, status));
        x += ROOM / 4;
    }
    let notes = ["≠ ", words.differing_note, " ", words.lines_note, " ", words.map_note].concat();
    pen.paragraph(MARGIN, y + 38, ROOM, &NOTE, &notes)
}

/// A transfer in a line: who gives what to whom, and how far that is said to have come.
pub(super) fn route(desk: &Desk, selection: &Selection, transfer: TransferId) -> String {
    let corpus = desk.index.corpus();
    let (from, to) = corpus.sides(transfer);
    let [from, to] = [from, to].map(|it| desk.countries[it].get(desk.lang));
    let moved = corpus.transfer(transfer);
    let kind = texts::kind(desk.lang, moved.kind);
    let item = moved.item.get(desk.lang);
    let mut route = [from, " → ", to, ": ", item, " (", kind, "), "].concat();
    let mut before = "";
    for status in evidence::statuses(desk.trust(selection), transfer) {
        route.push_str(before);
        route.push_str(texts::status(desk.lang, status));
        before = " / ";
    }
    route
}

/// The filters that are set, those that the page around the viewer has fixed among them.
fn set(desk: &Desk) -> String {
    let set = all_filters(desk);
    if set.is_empty() {
        return words(desk.lang).unfiltered.to_owned();
    }
    [texts::words(desk.lang).set_filters, ": ", &set.join("; ")].concat()
}

/// What stands below all: which state of the corpus it is, by the day of its last revision and so many
/// digits of its hash, and where it stands, if others can open that.
pub(super) fn foot(desk: &Desk, digits: usize) -> Vec<String> {
    let mut foot = Vec::new();
    if let Some(edition) = &desk.index.corpus().source().edition {
        let day = edition.date.parse().ok().and_then(|span: Span| span.from);
        let day = day.map_or(edition.date.clone(), |day| texts::day(desk.lang, day));
        let hash = edition.sha256.get(..digits).unwrap_or(&edition.sha256);
        foot.push([words(desk.lang).edition, " ", &day, ", SHA-256 ", hash].concat());
    }
    if is_public(&home(desk.page, desk.lang)) {
        foot.push(link(desk, desk.query));
    }
    foot
}

/// A document as one cites it.
pub(super) fn cited(desk: &Desk, document: DocumentId) -> String {
    let outlet = desk.outlet_name(document);
    let document = desk.index.corpus().document(document);
    let authors = document.authors.join(", ");
    let colon = if authors.is_empty() { "" } else { ": " };
    let appeared = texts::appeared(desk.lang, &document.published);
    [&authors, colon, &document.title, ". ", outlet, ", ", &appeared].concat()
}
