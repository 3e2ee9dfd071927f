//! The check: what is wrong in a corpus, all of it at once, each fault with its place and its remedy.
//!
//! One and the same wherever a corpus comes from: the build gives it the files of `seeds/`, whoever has a
//! corpus as one JSON that text. Reading order: `form` reads both into the same tables, `rules` holds
//! those to every rule, `locate` finds lines and columns.

mod form;
mod locate;
mod rules;

#[cfg(test)]
pub(super) mod tests;

use super::Source;
pub(super) use form::{MARK, Table, corpus_in};
use form::{Pieces, Reading};
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
struct List {
    /// So many of them are listed, and the rest is counted.
    most: usize,
    listed: Vec<Fault>,
    more: usize,
}

impl List {
    fn of(most: usize) -> Self {
        Self { most, listed: Vec::new(), more: 0 }
    }

    /// Adds a fault, which is made only where it will be listed.
    fn add(&mut self, fault: impl FnOnce() -> Fault) {
        if self.listed.len() < self.most {
            self.listed.push(fault());
        } else {
            self.more += 1;
        }
    }
}

/// Reads a corpus in files, as `seeds/` has it, and holds it to every rule: the tables, a file each
/// document, named by its id, and in the folder `fingerprints` a file each of theirs.
///
/// # Errors
/// Every fault; but where a row of a table or a claim is no JSON of the right form, only that is said, of
/// each of them, and the rules are held to once all can be read.
pub fn check_files(files: &[SeedFile]) -> Result<Source, Faults> {
    let place = |fault: &Fault| files.iter().position(|file| file.name == fault.file);
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

/// Whether a corpus obeys every rule. Where it does not, whoever has its text can have it said by [`check_json`] what is
/// wrong.
pub(super) fn is_sound(source: &Source) -> bool {
    let mut faults = List::of(0);
    rules::hold(source, &Pieces::default(), &mut faults);
    faults.more == 0
}

fn finish(reading: Reading, place: impl Fn(&Fault) -> Option<usize>) -> Result<Source, Faults> {
    let Reading { pieces, source, mut faults, is_partial } = reading;
    if !is_partial {
        rules::hold(&source, &pieces, &mut faults);
    }
    let List { mut listed, more, .. } = faults;
    if listed.is_empty() {
        return Ok(source);
    }
    listed.sort_by_key(|fault| (place(fault), fault.line, fault.column));
    Err(Faults { listed, more })
}
