//! The page as the build writes it: the same components, drawn as HTML, with every claim and without a program.

use super::State;
use super::claims::{about, claim, when};
use super::foreign;
use super::map::of_choice;
use super::mention;
use super::more::is_kept;
use super::transfers::listed_at_first;
use crate::corpus::TransferSet;
use crate::link;
use crate::overview::choice;
use crate::query::View;
use crate::words;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
pub use written::prerendered;

#[cfg(feature = "ssr")]
mod written {
    use crate::atlas::Atlas;
    use crate::query::Query;
    use crate::ui::{App, State};
    use leptos::prelude::*;
    use std::sync::Arc;

    /// The page in an atlas' preferred language, for a query that sets nothing.
    #[must_use]
    pub fn prerendered(atlas: Arc<Atlas>) -> String {
        Owner::new().with(|| {
            let state = State::new(atlas, Query::default(), Vec::new());
            view! { <App state /> }.to_html()
        })
    }
}

/// Of a corpus that is too large to stand in the page so many claims of a category do, and so many documents.
const LISTED: usize = 100;

/// What is not in the list of transfers: the context claims, by what they are about, and the documents.
#[component]
pub fn Rest(state: State) -> impl IntoView {
    let atlas = state.atlas();
    let corpus = atlas.corpus();
    let room = if is_kept(corpus) { usize::MAX } else { LISTED };
    let rest = |all: usize| {
        let rest = all.saturating_sub(room);
        (rest > 0).then(|| view! { <li>{state.words().and_others(rest)}</li> })
    };
    let context = corpus.category_ids().map(|category| {
        let all = corpus.claim_ids().filter(|&it| corpus.transfer_of(it).is_none());
        let claims: Vec<_> = all.filter(|&it| corpus.category_of(it) == category).collect();
        let name = foreign::text(state.lang, &corpus.category(category).name);
        (!claims.is_empty()).then(|| {
            let rest = rest(claims.len());
            let claims = claims.into_iter().take(room).map(|it| claim(state, it)).collect_view();
            view! { <h3>{name}</h3> <ul class="claims">{claims} {rest}</ul> }
        })
    });
    let rest_of_documents = rest(corpus.document_ids().count());
    let documents = corpus.document_ids().take(room).map(|document| {
        let it = corpus.document(document);
        let anchor = format!("about={}", it.id);
        view! {
            <li id=anchor>
                {about(state, &it.id, mention::outlet(state, document))}
                {state.signs().colon}
                <cite>{foreign::title(it)}</cite>
                " "
                <small>{when(state, &it.language, &it.published)}</small>
            </li>
        }
    });
    // The tiles of those of whom nothing stands in the list lead here.
    let (tiles, listed) = state.overview.with_untracked(|it| {
        (it.board.tiles.clone(), it.listed(listed_at_first(corpus), &TransferSet::default()).pairs)
    });
    let is_listed = |country| listed.iter().any(|it| it.from == country || it.to == country);
    let anchors = tiles.into_iter().filter(|tile| !is_listed(tile.country)).map(|tile| {
        let query = of_choice(&choice(corpus, &tile));
        view! { <span id=link::write(&query)></span> }
    });
    view! {
        <div class="rest">
            {anchors.collect_view()}
            <h2>{words::view(state.lang, View::Context)}</h2>
            {context.collect_view()}
            <h2>{words::view(state.lang, View::Documents)}</h2>
            <ul>{documents.collect_view()} {rest_of_documents}</ul>
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::fixture::{bundled, large};
    use super::prerendered;
    use crate::atlas::Atlas;
    use crate::corpus::Lang;
    use crate::query::Index;
    use std::sync::Arc;

    #[test]
    fn every_tile_leads_somewhere_however_short_the_list_is() {
        for corpus in [bundled(), large()] {
            let countries = corpus.country_codes();
            let index = Index::new(Arc::new(corpus), &countries);
            let html = prerendered(Arc::new(Atlas::new(index, countries, Lang::En).prerendered()));
            let tiles: Vec<_> = html.split("<li id=\"tile-").skip(1).collect();
            assert!(tiles.len() > 5);
            for tile in tiles {
                let (_, link) = tile.split_once("href=\"#").expect("a link");
                let (place, _) = link.split_once('"').expect("its end");
                assert_eq!(html.matches(&format!("id=\"{place}\"")).count(), 1, "{place}");
            }
        }
    }
}
