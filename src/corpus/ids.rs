//! Ids: which thing of a corpus is meant, so that a claim's place cannot be taken for a document's.
//!
//! Each is an index into one table of the corpus that gave it out, and means nothing in another. They are made
//! and looked into by the corpus only; whoever else has one got it from there.

use fixedbitset::FixedBitSet;
use std::{fmt, marker::PhantomData, ops};

/// What names a row of one of the corpus's tables.
pub trait Id: Copy + Ord + fmt::Debug {
    /// The id of the row at an index.
    fn at(index: usize) -> Self;

    /// The index of the row.
    fn index(self) -> usize;
}

macro_rules! ids {
    ($($(#[$docs:meta])* $name:ident)*) => {$(
        $(#[$docs])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(super) u32);

        impl $name {
            /// Its place in its table.
            #[must_use]
            pub fn place(self) -> usize {
                self.0 as usize
            }
        }

        impl Id for $name {
            fn at(index: usize) -> Self {
                Self(u32::try_from(index).expect("there is no memory for so many rows"))
            }

            fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// A country: an index into [`Source::countries`](super::Source::countries) of its corpus.
    CountryId
    /// A category: an index into [`Source::categories`](super::Source::categories) of its corpus.
    CategoryId
    /// An origin: an index into [`Source::origins`](super::Source::origins) of its corpus.
    OriginId
    /// A transfer: an index into [`Source::transfers`](super::Source::transfers) of its corpus.
    TransferId
    /// A document: an index into [`Source::documents`](super::Source::documents) of its corpus.
    DocumentId
    /// A claim: an index into the claims of all documents of its corpus, one document's after the other's.
    ClaimId
}

/// Ids one after the other, of which it is known how many there are.
pub trait IdIterator<I>: DoubleEndedIterator<Item = I> + ExactSizeIterator + Clone {}

impl<I, T: DoubleEndedIterator<Item = I> + ExactSizeIterator + Clone> IdIterator<I> for T {}

/// The ids of some rows in a row.
pub(super) fn all<I: Id>(rows: ops::Range<usize>) -> impl IdIterator<I> {
    rows.map(I::at)
}

/// A set of claims.
pub type ClaimSet = IdSet<ClaimId>;
/// A set of origins.
pub type OriginSet = IdSet<OriginId>;
/// A set of transfers.
pub type TransferSet = IdSet<TransferId>;
/// A set of documents.
pub type DocumentSet = IdSet<DocumentId>;
/// A set of countries.
pub type CountrySet = IdSet<CountryId>;

/// A set of the things of one table: a bit for each row, so that sets are cut and joined word by word.
pub struct IdSet<I> {
    bits: FixedBitSet,
    of: PhantomData<fn() -> I>,
}

impl<I> IdSet<I> {
    /// A set of nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self { bits: FixedBitSet::new(), of: PhantomData }
    }
}

impl<I: Id> IdSet<I> {
    /// Adds one.
    pub fn insert(&mut self, id: I) {
        self.bits.grow_and_insert(id.index());
    }

    /// Takes one out.
    pub fn remove(&mut self, id: I) {
        if self.contains(id) {
            self.bits.remove(id.index());
        }
    }

    /// Whether one is in it.
    #[must_use]
    pub fn contains(&self, id: I) -> bool {
        self.bits.contains(id.index())
    }

    /// How many are in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.bits.count_ones(..)
    }

    /// Whether none is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bits.is_clear()
    }

    /// Those in it, in the order of their table.
    pub fn iter(&self) -> impl Iterator<Item = I> {
        self.bits.ones().map(I::at)
    }

    /// Adds all of another set.
    pub fn union_with(&mut self, other: &Self) {
        self.bits.union_with(&other.bits);
    }

    /// Takes out what is not in another set.
    pub fn intersect_with(&mut self, other: &Self) {
        self.bits.intersect_with(&other.bits);
    }

    /// Takes out what is in another set.
    pub fn difference_with(&mut self, other: &Self) {
        self.bits.difference_with(&other.bits);
    }

    /// What is in both, in the order of their table.
    pub fn intersection<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = I> {
        self.bits.intersection(&other.bits).map(I::at)
    }

    /// How many are in both.
    #[must_use]
    pub fn intersection_len(&self, other: &Self) -> usize {
        self.bits.intersection_count(&other.bits)
    }

    /// What is in this one and not in another, in the order of their table.
    pub fn difference<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = I> {
        self.bits.difference(&other.bits).map(I::at)
    }

    /// Whether another set has all of it.
    #[must_use]
    pub fn is_subset(&self, other: &Self) -> bool {
        self.bits.is_subset(&other.bits)
    }

    /// Takes all out.
    pub fn clear(&mut self) {
        self.bits.clear();
    }
}

impl<I> Clone for IdSet<I> {
    fn clone(&self) -> Self {
        Self { bits: self.bits.clone(), of: PhantomData }
    }
}

impl<I> Default for IdSet<I> {
    fn default() -> Self {
        Self::new()
    }
}

/// By what is in them, however much room either has.
impl<I: Id> PartialEq for IdSet<I> {
    fn eq(&self, other: &Self) -> bool {
        self.is_subset(other) && other.is_subset(self)
    }
}

impl<I: Id> Eq for IdSet<I> {}

impl<I: Id> fmt::Debug for IdSet<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl<I: Id> Extend<I> for IdSet<I> {
    fn extend<T: IntoIterator<Item = I>>(&mut self, ids: T) {
        for id in ids {
            self.insert(id);
        }
    }
}

impl<I: Id> FromIterator<I> for IdSet<I> {
    fn from_iter<T: IntoIterator<Item = I>>(ids: T) -> Self {
        let mut set = Self::new();
        set.extend(ids);
        set
    }
}

/// Something for each thing of one table, in the table's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdVec<I, T> {
    rows: Vec<T>,
    of: PhantomData<fn() -> I>,
}

impl<I: Id, T> IdVec<I, T> {
    /// How many rows it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether it has no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows, each with what it is for.
    pub fn iter(&self) -> impl Iterator<Item = (I, &T)> {
        self.rows.iter().enumerate().map(|(index, row)| (I::at(index), row))
    }
}

/// From a row for each, in the table's order.
impl<I, T> FromIterator<T> for IdVec<I, T> {
    fn from_iter<R: IntoIterator<Item = T>>(rows: R) -> Self {
        Self { rows: rows.into_iter().collect(), of: PhantomData }
    }
}

#[expect(clippy::indexing_slicing, reason = "an id of another corpus is a fault of ours")]
impl<I: Id, T> ops::Index<I> for IdVec<I, T> {
    type Output = T;

    fn index(&self, id: I) -> &T {
        &self.rows[id.index()]
    }
}

#[expect(clippy::indexing_slicing, reason = "an id of another corpus is a fault of ours")]
impl<I: Id, T> ops::IndexMut<I> for IdVec<I, T> {
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.rows[id.index()]
    }
}

#[cfg(test)]
mod tests {
    use super::{ClaimId, ClaimSet};

    #[test]
    fn sets_are_equal_by_what_is_in_them() {
        let mut roomy = ClaimSet::from_iter([1, 500].map(ClaimId));
        let small = ClaimSet::from_iter([ClaimId(1)]);
        assert_ne!(roomy, small);
        roomy.remove(ClaimId(500));
        assert_eq!(roomy, small);
        assert_eq!(small, roomy);
        roomy.remove(ClaimId(9000));
        assert!(!roomy.contains(ClaimId(9000)));
        assert_eq!(format!("{roomy:?}"), "{ClaimId(1)}");
    }
}
