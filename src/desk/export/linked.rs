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

use super::fields::{self, Field};
use super::graph::Graph;
use super::source::{CATEGORIES, COUNTRIES, ORIGINS, TRANSFERS, Uses};
use super::{Taken, digits};
use crate::corpus::{Corpus, Document, Lang, OriginKind, Stance, Text};
use crate::desk::link::{is_public, link};
use crate::evidence::accountable;
use crate::query::Query;
use crate::words::words;

/// The graph.
#[inline(never)]
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
    graph.json.end()
}

/// What leads from a claim to what it is about, which is a transfer, or else a category and countries.
const ABOUT: [&str; 2] = ["[about|c>transfer|]|fatlas:status", "[about|d>category|e>country|]"];

impl Graph<'_> {
    /// The corpus, and the part of it that is here.
    #[inline(never)]
    fn dataset(&mut self) {
        let it = &self.taken.edition;
        let edition = fields::edition(it);
        let [de, en] = Lang::ALL.map(|lang| words(lang).title.to_owned());
        self.json.put("{|b@id>corpus|[@type|'Dataset|'prov:Entity|]", &edition);
        self.json.put("aname", &[Field::Words(&Text { de, en })]);
        self.json.put("adateModified~", &edition);
        self.sha256(&it.sha256);
        self.json.close('}');
        if it.selection.is_some() {
            let part = "{|'@id=_:part|[@type|'Dataset|'prov:Entity|]|bisPartOf>corpus|\
                bprov:wasDerivedFrom>corpus|catlas:selection";
            self.json.put(part, &edition);
            self.url(&self.taken.link);
            self.json.close('}');
        }
    }

    /// Those who are named, and said or printed something.
    #[inline(never)]
    fn agents(&mut self, uses: &Uses) {
        for origin in uses.used(ORIGINS) {
            let it = self.taken.corpus.origin(origin);
            if !it.unnamed {
                self.json.put("{|a@id>origin", &[Field::Text(&it.id)]);
                self.agent_of(origin);
                self.json.close('}');
            }
        }
    }

    /// What claims are about: countries, categories, transfers.
    #[inline(never)]
    fn subjects(&mut self, uses: &Uses) {
        let corpus = self.taken.corpus;
        for country in uses.used(COUNTRIES) {
            let id = Field::Text(&corpus.country(country).id);
            let name = self.taken.country(country).map_or(Field::Nothing, Field::Words);
            self.json.put("{|a@id>country|[@type|'Place|]|bname|aidentifier|}", &[id, name]);
        }
        for category in uses.used(CATEGORIES) {
            let it = fields::category(corpus.category(category));
            self.json.put("{|a@id>category|[@type|'DefinedTerm|]|bname|}", &it);
        }
        for transfer in uses.used(TRANSFERS) {
            // An action without a status: that it is claimed says nothing of whether it took place.
            let action = "{|a@id>transfer|[@type|'TransferAction|]|bfromLocation>country|\
                ctoLocation>country|fitem|datlas:kind|eatlas:category>category|\
                gatlas:inReturnFor>transfer|}";
            self.json.put(action, &fields::transfer(corpus.transfer(transfer)));
        }
    }

    fn url(&mut self, link: &str) {
        if is_public(link) {
            self.json.string("url", link);
        }
    }

    #[inline(never)]
    fn document(&mut self, it: &Document, at: usize) {
        let corpus = self.taken.corpus;
        let fields = fields::document(it);
        self.json.put("{|a@id>document|[@type|'NewsArticle|'prov:Entity|]|{headline", &fields);
        self.json.string(&it.language, &it.title);
        self.json.close('}');
        if !it.authors.is_empty() {
            self.json.open("author", '[');
            for name in &it.authors {
                self.json.put("{|{name|a@none|}|}", &[Field::Text(name)]);
            }
            self.json.close(']');
        }
        let outlet = corpus.claims_of_document(at).next();
        if let Some(&outlet) = outlet.and_then(|claim| corpus.chain(claim).first()) {
            self.agent("publisher", outlet);
        }
        self.json.put("doutletBasis|finLanguage", &fields);
        self.json.put("adatePublished~", &[Field::Name(&super::citation::day(it))]);
        self.json.put("gatlas:published", &fields);
        self.sha256(&it.sha256);
        self.json.put("iatlas:paragraphs|}", &fields);
    }

    #[inline(never)]
    fn claim(&mut self, at: usize) {
        let it = self.taken.corpus.claim(at);
        let fields = fields::claim(it);
        self.json.put("{|a@id>claim|[@type|'Claim|'prov:Entity|]|ntext", &fields);
        let edition = &self.taken.edition;
        let is_part = edition.selection.is_some();
        let of = if is_part { "{isPartOf|'@id=_:part|}" } else { "aisPartOf>corpus" };
        self.json.put(of, &[Field::Text(&edition.sha256)]);
        let query = Query { claim: Some(it.id.clone()), ..Query::default() };
        self.url(&link(self.taken.desk, &query));
        self.derivation(at);
        let [transfer, context] = ABOUT;
        self.json.put("batlas:paragraph", &fields);
        self.json.put(if it.transfer.is_some() { transfer } else { context }, &fields);
        let rest = "gatlas:stance|iatlas:disputes>claim|jitem|katlas:quantity|latlas:when|\
            matlas:reported|}";
        self.json.put(rest, &fields);
    }

    /// Where a claim stands, who answers for it, and how it came from them.
    #[inline(never)]
    fn derivation(&mut self, at: usize) {
        let corpus = self.taken.corpus;
        let (chain, claim) = (corpus.chain(at), corpus.claim(at));
        let document = [Field::Text(&corpus.document(corpus.document_of(at)).id)];
        self.json.put("aappearance>document", &document);
        if claim.stance != Stance::DeclinesComment {
            for key in ["author", "prov:wasAttributedTo"] {
                self.agent(key, accountable(corpus, at));
            }
        }
        let root = chain.len().saturating_sub(1);
        if let Some(&outlet) = chain.first().filter(|_| root > 0) {
            self.agent("claimInterpreter", outlet);
            self.account("{prov:hadPrimarySource|a@id|}", &claim.id, root);
        }
        // Whoever of the chain printed it first, as far as the document tells.
        let mut first = 0;
        for (link, &origin) in chain.iter().enumerate() {
            if prints(corpus, origin) {
                first = link;
            }
        }
        if first > 0 {
            self.account("{firstAppearance|a@id|}", &claim.id, first);
        }
        self.json.put("[prov:wasDerivedFrom|a>document", &document);
        for (link, &origin) in chain.iter().enumerate().skip(1) {
            self.json.open(if link == 1 { "" } else { "prov:wasDerivedFrom" }, '{');
            let types = if prints(corpus, origin) {
                "a@id|[@type|'prov:Entity|'CreativeWork|]"
            } else {
                "a@id|[@type|'prov:Entity|]"
            };
            self.account(types, &claim.id, link);
            self.agent("prov:wasAttributedTo", origin);
        }
        for _ in 0..root {
            self.json.close('}');
        }
        self.json.close(']');
    }

    /// Writes a template with what a link of a claim's chain said.
    #[inline(never)]
    fn account(&mut self, template: &str, claim: &str, link: usize) {
        let id = ["_:", claim, ".", &digits(Some(link as u64))].concat();
        self.json.put(template, &[Field::Name(&id)]);
    }
}

#[inline(never)]
fn prints(corpus: &Corpus, origin: usize) -> bool {
    matches!(corpus.origin(origin).kind, OriginKind::Outlet | OriginKind::Agency)
}
