//! A corpus that is brought: while it is read, and once it is.

use super::foreign;
use super::keyed::text;
use crate::browser::Incoming;
use crate::corpus::{Corpus, Lang};
use crate::guest::{Guest, Whence};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// A corpus that takes another's place.
#[derive(Clone)]
pub enum Brought {
    /// The one that is compiled in.
    Bundled,
    /// Another, such as the one that stands in the page.
    Own(Guest, Arc<Corpus>),
}

impl Brought {
    /// One that was read.
    #[must_use]
    pub fn own(whence: Whence, Incoming { corpus, sha256 }: Incoming) -> Self {
        // Of what was made here nobody has the bytes.
        let sha256 = sha256.filter(|_| !matches!(whence, Whence::Made(_)));
        let guest = Guest { whence, sha256 };
        Self::Own(guest, Arc::new(corpus))
    }

    /// Whether it is the one that is compiled in.
    #[must_use]
    pub fn is_bundled(&self) -> bool {
        matches!(self, Self::Bundled)
    }

    /// Whether it stands in the page itself, and so is the page's own.
    #[must_use]
    pub fn is_of_page(&self) -> bool {
        matches!(self, Self::Own(Guest { whence: Whence::Page, .. }, _))
    }

    /// What tells it from another.
    #[must_use]
    pub fn key(&self) -> usize {
        match self {
            Self::Bundled => 0,
            Self::Own(_, corpus) => Arc::as_ptr(corpus).addr(),
        }
    }
}

/// How the reading of a corpus or of a table goes.
#[derive(Clone)]
pub struct Reading {
    /// What it is called.
    pub name: String,
    /// How far it has come.
    pub so_far: SoFar,
}

/// How far a reading has come.
#[derive(Clone, Copy)]
pub enum SoFar {
    /// A corpus, of which nobody knows how much is to come.
    Kilobytes(RwSignal<usize>),
    /// A table, in percent.
    Percent(RwSignal<usize>),
}

impl Reading {
    /// That of a corpus.
    #[must_use]
    pub fn of_corpus(whence: &Whence, kilobytes: RwSignal<usize>) -> Self {
        Self { name: whence.name().to_owned(), so_far: SoFar::Kilobytes(kilobytes) }
    }
}

/// What is shown while something is read, with the button that stops it.
#[must_use]
pub fn reading(lang: Lang, Reading { name, so_far }: Reading, stop: Box<dyn Fn()>) -> AnyView {
    let words = words::guest(lang);
    let of_tables = &words::words(lang).import;
    let what = match so_far {
        SoFar::Kilobytes(_) => words.reading,
        SoFar::Percent(_) => of_tables.reading,
    };
    let come = move || match so_far {
        SoFar::Kilobytes(kilobytes) => words::so_far(lang, kilobytes.get()),
        SoFar::Percent(percent) => of_tables.so_far(&words::number(lang, percent.get())),
    };
    view! {
        <div class="reading note" lang=lang.tag() dir=lang.direction()>
            <p>{what} " " {foreign::name(&name)}</p>
            <p class="hint">{text(come)}</p>
            <button type="button" on:click=move |_| stop()>{words.stop}</button>
        </div>
    }
    .into_any()
}
