//! The picture that other sites show of a link: title, sentence and map, to be read when it is 400 pixels wide.

use super::face::Face;
use super::sheet::{Sheet, page};
use super::tiles::map;
use super::{SITE, Shown, light, sentence, told};
use crate::map::Frame;
use crate::overview::Overview;
use crate::words;
use leptos::prelude::*;

/// The size that Open Graph asks for, in pixels.
pub const WIDTH: i32 = 1200;
/// Its height.
pub const HEIGHT: i32 = 630;

/// The ground around the text, and the widths of the text and of the map beside it.
const MARGIN: i32 = 44;
const TEXT: i32 = 440;
/// How wide a text may be by the widest of fonts, to fit in there: the build brings its own font, which is narrower.
const ROOM: i32 = TEXT * 5 / 4;
const MAP: i32 = 692;

/// The sizes that the title is tried in, so that none of its words is broken.
const TITLES: [i32; 3] = [50, 44, 38];
/// The sizes that the sentence is tried in.
const SENTENCES: [i32; 4] = [33, 30, 26, 22];
const CAVEAT: Face = Face::new(20, light::QUIET);

/// The site, and what its corpus is called: as much of that as is read in passing.
fn site(shown: &Shown) -> String {
    let words = words::words(shown.lang);
    let own = words::corpus_title(shown.lang, shown.atlas.guest.as_ref(), shown.atlas.corpus());
    let Some(own) = own else { return words.site.to_owned() };
    let whole = words.labelled(words.site, &words::apart(shown.lang, own));
    let lines = SITE.lines(&whole, ROOM);
    let shown: Vec<&str> = lines.iter().take(2).map(String::as_str).collect();
    let cut = if shown.len() < lines.len() { "…" } else { "" };
    shown.join(" ") + cut
}

/// What is selected.
pub(super) fn overview(shown: &Shown) -> Overview {
    Overview::new(&shown.atlas.index, shown.query)
}

/// The preview of a link. No program draws it; the build does.
pub(super) fn preview(shown: &Shown) -> AnyView {
    let words = words::words(shown.lang);
    let overview = overview(shown);
    let sentence = sentence(shown, &overview);
    // The font that stands in for letters which the build's own has not is as wide as any.
    let room = if shown.lang.is_right_to_left() { TEXT } else { ROOM };
    let mut sheet = Sheet::new(shown.lang, WIDTH, MARGIN, room);
    sheet.paragraph(SITE, &site(shown));
    sheet.y += 8;
    let titles = TITLES.map(|size| Face::new(size, light::INK).serif().bold());
    let is_whole = |it: &&Face| it.lines(words.title, room).join(" ") == words.title;
    let [.., smallest] = titles;
    sheet.paragraph(titles.iter().find(is_whole).copied().unwrap_or(smallest), words.title);
    sheet.y += 10;
    let caveat = CAVEAT.lines_in(words.caveat, room) * CAVEAT.height();
    let foot = HEIGHT - MARGIN + 8 - caveat;
    let faces = SENTENCES.map(|size| Face::new(size, light::INK).serif());
    let high = |it: &&Face| it.bold().lines_in(&sentence, room) * it.height();
    let fits = |it: &&Face| sheet.y + high(it) + 8 <= foot;
    let face = faces.iter().find(fits).copied().unwrap_or(Face::new(20, light::INK).serif());
    sheet.emphasised(face, &sentence);
    sheet.y = foot;
    sheet.paragraph(CAVEAT, words.caveat);
    let frame = Frame::Narrow;
    let at = if shown.lang.is_right_to_left() { 0 } else { WIDTH - MAP };
    sheet.put(
        view! {
            <svg x=at width=MAP height=HEIGHT viewBox=frame.view_box()>
                {map(shown, &overview, frame).0}
            </svg>
        }
        .into_any(),
    );
    let told = told(shown, &overview, &sentence);
    page([WIDTH, HEIGHT], shown.lang, words.title, &told, sheet.into_view())
}
