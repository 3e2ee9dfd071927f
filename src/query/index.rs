//! The index: for every value that can be chosen the set of its claims.

use super::nearest::{Nearest, Vocabulary};
use super::search::Search;
use super::{Facet, Filter, Query, View};
use crate::corpus::{
    ClaimId, ClaimSet, Corpus, CountryNames, Day, DocumentId, DocumentSet, IdVec, Lang, OriginId,
    OriginSet, Span, Status, TransferId, TransferSet,
};
use crate::evidence::{self, Findings, Trust};
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

/// A value of a facet, and the claims that have it.
#[derive(Clone, Debug)]
struct Value {
    /// Its id, as it stands in links.
    id: String,
    claims: ClaimSet,
}

/// Sets of claims, ready to be cut and joined. It fits the corpus that it was made from, and keeps that.
#[derive(Clone, Debug)]
pub struct Index {
    corpus: Arc<Corpus>,
    /// What all selecting is held to.
    fixed: Query,
    /// Whether some of that could not be read, so that nothing meets it.
    is_spoilt: bool,
    /// The claims that are left by that.
    universe: ClaimSet,
    facets: Vec<(Facet, Vec<Value>)>,
    context: ClaimSet,
    undated: ClaimSet,
    /// What is found of each transfer, if everybody is believed.
    findings: Arc<Findings>,
    /// For each claim the origin that answers for it.
    origins: IdVec<ClaimId, OriginId>,
    /// For each claim when it happened; where it does not say, when its document appeared.
    spans: IdVec<ClaimId, Span>,
    search: Arc<Search>,
    /// The words that can be found: collected when something is not found.
    vocabulary: Arc<OnceLock<Vocabulary>>,
    names: CountryNames,
    /// The transfers in the order in which they are listed.
    order: Vec<TransferId>,
    /// The documents in the order of their dates.
    documents: Vec<DocumentId>,
    /// The years, each with the claims that touch it.
    years: Vec<(u16, ClaimSet)>,
}

/// What a query selects.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The claims, transfers' and context.
    pub claims: ClaimSet,
    /// The claims that are discounted, since their origins are not believed.
    pub discounted: ClaimSet,
    /// The transfers that one of the claims speaks of, in the order in which they are listed.
    pub transfers: Vec<TransferId>,
    /// The context claims.
    pub context: Vec<ClaimId>,
    /// The documents of the claims, in the order of their dates.
    pub documents: Vec<DocumentId>,
    /// Those of the transfers of which reports differ.
    pub disputed: Vec<TransferId>,
    /// The origins that answer for the claims.
    pub origins: OriginSet,
}

impl Selection {
    /// How many there are of what a view lists.
    #[must_use]
    pub fn count(&self, view: View) -> usize {
        match view {
            // A lane of the chronology is a transfer, and what goes back to origins is.
            View::Transfers | View::Origins | View::Timeline => self.transfers.len(),
            View::Context => self.context.len(),
            View::Documents => self.documents.len(),
            View::Disputed => self.disputed.len(),
        }
    }
}

/// How many things a value has, and whether it is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// The value's id.
    pub id: String,
    /// What the view would list if this value alone were chosen in its facet and every other
    /// facet stayed as it is.
    pub count: usize,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// The counts beside the options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// For each facet its values.
    pub facets: Vec<(Facet, Vec<Count>)>,
    /// For each year of the corpus.
    pub years: Vec<Count>,
    /// For what has no date.
    pub undated: Count,
}

impl Counts {
    /// The counts of a facet's values.
    #[must_use]
    pub fn of(&self, facet: Facet) -> &[Count] {
        let found = self.facets.iter().find(|(it, _)| *it == facet);
        &found.expect("each facet is counted").1
    }
}

/// What of a corpus counts, and what of that holds the words of a query.
#[derive(Clone, Debug)]
pub struct Found {
    /// The claims that are discounted, since their origins are not believed.
    pub discounted: ClaimSet,
    /// The claims that count, and hold each of the words.
    containing: ClaimSet,
}

/// What the page around the viewer holds it to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fixed {
    /// The filters.
    pub query: Query,
    /// Whether one of them could not be read, and holds as one that nothing meets: to leave it out would show
    /// what an editor has left out.
    pub is_spoilt: bool,
}

