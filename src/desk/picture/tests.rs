//! A picture says what it shows, and of which corpus.

use super::pen::{Face, INK_BOLD};
use super::svg;
use crate::corpus::Lang;
use crate::desk::tests::{desk, served};
use crate::query::Facet;

#[test]
fn colours_are_the_light_themes() {
    let tokens = include_str!("../../../style/tokens.css");
    let drawn = include_str!("map.rs").to_owned() + include_str!("pen.rs") + include_str!("mod.rs");
    let hexadecimal = |text: &str| text.chars().take_while(char::is_ascii_hexdigit).count();
    let colours = drawn.split('#').skip(1).map(|text| &text[..hexadecimal(text)]);
    let colours: Vec<&str> = colours.filter(|it| matches!(it.len(), 3 | 6)).collect();
    assert!(colours.len() > 15, "{colours:?}");
    for colour in colours {
        assert!(tokens.contains(&format!("light-dark(#{colour},")), "{colour}");
    }
}

#[test]
fn a_picture_names_filters_sources_corpus_and_page() {
    for lang in Lang::ALL {
        let drawing = desk(&served(), "country=EGY", lang, svg);
        let edition = crate::desk::tests::corpus().source().edition.clone().expect("an edition");
        let texts: String = drawing.split("</metadata>").nth(1).expect("a drawing").to_owned();
        for part in
            ["EGY", &edition.sha256[..12], "host.example", "country=EGY", "Merkur", "November 2023"]
        {
            assert!(texts.contains(part), "{part} is not in\n{texts}");
        }
        assert!(drawing.contains(&edition.sha256));
        assert!(texts.contains(crate::words::facet(lang, Facet::Country)));
    }
}

#[test]
fn what_is_searched_for_is_no_markup() {
    let drawing = desk(&served(), "q=%3Cb%3E%26%22%00%EF%BF%BF", Lang::En, svg);
    assert!(drawing.contains("Search: &lt;b&gt;&amp;&quot;"), "{drawing}");
    assert!(!drawing.contains(['\0', '\u{ffff}']) && !drawing.contains("<b>"));
}

#[test]
fn lines_are_no_wider_than_their_room_and_hold_every_word() {
    let face = Face::bold(20, INK_BOLD);
    let text = "A report is a claim, not an event. https://host.example/a-very-long-address-without-a-space";
    for room in [40, 100, 1000] {
        let lines = face.lines(text, room);
        assert!(lines.iter().all(|line| face.width(line) <= room), "{lines:?}");
        let letters = |text: &str| text.replace(' ', "");
        assert_eq!(letters(&lines.concat()), letters(text));
    }
    assert!(face.lines("", 10).is_empty());
}
