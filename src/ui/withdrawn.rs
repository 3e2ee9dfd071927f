//! What was taken for a claim and is one no longer: shown with its mark and its reason, and counted nowhere.

use super::claims::about;
use super::{State, foreign, mention};
use crate::corpus::{DocumentId, TransferId, Withdrawn};
use crate::words;
use leptos::prelude::*;

/// Those of a document, where links to them lead.
pub(super) fn of_document(state: State, document: DocumentId) -> Option<AnyView> {
    let atlas = state.atlas();
    let all = atlas.corpus().withdrawn().filter(|(of, _)| *of == document);
    listed(state, all.map(|(_, it)| line(state, it, true)).collect())
}

/// Those that spoke of a transfer, each with its document.
pub(super) fn of_transfer(state: State, transfer: TransferId) -> Option<AnyView> {
    let atlas = state.atlas();
    let corpus = atlas.corpus();
    let id = &corpus.transfer(transfer).id;
    let all = corpus.withdrawn().filter(|(_, it)| it.claim.transfer.as_ref() == Some(id));
    let with_document = |(document, it)| {
        let outlet = mention::outlet(state, document);
        let lead = about(state, &corpus.document(document).id, outlet);
        view! { {line(state, it, false)} <small class="place">{lead}</small> }.into_any()
    };
    listed(state, all.map(with_document).collect())
}

fn listed(state: State, lines: Vec<AnyView>) -> Option<AnyView> {
    // A page that is held to a part shows nothing beyond it.
    if lines.is_empty() || state.atlas().index.is_held() {
        return None;
    }
    let lines = lines.into_iter().map(|it| view! { <li>{it}</li> }).collect_view();
    let list = view! {
        <div class="withdrawn">
            <h4>{state.words().withdrawn.title}</h4>
            <ul>{lines}</ul>
        </div>
    };
    Some(list.into_any())
}

/// What was withdrawn: what it said, since when it does so no longer, and why. Links lead to one place of it.
fn line(state: State, withdrawn: &Withdrawn, is_place: bool) -> AnyView {
    let Withdrawn { date, reason, claim } = withdrawn;
    let id = claim.id.clone();
    let is_target = move || state.query.with(|query| query.claim.as_deref() == Some(id.as_str()));
    let place = is_place.then(|| ["claim=", &claim.id].concat());
    let statement = foreign::text(state.lang, &claim.statement);
    let since =
        state.words().withdrawn.since(&words::date(state.lang, date), reason.get(state.lang));
    // Not every screen reader says that a text is struck out.
    let title = state.words().withdrawn.title;
    view! {
        <div id=place tabindex=is_place.then_some("-1") class:target=is_target>
            <span class="unseen">{title} ": "</span>
            <s>{statement}</s>
            <p>{since}</p>
        </div>
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::fixture::{bundled, drawn, embedded, text};
    use super::super::results::Results;
    use crate::corpus::Corpus;
    use leptos::prelude::*;

    /// The bundled corpus, of which one claim was withdrawn.
    fn corpus() -> Corpus {
        Corpus::new(bundled().source().clone().without("0e12-21")).expect("its references")
    }

    #[test]
    fn a_link_leads_to_what_was_withdrawn_and_why() {
        let page = drawn(corpus(), "claim=0e12-21", |state| view! { <Results state /> }.into_any());
        assert!(page.contains("id=\"claim=0e12-21\""), "{page}");
        let text = text(&page);
        assert!(text.contains("Withdrawn on 25 November 2026: It was misread."), "{text}");
    }

    #[test]
    fn a_transfer_still_lists_it() {
        let corpus = corpus();
        let (_, withdrawn) = corpus.find_withdrawn("0e12-21").expect("it is there");
        let link = format!("transfer={}", withdrawn.claim.transfer.as_ref().expect("a transfer"));
        let page = drawn(corpus, &link, |state| view! { <Results state /> }.into_any());
        assert!(text(&page).contains("It was misread."));
        assert!(!page.contains("id=\"claim=0e12-21\""));
    }

    /// Neither a part that the page around the viewer has chosen, nor one that it meant to choose.
    #[test]
    fn a_page_that_is_held_to_a_part_shows_none() {
        for (search, is_shown) in
            [("", true), ("country=EGY&fixed", false), ("time=xyz&fixed", false)]
        {
            let link = "about=0e12";
            let page =
                embedded(corpus(), search, link, |state| view! { <Results state /> }.into_any());
            assert_eq!(page.contains("It was misread."), is_shown, "{search}: {page}");
        }
    }
}
