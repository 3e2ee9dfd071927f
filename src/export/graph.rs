//! The nodes of a graph: what its terms mean, and what is said of those who said something.

use crate::corpus::{Corpus, OriginId, OriginKind, Quantity, When};
use serde_json::{Map, Value, json};

/// What the terms mean: those of schema.org stand without a prefix; texts by their languages, and days, are
/// said to be such.
pub fn context() -> Value {
    json!({
        "@vocab": "https://schema.org/",
        "prov": "http://www.w3.org/ns/prov#",
        "atlas": "urn:x-claim-atlas:",
        "name": {"@container": "@language"},
        "text": {"@container": "@language"},
        "headline": {"@container": "@language"},
        "words": {"@id": "atlas:words", "@container": "@language"},
        "basis": {"@id": "atlas:basis", "@container": "@language"},
        "item": {"@id": "atlas:item", "@container": "@language"},
        "outletBasis": {"@id": "atlas:outletBasis", "@container": "@language"},
        "withdrawalReason": {"@id": "atlas:withdrawalReason", "@container": "@language"},
        "prov:invalidatedAtTime": {"@type": "Date"},
        "dateModified": {"@type": "Date"},
        "datePublished": {"@type": "Date"},
    })
}

/// A node of some fields. What is not known is left out: a null would say that there is none.
pub fn node(fields: Value) -> Value {
    match fields {
        Value::Object(fields) => {
            fields.into_iter().filter(|(_, it)| !it.is_null()).collect::<Map<_, _>>().into()
        }
        other => other,
    }
}

/// The identifier of a row of the corpus.
pub fn id(kind: &str, id: &str) -> String {
    format!("atlas:{kind}/{id}")
}

/// Leads to a row of the corpus.
pub fn to(kind: &str, row: &str) -> Value {
    json!({"@id": id(kind, row)})
}

/// What a fingerprint is of, by it.
pub fn sha256(value: &str) -> Option<Value> {
    let identifier = || json!({"@type": "PropertyValue", "propertyID": "SHA-256", "value": value});
    (!value.is_empty()).then(identifier)
}

/// When something is said to happen.
pub fn when(When { words, span, basis }: &When) -> Value {
    node(json!({"words": words, "atlas:span": span, "basis": basis}))
}

/// How many.
pub fn quantity(Quantity { words, min, max }: &Quantity) -> Value {
    node(json!({"words": words, "atlas:min": min, "atlas:max": max}))
}

/// An agent: one that is named with its identifier, one that is unnamed without.
pub fn agent(corpus: &Corpus, origin: OriginId) -> Value {
    let it = corpus.origin(origin);
    let is_organization = matches!(
        it.kind,
        OriginKind::Outlet | OriginKind::Agency | OriginKind::Intelligence | OriginKind::Database
    );
    let types: &[&str] =
        if is_organization { &["prov:Agent", "Organization"] } else { &["prov:Agent"] };
    node(json!({
        "@id": (!it.unnamed).then(|| id("origin", &it.id)),
        "@type": types,
        "name": it.name,
        "atlas:kind": it.kind,
        "atlas:speaksFor": it.speaks_for.as_ref().map(|it| to("country", it)),
    }))
}

/// Leads to an agent; an unnamed one stands where it is spoken of.
pub fn to_agent(corpus: &Corpus, origin: OriginId) -> Value {
    let it = corpus.origin(origin);
    if it.unnamed { agent(corpus, origin) } else { to("origin", &it.id) }
}
