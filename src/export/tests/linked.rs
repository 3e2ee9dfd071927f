//! Linked data: who is behind a claim, and nothing that it does not say.

use super::*;
use crate::corpus::When;
use crate::evidence::fixture::{self, said};
use serde_json::Value;

fn graph(link: &str) -> Vec<Value> {
    let text = exported(&CORPUS, link, "jsonld").text;
    let mut value: Value = serde_json::from_str(&text).expect("JSON");
    let Value::Array(graph) = value["@graph"].take() else { panic!("a graph") };
    graph
}

fn node<'a>(graph: &'a [Value], id: &str) -> &'a Value {
    graph.iter().find(|node| node["@id"] == id).unwrap_or_else(|| panic!("no {id}"))
}

/// Every object, however deep.
fn objects<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
    match value {
        Value::Array(list) => list.iter().for_each(|it| objects(it, found)),
        Value::Object(fields) => {
            found.push(value);
            fields.values().for_each(|it| objects(it, found));
        }
        _ => {}
    }
}

#[test]
fn a_claim_leads_back_to_its_root() {
    let graph = graph("");
    let claim = node(&graph, "atlas:claim/1bfa-02");
    assert_eq!(claim["author"]["@id"], "atlas:origin/us-intelligence");
    assert_eq!(claim["claimInterpreter"]["@id"], "atlas:origin/rnd");
    assert_eq!(claim["appearance"]["@id"], "atlas:document/1bfa4327f3dac170");
    let derived = &claim["prov:wasDerivedFrom"];
    assert_eq!(derived[0], claim["appearance"]);
    let person = &derived[1];
    assert!(person["prov:wasAttributedTo"]["@id"].is_null());
    assert_eq!(person["prov:wasAttributedTo"]["name"]["en"], "a US source, unnamed");
    let root = &person["prov:wasDerivedFrom"];
    assert_eq!(root["prov:wasAttributedTo"]["@id"], "atlas:origin/us-intelligence");
    assert_eq!(claim["prov:hadPrimarySource"]["@id"], root["@id"]);
}

#[test]
fn an_outlet_that_names_no_source_speaks_for_itself() {
    let graph = graph("");
    let claim = node(&graph, "atlas:claim/0e12-09");
    assert_eq!(claim["author"]["@id"], "atlas:origin/merkur");
    for key in ["prov:hadPrimarySource", "firstAppearance", "claimInterpreter"] {
        assert!(claim[key].is_null(), "{key}");
    }
}

#[test]
fn who_declines_to_comment_claims_nothing() {
    let graph = graph("");
    let claim = node(&graph, "atlas:claim/7ebd-07");
    assert_eq!(claim["atlas:stance"], "declines_comment");
    assert!(claim["author"].is_null() && claim["prov:wasAttributedTo"].is_null());
}

#[test]
fn nobody_unnamed_has_a_name_by_which_to_be_merged() {
    let text = exported(&CORPUS, "", "jsonld").text;
    for origin in CORPUS.source().origins.iter().filter(|it| it.unnamed) {
        assert!(!text.contains(&format!("origin/{}\"", origin.id)), "{}", origin.id);
    }
    let graph = graph("");
    let mut all = Vec::new();
    for node in &graph {
        objects(node, &mut all);
    }
    // Each account is described once.
    let mut described: Vec<&str> = all
        .iter()
        .filter(|it| !it["@type"].is_null())
        .filter_map(|it| it["@id"].as_str())
        .collect();
    let count = described.len();
    described.sort_unstable();
    described.dedup();
    assert_eq!(described.len(), count);
    // Whoever is led to is described too.
    for id in all.iter().filter_map(|it| it["@id"].as_str()) {
        assert!(described.binary_search(&id).is_ok(), "{id}");
    }
}

