//! What changed from one edition of the corpus to another: which claims were added, changed, withdrawn, and what else.

mod feed;
mod listing;

pub use feed::feed;
pub use listing::listing;

use anyhow::{Context, Result};
use claim_atlas::corpus::{Claim, Document, Edition, Lang, Source, Text};
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

/// The claims of a corpus by their ids, each with its document's title.
fn by_id(source: &Source) -> BTreeMap<&str, (&Claim, &str)> {
    let mut claims = BTreeMap::new();
    for document in &source.documents {
        claims.extend(document.claims.iter().map(|it| (&*it.id, (it, &*document.title))));
    }
    claims
}

fn claims(before: &Source, after: &Source) -> Result<Vec<Entry>> {
    let (was, is) = (by_id(before), by_id(after));
    let withdrawn = |source: &Source| {
        let all = source.documents.iter().flat_map(|it| &it.withdrawn);
        all.map(|it| (it.claim.id.clone(), it.clone())).collect::<BTreeMap<_, _>>()
    };
    let (known, withdrawn) = (withdrawn(before), withdrawn(after));
    let ids: BTreeSet<&str> = was.keys().chain(is.keys()).copied().collect();
    let mut entries = Vec::new();
    for id in ids {
        let (claim, title) = is.get(id).or_else(|| was.get(id)).context("it is in one of them")?;
        let change = match (was.get(id), is.get(id), withdrawn.get(id)) {
            (None, ..) => Some(Change::Added),
            (Some((was, _)), Some((is, _)), _) => changed(*was, *is)?,
            (_, None, Some(it)) if !known.contains_key(id) => {
                Some(Change::Withdrawn { date: it.date.clone(), reason: told(&it.reason) })
            }
            (_, None, Some(_)) => None,
            (_, None, None) => Some(Change::Gone),
        };
        entries.extend(change.map(|change| Entry {
            id: id.to_owned(),
            text: told(&claim.statement),
            of: (*title).to_owned(),
            change,
        }));
    }
    Ok(entries)
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
            (Some(was), Some(is)) => changed(was, is)?,
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

/// In which fields something differs; nothing where it is the same.
fn changed<T: Serialize>(before: &T, after: &T) -> Result<Option<Change>> {
    let (was, is) = (fields(before)?, fields(after)?);
    let names: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
    let differs = names.into_iter().filter(|&name| was.get(name) != is.get(name));
    let value = |of: &Map<String, Value>, name| of.get(name).map(|it| written(Some(it)));
    let fields: Vec<Field> = differs
        .map(|name| Field {
            name: name.clone(),
            before: value(&was, name),
            after: value(&is, name),
        })
        .collect();
    Ok((!fields.is_empty()).then_some(Change::Changed(fields)))
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
