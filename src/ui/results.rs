//! What the query finds: the map and the list beside it, or another view in the whole width.

use super::State;
use super::claims::claim;
use super::keyed::{Item, keyed};
use super::ladder::Ladder;
use super::map::Map;
use super::nothing::{Nothing, nearest};
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
        state.query.with(|query| match &query.about {
            Some(id) => Shown::About(id.clone()),
            None if lacks(state, query.view) => Shown::Nothing(query.view),
            None => Shown::View(query.view),
        })
    };
    keyed(move || {
        let shown = shown();
        vec![Item::new(shown.clone(), move || region(state, &shown))]
    })
}

/// Whether a view stays where nothing is found, and says so itself: what may have caused it is set there, by the brush of
/// the chronology and the switches of the origins.
fn stays(view: View) -> bool {
    matches!(view, View::Timeline | View::Origins)
}

/// Whether a view has nothing to show. What is not disputed may still be left open, or miss something.
fn lacks(state: State, view: View) -> bool {
    state.overview.with(|it| match view {
        _ if stays(view) => false,
        View::Disputed => it.selection.claims.is_empty(),
        _ => it.selection.count(view) == 0,
    })
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
    let stays = matches!(shown, Shown::View(view) if stays(*view));
    let list = view! {
        <section class="list" id="list" tabindex="-1" aria-labelledby="list-title">
            <h2 class="unseen" id="list-title">{name}</h2>
            {keyed(move || outside(state))}
            {stays.then(|| nearest(state))}
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
    let distrust = state.query.with(|query| query.distrust.clone());
    match atlas.corpus().transfer_of(pointed) {
        Some(transfer) if state.overview.with(|it| it.selection.transfers.contains(&transfer)) => {
            Vec::new()
        }
        Some(transfer) => vec![Item::new((transfer, distrust), move || {
            view! { <ul class="outside"><Entry state transfer is_payment=false /></ul> }
        })],
        None => vec![Item::new((pointed, distrust), move || {
            view! { <ul class="claims outside">{claim(state, pointed)}</ul> }
        })],
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::fixture::{bundled, drawn, elements, large, text};
    use super::*;

    const NO_REPORT: &str = "No report in this corpus fits these filters.";

    fn of(link: &str) -> String {
        text(&drawn(bundled(), link, |state| view! { <Results state /> }.into_any()))
    }

    #[test]
    fn no_report_fits_only_where_none_does() {
        for (link, said) in [
            ("country=SYR", "What is selected is about no transfer."),
            ("country=BRA&view=context", "What is selected is about transfers."),
            ("country=UKR&view=disputed", "Reports differ on none of the transfers selected."),
        ] {
            let text = of(link);
            assert!(text.contains(said) && !text.contains(NO_REPORT), "{link}: {text}");
        }
        for view in View::ALL {
            let text = of(&format!("q=nobodysaysthis&view={}", view.id()));
            assert!(text.contains(NO_REPORT), "{view:?}: {text}");
        }
    }

    #[test]
    fn every_view_of_a_large_corpus_is_cut_and_says_so() {
        for (link, said) in [
            ("view=transfers", "Show 100 more"),
            ("view=timeline", "Show 100 more"),
            ("view=disputed", "Show 100 more"),
            ("view=origins", "Show 66 more"),
            ("view=documents", "Show 42 more"),
            ("view=context", "Show 40 more"),
            ("about=o1", "Show 2 more"),
            ("about=0000000000000001", "Show 1 more"),
        ] {
            let html = drawn(large(), link, |state| view! { <Results state /> }.into_any());
            let count = elements(&html);
            assert!(count < 2000, "{link}: {count}");
            let text = text(&html);
            assert!(text.contains(said), "{link}: {text}");
        }
    }

    #[test]
    fn what_is_not_disputed_may_still_miss_something() {
        let text = of("country=UKR&view=disputed");
        assert!(text.contains("What is missing"), "{text}");
    }

    #[test]
    fn a_claim_is_shown_and_counted_in_the_view_that_lists_it() {
        drawn(bundled(), "view=documents&about=wsj&claim=7ebd-04", |state| {
            let query = state.query.get_untracked();
            assert_eq!((query.view, query.about), (View::Transfers, None));
            let atlas = state.atlas();
            let counts = state.overview.with_untracked(|it| it.times(&atlas.index).undated.count);
            let listed = atlas.index.counts(&crate::query::Query::default()).times.undated.count;
            assert_eq!(counts, listed);
            ().into_any()
        });
    }
}
