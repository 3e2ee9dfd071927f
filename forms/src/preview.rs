//! The picture that other sites show of a link: the map, the counts, and how far the reports reach.

use crate::page::Atlas;
use anyhow::{Context, Result};
use claim_atlas::corpus::{Lang, Status};
use claim_atlas::markup::Selection;
use claim_atlas::place::{self, Flow, Tile, curve};
use claim_atlas::query::Query;
use claim_atlas::{evidence, words};
use maud::{Markup, html};
use resvg::{tiny_skia, usvg};
use std::sync::Arc;

/// The size that Open Graph asks for, in pixels.
pub const WIDTH: u32 = 1200;
/// Its height.
pub const HEIGHT: u32 = 630;

/// How many letters of the serif fit a line of the text beside the map.
const LINE_LETTERS: usize = 31;

/// The colours of the light theme, as `style/tokens.css` has them.
mod colour {
    pub const PAPER: &str = "#fff";
    pub const INK: &str = "#1b2026";
    pub const QUIET: &str = "#565e68";
    pub const RULE: &str = "#dcd9d2";
    pub const EDGE: &str = "#878d95";
    pub const LADDER: &str = "#1c4a80";
    pub const WARM: &str = "#a2420c";
    pub const TINTS: [&str; 4] = ["#eef3f9", "#dbe7f3", "#c2d6eb", "#a9c6e4"];
}

