//! Linked data, read by a processor of it.

use crate::{corpus, exported, kept, told_by};
use anyhow::Context;
use claim_atlas::evidence::accountable;
use claim_atlas_tests::Outcome;
use serde_json::Value;

/// How many keys, and values of theirs, stand in a text, whatever they are called.
fn texts(value: &Value) -> usize {
    match value {
        Value::Array(list) => list.iter().map(texts).sum(),
        Value::Object(fields) => fields.values().map(texts).sum(),
        _ => 1,
    }
}

#[test]
fn a_processor_reads_every_key() -> Outcome {
    let corpus = corpus()?;
    let file = exported(&corpus, "jsonld");
    let told = told_by("linked.mjs", &[&kept(&file)?.path])?;
    let nodes = told["nodes"].as_array().context("nodes")?;
    let written: Value = serde_json::from_str(&file.text)?;
    assert_eq!(Some(nodes.len()), written["@graph"].as_array().map(Vec::len));
    // Expanded, a text has its language beside it and a day its type, and nothing else is added.
    let added = told["nodes"].to_string().matches("\"@language\"").count()
        + told["nodes"].to_string().matches("\"@type\":\"https://schema.org/Date\"").count();
    assert_eq!(texts(&told["nodes"]), texts(&written["@graph"]) + added);
    for sign in ["schema:", "prov:", "atlas:"] {
        assert!(!told["nodes"].to_string().contains(&format!("\"{sign}")), "{sign}");
    }
    Ok(())
}

#[test]
fn every_claim_is_a_claim_of_whoever_answers_for_it() -> Outcome {
    let corpus = corpus()?;
    let told = told_by("linked.mjs", &[&kept(&exported(&corpus, "jsonld"))?.path])?;
    let triples = told["triples"].as_str().context("triples")?;
    for (at, claim) in corpus.claims() {
        let node = format!("<urn:x-claim-atlas:claim/{}>", claim.id);
        let a = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
        assert!(triples.contains(&format!("{node} {a} <https://schema.org/Claim> .")));
        let document = &corpus.document(corpus.document_of(at)).id;
        let document = format!("<urn:x-claim-atlas:document/{document}>");
        assert!(triples.contains(&format!("{node} <https://schema.org/appearance> {document} .")));
        let derived = "<http://www.w3.org/ns/prov#wasDerivedFrom>";
        assert!(triples.contains(&format!("{node} {derived} {document} .")));
        let origin = corpus.origin(accountable(&corpus, at));
        let author = format!("<urn:x-claim-atlas:origin/{}> .", origin.id);
        let author = format!("{node} <https://schema.org/author> {author}");
        let says = claim.stance.id() != "declines_comment" && !origin.unnamed;
        assert_eq!(triples.contains(&author), says, "{author}");
    }
    // Each unnamed source of each claim is somebody else.
    let unnamed = corpus.claims().flat_map(|(at, _)| corpus.chain(at).iter().skip(1));
    let unnamed = unnamed.filter(|&&origin| corpus.origin(origin).unnamed).count();
    let attributed = triples
        .lines()
        .filter(|line| line.starts_with("_:") && line.contains("#wasAttributedTo> _:"));
    let mut sources: Vec<&str> =
        attributed.filter_map(|line| line.rsplit_once("> ")).map(|(_, end)| end).collect();
    sources.sort_unstable();
    sources.dedup();
    assert_eq!(sources.len(), unnamed);
    Ok(())
}
