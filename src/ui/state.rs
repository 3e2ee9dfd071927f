//! The state of the page: what can be written, and what it is drawn with.

use crate::corpus::{Corpus, Lang, Text};
use crate::markup::Folds;
use crate::query::{Index, Query};
use crate::share::Unread;
use leptos::prelude::*;

/// What every component reads. It is copied freely: the corpus is leaked once, and the rest are
/// handles.
#[derive(Clone, Copy)]
pub struct State {
    /// The corpus, ready to be selected from.
    pub index: &'static Index,
    /// The countries' names, a text for each in the corpus's order.
    pub countries: &'static [Text],
    /// The language where the reader has set none.
    pub preferred: Lang,
    /// All that the reader has set.
    pub query: RwSignal<Query>,
    /// What is folded open. No link carries it.
    pub folds: RwSignal<Folds>,
    /// What was not understood of the link.
    pub unread: RwSignal<Vec<Unread>>,
}

impl State {
    /// The corpus.
    #[must_use]
    pub fn corpus(self) -> &'static Corpus {
        self.index.corpus()
    }

    /// The language that is shown.
    #[must_use]
    pub fn lang(self) -> Lang {
        self.query.with(|query| query.lang).unwrap_or(self.preferred)
    }
}
