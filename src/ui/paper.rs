//! What only paper needs: where it was printed from, and the documents behind it with their hashes. What is filtered, the
//! list with its claims and the edition are the page's own.

use super::State;
use super::hash::hash;
use super::keyed::{Item, keyed};
use crate::browser;
use crate::corpus::DocumentId;
use crate::link::Page;
use crate::words;
use leptos::prelude::*;

/// The address, and the documents of what is shown.
#[component]
pub fn Paper(state: State) -> impl IntoView {
    let page = RwSignal::new(None::<Page>);
    Effect::new(move |_| page.set(Some(browser::page())));
    let address = move || {
        let atlas = state.atlas();
        let fixed = atlas.index.fixed();
        let link = page.with(|page| {
            let page = page.as_ref()?;
            Some(state.query.with(|query| page.link(query, fixed, state.lang)))
        });
        let item = |link: String| Item::new(link.clone(), move || view! { <p>{link}</p> });
        link.map(item).into_iter().collect()
    };
    view! {
        <section class="on-paper">
            {keyed(address)}
            <h2>{state.words().sources}</h2>
            <ul>{keyed(move || documents(state))}</ul>
        </section>
    }
}

fn documents(state: State) -> Vec<Item> {
    let documents = state.overview.with(|it| it.selection.documents.clone());
    let item = |it: DocumentId| Item::new(it, move || document(state, it));
    documents.into_iter().map(item).collect()
}

fn document(state: State, document: DocumentId) -> AnyView {
    let atlas = state.atlas();
    let it = atlas.corpus().document(document);
    let outlet = atlas.outlet(document, state.lang).to_owned();
    let (title, lang) = (it.title.clone(), it.language.clone());
    let appeared = words::appeared(state.lang, &it.published);
    let sha256 = hash(&it.sha256);
    view! {
        <li>{outlet} ": " <cite lang=lang>{title}</cite> ", " {appeared} ". SHA-256 " {sha256}</li>
    }
    .into_any()
}