impl Atlas<'_> {
    /// The picture in a language, as PNG.
    ///
    /// # Errors
    ///
    /// When it cannot be drawn.
    pub fn preview(&self, lang: Lang) -> Result<Vec<u8>> {
        let mut options =
            usvg::Options { font_family: SERIF.to_owned(), ..usvg::Options::default() };
        let fonts = Arc::get_mut(&mut options.fontdb).context("the fonts are in use")?;
        for font in typst_assets::fonts() {
            fonts.load_font_data(font.to_vec());
        }
        let drawing = self.drawing(lang).into_string();
        let tree = usvg::Tree::from_str(&drawing, &options).context("the drawing is no SVG")?;
        let mut picture =
            tiny_skia::Pixmap::new(WIDTH, HEIGHT).context("no picture of that size")?;
        resvg::render(&tree, tiny_skia::Transform::identity(), &mut picture.as_mut());
        picture.encode_png().context("the picture cannot be written")
    }

    fn drawing(&self, lang: Lang) -> Markup {
        let corpus = self.index.corpus();
        let query = Query::default();
        let Selection { found, board, .. } = Selection::new(self.index, &query);
        let words = words::words(lang);
        let summary = words::summary(
            lang,
            &evidence::summary(evidence::Standing::all(corpus), &found.transfers),
        );
        // The map is as wide as the right half, and as high as it comes out.
        let scale = 640.0 / place::size(corpus).0;
        let top = (f64::from(HEIGHT) - place::size(corpus).1 * scale) / 2.0;
        let title = wrapped(words.title, LINE_LETTERS / 2);
        let text = wrapped(&summary, LINE_LETTERS);
        let text_top = 150 + 56 * title.len();
        html! {
            svg xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } {
                rect width=(WIDTH) height=(HEIGHT) fill=(colour::PAPER) {}
                text x="48" y="76" font-size="24" font-weight="bold" fill=(colour::QUIET) { (words.site) }
                @for (at, line) in title.iter().enumerate() {
                    text x="48" y=(150 + 56 * at) font-size="52" font-weight="bold" fill=(colour::INK) { (line) }
                }
                @for (at, line) in text.iter().enumerate() {
                    text x="48" y=(text_top + 38 * at) font-size="29" fill=(colour::INK) { (line) }
                }
                @for (at, line) in wrapped(&self.reach(lang), 44).iter().rev().enumerate() {
                    text x="48" y=(582 - 28 * at) font-size="21" fill=(colour::QUIET) { (line) }
                }
                g transform={ "translate(528 " (top) ") scale(" (scale) ")" } {
                    g transform="scale(0.1)" { @for flow in &board.flows { (self.flow(flow)) } }
                    @for tile in &board.tiles { (self.tile(lang, tile)) }
                }
            }
        }
    }

    /// Up to when the corpus reaches, how many of its articles nobody can date, and that reports are
    /// claims.
    fn reach(&self, lang: Lang) -> String {
        let documents = &self.index.corpus().source().documents;
        let ends = documents.iter().map(|it| it.published.span.and_then(|span| span.to));
        let undated = ends.clone().filter(Option::is_none).count();
        let caveat = words::words(lang).caveat;
        let Some(until) = ends.flatten().max() else { return caveat.to_owned() };
        let until = words::month(lang, until.year(), until.month());
        let until = match lang {
            Lang::De => format!("Artikel bis {until}"),
            Lang::En => format!("Articles up to {until}"),
        };
        let rest = match undated {
            0 => String::new(),
            count => format!(", {count} {}", words::words(lang).undated),
        };
        format!("{until}{rest}. {caveat}")
    }

    fn flow(&self, flow: &Flow) -> Markup {
        let place = |country| self.index.corpus().country(country).place;
        let colour = if flow.payment { colour::QUIET } else { colour::LADDER };
        let width = if flow.payment { 8 } else { 10 * flow.weight };
        html! {
            @if let Some((from, to)) = place(flow.from).zip(place(flow.to)) {
                @let curve = curve(from, to);
                path d=(curve.line) fill="none" stroke=(colour) stroke-width=(width)
                    stroke-dasharray=[(!flow.unbroken).then_some("50 40")] {}
                path d=(curve.head) fill=(colour) {}
            }
        }
    }

    fn tile(&self, lang: Lang, tile: &Tile) -> Markup {
        let country = self.index.corpus().country(tile.country);
        let name = self.countries.get(tile.country).map_or("", |name| name.get(lang));
        let lines = wrapped(name, 13);
        let (fill, edge) = match tile.statuses.first() {
            Some(Status::Negotiating) => (colour::TINTS[0], colour::LADDER),
            Some(Status::Planned) => (colour::TINTS[1], colour::LADDER),
            Some(Status::Agreed) => (colour::TINTS[2], colour::LADDER),
            Some(Status::Delivered) => (colour::TINTS[3], colour::LADDER),
            Some(_) => (colour::PAPER, colour::EDGE),
            None => (colour::PAPER, colour::RULE),
        };
        let count = tile.transfers.len();
        let ink = if count == 0 { colour::QUIET } else { colour::INK };
        html! {
            @if let Some(place) = country.place {
                @let ((x, y), (half_width, half_height)) = place::area(place);
                rect x=(x - half_width) y=(y - half_height) width=(2.0 * half_width) height=(2.0 * half_height)
                    rx="3" fill=(fill) stroke=(edge) {}
                @for (at, line) in lines.iter().enumerate() {
                    @let rows = lines.len() + usize::from(count > 0);
                    text x=(x) y=(baseline(y, at, rows)) text-anchor="middle" font-size="13"
                        font-weight=[(count > 0).then_some("bold")] fill=(ink) { (line) }
                }
                @if count > 0 {
                    text x=(x) y=(baseline(y, lines.len(), lines.len() + 1)) text-anchor="middle"
                        font-size="14" fill=(ink) {
                        @if tile.statuses.len() > 1 || tile.denied { tspan fill=(colour::WARM) { "≠ " } }
                        (count)
                    }
                }
            }
        }
    }
}

/// The serif among the fonts.
const SERIF: &str = "Libertinus Serif";

/// Where a line of several stands, around a middle.
fn baseline(middle: f64, line: usize, lines: usize) -> f64 {
    let [line, lines] = [line, lines].map(|it| f64::from(u8::try_from(it).unwrap_or(u8::MAX)));
    middle + 4.5 + (line - (lines - 1.0) / 2.0) * 15.0
}

/// A text in lines of so many letters at most, where its words allow it.
fn wrapped(text: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::colour;

    #[test]
    fn colours_are_the_light_themes() {
        let tokens = include_str!("../../style/tokens.css");
        let colours = [
            colour::PAPER,
            colour::INK,
            colour::QUIET,
            colour::RULE,
            colour::EDGE,
            colour::LADDER,
            colour::WARM,
        ];
        for colour in colours.into_iter().chain(colour::TINTS) {
            assert!(tokens.contains(&format!("light-dark({colour},")), "{colour}");
        }
    }
}
