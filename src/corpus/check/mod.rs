//! The check: what is wrong in a corpus, all of it at once, each fault with its place and its remedy.
//!
//! One and the same wherever a corpus comes from: the build gives it the files of `seeds/`, whoever has a
//! corpus as one JSON that text. Reading order: `form` reads both into the same tables, `rules` holds
//! those to every rule, `locate` finds lines and columns.

mod form;
mod locate;
mod rules;

#[cfg(test)]
mod hostile;
#[cfg(test)]
pub(super) mod tests;

use super::rows::Rows;
use super::{Source, legible};
pub(super) use form::{MARK, Table, corpus_in};
use form::{Pieces, Reading};
use locate::Lines;
pub use rules::{is_hexadecimal, is_tag};
use std::borrow::Cow;
use std::fmt;

/// One file of a corpus.
#[derive(Clone, Debug)]
pub struct SeedFile {
    /// Its name, from the corpus's folder on: `countries.json`, `fingerprints/0123456789abcdef.json`.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// Something wrong in a corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file's name.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub wrong: String,
    /// What would be right.
    pub remedy: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, wrong, remedy } = self;
        write!(f, "{file}:{line}:{column}: {wrong}; {remedy}")
    }
}

/// All that is wrong in a corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults {
    /// The faults, in the order of the files; [`MOST`] of them where there are more.
    pub listed: Vec<Fault>,
    /// How many more there are.
    pub more: usize,
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, fault) in self.listed.iter().enumerate() {
            let between = if at > 0 { "\n" } else { "" };
            write!(f, "{between}{fault}")?;
        }
        if self.more > 0 {
            write!(f, "\nand {} more", self.more)?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}

/// So many faults are listed: more than anybody mends before the next look, and each takes a search for its
/// place.
pub const MOST: usize = 100;

/// How to come by fingerprints that fit.
const MAKE: &str = "make it from the text, by `cargo xtask fingerprint TEXT`";

/// Faults as they are found.
struct List<'a> {
    /// So many of them are listed, and the rest is counted.
    most: usize,
    listed: Vec<Found<'a>>,
    more: usize,
}

/// Something wrong, whose line is counted once all are found.
struct Found<'a> {
    file: Cow<'a, str>,
    /// All that the file holds.
    text: &'a str,
    /// The part of it that is wrong.
    part: &'a str,
    wrong: String,
    remedy: String,
}

impl<'a> List<'a> {
    fn of(most: usize) -> Self {
        Self { most, listed: Vec::new(), more: 0 }
    }

    /// Adds a fault, which is made only where it will be listed.
    fn add(&mut self, fault: impl FnOnce() -> Found<'a>) {
        if self.listed.len() < self.most {
            self.listed.push(fault());
        } else {
            self.more += 1;
        }
    }

    /// The faults in the order of their files, each with its line.
    fn placed(mut self, file: impl Fn(&str) -> Option<usize>) -> Faults {
        self.listed.sort_by_key(|it| (file(&it.file), it.part.as_ptr()));
        let mut lines = Lines::of("");
        let mut listed: Vec<Fault> = Vec::new();
        for Found { file, text, part, wrong, remedy } in self.listed {
            if listed.last().is_none_or(|before| before.file != file) {
                lines = Lines::of(text);
            }
            let (line, column) = lines.place_of(part);
            let wrong = legible(&wrong);
            listed.push(Fault { file: file.into_owned(), line, column, wrong, remedy });
        }
        Faults { listed, more: self.more }
    }
}

/// Reads a corpus in files, as `seeds/` has it, and holds it to every rule: the tables, a file each
/// document, named by its id, and in the folder `fingerprints` a file each of theirs.
///
/// # Errors
/// Every fault; but where a row of a table or a claim is no JSON of the right form, only that is said, of
/// each of them, and the rules are held to once all can be read.
pub fn check_files(files: &[SeedFile]) -> Result<Source, Faults> {
    let place = |name: &str| files.iter().position(|file| file.name == name);
    finish(Reading::of_files(files), place)
}

/// Reads a corpus that is one JSON, as the export writes it and the build compiles it in, and holds it to
/// every rule.
///
/// # Errors
/// The same as of [`check_files`].
pub fn check_json(file: &SeedFile) -> Result<Source, Faults> {
    finish(Reading::of_one(file), |_| Some(0))
}

/// The rows of a corpus, if it obeys every rule. Where it does not, whoever has its text can have it said by
/// [`check_json`] what is wrong.
pub(super) fn sound_rows(source: &Source) -> Option<Rows> {
    let mut faults = List::of(0);
    let rows = rules::hold(source, &Pieces::default(), &mut faults);
    (faults.more == 0).then_some(rows)
}

fn finish(reading: Reading, file: impl Fn(&str) -> Option<usize>) -> Result<Source, Faults> {
    let Reading { pieces, source, mut faults, is_partial } = reading;
    if !is_partial {
        rules::hold(&source, &pieces, &mut faults);
    }
    if faults.listed.is_empty() { Ok(source) } else { Err(faults.placed(file)) }
}
