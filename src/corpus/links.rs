//! What refers to what in a corpus, by ids that are indices.

use super::ids::Id;
use super::rows::{Rows, row};
use super::{CategoryId, Claim, ClaimId, CountryId, OriginId, Source, TransferId};
use std::{fmt, marker::PhantomData};

/// A corpus's references, resolved.
#[derive(Clone, Debug)]
pub(super) struct Links {
    /// For each claim what it speaks of.
    pub(super) subjects: Vec<Subject>,
    /// For each claim the countries that it names where it is context.
    pub(super) countries: Lists<ClaimId, CountryId>,
    /// For each claim its whole chain, the document's outlet first.
    pub(super) chains: Lists<ClaimId, OriginId>,
    /// For each claim those that it contradicts.
    pub(super) disputes: Lists<ClaimId, ClaimId>,
    /// For each claim those that contradict it.
    pub(super) disputed_by: Lists<ClaimId, ClaimId>,
    /// For each transfer the supplier, then the recipient.
    sides: Vec<[CountryId; 2]>,
    /// For each transfer its category.
    pub(super) categories: Vec<CategoryId>,
    /// For each transfer its claims, in the documents' order.
    pub(super) claims: Lists<TransferId, ClaimId>,
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

/// A list for each row of a table, all in one: most have an item or two, for which a list of its own would be dear.
#[derive(Clone, Debug)]
pub(super) struct Lists<I, T> {
    /// For each row where its items end.
    ends: Vec<u32>,
    items: Vec<T>,
    of: PhantomData<fn() -> I>,
}

impl<I: Id, T: Id> Lists<I, T> {
    fn new() -> Self {
        Self { ends: Vec::new(), items: Vec::new(), of: PhantomData }
    }

    /// Adds the list of the next row.
    fn push(&mut self, list: impl IntoIterator<Item = T>) {
        self.items.extend(list);
        self.ends.push(end(self.items.len()));
    }

    /// From items, each with its row, in the order in which each row has them.
    #[expect(clippy::indexing_slicing, reason = "each row has its place")]
    fn grouped(rows: usize, items: impl Iterator<Item = (I, T)> + Clone) -> Self {
        let mut counts = vec![0; rows];
        for (row, _) in items.clone() {
            counts[row.index()] += 1;
        }
        let mut lists = Self::new();
        let mut next = Vec::with_capacity(rows);
        for count in counts {
            next.push(lists.items.len());
            lists.push(std::iter::repeat_n(T::at(0), count));
        }
        for (row, item) in items {
            lists.items[next[row.index()]] = item;
            next[row.index()] += 1;
        }
        lists
    }

    /// The list of a row.
    pub(super) fn of(&self, id: I) -> &[T] {
        let start = id.index().checked_sub(1).map_or(0, |before| *row(&self.ends, I::at(before)));
        let range = start as usize..*row(&self.ends, id) as usize;
        self.items.get(range).expect("each list ends among the items")
    }
}

fn end(items: usize) -> u32 {
    u32::try_from(items).expect("there is no memory for so many items")
}

/// Resolves every reference of a source, or names the first that leads nowhere.
pub(super) fn link(source: &Source, rows: &Rows) -> Result<Links, Dangling> {
    let linker = Linker { source, rows };
    let mut links = Links {
        subjects: Vec::with_capacity(rows.claim_count()),
        countries: Lists::new(),
        chains: Lists::new(),
        disputes: Lists::new(),
        disputed_by: Lists::new(),
        sides: Vec::with_capacity(source.transfers.len()),
        categories: Vec::with_capacity(source.transfers.len()),
        claims: Lists::new(),
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
    let subjects = links.subjects.iter().enumerate();
    let of_transfers = subjects.filter_map(|(at, subject)| match subject {
        Subject::Transfer(transfer) => Some((*transfer, ClaimId::at(at))),
        Subject::Context(_) => None,
    });
    links.claims = Lists::grouped(source.transfers.len(), of_transfers);
    let disputing = rows.claim_ids().flat_map(|claim| {
        let disputed = links.disputes.of(claim).iter();
        disputed.map(move |&it| (it, claim))
    });
    links.disputed_by = Lists::grouped(rows.claim_count(), disputing);
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
        let countries = claim.countries.iter().map(|it| self.country(it, &from));
        links.countries.push(countries.collect::<Result<Vec<_>, _>>()?);
        let cited = claim.attribution.iter().map(|it| self.origin(it, &from));
        let chain = std::iter::once(Ok(outlet)).chain(cited);
        links.chains.push(chain.collect::<Result<Vec<_>, _>>()?);
        let disputes = claim.disputes.iter().map(|it| {
            let found = self.rows.claim(self.source, it);
            found.ok_or_else(|| dangling("claims", it, &from))
        });
        links.disputes.push(disputes.collect::<Result<Vec<_>, _>>()?);
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
