//! The time filter: years to choose from, an interval to type, and what has no date.

use super::State;
use crate::corpus::{Day, Span};
use crate::query::Count;
use leptos::prelude::*;

/// The time filter's options.
#[component]
pub fn TimePanel(state: State) -> impl IntoView {
    let words = state.words();
    let years = state.counts.with_untracked(|counts| counts.years.clone());
    let span = Signal::derive(move || state.query.with(|query| query.time).unwrap_or_default());
    view! {
        <ul class="years" role="group" aria-label=words.time>
            {years.into_iter().enumerate().map(|(at, year)| option(state, at, year)).collect_view()}
            <li>
                <label class="option">
                    <input
                        type="checkbox"
                        prop:checked=move || state.query.with(|query| query.undated)
                        on:change=move |_| state.query.update(|query| query.undated = !query.undated)
                    />
                    <span>{words.undated_claims}</span>
                    <span class="count">
                        {move || state.number(state.counts.with(|counts| counts.undated))}
                    </span>
                </label>
            </li>
        </ul>
        <div class="interval">
            {end(state, words.from, Signal::derive(move || span.get().from), |span, day| span.from = day)}
            {end(state, words.to, Signal::derive(move || span.get().to), |span, day| span.to = day)}
        </div>
        <p class="hint">{words.time_note}</p>
    }
}

/// A year: choosing it sets the interval to it.
fn option(state: State, at: usize, year: Count) -> impl IntoView {
    let id = year.id.clone();
    let now = Signal::derive(move || {
        state
            .counts
            .with(|counts| counts.years.get(at).map(|it| (it.count, it.chosen)).unwrap_or_default())
    });
    let choose = move |_| {
        let chosen = now.get_untracked().1;
        state.query.update(|query| {
            query.time = id.parse().ok().filter(|_| !chosen);
        });
    };
    view! {
        <li>
            <label class="option" class:none=move || now.get().0 == 0>
                <input type="checkbox" prop:checked=move || now.get().1 on:change=choose />
                <span>{year.id}</span>
                <span class="count">{move || state.number(now.get().0)}</span>
            </label>
        </li>
    }
}

/// One end of the interval. An empty field is an open end.
fn end(
    state: State,
    name: &'static str,
    day: Signal<Option<Day>>,
    set: fn(&mut Span, Option<Day>),
) -> impl IntoView {
    let change = move |event| {
        let typed: Option<Span> = event_target_value(&event).parse().ok();
        state.query.update(|query| {
            let mut span = query.time.unwrap_or_default();
            set(&mut span, typed.and_then(|it| it.from));
            if span.is_backwards() {
                std::mem::swap(&mut span.from, &mut span.to);
            }
            query.time = (!span.is_open()).then_some(span);
        });
    };
    view! {
        <label>
            <span>{name}</span>
            <input
                type="date"
                prop:value=move || day.get().map(|day| day.to_string()).unwrap_or_default()
                on:change=change
            />
        </label>
    }
}
