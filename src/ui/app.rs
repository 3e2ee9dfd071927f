//! The whole page.

use super::region::Region;
use super::{State, act};
use crate::markup;
use leptos::prelude::*;

/// The whole page.
#[component]
pub fn App(state: State) -> impl IntoView {
    act::listen(state);
    view! {
        <div class="page">
            <Region state class="languages" render=markup::languages />
            <Region state class="masthead" render=markup::masthead />
            <Region state class="notices" render=markup::link_notice />
            <Region state class="filters" render=markup::filters />
            <Region state class="chips" render=markup::chips />
            <main class="columns">
                <Region state class="map" render=markup::map />
                <Region state class="results" render=markup::results />
            </main>
            <Region state class="notes" render=markup::notes />
            <Region state class="unseen" render=markup::status_line />
        </div>
    }
    .into_any()
}
