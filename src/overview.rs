//! What a query selects, counted and laid out: all that the views are drawn from, besides the corpus.

use crate::corpus::{
    ClaimId, Corpus, CountryId, DocumentId, DocumentSet, HashMap, Kind, TransferId, TransferSet,
};
use crate::evidence::{self, Findings, Summary, Trust};
use crate::map::{Board, Numbered, Part, Tile, Ways, Whole};
use crate::query::{Count, Facet, Found, Index, Query, Selection, Times, View};
use std::sync::{Arc, OnceLock};

/// What a query selects, made once for each query that narrows differently.
#[derive(Clone, Debug)]
pub struct Overview {
    /// What narrows it.
    of: Query,
    /// What counts, and holds the query's words.
    found: Found,
    /// What is found of each transfer, of the claims that count.
    pub findings: Arc<Findings>,
    /// What it selects.
    pub selection: Selection,
    /// What that comes to, in figures.
    pub summary: Summary,
    /// Whether it is a part of the corpus, by a filter or by what the page around the viewer has fixed.
    pub is_filtered: bool,
    /// The counts beside each facet's options and beside the times, of those that somebody has looked at.
    counts: [OnceLock<Vec<Count>>; Facet::ALL.len()],
    times: OnceLock<Times>,
    /// The ways of the corpus's transfers.
    pub ways: Arc<Ways>,
    /// The map where all is selected that can be, of what counts.
    whole: Arc<Whole>,
    /// The map.
    pub board: Board,
    /// The countries that are chosen: the map shows them before others, as far as there is room.
    pub chosen: Vec<CountryId>,
    /// The selected transfers, by who gives to whom.
    pub pairs: Vec<Pair>,
}

impl Overview {
    /// What a query selects.
    #[must_use]
    pub fn new(index: &Index, query: &Query) -> Self {
        Self::by_ways(index, query, Arc::new(Ways::of(index.corpus())))
    }

    fn by_ways(index: &Index, query: &Query, ways: Arc<Ways>) -> Self {
        let found = index.look(query);
        let findings = index.findings(&found.discounted);
        let selectable = index.transfers(&found.discounted);
        let whole = Arc::new(Whole::of(index.corpus(), &findings, &ways, &selectable));
        Self::of(index, query, found, Kept { findings, ways, whole })
    }

    /// What narrows it: the query, less what only opens, points or translates.
    #[must_use]
    pub fn query(&self) -> &Query {
        &self.of
    }

    /// The same where a query narrows no differently, else what it selects. What does not change with it is kept.
    #[must_use]
    pub fn followed_by(self: &Arc<Self>, index: &Index, query: &Query) -> Arc<Self> {
        if self.of == query.narrowing() {
            return Arc::clone(self);
        }
        if self.of.distrust != query.distrust {
            return Arc::new(Self::by_ways(index, query, Arc::clone(&self.ways)));
        }
        let found = if self.of.text == query.text {
            self.found.clone()
        } else {
            index.look_without(query, self.found.discounted.clone())
        };
        let (findings, ways) = (Arc::clone(&self.findings), Arc::clone(&self.ways));
        let kept = Kept { findings, ways, whole: Arc::clone(&self.whole) };
        Arc::new(Self::of(index, query, found, kept))
    }

    fn of(index: &Index, query: &Query, found: Found, kept: Kept) -> Self {
        let Kept { findings, ways, whole } = kept;
        let corpus = index.corpus();
        let selection = index.selected(query, &found, &findings);
        let mut board = whole.select(corpus, &findings, &ways, &selection.transfers);
        if index.is_held() {
            // What an editor has left out is not there, and not unreported.
            board.tiles.retain(|tile| tile.count > 0);
        }
        let chosen = [query, index.fixed()].map(|it| it.chosen.of(Facet::Country));
        let chosen =
            chosen.iter().flat_map(|it| it.iter()).filter_map(|id| corpus.find_country(id));
        Self {
            of: query.narrowing(),
            summary: evidence::summary(corpus, &findings, &selection.transfers, &selection.context),
            is_filtered: index.is_filtered(query),
            board,
            chosen: chosen.collect(),
            pairs: pairs(corpus, &findings, &ways, &selection.transfers),
            counts: Default::default(),
            times: OnceLock::new(),
            found,
            findings,
            ways,
            whole,
            selection,
        }
    }

    /// The counts beside a facet's options.
    #[must_use]
    pub fn counts(&self, index: &Index, facet: Facet) -> &[Count] {
        let of_facet = Facet::ALL.into_iter().zip(&self.counts).find(|it| it.0 == facet);
        let counts = of_facet.expect("each facet has its place").1;
        counts.get_or_init(|| index.counts_of(facet, &self.of, &self.found, &self.findings))
    }

