//! Texts on the evidence: derivation, gaps, what an origin is.

use super::{pick, sentence::counted};
use crate::corpus::{Lang, OriginId, OriginKind, Status, TransferId};
use crate::evidence::{self, Gap, Trust};
use crate::terms;

/// How many origins so many documents come down to, of one transfer.
#[must_use]
pub fn derivation(lang: Lang, documents: usize, origins: usize) -> String {
    let (one, many) = pick(lang, ("Dokument", "Dokumente"), ("document", "documents"));
    counted(lang, documents, one, many) + " → " + &super::origins(lang, origins)
}

/// That an origin rests on unnamed people.
#[must_use]
pub fn hollow(lang: Lang) -> &'static str {
    pick(lang, "gestützt auf Ungenannte", "resting on unnamed people")
}

/// Who stands behind a transfer: the origins with what they rest on, and with what they say where that is not
/// what is shown of it; then who says so without a source, then who was asked and says neither.
#[must_use]
pub fn who(lang: Lang, trust: Trust, transfer: TransferId) -> Vec<String> {
    let backing = evidence::backing(trust, transfer);
    let shown = evidence::statuses(trust, transfer);
    let name = |origin: OriginId| trust.corpus.origin(origin).name.get(lang);
    let origins = backing.asserting.iter().map(|origin| {
        let says = evidence::furthest(trust, transfer, origin);
        let mut notes = Vec::new();
        if !says.iter().any(|it| shown.contains(it)) {
            notes.extend(says.into_iter().map(|it| match it {
                Status::Unknown => pick(lang, "ohne Angabe eines Stands", "without a status"),
                _ => terms::status(lang, it),
            }));
        }
        if backing.hollow.contains(origin) {
            notes.push(hollow(lang));
        }
        let notes =
            if notes.is_empty() { String::new() } else { format!(" ({})", notes.join("; ")) };
        name(origin).to_owned() + &notes
    });
    let with = |origin, (de, en)| format!("{}: {}", name(origin), pick(lang, de, en));
    let unsourced = backing.unsourced.iter().map(|it| with(it, ("ohne Quelle", "no source given")));
    let silent = backing.silent.iter().map(|it| with(it, ("kein Kommentar", "no comment")));
    origins.chain(unsourced).chain(silent).collect()
}

/// What is missing.
#[must_use]
pub fn gap(lang: Lang, gap: Gap) -> &'static str {
    let (de, en) = match gap {
        Gap::NoSource => ("Ohne Angabe einer Quelle", "No source given"),
        Gap::NoOrigin => ("Kein Ursprung, der zählt", "No origin that counts"),
        Gap::OneOrigin => ("Nur ein Ursprung", "One origin only"),
        Gap::NoNamedOrigin => ("Nur auf Ungenannte gestützt", "Resting on unnamed people only"),
        Gap::NoNumber => ("Ohne Zahl", "Without a number"),
        Gap::NoDate => ("Ohne Datum", "Without a date"),
        Gap::NotConfirmed => ("Vom Geber nie bestätigt", "Never confirmed by the supplier"),
    };
    pick(lang, de, en)
}

/// What an origin is.
#[must_use]
pub fn origin_kind(lang: Lang, kind: OriginKind) -> &'static str {
    let (de, en) = match kind {
        OriginKind::Outlet => ("Medium", "outlet"),
        OriginKind::Agency => ("Nachrichtenagentur", "news agency"),
        OriginKind::Government => ("Regierung oder Behörde", "government or authority"),
        OriginKind::Intelligence => ("Geheimdienst", "intelligence service"),
        OriginKind::Database => ("Datenbank", "database"),
        OriginKind::Analyst => ("Fachleute", "analyst"),
        OriginKind::Persons => ("Personen", "persons"),
        OriginKind::Unspecified => ("niemand genannt", "nobody named"),
    };
    pick(lang, de, en)
}
