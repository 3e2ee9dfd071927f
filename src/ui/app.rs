//! The whole page.

use super::region::{Region, RegionProps};
use super::{State, act};
use crate::markup::{self, Shown};
use leptos::prelude::*;

/// What a region holds, made of the state.
type Render = fn(&Shown) -> String;

/// The regions of the page, from top to bottom, each with its class.
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

/// The whole page.
#[component]
pub fn App(state: State) -> impl IntoView {
    act::listen(state);
    let region = |(class, render)| Region(RegionProps { state, render, class }).into_any();
    view! { <div class="page">{REGIONS.map(region).into_iter().collect_view()}</div> }
}
