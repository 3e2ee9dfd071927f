//! The keys that work anywhere on the page: `/` leads to the search, `?` shows them all, and Esc folds what is unfolded.
//! The first two can be turned off, since who speaks to a computer may press them unawares; that holds for the visit.
//! Where the menu with that switch is not shown, as in an embed that stands plain, they do nothing.

use super::{Panel, State, Tool};
use crate::browser::{self, Pressed, Typed};
use leptos::prelude::*;

/// Follows the keys, as long as the page is there.
pub fn follow_keys(state: State) {
    Effect::new(move |_| {
        StoredValue::new_local(browser::on_key(move |pressed| {
            // By now another corpus may have taken this one's place.
            state.panel.try_get_untracked().is_some() && is_used(state, pressed)
        }));
    });
}

/// Does what a key is for; says whether it is for anything.
fn is_used(state: State, Pressed { key, typed }: &Pressed) -> bool {
    let is_on = *typed == Typed::Nowhere
        && state.shortcuts.get_untracked()
        && browser::is_shown(&Panel::Menu.opener());
    match key.as_str() {
        // What somebody writes would go with its field.
        "Escape" if *typed == Typed::InText => false,
        "Escape" => fold(state),
        "/" if is_on => browser::takes_focus("search"),
        // On an Arabic keyboard it is another sign.
        "?" | "؟" if is_on => {
            if state.panel.get_untracked() == Some(Panel::Tool(Tool::Shortcuts)) {
                return true;
            }
            let from = browser::focused_id().unwrap_or_else(|| Panel::Menu.opener());
            state.unfold(Tool::Shortcuts, from);
            true
        }
        _ => false,
    }
}

/// Folds what is unfolded, if something is. The focus goes back to what has unfolded it.
pub fn fold(state: State) -> bool {
    let Some(panel) = state.panel.get_untracked() else { return false };
    state.panel.set(None);
    browser::focus_first(&[
        state.opener(&panel),
        Panel::Filters.opener(),
        // Of an embed that shows no button.
        "list".to_owned(),
    ]);
    true
}