impl Index {
    /// Indexes a corpus. The countries' names are for the search.
    #[must_use]
    pub fn new(shared: Arc<Corpus>, names: &CountryNames) -> Self {
        let corpus = &*shared;
        let all = corpus.claim_ids();
        let set = |holds: &dyn Fn(ClaimId) -> bool| -> ClaimSet {
            all.clone().filter(|&claim| holds(claim)).collect()
        };
        let is_dated = |claim: ClaimId| {
            corpus.claim(claim).when.as_ref().is_some_and(|when| !when.is_undated())
        };
        let spans: IdVec<ClaimId, Span> =
            all.clone().map(|claim| evidence::interval(corpus, claim)).collect();
        let ends = spans.iter().flat_map(|(_, span)| [span.from, span.to]).flatten();
        let years: BTreeSet<u16> = ends.map(Day::year).collect();
        let of_year = |year| (year, overlapping(&spans, span_of(year)));
        let years = years.into_iter().map(of_year).collect();
        let findings = Arc::new(Findings::new(Trust::all(corpus)));
        Self {
            fixed: Query::default(),
            is_spoilt: false,
            universe: set(&|_| true),
            facets: Facet::ALL.map(|facet| (facet, values(corpus, facet))).into(),
            context: set(&|claim| corpus.transfer_of(claim).is_none()),
            undated: set(&|claim| !is_dated(claim)),
            origins: all.clone().map(|claim| evidence::accountable(corpus, claim)).collect(),
            spans,
            search: Arc::new(Search::new(corpus, names)),
            vocabulary: Arc::default(),
            names: names.clone(),
            order: order(corpus, &findings),
            findings,
            documents: evidence::by_date(corpus, corpus.document_ids()),
            years,
            corpus: shared,
        }
    }

    /// The same, with all selecting and counting held to what a query selects; to nothing where the query
    /// could not be read as a whole.
    #[must_use]
    pub fn restricted_to(mut self, fixed: Fixed) -> Self {
        let Fixed { query: fixed, is_spoilt } = fixed;
        self.universe = self.select(&fixed).claims;
        if is_spoilt {
            self.universe.clear();
        }
        for (_, values) in &mut self.facets {
            values.retain(|value| !value.claims.is_disjoint(&self.universe));
        }
        (self.fixed, self.is_spoilt) = (fixed, is_spoilt);
        self
    }

    /// The claims that are left by what all selecting is held to.
    #[must_use]
    pub fn selectable(&self) -> &ClaimSet {
        &self.universe
    }

    /// Whether a claim is within what all selecting is held to.
    #[must_use]
    pub fn includes(&self, claim: ClaimId) -> bool {
        self.universe.contains(claim)
    }

    /// What all selecting is held to; by default nothing.
    #[must_use]
    pub fn fixed(&self) -> &Query {
        &self.fixed
    }

