//! The whole page.

use super::State;
use super::chips::Chips;
use super::filters::{Filters, hits};
use super::header::Header;
use super::keyed::{Item, keyed, text};
use super::notes::Notes;
use super::notice::Notice;
use super::paper::Paper;
use super::prerendered::Rest;
use super::refused::Refused;
use super::results::Results;
use super::shortcuts::follow_keys;
use super::tabs::Tabs;
use super::tools::{Tools, take_drops};
use super::whose::Whose;
use crate::browser;
use leptos::prelude::*;

/// The whole page. For another language it is drawn anew.
#[component]
pub fn App(state: State) -> impl IntoView {
    // Once the page is there, and before somebody types.
    Effect::new(move |_| {
        let read = move || state.standing_atlas().is_some_and(|it| it.index.read_ahead());
        browser::in_pauses(read);
    });
    keyed(move || {
        let lang = state.query.with(|query| query.lang).unwrap_or(state.atlas().preferred);
        vec![Item::new(lang, move || view! { <Page state=state.in_language(lang) /> })]
    })
}

/// The page in one language.
#[component]
fn Page(state: State) -> impl IntoView {
    take_drops(state);
    follow_keys(state);
    // What takes itself away when it is chosen does not take the focus with it.
    let keep = |_| browser::keep_focus("list");
    view! {
        <div class="page" on:click:capture=keep>
            <a class="skip" href="#list" on:click=|event| super::skip(&event)>{state.words().skip}</a>
            <Header state />
            <Whose state />
            <Tools state />
            <Refused state />
            <Notice state />
            <main>
                <Tabs state />
                <Filters state />
                <Chips state />
                <Results state />
                {state.atlas().is_prerendered.then(|| view! { <Rest state /> })}
            </main>
            <Paper state />
            <Notes state />
            <p class="unseen spoken" role="status">{text(move || said(state))}</p>
        </div>
    }
}

/// How much is listed, or what has just been done, for those who only hear the page.
fn said(state: State) -> String {
    state.notice.get().map_or_else(|| hits(state), str::to_owned)
}
