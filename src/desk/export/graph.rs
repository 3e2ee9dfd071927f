//! The graph as it is written: its context, its nodes, and what leads from one to another.

use super::json::Json;
use super::{Taken, push};
use crate::corpus::{OriginKind, When};

/// What the terms mean: those of schema.org stand without a prefix; texts in both languages, and days,
/// are said to be such.
const CONTEXT: &str = r#"{
 "@context": {
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
  "dateModified": {"@type": "Date"},
  "datePublished": {"@type": "Date"}
 }"#;

/// The graph as it is written.
pub struct Graph<'a> {
    pub json: Json,
    pub taken: &'a Taken<'a>,
}

impl<'a> Graph<'a> {
    /// A graph with its context, begun.
    pub fn new(taken: &'a Taken<'a>) -> Self {
        let mut json = Json::default();
        json.open("", '{');
        CONTEXT.clone_into(&mut json.text);
        json.open("@graph", '[');
        Self { json, taken }
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
    pub fn to(&mut self, key: &str, kind: &str, id: &str) {
        self.lead(key, &named(kind, id));
    }

    /// Leads to a node by its whole name.
    pub fn lead(&mut self, key: &str, name: &str) {
        self.json.open(key, '{');
        self.json.string("@id", name);
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
        self.json.text("name", &it.name);
        self.json.string("atlas:kind", it.kind.id());
        if let Some(country) = &it.speaks_for {
            self.to("atlas:speaksFor", "country", country);
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
            self.to(key, "origin", &it.id);
        }
    }

    pub fn when(&mut self, key: &str, When { words, span, basis }: &When) {
        self.json.open(key, '{');
        self.json.words("words", words);
        if let Some(span) = span {
            self.json.string("atlas:span", &span.to_string());
        }
        self.json.words("basis", basis);
        self.json.close('}');
    }
}

/// The part of the corpus that is here.
pub const PART: &str = "_:part";

/// The name of a node, which is the same in every file.
pub fn named(kind: &str, id: &str) -> String {
    let mut name = "atlas:".to_owned();
    push(&mut name, &[kind, "/", id]);
    name
}
