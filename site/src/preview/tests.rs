//! The core's drawings, read back: they are SVG, nothing is cut off, nothing lies over another.

use super::{pixels, read};
use crate::atlas::Atlas;
use crate::names::country_names;
use anyhow::Result;
use claim_atlas::corpus::{Corpus, CountryNames, Lang, Source};
use claim_atlas::desk::picture;
use claim_atlas::evidence::Trust;
use claim_atlas::markup::Overview;
use claim_atlas::query::Index;
use claim_atlas::{BUNDLED, link, map};
use resvg::tiny_skia::{PremultipliedColorU8, Rect};
use resvg::usvg::{Fill, Group, Node, Paint, TextChunk, Tree};
use std::sync::{Arc, LazyLock};

static ATLAS: LazyLock<(Index, CountryNames)> = LazyLock::new(|| {
    let source = Source::read(BUNDLED).expect("the asset");
    let corpus = Arc::new(Corpus::new(source).expect("its references"));
    let countries = country_names(&corpus).expect("the countries' names");
    (Index::new(corpus, &countries), countries)
});

/// What is filtered, from nothing to everything.
const LINKS: [&str; 6] = [
    "",
    "country=EGY",
    "country=BRA&kind=return",
    "status=delivered",
    "q=%22%3Cb%3E%26%00%22-which-nobody-says-and-which-is-one-word-that-is-longer-than-any-line-of-the-picture-has-room-for",
    "country=EGY~PRK~IRN~RUS&category=munitions&status=delivered~agreed~planned&time=2022/2024~undated",
];

/// A picture for a link, and what the link selects.
fn drawn(link: &str, lang: Lang) -> (Tree, Overview) {
    let (index, countries) = &*ATLAS;
    let linked = link::read(link, "", index.corpus());
    assert_eq!(linked.unknown, [], "{link} names what is not there");
    let query = linked.query;
    let atlas = Atlas { index, countries, site: None };
    let drawing = atlas.with_desk(lang, &query, picture::svg);
    let overview = Overview::new(index, &query);
    (read(&drawing).unwrap_or_else(|error| panic!("{link}: {error:#}\n{drawing}")), overview)
}

/// The inked area of each text, with the text.
fn texts(group: &Group) -> Vec<(Rect, String)> {
    let mut found = Vec::new();
    for node in group.children() {
        match node {
            Node::Group(group) => found.extend(texts(group)),
            Node::Text(text) => {
                let area = text.flattened().abs_bounding_box();
                found.push((area, text.chunks().iter().map(TextChunk::text).collect()));
            }
            _ => {}
        }
    }
    found
}

/// The areas that are filled with a colour.
fn filled(group: &Group, colour: [u8; 3]) -> Vec<Rect> {
    let mut found = Vec::new();
    for node in group.children() {
        match node {
            Node::Group(group) => found.extend(filled(group, colour)),
            Node::Path(path) => {
                let paint = path.fill().map(Fill::paint);
                let is_it = matches!(paint, Some(Paint::Color(it)) if [it.red, it.green, it.blue] == colour);
                found.extend(is_it.then(|| path.abs_bounding_box()));
            }
            _ => {}
        }
    }
    found
}

fn lie_apart(one: &Rect, other: &Rect) -> bool {
    one.right() <= other.left()
        || other.right() <= one.left()
        || one.bottom() <= other.top()
        || other.bottom() <= one.top()
}

#[test]
fn every_text_is_in_the_picture_and_none_lies_over_another() {
    for lang in Lang::ALL {
        for link in LINKS {
            let (tree, _) = drawn(link, lang);
            let texts = texts(tree.root());
            assert!(texts.len() > 30, "{link}: {} texts", texts.len());
            for (at, (area, text)) in texts.iter().enumerate() {
                let size = tree.size();
                let is_in = area.left() >= 40.0
                    && area.right() <= size.width() - 40.0
                    && area.top() >= 40.0
                    && area.bottom() <= size.height() - 20.0;
                assert!(is_in, "{link}: `{text}` at {area:?} is not in {size:?}");
                for (other, words) in &texts[..at] {
                    assert!(lie_apart(area, other), "{link}: `{text}` lies over `{words}`");
                }
            }
        }
    }
}

#[test]
fn what_stands_on_a_tile_stays_on_it() {
    for lang in Lang::ALL {
        let (tree, overview) = drawn("", lang);
        let tiles: Vec<Rect> =
            [[0xc2, 0xd6, 0xeb], [0xa9, 0xc6, 0xe4], [0xff; 3], [0xdb, 0xe7, 0xf3]]
                .into_iter()
                .flat_map(|colour| filled(tree.root(), colour))
                .filter(|area| area.width() < 600.0)
                .collect();
        assert!(tiles.len() > 8 && tiles.len() <= overview.board.tiles.len());
        let mut on_tiles = 0;
        for (area, text) in texts(tree.root()) {
            let (x, y) = (area.left() + area.width() / 2.0, area.top() + area.height() / 2.0);
            let holds = |tile: &&Rect| {
                tile.left() < x && x < tile.right() && tile.top() < y && y < tile.bottom()
            };
            let Some(tile) = tiles.iter().find(holds) else { continue };
            on_tiles += 1;
            let stays = tile.left() < area.left()
                && area.right() < tile.right()
                && tile.top() < area.top()
                && area.bottom() < tile.bottom();
            assert!(stays, "`{text}` leaves its tile");
        }
        assert!(on_tiles > 20, "{on_tiles}");
    }
}

#[test]
fn a_tile_is_tinted_by_how_far_its_transfers_have_come() -> Result<()> {
    use claim_atlas::corpus::Status;
    for link in ["", "country=EGY", "q=nobodysaysthis"] {
        let (tree, overview) = drawn(link, Lang::En);
        let pixels = pixels(&tree)?;
        assert_eq!(pixels.width(), 1200);
        let corpus = ATLAS.0.corpus();
        let transfers = &overview.selection.transfers;
        let board = map::board(
            Trust::all(corpus),
            &claim_atlas::evidence::Findings::new(Trust::all(corpus)),
            transfers,
            transfers,
        );
        for (status, colour) in
            [(Status::Delivered, [0xa9, 0xc6, 0xe4]), (Status::Agreed, [0xc2, 0xd6, 0xeb])]
        {
            let tiles = filled(tree.root(), colour);
            let said = board.tiles.iter().filter(|it| {
                it.statuses.first() == Some(&status) && corpus.country(it.country).place.is_some()
            });
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
fn the_preview_is_as_large_as_it_says() -> Result<()> {
    let (index, countries) = &*ATLAS;
    let atlas = Atlas { index, countries, site: None };
    for lang in Lang::ALL {
        let drawing =
            atlas.with_desk(lang, &claim_atlas::query::Query::default(), picture::preview);
        let size = read(&drawing)?.size().to_int_size();
        let wanted = [picture::WIDTH, picture::HEIGHT].map(|it| u32::try_from(it).unwrap_or(0));
        assert_eq!([size.width(), size.height()], wanted);
        for (area, text) in texts(read(&drawing)?.root()) {
            assert!(area.right() < 1190.0 && area.bottom() < 615.0, "{text}");
        }
    }
    Ok(())
}
