//! The corpus as it is used.

use super::ids::{self, Id, IdIterator};
use super::links::{Dangling, Links, Subject, link};
use super::rows::{Rows, row};
use super::{
    Category, CategoryId, Claim, ClaimId, Country, CountryId, CountryNames, Document, DocumentId,
    Lang, Origin, OriginId, Source, Text, Transfer, TransferId, Withdrawn,
};

/// A source whose references are resolved once, so that what selects and counts works on ids that are
/// indices.
///
/// Private fields, because the links fit exactly these tables: made by [`Corpus::new`].
#[derive(Clone, Debug)]
pub struct Corpus {
    source: Source,
    rows: Rows,
    links: Links,
}

impl Corpus {
    /// Resolves every reference.
    ///
    /// # Errors
    /// The first reference to something that is not there. [`check_json`](super::check_json) names them
    /// all, with their places; this is for a source that did not pass it.
    pub fn new(source: Source) -> Result<Self, Dangling> {
        let rows = Rows::new(&source);
        Self::of(source, rows)
    }

    /// The same, where it is known already which rows the source has.
    pub(super) fn of(source: Source, rows: Rows) -> Result<Self, Dangling> {
        let links = link(&source, &rows)?;
        Ok(Self { source, rows, links })
    }

    /// The tables as written.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The tables as written, without what refers to what.
    #[must_use]
    pub fn into_source(self) -> Source {
        self.source
    }

    /// How many claims there are, context included.
    #[must_use]
    pub fn claim_count(&self) -> usize {
        self.rows.claim_count()
    }

    /// The countries, in the order of their table.
    #[must_use]
    pub fn country_ids(&self) -> impl IdIterator<CountryId> + use<> {
        ids::all(0..self.source.countries.len())
    }

    /// The categories, in the order of their table.
    #[must_use]
    pub fn category_ids(&self) -> impl IdIterator<CategoryId> + use<> {
        ids::all(0..self.source.categories.len())
    }

    /// The origins, in the order of their table.
    #[must_use]
    pub fn origin_ids(&self) -> impl IdIterator<OriginId> + use<> {
        ids::all(0..self.source.origins.len())
    }

    /// The transfers, in the order of their table.
    #[must_use]
    pub fn transfer_ids(&self) -> impl IdIterator<TransferId> + use<> {
        ids::all(0..self.source.transfers.len())
    }

    /// The documents, in the order of their table.
    #[must_use]
    pub fn document_ids(&self) -> impl IdIterator<DocumentId> + use<> {
        ids::all(0..self.source.documents.len())
    }

    /// The claims, in the documents' order.
    #[must_use]
    pub fn claim_ids(&self) -> impl IdIterator<ClaimId> + use<> {
        ids::all(0..self.claim_count())
    }

    /// Every claim, in the documents' order, with which it is.
    pub fn claims(&self) -> impl Iterator<Item = (ClaimId, &Claim)> {
        self.claim_ids().zip(self.source.documents.iter().flat_map(|document| &document.claims))
    }

    /// The countries' names, where there is no browser that knows them: a group's own, else the code.
    #[must_use]
    pub fn country_codes(&self) -> CountryNames {
        let code = |it: &Country| Text::in_every(|_| it.id.clone());
        self.source.countries.iter().map(|it| it.name.clone().unwrap_or_else(|| code(it))).collect()
    }

    /// The claim that links call so.
    #[must_use]
    pub fn find_claim(&self, id: &str) -> Option<ClaimId> {
        self.rows.claim(&self.source, id)
    }

    /// Every claim that was withdrawn, with its document.
    pub fn withdrawn(&self) -> impl Iterator<Item = (DocumentId, &Withdrawn)> {
        let of = |it| self.document(it).withdrawn.iter().map(move |withdrawn| (it, withdrawn));
        self.document_ids().flat_map(of)
    }

    /// The claim that links call so and that was withdrawn.
    #[must_use]
    pub fn find_withdrawn(&self, id: &str) -> Option<(DocumentId, &Withdrawn)> {
        self.withdrawn().find(|(_, it)| it.claim.id == id)
    }

    /// The transfer that links call so.
    #[must_use]
    pub fn find_transfer(&self, id: &str) -> Option<TransferId> {
        self.rows.transfer(&self.source, id)
    }

    /// The document that links call so.
    #[must_use]
    pub fn find_document(&self, id: &str) -> Option<DocumentId> {
        self.rows.document(&self.source, id)
    }

    /// The origin that links call so.
    #[must_use]
    pub fn find_origin(&self, id: &str) -> Option<OriginId> {
        self.rows.origin(&self.source, id)
    }

    /// The country that links call so.
    #[must_use]
    pub fn find_country(&self, id: &str) -> Option<CountryId> {
        self.rows.country(&self.source, id)
    }

