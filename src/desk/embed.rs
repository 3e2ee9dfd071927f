//! Embedding: what of the viewer an article shows, live, and the code for it.

use super::link::{embedded, iframe, joined, live, single_name};
use super::share::filters;
use super::words::words;
use super::{Desk, copyable, fieldset, hinted};
use crate::corpus::Lang;
use crate::link::{Setting, Theme};
use crate::markup::Pen;
use crate::query::Query;
use crate::words as texts;

/// What an editor has chosen. It stands in the panel's name, written like an embed's query string.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Choice {
    setting: Setting,
    /// The language; nothing where each reader's own is to hold.
    lang: Option<Lang>,
    /// Whether the embed is to stay as it is today.
    frozen: bool,
}

impl Choice {
    fn read(text: &str) -> Self {
        let mut choice = Self::default();
        for pair in text.split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            match key {
                "lang" => choice.lang = Lang::ALL.into_iter().find(|lang| lang.tag() == value),
                "frozen" => choice.frozen = true,
                _ => drop(choice.setting.read(key, value)),
            }
        }
        choice
    }

    /// The panel's name with this chosen.
    fn panel(self) -> String {
        let lang = self.lang.map_or_else(String::new, |lang| ["lang=", lang.tag()].concat());
        let frozen = if self.frozen { "frozen" } else { "" };
        let parts = joined(&[&self.setting.write(), &lang, frozen]);
        ["embed", if parts.is_empty() { "" } else { "?" }, &parts].concat()
    }

    /// The panel's name with something else chosen.
    fn with(mut self, change: fn(&mut Self)) -> String {
        change(&mut self);
        self.panel()
    }
}

/// The panel.
pub fn embed(desk: &Desk, setting: &str) -> String {
    let words = words(desk.lang);
    let mut choice = Choice::read(setting);
    // The page for German readers is German for everybody, so it is not the one for all.
    let page = choice.lang.unwrap_or(Lang::En);
    // What follows updates needs a site that has them.
    let live = live(desk.page, page);
    choice.frozen |= live.is_none();
    let query = desk.embedded_query(choice.lang);
    let embedded = embedded(&query, choice.setting);
    let title = texts::words(choice.lang.unwrap_or(desk.lang)).title;
    let file = desk.file_name("html");
    let mut pen = Pen::default();
    choices(desk, choice, live.is_some(), &mut pen);
    let live = live.filter(|_| !choice.frozen);
    hinted(&mut pen, if choice.frozen { words.frozen_note } else { words.follows_note });
    if choice.frozen && desk.page.is_file {
        hinted(&mut pen, words.is_file);
    } else if choice.frozen {
        let texts = [&single_name(page), &file, words.download];
        pen.put("<a class=\"button\" href=\"@\" download=\"@\">@</a>", &[], &texts);
    }
    let mark = if embedded.is_empty() { "" } else { "?" };
    let address = [live.as_ref().unwrap_or(&file), mark, &embedded].concat();
    let frame = copyable(desk, "embed-frame", words.frame, &iframe(&address, title), 4);
    pen.markup.push_str(&frame.0);
    if let Some(live) = live {
        let script = element(&live, &query, choice);
        pen.markup.push_str(&copyable(desk, "embed-script", words.script, &script, 5).0);
    }
    // A frame in a frame would only repeat it.
    if !desk.page.is_framed {
        // Named by what it shows: another is another frame, and no step in the history of this one.
        pen.put(
            "<p class=\"hint\">@</p><iframe class=\"preview\" id=\"preview?@\" title=\"@\" \
             src=\"@?@\"></iframe>",
            &[],
            &[words.preview, &embedded, words.preview, &desk.page.address, &embedded],
        );
    }
    pen.markup
}

/// The code of the element that makes its frame itself, and of the script that it needs.
fn element(home: &str, query: &Query, choice: Choice) -> String {
    let Choice { setting, lang, .. } = choice;
    let folder = home.rsplit_once('/').map_or(home, |(folder, _)| folder);
    // Language and theme have attributes of their own.
    let query = Query { lang: None, ..query.clone() };
    let query = embedded(&query, Setting { theme: Theme::Auto, ..setting });
    let mut code = Pen::default();
    let start = "<script src=\"@/embed.js\" async></script>\n<claim-atlas src=\"@\"";
    code.put(start, &[], &[folder, home]);
    for (name, value) in [
        ("query", query.as_str()),
        ("lang", lang.map_or("", Lang::tag)),
        ("theme", if setting.theme == Theme::Auto { "" } else { setting.theme.id() }),
    ] {
        if !value.is_empty() {
            code.put(" $=\"@\"", &[], &[name, value]);
        }
    }
    code.put("></claim-atlas>", &[], &[]);
    code.markup
}

/// The options, each with the panel that choosing it makes.
fn choices(desk: &Desk, choice: Choice, can_follow: bool, pen: &mut Pen) {
    let words = words(desk.lang);
    let Setting { plain, no_map, no_filters, fixed, theme } = choice.setting;
    let mut shows = vec![
        (words.header, !plain, choice.with(|it| it.setting.plain ^= true)),
        (words.map, !no_map, choice.with(|it| it.setting.no_map ^= true)),
        (words.filters, !no_filters, choice.with(|it| it.setting.no_filters ^= true)),
    ];
    let set = filters(desk, &desk.embedded_query(None)).join("; ");
    if !set.is_empty() {
        shows.push((words.fixed, fixed, choice.with(|it| it.setting.fixed ^= true)));
    }
    let mut langs = Vec::new();
    for lang in [None].into_iter().chain(Lang::ALL.map(Some)) {
        let name = lang.map_or(words.own_language, texts::language);
        langs.push((name, choice.lang == lang, Choice { lang, ..choice }.panel()));
    }
    let mut themes = Vec::new();
    for (it, name) in Theme::ALL.into_iter().zip(words.themes) {
        let setting = Setting { theme: it, ..choice.setting };
        themes.push((name, theme == it, Choice { setting, ..choice }.panel()));
    }
    let day = desk.page.today.map(|day| texts::day(desk.lang, day)).unwrap_or_default();
    let frozen = [words.frozen, " ", &day].concat();
    let mut kinds = Vec::new();
    if can_follow {
        kinds.push((words.follows, !choice.frozen, choice.with(|it| it.frozen = false)));
    }
    kinds.push((&frozen, choice.frozen, choice.with(|it| it.frozen = true)));
    let hint = if set.is_empty() { words.set_first } else { &set };
    pen.put(
        "<div class=\"choices\">$$$$</div>",
        &[],
        &[
            &fieldset(words.shows, None, &shows, hint).0,
            &fieldset(texts::words(desk.lang).language, Some("embed-lang"), &langs, "").0,
            &fieldset(words.theme, Some("embed-theme"), &themes, "").0,
            &fieldset(words.kind, Some("embed-kind"), &kinds, "").0,
        ],
    );
}

impl Desk<'_> {
    /// What an embed shows: all that is filtered, and what stands open; or, where the page around this
    /// one has fixed something, that alone, since filters of one kind would add up.
    fn embedded_query(&self, lang: Option<Lang>) -> Query {
        let fixed = self.index.fixed();
        let shown = if fixed.filters().is_empty() { self.query } else { fixed };
        Query { lang, ..shown.clone() }
    }
}
