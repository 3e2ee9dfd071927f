//! What changed from one edition of the corpus to another: which claims were added, changed, withdrawn, and what else.

mod feed;
mod listing;

pub use feed::feed;
pub use listing::listing;

use anyhow::{Context, Result};
use claim_atlas::corpus::{Claim, Document, Edition, Lang, Source, Text, Withdrawn};
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What became of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Added,
    /// Some of its fields are others.
    Changed(Vec<Field>),
    /// It is a claim no longer, since a day, for a reason.
    Withdrawn {
        /// The day.
        date: String,
        /// The reason.
        reason: String,
    },
    /// It was withdrawn before, and of that some fields are others.
    WithdrawalChanged(Vec<Field>),
    /// It was withdrawn before, and is a claim again.
    Restored,
    /// It was withdrawn before, and nothing says so any more.
    WithdrawalGone,
    /// It is not there any more, and nothing says why.
    Gone,
}

/// A field that has another value. What was or is not there has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in the corpus.
    pub name: String,
    /// What it was.
    pub before: Option<String>,
    /// What it is.
    pub after: Option<String>,
}

/// A claim, or a row of a table, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// What it says, or is called.
    pub text: String,
    /// Whose it is: of a claim its document's title, of a row the table.
    pub of: String,
    /// What became of it.
    pub change: Change,
}

/// What changed between two editions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The edition before.
    pub before: Edition,
    /// The edition that has the changes.
    pub after: Edition,
    /// The claims, in the order of their ids.
    pub claims: Vec<Entry>,
    /// What else, since what a claim says depends on it: documents, transfers, origins, categories, countries.
    pub others: Vec<Entry>,
}

impl Changes {
    /// What changed from one corpus to another.
    ///
    /// # Errors
    ///
    /// Where one of them does not say which edition it is.
    pub fn between(before: &Source, after: &Source) -> Result<Self> {
        let edition = |of: &Source, name| {
            of.edition.clone().with_context(|| format!("{name} does not say which edition it is"))
        };
        Ok(Self {
            before: edition(before, "the older corpus")?,
            after: edition(after, "the newer corpus")?,
            claims: claims(before, after)?,
            others: others(before, after)?,
        })
    }

    /// Whether it is all the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.claims.is_empty() && self.others.is_empty()
    }
}

/// A claim as it stands in an edition.
#[derive(Clone, Copy)]
struct Standing<'a> {
    claim: &'a Claim,
    document: &'a Document,
    /// Where it was withdrawn.
    withdrawn: Option<&'a Withdrawn>,
}

/// The claims of a corpus by their ids, those among them that were withdrawn.
fn by_id(source: &Source) -> BTreeMap<&str, Standing<'_>> {
    let mut all = BTreeMap::new();
    for document in &source.documents {
        let standing = |claim, withdrawn| Standing { claim, document, withdrawn };
        let claims = document.claims.iter().map(|it| standing(it, None));
        let withdrawn = document.withdrawn.iter().map(|it| standing(&it.claim, Some(it)));
        all.extend(claims.chain(withdrawn).map(|it| (&*it.claim.id, it)));
    }
    all
}

fn claims(before: &Source, after: &Source) -> Result<Vec<Entry>> {
    let (was, is) = (by_id(before), by_id(after));
    let ids: BTreeSet<&str> = was.keys().chain(is.keys()).copied().collect();
    let mut entries = Vec::new();
    for id in ids {
        let (was, is) = (was.get(id), is.get(id));
        let Standing { claim, document, .. } = is.or(was).context("it is in one of them")?;
        entries.extend(became(was, is)?.map(|change| Entry {
            id: id.to_owned(),
            text: told(&claim.statement),
            of: document.title.clone(),
            change,
        }));
    }
    Ok(entries)
}

