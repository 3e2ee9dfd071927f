//! What helps to read the rest: notices of a link's faults, the legend, how things are counted.

use super::State;
use super::glyph::{differs, status};
use crate::corpus::Status;
use crate::words::unread;
use leptos::prelude::*;

/// What was not understood of the link.
#[component]
pub fn LinkNotice(state: State) -> impl IntoView {
    let words = state.words();
    let parts = move || {
        let lang = state.lang.get();
        let parts = state.unread.get();
        parts.iter().map(|it| view! { <li>{unread(lang, it)}</li> }).collect_view()
    };
    view! {
        <Show when=move || state.unread.with(|parts| !parts.is_empty())>
            <div class="notice" role="alert">
                <p>{words.link_problem}</p>
                <ul>{parts}</ul>
                <button type="button" on:click=move |_| state.unread.set(Vec::new())>
                    {words.dismiss}
                </button>
            </div>
        </Show>
    }
}

/// The legend and how things are counted.
#[component]
pub fn Notes(state: State) -> impl IntoView {
    let words = state.words();
    let lang = state.lang.get();
    let ladder = Status::ALL.map(|it| view! { <li>{status(lang, it)}</li> });
    view! {
        <footer class="notes">
            <h2>{words.notes}</h2>
            <h3>{words.legend}</h3>
            <ul class="legend">
                {ladder.into_iter().collect_view()} <li>{differs()} " " {words.differing_note}</li>
            </ul>
            <p>{words.lines_note} " " {words.map_note}</p>
            <h3>{words.counting}</h3>
            <p>{words.counting_note}</p>
            <p>{words.privacy_note}</p>
        </footer>
    }
}
