//! The tree of origins: who answers for the claims, who passes them on, and in which documents.

use super::Desk;
use super::words::{Words, words};
use crate::evidence::{Backing, Branch, Standing, derivation};
use crate::words as texts;
use fixedbitset::FixedBitSet;
use maud::{Markup, html};

/// What a tree is drawn from.
pub struct Tree<'a> {
    /// The desk.
    pub desk: &'a Desk<'a>,
    /// Which claims stand; those that have fallen are drawn too, and marked.
    pub standing: Standing<'a>,
    /// Who stands behind the transfer that the claims speak of, where they speak of one.
    pub backing: Option<&'a Backing>,
}

impl Tree<'_> {
    /// The tree of some claims, by index in ascending order. A nested list, with lines drawn to it.
    pub fn draw(&self, claims: impl Iterator<Item = usize>) -> Markup {
        let branches = derivation(self.standing.corpus, claims);
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

    /// The part that an origin has in the transfer.
    fn part(&self, origin: usize, words: &'static Words) -> Option<&'static str> {
        let backing = self.backing?;
        Some(if backing.denying.contains(origin) {
            words.denies
        } else if backing.asserting.contains(origin) {
            words.independent
        } else {
            words.no_origin
        })
    }

    fn unnamed(&self, sources: &FixedBitSet, words: &Words) -> Markup {
        html! {
            small.unnamed {
                (words.quotes) ": "
                @for (at, origin) in sources.ones().enumerate() {
                    @if at > 0 { ", " }
                    (self.desk.origin(origin))
                }
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

/// The view of all origins of what is selected.
pub fn origins(desk: &Desk) -> Markup {
    let words = words(desk.lang);
    let found = desk.index.select(desk.query);
    // Whoever is not believed stays in the tree, so that the switch stays where it was.
    let mut believing = desk.query.clone();
    believing.distrust.clear();
    let all = desk.index.select(&believing);
    let standing = Standing { corpus: desk.index.corpus(), fallen: &found.fallen };
    let summary = crate::evidence::summary(standing, &found.transfers);
    let documents = found.documents.len();
    html! {
        p.derivation { (texts::derivation(desk.lang, documents, found.origins.count_ones(..))) }
        p.hint { (texts::summary(desk.lang, &summary)) }
        p.hint { (words.assumed) }
        (Tree { desk, standing, backing: None }.draw(all.claims.ones()))
    }
}
