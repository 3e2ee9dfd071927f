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
    let title = source.title.as_ref().map(|it| foreign::text(state.lang, it));
    let named = |word: &'static str, name: &str| {
        view! { " · " {word} " " {foreign::name(name)} }.into_any()
    };
    let (says, whence) = match &guest.whence {
        Whence::Page => (words.in_page, None),
        Whence::Address(_) => (words.not_ours, Some(named(words.address, guest.whence.name()))),
        Whence::File(name) => (words.not_ours, Some(named(words.file, name))),
    };
    let day = words::edition_day(state.lang, atlas.corpus());
    let day = day.map(|day| [" · ", &words.edition_of(&day)].concat());
    let digits = guest.sha256.as_deref().and_then(|it| it.get(..MARK));
    let hash = digits.map(|it| named("SHA-256", &[it, "…"].concat()));
    let back = (guest.whence != Whence::Page).then(|| {
        let back = move |_| state.brought.set(Some(Brought::Bundled));
        view! { <button type="button" on:click=back>{words.back}</button> }
    });
    view! {
        <div class="whose" id=BEGINNING tabindex="-1">
            <p>{says} " " <b>{title}</b> {whence} {day} {hash}</p>
            {back}
        </div>
    }
    .into_any()
}

/// What a page is called: a corpus that is not the one that is compiled in comes first.
#[must_use]
pub fn page_title(atlas: &Atlas, lang: Lang) -> String {
    let texts = words(lang);
    let own = atlas.guest.as_ref().and_then(|_| words::corpus_title(lang, atlas.corpus()));
    let parts = [own, Some(texts.title), Some(texts.site)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" – ")
}
