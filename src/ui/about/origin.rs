//! The page of an origin: what it stands for, what falls with it, where it reaches us from, what disputes it.

use super::super::State;
use super::super::against::against;
use super::super::chain::chain;
use super::super::context::line;
use super::super::disputed::shortened;
use super::super::foreign;
use super::super::header::emphasised;
use super::super::keyed::{Item, keyed};
use super::super::mention::{self, to_transfer};
use super::super::origins::switch;
use super::super::transfers::{of_transfer, route, row_of};
use crate::corpus::{ClaimSet, OriginId, OriginSet, TransferId};
use crate::evidence::{Findings, OriginSubject, Trust, discounted, origin_subject};
use crate::query::{Facet, Query, View};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// So many transfers or claims of a kind are listed before a reader asks for more.
const LISTED: usize = 24;

/// The page. The switch stays where it is, and what it changes is drawn anew.
#[component]
pub fn OriginPage(state: State, origin: OriginId) -> impl IntoView {
    let atlas = state.atlas();
    let corpus = atlas.corpus();
    let name = foreign::origin(state.lang, corpus.origin(origin));
    let id = corpus.origin(origin).id.clone();
    let is_distrusted = move || state.query.with(|query| query.distrust.contains(&id));
    let subject = Memo::new(move |_| Arc::new(Page::of(state, origin)));
    let counts = move || subject.with(|it| it.counts());
    view! {
        <div class="page-of">
            <div>
                <div class="subject" class:distrusted=is_distrusted>
                    <h3>{name}</h3>
                    {switch(state, origin, counts)}
                    {keyed(move || vec![sentence(state, &subject.get())])}
                </div>
                <div class="falls" role="status">{keyed(move || vec![falls(state, &subject.get())])}</div>
                {keyed(move || {
                    let page = subject.get();
                    vec![Item::new(key(&page), move || beside(state, &page))]
                })}
            </div>
            <div>
                {keyed(move || {
                    let page = subject.get();
                    vec![Item::new(key(&page), move || transfers(state, &page))]
                })}
            </div>
        </div>
    }
}

/// An origin, and the corpus as it stands without the others who are distrusted: what it stands for is shown, and
/// struck where it falls.
#[derive(PartialEq)]
struct Page {
    subject: OriginSubject,
    discounted: ClaimSet,
}

impl Page {
    fn of(state: State, origin: OriginId) -> Self {
        let atlas = state.atlas();
        let corpus = atlas.corpus();
        let distrusted: OriginSet = state.query.with(|query| {
            corpus
                .origin_ids()
                .filter(|&it| query.distrust.contains(&corpus.origin(it).id))
                .collect()
        });
        let others = distrusted.iter().filter(|it| *it != origin).collect();
        Self {
            subject: origin_subject(corpus, &distrusted, atlas.index.selectable(), origin),
            discounted: discounted(corpus, &others),
        }
    }

    fn counts(&self) -> bool {
        !(self.subject.only.is_empty() && self.subject.beside.is_empty())
    }

    /// Whether a transfer has no origin left.
    fn has_fallen(&self, transfer: TransferId) -> bool {
        self.subject.is_distrusted && self.subject.falling.without.contains(&transfer)
    }
}

/// A page as a key. The memo lets go of one only when it has the next, so that the two have not one place in memory.
fn key(page: &Arc<Page>) -> usize {
    Arc::as_ptr(page).addr()
}

/// What the origin is, and what it stands for.
fn sentence(state: State, page: &Page) -> Item {
    let atlas = state.atlas();
    let corpus = atlas.corpus();
    let it = corpus.origin(page.subject.origin);
    let speaks_for = corpus.speaks_for(page.subject.origin);
    let country =
        speaks_for.map(|it| words::country_after_to(corpus, &atlas.countries, state.lang, it));
    let how = page.subject.how_hollow(corpus);
    let text = [
        words::what_it_is(state.lang, it.kind, it.unnamed, country),
        words::what_it_stands_for(state.lang, &page.subject, how),
    ]
    .join(" ");
    Item::new(text.clone(), move || view! { <p>{emphasised(&text)}</p> })
}

fn falls(state: State, page: &Page) -> Item {
    let OriginSubject { falling, is_distrusted, .. } = &page.subject;
    let text = words::what_falls(state.lang, falling, *is_distrusted);
    Item::new(text.clone(), move || view! { <p>{emphasised(&text)}</p> })
}

