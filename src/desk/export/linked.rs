//! Linked data: claims in the words of schema.org, how each came about in those of PROV.
//!
//! The context is in the file, so nothing has to be fetched to read it. What neither vocabulary has
//! (status, stance, numbers, times) stands under the project's own, `atlas:`.
//!
//! A claim `wasDerivedFrom` its document and, link by link, from what those said whom the document goes
//! back to; it is `wasAttributedTo` whoever answers for it, and has them as its `author`. Who declined to
//! comment has claimed nothing, and is the author of nothing. PROV's `wasQuotedFrom` is not used: a report
//! that cites another need not quote it. An agent that is unnamed is a node without a name of its own, a
//! new one at each place, so that no two of them can be taken for the same.

use super::graph::{Graph, PART, named};
use super::source::Uses;
use super::{Taken, push};
use crate::corpus::{Claim, Document, Edition, Lang, OriginKind, Stance, Text, Transfer};
use crate::desk::link::{is_public, link};
use crate::evidence::accountable;
use crate::query::Query;
use crate::words::words;

/// The graph.
pub fn linked(taken: &Taken) -> String {
    let corpus = taken.corpus;
    let mut graph = Graph::new(taken);
    graph.dataset();
    let mut meant = vec![false; corpus.claim_count()];
    for &claim in &taken.claims {
        if let Some(meant) = meant.get_mut(claim) {
            *meant = true;
        }
    }
    let uses = Uses::of(corpus, &meant);
    graph.agents(&uses);
    graph.subjects(&uses);
    for &document in &taken.documents {
        graph.document(corpus.document(document), document);
    }
    for &claim in &taken.claims {
        if taken.has(&graph.json.text) {
            return graph.json.text;
        }
        graph.claim(claim);
    }
    graph.json.end(']')
}

