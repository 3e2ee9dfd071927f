//! A sheet with a claim a row: what the export writes as CSV, or what people have made of the template.
//!
//! The columns are those of the export (`src/export/csv.rs`), in any order. Needed are `Title`, `Outlet`, `Language`,
//! `Paragraph`, `Statement` and `Category`; of a transfer's claim `From` and `To` (or `Supplier` and `Recipient`), and
//! `Kind`; of a claim that cites others the kinds of these. A text has its language behind its column's name, `Statement (en)`;
//! those of `Statement` are the corpus's. Ids may be left out: then they are made of what they name.
//!
//! What the check would refuse does not come in (`rules`), so that one bad row keeps no other from coming.

mod cells;
mod row;
mod rules;

use super::country;
use super::ids::{Ids, digits};
use super::table::Table;
use super::work::{Half, Work};
use super::{Imported, Listed, NoTable, Remark, Why};
use crate::corpus::{
    Category, Claim, Country, Document, Kind, MOST_CLAIMS, Origin, Source, Text, Transfer,
};
use crate::export::columns;
use cells::Columns;
use row::{Reader, Said, Voice};
use std::collections::{HashMap, HashSet};

/// Whether a row is the header of a sheet.
pub fn is_header(cells: &[String]) -> bool {
    let cells: Vec<String> = cells.iter().map(|it| it.trim().to_lowercase()).collect();
    cells.iter().any(|it| it == "title") && cells.iter().any(|it| it.starts_with("statement ("))
}

/// The corpus that a sheet is.
pub async fn read<P: AsyncFnMut(usize) -> bool>(
    table: &Table,
    work: &mut Work<P>,
) -> Result<Imported, NoTable> {
    let columns = Columns::new(&table.columns);
    let reader = Reader::new(&columns);
    let mut making = Making::new(&columns);
    making.take_ids(table);
    for (at, row) in table.rows.iter().enumerate() {
        work.after(at, Half::Second, at, table.rows.len()).await?;
        let added = reader.read(row).and_then(|said| making.add(row.line, said));
        if let Err((why, what)) = added {
            making.left_out.push(Remark { line: row.line, why, what });
        }
    }
    let unread = unread(&table.columns, &columns.languages);
    let (source, mut remarks) = making.finish();
    remarks.sort_by_key(|it| it.line);
    let mut left_out = Listed::default();
    for remark in remarks {
        left_out.add(remark);
    }
    Ok(Imported { source, rows: table.rows.len(), left_out, apart: Listed::default(), unread })
}

/// The columns that the export does not have, of which nothing is read.
fn unread(names: &[String], languages: &[String]) -> Vec<String> {
    let known: HashSet<String> = columns(languages).iter().map(|it| it.to_lowercase()).collect();
    let is_known = |it: &str| {
        let it = it.to_lowercase();
        // It is written in the languages of the viewer, whatever the corpus's are.
        known.contains(&it) || it.starts_with("attribution (")
    };
    names.iter().filter(|it| !it.is_empty() && !is_known(it)).cloned().collect()
}

/// Why something does not come in, and what it is about.
type Misfit = (Why, String);

/// Rows of a table of the corpus, by their ids.
struct Rows<T> {
    rows: Vec<T>,
    places: HashMap<String, usize>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), places: HashMap::new() }
    }
}

impl<T: PartialEq> Rows<T> {
    /// Adds a row, unless it is there.
    fn put(&mut self, id: &str, row: T) -> Result<(), Misfit> {
        match self.places.get(id).and_then(|at| self.rows.get(*at)) {
            Some(known) if *known != row => Err((Why::Otherwise, id.to_owned())),
            Some(_) => Ok(()),
            None => {
                self.places.insert(id.to_owned(), self.rows.len());
                self.rows.push(row);
                Ok(())
            }
        }
    }
}

/// A claim, of a document and of a row of the sheet.
struct Draft {
    line: usize,
    document: String,
    claim: Claim,
}

/// A corpus that is being made, row by row.
struct Making<'a> {
    columns: &'a Columns,
    documents: Rows<Document>,
    categories: Rows<Category>,
    origins: Rows<Origin>,
    transfers: Rows<Transfer>,
    countries: Vec<&'static str>,
    /// Ids that were made, by what they name, and those that are taken.
    made: HashMap<String, String>,
    ids: [Ids; 3],
    claims: HashSet<String>,
    drafts: Vec<Draft>,
    left_out: Vec<Remark>,
}

