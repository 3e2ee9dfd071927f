//! The tree of origins: who answers for the claims, who passes them on, and in which documents.

use super::Desk;
use super::words::{Words, words};
use crate::evidence::{Backing, Branch, Standing, accountable, backing, derivation};
use crate::query::View;
use crate::words as texts;
use fixedbitset::FixedBitSet;
use maud::{Markup, html};

/// What a tree is drawn from.
pub struct Tree<'a> {
    /// The desk.
    pub desk: &'a Desk<'a>,
    /// Which claims stand; those that have fallen are drawn too, and marked.
    pub standing: Standing<'a>,
    /// Who stands behind the transfers that the claims speak of.
    pub backing: &'a [Backing],
}

impl Tree<'_> {
    /// The tree of some claims, by index in ascending order. A nested list, with lines drawn to it.
    pub fn draw(&self, claims: impl Iterator<Item = usize>) -> Markup {
        let mut branches = derivation(self.standing.corpus, claims);
        branches.sort_by_key(|branch| std::cmp::Reverse(self.asserted(branch.origin)));
        html! { ul.tree { @for branch in &branches { (self.branch(branch, true)) } } }
    }

    fn branch(&self, branch: &Branch, is_root: bool) -> Markup {
        let words = words(self.desk.lang);
        let part = self.part(branch.origin, words).filter(|_| is_root);
        html! {
            li.root[is_root] {
                div.node {
                    (self.desk.origin(branch.origin))
                    @if let Some(part) = part { " " small { (part) } }
                    @if !branch.unnamed.is_clear() { (self.unnamed(&branch.unnamed, words)) }
                }
                ul {
                    @for (document, claims) in &branch.documents { (self.document(*document, claims)) }
                    @for branch in &branch.branches { (self.branch(branch, false)) }
                }
            }
        }
    }

    /// How many of the transfers an origin stands behind.
    fn asserted(&self, origin: usize) -> usize {
        self.backing.iter().filter(|it| it.asserting.contains(origin)).count()
    }

    /// The part that an origin has in the transfers.
    fn part(&self, origin: usize, words: &'static Words) -> Option<String> {
        let asserted = self.asserted(origin);
        let denies = self.backing.iter().any(|it| it.denying.contains(origin));
        Some(match (self.backing, asserted) {
            ([], _) => return None,
            (_, 0) if denies => words.denies.to_owned(),
            (_, 0) => words.no_origin.to_owned(),
            ([_], _) => words.independent.to_owned(),
            _ => texts::results(self.desk.lang, View::Transfers, asserted),
        })
    }

    fn unnamed(&self, sources: &FixedBitSet, words: &Words) -> Markup {
        html! {
            small.unnamed {
                (words.quotes) ": "
                @for origin in sources.ones() { span { (self.desk.origin(origin)) } " " }
            }
        }
    }

    fn document(&self, document: usize, claims: &[usize]) -> Markup {
        let corpus = self.standing.corpus;
        let it = corpus.document(document);
        html! {
            li.leaf {
                button.link type="button" lang=(it.language) data-to=(self.desk.to_about(&it.id)) { (it.title) }
                " "
                small {
                    (texts::appeared(self.desk.lang, &it.published)) " · "
                    (texts::words(self.desk.lang).paragraph)
                    @for &claim in claims {
                        " "
                        button.link.fallen[self.standing.fallen.contains(claim)] type="button"
                            data-to=(self.desk.to_claim(claim)) { (corpus.claim(claim).paragraph) }
                    }
                }
            }
        }
    }
}

/// The view of all origins of what is selected: of its transfers, and of its context.
pub fn origins(desk: &Desk) -> Markup {
    let words = words(desk.lang);
    let corpus = desk.index.corpus();
    let found = desk.index.select(desk.query);
    let standing = Standing { corpus, fallen: &found.fallen };
    // Whoever is not believed stays in the tree, so that the switch stays where it was.
    let mut believing = desk.query.clone();
    believing.distrust.clear();
    let drawn = desk.index.select(&believing).claims;
    let backing: Vec<Backing> = found.transfers.iter().map(|&it| backing(standing, it)).collect();
    let part = |is_context: bool| {
        let of_part = |claim: &usize| corpus.transfer_of(*claim).is_none() == is_context;
        let standing_ones = found.claims.ones().filter(of_part);
        let documents = standing_ones.map(|claim| corpus.document_of(claim));
        let documents = documents.collect::<FixedBitSet>().count_ones(..);
        let asserting = if is_context {
            let claims = found.claims.ones().filter(of_part);
            claims.map(|claim| accountable(corpus, claim)).collect::<FixedBitSet>()
        } else {
            let origins = backing.iter().flat_map(|it| it.asserting.ones());
            origins.collect()
        };
        let view = if is_context { View::Context } else { View::Transfers };
        let backing = if is_context { &[] } else { backing.as_slice() };
        let tree = Tree { desk, standing, backing };
        html! {
            h3 { (texts::view(desk.lang, view)) }
            p.derivation { (texts::derivation(desk.lang, documents, asserting.count_ones(..))) }
            (tree.draw(drawn.ones().filter(of_part)))
        }
    };
    html! {
        p.hint { (words.assumed) }
        (part(false))
        (part(true))
    }
}
