//! The corpus as it is written, and as it is used.

use super::ids::{self, Id, IdIterator};
use super::{
    Category, CategoryId, Claim, ClaimId, Country, CountryId, CountryNames, Document, DocumentId,
    Edition, Origin, OriginId, Text, Transfer, TransferId, Withdrawn,
};
use serde::{Deserialize, Serialize};
use std::{collections::HashMap, fmt, ops::Range};

/// A corpus as written, whole or a part: one JSON, and what the files of `seeds/` add up to. References are
/// ids.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(title = "A corpus of Claim Atlas")
)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What the corpus is called, where it is to be told from another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Which state of the corpus this is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<Edition>,
    /// The languages of its texts, as BCP 47 has them: each text is there in each of them.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub languages: Vec<String>,
    /// The countries, in the order in which equals are listed.
    pub countries: Vec<Country>,
    /// The categories, in the order in which they are listed.
    pub categories: Vec<Category>,
    /// The origins, in the order in which equals are listed.
    pub origins: Vec<Origin>,
    /// The transfers, in the order in which equals are listed.
    pub transfers: Vec<Transfer>,
    /// Names that mean one thing, for the search: whoever looks for one of a row finds the others, too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<Vec<String>>,
    /// The documents, each with its claims.
    pub documents: Vec<Document>,
}

impl Source {
    /// Reads a corpus in the form in which the build compiles it in and the export writes it.
    ///
    /// # Errors
    /// The first thing that does not fit: a field that is missing or unknown, or a value that no status,
    /// stance or kind is called by; with line and column. [`check_json`](super::check_json) names them all,
    /// and holds to the rules too; this is for what the build has checked.
    pub fn read(json: &str) -> serde_json::Result<Self> {
        serde_json::from_str(json)
    }
}

impl Source {
    /// The corpus as one JSON, on one line.
    ///
    /// # Panics
    /// Never: texts, numbers and lists of them can be written.
    #[must_use]
    pub fn json(&self) -> String {
        serde_json::to_string(self).expect("a corpus is JSON")
    }

    /// The corpus as JSON that can stand in an element of a page: nothing in it ends that.
    ///
    /// # Panics
    /// Never: texts, numbers and lists of them can be written.
    #[must_use]
    pub fn in_markup(&self) -> String {
        let json = self.json();
        // In JSON the sign stands in texts alone, where it may be written so.
        if json.contains('<') { json.replace('<', "\\u003c") } else { json }
    }
}

#[cfg(test)]
impl Source {
    /// The same, of which a claim was withdrawn.
    #[must_use]
    pub fn without(mut self, id: &str) -> Self {
        for document in &mut self.documents {
            if let Some(at) = document.claims.iter().position(|it| it.id == id) {
                let claim = document.claims.remove(at);
                let reason = Text::new("de", "Falsch gelesen.").with("en", "It was misread.");
                document.withdrawn.push(Withdrawn { date: "2026-11-25".to_owned(), reason, claim });
            }
        }
        self
    }
}

/// A source whose references are resolved once, so that what selects and counts works on ids that are
/// indices.
///
/// Private fields, because the links fit exactly these tables: made by [`Corpus::new`].
#[derive(Clone, Debug)]
pub struct Corpus {
    source: Source,
    links: Links,
}

/// A corpus's references, resolved.
#[derive(Clone, Debug, Default)]
struct Links {
    /// A row for each claim, in the documents' order.
    claims: Vec<ClaimLinks>,
    /// A row for each transfer.
    transfers: Vec<TransferLinks>,
    /// For each document the range of its claims.
    documents: Vec<Range<usize>>,
    /// For each document who published it.
    outlets: Vec<OriginId>,
    /// For each origin the country that it speaks for.
    speaks_for: Vec<Option<CountryId>>,
}

#[derive(Clone, Debug)]
struct ClaimLinks {
    document: DocumentId,
    transfer: Option<TransferId>,
    category: CategoryId,
    countries: Vec<CountryId>,
    /// The whole chain, the document's outlet first.
    chain: Vec<OriginId>,
    disputes: Vec<ClaimId>,
}

#[derive(Clone, Debug)]
struct TransferLinks {
    from: CountryId,
    to: CountryId,
    category: CategoryId,
    claims: Vec<ClaimId>,
}

/// A reference to something that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dangling {
    /// What refers to it: a kind of row, and its id.
    pub from: String,
    /// The table that was looked into.
    pub table: &'static str,
    /// The id that it does not hold; nothing where none is named.
    pub id: Option<String>,
}

