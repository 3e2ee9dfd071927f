//! The page of an origin, or of a document: what it claims, what repeats it, what disputes it.

use super::Desk;
use super::disputed::sentences;
use super::evidence::places;
use super::tree::Tree;
use super::words::words;
use crate::evidence::{self, Standing, accountable};
use crate::words as texts;
use fixedbitset::FixedBitSet;
use maud::{Markup, html};

/// The page of whatever has an id.
pub fn about(desk: &Desk, id: &str) -> Markup {
    let source = desk.index.corpus().source();
    if let Some(origin) = source.origins.iter().position(|it| it.id == id) {
        return of_origin(desk, origin);
    }
    let document = source.documents.iter().position(|it| it.id == id);
    document.map(|document| of_document(desk, document)).unwrap_or_default()
}

fn of_origin(desk: &Desk, origin: usize) -> Markup {
    let corpus = desk.index.corpus();
    let words = words(desk.lang);
    let it = corpus.origin(origin);
    let falls = evidence::fallen(corpus, &FixedBitSet::from_iter([origin]));
    let left = evidence::orphaned(Standing { corpus, fallen: &falls });
    let claims = (0..corpus.claim_count()).filter(|&claim| corpus.chain(claim).contains(&origin));
    let country = corpus.speaks_for(origin).and_then(|it| desk.countries.get(it));
    html! {
        h3 { (it.name.get(desk.lang)) }
        p.hint {
            (texts::origin_kind(desk.lang, it.kind))
            @if it.unnamed { " · " (words.unnamed) }
            @if let Some(country) = country { " · " (words.speaks_for) " " (country.get(desk.lang)) }
        }
        p { (texts::falling(desk.lang, falls.count_ones(..), left)) " " (desk.switch(origin)) }
        (body(desk, &claims.collect()))
    }
}

fn of_document(desk: &Desk, document: usize) -> Markup {
    let corpus = desk.index.corpus();
    let common = texts::words(desk.lang);
    let it = corpus.document(document);
    let outlet = corpus.source().origins.iter().position(|origin| origin.id == it.outlet);
    html! {
        h3 lang=(it.language) { (it.title) }
        p {
            @if let Some(outlet) = outlet { (desk.origin(outlet)) " · " }
            (texts::appeared(desk.lang, &it.published))
            @if !it.authors.is_empty() { " · " (it.authors.join(", ")) }
        }
        p.hint { (common.fingerprint) " " code { (it.sha256) } }
        (body(desk, &corpus.claims_of_document(document).collect()))
    }
}

fn body(desk: &Desk, own: &FixedBitSet) -> Markup {
    let corpus = desk.index.corpus();
    let words = words(desk.lang);
    let found = desk.index.select(desk.query);
    let standing = Standing { corpus, fallen: &found.fallen };
    let within = |claim: &usize| desk.index.includes(*claim);
    let repeats = |claim: &usize| {
        let transfer = corpus.transfer_of(*claim);
        let same = |it: usize| {
            corpus.transfer_of(it) == transfer
                && accountable(corpus, it) == accountable(corpus, *claim)
        };
        transfer.is_some() && !own.contains(*claim) && own.ones().any(same)
    };
    let repeated: Vec<usize> = (0..corpus.claim_count()).filter(within).filter(repeats).collect();
    let disputes =
        (0..corpus.source().transfers.len()).flat_map(|it| sentences(desk, standing, it));
    let disputes =
        disputes.filter(|it| it.involves(&|claim| own.contains(claim) && within(&claim)));
    let disputes: Vec<Markup> = disputes.map(|it| it.markup(desk)).collect();
    let trees =
        |claims: &[usize]| Tree { desk, standing, backing: &[] }.draw(claims.iter().copied());
    let own: Vec<usize> = own.ones().filter(within).collect();
    html! {
        @if !disputes.is_empty() { h4 { (words.disputes) } ul.disputed { @for it in disputes { (it) } } }
        h4 { (words.derivation) }
        (trees(&own))
        @if !repeated.is_empty() { h4 { (words.repeats) } (trees(&repeated)) }
        h4 { (texts::results(desk.lang, crate::query::View::Timeline, own.len())) }
        ol.said {
            @for &claim in &own {
                li.fallen[found.fallen.contains(claim)] {
                    (corpus.claim(claim).statement.get(desk.lang)) " "
                    small { (texts::chain(desk.lang, corpus, claim)) " · " (places(desk, &[claim])) }
                }
            }
        }
    }
}
