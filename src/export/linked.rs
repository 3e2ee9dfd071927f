//! Linked data: claims in the words of schema.org, how each came about in those of PROV.
//!
//! The context is in the file, so nothing has to be fetched to read it. What neither vocabulary has
//! (status, stance, numbers, times) stands under the project's own, `atlas:`.
//!
//! A claim `wasDerivedFrom` its document and, link by link, from what those said whom the document goes
//! back to; it is `wasAttributedTo` whoever answers for it, and has them as its `author`. Who declined to
//! comment has claimed nothing, and is the author of nothing. PROV's `wasQuotedFrom` is not used: a report
//! that cites another need not quote it. An agent that is unnamed is a node without a name of its own, a
//! new one in each link of each claim, so that no two of them can be taken for the same.

use super::graph::{agent, context, id, node, quantity, sha256, to, to_agent, when};
use super::source::Uses;
use super::{Taken, pretty};
use crate::corpus::{ClaimId, Corpus, DocumentId, OriginId, OriginKind, Stance, Text, Withdrawn};
use crate::evidence::{accountable, is_inferred};
use crate::link::is_public;
use crate::query::Query;
use crate::words::words;
use serde_json::{Value, json};

/// The graph.
pub fn linked(taken: &Taken) -> String {
    let corpus = taken.corpus;
    let uses = Uses::of(corpus, &taken.claims.iter().copied().collect());
    let mut graph = datasets(taken);
    graph.extend(agents(corpus, &uses));
    graph.extend(subjects(taken, &uses));
    graph.extend(taken.documents.iter().map(|&it| document(corpus, it)));
    graph.extend(taken.claims.iter().map(|&it| claim(taken, it)));
    graph.extend(taken.withdrawn().map(|(document, it)| withdrawn(corpus, document, it)));
    pretty(&json!({"@context": context(), "@graph": graph}))
}

/// What a corpus without a title is called.
fn title(taken: &Taken) -> Text {
    Text::in_every(|lang| taken.title(lang).unwrap_or(words(lang).title).to_owned())
}

/// How a part of the corpus is called, which nobody else can lead to.
const PART: &str = "_:part";

/// The corpus, and the part of it that is here.
fn datasets(taken: &Taken) -> Vec<Value> {
    let it = &taken.edition;
    let types = ["Dataset", "prov:Entity"];
    let corpus = node(json!({
        "@id": id("corpus", &it.sha256),
        "@type": types,
        "name": taken.corpus.source().title.clone().unwrap_or_else(|| title(taken)),
        "dateModified": (!it.date.is_empty()).then_some(&it.date),
        "identifier": sha256(&it.sha256),
    }));
    let part = it.selection.as_ref().map(|selection| {
        node(json!({
            "@id": PART,
            "@type": types,
            "isPartOf": to("corpus", &it.sha256),
            "prov:wasDerivedFrom": to("corpus", &it.sha256),
            "atlas:selection": selection,
            "url": public(&taken.link),
        }))
    });
    [corpus].into_iter().chain(part).collect()
}

/// A link, where others can open it.
fn public(link: &str) -> Option<&str> {
    is_public(link).then_some(link)
}

/// Those who are named, and said or printed something.
fn agents(corpus: &Corpus, uses: &Uses) -> Vec<Value> {
    let named = uses.origins.iter().filter(|&it| !corpus.origin(it).unnamed);
    named.map(|it| agent(corpus, it)).collect()
}

/// What claims are about: countries, categories, transfers.
fn subjects(taken: &Taken, uses: &Uses) -> Vec<Value> {
    let corpus = taken.corpus;
    let countries = uses.countries.iter().map(|at| {
        let it = corpus.country(at);
        node(json!({
            "@id": id("country", &it.id),
            "@type": ["Place"],
            "name": taken.country(at),
            "identifier": it.id,
        }))
    });
    let categories = uses.categories.iter().map(|at| {
        let it = corpus.category(at);
        json!({"@id": id("category", &it.id), "@type": ["DefinedTerm"], "name": it.name})
    });
    // An action without a status: that it is claimed says nothing of whether it took place.
    let transfers = uses.transfers.iter().map(|at| {
        let it = corpus.transfer(at);
        node(json!({
            "@id": id("transfer", &it.id),
            "@type": ["TransferAction"],
            "fromLocation": to("country", &it.from),
            "toLocation": to("country", &it.to),
            "item": it.item,
            "atlas:kind": it.kind,
            "atlas:category": to("category", &it.category),
            "atlas:inReturnFor": it.in_return_for.as_ref().map(|it| to("transfer", it)),
        }))
    });
    countries.chain(categories).chain(transfers).collect()
}

fn document(corpus: &Corpus, at: DocumentId) -> Value {
    let it = corpus.document(at);
    let day = super::citation::day(it);
    // A name is in no language.
    let authors: Vec<Value> =
        it.authors.iter().map(|name| json!({"name": {"@none": name}})).collect();
    node(json!({
        "@id": id("document", &it.id),
        "@type": ["NewsArticle", "prov:Entity"],
        "headline": Text::new(&it.language, &it.title),
        "author": (!authors.is_empty()).then_some(authors),
        "publisher": to_agent(corpus, corpus.outlet(at)),
        "outletBasis": it.outlet_basis,
        "inLanguage": it.language,
        "datePublished": (!day.is_empty() && !is_inferred(&it.published)).then_some(day),
        "atlas:published": when(&it.published),
        "identifier": it.sha256.as_deref().and_then(sha256),
        "atlas:paragraphs": it.sha256.is_some().then_some(it.paragraphs),
    }))
}

