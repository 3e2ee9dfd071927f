//! Making fingerprints of a document's text, which is not kept.

use super::decoding::decode;
use super::reading::{Unreadable, read};
use super::winnowing::{fingerprint, whole};
use super::words::words;
use crate::corpus::{Document, Fingerprint, Hashes};
use sha2::{Digest, Sha256};

/// Why a text is not a document's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// It is no text.
    Unreadable(Unreadable),
    /// It has another SHA-256 than the text that the corpus was made from.
    OtherText,
    /// It has only so many paragraphs, and a claim names a later one.
    TooFew(usize),
    /// It, or a paragraph of it, has more than can be counted.
    TooLong,
    /// A paragraph that a claim names has no words.
    NoWords(u16),
}

/// A document with the fingerprints of its text, and with its SHA-256 where it had none.
///
/// # Errors
/// Why the text is not the document's.
pub fn with_text(document: &Document, bytes: &[u8]) -> Result<Document, Misfit> {
    let hash = sha256(bytes);
    if document.sha256.as_ref().is_some_and(|it| *it != hash) {
        return Err(Misfit::OtherText);
    }
    // Of the source of a page or of a mail the lines are no paragraphs.
    let text = decode(bytes, |_| None).and_then(|text| read(text, |_| None));
    let text = text.map_err(Misfit::Unreadable)?;
    let count = paragraphs(&text).len();
    let withdrawn = document.withdrawn.iter().map(|it| &it.claim);
    let last = document.claims.iter().chain(withdrawn).map(|it| it.paragraph).max();
    if last.is_some_and(|it| usize::from(it) > count) {
        return Err(Misfit::TooFew(count));
    }
    let fingerprints = fingerprints(document, &text)?;
    let paragraphs = u16::try_from(count).map_err(|_| Misfit::TooLong)?;
    Ok(Document { sha256: Some(hash), paragraphs, fingerprints, ..document.clone() })
}

/// What is kept of a text: of each paragraph that a claim of its document names, in the order of the text.
///
/// # Errors
/// Why the text is not the document's.
pub fn fingerprints(document: &Document, text: &str) -> Result<Vec<Fingerprint>, Misfit> {
    let lines = paragraphs(text);
    let mut named: Vec<u16> = document.claims.iter().map(|claim| claim.paragraph).collect();
    named.sort_unstable();
    named.dedup();
    let of = |paragraph: u16| {
        let line = lines.get(usize::from(paragraph).saturating_sub(1));
        let line = line.ok_or(Misfit::TooFew(lines.len()))?;
        let all = words(line);
        if all.is_empty() {
            return Err(Misfit::NoWords(paragraph));
        }
        let words = u16::try_from(all.len()).map_err(|_| Misfit::TooLong)?;
        Ok(Fingerprint { paragraph, words, whole: whole(&all), hashes: Hashes(fingerprint(line)) })
    };
    named.into_iter().map(of).collect()
}

/// The SHA-256 of bytes, in hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Bytes as two digits each.
fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The paragraphs of a text: its lines that are not blank. Whoever collected the texts has set before some
/// titles when the article appeared, as in `date 2023-11 …`, which no copy of it has.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<&str> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| without_date(line).unwrap_or(line)).collect()
}

fn without_date(line: &str) -> Option<&str> {
    let (date, rest) = line.strip_prefix("date ")?.split_once(' ')?;
    let is_month = date.len() == 7 && date.bytes().all(|it| it.is_ascii_digit() || it == b'-');
    is_month.then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::BUNDLED;
    use crate::corpus::{SeedFile, Source, check_json};

    /// A document whose claims name the paragraphs 1 and 3.
    fn document() -> Document {
        let mut source = Source::read(BUNDLED).expect("the asset");
        let mut document = source.documents.swap_remove(0);
        document.claims.truncate(2);
        document.claims[0].paragraph = 1;
        document.claims[1].paragraph = 3;
        Document { sha256: None, paragraphs: 3, fingerprints: Vec::new(), ..document }
    }

    const TEXT: &str = "A title of four\n\n  \nA line.\r\nThe third paragraph, of six words.\n";

    #[test]
    fn a_text_gives_its_document_fingerprints_and_its_hash() {
        let with = with_text(&document(), TEXT.as_bytes()).expect("its text");
        let numbers: Vec<(u16, u16)> =
            with.fingerprints.iter().map(|it| (it.paragraph, it.words)).collect();
        assert_eq!((numbers, with.paragraphs), (vec![(1, 4), (3, 6)], 3));
        assert_eq!(with.sha256.as_deref(), Some(sha256(TEXT.as_bytes()).as_str()));
        assert_eq!(with_text(&with, TEXT.as_bytes()), Ok(with.clone()));
        assert_eq!(with_text(&with, b"Another text.\n\n\n"), Err(Misfit::OtherText));
        assert_eq!(
            sha256(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn what_is_not_its_text_says_why() {
        let misfit = |text: &str| with_text(&document(), text.as_bytes()).expect_err("a misfit");
        assert_eq!(misfit("One.\nTwo."), Misfit::TooFew(2));
        assert_eq!(misfit("One.\nTwo.\n…\n"), Misfit::NoWords(3));
        assert_eq!(misfit("<p>One.\n<p>Two.\n<p>Three."), Misfit::Unreadable(Unreadable::Other));
        assert_eq!(misfit("%PDF-1.7"), Misfit::Unreadable(Unreadable::Pdf));
        assert_eq!(misfit(&format!("{}\n2\n3", "a ".repeat(70_000))), Misfit::TooLong);
    }

    #[test]
    fn what_comes_of_it_passes_the_check() {
        let mut source = Source::read(BUNDLED).expect("the asset");
        for document in &mut source.documents {
            document.sha256 = None;
            let lines = (0..document.paragraphs).map(|it| it.to_string() + " is its number.\n");
            let text: String = lines.collect();
            *document = with_text(document, text.as_bytes()).expect("its text");
        }
        let text = serde_json::to_string(&source).expect("JSON");
        let name = "corpus.json".to_owned();
        check_json(&SeedFile { name, text }).unwrap_or_else(|faults| panic!("{faults}"));
    }

    #[test]
    fn blank_lines_are_no_paragraphs() {
        assert_eq!(paragraphs("a\n\n  \nb\n"), ["a", "b"]);
    }

    #[test]
    fn a_date_before_a_title_is_not_its_own() {
        assert_eq!(
            paragraphs(" date 2023-11 Ein Titel\ndate of birth"),
            ["Ein Titel", "date of birth"]
        );
    }
}
