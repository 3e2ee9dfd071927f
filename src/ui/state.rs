//! The state of the page: what can be written, and what follows from it.

use crate::corpus::{Corpus, Lang, Text};
use crate::markup::{Folds, Selection, Shown};
use crate::query::{Index, Query};
use crate::share::Unread;
use crate::words::Locale;
use leptos::prelude::*;
use std::sync::Arc;

/// What every component reads. It is copied freely: the corpus is leaked once, and the rest are
/// handles.
#[derive(Clone, Copy)]
pub struct State {
    /// The corpus, ready to be selected from.
    pub index: &'static Index,
    /// The countries' names, a text for each in the corpus's order.
    pub countries: &'static [Text],
    /// How a language writes numbers and dates.
    pub locale: fn(Lang) -> &'static dyn Locale,
    /// The language where the reader has set none.
    pub preferred: Lang,
    /// All that the reader has set.
    pub query: RwSignal<Query>,
    /// What is folded open. No link carries it.
    pub folds: RwSignal<Folds>,
    /// What was not understood of the link.
    pub unread: RwSignal<Vec<Unread>>,
    /// What the query selects, counted.
    pub selection: Memo<Arc<Selection>>,
}

impl State {
    /// The state of a page that begins with a query.
    #[must_use]
    pub fn new(
        index: &'static Index,
        countries: &'static [Text],
        locale: fn(Lang) -> &'static dyn Locale,
        preferred: Lang,
        (query, unread): (Query, Vec<Unread>),
    ) -> Self {
        let query = RwSignal::new(query);
        let select = move |before: Option<&Arc<Selection>>| {
            query.with(|query| {
                // Opening a transfer or switching the language selects nothing anew.
                let same = before.filter(|before| before.is_of(query));
                same.cloned().unwrap_or_else(|| Arc::new(Selection::new(index, query)))
            })
        };
        let changed =
            |before: Option<&Arc<Selection>>, now: Option<&Arc<Selection>>| match (before, now) {
                (Some(before), Some(now)) => !Arc::ptr_eq(before, now),
                _ => true,
            };
        Self {
            index,
            countries,
            locale,
            preferred,
            query,
            folds: RwSignal::new(Folds::default()),
            unread: RwSignal::new(unread),
            selection: Memo::new_with_compare(select, changed),
        }
    }

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

    /// Makes markup of the state.
    #[must_use]
    pub fn show(self, render: fn(&Shown) -> String) -> String {
        let (query, folds) = (self.query.read(), self.folds.read());
        let (unread, selection) = (self.unread.read(), self.selection.read());
        let lang = query.lang.unwrap_or(self.preferred);
        render(&Shown {
            index: self.index,
            countries: self.countries,
            locale: (self.locale)(lang),
            lang,
            query: &query,
            folds: &folds,
            unread: &unread,
            selection: &selection,
        })
    }
}
