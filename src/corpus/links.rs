//! What refers to what in a corpus, by ids that are indices.

use super::ids::Id;
use super::lists::Lists;
use super::rows::{Rows, row};
use super::{CategoryId, Claim, ClaimId, CountryId, OriginId, Source, TransferId};
use std::fmt;

/// A corpus's references, resolved.
#[derive(Clone, Debug)]
pub(super) struct Links {
    /// For each claim what it speaks of.
    pub(super) subjects: Vec<Subject>,
    /// For each claim the countries that it names where it is context.
    pub(super) countries: Lists<CountryId>,
    /// For each claim its whole chain, the document's outlet first.
    pub(super) chains: Lists<OriginId>,
    /// For each claim those that it contradicts.
    pub(super) disputes: Lists<ClaimId>,
    /// For each claim those that contradict it.
    pub(super) disputed_by: Lists<ClaimId>,
    /// For each transfer the supplier, then the recipient.
    sides: Vec<[CountryId; 2]>,
    /// For each transfer its category.
    pub(super) categories: Vec<CategoryId>,
    /// For each transfer its claims, in the documents' order.
    pub(super) claims: Lists<ClaimId>,
    /// For each document who published it.
    pub(super) outlets: Vec<OriginId>,
    /// For each origin the country that it speaks for.
    pub(super) speaks_for: Vec<Option<CountryId>>,
}

impl Links {
    /// The supplier and the recipient of a transfer.
    pub(super) fn sides(&self, transfer: TransferId) -> &[CountryId; 2] {
        row(&self.sides, transfer)
    }
}

/// What a claim speaks of.
#[derive(Clone, Copy, Debug)]
pub(super) enum Subject {
    /// A transfer.
    Transfer(TransferId),
    /// Something else, of a category.
    Context(CategoryId),
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

/// Resolves every reference of a source, or names the first that leads nowhere.
pub(super) fn link(source: &Source, rows: &Rows) -> Result<Links, Dangling> {
    let linker = Linker { source, rows };
    let mut links = Links {
        subjects: Vec::with_capacity(rows.claim_count()),
        countries: Lists::for_each_of(rows.claim_count()),
        chains: Lists::for_each_of(rows.claim_count()),
        disputes: Lists::for_each_of(rows.claim_count()),
        disputed_by: Lists::default(),
        sides: Vec::with_capacity(source.transfers.len()),
        categories: Vec::with_capacity(source.transfers.len()),
        claims: Lists::default(),
        outlets: Vec::with_capacity(source.documents.len()),
        speaks_for: Vec::with_capacity(source.origins.len()),
    };
    for origin in &source.origins {
        let from = || format!("the origin `{}`", origin.id);
        let country = origin.speaks_for.as_ref().map(|id| linker.country(id, &from));
        links.speaks_for.push(country.transpose()?);
    }
    for transfer in &source.transfers {
        let from = || format!("the transfer `{}`", transfer.id);
        let [supplier, recipient] = [&transfer.from, &transfer.to];
        links.sides.push([linker.country(supplier, &from)?, linker.country(recipient, &from)?]);
        links.categories.push(linker.category(&transfer.category, &from)?);
    }
    for document in &source.documents {
        let outlet =
            linker.origin(&document.outlet, &|| format!("the document `{}`", document.id))?;
        links.outlets.push(outlet);
        for claim in &document.claims {
            linker.claim(claim, outlet, &mut links)?;
        }
    }
    links.countries.fit();
    links.chains.fit();
    links.disputes.fit();
    links.claims = Lists::gathered(source.transfers.len(), |tell| {
        for (at, subject) in links.subjects.iter().enumerate() {
            if let Subject::Transfer(transfer) = subject {
                tell(transfer.index(), ClaimId::at(at));
            }
        }
    });
    links.disputed_by = Lists::gathered(rows.claim_count(), |tell| {
        for claim in rows.claim_ids() {
            for disputed in links.disputes.at(claim.index()) {
                tell(disputed.index(), claim);
            }
        }
    });
    Ok(links)
}

/// What references are looked up in.
struct Linker<'a> {
    source: &'a Source,
    rows: &'a Rows,
}

impl Linker<'_> {
    fn claim(&self, claim: &Claim, outlet: OriginId, links: &mut Links) -> Result<(), Dangling> {
        let from = || format!("the claim `{}`", claim.id);
        let subject = match (&claim.transfer, &claim.category) {
            (Some(transfer), _) => {
                let found = self.rows.transfer(self.source, transfer);
                Subject::Transfer(found.ok_or_else(|| dangling("transfers", transfer, &from))?)
            }
            (None, Some(category)) => Subject::Context(self.category(category, &from)?),
            (None, None) => {
                let table = "transfers and categories";
                return Err(Dangling { from: from(), table, id: None });
            }
        };
        links.subjects.push(subject);
        for id in &claim.countries {
            links.countries.push(self.country(id, &from)?);
        }
        links.countries.end();
        links.chains.push(outlet);
        for id in &claim.attribution {
            links.chains.push(self.origin(id, &from)?);
        }
        links.chains.end();
        for id in &claim.disputes {
            let found = self.rows.claim(self.source, id);
            links.disputes.push(found.ok_or_else(|| dangling("claims", id, &from))?);
        }
        links.disputes.end();
        Ok(())
    }

    fn country(&self, id: &str, from: &dyn Fn() -> String) -> Result<CountryId, Dangling> {
        self.rows.country(self.source, id).ok_or_else(|| dangling("countries", id, from))
    }

    fn category(&self, id: &str, from: &dyn Fn() -> String) -> Result<CategoryId, Dangling> {
        self.rows.category(self.source, id).ok_or_else(|| dangling("categories", id, from))
    }

    fn origin(&self, id: &str, from: &dyn Fn() -> String) -> Result<OriginId, Dangling> {
        self.rows.origin(self.source, id).ok_or_else(|| dangling("origins", id, from))
    }
}

fn dangling(table: &'static str, id: &str, from: &dyn Fn() -> String) -> Dangling {
    Dangling { from: from(), table, id: Some(id.to_owned()) }
}
