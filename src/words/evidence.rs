//! Texts on the evidence: who says so, gaps, what an origin is.

use super::{NAMED, words};
use crate::corpus::{Lang, OriginId, OriginKind, Status, TransferId};
use crate::evidence::{self, Finding, Gap, Hollow, Trust};
use crate::terms;

/// Who stands behind a transfer, in the order of the marks: the origins with how they come to be hollow, those last that
/// are, and with what they say where that is not what is shown of it; then who says so without a source, then who was
/// asked and says neither. Of many the first, and how many more there are.
#[must_use]
pub fn who(lang: Lang, trust: Trust, found: &Finding, transfer: TransferId) -> Vec<String> {
    let texts = &words(lang).who;
    let Finding { backing, statuses: shown, .. } = found;
    let name = |origin: OriginId| super::apart(lang, trust.corpus.origin(origin).name.get(lang));
    let (hollow, firm): (Vec<_>, Vec<_>) =
        backing.asserting.iter().partition(|it| backing.hollow.contains(*it));
    let origins = firm.into_iter().chain(hollow).map(|origin| {
        let says = evidence::furthest(trust, transfer, origin);
        let mut notes = Vec::new();
        if !says.iter().any(|it| shown.contains(it)) {
            notes.extend(says.into_iter().map(|it| match it {
                Status::Unknown => texts.without_status,
                _ => terms::status(lang, it),
            }));
        }
        let how = Hollow::for_transfer(trust, transfer, backing, origin);
        notes.extend(how.map(|it| super::hollow_note(lang, it)));
        let notes = if notes.is_empty() {
            String::new()
        } else {
            format!(" ({})", notes.join(super::words(lang).signs.semicolon))
        };
        name(origin) + &notes
    });
    let unsourced = backing.unsourced.iter().map(|it| texts.unsourced(&name(it)));
    let silent = backing.silent.iter().map(|it| texts.silent(&name(it)));
    let all = backing.asserting.len() + backing.unsourced.len() + backing.silent.len();
    let rest = (all > NAMED).then(|| words(lang).and_others(all - NAMED));
    origins.chain(unsourced).chain(silent).take(NAMED).chain(rest).collect()
}

/// What is missing.
#[must_use]
pub fn gap(lang: Lang, gap: Gap) -> &'static str {
    let gaps = &words(lang).gaps;
    match gap {
        Gap::NoSource => gaps.no_source,
        Gap::NoOrigin => gaps.no_origin,
        Gap::OneOrigin => gaps.one_origin,
        Gap::NoNamedOrigin => gaps.no_named_origin,
        Gap::NoNumber => gaps.no_number,
        Gap::NoDate => gaps.no_date,
        Gap::NotConfirmed => gaps.not_confirmed,
    }
}

/// What an origin is.
#[must_use]
pub fn origin_kind(lang: Lang, kind: OriginKind) -> &'static str {
    let kinds = &words(lang).origin_kinds;
    match kind {
        OriginKind::Outlet => kinds.outlet,
        OriginKind::Agency => kinds.agency,
        OriginKind::Government => kinds.government,
        OriginKind::Intelligence => kinds.intelligence,
        OriginKind::Database => kinds.database,
        OriginKind::Analyst => kinds.analyst,
        OriginKind::Persons => kinds.persons,
        OriginKind::Unspecified => kinds.unspecified,
    }
}