impl fmt::Display for Dangling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { from, table, id } = self;
        match id {
            Some(id) => write!(f, "{from} names `{id}`, which is not in {table}"),
            None => write!(f, "{from} names nothing of {table}"),
        }
    }
}

impl std::error::Error for Dangling {}

/// A table's ids as written, and which row each names.
struct Names<'a, I> {
    table: &'static str,
    rows: HashMap<&'a str, I>,
}

impl<'a, I: Id> Names<'a, I> {
    fn new(table: &'static str, names: impl Iterator<Item = &'a str>) -> Self {
        Self { table, rows: names.enumerate().map(|(at, name)| (name, I::at(at))).collect() }
    }

    /// The row with a name that something else refers to.
    fn find(&self, name: &str, from: &dyn Fn() -> String) -> Result<I, Dangling> {
        let found = self.rows.get(name).copied();
        found.ok_or_else(|| Dangling { from: from(), table: self.table, id: Some(name.to_owned()) })
    }

    fn find_all(&self, names: &[String], from: &dyn Fn() -> String) -> Result<Vec<I>, Dangling> {
        names.iter().map(|name| self.find(name, from)).collect()
    }
}

impl Corpus {
    /// Resolves every reference.
    ///
    /// # Errors
    /// The first reference to something that is not there. [`check_json`](super::check_json) names them
    /// all, with their places; this is for a source that did not pass it.
    pub fn new(source: Source) -> Result<Self, Dangling> {
        let links = link(&source)?;
        Ok(Self { source, links })
    }

    /// The tables as written.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// How many claims there are, context included.
    #[must_use]
    pub fn claim_count(&self) -> usize {
        self.links.claims.len()
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
        self.claims().find(|(_, claim)| claim.id == id).map(|(at, _)| at)
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
        self.transfer_ids().find(|&it| self.transfer(it).id == id)
    }

    /// The document that links call so.
    #[must_use]
    pub fn find_document(&self, id: &str) -> Option<DocumentId> {
        self.document_ids().find(|&it| self.document(it).id == id)
    }

    /// The origin that links call so.
    #[must_use]
    pub fn find_origin(&self, id: &str) -> Option<OriginId> {
        self.origin_ids().find(|&it| self.origin(it).id == id)
    }

    /// The country that links call so.
    #[must_use]
    pub fn find_country(&self, id: &str) -> Option<CountryId> {
        self.country_ids().find(|&it| self.country(it).id == id)
    }

    /// A claim.
    #[must_use]
    pub fn claim(&self, claim: ClaimId) -> &Claim {
        let document = self.row(claim).document;
        let first = at(&self.links.documents, document).start;
        at(&self.document(document).claims, ClaimId(claim.0 - first))
    }

    /// A document.
    #[must_use]
    pub fn document(&self, document: DocumentId) -> &Document {
        at(&self.source.documents, document)
    }

    /// A transfer.
    #[must_use]
    pub fn transfer(&self, transfer: TransferId) -> &Transfer {
        at(&self.source.transfers, transfer)
    }

    /// A country.
    #[must_use]
    pub fn country(&self, country: CountryId) -> &Country {
        at(&self.source.countries, country)
    }

    /// An origin.
    #[must_use]
    pub fn origin(&self, origin: OriginId) -> &Origin {
        at(&self.source.origins, origin)
    }

    /// A category.
    #[must_use]
    pub fn category(&self, category: CategoryId) -> &Category {
        at(&self.source.categories, category)
    }

    /// The document of a claim.
    #[must_use]
    pub fn document_of(&self, claim: ClaimId) -> DocumentId {
        self.row(claim).document
    }

    /// The transfer of a claim; nothing where it is context.
    #[must_use]
    pub fn transfer_of(&self, claim: ClaimId) -> Option<TransferId> {
        self.row(claim).transfer
    }

    /// The category of a claim: its transfer's, or its own where it is context.
    #[must_use]
    pub fn category_of(&self, claim: ClaimId) -> CategoryId {
        self.row(claim).category
    }

    /// The countries of a claim: both sides of its transfer, or those that a context claim names.
    #[must_use]
    pub fn countries_of(&self, claim: ClaimId) -> &[CountryId] {
        &self.row(claim).countries
    }

