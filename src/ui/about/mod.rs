//! The page of one origin, or of one document.

mod document;
mod origin;

use super::State;
use crate::query::{Query, View};
use crate::words;
use leptos::prelude::*;

/// The page of whatever has an id; where nothing has it, that.
pub fn about(state: State, id: &str) -> AnyView {
    let atlas = state.atlas();
    let corpus = atlas.corpus();
    if let Some(origin) = corpus.find_origin(id) {
        return view! {
            {back(state, View::Origins, state.words().subject.all_origins)}
            <origin::OriginPage state origin />
        }
        .into_any();
    }
    let is_included = |claim| atlas.index.includes(claim);
    if let Some(document) = corpus.find_document(id) {
        // A page that is held to a part of the corpus shows that part only.
        if corpus.claims_of_document(document).any(is_included) {
            return view! {
                {back(state, View::Documents, state.words().subject.all_documents)}
                {document::page(state, document)}
            }
            .into_any();
        }
    }
    view! {
        {back(state, View::Origins, state.words().subject.all_origins)}
        <div class="nothing">
            <h3>{words::unknown_subject(state.lang, id)}</h3>
        </div>
    }
    .into_any()
}

/// A link to the view that lists all of its kind.
fn back(state: State, view: View, name: &'static str) -> AnyView {
    let to = Query { view, ..Query::default() };
    let choose = move |query: &mut Query| query.show(view);
    view! {
        <a class="back" href=state.href(&to) on:click=state.follow(choose)>
            <span aria-hidden="true">{state.signs().backward} " "</span>
            {name}
        </a>
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::fixture::{bundled, drawn, text};
    use super::about;

    fn of(id: &str, link: &str) -> String {
        drawn(bundled(), link, |state| about(state, id))
    }

    #[test]
    fn what_falls_with_an_origin_is_told_before_and_after() {
        let before = text(&of("wsj", "about=wsj"));
        assert!(before.contains("Distrust it, and 4 of 16 transfers are left"), "{before}");
        assert!(!before.contains("no origin left"), "{before}");
        let html = of("wsj", "about=wsj&distrust=wsj");
        let after = text(&html);
        assert!(after.contains("Now without an origin: 4 of 16 transfers"), "{after}");
        assert!(after.contains("Three documents, no origin left."), "{after}");
        assert_eq!(after.matches("no origin left").count(), 1 + 4, "{after}");
        assert_eq!(html.matches("transfer fallen").count(), 4);
        // Its own mark falls at every transfer and in the chain; others' stay.
        assert_eq!(html.matches("square fallen").count(), (4 + 2) + 1);
        assert!(after.contains("The Wall Street Journal distrusted"), "{after}");
        // What it stood for is shown, and struck.
        assert!(
            after.contains("It counts for 6 transfers")
                || after.contains("It counts for 6\u{a0}transfers")
        );
    }

    #[test]
    fn a_denial_says_who_denies_what() {
        let page = text(&of("wsj", "about=wsj"));
        // The accusation is what the WSJ denies, not what denies the WSJ.
        let accusation = "≠ denied by The Wall Street JournalAl Jazeera: no source given";
        assert!(page.contains(accusation), "{page}");
        assert!(page.contains("≠ deniedPakistan"), "{page}");
    }

    #[test]
    fn a_document_lists_all_that_it_claims() {
        let corpus = bundled();
        let document = corpus.document_ids().next().expect("a document");
        let it = corpus.document(document);
        let html = of(&it.id, "");
        let mut paragraphs: Vec<u16> = it.claims.iter().map(|it| it.paragraph).collect();
        paragraphs.sort_unstable();
        paragraphs.dedup();
        let names = html.split("aria-label=\"paragraph ").skip(1);
        let cells = names.filter(|it| it.split('"').next().is_some_and(|name| name.contains(": ")));
        assert_eq!(cells.count(), paragraphs.len(), "a cell a paragraph leads to a claim");
        assert!(text(&html).contains(it.sha256.as_ref().expect("a hash")));
    }

    #[test]
    fn what_is_unknown_says_so() {
        assert!(text(&of("nobody", "")).contains("is called “nobody” here"));
    }
}
