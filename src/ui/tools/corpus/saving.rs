//! Saving the corpus that is open in a copy of the single file, which opens with it.

use crate::browser::{self, Renewed};
use crate::corpus::Lang;
use crate::export::File;
use crate::link::{Page, single_name};
use crate::query::Query;
use crate::share::{Shown, file_name};
use crate::ui::{State, page_title};
use crate::words;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// What saves a copy of this file, or what to do first.
pub fn saving(state: State, page: &Page) -> AnyView {
    let words = words::guest(state.lang);
    let atlas = state.atlas();
    let way = match (&atlas.guest, page.is_file) {
        (_, false) => on_site(state.lang),
        (None, true) => view! { <p class="hint">{words.open_first}</p> }.into_any(),
        (Some(_), true) => copy(state, page.clone()),
    };
    view! {
        <h3>{words.save}</h3>
        {way}
    }
    .into_any()
}

/// The site has its program beside it, and only the single file has all of itself.
fn on_site(lang: Lang) -> AnyView {
    let words = words::guest(lang);
    let name = single_name(lang);
    view! {
        <p class="hint">{words.save_on_site}</p>
        <a class="action" href=name.clone() download=name>{words.get_single}</a>
    }
    .into_any()
}

/// The link that saves a copy.
fn copy(state: State, page: Page) -> AnyView {
    let words = words::guest(state.lang);
    let edition =
        Shown { atlas: &state.atlas(), query: &Query::default(), lang: state.lang, page: &page };
    // Beside the file that it is a copy of it has a name of its own.
    let name = file_name(&edition.edition()) + "-copy.html";
    let is_refused = RwSignal::new(false);
    let save = move |event: MouseEvent| {
        let file = copy_of(state, &page);
        let is_saved = file.is_some_and(|file| browser::lead_to(&file, &event));
        is_refused.set(!is_saved);
        if !is_saved {
            // What stands there without it is no file.
            event.prevent_default();
        }
    };
    view! {
        <p class="hint">{words.save_note}</p>
        <a class="action save" href="#" download=name on:click=save>{words.save_copy}</a>
        {super::super::fields::hint(move || is_refused.get().then(|| words.not_saved.to_owned()))}
    }
    .into_any()
}

/// This file with the corpus that is open in it.
fn copy_of(state: State, page: &Page) -> Option<File> {
    let atlas = state.atlas();
    let lang = state.lang;
    let all = Query::default();
    let shown = Shown { atlas: &atlas, query: &all, lang, page };
    let text = browser::copy_of_page(&Renewed {
        title: &page_title(&atlas, lang),
        description: &shown.sentence(&all, &[]),
        not_started: words::guest(lang).not_started,
        corpus: &atlas.corpus().source().in_markup(),
        lang,
    })?;
    Some(File { name: String::new(), media_type: "text/html;charset=utf-8", text })
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::super::drawn;
    use super::*;

    #[test]
    fn it_says_what_to_do_before_a_copy_can_be_saved() {
        let on_site = drawn(|state| saving(state, &Page::default()));
        assert!(on_site.contains("href=\"claim-atlas.html\" download=\"claim-atlas.html\""));
        let in_file = drawn(|state| saving(state, &Page { is_file: true, ..Page::default() }));
        assert!(in_file.contains("Open a corpus first") && !in_file.contains("href"), "{in_file}");
    }
}
