//! Traffic: what is said to go one way, gathered in one walk through the transfers. Tiles, flows and what is told of them
//! come of it, and need not look at the transfers again.

use super::ways::{Numbered, Way, Ways};
use super::{Dealing, Denial, Reach};
use crate::corpus::{CountryId, Kind, Status, TransferId};
use crate::evidence::{Brief, Findings};
use std::collections::BTreeMap;

/// Transfers that go one way, gathered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traffic {
    /// The way.
    pub(super) way: Way,
    /// How many transfers there are.
    pub(super) count: usize,
    pub(super) furthest: Furthest,
    /// For each status, by its rank, the place of the first transfer that has it.
    firsts: Firsts,
    /// How far the transfer that has gone furthest has gone as a line shows it, and by how many origins.
    pub(super) reach: (Reach, u8),
    /// Whether somebody denies one of them, or not all that is said of one can be true.
    pub(super) is_disputed: bool,
}

type Firsts = [Option<usize>; Status::ALL.len()];

/// Those of some transfers that are said to have come furthest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Furthest {
    /// The rank of their strongest status.
    rank: usize,
    /// The place of the first of them, and which it is.
    at: usize,
    pub transfer: TransferId,
    /// Whether one of them is denied, and whether one is not.
    is_denied: bool,
    is_undenied: bool,
}

impl Furthest {
    fn of(at: usize, transfer: TransferId, brief: &Brief) -> Self {
        let (is_denied, is_undenied) = (brief.is_denied, !brief.is_denied);
        Self { rank: brief.strongest.rank(), at, transfer, is_denied, is_undenied }
    }

    /// Those of these and of others.
    pub fn and(self, other: Self) -> Self {
        let first = if (other.rank, other.at) < (self.rank, self.at) { other } else { self };
        if self.rank != other.rank {
            return first;
        }
        Self {
            is_denied: self.is_denied || other.is_denied,
            is_undenied: self.is_undenied || other.is_undenied,
            ..first
        }
    }

    /// How many of them somebody denies.
    pub fn denial(self) -> Denial {
        match (self.is_denied, self.is_undenied) {
            (false, _) => Denial::None,
            (true, false) => Denial::Wholly,
            (true, true) => Denial::Partly,
        }
    }
}

/// The traffic of some transfers, in the order in which the first of each way comes.
pub(super) fn traffic(findings: &Findings, ways: &Ways, transfers: &[TransferId]) -> Vec<Traffic> {
    let mut gathered = Numbered::new(ways.len());
    for (at, &transfer) in transfers.iter().enumerate() {
        let brief = findings.brief(transfer);
        let furthest = Furthest::of(at, transfer, brief);
        let it: &mut Traffic = gathered.entry(ways.number(transfer), || Traffic {
            way: *ways.way(transfer),
            count: 0,
            furthest,
            firsts: Firsts::default(),
            reach: (Reach::Stopped, 0),
            is_disputed: false,
        });
        it.count += 1;
        it.furthest = it.furthest.and(furthest);
        for (rank, first) in it.firsts.iter_mut().enumerate() {
            if brief.ranks & (1 << rank) != 0 {
                first.get_or_insert(at);
            }
        }
        // Who says that something was refused makes no line of what was agreed the thicker.
        it.reach = it.reach.max(Reach::of(brief));
        it.is_disputed |= brief.is_denied || brief.is_contradicted;
    }
    gathered.things()
}

/// What a country is said to give and then to get, each with what is said to have gone furthest first.
pub(super) fn dealings(all: &[Traffic], country: CountryId) -> Vec<Dealing> {
    // Whether it gives, what, and with whom. What is given and what is given back is told together of who gets it.
    let mut told: BTreeMap<(bool, Option<Kind>, CountryId), Firsts> = BTreeMap::new();
    for traffic in all.iter().filter(|it| it.way.has(country)) {
        let Way { from, to, kind } = traffic.way;
        let gives = from == country;
        let together = !gives && matches!(kind, Kind::Supply | Kind::Return);
        let with = if gives { to } else { from };
        let firsts = told.entry((gives, (!together).then_some(kind), with)).or_default();
        for (first, of_it) in firsts.iter_mut().zip(traffic.firsts) {
            *first = first.iter().chain(&of_it).min().copied();
        }
    }
    let mut told: Vec<_> = told.into_iter().collect();
    told.sort_by_key(|((gives, ..), firsts)| {
        let furthest = firsts.iter().enumerate().find_map(|(rank, it)| Some((rank, (*it)?)));
        (!gives, furthest)
    });
    let dealing = |((gives, kind, with), firsts): (_, Firsts)| {
        let reached = Status::BY_STRENGTH.into_iter().zip(firsts);
        let statuses = reached.filter_map(|(status, it)| it.map(|_| status)).collect();
        Dealing { gives, kind, with, statuses }
    };
    told.into_iter().map(dealing).collect()
}
