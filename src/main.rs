//! Loads the corpus and mounts the viewer.

use claim_atlas::atlas::Atlas;
use claim_atlas::browser::{self, Address};
use claim_atlas::corpus::{Corpus, Source};
use claim_atlas::link::Link;
use claim_atlas::query::{Index, Query};
use claim_atlas::ui::{App, State};
use claim_atlas::words::words;
use claim_atlas::{BUNDLED, link};
use leptos::prelude::*;
use std::sync::Arc;

fn main() {
    browser::catch_panics();
    match load() {
        Ok(corpus) => start(Arc::new(corpus)),
        Err(fault) => browser::fail(&fault),
    }
}

fn load() -> Result<Corpus, String> {
    let source = Source::read(BUNDLED)
        .map_err(|error| format!("the corpus in this program cannot be read: {error}"))?;
    Corpus::new(source).map_err(|error| error.to_string())
}

fn start(corpus: Arc<Corpus>) {
    let Some(root) = browser::root() else { return };
    let prerendered = root.first_element_child();
    let held = browser::held();
    let countries = browser::country_names(&corpus);
    let Link { mut query, fixed, unknown } = read(&corpus);
    // What a search in the page has found stays open.
    let opened = prerendered.as_ref().map(browser::opened);
    for transfer in opened.iter().flat_map(|it| &it.transfers) {
        query.open.insert(transfer);
    }
    // A claim that the link names is opened by the browser, too, and led to as in every link.
    let found = opened.and_then(|it| it.claim).filter(|_| query.claim.is_none());
    let index = Index::new(corpus, &countries).restricted_to(fixed.unwrap_or_default());
    let preferred = browser::preferred_language();
    let atlas = Arc::new(Atlas::new(index, countries, preferred));
    let mounted = mount_to(root, move || {
        let state = State::new(atlas, query, unknown);
        follow_address(state);
        tell(state, found);
        view! { <App state /> }
    });
    mounted.forget();
    // The page that the build wrote has held the place until now.
    if let Some(prerendered) = prerendered {
        prerendered.remove();
    }
    if let Some(held) = held {
        browser::hold(&held);
    }
    browser::mark_ready();
}

/// Has the state follow the address, which readers change by *back*, by *forward* and by hand.
fn follow_address(state: State) {
    browser::on_address(move || {
        let Link { query, unknown, .. } = read(state.atlas().corpus());
        state.unread.set(unknown);
        state.change(|it| *it = query);
    });
}

/// Tells what lies outside the page of each change: its language, its title, its address; and leads to what a link
/// points at, at first to what the browser has found already.
fn tell(state: State, found: Option<String>) {
    Effect::new(move |before: Option<Query>| {
        let query = state.query.get();
        let atlas = state.atlas();
        let lang = query.lang.unwrap_or(atlas.preferred);
        browser::set_language(lang);
        browser::set_title(&format!("{} – {}", words(lang).title, words(lang).site));
        // After *back* the address is there already, and writing it would end *forward*.
        if let Some(before) = before.as_ref().filter(|_| read(atlas.corpus()).query != query) {
            browser::show_address(&link::write(&query), link::step(before, &query));
        }
        if let (None, Some(claim)) = (&before, &found) {
            browser::scroll_soon(claim.clone());
        } else if let Some(place) = place(before.as_ref(), &query) {
            browser::reveal_soon(place, before.is_none());
        }
        query
    });
}

/// Where a change leads a reader, by the id of an element; nowhere where it only changes what is there.
fn place(before: Option<&Query>, query: &Query) -> Option<String> {
    let was = before.and_then(|before| before.claim.as_ref());
    if let Some(claim) = query.claim.as_ref().filter(|claim| was != Some(claim)) {
        return Some(format!("claim={claim}"));
    }
    let Some(before) = before else {
        return query.sole_transfer().map(|transfer| format!("transfer={transfer}"));
    };
    let is_elsewhere = (before.view, &before.about) != (query.view, &query.about);
    let opened = query.open.iter().find(|&id| !before.open.contains(id));
    // From another view to a transfer, or to the page of something in the list.
    let lead = opened.map_or_else(|| "list".to_owned(), |id| format!("transfer={id}"));
    (is_elsewhere && (opened.is_some() || query.about != before.about)).then_some(lead)
}

/// The address as a link.
fn read(corpus: &Corpus) -> Link {
    let Address { fragment, search } = browser::address();
    link::read(&fragment, &search, corpus)
}
