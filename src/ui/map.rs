//! The map-style list: one list of countries, laid out as a map where there is room.

use super::State;
use super::glyph::{differs, glyph};
use crate::corpus::{Corpus, Lang};
use crate::place::{self, CELL_HEIGHT, CELL_WIDTH, Flow, Part, Tile, curve};
use crate::query::{Facet, Query};
use crate::words;
use leptos::prelude::*;

/// The countries as tiles, with lines of flow between them.
#[component]
pub fn Map(state: State) -> impl IntoView {
    let words = state.words();
    let corpus = state.corpus();
    let (columns, rows) = place::extent(corpus);
    let (width, height) = (f64::from(columns) * CELL_WIDTH, f64::from(rows) * CELL_HEIGHT);
    let tiles = 0..corpus.source().countries.len();
    view! {
        <section class="map" aria-labelledby="map-title">
            <h2 id="map-title" class="unseen">{words.map}</h2>
            <div class="board" data-columns=columns data-rows=rows>
                <svg class="flows" viewBox=format!("0 0 {width} {height}") aria-hidden="true">
                    {move || {
                        let flows = state.board.with(|board| board.flows.clone());
                        flows.into_iter().map(|it| flow(state, it)).collect_view()
                    }}
                </svg>
                <ul class="tiles">{tiles.map(|country| tile(state, country)).collect_view()}</ul>
            </div>
        </section>
    }
}

/// A line from one tile to another. The list of transfers says the same in words, so it is silent.
fn flow(state: State, flow: Flow) -> Option<AnyView> {
    let place = |country| state.corpus().country(country).place;
    let curve = curve(place(flow.from)?, place(flow.to)?);
    let Flow { transfers, payment, unbroken, weight, .. } = flow;
    let pointed = transfers.clone();
    Some(
        view! {
            <g
                class="flow"
                class:payment=payment
                class:broken=!unbroken
                class:faded=move || state.fades(&transfers)
                data-weight=weight
                on:pointerenter=move |_| state.point(&pointed)
                on:pointerleave=move |_| state.unpoint()
            >
                <path class="reach" d=curve.line.clone()></path>
                <path class="line" d=curve.line></path>
                <path class="head" d=curve.head></path>
            </g>
        }
        .into_any(),
    )
}

/// A country's tile: choosing it filters, and choosing it again undoes that.
fn tile(state: State, country: usize) -> AnyView {
    let corpus = state.corpus();
    let place = corpus.country(country).place;
    let tile = Memo::new(move |_| state.board.with(|board| board.tiles.get(country).cloned()));
    let part = tile.with_untracked(|tile| tile.as_ref().map(|tile| tile.part));
    let transfers =
        move || tile.with(|it| it.as_ref().map(|it| it.transfers.clone()).unwrap_or_default());
    let point = move || state.point(&transfers());
    let choice = choice(corpus, country, part);
    let chosen = {
        let choice = choice.clone();
        Signal::derive(move || state.query.with(|query| is_chosen(query, &choice)))
    };
    let strongest =
        move || tile.with(|it| it.as_ref().and_then(|it| it.statuses.first()).map(|it| it.id()));
    view! {
        <li
            class="tile"
            class:aside=part != Some(Part::Side)
            class:unplaced=place.is_none()
            data-column=place.map(|place| place.column)
            data-row=place.map(|place| place.row)
            data-width=place.map(|place| place.width)
            class:faded=move || state.fades(&transfers())
        >
            <button
                type="button"
                aria-pressed=move || chosen.get().to_string()
                data-status=strongest
                on:click=move |_| {
                    state.query.update(|query| {
                        for (facet, id) in &choice {
                            query.toggle(*facet, id);
                        }
                    });
                }
                on:pointerenter=move |_| point()
                on:pointerleave=move |_| state.unpoint()
                on:focus=move |_| point()
                on:blur=move |_| state.unpoint()
            >
                <span class="name">{state.country(country)}</span>
                {move || tile.with(|it| it.as_ref().map(|it| face(state, it)))}
            </button>
        </li>
    }
    .into_any()
}

/// What choosing a tile chooses: the country, or, where it is no side of any transfer but speaks,
/// whatever its authorities say.
fn choice(corpus: &Corpus, country: usize, part: Option<Part>) -> Vec<(Facet, String)> {
    if part != Some(Part::Speaks) {
        return vec![(Facet::Country, corpus.country(country).id.clone())];
    }
    let origins = 0..corpus.source().origins.len();
    let speaking = origins.filter(|&origin| corpus.speaks_for(origin) == Some(country));
    speaking.map(|origin| (Facet::Origin, corpus.origin(origin).id.clone())).collect()
}

fn is_chosen(query: &Query, choice: &[(Facet, String)]) -> bool {
    choice.iter().all(|(facet, id)| query.has(*facet, id))
}

/// The count, the shape and the words on a tile.
fn face(state: State, tile: &Tile) -> AnyView {
    let lang = state.lang.get_untracked();
    let words = words::words(lang);
    let count = tile.transfers.len();
    if count == 0 {
        let word = match tile.part {
            Part::Side => words.no_report,
            Part::Speaks => words.speaks,
            Part::Mentioned => words.mentioned,
        };
        return view! { <span class="word">{word}</span> }.into_any();
    }
    let statuses: Vec<&str> = tile.statuses.iter().map(|it| words::status(lang, *it)).collect();
    let differing = tile.statuses.len() > 1 || tile.denied;
    view! {
        <span class="figure">
            {tile.statuses.first().map(|it| glyph(*it))} {differing.then(differs)}
            <span class="count">{state.number(count)}</span>
            <span class="unseen">" " {words::transfers(lang, count)}</span>
        </span>
        <span class="word">
            {statuses.join(" / ")} {tile.denied.then(|| format!(", {}", words.denied))}
        </span>
        <span class="partners">{partners(state, lang, tile)}</span>
    }
    .into_any()
}

/// To whom a country gives, and from whom it gets: what the lines show, in words.
fn partners(state: State, lang: Lang, tile: &Tile) -> String {
    let words = words::words(lang);
    let names = |countries: &std::collections::BTreeSet<usize>| {
        let names: Vec<&str> = countries.iter().map(|&it| state.country(it)).collect();
        names.join(", ")
    };
    let mut parts = Vec::new();
    if !tile.gives_to.is_empty() {
        parts.push(format!("{} {}", words.gives_to, names(&tile.gives_to)));
    }
    if !tile.gets_from.is_empty() {
        parts.push(format!("{} {}", words.gets_from, names(&tile.gets_from)));
    }
    parts.join("; ")
}
