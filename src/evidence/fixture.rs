//! A small corpus for the tests of the evidence: one transfer, and what some documents say of it.

use crate::corpus::{Corpus, Source};
use serde_json::{Value, json};

/// A claim: its status and stance as the corpus writes them, and its attribution, from the one next to the
/// outlet back to the root. Who is called `unnamed…` is; `nobody` is nobody at all.
#[derive(Clone, Debug)]
pub struct Said {
    pub status: &'static str,
    pub stance: &'static str,
    pub attribution: Vec<&'static str>,
    pub when: Option<&'static str>,
    pub quantity: Option<Value>,
    pub disputes: Vec<&'static str>,
}

/// A claim that asserts an agreement.
pub fn said(attribution: &[&'static str]) -> Said {
    Said {
        status: "agreed",
        stance: "asserts",
        attribution: attribution.to_vec(),
        when: None,
        quantity: None,
        disputes: Vec::new(),
    }
}

impl Said {
    pub fn status(self, status: &'static str) -> Self {
        Self { status, ..self }
    }

    pub fn stance(self, stance: &'static str) -> Self {
        Self { stance, ..self }
    }

    /// When, as an interval.
    pub fn when(self, span: &'static str) -> Self {
        Self { when: Some(span), ..self }
    }

    /// A number as printed, and its bounds.
    pub fn number(self, words: &str, min: Option<u64>, max: Option<u64>) -> Self {
        let quantity = json!({ "words": { "de": words, "en": words }, "min": min, "max": max });
        Self { quantity: Some(quantity), ..self }
    }

    /// The ids of the claims that it contradicts: `1-0` is the first of the second document.
    pub fn disputes(self, claims: &[&'static str]) -> Self {
        Self { disputes: claims.to_vec(), ..self }
    }
}

/// Those who may say something, or be cited.
pub const ORIGINS: [&str; 10] =
    ["a", "b", "c", "x", "y", "z", "unnamed1", "unnamed2", "unnamed3", "nobody"];

/// The governments of the two sides.
const GOVERNMENTS: [(&str, &str); 2] = [("supplier", "EGY"), ("recipient", "RUS")];

/// A corpus of these documents: each by its outlet and what it says of the one transfer, all of one month.
pub fn corpus(documents: &[(&str, Vec<Said>)]) -> Corpus {
    let dated = documents.iter().map(|(outlet, all)| (*outlet, Some("2023-11"), all.clone()));
    corpus_of(&dated.collect::<Vec<_>>())
}

/// The same of documents each with its date, as an interval, where it has one.
pub fn corpus_of(documents: &[(&str, Option<&str>, Vec<Said>)]) -> Corpus {
    let text = |text: &str| json!({ "de": text, "en": text });
    let origins = ORIGINS.iter().map(|&id| {
        let kind = if id == "nobody" { "unspecified" } else { "outlet" };
        let unnamed = id.starts_with("unnamed") || id == "nobody";
        json!({ "id": id, "name": text(id), "kind": kind, "unnamed": unnamed })
    });
    let governments = GOVERNMENTS.map(|(id, country)| {
        json!({ "id": id, "name": text(id), "kind": "government", "speaks_for": country })
    });
    let origins: Vec<Value> = origins.chain(governments).collect();
    let documents = documents.iter().enumerate().map(|(at, (outlet, published, all))| {
        let claims = all.iter().enumerate().map(|(number, it)| {
            let when = it.when.map(|span| json!({ "words": text(span), "span": span }));
            json!({
                "id": format!("{at}-{number}"),
                "paragraph": 1,
                "transfer": "t",
                "status": it.status,
                "stance": it.stance,
                "attribution": it.attribution,
                "when": when,
                "quantity": it.quantity,
                "disputes": it.disputes,
                "statement": text("It is."),
            })
        });
        json!({
            "id": format!("{at:016x}"),
            "title": "A title",
            "outlet": outlet,
            "language": "en",
            "published": { "span": published },
            "paragraphs": 1,
            "claims": claims.collect::<Vec<Value>>(),
        })
    });
    let source = json!({
        "languages": ["de", "en"],
        "countries": [{ "id": "EGY", "alpha2": "EG" }, { "id": "RUS", "alpha2": "RU" }],
        "categories": [{ "id": "engines", "name": text("Engines") }],
        "origins": origins,
        "transfers": [{
            "id": "t",
            "from": "EGY",
            "to": "RUS",
            "kind": "supply",
            "category": "engines",
            "item": text("engines"),
        }],
        "documents": documents.collect::<Vec<Value>>(),
    });
    Corpus::new(Source::read(&source.to_string()).expect("a source")).expect("its references")
}
