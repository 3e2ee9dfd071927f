//! What is shown, as HTML: each region of the page is a function of the state.
//!
//! Plain functions without a browser, so that they are tested as text, and so that the same ones can
//! write a page before any program runs. The components in `ui` place this markup and keep it up to
//! date. Whatever can be chosen in it carries the link that it leads to in `data-to`.

mod claim;
mod desk;
mod document;
mod filters;
mod masthead;
mod notes;
mod pen;
mod plain;
mod results;
mod status;
pub(crate) mod tiles;
mod transfer;

pub use desk::desk;
pub use filters::{Folds, chips, filters};
pub use masthead::{languages, masthead};
pub use notes::{link_notice, notes};
pub use pen::{Pen, truth};
pub use plain::plain;
pub use results::{columns, status_line};
pub use status::GLYPHS;

use claim::{claims, context};
use document::citation;
use tiles::map;
use transfer::transfer;

use crate::corpus::{ClaimId, Corpus, CountryId, CountryNames, Lang, OriginId};
use crate::evidence::Trust;
use crate::link::{self, UnknownPart};
use crate::map::{self, Board};
use crate::query::{Counts, Facet, Filter, Index, Query, Selection};
use crate::words::{Words, words};

#[cfg(test)]
mod tests;

/// What a region of the page holds, made of the state.
pub type Render = fn(&Shown) -> String;

/// The regions of the page, from top to bottom, each with its id.
pub const REGIONS: [(&str, Render); 9] = [
    ("languages", languages),
    ("masthead", masthead),
    ("desk", desk),
    ("notices", link_notice),
    ("filters", filters),
    ("chips", chips),
    ("columns", columns),
    ("notes", notes),
    ("unseen", status_line),
];

/// What markup is made from.
pub struct Shown<'a> {
    /// The corpus, ready to be selected from.
    pub index: &'a Index,
    /// The countries' names.
    pub countries: &'a CountryNames,
    /// The language.
    pub lang: Lang,
    /// All that the reader has set.
    pub query: &'a Query,
    /// The claim that is pointed at.
    pub pointed: Option<ClaimId>,
    /// What is folded open.
    pub folds: &'a Folds,
    /// What the desk has made for the panel that is open, if that is one of the desk's.
    pub opened: &'a str,
    /// What the desk has made for the view or the page that is chosen, where those are the desk's.
    pub listed: &'a str,
    /// Whether something was copied just now, or could not be.
    pub copied: Option<bool>,
    /// What was not understood of the link.
    pub unknown: &'a [UnknownPart],
    /// What the query selects, counted.
    pub overview: &'a Overview,
}

impl<'a> Shown<'a> {
    fn corpus(&self) -> &'a Corpus {
        self.index.corpus()
    }

    /// The corpus without what falls since its origins are not believed.
    fn trust(&self) -> Trust<'_> {
        Trust { corpus: self.index.corpus(), discounted: &self.overview.selection.discounted }
    }

    fn words(&self) -> &'static Words {
        words(self.lang)
    }

    fn country(&self, country: CountryId) -> &'a str {
        self.countries[country].get(self.lang)
    }

    fn origin(&self, origin: OriginId) -> &'a str {
        self.corpus().origin(origin).name.get(self.lang)
    }

    /// The link to the query with something changed.
    fn link(&self, change: impl FnOnce(&mut Query)) -> String {
        let mut query = self.query.clone();
        change(&mut query);
        link::write(&query)
    }
}

/// What a query selects, counted, and laid out as a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// What narrows it.
    of: Query,
    /// What it selects.
    pub selection: Selection,
    /// The counts beside the options.
    pub counts: Counts,
    /// The map.
    pub board: Board,
}

impl Overview {
    /// What a query selects.
    #[must_use]
    pub fn new(index: &Index, query: &Query) -> Self {
        let selection = index.select(query);
        // A tile says what choosing it would give, so the chosen countries do not narrow it.
        let around = index.select(&query.without(&Filter::Facet(Facet::Country))).transfers;
        let trust = Trust { corpus: index.corpus(), discounted: &selection.discounted };
        let board = map::board(
            trust,
            &crate::evidence::Findings::new(trust),
            &around,
            &selection.transfers,
        );
        Self { of: query.narrowing(), selection, counts: index.counts(query), board }
    }

    /// Whether a query selects the same.
    #[must_use]
    pub fn is_of(&self, query: &Query) -> bool {
        self.of == query.narrowing()
    }
}
