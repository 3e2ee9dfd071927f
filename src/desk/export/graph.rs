//! The graph as it is written: its context, and what is said of those who said something.

use super::Taken;
use super::fields::{self, Field};
use super::json::Json;
use crate::corpus::OriginKind;

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
    #[inline(never)]
    pub fn new(taken: &'a Taken<'a>) -> Self {
        let mut json = Json::default();
        json.prefix = "atlas:";
        json.open("", '{');
        CONTEXT.clone_into(&mut json.text);
        json.open("@graph", '[');
        Self { json, taken }
    }

    /// What a fingerprint is of, by it.
    pub fn sha256(&mut self, value: &String) {
        if !value.is_empty() {
            let identifier = "{identifier|'@type=PropertyValue|'propertyID=SHA-256|avalue|}";
            self.json.put(identifier, &[Field::Text(value)]);
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
        let types = if is_organization {
            "[@type|'prov:Agent|'Organization|]"
        } else {
            "[@type|'prov:Agent|]"
        };
        self.json.put(types, &[]);
        self.json.put("bname|catlas:kind|eatlas:speaksFor>country", &fields::origin(it));
    }

    /// Leads to an agent; an unnamed one stands where it is spoken of.
    #[inline(never)]
    pub fn agent(&mut self, key: &str, origin: usize) {
        let it = self.taken.corpus.origin(origin);
        self.json.open(key, '{');
        if it.unnamed {
            self.agent_of(origin);
        } else {
            self.json.put("a@id>origin", &[Field::Text(&it.id)]);
        }
        self.json.close('}');
    }
}
