//! The asset that is compiled in, read by a reader as small as the program has to be.
//!
//! A derived deserializer says of any text where it is wrong, and why; the check of the seeds needs
//! that. The asset has passed that check, and reading it so would cost a fifth of the whole program.
//! That both read the same is a test.

use super::{
    Category, Claim, Country, Document, Kind, Origin, OriginKind, Place, Quantity, Source, Span,
    Stance, Status, Text, Transfer, When,
};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

impl Source {
    /// Reads a source that has passed its check; nothing where the text is none.
    #[must_use]
    pub fn read(json: &str) -> Option<Self> {
        let mut it = serde_json::from_str::<Json>(json).ok()?;
        Some(Self {
            countries: it.list("countries", country)?,
            categories: it.list("categories", category)?,
            origins: it.list("origins", origin)?,
            transfers: it.list("transfers", transfer)?,
            documents: it.list("documents", document)?,
        })
    }
}

fn country(mut it: Json) -> Option<Country> {
    Some(Country {
        id: it.string("id")?,
        alpha2: it.string("alpha2"),
        name: it.take("name").and_then(text),
        place: it.take("place").and_then(place),
    })
}

fn place(mut it: Json) -> Option<Place> {
    let mut cells = |key| u8::try_from(it.number(key)?).ok();
    let (column, row) = (cells("column")?, cells("row")?);
    Some(Place { column, row, width: cells("width").unwrap_or(1) })
}

fn category(mut it: Json) -> Option<Category> {
    Some(Category { id: it.string("id")?, name: it.take("name").and_then(text)? })
}

fn origin(mut it: Json) -> Option<Origin> {
    Some(Origin {
        id: it.string("id")?,
        name: it.take("name").and_then(text)?,
        kind: it.one_of("kind", &OriginKind::ALL, OriginKind::id)?,
        unnamed: matches!(it.take("unnamed"), Some(Json::Truth(true))),
        speaks_for: it.string("speaks_for"),
    })
}

fn transfer(mut it: Json) -> Option<Transfer> {
    Some(Transfer {
        id: it.string("id")?,
        from: it.string("from")?,
        to: it.string("to")?,
        kind: it.one_of("kind", &Kind::ALL, Kind::id)?,
        category: it.string("category")?,
        item: it.take("item").and_then(text)?,
        in_return_for: it.string("in_return_for"),
    })
}

fn document(mut it: Json) -> Option<Document> {
    Some(Document {
        id: it.string("id")?,
        title: it.string("title")?,
        outlet: it.string("outlet")?,
        outlet_basis: it.take("outlet_basis").and_then(text),
        authors: it.strings("authors"),
        language: it.string("language")?,
        published: it.take("published").and_then(when)?,
        sha256: it.string("sha256")?,
        paragraphs: u16::try_from(it.number("paragraphs")?).ok()?,
        claims: it.list("claims", claim)?,
    })
}

fn claim(mut it: Json) -> Option<Claim> {
    Some(Claim {
        id: it.string("id")?,
        paragraph: u16::try_from(it.number("paragraph")?).ok()?,
        transfer: it.string("transfer"),
        category: it.string("category"),
        countries: it.strings("countries"),
        status: it.one_of("status", &Status::ALL, Status::id).unwrap_or_default(),
        stance: it.one_of("stance", &Stance::ALL, Stance::id).unwrap_or_default(),
        attribution: it.strings("attribution"),
        disputes: it.strings("disputes"),
        item: it.take("item").and_then(text),
        quantity: it.take("quantity").and_then(quantity),
        when: it.take("when").and_then(when),
        reported: it.take("reported").and_then(when),
        statement: it.take("statement").and_then(text)?,
    })
}

fn quantity(mut it: Json) -> Option<Quantity> {
    let words = it.take("words").and_then(text)?;
    Some(Quantity { words, min: it.number("min"), max: it.number("max") })
}

fn when(mut it: Json) -> Option<When> {
    let span: Option<Span> = it.string("span").and_then(|span| span.parse().ok());
    Some(When {
        words: it.take("words").and_then(text),
        span,
        basis: it.take("basis").and_then(text),
    })
}

fn text(mut it: Json) -> Option<Text> {
    Some(Text { de: it.string("de")?, en: it.string("en")? })
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

    fn list<T>(&mut self, key: &str, read: fn(Self) -> Option<T>) -> Option<Vec<T>> {
        if let Self::List(list) = self.take(key)? {
            list.into_iter().map(read).collect()
        } else {
            None
        }
    }

    /// A list of strings; empty where there is none.
    fn strings(&mut self, key: &str) -> Vec<String> {
        let string = |it| if let Self::String(text) = it { Some(text) } else { None };
        self.list(key, string).unwrap_or_default()
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
