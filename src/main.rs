//! Loads a corpus and mounts the viewer; and mounts it anew where another corpus takes its place.

use claim_atlas::atlas::Atlas;
use claim_atlas::browser::{self, Address, Intake, Outside, Timeout};
use claim_atlas::corpus::{Corpus, Source};
use claim_atlas::guest::{Guest, Refusal, Whence};
use claim_atlas::link::{Asked, Link, OF, Step, UnknownPart};
use claim_atlas::query::{Index, Query};
use claim_atlas::ui::{App, Brought, Item, Reading, State, keyed, page_title};
use claim_atlas::{BUNDLED, link, ui};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

fn main() {
    browser::catch_panics();
    match wanted() {
        Wanted::Bundled => begin(Brought::Bundled, None),
        Wanted::Refused(whence, why) => begin(Brought::Bundled, Some((whence, why))),
        Wanted::Other(outside, whence) => bring(outside, whence),
    }
}

/// Which corpus a page is to begin with.
enum Wanted {
    /// The one that is compiled in.
    Bundled,
    /// That one, in place of another that is asked for and never shown.
    Refused(Whence, Refusal),
    /// Another.
    Other(Outside, Whence),
}

fn wanted() -> Wanted {
    if let Some(corpus) = browser::corpus_in_page() {
        return Wanted::Other(Outside::Page(corpus), Whence::Page);
    }
    let Asked { address, is_fixed } = link::asked(&browser::address().search);
    let Some(address) = address else { return Wanted::Bundled };
    let whence = Whence::Address(address.clone());
    // Anybody's claims would stand under the address of those who have fixed what is shown.
    if is_fixed {
        return Wanted::Refused(whence, Refusal::Fixed);
    }
    if browser::page().is_file {
        return Wanted::Refused(whence, Refusal::Single);
    }
    Wanted::Other(Outside::Address(address), whence)
}

/// Reads the corpus that is asked for, and begins with it; or with the one that is compiled in, where it is refused.
fn bring(outside: Outside, whence: Whence) {
    let kilobytes = RwSignal::new(0);
    let Some(intake) = Intake::new(move |count| kilobytes.set(count)) else {
        return begin(Brought::Bundled, Some((whence, Refusal::Unreached)));
    };
    let Some(root) = browser::root() else { return };
    // The list that the build has written is of another corpus.
    root.replace_children_with_node_0();
    let reading = Reading::of_corpus(&whence, kilobytes);
    let stop = intake.clone();
    let shown = mount_to(root, move || {
        let stop = Box::new(move || stop.stop(Refusal::Stopped));
        ui::reading(browser::preferred_language(), reading, stop)
    });
    spawn_local(async move {
        let read = intake.read(outside).await;
        drop(shown);
        match read {
            Ok(read) => begin(Brought::own(whence, read), None),
            Err(why) => begin(Brought::Bundled, Some((whence, why))),
        }
    });
}

