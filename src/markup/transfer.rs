//! A transfer: one line that reads as a sentence, its figures, and what it opens to.

use super::status::{sign, statuses};
use super::{Pen, Shown, citation, claims, desk, truth};
use crate::corpus::TransferId;
use crate::evidence::{self, Difference};
use crate::query::Query;
use crate::{link, words};

/// A transfer, which opens in place.
pub(super) fn transfer(pen: &mut Pen, shown: &Shown, transfer: TransferId) {
    let id = &shown.corpus().transfer(transfer).id;
    let is_open = is_open(shown, transfer);
    let mut query = shown.query.clone();
    toggle(shown, transfer, &mut query);
    pen.put(
        "<li class=\"transfer\" id=\"transfer-@\" data-transfers=\"$\"><div class=\"entry\"><h3>\
         <button type=\"button\" id=\"open-@\" aria-expanded=\"$\" aria-controls=\"claims-@\" data-to=\"@\">",
        &[],
        &[id, &transfer.to_string(), id, truth(is_open), id, &link::write(&query)],
    );
    route(pen, shown, transfer);
    pen.markup.push_str("</button></h3>");
    figures(pen, shown, transfer);
    let hidden = if is_open { "" } else { " hidden" };
    pen.put("</div><div class=\"opened\" id=\"claims-@\"$>", &[], &[id, hidden]);
    if is_open {
        opened(pen, shown, transfer);
    }
    pen.markup.push_str("</div></li>");
}

/// A transfer stands open by itself, or for the claim that is pointed at.
fn is_open(shown: &Shown, transfer: TransferId) -> bool {
    is_pointed(shown, transfer) || shown.query.open.contains(&shown.corpus().transfer(transfer).id)
}

fn toggle(shown: &Shown, transfer: TransferId, query: &mut Query) {
    let id = &shown.corpus().transfer(transfer).id;
    if is_open(shown, transfer) {
        query.open.remove(id);
        // A claim that is pointed at would keep its transfer open.
        if is_pointed(shown, transfer) {
            query.claim = None;
        }
    } else {
        query.open.insert(id);
    }
}

fn is_pointed(shown: &Shown, transfer: TransferId) -> bool {
    shown.pointed.is_some_and(|claim| shown.corpus().transfer_of(claim) == Some(transfer))
}

/// Who gives what to whom.
fn route(pen: &mut Pen, shown: &Shown, transfer: TransferId) {
    let (from, to) = shown.corpus().sides(transfer);
    let moved = shown.corpus().transfer(transfer);
    pen.put(
        "<span class=\"route\">@ <span class=\"arrow\" aria-hidden=\"true\">→</span>\
         <span class=\"unseen\">@</span> @</span> <span class=\"item\">@ <span class=\"kind\">@</span></span>",
        &[],
        &[
            shown.country(from),
            shown.words().to_whom,
            shown.country(to),
            moved.item.get(shown.lang),
            words::kind(shown.lang, moved.kind),
        ],
    );
}

/// The end of a figure.
const END: &str = "</dd></div>";

/// The figures of a transfer in columns, and in what its reports differ.
fn figures(pen: &mut Pen, shown: &Shown, transfer: TransferId) {
    let (lang, words) = (shown.lang, shown.words());
    let differences = evidence::differences(shown.trust(), transfer);
    let begin = |pen: &mut Pen, before: &str, name: &str, kind: Option<Difference>| {
        let differs =
            kind.is_some_and(|kind| differences.has(kind) && !differences.is_compatible(kind));
        let class = if differs { " class=\"differing\"" } else { "" };
        pen.put("$<div$><dt>@</dt><dd>", &[], &[before, class, name]);
    };
    begin(pen, "<dl class=\"figures\">", words.status, Some(Difference::Status));
    let mut of_status = [Difference::Status, Difference::WithinDocument]
        .into_iter()
        .filter(|&kind| differences.has(kind))
        .peekable();
    let differ = of_status.peek().is_some();
    let is_compatible = of_status.all(|kind| differences.is_compatible(kind));
    let status_sign = if differ { sign(is_compatible) } else { "· " };
    statuses(pen, lang, &evidence::statuses(shown.trust(), transfer), status_sign);
    begin(pen, END, words.quantity, Some(Difference::Number));
    quantity(pen, shown, transfer);
    begin(pen, END, words.when, Some(Difference::Time));
    when(pen, shown, transfer);
    begin(pen, END, words.backing, None);
    backing(pen, shown, transfer);
    pen.markup.push_str("</dd></div></dl>");
    if differences.any() {
        pen.put("<ul class=\"marks\" aria-label=\"@\">", &[], &[words.reports_differ]);
        for kind in Difference::ALL {
            if differences.has(kind) {
                let name = words::difference(lang, kind, differences.is_compatible(kind));
                pen.put("<li>$@</li>", &[], &[sign(differences.is_compatible(kind)), name]);
            }
        }
        pen.markup.push_str("</ul>");
    }
}

