//! Where a transfer goes back to: documents, the origins that answer for them, the unnamed people behind.
//!
//! The lines are a drawing. What they say stands in words in each origin, and is seen there where a drawing has no room.

use super::State;
use super::claims::about;
use super::foreign;
use super::glyph::{Square, squares};
use super::mention;
use crate::corpus::OriginId;
use crate::evidence::{Chain, Edge, Part, Shown, ShownOrigin, Target};
use crate::words;
use leptos::prelude::*;

/// So many documents and so many origins are shown of a chain.
const NODES: usize = 24;

/// Of more edges than that a drawing shows less than words do.
const DRAWN: usize = 16;

/// The chain with its verdict; nothing where nobody asserts the transfer. Where all of it falls by distrust it is shown as
/// it was, and nobody in it counts.
pub(super) fn chain(state: State, chain: &Chain, has_fallen: bool) -> AnyView {
    if chain.edges.is_empty() {
        return ().into_any();
    }
    let words = &state.words().chain;
    let whole = chain;
    let chain = &whole.shown(NODES);
    let is_worded = !has_one_edge_each(chain) && chain.edges.iter().any(is_worded);
    let is_resting = !chain.rests.is_empty();
    let rests = is_resting.then(|| {
        let paths = chain.rests.iter().filter_map(|it| {
            let from = Target::Origin(it.origin);
            let from = chain.origins.iter().position(|it| it.target == from)?;
            let to = chain.unnamed.iter().position(|who| *who == it.on)?;
            Some(curve(middle(from, chain.origins.len()), middle(to, chain.unnamed.len())))
        });
        view! { {lines("lines dashed", &paths.collect::<Vec<_>>())} {unnamed(state, chain)} }
    });
    let class = match (is_worded, chain.edges.len() > DRAWN) {
        (_, true) => "chain worded long",
        (true, _) => "chain worded",
        _ => "chain",
    };
    view! {
        <h4>{words.goes_back} " " <small>{words.goes_back_hint}</small></h4>
        <div class=class class:resting=is_resting>
            {documents(state, chain)}
            {if is_worded { worded_edges(state, chain) } else { edges(chain) }}
            {origins(state, chain, has_fallen)}
            {rests}
        </div>
        {not_shown(state, whole, chain)}
        {verdict(state, whole, has_fallen)}
    }
    .into_any()
}

/// How many documents, origins and unnamed people are not shown.
fn not_shown(state: State, whole: &Chain, shown: &Shown) -> Option<AnyView> {
    let unnamed = whole.unnamed.len() - shown.unnamed.len();
    let documents = whole.documents.len() - shown.documents.len();
    let origins = whole.origins.len() - shown.origins.len();
    let documents = (documents > 0).then(|| words::tools(state.lang).and_more_documents(documents));
    let origins = (origins > 0).then(|| state.words().chain.and_more_origins(origins));
    let unnamed = (unnamed > 0).then(|| state.words().chain.and_more_unnamed(unnamed));
    let all: Vec<String> = documents.into_iter().chain(origins).chain(unnamed).collect();
    (!all.is_empty())
        .then(|| view! { <p class="remark">{all.join(state.signs().semicolon)}</p> }.into_any())
}

/// What stands at a place of so many that share a height, in hundredths.
#[expect(clippy::cast_precision_loss, reason = "there are a few hundred at most")]
fn middle(at: usize, of: usize) -> f64 {
    (at as f64 + 0.5) * 100.0 / of.max(1) as f64
}

/// A line from the left to the right of a view box that is 40 wide.
fn curve(from: f64, to: f64) -> String {
    format!("M0 {from:.1}C24 {from:.1} 16 {to:.1} 40 {to:.1}")
}

fn lines(class: &'static str, paths: &[String]) -> AnyView {
    let path = paths.join("");
    view! {
        <svg class=class viewBox="0 0 40 100" preserveAspectRatio="none" aria-hidden="true">
            <path d=path fill="none" stroke="currentColor" vector-effect="non-scaling-stroke"></path>
        </svg>
    }
    .into_any()
}

