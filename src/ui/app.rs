//! The whole page.

use super::region::Region;
use super::{State, act};
use crate::markup;
use leptos::prelude::*;

/// The whole page. Whatever is chosen, typed or pointed at in it is heard here.
#[component]
pub fn App(state: State) -> impl IntoView {
    view! {
        <div
            class="page"
            on:click=move |event| act::choose(state, &event)
            on:input=move |event| act::type_in(state, &event)
            on:change=move |event| act::set_end(state, &event)
            on:keydown=move |event| act::escape(state, &event)
            on:focusout=move |event| act::leave(state, &event)
            on:pointerover=move |event| act::point(&event)
            on:focusin=move |event| act::point(&event)
        >
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