/// Whose ids are made.
#[derive(Clone, Copy)]
enum Naming {
    Category,
    Origin,
    Transfer,
}

impl<'a> Making<'a> {
    fn new(columns: &'a Columns) -> Self {
        Self {
            columns,
            documents: Rows::default(),
            categories: Rows::default(),
            origins: Rows::default(),
            transfers: Rows::default(),
            countries: Vec::new(),
            made: HashMap::new(),
            ids: Default::default(),
            claims: HashSet::new(),
            drafts: Vec::new(),
            left_out: Vec::new(),
        }
    }

    /// Keeps the ids that the sheet has from being made for others.
    fn take_ids(&mut self, table: &Table) {
        let Self { columns, ids: [categories, origins, transfers], .. } = self;
        for row in &table.rows {
            let cells = columns.of(row);
            categories.take(cells.id("Category ID", "category"));
            transfers.take(cells.id("Transfer ID", "transfer"));
            cells.ids("Attribution IDs", "origin").iter().for_each(|it| origins.take(it));
        }
    }

    /// The id that a row gives to something, or one that is made of how it is called.
    fn id(
        &mut self,
        naming: Naming,
        given: Option<String>,
        called: &str,
        known_by: &str,
    ) -> String {
        if let Some(given) = given {
            return given;
        }
        let key = format!("{}\0{known_by}", naming as usize);
        if let Some(made) = self.made.get(&key) {
            return made.clone();
        }
        let [categories, origins, transfers] = &mut self.ids;
        let ids = match naming {
            Naming::Category => categories,
            Naming::Origin => origins,
            Naming::Transfer => transfers,
        };
        let id = ids.fresh(called);
        self.made.insert(key, id.clone());
        id
    }

