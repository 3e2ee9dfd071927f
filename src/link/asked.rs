//! Which corpus a link asks for. It is read before any corpus is there.

use super::pairs::pairs;
use super::setting::FIXED;

/// The key of the corpus's address.
pub(super) const CORPUS: &str = "corpus";

/// Which corpus an address asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The address of the corpus, as it stands in the link.
    pub address: Option<String>,
    /// Whether the page around the viewer fixes filters: then it is to show the corpus of the site, and no other.
    pub is_fixed: bool,
}

/// Which corpus a query string asks for, without its `?`.
#[must_use]
pub fn asked(search: &str) -> Asked {
    let (pairs, rest) = pairs(search);
    let own = |key: &str| pairs.iter().find(|it| it.key.eq_ignore_ascii_case(key));
    let address = own(CORPUS).map(|it| it.value.trim().to_owned()).filter(|it| !it.is_empty());
    // What was cut off might have fixed something.
    let is_fixed = own(FIXED).is_some() || rest.is_some();
    Asked { address, is_fixed }
}

#[cfg(test)]
mod tests {
    use super::{Asked, asked};

    #[test]
    fn a_query_string_asks_for_a_corpus() {
        let asks = |search: &str| {
            let Asked { address, is_fixed } = asked(search);
            (address.unwrap_or_default(), is_fixed)
        };
        assert_eq!(asks("plain&lang=de"), (String::new(), false));
        assert_eq!(asks("corpus="), (String::new(), false));
        let address = "https://news.example/a/ours.json";
        for search in [
            "corpus=https%3A//news.example/a/ours.json",
            "theme=dark&corpus=https://news.example/a/ours.json&country=EGY",
            "Corpus=https%3A%2F%2Fnews.example%2Fa%2Fours.json",
        ] {
            assert_eq!(asks(search), (address.to_owned(), false), "{search}");
        }
        assert_eq!(asks("corpus=ours.json%3Fv%3D2"), ("ours.json?v=2".to_owned(), false));
        assert_eq!(asks("corpus=ours.json&country=EGY&fixed"), ("ours.json".to_owned(), true));
        assert_eq!(asks("fixed=1&corpus=ours.json"), ("ours.json".to_owned(), true));
    }
}
