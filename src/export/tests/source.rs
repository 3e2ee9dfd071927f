//! The corpus's own form: it passes the check and reads as it was, whole or in part.

use super::*;
use crate::corpus::{Faults, SeedFile, check_json};

/// What the check reads of a file.
fn checked(text: &str) -> Result<Source, Faults> {
    check_json(&SeedFile { name: "part.json".to_owned(), text: text.to_owned() })
}

#[test]
fn the_whole_corpus_passes_the_check() {
    for source in [bundled(), hostile()] {
        let text = exported(&corpus(source.clone()), "lang=de&view=documents", "json").text;
        assert_eq!(Source::read(&text).ok(), Some(source.clone()));
        assert_eq!(checked(&text), Ok(source));
    }
}

#[test]
fn every_part_passes_the_check_and_gives_what_was_selected() {
    for link in links().into_iter().filter(|link| !link.is_empty()) {
        let text = exported(&CORPUS, &link, "json").text;
        let source = Source::read(&text).expect("a source");
        assert_eq!(checked(&text), Ok(source.clone()), "{link}");
        let selection = source.edition.as_ref().and_then(|it| it.selection.clone());
        let part = corpus(source);
        let again = selected(&part, &selection.expect("what selected it"));
        assert_eq!(again, selected(&CORPUS, &link), "{link}");
        // What was taken is as it was.
        for (_, claim) in part.claims() {
            let before = CORPUS.find_claim(&claim.id).expect("a claim of the corpus");
            assert_eq!(claim, CORPUS.claim(before));
        }
    }
}

#[test]
fn no_claim_goes_without_its_denial() {
    let text =
        exported(&CORPUS, "status=delivered&origin=south-korea~us-intelligence", "json").text;
    let part = corpus(Source::read(&text).expect("a source"));
    let denied: Vec<&str> = CORPUS
        .claims()
        .filter(|(_, claim)| claim.disputes.iter().any(|it| part.find_claim(it).is_some()))
        .map(|(_, claim)| claim.id.as_str())
        .collect();
    assert!(denied.contains(&"7ebd-25"), "{denied:?}");
    assert!(denied.iter().all(|id| part.find_claim(id).is_some()), "{denied:?}");
}

#[test]
fn what_is_fixed_and_what_is_chosen_in_it_are_two_selections() {
    let source = Source::read(&exported(&CORPUS, "?country=EGY&fixed#kind=payment", "json").text);
    let edition = source.ok().and_then(|it| it.edition).expect("the edition");
    assert_eq!(edition.selection.as_deref(), Some("country=EGY kind=payment"));
}

#[test]
fn a_part_of_a_part_names_both() {
    let part = Source::read(&exported(&CORPUS, "country=EGY", "json").text).expect("a source");
    let again = Source::read(&exported(&corpus(part), "kind=payment", "json").text);
    let edition = again.ok().and_then(|it| it.edition).expect("the edition");
    assert_eq!(edition.selection.as_deref(), Some("country=EGY kind=payment"));
}

#[test]
fn what_was_withdrawn_goes_along_with_the_whole_alone() {
    let source = bundled().without("0e12-21");
    let corpus = corpus(source.clone());
    assert_eq!(checked(&exported(&corpus, "", "json").text), Ok(source));
    let part = checked(&exported(&corpus, "country=EGY", "json").text).expect("a sound part");
    assert!(part.documents.iter().all(|it| it.withdrawn.is_empty()));
}
