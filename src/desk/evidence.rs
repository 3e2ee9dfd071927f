//! The evidence of a transfer: what its reports say beside each other, denials opposite to what they
//! deny, and the tree of its origins.

use super::Desk;
use super::disputed::sentences;
use super::tree::Tree;
use super::words::{Words, words};
use crate::corpus::{Claim, Stance, When};
use crate::evidence::{self, Difference, Differences, Standing};
use crate::words as texts;
use maud::{Markup, html};

/// A row of the table: what it is called, in what its cells may differ, and what a claim says there.
type Row<'a> = (&'a str, &'a [Difference], &'a dyn Fn(usize) -> Option<String>);

/// The panel of a transfer, by its id.
pub fn evidence(desk: &Desk, id: &str) -> Markup {
    let corpus = desk.index.corpus();
    let Some(transfer) = corpus.source().transfers.iter().position(|it| it.id == id) else {
        return Markup::default();
    };
    let words = words(desk.lang);
    let found = desk.index.select(desk.query);
    let standing = Standing { corpus, fallen: &found.fallen };
    let backing = evidence::backing(standing, transfer);
    let [documents, origins] = [&backing.documents, &backing.asserting].map(|it| it.count_ones(..));
    let differences = evidence::differences(standing, transfer);
    html! {
        @if differences.any() {
            ul.disputed { @for it in sentences(desk, standing, transfer) { (it.markup(desk)) } }
        }
        (table(desk, standing, transfer, &differences))
        (opposites(desk, standing, transfer, words))
        p.derivation { (texts::derivation(desk.lang, documents, origins)) }
        (Tree { desk, standing, backing: std::slice::from_ref(&backing) }.draw(corpus.claims_of(transfer).iter().copied()))
        p.hint { (words.assumed) }
    }
}

/// A column for each report. A report that says several things has them below each other.
fn table(desk: &Desk, standing: Standing, transfer: usize, differences: &Differences) -> Markup {
    use Difference::{Denial, Number, Status, Time, WithinDocument};
    let (corpus, lang, common) = (standing.corpus, desk.lang, texts::words(desk.lang));
    let documents = evidence::backing(standing, transfer).documents;
    let claim = |at: usize| -> &Claim { corpus.claim(at) };
    let rows: [Row; 6] = [
        (common.status_as_claimed, &[Status, Denial, WithinDocument], &|at| Some(stands(desk, at))),
        (common.quantity, &[Number], &|at| {
            Some(texts::quoted(lang, claim(at).quantity.as_ref()?.words.get(lang)))
        }),
        (common.when, &[Time], &|at| said_when(desk, claim(at).when.as_ref()?)),
        (common.item, &[], &|at| Some(texts::quoted(lang, claim(at).item.as_ref()?.get(lang)))),
        (common.backing, &[], &|at| Some(texts::chain(lang, corpus, at))),
        (common.said, &[], &|at| said_when(desk, claim(at).reported.as_ref()?)),
    ];
    html! {
        div.reports tabindex="0" role="region" aria-label=(common.claims) {
            table {
                thead {
                    tr {
                        td {}
                        @for document in documents.ones() { th scope="col" { (desk.document(document)) } }
                    }
                }
                tbody {
                    @for (name, kinds, value) in rows {
                        tr {
                            th scope="row" {
                                (name)
                                @for &kind in kinds {
                                    @if differences.has(kind) { " " small.denies { "≠ " (texts::difference(lang, kind, differences.is_compatible(kind))) } }
                                }
                            }
                            @for document in documents.ones() {
                                @let claims = standing.claims_of(transfer);
                                @let claims = claims.filter(|&it| corpus.document_of(it) == document);
                                @let values = grouped(claims, value);
                                @let is_differing = |at: &usize| kinds.iter().any(|&kind| differences.of(kind).contains(*at));
                                td {
                                    @if values.is_empty() { span.unsaid { (common.not_stated) } }
                                    @for (value, claims) in &values {
                                        p.differing[claims.iter().any(is_differing)] {
                                            (value) " " small { (places(desk, claims)) }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// How far a claim has the transfer come, and what it does with that.
fn stands(desk: &Desk, claim: usize) -> String {
    let it = desk.index.corpus().claim(claim);
    let status = texts::status(desk.lang, it.status);
    match texts::stance(desk.lang, it.stance) {
        None => status.to_owned(),
        Some(stance) if it.stance == Stance::Denies => stance.to_owned() + ": " + status,
        Some(stance) => stance.to_owned(),
    }
}

/// A time as printed, with the interval that follows.
pub fn said_when(desk: &Desk, when: &When) -> Option<String> {
    let printed = when.words.as_ref().map(|it| texts::quoted(desk.lang, it.get(desk.lang)));
    let span = when.span.map(|span| texts::span(desk.lang, span));
    match (printed, span) {
        (Some(printed), Some(span)) => Some(printed + " – " + &span),
        (None, Some(span)) => Some(texts::words(desk.lang).undated.to_owned() + ": " + &span),
        (printed, None) => printed,
    }
}

/// The different values of some claims, each with the claims that have it.
pub fn grouped(
    claims: impl Iterator<Item = usize>,
    value: &dyn Fn(usize) -> Option<String>,
) -> Vec<(String, Vec<usize>)> {
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    for claim in claims {
        let Some(value) = value(claim) else { continue };
        match groups.iter_mut().find(|(it, _)| *it == value) {
            Some((_, claims)) => claims.push(claim),
            None => groups.push((value, vec![claim])),
        }
    }
    groups
}

/// The paragraphs that claims stand in, each a way to it.
pub fn places(desk: &Desk, claims: &[usize]) -> Markup {
    html! {
        (texts::words(desk.lang).paragraph)
        @for &claim in claims {
            " "
            button.link type="button" data-to=(desk.to_claim(claim)) {
                (desk.index.corpus().claim(claim).paragraph)
            }
        }
    }
}

/// What is denied or contradicted, and opposite to it who does.
fn opposites(desk: &Desk, standing: Standing, transfer: usize, words: &Words) -> Markup {
    let pairs = standing
        .claims_of(transfer)
        .flat_map(|claim| standing.disputed_by(claim).map(move |other| [other, claim]));
    let pairs: Vec<[usize; 2]> = pairs.collect();
    html! {
        @for pair in pairs {
            div.opposite {
                @for (claim, sign) in pair.into_iter().zip(["", "≠ "]) {
                    p {
                        span.differs { (sign) }
                        (standing.corpus.claim(claim).statement.get(desk.lang))
                        " " small { (texts::chain(desk.lang, standing.corpus, claim)) " · " (places(desk, &[claim])) }
                    }
                }
            }
        }
        @if standing.claims_of(transfer).next().is_none() { p.hint { (words.all_fallen) } }
    }
}
