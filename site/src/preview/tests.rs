//! The core's drawings, read back: they are SVG, nothing is cut off, nothing lies over another, all can be read.

use super::{pixels, read};
use crate::names::country_names;
use anyhow::Result;
use claim_atlas::atlas::Atlas;
use claim_atlas::corpus::{Corpus, Lang, Source, Status};
use claim_atlas::link::Page;
use claim_atlas::query::Index;
use claim_atlas::share::Shown;
use claim_atlas::ui::{HEIGHT, WIDTH, picture_svg, preview_svg};
use claim_atlas::{BUNDLED, evidence, link, map};
use resvg::tiny_skia::{PremultipliedColorU8, Rect};
use resvg::usvg::{Fill, Group, Node, Paint, TextChunk, Tree};
use std::sync::{Arc, LazyLock};

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| {
    let source = Source::read(BUNDLED).expect("the asset");
    let corpus = Arc::new(Corpus::new(source).expect("its references"));
    let countries = country_names(&corpus).expect("the countries' names");
    Atlas::new(Index::new(corpus, &countries), countries, Lang::En)
});

/// What is filtered, from nothing to everything.
const LINKS: [&str; 7] = [
    "",
    "country=EGY",
    "country=BRA&kind=return",
    "status=delivered",
    "q=nobodysaysthis",
    "q=%22%3Cb%3E%26%00%22-which-nobody-says-and-which-is-one-word-that-is-longer-than-any-line-of-the-picture-has-room-for",
    "country=EGY~PRK~IRN~RUS&category=munitions&status=delivered~agreed~planned&time=2022/2024~undated",
];

type Draw = fn(&Shown) -> String;

/// A picture for a link.
fn drawn(link: &str, lang: Lang, draw: Draw) -> Tree {
    let atlas = &*ATLAS;
    let linked = link::read(link, "", atlas.corpus());
    assert_eq!(linked.unknown, [], "{link} names what is not there");
    let page = Page { address: "https://host.example/index.html".to_owned(), ..Page::default() };
    let drawing = draw(&Shown { atlas, query: &linked.query, lang, page: &page });
    read(&drawing).unwrap_or_else(|error| panic!("{link}: {error:#}\n{drawing}"))
}

type Colour = [u8; 3];

fn colour(fill: Option<&Fill>) -> Option<Colour> {
    match fill?.paint() {
        Paint::Color(it) => Some([it.red, it.green, it.blue]),
        _ => None,
    }
}

/// What is drawn, one above the other: where, in which colour, and what it says, if it is a text.
struct Drawn {
    area: Rect,
    colours: Vec<Colour>,
    text: Option<String>,
}

fn parts(group: &Group) -> Vec<Drawn> {
    let mut found = Vec::new();
    for node in group.children() {
        match node {
            Node::Group(group) => found.extend(parts(group)),
            Node::Text(text) => {
                let spans = text.chunks().iter().flat_map(TextChunk::spans);
                found.push(Drawn {
                    area: text.flattened().abs_bounding_box(),
                    colours: spans.filter_map(|it| colour(it.fill())).collect(),
                    text: Some(text.chunks().iter().map(TextChunk::text).collect()),
                });
            }
            Node::Path(path) => found.extend(colour(path.fill()).map(|it| Drawn {
                area: path.abs_bounding_box(),
                colours: vec![it],
                text: None,
            })),
            Node::Image(_) => panic!("a picture in the picture"),
        }
    }
    found
}

/// The inked area of each text, with the text.
fn texts(tree: &Tree) -> Vec<(Rect, String)> {
    parts(tree.root()).into_iter().filter_map(|it| Some((it.area, it.text?))).collect()
}

/// The areas that are filled with a colour.
fn filled(tree: &Tree, colour: Colour) -> Vec<Rect> {
    let parts = parts(tree.root()).into_iter();
    parts.filter(|it| it.text.is_none() && it.colours == [colour]).map(|it| it.area).collect()
}

/// What a text begins with that is drawn from right to left.
const RIGHT_TO_LEFT: char = '\u{2067}';

fn lie_apart(one: &Rect, other: &Rect) -> bool {
    one.right() <= other.left()
        || other.right() <= one.left()
        || one.bottom() <= other.top()
        || other.bottom() <= one.top()
}

fn holds(outer: &Rect, inner: &Rect) -> bool {
    outer.left() < inner.left()
        && inner.right() < outer.right()
        && outer.top() < inner.top()
        && inner.bottom() < outer.bottom()
}

/// Both pictures for every link, with how far a text keeps from the edge. Only the one that is saved is drawn for more
/// than the whole.
fn each(check: impl Fn(&str, &Tree, f32)) {
    for lang in Lang::ALL {
        for link in LINKS {
            check(&format!("{link} ({lang:?})"), &drawn(link, lang, picture_svg), 40.0);
            check(&format!("preview {link} ({lang:?})"), &drawn(link, lang, preview_svg), 6.0);
        }
    }
}

