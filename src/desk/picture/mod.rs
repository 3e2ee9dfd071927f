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

use super::link::{home, is_public, link};
use super::share::filters;
use super::words::words;
use super::{Desk, data_address};
use crate::corpus::{Document, Lang, Span, Status};
use crate::markup::GLYPHS;
use crate::place::{self, Board, Grid};
use crate::{evidence, words as texts};
use map::{glyph, map};
use pen::{Anchor, Face, Pen, colour};

/// The picture's width, and the ground around what is in it, in pixels.
const PICTURE: i32 = 1200;
const MARGIN: i32 = 48;
const ROOM: i32 = PICTURE - 2 * MARGIN;
/// Beyond so many a picture only counts documents.
const DOCUMENTS: usize = 24;

const TITLE: Face = Face { serif: true, ..Face::new(48, colour::INK).bold() };
const SENTENCE: Face = Face { serif: true, ..Face::new(28, colour::INK) };
const TEXT: Face = Face::new(22, colour::INK);
const NOTE: Face = Face::new(20, colour::QUIET);

/// What families a picture's letters are of, the serif aside.
const SANS: &str = "system-ui, Helvetica, Arial, sans-serif";

/// The map of what is filtered, as an SVG of its own.
#[must_use]
pub fn svg(desk: &Desk) -> String {
    let corpus = desk.index.corpus();
    let (common, words) = (texts::words(desk.lang), words(desk.lang));
    let transfers = desk.index.select(desk.query).transfers;
    let summary = texts::summary(desk.lang, &evidence::summary(corpus, &transfers));
    let set = set(desk);
    let caveat = common.caveat;

    let mut pen = Pen::default();
    let mut y = MARGIN;
    for (face, text, gap) in [
        (NOTE.bold(), common.site, 12),
        (TITLE, common.title, 16),
        (SENTENCE, &summary, 8),
        (TEXT.bold(), caveat, 8),
        (TEXT, &set, 24),
    ] {
        y = pen.paragraph((MARGIN, y), ROOM, face, text) + gap;
    }
    y = draw_map(&mut pen, desk, &transfers, y) + 24;
    y = legend(&mut pen, desk.lang, y) + 24;
    y = pen.paragraph((MARGIN, y), ROOM, TEXT.bold(), common.sources) + 4;
    let documents = evidence::documents(corpus, &transfers);
    for document in documents.ones().take(DOCUMENTS) {
        let cited = cited(desk, corpus.document(document));
        y = pen.paragraph((MARGIN, y), ROOM, Face { colour: colour::INK, ..NOTE }, &cited) + 4;
    }
    let more = documents.count_ones(..).saturating_sub(DOCUMENTS);
    if more > 0 {
        let more = format!("+ {} {}", texts::number(desk.lang, more), words.more);
        y = pen.paragraph((MARGIN, y), ROOM, NOTE, &more);
    }
    y += 16;
    for line in [edition(desk, 12), address(desk).unwrap_or_default()] {
        if !line.is_empty() {
            y = pen.paragraph((MARGIN, y), ROOM, NOTE, &line);
        }
    }
    let drawn = pen.svg;

    let mut pen = Pen::default();
    let height = y + MARGIN - 8;
    let view_box = format!("0 0 {PICTURE} {height}");
    let looks = [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("viewBox", &view_box),
        ("xml:lang", desk.lang.tag()),
        ("role", "img"),
        ("font-family", SANS),
    ];
    pen.begin("svg", &[("width", PICTURE), ("height", height)], &looks);
    pen.svg.push('>');
    pen.holds("title", &[common.title, " – ", common.site].concat());
    pen.holds("desc", &told(desk, &transfers, &[&summary, caveat, &set]));
    pen.holds("metadata", &[edition(desk, 64), link(desk, desk.query)].join("; "));
    pen.svg.push_str(GLYPHS);
    let area = [("width", PICTURE), ("height", height)];
    pen.shape("rect", &area, &[("fill", colour::PAPER)]);
    pen.svg.push_str(&drawn);
    pen.end("svg");
    pen.svg
}

/// The map alone, to stand in a page, which has the shapes already.
#[must_use]
pub fn map_alone(desk: &Desk, transfers: &[usize]) -> String {
    let mut pen = Pen::default();
    fill_map(&mut pen, desk, transfers, &[], &[("class", "drawing"), ("font-family", SANS)]);
    pen.svg
}

/// Draws the map as wide as the picture. Gives back where it ends.
#[expect(clippy::cast_possible_truncation, reason = "the map is far smaller than an i32")]
fn draw_map(pen: &mut Pen, desk: &Desk, transfers: &[usize], y: i32) -> i32 {
    let (width, height) = Grid::PAPER.size(desk.index.corpus());
    let height = (height * f64::from(ROOM) / width.max(1.0)) as i32;
    let area = [("x", MARGIN), ("y", y), ("width", ROOM), ("height", height)];
    fill_map(pen, desk, transfers, &area, &[]);
    y + height
}

