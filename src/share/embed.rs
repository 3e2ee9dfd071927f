//! Embedding: what of the viewer an article shows, live or frozen, and the code for it.

use super::{Shown, file_name, framed};
use crate::corpus::{Edition, Lang};
use crate::guest::Guest;
use crate::link::{Page, Setting, Theme, embedded, escaped, preview_name, single_name, write};
use crate::query::Query;

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
    /// The code for what shows no frame, such as a newsletter: the sentence and the link, and, where nothing is filtered,
    /// the picture that stands beside the site. Nothing where others could not open it.
    pub unframed: Option<String>,
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

    /// The code. Behind each frame stands what is left of it where a page takes frames out, or is printed: a sentence and
    /// a link.
    #[must_use]
    pub fn code(self, shown: &Shown) -> Code {
        let query = self.query(shown);
        let lang = self.lang.unwrap_or(shown.lang);
        let guest = shown.atlas.guest.as_ref();
        let is_asked = guest.is_some_and(|it| it.address().is_some());
        let setting = Setting { fixed: self.setting.fixed && !is_asked, ..self.setting };
        let embedded = embedded(&query, setting, guest);
        let shown = Shown { lang, ..*shown };
        let edition = Edition { selection: None, ..shown.edition() };
        let name = file_name(&edition) + ".html";
        let live = self.live(shown.page).filter(|_| is_asked || !self.is_frozen);
        let home = live.as_ref().unwrap_or(&name);
        let mark = if embedded.is_empty() { "" } else { "?" };
        let asked = self::embedded(&Query::default(), Setting::default(), guest);
        let asked = if asked.is_empty() { asked } else { ["?", &asked].concat() };
        let fragment = write(&Query { lang: Some(lang), ..query.clone() });
        let link = [home, &*asked, "#", &fragment].concat();
        let filters = shown.filters_of(&query);
        let said = Said {
            title: shown.title(&filters),
            line: shown.line(&shown.sentence(&query, &filters), &link),
        };
        // The picture beside the site is of the corpus of the site.
        let unfiltered = live.as_ref().filter(|_| filters.is_empty() && guest.is_none());
        let picture = unfiltered.map(|live| picture(live, lang, &said.title, &link));
        Code {
            frame: framed(&[home, mark, &embedded].concat(), &said.title, &said.line),
            element: live
                .as_ref()
                .map(|live| Self { setting, ..self }.element(live, &query, &said, guest)),
            unframed: live
                .is_some()
                .then(|| format!("{}<p>{}</p>", picture.unwrap_or_default(), said.line)),
            file: (live.is_none() && !shown.page.is_file).then(|| (single_name(self.page()), name)),
            query: embedded,
        }
    }

    /// The code of the element, for what stands at an address.
    fn element(self, home: &str, query: &Query, said: &Said, guest: Option<&Guest>) -> String {
        let Self { setting, lang, .. } = self;
        // Language and theme have attributes of their own.
        let query = Query { lang: None, ..query.clone() };
        let query = embedded(&query, Setting { theme: Theme::Auto, ..setting }, guest);
        let theme = if setting.theme == Theme::Auto { "" } else { setting.theme.id() };
        let attributes = [
            ("query", &*query),
            ("lang", lang.map_or("", Lang::tag)),
            ("theme", theme),
            ("title", &*said.title),
        ];
        let attributes: Vec<String> = attributes
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!(" {name}=\"{}\"", escaped(value)))
            .collect();
        format!(
            "<script src=\"{}/embed.js\" async></script>\n<claim-atlas src=\"{}\"{}>\n{}\n</claim-atlas>",
            escaped(folder(home)),
            escaped(home),
            attributes.concat(),
            said.line
        )
    }
}

/// What an embed says of itself.
struct Said {
    /// What the frame is called.
    title: String,
    /// The line that is left where no frame is shown.
    line: String,
}

/// The folder that a page stands in.
fn folder(home: &str) -> &str {
    home.rsplit_once('/').map_or(home, |(folder, _)| folder)
}

/// The code of the picture beside the site, which shows all of the corpus.
fn picture(home: &str, lang: Lang, title: &str, link: &str) -> String {
    let picture = [folder(home), "/", &preview_name(lang)].concat();
    format!(
        "<p><a href=\"{}\"><img src=\"{}\" alt=\"{}\" width=\"600\" height=\"315\"></a></p>\n",
        escaped(link),
        escaped(&picture),
        escaped(title)
    )
}