#[test]
fn every_text_is_in_the_picture_and_none_lies_over_another() {
    each(|which, tree, margin| {
        let (texts, size) = (texts(tree), tree.size());
        assert!(texts.len() > 20, "{which}: {} texts", texts.len());
        for (at, (area, text)) in texts.iter().enumerate() {
            let is_in = area.left() >= margin
                && area.right() <= size.width() - margin
                && area.top() >= margin
                && area.bottom() <= size.height() - margin.min(20.0);
            assert!(is_in, "{which}: `{text}` at {area:?} is not in {size:?}");
            for (other, words) in &texts[..at] {
                // In Arabic the marks on and under the letters of two lines may meet.
                let overlap = area.bottom().min(other.bottom()) - area.top().max(other.top());
                let is_marks = text.starts_with(RIGHT_TO_LEFT) && overlap < other.height() / 2.0;
                let is_apart = lie_apart(area, other) || is_marks;
                assert!(is_apart, "{which}: `{text}` lies over `{words}`");
            }
        }
    });
}

#[test]
fn what_stands_on_a_tile_stays_on_it() {
    const ON_TILES: [Colour; 5] =
        [[0xff; 3], [0xd6, 0xe4, 0xf3], [0xbd, 0xd4, 0xec], [0x9f, 0xc1, 0xe3], [0x1a, 0x1e, 0x24]];
    each(|which, tree, _| {
        let tiles: Vec<Rect> = ON_TILES.into_iter().flat_map(|it| filled(tree, it)).collect();
        let is_tile = |it: &&Rect| (30.0..400.0).contains(&it.width()) && it.height() > 20.0;
        let tiles: Vec<&Rect> = tiles.iter().filter(is_tile).collect();
        let mut on_tiles = 0;
        for (area, text) in texts(tree) {
            let (x, y) = (area.left() + area.width() / 2.0, area.top() + area.height() / 2.0);
            let is_on = |tile: &&&Rect| {
                tile.left() < x && x < tile.right() && tile.top() < y && y < tile.bottom()
            };
            let Some(tile) = tiles.iter().find(is_on) else { continue };
            on_tiles += 1;
            assert!(holds(tile, &area), "{which}: `{text}` leaves its tile");
        }
        assert!(on_tiles > 10, "{which}: {on_tiles}");
    });
}

/// How light a colour is, as WCAG has it.
fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[test]
fn every_text_can_be_read_on_its_ground() {
    each(|which, tree, _| {
        let parts = parts(tree.root());
        for (at, text) in parts.iter().enumerate() {
            let Some(words) = &text.text else { continue };
            let below = parts[..at].iter().rev();
            let mut grounds = below.filter(|it| it.text.is_none() && holds(&it.area, &text.area));
            let ground = grounds.next().expect("a ground").colours[0];
            for colour in &text.colours {
                let (one, other) = (luminance(*colour), luminance(ground));
                let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
                assert!(contrast >= 4.5, "{which}: `{words}` on {ground:x?}: {contrast:.1}");
            }
        }
    });
}

#[test]
fn a_tile_is_tinted_by_how_far_its_transfers_have_come() -> Result<()> {
    let atlas = &*ATLAS;
    let corpus = atlas.corpus();
    for link in ["", "country=EGY", "q=nobodysaysthis"] {
        let tree = drawn(link, Lang::En, picture_svg);
        let pixels = pixels(&tree)?;
        assert_eq!(pixels.width(), 1200);
        let selection = atlas.index.select(&link::read(link, "", corpus).query);
        let transfers = &selection.transfers;
        let trust = evidence::Trust::all(corpus);
        let findings = evidence::Findings::new(trust);
        let ways = map::Ways::of(corpus);
        let whole = Arc::new(map::Whole::of(corpus, &findings, &ways, transfers));
        let board = whole.select(corpus, &findings, &ways, transfers);
        let drawing = atlas.placing(Lang::En, map::Frame::Wide).draw(&board, &[]);
        for (status, colour) in
            [(Status::Delivered, [0x9f, 0xc1, 0xe3]), (Status::Agreed, [0xbd, 0xd4, 0xec])]
        {
            let tiles = filled(&tree, colour);
            let wanted = map::Role::Supplier { furthest: Some(status) };
            let said = drawing.tiles.iter().filter(|it| it.role == wanted);
            assert_eq!(tiles.len(), said.count(), "{link}: {status:?}");
            for tile in tiles {
                // Left of the words, right of the edge.
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "a place in a picture"
                )]
                let [x, y] =
                    [tile.left() + 4.0, tile.top() + tile.height() / 2.0].map(|it| it as u32);
                let [red, green, blue] = colour;
                let wanted = PremultipliedColorU8::from_rgba(red, green, blue, 255);
                assert_eq!(pixels.pixel(x, y), wanted, "{link}: {status:?} at {x}, {y}");
            }
        }
    }
    Ok(())
}

#[test]
fn the_preview_is_as_large_as_it_says_and_its_text_keeps_off_the_map() {
    for (lang, link) in Lang::ALL.into_iter().flat_map(|lang| LINKS.map(|link| (lang, link))) {
        let tree = drawn(link, lang, preview_svg);
        // The text stands where a reader begins, and the map behind it.
        let edge = if lang.is_right_to_left() { 692.0..700.0 } else { 500.0..508.0 };
        for (area, text) in texts(&tree) {
            let keeps_off = area.right() < edge.start || area.left() > edge.end;
            assert!(keeps_off, "{link} ({lang:?}): `{text}`");
        }
        let size = tree.size().to_int_size();
        let wanted = [WIDTH, HEIGHT].map(|it| u32::try_from(it).expect("a size"));
        assert_eq!([size.width(), size.height()], wanted);
    }
}