/// From where to where an edge leads.
fn ends(chain: &Shown, edge: &Edge) -> (f64, f64) {
    let from = chain.documents.iter().position(|it| *it == edge.document);
    let to = chain.origins.iter().position(|it| it.target == edge.target);
    (
        middle(from.unwrap_or_default(), chain.documents.len()),
        middle(to.unwrap_or_default(), chain.origins.len()),
    )
}

fn edges(chain: &Shown) -> AnyView {
    let paths = chain.edges.iter().map(|edge| {
        let (from, to) = ends(chain, edge);
        curve(from, to)
    });
    lines("lines", &paths.collect::<Vec<_>>())
}

/// Whether each document has one edge only, so that its word can stand in the document's box.
fn has_one_edge_each(chain: &Shown) -> bool {
    chain.edges.len() == chain.documents.len()
}

fn is_worded(edge: &Edge) -> bool {
    edge.is_own || !edge.through.is_empty()
}

/// Edges of which some have a word: each passes a place of its own, where its word stands, so that no word lies on
/// another line.
fn worded_edges(state: State, chain: &Shown) -> AnyView {
    let mut edges: Vec<(f64, f64, &Edge)> = Vec::new();
    for edge in &chain.edges {
        let (from, to) = ends(chain, edge);
        edges.push((from, to, edge));
    }
    edges.sort_by(|one, other| (one.0 + one.1).total_cmp(&(other.0 + other.1)));
    let place = |at: usize| middle(at, edges.len());
    let before =
        edges.iter().enumerate().map(|(at, it)| curve(it.0, place(at))).collect::<Vec<_>>();
    let along = (0..edges.len()).map(|at| curve(place(at), place(at))).collect::<Vec<_>>();
    let after = edges.iter().enumerate().map(|(at, it)| curve(place(at), it.1)).collect::<Vec<_>>();
    let words = edges.iter().map(|(_, _, edge)| {
        let word = word(state, edge).map(|it| view! { <span>{it}</span> });
        view! { <li>{word}</li> }
    });
    view! {
        {lines("lines", &before)}
        {lines("lines along", &along)}
        <ul class="column words" aria-hidden="true">{words.collect_view()}</ul>
        {lines("lines", &after)}
    }
    .into_any()
}

/// What an edge passes, or that the document is the origin's own.
fn word(state: State, edge: &Edge) -> Option<String> {
    let atlas = state.atlas();
    if !edge.through.is_empty() {
        let names: Vec<&str> =
            edge.through.iter().map(|it| atlas.origin(*it, state.lang)).collect();
        return Some(words::through(state.lang, &names, edge.is_through));
    }
    edge.is_own.then(|| state.words().chain.own_report.to_owned())
}

fn documents(state: State, chain: &Shown) -> AnyView {
    let atlas = state.atlas();
    let names = super::answers::names(state, &chain.documents);
    let nodes = chain.documents.iter().zip(names).map(|(&document, name)| {
        let it = atlas.corpus().document(document);
        let edge = chain.edges.iter().find(|edge| edge.document == document);
        let word = edge.filter(|_| has_one_edge_each(chain)).and_then(|edge| word(state, edge));
        let word = word.map(|it| view! { " " <small aria-hidden="true">{it}</small> });
        view! {
            <li>
                <div class="node">
                    {about(state, &it.id, foreign::name(&name))}
                    " "
                    <small>{words::appeared(state.lang, &it.published)}</small>
                    {word}
                </div>
            </li>
        }
    });
    view! {
        <ul class="column from" aria-label=state.words().sources>{nodes.collect_view()}</ul>
    }
    .into_any()
}

fn origins(state: State, chain: &Shown, has_fallen: bool) -> AnyView {
    let words = &state.words().chain;
    let names = super::answers::names(state, &chain.documents);
    let nodes = chain.origins.iter().map(|shown| {
        let ShownOrigin { target, part, .. } = shown;
        let (name, note) = match target {
            Target::Origin(origin) => {
                let note = match part {
                    Part::Relay => words.passes_on,
                    _ if has_fallen => fallen(state, *origin),
                    _ => words.counts,
                };
                (mention::origin(state, *origin), note)
            }
            Target::NoSource => {
                (view! { <span>{state.words().own_account}</span> }.into_any(), words.counts_not)
            }
        };
        let mark = match part {
            Part::Named | Part::Hollow if has_fallen => squares(&[Square::Fallen]),
            Part::Named => squares(&[Square::Named]),
            Part::Hollow => squares(&[Square::Hollow]),
            Part::Unsourced => squares(&[Square::Unsourced]),
            _ => ().into_any(),
        };
        let is_root = matches!(part, Part::Named | Part::Hollow);
        view! {
            <li>
                <div class="node" class:root=is_root class:fallen=has_fallen>
                    {name}
                    " "
                    <small>{mark} " " {note}</small>
                    " "
                    <small class="in-short">{in_short(state, chain, &names, *shown)}</small>
                </div>
            </li>
        }
    });
    view! {
        <ul class="column" aria-label=crate::query::Facet::Origin.name(state.lang)>
            {nodes.collect_view()}
        </ul>
    }
    .into_any()
}