/// Mounts the viewer with a corpus.
fn begin(brought: Brought, refused: Option<(Whence, Refusal)>) {
    let Some(root) = browser::root() else { return };
    let prerendered = root.first_element_child();
    let held = browser::held();
    let home = if brought.is_of_page() { brought.clone() } else { Brought::Bundled };
    let home = StoredValue::new(home);
    let begun = RwSignal::new(brought);
    let is_first = StoredValue::new(true);
    let shortcuts = RwSignal::new(true);
    // The list that the build has written is of the corpus that is compiled in.
    let found = prerendered.as_ref().filter(|_| begun.with_untracked(Brought::is_bundled));
    let found = StoredValue::new(found.map(browser::opened));
    let refused = StoredValue::new(refused);
    let mounted = mount_to(root, move || {
        keyed(move || {
            let brought = begun.get();
            vec![Item::new(brought.key(), move || {
                let start = Start {
                    is_first: is_first.get_value(),
                    found: found.try_update_value(Option::take).flatten(),
                    refused: refused.try_update_value(Option::take).flatten(),
                };
                is_first.set_value(false);
                start.page(brought, begun, home, shortcuts)
            })]
        })
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

/// How a page with a corpus begins.
struct Start {
    /// Whether it is the first.
    is_first: bool,
    /// What a search in the page that the build wrote has opened.
    found: Option<browser::Opened>,
    /// The corpus that was asked for and is not shown.
    refused: Option<(Whence, Refusal)>,
}

impl Start {
    /// The page with a corpus, which another may follow.
    fn page(
        self,
        brought: Brought,
        begun: RwSignal<Brought>,
        home: StoredValue<Brought>,
        shortcuts: RwSignal<bool>,
    ) -> AnyView {
        let (guest, corpus) = loaded(brought);
        let mut start = read(&corpus, guest.as_ref());
        // A query is of one corpus; but a link may wait for the corpus that it was made for.
        if !self.is_first && start.of.is_none() {
            start.query = Query { lang: start.query.lang, ..Query::default() };
            start.unknown.clear();
        }
        // What a search in the page has found stays open.
        for transfer in self.found.iter().flat_map(|it| &it.transfers) {
            start.query.open.insert(transfer);
        }
        // A claim that the link names is opened by the browser, too, and led to as in every link.
        let found = self.found.and_then(|it| it.claim).filter(|_| start.query.claim.is_none());
        let countries = browser::country_names(&corpus);
        let fixed = start.fixed.filter(|_| guest.as_ref().is_none_or(|it| !it.is_private()));
        let index = Index::new(corpus, &countries).restricted_to(fixed.unwrap_or_default());
        let atlas = Atlas::new(index, countries, browser::preferred_language()).of(guest);
        let state = State::new(Arc::new(atlas), start.query, start.unknown);
        let state = state.with_shortcuts(shortcuts);
        state.refused.set(self.refused.map(Arc::new));
        let trail = Trail::new(state, self.is_first);
        follow_address(trail);
        tell(trail, found);
        Effect::new(move |_| {
            if let Some(next) = state.brought.get() {
                begun.set(if next.is_bundled() { home.get_value() } else { next });
            }
        });
        view! { <App state /> }.into_any()
    }
}

/// A corpus that was brought, and where it comes from if it is not the one that is compiled in.
fn loaded(brought: Brought) -> (Option<Guest>, Arc<Corpus>) {
    match brought {
        Brought::Own(guest, corpus) => (Some(guest), corpus),
        Brought::Bundled => match bundled() {
            Ok(corpus) => (None, Arc::new(corpus)),
            Err(fault) => browser::fail(&fault),
        },
    }
}

fn bundled() -> Result<Corpus, String> {
    let source = Source::read(BUNDLED)
        .map_err(|error| format!("the corpus in this program cannot be read: {error}"))?;
    Corpus::new(source).map_err(|error| error.to_string())
}

/// How the address follows the query. What is typed is shown in it once the reader pauses: with each letter a browser
/// would look at every link of the page anew, and some refuse many changes in a row.
#[derive(Clone, Copy)]
struct Trail {
    state: State,
    is_first: bool,
    /// What the address says.
    written: StoredValue<Query>,
    /// What is typed and not yet in it.
    typed: StoredValue<Option<Timeout>, LocalStorage>,
}

/// Nobody who types a word pauses for so long, in milliseconds.
const PAUSE: u32 = 250;

impl Trail {
    fn new(state: State, is_first: bool) -> Self {
        let written = StoredValue::new(state.query.get_untracked());
        Self { state, is_first, written, typed: StoredValue::new_local(None) }
    }

    /// Follows a change of the query.
    fn follow(self, before: &Query, query: &Query) {
        if link::is_typed(before, query) {
            let pause = Timeout::new(PAUSE, move || self.catch_up());
            self.typed.set_value(Some(pause));
        } else {
            if self.takes_typed() {
                self.write(before);
            }
            self.write(query);
        }
    }

    /// Shows what is typed, if that is not yet done.
    fn catch_up(self) {
        if self.takes_typed() {
            self.write(&self.state.query.get_untracked());
        }
    }

    /// Whether something is typed that is not yet shown; it need not be waited for any more.
    fn takes_typed(self) -> bool {
        self.typed.try_update_value(Option::take).flatten().is_some()
    }

    fn write(self, query: &Query) {
        let step = self.written.with_value(|written| link::step(written, query));
        // After *back* the address is there already, and writing it would end *forward*.
        if step != Step::None {
            self.show(query, step);
        }
    }

    fn show(self, query: &Query, step: Step) {
        let atlas = self.state.atlas();
        let guest = atlas.guest.as_ref();
        let keeps_corpus = keeps_corpus(guest, self.is_first);
        browser::show_address(&link::fragment(query, guest), step, keeps_corpus);
        self.written.set_value(query.clone());
    }

    /// The reader has gone where the address leads: what was typed where that came from is past.
    fn lead(self, query: Query) {
        self.typed.set_value(None);
        self.written.set_value(query.clone());
        self.state.change(|it| *it = query);
    }
}

/// Has the state follow the address, which readers change by *back*, by *forward* and by hand; and the address what is
/// typed, at the latest when the reader turns to something else.
fn follow_address(trail: Trail) {
    let Trail { state, is_first, .. } = trail;
    let listeners = browser::on_address(move || {
        let atlas = state.atlas();
        let guest = atlas.guest.as_ref();
        let Address { fragment, search } = browser::address();
        let written = link::read(&fragment, &search, atlas.corpus());
        let keeps_corpus = keeps_corpus(guest, is_first);
        if link::is_left_over(&written, &search, guest, keeps_corpus) {
            let own = link::fragment(&written.query, guest);
            browser::show_address(&own, Step::Replace, keeps_corpus);
        }
        let Link { query, unknown, .. } = held_to(written, guest);
        state.unread.set(unknown);
        trail.lead(query);
    });
    let turned = browser::on_turning(move || trail.catch_up());
    let listeners = StoredValue::new_local((listeners, turned));
    on_cleanup(move || listeners.dispose());
}

/// Tells what lies outside the page of each change: its language, its title, its address; and leads to what a link
/// points at, at first to what the browser has found already.
fn tell(trail: Trail, found: Option<String>) {
    let Trail { state, is_first, .. } = trail;
    Effect::new(move |before: Option<Query>| {
        let query = state.query.get();
        let atlas = state.atlas();
        let lang = query.lang.unwrap_or(atlas.preferred);
        browser::set_language(lang);
        browser::set_title(&page_title(&atlas, lang));
        match &before {
            Some(before) => trail.follow(before, &query),
            // The address is another corpus's.
            None if !is_first => trail.show(&query, Step::Replace),
            None => {}
        }
        if let (None, Some(claim)) = (&before, &found) {
            browser::scroll_soon(claim.clone());
        } else if let Some(place) = place(before.as_ref(), &query) {
            browser::reveal_soon(place, before.is_none());
        } else if before.is_none() && !is_first {
            browser::reveal_soon(ui::BEGINNING.to_owned(), false);
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

/// Whether the address of a corpus stays where it is: it is that of the one that is shown, or of one that was refused.
fn keeps_corpus(guest: Option<&Guest>, is_first: bool) -> bool {
    guest.is_none_or(|it| it.address().is_some()) && is_first
}

/// The address as a link.
fn read(corpus: &Corpus, guest: Option<&Guest>) -> Link {
    let Address { fragment, search } = browser::address();
    held_to(link::read(&fragment, &search, corpus), guest)
}

/// A link, which says so where it was made for a corpus that is not here.
fn held_to(mut link: Link, guest: Option<&Guest>) -> Link {
    if link.of.as_deref() != guest.and_then(Guest::mark) {
        let other = link.of.take().map(|of| UnknownPart { key: OF.to_owned(), value: Some(of) });
        link.unknown.splice(0..0, other);
    }
    link
}
