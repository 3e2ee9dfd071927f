//! A picture says what it shows, and of which corpus.

use super::{picture_svg, preview_svg};
use crate::atlas::Atlas;
use crate::corpus::{Corpus, Lang, Source, Text};
use crate::link::{self, Link, Page};
use crate::query::{Facet, Index};
use crate::share::Shown;
use crate::words;
use std::sync::Arc;

fn drawn(query: &str, lang: Lang, draw: fn(&Shown) -> String) -> String {
    embedded("", query, lang, draw)
}

/// The same where the page around the viewer has set a query string.
fn embedded(search: &str, query: &str, lang: Lang, draw: fn(&Shown) -> String) -> String {
    let source = Source::read(crate::BUNDLED).expect("the asset");
    of(source, search, query, lang, draw)
}

/// The same of another corpus.
fn of(source: Source, search: &str, query: &str, lang: Lang, draw: fn(&Shown) -> String) -> String {
    let corpus = Arc::new(Corpus::new(source).expect("its references"));
    let countries = corpus.country_codes();
    let Link { query, fixed, .. } = link::read(query, search, &corpus);
    let index = Index::new(corpus, &countries).restricted_to(fixed.unwrap_or_default());
    let atlas = Atlas::new(index, countries, lang);
    let page = Page { address: "https://host.example/index.html".to_owned(), ..Page::default() };
    draw(&Shown { atlas: &atlas, query: &query, lang, page: &page })
}

#[test]
fn it_names_filters_documents_corpus_and_page() {
    let source = Source::read(crate::BUNDLED).expect("the asset");
    let edition = source.edition.expect("an edition");
    for lang in Lang::ALL {
        let drawing = drawn("country=EGY", lang, picture_svg);
        let (_, texts) = drawing.split_once("</desc>").expect("a drawing");
        let facet = Facet::Country.name(lang);
        for part in [
            "EGY",
            &edition.sha256,
            "host.example",
            "country=EGY",
            "Merkur",
            &words::month(lang, 2023, 11),
            "Natural Earth",
            facet,
        ] {
            assert!(texts.contains(part), "{part} is not in\n{texts}");
        }
    }
}

#[test]
fn a_corpus_without_an_edition_is_called_by_its_title_alone() {
    let mut source = Source::read(crate::BUNDLED).expect("the asset");
    source.title = Some(Text::in_every(|_| "Ours".to_owned()));
    source.edition = None;
    let drawing = of(source, "", "", Lang::En, picture_svg);
    assert!(drawing.contains(">“Ours”<"), "{drawing}");
}

#[test]
fn a_preview_names_a_corpus_that_has_a_title_and_a_long_one_as_it_begins() {
    let titled = |title: &str| {
        let mut source = Source::read(crate::BUNDLED).expect("the asset");
        source.title = Some(Text::in_every(|_| title.to_owned()));
        of(source, "", "", Lang::En, preview_svg)
    };
    assert!(titled("Ours").contains(">Claim Atlas: Ours<"));
    let long = titled(&"Ours and theirs ".repeat(1000));
    let site = long.split("</desc>").nth(1).unwrap_or_default();
    assert!(site.contains('…') && site.matches("Ours").count() < 12, "{site}");
}

#[test]
fn it_stands_for_itself() {
    for draw in [picture_svg, preview_svg] {
        let drawing = drawn("", Lang::En, draw);
        for part in [" class=", "var(", " style=", "<style", "<image", "<use", "href"] {
            assert!(!drawing.contains(part), "{part} is in\n{drawing}");
        }
        assert!(drawing.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""), "{drawing}");
    }
}

#[test]
fn what_is_searched_for_is_no_markup() {
    let drawing = drawn("q=%3Cb%3E*%26%E2%81%A0%22%00%EF%BF%BFx", Lang::En, picture_svg);
    assert!(drawing.contains("Search: &lt;b&gt;*&amp;\""), "{drawing}");
    assert!(!drawing.contains(['\0', '\u{1}', '\u{ffff}']) && !drawing.contains("<b>"));
}

#[test]
fn it_counts_nothing_that_is_not_selected() {
    let drawing = drawn("status=delivered", Lang::En, picture_svg).replace("<!>", "");
    assert!(drawing.contains(">delivered  3<") && drawing.contains(">planned<"), "{drawing}");
    assert!(drawing.contains(">not selected<"), "what a filter leaves out is not unreported");
}

#[test]
fn what_is_fixed_is_a_filter() {
    for (search, filters, said) in [
        ("country=EGY&fixed", "Filters: Country: EGY", "These filters find"),
        ("country=SYR&fixed", "Filters: Country: SYR", "What is selected is about no transfer."),
        ("time=yesterday&fixed", "Filters: Set by the editors", "No report in this corpus fits"),
    ] {
        let drawing = embedded(search, "", Lang::En, picture_svg);
        assert!(drawing.contains(filters) && drawing.contains(said), "{search}: {drawing}");
        assert!(!drawing.contains("No document in this corpus"), "{search}: {drawing}");
    }
}
