//! What changed from one corpus to another, or from one edition to the next: which claims were added, changed,
//! withdrawn, and what else. Plain data, in no language.
//!
//! What is the same has the same id. So of two corpora that nobody made from one another all of one is gone, and all of
//! the other is new.

use crate::corpus::{
    Category, Claim, Country, Document, Edition, HashMap, Origin, Source, Text, Transfer, Withdrawn,
};
use serde::Serialize;
use serde_json::{Map, Value};

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
        reason: Text,
        /// The fields that are others besides.
        fields: Vec<Field>,
    },
    /// It was withdrawn before, and of that some fields are others.
    WithdrawalChanged(Vec<Field>),
    /// It was withdrawn before, and is a claim again, of which these fields are others.
    Restored(Vec<Field>),
    /// It was withdrawn before, and nothing says so any more.
    WithdrawalGone,
    /// It is not there any more, and nothing says why.
    Gone,
}

/// A kind of [`Change`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is a change of that name")]
pub enum Becoming {
    Added,
    Changed,
    Withdrawn,
    Gone,
    WithdrawalChanged,
    Restored,
    WithdrawalGone,
}

impl Becoming {
    /// All kinds, in the order in which they are told.
    pub const ALL: [Self; 7] = [
        Self::Added,
        Self::Changed,
        Self::Withdrawn,
        Self::Gone,
        Self::WithdrawalChanged,
        Self::Restored,
        Self::WithdrawalGone,
    ];
}

impl Change {
    /// Of which kind it is.
    #[must_use]
    pub fn becoming(&self) -> Becoming {
        match self {
            Self::Added => Becoming::Added,
            Self::Changed(_) => Becoming::Changed,
            Self::Withdrawn { .. } => Becoming::Withdrawn,
            Self::WithdrawalChanged(_) => Becoming::WithdrawalChanged,
            Self::Restored(_) => Becoming::Restored,
            Self::WithdrawalGone => Becoming::WithdrawalGone,
            Self::Gone => Becoming::Gone,
        }
    }
}

/// A field that has another value, as deep as it lies: of a text it is a language's. What was or is not there has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in the corpus, behind those of what it lies in: `quantity.words.en`.
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
    /// What it says, or is called; nothing for a country, whose name is not in a corpus.
    pub text: Option<Text>,
    /// Whose it is: of a claim its document's title, of a row the table; of what is said of the corpus [`CORPUS`].
    pub of: String,
    /// What became of it.
    pub change: Change,
}

/// One of two corpora that are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// What it is called, where it is called anything.
    pub title: Option<Text>,
    /// Which edition it is, where it says so.
    pub edition: Option<Edition>,
}

impl Side {
    fn of(source: &Source) -> Self {
        Self { title: source.title.clone(), edition: source.edition.clone() }
    }
}

/// What changed between two corpora.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The corpus before.
    pub before: Side,
    /// The corpus that has the changes.
    pub after: Side,
    /// The claims, in the order of their ids.
    pub claims: Vec<Entry>,
    /// What else, since what a claim says or how it is found depends on it: title and languages, documents, transfers,
    /// origins, categories, countries, names.
    pub others: Vec<Entry>,
}

