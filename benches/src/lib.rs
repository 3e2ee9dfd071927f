//! Corpora that are made up, as large as is asked for, to measure how the core and the viewer bear them.
//!
//! The same seed gives the same corpus on every machine. A few countries give nearly all of what is given; most
//! transfers are told of by a few documents and some by many; every fifth has reports that differ; words are as frequent
//! as in a language. No claim in it is anybody's.

mod dice;
mod documents;
mod tables;
mod vocabulary;

use claim_atlas::corpus::{Edition, Kind, Source, Text};
use dice::Dice;
use documents::Press;
use std::collections::HashSet;
use vocabulary::Vocabulary;

/// A transfer has about so many claims.
const CLAIMS_A_TRANSFER: usize = 4;

/// A corpus of so many claims.
#[must_use]
pub fn made_up(claims: usize, seed: u64) -> Source {
    let mut dice = Dice::new(seed);
    let words = Vocabulary::new(&mut dice);
    let countries = tables::countries();
    let mut source = Source {
        edition: Some(Edition { date: "2026-01-01".to_owned(), ..Edition::default() }),
        languages: vec!["en".to_owned()],
        categories: tables::categories(&words, &mut dice),
        origins: tables::origins(claims, &countries, &words, &mut dice),
        transfers: tables::transfers(
            claims.div_ceil(CLAIMS_A_TRANSFER),
            &countries,
            &words,
            &mut dice,
        ),
        countries,
        ..Source::default()
    };
    source.documents = Press::new(&source, &words, claims).print(&mut dice);
    without_the_unspoken(&mut source);
    source
}

/// Takes out the transfers that nobody speaks of; what paid for them is a transfer like another.
fn without_the_unspoken(source: &mut Source) {
    let claims = source.documents.iter().flat_map(|it| &it.claims);
    let spoken: HashSet<&String> = claims.filter_map(|it| it.transfer.as_ref()).collect();
    source.transfers.retain(|it| spoken.contains(&it.id));
    for transfer in &mut source.transfers {
        if transfer.in_return_for.as_ref().is_some_and(|it| !spoken.contains(it)) {
            (transfer.kind, transfer.in_return_for) = (Kind::Supply, None);
        }
    }
}

fn english(text: impl Into<String>) -> Text {
    Text::new("en", text)
}

#[cfg(test)]
mod tests {
    use super::made_up;
    use claim_atlas::corpus::{SeedFile, check_json};
    use std::collections::HashMap;

    #[test]
    fn it_obeys_the_rules_of_a_corpus_and_is_as_large_as_asked_for() {
        for (claims, seed) in [(1, 1), (7, 2), (1000, 1), (3000, 3)] {
            let source = made_up(claims, seed);
            assert_eq!(source.documents.iter().map(|it| it.claims.len()).sum::<usize>(), claims);
            let text = serde_json::to_string(&source).expect("JSON");
            let checked = check_json(&SeedFile { name: "made-up.json".to_owned(), text });
            assert!(checked.is_ok(), "{}", checked.expect_err("faults"));
        }
    }

    #[test]
    fn a_seed_gives_one_corpus() {
        assert_eq!(made_up(500, 4), made_up(500, 4));
        assert_ne!(made_up(500, 4), made_up(500, 5));
    }

    #[test]
    fn few_give_nearly_all_and_a_claim_takes_little_room() {
        let source = made_up(10_000, 1);
        let mut given: HashMap<&str, usize> = HashMap::new();
        for transfer in &source.transfers {
            *given.entry(transfer.from.as_str()).or_default() += 1;
        }
        let mut given: Vec<usize> = given.into_values().collect();
        given.sort_unstable_by(|a, b| b.cmp(a));
        let of_ten: usize = given.iter().take(10).sum();
        assert!(10 * of_ten > 7 * source.transfers.len() && given.len() > 80, "{given:?}");
        let bytes = serde_json::to_vec(&source).expect("JSON").len();
        assert!(bytes < 400 * 10_000, "{bytes}");
    }
}
