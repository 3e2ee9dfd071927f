//! The page of one origin, or of one document.

mod document;
mod origin;

use super::State;
use crate::query::{Query, View};
use crate::words::{self, view_words};
use leptos::prelude::*;

/// The page of whatever has an id; where nothing has it, that.
pub fn about(state: State, id: &str) -> AnyView {
    let atlas = state.atlas();
    let corpus = atlas.corpus();
    if let Some(origin) = corpus.find_origin(id) {
        return view! {
            {back(state, View::Origins, view_words(state.lang).all_origins)}
            <origin::OriginPage state origin />
        }
        .into_any();
    }
    let is_included = |claim| atlas.index.includes(claim);
    if let Some(document) = corpus.find_document(id) {
        // A page that is held to a part of the corpus shows that part only.
        if corpus.claims_of_document(document).any(is_included) {
            return view! {
                {back(state, View::Documents, view_words(state.lang).all_documents)}
                {document::page(state, document)}
            }
            .into_any();
        }
    }
    view! {
        {back(state, View::Origins, view_words(state.lang).all_origins)}
        <div class="nothing">
            <h3>{words::unknown_subject(state.lang, id)}</h3>
        </div>
    }
    .into_any()
}

/// A link to the view that lists all of its kind.
fn back(state: State, view: View, name: &'static str) -> AnyView {
    let to = Query { view, ..Query::default() };
    let choose = move |query: &mut Query| {
        query.view = view;
        (query.about, query.claim) = (None, None);
    };
    view! {
        <a class="back" href=state.href(&to) on:click=state.follow(choose)>
            <span aria-hidden="true">"← "</span>
            {name}
        </a>
    }
    .into_any()
}
