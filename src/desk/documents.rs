//! The view of the documents: what the corpus rests on.

use super::Desk;
use super::evidence::said_when;
use crate::corpus::DocumentId;
use crate::link::write;
use crate::markup::Pen;
use crate::query::{Facet, Selection};
use crate::words;

/// The documents of what is selected, each with how many of its claims are.
pub fn documents(pen: &mut Pen, desk: &Desk, selection: &Selection) {
    for &it in &selection.documents {
        document(pen, desk, it, selection);
    }
}

fn document(pen: &mut Pen, desk: &Desk, document: DocumentId, selection: &Selection) {
    let (corpus, lang, words) = (desk.index.corpus(), desk.lang, words::words(desk.lang));
    let it = corpus.document(document);
    let mut only = desk.query.clone();
    only.toggle(Facet::Document, &it.id);
    let claims = corpus.claims_of_document(document);
    let selected = claims.filter(|&it| selection.claims.contains(it)).count();
    let authors = it.authors.join(", ");
    let published = said_when(desk, &it.published).unwrap_or_default();
    let selected = words::number(lang, selected);
    let rows = [
        (words.outlet, desk.outlet_name(document), it.outlet_basis.as_ref()),
        (words.authors, &authors, None),
        (words.published, &published, it.published.basis.as_ref()),
        (words.text_language, &it.language, None),
        (words.claims, &selected, None),
        (words.fingerprint, &it.sha256, None),
    ];
    pen.put(
        "<section class=\"document\"><h3 lang=\"@\"><button class=\"link\" type=\"button\" data-to=\"@\">@</button></h3><dl>",
        &[],
        &[&it.language, &desk.to_about(&it.id), &it.title],
    );
    for (name, value, reason) in rows {
        if !value.is_empty() {
            let (space, reason) = reason.map_or(("", ""), |it| (" ", it.get(lang)));
            let template = "<div><dt>$</dt><dd>@<small>$@</small></dd></div>";
            pen.put(template, &[], &[name, value, space, reason]);
        }
    }
    let is_only = desk.query.has(Facet::Document, &it.id);
    let name = if is_only { words.all_documents } else { words.only_this_document };
    pen.put(
        "</dl><button type=\"button\" data-to=\"@\">$</button></section>",
        &[],
        &[&write(&only), name],
    );
}
