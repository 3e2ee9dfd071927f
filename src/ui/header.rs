//! The head of the page: title, the sentence made from the data, and what can be done with what is shown.

use super::filters::truth;
use super::foreign;
use super::glyph::icon;
use super::keyed::{Item, keyed};
use super::tools::print;
use super::{Panel, Shared, State, Tool};
use crate::browser;
use crate::corpus::Lang;
use crate::link::Page;
use crate::query::Query;
use crate::share::Shown;
use crate::words::{self, Emphasis};
use leptos::prelude::*;

/// Title, sentence, tools and languages.
#[component]
pub fn Header(state: State) -> impl IntoView {
    let words = state.words();
    view! {
        <header class="header">
            <p class="site">{words.site} {named(state)}</p>
            <div class="corner">
                {opener(state, Panel::Tool(Tool::Share(Shared::View)), "share", words.share)}
                <Menu state />
                <span class="divider" aria-hidden="true"></span>
                <nav class="languages" aria-label=words.language>{Lang::ALL.map(|lang| language(state, lang))}</nav>
                <Leave state />
            </div>
            <h1>{words.title}</h1>
            {keyed(move || summary(state))}
            <p class="caveat">{words.caveat}</p>
        </header>
    }
}

/// What the corpus is called. Of one that is not the page's own it is said below, and whose it is.
fn named(state: State) -> Option<AnyView> {
    let atlas = state.atlas();
    let title = atlas.corpus().source().title.as_ref().filter(|_| atlas.guest.is_none())?;
    Some(view! { ": " {foreign::text(state.lang, title)} }.into_any())
}

/// The sentence made from the data.
fn summary(state: State) -> Vec<Item> {
    let text =
        state.overview.with(|it| words::first_sentence(state.lang, &it.summary, it.is_filtered));
    vec![Item::new(text.clone(), move || view! { <p class="summary">{emphasised(&text)}</p> })]
}

/// A text whose emphasis is bold.
pub(super) fn emphasised(text: &str) -> AnyView {
    let parts = Emphasis::parts(text).map(|part| match part {
        Emphasis::Plain(text) => text.to_owned().into_any(),
        Emphasis::Strong(text) => view! { <b>{text.to_owned()}</b> }.into_any(),
    });
    parts.collect_view().into_any()
}

/// A button that unfolds a panel of the corner.
fn opener(state: State, panel: Panel, drawing: &'static str, name: &'static str) -> AnyView {
    let shown = panel.clone();
    let is_open = move || truth(state.is_open(&shown));
    view! {
        <button
            type="button"
            id=panel.opener()
            class="tool"
            aria-expanded=is_open
            on:click=move |_| state.toggle(&panel)
        >
            {icon(drawing)}
            <span class="word">{name}</span>
        </button>
    }
    .into_any()
}

/// The one menu: what is done more rarely than sharing.
#[component]
fn Menu(state: State) -> impl IntoView {
    let words = state.words();
    let tools = [
        (Some(Tool::Embed), "embed", words.embed, words.embed_hint),
        (Some(Tool::Check), "check", words.check, words.check_hint),
        (Some(Tool::Export), "export", words.export, words.export_hint),
        (Some(Tool::Corpus), "corpus", words.guest.own_corpus, words.guest.own_corpus_hint),
        (None, "print", words.print, words.print_hint),
        (Some(Tool::Shortcuts), "keys", words.shortcuts.title, words.shortcuts.hint),
    ];
    let item = move |(tool, drawing, name, hint): (Option<Tool>, _, _, _)| {
        let choose = move |_| {
            if let Some(tool) = &tool {
                state.unfold(tool.clone(), Panel::Menu.opener());
            } else {
                state.panel.set(None);
                print(state, Panel::Menu.opener());
            }
        };
        view! {
            <li>
                <button type="button" on:click=choose>
                    {icon(drawing)}
                    <span>{name}</span>
                    <small>{hint}</small>
                </button>
            </li>
        }
    };
    view! {
        <div class="menu">
            {opener(state, Panel::Menu, "more", words.more)}
            <Show when=move || state.is_open(&Panel::Menu)>
                <ul class="drop">{tools.clone().map(item)}</ul>
            </Show>
        </div>
    }
}

/// In a frame, the way to the viewer's own page, where others can open that: what is seen, with nothing fixed.
#[component]
fn Leave(state: State) -> impl IntoView {
    let page = RwSignal::new(None::<Page>);
    Effect::new(move |_| page.set(Some(browser::page())));
    let link = move || {
        let (atlas, query, page) = (state.atlas(), state.query.get(), page.get()?);
        Shown { atlas: &atlas, query: &query, lang: state.lang, page: &page }.out_of_frame()
    };
    keyed(move || {
        let words = state.words();
        let item = |link: String| {
            Item::new(link.clone(), move || {
                view! {
                    <a class="leave" href=link target="_blank" rel="noopener">
                        {words.open}
                        <span class="unseen">" " {words.site} ", " {words.new_tab}</span>
                        <span aria-hidden="true">" ↗"</span>
                    </a>
                }
            })
        };
        link().map(item).into_iter().collect()
    })
}

fn id_of(lang: Lang) -> String {
    format!("language-{}", lang.tag())
}

/// A link to the page in a language.
fn language(state: State, lang: Lang) -> AnyView {
    let choose = move |query: &mut Query| {
        query.lang = Some(lang);
        browser::store_language(lang);
        browser::focus_soon(id_of(lang));
    };
    view! {
        <a
            href=state.href(&Query { lang: Some(lang), ..Query::default() })
            id=id_of(lang)
            lang=lang.tag()
            translate="no"
            hreflang=lang.tag()
            aria-current=(lang == state.lang).then_some("true")
            on:click=state.follow(choose)
        >
            {lang.tag().to_uppercase()}
            <span class="unseen">" " {words::language(lang)}</span>
        </a>
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::fixture::{bundled, embedded, text};
    use super::*;

    fn sentence(search: &str, link: &str) -> String {
        let html = embedded(bundled(), search, link, |state| view! { <Header state /> }.into_any());
        let (_, summary) = html.split_once("class=\"summary\"").expect("the sentence");
        let (summary, _) = summary.split_once("</p>").expect("its end");
        text(&format!("<{summary}")).replace('\u{a0}', " ")
    }

    #[test]
    fn the_sentence_speaks_of_the_corpus_only_where_nothing_is_filtered_or_fixed() {
        assert!(sentence("", "").starts_with("5 documents speak of"));
        for (search, link) in [("", "country=EGY"), ("country=EGY&fixed", "")] {
            let said = sentence(search, link);
            assert!(said.starts_with("These filters find 4 transfers"), "{search} {link}: {said}");
        }
        // A report fits that is about no transfer.
        for (search, link) in [("", "country=SYR"), ("country=SYR&fixed", "")] {
            let said = sentence(search, link);
            assert!(said.starts_with("What is selected is about no transfer."), "{said}");
        }
        // What is fixed and could not be read finds nothing, which is nothing about the corpus.
        for search in ["time=yesterday&fixed", "country=Egypt&fixed"] {
            let said = sentence(search, "");
            assert_eq!(said, "No report in this corpus fits these filters.", "{search}");
        }
    }
}
