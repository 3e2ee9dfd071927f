//! The board: what each country's tile shows.

use super::{Flow, flows};
use crate::corpus::{Corpus, CountryId, HashMap, IdVec, Kind, Status, TransferId};
use crate::evidence::{Brief, Findings, Trust};

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
    let whole = tiles(trust.corpus, findings, all);
    selected_of(trust.corpus, findings, &whole, selected)
}

/// The tiles where all of some transfers are selected: what those look like that no selected one concerns.
#[must_use]
pub fn tiles(corpus: &Corpus, findings: &Findings, all: &[TransferId]) -> Vec<Tile> {
    let parts = parts(corpus);
    let gathered = Gathered::by_country(corpus, findings, all);
    gathered
        .into_iter()
        .map(|(country, it)| it.tile(findings, (country, parts[country]), false))
        .collect()
}

/// The board for some transfers, of those that the tiles are of.
#[must_use]
pub fn selected_of(
    corpus: &Corpus,
    findings: &Findings,
    whole: &[Tile],
    selected: &[TransferId],
) -> Board {
    let gathered = Gathered::by_country(corpus, findings, selected);
    let tiles = whole.iter().zip(gathered).map(|(whole, (country, it))| {
        let is_selected = !it.transfers.is_empty();
        if is_selected { it.tile(findings, (country, whole.part), true) } else { whole.clone() }
    });
    Board { tiles: tiles.collect(), flows: flows(corpus, findings, selected) }
}

/// What is gathered of the transfers of which a country is a side.
#[derive(Clone, Debug, Default)]
struct Gathered {
    transfers: Vec<TransferId>,
    /// How far those have come that have come furthest: the rank of their strongest status.
    rank: Option<usize>,
    /// The first of these.
    furthest: Option<TransferId>,
    /// Whether one of these is denied.
    is_denied: bool,
    /// Whether one of these is not.
    is_undenied: bool,
    is_disputed: bool,
}

impl Gathered {
    /// What is gathered of some transfers, country by country, in the corpus's order.
    fn by_country(
        corpus: &Corpus,
        findings: &Findings,
        transfers: &[TransferId],
    ) -> Vec<(CountryId, Self)> {
        let mut of_country: IdVec<CountryId, Self> =
            corpus.country_ids().map(|_| Self::default()).collect();
        for &transfer in transfers {
            let (from, to) = corpus.sides(transfer);
            let brief = findings.brief(transfer);
            of_country[from].add(transfer, brief);
            if to != from {
                of_country[to].add(transfer, brief);
            }
        }
        corpus.country_ids().map(|it| (it, std::mem::take(&mut of_country[it]))).collect()
    }

    fn add(&mut self, transfer: TransferId, brief: &Brief) {
        self.transfers.push(transfer);
        self.is_disputed |= brief.is_denied || brief.is_contradicted;
        let rank = brief.strongest.rank();
        if self.rank.is_none_or(|it| rank < it) {
            (self.rank, self.furthest) = (Some(rank), Some(transfer));
            (self.is_denied, self.is_undenied) = (false, false);
        }
        if self.rank == Some(rank) {
            self.is_denied |= brief.is_denied;
            self.is_undenied |= !brief.is_denied;
        }
    }

    fn tile(
        self,
        findings: &Findings,
        (country, part): (CountryId, Part),
        is_selected: bool,
    ) -> Tile {
        Tile {
            country,
            part,
            is_selected,
            transfers: self.transfers,
            statuses: self.furthest.map(|it| findings[it].statuses.clone()).unwrap_or_default(),
            denial: match (self.is_denied, self.is_undenied) {
                (false, _) => Denial::None,
                (true, false) => Denial::Wholly,
                (true, true) => Denial::Partly,
            },
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

/// What a tile's country is said to give and then to get, each with what is said to have gone furthest first.
#[must_use]
pub fn dealings(corpus: &Corpus, findings: &Findings, tile: &Tile) -> Vec<Dealing> {
    // Whether it gives, what, and with whom; then, by its rank, for each status the first transfer that has it.
    type Way = (bool, Option<Kind>, CountryId);
    let mut firsts: HashMap<Way, [Option<usize>; Status::ALL.len()]> = HashMap::default();
    for (at, &transfer) in tile.transfers.iter().enumerate() {
        let (from, to) = corpus.sides(transfer);
        let kind = findings.brief(transfer).kind;
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
