//! The paragraphs of a document as a strip: a cell a paragraph, which leads to its first claim.

use super::State;
use super::claims::{of_claim, to_claim};
use crate::corpus::Document;
use crate::evidence::{Paragraph, ParagraphKind};
use leptos::prelude::*;

/// Up to so many cells stand in one row.
const ROW: usize = 24;

/// So many cells a strip has at most.
const CELLS: u16 = 240;

/// The strip: a cell a paragraph, as far as there is room, and how many paragraphs are left.
///
/// Nobody has counted the paragraphs of a text that is not known: its strip ends with the last that bears a claim.
pub(super) fn paragraphs(state: State, paragraphs: &[Paragraph], document: &Document) -> AnyView {
    let last = paragraphs.last().map_or(0, |it| it.number);
    let count = if document.sha256.is_some() { document.paragraphs } else { last };
    let drawn = count.min(CELLS);
    let cells = paragraphs.iter().filter(|it| it.number <= drawn);
    let cells = cells.map(|it| cell(state, it)).collect_view();
    let rest = (last..drawn).map(|_| view! { <li class="none"></li> }).collect_view();
    let left = usize::from(count - drawn);
    let left = (left > 0).then(|| {
        view! { <p class="meta">{state.words().and_others(left)}</p> }
    });
    let is_long = usize::from(count) > ROW;
    view! {
        <ol class="paragraphs" class:long=is_long aria-label=state.words().documents.paragraphs>
            {cells}
            {rest}
        </ol>
        {left}
    }
    .into_any()
}

fn cell(state: State, paragraph: &Paragraph) -> AnyView {
    let Some(&claim) = paragraph.claims.first() else {
        return view! { <li class="none"></li> }.into_any();
    };
    let words = &state.words().documents;
    let mut label = format!(
        "{} {}{}{}",
        state.words().paragraph,
        paragraph.number,
        state.signs().colon,
        crate::words::claims(state.lang, paragraph.claims.len())
    );
    let class = match paragraph.kind {
        ParagraphKind::Transfer => "of-transfer",
        ParagraphKind::Context | ParagraphKind::Empty => "of-context",
    };
    if paragraph.kind != ParagraphKind::Transfer {
        label += &[state.signs().comma, words.context_only].concat();
    }
    if paragraph.is_disputed {
        label += &[state.signs().comma, words.paragraph_disputed].concat();
    }
    if paragraph.is_discounted {
        label += &[state.signs().comma, state.words().discounted].concat();
    }
    let id = state.atlas().corpus().claim(claim).id.clone();
    view! {
        <li>
            <a
                class=class
                class:disputed=paragraph.is_disputed
                class:discounted=paragraph.is_discounted
                aria-label=label
                href=state.href(&of_claim(&id))
                on:click=to_claim(state, claim)
            ></a>
        </li>
    }
    .into_any()
}

/// What the cells mean.
pub(super) fn key(state: State) -> AnyView {
    let words = &state.words().documents;
    let cells = [
        ("of-transfer", words.of_transfer),
        ("of-context", words.context_only),
        ("none", words.no_claim),
        ("of-transfer disputed", words.paragraph_disputed),
    ];
    let cells = cells.map(|(class, name)| {
        view! { <span><i class=class aria-hidden="true"></i> {name}</span> }
    });
    view! { <p class="paragraph-key">{cells}</p> }.into_any()
}
