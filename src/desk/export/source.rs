//! The corpus's own form, which the viewer, and the build, load again.
//!
//! A part holds more than was selected: what a selected claim contradicts, and what contradicts it, so
//! that no claim is taken along without its denial; and what a payment is said to be for. The edition's
//! `selection`, applied to the part, gives what was selected.

use super::Taken;
use super::json::Json;
use crate::corpus::{
    Category, Claim, Corpus, Country, Document, Edition, Origin, Place, Quantity, Stance, Status,
    Transfer, When,
};

/// The selected claims with all that they refer to.
pub fn source(taken: &Taken) -> String {
    let corpus = taken.corpus;
    let source = corpus.source();
    let claims = with_others(corpus, &taken.claims);
    let uses = Uses::of(corpus, &claims);
    let mut json = Json::default();
    json.open("", '{');
    if source.edition.is_some() || taken.edition.selection.is_some() {
        edition(&mut json, &taken.edition);
    }
    uses.write(&mut json, "countries", |json, at| country(json, corpus.country(at)));
    uses.write(&mut json, "categories", |json, at| {
        let Category { id, name } = corpus.category(at);
        json.string("id", id);
        json.text("name", name);
    });
    uses.write(&mut json, "origins", |json, at| origin(json, corpus.origin(at)));
    uses.write(&mut json, "transfers", |json, at| transfer(json, corpus.transfer(at)));
    json.open("documents", '[');
    for (at, it) in source.documents.iter().enumerate() {
        let range = corpus.claims_of_document(at);
        let chosen = claims.get(range.clone()).unwrap_or_default();
        // A document that claims nothing goes along with all the rest.
        let goes = chosen.contains(&true) || (chosen.is_empty() && uses.all);
        if !goes {
            continue;
        }
        json.open("", '{');
        document(&mut json, it);
        json.open("claims", '[');
        for (it, _) in it.claims.iter().zip(chosen).filter(|(_, chosen)| **chosen) {
            if taken.has(&json.text) {
                return json.text;
            }
            json.open("", '{');
            claim(&mut json, it);
            json.close('}');
        }
        json.close(']');
        json.close('}');
    }
    json.end(']')
}

/// For each claim whether it goes along: some claims, those that they contradict or that contradict them,
/// and those of what they pay for.
pub fn with_others(corpus: &Corpus, claims: &[usize]) -> Vec<bool> {
    let mut all = vec![false; corpus.claim_count()];
    let mut goes_on = mark(&mut all, claims);
    while goes_on {
        goes_on = false;
        for claim in 0..all.len() {
            let disputed = corpus.disputed_by(claim);
            let is_in = |claim: usize| all.get(claim) == Some(&true);
            if is_in(claim) {
                goes_on |= mark(&mut all, disputed);
                if let Some(paid) = paid_for(corpus, claim) {
                    goes_on |= mark(&mut all, corpus.claims_of(paid));
                }
            } else if disputed.iter().any(|&it| is_in(it)) {
                goes_on |= mark(&mut all, &[claim]);
            }
        }
    }
    all
}

/// The transfer that a claim's transfer is a payment for.
fn paid_for(corpus: &Corpus, claim: usize) -> Option<usize> {
    let paid = corpus.transfer(corpus.transfer_of(claim)?).in_return_for.as_ref()?;
    corpus.source().transfers.iter().position(|it| it.id == *paid)
}

