//! A text in several languages, and the languages of the viewer.

use crate::locale::Lang;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// A text in one language or more, by their BCP 47 tags: `{"de": "…", "en": "…"}`. Quoted words stand
/// in the document's own language in one of them and are translated in the others.
///
/// Private, because it has a language at least: it begins with one by [`Text::new`], and to read one
/// that has none is an error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Text(BTreeMap<String, String>);

impl Text {
    /// A text in one language.
    #[must_use]
    pub fn new(tag: &str, text: impl Into<String>) -> Self {
        Self(BTreeMap::from([(tag.to_owned(), text.into())]))
    }

    /// The same text, in one more language or with other words in one that it has.
    #[must_use]
    pub fn with(mut self, tag: &str, text: impl Into<String>) -> Self {
        self.0.insert(tag.to_owned(), text.into());
        self
    }

    /// A text in every language of the viewer, each made by `make`.
    #[must_use]
    pub fn in_every(mut make: impl FnMut(Lang) -> String) -> Self {
        let mut texts = BTreeMap::new();
        // Put in one by one: to collect them would load two kilobytes of sorting, compressed.
        for lang in Lang::ALL {
            texts.insert(lang.tag().to_owned(), make(lang));
        }
        Self(texts)
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
        let is_variety = |tag: &str| tag.split('-').next() == Some(lang.tag());
        let exact = |tag| self.0.get_key_value(tag);
        let given = exact(lang.tag())
            .or_else(|| self.0.iter().find(|(tag, _)| is_variety(tag)))
            .or_else(|| exact(Lang::REFERENCE.tag()))
            .or_else(|| self.0.first_key_value());
        let (tag, text) = given.expect("a text is made with a language");
        (tag, text)
    }

    /// The text in just the language with a tag.
    #[must_use]
    pub fn in_language(&self, tag: &str) -> Option<&str> {
        self.0.get(tag).map(String::as_str)
    }

    /// The tags of its languages, in their order, each with the text in it.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(tag, text)| (tag.as_str(), text.as_str()))
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Texts)
    }
}

/// Reads a text. The map alone would take the last of two texts in one language, and no text at all.
struct Texts;

impl<'de> Visitor<'de> for Texts {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a text by its languages, as in {\"de\": \"…\", \"en\": \"…\"}")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        let mut texts = BTreeMap::new();
        while let Some((tag, text)) = map.next_entry::<String, String>()? {
            if texts.contains_key(&tag) {
                return Err(A::Error::custom(format_args!("the text is there twice in `{tag}`")));
            }
            texts.insert(tag, text);
        }
        if texts.is_empty() {
            return Err(A::Error::custom("the text is there in no language"));
        }
        Ok(Text(texts))
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
