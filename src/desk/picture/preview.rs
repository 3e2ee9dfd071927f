//! The picture that other sites show of a link: the map, the counts, and how far the reports reach. No
//! program calls this; the build does.

use super::pen::{Face, Pen, colour};
use super::{SANS, SENTENCE, TITLE, map};
use crate::corpus::Lang;
use crate::desk::Desk;
use crate::markup::GLYPHS;
use crate::place::{self, Grid};
use crate::{evidence, words as texts};

/// The size that Open Graph asks for, in pixels.
pub const WIDTH: i32 = 1200;
/// Its height.
pub const HEIGHT: i32 = 630;

/// The width of the text, and of the map beside it.
const TEXT_WIDTH: i32 = 456;
const MAP_WIDTH: i32 = 640;

/// The preview of a page, as SVG.
#[must_use]
pub fn preview(desk: &Desk) -> String {
    let corpus = desk.index.corpus();
    let transfers = desk.index.select(desk.query).transfers;
    let words = texts::words(desk.lang);
    let summary = texts::summary(desk.lang, &evidence::summary(corpus, &transfers));
    let mut pen = Pen::default();
    let view_box = format!("0 0 {WIDTH} {HEIGHT}");
    let looks =
        [("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", &*view_box), ("font-family", SANS)];
    pen.begin("svg", &[("width", WIDTH), ("height", HEIGHT)], &looks);
    pen.svg.push('>');
    pen.svg.push_str(GLYPHS);
    pen.shape("rect", &[("width", WIDTH), ("height", HEIGHT)], &[("fill", colour::PAPER)]);
    let quiet = Face::new(21, colour::QUIET);
    let mut y = pen.paragraph((48, 48), TEXT_WIDTH, quiet.bold(), words.site) + 28;
    y = pen.paragraph((48, y), TEXT_WIDTH, TITLE, words.title) + 16;
    pen.paragraph((48, y), TEXT_WIDTH, SENTENCE, &summary);
    let reach = reach(desk);
    let lines = i32::try_from(quiet.lines(&reach, TEXT_WIDTH).len()).unwrap_or_default();
    pen.paragraph((48, HEIGHT - 40 - 28 * lines), TEXT_WIDTH, quiet, &reach);
    let grid = Grid::SCREEN;
    let area = [("x", 528), ("y", 0), ("width", MAP_WIDTH), ("height", HEIGHT)];
    pen.begin("svg", &area, &[("viewBox", &grid.view_box(corpus))]);
    pen.svg.push('>');
    map(&mut pen, desk, &place::board(corpus, &transfers, &transfers), grid);
    pen.end("svg");
    pen.end("svg");
    pen.svg
}

/// Up to when the corpus reaches, how many of its articles nobody can date, and that reports are
/// claims.
fn reach(desk: &Desk) -> String {
    let documents = &desk.index.corpus().source().documents;
    let ends = documents.iter().map(|it| it.published.span.and_then(|span| span.to));
    let undated = ends.clone().filter(Option::is_none).count();
    let words = texts::words(desk.lang);
    let Some(until) = ends.flatten().max() else { return words.caveat.to_owned() };
    let until = texts::month(desk.lang, until.year(), until.month());
    let until = match desk.lang {
        Lang::De => format!("Artikel bis {until}"),
        Lang::En => format!("Articles up to {until}"),
    };
    let rest = match undated {
        0 => String::new(),
        count => format!(", {count} {}", words.undated),
    };
    format!("{until}{rest}. {}", words.caveat)
}