/// What some claims refer to, by the tables' names and by index; of a whole corpus everything.
pub struct Uses {
    all: bool,
    tables: [(&'static str, Vec<bool>); 4],
}

impl Uses {
    /// What those claims refer to of which it is said that they are meant.
    pub fn of(corpus: &Corpus, claims: &[bool]) -> Self {
        let source = corpus.source();
        let all = !claims.contains(&false);
        let [mut countries, mut categories, mut origins, mut transfers] = [
            source.countries.len(),
            source.categories.len(),
            source.origins.len(),
            source.transfers.len(),
        ]
        .map(|count| vec![all; count]);
        for (claim, _) in claims.iter().enumerate().filter(|(_, meant)| **meant) {
            mark(&mut countries, corpus.countries_of(claim));
            mark(&mut categories, &[corpus.category_of(claim)]);
            mark(&mut transfers, corpus.transfer_of(claim).as_slice());
            mark(&mut origins, corpus.chain(claim));
            for &origin in corpus.chain(claim) {
                mark(&mut countries, corpus.speaks_for(origin).as_slice());
            }
        }
        let tables = [
            ("countries", countries),
            ("categories", categories),
            ("origins", origins),
            ("transfers", transfers),
        ];
        Self { all, tables }
    }

    /// What is used of a table, by index.
    pub fn used(&self, table: &str) -> impl Iterator<Item = usize> {
        let found = self.tables.iter().find(|(name, _)| *name == table);
        let used = found.map(|(_, used)| used.as_slice()).unwrap_or_default();
        used.iter().enumerate().filter(|(_, used)| **used).map(|(at, _)| at)
    }

    /// Writes what is used of a table, each row as an object.
    fn write(&self, json: &mut Json, table: &str, row: impl Fn(&mut Json, usize)) {
        json.open(table, '[');
        for at in self.used(table) {
            json.open("", '{');
            row(json, at);
            json.close('}');
        }
        json.close(']');
    }
}

/// Marks rows, and tells whether one of them was not.
fn mark(used: &mut [bool], rows: &[usize]) -> bool {
    let mut is_new = false;
    for &row in rows {
        if let Some(used) = used.get_mut(row) {
            is_new |= !*used;
            *used = true;
        }
    }
    is_new
}

// Each is taken apart, so that a new field cannot be forgotten. What the corpus leaves out is left out.

fn edition(json: &mut Json, it: &Edition) {
    let Edition { date, sha256, selection } = it;
    json.open("edition", '{');
    json.string("date", date);
    json.some("sha256", sha256);
    json.optional("selection", selection);
    json.close('}');
}

fn country(json: &mut Json, it: &Country) {
    let Country { id, alpha2, name, after_from, after_to, place } = it;
    json.string("id", id);
    json.optional("alpha2", alpha2);
    json.words("name", name);
    json.words("after_from", after_from);
    json.words("after_to", after_to);
    if let Some(Place { column, row, width }) = place {
        json.open("place", '{');
        for (key, cells) in [("column", column), ("row", row), ("width", width)] {
            json.number(key, u64::from(*cells));
        }
        json.close('}');
    }
}

fn origin(json: &mut Json, it: &Origin) {
    let Origin { id, name, kind, unnamed, speaks_for } = it;
    json.string("id", id);
    json.text("name", name);
    json.string("kind", kind.id());
    if *unnamed {
        json.truth("unnamed");
    }
    json.optional("speaks_for", speaks_for);
}

fn transfer(json: &mut Json, it: &Transfer) {
    let Transfer { id, from, to, kind, category, item, in_return_for } = it;
    for (key, value) in [
        ("id", id.as_str()),
        ("from", from),
        ("to", to),
        ("kind", kind.id()),
        ("category", category),
    ] {
        json.string(key, value);
    }
    json.text("item", item);
    json.optional("in_return_for", in_return_for);
}

/// All but its claims.
fn document(json: &mut Json, it: &Document) {
    let Document { id, title, outlet, outlet_basis, authors, language, published, .. } = it;
    let Document { sha256, paragraphs, claims: _, .. } = it;
    json.string("id", id);
    json.string("title", title);
    json.string("outlet", outlet);
    json.words("outlet_basis", outlet_basis);
    json.strings("authors", authors);
    json.string("language", language);
    when(json, "published", published);
    json.string("sha256", sha256);
    json.number("paragraphs", u64::from(*paragraphs));
}

fn claim(json: &mut Json, it: &Claim) {
    let Claim { id, paragraph, transfer, category, countries, status, stance, .. } = it;
    let Claim { attribution, disputes, item, quantity, when: at, reported, statement, .. } = it;
    json.string("id", id);
    json.number("paragraph", u64::from(*paragraph));
    json.optional("transfer", transfer);
    json.optional("category", category);
    json.strings("countries", countries);
    if *status != Status::Unknown {
        json.string("status", status.id());
    }
    if *stance != Stance::Asserts {
        json.string("stance", stance.id());
    }
    json.strings("attribution", attribution);
    json.strings("disputes", disputes);
    json.words("item", item);
    if let Some(Quantity { words, min, max }) = quantity {
        json.open("quantity", '{');
        json.text("words", words);
        for (key, end) in [("min", min), ("max", max)] {
            if let Some(end) = end {
                json.number(key, *end);
            }
        }
        json.close('}');
    }
    for (key, it) in [("when", at), ("reported", reported)] {
        if let Some(it) = it {
            when(json, key, it);
        }
    }
    json.text("statement", statement);
}

fn when(json: &mut Json, key: &str, When { words, span, basis }: &When) {
    json.open(key, '{');
    json.words("words", words);
    if let Some(span) = span {
        json.string("span", &span.to_string());
    }
    json.words("basis", basis);
    json.close('}');
}
