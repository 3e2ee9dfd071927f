//! The evidence of a transfer: what its reports say beside each other, denials opposite to what they
//! deny, and the tree of its origins.

use super::Desk;
use super::disputed::{list, sentences};
use super::tree::Tree;
use super::words::words;
use crate::corpus::{ClaimId, Stance, TransferId, When};
use crate::evidence::Difference::{Actor, Denial, LeftOpen, Number, Status, Time, WithinDocument};
use crate::evidence::{self, Backing, Difference, Differences, Trust};
use crate::markup::Pen;
use crate::words as texts;

/// In what the cells of each row of the table may differ.
const ROWS: [&[Difference]; 6] =
    [&[Status, Denial, WithinDocument, Actor, LeftOpen], &[Number], &[Time], &[], &[], &[]];

/// The panel of a transfer, by its id.
pub fn evidence(desk: &Desk, id: &str) -> String {
    let mut pen = Pen::default();
    let corpus = desk.index.corpus();
    let Some(transfer) = corpus.find_transfer(id) else { return pen.markup };
    let selection = desk.index.select(desk.query);
    let trust = desk.trust(&selection);
    let backing = evidence::backing(trust, transfer);
    let (documents, origins) = (backing.documents.len(), backing.asserting.len());
    let differences = evidence::differences(trust, transfer);
    if differences.any() {
        let mut disputed = Vec::new();
        sentences(desk, trust, transfer, &mut disputed);
        list(&mut pen, desk, &disputed);
    }
    table(&mut pen, desk, trust, transfer, &differences, &backing);
    opposites(&mut pen, desk, trust, transfer);
    let derivation = texts::derivation(desk.lang, documents, origins);
    pen.put("<p class=\"derivation\">@</p>", &[], &[&derivation]);
    let backing = std::slice::from_ref(&backing);
    Tree { desk, trust, backing }.draw(&mut pen, corpus.claims_of(transfer));
    pen.put("<p class=\"hint\">$</p>", &[], &[words(desk.lang).assumed]);
    pen.markup
}

/// A column for each report. A report that says several things has them below each other.
fn table(
    pen: &mut Pen,
    desk: &Desk,
    trust: Trust,
    transfer: TransferId,
    differences: &Differences,
    backing: &Backing,
) {
    let common = texts::words(desk.lang);
    let names = [
        common.status_as_claimed,
        common.quantity,
        common.when,
        common.item,
        common.backing,
        common.said,
    ];
    pen.put(
        "<div class=\"reports\" tabindex=\"0\" role=\"region\" aria-label=\"$\"><table><thead><tr><td></td>",
        &[],
        &[common.claims],
    );
    for document in backing.documents.iter() {
        pen.put("<th scope=\"col\">", &[], &[]);
        desk.document(pen, document);
        pen.put("</th>", &[], &[]);
    }
    pen.put("</tr></thead><tbody>", &[], &[]);
    for (row, (name, kinds)) in names.into_iter().zip(ROWS).enumerate() {
        pen.put("<tr><th scope=\"row\">$", &[], &[name]);
        for &kind in kinds {
            if differences.has(kind) {
                let is_compatible = differences.is_compatible(kind);
                let class = if is_compatible { "hint" } else { "denies" };
                let name = texts::difference(desk.lang, kind, is_compatible);
                let texts = [class, texts::sign(is_compatible), name];
                pen.put(" <small class=\"$\">$ $</small>", &[], &texts);
            }
        }
        pen.put("</th>", &[], &[]);
        for document in backing.documents.iter() {
            let mut claims = Vec::new();
            for claim in trust.claims_of(transfer) {
                if trust.corpus.document_of(claim) == document {
                    claims.push(claim);
                }
            }
            cell(pen, desk, row, &claims, &|claim| {
                kinds.iter().any(|&kind| {
                    differences.of(kind).contains(claim) && !differences.is_compatible(kind)
                })
            });
        }
        pen.put("</tr>", &[], &[]);
    }
    pen.put("</tbody></table></div>", &[], &[]);
}

