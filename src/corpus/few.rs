//! A few things of one table. A set of bits has room for the whole table, which is much for the three origins of one
//! transfer among thousands.

use super::ids::Id;
use std::fmt;

/// A set of a few things of one table, which takes no more room than they need.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Few<I>(Vec<I>);

impl<I: Id> Few<I> {
    /// A set of nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds one.
    pub fn insert(&mut self, id: I) {
        if let Err(at) = self.0.binary_search(&id) {
            self.0.insert(at, id);
        }
    }

    /// Whether one is in it.
    #[must_use]
    pub fn contains(&self, id: I) -> bool {
        self.0.binary_search(&id).is_ok()
    }

    /// How many are in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Those in it, in the order of their table.
    pub fn iter(&self) -> impl Iterator<Item = I> {
        self.0.iter().copied()
    }

    /// What is in this one and not in another, in the order of their table.
    pub fn difference<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = I> {
        self.iter().filter(|&it| !other.contains(it))
    }

    /// Whether another set has all of it.
    #[must_use]
    pub fn is_subset(&self, other: &Self) -> bool {
        self.iter().all(|it| other.contains(it))
    }
}

impl<I: Id> Default for Few<I> {
    fn default() -> Self {
        Self::new()
    }
}

impl<I: Id> fmt::Debug for Few<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl<I: Id> Extend<I> for Few<I> {
    fn extend<T: IntoIterator<Item = I>>(&mut self, ids: T) {
        for id in ids {
            self.insert(id);
        }
    }
}

impl<I: Id> FromIterator<I> for Few<I> {
    fn from_iter<T: IntoIterator<Item = I>>(ids: T) -> Self {
        let mut all: Vec<I> = ids.into_iter().collect();
        all.sort_unstable();
        all.dedup();
        Self(all)
    }
}

#[cfg(test)]
mod tests {
    use super::Few;
    use crate::corpus::ids::{ClaimId, Id};

    #[test]
    fn it_has_each_once_in_the_order_of_the_table() {
        let few: Few<ClaimId> = [7, 2, 7, 5].into_iter().map(ClaimId::at).collect();
        assert_eq!(format!("{few:?}"), "{ClaimId(2), ClaimId(5), ClaimId(7)}");
        let other = Few::from_iter([ClaimId::at(5)]);
        assert!(other.is_subset(&few) && !few.is_subset(&other));
        assert!(few.difference(&other).eq([2, 7].map(ClaimId::at)));
    }
}
