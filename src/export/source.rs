//! The corpus's own form, as the build compiles it in: it passes the same check.
//!
//! A part holds more than was selected: what a selected claim contradicts, and what contradicts it, so
//! that no claim is taken along without its denial; and what a payment is said to be for. The edition's
//! `selection`, applied to the part, gives what was selected.

use super::{Taken, pretty};
use crate::corpus::{
    CategoryId, Claim, ClaimId, ClaimSet, Corpus, CountrySet, Document, DocumentId, IdSet,
    OriginSet, Source, TransferId, TransferSet,
};

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
    let documents = corpus.document_ids().map(|it| part_of(corpus, it, &claims));
    // What was withdrawn is nobody's part: it goes along with the whole.
    let is_part = taken.edition.selection.is_some();
    let documents = documents.map(|mut it| {
        it.withdrawn.retain(|_| !is_part);
        it
    });
    Source {
        title: whole.title.clone(),
        edition: is_named.then(|| taken.edition.clone()),
        languages: whole.languages.clone(),
        countries: uses.countries.iter().map(|it| corpus.country(it).clone()).collect(),
        categories: uses.categories.iter().map(|it| corpus.category(it).clone()).collect(),
        origins: uses.origins.iter().map(|it| corpus.origin(it).clone()).collect(),
        transfers: uses.transfers.iter().map(|it| corpus.transfer(it).clone()).collect(),
        names: whole.names.clone(),
        // A document that claims nothing goes along with all the rest.
        documents: documents.filter(goes).collect(),
    }
}

/// A document with those of its claims that are chosen, and the fingerprints of their paragraphs.
fn part_of(corpus: &Corpus, document: DocumentId, chosen: &ClaimSet) -> Document {
    let claims = corpus.claims_of_document(document).filter(|&it| chosen.contains(it));
    let claims: Vec<Claim> = claims.map(|it| corpus.claim(it).clone()).collect();
    let document = corpus.document(document);
    let is_named = |paragraph: u16| claims.iter().any(|it| it.paragraph == paragraph);
    let fingerprints = document.fingerprints.iter().filter(|it| is_named(it.paragraph));
    let fingerprints = fingerprints.cloned().collect();
    Document { claims, fingerprints, ..document.clone() }
}

/// What goes along: some claims, those that they contradict or that contradict them, and those of what
/// they pay for.
pub fn with_others(corpus: &Corpus, claims: &[ClaimId]) -> ClaimSet {
    let mut all: ClaimSet = claims.iter().copied().collect();
    let mut before = 0;
    while all.len() > before {
        before = all.len();
        for claim in corpus.claim_ids() {
            let disputed = corpus.disputes_of(claim);
            if all.contains(claim) {
                all.extend(disputed.iter().copied());
                if let Some(paid) = paid_for(corpus, claim) {
                    all.extend(corpus.claims_of(paid).iter().copied());
                }
            } else if disputed.iter().any(|&it| all.contains(it)) {
                all.insert(claim);
            }
        }
    }
    all
}

/// The transfer that a claim's transfer is a payment for.
fn paid_for(corpus: &Corpus, claim: ClaimId) -> Option<TransferId> {
    let paid = corpus.transfer(corpus.transfer_of(claim)?).in_return_for.as_ref()?;
    corpus.find_transfer(paid)
}

/// What some claims refer to in each table; of a whole corpus everything.
pub struct Uses {
    /// Whether it is the whole corpus.
    all: bool,
    pub countries: CountrySet,
    pub categories: IdSet<CategoryId>,
    pub origins: OriginSet,
    pub transfers: TransferSet,
}

impl Uses {
    /// What some claims refer to.
    pub fn of(corpus: &Corpus, claims: &ClaimSet) -> Self {
        if claims.len() == corpus.claim_count() {
            return Self {
                all: true,
                countries: corpus.country_ids().collect(),
                categories: corpus.category_ids().collect(),
                origins: corpus.origin_ids().collect(),
                transfers: corpus.transfer_ids().collect(),
            };
        }
        let (mut countries, mut categories) = (CountrySet::new(), IdSet::new());
        let (mut origins, mut transfers) = (OriginSet::new(), TransferSet::new());
        for claim in claims.iter() {
            countries.extend(corpus.countries_of(claim).iter().copied());
            categories.insert(corpus.category_of(claim));
            transfers.extend(corpus.transfer_of(claim));
            for &origin in corpus.chain(claim) {
                origins.insert(origin);
                countries.extend(corpus.speaks_for(origin));
            }
        }
        Self { all: false, countries, categories, origins, transfers }
    }
}