    /// A text in the first of the corpus's languages.
    fn told<'t>(&self, text: &'t Text) -> &'t str {
        let tag = self.columns.languages.first().map_or("", String::as_str);
        text.in_language(tag).unwrap_or_default()
    }

    fn add(&mut self, line: usize, said: Said) -> Result<(), Misfit> {
        let Said {
            document,
            document_id,
            chain,
            category,
            category_id,
            transfer,
            transfer_id,
            claim,
            countries,
        } = said;
        let published = serde_json::to_string(&document.published).unwrap_or_default();
        let outlet = chain.first().map(|it| self.told(&it.name).to_owned()).unwrap_or_default();
        let document_id =
            document_id.unwrap_or_else(|| digits(&[&document.title, &outlet, &published], 16));
        let chain = chain.into_iter().map(|it| self.origin(it, &document_id));
        let chain = chain.collect::<Result<Vec<_>, _>>()?;
        if chain.iter().collect::<HashSet<_>>().len() < chain.len() {
            return Err((Why::Chain, "Attribution".to_owned()));
        }
        let named = self.told(&category).to_owned();
        let category_id = self.id(Naming::Category, category_id, &named, &named);
        self.categories.put(&category_id, Category { id: category_id.clone(), name: category })?;
        let transfer = transfer
            .map(|it| self.transfer(Transfer { category: category_id.clone(), ..it }, transfer_id))
            .transpose()?;
        let mut chain = chain.into_iter();
        let outlet = chain.next().unwrap_or_default();
        let document = Document { id: document_id.clone(), outlet, ..document };
        self.documents.put(&document_id, document)?;
        let statement = self.told(&claim.statement).to_owned();
        let paragraph = claim.paragraph.to_string();
        let subject = transfer.clone().unwrap_or_default();
        let made = || digits(&[&document_id, &paragraph, &subject, &statement], 12);
        let id = if claim.id.is_empty() { format!("c-{}", made()) } else { claim.id };
        let category = transfer.is_none().then_some(category_id);
        let attribution = chain.collect();
        if self.drafts.len() == MOST_CLAIMS {
            return Err((Why::FarDown, String::new()));
        }
        if !self.claims.insert(id.clone()) {
            return Err((Why::TakenId, id));
        }
        let claim = Claim { id, transfer, category, attribution, ..claim };
        self.countries.extend(countries);
        self.drafts.push(Draft { line, document: document_id, claim });
        Ok(())
    }

    fn origin(&mut self, voice: Voice, document: &str) -> Result<String, Misfit> {
        let Voice { id, name, kind, unnamed, speaks_for } = voice;
        let named = self.told(&name).to_owned();
        // Whoever has a name is known by it: a ministry by its country, too. Nothing says that two whom nobody names are one.
        let of = speaks_for.unwrap_or_default();
        let known_by = if unnamed {
            [&named, document, kind.id(), of].join("\0")
        } else {
            [&*named, of].join("\0")
        };
        let id = self.id(Naming::Origin, id, &named, &known_by);
        let speaks_for = speaks_for.map(str::to_owned);
        let origin = Origin { id: id.clone(), name, kind, unnamed, speaks_for };
        self.origins.put(&id, origin)?;
        Ok(id)
    }

    fn transfer(&mut self, transfer: Transfer, id: Option<String>) -> Result<String, Misfit> {
        let item = self.told(&transfer.item).to_owned();
        let Transfer { from, to, kind, category, .. } = &transfer;
        let paid = transfer.in_return_for.as_deref().unwrap_or_default();
        let known_by = [from, to, kind.id(), category, &item, paid].join("\0");
        let id = self.id(Naming::Transfer, id, &[from, to, &*item].join(" "), &known_by);
        self.transfers.put(&id, Transfer { id: id.clone(), ..transfer })?;
        Ok(id)
    }

    /// The corpus, and all rows that did not come in.
    fn finish(self) -> (Source, Vec<Remark>) {
        let Self {
            columns,
            documents,
            categories,
            origins,
            transfers,
            countries,
            drafts,
            mut left_out,
            ..
        } = self;
        let (drafts, fallen) = rules::held(drafts, &transfers);
        left_out.extend(fallen);
        let mut documents = documents;
        for Draft { document, claim, .. } in drafts {
            let at = documents.places.get(&document).and_then(|at| documents.rows.get_mut(*at));
            let document = at.expect("a draft is of a document");
            if document.sha256.is_none() {
                document.paragraphs = document.paragraphs.max(claim.paragraph);
            }
            document.claims.push(claim);
        }
        let mut documents = documents.rows;
        documents.retain(|it| !it.claims.is_empty());
        for document in &mut documents {
            document.claims.sort_by_key(|it| it.paragraph);
        }
        let used = Used::of(&documents);
        let mut transfers = transfers.rows;
        transfers.retain(|it| used.transfers.contains(&it.id));
        let of_transfers: HashSet<&String> = transfers.iter().map(|it| &it.category).collect();
        let mut categories = categories.rows;
        categories.retain(|it| used.categories.contains(&it.id) || of_transfers.contains(&it.id));
        let mut origins = origins.rows;
        origins.retain(|it| used.origins.contains(&it.id));
        let speakers = origins.iter().filter_map(|it| it.speaks_for.as_ref());
        let sides = transfers.iter().flat_map(|it| [&it.from, &it.to]);
        let of_context = documents.iter().flat_map(|it| &it.claims).flat_map(|it| &it.countries);
        let named: HashSet<&String> = speakers.chain(sides).chain(of_context).collect();
        let source = Source {
            title: None,
            edition: None,
            countries: rows(&countries, &named, &columns.languages),
            languages: columns.languages.clone(),
            categories,
            origins,
            transfers,
            names: Vec::new(),
            documents,
        };
        (source, left_out)
    }
}

/// The countries that something names, in the order in which the sheet has them.
fn rows(countries: &[&str], named: &HashSet<&String>, languages: &[String]) -> Vec<Country> {
    let mut seen = HashSet::new();
    let is_used = |it: &&&str| named.iter().any(|name| *name == **it);
    let first = countries.iter().filter(|it| seen.insert(**it));
    first.filter(is_used).map(|id| country::row(id, languages)).collect()
}

/// What claims refer to.
struct Used {
    transfers: HashSet<String>,
    categories: HashSet<String>,
    origins: HashSet<String>,
}

impl Used {
    fn of(documents: &[Document]) -> Self {
        let claims = || documents.iter().flat_map(|it| &it.claims);
        let outlets = documents.iter().map(|it| &it.outlet);
        Self {
            transfers: claims().filter_map(|it| it.transfer.clone()).collect(),
            categories: claims().filter_map(|it| it.category.clone()).collect(),
            origins: claims().flat_map(|it| &it.attribution).chain(outlets).cloned().collect(),
        }
    }
}

/// Whether a transfer is given in return for another.
fn is_payment(transfer: &Transfer) -> bool {
    transfer.kind == Kind::Payment
}
