//! The whole page.

use super::State;
use super::chips::Chips;
use super::filters::{Filters, hits};
use super::header::Header;
use super::keyed::{Item, keyed};
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
            <p class="unseen spoken" role="status">{keyed(move || vec![said(state)])}</p>
        </div>
    }
}

/// How much is listed, or what has just been done, for those who only hear the page.
fn said(state: State) -> Item {
    let notice = state.notice.get();
    let text = notice.map_or_else(|| hits(state), |(_, text)| text.to_owned());
    Item::new((notice, text.clone()), move || view! { <span>{text}</span> })
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::fixture::{bundled, drawn};
    use super::super::{Panel, Shared, Tool};
    use super::*;
    use crate::corpus::Lang;
    use crate::query::View;
    use std::{fs, path::Path};

    /// The texts of a value and of those in it, by their paths.
    fn texts(value: &toml::Value, path: &str) -> Vec<(String, String)> {
        let inner = |(key, value): (String, &toml::Value)| texts(value, &format!("{path}.{key}"));
        match value {
            toml::Value::Table(table) => {
                table.iter().map(|(key, value)| (key.clone(), value)).flat_map(inner).collect()
            }
            toml::Value::Array(all) => all
                .iter()
                .enumerate()
                .map(|(at, it)| (at.to_string(), it))
                .flat_map(inner)
                .collect(),
            toml::Value::String(text) => vec![(path.to_owned(), text.clone())],
            _ => Vec::new(),
        }
    }

    fn locale(lang: Lang) -> Vec<(String, String)> {
        let path = format!("locales/{}.toml", lang.tag());
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let file = fs::read_to_string(file).expect("the texts");
        texts(&toml::Value::Table(file.parse().expect("TOML")), "")
    }

    /// What stands in a text before, between and behind the values that are filled in.
    fn pieces(text: &str) -> impl Iterator<Item = &str> {
        text.split('{').enumerate().map(|(at, it)| {
            let behind = it.split_once('}').map_or("", |it| it.1);
            if at == 0 { it } else { behind }
        })
    }

    /// Pieces of English texts so long that no other language has them by chance, with their places; but for what the
    /// corpus says in these words.
    fn english(lang: Lang) -> Vec<(String, String)> {
        let (own, all) = (locale(lang), locale(Lang::En));
        let left = |(path, text): &(String, String)| {
            let same = own.iter().find(|(it, _)| it == path).map_or("", |it| &*it.1).to_owned();
            let longer = pieces(text).map(str::trim).filter(|it| it.len() >= 16);
            let foreign = longer.filter(|it| !same.contains(it) && !crate::BUNDLED.contains(it));
            foreign.map(|it| (path.clone(), it.to_owned())).collect::<Vec<_>>()
        };
        let left: Vec<_> = all.iter().flat_map(left).collect();
        let (tag, found) = (lang.tag(), left.len());
        assert!(
            found > all.len() / 4,
            "locales/{tag}.toml is hardly translated: {found} of its texts differ from the English"
        );
        left
    }

    #[test]
    fn no_english_is_left_in_a_page_of_another_language() {
        let tools = [
            Tool::Share(Shared::View),
            Tool::Embed,
            Tool::Export,
            Tool::Check,
            Tool::Corpus,
            Tool::Print,
            Tool::Shortcuts,
        ];
        for lang in Lang::ALL.into_iter().filter(|it| *it != Lang::En) {
            let english = english(lang);
            let holds = |html: &str, what: &str| {
                assert!(html.contains(crate::words::language(lang)), "{what}: no page");
                // Where a value belongs stands a control character until it is filled in.
                let open = html.chars().find(|it| it.is_control() && *it != '\n');
                assert_eq!(open, None, "{what}: a value is missing");
                let left: Vec<_> = english.iter().filter(|it| html.contains(&it.1)).collect();
                assert!(left.is_empty(), "{what}: English is left: {left:?}");
            };
            for view in View::ALL {
                let link =
                    format!("lang={}&view={}&transfer=egy-rus-rockets", lang.tag(), view.id());
                let html = drawn(bundled(), &link, |state| view! { <App state /> }.into_any());
                holds(&html, &link);
            }
            for tool in &tools {
                let open = Panel::Tool(tool.clone());
                let html = drawn(bundled(), &format!("lang={}", lang.tag()), |state| {
                    state.panel.set(Some(open.clone()));
                    view! { <App state /> }.into_any()
                });
                holds(&html, &format!("{} {tool:?}", lang.tag()));
            }
        }
    }
}
