//! The desk as a program of its own, which the viewer's page loads when it is first asked for.
//!
//! It brings no corpus: the viewer hands it over.

use claim_atlas::corpus::{Corpus, Lang, Source, Text};
use claim_atlas::desk::{self, Desk};
use claim_atlas::query::Index;
use claim_atlas::{platform, share};
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

thread_local! {
    /// The corpus, once it is there.
    static OPENED: RefCell<Option<(Index, &'static [Text])>> = const { RefCell::new(None) };
    /// The link and the language of the panel that was made last.
    static SHOWN: RefCell<(String, String)> = const { RefCell::new((String::new(), String::new())) };
}

fn main() {}

/// Opens the desk with a corpus as JSON. One that cannot be read leaves it closed; the viewer, which
/// has read it, would not have come so far.
#[wasm_bindgen]
pub fn open(corpus: &str) {
    let source = Source::read(corpus);
    let Some(corpus) = source.and_then(|source| Corpus::new(source).ok()) else { return };
    let corpus: &'static Corpus = Box::leak(Box::new(corpus));
    let countries: &'static [Text] = platform::country_names(corpus).leak();
    let fixed = share::read("", &platform::address().search, corpus).fixed;
    let index = Index::new(corpus, countries).within(fixed.unwrap_or_default());
    OPENED.set(Some((index, countries)));
    platform::attend(&|panel| {
        let mut file = None;
        at_desk(&mut |desk| file = desk::file(desk, panel));
        file
    });
}

/// A panel for a link's fragment, in a language; an empty text where the desk is closed.
#[wasm_bindgen]
#[must_use]
pub fn render(panel: &str, link: &str, lang: &str) -> String {
    SHOWN.set((link.to_owned(), lang.to_owned()));
    let mut text = String::new();
    at_desk(&mut |desk| text = desk::render(desk, panel));
    text
}

/// Has something made at the desk, for what is shown; nothing where the desk is closed.
fn at_desk(make: &mut dyn FnMut(&Desk)) {
    let (link, lang) = SHOWN.with_borrow(Clone::clone);
    OPENED.with_borrow(|opened| {
        let lang = Lang::ALL.into_iter().find(|it| it.tag() == lang);
        if let (Some((index, countries)), Some(lang)) = (opened, lang) {
            let query = share::read(&link, "", index.corpus()).query;
            make(&Desk { index, countries, lang, query: &query, page: &platform::page() });
        }
    });
}
