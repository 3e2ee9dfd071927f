//! The asset that is compiled in, read by a reader as small as the program has to be.
//!
//! A derived deserializer says of any text where it is wrong, and why; the check of the seeds needs
//! that. The asset has passed that check, and reading it so would cost a fifth of the whole program.
//! That both read the same is a test.

use super::{
    Category, Claim, Country, Document, Edition, Kind, Origin, OriginKind, Place, Quantity, Source,
    Span, Stance, Status, Text, Transfer, When,
};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

impl Source {
    /// Reads a source that has passed its check; nothing where the text is no JSON.
    ///
    /// A field that is missing reads as empty: the check has seen to it that none is, and to end
    /// early at each of them would take as much code as all the rest.
    #[must_use]
    pub fn read(json: &str) -> Option<Self> {
        let mut it = serde_json::from_str::<Json>(json).ok()?;
        Some(Self {
            edition: it.take("edition").map(edition),
            countries: it.list("countries", country),
            categories: it.list("categories", category),
            origins: it.list("origins", origin),
            transfers: it.list("transfers", transfer),
            documents: it.list("documents", document),
        })
    }
}

fn edition(mut it: Json) -> Edition {
    Edition { date: it.text("date"), sha256: it.text("sha256"), selection: it.string("selection") }
}

fn country(mut it: Json) -> Country {
    Country {
        id: it.text("id"),
        alpha2: it.string("alpha2"),
        name: it.take("name").map(text),
        after_from: it.take("after_from").map(text),
        after_to: it.take("after_to").map(text),
        place: it.take("place").map(place),
    }
}

fn place(mut it: Json) -> Place {
    let mut cells = |key| it.number(key).and_then(|cells| u8::try_from(cells).ok()).unwrap_or(1);
    Place { column: cells("column"), row: cells("row"), width: cells("width") }
}

fn category(mut it: Json) -> Category {
    Category { id: it.text("id"), name: it.words("name") }
}

fn origin(mut it: Json) -> Origin {
    Origin {
        id: it.text("id"),
        name: it.words("name"),
        kind: it.one_of("kind", &OriginKind::ALL, OriginKind::id).unwrap_or(OriginKind::Persons),
        unnamed: matches!(it.take("unnamed"), Some(Json::Truth(true))),
        speaks_for: it.string("speaks_for"),
    }
}

fn transfer(mut it: Json) -> Transfer {
    Transfer {
        id: it.text("id"),
        from: it.text("from"),
        to: it.text("to"),
        kind: it.one_of("kind", &Kind::ALL, Kind::id).unwrap_or(Kind::Supply),
        category: it.text("category"),
        item: it.words("item"),
        in_return_for: it.string("in_return_for"),
    }
}

fn document(mut it: Json) -> Document {
    Document {
        id: it.text("id"),
        title: it.text("title"),
        outlet: it.text("outlet"),
        outlet_basis: it.take("outlet_basis").map(text),
        authors: it.strings("authors"),
        language: it.text("language"),
        published: it.take("published").map(when).unwrap_or_default(),
        sha256: it.text("sha256"),
        paragraphs: it.paragraph("paragraphs"),
        claims: it.list("claims", claim),
    }
}

fn claim(mut it: Json) -> Claim {
    Claim {
        id: it.text("id"),
        paragraph: it.paragraph("paragraph"),
        transfer: it.string("transfer"),
        category: it.string("category"),
        countries: it.strings("countries"),
        status: it.one_of("status", &Status::ALL, Status::id).unwrap_or_default(),
        stance: it.one_of("stance", &Stance::ALL, Stance::id).unwrap_or_default(),
        attribution: it.strings("attribution"),
        disputes: it.strings("disputes"),
        item: it.take("item").map(text),
        quantity: it.take("quantity").map(quantity),
        when: it.take("when").map(when),
        reported: it.take("reported").map(when),
        statement: it.words("statement"),
    }
}

fn quantity(mut it: Json) -> Quantity {
    Quantity { words: it.words("words"), min: it.number("min"), max: it.number("max") }
}

fn when(mut it: Json) -> When {
    let span: Option<Span> = it.string("span").and_then(|span| span.parse().ok());
    When { words: it.take("words").map(text), span, basis: it.take("basis").map(text) }
}

fn text(mut it: Json) -> Text {
    Text { de: it.text("de"), en: it.text("en") }
}

/// A JSON value, as far as the asset has them.
enum Json {
    Nothing,
    Truth(bool),
    Number(u64),
    String(String),
    List(Vec<Json>),
    Fields(Vec<(String, Json)>),
}

impl Json {
    /// A field's value, taken out.
    fn take(&mut self, key: &str) -> Option<Self> {
        let Self::Fields(fields) = self else { return None };
        let at = fields.iter().position(|(name, _)| name == key)?;
        Some(fields.swap_remove(at).1)
    }

    fn string(&mut self, key: &str) -> Option<String> {
        if let Self::String(text) = self.take(key)? { Some(text) } else { None }
    }

    fn number(&mut self, key: &str) -> Option<u64> {
        if let Self::Number(number) = self.take(key)? { Some(number) } else { None }
    }

    fn text(&mut self, key: &str) -> String {
        self.string(key).unwrap_or_default()
    }

    fn words(&mut self, key: &str) -> Text {
        self.take(key).map(text).unwrap_or_default()
    }

    fn paragraph(&mut self, key: &str) -> u16 {
        self.number(key).and_then(|number| u16::try_from(number).ok()).unwrap_or_default()
    }

    fn list<T>(&mut self, key: &str, read: fn(Self) -> T) -> Vec<T> {
        if let Some(Self::List(list)) = self.take(key) {
            list.into_iter().map(read).collect()
        } else {
            Vec::new()
        }
    }

    fn strings(&mut self, key: &str) -> Vec<String> {
        self.list(key, |it| if let Self::String(text) = it { text } else { String::new() })
    }

    /// The one of some things that a string names.
    fn one_of<T: Copy>(&mut self, key: &str, all: &[T], id: fn(T) -> &'static str) -> Option<T> {
        let named = self.string(key)?;
        all.iter().copied().find(|it| id(*it) == named)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

/// Takes every kind of value, so that no message is ever made of one that is not expected.
struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Nothing)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Json, E> {
        Ok(Json::Truth(truth))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Number(number))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Json, E> {
        Ok(Json::Nothing)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Nothing)
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::String(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut fields = Vec::new();
        while let Some(Json::String(key)) = entries.next_key()? {
            fields.push((key, entries.next_value()?));
        }
        Ok(Json::Fields(fields))
    }
}
