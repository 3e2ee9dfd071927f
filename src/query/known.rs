//! Which values exist.

use super::Facet;
use crate::corpus::{Corpus, Kind, Status};

/// Whether a facet has such a value in this corpus.
#[must_use]
pub fn knows(corpus: &Corpus, facet: Facet, id: &str) -> bool {
    let source = corpus.source();
    match facet {
        Facet::Country => source.countries.iter().any(|it| it.id == id),
        Facet::Category => source.categories.iter().any(|it| it.id == id),
        Facet::Status => Status::ALL.iter().any(|it| it.id() == id),
        Facet::Kind => Kind::ALL.iter().any(|it| it.id() == id),
        Facet::Origin => source.origins.iter().any(|it| it.id == id),
        Facet::Document => source.documents.iter().any(|it| it.id == id),
    }
}
