//! The words that texts are put together from: made up, several thousand, a few of them in every sentence and most of
//! them rare, as in any language.

use crate::dice::{Dice, Ranks};
use std::collections::HashSet;

/// How many words there are.
const WORDS: usize = 6000;
/// The words behind these carry a text: they name things.
const PARTICLES: usize = 120;

const ONSETS: [&str; 24] = [
    "b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "pr", "r", "s", "sk",
    "st", "t", "tr", "v", "w", "z",
];
const VOWELS: [&str; 5] = ["a", "e", "i", "o", "u"];
const CODAS: [&str; 8] = ["", "", "", "l", "n", "r", "s", "t"];

/// The words, the most frequent first, and how often each is.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    words: Vec<String>,
    ranks: Ranks,
}

impl Vocabulary {
    pub(crate) fn new(dice: &mut Dice) -> Self {
        let (mut words, mut known) = (Vec::new(), HashSet::new());
        while words.len() < WORDS {
            // What is said often is short.
            let syllables = match words.len() {
                0..60 => 1,
                60..1500 => 2,
                _ => 2 + dice.below(2),
            };
            // No vowel meets another, so that a search that folds umlauts finds just what is written.
            let word: String = (0..syllables)
                .map(|_| [*dice.of(&ONSETS), *dice.of(&VOWELS), *dice.of(&CODAS)].concat())
                .collect();
            if known.insert(word.clone()) {
                words.push(word);
            }
        }
        Self { words, ranks: Ranks::falling(WORDS, 2) }
    }

    /// So many words, as they come up.
    pub(crate) fn sentence(&self, dice: &mut Dice, words: usize) -> String {
        let words: Vec<&str> =
            (0..words).map(|_| dice.ranked(&self.ranks, &self.words).as_str()).collect();
        capital(&words.join(" ")) + "."
    }

    /// A word that names something.
    pub(crate) fn noun(&self, dice: &mut Dice) -> &String {
        let (_, nouns) = self.words.split_at(PARTICLES);
        dice.of(nouns)
    }

    /// The same as a name is written.
    pub(crate) fn name(&self, dice: &mut Dice) -> String {
        capital(self.noun(dice))
    }
}

/// A text with a capital at its beginning.
fn capital(text: &str) -> String {
    let (first, rest) = text.split_at_checked(1).unwrap_or(("", text));
    first.to_uppercase() + rest
}
