//! A text in several languages, and the languages of the viewer.

use super::MOST_LANGUAGES;
use crate::locale::Lang;
use memchr::memchr;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::{fmt, iter};

/// A text in one language or more, by their BCP 47 tags: `{"de": "…", "en": "…"}`. Quoted words stand
/// in the document's own language in one of them and are translated in the others.
///
/// Private, because it has a language at least: it begins with one by [`Text::new`], and to read one
/// that has none is an error.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Text(Box<str>);

/// What stands between a tag, its text, the next tag and so on, in the order of the tags: a corpus has texts by the
/// hundred thousand, and a table of each one's languages would take more memory than most of the texts.
const BETWEEN: char = '\0';

impl Text {
    /// A text in one language.
    #[must_use]
    pub fn new(tag: &str, text: impl Into<String>) -> Self {
        Self::of(iter::once((tag, text.into().as_str())))
    }

    /// The same text, in one more language or with other words in one that it has.
    #[must_use]
    pub fn with(self, tag: &str, text: impl Into<String>) -> Self {
        self.and(tag, &text.into())
    }

    /// A text in every language of the viewer, each made by `make`.
    #[must_use]
    pub fn in_every(mut make: impl FnMut(Lang) -> String) -> Self {
        let text = Self::new(Lang::REFERENCE.tag(), make(Lang::REFERENCE));
        let others = Lang::ALL.into_iter().filter(|it| it.tag() != Lang::REFERENCE.tag());
        others.fold(text, |text, lang| text.with(lang.tag(), make(lang)))
    }

    fn and(&self, tag: &str, text: &str) -> Self {
        let before = self.iter().take_while(|(it, _)| *it < tag);
        let after = self.iter().skip_while(|(it, _)| *it <= tag);
        Self::of(before.chain(iter::once((tag, text))).chain(after))
    }

    /// From tags in their order, each with its text.
    fn of<'a>(texts: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> Self {
        let length: usize = texts.clone().map(|(tag, text)| tag.len() + text.len() + 2).sum();
        let mut written = String::with_capacity(length);
        for (at, part) in texts.flat_map(|(tag, text)| [tag, text]).enumerate() {
            if at > 0 {
                written.push(BETWEEN);
            }
            if memchr(0, part.as_bytes()).is_some() {
                written.push_str(&part.replace(BETWEEN, "\u{fffd}"));
            } else {
                written.push_str(part);
            }
        }
        Self(written.into())
    }

    /// The text for a reader: in their language or, where it lacks that, in one that it has, which
    /// [`Text::given`] names.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        self.given(lang).1
    }

    /// The text for a reader, behind the tag of the language that it is in, for a `lang` attribute: theirs
    /// or, where it lacks that, a variety of it, or else English, or else the first by its tag.
    #[must_use]
    pub fn given(&self, lang: Lang) -> (&str, &str) {
        self.own(lang)
            .or_else(|| self.iter().find(|(tag, _)| *tag == Lang::REFERENCE.tag()))
            .or_else(|| self.iter().next())
            .expect("a text is made with a language")
    }

    /// The same in the reader's language alone, or a variety of it.
    #[must_use]
    pub fn own(&self, lang: Lang) -> Option<(&str, &str)> {
        self.of_variety(lang.tag(), lang.tag())
    }

    /// What is printed in a document of some language, for a reader: in their language or, where it lacks that, as it is
    /// printed. A translation into a third language would stand in quotation marks, and nobody would find it there.
    #[must_use]
    pub fn printed(&self, lang: Lang, language: &str) -> (&str, &str) {
        let as_printed = || self.of_variety(language, primary(language));
        self.own(lang).or_else(as_printed).unwrap_or_else(|| self.given(lang))
    }

    /// The text in just a language or, where it lacks that, in a variety of it.
    fn of_variety(&self, tag: &str, language: &str) -> Option<(&str, &str)> {
        let exact = self.iter().find(|(it, _)| *it == tag);
        exact.or_else(|| self.iter().find(|(it, _)| primary(it) == language))
    }

    /// The text in just the language with a tag.
    #[must_use]
    pub fn in_language(&self, tag: &str) -> Option<&str> {
        self.iter().find(|(it, _)| *it == tag).map(|(_, text)| text)
    }

    /// The tags of its languages, in their order, each with the text in it.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> + Clone {
        let mut rest = Some(&*self.0);
        iter::from_fn(move || {
            let (tag, behind) = cut(rest?);
            let (text, others) = cut(behind.expect("behind each tag stands its text"));
            rest = others;
            Some((tag, text))
        })
    }
}

