//! Embedding: what of the viewer an article shows, live, and the code for it.

use super::link::{embedded, escaped, iframe, joined, live, single_name};
use super::share::filters;
use super::words::words;
use super::{Desk, copyable};
use crate::corpus::Lang;
use crate::query::Query;
use crate::share::{Setting, Theme};
use crate::words as texts;
use maud::{Markup, html};

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
        let lang = self.lang.map(|lang| format!("lang={}", lang.tag())).unwrap_or_default();
        let frozen = if self.frozen { "frozen" } else { "" };
        let parts = joined([self.setting.write(), lang, frozen.to_owned()]);
        if parts.is_empty() { "embed".to_owned() } else { format!("embed?{parts}") }
    }
}

/// The panel.
pub fn embed(desk: &Desk, setting: &str) -> Markup {
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
    let address = live.as_ref().filter(|_| !choice.frozen).unwrap_or(&file);
    let address =
        if embedded.is_empty() { address.to_owned() } else { format!("{address}?{embedded}") };
    html! {
        div.choices { (choices(desk, choice, live.is_some())) }
        @if choice.frozen {
            p.hint { (words.frozen_note) }
            @if desk.page.is_file {
                p.hint { (words.is_file) }
            } @else {
                a.button href=(single_name(page)) download=(file) { (words.download) }
            }
        } @else {
            p.hint { (words.follows_note) }
        }
        (copyable(desk, "embed-frame", words.frame, &iframe(&address, title), 4))
        @if let Some(live) = live.filter(|_| !choice.frozen) {
            (copyable(desk, "embed-script", words.script, &element(&live, &query, choice), 5))
        }
        // A frame in a frame would only repeat it.
        @if !desk.page.is_framed {
            p.hint { (words.preview) }
            // Named by what it shows: another is another frame, and no step in the history of this one.
            iframe.preview id={ "preview?" (embedded) } title=(words.preview) src={ (desk.page.address) "?" (embedded) } {}
        }
    }
}

/// The code of the element that makes its frame itself, and of the script that it needs.
fn element(home: &str, query: &Query, choice: Choice) -> String {
    let Choice { setting, lang, .. } = choice;
    let folder = home.rsplit_once('/').map_or(home, |(folder, _)| folder);
    // Language and theme have attributes of their own.
    let query = Query { lang: None, ..query.clone() };
    let query = embedded(&query, Setting { theme: Theme::Auto, ..setting });
    let mut attributes = format!("src=\"{}\"", escaped(home));
    for (name, value) in [
        ("query", query.as_str()),
        ("lang", lang.map_or("", Lang::tag)),
        ("theme", if setting.theme == Theme::Auto { "" } else { setting.theme.id() }),
    ] {
        if !value.is_empty() {
            attributes = format!("{attributes} {name}=\"{}\"", escaped(value));
        }
    }
    format!(
        "<script src=\"{}/embed.js\" async></script>\n<claim-atlas {attributes}></claim-atlas>",
        escaped(folder)
    )
}

/// Something that can be chosen: what it is called, whether it is, and what choosing it makes of all.
type Offer<'a> = (&'a str, bool, Choice);

fn choices(desk: &Desk, choice: Choice, can_follow: bool) -> Markup {
    let (words, common) = (words(desk.lang), texts::words(desk.lang));
    let Choice { setting, .. } = choice;
    let Setting { plain, no_map, no_filters, fixed, theme } = setting;
    let with = |setting| Choice { setting, ..choice };
    let set = filters(desk, &desk.embedded_query(None)).join("; ");
    let mut shows = vec![
        (words.header, !plain, with(Setting { plain: !plain, ..setting })),
        (words.map, !no_map, with(Setting { no_map: !no_map, ..setting })),
        (words.filters, !no_filters, with(Setting { no_filters: !no_filters, ..setting })),
    ];
    if !set.is_empty() {
        shows.push((words.fixed, fixed, with(Setting { fixed: !fixed, ..setting })));
    }
    let hint = if set.is_empty() { words.set_first } else { &set };
    let mut langs = vec![(words.own_language, None)];
    langs.extend(Lang::ALL.map(|lang| (texts::language(lang), Some(lang))));
    let langs = langs.into_iter();
    let langs = langs.map(|(name, lang)| (name, choice.lang == lang, Choice { lang, ..choice }));
    let themes = Theme::ALL.into_iter().zip(words.themes);
    let themes =
        themes.map(|(it, name)| (name, theme == it, with(Setting { theme: it, ..setting })));
    let day = desk.page.today.map(|day| texts::day(desk.lang, day)).unwrap_or_default();
    let frozen = format!("{} {day}", words.frozen);
    let mut kinds = vec![(frozen.as_str(), choice.frozen, Choice { frozen: true, ..choice })];
    if can_follow {
        kinds.insert(0, (words.follows, !choice.frozen, Choice { frozen: false, ..choice }));
    }
    html! {
        (fieldset(words.shows, None, &shows, hint))
        (fieldset(common.language, Some("embed-lang"), &langs.collect::<Vec<_>>(), ""))
        (fieldset(words.theme, Some("embed-theme"), &themes.collect::<Vec<_>>(), ""))
        (fieldset(words.kind, Some("embed-kind"), &kinds, ""))
    }
}

/// Options, each with what choosing it makes of all.
fn fieldset(name: &str, group: Option<&str>, options: &[Offer], hint: &str) -> Markup {
    let options = options.iter().map(|(name, chosen, choice)| (*name, *chosen, choice.panel()));
    super::fieldset(name, group, &options.collect::<Vec<_>>(), hint)
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
