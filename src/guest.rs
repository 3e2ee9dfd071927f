//! A corpus that is not the one compiled in: where it comes from, and how it is told from that.

use crate::corpus::{Faults, Limit, legible};

/// A corpus that is not the one compiled in. Whatever is shown of it, or taken along, says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    /// Where it comes from.
    pub whence: Whence,
    /// SHA-256 of its bytes, as they came; nothing where the browser makes none, or nobody has these bytes.
    pub sha256: Option<String>,
}

/// Where a corpus comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whence {
    /// The page itself, such as a single file that somebody has put it into.
    Page,
    /// An address, which a link names.
    Address(String),
    /// A file of the reader's, by its name.
    File(String),
    /// Made in this page of a table or of texts, by the name of the file that it was made of: no file holds it yet.
    Made(String),
}

impl Whence {
    /// A file of the reader's. Its name is anybody's, and is shown and taken along as one that can be read.
    #[must_use]
    pub fn file(name: &str) -> Self {
        Self::File(legible(name))
    }

    /// Made in this page of a file with this name.
    #[must_use]
    pub fn made(name: &str) -> Self {
        Self::Made(legible(name))
    }

    /// What it is called where the corpus has no title: a file's name, an address's host and file. In the page it has none.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Page => "",
            Self::Address(address) => {
                let rest = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest);
                rest.split(['?', '#']).next().unwrap_or(rest)
            }
            Self::File(name) | Self::Made(name) => name,
        }
    }
}

impl Guest {
    /// What a link is marked with that was made for this corpus, where nobody else has that: the first digits of its
    /// hash, or else its name.
    #[must_use]
    pub fn mark(&self) -> Option<&str> {
        match &self.whence {
            Whence::File(name) | Whence::Made(name) => {
                Some(self.sha256.as_deref().and_then(|it| it.get(..MARK)).unwrap_or(name))
            }
            Whence::Page | Whence::Address(_) => None,
        }
    }

    /// The address that a link names, so that others see the same.
    #[must_use]
    pub fn address(&self) -> Option<&str> {
        match &self.whence {
            Whence::Address(address) => Some(address),
            Whence::Page | Whence::File(_) | Whence::Made(_) => None,
        }
    }

    /// Whether nobody else can see it, unless its file is handed on.
    #[must_use]
    pub fn is_private(&self) -> bool {
        matches!(self.whence, Whence::File(_) | Whence::Made(_))
    }
}

/// Why a corpus that was asked for or opened is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is asked for together with filters that are fixed: those are of the corpus of the site.
    Fixed,
    /// The single file asks nobody.
    Single,
    /// The address is of a host that the site was not told of, or is none.
    Host,
    /// Nobody answered, or the host lets nobody read the answer.
    Unreached,
    /// The host leads on to another address, such as that of a login.
    Redirected,
    /// The host answered with this status in place of the file.
    Status(u16),
    /// Nothing came for [`PATIENCE`] seconds.
    Silent,
    /// The reader has stopped it.
    Stopped,
    /// The file could not be read.
    Unreadable,
    /// It is a page, and no corpus.
    Markup,
    /// It is not UTF-8.
    Encoding,
    /// It has more than a corpus may have.
    TooLarge(Limit),
    /// It breaks the rules of a corpus.
    Faulty(Faults),
}

/// So many seconds may pass without a byte.
pub const PATIENCE: u32 = 30;

/// The hosts besides its own that the site may ask for a corpus, as the build was told: addresses without a path.
pub fn hosts() -> impl Iterator<Item = &'static str> {
    option_env!("CLAIM_ATLAS_HOSTS").unwrap_or_default().split_whitespace()
}

/// Whether the site may ask an address for a corpus: it stands at the site's own origin, or at that of one of the
/// [`hosts`] that the build was told of.
#[must_use]
pub fn may_ask<'a>(origin: &str, own: &str, hosts: impl IntoIterator<Item = &'a str>) -> bool {
    let is_own = origin == own && origin.starts_with("http");
    is_own || hosts.into_iter().any(|host| host == origin)
}

