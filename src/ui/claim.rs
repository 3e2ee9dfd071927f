//! A claim: what one document says, with its chain of attribution.

use super::State;
use super::glyph::{differs, status};
use crate::corpus::{Lang, Stance, Text, When};
use crate::evidence::{self, Difference};
use crate::words::{self, words};
use leptos::prelude::*;

/// A claim as a card. Cells in which it differs from the others of its transfer are marked.
#[component]
pub fn ClaimCard(state: State, claim: usize) -> impl IntoView {
    let corpus = state.corpus();
    let lang = state.lang.get();
    let words = words(lang);
    let claimed = corpus.claim(claim);
    let differences = corpus.transfer_of(claim).map(|it| evidence::differences(corpus, it));
    let differs_in = |kind| {
        let claims = differences.as_ref().and_then(|it| it.get(&kind));
        claims.is_some_and(|claims| claims.contains(&claim))
    };
    let disputed = differs_in(Difference::Denial) || differs_in(Difference::WithinDocument);
    let is_selected = move || state.found.with(|found| found.claims.contains(claim));
    let is_target =
        move || state.query.with(|query| query.claim.as_deref() == Some(claimed.id.as_str()));
    let unsaid = || view! { <span class="unsaid">{words.not_stated}</span> }.into_any();
    let quantity = claimed.quantity.as_ref();
    let quantity = quantity.map_or_else(unsaid, |it| printed(&it.words, lang));
    let dated = claimed.when.as_ref();
    let undated = || view! { <span class="unsaid">{words.undated}</span> }.into_any();
    let is_context = corpus.transfer_of(claim).is_none();
    view! {
        <li
            class="claim"
            class:outside=move || !is_selected()
            class:target=is_target
            id=format!("claim-{}", claimed.id)
            tabindex="-1"
        >
            <p class="place">
                <span class="outlet">{outlet(state, claim)}</span>
                " · "
                {words.paragraph}
                " "
                {claimed.paragraph}
                <span class="beside" hidden=is_selected>" · " {words.outside_filter}</span>
            </p>
            <p class="statement">{claimed.statement.get(lang)}</p>
            <dl>
                {(!is_context).then(|| cell(words.status_as_claimed, differs_in(Difference::Status) || disputed, view! {
                    {status(lang, claimed.status)} {stance(lang, claimed.stance)}
                }.into_any()))}
                {(!is_context || claimed.quantity.is_some()).then(|| cell(words.quantity, differs_in(Difference::Number), quantity))}
                {(!is_context || dated.is_some()).then(|| cell(words.when, differs_in(Difference::Time), dated.map_or_else(undated, |it| when(state, it))))}
                {claimed.item.as_ref().map(|it| cell(words.item, false, printed(it, lang)))}
                {cell(words.attribution, false, chain(state, claim))}
                {claimed.reported.as_ref().map(|it| cell(words.said, false, when(state, it)))}
                {disputes(state, claim).map(|it| cell(words.disputes, true, it))}
            </dl>
        </li>
    }
}

fn outlet(state: State, claim: usize) -> &'static str {
    let corpus = state.corpus();
    let lang = state.lang.get_untracked();
    corpus.chain(claim).first().map_or("", |&outlet| corpus.origin(outlet).name.get(lang))
}

fn cell(name: &'static str, differing: bool, value: AnyView) -> AnyView {
    view! {
        <div class:differing=differing>
            <dt>{name}</dt>
            <dd>{differing.then(differs)} {value}</dd>
        </div>
    }
    .into_any()
}

/// Words as printed. Quotation marks tell them from ours.
fn printed(text: &'static Text, lang: Lang) -> AnyView {
    view! { <q>{text.get(lang)}</q> }.into_any()
}

fn stance(lang: Lang, stance: Stance) -> Option<AnyView> {
    let class = match stance {
        Stance::Denies => "stance denies",
        _ => "stance",
    };
    words::stance(lang, stance).map(|word| view! { <strong class=class>{word}</strong> }.into_any())
}

/// A time: the words that were printed, the interval that follows, and what it was inferred from.
pub fn when(state: State, when: &'static When) -> AnyView {
    let lang = state.lang.get_untracked();
    let words = words(lang);
    let said = when.words.as_ref();
    let span = when.span.map(|span| words::span(lang, span, state.locale()));
    // Where a date was printed in full, the interval would only say it again.
    let interval = span.filter(|span| said.is_none_or(|said| said.get(lang) != span));
    view! {
        {match said {
            Some(said) => printed(said, lang),
            None => view! { <span class="unsaid">{words.undated}</span> }.into_any(),
        }}
        {interval.map(|span| view! { <small>{span}</small> })}
        {when.basis.as_ref().map(|basis| view! { <small>{words.inferred} ": " {basis.get(lang)}</small> })}
    }
    .into_any()
}

/// A claim's chain of attribution, from the outlet back to the root.
fn chain(state: State, claim: usize) -> AnyView {
    let corpus = state.corpus();
    let lang = state.lang.get_untracked();
    let words = words(lang);
    let links = corpus.chain(claim);
    let own = (links.len() == 1).then(|| view! { <small>{words.own_account}</small> });
    let link = |(at, &origin): (usize, &usize)| {
        let citing = (at > 0).then(|| {
            view! {
                <span class="arrow" aria-hidden="true">"← "</span>
                <span class="unseen">{words.goes_back_to} " "</span>
            }
        });
        view! { <li>{citing} {corpus.origin(origin).name.get(lang)}</li> }
    };
    view! {
        <ol class="chain">{links.iter().enumerate().map(link).collect_view()}</ol>
        {own}
    }
    .into_any()
}

/// The claims that this one contradicts: choosing one leads to it.
fn disputes(state: State, claim: usize) -> Option<AnyView> {
    let corpus = state.corpus();
    let lang = state.lang.get_untracked();
    let others = corpus.disputed_by(claim);
    let other = |&at: &usize| {
        let other = corpus.claim(at);
        let show = move |_| {
            state.query.update(|query| query.claim = Some(other.id.clone()));
        };
        view! {
            <li>
                <button type="button" class="link" on:click=show>
                    {outlet(state, at)}
                    ": "
                    {other.statement.get(lang)}
                </button>
            </li>
        }
    };
    (!others.is_empty())
        .then(|| view! { <ul>{others.iter().map(other).collect_view()}</ul> }.into_any())
}
