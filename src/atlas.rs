//! What a page is made from, besides what its reader sets.

use crate::corpus::{Corpus, CountryId, CountryNames, DocumentId, Lang, OriginId};
use crate::query::Index;

/// A corpus, ready to be shown.
#[derive(Debug)]
pub struct Atlas {
    /// The corpus, ready to be selected from, held to what the page around the viewer has fixed.
    pub index: Index,
    /// The countries' names.
    pub countries: CountryNames,
    /// The language where the reader has set none.
    pub preferred: Lang,
    /// Whether it is drawn by the build, for readers without the program: then what leads somewhere leads into the
    /// one list, and all claims stand in it.
    pub is_prerendered: bool,
}

impl Atlas {
    /// The corpus.
    #[must_use]
    pub fn corpus(&self) -> &Corpus {
        self.index.corpus()
    }

    /// A country's name.
    #[must_use]
    pub fn country(&self, country: CountryId, lang: Lang) -> &str {
        self.countries[country].get(lang)
    }

    /// An origin's name.
    #[must_use]
    pub fn origin(&self, origin: OriginId, lang: Lang) -> &str {
        self.corpus().origin(origin).name.get(lang)
    }

    /// The name of a document's outlet.
    #[must_use]
    pub fn outlet(&self, document: DocumentId, lang: Lang) -> &str {
        self.origin(self.corpus().outlet(document), lang)
    }
}
