//! The graph as it is written: its context, its nodes, and what leads from one to another.

use super::Taken;
use super::json::Json;
use crate::corpus::{OriginKind, When};

/// The context's terms that are more than a prefix: texts in both languages, and days.
const BY_LANGUAGE: [(&str, &str); 7] = [
    ("name", "schema:name"),
    ("text", "schema:text"),
    ("headline", "schema:headline"),
    ("words", "atlas:words"),
    ("basis", "atlas:basis"),
    ("item", "atlas:item"),
    ("outletBasis", "atlas:outletBasis"),
];

/// The graph as it is written.
pub struct Graph<'a> {
    pub json: Json,
    pub taken: &'a Taken<'a>,
}

impl Graph<'_> {
    pub fn context(&mut self) {
        let json = &mut self.json;
        json.open("@context", '{');
        for (prefix, address) in [
            ("@vocab", "https://schema.org/"),
            ("schema", "https://schema.org/"),
            ("prov", "http://www.w3.org/ns/prov#"),
            ("atlas", "urn:x-claim-atlas:"),
        ] {
            json.string(prefix, address);
        }
        for (term, id) in BY_LANGUAGE {
            json.open(term, '{');
            json.string("@id", id);
            json.string("@container", "@language");
            json.close('}');
        }
        for term in ["dateModified", "datePublished"] {
            json.open(term, '{');
            json.string("@type", "schema:Date");
            json.close('}');
        }
        json.close('}');
    }

    /// Begins a node with a name of its own.
    pub fn node(&mut self, kind: &str, id: &str, types: &[&str]) {
        self.json.open("", '{');
        self.json.string("@id", &named(kind, id));
        self.types(types);
    }

    pub fn types(&mut self, types: &[&str]) {
        self.json.open("@type", '[');
        for it in types {
            self.json.string("", it);
        }
        self.json.close(']');
    }

    /// Leads to a node.
    pub fn to(&mut self, key: &str, id: &str) {
        self.json.open(key, '{');
        self.json.string("@id", id);
        self.json.close('}');
    }

    pub fn sha256(&mut self, value: &str) {
        if !value.is_empty() {
            self.json.open("identifier", '{');
            self.json.string("@type", "PropertyValue");
            self.json.string("propertyID", "SHA-256");
            self.json.string("value", value);
            self.json.close('}');
        }
    }

    /// What is said of an agent.
    pub fn agent_of(&mut self, origin: usize) {
        let it = self.taken.corpus.origin(origin);
        let is_organization = matches!(
            it.kind,
            OriginKind::Outlet
                | OriginKind::Agency
                | OriginKind::Intelligence
                | OriginKind::Database
        );
        let types = ["prov:Agent", "Organization"];
        self.types(if is_organization { &types } else { &types[..1] });
        self.json.words("name", Some(&it.name));
        self.json.string("atlas:kind", it.kind.id());
        if let Some(country) = &it.speaks_for {
            self.to("atlas:speaksFor", &named("country", country));
        }
    }

    /// Leads to an agent; an unnamed one stands where it is spoken of.
    pub fn agent(&mut self, key: &str, origin: usize) {
        let it = self.taken.corpus.origin(origin);
        if it.unnamed {
            self.json.open(key, '{');
            self.agent_of(origin);
            self.json.close('}');
        } else {
            self.to(key, &named("origin", &it.id));
        }
    }

    pub fn when(&mut self, key: &str, it: Option<&When>) {
        if let Some(When { words, span, basis }) = it {
            self.json.open(key, '{');
            self.json.words("words", words.as_ref());
            self.json.optional("atlas:span", span.map(|span| span.to_string()).as_deref());
            self.json.words("basis", basis.as_ref());
            self.json.close('}');
        }
    }
}

/// The part of the corpus that is here.
pub const PART: &str = "_:part";

/// The name of a node, which is the same in every file.
pub fn named(kind: &str, id: &str) -> String {
    "atlas:".to_owned() + kind + "/" + id
}
