//! The whole page.

use super::region::{Region, RegionProps};
use super::{Now, State, act};
use crate::corpus::Lang;
use crate::markup::{Overview, REGIONS, Shown};
use crate::query::Query;
use crate::{desk, platform};
use leptos::prelude::*;
use std::sync::Arc;

/// What was drawn, and of what.
struct Drawn {
    query: Query,
    overview: Overview,
    regions: Vec<String>,
}

/// The whole page. It follows the state: each region whose markup has changed is patched, and then
/// what lies outside the page is told of the query that was before, if there was one.
#[component]
pub fn App(state: Arc<State>, tell: fn(&State, Option<&Query>)) -> impl IntoView {
    act::listen(&state);
    let follow = RenderEffect::new(move |before: Option<Drawn>| {
        let split = |it: Drawn| ((it.query, it.regions), it.overview);
        let (was, overview) = before.map(split).unzip();
        let (query, regions) = was.unzip();
        let now = draw(&state, overview);
        let regions = regions.iter().flatten().zip(&now.regions);
        for ((id, _), (was, now)) in REGIONS.iter().zip(regions) {
            if was != now {
                platform::patch(id, now);
            }
        }
        tell(&state, query.as_ref());
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
fn draw(state: &State, before: Option<Overview>) -> Drawn {
    let now = state.follow();
    let lang = now.lang(state.preferred);
    let opened = opened(state, &now, lang);
    let listed = listed(state, &now, lang);
    let Now { query, folds, unknown, copied } = now;
    let settled = query.clone().with_view_of_claim(state.corpus());
    let same = before.filter(|it| it.is_of(&settled));
    let overview = same.unwrap_or_else(|| Overview::new(&state.index, &settled));
    let shown = Shown {
        index: &state.index,
        countries: &state.countries,
        lang,
        query: &settled,
        pointed: settled.claim.as_deref().and_then(|id| state.corpus().find_claim(id)),
        folds: &folds,
        opened: &opened,
        listed: &listed,
        copied,
        unknown: &unknown,
        overview: &overview,
    };
    let regions = REGIONS.iter().map(|(_, render)| render(&shown)).collect();
    Drawn { query, overview, regions }
}

/// What the desk makes for the panel that is open, if that is one of the desk's.
fn opened(state: &State, now: &Now, lang: Lang) -> String {
    let panel = now.folds.panel.as_deref().filter(|panel| desk::has(panel));
    panel.map(|panel| panel_of(state, panel, &now.query, lang)).unwrap_or_default()
}

/// What the desk makes for the view or the page that is chosen, if those are the desk's.
fn listed(state: &State, now: &Now, lang: Lang) -> String {
    let query = now.query.clone().with_view_of_claim(state.corpus());
    if query.is_at_desk() { panel_of(state, desk::LISTED, &query, lang) } else { String::new() }
}

fn panel_of(state: &State, panel: &str, query: &Query, lang: Lang) -> String {
    let State { index, countries, .. } = state;
    let page = platform::page();
    let desk = desk::Desk { index, countries, lang, query, page: &page };
    desk::render(&desk, panel)
}