    /// How many transfers each status would give, whatever the view lists.
    #[must_use]
    pub fn reached(&self, index: &Index) -> Vec<Count> {
        let query = Query { view: View::Transfers, ..self.of.clone() };
        index.counts_of(Facet::Status, &query, &self.found, &self.findings)
    }

    /// The counts beside the times.
    #[must_use]
    pub fn times(&self, index: &Index) -> &Times {
        self.times.get_or_init(|| index.times_of(&self.of, &self.found, &self.findings))
    }

    /// The pairs up to so many transfers, and of the rest those that are listed whatever their place.
    #[must_use]
    pub fn listed(&self, room: usize, always: &TransferSet) -> Listed {
        let mut listed = Listed::default();
        for pair in &self.pairs {
            let start = listed.all;
            listed.all += pair.transfers.len();
            // Most pairs of a large corpus are not listed, and need not be looked through.
            if start >= room && always.is_empty() {
                continue;
            }
            let placed = pair.transfers.iter().copied().enumerate();
            let is_listed =
                |(at, it): &(usize, TransferId)| start + at < room || always.contains(*it);
            let placed: Vec<(usize, TransferId)> = placed.filter(is_listed).collect();
            if !placed.is_empty() {
                let transfers = placed.iter().map(|it| it.1).collect();
                listed.places.extend(placed.into_iter().map(|(at, it)| (it, start + at)));
                listed.pairs.push(Pair { transfers, ..*pair });
            }
        }
        listed
    }

    /// The documents of whatever stands with what is selected, in the order of their dates: of a transfer all that is
    /// said of it, though filters leave some of it out; and of some other claims.
    #[must_use]
    pub fn documents(&self, corpus: &Corpus, others: &[ClaimId]) -> Vec<DocumentId> {
        let of_transfers = self.selection.transfers.iter().flat_map(|&it| corpus.claims_of(it));
        let claims = self.selection.claims.iter().chain(of_transfers.chain(others).copied());
        let documents: DocumentSet = claims.map(|it| corpus.document_of(it)).collect();
        evidence::by_date(corpus, documents.iter())
    }

    /// A corpus without what is discounted since its origins are not believed.
    #[must_use]
    pub fn trust<'a>(&'a self, corpus: &'a Corpus) -> Trust<'a> {
        Trust { corpus, discounted: &self.selection.discounted }
    }
}

/// What is kept from one selection to the next, as long as the same origins are believed.
struct Kept {
    findings: Arc<Findings>,
    ways: Arc<Ways>,
    whole: Arc<Whole>,
}

/// The transfers from one country to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Who is said to give.
    pub from: CountryId,
    /// Who is said to get it.
    pub to: CountryId,
    /// The transfers, in the order in which they are listed; what is given in return for one of them follows it.
    pub transfers: Vec<TransferId>,
}

/// The pairs as far as they are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// The pairs, with those of their transfers that are listed.
    pub pairs: Vec<Pair>,
    /// The place of each transfer that is listed among all of them, counted from 0.
    places: HashMap<TransferId, usize>,
    /// How many transfers there are, listed or not.
    pub all: usize,
}

impl Listed {
    /// How many transfers are not listed.
    #[must_use]
    pub fn rest(&self) -> usize {
        self.all - self.places.len()
    }

    /// The place of a transfer among all, counted from 0, where it is listed.
    #[must_use]
    pub fn place(&self, transfer: TransferId) -> Option<usize> {
        self.places.get(&transfer).copied()
    }

    /// The transfers that are listed from one country to another.
    #[must_use]
    pub fn of(&self, from: CountryId, to: CountryId) -> &[TransferId] {
        let pair = self.pairs.iter().find(|it| (it.from, it.to) == (from, to));
        pair.map(|it| it.transfers.as_slice()).unwrap_or_default()
    }
}

/// Transfers by who gives to whom, each pair where its first transfer stood. A payment stands under what it pays
/// for, where that is among them.
fn pairs(corpus: &Corpus, findings: &Findings, ways: &Ways, transfers: &[TransferId]) -> Vec<Pair> {
    let is_payment = |it: &TransferId| findings.brief(*it).kind == Kind::Payment;
    let mut listed = TransferSet::new();
    if transfers.iter().any(is_payment) {
        listed.extend(transfers.iter().copied());
    }
    let paid_for = |payment: TransferId| {
        if !is_payment(&payment) {
            return None;
        }
        let goods = corpus.transfer(payment).in_return_for.as_deref();
        goods.and_then(|id| corpus.find_transfer(id)).filter(|&it| listed.contains(it))
    };
    let mut payments: HashMap<TransferId, Vec<TransferId>> = HashMap::default();
    let mut goods = Vec::new();
    for &transfer in transfers {
        match paid_for(transfer) {
            Some(paid) => payments.entry(paid).or_default().push(transfer),
            None => goods.push(transfer),
        }
    }
    let mut pairs = Numbered::new(ways.pairs());
    for transfer in goods {
        let pair: &mut Pair = pairs.entry(ways.pair(transfer), || {
            let (from, to) = corpus.sides(transfer);
            Pair { from, to, transfers: Vec::new() }
        });
        pair.transfers.push(transfer);
        if !payments.is_empty() {
            pair.transfers.extend(payments.remove(&transfer).unwrap_or_default());
        }
    }
    pairs.things()
}

