//! A region of the page.

use leptos::prelude::*;

/// A part of the page, with the markup that it begins with.
#[component]
pub fn Region(
    /// The region's id, by which it is patched; its class as well, for the style sheets.
    id: &'static str,
    /// What it begins with.
    markup: String,
) -> impl IntoView {
    view! { <div id=id class=id inner_html=markup></div> }
}
