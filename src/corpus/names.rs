//! The countries' names. The corpus holds their codes; who shows it brings the names along.

use super::{CountryId, IdVec, Text};
use std::ops::Index;

/// The countries' names, as the reader's browser knows them.
#[derive(Clone, Debug)]
pub struct CountryNames {
    full: IdVec<CountryId, Text>,
    short: IdVec<CountryId, Text>,
}

impl CountryNames {
    /// Names by country, in the corpus's order: each in full, and short, as a map has room for it.
    pub fn new(names: impl IntoIterator<Item = (Text, Text)>) -> Self {
        let (full, short): (Vec<Text>, Vec<Text>) = names.into_iter().unzip();
        Self { full: full.into_iter().collect(), short: short.into_iter().collect() }
    }

    /// A country's short name.
    #[must_use]
    pub fn short(&self, country: CountryId) -> &Text {
        &self.short[country]
    }
}

/// By a country its name in full.
impl Index<CountryId> for CountryNames {
    type Output = Text;

    fn index(&self, country: CountryId) -> &Text {
        &self.full[country]
    }
}

/// Names that are as long on a map as elsewhere.
impl FromIterator<Text> for CountryNames {
    fn from_iter<T: IntoIterator<Item = Text>>(names: T) -> Self {
        Self::new(names.into_iter().map(|name| (name.clone(), name)))
    }
}