/// What choosing a tile chooses: the country, or, where it is no side of any transfer but speaks, whatever its authorities
/// say.
#[must_use]
pub fn choice(corpus: &Corpus, tile: &Tile) -> Vec<(Facet, String)> {
    if tile.part != Part::Speaks {
        return vec![(Facet::Country, corpus.country(tile.country).id.clone())];
    }
    let speaking = corpus.origin_ids().filter(|&it| corpus.speaks_for(it) == Some(tile.country));
    speaking.map(|origin| (Facet::Origin, corpus.origin(origin).id.clone())).collect()
}

#[cfg(test)]
mod hostile;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Source, Text};
    use crate::query::Fixed;
    use expect_test::expect;

    #[test]
    fn how_many_each_status_would_give_is_of_transfers_in_each_view() {
        let source = Source::read(crate::BUNDLED).expect("the asset");
        let corpus = Arc::new(Corpus::new(source).expect("its references"));
        let index = Index::new(Arc::clone(&corpus), &corpus.country_codes());
        let of = |view| Overview::new(&index, &Query { view, ..Query::default() });
        let listed = of(View::Transfers);
        assert_eq!(listed.reached(&index), listed.counts(&index, Facet::Status));
        for view in View::ALL {
            assert_eq!(of(view).reached(&index), listed.reached(&index), "{view:?}");
        }
    }

    #[test]
    fn payments_stand_under_what_they_pay_for() {
        let source = Source::read(crate::BUNDLED).expect("the asset");
        let corpus = Corpus::new(source).expect("its references");
        let findings = Findings::new(Trust::all(&corpus));
        let ways = Ways::of(&corpus);
        let id = |transfer: &TransferId| corpus.transfer(*transfer).id.clone();
        let listed = |transfers: &[TransferId]| {
            let pairs = pairs(&corpus, &findings, &ways, transfers);
            let lines = pairs.iter().map(|pair| {
                let transfers: Vec<String> = pair.transfers.iter().map(id).collect();
                let country = |it| &corpus.country(it).id;
                format!("{} → {}: {}", country(pair.from), country(pair.to), transfers.join(", "))
            });
            lines.collect::<Vec<_>>().join("\n")
        };
        let of = |ids: &[&str]| -> Vec<TransferId> {
            ids.iter().map(|id| corpus.find_transfer(id).expect("a transfer")).collect()
        };
        expect![[r#"
            EGY → RUS: egy-rus-engines, rus-egy-debt, egy-rus-rockets
            BLR → RUS: blr-rus-helicopters"#]]
        .assert_eq(&listed(&of(&[
            "egy-rus-engines",
            "blr-rus-helicopters",
            "rus-egy-debt",
            "egy-rus-rockets",
        ])));
        // Where what it pays for is not listed, it is a transfer like another.
        expect!["RUS → EGY: rus-egy-debt"].assert_eq(&listed(&of(&["rus-egy-debt"])));
    }

    #[test]
    fn tiles_count_what_is_selected_and_others_stay_as_they_are() {
        let source = Source::read(crate::BUNDLED).expect("the asset");
        let corpus = Arc::new(Corpus::new(source).expect("its references"));
        let names = corpus.country_ids().map(|it| Text::new("en", &corpus.country(it).id));
        let index = Index::new(Arc::clone(&corpus), &names.collect());
        let mut query = Query::default();
        let whole = Overview::new(&index, &query);
        query.toggle(Facet::Country, "EGY");
        let egypt = Overview::new(&index, &query);
        let tile = |overview: &Overview, id: &str| {
            let country = corpus.find_country(id);
            let tile = overview.board.tiles.iter().find(|it| Some(it.country) == country);
            tile.cloned().expect("a tile")
        };
        assert_eq!(tile(&egypt, "RUS").count, egypt.selection.transfers.len());
        let left = tile(&egypt, "BRA");
        assert!(!left.is_selected);
        assert_eq!(left.count, tile(&whole, "BRA").count);

        // What an editor has left out is not there.
        let fixed = Fixed { query, is_spoilt: false };
        let fixed = Overview::new(&index.restricted_to(fixed), &Query::default());
        let ids = fixed.board.tiles.iter().map(|it| corpus.country(it.country).id.as_str());
        assert_eq!(ids.collect::<Vec<_>>(), ["EGY", "RUS"]);
    }
}
