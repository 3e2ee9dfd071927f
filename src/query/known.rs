//! Which values exist.

use super::Facet;
use crate::corpus::{Corpus, Kind, Status};

/// Whether a facet has such a value in this corpus.
#[must_use]
pub fn knows(corpus: &Corpus, facet: Facet, id: &str) -> bool {
    ids(corpus, facet).contains(&id)
}

/// The ids that a facet's values have, in the order in which they are listed.
pub(super) fn ids(corpus: &Corpus, facet: Facet) -> Vec<&str> {
    let source = corpus.source();
    match facet {
        Facet::Country => source.countries.iter().map(|it| it.id.as_str()).collect(),
        Facet::Category => source.categories.iter().map(|it| it.id.as_str()).collect(),
        Facet::Status => Status::ALL.iter().map(|it| it.id()).collect(),
        Facet::Kind => Kind::ALL.iter().map(|it| it.id()).collect(),
        Facet::Origin => source.origins.iter().map(|it| it.id.as_str()).collect(),
        Facet::Document => source.documents.iter().map(|it| it.id.as_str()).collect(),
    }
}
