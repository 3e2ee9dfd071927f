//! Where a page stands, and the addresses that follow: of what is seen, and of an embed.

use super::asked::CORPUS;
use super::{Setting, fragment, pairs, write};
use crate::corpus::{Lang, Text};
use crate::guest::Guest;
use crate::query::Query;

/// Where the page stands, as far as the browser tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its address, without query string and fragment.
    pub address: String,
    /// The site's configured address in each language, where the build knows it.
    pub site: Option<Text>,
    /// Whether it is the single file.
    pub is_file: bool,
    /// Whether it stands in another page.
    pub is_framed: bool,
    /// Whether the system offers to share.
    pub can_share: bool,
}

impl Page {
    /// Where links to the viewer lead: to the page itself, where others can open it; else to the site, if there is one;
    /// else to the page all the same. The site has a page for each language.
    #[must_use]
    pub fn home(&self, lang: Lang) -> String {
        if !is_public(&self.address) {
            let site = self.site.as_ref().map(|site| site.get(lang));
            return site.unwrap_or(&self.address).to_owned();
        }
        let (folder, name) = self.address.rsplit_once('/').unwrap_or((&self.address, ""));
        // A host may know which one is meant where none is named.
        let is_page = name.is_empty() || Lang::ALL.into_iter().any(|it| page_name(it) == name);
        if self.is_file || !is_page {
            return self.address.clone();
        }
        let is_short = name.is_empty() && lang == Lang::REFERENCE;
        if is_short { [folder, "/"].concat() } else { [folder, "/", &page_name(lang)].concat() }
    }

    /// Whether others can open what links to the viewer lead to.
    #[must_use]
    pub fn is_public(&self, lang: Lang) -> bool {
        is_public(&self.home(lang))
    }

    /// Where an embed that follows updates leads, where there is something to follow.
    #[must_use]
    pub fn live(&self, lang: Lang) -> Option<String> {
        let site = || self.site.as_ref().map(|site| site.get(lang).to_owned());
        if self.is_file { site() } else { Some(self.home(lang)).filter(|home| is_public(home)) }
    }

    /// The link to a query of a corpus in a language, which opens exactly that, within what the page around the viewer
    /// has fixed.
    #[must_use]
    pub fn link(&self, query: &Query, fixed: &Query, guest: Option<&Guest>, lang: Lang) -> String {
        let mut address = self.home(lang);
        let is_fixed = !fixed.filters().is_empty();
        let setting = Setting { fixed: is_fixed, ..Setting::default() };
        let search = embedded(fixed, setting, guest);
        if !search.is_empty() {
            address = [&*address, "?", &search].concat();
        }
        let query = Query { lang: Some(lang), ..query.clone() };
        [&*address, "#", &fragment(&query, guest)].concat()
    }
}

/// The name of a language's page on the site.
#[must_use]
pub fn page_name(lang: Lang) -> String {
    if lang == Lang::REFERENCE { "index.html".to_owned() } else { [lang.tag(), ".html"].concat() }
}

/// The name of a language's single file, beside the site.
#[must_use]
pub fn single_name(lang: Lang) -> String {
    let of = if lang == Lang::REFERENCE { String::new() } else { ["-", lang.tag()].concat() };
    ["claim-atlas", &of, ".html"].concat()
}

/// The name of a language's picture for links, beside the site.
#[must_use]
pub fn preview_name(lang: Lang) -> String {
    let of = if lang == Lang::REFERENCE { String::new() } else { ["-", lang.tag()].concat() };
    ["preview", &of, ".png"].concat()
}

/// Whether others can open what stands at an address.
#[must_use]
pub fn is_public(address: &str) -> bool {
    address.starts_with("http")
}

/// The query string of an embed: how it is set comes first, so that nothing is lost of it in a long one, and of which
/// corpus it is.
#[must_use]
pub fn embedded(query: &Query, setting: Setting, guest: Option<&Guest>) -> String {
    let address = guest.and_then(Guest::address);
    let corpus = address.map(|it| [CORPUS, "=", &pairs::escaped(it)].concat());
    let parts = [setting.write(), corpus.unwrap_or_default(), write(query)];
    parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("&")
}

/// The code of a frame that shows an address. It has no colour scheme of its own: where the viewer's is not the host's,
/// browsers give it a ground, so that it can be read on any page. A page that allows no styles in attributes would give
/// it a border, so that an attribute of its own takes it away.
#[must_use]
pub fn iframe(address: &str, title: &str) -> String {
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"640\" frameborder=\"0\" loading=\"lazy\" \
         allow=\"clipboard-write\"></iframe>",
        escaped(address),
        escaped(title)
    )
}

/// A text as the value of an attribute, in code that somebody else puts into a page.
#[must_use]
pub fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;")
}
