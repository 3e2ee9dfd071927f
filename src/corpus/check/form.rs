//! The two forms of a corpus, one JSON or a folder of files, read into the same tables. What is said of a
//! table, of a row, of a field is placed in whichever file holds it.

use super::locate::{At, Step, Values, from_error, value_at};
use super::{Found, List, MOST, SeedFile};
use crate::corpus::{
    Claim, Document, Edition, Fingerprints, HashMap, Limit, MOST_BYTES, Source, Text,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What a corpus has many rows of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::corpus) enum Table {
    Countries,
    Categories,
    Origins,
    Transfers,
    /// The one that a corpus may do without.
    Names,
    Documents,
}

impl Table {
    pub(in crate::corpus) const ALL: [Self; 6] = [
        Self::Countries,
        Self::Categories,
        Self::Origins,
        Self::Transfers,
        Self::Names,
        Self::Documents,
    ];

    /// Its name in one JSON.
    pub(in crate::corpus) const fn name(self) -> &'static str {
        match self {
            Self::Countries => "countries",
            Self::Categories => "categories",
            Self::Origins => "origins",
            Self::Transfers => "transfers",
            Self::Names => "names",
            Self::Documents => "documents",
        }
    }
}

pub(super) const COUNTRIES: &str = Table::Countries.name();
pub(super) const CATEGORIES: &str = Table::Categories.name();
pub(super) const ORIGINS: &str = Table::Origins.name();
pub(super) const TRANSFERS: &str = Table::Transfers.name();
pub(super) const NAMES: &str = Table::Names.name();
pub(super) const DOCUMENTS: &str = Table::Documents.name();

/// Those that in a folder are a file each.
const TABLES: [&str; 5] = [COUNTRIES, CATEGORIES, ORIGINS, TRANSFERS, NAMES];

/// What else one JSON has; in a folder all of it stands in one file.
pub(super) const TITLE: &str = "title";
pub(super) const EDITION: &str = "edition";
pub(super) const LANGUAGES: &str = "languages";

pub(super) const FINGERPRINTS: &str = "fingerprints";

/// What says how a corpus is written and is none itself.
const SCHEMA: &str = "corpus.schema.json";

/// A JSON value, and the file that it is a part of.
#[derive(Clone, Copy)]
struct Piece<'a> {
    file: &'a SeedFile,
    text: &'a str,
}

/// Where the parts of a corpus stand.
#[derive(Default)]
pub(super) struct Pieces<'a> {
    /// All of it, where it is one JSON.
    whole: Option<Piece<'a>>,
    tables: BTreeMap<&'static str, Piece<'a>>,
    documents: Vec<Piece<'a>>,
    /// For each document the file of its fingerprints, where it has one.
    fingerprints: Vec<Option<Piece<'a>>>,
    values: Values<'a>,
}

impl<'a> Pieces<'a> {
    /// What is wrong at a place in the corpus.
    pub(super) fn fault(&self, at: &At, wrong: String, remedy: String) -> Found<'a> {
        let path = at.path();
        let (piece, path) = self.find(&path).expect("what is held to rules was read somewhere");
        piece.fault(self.values.at(piece.text, &path), wrong, remedy)
    }

    /// The piece that a path leads into, and what is left of the path there.
    fn find<'p>(&self, path: &[Step<'p>]) -> Option<(Piece<'a>, Vec<Step<'p>>)> {
        if let [Step::Key(DOCUMENTS), Step::Item(document), rest @ ..] = path {
            let apart = self.fingerprints.get(*document).copied().flatten();
            if let (Some(piece), [Step::Key(FINGERPRINTS), rest @ ..]) = (apart, rest) {
                return Some((piece, [&[Step::Key("paragraphs")], rest].concat()));
            }
            return Some((*self.documents.get(*document)?, rest.to_vec()));
        }
        let table = path.split_first().and_then(|(first, rest)| match first {
            Step::Key(name) => Some((*self.tables.get(name)?, rest.to_vec())),
            Step::Item(_) => None,
        });
        table.or_else(|| Some((self.whole?, path.to_vec())))
    }
}

impl<'a> Piece<'a> {
    /// Something wrong with a part of it.
    fn fault(self, part: &'a str, wrong: String, remedy: String) -> Found<'a> {
        let SeedFile { name, text } = self.file;
        Found { file: Cow::Borrowed(name), text, part, wrong, remedy }
    }
}

/// A corpus as far as it can be read, and what cannot be.
pub(super) struct Reading<'a> {
    pub(super) pieces: Pieces<'a>,
    pub(super) source: Source,
    pub(super) faults: List<'a>,
    /// Whether something is missing, so that the rest would be told of in vain.
    pub(super) is_partial: bool,
}

/// What one JSON holds, unread.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Whole<'a> {
    #[serde(borrow, default)]
    title: Option<&'a RawValue>,
    #[serde(borrow, default)]
    edition: Option<&'a RawValue>,
    #[serde(borrow)]
    languages: &'a RawValue,
    #[serde(borrow)]
    countries: &'a RawValue,
    #[serde(borrow)]
    categories: &'a RawValue,
    #[serde(borrow)]
    origins: &'a RawValue,
    #[serde(borrow)]
    transfers: &'a RawValue,
    #[serde(borrow, default)]
    names: Option<&'a RawValue>,
    #[serde(borrow)]
    documents: Vec<&'a RawValue>,
}