fn claim(taken: &Taken, at: ClaimId) -> Value {
    let it = taken.corpus.claim(at);
    let query = Query { claim: Some(it.id.clone()), ..Query::default() };
    let url = taken.shown.link(&query);
    let is_part = taken.edition.selection.is_some();
    let of = if is_part { json!({"@id": PART}) } else { to("corpus", &taken.edition.sha256) };
    // A transfer, or else a category and countries.
    let about: Vec<Value> = if let Some(transfer) = &it.transfer {
        vec![to("transfer", transfer)]
    } else {
        let category = it.category.iter().map(|it| to("category", it));
        category.chain(it.countries.iter().map(|it| to("country", it))).collect()
    };
    let disputes: Vec<Value> = it.disputes.iter().map(|it| to("claim", it)).collect();
    let mut node = node(json!({
        "@id": id("claim", &it.id),
        "@type": ["Claim", "prov:Entity"],
        "text": it.statement,
        "isPartOf": of,
        "url": public(&url),
        "atlas:paragraph": it.paragraph,
        "about": about,
        "atlas:status": it.transfer.as_ref().map(|_| it.status),
        "atlas:stance": it.stance,
        "atlas:disputes": (!disputes.is_empty()).then_some(disputes),
        "item": it.item,
        "atlas:quantity": it.quantity.as_ref().map(quantity),
        "atlas:when": it.when.as_ref().map(when),
        "atlas:reported": it.reported.as_ref().map(when),
    }));
    if let (Value::Object(node), Value::Object(derivation)) =
        (&mut node, derivation(taken.corpus, at))
    {
        node.extend(derivation);
    }
    node
}

/// What was withdrawn, and why. It has neither a status nor an author.
fn withdrawn(corpus: &Corpus, document: DocumentId, it: &Withdrawn) -> Value {
    node(json!({
        "@id": id("claim", &it.claim.id),
        "@type": ["Claim", "prov:Entity"],
        "text": it.claim.statement,
        "creativeWorkStatus": "withdrawn",
        "prov:invalidatedAtTime": it.date,
        "withdrawalReason": it.reason,
        "appearance": to("document", &corpus.document(document).id),
        "atlas:paragraph": it.claim.paragraph,
    }))
}

/// Where a claim stands, who answers for it, and how it came from them.
fn derivation(corpus: &Corpus, at: ClaimId) -> Value {
    let (chain, claim) = (corpus.chain(at), corpus.claim(at));
    let document = to("document", &corpus.document(corpus.document_of(at)).id);
    let has_said = claim.stance != Stance::DeclinesComment;
    let root = chain.len().saturating_sub(1);
    let answering = accountable(corpus, at);
    // Somebody unnamed who answers is described in the account of what they said, and led to from elsewhere.
    let unnamed = (root > 0 && corpus.origin(answering).unnamed)
        .then(|| format!("_:{}.{root}.agent", claim.id));
    let answers = has_said.then(|| match &unnamed {
        Some(id) => json!({"@id": id}),
        None => to_agent(corpus, answering),
    });
    let speaker = |origin: OriginId, link: usize| {
        let mut agent = to_agent(corpus, origin);
        let id = unnamed.as_ref().filter(|_| link == root);
        if let Some((id, fields)) = id.zip(agent.as_object_mut()) {
            fields.insert("@id".to_owned(), id.as_str().into());
        }
        agent
    };
    // What a link of the chain said.
    let account = |link: usize| format!("_:{}.{link}", claim.id);
    let lead = |link: usize| (link > 0).then(|| json!({"@id": account(link)}));
    // Whoever of the chain printed it first, as far as the document tells.
    let first = chain.iter().rposition(|&origin| prints(corpus, origin)).unwrap_or(0);
    let mut accounts = None;
    for (link, &origin) in chain.iter().enumerate().skip(1).rev() {
        let types: &[&str] = if prints(corpus, origin) {
            &["prov:Entity", "CreativeWork"]
        } else {
            &["prov:Entity"]
        };
        accounts = Some(node(json!({
            "@id": account(link),
            "@type": types,
            "prov:wasAttributedTo": speaker(origin, link),
            "prov:wasDerivedFrom": accounts,
        })));
    }
    let outlet = chain.first().filter(|_| root > 0);
    let derived: Vec<Value> = [document.clone()].into_iter().chain(accounts).collect();
    node(json!({
        "appearance": document,
        "author": answers.clone(),
        "prov:wasAttributedTo": answers,
        "claimInterpreter": outlet.map(|&it| to_agent(corpus, it)),
        "prov:hadPrimarySource": lead(root),
        "firstAppearance": lead(first),
        "prov:wasDerivedFrom": derived,
    }))
}

fn prints(corpus: &Corpus, origin: OriginId) -> bool {
    matches!(corpus.origin(origin).kind, OriginKind::Outlet | OriginKind::Agency)
}