/// Whether a file is meant as a corpus, or as a table that one is made of, by its name and by how it begins. An article,
/// too, may be called `.json`, and a corpus anything.
#[must_use]
pub fn is_meant_as_corpus(name: &str, beginning: &[u8]) -> bool {
    let begun = beginning.strip_prefix(b"\xef\xbb\xbf").unwrap_or(beginning).trim_ascii_start();
    // Of an object's beginning no article has any; what is spoilt of it is told by the name.
    let object = begun.strip_prefix(b"{").map(<[u8]>::trim_ascii_start);
    let is_object = object.is_some_and(|it| it.is_empty() || it.starts_with(b"\""));
    let name = name.to_ascii_lowercase();
    let is_named = [".json", ".csv", ".tsv", ".tab"].iter().any(|it| name.ends_with(it));
    is_object || (is_named && !begun.starts_with(b"<"))
}

/// So many digits of a hash tell one corpus from another.
pub const MARK: usize = 8;

/// Whether a mark is of a hash, and no name.
#[must_use]
pub fn is_hash_mark(mark: &str) -> bool {
    mark.len() == MARK && mark.bytes().all(|it| it.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::{Guest, Whence, may_ask};
    use crate::corpus::{SeedFile, check_json};

    fn guest(whence: Whence) -> Guest {
        Guest { whence, sha256: Some("0123456789abcdef".repeat(4)) }
    }

    #[test]
    fn only_a_readers_file_marks_links() {
        let file = guest(Whence::File("ours.json".to_owned()));
        assert_eq!(file.mark(), Some("01234567"));
        let unhashed = Guest { sha256: None, ..file };
        assert_eq!(unhashed.mark(), Some("ours.json"));
        let address = guest(Whence::Address("https://news.example/a/ours.json?v=2".to_owned()));
        assert_eq!((address.mark(), address.whence.name()), (None, "news.example/a/ours.json"));
        assert_eq!(guest(Whence::Page).mark(), None);
        let turning = Whence::file("a\u{202e}nosj.b");
        assert_eq!(turning.name(), "a\\u{202e}nosj.b");
        // What was made here has no bytes that anybody could be asked for.
        let made = Guest { whence: Whence::Made("ours.csv".to_owned()), sha256: None };
        assert_eq!((made.mark(), made.is_private()), (Some("ours.csv"), true));
    }

    #[test]
    fn the_example_to_begin_with_keeps_to_the_rules() {
        let text = crate::EXAMPLE.to_owned();
        let file = SeedFile { name: "corpus.json".to_owned(), text };
        assert_eq!(check_json(&file).map(|it| it.documents.len()), Ok(2));
    }

    #[test]
    fn a_corpus_is_known_by_its_beginning_or_its_name() {
        let is_meant = |name, begun: &str| super::is_meant_as_corpus(name, begun.as_bytes());
        assert!(is_meant("ours.json", "{\n  \"languages\": ["));
        assert!(is_meant("ours.txt", "\u{feff} {\"title\": {"));
        assert!(is_meant("ours.JSON", "\u{0}\u{0}"));
        assert!(is_meant("register.CSV", "Supplier;Recipient"));
        for (name, begun) in
            [("a.txt", "Egypt is said"), ("a.json", "<!doctype html>"), ("a.rtf", "{\\rtf1")]
        {
            assert!(!is_meant(name, begun), "{name}");
        }
    }

    #[test]
    fn only_the_own_host_is_asked_and_those_that_the_build_names() {
        let own = "https://news.example";
        let named = "https://data.example";
        let may_ask = |origin, own| may_ask(origin, own, [named]);
        assert!(may_ask(own, own) && may_ask(named, own) && may_ask(named, "null"));
        for other in [
            "https://news.example:81",
            "http://news.example",
            "https://other.example",
            "https://data.example.org",
        ] {
            assert!(!may_ask(other, own), "{other}");
        }
        // A page without an origin has none in common with anybody.
        assert!(!may_ask("null", "null") && !may_ask("file://", "file://"));
    }
}
