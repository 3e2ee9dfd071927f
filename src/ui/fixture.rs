//! What the tests of components are made with: a page's state, and what is drawn from it as HTML.

use super::State;
use crate::atlas::Atlas;
use crate::corpus::{Corpus, Lang, Source};
use crate::link::{self, Link};
use crate::query::Index;
use leptos::prelude::*;
use leptos::tachys::view::RenderHtml;
use std::sync::Arc;

/// The corpus that is compiled in.
pub fn bundled() -> Corpus {
    Corpus::new(Source::read(crate::BUNDLED).expect("the asset")).expect("its references")
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

/// The text of some HTML, as a reader sees it and hears it.
pub fn text(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        let (_, after) = part.split_once('>').unwrap_or(("", part));
        text.push_str(after);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