/// Why somebody counts no more.
fn fallen(state: State, origin: OriginId) -> &'static str {
    let words = &state.words().origins;
    let id = state.atlas().corpus().origin(origin).id.clone();
    let is_distrusted = state.query.with_untracked(|query| query.distrust.contains(&id));
    if is_distrusted { words.distrusted } else { words.falls_with_others }
}

/// What leads to an origin, and what it rests on, in words.
fn in_short(state: State, chain: &Shown, names: &[String], shown: ShownOrigin) -> String {
    let (atlas, words) = (state.atlas(), &state.words().chain);
    let ShownOrigin { target, elsewhere, .. } = shown;
    let from = chain.edges.iter().filter(|edge| edge.target == target).filter_map(|edge| {
        let at = chain.documents.iter().position(|it| *it == edge.document)?;
        let name = words::apart(state.lang, names.get(at)?);
        Some(match word(state, edge) {
            Some(word) => format!("{name} ({word})"),
            None => name,
        })
    });
    // It is known from these and from others that have no room.
    let elsewhere = (elsewhere > 0).then(|| words::tools(state.lang).and_more_documents(elsewhere));
    let from =
        words.from_documents(&from.chain(elsewhere).collect::<Vec<_>>().join(state.signs().comma));
    let rests = chain.rests.iter().filter(|it| Target::Origin(it.origin) == target);
    let rests: Vec<&str> = rests.map(|it| atlas.origin(it.on, state.lang)).collect();
    if rests.is_empty() {
        return from;
    }
    [
        &from,
        state.signs().semicolon,
        &words.rests_on(&words::first_names(state.lang, &rests, state.signs().semicolon)),
    ]
    .concat()
}

fn unnamed(state: State, chain: &Shown) -> AnyView {
    let nodes = chain.unnamed.iter().map(|&who| {
        view! { <li><div class="node unnamed">{mention::origin(state, who)}</div></li> }
    });
    view! {
        <ul class="column to" aria-label=state.words().chain.unnamed_people>
            {nodes.collect_view()}
        </ul>
    }
    .into_any()
}

/// To how many origins how many documents come down, and what of that is to be known.
fn verdict(state: State, chain: &Chain, has_fallen: bool) -> AnyView {
    let (atlas, lang) = (state.atlas(), state.lang);
    let (documents, origins) = (chain.documents.len(), chain.counting().count());
    if has_fallen {
        return view! { <p class="verdict"><b>{words::no_origin_left(lang, documents)}</b></p> }
            .into_any();
    }
    let mut more: Vec<String> = Vec::new();
    more.extend(chain.sole().map(|it| words::all_from(lang, documents, atlas.origin(it, lang))));
    let only = chain.counting().next().filter(|_| origins == 1);
    let hollow = only.and_then(|it| chain.hollow(atlas.corpus(), it));
    more.extend(hollow.map(|it| words::is_hollow(lang, it).to_owned()));
    if origins > 1 {
        more.push(state.words().chain.may_depend.to_owned());
    }
    let relays: Vec<&str> = chain.relays().map(|it| atlas.origin(it, lang)).collect();
    if !relays.is_empty() {
        more.push(words::not_counted(lang, &relays));
    }
    if chain.has_unsourced() {
        let is_all = chain.origins.len() == 1;
        more.push(words::names_no_source(lang, is_all).to_owned());
    }
    view! {
        <p class="verdict"><b>{words::comes_down(lang, documents, origins)}</b> " " {more.join(" ")}</p>
    }
    .into_any()
}
