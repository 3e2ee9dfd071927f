//! What is kept of the source texts, and that it fits them; `cargo xtask fingerprint` calls it.
//!
//! The texts are not in the project. Whoever has one makes its fingerprint here, or checks that what the corpus says
//! of it does stand in it.

use anyhow::{Context, Result, bail, ensure};
use claim_atlas::corpus::{Document, fold};
use claim_atlas::evidence::{Copy, Print, fingerprint, words};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// A document's fingerprint, as `seeds/fingerprints/` keeps it.
#[derive(Debug, Deserialize, Eq, PartialEq, Serialize)]
struct Kept {
    /// SHA-256 of the text's bytes, in hexadecimal.
    sha256: String,
    /// The paragraphs that a claim names.
    paragraphs: Vec<Paragraph>,
}

/// A paragraph's fingerprint.
#[derive(Debug, Deserialize, Eq, PartialEq, Serialize)]
struct Paragraph {
    /// Counted from 1 over lines that are not blank.
    #[serde(rename = "paragraph")]
    number: u16,
    /// How many words it has.
    words: usize,
    /// Its hashes, of four hexadecimal digits each.
    hashes: String,
}

/// The corpus.
const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../seeds");

/// Makes the fingerprints of texts, or checks a folder of them.
fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [flag, folder] if flag == "--check" => check(Path::new(folder)),
        [] => bail!("name a text, or `--check` and a folder of texts"),
        texts => texts.iter().try_for_each(|text| make(Path::new(text))),
    }
}

fn make(text: &Path) -> Result<()> {
    let (document, content) = read(text)?;
    let kept = kept(&document, &content)?;
    let file = file(&document.id);
    fs::create_dir_all(file.parent().unwrap_or(Path::new("")))?;
    fs::write(&file, serde_json::to_string_pretty(&kept)? + "\n")?;
    println!("{}: {} paragraphs", file.display(), kept.paragraphs.len());
    Ok(())
}

/// Where a document's fingerprint stands.
fn file(id: &str) -> PathBuf {
    Path::new(SEEDS).join("fingerprints").join(format!("{id}.json"))
}

/// A text, and the document that its name says it is: the hexadecimal part of it is the id.
fn read(text: &Path) -> Result<(Document, String)> {
    let name = text.file_stem().unwrap_or_default().to_string_lossy();
    let is_id = |part: &&str| part.len() == 16 && part.bytes().all(|it| it.is_ascii_hexdigit());
    let id = name.split(['_', '.', '-']).find(is_id);
    let id =
        id.with_context(|| format!("{name} holds no document's id, of 16 hexadecimal digits"))?;
    let seed = Path::new(SEEDS).join(format!("{id}.json"));
    let seed =
        fs::read_to_string(&seed).with_context(|| format!("there is no {}", seed.display()))?;
    let content = fs::read_to_string(text).with_context(|| format!("could not read {name}"))?;
    Ok((serde_json::from_str(&seed)?, content))
}

/// The paragraphs of a text: its lines that are not blank.
fn paragraphs(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.trim().is_empty()).collect()
}

fn kept(document: &Document, text: &str) -> Result<Kept> {
    let lines = paragraphs(text);
    let mut named: Vec<u16> = document.claims.iter().map(|claim| claim.paragraph).collect();
    named.sort_unstable();
    named.dedup();
    let paragraph = |paragraph: u16| -> Result<Paragraph> {
        let line = lines.get(usize::from(paragraph).saturating_sub(1));
        let line = line.with_context(|| format!("the text has no paragraph {paragraph}"))?;
        let hashes = fingerprint(line);
        let hashes = hashes.iter().fold(String::new(), |hex, hash| hex + &format!("{hash:04x}"));
        Ok(Paragraph { number: paragraph, words: words(line).len(), hashes })
    };
    let sha256 =
        Sha256::digest(text).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
    Ok(Kept { sha256, paragraphs: named.into_iter().map(paragraph).collect::<Result<_>>()? })
}

/// Checks that what the corpus says of the texts of a folder stands in them, and that each text is recognised, and
/// none for another.
fn check(folder: &Path) -> Result<()> {
    let mut faults = Vec::new();
    let mut texts = Vec::new();
    for entry in
        fs::read_dir(folder).with_context(|| format!("there is no {}", folder.display()))?
    {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == "txt") {
            let (document, text) = read(&path)?;
            faults.extend(misfits(&document, &text)?);
            texts.push((document, text));
        }
    }
    ensure!(!texts.is_empty(), "{} holds no text", folder.display());
    for (document, text) in &texts {
        let kept = kept(document, text)?;
        for (other, copy) in &texts {
            faults.extend(misread(document, &kept, copy, document.id == other.id));
        }
        faults.extend(misread(document, &kept, &damaged(text), true));
    }
    ensure!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    let count = texts.len();
    println!("{count} texts fit what the corpus says of them");
    Ok(())
}

