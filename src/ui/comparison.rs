//! Report against report: what each document says of a transfer, a row a question; then where it goes back to.

use super::answers::{answer, names};
use super::chain::chain;
use super::claims::about;
use super::glyph::{glyph, icon};
use super::keyed::{Item, keyed};
use super::scale::scale;
use super::{Panel, Shared, State, Tool};
use crate::browser;
use crate::corpus::{DocumentId, Status, TransferId};
use crate::evidence::{self, Answer, Question, Row, Value, Verdict};
use crate::words::{self, comparison_words};
use leptos::prelude::*;

/// With so many documents a table is a list where it is narrow, and with more everywhere: a column needs room.
const COLUMNS: usize = 3;

/// What the documents say of an opened transfer beside each other, and where that goes back to.
#[component]
pub fn Comparison(state: State, transfer: TransferId) -> impl IntoView {
    keyed(move || {
        let distrust = state.query.with(|query| query.distrust.clone());
        vec![Item::new(distrust, move || opened(state, transfer))]
    })
}

fn opened(state: State, transfer: TransferId) -> AnyView {
    let (atlas, overview) = (state.atlas(), state.overview.get_untracked());
    let trust = overview.trust(atlas.corpus());
    let compared = evidence::comparison(trust, transfer).read_in(state.lang);
    let words = comparison_words(state.lang);
    let title =
        if compared.documents.len() == 1 { words.one_report } else { words.report_against_report };
    let has = |verdict| compared.rows.iter().any(|row| row.verdict == Some(verdict));
    let strong = &overview.findings[transfer].statuses;
    let table = (!compared.rows.is_empty()).then(|| {
        view! {
            <h4>{title} " " {key(state, has(Verdict::Contradicts), has(Verdict::PrecisionDiffers))}</h4>
            {table(state, &compared.documents, &compared.rows, strong)}
        }
    });
    view! {
        {table}
        {chain(state, &evidence::chain(trust, transfer))}
    }
    .into_any()
}

/// What the signs at the rows mean, of those that there are.
fn key(state: State, contradicts: bool, differs: bool) -> AnyView {
    let words = state.words();
    let contradicts = contradicts.then(|| {
        view! { <small><b class="warm" aria-hidden="true">"≠"</b> " " {words.contradict}</small> }
    });
    let differs = differs.then(|| {
        view! { <small><b aria-hidden="true">"≈"</b> " " {words.precision_differs}</small> }
    });
    view! { {contradicts} {differs} }.into_any()
}

/// The table. Its roles are named, since as a list it would be a table no more.
fn table(state: State, documents: &[DocumentId], rows: &[Row], strong: &[Status]) -> AnyView {
    let class = match documents.len() {
        1 => "comparison one",
        count if count < COLUMNS => "comparison",
        COLUMNS => "comparison several",
        _ => "comparison several many",
    };
    let names = names(state, documents);
    let columns = documents.iter().map(|_| view! { <col /> }).collect_view();
    let heads = documents.iter().map(|&it| head(state, it)).collect_view();
    let rows = rows.iter().map(|row| {
        let scale = row.scale.as_ref().map(|it| {
            let span = documents.len().to_string();
            view! {
                <tr class="scale-row" role="row">
                    <td role="cell"></td>
                    <td role="cell" colspan=span>{scale(state, it, row.verdict)}</td>
                </tr>
            }
        });
        view! { {question(state, row, &names, strong)} {scale} }
    });
    view! {
        <table class=class role="table">
            <colgroup>
                <col class="questions" />
                {columns}
            </colgroup>
            <thead role="rowgroup">
                <tr role="row">
                    <td role="cell"></td>
                    {heads}
                </tr>
            </thead>
            <tbody role="rowgroup">{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// A document, as the head of its column: its outlet, and when it appeared.
fn head(state: State, document: DocumentId) -> AnyView {
    let atlas = state.atlas();
    let it = atlas.corpus().document(document);
    let when = words::appeared_exactly(state.lang, &it.published);
    view! {
        <th scope="col" role="columnheader">
            {about(state, &it.id, atlas.outlet(document, state.lang))}
            <small>{when}</small>
        </th>
    }
    .into_any()
}

/// A question, and how each document answers it.
fn question(state: State, row: &Row, names: &[String], strong: &[Status]) -> AnyView {
    let words = state.words();
    let (class, sign) = match row.verdict {
        None => ("", None),
        Some(Verdict::Contradicts) => ("contradicting", Some(("≠", words.contradict))),
        Some(Verdict::PrecisionDiffers) => ("imprecise", Some(("≈", words.precision_differs))),
    };
    let sign = sign.map(|(sign, means)| {
        view! {
            <b class="sign" aria-hidden="true">{sign}</b>
            " "
            <span class="unseen">{means}": "</span>
        }
    });
    let stage = words::stage_of(row.question).map(|it| {
        view! { <small class="stage">{glyph(it)} " " {words::status(state.lang, it)}</small> }
    });
    let cells = row.cells.iter().zip(names).map(|(all, name)| cell(state, row, all, name, strong));
    let silent = row.cells.iter().filter(|it| it.is_empty()).count();
    let silent = (silent > 0).then(|| {
        let text = words::not_stated_in(state.lang, silent);
        view! { <small class="others" aria-hidden="true">{text}</small> }
    });
    view! {
        <tr class=class role="row">
            <th scope="row" role="rowheader">
                {sign}
                {words::question(state.lang, row.question)}
                {stage}
                {silent}
            </th>
            {cells.collect_view()}
        </tr>
    }
    .into_any()
}

fn cell(state: State, row: &Row, all: &[Answer], name: &str, strong: &[Status]) -> AnyView {
    if all.is_empty() {
        let text = state.words().not_stated;
        return view! { <td class="unsaid" role="cell">{text}</td> }.into_any();
    }
    let answers = all.iter().map(|it| {
        let is_strong = matches!(&it.value, Value::Status(status) if strong.contains(status));
        answer(state, it, is_strong)
    });
    let is_plain = matches!(row.question, Question::Reported);
    let name = name.to_owned();
    view! {
        <td role="cell" class:plain=is_plain>
            <small class="in-document" aria-hidden="true">{name}</small>
            {answers.collect_view()}
        </td>
    }
    .into_any()
}

/// What can be done with an opened transfer.
#[component]
pub fn Actions(state: State, transfer: TransferId) -> impl IntoView {
    let words = comparison_words(state.lang);
    let id = state.atlas().corpus().transfer(transfer).id.clone();
    let share = Tool::Share(Shared::Transfer(id));
    view! {
        <ul class="actions" aria-label=words.actions>
            {action(state, share, "share", words.share_transfer)}
            {action(state, Tool::Check, "check", state.words().check)}
            {action(state, Tool::Export, "export", words.export_it)}
        </ul>
    }
}

/// A tool, which unfolds at the head of the page.
fn action(state: State, tool: Tool, name: &'static str, text: &'static str) -> AnyView {
    let choose = move |_| {
        state.panel.set(Some(Panel::Tool(tool.clone())));
        browser::reveal("tools");
    };
    view! { <li><button type="button" on:click=choose>{icon(name)} <span>{text}</span></button></li> }
        .into_any()
}
