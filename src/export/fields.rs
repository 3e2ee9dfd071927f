//! What the corpus's tables hold, field by field, as a table's columns take it. Each row is taken apart, so
//! that a new field cannot be forgotten.

use crate::corpus::{Category, Claim, Document, Edition, Origin, Quantity, Text, Transfer, When};

/// What a field holds. What may be missing is taken as it is kept, since to look into it at each field
/// would be code at each field.
pub enum Field<'a> {
    Number(u32),
    Truth(bool),
    Text(&'a String),
    Name(&'a str),
    Optional(&'a Option<String>),
    List(&'a Vec<String>),
    Words(&'a Text),
    SomeWords(&'a Option<Text>),
    When(&'a When),
    SomeWhen(&'a Option<When>),
    Quantity(&'a Option<Quantity>),
}

use Field::{List, Name, Number, Optional, SomeWhen, SomeWords, Truth, Words};

impl<'a> Field<'a> {
    /// The text, where it is one, and there is one.
    pub fn text(&self) -> Option<&'a str> {
        match *self {
            Self::Text(text) => Some(text),
            Name(text) => Some(text),
            Optional(text) => text.as_deref(),
            Truth(so) => Some(if so { "yes" } else { "no" }),
            _ => None,
        }
    }
}

/// The field that a letter stands for: `a` for the first.
pub fn pick<'a, 'b>(fields: &'b [Field<'a>], letter: char) -> &'b Field<'a> {
    let at = (letter as usize).wrapping_sub('a' as usize);
    fields.get(at).expect("the row has such a field")
}

pub fn edition(it: &Edition) -> [Field<'_>; 3] {
    let Edition { date, sha256, selection } = it;
    [Field::Text(date), Field::Text(sha256), Optional(selection)]
}

pub fn category(it: &Category) -> [Field<'_>; 2] {
    let Category { id, name } = it;
    [Field::Text(id), Words(name)]
}

pub fn origin(it: &Origin) -> [Field<'_>; 5] {
    let Origin { id, name, kind, unnamed, speaks_for } = it;
    [Field::Text(id), Words(name), Name(kind.id()), Truth(*unnamed), Optional(speaks_for)]
}

pub fn transfer(it: &Transfer) -> [Field<'_>; 7] {
    let Transfer { id, from, to, kind, category, item, in_return_for } = it;
    [
        Field::Text(id),
        Field::Text(from),
        Field::Text(to),
        Name(kind.id()),
        Field::Text(category),
        Words(item),
        Optional(in_return_for),
    ]
}

/// All but its claims and its fingerprints.
pub fn document(it: &Document) -> [Field<'_>; 9] {
    let Document { id, title, outlet, outlet_basis, authors, language, published, .. } = it;
    let Document { sha256, paragraphs, claims: _, fingerprints: _, .. } = it;
    [
        Field::Text(id),
        Field::Text(title),
        Field::Text(outlet),
        SomeWords(outlet_basis),
        List(authors),
        Field::Text(language),
        Field::When(published),
        Field::Text(sha256),
        Number(u32::from(*paragraphs)),
    ]
}

#[rustfmt::skip]
pub fn claim(it: &Claim) -> [Field<'_>; 14] {
    let Claim {
        id, paragraph, transfer, category, countries, status, stance, attribution, disputes, item,
        quantity, when, reported, statement,
    } = it;
    [
        Field::Text(id),
        Number(u32::from(*paragraph)),
        Optional(transfer),
        Optional(category),
        List(countries),
        Name(status.id()),
        Name(stance.id()),
        List(attribution),
        List(disputes),
        SomeWords(item),
        Field::Quantity(quantity),
        SomeWhen(when),
        SomeWhen(reported),
        Words(statement),
    ]
}