    /// Whether the page around the viewer holds it to something, be it to what could not be read.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.is_spoilt || !self.fixed.filters().is_empty()
    }

    /// Whether no more than a part of the corpus can be selected by a query, or by what all selecting is held to.
    #[must_use]
    pub fn is_filtered(&self, query: &Query) -> bool {
        self.is_held() || !query.filters().is_empty()
    }

    /// The corpus that is indexed.
    #[must_use]
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// What some discounted claims take away of what can be selected: how many claims, and how many transfers are
    /// left without the origins that they had.
    #[must_use]
    pub fn falling(&self, discounted: &ClaimSet) -> (usize, usize) {
        let transfers: Vec<TransferId> = self.transfers_of(&self.universe).iter().collect();
        let trust = Trust { corpus: &self.corpus, discounted };
        let claims = self.universe.intersection_len(discounted);
        (claims, evidence::without_origin(trust, &transfers))
    }

    /// The claims that are discounted, since a query does not believe their origins.
    fn discounted(&self, query: &Query) -> ClaimSet {
        let origins = self.corpus.origin_ids();
        let distrusted = origins.filter(|&it| query.distrust.contains(&self.corpus.origin(it).id));
        evidence::discounted(&self.corpus, &distrusted.collect())
    }

    /// The claims that can be selected, without those that are discounted.
    fn trusted(&self, discounted: &ClaimSet) -> ClaimSet {
        let mut claims = self.universe.clone();
        claims.difference_with(discounted);
        claims
    }

    /// What is found of each transfer, of the claims that count.
    #[must_use]
    pub fn findings(&self, discounted: &ClaimSet) -> Arc<Findings> {
        if discounted.is_empty() {
            return Arc::clone(&self.findings);
        }
        Arc::new(Findings::new(Trust { corpus: &self.corpus, discounted }))
    }

    /// What the query selects. A claim is selected where it meets every filter itself, and a
    /// transfer where one of its claims is.
    #[must_use]
    pub fn select(&self, query: &Query) -> Selection {
        let found = self.look(query);
        self.selected(query, &found, &self.findings(&found.discounted))
    }

    /// What counts and holds the query's words: what is dear to look for, and serves for whatever else is chosen.
    #[must_use]
    pub fn look(&self, query: &Query) -> Found {
        let discounted = self.discounted(query);
        let containing = self.search.containing(self.trusted(&discounted), &query.text);
        Found { discounted, containing }
    }

    /// What the query selects of what was found.
    #[must_use]
    pub fn selected(&self, query: &Query, found: &Found, findings: &Findings) -> Selection {
        let claims = self.filtered_except(query, found.containing.clone(), None);
        self.selection(claims, found.discounted.clone(), findings)
    }

    /// How many of what the view lists each option would give.
    #[must_use]
    pub fn counts(&self, query: &Query) -> Counts {
        let found = self.look(query);
        self.counted(query, &found, &self.findings(&found.discounted))
    }

    /// The same, of what was found.
    #[must_use]
    pub fn counted(&self, query: &Query, found: &Found, findings: &Findings) -> Counts {
        let containing = &found.containing;
        let count = |others: &ClaimSet, value: &ClaimSet| {
            let mut claims = others.clone();
            claims.intersect_with(value);
            self.count(&claims, query.view, findings)
        };
        let facets = self.facets.iter().map(|(facet, values)| {
            let others =
                self.filtered_except(query, containing.clone(), Some(&Filter::Facet(*facet)));
            let counted = |value: &Value| Count {
                id: value.id.clone(),
                count: count(&others, &value.claims),
                chosen: query.has(*facet, &value.id),
            };
            (*facet, values.iter().map(counted).collect())
        });
        let others = self.filtered_except(query, containing.clone(), Some(&Filter::Time));
        let years = self.years.iter().map(|(year, claims)| Count {
            id: year.to_string(),
            count: count(&others, claims),
            chosen: query.time == Some(span_of(*year)),
        });
        Counts {
            facets: facets.collect(),
            years: years.collect(),
            undated: Count {
                id: String::new(),
                count: count(&others, &self.undated),
                chosen: query.undated,
            },
        }
    }

    /// For each filter that is set, how many of what the view lists would be found without it;
    /// only those whose removal would find something.
    #[must_use]
    pub fn loosening(&self, query: &Query) -> Vec<(Filter, usize)> {
        let gain = |filter: Filter| {
            let count = self.select(&query.without(&filter)).count(query.view);
            (count > 0).then_some((filter, count))
        };
        query.filters().into_iter().filter_map(gain).collect()
    }

    /// Where the words of a query are found nowhere together, other words that are nearest to them and find something,
    /// the rest of the query as it is. The language is the reader's.
    #[must_use]
    pub fn nearest(&self, query: &Query, lang: Lang) -> Vec<Nearest> {
        let found = self.look(query);
        if query.text.trim().is_empty() || !found.containing.is_empty() {
            return Vec::new();
        }
        let claims = self.filtered_except(query, self.trusted(&found.discounted), None);
        let vocabulary = self.vocabulary.get_or_init(|| Vocabulary::new(&self.corpus, &self.names));
        vocabulary.nearest(&self.search, &claims, &query.text, lang)
    }

    /// Those of some claims that meet every filter but the words, and but one.
    fn filtered_except(
        &self,
        query: &Query,
        mut claims: ClaimSet,
        but: Option<&Filter>,
    ) -> ClaimSet {
        for (facet, values) in &self.facets {
            let chosen = query.chosen.of(*facet);
            if chosen.is_empty() || but == Some(&Filter::Facet(*facet)) {
                continue;
            }
            let mut any = ClaimSet::new();
            for value in values.iter().filter(|value| chosen.contains(&value.id)) {
                any.union_with(&value.claims);
            }
            claims.intersect_with(&any);
        }
        if but != Some(&Filter::Time) && (query.time.is_some() || query.undated) {
            let mut any = query.time.map(|span| overlapping(&self.spans, span)).unwrap_or_default();
            if query.undated {
                any.union_with(&self.undated);
            }
            claims.intersect_with(&any);
        }
        claims
    }

    /// The transfers that can be selected, in the order in which they are listed.
    #[must_use]
    pub fn transfers(&self, discounted: &ClaimSet) -> Vec<TransferId> {
        self.listed(&self.transfers_of(&self.trusted(discounted)))
    }

    fn listed(&self, transfers: &TransferSet) -> Vec<TransferId> {
        self.order.iter().copied().filter(|&it| transfers.contains(it)).collect()
    }

    fn count(&self, claims: &ClaimSet, view: View, findings: &Findings) -> usize {
        match view {
            View::Context => claims.intersection_len(&self.context),
            View::Transfers | View::Origins | View::Timeline => self.transfers_of(claims).len(),
            View::Documents => self.documents_of(claims).len(),
            View::Disputed => {
                let transfers = self.transfers_of(claims);
                transfers.iter().filter(|&it| findings[it].differences.is_disputed()).count()
            }
        }
    }

    fn transfers_of(&self, claims: &ClaimSet) -> TransferSet {
        claims.iter().filter_map(|claim| self.corpus.transfer_of(claim)).collect()
    }

    fn documents_of(&self, claims: &ClaimSet) -> DocumentSet {
        claims.iter().map(|claim| self.corpus.document_of(claim)).collect()
    }

    fn origins_of(&self, claims: &ClaimSet) -> OriginSet {
        claims.iter().map(|claim| self.origins[claim]).collect()
    }

    fn selection(&self, claims: ClaimSet, discounted: ClaimSet, findings: &Findings) -> Selection {
        let transfers = self.listed(&self.transfers_of(&claims));
        let is_disputed = |&it: &TransferId| findings[it].differences.is_disputed();
        let disputed = transfers.iter().copied().filter(is_disputed).collect();
        let context = claims.intersection(&self.context).collect();
        let spoken = self.documents_of(&claims);
        let documents = self.documents.iter().copied().filter(|&it| spoken.contains(it)).collect();
        let origins = self.origins_of(&claims);
        Selection { claims, discounted, transfers, context, documents, disputed, origins }
    }
}

