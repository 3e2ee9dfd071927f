//! The keys that work anywhere on the page, and the switch that turns off those that a reader may press unawares.

use super::fields::switch;
use crate::ui::State;
use leptos::prelude::*;

/// What the keys do.
pub fn shortcuts(state: State) -> AnyView {
    let words = &state.words().shortcuts;
    view! {
        <ul>
            <li>{words.search}</li>
            <li>{words.list}</li>
            <li>{words.close}</li>
        </ul>
        {switch(words.on, move || state.shortcuts.get(), move || state.shortcuts.update(|is_on| *is_on = !*is_on))}
    }
    .into_any()
}
