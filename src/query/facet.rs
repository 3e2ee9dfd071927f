//! The facets: what claims are filtered by, and all that there is to know of each. A new one is added here.

use crate::corpus::{ClaimId, Corpus, CountryNames, Kind, Lang, Stance, Status};
use crate::evidence;
use crate::locale::words;
use crate::terms;

/// A property that claims are filtered by. Several values of one add up, different ones narrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    /// Either side of a transfer, or a country that context speaks of.
    Country,
    /// What is moved, or what context is about.
    Category,
    /// How far a transfer is said to have come, in the claims that say so.
    Status,
    /// What sort of movement it is.
    Kind,
    /// Who answers for the claim.
    Origin,
    /// Which document says it.
    Document,
}

impl Facet {
    /// All facets, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Country, Self::Category, Self::Status, Self::Kind, Self::Origin, Self::Document];

    /// The word for it in links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Category => "category",
            Self::Status => "status",
            Self::Kind => "kind",
            Self::Origin => "origin",
            Self::Document => "document",
        }
    }

    /// The facet that links call so.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.id() == id)
    }

    /// Its name.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        let names = &words(lang).facet_names;
        match self {
            Self::Country => names.country,
            Self::Category => names.category,
            Self::Status => names.status,
            Self::Kind => names.kind,
            Self::Origin => names.origin,
            Self::Document => names.document,
        }
    }

    /// The ids that its values have, in the order in which they are listed.
    pub(super) fn ids(self, corpus: &Corpus) -> Vec<&str> {
        let source = corpus.source();
        match self {
            Self::Country => source.countries.iter().map(|it| it.id.as_str()).collect(),
            Self::Category => source.categories.iter().map(|it| it.id.as_str()).collect(),
            Self::Status => Status::ALL.iter().map(|it| it.id()).collect(),
            Self::Kind => Kind::ALL.iter().map(|it| it.id()).collect(),
            Self::Origin => source.origins.iter().map(|it| it.id.as_str()).collect(),
            Self::Document => source.documents.iter().map(|it| it.id.as_str()).collect(),
        }
    }

    /// The id of the value that somebody calls so: by its id, whatever its case, or a country by its two letters.
    #[must_use]
    pub fn find(self, corpus: &Corpus, called: &str) -> Option<String> {
        let of_letters = |letters: &str| {
            let mut countries = corpus.source().countries.iter();
            let is_so = |code: &str| code.eq_ignore_ascii_case(letters);
            Some(countries.find(|it| it.alpha2.as_deref().is_some_and(is_so))?.id.clone())
        };
        known_as(&self.ids(corpus), called)
            .or_else(|| of_letters(called).filter(|_| self == Self::Country))
    }

    /// Whether all claims of a transfer have the same values in it.
    pub(super) fn is_of_transfer(self) -> bool {
        match self {
            Self::Country | Self::Category | Self::Kind => true,
            Self::Status | Self::Origin | Self::Document => false,
        }
    }

    /// Tells the values that a claim has in it, each by its place among those that are listed.
    pub(super) fn of(self, corpus: &Corpus, claim: ClaimId, has: &mut dyn FnMut(usize)) {
        let transfer = corpus.transfer_of(claim);
        match self {
            Self::Country => corpus.countries_of(claim).iter().for_each(|it| has(it.place())),
            Self::Category => has(corpus.category_of(claim).place()),
            // A denial claims no status.
            Self::Status if corpus.claim(claim).stance != Stance::Asserts => {}
            Self::Status => {
                let status = transfer.map(|_| corpus.claim(claim).status);
                Status::ALL.iter().position(|it| Some(*it) == status).into_iter().for_each(has);
            }
            Self::Kind => {
                let kind = transfer.map(|it| corpus.transfer(it).kind);
                Kind::ALL.iter().position(|it| Some(*it) == kind).into_iter().for_each(has);
            }
            Self::Origin => has(evidence::accountable(corpus, claim).place()),
            Self::Document => has(corpus.document_of(claim).place()),
        }
    }

    /// The name of one of its values; the id where the corpus has no such value. The countries' names come from the
    /// browser.
    #[must_use]
    pub fn value_name(
        self,
        corpus: &Corpus,
        countries: &CountryNames,
        lang: Lang,
        id: &str,
    ) -> String {
        let source = corpus.source();
        let name = match self {
            Self::Country => corpus.find_country(id).map(|it| countries[it].get(lang)),
            Self::Category => {
                source.categories.iter().find(|it| it.id == id).map(|it| it.name.get(lang))
            }
            Self::Status => {
                let status = Status::ALL.into_iter().find(|it| it.id() == id);
                status.map(|it| terms::status(lang, it))
            }
            Self::Kind => {
                let kind = Kind::ALL.into_iter().find(|it| it.id() == id);
                kind.map(|it| terms::kind(lang, it))
            }
            Self::Origin => corpus.find_origin(id).map(|it| corpus.origin(it).name.get(lang)),
            Self::Document => corpus.find_document(id).map(|it| corpus.document(it).title.as_str()),
        };
        name.unwrap_or(id).to_owned()
    }
}

/// The id among some that somebody has written, as it is or else whatever its case.
#[must_use]
pub fn known_as(ids: &[&str], written: &str) -> Option<String> {
    let exact = ids.iter().find(|id| **id == written);
    let id = exact.or_else(|| ids.iter().find(|id| id.eq_ignore_ascii_case(written)))?;
    Some((*id).to_owned())
}
