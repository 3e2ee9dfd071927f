//! What only paper needs: where it was printed from, and the documents behind it with their hashes. What is filtered, the
//! list with its claims and the edition are the page's own.

use super::State;
use super::foreign;
use super::hash::hash;
use super::keyed::{Item, keyed};
use super::mention;
use super::more::is_kept;
use crate::browser;
use crate::corpus::{ClaimId, DocumentId};
use crate::link::Page;
use crate::words;
use leptos::prelude::*;

/// The address, and the documents of all that is printed.
#[component]
pub fn Paper(state: State) -> impl IntoView {
    let page = RwSignal::new(None::<Page>);
    Effect::new(move |_| page.set(Some(browser::page())));
    let address = move || {
        let atlas = state.atlas();
        let fixed = atlas.index.fixed();
        let link = page.with(|page| {
            let page = page.as_ref()?;
            Some(
                state.query.with(|query| page.link(query, fixed, atlas.guest.as_ref(), state.lang)),
            )
        });
        let item =
            |link: String| Item::new(link.clone(), move || view! { <p>{foreign::name(&link)}</p> });
        link.map(item).into_iter().collect()
    };
    // Of a large corpus the documents are not drawn for each key, since nobody sees them on a screen.
    let always = is_kept(state.atlas().corpus()) || state.atlas().is_prerendered;
    let is_drawn = RwSignal::new(always);
    Effect::new(move |_| {
        let draw = move |is_printing| is_drawn.set(always || is_printing);
        StoredValue::new_local(browser::on_print(draw));
    });
    view! {
        <section class="on-paper">
            {keyed(address)}
            <h2>{state.words().sources}</h2>
            <ul>{keyed(move || if is_drawn.get() { documents(state) } else { Vec::new() })}</ul>
            {(!always).then(|| view! { <p>{state.words().claims_not_printed}</p> })}
        </section>
    }
}

/// So many documents are printed.
const PRINTED: usize = 200;

fn documents(state: State) -> Vec<Item> {
    let atlas = state.atlas();
    let corpus = atlas.corpus();
    // Whoever is pointed at is shown though the filters leave it out, with its whole transfer.
    let pointed = state.pointed(corpus);
    let transfer = pointed.and_then(|it| corpus.transfer_of(it));
    let of_transfer = transfer.map(|it| corpus.claims_of(it)).unwrap_or_default();
    let others: Vec<ClaimId> = pointed.into_iter().chain(of_transfer.iter().copied()).collect();
    let documents = state.overview.with(|it| it.documents(corpus, &others));
    let rest = documents.len().saturating_sub(PRINTED);
    let item = |it: DocumentId| Item::new(it, move || document(state, it));
    let mut items: Vec<Item> = documents.into_iter().take(PRINTED).map(item).collect();
    if rest > 0 {
        let text = state.words().and_more(rest);
        items.push(Item::new(("more", rest), move || view! { <li>{text}</li> }));
    }
    items
}

fn document(state: State, document: DocumentId) -> AnyView {
    let atlas = state.atlas();
    let it = atlas.corpus().document(document);
    let outlet = mention::outlet(state, document);
    let title = foreign::title(it);
    let appeared = words::appeared(state.lang, &it.published);
    let sha256 = it.sha256.as_deref().map(|it| view! { " SHA-256 " {hash(it)} });
    view! {
        <li>{outlet} {state.signs().colon} <cite>{title}</cite> {state.signs().comma} {appeared} "." {sha256}</li>
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::fixture::{bundled, drawn, text};
    use super::*;

    #[test]
    fn it_cites_every_document_of_the_transfers_that_it_holds() {
        let of = |link: &str| {
            text(&drawn(bundled(), link, |state| view! { <Paper state /> }.into_any()))
        };
        // Of what one document speaks others speak, too, and all their claims are printed.
        let paper = of("document=0e1200376cf63873");
        assert!(paper.contains("Merkur") && paper.contains("Al Jazeera"), "{paper}");
        // A claim that is pointed at is printed, whatever the filters say.
        let corpus = bundled();
        let brazil = of("country=BRA");
        let title = |it| &corpus.document(corpus.document_of(it)).title;
        let claim = corpus.claim_ids().find(|&it| !brazil.contains(title(it)));
        let claim = claim.expect("a document that does not speak of it");
        let id = &corpus.claim(claim).id;
        assert!(of(&format!("country=BRA&claim={id}")).contains(title(claim)));
    }
}
