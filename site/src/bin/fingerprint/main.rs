//! What is kept of the source texts, and that it fits them; `cargo xtask fingerprint` calls it.
//!
//! The texts are not in the project. Whoever has one makes its fingerprint here, or checks that what the corpus says
//! of it does stand in it.

mod damage;

use anyhow::{Context, Result, anyhow, bail, ensure};
use claim_atlas::corpus::{Claim, Document, Fingerprints, Lang, Text, When, fold};
use claim_atlas::fingerprint::{fingerprints, paragraphs, sha256, words};
use std::fs;
use std::path::{Path, PathBuf};

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

fn kept(document: &Document, text: &str) -> Result<Fingerprints> {
    let paragraphs = fingerprints(document, text)
        .map_err(|misfit| anyhow!("the text does not fit {}: {misfit:?}", document.id))?;
    Ok(Fingerprints { sha256: sha256(text.as_bytes()), paragraphs })
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
            texts.push((document, paragraphs(&text).join("\n\n")));
        }
    }
    ensure!(!texts.is_empty(), "{} holds no text", folder.display());
    let damages = damage::check(&texts)?;
    faults.extend(damages.faults);
    ensure!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    let count = texts.len();
    println!("{count} texts fit what the corpus says of them");
    println!("{}", damages.figures);
    Ok(())
}

/// What the corpus says of a text that is not so.
fn misfits(document: &Document, text: &str) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    let now = kept(document, text)?;
    let file = file(&document.id);
    let then = fs::read_to_string(&file).ok();
    let then = then.and_then(|json| serde_json::from_str::<Fingerprints>(&json).ok());
    if then.as_ref() != Some(&now) {
        faults.push(format!("{}: make it anew from the text", file.display()));
    }
    if document.sha256.as_ref() != Some(&now.sha256) {
        faults.push(format!("{}: the SHA-256 of the text is {}", document.id, now.sha256));
    }
    let lines = paragraphs(text);
    if let Some(printed) = &document.published.words {
        let printed = printed.in_language(&document.language).unwrap_or_default();
        if !folded(text).contains(&folded(printed)) {
            faults.push(format!("{}: the text does not print its date `{printed}`", document.id));
        }
    }
    for claim in &document.claims {
        let Some(line) = lines.get(usize::from(claim.paragraph).saturating_sub(1)) else {
            continue;
        };
        let line = folded(line);
        for printed in quoted(document, claim) {
            // What was left out between two parts is marked.
            if !printed.split('…').all(|part| line.contains(&folded(part))) {
                faults.push(format!(
                    "{}: paragraph {} does not print `{printed}`",
                    claim.id, claim.paragraph
                ));
            }
        }
        for number in numbers(claim.statement.get(Lang::De)) {
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

/// All that is shown of a claim in quotation marks: words as printed, which are in the document's language, and what
/// its statement quotes.
fn quoted<'a>(document: &Document, claim: &'a Claim) -> Vec<&'a str> {
    let own = |text: &'a Text| text.in_language(&document.language).unwrap_or_default();
    let time = |when: &'a Option<When>| when.as_ref().and_then(|it| it.words.as_ref());
    let words = [
        claim.quantity.as_ref().map(|it| &it.words),
        time(&claim.when),
        time(&claim.reported),
        claim.item.as_ref(),
    ];
    let statement = own(&claim.statement).split(['„', '“', '”', '"']);
    words.into_iter().flatten().map(own).chain(statement.skip(1).step_by(2)).collect()
}

/// A text as words alone, with a space around each.
fn folded(text: &str) -> String {
    let words = words(text).into_iter().map(|word| word.spelled.folded);
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

/// The numbers of a text, as digits.
fn numbers(text: &str) -> Vec<String> {
    let words = words(text).into_iter().map(|word| word.spelled.folded);
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
    use super::{folded, holds, numbers};

    #[test]
    fn a_number_is_stated_as_digits_or_as_its_word() {
        let line = folded("Sie sollen drei Anlagen und 13.077 Fahrzeuge geliefert haben.");
        assert_eq!(numbers("In 3 Anlagen, 13.077 Stück"), ["3", "13", "077"]);
        for number in ["3", "13", "077"] {
            assert!(holds(&line, number), "{number} in{line}");
        }
        assert!(!holds(&line, "4"));
    }
}