    /// A claim.
    #[must_use]
    pub fn claim(&self, claim: ClaimId) -> &Claim {
        self.rows.claim_at(&self.source, claim)
    }

    /// A document.
    #[must_use]
    pub fn document(&self, document: DocumentId) -> &Document {
        row(&self.source.documents, document)
    }

    /// A transfer.
    #[must_use]
    pub fn transfer(&self, transfer: TransferId) -> &Transfer {
        row(&self.source.transfers, transfer)
    }

    /// A country.
    #[must_use]
    pub fn country(&self, country: CountryId) -> &Country {
        row(&self.source.countries, country)
    }

    /// An origin.
    #[must_use]
    pub fn origin(&self, origin: OriginId) -> &Origin {
        row(&self.source.origins, origin)
    }

    /// A category.
    #[must_use]
    pub fn category(&self, category: CategoryId) -> &Category {
        row(&self.source.categories, category)
    }

    /// The document of a claim.
    #[must_use]
    pub fn document_of(&self, claim: ClaimId) -> DocumentId {
        self.rows.document_of(claim)
    }

    /// What a claim's document prints, for a reader, behind the tag of the language that it is in: [`Text::printed`].
    #[must_use]
    pub fn printed<'t>(&self, claim: ClaimId, lang: Lang, text: &'t Text) -> (&'t str, &'t str) {
        text.printed(lang, &self.document(self.document_of(claim)).language)
    }

    /// The transfer of a claim; nothing where it is context.
    #[must_use]
    pub fn transfer_of(&self, claim: ClaimId) -> Option<TransferId> {
        match *row(&self.links.subjects, claim) {
            Subject::Transfer(transfer) => Some(transfer),
            Subject::Context(_) => None,
        }
    }

    /// The category of a claim: its transfer's, or its own where it is context.
    #[must_use]
    pub fn category_of(&self, claim: ClaimId) -> CategoryId {
        match *row(&self.links.subjects, claim) {
            Subject::Transfer(transfer) => *row(&self.links.categories, transfer),
            Subject::Context(category) => category,
        }
    }

    /// The countries of a claim: both sides of its transfer, or those that a context claim names.
    #[must_use]
    pub fn countries_of(&self, claim: ClaimId) -> &[CountryId] {
        match *row(&self.links.subjects, claim) {
            Subject::Transfer(transfer) => self.links.sides(transfer),
            Subject::Context(_) => self.links.countries.at(claim.index()),
        }
    }

    /// A claim's attribution as a chain of origins, from the document's outlet back to the root;
    /// never empty.
    #[must_use]
    pub fn chain(&self, claim: ClaimId) -> &[OriginId] {
        self.links.chains.at(claim.index())
    }

    /// Whom a claim cites: its chain without the outlet; empty where that speaks for itself.
    #[must_use]
    pub fn cited(&self, claim: ClaimId) -> &[OriginId] {
        self.chain(claim).split_first().expect("a chain begins with the outlet").1
    }

    /// The root of a claim's chain: whom it goes back to, named or not.
    #[must_use]
    pub fn root(&self, claim: ClaimId) -> OriginId {
        *self.chain(claim).last().expect("a chain begins with the outlet")
    }

    /// The origin that published a claim's document: the first of its chain.
    #[must_use]
    pub fn outlet_of(&self, claim: ClaimId) -> OriginId {
        self.outlet(self.document_of(claim))
    }

    /// The claims that a claim contradicts.
    #[must_use]
    pub fn disputes_of(&self, claim: ClaimId) -> &[ClaimId] {
        self.links.disputes.at(claim.index())
    }

    /// The claims that contradict a claim, in the documents' order.
    #[must_use]
    pub fn disputed_by(&self, claim: ClaimId) -> &[ClaimId] {
        self.links.disputed_by.at(claim.index())
    }

    /// The claims of a document, in the order of the text.
    #[must_use]
    pub fn claims_of_document(&self, document: DocumentId) -> impl IdIterator<ClaimId> + use<> {
        self.rows.claims_of(document)
    }

    /// The claims of a transfer, in the documents' order.
    #[must_use]
    pub fn claims_of(&self, transfer: TransferId) -> &[ClaimId] {
        self.links.claims.at(transfer.index())
    }

    /// The origin that published a document.
    #[must_use]
    pub fn outlet(&self, document: DocumentId) -> OriginId {
        *row(&self.links.outlets, document)
    }

    /// The supplier and the recipient of a transfer.
    #[must_use]
    pub fn sides(&self, transfer: TransferId) -> (CountryId, CountryId) {
        let [supplier, recipient] = *self.links.sides(transfer);
        (supplier, recipient)
    }

    /// The country whose authorities an origin speaks for.
    #[must_use]
    pub fn speaks_for(&self, origin: OriginId) -> Option<CountryId> {
        *row(&self.links.speaks_for, origin)
    }
}
