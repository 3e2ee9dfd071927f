//! Texts on the evidence: derivation, gaps, what an origin is.

use super::{pick, sentence::counted};
use crate::corpus::{Corpus, Lang, OriginId, OriginKind};
use crate::evidence::{Backing, Gap};

/// How many origins so many documents come down to, of one transfer.
#[must_use]
pub fn derivation(lang: Lang, documents: usize, origins: usize) -> String {
    let (one, many) = pick(lang, ("Dokument", "Dokumente"), ("document", "documents"));
    counted(lang, documents, one, many) + " → " + &super::origins(lang, origins)
}

/// The mark of an origin that rests on unnamed people.
pub fn hollow(lang: Lang) -> &'static str {
    pick(lang, " (gestützt auf Ungenannte)", " (resting on unnamed people)")
}

/// Who stands behind a transfer: the origins with what they rest on, then who says so without a source, then
/// who was asked and says neither.
#[must_use]
pub fn who(lang: Lang, corpus: &Corpus, backing: &Backing) -> Vec<String> {
    let name = |origin: OriginId| corpus.origin(origin).name.get(lang);
    let origins = backing.asserting.iter().map(|origin| {
        let mark = if backing.hollow.contains(origin) { hollow(lang) } else { "" };
        name(origin).to_owned() + mark
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
        Gap::NoOrigin => ("Ohne Angabe einer Quelle", "No source given"),
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
