//! The rules that seeds obey, each with the place of its fault and the remedy.

use super::locate::{Step, position};
use super::{
    Claim, Country, Document, Edition, Source, Span, Stance, Status, Text, Transfer, When,
};
use serde::de::DeserializeOwned;
use std::collections::{HashMap, HashSet};
use std::fmt;

/// One file of the seeds folder.
#[derive(Clone, Debug)]
pub struct SeedFile {
    /// Its name, without the folder.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// Something wrong in the seeds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file's name.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub wrong: String,
    /// What would be right.
    pub remedy: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, wrong, remedy } = self;
        write!(f, "seeds/{file}:{line}:{column}: {wrong}; {remedy}")
    }
}

/// The tables and what their files are called.
const EDITION: &str = "edition.json";
const COUNTRIES: &str = "countries.json";
const CATEGORIES: &str = "categories.json";
const ORIGINS: &str = "origins.json";
const TRANSFERS: &str = "transfers.json";

/// The map's grid has so many columns and rows at most, or its tiles could not be read.
const GRID: u8 = 12;

/// Reads the seed files and holds them to every rule.
///
/// # Errors
/// All the faults found, in the order of the files; a file that is no JSON of the right form
/// hides what is wrong inside it until that is mended.
pub fn check(files: &[SeedFile]) -> Result<Source, Vec<Fault>> {
    let mut checker = Checker { files, faults: Vec::new() };
    let source = checker.read();
    if checker.faults.is_empty() {
        checker.tables(&source);
        for document in &source.documents {
            checker.document(document, &source);
        }
        checker.contradictions(&source);
    }
    if checker.faults.is_empty() {
        return Ok(source);
    }
    let place = |fault: &Fault| files.iter().position(|file| file.name == fault.file);
    checker.faults.sort_by_key(|fault| (place(fault), fault.line, fault.column));
    Err(checker.faults)
}

struct Checker<'a> {
    files: &'a [SeedFile],
    faults: Vec<Fault>,
}

/// A path into one of the files, as it grows on the way down.
#[derive(Clone)]
pub(super) struct At {
    pub(super) file: String,
    pub(super) path: Vec<Step>,
}

impl At {
    fn table(file: &str, item: usize) -> Self {
        Self { file: file.to_owned(), path: vec![Step::Item(item)] }
    }

    pub(super) fn key(&self, key: &'static str) -> Self {
        let mut deeper = self.clone();
        deeper.path.push(Step::Key(key));
        deeper
    }

    pub(super) fn item(&self, item: usize) -> Self {
        let mut deeper = self.clone();
        deeper.path.push(Step::Item(item));
        deeper
    }
}

/// What is wrong at a place in one of some files.
pub(super) fn fault(
    files: &[SeedFile],
    at: &At,
    wrong: impl Into<String>,
    remedy: impl Into<String>,
) -> Fault {
    let text = files.iter().find(|file| file.name == at.file).map(|file| &file.text);
    let (line, column) = text.map_or((1, 1), |text| position(text, &at.path));
    Fault { file: at.file.clone(), line, column, wrong: wrong.into(), remedy: remedy.into() }
}

/// What is wrong with a file that is no JSON of the right form.
pub(super) fn unreadable(file: &SeedFile, error: &serde_json::Error) -> Fault {
    let message = error.to_string();
    // serde_json repeats the place at the end, and we print it in front.
    let wrong = message.split(" at line ").next().unwrap_or_default().to_owned();
    Fault {
        file: file.name.clone(),
        line: error.line().max(1),
        column: error.column().max(1),
        wrong,
        remedy: "the fields and their values are described in seeds/README.md".to_owned(),
    }
}