/// The language of a tag, without what narrows it down.
fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

/// What stands before the next separator, and what stands behind it where there is one.
fn cut(parts: &str) -> (&str, Option<&str>) {
    let at = memchr(0, parts.as_bytes());
    let cut = at.and_then(|at| Some((parts.get(..at)?, parts.get(at + 1..)?)));
    cut.map_or((parts, None), |(part, behind)| (part, Some(behind)))
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Texts)
    }
}

/// A tag or a text, which is not copied before it is put into its place.
#[derive(Deserialize)]
struct Part<'a>(#[serde(borrow)] Cow<'a, str>);

/// Reads a text. A map alone would take the last of two texts in one language, and no text at all.
struct Texts;

impl<'de> Visitor<'de> for Texts {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a text by its languages, as in {\"de\": \"…\", \"en\": \"…\"}")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        let mut read: Option<Text> = None;
        let mut languages = 0;
        while let Some((Part(tag), Part(text))) = map.next_entry()? {
            let has_nul = |it: &str| memchr(0, it.as_bytes()).is_some();
            if has_nul(&tag) || has_nul(&text) {
                return Err(A::Error::custom("the text has a NUL in it"));
            }
            languages += 1;
            if languages > MOST_LANGUAGES {
                return Err(A::Error::custom(format_args!(
                    "the text is there in more than {MOST_LANGUAGES} languages"
                )));
            }
            read = Some(match &read {
                Some(text) if text.in_language(&tag).is_some() => {
                    return Err(A::Error::custom(format_args!(
                        "the text is there twice in `{tag}`"
                    )));
                }
                Some(before) => before.and(&tag, &text),
                None => Text::of(iter::once((&*tag, &*text))),
            });
        }
        read.ok_or_else(|| A::Error::custom("the text is there in no language"))
    }
}

#[cfg(test)]
mod tests {
    use super::Text;
    use crate::locale::Lang;

    #[test]
    fn a_reader_gets_their_language_or_is_told_which_it_is() {
        let text = Text::new("de", "Ja").with("en", "Yes").with("ar", "نعم");
        assert_eq!(text.given(Lang::De), ("de", "Ja"));
        assert_eq!(text.get(Lang::En), "Yes");
        let text = Text::new("ar", "نعم").with("en", "Yes");
        assert_eq!(text.given(Lang::De), ("en", "Yes"));
        let text = Text::new("ar", "نعم").with("de-CH", "Ja").with("en", "Yes");
        assert_eq!(text.given(Lang::De), ("de-CH", "Ja"));
        let text = Text::new("fr", "Oui").with("ar", "نعم");
        assert_eq!(text.given(Lang::En), ("ar", "نعم"));
        assert_eq!(text.in_language("fr"), Some("Oui"));
        assert_eq!(text.in_language("de"), None);
    }

    #[test]
    fn what_is_printed_is_read_as_it_is_printed_before_it_is_read_in_a_third_language() {
        let text = Text::new("de", "mehr als 100").with("en", "more than 100");
        assert_eq!(text.printed(Lang::En, "de"), ("en", "more than 100"));
        assert_eq!(text.printed(Lang::Fr, "de"), ("de", "mehr als 100"));
        assert_eq!(text.printed(Lang::Ar, "de-AT"), ("de", "mehr als 100"));
        assert_eq!(text.printed(Lang::Fr, "ru"), ("en", "more than 100"));
    }

    #[test]
    fn it_is_a_map_in_json() {
        let read = |json| serde_json::from_str::<Text>(json).map_err(|error| error.to_string());
        let json = r#"{"de":"Ja","en":"Yes"}"#;
        let text = read(json).expect("a text");
        assert_eq!(text, Text::new("en", "Yes").with("de", "Ja"));
        assert_eq!(serde_json::to_string(&text).expect("JSON"), json);
        let fault = |json| read(json).expect_err("no text");
        assert!(fault("{}").starts_with("the text is there in no language"));
        assert!(
            fault(r#"{"de": "Ja", "de": "Nein"}"#).starts_with("the text is there twice in `de`")
        );
        assert!(fault(r#""Ja""#).contains("expected a text by its languages"));
    }

    #[test]
    fn a_text_of_the_viewer_is_in_all_its_languages() {
        let text = Text::in_every(|lang| lang.tag().to_uppercase());
        assert!(text.iter().map(|(tag, _)| tag).eq(Lang::ALL.map(Lang::tag)));
        assert_eq!(text.in_language("de"), Some("DE"));
    }
}
