//! Reading some words of a copy otherwise, where the text leaves that open, so that they fit a paragraph.

use super::matching::{KnownParagraph, ReaderCopy};
use super::words::{Then, Word};

/// So many doubtful places of a paragraph are read both ways. A column of a newspaper has fewer divided words.
const MOST_PLACES: usize = 60;

/// The words of a copy around a paragraph, read so that more of its hashes fit than so many, or that all of its words
/// do; nothing where that is to no avail.
pub fn reread(words: &[Word], paragraph: &KnownParagraph, matched: usize) -> Option<ReaderCopy> {
    let mut words = words.to_vec();
    let mut most = matched;
    // From the last to the first, so that the others keep their places.
    for &at in places(&words).iter().rev() {
        let Some(other) = otherwise(&words, at) else { continue };
        let matched = ReaderCopy::of(other.clone()).matched(paragraph);
        if matched > most {
            (words, most) = (other, matched);
        }
    }
    // At either end no hash may answer for a word: there the words as a whole have to fit.
    let mut all = words.clone();
    let mut others = vec![words.clone()];
    for &at in places(&words).iter().rev() {
        let alone = otherwise(&words, at).map(ReaderCopy::of);
        if let Some(other) = alone.filter(|it| it.matched(paragraph) == most) {
            others.push(other.into_words());
            all = otherwise(&all, at).unwrap_or(all);
        }
    }
    others.push(all);
    let same = others.into_iter().map(ReaderCopy::of).find(|it| it.is_same(paragraph));
    same.or_else(|| (most > matched).then(|| ReaderCopy::of(words)))
}

/// Where some words may be read otherwise.
fn places(words: &[Word]) -> Vec<usize> {
    let doubtful = words.iter().enumerate().filter(|(_, it)| it.instead.is_some());
    doubtful.map(|(at, _)| at).take(MOST_PLACES).collect()
}

/// Some words with those at a place read otherwise.
fn otherwise(words: &[Word], at: usize) -> Option<Vec<Word>> {
    let first = words.get(at)?;
    let instead = first.instead.as_ref()?;
    let (before, after) = (words.get(..at)?, words.get(at + instead.of..)?);
    let replaced = words.get(at..at + instead.of)?;
    let stands = first.at.start..replaced.last()?.at.end;
    let (then, sign_behind) = (replaced.last()?.then, replaced.last()?.sign_behind);
    let new = instead.words.iter().enumerate().map(|(at, spelled)| Word {
        at: stands.clone(),
        spelled: spelled.clone(),
        sign_before: first.sign_before.filter(|_| at == 0),
        sign_behind: None,
        is_small: first.is_small,
        instead: None,
        then: Then::Sentence,
    });
    let mut all: Vec<Word> = before.to_vec();
    all.extend(new);
    // What stood behind what is no word stands behind the word before.
    if let Some(last) = all.last_mut() {
        last.then = last.then.max(then);
        last.sign_behind = sign_behind.or(last.sign_behind);
    }
    all.extend_from_slice(after);
    Some(all)
}
