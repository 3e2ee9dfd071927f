//! What a page is made from, besides what its reader sets.

use crate::corpus::{ClaimSet, Corpus, CountryId, CountryNames, DocumentId, Lang, OriginId};
use crate::guest::Guest;
use crate::map::{Board, Frame, Placing};
use crate::query::Index;
use std::sync::OnceLock;

/// A corpus, ready to be shown.
#[derive(Debug)]
pub struct Atlas {
    /// The corpus, ready to be selected from, held to what the page around the viewer has fixed.
    pub index: Index,
    /// The countries' names.
    pub countries: CountryNames,
    /// The language where the reader has set none.
    pub preferred: Lang,
    /// Where the corpus comes from, where it is not the one compiled in.
    pub guest: Option<Guest>,
    /// Whether it is drawn by the build, for readers without the program: then what leads somewhere leads into the
    /// one list, and all claims stand in it.
    pub is_prerendered: bool,
    /// The map where nothing is filtered and nobody distrusted: all placings are found by it.
    whole: OnceLock<Board>,
    placings: [[OnceLock<Placing>; Frame::ALL.len()]; Lang::ALL.len()],
}

impl Atlas {
    /// A corpus with its countries' names, for readers of a language who have set none.
    #[must_use]
    pub fn new(index: Index, countries: CountryNames, preferred: Lang) -> Self {
        let (whole, placings) = Default::default();
        Self { index, countries, preferred, guest: None, is_prerendered: false, whole, placings }
    }

    /// The same, of a corpus that may not be the one compiled in.
    #[must_use]
    pub fn of(self, guest: Option<Guest>) -> Self {
        Self { guest, ..self }
    }

    /// The same, as the build draws it.
    #[must_use]
    pub fn prerendered(self) -> Self {
        Self { is_prerendered: true, ..self }
    }

    /// Where the countries' tiles are, worked out when it is first asked for.
    ///
    /// # Panics
    /// Never: each language and each frame has its place.
    #[must_use]
    pub fn placing(&self, lang: Lang, frame: Frame) -> &Placing {
        let of_lang = Lang::ALL.iter().position(|it| *it == lang);
        let of_frame = Frame::ALL.iter().position(|it| *it == frame);
        let frames = of_lang.and_then(|at| self.placings.get(at));
        let place = frames.zip(of_frame).and_then(|(frames, at)| frames.get(at));
        place.expect("each has its place").get_or_init(|| {
            let board = self.whole.get_or_init(|| {
                Board::of_all(self.corpus(), &self.index.findings(&ClaimSet::new()))
            });
            Placing::of(self.corpus(), board, &self.countries, lang, frame)
        })
    }

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