/// Where it reaches us from, what disputes it, and what it says besides.
fn beside(state: State, page: &Page) -> AnyView {
    let words = &state.words().subject;
    let subject = &page.subject;
    let disputes = view! {
        <h4>
            {words.what_disputes_it} " " <small>{words::number(state.lang, subject.disputed.len())}</small>
        </h4>
        {if subject.disputed.is_empty() {
            view! { <p class="remark">{words.nothing_here}</p> }.into_any()
        } else {
            against(state, subject.disputed.clone())
        }}
    };
    let context = subject.context.clone();
    let context = (!context.is_empty()).then(|| {
        let count = context.len();
        let draw = move |at: usize| context.get(at).map(|&it| line(state, it, false)).into_any();
        view! {
            <h4>
                {words.in_context} " " <small>{words::claims(state.lang, count)}</small>
            </h4>
            <div class="context single"><ul>{shortened(state, 5, count, draw)}</ul></div>
        }
    });
    let others = (!subject.discounted.is_empty()).then(|| {
        let text = words.discounted(&words::claims(state.lang, subject.discounted.len()));
        view! { <p class="remark">{text}</p> }
    });
    view! {
        {chain(state, &subject.chain, subject.is_distrusted)}
        {disputes}
        {context}
        {others}
        {actions(state, subject.origin)}
    }
    .into_any()
}

/// What can be done with what goes back to it.
fn actions(state: State, origin: OriginId) -> AnyView {
    let atlas = state.atlas();
    let origin = atlas.corpus().origin(origin);
    let id = origin.id.clone();
    let answers_for_nothing = atlas.index.select(&only(&id)).claims.is_empty();
    let to = only(&id);
    let choose = move |query: &mut Query| {
        query.show(View::Transfers);
        if !query.has(Facet::Origin, &id) {
            query.toggle(Facet::Origin, &id);
        }
    };
    // Whoever answers for nothing cannot be chosen; and somebody unnamed answers for denials and silences alone.
    (!origin.unnamed && !answers_for_nothing)
        .then(|| {
            view! {
                <p class="actions">
                    <a href=state.href(&to) on:click=state.follow(choose)>
                        {state.words().subject.only_this_origin}
                    </a>
                </p>
            }
        })
        .into_any()
}

/// The query of what goes back to an origin.
fn only(id: &str) -> Query {
    let mut query = Query::default();
    query.toggle(Facet::Origin, id);
    query
}

/// Its transfers, by the part that it has in them.
fn transfers(state: State, page: &Arc<Page>) -> AnyView {
    let words = &state.words().subject;
    let subject = &page.subject;
    let beside: Vec<TransferId> = subject.beside.iter().map(|it| it.0).collect();
    let rows = [
        (words.the_only_origin, &subject.only),
        (words.beside_others, &beside),
        (words.passes_on, &subject.passes_on),
    ];
    let rows = rows
        .into_iter()
        .filter(|it| !it.1.is_empty())
        .map(|(title, all)| rows_of(state, page, title, all.clone()));
    let mentions = [
        (words.denies, &subject.denies),
        (words.silent, &subject.silent),
        (words.not_counted, &subject.uncounted),
    ];
    let mentions = mentions.into_iter().filter(|it| !it.1.is_empty()).map(|(title, all)| {
        view! {
            <h4>{title}</h4>
            <p class="mentions">{mention::transfers(state, all)}</p>
        }
    });
    view! { {rows.collect_view()} {mentions.collect_view()} }.into_any()
}

fn rows_of(
    state: State,
    page: &Arc<Page>,
    title: &'static str,
    transfers: Vec<TransferId>,
) -> AnyView {
    let count = transfers.len();
    let of = words::so_many_transfers(state.lang, count);
    let atlas = state.atlas();
    let findings = atlas.index.findings(&page.discounted);
    let page = Arc::clone(page);
    let draw = move |at: usize| {
        transfers.get(at).map(|&it| transfer(state, &page, &findings, it)).into_any()
    };
    view! {
        <h4>{title} " " <small>{of}</small></h4>
        <ul class="rows">{shortened(state, LISTED, count, draw)}</ul>
    }
    .into_any()
}

/// A transfer as in the list; struck where it has no origin left.
fn transfer(state: State, page: &Page, findings: &Findings, transfer: TransferId) -> AnyView {
    let atlas = state.atlas();
    let corpus = atlas.corpus();
    let trust = Trust { corpus, discounted: &page.discounted };
    let sides = corpus.sides(transfer);
    let has_fallen = page.has_fallen(transfer);
    let keeping = page.subject.falling.keeping.iter().find(|it| it.0 == transfer);
    let keeping = keeping.filter(|_| page.subject.is_distrusted).map(|it| it.1.as_slice());
    let left = if has_fallen { Some(&[][..]) } else { keeping };
    let note = left.map(|origins| {
        let names = origins.iter().map(|&it| atlas.origin(it, state.lang).to_owned());
        if has_fallen {
            state.words().subject.no_origin_left.to_owned()
        } else {
            words::is_left(state.lang, &names.collect::<Vec<_>>())
        }
    });
    view! {
        <li>
            <p class="route">{route(state, sides)}</p>
            <a
                class="transfer"
                class:fallen=has_fallen
                href=state.href(&of_transfer(&corpus.transfer(transfer).id))
                on:click=to_transfer(state, transfer)
            >
                {row_of(state, trust, &findings[transfer], transfer, false, left)}
                {note.map(|it| view! { <span class="fallen-note">{it}</span> })}
            </a>
        </li>
    }
    .into_any()
}