fn fill_map(
    pen: &mut Pen,
    desk: &Desk,
    transfers: &[usize],
    area: &[(&str, i32)],
    looks: &[(&str, &str)],
) {
    let corpus = desk.index.corpus();
    // A picture cannot be chosen from: its tiles count what is selected and nothing else.
    let board: Board = place::board(corpus, transfers, transfers);
    let view_box = Grid::PAPER.view_box(corpus);
    pen.begin("svg", area, &[&[("viewBox", &*view_box)], looks].concat());
    pen.svg.push('>');
    map(pen, desk, &board, Grid::PAPER);
    pen.end("svg");
}

/// The ladder with its words, and how lines are to be read. Gives back where it ends.
fn legend(pen: &mut Pen, lang: Lang, y: i32) -> i32 {
    let words = texts::words(lang);
    let mut y = pen.paragraph((MARGIN, y), ROOM, TEXT.bold(), words.legend) + 8;
    let mut x = MARGIN;
    for status in Status::ALL {
        if x > ROOM {
            (x, y) = (MARGIN, y + 34);
        }
        glyph(pen, status, [x, y, 24]);
        pen.line((x + 34, y + 19), TEXT, Anchor::Start, texts::status(lang, status));
        x += ROOM / 4;
    }
    y += 38;
    for text in
        [&["≠ ", words.differing_note].concat(), &[words.lines_note, " ", words.map_note].concat()]
    {
        y = pen.paragraph((MARGIN, y), ROOM, NOTE, text) + 4;
    }
    y
}

/// What is seen, for those who do not see it.
fn told(desk: &Desk, transfers: &[usize], first: &[&str]) -> String {
    let corpus = desk.index.corpus();
    let country = |at: usize| desk.countries.get(at).map_or("", |name| name.get(desk.lang));
    let mut told = first.join(" ");
    for &transfer in transfers {
        let (from, to) = corpus.sides(transfer);
        let item = corpus.transfer(transfer).item.get(desk.lang);
        let statuses = evidence::statuses(corpus, transfer).into_iter();
        let statuses: Vec<&str> = statuses.map(|it| texts::status(desk.lang, it)).collect();
        let statuses = statuses.join(" / ");
        for part in ["\n", country(from), " → ", country(to), ": ", item, ", ", &statuses, "."] {
            told.push_str(part);
        }
    }
    told
}

/// The filters that are set, those that the page around the viewer has fixed among them.
pub(super) fn set(desk: &Desk) -> String {
    let set = [desk.index.fixed(), desk.query].map(|query| filters(desk, query)).concat();
    if set.is_empty() {
        return words(desk.lang).unfiltered.to_owned();
    }
    [texts::words(desk.lang).set_filters, ": ", &set.join("; ")].concat()
}

/// Which state of the corpus it is: the day of its last revision, and so many digits of its hash.
pub(super) fn edition(desk: &Desk, digits: usize) -> String {
    let Some(edition) = &desk.index.corpus().source().edition else { return String::new() };
    let day = edition.date.parse().ok().and_then(|span: Span| span.from);
    let day = day.map_or(edition.date.clone(), |day| texts::day(desk.lang, day));
    let hash = edition.sha256.get(..digits).unwrap_or(&edition.sha256);
    let more = if hash.len() < edition.sha256.len() { "…" } else { "" };
    [words(desk.lang).edition, " ", &day, ", SHA-256 ", hash, more].concat()
}

/// Where what is seen stands, where others can open that.
pub(super) fn address(desk: &Desk) -> Option<String> {
    is_public(&home(desk.page, desk.lang)).then(|| link(desk, desk.query))
}

/// A document as one cites it.
fn cited(desk: &Desk, document: &Document) -> String {
    let origins = &desk.index.corpus().source().origins;
    let outlet = origins.iter().find(|it| it.id == document.outlet);
    let outlet = outlet.map_or("", |it| it.name.get(desk.lang));
    let mut cited = document.authors.join(", ");
    if !cited.is_empty() {
        cited.push_str(": ");
    }
    let appeared = texts::appeared(desk.lang, &document.published);
    cited + &document.title + ". " + outlet + ", " + &appeared
}

/// The name that the picture is kept by.
#[must_use]
pub fn file_name(desk: &Desk, extension: &str) -> String {
    let day = desk.page.today.map(|day| format!("-{day}"));
    ["claim-atlas", &day.unwrap_or_default(), ".", extension].concat()
}
