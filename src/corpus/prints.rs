//! The fingerprints on disk: their form, their rules, and the asset that is made of them.

use super::check::{At, fault, unreadable};
use super::{Document, Fault, SeedFile, Source};
use serde::{Deserialize, Serialize};

/// What is kept of a document's text, so that a reader's copy of it can be recognised.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Prints {
    /// SHA-256 of the text's bytes, in hexadecimal.
    pub sha256: String,
    /// The paragraphs that a claim names, in the order of the text.
    pub paragraphs: Vec<Printed>,
}

/// What is kept of a paragraph.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Printed {
    /// Counted from 1 over lines that are not blank.
    pub paragraph: u16,
    /// How many words it has.
    pub words: u16,
    /// Its hashes, of four hexadecimal digits each, in ascending order.
    pub hashes: String,
}

impl Printed {
    /// Its hashes; nothing where they are written otherwise.
    #[must_use]
    pub fn numbers(&self) -> Option<Vec<u16>> {
        let digits = self.hashes.as_bytes().chunks(4);
        let number = |digits: &[u8]| {
            let digits = std::str::from_utf8(digits).ok().filter(|it| it.len() == 4)?;
            u16::from_str_radix(digits, 16).ok().filter(|it| format!("{it:04x}") == digits)
        };
        digits.map(number).collect()
    }
}

/// The file of a document's fingerprints, in the folder of the seeds.
fn file_of(document: &Document) -> String {
    format!("fingerprints/{}.json", document.id)
}

const MAKE: &str = "make it from the text, by `cargo xtask fingerprint TEXT`";

/// Reads the files of fingerprints, which are named as in `fingerprints/0123456789abcdef.json`, holds
/// them to their rules and writes them: of each document 16 digits, with which the SHA-256 of its text
/// begins, and then numbers of two bytes, the higher first: how many paragraphs follow, and of each of
/// these its number, how many words it has, how many hashes follow, and the hashes: the first, and of the
/// others how much more they are than the one before.
///
/// # Errors
/// All the faults found, those of one file together.
pub fn prints(files: &[SeedFile], source: &Source) -> Result<Vec<u8>, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut asset = Vec::new();
    for file in files {
        if !source.documents.iter().any(|it| file_of(it) == file.name) {
            let remedy = "name the file by a document's id, or take it out";
            faults.push(fault(files, &at(&file.name), "no document is called so", remedy));
        }
    }
    for document in &source.documents {
        let name = file_of(document);
        let Some(file) = files.iter().find(|file| file.name == name) else {
            faults.push(fault(files, &at(&name), "the file is missing", MAKE));
            continue;
        };
        match serde_json::from_str::<Prints>(&file.text) {
            Ok(prints) => {
                faults.extend(misfits(files, document, &prints));
                write(&prints, &mut asset);
            }
            Err(error) => faults.push(unreadable(file, &error)),
        }
    }
    if faults.is_empty() { Ok(asset) } else { Err(faults) }
}

fn at(file: &str) -> At {
    At { file: file.to_owned(), path: Vec::new() }
}

/// What is wrong in the fingerprints of a document.
fn misfits(files: &[SeedFile], document: &Document, prints: &Prints) -> Vec<Fault> {
    let mut faults = Vec::new();
    let here = at(&file_of(document));
    let mut wrong = |at: At, wrong: String| faults.push(fault(files, &at, wrong, MAKE));
    if prints.sha256 != document.sha256 {
        let said = format!("this is not the SHA-256 that {}.json has", document.id);
        wrong(here.key("sha256"), said);
    }
    let mut last = 0;
    for (item, printed) in prints.paragraphs.iter().enumerate() {
        let here = here.key("paragraphs").item(item);
        let number = printed.paragraph;
        if number <= last {
            wrong(here.key("paragraph"), format!("{number} comes after {last}"));
        }
        last = number;
        if !document.claims.iter().any(|it| it.paragraph == number) {
            wrong(here.key("paragraph"), format!("no claim names paragraph {number}"));
        }
        let hashes = printed.numbers().unwrap_or_default();
        let is_ascending = hashes.is_sorted_by(|a, b| a < b);
        if hashes.is_empty() || !is_ascending || hashes.len() > usize::from(printed.words) {
            wrong(here.key("hashes"), "these are no hashes of such a paragraph".to_owned());
        }
    }
    for claim in &document.claims {
        if !prints.paragraphs.iter().any(|it| it.paragraph == claim.paragraph) {
            let said =
                format!("paragraph {}, which {} names, is not here", claim.paragraph, claim.id);
            wrong(here.key("paragraphs"), said);
        }
    }
    faults
}

fn write(prints: &Prints, asset: &mut Vec<u8>) {
    let count = |count: usize| u16::try_from(count).unwrap_or_default();
    asset.extend(prints.sha256.bytes().take(16));
    let mut numbers = vec![count(prints.paragraphs.len())];
    for printed in &prints.paragraphs {
        let hashes = printed.numbers().unwrap_or_default();
        numbers.extend([printed.paragraph, printed.words, count(hashes.len())]);
        let before = [0].iter().chain(&hashes);
        numbers
            .extend(hashes.iter().zip(before).map(|(hash, before)| hash.saturating_sub(*before)));
    }
    asset.extend(numbers.into_iter().flat_map(u16::to_be_bytes));
}
