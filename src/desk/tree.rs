//! The tree of origins: who answers for the claims, who passes them on, and in which documents.

use super::Desk;
use super::words::words;
use crate::corpus::{ClaimId, DocumentId, OriginId};
use crate::evidence::{Backing, Branch, Trust, backing, derivation, summary};
use crate::markup::Pen;
use crate::query::{Selection, View};
use crate::words as texts;

/// What a tree is drawn from.
pub struct Tree<'a> {
    /// The desk.
    pub desk: &'a Desk<'a>,
    /// Which claims count; those that are discounted are drawn too, and marked.
    pub trust: Trust<'a>,
    /// Who stands behind the transfers that the claims speak of.
    pub backing: &'a [Backing],
}

impl Tree<'_> {
    /// The tree of some claims, in ascending order. A nested list, with lines drawn to it.
    /// Whoever stands behind more transfers comes before the others.
    pub fn draw(&self, pen: &mut Pen, claims: &[ClaimId]) {
        let branches = derivation(self.trust.corpus, claims);
        pen.put("<ul class=\"tree\">", &[], &[]);
        for asserted in (0..=self.backing.len()).rev() {
            for branch in &branches {
                if self.asserted(branch.origin) == asserted {
                    self.branch(pen, branch, true);
                }
            }
        }
        pen.put("</ul>", &[], &[]);
    }

    fn branch(&self, pen: &mut Pen, branch: &Branch, is_root: bool) {
        let class = if is_root { " class=\"root\"" } else { "" };
        pen.put("<li$><div class=\"node\">", &[], &[class]);
        self.desk.origin(pen, branch.origin);
        if is_root && !self.backing.is_empty() {
            pen.put(" <small>@</small>", &[], &[&self.part(branch.origin)]);
        }
        if !branch.unnamed.is_empty() {
            let quotes = words(self.desk.lang).quotes;
            pen.put("<small class=\"unnamed\">$: ", &[], &[quotes]);
            for origin in branch.unnamed.iter() {
                pen.put("<span>", &[], &[]);
                self.desk.origin(pen, origin);
                pen.put("</span> ", &[], &[]);
            }
            pen.put("</small>", &[], &[]);
        }
        pen.put("</div><ul>", &[], &[]);
        for (document, claims) in &branch.documents {
            self.document(pen, *document, claims);
        }
        for branch in &branch.branches {
            self.branch(pen, branch, false);
        }
        pen.put("</ul></li>", &[], &[]);
    }

    /// How many of the transfers an origin stands behind.
    fn asserted(&self, origin: OriginId) -> usize {
        self.backing.iter().filter(|it| it.asserting.contains(origin)).count()
    }

    /// The part that an origin has in the transfers.
    fn part(&self, origin: OriginId) -> String {
        let words = words(self.desk.lang);
        let denies = self.backing.iter().any(|it| it.denying.contains(origin));
        let part = match self.asserted(origin) {
            0 if denies => words.denies,
            0 => words.no_origin,
            _ if self.backing.len() == 1 => words.origin,
            asserted => return texts::results(self.desk.lang, View::Transfers, asserted),
        };
        part.to_owned()
    }

    fn document(&self, pen: &mut Pen, document: DocumentId, claims: &[ClaimId]) {
        let lang = self.desk.lang;
        let it = self.trust.corpus.document(document);
        pen.put(
            "<li class=\"leaf\"><button class=\"link\" type=\"button\" lang=\"@\" data-to=\"@\">@</button> <small>@ · $",
            &[],
            &[
                &it.language,
                &self.desk.to_about(&it.id),
                &it.title,
                &texts::appeared(lang, &it.published),
                texts::words(lang).paragraph,
            ],
        );
        for &claim in claims {
            let is_discounted = self.trust.discounted.contains(claim);
            self.desk.place(pen, claim, if is_discounted { " fallen" } else { "" });
        }
        pen.put("</small></li>", &[], &[]);
    }
}

/// The view of all origins of what is selected: of its transfers, and of its context.
pub fn origins(pen: &mut Pen, desk: &Desk, selection: &Selection) {
    let (corpus, trust) = (desk.index.corpus(), desk.trust(selection));
    // Whoever is not believed stays in the tree, so that the switch stays where it was.
    let mut believing = desk.query.clone();
    believing.distrust.clear();
    let drawn = desk.index.select(&believing).claims;
    pen.put("<p class=\"hint\">$</p>", &[], &[words(desk.lang).assumed]);
    for view in [View::Transfers, View::Context] {
        let is_context = view == View::Context;
        let of_part = |claim| corpus.transfer_of(claim).is_none() == is_context;
        let mut backings = Vec::new();
        let mut sum = texts::results(desk.lang, view, selection.count(view));
        if !is_context {
            backings.extend(selection.transfers.iter().map(|&it| backing(trust, it)));
            let figures =
                summary(trust.corpus, &crate::evidence::Findings::new(trust), &selection.transfers);
            sum = sum + ": " + &texts::by_origins(desk.lang, &figures);
        }
        let mut claims = Vec::new();
        for claim in drawn.iter() {
            if of_part(claim) {
                claims.push(claim);
            }
        }
        let template = "<h3>$</h3><p class=\"derivation\">@</p>";
        pen.put(template, &[], &[texts::view(desk.lang, view), &sum]);
        Tree { desk, trust, backing: &backings }.draw(pen, &claims);
    }
}