/// A text in which every tenth word is another.
fn damaged(text: &str) -> String {
    let mut damaged = String::new();
    let mut from = 0;
    for word in words(text).iter().skip(4).step_by(10) {
        damaged += text.get(from..word.at.start).unwrap_or_default();
        damaged += "anderswo";
        from = word.at.end;
    }
    damaged + text.get(from..).unwrap_or_default()
}

/// The paragraphs of a document that are not found in a copy of it, or that it is found in a copy of another.
fn misread(document: &Document, kept: &Kept, copy: &str, is_own: bool) -> Vec<String> {
    let hashes = |it: &Paragraph| -> Vec<u16> {
        let digits = it.hashes.as_bytes().chunks(4);
        digits
            .filter_map(|hash| u16::from_str_radix(std::str::from_utf8(hash).ok()?, 16).ok())
            .collect()
    };
    let hashes: Vec<Vec<u16>> = kept.paragraphs.iter().map(hashes).collect();
    let prints = hashes.iter().zip(&kept.paragraphs);
    let prints: Vec<Print> = prints.map(|(hashes, it)| Print { hashes, words: it.words }).collect();
    let found = Copy::new(copy).find(&prints);
    let id = &document.id;
    match (found, is_own) {
        (None, true) => vec![format!("{id} is not recognised in its own text")],
        (Some(_), false) => vec![format!("{id} is recognised in another text")],
        (None, false) => Vec::new(),
        (Some(found), true) => {
            let missing = found.iter().zip(&kept.paragraphs).filter(|(found, _)| found.is_none());
            missing.map(|(_, it)| format!("{id}: paragraph {} is not found", it.number)).collect()
        }
    }
}

/// What the corpus says of a text that is not so.
fn misfits(document: &Document, text: &str) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    let now = kept(document, text)?;
    let file = file(&document.id);
    let then =
        fs::read_to_string(&file).ok().and_then(|json| serde_json::from_str::<Kept>(&json).ok());
    if then.as_ref() != Some(&now) {
        faults.push(format!("{}: make it anew from the text", file.display()));
    }
    if now.sha256 != document.sha256 {
        faults.push(format!("{}: the SHA-256 of the text is {}", document.id, now.sha256));
    }
    let lines = paragraphs(text);
    for claim in &document.claims {
        let Some(line) = lines.get(usize::from(claim.paragraph).saturating_sub(1)) else {
            continue;
        };
        let line = folded(line);
        // Words as printed are in the document's language.
        let quantity = claim.quantity.as_ref().map(|it| &it.words);
        let time = claim.when.as_ref().and_then(|it| it.words.as_ref());
        for said in [quantity, time, claim.item.as_ref()].into_iter().flatten() {
            let printed = if document.language == "de" { &said.de } else { &said.en };
            // What was left out between two parts is marked.
            if !printed.split('…').all(|part| line.contains(&folded(part))) {
                faults.push(format!(
                    "{}: paragraph {} does not print `{printed}`",
                    claim.id, claim.paragraph
                ));
            }
        }
        for number in numbers(&claim.statement.de) {
            if !holds(&line, &number) {
                faults.push(format!(
                    "{}: paragraph {} does not state {number}",
                    claim.id, claim.paragraph
                ));
            }
        }
    }
    Ok(faults)
}

/// A text as words alone, with a space around each.
fn folded(text: &str) -> String {
    let words = words(text).into_iter().map(|word| word.folded);
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

/// The numbers of a text, as digits.
fn numbers(text: &str) -> Vec<String> {
    let words = words(text).into_iter().map(|word| word.folded);
    words.filter(|word| word.bytes().all(|it| it.is_ascii_digit())).collect()
}

/// Whether a text states a number, as digits or as the word for it.
fn holds(line: &str, number: &str) -> bool {
    const WORDS: [&str; 13] = [
        "null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
        "elf", "zwölf",
    ];
    let word = number.parse().ok().and_then(|at: usize| WORDS.get(at));
    line.contains(&format!(" {number} "))
        || word.is_some_and(|word| line.contains(&format!(" {}", fold(word))))
}

#[cfg(test)]
mod tests {
    use super::{folded, holds, numbers, paragraphs};

    #[test]
    fn a_number_is_stated_as_digits_or_as_its_word() {
        let line = folded("Sie sollen drei Anlagen und 13.077 Fahrzeuge geliefert haben.");
        assert_eq!(numbers("In 3 Anlagen, 13.077 Stück"), ["3", "13", "077"]);
        for number in ["3", "13", "077"] {
            assert!(holds(&line, number), "{number} in{line}");
        }
        assert!(!holds(&line, "4"));
    }

    #[test]
    fn blank_lines_are_no_paragraphs() {
        assert_eq!(paragraphs("a\n\n  \nb\n"), ["a", "b"]);
    }
}
