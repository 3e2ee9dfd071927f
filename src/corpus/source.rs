//! The corpus as it is written, and as it is used.

use super::{Category, Claim, Country, Document, Edition, Origin, Transfer};
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

/// A source whose references are resolved once, so that what selects and counts works on indices.
///
/// Private fields, because the links fit exactly these tables: made by [`Corpus::new`].
#[derive(Clone, Debug)]
pub struct Corpus {
    source: Source,
    links: Links,
}

/// A corpus's references as indices into its tables.
#[derive(Clone, Debug, Default)]
struct Links {
    /// A row for each claim, in the documents' order.
    claims: Vec<ClaimLinks>,
    /// A row for each transfer.
    transfers: Vec<TransferLinks>,
    /// For each document the range of its claims.
    documents: Vec<Range<usize>>,
    /// For each document who published it.
    outlets: Vec<usize>,
    /// For each origin the country that it speaks for.
    speaks_for: Vec<Option<usize>>,
}

#[derive(Clone, Debug)]
struct ClaimLinks {
    document: usize,
    transfer: Option<usize>,
    category: usize,
    countries: Vec<usize>,
    /// The whole chain, the document's outlet first.
    chain: Vec<usize>,
    disputes: Vec<usize>,
}

#[derive(Clone, Debug)]
struct TransferLinks {
    from: usize,
    to: usize,
    category: usize,
    claims: Vec<usize>,
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

/// A table's ids, and where each stands.
struct Ids<'a> {
    table: &'static str,
    index: HashMap<&'a str, usize>,
}

impl<'a> Ids<'a> {
    fn new(table: &'static str, ids: impl Iterator<Item = &'a str>) -> Self {
        Self { table, index: ids.enumerate().map(|(at, id)| (id, at)).collect() }
    }

    /// Where the row with an id stands that something else names.
    fn find(&self, id: &str, from: &dyn Fn() -> String) -> Result<usize, Dangling> {
        let found = self.index.get(id).copied();
        found.ok_or_else(|| Dangling { from: from(), table: self.table, id: Some(id.to_owned()) })
    }

    fn find_all(&self, ids: &[String], from: &dyn Fn() -> String) -> Result<Vec<usize>, Dangling> {
        ids.iter().map(|id| self.find(id, from)).collect()
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

    /// Every claim, in the documents' order, with its index.
    pub fn claims(&self) -> impl Iterator<Item = (usize, &Claim)> {
        self.source.documents.iter().flat_map(|document| &document.claims).enumerate()
    }

    /// The index of the claim with an id.
    #[must_use]
    pub fn find_claim(&self, id: &str) -> Option<usize> {
        self.claims().find(|(_, claim)| claim.id == id).map(|(at, _)| at)
    }

    /// The index of the transfer with an id.
    #[must_use]
    pub fn find_transfer(&self, id: &str) -> Option<usize> {
        self.source.transfers.iter().position(|transfer| transfer.id == id)
    }

    /// The claim at an index.
    #[must_use]
    pub fn claim(&self, claim: usize) -> &Claim {
        let document = self.row(claim).document;
        let first = at(&self.links.documents, document).start;
        at(&self.document(document).claims, claim - first)
    }

    /// The document at an index.
    #[must_use]
    pub fn document(&self, document: usize) -> &Document {
        at(&self.source.documents, document)
    }

    /// The transfer at an index.
    #[must_use]
    pub fn transfer(&self, transfer: usize) -> &Transfer {
        at(&self.source.transfers, transfer)
    }

    /// The country at an index.
    #[must_use]
    pub fn country(&self, country: usize) -> &Country {
        at(&self.source.countries, country)
    }

    /// The origin at an index.
    #[must_use]
    pub fn origin(&self, origin: usize) -> &Origin {
        at(&self.source.origins, origin)
    }

    /// The category at an index.
    #[must_use]
    pub fn category(&self, category: usize) -> &Category {
        at(&self.source.categories, category)
    }

    /// The document of a claim.
    #[must_use]
    pub fn document_of(&self, claim: usize) -> usize {
        self.row(claim).document
    }

    /// The transfer of a claim; nothing where it is context.
    #[must_use]
    pub fn transfer_of(&self, claim: usize) -> Option<usize> {
        self.row(claim).transfer
    }

    /// The category of a claim: its transfer's, or its own where it is context.
    #[must_use]
    pub fn category_of(&self, claim: usize) -> usize {
        self.row(claim).category
    }

    /// The countries of a claim: both sides of its transfer, or those that a context claim names.
    #[must_use]
    pub fn countries_of(&self, claim: usize) -> &[usize] {
        &self.row(claim).countries
    }

    /// A claim's attribution as a chain of origins, from the document's outlet back to the root;
    /// never empty.
    #[must_use]
    pub fn chain(&self, claim: usize) -> &[usize] {
        &self.row(claim).chain
    }

    /// The claims that a claim contradicts.
    #[must_use]
    pub fn disputed_by(&self, claim: usize) -> &[usize] {
        &self.row(claim).disputes
    }

    /// The claims of a document.
    #[must_use]
    pub fn claims_of_document(&self, document: usize) -> Range<usize> {
        at(&self.links.documents, document).clone()
    }

    /// The claims of a transfer, in the documents' order.
    #[must_use]
    pub fn claims_of(&self, transfer: usize) -> &[usize] {
        &at(&self.links.transfers, transfer).claims
    }

    /// The origin that published a document.
    #[must_use]
    pub fn outlet(&self, document: usize) -> usize {
        *at(&self.links.outlets, document)
    }

    /// The supplier and the recipient of a transfer.
    #[must_use]
    pub fn sides(&self, transfer: usize) -> (usize, usize) {
        let row = at(&self.links.transfers, transfer);
        (row.from, row.to)
    }

    /// The country whose authorities an origin speaks for.
    #[must_use]
    pub fn speaks_for(&self, origin: usize) -> Option<usize> {
        *at(&self.links.speaks_for, origin)
    }

    fn row(&self, claim: usize) -> &ClaimLinks {
        at(&self.links.claims, claim)
    }
}

/// The one place where an index may be wrong: indices come from this corpus or not at all.
#[expect(clippy::indexing_slicing, reason = "an index of another corpus is a fault of ours")]
fn at<T>(table: &[T], index: usize) -> &T {
    &table[index]
}

fn link(source: &Source) -> Result<Links, Dangling> {
    let countries = Ids::new("countries", source.countries.iter().map(|it| it.id.as_str()));
    let categories = Ids::new("categories", source.categories.iter().map(|it| it.id.as_str()));
    let origins = Ids::new("origins", source.origins.iter().map(|it| it.id.as_str()));
    let transfers = Ids::new("transfers", source.transfers.iter().map(|it| it.id.as_str()));
    let all_claims = source.documents.iter().flat_map(|document| &document.claims);
    let claims = Ids::new("claims", all_claims.map(|it| it.id.as_str()));

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
                    let of = links.transfers.get_mut(transfer).expect("it was found there");
                    of.claims.push(links.claims.len());
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
            let document = document_at;
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
