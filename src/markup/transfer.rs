//! A transfer: one line that reads as a sentence, its figures, and what it opens to.

use super::status::{differs, statuses};
use super::{Shown, citation, claims, desk};
use crate::evidence::{self, Difference};
use crate::query::Query;
use crate::words;
use maud::{Markup, html};

/// A transfer, which opens in place.
pub(super) fn transfer(shown: &Shown, transfer: usize) -> Markup {
    let id = &shown.corpus().transfer(transfer).id;
    let is_open = is_open(shown, transfer);
    html! {
        li.transfer id={ "transfer-" (id) } data-transfers=(transfer) {
            div.entry {
                h3 {
                    button type="button" id={ "open-" (id) } aria-expanded=(is_open)
                        aria-controls={ "claims-" (id) } data-to=(shown.link(|query| toggle(shown, transfer, query))) {
                        (route(shown, transfer))
                    }
                }
                (figures(shown, transfer))
            }
            div.opened id={ "claims-" (id) } hidden[!is_open] {
                @if is_open { (opened(shown, transfer)) }
            }
        }
    }
}

/// A transfer stands open by itself, or for the claim that is pointed at.
fn is_open(shown: &Shown, transfer: usize) -> bool {
    is_pointed(shown, transfer) || shown.query.open.contains(&shown.corpus().transfer(transfer).id)
}

fn toggle(shown: &Shown, transfer: usize, query: &mut Query) {
    let id = &shown.corpus().transfer(transfer).id;
    if is_open(shown, transfer) {
        query.open.remove(id);
        // A claim that is pointed at would keep its transfer open.
        if is_pointed(shown, transfer) {
            query.claim = None;
        }
    } else {
        query.open.insert(id);
    }
}

fn is_pointed(shown: &Shown, transfer: usize) -> bool {
    shown.pointed.is_some_and(|claim| shown.corpus().transfer_of(claim) == Some(transfer))
}

/// Who gives what to whom.
fn route(shown: &Shown, transfer: usize) -> Markup {
    let words = shown.words();
    let (from, to) = shown.corpus().sides(transfer);
    let moved = shown.corpus().transfer(transfer);
    html! {
        span.route {
            (shown.country(from)) " "
            span.arrow aria-hidden="true" { "→" } span.unseen { (words.to_whom) }
            " " (shown.country(to))
        }
        " "
        span.item {
            (moved.item.get(shown.lang)) " " span.kind { (words::kind(shown.lang, moved.kind)) }
        }
    }
}

/// The figures of a transfer in columns, and in what its reports differ.
fn figures(shown: &Shown, transfer: usize) -> Markup {
    let (lang, words) = (shown.lang, shown.words());
    let differences = evidence::differences(shown.standing(), transfer);
    let differing = |kind| differences.has(kind).then_some("differing");
    html! {
        dl.figures {
            div class=[differing(Difference::Status)] {
                dt { (words.status) }
                dd { (statuses(lang, &evidence::statuses(shown.standing(), transfer))) }
            }
            div class=[differing(Difference::Number)] {
                dt { (words.quantity) }
                dd { (quantity(shown, transfer)) }
            }
            div class=[differing(Difference::Time)] {
                dt { (words.when) }
                dd { (when(shown, transfer)) }
            }
            div {
                dt { (words.backing) }
                dd { (backing(shown, transfer)) }
            }
        }
        @if differences.any() {
            ul.marks aria-label=(words.reports_differ) {
                @for kind in Difference::ALL.into_iter().filter(|&kind| differences.has(kind)) {
                    li { (differs()) (words::difference(lang, kind, differences.is_compatible(kind))) }
                }
            }
        }
    }
}

/// How many, as printed; where reports differ the least and the most of what they print.
fn quantity(shown: &Shown, transfer: usize) -> Markup {
    let Some((least, most)) = evidence::quantities(shown.standing(), transfer) else {
        return html! { span.unsaid { (shown.words().not_stated) } };
    };
    let (least, most) = (least.words.get(shown.lang), most.words.get(shown.lang));
    html! { span.value { (least) @if least != most { " – " (most) } } }
}

/// When it is said to happen, as printed, and when that was reported.
fn when(shown: &Shown, transfer: usize) -> Markup {
    let words = shown.words();
    let times = evidence::times(shown.standing(), transfer);
    let printed: Vec<&str> =
        times.iter().filter_map(|it| Some(it.words.as_ref()?.get(shown.lang))).collect();
    let mut months: Vec<String> = Vec::new();
    for document in evidence::backing(shown.standing(), transfer).documents.ones() {
        let published = &shown.corpus().document(document).published;
        let month = words::appeared(shown.lang, published);
        if !months.contains(&month) {
            months.push(month);
        }
    }
    html! {
        @if printed.is_empty() {
            span.unsaid { (words.undated) }
        } @else {
            span.value { (printed.join(" / ")) }
        }
        " "
        small { (words.reported) ": " (months.join(", ")) }
    }
}

/// Who says so: independent origins first, then documents, then who denies it.
fn backing(shown: &Shown, transfer: usize) -> Markup {
    let backing = evidence::backing(shown.standing(), transfer);
    let [origins, documents] = [&backing.asserting, &backing.documents].map(|it| it.count_ones(..));
    let names: Vec<&str> = backing.asserting.ones().map(|it| shown.origin(it)).collect();
    let deniers: Vec<&str> = backing.denying.ones().map(|it| shown.origin(it)).collect();
    html! {
        (words::backing(shown.lang, origins, documents)) " "
        small { (names.join(", ")) }
        @if !deniers.is_empty() {
            small.denies { (shown.words().denied_by) " " (deniers.join(", ")) }
        }
    }
}

/// What a transfer opens to: its claims side by side, and the documents that make them.
fn opened(shown: &Shown, transfer: usize) -> Markup {
    let words = shown.words();
    let documents = evidence::backing(shown.standing(), transfer).documents;
    let differences = evidence::differences(shown.standing(), transfer);
    html! {
        h4 { (words.claims) }
        (claims(shown, shown.corpus().claims_of(transfer), &differences))
        @let evidence = format!("evidence-{}", shown.corpus().transfer(transfer).id);
        (desk::open(shown, &evidence, words.evidence, None))
        (desk::opened(shown, &evidence, words.evidence))
        h4 { (words.sources) }
        ul.sources {
            @for document in documents.ones() { li { (citation(shown, document)) } }
        }
        (desk::share(shown, &format!("share-transfer-{}", shown.corpus().transfer(transfer).id), words.this_transfer))
    }
}
