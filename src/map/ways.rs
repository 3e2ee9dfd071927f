//! The ways that transfers go, numbered: so thousands are gathered at each key without being sorted.

use crate::corpus::{Corpus, CountryId, IdVec, Kind, TransferId};
use std::collections::BTreeMap;

/// From whom to whom something is said to go, and what kind of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Way {
    /// Who is said to give.
    pub from: CountryId,
    /// Who is said to get it.
    pub to: CountryId,
    /// What sort of movement it is.
    pub kind: Kind,
}

impl Way {
    /// Whether a country is a side of it.
    #[must_use]
    pub fn has(&self, country: CountryId) -> bool {
        self.from == country || self.to == country
    }
}

/// The ways of a corpus's transfers. They fit the corpus that they are made from.
#[derive(Clone, Debug)]
pub struct Ways {
    /// Each way, and the number of its pair of countries.
    by_number: Vec<(Way, usize)>,
    /// The number of each transfer's way.
    of_transfers: IdVec<TransferId, u32>,
    /// How many pairs of countries there are.
    pairs: usize,
}

impl Ways {
    /// Those of a corpus.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        let way = |transfer: TransferId| {
            let (from, to) = corpus.sides(transfer);
            Way { from, to, kind: corpus.transfer(transfer).kind }
        };
        let all = corpus.transfer_ids().map(way);
        let mut numbers: BTreeMap<Way, u32> = all.clone().map(|it| (it, 0)).collect();
        let (mut ways, mut pairs) = (Vec::with_capacity(numbers.len()), BTreeMap::new());
        for (number, (way, place)) in (0..).zip(&mut numbers) {
            *place = number;
            let pair = pairs.len();
            ways.push((*way, *pairs.entry((way.from, way.to)).or_insert(pair)));
        }
        let number = |it| *numbers.get(&it).expect("each way has a number");
        Self { by_number: ways, of_transfers: all.map(number).collect(), pairs: pairs.len() }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.by_number.len()
    }

    /// The number of a transfer's way.
    pub(super) fn number(&self, transfer: TransferId) -> usize {
        self.of_transfers[transfer] as usize
    }

    /// A transfer's way.
    pub(super) fn way(&self, transfer: TransferId) -> &Way {
        &self.at(self.number(transfer)).0
    }

    /// How many pairs of countries there are.
    #[must_use]
    pub fn pairs(&self) -> usize {
        self.pairs
    }

    /// The number of a transfer's pair of countries.
    #[must_use]
    pub fn pair(&self, transfer: TransferId) -> usize {
        self.at(self.number(transfer)).1
    }

    fn at(&self, number: usize) -> &(Way, usize) {
        self.by_number.get(number).expect("it is the number of a way")
    }
}

/// Things by number, in the order in which each first came.
#[derive(Clone, Debug)]
pub struct Numbered<T> {
    places: Vec<Option<u32>>,
    things: Vec<T>,
}

impl<T> Numbered<T> {
    /// No thing yet, of so many that there may be.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self { places: vec![None; most], things: Vec::new() }
    }

    /// The thing of a number: as it is made where it comes for the first time.
    ///
    /// # Panics
    /// Where the number is none of those that there may be.
    pub fn entry(&mut self, number: usize, new: impl FnOnce() -> T) -> &mut T {
        let place = self.places.get_mut(number).expect("there may be so many");
        let place = *place.get_or_insert_with(|| {
            self.things.push(new());
            u32::try_from(self.things.len() - 1).expect("there are fewer than transfers")
        });
        self.things.get_mut(place as usize).expect("it was found or pushed there")
    }

    /// The things.
    #[must_use]
    pub fn things(self) -> Vec<T> {
        self.things
    }
}
