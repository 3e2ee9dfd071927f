//! The tools: what editors and fact-checkers work with, and most readers never. One at a time unfolds at the head of the
//! page; where it was opened the focus goes back to.

mod check;
mod corpus;
mod drop;
mod embed;
mod export;
mod fields;
mod print;
mod share;
mod shortcuts;

pub(super) use drop::take_drops;
pub(super) use print::print;
pub(super) use share::share_claim;

use super::keyed::{Item, keyed};
use super::shortcuts::fold;
use super::{Panel, Shared, State, Tool};
use crate::browser;
use crate::link::Page;
use crate::share::Shown;
use crate::words;
use leptos::prelude::*;

/// The tool that is open, at its place.
#[component]
pub fn Tools(state: State) -> impl IntoView {
    let open = opened(state);
    let tool = move || {
        let item = |(tool, page): (Tool, Page)| {
            Item::new(tool.clone(), move || panel_of(state, tool, page))
        };
        open.get().map(item).into_iter().collect()
    };
    view! { <div class="tools" id="tools" tabindex="-1">{keyed(tool)}</div> }
}

/// The tool that is open, and where the page stood when it was opened; it is given the focus.
fn opened(state: State) -> RwSignal<Option<(Tool, Page)>> {
    let open = RwSignal::new(None);
    Effect::new(move |was: Option<Option<Panel>>| {
        let is = state.panel.get();
        open.set(match &is {
            Some(Panel::Tool(tool)) => Some((tool.clone(), browser::page())),
            _ => None,
        });
        // With another language the page is drawn anew, and nothing was opened.
        if was.is_some_and(|was| was != is) && matches!(is, Some(Panel::Tool(_))) {
            browser::focus_soon("tool".to_owned());
        }
        is
    });
    open
}

/// A tool, with its name and the button that closes it.
fn panel_of(state: State, tool: Tool, page: Page) -> AnyView {
    let name = words::tools(state.lang).close;
    view! {
        <section class="panel" id="tool" tabindex="-1" aria-labelledby="tool-title">
            <div class="head">
                <h2 id="tool-title">{title(state, &tool)}</h2>
                <button type="button" class="close" aria-label=name on:click=move |_| close(state)>
                    <span aria-hidden="true">"×"</span>
                </button>
            </div>
            {match tool {
                Tool::Share(shared) => share::share(state, shared, page),
                Tool::Embed => embed::embed(state, page),
                Tool::Export => export::export(state, page),
                Tool::Check => check::check(state),
                Tool::Corpus => corpus::corpus(state, &page),
                Tool::Print => print::refused(state, page),
                Tool::Shortcuts => shortcuts::shortcuts(state),
            }}
        </section>
    }
    .into_any()
}

fn title(state: State, tool: &Tool) -> String {
    let words = state.words();
    match tool {
        Tool::Share(Shared::View) => words.share.to_owned(),
        Tool::Share(Shared::Transfer(_)) => format!("{}: {}", words.share, words.this_transfer),
        Tool::Share(Shared::Claim(id)) => share::claim_label(state, id),
        Tool::Embed => words.embed.to_owned(),
        Tool::Export => words.export.to_owned(),
        Tool::Check => words.check.to_owned(),
        Tool::Corpus => words.guest.own_corpus.to_owned(),
        Tool::Print => words.print.to_owned(),
        Tool::Shortcuts => words.shortcuts.title.to_owned(),
    }
}

fn close(state: State) {
    fold(state);
}

/// Makes something of what is shown, and again of what is shown then.
fn with_shown<T>(state: State, page: &Page, make: impl FnOnce(Shown) -> T) -> T {
    let atlas = state.atlas();
    let query = state.query.get();
    make(Shown { atlas: &atlas, query: &query, lang: state.lang, page })
}

/// A tool over the bundled corpus, drawn without a browser.
#[cfg(all(test, feature = "ssr"))]
pub(super) fn drawn(draw: impl FnOnce(State) -> AnyView) -> String {
    use crate::atlas::Atlas;
    use crate::corpus::{Corpus, Lang, Source};
    use crate::query::{Index, Query};
    use std::sync::Arc;
    let source = Source::read(crate::BUNDLED).expect("the asset");
    let corpus = Arc::new(Corpus::new(source).expect("its references"));
    let countries = corpus.country_codes();
    let index = Index::new(corpus, &countries);
    let atlas = Atlas::new(index, countries, Lang::En);
    let state = || State::new(Arc::new(atlas), Query::default(), Vec::new());
    // Without the marks at which a page that is only rendered would be taken over.
    Owner::new().with(|| draw(state()).to_html()).replace("<!>", "")
}
