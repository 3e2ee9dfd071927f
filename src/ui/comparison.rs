//! Report against report: what each document says of a transfer, a row a question; then where it goes back to.

use super::answers::{answer, names};
use super::chain::chain;
use super::claims::about;
use super::foreign;
use super::glyph::{glyph, icon};
use super::keyed::{Item, keyed};
use super::scale::scale;
use super::{Shared, State, Tool};
use crate::browser;
use crate::corpus::{DocumentId, Status, TransferId};
use crate::evidence::{self, Answer, Question, Row, Value, Verdict};
use crate::words;
use leptos::prelude::*;

/// With so many documents a table is a list where it is narrow, and with more everywhere: a column needs room.
const COLUMNS: usize = 3;

/// So many documents have a column.
const MOST_COLUMNS: usize = 12;

/// So many answers of a document to a question are shown.
const ANSWERS: usize = 12;

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
    let compared = evidence::comparison(trust, transfer).read_in(atlas.corpus(), state.lang);
    let words = &state.words().comparison;
    let title =
        if compared.documents.len() == 1 { words.one_report } else { words.report_against_report };
    let has = |verdict| compared.rows.iter().any(|row| row.verdict == Some(verdict));
    let strong = &overview.findings[transfer].statuses;
    let table = (!compared.rows.is_empty()).then(|| {
        view! {
            <h4>{title} " " {key(state, has(Verdict::Contradicts), has(Verdict::PrecisionDiffers))}</h4>
            {table(state, &compared.documents, &compared.rows, strong)}
            {not_compared(state, compared.documents.len())}
        }
    });
    view! {
        {table}
        {chain(state, &evidence::chain(trust, transfer), false)}
    }
    .into_any()
}

/// How many documents have no column; what they say stands below.
fn not_compared(state: State, documents: usize) -> Option<AnyView> {
    let rest = documents.saturating_sub(MOST_COLUMNS);
    (rest > 0).then(|| {
        let text = state.words().comparison.not_compared(rest);
        view! { <p class="remark">{text}</p> }.into_any()
    })
}

/// What the signs at the rows mean, of those that there are. Whoever hears the rows hears that.
fn key(state: State, contradicts: bool, differs: bool) -> AnyView {
    let words = state.words();
    let contradicts = contradicts.then(|| {
        view! { <small aria-hidden="true"><b class="warm">"≠"</b> " " {words.contradict}</small> }
    });
    let differs = differs.then(|| {
        view! { <small aria-hidden="true"><b>"≈"</b> " " {words.precision_differs}</small> }
    });
    view! { {contradicts} {differs} }.into_any()
}

/// The table. Its roles are named, since as a list it would be a table no more; and HTML lets them be named in what is
/// no table itself.
fn table(state: State, documents: &[DocumentId], rows: &[Row], strong: &[Status]) -> AnyView {
    let class = match documents.len() {
        1 => "comparison one",
        count if count < COLUMNS => "comparison",
        COLUMNS => "comparison several",
        _ => "comparison several many",
    };
    let documents = documents.get(..MOST_COLUMNS).unwrap_or(documents);
    let names = names(state, documents);
    let columns = documents.iter().map(|_| view! { <col /> }).collect_view();
    let heads =
        documents.iter().zip(&names).map(|(it, name)| head(state, *it, name)).collect_view();
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
        <div role="table">
            <table class=class role="none">
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
        </div>
    }
    .into_any()
}

/// A document, as the head of its column: its outlet, and when it appeared.
fn head(state: State, document: DocumentId, name: &str) -> AnyView {
    let atlas = state.atlas();
    let it = atlas.corpus().document(document);
    let when = words::appeared_exactly(state.lang, &it.published);
    view! {
        <th scope="col" role="columnheader">
            {about(state, &it.id, foreign::name(name))}
            " "
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
            <span class="unseen">{means}{state.signs().colon}</span>
        }
    });
    let at_stage = row.question.stage().map(|it| {
        view! { " " <small class="stage">{glyph(it)} " " {words::status(state.lang, it)}</small> }
    });
    let cells = row.cells.iter().zip(names).map(|(all, name)| cell(state, row, all, name, strong));
    let silent = row.cells.iter().filter(|it| it.is_empty()).count();
    let silent = (silent > 0).then(|| {
        let text = state.words().comparison.not_stated_in(silent);
        view! { " " <small class="others" aria-hidden="true">{text}</small> }
    });
    view! {
        <tr class=class role="row">
            <th scope="row" role="rowheader">
                {sign}
                {words::question(state.lang, row.question)}
                {at_stage}
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
    let rest = all.len().saturating_sub(ANSWERS);
    let rest = (rest > 0).then(|| view! { <small>{state.words().and_others(rest)}</small> });
    let answers = all.iter().take(ANSWERS).map(|it| {
        let is_strong = matches!(&it.value, Value::Status(status) if strong.contains(status));
        answer(state, it, is_strong)
    });
    let is_plain = matches!(row.question, Question::Reported);
    let name = foreign::name(name);
    view! {
        <td role="cell" class:plain=is_plain>
            <small class="in-document" aria-hidden="true">{name}</small>
            {answers.collect_view()}
            {rest}
        </td>
    }
    .into_any()
}

