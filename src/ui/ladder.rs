//! The ladder of statuses: legend, histogram and filter in one.

use super::State;
use super::filters::truth;
use super::glyph::{Square, glyph, squares};
use super::keyed::text;
use crate::corpus::{Course, Status};
use crate::query::Facet;
use crate::words;
use leptos::prelude::*;

/// Whether it is a rung that leads up; what ends a course, and what is not said, stands beside them.
fn is_rung(status: Status) -> bool {
    !matches!(status.course(), Course::NotStated | Course::Ended)
}

/// The ladder, and below it what the marks say of how sure something is.
#[component]
pub fn Ladder(state: State) -> impl IntoView {
    let words = state.words();
    let (rungs, beside): (Vec<Status>, Vec<Status>) =
        Status::ALL.into_iter().partition(|it| is_rung(*it));
    view! {
        <section class="ladder" aria-labelledby="ladder-title">
            <h2 id="ladder-title">
                {words.how_far_gone}
                " "
                <small>{words.how_far_hint} <span class="choose">{state.signs().semicolon} {words.how_far_choose}</span></small>
            </h2>
            <ol>
                {rungs.into_iter().map(|status| {
                    // Where it is narrow the top of the ladder stands in the next row.
                    let wraps = status == Status::Delivered;
                    view! { <li class="rung" class:wraps=wraps>{rung(state, status)}</li> }
                }).collect_view()}
                <li class="gap" aria-hidden="true"></li>
                {beside.into_iter().map(|status| view! { <li>{rung(state, status)}</li> }).collect_view()}
            </ol>
            <Key state />
        </section>
    }
}

/// A status with how many transfers some claim has reach it: choosing it filters.
fn rung(state: State, status: Status) -> AnyView {
    let count = move || {
        let (atlas, overview) = (state.atlas(), state.overview.get());
        let mut counts = overview.counts(&atlas.index, Facet::Status).iter();
        let of_status = counts.find(|count| count.id == status.id());
        words::number(state.lang, of_status.map_or(0, |count| count.count))
    };
    let is_chosen = move || truth(state.query.with(|query| query.has(Facet::Status, status.id())));
    let choose = move |_| state.change(|query| query.toggle(Facet::Status, status.id()));
    view! {
        <button type="button" aria-pressed=is_chosen on:click=choose>
            {glyph(status)}
            <span>{words::status(state.lang, status)}</span>
            " "
            <small>{text(count)}</small>
        </button>
    }
    .into_any()
}

/// What the marks say of how sure something is.
#[component]
fn Key(state: State) -> impl IntoView {
    let words = state.words();
    let marks = [
        (Square::Named, words.an_origin),
        (Square::Hollow, words.chain.either),
        (Square::Unsourced, words.own_account),
        (Square::Denying, words.denies),
        (Square::Silent, words.no_comment),
    ];
    view! {
        <p class="key">
            <span><b>{words.how_sure} {state.signs().colon.trim_end()}</b></span>
            {marks.map(|(mark, name)| view! { <span>{squares(&[mark])} " " {name}</span> })}
            <span><b class="warm">"≠"</b> " " {words.contradict}</span>
            <span><b>"≈"</b> " " {words.precision_differs}</span>
        </p>
    }
}
