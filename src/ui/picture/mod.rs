//! What is selected as a picture that stands for itself: for a reader to save, and for a link to be previewed with.
//!
//! It says what it shows, of which corpus and by whose reports, since a picture goes where its page does not. It brings
//! no fonts, has its own colours, those of the light theme, and asks for nothing.

mod face;
#[cfg(feature = "ssr")]
mod preview;
mod sheet;
mod tiles;

#[cfg(all(test, feature = "ssr"))]
mod tests;

#[cfg(feature = "ssr")]
pub use preview::{HEIGHT, WIDTH};
#[cfg(feature = "ssr")]
pub use written::{picture_svg, preview_svg};

use super::drawing::{Looks, key, sample};
use super::glyph::shape;
use super::light;
use crate::corpus::{DocumentId, Status, TransferId};
use crate::evidence;
use crate::map::{Frame, LAND_CREDIT};
use crate::overview::Overview;
use crate::query::Facet;
use crate::share::Shown;
use crate::words;
use face::Face;
use leptos::prelude::*;
use sheet::{Entry, Sheet, page};
use tiles::{left_out, map};

/// The picture's width, and the ground around what is in it, in pixels.
const PICTURE: i32 = 1200;
const MARGIN: i32 = 48;
/// Beyond so many a picture only counts documents.
const DOCUMENTS: usize = 24;

const SITE: Face = Face::new(20, light::QUIET).bold();
const TITLE: Face = Face::new(52, light::INK).serif().bold();
const SENTENCE: Face = Face::new(28, light::INK).serif();
const HEADING: Face = Face::new(20, light::INK).bold();
const TEXT: Face = Face::new(20, light::INK);
const NOTE: Face = Face::new(18, light::QUIET);

/// The picture of what is selected, and its size.
pub(super) fn picture(shown: &Shown, overview: &Overview) -> (AnyView, [i32; 2]) {
    let words = words::words(shown.lang);
    let sentence = sentence(shown, overview);
    let mut sheet = Sheet::new(shown.lang, PICTURE, MARGIN, PICTURE - 2 * MARGIN);
    sheet.paragraph(SITE, words.site);
    sheet.y += 4;
    sheet.paragraph(TITLE, words.title);
    sheet.y += 8;
    sheet.emphasised(SENTENCE, &sentence);
    sheet.y += 8;
    sheet.paragraph(NOTE, words.caveat);
    sheet.y += 12;
    sheet.paragraph(HEADING, &filtered(shown, overview));
    sheet.y += 16;
    put_map(&mut sheet, shown, overview);
    sheet.y += 16;
    put_lines(&mut sheet, shown, overview);
    sheet.y += 16;
    put_ladder(&mut sheet, shown, overview);
    sheet.y += 16;
    put_documents(&mut sheet, shown, overview);
    sheet.y += 16;
    put_foot(&mut sheet, shown);
    let size = [PICTURE, sheet.y + MARGIN];
    let told = told(shown, overview, &sentence);
    (page(size, shown.lang, words.title, &told, sheet.into_view()), size)
}

/// The sentence made from the data; `*` begins and ends what stands out.
fn sentence(shown: &Shown, overview: &Overview) -> String {
    words::first_sentence(shown.lang, &overview.summary, overview.is_filtered)
}

/// The filters that are set, those that the page around the viewer has fixed among them.
fn filtered(shown: &Shown, overview: &Overview) -> String {
    let words = words::tools(shown.lang);
    let mut set = shown.filters();
    if set.is_empty() && overview.is_filtered {
        // What could not be read has no name.
        set.push(words::words(shown.lang).fixed.to_owned());
    }
    if set.is_empty() {
        words.no_filter.to_owned()
    } else {
        words.filters_set(&set.join(words::words(shown.lang).signs.semicolon))
    }
}