/// What `edition.json` holds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EditionFile {
    #[serde(default)]
    title: Option<Text>,
    date: String,
    languages: Vec<String>,
}

impl<'a> Reading<'a> {
    fn new() -> Self {
        Self {
            pieces: Pieces::default(),
            source: Source::default(),
            faults: List::of(MOST),
            is_partial: false,
        }
    }

    /// Reads a corpus that is one JSON.
    pub(super) fn of_one(file: &'a SeedFile) -> Self {
        let mut reading = Self::new();
        let whole = Piece { file, text: &file.text };
        let Some(text) = corpus_in(&file.text) else {
            reading.pieces.whole = Some(whole);
            let remedy = "a corpus is one JSON object, from `{` to `}`: see seeds/README.md";
            reading.fault(whole, "", "this is no corpus".to_owned(), remedy);
            reading.is_partial = true;
            return reading;
        };
        let whole = Piece { file, text };
        reading.pieces.whole = Some(whole);
        if text.len() > MOST_BYTES {
            let wrong = format!("the corpus has more than {}", Limit::Bytes);
            reading.fault(whole, "", wrong, "make several corpora of it");
            reading.is_partial = true;
            return reading;
        }
        let Some(parts) = reading.read::<Whole>(whole) else { return reading };
        let Whole {
            title,
            edition,
            languages,
            countries,
            categories,
            origins,
            transfers,
            names,
            documents,
        } = parts;
        let piece = |raw: &'a RawValue| Piece { file, text: raw.get() };
        if let Some(title) = title.map(piece) {
            reading.pieces.tables.insert(TITLE, title);
            reading.source.title = reading.read(title);
        }
        if let Some(edition) = edition.map(piece) {
            reading.pieces.tables.insert(EDITION, edition);
            reading.source.edition = reading.read(edition);
        }
        reading.pieces.tables.insert(LANGUAGES, piece(languages));
        reading.source.languages = reading.read(piece(languages)).unwrap_or_default();
        let tables = [countries, categories, origins, transfers].map(piece);
        let tables = tables.into_iter().chain(names.map(piece));
        reading.pieces.tables.extend(TABLES.into_iter().zip(tables));
        reading.tables();
        for document in documents {
            reading.document(piece(document));
        }
        reading
    }

    /// Reads a corpus that is a folder of files.
    pub(super) fn of_files(files: &'a [SeedFile]) -> Self {
        let mut reading = Self::new();
        for file in files {
            let piece = Piece { file, text: &file.text };
            let stem = file.name.strip_suffix(".json").unwrap_or(&file.name);
            if stem == EDITION {
                reading.edition_file(piece);
            } else if let Some(table) = TABLES.into_iter().find(|table| *table == stem) {
                reading.pieces.tables.insert(table, piece);
            } else if file.name != SCHEMA && !stem.contains('/') {
                reading.document(piece);
            }
        }
        for table in [&[EDITION], TABLES.as_slice()].concat() {
            if !reading.pieces.tables.contains_key(table) && table != NAMES {
                let remedy = match table {
                    EDITION => "add it, with the `date` of the last revision and the `languages`",
                    _ => "add the file, with `[]` if it is empty",
                };
                reading.faults.add(|| Found {
                    file: Cow::Owned(format!("{table}.json")),
                    text: "",
                    part: "",
                    wrong: "the file is missing".to_owned(),
                    remedy: remedy.to_owned(),
                });
                reading.is_partial = true;
            }
        }
        reading.tables();
        let mut named = HashMap::default();
        for (at, document) in reading.source.documents.iter().enumerate() {
            named.entry(format!("{FINGERPRINTS}/{}.json", document.id)).or_insert(at);
        }
        for file in files.iter().filter(|file| file.name.contains('/')) {
            let at = named.get(&file.name).copied();
            reading.fingerprints_file(Piece { file, text: &file.text }, at);
        }
        reading
    }

    fn edition_file(&mut self, piece: Piece<'a>) {
        self.pieces.tables.insert(EDITION, piece);
        let Some(EditionFile { title, date, languages }) = self.read(piece) else { return };
        self.source.title = title;
        self.source.edition = Some(Edition { date, ..Edition::default() });
        self.source.languages = languages;
        for part in [TITLE, LANGUAGES] {
            let there = Piece { text: value_at(piece.text, &[Step::Key(part)]), ..piece };
            self.pieces.tables.insert(part, there);
        }
    }

    fn tables(&mut self) {
        self.source.countries = self.table(COUNTRIES);
        self.source.categories = self.table(CATEGORIES);
        self.source.origins = self.table(ORIGINS);
        self.source.transfers = self.table(TRANSFERS);
        self.source.names = self.table(NAMES);
    }

