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

use super::{Desk, hinted};
use crate::corpus::Corpus;
use crate::markup::Pen;
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
pub fn check(desk: &Desk) -> String {
    let (corpus, words) = (desk.index.corpus(), words(desk.lang));
    let unprinted = unprinted(corpus);
    let mut pen = Pen::default();
    hinted(&mut pen, words.privacy);
    if unprinted.len() < corpus.source().documents.len() {
        pen.put(
            "<div class=\"copy\"><label for=\"@\">@</label><textarea id=\"@\" rows=\"6\" \
             spellcheck=\"false\" autocomplete=\"off\"></textarea></div><div class=\"copy\"><label \
             for=\"@\">@</label><input type=\"file\" id=\"@\" \
             accept=\"text/*,.txt,.htm,.html,.xhtml\"></div>",
            &[],
            &[FIELD, words.paste, FIELD, FILE, words.open, FILE],
        );
    }
    pen.put("<div class=\"check\">", &[], &[]);
    if !unprinted.is_empty() {
        pen.put("<p class=\"hint\">@", &[], &[words.unprinted]);
        for at in unprinted {
            pen.put(" <cite>@</cite>", &[], &[&corpus.document(at).title]);
        }
        pen.put("</p>", &[], &[]);
    }
    // Its place is there before anything is said, so that it is read out.
    pen.put("<div id=\"check-said\" aria-live=\"polite\">", &[], &[]);
    match desk.page.brought.as_deref() {
        Some(brought) => said(desk, brought, &mut pen),
        None => pen.put("</div>", &[], &[]),
    }
    pen.put("</div>", &[], &[]);
    pen.markup
}

/// What is said of what a reader has brought.
fn said(desk: &Desk, brought: &Brought, pen: &mut Pen) {
    let words = words(desk.lang);
    let name = brought.name.as_deref().unwrap_or(words.pasted);
    pen.put(
        "<p class=\"place\">@ <button class=\"link\" type=\"button\" \
         data-discard=\"\">@</button></p><p class=\"statement\">",
        &[],
        &[name, words.discard],
    );
    let text = match &brought.text {
        Ok(text) => text,
        Err(kind) => {
            let [pdf, picture, other] = words.kinds;
            let (fault, remedy) = match kind {
                Unreadable::Pdf => (pdf, words.unread),
                Unreadable::Picture => (picture, words.unread),
                Unreadable::Other => (other, words.unread),
                Unreadable::TooLong => (words.too_long, ""),
            };
            return pen.put("@@</p></div>", &[], &[fault, remedy]);
        }
    };
    let verdict = brought.verdict(text, desk.index.corpus());
    let is_short = verdict.words < LEAST_WORDS;
    let none = if is_short { words.too_short } else { words.none };
    if verdict.recognised.is_empty() {
        pen.put("@</p></div>", &[], &[none]);
        if !is_short {
            pen.put("<p>@</p>", &[], &[words.none_means]);
        }
    } else {
        pen.put("</p>", &[], &[]);
        for it in &verdict.recognised {
            show::recognised(desk, it, pen);
        }
        pen.put("</div>", &[], &[]);
        show::doubtful(desk, verdict, text, pen);
        show::text(desk, verdict, text, pen);
    }
    let sure = [words.how_sure, words.guarantee];
    pen.put("<details><summary>@</summary><p>@</p></details>", &[], &sure);
}