/// The map, as wide as the sheet.
fn put_map(sheet: &mut Sheet, shown: &Shown, overview: &Overview) {
    let frame = Frame::Wide;
    let (width, height) = frame.size();
    #[expect(clippy::cast_possible_truncation, reason = "the map is far smaller than an i32")]
    let high = (f64::from(sheet.room) * height / width) as i32;
    let (map, not_drawn) = map(shown, overview, frame);
    sheet.put(
        view! {
            <svg x=MARGIN y=sheet.y width=sheet.room height=high viewBox=frame.view_box()>
                {map}
            </svg>
        }
        .into_any(),
    );
    sheet.y += high;
    if let Some(text) = not_drawn {
        sheet.y += 8;
        sheet.paragraph(NOTE, &text);
    }
}

/// What the map's tiles and lines mean.
fn put_lines(sheet: &mut Sheet, shown: &Shown, overview: &Overview) {
    let words = words::words(shown.lang);
    let entry = |drawing: AnyView, wide, words: &str| Entry {
        drawing,
        wide,
        words: words.to_owned(),
        count: None,
    };
    let swatch =
        view! { <rect x="0" y="3" width="27" height="18" rx="4" fill=light::INK /> }.into_any();
    let unequal = view! {
        <text x="0" y="20" font-size="22" font-weight="700" fill=light::WARM>"≠"</text>
    };
    let mut entries = vec![entry(swatch, 27, words.recipient)];
    entries.extend(left_out(shown, overview).map(|words| {
        let swatch = view! {
            <rect x="1" y="4" width="25" height="16" rx="4" fill=light::PAPER stroke=light::RULE stroke-width="2" />
        };
        entry(swatch.into_any(), 27, words)
    }));
    entries.extend(key(words).map(|(stroke, words)| {
        let line = sample(stroke, Looks::Own);
        let at = "translate(0 4) scale(2)";
        entry(view! { <g transform=at>{line}</g> }.into_any(), 56, words)
    }));
    entries.push(entry(unequal.into_any(), 18, words.differing_note.trim_end_matches('.')));
    sheet.key(TEXT, entries, None);
}

/// How far it is said to have gone: each status, and how many transfers some claim has reach it. Where statuses are
/// filtered nothing is selected of the others, and nothing is said of how many there would be.
fn put_ladder(sheet: &mut Sheet, shown: &Shown, overview: &Overview) {
    let words = words::words(shown.lang);
    sheet.paragraph(HEADING, words.how_far_gone);
    sheet.y += 6;
    let is_chosen = |status: &Status| shown.query.has(Facet::Status, status.id());
    let is_filtered = Status::ALL.iter().any(is_chosen);
    let counts = overview.reached(&shown.atlas.index);
    let entry = |status: Status| {
        let count = counts.iter().find(|it| it.id == status.id()).map_or(0, |it| it.count);
        let is_counted = !is_filtered || is_chosen(&status);
        Entry {
            drawing: view! {
                <g transform="scale(1.5)" color=light::BLUE>{shape(status)}</g>
            }
            .into_any(),
            wide: 24,
            words: words::status(shown.lang, status).to_owned(),
            count: is_counted.then(|| words::number(shown.lang, count)),
        }
    };
    sheet.key(TEXT, Status::ALL.map(entry).into(), Some(4));
}

/// Whose reports it is drawn from.
fn put_documents(sheet: &mut Sheet, shown: &Shown, overview: &Overview) {
    let trust = overview.trust(shown.atlas.corpus());
    let documents = evidence::documents(trust, &overview.selection.transfers);
    if documents.is_empty() {
        return;
    }
    sheet.paragraph(HEADING, words::words(shown.lang).sources);
    sheet.y += 4;
    for document in documents.iter().take(DOCUMENTS) {
        sheet.paragraph(TEXT, &cited(shown, document));
    }
    let more = documents.len().saturating_sub(DOCUMENTS);
    if more > 0 {
        sheet.paragraph(NOTE, &words::tools(shown.lang).and_more_documents(more));
    }
}