impl Checker<'_> {
    fn fault(&mut self, at: &At, wrong: impl Into<String>, remedy: impl Into<String>) {
        self.faults.push(fault(self.files, at, wrong, remedy));
    }

    fn read(&mut self) -> Source {
        let mut source = Source {
            edition: self.edition(),
            countries: self.table(COUNTRIES),
            categories: self.table(CATEGORIES),
            origins: self.table(ORIGINS),
            transfers: self.table(TRANSFERS),
            documents: Vec::new(),
        };
        let tables = [EDITION, COUNTRIES, CATEGORIES, ORIGINS, TRANSFERS];
        for file in self.files.iter().filter(|file| !tables.contains(&file.name.as_str())) {
            let Some(document) = self.parse::<Document>(file) else { continue };
            if document_at(&document).file != file.name {
                let at = At { file: file.name.clone(), path: vec![Step::Key("id")] };
                let wrong = format!("the document `{}` stands in {}", document.id, file.name);
                self.fault(&at, wrong, "name the file by the id, or mend the id");
            }
            source.documents.push(document);
        }
        source
    }

    fn edition(&mut self) -> Option<Edition> {
        let at = At { file: EDITION.to_owned(), path: Vec::new() };
        let Some(file) = self.files.iter().find(|file| file.name == EDITION) else {
            self.fault(&at, "the file is missing", "add it, with the `date` of the last revision");
            return None;
        };
        let edition: Edition = self.parse(file)?;
        let span = edition.date.parse().ok();
        if span.and_then(|span: Span| span.from.filter(|_| span.from == span.to)).is_none() {
            let wrong = format!("`{}` is no day", edition.date);
            self.fault(&at.key("date"), wrong, "write it as `2026-11-24`");
        }
        Some(edition)
    }

    fn table<T: DeserializeOwned>(&mut self, name: &str) -> Vec<T> {
        let Some(file) = self.files.iter().find(|file| file.name == name) else {
            let at = At { file: name.to_owned(), path: Vec::new() };
            self.fault(&at, "the table is missing", "add the file, with `[]` if it is empty");
            return Vec::new();
        };
        self.parse(file).unwrap_or_default()
    }

    fn parse<T: DeserializeOwned>(&mut self, file: &SeedFile) -> Option<T> {
        match serde_json::from_str(&file.text) {
            Ok(value) => Some(value),
            Err(error) => {
                self.faults.push(unreadable(file, &error));
                None
            }
        }
    }

    fn tables(&mut self, source: &Source) {
        self.unique(COUNTRIES, source.countries.iter().map(|it| it.id.as_str()));
        self.unique(CATEGORIES, source.categories.iter().map(|it| it.id.as_str()));
        self.unique(ORIGINS, source.origins.iter().map(|it| it.id.as_str()));
        self.unique(TRANSFERS, source.transfers.iter().map(|it| it.id.as_str()));
        self.unique_claims(source);
        for (item, country) in source.countries.iter().enumerate() {
            self.country(&At::table(COUNTRIES, item), country);
        }
        self.places(&source.countries);
        for (item, category) in source.categories.iter().enumerate() {
            self.languages(&At::table(CATEGORIES, item).key("name"), &category.name);
        }
        for (item, origin) in source.origins.iter().enumerate() {
            let at = At::table(ORIGINS, item);
            self.languages(&at.key("name"), &origin.name);
            if let Some(country) = &origin.speaks_for {
                self.known(&at.key("speaks_for"), COUNTRIES, country, |id| {
                    source.countries.iter().any(|it| it.id == id)
                });
            }
        }
        for (item, transfer) in source.transfers.iter().enumerate() {
            self.transfer(&At::table(TRANSFERS, item), transfer, source);
        }
    }

    fn unique<'t>(&mut self, file: &str, ids: impl Iterator<Item = &'t str>) {
        let mut seen = HashSet::new();
        for (item, id) in ids.enumerate() {
            let at = At::table(file, item).key("id");
            self.id_form(&at, id);
            if !seen.insert(id) {
                self.twice(&at, id);
            }
        }
    }

    fn unique_claims(&mut self, source: &Source) {
        let mut seen = HashSet::new();
        for document in &source.documents {
            for (item, claim) in document.claims.iter().enumerate() {
                let at = document_at(document).key("claims").item(item).key("id");
                self.id_form(&at, &claim.id);
                if !seen.insert(claim.id.as_str()) {
                    self.twice(&at, &claim.id);
                }
            }
        }
    }

    fn twice(&mut self, at: &At, id: &str) {
        let remedy =
            "ids live in links that readers have shared: give the newer entry an id of its own";
        self.fault(at, format!("the id `{id}` is taken"), remedy);
    }

    fn id_form(&mut self, at: &At, id: &str) {
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if id.is_empty() || !id.chars().all(fits) {
            let remedy = "an id stands in links: use only letters a to z, digits and hyphens";
            self.fault(at, format!("`{id}` cannot be an id"), remedy);
        }
    }

    fn known(&mut self, at: &At, table: &str, id: &str, holds: impl Fn(&str) -> bool) {
        if !holds(id) {
            let remedy = "add it there, or name an id that stands there";
            self.fault(at, format!("`{id}` is not in {table}"), remedy);
        }
    }

    fn languages(&mut self, at: &At, text: &Text) {
        for (key, value) in [("de", &text.de), ("en", &text.en)] {
            if value.trim().is_empty() {
                let remedy = "give it in German (`de`) and in English (`en`)";
                self.fault(&at.key(key), format!("the text in `{key}` is empty"), remedy);
            }
        }
    }

    fn country(&mut self, at: &At, country: &Country) {
        let Country { id, alpha2, name, after_from, after_to, place: _ } = country;
        for (key, text) in [("after_from", after_from), ("after_to", after_to)] {
            if let Some(text) = text {
                self.languages(&at.key(key), text);
            }
        }
        let of_users = id.len() == 3 && ("XAA"..="XZZ").contains(&id.as_str());
        if of_users {
            match name {
                Some(name) => self.languages(&at.key("name"), name),
                None => self.fault(
                    at,
                    format!("the group `{id}` has no name"),
                    "add `name`: no browser knows it",
                ),
            }
            return;
        }
        let Some(known) = rust_iso3166::from_alpha3(id) else {
            let remedy =
                "use a code of ISO 3166-1 alpha-3, such as `EGY`, or `XAA` to `XZZ` for a group";
            return self.fault(&at.key("id"), format!("`{id}` is no country code"), remedy);
        };
        if alpha2.as_deref() != Some(known.alpha2) {
            let remedy = format!("write \"alpha2\": \"{}\"", known.alpha2);
            self.fault(&at.key("alpha2"), format!("`{id}` needs its two-letter code"), remedy);
        }
        if name.is_some() {
            let remedy = "leave it out: the reader's browser knows the name";
            self.fault(&at.key("name"), format!("`{id}` is a country and carries a name"), remedy);
        }
    }

    fn places(&mut self, countries: &[Country]) {
        let mut taken: HashMap<(u8, u8), &str> = HashMap::new();
        for (item, country) in countries.iter().enumerate() {
            let Some(place) = country.place else { continue };
            let at = At::table(COUNTRIES, item).key("place");
            let fits = (1..=2).contains(&place.width)
                && (1..=GRID).contains(&place.row)
                && place.column >= 1
                && place.column.saturating_add(place.width - 1) <= GRID;
            if !fits {
                let remedy = format!("columns and rows run from 1 to {GRID}, widths from 1 to 2");
                self.fault(&at, format!("the tile of `{}` is off the map", country.id), remedy);
                continue;
            }
            for column in place.column..place.column + place.width {
                if let Some(other) = taken.insert((column, place.row), &country.id) {
                    let wrong = format!("`{}` stands where `{other}` stands", country.id);
                    self.fault(&at, wrong, "give one of them another column or row");
                }
            }
        }
    }

    fn transfer(&mut self, at: &At, transfer: &Transfer, source: &Source) {
        let Transfer { id, from, to, kind, category, item, in_return_for } = transfer;
        for (key, country) in [("from", from), ("to", to)] {
            self.known(&at.key(key), COUNTRIES, country, |id| {
                source.countries.iter().any(|it| it.id == id)
            });
        }
        self.known(&at.key("category"), CATEGORIES, category, |id| {
            source.categories.iter().any(|it| it.id == id)
        });
        self.languages(&at.key("item"), item);
        if from == to {
            let remedy = "what stays in one country is context: make it claims with a `category`";
            self.fault(&at.key("to"), format!("`{id}` goes from {from} to {from}"), remedy);
        }
        if let Some(paid) = in_return_for {
            let at = at.key("in_return_for");
            self.known(&at, TRANSFERS, paid, |paid| {
                paid != id && source.transfers.iter().any(|it| it.id == paid)
            });
            if *kind != super::Kind::Payment {
                let remedy = "only a transfer of kind `payment` is given in return";
                self.fault(&at, format!("`{id}` is no payment"), remedy);
            }
        }
        let spoken_of = |claim: &Claim| claim.transfer.as_ref() == Some(id);
        if !source.documents.iter().flat_map(|it| &it.claims).any(spoken_of) {
            self.fault(at, format!("no claim speaks of `{id}`"), "add a claim, or take it out");
        }
    }

    fn document(&mut self, document: &Document, source: &Source) {
        let at = document_at(document);
        let hexadecimal = |text: &str| text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if document.id.len() != 16 || !hexadecimal(&document.id) {
            let remedy = "a document's id is 16 hexadecimal digits";
            self.fault(&at.key("id"), format!("`{}` names no document", document.id), remedy);
        }
        if document.sha256.len() != 64 || !hexadecimal(&document.sha256) {
            let remedy = "write the 64 hexadecimal digits that `sha256sum` prints for the text";
            self.fault(&at.key("sha256"), "this is no SHA-256", remedy);
        }
        if document.title.trim().is_empty() {
            self.fault(&at.key("title"), "the title is empty", "cite the document by its title");
        }
        self.known(&at.key("outlet"), ORIGINS, &document.outlet, |id| {
            source.origins.iter().any(|it| it.id == id)
        });
        if let Some(basis) = &document.outlet_basis {
            self.languages(&at.key("outlet_basis"), basis);
        }
        self.when(&at.key("published"), &document.published);
        for (item, claim) in document.claims.iter().enumerate() {
            self.claim(&at.key("claims").item(item), claim, document, source);
        }
    }

    fn claim(&mut self, at: &At, claim: &Claim, document: &Document, source: &Source) {
        if !(1..=document.paragraphs).contains(&claim.paragraph) {
            let wrong = format!("there is no paragraph {}", claim.paragraph);
            let remedy = format!("the text has paragraphs 1 to {}", document.paragraphs);
            self.fault(&at.key("paragraph"), wrong, remedy);
        }
        self.subject(at, claim, source);
        self.attribution(at, claim, document, source);
        self.languages(&at.key("statement"), &claim.statement);
        if let Some(item) = &claim.item {
            self.languages(&at.key("item"), item);
        }
        if let Some(quantity) = &claim.quantity {
            let at = at.key("quantity");
            self.languages(&at.key("words"), &quantity.words);
            if matches!((quantity.min, quantity.max), (Some(min), Some(max)) if min > max) {
                let remedy = "the least is not above the most; leave out the end that is open";
                self.fault(&at.key("min"), "the least is above the most", remedy);
            }
        }
        for (key, when) in [("when", &claim.when), ("reported", &claim.reported)] {
            if let Some(when) = when {
                self.when(&at.key(key), when);
            }
        }
    }

    /// A claim speaks of one transfer, or else is context.
    fn subject(&mut self, at: &At, claim: &Claim, source: &Source) {
        match (&claim.transfer, &claim.category) {
            (Some(transfer), None) => {
                self.known(&at.key("transfer"), TRANSFERS, transfer, |id| {
                    source.transfers.iter().any(|it| it.id == id)
                });
                if !claim.countries.is_empty() {
                    let remedy = "leave them out: the transfer names both sides";
                    self.fault(
                        &at.key("countries"),
                        "a claim of a transfer lists countries",
                        remedy,
                    );
                }
            }
            (None, Some(category)) => {
                self.known(&at.key("category"), CATEGORIES, category, |id| {
                    source.categories.iter().any(|it| it.id == id)
                });
                for (item, country) in claim.countries.iter().enumerate() {
                    self.known(&at.key("countries").item(item), COUNTRIES, country, |id| {
                        source.countries.iter().any(|it| it.id == id)
                    });
                }
                if claim.status != Status::Unknown {
                    let remedy = "a status is a transfer's: leave it out, or name the `transfer`";
                    self.fault(&at.key("status"), "a context claim has a status", remedy);
                }
            }
            _ => {
                let remedy = "name its `transfer`, or its `category` where it is context";
                self.fault(at, format!("`{}` speaks of both or of nothing", claim.id), remedy);
            }
        }
    }

    /// Every chain ends in a root: it never comes back to where it was.
    fn attribution(&mut self, at: &At, claim: &Claim, document: &Document, source: &Source) {
        let mut seen = HashSet::from([document.outlet.as_str()]);
        for (item, origin) in claim.attribution.iter().enumerate() {
            let at = at.key("attribution").item(item);
            self.known(&at, ORIGINS, origin, |id| source.origins.iter().any(|it| it.id == id));
            if !seen.insert(origin) {
                let remedy = "name each origin once, from the one next to the outlet (which is left out) back to the root";
                self.fault(&at, format!("the chain comes back to `{origin}`"), remedy);
            }
        }
    }

    fn when(&mut self, at: &At, when: &When) {
        let When { words, span, basis } = when;
        for (key, text) in [("words", words), ("basis", basis)] {
            if let Some(text) = text {
                self.languages(&at.key(key), text);
            }
        }
        let Some(span) = span else {
            if words.is_some() {
                let remedy = "give the `span` that follows from the words, `..` for an open end";
                self.fault(at, "a printed date has no interval", remedy);
            }
            return;
        };
        if span.is_backwards() {
            let remedy = "write the earlier date first";
            self.fault(&at.key("span"), "the interval runs backwards", remedy);
        }
        if words.is_none() && basis.is_none() {
            let remedy = "say in `basis` what the interval was inferred from";
            self.fault(at, "an undated thing has an interval", remedy);
        }
    }

    fn contradictions(&mut self, source: &Source) {
        let claims = || source.documents.iter().flat_map(|it| &it.claims);
        let ids: HashSet<&str> = claims().map(|it| it.id.as_str()).collect();
        for document in &source.documents {
            for (item, claim) in document.claims.iter().enumerate() {
                let at = document_at(document).key("claims").item(item);
                for (other, id) in claim.disputes.iter().enumerate() {
                    let at = at.key("disputes").item(other);
                    self.known(&at, "any document's claims", id, |id| {
                        id != claim.id && ids.contains(id)
                    });
                }
                if claim.stance == Stance::Asserts || claim.transfer.is_none() {
                    continue;
                }
                if claim.stance == Stance::Denies && claim.disputes.is_empty() {
                    let remedy = "name in `disputes` the claims that it denies";
                    self.fault(&at, format!("`{}` denies nothing", claim.id), remedy);
                }
            }
        }
    }
}

fn document_at(document: &Document) -> At {
    At { file: format!("{}.json", document.id), path: Vec::new() }
}
