//! The corpus's own form, which the viewer, the check and the build load again.
//!
//! A part holds more than was selected: what a selected claim contradicts, and what contradicts it, so
//! that no claim is taken along without its denial; and what a payment is said to be for. The edition's
//! `selection`, applied to the part, gives what was selected.

use super::{Taken, pretty};
use crate::corpus::{Claim, Corpus, Document, Source};

/// The selected claims with all that they refer to.
pub fn source(taken: &Taken) -> String {
    pretty(&part(taken))
}

fn part(taken: &Taken) -> Source {
    let corpus = taken.corpus;
    let whole = corpus.source();
    let claims = with_others(corpus, &taken.claims);
    let uses = Uses::of(corpus, &claims);
    let is_named = whole.edition.is_some() || taken.edition.selection.is_some();
    let goes = |document: &Document| !document.claims.is_empty() || uses.all;
    let documents = whole.documents.iter().enumerate();
    let documents = documents.map(|(at, document)| {
        let chosen = claims.get(corpus.claims_of_document(at)).unwrap_or_default();
        part_of(document, chosen)
    });
    Source {
        edition: is_named.then(|| taken.edition.clone()),
        languages: whole.languages.clone(),
        countries: uses.countries.iter().map(|&it| corpus.country(it).clone()).collect(),
        categories: uses.categories.iter().map(|&it| corpus.category(it).clone()).collect(),
        origins: uses.origins.iter().map(|&it| corpus.origin(it).clone()).collect(),
        transfers: uses.transfers.iter().map(|&it| corpus.transfer(it).clone()).collect(),
        // A document that claims nothing goes along with all the rest.
        documents: documents.filter(goes).collect(),
    }
}

/// A document with those of its claims that are chosen, and the fingerprints of their paragraphs.
fn part_of(document: &Document, chosen: &[bool]) -> Document {
    let claims = document.claims.iter().zip(chosen).filter(|(_, chosen)| **chosen);
    let claims: Vec<Claim> = claims.map(|(claim, _)| claim.clone()).collect();
    let is_named = |paragraph: u16| claims.iter().any(|it| it.paragraph == paragraph);
    let fingerprints = document.fingerprints.iter().filter(|it| is_named(it.paragraph));
    let fingerprints = fingerprints.cloned().collect();
    Document { claims, fingerprints, ..document.clone() }
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
    corpus.find_transfer(paid)
}

/// What some claims refer to, by index in each table; of a whole corpus everything.
pub struct Uses {
    /// Whether it is the whole corpus.
    all: bool,
    pub countries: Vec<usize>,
    pub categories: Vec<usize>,
    pub origins: Vec<usize>,
    pub transfers: Vec<usize>,
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
        let [countries, categories, origins, transfers] =
            [countries, categories, origins, transfers].map(|it| marked(&it));
        Self { all, countries, categories, origins, transfers }
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

/// The rows that are marked.
fn marked(used: &[bool]) -> Vec<usize> {
    used.iter().enumerate().filter(|(_, used)| **used).map(|(row, _)| row).collect()
}
