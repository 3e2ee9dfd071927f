//! The board: what each country's tile shows.

use super::{Flow, flows};
use crate::corpus::{Corpus, CountryId, IdVec, Kind, Status, TransferId};
use crate::evidence::{Findings, Trust};
use std::collections::HashMap;

/// The map as it stands for a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    /// The tiles, in the corpus's order.
    pub tiles: Vec<Tile>,
    /// The lines between them, of the selected transfers only.
    pub flows: Vec<Flow>,
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
    /// The transfers of which it is a side: those that are selected, or, where none is, all that could be.
    pub transfers: Vec<TransferId>,
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

/// The board for the selected ones of some transfers. What a country is said to give and get counts among the selected
/// ones alone, so that its tile says no other number than list and lines do.
#[must_use]
pub fn board(
    trust: Trust,
    findings: &Findings,
    all: &[TransferId],
    selected: &[TransferId],
) -> Board {
    let corpus = trust.corpus;
    let (mut all, mut chosen) = (by_country(corpus, all), by_country(corpus, selected));
    let parts = parts(corpus);
    let tile = |country: CountryId| {
        let is_selected = !chosen[country].is_empty();
        let of_it = if is_selected { &mut chosen } else { &mut all };
        tile(findings, (country, parts[country]), is_selected, std::mem::take(&mut of_it[country]))
    };
    let tiles = corpus.country_ids().map(tile).collect();
    Board { tiles, flows: flows(trust, findings, selected) }
}

/// Some transfers, by the countries that are a side of them.
fn by_country(corpus: &Corpus, transfers: &[TransferId]) -> IdVec<CountryId, Vec<TransferId>> {
    let mut of_country: IdVec<CountryId, Vec<TransferId>> =
        corpus.country_ids().map(|_| Vec::new()).collect();
    for &transfer in transfers {
        let (from, to) = corpus.sides(transfer);
        of_country[from].push(transfer);
        if to != from {
            of_country[to].push(transfer);
        }
    }
    of_country
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

/// What a tile's country is said to give and then to get, each with what is said to have gone furthest first.
#[must_use]
pub fn dealings(corpus: &Corpus, findings: &Findings, tile: &Tile) -> Vec<Dealing> {
    // Whether it gives, what, and with whom; then, by its rank, for each status the first transfer that has it.
    type Way = (bool, Option<Kind>, CountryId);
    let mut firsts: HashMap<Way, [Option<usize>; Status::ALL.len()]> = HashMap::new();
    for (at, &transfer) in tile.transfers.iter().enumerate() {
        let (from, to) = corpus.sides(transfer);
        let kind = corpus.transfer(transfer).kind;
        let gives = from == tile.country;
        let together = !gives && matches!(kind, Kind::Supply | Kind::Return);
        let with = if gives { to } else { from };
        let first = firsts.entry((gives, (!together).then_some(kind), with)).or_default();
        for status in &findings[transfer].statuses {
            let first = first.get_mut(status.rank()).expect("each status has a rank");
            first.get_or_insert(at);
        }
    }
    let mut dealings: Vec<_> = firsts.into_iter().collect();
    dealings.sort_by_key(|((gives, ..), firsts)| {
        let furthest = firsts.iter().enumerate().find_map(|(rank, it)| Some((rank, (*it)?)));
        (!gives, furthest)
    });
    let dealing = |((gives, kind, with), firsts): (Way, [Option<usize>; _])| {
        let reached = Status::BY_STRENGTH.into_iter().zip(firsts);
        let statuses = reached.filter_map(|(status, it)| it.map(|_| status)).collect();
        Dealing { gives, kind, with, statuses }
    };
    dealings.into_iter().map(dealing).collect()
}

fn tile(
    findings: &Findings,
    (country, part): (CountryId, Part),
    is_selected: bool,
    transfers: Vec<TransferId>,
) -> Tile {
    let rank = |transfer: &TransferId| findings[*transfer].strongest().rank();
    let strongest = transfers.iter().copied().min_by_key(rank);
    let is_as_strong = |it: &TransferId| strongest.as_ref().map(rank) == Some(rank(it));
    let as_strong = transfers.iter().copied().filter(is_as_strong);
    let is_denied = |&it: &TransferId| findings[it].differences.is_denied();
    let (denied, undenied): (Vec<_>, Vec<_>) = as_strong.partition(is_denied);
    let denial = match (denied.is_empty(), undenied.is_empty()) {
        (true, _) => Denial::None,
        (false, true) => Denial::Wholly,
        (false, false) => Denial::Partly,
    };
    Tile {
        country,
        part,
        is_selected,
        statuses: strongest.map(|it| findings[it].statuses.clone()).unwrap_or_default(),
        denial,
        disputed: transfers.iter().any(|&it| {
            let differences = &findings[it].differences;
            differences.is_denied() || differences.is_contradicted()
        }),
        transfers,
    }
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
