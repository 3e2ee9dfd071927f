//! The whole page.

use super::region::{Region, RegionProps};
use super::{State, act};
use crate::markup::{self, Selection, Shown};
use crate::platform;
use crate::query::Query;
use leptos::prelude::*;

/// What a region holds, made of the state.
type Render = fn(&Shown) -> String;

/// The regions of the page, from top to bottom, each with its id.
const REGIONS: [(&str, Render); 8] = [
    ("languages", markup::languages),
    ("masthead", markup::masthead),
    ("notices", markup::link_notice),
    ("filters", markup::filters),
    ("chips", markup::chips),
    ("columns", markup::columns),
    ("notes", markup::notes),
    ("unseen", markup::status_line),
];

/// What was drawn, and of what.
struct Drawn {
    query: Query,
    selection: Selection,
    regions: Vec<String>,
}

/// The whole page. It follows the state: each region whose markup has changed is patched, and then
/// what lies outside the page is told of the query that was before, if there was one.
#[component]
pub fn App(state: State, tell: fn(State, Option<&Query>)) -> impl IntoView {
    act::listen(state);
    let follow = RenderEffect::new(move |before: Option<Drawn>| {
        let was = before.as_ref().map(|it| (it.query.clone(), it.regions.clone()));
        let now = draw(state, before);
        let regions = was.iter().flat_map(|(_, regions)| regions).zip(&now.regions);
        for ((id, _), (was, now)) in REGIONS.iter().zip(regions) {
            if was != now {
                platform::patch(id, now);
            }
        }
        tell(state, was.as_ref().map(|(query, _)| query));
        now
    });
    let begun = follow.with_value_mut(|drawn| drawn.regions.clone()).unwrap_or_default();
    // The page follows the state as long as it lives.
    std::mem::forget(follow);
    let region = |((id, _), markup)| Region(RegionProps { id, markup });
    let regions = REGIONS.into_iter().zip(begun).map(region).collect_view();
    view! { <div class="page">{regions}</div> }
}

/// Draws the state. What an earlier query selected serves again where it is the same.
fn draw(state: State, before: Option<Drawn>) -> Drawn {
    let query = state.query.get().settled(state.corpus());
    let same = before.map(|it| it.selection).filter(|it| it.is_of(&query));
    let selection = same.unwrap_or_else(|| Selection::new(state.index, &query));
    let (folds, unread) = (state.folds.read(), state.unread.read());
    let lang = state.lang();
    let shown = Shown {
        index: state.index,
        countries: state.countries,
        locale: (state.locale)(lang),
        lang,
        query: &query,
        folds: &folds,
        unread: &unread,
        selection: &selection,
    };
    let regions = REGIONS.iter().map(|(_, render)| render(&shown)).collect();
    Drawn { query, selection, regions }
}