/// What the claims of a report say in a row, and which of them differ in it from others.
fn cell(
    pen: &mut Pen,
    desk: &Desk,
    row: usize,
    claims: &[ClaimId],
    differs: &dyn Fn(ClaimId) -> bool,
) {
    pen.put("<td>", &[], &[]);
    let values = grouped(claims, &|claim| said(desk, row, claim));
    if values.is_empty() {
        let unsaid = texts::words(desk.lang).not_stated;
        pen.put("<span class=\"unsaid\">$</span>", &[], &[unsaid]);
    }
    for (value, claims) in &values {
        let is_differing = claims.iter().any(|&claim| differs(claim));
        let class = if is_differing { " class=\"differing\"" } else { "" };
        pen.put("<p$>@ <small>", &[], &[class, value]);
        places(pen, desk, claims);
        pen.put("</small></p>", &[], &[]);
    }
    pen.put("</td>", &[], &[]);
}

/// What a claim says in a row of the table.
fn said(desk: &Desk, row: usize, claim: ClaimId) -> Option<String> {
    let lang = desk.lang;
    let it = desk.index.corpus().claim(claim);
    let printed = match row {
        0 => return Some(stands(desk, claim)),
        1 => &it.quantity.as_ref()?.words,
        2 => return said_when(desk, it.when.as_ref()?),
        3 => it.item.as_ref()?,
        4 => return Some(texts::chain(lang, desk.index.corpus(), claim)),
        _ => return said_when(desk, it.reported.as_ref()?),
    };
    Some(texts::quoted(lang, printed.get(lang)))
}

/// How far a claim has the transfer come, and what it does with that. Only what is asserted or denied
/// has a status.
pub fn stands(desk: &Desk, claim: ClaimId) -> String {
    let it = desk.index.corpus().claim(claim);
    let status = texts::status(desk.lang, it.status);
    let stance = texts::stance(desk.lang, it.stance).unwrap_or_default();
    match it.stance {
        Stance::Asserts => status.to_owned(),
        Stance::Denies => [stance, ": ", status].concat(),
        _ => stance.to_owned(),
    }
}

/// A time as printed, with the interval that follows.
pub fn said_when(desk: &Desk, when: &When) -> Option<String> {
    let printed = when.words.as_ref().map(|it| texts::quoted(desk.lang, it.get(desk.lang)));
    let Some(span) = when.span.map(|span| texts::span(desk.lang, span)) else { return printed };
    Some(match printed {
        Some(printed) => [&printed, " – ", &span].concat(),
        None => [texts::words(desk.lang).undated, ": ", &span].concat(),
    })
}

/// The different values of some claims, each with the claims that have it.
pub fn grouped(
    claims: &[ClaimId],
    value: &dyn Fn(ClaimId) -> Option<String>,
) -> Vec<(String, Vec<ClaimId>)> {
    let mut groups: Vec<(String, Vec<ClaimId>)> = Vec::new();
    for &claim in claims {
        let Some(value) = value(claim) else { continue };
        match groups.iter_mut().find(|(it, _)| *it == value) {
            Some((_, claims)) => claims.push(claim),
            None => groups.push((value, vec![claim])),
        }
    }
    groups
}

/// The paragraphs that claims stand in, each a way to it.
pub fn places(pen: &mut Pen, desk: &Desk, claims: &[ClaimId]) {
    pen.put("$", &[], &[texts::words(desk.lang).paragraph]);
    for &claim in claims {
        desk.place(pen, claim, "");
    }
}

/// What a claim says, and in small type by whose word and where.
pub fn statement(pen: &mut Pen, desk: &Desk, claim: ClaimId) {
    let chain = texts::chain(desk.lang, desk.index.corpus(), claim);
    pen.put("@ <small>@ · ", &[], &[desk.statement(claim), &chain]);
    places(pen, desk, &[claim]);
    pen.put("</small>", &[], &[]);
}

/// What is denied, contradicted or left open, and opposite to it who does.
fn opposites(pen: &mut Pen, desk: &Desk, trust: Trust, transfer: TransferId) {
    let mut any = false;
    for claim in trust.claims_of(transfer) {
        any = true;
        for other in trust.disputes_of(claim) {
            pen.put("<div class=\"opposite\"><p><span class=\"differs\"></span>", &[], &[]);
            statement(pen, desk, other);
            let leaves_open = evidence::leaves_open(trust.corpus, claim, other);
            let class = if leaves_open { "imprecise" } else { "differs" };
            let texts = [class, texts::sign(leaves_open)];
            pen.put("</p><p><span class=\"$\">$ </span>", &[], &texts);
            statement(pen, desk, claim);
            pen.put("</p></div>", &[], &[]);
        }
    }
    if !any {
        pen.put("<p class=\"hint\">$</p>", &[], &[words(desk.lang).all_discounted]);
    }
}
