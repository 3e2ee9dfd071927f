//! The check of a reader's own copy: which documents it holds, and where the paragraphs stand that
//! claims name.
//!
//! What a reader has brought is the desk's own: no link carries it, nothing stores it. The browser's
//! edge (`platform::bring`) reads it, and the rest is made of it here.

mod read;
mod show;
mod verdict;
mod words;

pub use read::{
    MOST_FILE, MOST_TEXT, Unreadable, add, decode, end_line, is_in_line, is_page, is_unread,
};
pub use verdict::{Paragraph, Recognised, Verdict, unprinted, verdict};

use super::Desk;
use crate::corpus::Corpus;
use maud::{Markup, html};
use show::recognised;
use std::cell::OnceCell;
use words::words;

#[cfg(test)]
mod tests;

/// What a reader has brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// The file's name; nothing where it was pasted.
    name: Option<String>,
    text: Result<String, Unreadable>,
    verdict: OnceCell<Verdict>,
}

impl Brought {
    /// A text that was pasted, or what was read of a file with a name.
    #[must_use]
    pub fn new(name: Option<String>, text: Result<String, Unreadable>) -> Self {
        let is_long = text.as_ref().is_ok_and(|text| text.len() > MOST_TEXT);
        let text = if is_long { Err(Unreadable::TooLong) } else { text };
        Self { name, text, verdict: OnceCell::new() }
    }

    /// What it holds of the corpus, which is always the same one: it is looked for once.
    fn verdict(&self, text: &str, corpus: &Corpus) -> &Verdict {
        self.verdict.get_or_init(|| verdict(text, corpus))
    }
}

/// The field that a copy is pasted into, by id.
pub const FIELD: &str = "check-text";
/// The field that opens a file, by id.
pub const FILE: &str = "check-file";

/// A text with fewer words is no article, and hardly one of its paragraphs.
const LEAST_WORDS: usize = 15;

/// The panel.
#[must_use]
pub fn check(desk: &Desk) -> Markup {
    let (corpus, words) = (desk.index.corpus(), words(desk.lang));
    let documents = &corpus.source().documents;
    let unprinted = unprinted(corpus);
    html! {
        p.hint { (words.privacy) }
        @if unprinted.len() < documents.len() {
            div.copy {
                label for=(FIELD) { (words.paste) }
                textarea id=(FIELD) rows="6" spellcheck="false" autocomplete="off" {}
            }
            div.copy {
                label for=(FILE) { (words.open) }
                input type="file" id=(FILE) accept="text/*,.txt,.htm,.html,.xhtml";
            }
        }
        div.check {
            @if !unprinted.is_empty() {
                p.hint {
                    (words.unprinted)
                    @for &at in &unprinted { " " cite { (corpus.document(at).title) } }
                }
            }
            (said(desk))
        }
    }
}

/// What is said of what a reader has brought. Its place is there before, so that it is read out.
fn said(desk: &Desk) -> Markup {
    let words = words(desk.lang);
    let brought = desk.page.brought.as_deref();
    let read = brought.and_then(|it| it.text.as_deref().ok());
    let verdict = brought.zip(read).map(|(it, text)| it.verdict(text, desk.index.corpus()));
    let is_recognised = verdict.is_some_and(|it| !it.recognised.is_empty());
    let (fault, remedy) = match brought.map(|it| &it.text) {
        Some(Err(Unreadable::TooLong)) => (words.too_long, ""),
        Some(Err(kind)) => {
            let kind = [Unreadable::Pdf, Unreadable::Picture, Unreadable::Other]
                .iter()
                .position(|it| it == kind);
            (kind.and_then(|it| words.kinds.get(it)).copied().unwrap_or_default(), words.unread)
        }
        Some(Ok(_)) if is_recognised => ("", ""),
        Some(Ok(_)) if verdict.is_some_and(|it| it.words < LEAST_WORDS) => (words.too_short, ""),
        Some(Ok(_)) => (words.none, ""),
        None => ("", ""),
    };
    html! {
        div id="check-said" aria-live="polite" {
            @if let Some(brought) = brought {
                p.place {
                    (brought.name.as_deref().unwrap_or(words.pasted)) " "
                    button.link type="button" data-discard="" { (words.discard) }
                }
                p.statement { (fault) (remedy) }
            }
            @for it in verdict.iter().flat_map(|it| &it.recognised) { (recognised(desk, it)) }
        }
        @if let Some((verdict, text)) = verdict.zip(read) {
            @if is_recognised { (show::doubtful(desk, verdict, text)) (show::text(desk, verdict, text)) }
            @else if verdict.words >= LEAST_WORDS { p { (words.none_means) } }
            details { summary { (words.how_sure) } p { (words.guarantee) } }
        }
    }
}
