//! The state of the page: one value that can be written, the query, and what follows from it.

use crate::corpus::{Corpus, Lang, Text};
use crate::place::{self, Board};
use crate::query::{Counts, Facet, Filter, Found, Index, Query};
use crate::share::Unread;
use crate::words::{Locale, Words, words};
use leptos::prelude::*;
use std::collections::BTreeSet;

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
    /// All that the reader has set.
    pub query: RwSignal<Query>,
    /// The language that is shown.
    pub lang: Memo<Lang>,
    /// What the query selects.
    pub found: Memo<Found>,
    /// The counts beside the options.
    pub counts: Memo<Counts>,
    /// The map.
    pub board: Memo<Board>,
    /// What was not understood of the link.
    pub unread: RwSignal<Vec<Unread>>,
    /// The transfers that the pointer or the focus is at; all others fade.
    pub pointed: RwSignal<BTreeSet<usize>>,
}

impl State {
    /// The state of a page that begins with a query. `preferred` is the language where the query
    /// sets none.
    #[must_use]
    pub fn new(
        index: &'static Index,
        countries: &'static [Text],
        locale: fn(Lang) -> &'static dyn Locale,
        preferred: Lang,
        (query, unread): (Query, Vec<Unread>),
    ) -> Self {
        let query = RwSignal::new(query);
        // Opening a transfer or switching the language selects nothing anew.
        let narrowing = Memo::new(move |_| {
            query.with(|query| Query {
                open: BTreeSet::new(),
                claim: None,
                lang: None,
                ..query.clone()
            })
        });
        let found = Memo::new(move |_| narrowing.with(|query| index.select(query)));
        let board = Memo::new(move |_| {
            let around =
                narrowing.with(|it| index.select(&it.without(&Filter::Facet(Facet::Country))));
            found.with(|found| place::board(index.corpus(), &around.transfers, &found.transfers))
        });
        Self {
            index,
            countries,
            locale,
            query,
            lang: Memo::new(move |_| query.with(|query| query.lang).unwrap_or(preferred)),
            found,
            counts: Memo::new(move |_| narrowing.with(|query| index.counts(query))),
            board,
            unread: RwSignal::new(unread),
            pointed: RwSignal::new(BTreeSet::new()),
        }
    }

    /// The corpus.
    #[must_use]
    pub fn corpus(self) -> &'static Corpus {
        self.index.corpus()
    }

    /// The plain texts in the language that is shown.
    #[must_use]
    pub fn words(self) -> &'static Words {
        words(self.lang.get())
    }

    /// How the language that is shown writes numbers and dates.
    #[must_use]
    pub fn locale(self) -> &'static dyn Locale {
        (self.locale)(self.lang.get())
    }

    /// A number as the language that is shown writes it.
    #[must_use]
    pub fn number(self, number: usize) -> String {
        self.locale().number(number)
    }

    /// A country's name in the language that is shown.
    #[must_use]
    pub fn country(self, country: usize) -> &'static str {
        self.countries.get(country).map_or("", |name| name.get(self.lang.get()))
    }

    /// Whether something of these transfers fades, because others are pointed at.
    #[must_use]
    pub fn fades(self, transfers: &[usize]) -> bool {
        self.pointed.with(|pointed| {
            !pointed.is_empty() && !transfers.iter().any(|transfer| pointed.contains(transfer))
        })
    }

    /// Points at some transfers.
    pub fn point(self, transfers: &[usize]) {
        self.pointed.set(transfers.iter().copied().collect());
    }

    /// Points at nothing.
    pub fn unpoint(self) {
        self.pointed.set(BTreeSet::new());
    }
}
