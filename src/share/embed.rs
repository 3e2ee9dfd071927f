//! Embedding: what of the viewer an article shows, live or frozen, and the code for it.

use super::{Shown, file_name};
use crate::corpus::Lang;
use crate::link::{Page, Setting, Theme, embedded, escaped, iframe, single_name};
use crate::query::Query;
use crate::words;

/// What an editor has chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Embed {
    /// What is shown, and how.
    pub setting: Setting,
    /// The language; nothing where each reader's own is to hold.
    pub lang: Option<Lang>,
    /// Whether it is to stay as it is, of the edition that is shown.
    pub is_frozen: bool,
}

/// The code that an editor's choice comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The query string that the embed is opened with.
    pub query: String,
    /// The code of a frame.
    pub frame: String,
    /// The code of the element that makes its frame itself, and of the script that it needs; nothing where it does not
    /// follow updates.
    pub element: Option<String>,
    /// The file that is put beside the article: where it is, beside the page, and what it is to be called there. Nothing
    /// where the embed follows updates, and where the page is that file itself.
    pub file: Option<(String, String)>,
}

impl Embed {
    /// The page that it shows. The one for German readers is German for everybody, so it is not the one for all.
    fn page(self) -> Lang {
        self.lang.unwrap_or(Lang::REFERENCE)
    }

    /// Where it leads if it follows updates; nothing where there is no site that has them.
    #[must_use]
    pub fn live(self, page: &Page) -> Option<String> {
        page.live(self.page())
    }

    /// Whether it stays as it is: where it is to, or where there is nothing to follow.
    #[must_use]
    pub fn stays(self, page: &Page) -> bool {
        self.is_frozen || self.live(page).is_none()
    }

    /// What it shows: all that is filtered, and what stands open; or, where the page around this one has fixed
    /// something, that alone, since filters of one kind would add up.
    #[must_use]
    pub fn query(self, shown: &Shown) -> Query {
        let fixed = shown.atlas.index.fixed();
        let shown = if fixed.filters().is_empty() { shown.query } else { fixed };
        Query { lang: self.lang, ..shown.clone() }
    }

    /// The code.
    #[must_use]
    pub fn code(self, shown: &Shown) -> Code {
        let query = self.query(shown);
        let embedded = embedded(&query, self.setting);
        let title = words::words(self.lang.unwrap_or(shown.lang)).title;
        let edition = shown.atlas.corpus().source().edition.clone().unwrap_or_default();
        let name = file_name(&edition) + ".html";
        let live = self.live(shown.page).filter(|_| !self.is_frozen);
        let mark = if embedded.is_empty() { "" } else { "?" };
        let address = format!("{}{mark}{embedded}", live.as_ref().unwrap_or(&name));
        Code {
            frame: iframe(&address, title),
            element: live.as_ref().map(|live| self.element(live, &query)),
            file: (live.is_none() && !shown.page.is_file).then(|| (single_name(self.page()), name)),
            query: embedded,
        }
    }

    /// The code of the element, for what stands at an address.
    fn element(self, home: &str, query: &Query) -> String {
        let Self { setting, lang, .. } = self;
        let folder = home.rsplit_once('/').map_or(home, |(folder, _)| folder);
        // Language and theme have attributes of their own.
        let query = Query { lang: None, ..query.clone() };
        let query = embedded(&query, Setting { theme: Theme::Auto, ..setting });
        let theme = if setting.theme == Theme::Auto { "" } else { setting.theme.id() };
        let attributes: Vec<String> =
            [("query", &*query), ("lang", lang.map_or("", Lang::tag)), ("theme", theme)]
                .into_iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(name, value)| format!(" {name}=\"{}\"", escaped(value)))
                .collect();
        format!(
            "<script src=\"{}/embed.js\" async></script>\n<claim-atlas src=\"{}\"{}></claim-atlas>",
            escaped(folder),
            escaped(home),
            attributes.concat()
        )
    }
}
