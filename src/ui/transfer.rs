//! The transfers: one entry each, which opens in place to its claims side by side.

use super::State;
use super::claim::ClaimCard;
use super::documents::citation;
use super::glyph::{differs, statuses};
use crate::corpus::Lang;
use crate::evidence::{self, Difference, Differences};
use crate::words::{self, words};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The transfers that are found.
#[component]
pub fn Transfers(state: State) -> impl IntoView {
    view! {
        <ol class="transfers">
            <For
                each=move || state.found.with(|found| found.transfers.clone())
                key=|transfer| *transfer
                children=move |transfer| entry(state, transfer)
            />
        </ol>
    }
}

/// One transfer: a line that reads as a sentence, and its figures.
fn entry(state: State, transfer: usize) -> AnyView {
    let corpus = state.corpus();
    let id = corpus.transfer(transfer).id.as_str();
    let is_open = Memo::new(move |_| state.query.with(|query| is_open(state, query, transfer)));
    let toggle = move |_| {
        let closes = is_open.get_untracked();
        state.query.update(|query| {
            if closes {
                query.open.remove(id);
                // A claim that is pointed at would keep its transfer open.
                query.claim.take_if(|claim| holds(state, transfer, claim));
            } else {
                query.open.insert(id.to_owned());
            }
        });
    };
    let differences = evidence::differences(corpus, transfer);
    let marks = marks(state.lang.get_untracked(), &differences);
    let panel = format!("transfer-{id}");
    let lang = state.lang.get_untracked();
    let (from, to) = corpus.sides(transfer);
    let moved = corpus.transfer(transfer);
    view! {
        <li
            class="transfer"
            class:faded=move || state.fades(&[transfer])
            on:pointerenter=move |_| state.point(&[transfer])
            on:pointerleave=move |_| state.unpoint()
            on:focusin=move |_| state.point(&[transfer])
            on:focusout=move |_| state.unpoint()
        >
            <div class="entry">
                <h3>
                    <button
                        type="button"
                        aria-expanded=move || is_open.get().to_string()
                        aria-controls=panel.clone()
                        on:click=toggle
                    >
                        <span class="route">
                            {state.country(from)} <span class="arrow" aria-hidden="true">" → "</span>
                            <span class="unseen">{words(lang).to_whom}</span>
                            {state.country(to)}
                        </span>
                        <span class="item">
                            {moved.item.get(lang)} <span class="kind">{words::kind(lang, moved.kind)}</span>
                        </span>
                    </button>
                </h3>
                {figures(state, transfer, &differences)}
                {marks}
            </div>
            <div id=panel.clone() class="opened" hidden=move || !is_open.get()>
                {move || is_open.get().then(|| untrack(|| opened(state, transfer)))}
            </div>
        </li>
    }
    .into_any()
}

/// A transfer stands open by itself, or for the claim that is pointed at.
fn is_open(state: State, query: &crate::query::Query, transfer: usize) -> bool {
    let pointed = query.claim.as_ref().is_some_and(|claim| holds(state, transfer, claim));
    pointed || query.open.contains(&state.corpus().transfer(transfer).id)
}

fn holds(state: State, transfer: usize, claim: &str) -> bool {
    let corpus = state.corpus();
    corpus.claims_of(transfer).iter().any(|&at| corpus.claim(at).id == claim)
}

/// The figures of a transfer, in columns: how far, how many, when, who says so.
fn figures(state: State, transfer: usize, differences: &Differences) -> AnyView {
    let corpus = state.corpus();
    let lang = state.lang.get_untracked();
    let words = words(lang);
    let backing = evidence::backing(corpus, transfer);
    let reached = evidence::statuses(corpus, transfer);
    let unsaid = || view! { <span class="unsaid">{words.not_stated}</span> }.into_any();
    let quantity = evidence::quantities(corpus, transfer).map_or_else(unsaid, |(least, most)| {
        let (least, most) = (least.words.get(lang), most.words.get(lang));
        let range = if least == most { least.to_owned() } else { format!("{least} – {most}") };
        view! { <span>{range}</span> }.into_any()
    });
    let times = evidence::times(corpus, transfer);
    let when = if times.is_empty() {
        view! { <span class="unsaid">{words.undated}</span> }.into_any()
    } else {
        let printed = times.iter().filter_map(|when| Some(when.words.as_ref()?.get(lang)));
        view! { <span>{printed.collect::<Vec<_>>().join(" / ")}</span> }.into_any()
    };
    let reported = reported(state, &backing.documents);
    let origins =
        words::backing(lang, backing.asserting.len(), backing.documents.len(), state.locale());
    let names: Vec<&str> =
        backing.asserting.iter().map(|&it| corpus.origin(it).name.get(lang)).collect();
    let differing = |kind| differences.contains_key(&kind);
    view! {
        <dl class="figures">
            <div>
                <dt>{words.status}</dt>
                <dd>{statuses(lang, &reached)}</dd>
            </div>
            <div class:differing=differing(Difference::Number)>
                <dt>{words.quantity}</dt>
                <dd>{quantity}</dd>
            </div>
            <div class:differing=differing(Difference::Time)>
                <dt>{words.when}</dt>
                <dd>{when} <small>{words.reported} " " {reported}</small></dd>
            </div>
            <div>
                <dt>{words.backing}</dt>
                <dd>{origins} <small>{names.join(", ")}</small></dd>
            </div>
        </dl>
    }
    .into_any()
}

/// When the documents appeared, each month once.
fn reported(state: State, documents: &BTreeSet<usize>) -> String {
    let lang = state.lang.get_untracked();
    let mut months: Vec<(Option<crate::corpus::Span>, String)> = Vec::new();
    for &document in documents {
        let document = state.corpus().document(document);
        let month =
            (document.published.span, words::appeared(lang, &document.published, state.locale()));
        if months.iter().all(|(_, label)| *label != month.1) {
            months.push(month);
        }
    }
    months.sort();
    months.into_iter().map(|(_, label)| label).collect::<Vec<_>>().join(", ")
}

/// In what the reports of a transfer differ.
fn marks(lang: Lang, differences: &Differences) -> Option<AnyView> {
    let kinds = Difference::ALL.into_iter().filter(|kind| differences.contains_key(kind));
    let marks: Vec<AnyView> = kinds
        .map(|kind| view! { <li>{differs()} " " {words::difference(lang, kind)}</li> }.into_any())
        .collect();
    let label = words(lang).reports_differ;
    (!marks.is_empty())
        .then(|| view! { <ul class="marks" aria-label=label>{marks}</ul> }.into_any())
}

/// The claims of a transfer side by side, and the documents that make them.
fn opened(state: State, transfer: usize) -> AnyView {
    let corpus = state.corpus();
    let words = words(state.lang.get());
    let mut claims = corpus.claims_of(transfer).to_vec();
    claims.sort_by_key(|&claim| (corpus.document(corpus.document_of(claim)).published.span, claim));
    let documents: BTreeSet<usize> = claims.iter().map(|&it| corpus.document_of(it)).collect();
    view! {
        <h4>{words.claims}</h4>
        <ul class="claims">
            {claims.into_iter().map(|claim| view! { <ClaimCard state claim /> }).collect_view()}
        </ul>
        <h4>{words.sources}</h4>
        <ul class="sources">
            {documents.into_iter().map(|it| view! { <li>{citation(state, it)}</li> }).collect_view()}
        </ul>
    }
    .into_any()
}
