//! What kinds and statuses are called: texts of the interface by which the search finds claims, too.

use crate::corpus::{Kind, Lang, Status};
use crate::locale::words;

/// The word for a status. It is always *as claimed*.
#[must_use]
pub fn status(lang: Lang, status: Status) -> &'static str {
    let names = &words(lang).status_names;
    match status {
        Status::Unknown => names.unknown,
        Status::Requested => names.requested,
        Status::Negotiating => names.negotiating,
        Status::Planned => names.planned,
        Status::Agreed => names.agreed,
        Status::Delivered => names.delivered,
        Status::Refused => names.refused,
        Status::Cancelled => names.cancelled,
    }
}

/// The word for a kind of transfer.
#[must_use]
pub fn kind(lang: Lang, kind: Kind) -> &'static str {
    let names = &words(lang).kind_names;
    match kind {
        Kind::Supply => names.supply,
        Kind::Return => names.return_of_arms,
        Kind::Production => names.production,
        Kind::Payment => names.payment,
    }
}
