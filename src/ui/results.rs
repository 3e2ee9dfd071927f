//! What the query finds: the map and the list beside it, or another view in the whole width.

use super::State;
use super::claims::claim;
use super::keyed::{Item, keyed};
use super::ladder::Ladder;
use super::map::Map;
use super::nothing::Nothing;
use super::transfers::{Entry, Transfers};
use super::{about, chronology, context, disputed, documents, origins};
use crate::query::View;
use crate::words;
use leptos::prelude::*;

/// What is shown: a view, or the page of an origin or a document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Shown {
    View(View),
    About(String),
    Nothing(View),
}

/// The view that is chosen, or the page of an origin or a document.
#[component]
pub fn Results(state: State) -> impl IntoView {
    let shown = move || {
        let selection_count = |view| state.overview.with(|it| it.selection.count(view));
        state.query.with(|query| {
            let query = query.clone().with_view_of_claim(state.atlas().corpus());
            match query.about {
                Some(id) => Shown::About(id),
                None if selection_count(query.view) == 0 && !stays(query.view) => {
                    Shown::Nothing(query.view)
                }
                None => Shown::View(query.view),
            }
        })
    };
    keyed(move || {
        let shown = shown();
        vec![Item::new(shown.clone(), move || region(state, &shown))]
    })
}

/// Whether a view stays where nothing is found, since what may have caused that is set in it: the brush, and the
/// switches of the origins. It says so itself.
fn stays(view: View) -> bool {
    matches!(view, View::Timeline | View::Origins)
}

fn region(state: State, shown: &Shown) -> AnyView {
    let name = match shown {
        Shown::View(view) | Shown::Nothing(view) => words::view(state.lang, *view),
        Shown::About(_) => state.words().about,
    };
    let list = match shown {
        Shown::About(id) => about::about(state, id),
        Shown::Nothing(_) => view! { <Nothing state /> }.into_any(),
        Shown::View(View::Transfers) => view! { <Transfers state /> }.into_any(),
        Shown::View(View::Context) => context::context(state),
        Shown::View(View::Documents) => documents::documents(state),
        Shown::View(View::Disputed) => disputed::disputed(state),
        Shown::View(View::Origins) => origins::origins(state),
        Shown::View(View::Timeline) => chronology::chronology(state),
    };
    let list = view! {
        <section class="list" id="list" tabindex="-1" aria-labelledby="list-title">
            <h2 class="unseen" id="list-title">{name}</h2>
            {keyed(move || outside(state))}
            {list}
        </section>
    };
    let has_map = matches!(shown, Shown::Nothing(_) | Shown::View(View::Transfers));
    if has_map {
        let is_searched = move || state.query.with(|query| !query.text.trim().is_empty());
        view! {
            <div class="columns" class:searched=is_searched>
                <div class="beside">
                    <Map state />
                    <Ladder state />
                </div>
                {list}
            </div>
        }
        .into_any()
    } else {
        list.into_any()
    }
}

/// The claim that is pointed at, with its transfer, where the filters would leave it out.
fn outside(state: State) -> Vec<Item> {
    let atlas = state.atlas();
    let Some(pointed) = state.pointed(atlas.corpus()) else { return Vec::new() };
    let is_selected = state.overview.with(|it| it.selection.claims.contains(pointed));
    if is_selected || !atlas.index.includes(pointed) {
        return Vec::new();
    }
    match atlas.corpus().transfer_of(pointed) {
        Some(transfer) if state.overview.with(|it| it.selection.transfers.contains(&transfer)) => {
            Vec::new()
        }
        Some(transfer) => vec![Item::new(transfer, move || {
            view! { <ul class="outside"><Entry state transfer is_payment=false /></ul> }
        })],
        None => vec![Item::new(pointed, move || {
            view! { <ul class="claims outside">{claim(state, pointed)}</ul> }
        })],
    }
}
