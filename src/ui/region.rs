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
    /// The region's class, for the style sheets.
    class: &'static str,
) -> impl IntoView {
    let region = NodeRef::new();
    let first = untrack(|| state.show(render));
    Effect::new(move |before: Option<String>| {
        let markup = state.show(render);
        if before.is_some_and(|before| before != markup) {
            let region: Option<web_sys::HtmlDivElement> = region.get_untracked();
            if let Some(region) = region {
                platform::patch(&region, &markup);
            }
        }
        markup
    });
    view! { <div class=class node_ref=region inner_html=first></div> }.into_any()
}