/// What can be done with an opened transfer.
#[component]
pub fn Actions(state: State, transfer: TransferId) -> impl IntoView {
    let words = &state.words().comparison;
    let id = state.atlas().corpus().transfer(transfer).id.clone();
    let share = Tool::Share(Shared::Transfer(id.clone()));
    view! {
        <ul class="actions" aria-label=words.actions>
            {action(state, &id, share, "share", words.share_transfer)}
            {action(state, &id, Tool::Check, "check", state.words().check)}
            {action(state, &id, Tool::Export, "export", words.export_it)}
        </ul>
    }
}

/// A tool, which unfolds at the head of the page.
fn action(
    state: State,
    transfer: &str,
    tool: Tool,
    name: &'static str,
    text: &'static str,
) -> AnyView {
    let id = format!("{name}-{transfer}");
    let opener = id.clone();
    let choose = move |_| {
        state.unfold(tool.clone(), opener.clone());
        browser::reveal("tools");
    };
    view! { <li><button type="button" id=id on:click=choose>{icon(name)} <span>{text}</span></button></li> }
        .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::atlas::Atlas;
    use crate::corpus::{Corpus, Lang};
    use crate::evidence::fixture::{Said, corpus, said};
    use crate::query::{Index, Query};
    use leptos::tachys::view::RenderHtml;
    use std::sync::Arc;

    /// What stands on the page where a transfer of a corpus is opened, as text with a line each for what is named.
    fn html(corpus: Corpus, lang: Lang) -> String {
        let countries = corpus.country_codes();
        let corpus = Arc::new(corpus);
        let index = Index::new(Arc::clone(&corpus), &countries);
        let atlas = Arc::new(Atlas::new(index, countries, lang));
        let transfer = corpus.find_transfer("t").expect("the transfer");
        Owner::new().with(|| {
            let state = State::new(atlas, Query::default(), Vec::new());
            // Without the marks between neighbouring texts.
            opened(state, transfer).to_html().replace("<!>", "")
        })
    }

    fn of(documents: &[(&str, Vec<Said>)]) -> String {
        html(corpus(documents), Lang::En)
    }

    fn rows(html: &str, start: &str) -> usize {
        html.matches(start).count()
    }

    #[test]
    fn every_answer_leads_to_its_paragraph_and_what_is_missing_is_said() {
        let asked = said(&["x"]).status("requested").number("more than 100", Some(101), None);
        let html = of(&[
            ("a", vec![asked]),
            ("b", vec![said(&["y"]).number("150", Some(150), Some(150))]),
        ]);
        let (_, body) = html.split_once("<tbody").expect("a table");
        let (body, _) = body.split_once("</tbody>").expect("it ends");
        // Two statuses and two numbers; each number is of another stage, so neither is set against the other.
        assert_eq!(rows(body, "href=\"#claim="), 4);
        assert_eq!(rows(body, ">not stated</td>"), 2);
        assert_eq!(rows(body, "contradicting") + rows(body, "imprecise"), 0);
        assert!(body.contains("“more than 100”") && body.contains("“150”"));
    }

    #[test]
    fn what_contradicts_is_marked_in_words_and_on_a_scale() {
        let number =
            |origin, words: &str, number| said(&[origin]).number(words, Some(number), Some(number));
        let html = of(&[("a", vec![number("x", "90", 90)]), ("b", vec![number("y", "150", 150)])]);
        assert_eq!(rows(&html, "class=\"contradicting\""), 1);
        assert!(html.contains("contradict: "));
        assert!(html.contains("No number fits all that is said."));
    }

    #[test]
    fn it_comes_down_to_what_its_origins_are() {
        let verdict = |documents: &[(&str, Vec<Said>)]| {
            let html = of(documents);
            let (_, verdict) = html.split_once("class=\"verdict\"><b>").expect("a verdict");
            let (verdict, _) = verdict.split_once("</p>").expect("it ends");
            verdict.replace("</b>", "")
        };
        let one = verdict(&[("a", vec![said(&["x"])]), ("b", vec![said(&["x"])])]);
        assert_eq!(one, "Two documents, one origin. Both go back to x.");
        let hollow = verdict(&[("a", vec![said(&["x", "unnamed1"])])]);
        assert_eq!(
            hollow,
            "One document, one origin. It goes back to x. For this transfer it rests on unnamed people only."
        );
        let reached = verdict(&[("a", vec![said(&["unnamed1", "x"])])]);
        assert_eq!(
            reached,
            "One document, one origin. It goes back to x. For this transfer it is reached only through unnamed people."
        );
        let two = verdict(&[("a", vec![said(&["x"])]), ("b", vec![said(&["y"])])]);
        assert_eq!(
            two,
            "Two documents, two origins. Whether they know of each other the texts do not say."
        );
        let none = verdict(&[("a", vec![said(&[])])]);
        assert_eq!(none, "One document, no origin. No source is given.");
        // Whose own report it is does not go back to another.
        let own = verdict(&[("x", vec![said(&["unnamed1"])]), ("a", vec![said(&["x"])])]);
        assert_eq!(
            own,
            "Two documents, one origin. For this transfer it rests on unnamed people only."
        );
    }
}
