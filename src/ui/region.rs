//! A region of the page: markup that follows the state.

use super::State;
use crate::markup::Shown;
use crate::platform;
use leptos::prelude::*;

/// A part of the page that holds the markup of the state, and is patched when that changes.
#[component]
pub fn Region(
    /// The state.
    state: State,
    /// What is shown of it.
    render: fn(&Shown) -> String,
    /// The region's class, for the style sheets; its id as well.
    class: &'static str,
) -> impl IntoView {
    let first = untrack(|| state.show(render));
    Effect::new(move |before: Option<String>| {
        let markup = state.show(render);
        if before.is_some_and(|before| before != markup) {
            platform::patch(class, &markup);
        }
        markup
    });
    view! { <div id=class class=class inner_html=first></div> }
}
