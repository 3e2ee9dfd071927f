//! Ids that are made of what something is called, so that the same table gives the same ids again.

use crate::corpus::spell_out;
use crate::fingerprint::sha256;
use std::collections::HashMap;

/// So many letters of a name are enough to be told by.
const LONGEST: usize = 40;

/// So many digits of a hash tell apart what begins with the same words.
const DIGITS: usize = 8;

/// What has no letters that an id may have.
const UNNAMED: &str = "unnamed";

/// Ids of a table that are taken.
#[derive(Default)]
pub struct Ids {
    /// How often each was asked for.
    taken: HashMap<String, usize>,
}

impl Ids {
    /// Keeps an id from being given to something else.
    pub fn take(&mut self, id: &str) {
        self.taken.entry(id.to_owned()).or_insert(1);
    }

    /// An id that nothing else has, made of what something is called.
    pub fn fresh(&mut self, words: &str) -> String {
        let slug = slug(words);
        // Cut, or with nothing of the words in it, it would be that of others.
        if slug.len() <= LONGEST && slug != UNNAMED {
            return self.counted(slug);
        }
        self.known_by(words, &[words])
    }

    /// An id that nothing else has, which begins with some words, of what is known by all of some parts.
    pub fn known_by(&mut self, words: &str, parts: &[&str]) -> String {
        let mut slug = slug(words);
        slug.truncate(LONGEST);
        let slug = slug.trim_end_matches('-');
        self.counted(format!("{slug}-{}", digits(parts, DIGITS)))
    }

    /// An id as it is, or with a number behind it where it is taken.
    fn counted(&mut self, base: String) -> String {
        let mut count = self.taken.get(&base).copied().unwrap_or_default();
        let mut id = base.clone();
        while self.taken.contains_key(&id) {
            count += 1;
            id = format!("{base}-{count}");
        }
        self.taken.insert(base, count.max(1));
        self.taken.entry(id.clone()).or_insert(1);
        id
    }
}

/// Words as an id has them: letters of ASCII, digits, and hyphens between them. Of many words there is one letter more than
/// enough.
fn slug(words: &str) -> String {
    let mut slug = String::new();
    for letter in spell_out(words).chars() {
        if slug.len() > LONGEST {
            break;
        }
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { UNNAMED.to_owned() } else { slug.to_owned() }
}

/// So many hexadecimal digits of the SHA-256 of what something is known by.
pub fn digits(parts: &[&str], count: usize) -> String {
    let mut digits = sha256(parts.join("\0").as_bytes());
    digits.truncate(count);
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_told_by_their_words_and_are_each_their_own() {
        let mut ids = Ids::default();
        ids.take("a-2");
        let fresh = ["A", "a", "a", "“Büffel”-2", "北", "a b/(c) "].map(|it| ids.fresh(it));
        assert_eq!(fresh, ["a", "a-3", "a-4", "bueffel-2", "unnamed-01bc01b3", "a-b-c"]);
    }

    #[test]
    fn what_is_cut_has_the_same_id_whatever_came_before_it() {
        let long = |end: &str| ["a".repeat(LONGEST), end.to_owned()].concat();
        let [one, other] = ["b", "c"].map(|end| Ids::default().fresh(&long(end)));
        assert_ne!(one, other);
        let mut ids = Ids::default();
        assert_eq!([ids.fresh(&long("c")), ids.fresh(&long("b"))], [other, one]);
        assert_eq!(ids.fresh(&long("")), long(""));
    }
}