    /// A claim's attribution as a chain of origins, from the document's outlet back to the root;
    /// never empty.
    #[must_use]
    pub fn chain(&self, claim: ClaimId) -> &[OriginId] {
        &self.row(claim).chain
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
        &self.row(claim).disputes
    }

    /// The claims of a document, in the order of the text.
    #[must_use]
    pub fn claims_of_document(&self, document: DocumentId) -> impl IdIterator<ClaimId> + use<> {
        ids::all(at(&self.links.documents, document).clone())
    }

    /// The claims of a transfer, in the documents' order.
    #[must_use]
    pub fn claims_of(&self, transfer: TransferId) -> &[ClaimId] {
        &at(&self.links.transfers, transfer).claims
    }

    /// The origin that published a document.
    #[must_use]
    pub fn outlet(&self, document: DocumentId) -> OriginId {
        *at(&self.links.outlets, document)
    }

    /// The supplier and the recipient of a transfer.
    #[must_use]
    pub fn sides(&self, transfer: TransferId) -> (CountryId, CountryId) {
        let row = at(&self.links.transfers, transfer);
        (row.from, row.to)
    }

    /// The country whose authorities an origin speaks for.
    #[must_use]
    pub fn speaks_for(&self, origin: OriginId) -> Option<CountryId> {
        *at(&self.links.speaks_for, origin)
    }

    fn row(&self, claim: ClaimId) -> &ClaimLinks {
        at(&self.links.claims, claim)
    }
}

/// The one place where an id may be wrong: ids come from this corpus or not at all.
#[expect(clippy::indexing_slicing, reason = "an id of another corpus is a fault of ours")]
fn at<T, I: Id>(table: &[T], id: I) -> &T {
    &table[id.index()]
}

fn link(source: &Source) -> Result<Links, Dangling> {
    let countries: Names<CountryId> =
        Names::new("countries", source.countries.iter().map(|it| it.id.as_str()));
    let categories: Names<CategoryId> =
        Names::new("categories", source.categories.iter().map(|it| it.id.as_str()));
    let origins: Names<OriginId> =
        Names::new("origins", source.origins.iter().map(|it| it.id.as_str()));
    let transfers: Names<TransferId> =
        Names::new("transfers", source.transfers.iter().map(|it| it.id.as_str()));
    let all_claims = source.documents.iter().flat_map(|document| &document.claims);
    let claims: Names<ClaimId> = Names::new("claims", all_claims.map(|it| it.id.as_str()));

    let mut links = Links::default();
    for origin in &source.origins {
        let from = || format!("the origin `{}`", origin.id);
        let country = origin.speaks_for.as_ref().map(|id| countries.find(id, &from));
        links.speaks_for.push(country.transpose()?);
    }
    for transfer in &source.transfers {
        let from = || format!("the transfer `{}`", transfer.id);
        links.transfers.push(TransferLinks {
            from: countries.find(&transfer.from, &from)?,
            to: countries.find(&transfer.to, &from)?,
            category: categories.find(&transfer.category, &from)?,
            claims: Vec::new(),
        });
    }
    for (document_at, document) in source.documents.iter().enumerate() {
        let first = links.claims.len();
        let outlet =
            origins.find(&document.outlet, &|| format!("the document `{}`", document.id))?;
        links.outlets.push(outlet);
        for claim in &document.claims {
            let from = || format!("the claim `{}`", claim.id);
            let transfer =
                claim.transfer.as_ref().map(|id| transfers.find(id, &from)).transpose()?;
            let (category, countries) = match (transfer, &claim.category) {
                (Some(transfer), _) => {
                    let of = links.transfers.get_mut(transfer.0).expect("it was found there");
                    of.claims.push(ClaimId(links.claims.len()));
                    (of.category, vec![of.from, of.to])
                }
                (None, Some(category)) => (
                    categories.find(category, &from)?,
                    countries.find_all(&claim.countries, &from)?,
                ),
                (None, None) => {
                    let table = "transfers and categories";
                    return Err(Dangling { from: from(), table, id: None });
                }
            };
            let mut chain = vec![outlet];
            chain.extend(origins.find_all(&claim.attribution, &from)?);
            let disputes = claims.find_all(&claim.disputes, &from)?;
            let document = DocumentId(document_at);
            links.claims.push(ClaimLinks {
                document,
                transfer,
                category,
                countries,
                chain,
                disputes,
            });
        }
        links.documents.push(first..links.claims.len());
    }
    Ok(links)
}
