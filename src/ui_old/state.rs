//! The state of the page: what can be written, and what it is drawn with.

use crate::corpus::{Corpus, CountryNames, Lang};
use crate::link::UnknownPart;
use crate::markup::Folds;
use crate::query::{Index, Query};
use leptos::prelude::*;

/// What every component reads. They share it by `Arc`, since what the browser calls back outlives whoever
/// asked for it.
pub struct State {
    /// The corpus, ready to be selected from.
    pub index: Index,
    /// The countries' names.
    pub countries: CountryNames,
    /// The language where the reader has set none.
    pub preferred: Lang,
    now: ArcRwSignal<Now>,
}

/// All that can be written, in one signal: each kind of signal costs the program two thousand bytes.
#[derive(Clone, Debug, Default)]
pub struct Now {
    /// All that the reader has set.
    pub query: Query,
    /// What is folded open. No link carries it.
    pub folds: Folds,
    /// What was not understood of the link.
    pub unknown: Vec<UnknownPart>,
    /// Whether something was copied just now, or could not be.
    pub copied: Option<bool>,
}

impl State {
    /// A page that begins with a query, and with what was not understood of its link.
    #[must_use]
    pub fn new(index: Index, countries: CountryNames, preferred: Lang, now: Now) -> Self {
        Self { index, countries, preferred, now: ArcRwSignal::new(now) }
    }

    /// The corpus.
    #[must_use]
    pub fn corpus(&self) -> &Corpus {
        self.index.corpus()
    }

    /// Changes something, and has the page follow.
    pub fn change(&self, mut change: impl FnMut(&mut Now)) {
        self.apply(&mut change);
    }

    // One body for all changes.
    fn apply(&self, change: &mut dyn FnMut(&mut Now)) {
        self.now.update(|now| change(now));
    }

    /// All that can be written, as it is; whoever asks is not told of changes.
    #[must_use]
    pub fn peek(&self) -> Now {
        self.now.get_untracked()
    }

    /// All that can be written, for what follows it.
    #[must_use]
    pub fn follow(&self) -> Now {
        self.now.get()
    }
}

impl Now {
    /// The language that is shown.
    #[must_use]
    pub fn lang(&self, preferred: Lang) -> Lang {
        self.query.lang.unwrap_or(preferred)
    }
}
