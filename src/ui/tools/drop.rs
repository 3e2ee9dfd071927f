//! A file that is dropped anywhere on the page: a corpus takes this one's place, anything else is a copy to be checked.

use crate::browser::{self, OwnFile};
use crate::guest::is_meant_as_corpus;
use crate::ui::{Panel, State, Tool};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Takes what is dropped, as long as the page is there.
pub fn take_drops(state: State) {
    Effect::new(move |_| {
        StoredValue::new_local(browser::on_drop(move |file| spawn_local(take(state, file))));
    });
}

/// Hands a file to its tool.
async fn take(state: State, file: OwnFile) {
    let is_corpus = is_meant_as_corpus(&file.name(), &browser::beginning(&file).await);
    let tool = if is_corpus { Tool::Corpus } else { Tool::Check };
    // By now another corpus may have taken this one's place.
    if state.panel.try_get_untracked().is_some() {
        if !state.is_open(&Panel::Tool(tool.clone())) {
            state.unfold(tool.clone(), Panel::Menu.opener());
        }
        state.dropped.set(Some((tool, file)));
    }
}
