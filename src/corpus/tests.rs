//! A source links, the real seeds obey the rules, and dates are what calendars have.

use super::check::tests::sound;
use super::*;
use crate::link::{UnknownPart, nearest};
use proptest::prelude::*;
use sha2::{Digest, Sha256};

#[test]
fn a_sound_corpus_passes_and_links() {
    let source = check_files(&sound()).expect("no fault");
    let json = serde_json::to_string(&source).expect("JSON");
    assert_eq!(Source::read(&json).ok(), Some(source.clone()));
    let corpus = Corpus::new(source).expect("every reference resolves");
    assert_eq!(corpus.claim_count(), 3);
    assert_eq!(corpus.claims_of(TransferId(0)), [ClaimId(0), ClaimId(1)]);
    assert_eq!(corpus.chain(ClaimId(0)), [0, 1, 2].map(OriginId));
    assert_eq!(corpus.chain(ClaimId(1)), [OriginId(0)]);
    assert_eq!(corpus.disputes_of(ClaimId(1)), [ClaimId(0)]);
    assert_eq!(corpus.sides(TransferId(0)), (CountryId(0), CountryId(1)));
    assert_eq!(corpus.transfer_of(ClaimId(2)), None);
}

#[test]
fn a_source_that_was_not_checked_names_what_it_lacks() {
    let mut source = check_files(&sound()).expect("no fault");
    source.origins.pop();
    let dangling = Corpus::new(source).expect_err("an origin is gone");
    assert_eq!(
        dangling.to_string(),
        "the claim `0123-01` names `persons`, which is not in origins"
    );
}

#[test]
fn the_bundled_corpus_is_what_the_seeds_say() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let entries = std::fs::read_dir(&folder).expect("the seeds");
    let entries = entries.chain(std::fs::read_dir(folder.join("fingerprints")).expect("theirs"));
    let mut files = Vec::new();
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        if path.extension().is_some_and(|it| it == "json") {
            let name = path.strip_prefix(&folder).expect("a name").to_string_lossy().into_owned();
            files.push(SeedFile { name, text: std::fs::read_to_string(&path).expect("a text") });
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let mut source = check_files(&files).unwrap_or_else(|faults| panic!("{faults}"));
    let mut bundled = Source::read(crate::BUNDLED).expect("the asset");
    let (written, edition) = (source.edition.take(), bundled.edition.take());
    assert!(source == bundled);
    assert!(source.documents.iter().all(|it| !it.fingerprints.is_empty()));
    // The build has added the hash of all the rest.
    let hash = Sha256::digest(serde_json::to_string(&bundled).expect("JSON"));
    let sha256 = format!("{hash:x}");
    assert_eq!(edition, written.map(|it| Edition { sha256, ..it }));
}

/// Ids live in links that readers have shared, so none goes but for a fault, which is kept here: then
/// nothing else is ever called so, and links to a claim or a transfer lead to the nearest.
#[test]
fn no_published_id_is_gone() {
    let source: Source = serde_json::from_str(crate::BUNDLED).expect("the asset");
    let mut ids: Vec<String> = Vec::new();
    ids.extend(source.categories.iter().map(|it| format!("category {}", it.id)));
    ids.extend(source.origins.iter().map(|it| format!("origin {}", it.id)));
    ids.extend(source.transfers.iter().map(|it| format!("transfer {}", it.id)));
    ids.extend(source.documents.iter().map(|it| format!("document {}", it.id)));
    let claims = source.documents.iter().flat_map(|it| &it.claims);
    ids.extend(claims.map(|it| format!("claim {}", it.id)));
    let corpus = Corpus::new(source).expect("its references");
    for published in include_str!("published_ids.txt").lines() {
        let Some(gone) = published.strip_prefix("gone ") else {
            assert!(ids.iter().any(|id| id == published), "{published} is gone: links name it");
            continue;
        };
        assert!(ids.iter().all(|id| id != gone), "{gone} is back: links name it as it was");
        let (key, value) = gone.split_once(' ').expect("a kind and an id");
        if ["claim", "transfer"].contains(&key) {
            let unknown = UnknownPart { key: key.to_owned(), value: Some(value.to_owned()) };
            assert!(nearest(&corpus, &unknown).is_some(), "links to {gone} lead nowhere");
        }
    }
    for id in ids {
        let known = include_str!("published_ids.txt").lines().any(|published| published == id);
        assert!(known, "{id} is new: add it to src/corpus/published_ids.txt");
    }
}

#[test]
fn spans_are_read_and_written() {
    for text in [
        "2023",
        "2023-11",
        "2023-11-08",
        "2023-11-08/2023-12-08",
        "2022-12-11/..",
        "../2022-09-30",
        "../..",
    ] {
        assert_eq!(text.parse::<Span>().expect("a span").to_string(), text);
    }
    for text in [
        "",
        "..",
        "2023-13",
        "2023-02-29",
        "23",
        "2023-1",
        "+023",
        "2023-11-08-01",
        "2023/",
        "/",
        "a",
    ] {
        assert!(text.parse::<Span>().is_err(), "{text} is no span");
    }
    assert_eq!("2024-02".parse::<Span>().expect("a month").to.map(Day::day), Some(29));
}

#[test]
fn spans_overlap_where_they_share_a_day() {
    let overlap =
        |a: &str, b: &str| a.parse::<Span>().expect("a span").overlaps(b.parse().expect("a span"));
    assert!(overlap("2023-11", "2023-11-30/2023-12-08"));
    assert!(!overlap("2023-11", "2023-12"));
    assert!(overlap("2022-12-11/..", "2024"));
    assert!(!overlap("2022-12-11/..", "2021"));
    assert!(overlap("../..", "2021"));
}

fn day() -> impl Strategy<Value = Day> {
    (1000u16..=9999, 1u8..=12, 1u8..=31).prop_filter_map("a day", |(y, m, d)| Day::new(y, m, d))
}

proptest! {
    #[test]
    fn any_span_survives_the_round_trip(from in proptest::option::of(day()), to in proptest::option::of(day())) {
        let span = Span { from, to };
        prop_assert_eq!(span.to_string().parse::<Span>(), Ok(span));
    }

    #[test]
    fn any_text_whatever_reads_without_a_panic(text in ".*") {
        let _ = text.parse::<Span>();
    }
}

proptest! {
    #[test]
    fn days_stand_in_a_row(year in 1000_u16..=9999, month in 1_u8..=12, day in 1_u8..=31) {
        if let Some(day) = Day::new(year, month, day) {
            let number = day.number();
            prop_assert_eq!(Day::from_number(number), Some(day));
            if let Some(next) = Day::from_number(number + 1) {
                prop_assert!(day < next);
                prop_assert_eq!(next.number(), number + 1);
            }
        }
    }
}

#[test]
fn known_days_are_so_far_apart() {
    let number = |year, month, day| Day::new(year, month, day).expect("a day").number();
    assert_eq!(number(2024, 3, 1) - number(2024, 2, 28), 2);
    assert_eq!(number(1900, 3, 1) - number(1900, 2, 28), 1);
    // A day of 1970 and one of 2026, by their Unix times.
    assert_eq!(number(2026, 11, 24) - number(1970, 1, 1), 20_781);
    assert_eq!(Day::from_number(0), None);
}
