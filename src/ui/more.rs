//! How much of a list is drawn, and what it ends with where it is cut.

use super::State;
use super::keyed::text;
use crate::browser;
use crate::corpus::Corpus;
use crate::words;
use leptos::html::Button;
use leptos::prelude::*;

/// Of a corpus with up to so many claims all stand in the page; of a larger one a transfer's come when it is opened, and
/// lists begin shorter.
const KEPT: usize = 300;

/// Whether all claims of a corpus stand in the page.
pub(super) fn is_kept(corpus: &Corpus) -> bool {
    corpus.claim_count() <= KEPT
}

/// So many more come when a reader asks for more.
const STEP: usize = 100;

/// So many come by themselves, before the end of a list is reached; of more than these a reader has to ask, or would
/// never get to the foot of the page.
const UNASKED: usize = 300;

/// So many items of any list are drawn at first, of a larger corpus.
const FEW: usize = 8;

/// How much of a list is drawn.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Room {
    /// So many items are drawn at first.
    first: usize,
    drawn: RwSignal<usize>,
}

impl Room {
    /// Room for so many at first.
    pub fn new(first: usize) -> Self {
        Self { first, drawn: RwSignal::new(first) }
    }

    /// Room for so many at first; of a larger corpus for few.
    pub fn of(state: State, first: usize) -> Self {
        let is_kept = is_kept(state.atlas().corpus());
        Self::new(if is_kept { first } else { first.min(FEW) })
    }

    /// How many are drawn.
    pub fn get(self) -> usize {
        self.drawn.get()
    }

    fn grow(self, step: usize) {
        self.drawn.update(|it| *it += step);
    }
}

/// The button that lists more of so many that are not listed; and on paper, where it does nothing, that they are not
/// printed.
pub(super) fn more(state: State, rest: usize, room: impl Into<Signal<Room>>) -> AnyView {
    // A room that begins again is another one, so the button asks for the one of now.
    view! { <More state rest=Signal::stored(rest) room=room.into() grows=false /> }.into_any()
}

/// The same for a list that changes. It may grow by itself as its end comes near the window.
#[component]
pub(super) fn More(
    state: State,
    /// How many are not listed.
    rest: Signal<usize>,
    room: Signal<Room>,
    /// Whether it grows by itself.
    grows: bool,
) -> impl IntoView {
    let button: NodeRef<Button> = NodeRef::new();
    Effect::new(move |_| {
        let room = room.get();
        // Each growth is watched anew, since a watch tells of what has come near only once.
        let is_growing = grows && room.get() < UNASKED;
        if let Some(button) = button.get().filter(|_| is_growing) {
            StoredValue::new_local(browser::watch(&button, move || room.grow(room.first)));
        }
    });
    let press = move |_| {
        if let Some(button) = button.get_untracked() {
            browser::focus_next(&button);
        }
        room.get_untracked().grow(STEP);
    };
    let unlisted = move || {
        let rest = rest.get();
        if rest > STEP { state.words().not_listed_yet(rest) } else { String::new() }
    };
    view! {
        <button type="button" class="more" node_ref=button on:click=press>
            {text(move || words::show_more(state.lang, rest.get().min(STEP)))}
        </button>
        " "
        <small class="unlisted">{text(unlisted)}</small>
        <span class="on-paper">{text(move || state.words().and_more(rest.get()))}</span>
    }
}
