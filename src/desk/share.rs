//! Sharing: the link to what is seen, and the same as Markdown, as a frame, as a sentence.

use super::link::{home, iframe, is_public, link};
use super::words::words;
use super::{Desk, copyable};
use crate::evidence::{self, Standing};
use crate::query::Query;
use crate::words as texts;
use crate::words::Attributed;
use maud::{Markup, html};

/// What is shared: a link, and what it leads to, in a sentence.
struct Shared {
    query: Query,
    sentence: String,
}

/// The panel for what is seen (`share`), a transfer (`share-transfer-…`) or a claim (`share-claim-…`).
pub fn share(desk: &Desk, panel: &str) -> Markup {
    let words = words(desk.lang);
    let Some(shared) = shared(desk, panel) else { return Markup::default() };
    let link = link(desk, &shared.query);
    let is_public = is_public(&home(desk.page, desk.lang));
    let title = texts::words(desk.lang).title;
    let id = |kind: &str| format!("{panel}-{kind}");
    html! {
        @if desk.page.can_share && is_public {
            button type="button" data-share=(link) data-field=(id("link")) data-title=(title) data-text=(shared.sentence) {
                (words.share_system)
            }
        }
        @if !is_public { p.hint { (words.no_address) } }
        (copyable(desk, &id("link"), words.link, &link, 2))
        (copyable(desk, &id("sentence"), words.sentence, &shared.sentence, 4))
        (copyable(desk, &id("markdown"), "Markdown", &markdown(&shared.sentence, &link), 4))
        @if is_public {
            (copyable(desk, &id("frame"), words.frame, &iframe(&link, title), 4))
        }
    }
}

fn shared(desk: &Desk, panel: &str) -> Option<Shared> {
    let corpus = desk.index.corpus();
    let attributed =
        Attributed { standing: Standing::all(corpus), countries: desk.countries, lang: desk.lang };
    if let Some(id) = panel.strip_prefix("share-transfer-") {
        let transfer = corpus.source().transfers.iter().position(|it| it.id == id)?;
        let mut query = Query::default();
        query.open.insert(id);
        return Some(Shared { query, sentence: attributed.transfer(transfer) });
    }
    if let Some(id) = panel.strip_prefix("share-claim-") {
        let query = Query { claim: Some(id.to_owned()), ..Query::default() };
        return Some(Shared { query, sentence: attributed.claim(corpus.find_claim(id)?) });
    }
    let found = desk.index.select(desk.query);
    let standing = Standing { corpus, fallen: &found.fallen };
    let summary = texts::summary(desk.lang, &evidence::summary(standing, &found.transfers));
    let set = [desk.index.fixed(), desk.query].map(|query| filters(desk, query));
    let set: Vec<&str> = set.iter().flatten().map(String::as_str).collect();
    let words = texts::words(desk.lang);
    let filtered = if set.is_empty() { String::new() } else { format!(" ({})", set.join("; ")) };
    let sentence = format!("{}{filtered}: {summary} {}", words.site, words.caveat);
    Some(Shared { query: desk.query.clone(), sentence })
}

/// What the filters of a query are called.
pub fn filters(desk: &Desk, query: &Query) -> Vec<String> {
    let corpus = desk.index.corpus();
    let name = |filter| texts::filter(corpus, desk.countries, desk.lang, query, &filter);
    query.filters().into_iter().map(name).collect()
}

/// A sentence that leads to an address. Signs that mean something in Markdown are escaped.
fn markdown(sentence: &str, link: &str) -> String {
    let mut text = String::new();
    for letter in sentence.chars() {
        if matches!(letter, '\\' | '[' | ']' | '<' | '`' | '*' | '_') {
            text.push('\\');
        }
        text.push(if letter.is_control() { ' ' } else { letter });
    }
    format!("[{text}]({})", link.replace('(', "%28").replace(')', "%29"))
}