/// A document as one cites it.
fn cited(shown: &Shown, document: DocumentId) -> String {
    let (lang, signs) = (shown.lang, &words::words(shown.lang).signs);
    let outlet = words::apart(lang, shown.atlas.outlet(document, lang));
    let document = shown.atlas.corpus().document(document);
    let authors: Vec<String> = document.authors.iter().map(|it| words::apart(lang, it)).collect();
    let authors = authors.join(signs.comma);
    let colon = if authors.is_empty() { "" } else { signs.colon };
    let title = words::apart(lang, &document.title);
    let appeared = words::appeared(lang, &document.published);
    [&authors, colon, &title, ". ", &outlet, signs.comma, &appeared].concat()
}

/// How the map is to be read, which state of the corpus it shows, and where that stands, if others can open it.
fn put_foot(sheet: &mut Sheet, shown: &Shown) {
    let words = words::words(shown.lang);
    sheet.paragraph(NOTE, &words::tools(shown.lang).map_and_land(words.map_note, LAND_CREDIT));
    let edition = words::edition(shown.lang, shown.atlas.guest.as_ref(), shown.atlas.corpus());
    let own = words::corpus_title(shown.lang, shown.atlas.guest.as_ref(), shown.atlas.corpus());
    let own = own.map(|own| words::quoted(shown.lang, own));
    let named = match own {
        Some(own) if edition.is_empty() => own,
        Some(own) => words.labelled(&own, &edition),
        None => edition,
    };
    sheet.paragraph(NOTE, &named);
    if shown.page.is_public(shown.lang) {
        sheet.paragraph(NOTE, &shown.link(&shown.query.narrowing()));
    }
}

/// So many transfers are told to those who do not see the picture.
const TOLD: usize = 200;

/// What it tells those who do not see it: the sentence, and each transfer.
fn told(shown: &Shown, overview: &Overview, sentence: &str) -> String {
    let words = words::words(shown.lang);
    let mut told = sentence.replace('*', "");
    told.extend([" ", words.caveat]);
    let transfers = &overview.selection.transfers;
    for &transfer in transfers.iter().take(TOLD) {
        told.extend([" ", &route(shown, overview, transfer), "."]);
    }
    let rest = transfers.len().saturating_sub(TOLD);
    if rest > 0 {
        told.extend([" ", &words.more_in_the_list(rest), "."]);
    }
    told
}

/// A transfer in a line: who gives what to whom, and how far that is said to have come.
fn route(shown: &Shown, overview: &Overview, transfer: TransferId) -> String {
    let (atlas, lang) = (shown.atlas, shown.lang);
    let (from, to) = atlas.corpus().sides(transfer);
    let [from, to] = [from, to].map(|it| atlas.country(it, lang));
    let moved = atlas.corpus().transfer(transfer);
    let words = words::words(lang);
    let (item, kind) = (words::apart(lang, moved.item.get(lang)), words::kind(lang, moved.kind));
    let statuses = &overview.findings[transfer].statuses;
    let statuses: Vec<&str> = statuses.iter().map(|it| words::status(lang, *it)).collect();
    let what = [&item, " (", kind, ")", words.signs.comma, &statuses.join(" / ")].concat();
    words.labelled(&words::route(lang, [from, to]), &what)
}

/// The pictures as texts.
#[cfg(feature = "ssr")]
mod written {
    use super::Shown;
    use super::preview::{overview, preview};
    use leptos::prelude::*;

    /// The picture of what is selected, as SVG.
    #[must_use]
    pub fn picture_svg(shown: &Shown) -> String {
        written(|| super::picture(shown, &overview(shown)).0)
    }

    /// The picture that a link is previewed with, as SVG.
    #[must_use]
    pub fn preview_svg(shown: &Shown) -> String {
        written(|| preview(shown))
    }

    /// What is drawn as HTML is an SVG but for the marks at which a page that is only rendered would be taken over. In a
    /// text they would be written otherwise.
    fn written(draw: impl FnOnce() -> AnyView) -> String {
        Owner::new().with(|| draw().to_html()).replace("<!>", "")
    }
}
