//! The index: for every claim the values that can be chosen and that it has.

use super::nearest::{Nearest, Vocabulary};
use super::search::{Reading, Search};
use super::{Facet, Filter, Query, View};
use crate::corpus::{
    ClaimId, ClaimSet, Corpus, CountryNames, Day, DocumentId, DocumentSet, IdVec, Lang, Lists,
    OriginId, OriginSet, Span, Status, TransferId, TransferSet, When,
};
use crate::evidence::{self, Brief, Findings, Trust};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// So many bytes of what is searched are read ahead at once: nobody notices the few milliseconds.
const AHEAD: usize = 1 << 16;

/// The values of a facet, and which of them each claim has.
#[derive(Clone, Debug)]
struct Values {
    facet: Facet,
    /// Their ids, as they stand in links, in the order in which they are listed.
    ids: Vec<String>,
    /// Which of them are offered: those that some claim has that can be selected.
    offered: Vec<usize>,
    /// For each claim the places of those that it has.
    of_claims: Lists<u32>,
}

/// The years that some claim touches, and which of them each does.
#[derive(Clone, Debug)]
struct Years {
    years: Vec<u16>,
    /// For each claim the places of its years, which are in a row.
    of_claims: IdVec<ClaimId, Range<usize>>,
}

/// Which claims have what can be chosen. It fits the corpus that it was made from, and keeps that.
#[derive(Clone, Debug)]
pub struct Index {
    corpus: Arc<Corpus>,
    /// What all selecting is held to.
    fixed: Query,
    /// Whether some of that could not be read, so that nothing meets it.
    is_spoilt: bool,
    /// The claims that are left by that.
    universe: ClaimSet,
    facets: Vec<Values>,
    context: ClaimSet,
    undated: ClaimSet,
    /// What is found of each transfer, if everybody is believed.
    findings: Arc<Findings>,
    /// For each claim the origin that answers for it.
    origins: IdVec<ClaimId, OriginId>,
    /// For each claim when it happened; where it does not say, when its document appeared.
    spans: IdVec<ClaimId, Span>,
    years: Years,
    /// What is searched: read ahead, or when something is searched for.
    search: Arc<OnceLock<Search>>,
    /// What of that has been read ahead.
    reading: Arc<Mutex<Reading>>,
    /// The words that can be found: collected when something is not found.
    vocabulary: Arc<OnceLock<Vocabulary>>,
    names: CountryNames,
    /// The transfers in the order in which they are listed.
    order: Vec<TransferId>,
    /// The documents in the order of their dates.
    documents: Vec<DocumentId>,
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
    /// For the times.
    pub times: Times,
}