/// What became of a claim; nothing where it is as it was.
fn became(was: Option<&Standing>, is: Option<&Standing>) -> Result<Option<Change>> {
    let withdrawn = |it: &Standing| it.withdrawn.is_some();
    let (Some(was), Some(is)) = (was, is) else {
        return Ok(match (was, is) {
            (_, Some(Standing { withdrawn: Some(it), .. })) => Some(withdrawal(it)),
            (_, Some(_)) => Some(Change::Added),
            (Some(it), _) if withdrawn(it) => Some(Change::WithdrawalGone),
            (Some(_), _) => Some(Change::Gone),
            (None, None) => None,
        });
    };
    let moved = (was.document.id != is.document.id).then(|| Field {
        name: "document".to_owned(),
        before: Some(was.document.id.clone()),
        after: Some(is.document.id.clone()),
    });
    let and_moved = |fields: Vec<Field>| fields.into_iter().chain(moved).collect::<Vec<_>>();
    let some = |fields: Vec<Field>| Some(fields).filter(|it| !it.is_empty());
    Ok(match (was.withdrawn, is.withdrawn) {
        (None, None) => some(and_moved(changed(was.claim, is.claim)?)).map(Change::Changed),
        (Some(was), Some(is)) => some(and_moved(changed(was, is)?)).map(Change::WithdrawalChanged),
        (None, Some(it)) => Some(withdrawal(it)),
        (Some(_), None) => Some(Change::Restored),
    })
}

fn withdrawal(it: &Withdrawn) -> Change {
    Change::Withdrawn { date: it.date.clone(), reason: told(&it.reason) }
}

fn others(before: &Source, after: &Source) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    entries.extend(table("documents", &documents(before)?, &documents(after)?)?);
    entries.extend(table("transfers", &before.transfers, &after.transfers)?);
    entries.extend(table("origins", &before.origins, &after.origins)?);
    entries.extend(table("categories", &before.categories, &after.categories)?);
    entries.extend(table("countries", &before.countries, &after.countries)?);
    Ok(entries)
}

/// The documents without their claims, and without what follows from their texts.
fn documents(source: &Source) -> Result<Vec<Map<String, Value>>> {
    let bare = |document: &Document| {
        let mut fields = fields(document)?;
        for name in ["claims", "withdrawn", "fingerprints"] {
            fields.remove(name);
        }
        Ok(fields)
    };
    source.documents.iter().map(bare).collect()
}

/// What became of the rows of a table.
fn table<T: Serialize>(name: &str, before: &[T], after: &[T]) -> Result<Vec<Entry>> {
    let rows = |rows: &[T]| -> Result<BTreeMap<String, Map<String, Value>>> {
        let rows = rows.iter().map(fields).collect::<Result<Vec<_>>>()?;
        Ok(rows.into_iter().map(|row| (written(row.get("id")), row)).collect())
    };
    let (was, is) = (rows(before)?, rows(after)?);
    let ids: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
    let mut entries = Vec::new();
    for id in ids {
        let row = is.get(id).or_else(|| was.get(id)).context("it is in one of them")?;
        let change = match (was.get(id), is.get(id)) {
            (None, _) => Some(Change::Added),
            (Some(was), Some(is)) => {
                Some(changed(was, is)?).filter(|it| !it.is_empty()).map(Change::Changed)
            }
            (_, None) => Some(Change::Gone),
        };
        let called = ["title", "name", "item"].iter().find_map(|it| row.get(*it));
        let called = called.map(|it| it.get(Lang::REFERENCE.tag()).unwrap_or(it));
        entries.extend(change.map(|change| Entry {
            id: id.clone(),
            text: written(called),
            of: name.to_owned(),
            change,
        }));
    }
    Ok(entries)
}

/// The fields in which something differs.
fn changed<T: Serialize>(before: &T, after: &T) -> Result<Vec<Field>> {
    let (was, is) = (fields(before)?, fields(after)?);
    let names: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
    let differs = names.into_iter().filter(|&name| was.get(name) != is.get(name));
    let value = |of: &Map<String, Value>, name| of.get(name).map(|it| written(Some(it)));
    let fields = differs.map(|name| Field {
        name: name.clone(),
        before: value(&was, name),
        after: value(&is, name),
    });
    Ok(fields.collect())
}

fn fields(row: &impl Serialize) -> Result<Map<String, Value>> {
    match serde_json::to_value(row)? {
        Value::Object(fields) => Ok(fields),
        other => anyhow::bail!("{other} is no row"),
    }
}

/// A value: a text as it is, anything else as JSON.
fn written(value: Option<&Value>) -> String {
    match value {
        None => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(value) => value.to_string(),
    }
}

/// A text in the language of reference, or in one that it has.
fn told(text: &Text) -> String {
    text.get(Lang::REFERENCE).to_owned()
}

#[cfg(test)]
mod tests;
