//! Another corpus in place of the one that is shown: a reader opens its file, and can save it in a copy of the single
//! file. It stays in the page.

mod changes;
mod import;
mod listed;
mod saving;
mod texts;

use crate::EXAMPLE;
use crate::browser::{self, Incoming, Intake, Outside, OwnFile};
use crate::corpus::Source;
use crate::export::File;
use crate::guest::{Refusal, Whence};
use crate::link::Page;
use crate::ui::keyed::{Item, keyed};
use crate::ui::tools::fields::file_field;
use crate::ui::{Brought, Dropped, Reading, State, reading};
use crate::words;
use import::{Importing, is_table};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

pub use texts::waits_for_a_text;

/// The kinds of files that hold a corpus.
const JSON: &str = ".json,application/json";

/// The field that opens a file, how its reading goes, and what can be done with the corpus that is shown.
pub fn corpus(state: State, page: &Page) -> AnyView {
    let words = words::guest(state.lang);
    let opening = Opening::new(state);
    let importing = Importing::new(&opening);
    Effect::new(move |_| {
        if let Some((Dropped::Corpus, file)) = state.dropped.get() {
            state.dropped.set(None);
            if is_table(&file.name()) {
                importing.open(&file);
            } else {
                opening.open_file(file);
            }
        }
    });
    on_cleanup(move || opening.stop());
    let open = move |file| opening.open_file(file);
    view! {
        <p class="lead">{words.lead}</p>
        {offered(words.example, words.example_file, move || example(words.example_file))}
        {file_field("corpus-file", words.open, JSON, Some("corpus-limits"), open)}
        <p class="hint" id="corpus-limits">{words::limits(state.lang)}</p>
        <div aria-live="polite">{keyed(move || opening.shown())}</div>
        {saving::saving(state, page)}
        {import::import(state, &importing)}
        {texts::texts(state, &opening)}
        {changes::changes(state)}
    }
    .into_any()
}

/// A link that saves a file, which is made once it is asked for.
fn offered(label: &'static str, name: &'static str, file: impl Fn() -> File + 'static) -> AnyView {
    let save = move |event: MouseEvent| {
        if !browser::lead_to(&file(), &event) {
            // What stands there without it is no file.
            event.prevent_default();
        }
    };
    view! { <a class="action" href="#" download=name on:click=save>{label}</a> }.into_any()
}

/// The example to begin with.
fn example(name: &str) -> File {
    File { name: name.to_owned(), media_type: "application/json", text: EXAMPLE.to_owned() }
}

/// How a file that holds a corpus is read: one at a time, and until it is stopped.
#[derive(Clone, Copy)]
struct Opening {
    state: State,
    reading: RwSignal<Option<Reading>>,
    kilobytes: RwSignal<usize>,
    intake: StoredValue<Option<Intake>, LocalStorage>,
    /// How many files were opened before.
    turn: StoredValue<u32>,
}

impl Opening {
    fn new(state: State) -> Self {
        Self {
            state,
            reading: RwSignal::new(None),
            kilobytes: RwSignal::new(0),
            intake: StoredValue::new_local(None),
            turn: StoredValue::new(0),
        }
    }

    /// Reads a file.
    fn open_file(self, file: OwnFile) {
        self.open(Whence::file(&file.name()), Outside::File(file));
    }

    /// Reads a corpus that was made here, as any other: what breaks a rule is refused.
    fn open_source(self, whence: Whence, source: &Source) {
        match browser::written(source) {
            Some(written) => self.open(whence, Outside::Page(written)),
            None => self.state.refused.set(Some(Arc::new((whence, Refusal::Unreadable)))),
        }
    }

    /// Shows a corpus once it is read.
    fn open(self, whence: Whence, outside: Outside) {
        let brought = self.state.brought;
        let own = whence.clone();
        self.read(whence, outside, move |read| brought.set(Some(Brought::own(own, read))));
    }

    /// Reads a corpus, in place of what is being read, and hands it on.
    fn read(self, whence: Whence, outside: Outside, then: impl FnOnce(Incoming) + 'static) {
        self.stop();
        self.turn.update_value(|turn| *turn += 1);
        let (state, turn) = (self.state, self.turn.get_value());
        state.refused.set(None);
        let kilobytes = self.kilobytes;
        kilobytes.set(0);
        // A page that is gone is told nothing.
        let told = move |count| {
            let _ = kilobytes.try_set(count);
        };
        let Some(intake) = Intake::new(told) else { return };
        self.intake.set_value(Some(intake.clone()));
        self.reading.set(Some(Reading::of_corpus(&whence, kilobytes)));
        spawn_local(async move {
            let read = intake.read(outside).await;
            // Where the next was opened, or the panel closed, nobody waits for this one.
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            self.reading.set(None);
            match read {
                Ok(read) => then(read),
                Err(why) => {
                    state.refused.set(Some(Arc::new((whence, why))));
                    browser::reveal_soon("refused".to_owned(), false);
                }
            }
        });
    }

    fn stop(self) {
        let intake = self.intake.try_update_value(Option::take).flatten();
        if let Some(intake) = intake {
            intake.stop(Refusal::Stopped);
        }
    }

    /// How the reading goes, while something is read.
    fn shown(self) -> Vec<Item> {
        let lang = self.state.lang;
        let item = |it: Reading| {
            let key = it.name.clone();
            Item::new(key, move || reading(lang, it, Box::new(move || self.stop())))
        };
        self.reading.get().map(item).into_iter().collect()
    }
}
