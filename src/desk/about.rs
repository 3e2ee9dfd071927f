//! The page of an origin, or of a document: what it claims, what repeats it, what disputes it.

use super::Desk;
use super::disputed::{list, sentences};
use super::evidence::statement;
use super::tree::Tree;
use super::words::words;
use crate::corpus::{ClaimId, ClaimSet, DocumentId, OriginId, OriginSet};
use crate::evidence::{self, accountable};
use crate::markup::Pen;
use crate::query::{Selection, View};
use crate::words as texts;

/// The page of whatever the query chooses, by its id.
pub fn about(pen: &mut Pen, desk: &Desk, selection: &Selection) {
    let corpus = desk.index.corpus();
    let Some(id) = &desk.query.about else { return };
    let own = if let Some(origin) = corpus.find_origin(id) {
        of_origin(pen, desk, origin)
    } else if let Some(document) = corpus.find_document(id) {
        of_document(pen, desk, document)
    } else {
        return;
    };
    body(pen, desk, selection, &own);
}

/// Writes who an origin is, and gives back its claims.
fn of_origin(pen: &mut Pen, desk: &Desk, origin: OriginId) -> ClaimSet {
    let corpus = desk.index.corpus();
    let words = words(desk.lang);
    let it = corpus.origin(origin);
    let distrusted = OriginSet::from_iter([origin]);
    let (claims, left) = desk.index.falling(&evidence::discounted(corpus, &distrusted));
    let falling = texts::falling(desk.lang, claims, left);
    let kind = texts::origin_kind(desk.lang, it.kind);
    let name = it.name.get(desk.lang);
    pen.put("<h3>@</h3><p class=\"hint\">$", &[], &[name, kind]);
    if it.unnamed {
        pen.put(" · $", &[], &[words.unnamed]);
    }
    if let Some(country) = corpus.speaks_for(origin) {
        pen.put(" · $ @", &[], &[words.speaks_for, desk.countries[country].get(desk.lang)]);
    }
    pen.put("</p><p>@ ", &[], &[&falling]);
    desk.switch(pen, origin);
    pen.put("</p>", &[], &[]);
    let is_own =
        |claim: &ClaimId| desk.index.includes(*claim) && corpus.chain(*claim).contains(&origin);
    corpus.claim_ids().filter(is_own).collect()
}

/// Writes what a document is, and gives back its claims.
fn of_document(pen: &mut Pen, desk: &Desk, document: DocumentId) -> ClaimSet {
    let corpus = desk.index.corpus();
    let it = corpus.document(document);
    pen.put("<h3 lang=\"@\">@</h3><p>", &[], &[&it.language, &it.title]);
    desk.origin(pen, corpus.outlet(document));
    pen.put(" · ", &[], &[]);
    let authors = it.authors.join(", ");
    pen.put(
        "@$@</p><p class=\"hint\">$ <code>@</code></p>",
        &[],
        &[
            &texts::appeared(desk.lang, &it.published),
            if authors.is_empty() { "" } else { " · " },
            &authors,
            texts::words(desk.lang).fingerprint,
            &it.sha256,
        ],
    );
    corpus.claims_of_document(document).collect()
}

fn body(pen: &mut Pen, desk: &Desk, selection: &Selection, own: &ClaimSet) {
    let (corpus, words, trust) = (desk.index.corpus(), words(desk.lang), desk.trust(selection));
    let (mut shown, mut repeated) = (Vec::new(), Vec::new());
    let mut within = own.clone();
    for claim in corpus.claim_ids() {
        if !desk.index.includes(claim) {
            within.remove(claim);
        } else if own.contains(claim) {
            shown.push(claim);
        } else if repeats(desk, own, claim) {
            repeated.push(claim);
        }
    }
    let mut disputes = Vec::new();
    for transfer in corpus.transfer_ids() {
        sentences(desk, trust, transfer, &mut disputes);
    }
    disputes.retain(|it| it.involves(&within));
    if !disputes.is_empty() {
        heading(pen, words.disputes);
        list(pen, desk, &disputes);
    }
    heading(pen, words.derivation);
    let tree = Tree { desk, trust, backing: &[] };
    tree.draw(pen, &shown);
    if !repeated.is_empty() {
        heading(pen, words.repeats);
        tree.draw(pen, &repeated);
    }
    heading(pen, &texts::results(desk.lang, View::Timeline, shown.len()));
    pen.put("<ol class=\"said\">", &[], &[]);
    for claim in shown {
        let is_discounted = selection.discounted.contains(claim);
        pen.put("<li$>", &[], &[if is_discounted { " class=\"fallen\"" } else { "" }]);
        statement(pen, desk, claim);
        pen.put("</li>", &[], &[]);
    }
    pen.put("</ol>", &[], &[]);
}

fn heading(pen: &mut Pen, text: &str) {
    pen.put("<h4>@</h4>", &[], &[text]);
}

/// Whether a claim says the same as one of others, from the same origin.
fn repeats(desk: &Desk, others: &ClaimSet, claim: ClaimId) -> bool {
    let corpus = desk.index.corpus();
    let transfer = corpus.transfer_of(claim);
    let origin = accountable(corpus, claim);
    let same = |it| corpus.transfer_of(it) == transfer && accountable(corpus, it) == origin;
    transfer.is_some() && others.iter().any(same)
}
