//! The corpus's own form, which the viewer, and the build, load again.
//!
//! A part holds more than was selected: what a selected claim contradicts, and what contradicts it, so
//! that no claim is taken along without its denial; and what a payment is said to be for. The edition's
//! `selection`, applied to the part, gives what was selected.

use super::Taken;
use super::fields::{category, claim, country, document, edition, origin, place, transfer};
use super::json::Json;
use crate::corpus::Corpus;

const COUNTRY: &str = "aid|balpha2|cname|dafter_from|eafter_to";
const TRANSFER: &str = "aid|bfrom|cto|dkind|ecategory|fitem|gin_return_for";
const DOCUMENT: &str = "{|aid|btitle|coutlet|doutlet_basis|eauthors|flanguage|gpublished|hsha256|\
    iparagraphs|[claims";
/// What the corpus leaves out is left out.
const CLAIM: &str = "{|aid|bparagraph|ctransfer|dcategory|ecountries|fstatus~unknown|\
    gstance~asserts|hattribution|idisputes|jitem|kquantity|lwhen|mreported|nstatement|}";

/// The selected claims with all that they refer to.
#[inline(never)]
pub fn source(taken: &Taken) -> String {
    let corpus = taken.corpus;
    let source = corpus.source();
    let claims = with_others(corpus, &taken.claims);
    let uses = Uses::of(corpus, &claims);
    let mut json = Json::default();
    json.open("", '{');
    if source.edition.is_some() || taken.edition.selection.is_some() {
        json.put("{edition|adate|bsha256~|cselection|}", &edition(&taken.edition));
    }
    for table in TABLES {
        json.open(table, '[');
        for at in uses.used(table) {
            json.open("", '{');
            row(&mut json, corpus, table, at);
            json.close('}');
        }
        json.close(']');
    }
    json.open("documents", '[');
    for (at, it) in source.documents.iter().enumerate() {
        let range = corpus.claims_of_document(at);
        let chosen = claims.get(range.clone()).unwrap_or_default();
        // A document that claims nothing goes along with all the rest.
        let goes = chosen.contains(&true) || (chosen.is_empty() && uses.all);
        if !goes {
            continue;
        }
        json.put(DOCUMENT, &document(it));
        for (it, _) in it.claims.iter().zip(chosen).filter(|(_, chosen)| **chosen) {
            if taken.has(&json.text) {
                return json.text;
            }
            json.put(CLAIM, &claim(it));
        }
        json.put("]|}", &[]);
    }
    json.end()
}

#[inline(never)]
fn row(json: &mut Json, corpus: &Corpus, table: &str, at: usize) {
    match table {
        COUNTRIES => {
            let it = corpus.country(at);
            json.put(COUNTRY, &country(it));
            if let Some(it) = &it.place {
                json.put("{place|acolumn|brow|cwidth|}", &place(it));
            }
        }
        CATEGORIES => json.put("aid|bname", &category(corpus.category(at))),
        ORIGINS => {
            json.put("aid|bname|ckind|dunnamed|espeaks_for", &origin(corpus.origin(at)));
        }
        _ => json.put(TRANSFER, &transfer(corpus.transfer(at))),
    }
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
#[inline(never)]
fn paid_for(corpus: &Corpus, claim: usize) -> Option<usize> {
    let paid = corpus.transfer(corpus.transfer_of(claim)?).in_return_for.as_ref()?;
    corpus.find_transfer(paid)
}

pub const COUNTRIES: &str = "countries";
pub const CATEGORIES: &str = "categories";
pub const ORIGINS: &str = "origins";
pub const TRANSFERS: &str = "transfers";

/// The shared tables, in their order in a source.
const TABLES: [&str; 4] = [COUNTRIES, CATEGORIES, ORIGINS, TRANSFERS];

/// What some claims refer to, in the order of the tables, by index; of a whole corpus everything.
pub struct Uses {
    all: bool,
    tables: [Vec<bool>; 4],
}

impl Uses {
    /// What those claims refer to of which it is said that they are meant.
    #[inline(never)]
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
        Self { all, tables: [countries, categories, origins, transfers] }
    }

    /// What is used of a table, by index.
    #[inline(never)]
    pub fn used(&self, table: &str) -> Vec<usize> {
        let mut used = Vec::new();
        for (name, rows) in TABLES.into_iter().zip(&self.tables) {
            for (at, _) in rows.iter().enumerate().filter(|(_, used)| name == table && **used) {
                used.push(at);
            }
        }
        used
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
