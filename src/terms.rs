//! What kinds and statuses are called: texts of the interface by which the search finds claims, too.

use crate::corpus::{Kind, Lang, Status};

/// The word for a status. It is always *as claimed*.
#[must_use]
pub fn status(lang: Lang, status: Status) -> &'static str {
    let (de, en) = match status {
        Status::Unknown => ("nicht angegeben", "not stated"),
        Status::Requested => ("erbeten", "requested"),
        Status::Negotiating => ("in Verhandlung", "negotiating"),
        Status::Planned => ("geplant", "planned"),
        Status::Agreed => ("vereinbart", "agreed"),
        Status::Delivered => ("geliefert", "delivered"),
        Status::Refused => ("abgelehnt", "refused"),
        Status::Cancelled => ("abgesagt", "cancelled"),
    };
    pick(lang, de, en)
}

/// The word for a kind of transfer.
#[must_use]
pub fn kind(lang: Lang, kind: Kind) -> &'static str {
    let (de, en) = match kind {
        Kind::Supply => ("Lieferung", "supply"),
        Kind::Return => ("Rückgabe", "return"),
        Kind::Production => ("Fertigung", "production"),
        Kind::Payment => ("Gegenleistung", "payment in return"),
    };
    pick(lang, de, en)
}

/// The text in a reader's language.
pub(crate) fn pick<T>(lang: Lang, de: T, en: T) -> T {
    match lang {
        Lang::De => de,
        Lang::En => en,
    }
}
