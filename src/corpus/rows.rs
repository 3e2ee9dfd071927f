//! The rows of a source by their ids as written, so that what refers to one finds it at once.

use super::Hasher;
use super::ids::{self, Id, IdIterator, IdSet};
use super::{
    CategoryId, Claim, ClaimId, CountryId, Document, DocumentId, OriginId, Source, TransferId,
};
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use std::hash::BuildHasher;

/// Where the rows of one source are. It knows the source's ids only by their places, and has to be asked with that
/// source: then a corpus can keep both, and no id is held twice.
#[derive(Clone, Debug)]
pub(super) struct Rows {
    pub(super) countries: Names<CountryId>,
    pub(super) categories: Names<CategoryId>,
    pub(super) origins: Names<OriginId>,
    pub(super) transfers: Names<TransferId>,
    pub(super) documents: Names<DocumentId>,
    pub(super) claims: Names<ClaimId>,
    /// For each document its first claim, and behind them how many claims there are.
    firsts: Vec<ClaimId>,
    /// For each claim its document.
    document_of: Vec<DocumentId>,
}

impl Rows {
    pub(super) fn new(source: &Source) -> Self {
        let mut firsts = vec![ClaimId::at(0)];
        let mut document_of = Vec::new();
        for (at, document) in source.documents.iter().enumerate() {
            document_of.resize(document_of.len() + document.claims.len(), DocumentId::at(at));
            firsts.push(ClaimId::at(document_of.len()));
        }
        let claims = source.documents.iter().flat_map(|it| &it.claims);
        let claim_names: Vec<&str> = claims.map(|it| it.id.as_str()).collect();
        Self {
            countries: Names::new(source.countries.len(), |it| &row(&source.countries, it).id),
            categories: Names::new(source.categories.len(), |it| &row(&source.categories, it).id),
            origins: Names::new(source.origins.len(), |it| &row(&source.origins, it).id),
            transfers: Names::new(source.transfers.len(), |it| &row(&source.transfers, it).id),
            documents: Names::new(source.documents.len(), |it| &row(&source.documents, it).id),
            claims: Names::new(claim_names.len(), |it| *row(&claim_names, it)),
            firsts,
            document_of,
        }
    }

    /// The country with an id; of several the first, as in all that follow.
    pub(super) fn country(&self, source: &Source, id: &str) -> Option<CountryId> {
        self.countries.find(id, |it| &row(&source.countries, it).id)
    }

    /// The category with an id.
    pub(super) fn category(&self, source: &Source, id: &str) -> Option<CategoryId> {
        self.categories.find(id, |it| &row(&source.categories, it).id)
    }

    /// The origin with an id.
    pub(super) fn origin(&self, source: &Source, id: &str) -> Option<OriginId> {
        self.origins.find(id, |it| &row(&source.origins, it).id)
    }

    /// The transfer with an id.
    pub(super) fn transfer(&self, source: &Source, id: &str) -> Option<TransferId> {
        self.transfers.find(id, |it| &row(&source.transfers, it).id)
    }

    /// The document with an id.
    pub(super) fn document(&self, source: &Source, id: &str) -> Option<DocumentId> {
        self.documents.find(id, |it| &row(&source.documents, it).id)
    }

    /// The claim with an id.
    pub(super) fn claim(&self, source: &Source, id: &str) -> Option<ClaimId> {
        self.claims.find(id, |it| &self.claim_at(source, it).id)
    }

    /// How many claims there are.
    pub(super) fn claim_count(&self) -> usize {
        self.document_of.len()
    }

    /// The claims, in the documents' order.
    pub(super) fn claim_ids(&self) -> impl IdIterator<ClaimId> + use<> {
        ids::all(0..self.claim_count())
    }

    /// The documents, in the order of their table.
    pub(super) fn document_ids(&self) -> impl IdIterator<DocumentId> + use<> {
        ids::all(0..self.firsts.len() - 1)
    }

    /// A claim.
    pub(super) fn claim_at<'a>(&self, source: &'a Source, claim: ClaimId) -> &'a Claim {
        let document = self.document_of(claim);
        let of_document: &Document = row(&source.documents, document);
        let first = *row(&self.firsts, document);
        row(&of_document.claims, ClaimId::at(claim.index() - first.index()))
    }

    /// The document of a claim.
    pub(super) fn document_of(&self, claim: ClaimId) -> DocumentId {
        *row(&self.document_of, claim)
    }

    /// The claims of a document.
    pub(super) fn claims_of(&self, document: DocumentId) -> impl IdIterator<ClaimId> + use<> {
        let (first, end) = (row(&self.firsts, document), row(&self.firsts, after(document)));
        ids::all(first.index()..end.index())
    }
}

fn after(document: DocumentId) -> DocumentId {
    DocumentId::at(document.index() + 1)
}

/// The one place where an id may be wrong: ids come from this corpus or not at all.
#[expect(clippy::indexing_slicing, reason = "an id of another corpus is a fault of ours")]
pub(super) fn row<T, I: Id>(table: &[T], id: I) -> &T {
    &table[id.index()]
}

/// The rows of one table by their ids as written.
#[derive(Clone, Debug)]
pub(super) struct Names<I: Id> {
    rows: HashTable<I>,
    hasher: Hasher,
    /// The rows whose id an earlier one has.
    repeated: IdSet<I>,
}

impl<I: Id> Names<I> {
    fn new<'a>(count: usize, name: impl Fn(I) -> &'a str) -> Self {
        let hasher = Hasher::default();
        let hash = |it: &I| hasher.hash_one(name(*it));
        let mut rows = HashTable::with_capacity(count);
        let mut repeated = IdSet::new();
        for id in ids::all(0..count) {
            match rows.entry(hash(&id), |&it| name(it) == name(id), hash) {
                Entry::Vacant(place) => {
                    place.insert(id);
                }
                Entry::Occupied(_) => repeated.insert(id),
            }
        }
        Self { rows, hasher, repeated }
    }

    /// Whether an earlier row has the same id.
    pub(super) fn is_repeated(&self, id: I) -> bool {
        self.repeated.contains(id)
    }

    fn find<'a>(&self, wanted: &str, name: impl Fn(I) -> &'a str) -> Option<I> {
        let hash = self.hasher.hash_one(wanted);
        self.rows.find(hash, |&it| name(it) == wanted).copied()
    }
}
