//! The corpus's own form, which the viewer, and the build, load again.
//!
//! A part holds more than was selected: what a selected claim contradicts, and what contradicts it, so
//! that no claim is taken along without its denial; and what a payment is said to be for. The edition's
//! `selection`, applied to the part, gives what was selected.

use super::Taken;
use super::json::Json;
use crate::corpus::{
    Claim, Corpus, Country, Document, Edition, Origin, Place, Quantity, Stance, Status, Transfer,
    When,
};
use fixedbitset::FixedBitSet;

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
    json.open("countries", '[');
    let_each(&source.countries, &uses.countries, &mut json, country);
    json.open("categories", '[');
    let_each(&source.categories, &uses.categories, &mut json, |json, it| {
        json.string("id", &it.id);
        json.words("name", Some(&it.name));
    });
    json.open("origins", '[');
    let_each(&source.origins, &uses.origins, &mut json, origin);
    json.open("transfers", '[');
    let_each(&source.transfers, &uses.transfers, &mut json, transfer);
    json.open("documents", '[');
    for (at, it) in source.documents.iter().enumerate() {
        let range = corpus.claims_of_document(at);
        // A document that claims nothing goes along with all the rest.
        if !uses.all && !range.clone().any(|claim| claims.contains(claim)) {
            continue;
        }
        json.open("", '{');
        document(&mut json, it);
        json.open("claims", '[');
        for at in range.filter(|&at| claims.contains(at)) {
            if taken.has(&json.text) {
                return json.text;
            }
            json.open("", '{');
            claim(&mut json, corpus.claim(at));
            json.close('}');
        }
        json.close(']');
        json.close('}');
    }
    json.close(']');
    json.close('}');
    json.text.push('\n');
    json.text
}

/// Claims, with those that they contradict or that contradict them, and with those of what they pay for.
pub fn with_others(corpus: &Corpus, claims: &FixedBitSet) -> FixedBitSet {
    let mut all = claims.clone();
    let mut before = 0;
    while all.count_ones(..) > before {
        before = all.count_ones(..);
        for claim in 0..corpus.claim_count() {
            let disputed = corpus.disputed_by(claim);
            if !all.contains(claim) {
                if disputed.iter().any(|&it| all.contains(it)) {
                    all.grow_and_insert(claim);
                }
                continue;
            }
            let paid = paid_for(corpus, claim);
            let paid = paid.map(|transfer| corpus.claims_of(transfer)).unwrap_or_default();
            for &other in disputed.iter().chain(paid) {
                all.grow_and_insert(other);
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

/// What some claims refer to, by index; of a whole corpus everything.
struct Uses {
    all: bool,
    countries: FixedBitSet,
    categories: FixedBitSet,
    origins: FixedBitSet,
    transfers: FixedBitSet,
}

impl Uses {
    fn of(corpus: &Corpus, claims: &FixedBitSet) -> Self {
        let source = corpus.source();
        let all = claims.count_ones(..) == corpus.claim_count();
        let set = |count| {
            let mut set = FixedBitSet::with_capacity(count);
            if all {
                set.insert_range(..);
            }
            set
        };
        let mut uses = Self {
            all,
            countries: set(source.countries.len()),
            categories: set(source.categories.len()),
            origins: set(source.origins.len()),
            transfers: set(source.transfers.len()),
        };
        for claim in claims.ones() {
            uses.countries.extend(corpus.countries_of(claim).iter().copied());
            uses.categories.insert(corpus.category_of(claim));
            uses.transfers.extend(corpus.transfer_of(claim));
            for &origin in corpus.chain(claim) {
                uses.origins.insert(origin);
                uses.countries.extend(corpus.speaks_for(origin));
            }
        }
        uses
    }
}

/// Writes those rows of a table that are used, as a list that is open already.
fn let_each<T>(table: &[T], used: &FixedBitSet, json: &mut Json, write: fn(&mut Json, &T)) {
    for row in used.ones().filter_map(|at| table.get(at)) {
        json.open("", '{');
        write(json, row);
        json.close('}');
    }
    json.close(']');
}

// Each is taken apart, so that a new field cannot be forgotten. What the corpus leaves out is left out.

fn edition(json: &mut Json, it: &Edition) {
    let Edition { date, sha256, selection } = it;
    json.open("edition", '{');
    json.string("date", date);
    json.optional("sha256", some(sha256));
    json.optional("selection", selection.as_deref());
    json.close('}');
}

fn country(json: &mut Json, it: &Country) {
    let Country { id, alpha2, name, after_from, after_to, place } = it;
    json.string("id", id);
    json.optional("alpha2", alpha2.as_deref());
    json.words("name", name.as_ref());
    json.words("after_from", after_from.as_ref());
    json.words("after_to", after_to.as_ref());
    if let Some(Place { column, row, width }) = place {
        json.open("place", '{');
        for (key, cells) in [("column", column), ("row", row), ("width", width)] {
            json.number(key, Some(u64::from(*cells)));
        }
        json.close('}');
    }
}

fn origin(json: &mut Json, it: &Origin) {
    let Origin { id, name, kind, unnamed, speaks_for } = it;
    json.string("id", id);
    json.words("name", Some(name));
    json.string("kind", kind.id());
    if *unnamed {
        json.truth("unnamed");
    }
    json.optional("speaks_for", speaks_for.as_deref());
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
    json.words("item", Some(item));
    json.optional("in_return_for", in_return_for.as_deref());
}

/// All but its claims.
fn document(json: &mut Json, it: &Document) {
    let Document { id, title, outlet, outlet_basis, authors, language, published, .. } = it;
    let Document { sha256, paragraphs, claims: _, .. } = it;
    json.string("id", id);
    json.string("title", title);
    json.string("outlet", outlet);
    json.words("outlet_basis", outlet_basis.as_ref());
    json.strings("authors", authors);
    json.string("language", language);
    when(json, "published", Some(published));
    json.string("sha256", sha256);
    json.number("paragraphs", Some(u64::from(*paragraphs)));
}

fn claim(json: &mut Json, it: &Claim) {
    let Claim { id, paragraph, transfer, category, countries, status, stance, .. } = it;
    let Claim { attribution, disputes, item, quantity, when: at, reported, statement, .. } = it;
    json.string("id", id);
    json.number("paragraph", Some(u64::from(*paragraph)));
    json.optional("transfer", transfer.as_deref());
    json.optional("category", category.as_deref());
    json.strings("countries", countries);
    if *status != Status::Unknown {
        json.string("status", status.id());
    }
    if *stance != Stance::Asserts {
        json.string("stance", stance.id());
    }
    json.strings("attribution", attribution);
    json.strings("disputes", disputes);
    json.words("item", item.as_ref());
    if let Some(Quantity { words, min, max }) = quantity {
        json.open("quantity", '{');
        json.words("words", Some(words));
        json.number("min", *min);
        json.number("max", *max);
        json.close('}');
    }
    when(json, "when", at.as_ref());
    when(json, "reported", reported.as_ref());
    json.words("statement", Some(statement));
}

fn when(json: &mut Json, key: &str, it: Option<&When>) {
    if let Some(When { words, span, basis }) = it {
        json.open(key, '{');
        json.words("words", words.as_ref());
        json.optional("span", span.map(|span| span.to_string()).as_deref());
        json.words("basis", basis.as_ref());
        json.close('}');
    }
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}