/// How many, as printed, by stage; where reports of one differ the least and the most of what they print, or
/// all of it where there is no most.
fn quantity(pen: &mut Pen, shown: &Shown, transfer: TransferId) {
    let reached = evidence::statuses(shown.trust(), transfer);
    let mut texts = Vec::new();
    for printed in evidence::quantities(shown.trust(), transfer) {
        let numbers: Vec<&str> =
            printed.numbers.iter().map(|it| it.words.get(shown.lang)).collect();
        let range = numbers.join(printed.between());
        // A number of another stage than the one that stands beside it says of which.
        let is_told = reached == [printed.stage];
        let stage = words::status(shown.lang, printed.stage);
        texts.push(if is_told { range } else { [stage, ": ", &range].concat() });
    }
    let text = Some(texts.join("; ")).filter(|it| !it.is_empty());
    value(pen, text.as_deref(), shown.words().not_stated);
}

/// A value, or that there is none.
fn value(pen: &mut Pen, value: Option<&str>, unsaid: &str) {
    let class = if value.is_some() { "value" } else { "unsaid" };
    pen.put("<span class=\"$\">@</span>", &[], &[class, value.unwrap_or(unsaid)]);
}

/// When it is said to happen, as printed, and when that was reported.
fn when(pen: &mut Pen, shown: &Shown, transfer: TransferId) {
    let words = shown.words();
    let mut printed: Vec<&str> = Vec::new();
    for time in evidence::times(shown.trust(), transfer) {
        printed.extend(time.words.as_ref().map(|it| it.get(shown.lang)));
    }
    let mut months: Vec<String> = Vec::new();
    for document in evidence::backing(shown.trust(), transfer).documents.iter() {
        let published = &shown.corpus().document(document).published;
        let month = words::appeared(shown.lang, published);
        if !months.contains(&month) {
            months.push(month);
        }
    }
    let text = Some(printed.join(" / ")).filter(|_| !printed.is_empty());
    value(pen, text.as_deref(), words.undated);
    pen.put(" <small>@: @</small>", &[], &[words.reported, &months.join(", ")]);
}

/// Who says so: origins first, then documents, then who denies it.
fn backing(pen: &mut Pen, shown: &Shown, transfer: TransferId) {
    let backing = evidence::backing(shown.trust(), transfer);
    let (origins, documents) = (backing.asserting.len(), backing.documents.len());
    let names = words::who(shown.lang, shown.trust(), transfer).join(", ");
    let deniers: Vec<&str> = backing.denying.iter().map(|it| shown.origin(it)).collect();
    let deniers = deniers.join(", ");
    let counts = words::backing(shown.lang, origins, documents);
    pen.put("@ <small>@</small>", &[], &[&counts, &names]);
    if !deniers.is_empty() {
        let template = "<small class=\"denies\">@ @</small>";
        pen.put(template, &[], &[shown.words().denied_by, &deniers]);
    }
}

/// What a transfer opens to: its claims side by side, and the documents that make them.
fn opened(pen: &mut Pen, shown: &Shown, transfer: TransferId) {
    let words = shown.words();
    let id = &shown.corpus().transfer(transfer).id;
    let differences = evidence::differences(shown.trust(), transfer);
    pen.put("<h4>@</h4>", &[], &[words.claims]);
    claims(pen, shown, shown.corpus().claims_of(transfer), &differences);
    let panel = ["evidence-", id].concat();
    desk::open(pen, shown, &panel, words.evidence, None);
    desk::opened(pen, shown, &panel, words.evidence);
    pen.put("<h4>@</h4><ul class=\"sources\">", &[], &[words.sources]);
    for document in evidence::backing(shown.trust(), transfer).documents.iter() {
        pen.markup.push_str("<li>");
        citation(pen, shown, document);
        pen.markup.push_str("</li>");
    }
    pen.markup.push_str("</ul>");
    desk::share(pen, shown, &["share-transfer-", id].concat(), words.this_transfer);
}
