//! A reader's own copy of an article. No link carries it, and nothing stores it.

use super::decoding::undo_mojibake;
use super::reading::{MOST_TEXT, Unreadable};
use super::verdict::Verdict;
use crate::corpus::Corpus;

/// A text with fewer words is no article, and hardly one of its paragraphs.
const LEAST_WORDS: usize = 15;

/// What a reader has pasted or opened, and what was found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnCopy {
    /// The file's name; nothing where it was pasted.
    pub name: Option<String>,
    /// The text with what it holds, or why there is none.
    pub checked: Result<Checked, Unreadable>,
}

/// A text, and what it holds of the corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The text.
    pub text: String,
    /// What it holds.
    pub verdict: Verdict,
}

impl OwnCopy {
    /// What is found in a text that was pasted, or in what was read of a file with a name.
    #[must_use]
    pub fn new(name: Option<String>, text: Result<String, Unreadable>, corpus: &Corpus) -> Self {
        let checked = text.and_then(|text| {
            if text.len() > MOST_TEXT {
                return Err(Unreadable::TooLong);
            }
            let text = undo_mojibake(text);
            let verdict = Verdict::new(&text, corpus);
            Ok(Checked { text, verdict })
        });
        Self { name, checked }
    }
}

impl Checked {
    /// Whether it has fewer words than an article, or one of its longer paragraphs.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.verdict.words < LEAST_WORDS
    }
}
