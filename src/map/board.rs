//! The board: what each country's tile shows.

use super::flow::{Flow, flows_of};
use super::traffic::{Furthest, Traffic, dealings, traffic};
use super::ways::Ways;
use crate::corpus::{Corpus, CountryId, IdVec, Kind, Status, TransferId};
use crate::evidence::Findings;
use std::sync::Arc;

/// The map as it stands for a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    /// The tiles, in the corpus's order.
    pub tiles: Vec<Tile>,
    /// The lines between them, of the selected transfers only.
    pub flows: Vec<Flow>,
    /// What goes each way, of the selected transfers only.
    traffic: Vec<Traffic>,
    /// The map where all is selected that can be.
    whole: Arc<Whole>,
}

/// What a country's tile shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tile {
    /// The country.
    pub country: CountryId,
    /// What part it has in the corpus.
    pub part: Part,
    /// Whether it is a side of a transfer that is selected.
    pub is_selected: bool,
    /// Of how many transfers it is a side: of those that are selected, or, where none is, of all that could be.
    pub count: usize,
    /// How many of them it is said to get.
    pub gotten: usize,
    /// How far the one of them that is said to have come furthest has come; more than one where
    /// reports of it differ. Empty where there are no transfers.
    pub statuses: Vec<Status>,
    /// Whether somebody denies those that are said to have come so far.
    pub denial: Denial,
    /// Whether somebody denies one of its transfers, or not all that is said of one can be true.
    pub disputed: bool,
}

/// How many of some transfers somebody denies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Denial {
    /// None.
    None,
    /// Not all.
    Partly,
    /// All.
    Wholly,
}

/// What part a country has in the whole corpus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Part {
    /// It is a side of a transfer.
    #[default]
    Side,
    /// It is no side, but its authorities speak.
    Speaks,
    /// Only context speaks of it.
    Mentioned,
}

/// The map where all of some transfers are selected: what those tiles look like that no selected one concerns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whole {
    tiles: Vec<Tile>,
    traffic: Vec<Traffic>,
}

impl Whole {
    /// That of some transfers.
    #[must_use]
    pub fn of(corpus: &Corpus, findings: &Findings, ways: &Ways, all: &[TransferId]) -> Self {
        let traffic = traffic(findings, ways, all);
        let parts = parts(corpus);
        let gathered = by_country(corpus, &traffic);
        let tiles = corpus.country_ids().zip(gathered);
        let tiles = tiles.map(|(it, gathered)| gathered.tile(findings, (it, parts[it]), false));
        Self { tiles: tiles.collect(), traffic }
    }

    /// The board for those of its transfers that are selected. What a country is said to give and get counts among the
    /// selected ones alone, so that its tile says no other number than list and lines do.
    #[must_use]
    pub fn select(
        self: &Arc<Self>,
        corpus: &Corpus,
        findings: &Findings,
        ways: &Ways,
        selected: &[TransferId],
    ) -> Board {
        let traffic = traffic(findings, ways, selected);
        let tiles = self.tiles.iter().zip(by_country(corpus, &traffic)).map(|(whole, it)| {
            let is_selected = it.count > 0;
            let of = (whole.country, whole.part);
            if is_selected { it.tile(findings, of, true) } else { whole.clone() }
        });
        let (tiles, flows) = (tiles.collect(), flows_of(&traffic, ways));
        Board { tiles, flows, traffic, whole: Arc::clone(self) }
    }
}

impl Board {
    /// The board of all transfers of a corpus.
    #[must_use]
    pub fn of_all(corpus: &Corpus, findings: &Findings) -> Self {
        let all: Vec<TransferId> = corpus.transfer_ids().collect();
        let ways = Ways::of(corpus);
        Arc::new(Whole::of(corpus, findings, &ways, &all)).select(corpus, findings, &ways, &all)
    }

    /// Lines alone.
    #[must_use]
    pub fn of_flows(flows: Vec<Flow>) -> Self {
        Self { flows, ..Self::default() }
    }

    /// What a tile's country is said to give and then to get, each with what is said to have gone furthest first.
    #[must_use]
    pub fn dealings(&self, tile: &Tile) -> Vec<Dealing> {
        dealings(self.traffic_of(tile.is_selected), tile.country)
    }

    /// Whether the country of a tile, which is selected or not, is said to give something to another or to get it.
    #[must_use]
    pub fn deals(&self, (country, is_selected): (CountryId, bool), with: CountryId) -> bool {
        let mut ways = self.traffic_of(is_selected).iter().map(|it| it.way);
        ways.any(|it| it.has(country) && it.has(with))
    }

    fn traffic_of(&self, is_selected: bool) -> &[Traffic] {
        if is_selected { &self.traffic } else { &self.whole.traffic }
    }
}

/// What is gathered of the transfers of which a country is a side.
#[derive(Clone, Debug, Default)]
struct Gathered {
    count: usize,
    gotten: usize,
    furthest: Option<Furthest>,
    is_disputed: bool,
}

/// What is gathered of what goes each way, country by country, in the corpus's order.
fn by_country(corpus: &Corpus, all: &[Traffic]) -> impl Iterator<Item = Gathered> + use<> {
    let mut of_country: IdVec<CountryId, Gathered> =
        corpus.country_ids().map(|_| Gathered::default()).collect();
    for it in all {
        of_country[it.way.from].add(it);
        if it.way.to != it.way.from {
            of_country[it.way.to].add(it);
        }
        of_country[it.way.to].gotten += it.count;
    }
    corpus.country_ids().map(move |it| std::mem::take(&mut of_country[it]))
}

impl Gathered {
    fn add(&mut self, traffic: &Traffic) {
        self.count += traffic.count;
        self.is_disputed |= traffic.is_disputed;
        let furthest = self.furthest.map_or(traffic.furthest, |it| it.and(traffic.furthest));
        self.furthest = Some(furthest);
    }

    fn tile(
        self,
        findings: &Findings,
        (country, part): (CountryId, Part),
        is_selected: bool,
    ) -> Tile {
        let statuses = self.furthest.map(|it| findings[it.transfer].statuses.clone());
        Tile {
            country,
            part,
            is_selected,
            count: self.count,
            gotten: self.gotten,
            statuses: statuses.unwrap_or_default(),
            denial: self.furthest.map_or(Denial::None, Furthest::denial),
            disputed: self.is_disputed,
        }
    }
}

/// What a tile's country is said to give to another, or to get from it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Dealing {
    /// Whether the country gives it; else it gets it.
    pub gives: bool,
    /// What is given; nothing for the supplies and returns that the country gets, which are told together.
    pub kind: Option<Kind>,
    /// The other side.
    pub with: CountryId,
    /// How far that is said to have gone, the furthest first; of several transfers, and where reports of one
    /// differ, more than one.
    pub statuses: Vec<Status>,
}

/// What part each country has in the whole corpus.
fn parts(corpus: &Corpus) -> IdVec<CountryId, Part> {
    let mut parts: IdVec<CountryId, Part> = corpus.country_ids().map(|_| Part::Mentioned).collect();
    for country in corpus.origin_ids().filter_map(|it| corpus.speaks_for(it)) {
        parts[country] = Part::Speaks;
    }
    for (from, to) in corpus.transfer_ids().map(|it| corpus.sides(it)) {
        (parts[from], parts[to]) = (Part::Side, Part::Side);
    }
    parts
}
