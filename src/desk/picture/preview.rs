//! The picture that other sites show of a link: the map, the counts, and how far the reports reach. No
//! program calls this; the build does.

use super::pen::{Face, QUIET};
use super::{SENTENCE, SITE, TITLE, begin, map};
use crate::desk::Desk;
use crate::map::Grid;
use crate::markup::GLYPHS;
use crate::markup::Pen;
use crate::{evidence, words as texts};

/// The size that Open Graph asks for, in pixels.
pub const WIDTH: i32 = 1200;
/// Its height.
pub const HEIGHT: i32 = 630;

/// The ground around the text, and the widths of the text and of the map beside it.
const MARGIN: i32 = 48;
const TEXT_WIDTH: i32 = 456;
const MAP_WIDTH: i32 = 640;

const REACH: Face = Face::new(21, QUIET);

/// The preview of a page, as SVG.
#[must_use]
pub fn preview(desk: &Desk) -> String {
    let corpus = desk.index.corpus();
    let selection = desk.index.select(desk.query);
    let words = texts::words(desk.lang);
    let figures = evidence::summary(
        desk.index.corpus(),
        &evidence::Findings::new(desk.trust(&selection)),
        &selection.transfers,
    );
    let summary =
        [texts::subject(desk.lang, &figures), texts::agreement(desk.lang, &figures)].join(". ");
    let mut pen = Pen::default();
    begin(&mut pen, desk, WIDTH, HEIGHT);
    let mut y = pen.paragraph(MARGIN, MARGIN, TEXT_WIDTH, &SITE, words.site) + 28;
    y = pen.paragraph(MARGIN, y, TEXT_WIDTH, &TITLE, words.title) + 16;
    pen.paragraph(MARGIN, y, TEXT_WIDTH, &SENTENCE, &summary);
    let reach = reach(desk);
    let lines = i32::try_from(REACH.lines(&reach, TEXT_WIDTH).len()).expect("a few lines");
    pen.paragraph(MARGIN, HEIGHT - 40 - 28 * lines, TEXT_WIDTH, &REACH, &reach);
    pen.put(
        "$<svg x=\"%\" width=\"%\" height=\"%\" viewBox=\"$\">",
        &[528, MAP_WIDTH, HEIGHT],
        &[GLYPHS, &Grid::SCREEN.view_box(corpus)],
    );
    map(&mut pen, desk, &selection, Grid::SCREEN);
    pen.put("</svg></svg>", &[], &[]);
    pen.markup
}

/// Up to when the corpus reaches, how many of its articles nobody can date, and that reports are
/// claims.
fn reach(desk: &Desk) -> String {
    let documents = &desk.index.corpus().source().documents;
    let ends = documents.iter().map(|it| it.published.span.and_then(|span| span.to));
    let undated = ends.clone().filter(Option::is_none).count();
    let words = texts::words(desk.lang);
    let Some(until) = ends.flatten().max() else { return words.caveat.to_owned() };
    let until = words.articles_until(&texts::month(desk.lang, until.year(), until.month()));
    let rest = match undated {
        0 => String::new(),
        count => format!(", {count} {}", words.undated),
    };
    format!("{until}{rest}. {}", words.caveat)
}
