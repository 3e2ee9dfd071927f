//! The title, the sentence made from the data, and the language switch.

use super::State;
use crate::corpus::Lang;
use crate::evidence;
use crate::platform;
use crate::words::{language, summary};
use leptos::prelude::*;

/// The title and one sentence made from the data.
#[component]
pub fn Masthead(state: State) -> impl IntoView {
    let words = state.words();
    let sentence = move || {
        let figures = state.found.with(|it| evidence::summary(state.corpus(), &it.transfers));
        summary(state.lang.get(), &figures, state.locale())
    };
    view! {
        <header class="masthead">
            <p class="site">{words.site}</p>
            <h1>{words.title}</h1>
            <p class="summary">{sentence}</p>
            <p class="caveat">{words.caveat}</p>
        </header>
    }
}

/// One button for each language. It stays while the rest of the page is drawn anew, and so keeps
/// the focus.
#[component]
pub fn LanguageSwitch(state: State) -> impl IntoView {
    let buttons = Lang::ALL.map(|lang| {
        let choose = move |_| {
            state.query.update(|query| query.lang = Some(lang));
            platform::store_language(lang);
        };
        view! {
            <button
                type="button"
                lang=lang.tag()
                aria-pressed=move || (state.lang.get() == lang).to_string()
                on:click=choose
            >
                {language(lang)}
            </button>
        }
    });
    view! {
        <div class="languages" role="group" aria-label=move || state.words().language>
            {buttons.into_iter().collect_view()}
        </div>
    }
}
