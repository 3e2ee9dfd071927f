//! Which corpus a link asks for. It is read before any corpus is there.

use super::pairs::{ESCAPES, Pair, decoded_once, pairs};
use super::setting::FIXED;
use crate::corpus::is_unruly;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

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
    let address = own(CORPUS).map(address).filter(|it| !it.is_empty());
    // What was cut off might have fixed something.
    let is_fixed = own(FIXED).is_some() || rest.is_some();
    Asked { address, is_fixed }
}

/// The address in a pair. Its own escapes stay, since one that stands as Share writes it was escaped once; one that was
/// escaped more often shows no sign of an address yet.
fn address(pair: &Pair) -> String {
    let raw = pair.written.split_once('=').map_or("", |(_, raw)| raw);
    let mut plain = decoded_once(raw);
    for _ in 1..ESCAPES {
        let is_escaped = ["%3A", "%3a", "%2F", "%2f"].iter().any(|it| plain.contains(it));
        if plain.contains([':', '/']) || !is_escaped {
            break;
        }
        plain = decoded_once(&plain);
    }
    // What a sentence ends with is none of it.
    let plain = plain.trim().trim_end_matches(['.', ',', ';', '!', ')', ']', '>']);
    // It is shown as it is; a sign that turns what stands beside it is the same to a host where it is escaped.
    plain.chars().map(|it| if is_unruly(it) { escaped(it) } else { it.to_string() }).collect()
}

fn escaped(sign: char) -> String {
    utf8_percent_encode(sign.encode_utf8(&mut [0; 4]), NON_ALPHANUMERIC).to_string()
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
        // Escapes of its own stay, and what a mail puts behind it goes.
        assert_eq!(asks("corpus=100%2525.json"), ("100%25.json".to_owned(), false));
        let signed = "corpus=https%3A//a.example/o.json%3Fsig%3Da%252Bb%2526c";
        assert_eq!(asks(signed), ("https://a.example/o.json?sig=a%2Bb%26c".to_owned(), false));
        assert_eq!(asks("corpus=ours.json)."), ("ours.json".to_owned(), false));
        assert_eq!(asks("corpus=a%E2%80%AEb.json"), ("a%E2%80%AEb.json".to_owned(), false));
        let twice = "corpus=https%253A%252F%252Fnews.example%252Fa%252Fours.json";
        assert_eq!(asks(twice), (address.to_owned(), false));
        assert_eq!(asks("corpus=ours.json&country=EGY&fixed"), ("ours.json".to_owned(), true));
        assert_eq!(asks("fixed=1&corpus=ours.json"), ("ours.json".to_owned(), true));
    }
}
