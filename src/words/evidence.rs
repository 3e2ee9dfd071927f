//! Texts on the evidence: derivation, gaps, what an origin is.

use super::{pick, sentence::counted};
use crate::corpus::{Lang, OriginKind};
use crate::evidence::Gap;

/// How many origins so many documents come down to.
#[must_use]
pub fn derivation(lang: Lang, documents: usize, origins: usize) -> String {
    let (one, many) = pick(lang, ("Dokument", "Dokumente"), ("document", "documents"));
    let documents = counted(lang, documents, one, many);
    let (one, many) = pick(
        lang,
        ("unabhängiger Ursprung", "unabhängige Ursprünge"),
        ("independent origin", "independent origins"),
    );
    documents + " → " + &counted(lang, origins, one, many)
}

/// What is missing.
#[must_use]
pub fn gap(lang: Lang, gap: Gap) -> &'static str {
    let (de, en) = match gap {
        Gap::OneOrigin => ("Nicht mehr als ein Ursprung", "No more than one origin"),
        Gap::NoNamedOrigin => {
            ("Geht nur auf Ungenannte zurück", "Goes back to unnamed sources only")
        }
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
    };
    pick(lang, de, en)
}