impl Graph<'_> {
    /// The corpus, and the part of it that is here.
    fn dataset(&mut self) {
        let Edition { date, sha256, selection } = &self.taken.edition;
        let types = ["Dataset", "prov:Entity"];
        self.node("corpus", sha256, &types);
        let [de, en] = Lang::ALL.map(|lang| words(lang).title.to_owned());
        self.json.text("name", &Text { de, en });
        self.json.some("dateModified", date);
        self.sha256(sha256);
        self.json.close('}');
        if let Some(selection) = selection {
            self.json.open("", '{');
            self.json.string("@id", PART);
            self.types(&types);
            self.to("isPartOf", "corpus", sha256);
            self.to("prov:wasDerivedFrom", "corpus", sha256);
            self.json.string("atlas:selection", selection);
            self.url(&self.taken.link);
            self.json.close('}');
        }
    }

    /// Those who are named, and said or printed something.
    fn agents(&mut self, uses: &Uses) {
        let corpus = self.taken.corpus;
        for origin in uses.used("origins").filter(|&it| !corpus.origin(it).unnamed) {
            self.json.open("", '{');
            self.json.string("@id", &named("origin", &corpus.origin(origin).id));
            self.agent_of(origin);
            self.json.close('}');
        }
    }

    /// What claims are about: countries, categories, transfers.
    fn subjects(&mut self, uses: &Uses) {
        let corpus = self.taken.corpus;
        for country in uses.used("countries") {
            let id = &corpus.country(country).id;
            self.node("country", id, &["Place"]);
            if let Some(name) = self.taken.country(country) {
                self.json.text("name", name);
            }
            self.json.string("identifier", id);
            self.json.close('}');
        }
        for category in uses.used("categories") {
            let it = corpus.category(category);
            self.node("category", &it.id, &["DefinedTerm"]);
            self.json.text("name", &it.name);
            self.json.close('}');
        }
        for transfer in uses.used("transfers") {
            let Transfer { id, from, to, kind, category, item, in_return_for } =
                corpus.transfer(transfer);
            // An action without a status: that it is claimed says nothing of whether it took place.
            self.node("transfer", id, &["TransferAction"]);
            self.to("fromLocation", "country", from);
            self.to("toLocation", "country", to);
            self.json.text("item", item);
            self.json.string("atlas:kind", kind.id());
            self.to("atlas:category", "category", category);
            if let Some(paid) = in_return_for {
                self.to("atlas:inReturnFor", "transfer", paid);
            }
            self.json.close('}');
        }
    }

    fn url(&mut self, link: &str) {
        if is_public(link) {
            self.json.string("url", link);
        }
    }

    fn document(&mut self, it: &Document, at: usize) {
        let corpus = self.taken.corpus;
        let Document { id, title, outlet: _, outlet_basis, authors, language, .. } = it;
        let Document { published, sha256, paragraphs, claims: _, .. } = it;
        self.node("document", id, &["NewsArticle", "prov:Entity"]);
        self.json.open("headline", '{');
        self.json.string(language, title);
        self.json.close('}');
        if !authors.is_empty() {
            self.json.open("author", '[');
            for name in authors {
                self.json.open("", '{');
                self.json.open("name", '{');
                self.json.string("@none", name);
                self.json.close('}');
                self.json.close('}');
            }
            self.json.close(']');
        }
        let outlet = corpus.claims_of_document(at).next();
        if let Some(&outlet) = outlet.and_then(|claim| corpus.chain(claim).first()) {
            self.agent("publisher", outlet);
        }
        self.json.words("outletBasis", outlet_basis);
        self.json.string("inLanguage", language);
        self.json.some("datePublished", &super::citation::day(it));
        self.when("atlas:published", published);
        self.sha256(sha256);
        self.json.number("atlas:paragraphs", u64::from(*paragraphs));
        self.json.close('}');
    }

    fn claim(&mut self, at: usize) {
        let corpus = self.taken.corpus;
        let it = corpus.claim(at);
        let Claim { id, paragraph, transfer, category: _, countries, status, stance, .. } = it;
        let Claim { attribution: _, disputes, item, quantity, when, reported, statement, .. } = it;
        self.node("claim", id, &["Claim", "prov:Entity"]);
        self.json.text("text", statement);
        let is_part = self.taken.edition.selection.is_some();
        if is_part {
            self.lead("isPartOf", PART);
        } else {
            self.to("isPartOf", "corpus", &self.taken.edition.sha256);
        }
        let query = Query { claim: Some(id.clone()), ..Query::default() };
        self.url(&link(self.taken.desk, &query));
        self.derivation(at);
        self.json.number("atlas:paragraph", u64::from(*paragraph));
        self.json.open("about", '[');
        if let Some(transfer) = transfer {
            self.to("", "transfer", transfer);
            self.json.close(']');
            self.json.string("atlas:status", status.id());
        } else {
            self.to("", "category", &corpus.category(corpus.category_of(at)).id);
            for country in countries {
                self.to("", "country", country);
            }
            self.json.close(']');
        }
        self.json.string("atlas:stance", stance.id());
        if !disputes.is_empty() {
            self.json.open("atlas:disputes", '[');
            for other in disputes {
                self.to("", "claim", other);
            }
            self.json.close(']');
        }
        self.json.words("item", item);
        if let Some(quantity) = quantity {
            self.json.open("atlas:quantity", '{');
            self.json.text("words", &quantity.words);
            for (key, end) in [("atlas:min", quantity.min), ("atlas:max", quantity.max)] {
                if let Some(end) = end {
                    self.json.number(key, end);
                }
            }
            self.json.close('}');
        }
        for (key, it) in [("atlas:when", when), ("atlas:reported", reported)] {
            if let Some(it) = it {
                self.when(key, it);
            }
        }
        self.json.close('}');
    }

    /// Where a claim stands, who answers for it, and how it came from them.
    fn derivation(&mut self, at: usize) {
        let corpus = self.taken.corpus;
        let (chain, claim) = (corpus.chain(at), corpus.claim(at));
        let document = &corpus.document(corpus.document_of(at)).id;
        self.to("appearance", "document", document);
        if claim.stance != Stance::DeclinesComment {
            for key in ["author", "prov:wasAttributedTo"] {
                self.agent(key, accountable(corpus, at));
            }
        }
        let account = |link: usize| {
            let mut id = "_:".to_owned();
            push(&mut id, &[&claim.id, ".", &link.to_string()]);
            id
        };
        let prints = |origin: usize| {
            matches!(corpus.origin(origin).kind, OriginKind::Outlet | OriginKind::Agency)
        };
        let root = chain.len().saturating_sub(1);
        if let Some(&outlet) = chain.first().filter(|_| root > 0) {
            self.agent("claimInterpreter", outlet);
            self.lead("prov:hadPrimarySource", &account(root));
        }
        // Whoever of the chain printed it first, as far as the document tells.
        let first = (1..=root).rev().find(|&link| chain.get(link).is_some_and(|&it| prints(it)));
        if let Some(first) = first {
            self.lead("firstAppearance", &account(first));
        }
        self.json.open("prov:wasDerivedFrom", '[');
        self.to("", "document", document);
        for (link, &origin) in chain.iter().enumerate().skip(1) {
            self.json.open(if link == 1 { "" } else { "prov:wasDerivedFrom" }, '{');
            self.json.string("@id", &account(link));
            let types = ["prov:Entity", "CreativeWork"];
            self.types(if prints(origin) { &types } else { &types[..1] });
            self.agent("prov:wasAttributedTo", origin);
        }
        for _ in 0..root {
            self.json.close('}');
        }
        self.json.close(']');
    }
}
