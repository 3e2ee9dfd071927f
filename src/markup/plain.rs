//! The plain page: what stands in the HTML before the program starts, and where it does not.
//!
//! It is the program's own first drawing, so that nothing jumps when the program takes over, with all
//! that a reader would have to open written out behind it. No program calls this; the build does.

use super::claim::{outlet, printed, when};
use super::{Pen, REGIONS, Shown, citation, tiles};
use crate::corpus::{ClaimId, Stance, When};
use crate::query::View;
use crate::words;
use maud::{Markup, PreEscaped, html};
use std::collections::BTreeSet;

/// The page for a query that sets nothing, in which every claim stands. What the program shows only when
/// asked stands in elements of the class `plain`.
#[must_use]
pub fn plain(shown: &Shown) -> String {
    let regions = REGIONS.map(|(id, render)| {
        let mut region = render(shown);
        if id == "columns" {
            region = with_claims(shown, region);
        }
        html! {
            div id=(id) class=(id) { (PreEscaped(region)) }
            @if id == "columns" { div.plain { (rest(shown)) } }
        }
    });
    html! { div.page { @for region in regions { (region) } } }.into_string()
}

/// The list with the claims of every transfer, and with the places that links lead to where no program
/// reads them: a transfer, and the first one of a country.
fn with_claims(shown: &Shown, mut list: String) -> String {
    let corpus = shown.corpus();
    let mut countries = BTreeSet::new();
    for &transfer in &shown.overview.selection.transfers {
        let id = &corpus.transfer(transfer).id;
        let (from, to) = corpus.sides(transfer);
        let first = [from, to].into_iter().filter(|&it| countries.insert(it));
        let places = html! {
            (place(&format!("transfer={id}")))
            @for country in first { (place(&format!("country={}", corpus.country(country).id))) }
        };
        let entry = format!("<div class=\"entry\"><h3><button type=\"button\" id=\"open-{id}\"");
        list = list.replace(&entry, &(places.into_string() + &entry));
        let opened = format!("id=\"claims-{id}\" hidden>");
        let claims = claims(shown, corpus.claims_of(transfer)).into_string();
        list = list.replace(&opened, &(opened.clone() + &claims));
    }
    list
}

/// Where a link leads where no program reads it. With one it is not displayed, else the browser would scroll
/// there before anything is shown.
fn place(link: &str) -> Markup {
    html! { span.plain id=(link) {} }
}

/// What is not in the list of transfers: the context claims, by what they are about, and the documents.
fn rest(shown: &Shown) -> Markup {
    let corpus = shown.corpus();
    let categories = corpus.category_ids();
    let about = |category| {
        let context = (corpus.claim_ids()).filter(|&it| corpus.transfer_of(it).is_none());
        context.filter(|&it| corpus.category_of(it) == category).collect::<Vec<_>>()
    };
    // Whom the map names without a transfer, the context speaks of.
    let tiles = shown.overview.board.tiles.iter().filter(|tile| tile.transfers.is_empty());
    html! {
        @for tile in tiles { (place(&tiles::link(shown, tile))) }
        h2 { (words::view(shown.lang, View::Context)) }
        @for category in categories {
            @let about = about(category);
            @if !about.is_empty() {
                h3 { (corpus.category(category).name.get(shown.lang)) }
                (claims(shown, &about))
            }
        }
        h2 { (words::view(shown.lang, View::Documents)) }
        ul.brief {
            @for document in corpus.document_ids() {
                li {
                    p { (drawn(|pen| citation(pen, shown, document))) }
                    small { (dated(shown, &corpus.document(document).published)) }
                }
            }
        }
    }
}

/// What a pen writes, in the middle of other markup.
fn drawn(draw: impl Fn(&mut Pen)) -> Markup {
    let mut pen = Pen::default();
    draw(&mut pen);
    PreEscaped(pen.markup)
}

/// When something is said to be, with its notes as one.
fn dated(shown: &Shown, time: &When) -> Markup {
    let PreEscaped(dated) = drawn(|pen| when(pen, shown, Some(time)));
    PreEscaped(dated.replace("</small> <small>", ". "))
}

/// Claims in brief: what is said, who says so, and the figures. Who says so is not repeated.
fn claims(shown: &Shown, claims: &[ClaimId]) -> Markup {
    let before = [None].into_iter().chain(claims.iter().copied().map(Some));
    html! { ul.brief { @for (&it, before) in claims.iter().zip(before) { (claim(shown, it, before)) } } }
}

fn claim(shown: &Shown, claim: ClaimId, before: Option<ClaimId>) -> Markup {
    let (corpus, lang) = (shown.corpus(), shown.lang);
    let claimed = corpus.claim(claim);
    let has_status = corpus.transfer_of(claim).is_some()
        && matches!(claimed.stance, Stance::Asserts | Stance::Denies);
    let name = shown.words().disputing(claimed.stance);
    let disputed = corpus.disputes_of(claim).iter();
    let disputed: BTreeSet<(&str, u16)> =
        disputed.map(|&other| (outlet(shown, other), corpus.claim(other).paragraph)).collect();
    let (same, paragraph) = (shown.words().ibid, shown.words().paragraph_short);
    let is_same = before.is_some_and(|it| corpus.chain(it) == corpus.chain(claim));
    html! {
        li {
            (claimed.statement.get(lang))
            small {
                @if is_same { (same) } @else { (words::chain(lang, corpus, claim)) " ·" }
                " " (paragraph) " " (claimed.paragraph)
                @if let Some(stance) = words::stance(lang, claimed.stance) { " · " (stance) }
                @if has_status {
                    @if claimed.stance == Stance::Denies { ": " } @else { " · " }
                    (words::status(lang, claimed.status))
                }
                @if let Some(quantity) = &claimed.quantity { " · " (drawn(|pen| printed(pen, shown, Some(&quantity.words), ""))) }
                @if let Some(time) = &claimed.when { " · " (dated(shown, time)) }
                @for (at, (outlet, number)) in disputed.into_iter().enumerate() {
                    @if at == 0 { " · " (name) " " } @else { "; " }
                    (outlet) ", " (paragraph) " " (number)
                }
            }
        }
    }
}
