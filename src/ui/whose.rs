//! Whose claims these are, where the corpus is not the one that is compiled in. It stands in embeds, too, that leave out
//! the header.

use super::State;
use super::foreign;
use super::reading::Brought;
use crate::atlas::Atlas;
use crate::corpus::Lang;
use crate::guest::{Guest, MARK, Whence};
use crate::words::{self, words};
use leptos::prelude::*;

/// The id of what stands at the beginning of such a page.
pub const BEGINNING: &str = "whose";

/// Which corpus is shown, where it is not the one that is compiled in.
#[component]
pub fn Whose(state: State) -> impl IntoView {
    let atlas = state.atlas();
    atlas.guest.as_ref().map(|guest| line(state, &atlas, guest))
}

fn line(state: State, atlas: &Atlas, guest: &Guest) -> AnyView {
    let words = words::guest(state.lang);
    let source = atlas.corpus().source();
    let title = match (&source.title, words::corpus_title(state.lang, Some(guest), atlas.corpus()))
    {
        (Some(title), _) => foreign::text(state.lang, title).into_any(),
        (None, name) => name.map(foreign::name).into_any(),
    };
    let named = |word: &'static str, name: &str| {
        view! { <span>{word} " " {foreign::name(name)}</span> }.into_any()
    };
    let (says, whence) = match &guest.whence {
        Whence::Page => (words.in_page, None),
        Whence::Address(_) => (words.not_ours, Some(named(words.address, guest.whence.name()))),
        Whence::File(name) => (words.not_ours, Some(named(words.file, name))),
        Whence::Made(name) => (words.not_ours, Some(named(words.made_of, name))),
    };
    let day = words::edition_day(state.lang, atlas.corpus());
    let day = day.map(|day| view! { <span>{words.edition_of(&day)}</span> }.into_any());
    let digits = guest.sha256.as_deref().and_then(|it| it.get(..MARK));
    let hash = digits.map(|it| named("SHA-256", &[it, "…"].concat()));
    let back = (guest.whence != Whence::Page).then(|| {
        let back = move |_| state.brought.set(Some(Brought::Bundled));
        view! { <button type="button" on:click=back>{words.back}</button> }
    });
    // What anybody may have written comes last, and has the room of two lines.
    view! {
        <div class="whose" id=BEGINNING tabindex="-1">
            <p>{says}</p>
            <p class="details">{whence} {day} {hash}</p>
            {back}
            <p class="title"><b>{title}</b></p>
        </div>
    }
    .into_any()
}

/// What a page is called: a corpus that has a title, or is not the one that is compiled in, comes first.
#[must_use]
pub fn page_title(atlas: &Atlas, lang: Lang) -> String {
    let texts = words(lang);
    let own = words::corpus_title(lang, atlas.guest.as_ref(), atlas.corpus());
    let parts = [own, Some(texts.title), Some(texts.site)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" – ")
}
