//! Chance that can be repeated, and what is chosen far more often than the rest.

/// Numbers that look thrown: `SplitMix64`, which needs no more state than its seed.
#[derive(Debug)]
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0 to just below the bound.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound.max(1)).unwrap_or(u64::MAX);
        usize::try_from(self.next() % bound).unwrap_or_default()
    }

    /// Whether something happens that does so in so many of a hundred cases.
    pub(crate) fn percent(&mut self, cases: usize) -> bool {
        self.below(100) < cases
    }

    /// One of some.
    pub(crate) fn of<'a, T>(&mut self, some: &'a [T]) -> &'a T {
        some.get(self.below(some.len())).expect("one of some")
    }

    /// One of some that come up as their ranks do.
    pub(crate) fn ranked<'a, T>(&mut self, ranks: &Ranks, some: &'a [T]) -> &'a T {
        some.get(self.rank(ranks)).expect("as many as there are ranks")
    }

    pub(crate) fn rank(&mut self, Ranks(sums): &Ranks) -> usize {
        let all = sums.last().copied().unwrap_or(1);
        let thrown = self.next() % all;
        sums.partition_point(|&sum| sum <= thrown)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

/// How often each of some things comes up: the first most often, as words, suppliers and news do. Kept as sums of
/// whole numbers, so that every machine chooses alike.
#[derive(Debug)]
pub(crate) struct Ranks(Vec<u64>);

impl Ranks {
    /// So many things whose share falls as `1 / (rank + flat)`, the law of Zipf and Mandelbrot.
    pub(crate) fn falling(count: usize, flat: u64) -> Self {
        Self::with(count, |rank| 1_000_000_000_000 / (rank + flat))
    }

    /// So many things whose share falls as the square of that: a few have nearly all.
    pub(crate) fn steep(count: usize, flat: u64) -> Self {
        Self::with(count, |rank| 1_000_000_000_000 / ((rank + flat) * (rank + flat)))
    }

    fn with(count: usize, share: impl Fn(u64) -> u64) -> Self {
        let mut sum = 0;
        let sums = (1..).take(count).map(|rank| {
            sum += share(rank).max(1);
            sum
        });
        Self(sums.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::{Dice, Ranks};

    #[test]
    fn the_first_come_up_most_often() {
        let mut dice = Dice::new(1);
        for (ranks, least) in [(Ranks::falling(100, 0), 1700), (Ranks::steep(100, 0), 5700)] {
            let mut often = [0; 100];
            (0..10_000).for_each(|_| often[dice.rank(&ranks)] += 1);
            assert!(often[0] > least, "{}", often[0]);
            assert!(often[0] > 2 * often[3] && often[3] > often[50]);
            assert!(often.iter().sum::<usize>() == 10_000);
        }
    }
}