/// The counts beside the times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
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
        let universe: ClaimSet = all.clone().collect();
        let context = all.clone().filter(|it| corpus.transfer_of(*it).is_none()).collect();
        let is_undated =
            |it: &ClaimId| corpus.claim(*it).when.as_ref().is_none_or(When::is_undated);
        let undated = all.clone().filter(is_undated).collect();
        let spans: IdVec<ClaimId, Span> =
            all.clone().map(|claim| evidence::interval(corpus, claim)).collect();
        let findings = Arc::new(Findings::new(Trust::all(corpus)));
        Self {
            fixed: Query::default(),
            is_spoilt: false,
            facets: Facet::ALL.map(|facet| Values::new(corpus, facet, &universe)).into(),
            universe,
            context,
            undated,
            origins: all.map(|claim| evidence::accountable(corpus, claim)).collect(),
            years: Years::new(&spans),
            spans,
            search: Arc::default(),
            reading: Arc::default(),
            vocabulary: Arc::default(),
            names: names.clone(),
            order: order(corpus, &findings),
            findings,
            documents: evidence::by_date(corpus, corpus.document_ids()),
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
        for values in &mut self.facets {
            values.offer(&self.universe);
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
    /// left without the origins that they had, by what is found without these claims.
    #[must_use]
    pub fn falling(&self, discounted: &ClaimSet, findings: &Findings) -> (usize, usize) {
        let claims = self.universe.intersection_len(discounted);
        let had_one = |it: &TransferId| self.findings.brief(*it).origins > 0;
        let has_none = |it: &TransferId| findings.brief(*it).origins == 0;
        let transfers = self.transfers_of(&self.universe);
        (claims, transfers.iter().filter(|it| had_one(it) && has_none(it)).count())
    }

    /// The claims that are discounted, since a query does not believe their origins.
    fn discounted(&self, query: &Query) -> ClaimSet {
        if query.distrust.is_empty() {
            return ClaimSet::new();
        }
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
        Arc::new(self.findings.less(Trust { corpus: &self.corpus, discounted }))
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
        self.look_without(query, self.discounted(query))
    }

    /// The same where it is known what is discounted: that stays while a reader types.
    #[must_use]
    pub fn look_without(&self, query: &Query, discounted: ClaimSet) -> Found {
        let trusted = self.trusted(&discounted);
        let has_words = !query.text.trim().is_empty();
        let containing =
            if has_words { self.search().containing(trusted, &query.text) } else { trusted };
        Found { discounted, containing }
    }

    /// Reads some more of the texts that are searched, before anybody has typed; says whether more is left.
    #[must_use]
    pub fn read_ahead(&self) -> bool {
        if self.search.get().is_some() {
            return false;
        }
        let is_left = self.reading().read(&self.corpus, &self.names, AHEAD);
        if !is_left {
            self.search();
        }
        is_left
    }

    /// What is searched. To read all of a large corpus takes a while, which whoever types the first letter is spared
    /// where it was read ahead.
    fn search(&self) -> &Search {
        self.search.get_or_init(|| {
            let reading = std::mem::take(&mut *self.reading());
            reading.finished(&self.corpus, &self.names)
        })
    }

    fn reading(&self) -> MutexGuard<'_, Reading> {
        self.reading.lock().unwrap_or_else(PoisonError::into_inner)
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
        let findings = self.findings(&found.discounted);
        let of = |it| (it, self.counts_of(it, query, &found, &findings));
        let facets = Facet::ALL.into_iter().map(of).collect();
        Counts { facets, times: self.times_of(query, &found, &findings) }
    }

    /// How many of what the view lists each option of a facet would give, of what was found.
    #[must_use]
    pub fn counts_of(
        &self,
        facet: Facet,
        query: &Query,
        found: &Found,
        findings: &Findings,
    ) -> Vec<Count> {
        let values = self.facets.iter().find(|it| it.facet == facet).expect("each is indexed");
        values.counts(&self.things(&Filter::Facet(facet), query, found, findings), query)
    }

    /// How many of what the view lists each year, and what has no date, would give, of what was found.
    #[must_use]
    pub fn times_of(&self, query: &Query, found: &Found, findings: &Findings) -> Times {
        let things = self.things(&Filter::Time, query, found, findings);
        let is_undated = |it: &&[ClaimId]| it.iter().any(|&claim| self.undated.contains(claim));
        let undated = Count {
            id: String::new(),
            count: things.iter().filter(is_undated).count(),
            chosen: query.undated,
        };
        Times { years: self.years.counts(&things, query), undated }
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
        vocabulary.nearest(self.search(), &claims, &query.text, lang)
    }

    /// Those of some claims that meet every filter but the words, and but one.
    fn filtered_except(
        &self,
        query: &Query,
        mut claims: ClaimSet,
        but: Option<&Filter>,
    ) -> ClaimSet {
        for values in &self.facets {
            let chosen = query.chosen.of(values.facet);
            if chosen.is_empty() || but == Some(&Filter::Facet(values.facet)) {
                continue;
            }
            let is_chosen: Vec<bool> = values.ids.iter().map(|id| chosen.contains(id)).collect();
            let is_one = |&value: &u32| is_chosen.get(value as usize).copied().unwrap_or_default();
            let meets = |&claim: &ClaimId| values.of(claim).iter().any(is_one);
            claims = claims.iter().filter(meets).collect();
        }
        if but != Some(&Filter::Time) && (query.time.is_some() || query.undated) {
            let meets = |&claim: &ClaimId| {
                query.time.is_some_and(|span| self.spans[claim].overlaps(span))
                    || (query.undated && self.undated.contains(claim))
            };
            claims = claims.iter().filter(meets).collect();
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

    /// What the view would list without one of the filters, each thing with the claims that are of it.
    fn things(
        &self,
        but: &Filter,
        query: &Query,
        found: &Found,
        findings: &Findings,
    ) -> Lists<ClaimId> {
        let claims = &self.filtered_except(query, found.containing.clone(), Some(but));
        let view = query.view;
        let mut things = Lists::default();
        let mut add = |of_it: &mut dyn Iterator<Item = ClaimId>| {
            of_it.filter(|&it| claims.contains(it)).for_each(|it| things.push(it));
            things.end();
        };
        match view {
            View::Context => {
                for claim in claims.intersection(&self.context) {
                    add(&mut [claim].into_iter());
                }
            }
            View::Documents => {
                for document in self.documents_of(claims).iter() {
                    add(&mut self.corpus.claims_of_document(document));
                }
            }
            View::Transfers | View::Origins | View::Timeline | View::Disputed => {
                for transfer in self.transfers_of(claims).iter() {
                    if view != View::Disputed || findings.brief(transfer).is_disputed {
                        add(&mut self.corpus.claims_of(transfer).iter().copied());
                    }
                }
            }
        }
        things
    }

    fn transfers_of(&self, claims: &ClaimSet) -> TransferSet {
        claims.iter().filter_map(|claim| self.corpus.transfer_of(claim)).collect()
    }

    fn documents_of(&self, claims: &ClaimSet) -> DocumentSet {
        let mut documents = DocumentSet::new();
        let mut last = None;
        for document in claims.iter().map(|claim| self.corpus.document_of(claim)) {
            // A document's claims stand together.
            if last != Some(document) {
                documents.insert(document);
                last = Some(document);
            }
        }
        documents
    }

    /// The origins that answer for some claims.
    #[must_use]
    pub fn origins_of(&self, claims: &ClaimSet) -> OriginSet {
        claims.iter().map(|claim| self.origins[claim]).collect()
    }

    fn selection(&self, claims: ClaimSet, discounted: ClaimSet, findings: &Findings) -> Selection {
        let transfers = self.listed(&self.transfers_of(&claims));
        let is_disputed = |&it: &TransferId| findings.brief(it).is_disputed;
        let disputed = transfers.iter().copied().filter(is_disputed).collect();
        let context = claims.intersection(&self.context).collect();
        let spoken = self.documents_of(&claims);
        let documents = self.documents.iter().copied().filter(|&it| spoken.contains(it)).collect();
        Selection { claims, discounted, transfers, context, documents, disputed }
    }
}

/// The transfers with the most origins first, then those that are said to have come
/// furthest, then as the corpus lists them.
fn order(corpus: &Corpus, findings: &Findings) -> Vec<TransferId> {
    let mut groups: Vec<Vec<TransferId>> = Vec::new();
    for transfer in corpus.transfer_ids() {
        let Brief { origins, strongest, .. } = *findings.brief(transfer);
        let rank = strongest.rank();
        let group = origins * Status::ALL.len() + (Status::ALL.len() - 1 - rank);
        if groups.len() <= group {
            groups.resize(group + 1, Vec::new());
        }
        groups.get_mut(group).expect("there is room for it").push(transfer);
    }
    groups.into_iter().rev().flatten().collect()
}

impl Values {
    fn new(corpus: &Corpus, facet: Facet, universe: &ClaimSet) -> Self {
        let ids = facet.ids(corpus).into_iter().map(str::to_owned).collect();
        let mut of_claims = Lists::for_each_of(corpus.claim_count());
        for claim in corpus.claim_ids() {
            facet.of(corpus, claim, &mut |place| {
                of_claims.push(u32::try_from(place).expect("a table is far shorter"));
            });
            of_claims.end();
        }
        of_claims.fit();
        let mut values = Self { facet, ids, offered: Vec::new(), of_claims };
        values.offer(universe);
        values
    }

    /// The places of those that a claim has.
    fn of(&self, claim: ClaimId) -> &[u32] {
        self.of_claims.at(claim.place())
    }

    /// Offers what some claims have.
    fn offer(&mut self, claims: &ClaimSet) {
        let mut is_offered = vec![false; self.ids.len()];
        for value in claims.iter().flat_map(|it| self.of(it)) {
            *is_offered.get_mut(*value as usize).expect("a facet lists all its values") = true;
        }
        let offered = is_offered.into_iter().enumerate().filter(|(_, it)| *it);
        self.offered = offered.map(|(place, _)| place).collect();
    }

    /// Of how many things some claim has each of those that are offered.
    fn counts(&self, things: &Lists<ClaimId>, query: &Query) -> Vec<Count> {
        // Beside the number the last thing that was counted: each is counted once.
        let mut counts: Vec<(usize, Option<usize>)> = vec![(0, None); self.ids.len()];
        for (thing, claims) in things.iter().enumerate() {
            // What is of the transfer is the same in all its claims.
            let is_one = query.view.lists_transfers() && self.facet.is_of_transfer();
            let claims = if is_one { claims.get(..1).unwrap_or_default() } else { claims };
            for value in claims.iter().flat_map(|&claim| self.of(claim)) {
                let (count, last) =
                    counts.get_mut(*value as usize).expect("a facet lists all its values");
                *count += usize::from(*last != Some(thing));
                *last = Some(thing);
            }
        }
        let counted = self.offered.iter().map(|&place| {
            let id = self.ids.get(place).expect("it is offered");
            let (count, _) = counts.get(place).expect("it is offered");
            Count { id: id.clone(), count: *count, chosen: query.has(self.facet, id) }
        });
        counted.collect()
    }
}

impl Years {
    fn new(spans: &IdVec<ClaimId, Span>) -> Self {
        let ends = spans.iter().flat_map(|(_, span)| [span.from, span.to]).flatten();
        let years: Vec<u16> = ends.map(Day::year).collect::<BTreeSet<u16>>().into_iter().collect();
        let touched = |span: &Span| {
            let first = span.from.map_or(0, |day| years.partition_point(|it| *it < day.year()));
            let is_before = |day: Day| years.partition_point(|it| *it <= day.year());
            first..span.to.map_or(years.len(), is_before).max(first)
        };
        let of_claims = spans.iter().map(|(_, span)| touched(span)).collect();
        Self { years, of_claims }
    }

    /// How many things touch each year.
    fn counts(&self, things: &Lists<ClaimId>, query: &Query) -> Vec<Count> {
        // How many touch a year, less those that touch the year before: whoever touches a thousand is told in two.
        let mut more = vec![0_isize; self.years.len() + 1];
        let mut touched = Vec::new();
        for claims in things.iter() {
            touched.clear();
            touched.extend(claims.iter().map(|&it| &self.of_claims[it]));
            touched.sort_unstable_by_key(|it| it.start);
            let mut counted = 0;
            for years in &touched {
                let first = years.start.max(counted);
                if first < years.end {
                    *more.get_mut(first).expect("it is a year's place") += 1;
                    *more.get_mut(years.end).expect("it is a year's end") -= 1;
                    counted = years.end;
                }
            }
        }
        let mut count = 0;
        let counted = self.years.iter().zip(more).map(|(year, more)| {
            count += more;
            let is_chosen = query.time == Some(span_of(*year));
            Count { id: year.to_string(), count: count.unsigned_abs(), chosen: is_chosen }
        });
        counted.collect()
    }
}

/// A year as a span.
fn span_of(year: u16) -> Span {
    year.to_string().parse().expect("a year is a span")
}
