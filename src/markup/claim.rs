//! A claim: what one document says, with its chain of attribution.

use super::status::{differs, status};
use super::{Shown, desk};
use crate::corpus::{Stance, Text, When};
use crate::evidence::{Difference, Differences};
use crate::words;
use maud::{Markup, html};

/// Claims side by side. Cells in which one differs from the others of its transfer are marked, and
/// so are claims that the query does not select.
pub(super) fn claims(shown: &Shown, claims: &[usize], differences: &Differences) -> Markup {
    html! {
        ul.claims {
            @for &claim in claims { (card(shown, claim, differences)) }
        }
    }
}

/// The context claims, by what they are about.
pub(super) fn context(shown: &Shown) -> Markup {
    let found = &shown.selection.found;
    let categories = 0..shown.corpus().source().categories.len();
    let of = |category| {
        let claims = found.context.iter().copied();
        claims.filter(|&claim| shown.corpus().category_of(claim) == category).collect::<Vec<_>>()
    };
    html! {
        @for category in categories {
            @let about = of(category);
            @if !about.is_empty() {
                section.group {
                    h3 { (shown.corpus().category(category).name.get(shown.lang)) }
                    (claims(shown, &about, &Differences::default()))
                }
            }
        }
    }
}

fn card(shown: &Shown, claim: usize, differences: &Differences) -> Markup {
    let (lang, words) = (shown.lang, shown.words());
    let claimed = shown.corpus().claim(claim);
    let is_selected = shown.selection.found.claims.contains(claim);
    let is_fallen = shown.selection.found.fallen.contains(claim);
    let document = shown.corpus().document(shown.corpus().document_of(claim));
    let is_target = shown.query.claim.as_ref() == Some(&claimed.id);
    html! {
        li.claim.outside[!is_selected].target[is_target] id={ "claim-" (claimed.id) } tabindex="-1" {
            p.place {
                button.link.outlet type="button" data-to=(page(shown, &document.id)) { (outlet(shown, claim)) } " · " (words.paragraph) " " (claimed.paragraph)
                @if is_fallen { " · " (words.fallen) } @else if !is_selected { " · " (words.outside_filter) }
            }
            p.statement { (claimed.statement.get(lang)) }
            dl { (cells(shown, claim, differences)) }
            (desk::share(shown, &format!("share-claim-{}", claimed.id), &format!("{} {}", words.claim, claimed.id)))
        }
    }
}

/// What a claim says, cell by cell. A claim of a transfer shows too what it leaves unsaid.
fn cells(shown: &Shown, claim: usize, differences: &Differences) -> Markup {
    let (corpus, words) = (shown.corpus(), shown.words());
    let claimed = corpus.claim(claim);
    let differs_in = |kind| differences.of(kind).contains(claim);
    let is_told = corpus.transfer_of(claim).is_some();
    html! {
        @if is_told { (cell(words.status_as_claimed, opposes(differences, claim), &standing(shown, claim))) }
        @if let Some(quantity) = &claimed.quantity {
            (cell(words.quantity, differs_in(Difference::Number), &printed(shown, &quantity.words)))
        } @else if is_told {
            (cell(words.quantity, false, &html! { span.unsaid { (words.not_stated) } }))
        }
        @if let Some(time) = &claimed.when {
            (cell(words.when, differs_in(Difference::Time), &when(shown, time)))
        } @else if is_told {
            (cell(words.when, false, &html! { span.unsaid { (words.undated) } }))
        }
        @if let Some(item) = &claimed.item { (cell(words.item, false, &printed(shown, item))) }
        (cell(words.attribution, false, &chain(shown, claim)))
        @if let Some(time) = &claimed.reported { (cell(words.said, false, &when(shown, time))) }
        @if !corpus.disputed_by(claim).is_empty() {
            (cell(words.disputes, true, &disputes(shown, claim)))
        }
    }
}

/// Whether a claim stands against another in what has become of the transfer.
fn opposes(differences: &Differences, claim: usize) -> bool {
    [Difference::Status, Difference::Denial, Difference::WithinDocument]
        .into_iter()
        .any(|kind| differences.of(kind).contains(claim))
}

fn cell(name: &str, differing: bool, value: &Markup) -> Markup {
    html! {
        div.differing[differing] {
            dt { (name) }
            dd { @if differing { (differs()) } (value) }
        }
    }
}

/// The status as claimed, with what the claim does with it. A denial has no status of its own:
/// what it denies stands beside it.
fn standing(shown: &Shown, claim: usize) -> Markup {
    let claimed = shown.corpus().claim(claim);
    let denies = claimed.stance == Stance::Denies;
    html! {
        @if let Some(stance) = words::stance(shown.lang, claimed.stance) {
            strong.stance.denies[denies] { (stance) } " "
        }
        @if claimed.stance == Stance::Asserts || denies { (status(shown.lang, claimed.status)) }
    }
}

/// The link to the page of an origin or a document.
pub(super) fn page(shown: &Shown, id: &str) -> String {
    shown.link(|query| (query.about, query.claim) = (Some(id.to_owned()), None))
}

/// The outlet of the document that makes a claim.
pub(super) fn outlet(shown: &Shown, claim: usize) -> &'static str {
    shown.corpus().chain(claim).first().map_or("", |&outlet| shown.origin(outlet))
}

/// Words as printed. Quotation marks tell them from ours.
pub(super) fn printed(shown: &Shown, text: &Text) -> Markup {
    html! { q { (text.get(shown.lang)) } }
}

/// A time: the words that were printed, the interval that follows, and what it was inferred from.
pub(super) fn when(shown: &Shown, when: &When) -> Markup {
    let words = shown.words();
    let interval = when.span.map(|span| words::span(shown.lang, span));
    html! {
        @match &when.words {
            Some(said) => (printed(shown, said)),
            None => span.unsaid { (words.undated) },
        }
        @if let Some(interval) = interval { " " small { (interval) } }
        @if let Some(basis) = &when.basis {
            " " small { (words.inferred) ": " (basis.get(shown.lang)) }
        }
    }
}

/// A claim's chain of attribution, from the outlet back to the root.
fn chain(shown: &Shown, claim: usize) -> Markup {
    let words = shown.words();
    let links = shown.corpus().chain(claim);
    html! {
        ol.chain {
            @for (at, &origin) in links.iter().enumerate() {
                li {
                    @if at > 0 {
                        span.arrow aria-hidden="true" { "← " }
                        span.unseen { (words.goes_back_to) " " }
                    }
                    button.link type="button" data-to=(page(shown, &shown.corpus().origin(origin).id)) {
                        (shown.origin(origin))
                    }
                }
            }
        }
        @if links.len() == 1 { small { (words.own_account) } }
    }
}

/// The claims that this one contradicts, each a way to it.
fn disputes(shown: &Shown, claim: usize) -> Markup {
    html! {
        ul {
            @for &other in shown.corpus().disputed_by(claim) {
                @let claimed = shown.corpus().claim(other);
                @let to = shown.link(|query| query.claim = Some(claimed.id.clone()));
                li {
                    button.link type="button" data-to=(to) {
                        (outlet(shown, other)) ": " (claimed.statement.get(shown.lang))
                    }
                }
            }
        }
    }
}