impl Changes {
    /// What changed from one corpus to another.
    #[must_use]
    pub fn between(before: &Source, after: &Source) -> Self {
        Self {
            before: Side::of(before),
            after: Side::of(after),
            claims: claims(before, after),
            others: others(before, after),
        }
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

/// The claims of a corpus, those among them that were withdrawn.
fn standing(source: &Source) -> impl Iterator<Item = (&str, Standing<'_>)> {
    source.documents.iter().flat_map(|document| {
        let standing = move |claim, withdrawn| Standing { claim, document, withdrawn };
        let claims = document.claims.iter().map(move |it| standing(it, None));
        let withdrawn = document.withdrawn.iter().map(move |it| standing(&it.claim, Some(it)));
        claims.chain(withdrawn).map(|it| (&*it.claim.id, it))
    })
}

/// What is in one of two tables or in both, by ids: how it was, and how it is.
fn paired<'a, T: Copy>(
    before: impl Iterator<Item = (&'a str, T)>,
    after: impl Iterator<Item = (&'a str, T)>,
) -> Vec<(&'a str, Option<T>, Option<T>)> {
    let mut was: HashMap<&str, T> = before.collect();
    let mut pairs: Vec<_> = after.map(|(id, is)| (id, was.remove(id), Some(is))).collect();
    let mut gone: Vec<_> = was.drain().map(|(id, was)| (id, Some(was), None)).collect();
    pairs.append(&mut gone);
    pairs.sort_by_key(|it| it.0);
    pairs
}

fn claims(before: &Source, after: &Source) -> Vec<Entry> {
    let pairs = paired(standing(before), standing(after)).into_iter();
    pairs
        .filter_map(|(id, was, is)| {
            let Standing { claim, document, .. } = is.or(was)?;
            let change = became(was, is)?;
            let text = Some(claim.statement.clone());
            Some(Entry { id: id.to_owned(), text, of: document.title.clone(), change })
        })
        .collect()
}

/// What became of a claim; nothing where it is as it was.
fn became(was: Option<Standing>, is: Option<Standing>) -> Option<Change> {
    let (was, is) = match (was, is) {
        (Some(was), Some(is)) => (was, is),
        (None, None) => return None,
        (None, Some(Standing { withdrawn: Some(it), .. })) => {
            return Some(withdrawal(it, Vec::new()));
        }
        (None, Some(_)) => return Some(Change::Added),
        (Some(Standing { withdrawn: Some(_), .. }), None) => return Some(Change::WithdrawalGone),
        (Some(_), None) => return Some(Change::Gone),
    };
    let moved = (was.document.id != is.document.id).then(|| Field {
        name: "document".to_owned(),
        before: Some(was.document.id.clone()),
        after: Some(is.document.id.clone()),
    });
    let and_moved = |fields: Vec<Field>| fields.into_iter().chain(moved).collect::<Vec<_>>();
    let some = |fields: Vec<Field>| Some(fields).filter(|it| !it.is_empty());
    match (was.withdrawn, is.withdrawn) {
        (None, None) => some(and_moved(changed(was.claim, is.claim))).map(Change::Changed),
        (Some(was), Some(is)) => some(and_moved(changed(was, is))).map(Change::WithdrawalChanged),
        (None, Some(it)) => Some(withdrawal(it, and_moved(changed(was.claim, is.claim)))),
        (Some(_), None) => Some(Change::Restored(and_moved(changed(was.claim, is.claim)))),
    }
}

fn withdrawal(it: &Withdrawn, fields: Vec<Field>) -> Change {
    Change::Withdrawn { date: it.date.clone(), reason: it.reason.clone(), fields }
}

/// Whose a change is that is no row's.
pub const CORPUS: &str = "corpus";

fn others(before: &Source, after: &Source) -> Vec<Entry> {
    let mut entries: Vec<Entry> = itself(before, after).into_iter().collect();
    let documents = [before, after].map(|it| it.documents.iter().map(bare).collect::<Vec<_>>());
    let [was, is] = &documents;
    let title = |it: &Document| Some(Text::new(&it.language, it.title.clone()));
    entries.extend(table("documents", [was, is], |it: &Document| &it.id, title));
    entries.extend(table(
        "transfers",
        [&before.transfers, &after.transfers],
        |it: &Transfer| &it.id,
        |it| Some(it.item.clone()),
    ));
    entries.extend(table(
        "origins",
        [&before.origins, &after.origins],
        |it: &Origin| &it.id,
        |it| Some(it.name.clone()),
    ));
    entries.extend(table(
        "categories",
        [&before.categories, &after.categories],
        |it: &Category| &it.id,
        |it| Some(it.name.clone()),
    ));
    entries.extend(table(
        "countries",
        [&before.countries, &after.countries],
        |it: &Country| &it.id,
        |it| it.name.clone(),
    ));
    entries.extend(names(before, after));
    entries
}

/// What a corpus says of itself. By its edition the two are told apart.
fn itself(before: &Source, after: &Source) -> Option<Entry> {
    let said = |of: &Source| Source {
        title: of.title.clone(),
        languages: of.languages.clone(),
        ..Source::default()
    };
    let fields = changed(&said(before), &said(after));
    let (id, of) = (CORPUS.to_owned(), CORPUS.to_owned());
    let entry = Entry { id, text: after.title.clone(), of, change: Change::Changed(fields) };
    Some(entry).filter(|it| it.change != Change::Changed(Vec::new()))
}

/// The names for the search that mean one thing: a row has no id, and is another where one of its names is.
fn names(before: &Source, after: &Source) -> Vec<Entry> {
    let [was, is] = [before, after].map(|it| it.names.iter().map(|it| it.join(" = ")));
    let [was, is]: [Vec<String>; 2] = [was.collect(), is.collect()];
    let pairs = paired(was.iter().map(|it| (&**it, ())), is.iter().map(|it| (&**it, ())));
    let entry = |(id, was, is): (&str, Option<()>, Option<()>)| {
        let change = match (was, is) {
            (Some(()), Some(())) => return None,
            (None, _) => Change::Added,
            (_, None) => Change::Gone,
        };
        Some(Entry { id: id.to_owned(), text: None, of: "names".to_owned(), change })
    };
    pairs.into_iter().filter_map(entry).collect()
}

/// A document without its claims, and without what follows from its text.
fn bare(document: &Document) -> Document {
    #[rustfmt::skip]
    let Document {
        id, title, outlet, outlet_basis, authors, language, published, sha256, paragraphs,
        claims: _, withdrawn: _, fingerprints: _,
    } = document;
    Document {
        id: id.clone(),
        title: title.clone(),
        outlet: outlet.clone(),
        outlet_basis: outlet_basis.clone(),
        authors: authors.clone(),
        language: language.clone(),
        published: published.clone(),
        sha256: sha256.clone(),
        paragraphs: *paragraphs,
        claims: Vec::new(),
        withdrawn: Vec::new(),
        fingerprints: Vec::new(),
    }
}

/// What became of the rows of a table.
fn table<T: Serialize + PartialEq>(
    name: &str,
    [before, after]: [&[T]; 2],
    id: impl Fn(&T) -> &str,
    called: impl Fn(&T) -> Option<Text>,
) -> Vec<Entry> {
    let pairs = paired(before.iter().map(|it| (id(it), it)), after.iter().map(|it| (id(it), it)));
    let entry = |(id, was, is): (&str, Option<&T>, Option<&T>)| {
        let change = match (was, is) {
            (None, _) => Change::Added,
            (_, None) => Change::Gone,
            (Some(was), Some(is)) => {
                let fields = changed(was, is);
                if fields.is_empty() {
                    return None;
                }
                Change::Changed(fields)
            }
        };
        let text = called(is.or(was)?);
        Some(Entry { id: id.to_owned(), text, of: name.to_owned(), change })
    };
    pairs.into_iter().filter_map(entry).collect()
}

/// The fields in which something differs.
fn changed<T: Serialize + PartialEq>(before: &T, after: &T) -> Vec<Field> {
    // Of two editions nearly all is the same, and to write it as JSON would take long.
    if before == after {
        return Vec::new();
    }
    // Each row of a corpus is an object with texts as its keys.
    let [was, is] = [before, after].map(|it| serde_json::to_value(it).unwrap_or_default());
    let mut fields = Vec::new();
    differing("", Some(&was), Some(&is), &mut fields);
    fields
}

/// Adds the fields that differ in what has a name. A corpus is not nested deep.
fn differing(name: &str, was: Option<&Value>, is: Option<&Value>, fields: &mut Vec<Field>) {
    if was == is {
        return;
    }
    let [of_was, of_is] = [was, is].map(|it| it.and_then(Value::as_object));
    let mut names: Vec<&String> =
        [of_was, of_is].into_iter().flatten().flat_map(Map::keys).collect();
    names.sort();
    names.dedup();
    let is_other = [(was, of_was), (is, of_is)].iter().any(|it| it.0.is_some() && it.1.is_none());
    if names.is_empty() || is_other {
        let [before, after] = [was, is].map(|it| it.map(written));
        return fields.push(Field { name: name.to_owned(), before, after });
    }
    for inner in names {
        let [was, is] = [of_was, of_is].map(|it| it.and_then(|it| it.get(inner)));
        let name = if name.is_empty() { inner.clone() } else { format!("{name}.{inner}") };
        differing(&name, was, is, fields);
    }
}

/// A value: a text as it is, anything else as JSON.
fn written(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

#[cfg(test)]
mod tests;
