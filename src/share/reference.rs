//! A reference to what is shown, to a transfer or to a claim: the link, and what it leads to, in a sentence.

use super::{Shown, framed};
use crate::evidence::Trust;
use crate::guest::Guest;
use crate::query::Query;
use crate::words::{self, Attributed};

/// What is shared, in each form that it is shared in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The link.
    pub link: String,
    /// What it leads to, in a sentence that names the source.
    pub sentence: String,
    /// Both, as Markdown.
    pub markdown: String,
    /// The code of a frame that shows it, and of the sentence and the link behind it; nothing where others could not open it.
    pub frame: Option<String>,
}

impl Reference {
    /// Of what is shown.
    #[must_use]
    pub fn of_view(shown: &Shown) -> Self {
        let filters = shown.filters();
        let sentence = shown.sentence(shown.query, &filters);
        Self::new(shown, shown.query, sentence, &shown.title(&filters))
    }

    /// Of a transfer, by itself; nothing where there is none of the id.
    #[must_use]
    pub fn of_transfer(shown: &Shown, id: &str) -> Option<Self> {
        let transfer = shown.atlas.corpus().find_transfer(id)?;
        let mut query = Query::default();
        query.open.insert(id);
        let sentence = shown.with_corpus(attributed(shown).transfer(transfer));
        Some(Self::new(shown, &query, sentence.clone(), &sentence))
    }

    /// Of a claim, by itself; nothing where there is none of the id.
    #[must_use]
    pub fn of_claim(shown: &Shown, id: &str) -> Option<Self> {
        let claim = shown.atlas.corpus().find_claim(id)?;
        let query = Query { claim: Some(id.to_owned()), ..Query::default() };
        let sentence = shown.with_corpus(attributed(shown).claim(claim));
        Some(Self::new(shown, &query, sentence.clone(), &sentence))
    }

    fn new(shown: &Shown, query: &Query, sentence: String, title: &str) -> Self {
        let link = shown.link(query);
        // A corpus that only this reader has nobody else would see in the frame.
        let is_private = shown.atlas.guest.as_ref().is_some_and(Guest::is_private);
        let is_public = shown.page.is_public(shown.lang) && !is_private;
        let frame = is_public.then(|| framed(&link, title, &shown.line(&sentence, &link)));
        Self { markdown: markdown(&sentence, &link), link, sentence, frame }
    }
}

fn attributed<'a>(shown: &Shown<'a>) -> Attributed<'a> {
    let trust = Trust::all(shown.atlas.corpus());
    Attributed { trust, countries: &shown.atlas.countries, lang: shown.lang }
}

/// A sentence that leads to an address, as Markdown.
fn markdown(sentence: &str, link: &str) -> String {
    let link = link.replace('(', "%28").replace(')', "%29");
    format!("[{}]({link})", words::markdown(sentence))
}
