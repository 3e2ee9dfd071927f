//! Loads the corpus and mounts the viewer.

use claim_atlas::corpus::{Corpus, Lang, Source};
use claim_atlas::platform::{self, Address, Intl};
use claim_atlas::query::{Index, Query};
use claim_atlas::share::Unread;
use claim_atlas::ui::{App, State};
use claim_atlas::words::{Locale, words};
use claim_atlas::{BUNDLED, place, share};
use leptos::prelude::*;

fn main() {
    platform::catch_panics();
    match load() {
        Ok(corpus) => start(corpus),
        Err(fault) => platform::fail(&fault),
    }
}

fn load() -> Result<&'static Corpus, String> {
    let source = Source::read(BUNDLED).ok_or("the corpus in this program cannot be read")?;
    let corpus = Corpus::new(source).map_err(|error| error.to_string())?;
    Ok(Box::leak(Box::new(corpus)))
}

fn start(corpus: &'static Corpus) {
    let Some(root) = platform::root() else { return };
    let countries = platform::country_names(corpus).leak();
    let index: &'static Index = Box::leak(Box::new(Index::new(corpus, countries)));
    let read = move |address: Address| share::read(&address.fragment, &address.search, corpus);
    let preferred = platform::stored_language().unwrap_or_else(platform::preferred_language);
    let begun = read(platform::address());
    platform::adopt(&place::rules(corpus));
    let mounted = mount_to(root, move || {
        let state = State::new(index, countries, locale, preferred, begun);
        platform::on_address(move |address| {
            let (query, unread) = read(address);
            state.unread.set(unread);
            if state.query.with_untracked(|now| *now != query) {
                state.query.set(query);
            }
        });
        reflect(state, read);
        view! { <App state /> }
    });
    mounted.forget();
    platform::mark_ready();
}

/// What points outward: address, language, title, focus.
fn reflect(state: State, read: impl Fn(Address) -> (Query, Vec<Unread>) + 'static) {
    Effect::new(move |before: Option<Query>| {
        let query = state.query.get();
        let lang = state.lang();
        platform::set_language(lang);
        platform::set_title(&format!("{} – {}", words(lang).title, words(lang).site));
        // After *back* the address is there already, and writing it would end *forward*.
        if read(platform::address()).0 != query
            && let Some(before) = &before
        {
            platform::show_address(&share::write(&query), share::step(before, &query));
        }
        if let Some(claim) = &query.claim
            && before.is_none_or(|before| before.claim != query.claim)
        {
            platform::focus_soon(format!("claim-{claim}"));
        }
        query
    });
}

fn locale(lang: Lang) -> &'static dyn Locale {
    match lang {
        Lang::De => &Intl(Lang::De),
        Lang::En => &Intl(Lang::En),
    }
}