/// The transfers with the most origins first, then those that are said to have come
/// furthest, then as the corpus lists them.
fn order(corpus: &Corpus, findings: &Findings) -> Vec<TransferId> {
    let mut groups: Vec<Vec<TransferId>> = Vec::new();
    for transfer in corpus.transfer_ids() {
        let origins = findings[transfer].backing.asserting.len();
        let rank = findings[transfer].strongest().rank();
        let group = origins * Status::ALL.len() + (Status::ALL.len() - 1 - rank);
        if groups.len() <= group {
            groups.resize(group + 1, Vec::new());
        }
        groups.get_mut(group).expect("there is room for it").push(transfer);
    }
    groups.into_iter().rev().flatten().collect()
}

/// The claims whose time touches a span.
fn overlapping(spans: &IdVec<ClaimId, Span>, span: Span) -> ClaimSet {
    spans.iter().filter(|(_, it)| it.overlaps(span)).map(|(claim, _)| claim).collect()
}

/// A year as a span.
fn span_of(year: u16) -> Span {
    year.to_string().parse().expect("a year is a span")
}

/// The values of a facet that some claim has, in the corpus's order.
fn values(corpus: &Corpus, facet: Facet) -> Vec<Value> {
    let ids = facet.ids(corpus);
    let place: HashMap<&str, usize> = ids.iter().enumerate().map(|(at, &id)| (id, at)).collect();
    let empty = |id: &&str| Value { id: (*id).to_owned(), claims: ClaimSet::new() };
    let mut values: Vec<Value> = ids.iter().map(empty).collect();
    for claim in corpus.claim_ids() {
        for id in facet.of(corpus, claim) {
            let value = place.get(id).and_then(|&at| values.get_mut(at));
            value.expect("a facet lists all its values").claims.insert(claim);
        }
    }
    values.retain(|value| !value.claims.is_empty());
    values
}
