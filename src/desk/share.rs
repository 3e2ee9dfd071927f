//! Sharing: the link to what is seen, and the same as Markdown, as a frame, as a sentence.

use super::link::{home, iframe, is_public, link};
use super::words::words;
use super::{Desk, copyable, hinted, push};
use crate::evidence::{self, Trust};
use crate::markup::Pen;
use crate::query::Query;
use crate::words as texts;
use crate::words::Attributed;

/// What is shared: a link, and what it leads to, in a sentence.
struct Shared {
    query: Query,
    sentence: String,
}

/// The panel for what is seen (`share`), a transfer (`share-transfer-…`) or a claim (`share-claim-…`).
pub fn share(desk: &Desk, panel: &str) -> String {
    let words = words(desk.lang);
    let Some(Shared { query, sentence }) = shared(desk, panel) else { return String::new() };
    let link = link(desk, &query);
    let is_public = is_public(&home(desk.page, desk.lang));
    let title = texts::words(desk.lang).title;
    let mut pen = Pen::default();
    if !is_public {
        hinted(&mut pen, words.no_address);
    } else if desk.page.can_share {
        pen.put(
            "<button type=\"button\" data-share=\"@\" data-field=\"@-link\" data-title=\"@\" \
             data-text=\"@\">@</button>",
            &[],
            &[&link, panel, title, &sentence, words.share_system],
        );
    }
    let frame = if is_public { iframe(&link, title) } else { String::new() };
    let copies = [
        ("-link", words.link, &link),
        ("-sentence", words.sentence, &sentence),
        ("-markdown", "Markdown", &markdown(&sentence, &link)),
        ("-frame", words.frame, &frame),
    ];
    for (kind, name, text) in copies {
        if !text.is_empty() {
            let lines = if kind == "-link" { 2 } else { 4 };
            let copy = copyable(desk, &[panel, kind].concat(), name, text, lines);
            pen.markup.push_str(&copy.0);
        }
    }
    pen.markup
}

fn shared(desk: &Desk, panel: &str) -> Option<Shared> {
    let corpus = desk.index.corpus();
    let attributed =
        Attributed { trust: Trust::all(corpus), countries: desk.countries, lang: desk.lang };
    if let Some(id) = panel.strip_prefix("share-transfer-") {
        let transfer = corpus.find_transfer(id)?;
        let mut query = Query::default();
        query.open.insert(id);
        return Some(Shared { query, sentence: attributed.transfer(transfer) });
    }
    if let Some(id) = panel.strip_prefix("share-claim-") {
        let query = Query { claim: Some(id.to_owned()), ..Query::default() };
        return Some(Shared { query, sentence: attributed.claim(corpus.find_claim(id)?) });
    }
    let selection = desk.index.select(desk.query);
    let trust = desk.trust(&selection);
    let summary = texts::summary(
        desk.lang,
        &evidence::summary(corpus, &evidence::Findings::new(trust), &selection.transfers),
    );
    let set = all_filters(desk);
    let words = texts::words(desk.lang);
    let mut sentence = words.site.to_owned();
    if !set.is_empty() {
        push(&mut sentence, &[" (", &set.join("; "), ")"]);
    }
    push(&mut sentence, &[": ", &summary, " ", words.caveat]);
    Some(Shared { query: desk.query.clone(), sentence })
}

/// What all filters are called that are set, those that the page around the viewer has fixed among them.
pub fn all_filters(desk: &Desk) -> Vec<String> {
    let mut names = filters(desk, desk.index.fixed());
    names.append(&mut filters(desk, desk.query));
    names
}

/// What the filters of a query are called.
pub fn filters(desk: &Desk, query: &Query) -> Vec<String> {
    let mut names = Vec::new();
    for filter in query.filters() {
        let corpus = desk.index.corpus();
        names.push(texts::filter(corpus, desk.countries, desk.lang, query, &filter));
    }
    names
}

/// A sentence that leads to an address. Signs that mean something in Markdown are escaped.
fn markdown(sentence: &str, link: &str) -> String {
    let mut text = "[".to_owned();
    for letter in sentence.chars() {
        if matches!(letter, '\\' | '[' | ']' | '<' | '`' | '*' | '_') {
            text.push('\\');
        }
        text.push(if letter.is_control() { ' ' } else { letter });
    }
    text.push_str("](");
    for letter in link.chars() {
        match letter {
            '(' => text.push_str("%28"),
            ')' => text.push_str("%29"),
            _ => text.push(letter),
        }
    }
    text.push(')');
    text
}
