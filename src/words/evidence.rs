//! Texts on the evidence: derivation, gaps, what an origin is.

use super::{pick, sentence::counted};
use crate::corpus::{Kind, Lang, OriginId, OriginKind, Status, TransferId};
use crate::evidence::{self, Gap, Trust};
use crate::terms;

/// How many origins so many documents come down to, of one transfer.
#[must_use]
pub fn derivation(lang: Lang, documents: usize, origins: usize) -> String {
    let (one, many) = pick(lang, ("Dokument", "Dokumente"), ("document", "documents"));
    counted(lang, documents, one, many) + " → " + &super::origins(lang, origins)
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
            notes.push(pick(lang, "gestützt auf Ungenannte", "resting on unnamed people"));
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

/// What a country is said to do to others, as far as a status goes: the beginning of a list of them. Who only was
/// asked is not said to give.
#[must_use]
pub fn gives(lang: Lang, kind: Kind, status: Status) -> String {
    match lang {
        Lang::De => {
            let (infinitive, participle, to) = match kind {
                Kind::Supply => ("zu geben", "gegeben", "an"),
                Kind::Return => ("zurückzugeben", "zurückgegeben", "an"),
                Kind::Production => ("zu fertigen", "gefertigt", "für"),
                Kind::Payment => ("als Gegenleistung zu geben", "als Gegenleistung gegeben", "an"),
            };
            let verb = match status {
                Status::Requested => format!("soll gebeten worden sein, {infinitive}"),
                Status::Negotiating => format!("soll im Gespräch sein, {infinitive}"),
                Status::Planned => format!("soll vorgesehen sein, {infinitive}"),
                Status::Agreed => format!("soll zugesagt haben, {infinitive}"),
                Status::Delivered => format!("soll {participle} haben"),
                Status::Refused => format!("soll abgelehnt haben, {infinitive}"),
                Status::Cancelled => format!("soll nicht mehr vorgesehen sein, {infinitive}"),
                Status::Unknown => {
                    return "wird, ohne Angabe eines Stands, als Geber genannt für:".to_owned();
                }
            };
            format!("{verb} {to}:")
        }
        Lang::En => {
            let (infinitive, participle) = match kind {
                Kind::Supply => ("give to", "given to"),
                Kind::Return => ("give back to", "given back to"),
                Kind::Production => ("produce for", "produced for"),
                Kind::Payment => ("give in return to", "given in return to"),
            };
            match status {
                Status::Requested => format!("is said to have been asked to {infinitive}:"),
                Status::Negotiating => format!("is said to be in talks to {infinitive}:"),
                Status::Planned => format!("is said to be meant to {infinitive}:"),
                Status::Agreed => format!("is said to have agreed to {infinitive}:"),
                Status::Delivered => format!("is said to have {participle}:"),
                Status::Refused => format!("is said to have refused to {infinitive}:"),
                Status::Cancelled => format!("is said no longer to be meant to {infinitive}:"),
                Status::Unknown => "is named, without a status, as a giver to:".to_owned(),
            }
        }
    }
}

/// What is missing.
#[must_use]
pub fn gap(lang: Lang, gap: Gap) -> &'static str {
    let (de, en) = match gap {
        Gap::NoSource => ("Ohne Angabe einer Quelle", "No source given"),
        Gap::NoOrigin => ("Kein Ursprung übrig", "No origin left"),
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
