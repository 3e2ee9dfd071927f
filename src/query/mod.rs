//! The query: the whole state of the page, and what it selects.
//!
//! Knows the corpus and who stands behind it. Selecting and counting work on sets of claims, one
//! for each value that can be chosen.

mod facet;
mod ids;
mod index;
mod nearest;
mod options;
mod packed;
mod search;
mod spelling;
mod texts;

pub use facet::{Facet, known_as};
pub use ids::Ids;
pub use index::{Count, Counts, Fixed, Found, Index, Selection, Times};
pub use nearest::Nearest;
pub use options::{is_called, listed};
pub use spelling::is_quote;

use crate::corpus::{ClaimId, Corpus, Lang, Span};
#[cfg(test)]
mod tests;

/// More signs than anybody searches for.
pub const MOST_TEXT: usize = 300;

/// Everything that a reader has set, and so everything that a link carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What is chosen in each facet.
    pub chosen: Chosen,
    /// The interval that a claim has to touch.
    pub time: Option<Span>,
    /// Whether claims without a date are chosen; beside an interval they are added to it.
    pub undated: bool,
    /// The words that a claim has to hold, each of them.
    pub text: String,
    /// The origins that are not believed, by id: what goes back to them is discounted.
    pub distrust: Ids,
    /// What is listed.
    pub view: View,
    /// The origin or the document whose page is shown in place of the list, by id.
    pub about: Option<String>,
    /// The transfers that stand open, by id.
    pub open: Ids,
    /// The claim that is pointed at, by id: its transfer stands open, in the view that lists it.
    pub claim: Option<String>,
    /// The language, where the reader has set one.
    pub lang: Option<Lang>,
}

/// The values chosen in each facet, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen([Ids; Facet::ALL.len()]);

/// What is listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum View {
    /// The transfers.
    #[default]
    Transfers,
    /// The claims about no transfer.
    Context,
    /// The documents.
    Documents,
    /// Where reports differ, and what they leave open.
    Disputed,
    /// The origins, with whoever passes on what they say.
    Origins,
    /// The claims on a time line.
    Timeline,
}

impl View {
    /// All views, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Transfers,
        Self::Disputed,
        Self::Timeline,
        Self::Origins,
        Self::Documents,
        Self::Context,
    ];

    /// Whether what it lists is worth a number: origins of different transfers are not added up.
    #[must_use]
    pub fn is_counted(self) -> bool {
        !matches!(self, Self::Origins | Self::Timeline)
    }

    /// Whether each thing that it lists is a transfer.
    #[must_use]
    pub fn lists_transfers(self) -> bool {
        match self {
            Self::Transfers | Self::Disputed | Self::Origins | Self::Timeline => true,
            Self::Context | Self::Documents => false,
        }
    }

    /// The word for it in links.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Transfers => "transfers",
            Self::Context => "context",
            Self::Documents => "documents",
            Self::Disputed => "disputed",
            Self::Origins => "origins",
            Self::Timeline => "timeline",
        }
    }
}

/// One thing that is set and narrows what is listed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Filter {
    /// A facet as a whole.
    Facet(Facet),
    /// One value of a facet.
    Value(Facet, String),
    /// The interval.
    Time,
    /// That claims are undated.
    Undated,
    /// The words.
    Text,
    /// An origin that is not believed.
    Distrust(String),
}

impl Chosen {
    /// What is chosen in a facet.
    #[must_use]
    pub fn of(&self, facet: Facet) -> &Ids {
        self.0.get(facet as usize).expect("each facet has its place")
    }

    /// What is chosen in a facet, to be changed.
    pub fn of_mut(&mut self, facet: Facet) -> &mut Ids {
        self.0.get_mut(facet as usize).expect("each facet has its place")
    }
}

impl Query {
    /// Points at a claim, in the view that lists it: whatever else is counted is counted for that view.
    pub fn point_at(&mut self, corpus: &Corpus, claim: ClaimId) {
        let is_context = corpus.transfer_of(claim).is_none();
        self.view = if is_context { View::Context } else { View::Transfers };
        self.about = None;
        self.claim = Some(corpus.claim(claim).id.clone());
    }

    /// Lists what a view does. A claim that is pointed at would keep the reader in its own.
    pub fn show(&mut self, view: View) {
        self.view = view;
        (self.about, self.claim) = (None, None);
    }

    /// The view that what is shown belongs to: the page of an origin or a document to the view that lists it.
    #[must_use]
    pub fn belongs_to(&self, corpus: &Corpus) -> View {
        match &self.about {
            Some(id) if corpus.find_document(id).is_some() && corpus.find_origin(id).is_none() => {
                View::Documents
            }
            Some(_) => View::Origins,
            None => self.view,
        }
    }

    /// The one transfer that the query is about: it alone is open, and nothing is filtered.
    #[must_use]
    pub fn sole_transfer(&self) -> Option<&str> {
        let only = self.open.iter().next().filter(|_| self.open.len() == 1);
        only.filter(|_| self.claim.is_none() && self.filters().is_empty())
    }

    /// Whether a value is chosen.
    #[must_use]
    pub fn has(&self, facet: Facet, id: &str) -> bool {
        self.chosen.of(facet).contains(id)
    }

    /// Chooses a value, or takes it back.
    pub fn toggle(&mut self, facet: Facet, id: &str) {
        self.chosen.of_mut(facet).toggle(id);
    }

    /// Chooses some values, or takes them back where all are chosen.
    pub fn toggle_all(&mut self, values: &[(Facet, String)]) {
        let are_chosen = values.iter().all(|(facet, id)| self.has(*facet, id));
        for (facet, id) in values {
            if self.has(*facet, id) == are_chosen {
                self.toggle(*facet, id);
            }
        }
    }

    /// Each thing that is set, facets value by value: what a reader can take back.
    #[must_use]
    pub fn filters(&self) -> Vec<Filter> {
        let mut filters = Vec::new();
        for facet in Facet::ALL {
            let values = self.chosen.of(facet).iter();
            filters.extend(values.map(|id| Filter::Value(facet, id.to_owned())));
        }
        if self.time.is_some() {
            filters.push(Filter::Time);
        }
        if self.undated {
            filters.push(Filter::Undated);
        }
        if !self.text.trim().is_empty() {
            filters.push(Filter::Text);
        }
        filters.extend(self.distrust.iter().map(|id| Filter::Distrust(id.to_owned())));
        filters
    }

    /// The same query with one filter taken out.
    #[must_use]
    pub fn without(&self, filter: &Filter) -> Self {
        let mut query = self.clone();
        match filter {
            Filter::Facet(facet) => query.chosen.of_mut(*facet).clear(),
            Filter::Value(facet, id) => {
                query.chosen.of_mut(*facet).remove(id);
            }
            Filter::Time => query.time = None,
            Filter::Undated => query.undated = false,
            Filter::Text => query.text.clear(),
            Filter::Distrust(id) => query.distrust.remove(id),
        }
        query
    }

    /// What of the query narrows: not what stands open, nor the language. The view stays, by which is
    /// counted.
    #[must_use]
    pub fn narrowing(&self) -> Self {
        Self { open: Ids::default(), claim: None, about: None, lang: None, ..self.clone() }
    }

    /// The same query with nothing filtered; view, language and what stands open stay.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self {
            chosen: Chosen::default(),
            time: None,
            undated: false,
            text: String::new(),
            distrust: Ids::default(),
            ..self.clone()
        }
    }
}