#[test]
fn whoever_denies_without_a_name_is_one_agent() {
    let denied = said(&["unnamed1"]).stance("denies").disputes(&["0-0"]);
    let corpus = Arc::new(fixture::corpus(&[("x", vec![said(&["x"]), denied])]));
    let text = exported(&corpus, "", "jsonld").text;
    let graph: Value = serde_json::from_str(&text).expect("JSON");
    let claim = node(graph["@graph"].as_array().expect("a graph"), "atlas:claim/0-1");
    let account = claim["prov:wasDerivedFrom"].as_array().and_then(|it| it.last()).expect("one");
    let told = &account["prov:wasAttributedTo"];
    assert!(told["name"]["en"].is_string(), "{told}");
    for leads in ["author", "prov:wasAttributedTo"] {
        assert_eq!(claim[leads], serde_json::json!({ "@id": told["@id"] }), "{leads}");
    }
}

#[test]
fn every_claim_is_there_as_it_stands() {
    for link in links() {
        let graph = graph(&link);
        let claims: Vec<&Value> = graph.iter().filter(|it| it["@type"][0] == "Claim").collect();
        let ids: Vec<&str> = claims.iter().filter_map(|it| it["@id"].as_str()).collect();
        let selected = selected(&CORPUS, &link);
        assert!(ids.iter().copied().eq(selected.iter().map(|id| format!("atlas:claim/{id}"))));
        for (claim, id) in claims.iter().zip(&selected) {
            let it = CORPUS.claim(CORPUS.find_claim(id).expect("a claim"));
            assert_eq!(claim["text"]["de"], it.statement.get(Lang::De));
            assert_eq!(claim["atlas:stance"], it.stance.id());
            let status = it.transfer.as_ref().map(|_| it.status.id());
            assert_eq!(claim["atlas:status"].as_str(), status);
            let quantity = it.quantity.as_ref();
            assert_eq!(
                claim["atlas:quantity"]["atlas:min"].as_u64(),
                quantity.and_then(|it| it.min)
            );
            assert_eq!(
                claim["atlas:quantity"]["atlas:max"].as_u64(),
                quantity.and_then(|it| it.max)
            );
        }
    }
}

#[test]
fn corpus_and_part_stand_at_the_top() {
    let graph = graph("country=EGY");
    let edition = CORPUS.source().edition.as_ref().expect("the build names it");
    assert_eq!(graph[0]["@type"][0], "Dataset");
    assert_eq!(graph[0]["dateModified"], edition.date);
    assert_eq!(graph[0]["identifier"]["value"], edition.sha256);
    assert_eq!(graph[1]["atlas:selection"], "country=EGY");
    assert_eq!(graph[1]["url"], "https://host.example/atlas/#country=EGY&lang=en");
    assert_eq!(graph[1]["isPartOf"]["@id"], graph[0]["@id"]);
}

#[test]
fn an_article_without_a_printed_date_has_none() {
    let mut source = bundled();
    let published = &mut source.documents[0].published;
    *published = When {
        words: Some(Text::in_every(|_| "8 November 2023".to_owned())),
        span: "2023-11-08".parse().ok(),
        basis: None,
    };
    let id = format!("atlas:document/{}", source.documents[0].id);
    let dated = |source: &Source| {
        let text = exported(&corpus(source.clone()), "", "jsonld").text;
        let graph: Value = serde_json::from_str(&text).expect("JSON");
        node(graph["@graph"].as_array().expect("a graph"), &id)["datePublished"].clone()
    };
    assert_eq!(dated(&source), "2023-11-08");
    let mut inferred = source.clone();
    inferred.documents[0].published.basis = Some(Text::in_every(|_| "Seen.".to_owned()));
    assert!(dated(&inferred).is_null());
    assert!(dated(&bundled()).is_null());
}

#[test]
fn what_was_withdrawn_has_no_author_and_no_status() {
    let corpus = corpus(bundled().without("0e12-21"));
    let graph: Value = serde_json::from_str(&exported(&corpus, "", "jsonld").text).expect("JSON");
    let nodes = graph["@graph"].as_array().expect("nodes");
    let node = nodes.iter().find(|it| it["@id"] == "atlas:claim/0e12-21").expect("its node");
    assert_eq!(node["creativeWorkStatus"], "withdrawn");
    for name in ["author", "atlas:status", "atlas:quantity", "about", "prov:wasAttributedTo"] {
        assert!(node[name].is_null(), "{name}");
    }
}
