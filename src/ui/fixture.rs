//! What the tests of components are made with: a page's state, and what is drawn from it as HTML.

use super::State;
use crate::atlas::Atlas;
use crate::corpus::{Corpus, Lang, SeedFile, Source, check_json};
use crate::guest::Guest;
use crate::link::{self, Link};
use crate::query::{Index, Query};
use leptos::prelude::*;
use leptos::tachys::view::RenderHtml;
use serde_json::{Value, json};
use std::sync::Arc;

/// The corpus that is compiled in.
pub fn bundled() -> Corpus {
    Corpus::new(Source::read(crate::BUNDLED).expect("the asset")).expect("its references")
}

/// A corpus that is too large for all of it to stand in the page: of 550 transfers one claim says that each is agreed,
/// and another, for every fifth, that it is not; and 60 claims are context.
pub fn large() -> Corpus {
    let text = |text: String| json!({ "en": text });
    let sides = ["USA", "EGY", "RUS", "UKR", "FRA", "DEU", "POL"];
    let countries = sides.iter().map(|id| {
        let alpha2 = rust_iso3166::from_alpha3(id).expect("a country").alpha2;
        json!({ "id": id, "alpha2": alpha2 })
    });
    let origins = (0..90).map(|at| {
        json!({ "id": format!("o{at}"), "name": text(format!("Origin {at}")), "kind": "outlet" })
    });
    let side = |at: usize| sides.get(at % sides.len()).expect("a side");
    let transfers = (0..TRANSFERS).map(|at| {
        json!({
            "id": format!("t{at}"), "from": side(at / 100), "to": side(at / 100 + 1), "kind": "supply",
            "category": "arms", "item": text(format!("Item {at}")),
        })
    });
    let claim = |at: usize, document: usize| {
        // Nobody cites himself.
        let by = if at % 90 == document { document + 1 } else { at % 90 };
        let (transfer, by) = (at % TRANSFERS, format!("o{by}"));
        let is_denial = at >= TRANSFERS && transfer.is_multiple_of(5);
        let disputed = format!("c{transfer}");
        json!({
            "id": format!("c{at}"), "paragraph": 1 + at % 9, "transfer": format!("t{transfer}"), "status": "agreed",
            "stance": if is_denial { "denies" } else { "asserts" }, "attribution": [by],
            "disputes": if is_denial { vec![disputed] } else { Vec::new() },
            "statement": text(format!("It is said in document {document}.")),
        })
    };
    let context = |at: usize| {
        json!({
            "id": format!("k{at}"), "paragraph": 1, "category": "arms", "countries": ["SYR"],
            "statement": text(format!("Context {at}.")),
        })
    };
    let documents = (0..50).map(|document| {
        let claims = (0..2 * TRANSFERS).filter(|at| at % 50 == document).map(|at| claim(at, document));
        let context = (0..60).filter(|at| at % 50 == document).map(context);
        let mut claims: Vec<Value> = claims.chain(context).collect();
        claims.sort_by_key(|it| it["paragraph"].as_u64());
        json!({
            "id": format!("{document:016x}"), "title": format!("Title {document}"), "outlet": format!("o{document}"),
            "language": "en", "published": { "words": text("2023-11".into()), "span": "2023-11" },
            "sha256": format!("{document:064x}"), "paragraphs": 9, "claims": claims,
        })
    });
    let source = json!({
        "languages": ["en"],
        "countries": countries.chain([json!({ "id": "SYR", "alpha2": "SY" })]).collect::<Vec<Value>>(),
        "categories": [{ "id": "arms", "name": text("Arms".into()) }],
        "origins": origins.collect::<Vec<Value>>(),
        "transfers": transfers.collect::<Vec<Value>>(),
        "documents": documents.collect::<Vec<Value>>(),
    });
    let file = SeedFile { name: "large.json".to_owned(), text: source.to_string() };
    Corpus::new(check_json(&file).expect("a sound corpus")).expect("its references")
}

/// So many transfers a large corpus has.
pub const TRANSFERS: usize = 550;

/// How many elements some HTML has.
pub fn elements(html: &str) -> usize {
    html.match_indices('<').filter(|(at, _)| !html[at + 1..].starts_with(['/', '!'])).count()
}

/// What is drawn of a corpus for a link, in English.
pub fn drawn(corpus: Corpus, link: &str, draw: impl FnOnce(State) -> AnyView) -> String {
    embedded(corpus, "", link, draw)
}

/// The same where the page around the viewer has set a query string.
pub fn embedded(
    corpus: Corpus,
    search: &str,
    link: &str,
    draw: impl FnOnce(State) -> AnyView,
) -> String {
    Owner::new().with(|| {
        let Link { query, fixed, .. } = link::read(link, search, &corpus);
        let countries = corpus.country_codes();
        let index = Index::new(Arc::new(corpus), &countries);
        let index = index.restricted_to(fixed.unwrap_or_default());
        let atlas = Atlas::new(index, countries, Lang::En);
        draw(State::new(Arc::new(atlas), query, Vec::new())).to_html()
    })
}

/// What is drawn of a corpus that somebody has brought.
pub fn brought(guest: Guest, draw: impl FnOnce(State) -> AnyView) -> String {
    Owner::new().with(|| {
        let corpus = bundled();
        let countries = corpus.country_codes();
        let index = Index::new(Arc::new(corpus), &countries);
        let atlas = Atlas::new(index, countries, Lang::En).of(Some(guest));
        draw(State::new(Arc::new(atlas), Query::default(), Vec::new())).to_html()
    })
}

/// The text of some HTML, as a reader sees it and hears it.
pub fn text(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        let (_, after) = part.split_once('>').unwrap_or(("", part));
        text.push_str(after);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