    fn document(&mut self, piece: Piece<'a>) {
        let Some(document) = self.read_document(piece) else { return };
        let file = &piece.file.name;
        self.pieces.documents.push(piece);
        self.pieces.fingerprints.push(None);
        if self.pieces.whole.is_none() && *file != format!("{}.json", document.id) {
            let wrong = format!("the document `{}` stands in {file}", document.id);
            self.fault(piece, "id", wrong, "name the file by the id, or mend the id");
        }
        self.source.documents.push(document);
    }

    /// Puts fingerprints into the document that their file is named by, where there is one.
    fn fingerprints_file(&mut self, piece: Piece<'a>, document: Option<usize>) {
        let Some(at) = document else {
            let remedy = "name the file by a document's id, or take it out";
            // Which documents there are is not known where one could not be read.
            if !self.is_partial {
                self.fault(piece, "", "no document is called so".to_owned(), remedy);
            }
            return;
        };
        let Some(Fingerprints { sha256, paragraphs }) = self.read(piece) else { return };
        let apart = self.pieces.fingerprints.get_mut(at).expect("a place for each document");
        *apart = Some(piece);
        let document = self.source.documents.get_mut(at).expect("it was found there");
        document.fingerprints = paragraphs;
        if document.sha256.as_ref() != Some(&sha256) {
            let wrong = format!("this is not the SHA-256 that {}.json has", document.id);
            self.fault(piece, "sha256", wrong, super::MAKE);
        }
    }

    fn fault(&mut self, piece: Piece<'a>, key: &str, wrong: String, remedy: &str) {
        let part = || value_at(piece.text, &[Step::Key(key)]);
        self.faults.add(|| piece.fault(part(), wrong, remedy.to_owned()));
    }

    /// Reads a value, or says why it cannot be.
    fn read<T: Deserialize<'a>>(&mut self, piece: Piece<'a>) -> Option<T> {
        match serde_json::from_str(piece.text) {
            Ok(value) => Some(value),
            Err(error) => {
                self.is_partial = true;
                self.faults.add(|| unreadable(piece, &error));
                None
            }
        }
    }

    /// Reads the rows of a table, or says of each why it cannot be.
    fn table<T: DeserializeOwned>(&mut self, name: &str) -> Vec<T> {
        let Some(&piece) = self.pieces.tables.get(name) else { return Vec::new() };
        if let Ok(rows) = serde_json::from_str(piece.text) {
            return rows;
        }
        let rows: Vec<&'a RawValue> = self.read(piece).unwrap_or_default();
        rows.into_iter().filter_map(|row| self.read(Piece { text: row.get(), ..piece })).collect()
    }

    /// Reads a document, or says why it cannot be, of each of its claims by itself.
    fn read_document(&mut self, piece: Piece<'a>) -> Option<Document> {
        let error = match serde_json::from_str(piece.text) {
            Ok(document) => return Some(document),
            Err(error) => error,
        };
        self.is_partial = true;
        self.faults.add(|| unreadable(piece, &error));
        let fields: BTreeMap<String, &'a RawValue> =
            serde_json::from_str(piece.text).unwrap_or_default();
        let claims = fields.get("claims").and_then(|it| serde_json::from_str(it.get()).ok());
        let claims: Vec<&'a RawValue> = claims.unwrap_or_default();
        let of_document = stop(piece, &error);
        for claim in claims {
            let claim = Piece { text: claim.get(), ..piece };
            let Err(error) = serde_json::from_str::<Claim>(claim.text) else { continue };
            // The document's own error is that of its first claim that has one, unless something is wrong
            // before its claims.
            if stop(claim, &error) != of_document {
                self.faults.add(|| unreadable(claim, &error));
            }
        }
        None
    }
}

/// Where the reader stopped, and why. It takes only the piece to be gone through, while a fault's line is
/// counted from the start of its file, so that it can be asked of every claim.
fn stop(piece: Piece, error: &serde_json::Error) -> (*const u8, String) {
    (from_error(piece.text, error).as_ptr(), why(error))
}

/// What `serde_json` says, without the place that it repeats at the end, and we print in front.
fn why(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    // A type of Rust's says nothing to who writes a corpus.
    let (wrong, expected) = message.rsplit_once("expected ").unwrap_or((message, ""));
    match expected {
        "u8" | "u16" | "u64" => format!("{wrong}expected a whole number"),
        "i16" => format!("{wrong}expected a whole number, with or without a minus"),
        _ => message.to_owned(),
    }
}

/// The mark of its byte order that some programs put before a text.
pub(in crate::corpus) const MARK: &[u8] = "\u{feff}".as_bytes();

/// The JSON of a corpus in a text; nothing where that is something else.
pub(in crate::corpus) fn corpus_in(text: &str) -> Option<&str> {
    let json = text.strip_prefix('\u{feff}').unwrap_or(text);
    // A list of its members in their order would be read too, and nobody should rely on that.
    json.trim_start().starts_with('{').then_some(json)
}

/// What is wrong with a value that is no JSON of the right form.
fn unreadable<'a>(piece: Piece<'a>, error: &serde_json::Error) -> Found<'a> {
    let remedy = "the fields and their values are described in seeds/README.md".to_owned();
    piece.fault(from_error(piece.text, error), why(error), remedy)
}
