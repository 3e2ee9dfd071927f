//! Loads the corpus and mounts the viewer.

use claim_atlas::corpus::{Corpus, Source};
use claim_atlas::desk::{self, Desk};
use claim_atlas::link::Link;
use claim_atlas::platform::{self, Address};
use claim_atlas::query::{Index, Query};
use claim_atlas::ui::{App, Now, State};
use claim_atlas::words::words;
use claim_atlas::{BUNDLED, link, map};
use leptos::prelude::*;
use std::sync::Arc;

fn main() {
    platform::catch_panics();
    match load() {
        Ok(corpus) => start(Arc::new(corpus)),
        Err(fault) => platform::fail(&fault),
    }
}

fn load() -> Result<Corpus, String> {
    let source = Source::read(BUNDLED)
        .map_err(|error| format!("the corpus in this program cannot be read: {error}"))?;
    Corpus::new(source).map_err(|error| error.to_string())
}

fn start(corpus: Arc<Corpus>) {
    let Some(root) = platform::root() else { return };
    let plain = root.first_element_child();
    let held = platform::held();
    let countries = platform::country_names(&corpus);
    let Link { query, fixed, unknown } = read(&corpus);
    platform::adopt(&map::rules(&corpus));
    let index = Index::new(corpus, &countries).restricted_to(fixed.unwrap_or_default());
    let preferred = platform::preferred_language();
    let now = Now { query, unknown, ..Now::default() };
    let state = Arc::new(State::new(index, countries, preferred, now));
    let asked = Arc::clone(&state);
    platform::attend(move |panel| {
        let (now, page) = (asked.peek(), platform::page());
        let lang = now.lang(preferred);
        let State { index, countries, .. } = &*asked;
        let desk = Desk { index, countries, lang, query: &now.query, page: &page };
        desk::file(&desk, panel)
    });
    let mounted = mount_to(root, move || {
        let moved = Arc::clone(&state);
        platform::on_address(move || {
            let Link { query, unknown, .. } = read(moved.corpus());
            moved.change(|now| {
                now.unknown.clone_from(&unknown);
                now.query.clone_from(&query);
            });
        });
        view! { <App state tell /> }
    });
    mounted.forget();
    // The page that the build wrote has held the place until now.
    if let Some(plain) = plain {
        plain.remove();
    }
    if let Some(held) = held {
        platform::hold(&held);
    }
    platform::mark_ready();
}

/// Tells what lies outside the page: its language, its title, its address; and leads to what a link
/// points at.
fn tell(state: &State, before: Option<&Query>) {
    let now = state.peek();
    let lang = now.lang(state.preferred);
    let query = now.query;
    platform::set_language(lang);
    platform::set_title(&format!("{} – {}", words(lang).title, words(lang).site));
    // After *back* the address is there already, and writing it would end *forward*.
    if let Some(before) = before.filter(|_| read(state.corpus()).query != query) {
        platform::show_address(&link::write(&query), link::step(before, &query));
    }
    let was = before.and_then(|before| before.claim.as_ref());
    let claim = query.claim.as_ref().filter(|claim| was != Some(claim));
    if let Some(claim) = claim {
        platform::reveal_soon(format!("claim-{claim}"), before.is_none());
    } else if let Some(transfer) = query.sole_transfer().filter(|_| before.is_none()) {
        platform::reveal_soon(format!("open-{transfer}"), true);
    } else if let Some(before) = before.filter(|it| it.is_at_desk() != query.is_at_desk()) {
        // From a view or a page of the desk to a transfer, or to the page of something in the list.
        let opened = query.open.iter().find(|&id| !before.open.contains(id));
        let place = opened.map_or("list".to_owned(), |id| format!("open-{id}"));
        platform::reveal_soon(place, false);
    }
}

/// The address as a link.
fn read(corpus: &Corpus) -> Link {
    let Address { fragment, search } = platform::address();
    link::read(&fragment, &search, corpus)
}
