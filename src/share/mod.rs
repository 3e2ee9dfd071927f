//! Sharing: what is shown, as a link, as a sentence with its source, as code for other pages.

mod citation;
mod embed;
mod reference;

pub use citation::Citation;
pub use embed::{Code, Embed};
pub use reference::Reference;

#[cfg(test)]
mod tests;

use crate::atlas::Atlas;
use crate::corpus::{Edition, Lang};
use crate::evidence;
use crate::link::{Page, escaped, iframe, write};
use crate::query::{Query, View};
use crate::words;

/// What is shown, where, and in which language: all that a tool works on.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The corpus, held to what the page around the viewer has fixed.
    pub atlas: &'a Atlas,
    /// What the reader has set.
    pub query: &'a Query,
    /// The language that is shown.
    pub lang: Lang,
    /// Where the page stands.
    pub page: &'a Page,
}

impl Shown<'_> {
    /// The link to a query, which opens exactly that, in the language that is shown.
    #[must_use]
    pub fn link(&self, query: &Query) -> String {
        let Self { atlas, lang, page, .. } = *self;
        page.link(query, atlas.index.fixed(), atlas.guest.as_ref(), lang)
    }

    /// The way out of a frame: to the viewer's own page with what is shown, of which nothing is fixed there. Nothing
    /// outside a frame, and where others cannot open that page.
    #[must_use]
    pub fn out_of_frame(&self) -> Option<String> {
        let Self { atlas, query, lang, page } = *self;
        let fixed = atlas.index.fixed();
        let shown = if fixed.filters().is_empty() { query } else { fixed };
        let leads = page.is_framed && page.is_public(lang);
        leads.then(|| page.link(shown, &Query::default(), atlas.guest.as_ref(), lang))
    }

    /// The corpus's edition, with the selection that is shown of it, where it is a part.
    #[must_use]
    pub fn edition(&self) -> Edition {
        let mut edition = self.atlas.corpus().source().edition.clone().unwrap_or_default();
        // A corpus without an edition has a hash all the same, and none has the one that it says of itself.
        if let Some(guest) = &self.atlas.guest {
            edition.sha256 = guest.sha256.clone().unwrap_or_default();
        }
        // What could not be read of a page's filters has no words, and still leaves out.
        if self.atlas.index.is_held() {
            edition.selection.get_or_insert_default();
        }
        for query in [self.atlas.index.fixed(), self.query] {
            if !query.filters().is_empty() {
                let selection = edition.selection.get_or_insert_default();
                // Each narrows the one before.
                if !selection.is_empty() {
                    selection.push(' ');
                }
                selection.push_str(&write(&narrowing(query)));
            }
        }
        edition
    }

    /// What all filters are called that are set, those that the page around the viewer has fixed among them.
    #[must_use]
    pub fn filters(&self) -> Vec<String> {
        let all = [self.atlas.index.fixed(), self.query];
        all.into_iter().flat_map(|query| self.filters_of(query)).collect()
    }

    /// What the filters of a query are called.
    #[must_use]
    pub fn filters_of(&self, query: &Query) -> Vec<String> {
        let Atlas { countries, .. } = self.atlas;
        let name = |filter| words::filter(self.atlas.corpus(), countries, self.lang, query, filter);
        query.filters().iter().map(name).collect()
    }

    /// What a frame that shows a selection is called. A page may hold several, so it names the filters.
    #[must_use]
    pub fn title(&self, filters: &[String]) -> String {
        [words::words(self.lang).title, &in_brackets(self.lang, filters)].concat()
    }

    /// What a query selects, in a sentence that names the source.
    #[must_use]
    pub fn sentence(&self, query: &Query, filters: &[String]) -> String {
        let corpus = self.atlas.corpus();
        let selection = self.atlas.index.select(query);
        let findings = self.atlas.index.findings(&selection.discounted);
        let figures =
            evidence::summary(corpus, &findings, &selection.transfers, &selection.context);
        let words = words::words(self.lang);
        let summary = words::summary(self.lang, &figures);
        // It begins with a name in Latin letters, which would turn all of it round wherever it is pasted.
        let begins = if self.lang.is_right_to_left() { "\u{200f}" } else { "" };
        let site = [begins, words.site, &in_brackets(self.lang, filters)].concat();
        let sentence = words.labelled(&site, &[&summary, " ", words.caveat].concat());
        self.with_corpus(sentence)
    }

    /// A sentence with the corpus that it is made from, where that has a title or is not the site's.
    fn with_corpus(&self, sentence: String) -> String {
        let Atlas { guest, .. } = self.atlas;
        words::from_corpus(self.lang, guest.as_ref(), self.atlas.corpus(), sentence)
    }

    /// The code of a sentence and where it leads, for the inside of a paragraph. It is kept while the corpus changes, and so
    /// says of when it is. The address stands there to be read, since it may be printed.
    fn line(&self, sentence: &str, link: &str) -> String {
        let day = words::edition_day(self.lang, self.atlas.corpus());
        let as_of = day.map(|day| [" ", &words::tools(self.lang).as_of(&day)].concat());
        let text = escaped(&[sentence, &as_of.unwrap_or_default()].concat());
        format!("{text} <a href=\"{}\">{}</a>", escaped(link), breakable(link))
    }
}

/// The filters, as they stand behind a name; nothing where none is set.
fn in_brackets(lang: Lang, filters: &[String]) -> String {
    let filters = filters.join(words::words(lang).signs.semicolon);
    if filters.is_empty() { filters } else { format!(" ({filters})") }
}

/// The code of a link to be read, which may be wider than a phone: behind what parts its words it goes on in a new line. The
/// sign for that (U+200B) is left by content systems that take `<wbr>` out, and is passed over where a fragment is read that
/// somebody has copied with it.
fn breakable(link: &str) -> String {
    let (address, fragment) = link.split_at(link.find('#').unwrap_or(link.len()));
    let parts = ["&amp;", "~", "%20"].into_iter();
    let fragment =
        parts.fold(escaped(fragment), |all, it| all.replace(it, &[it, "&#8203;"].concat()));
    escaped(address) + &fragment
}

/// The code of a frame, and of the line behind it. Content systems give their column to what is a block, as a frame is not.
fn framed(address: &str, title: &str, line: &str) -> String {
    format!("<div>{}</div>\n<p>{line}</p>", iframe(address, title))
}

/// What of a query narrows, whatever is listed.
#[must_use]
pub fn narrowing(query: &Query) -> Query {
    Query { view: View::default(), ..query.narrowing() }
}

/// The name that something of an edition is kept by, without an ending: it says of which, and whether it is a part.
#[must_use]
pub fn file_name(edition: &Edition) -> String {
    let Edition { date, sha256, selection } = edition;
    let part = if selection.is_some() { "part" } else { "" };
    let mut name = "claim-atlas".to_owned();
    for part in [date, sha256.get(..8).unwrap_or_default(), part] {
        if !part.is_empty() {
            name.extend(["-", part]);
        }
    }
    name
}
