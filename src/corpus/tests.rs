//! The rules catch their faults, and the real seeds obey them.

use super::*;
use crate::share::{Unread, nearest};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use sha2::{Digest, Sha256};

/// A corpus that obeys every rule, small enough to be read.
#[expect(clippy::too_many_lines, reason = "a fixture is read as one text")]
fn sound() -> Vec<SeedFile> {
    let file = |name: &str, text: &str| SeedFile { name: name.to_owned(), text: text.to_owned() };
    vec![
        file(
            "0123456789abcdef.json",
            r#"{
  "id": "0123456789abcdef",
  "title": "A title",
  "outlet": "gazette",
  "language": "de",
  "published": { "words": { "de": "2023-11", "en": "2023-11" }, "span": "2023-11" },
  "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  "paragraphs": 3,
  "claims": [
    {
      "id": "0123-01",
      "paragraph": 1,
      "transfer": "egy-rus-engines",
      "status": "agreed",
      "attribution": ["herald", "persons"],
      "quantity": { "words": { "de": "100 bis 150", "en": "100 to 150" }, "min": 100, "max": 150 },
      "when": { "words": { "de": "im April", "en": "in April" }, "span": "2023-04" },
      "statement": { "de": "Ja.", "en": "Yes." }
    },
    {
      "id": "0123-02",
      "paragraph": 2,
      "transfer": "egy-rus-engines",
      "status": "agreed",
      "stance": "denies",
      "disputes": ["0123-01"],
      "statement": { "de": "Nein.", "en": "No." }
    },
    {
      "id": "0123-03",
      "paragraph": 3,
      "category": "losses",
      "countries": ["RUS"],
      "statement": { "de": "Viele.", "en": "Many." }
    }
  ]
}"#,
        ),
        file("edition.json", r#"{ "date": "2026-11-24" }"#),
        file(
            "countries.json",
            r#"[
  { "id": "EGY", "alpha2": "EG", "place": { "column": 1, "row": 2 } },
  { "id": "RUS", "alpha2": "RU", "place": { "column": 2, "row": 1, "width": 2 } },
  { "id": "XWS", "name": { "de": "Westen", "en": "The West" } }
]"#,
        ),
        file(
            "categories.json",
            r#"[
  { "id": "engines", "name": { "de": "Triebwerke", "en": "Engines" } },
  { "id": "losses", "name": { "de": "Verluste", "en": "Losses" } }
]"#,
        ),
        file(
            "origins.json",
            r#"[
  { "id": "gazette", "name": { "de": "Gazette", "en": "Gazette" }, "kind": "outlet" },
  { "id": "herald", "name": { "de": "Herald", "en": "Herald" }, "kind": "outlet" },
  { "id": "persons", "name": { "de": "Leute", "en": "Persons" }, "kind": "persons", "unnamed": true }
]"#,
        ),
        file(
            "transfers.json",
            r#"[
  {
    "id": "egy-rus-engines",
    "from": "EGY",
    "to": "RUS",
    "kind": "return",
    "category": "engines",
    "item": { "de": "Triebwerke", "en": "engines" }
  }
]"#,
        ),
    ]
}

/// What the check says when one passage of a sound corpus is replaced.
#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn broken(name: &str, passage: &str, by: &str, said: Expect) {
    let mut files = sound();
    let file = files.iter_mut().find(|file| file.name == name).expect("a file of the corpus");
    assert!(file.text.contains(passage), "{passage} is not in {name}");
    file.text = file.text.replacen(passage, by, 1);
    let faults = check(&files).expect_err("the fault was not caught");
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    said.assert_eq(&lines.join("\n"));
}

const DOCUMENT: &str = "0123456789abcdef.json";

#[test]
fn a_sound_corpus_passes_and_links() {
    let source = check(&sound()).expect("no fault");
    let json = serde_json::to_string(&source).expect("JSON");
    assert_eq!(Source::read(&json).ok(), Some(source.clone()));
    let corpus = Corpus::new(source).expect("every reference resolves");
    assert_eq!(corpus.claim_count(), 3);
    assert_eq!(corpus.claims_of(0), [0, 1]);
    assert_eq!(corpus.chain(0), [0, 1, 2]);
    assert_eq!(corpus.chain(1), [0]);
    assert_eq!(corpus.disputed_by(1), [0]);
    assert_eq!(corpus.sides(0), (0, 1));
    assert_eq!(corpus.transfer_of(2), None);
}

#[test]
fn json_that_is_no_json() {
    broken(
        DOCUMENT,
        r#""paragraphs": 3,"#,
        r#""paragraphs": 3"#,
        expect![
            "seeds/0123456789abcdef.json:9:3: expected `,` or `}`; the fields and their values are described in seeds/README.md"
        ],
    );
}

#[test]
fn an_unknown_field() {
    broken(
        DOCUMENT,
        r#""paragraphs": 3"#,
        r#""paragraph": 3"#,
        expect![
            "seeds/0123456789abcdef.json:8:13: unknown field `paragraph`, expected one of `id`, `title`, `outlet`, `outlet_basis`, `authors`, `language`, `published`, `sha256`, `paragraphs`, `claims`; the fields and their values are described in seeds/README.md"
        ],
    );
}

#[test]
fn an_unknown_status() {
    broken(
        DOCUMENT,
        r#""status": "agreed""#,
        r#""status": "done""#,
        expect![
            "seeds/0123456789abcdef.json:14:22: unknown variant `done`, expected one of `unknown`, `requested`, `negotiating`, `planned`, `agreed`, `delivered`, `refused`, `cancelled`; the fields and their values are described in seeds/README.md"
        ],
    );
}

#[test]
fn an_id_that_is_taken() {
    broken(
        DOCUMENT,
        r#""id": "0123-02""#,
        r#""id": "0123-01""#,
        expect![[r"
        seeds/0123456789abcdef.json:21:13: the id `0123-01` is taken; ids live in links that readers have shared: give the newer entry an id of its own
        seeds/0123456789abcdef.json:26:20: `0123-01` is not in any document's claims; add it there, or name an id that stands there"]],
    );
}

#[test]
fn an_id_that_would_spoil_links() {
    broken(
        DOCUMENT,
        r#""id": "0123-03""#,
        r#""id": "0123~03""#,
        expect![
            "seeds/0123456789abcdef.json:30:13: `0123~03` cannot be an id; an id stands in links: use only letters a to z, digits and hyphens"
        ],
    );
}

#[test]
fn a_document_in_the_wrong_file() {
    broken(
        DOCUMENT,
        r#""id": "0123456789abcdef""#,
        r#""id": "1123456789abcdef""#,
        expect![
            "seeds/0123456789abcdef.json:2:9: the document `1123456789abcdef` stands in 0123456789abcdef.json; name the file by the id, or mend the id"
        ],
    );
}

#[test]
fn a_transfer_that_is_not_there() {
    broken(
        DOCUMENT,
        r#""transfer": "egy-rus-engines""#,
        r#""transfer": "egy-rus-engine""#,
        expect![
            "seeds/0123456789abcdef.json:13:19: `egy-rus-engine` is not in transfers.json; add it there, or name an id that stands there"
        ],
    );
}

#[test]
fn an_origin_that_is_not_there() {
    broken(
        DOCUMENT,
        r#""persons"]"#,
        r#""person"]"#,
        expect![
            "seeds/0123456789abcdef.json:15:33: `person` is not in origins.json; add it there, or name an id that stands there"
        ],
    );
}

#[test]
fn an_outlet_that_is_not_there() {
    broken(
        DOCUMENT,
        r#""outlet": "gazette""#,
        r#""outlet": "gazete""#,
        expect![
            "seeds/0123456789abcdef.json:4:13: `gazete` is not in origins.json; add it there, or name an id that stands there"
        ],
    );
}

#[test]
fn a_disputed_claim_that_is_not_there() {
    broken(
        DOCUMENT,
        r#""disputes": ["0123-01"]"#,
        r#""disputes": ["0123-09"]"#,
        expect![
            "seeds/0123456789abcdef.json:26:20: `0123-09` is not in any document's claims; add it there, or name an id that stands there"
        ],
    );
}

#[test]
fn a_denial_of_nothing() {
    broken(
        DOCUMENT,
        r#""disputes": ["0123-01"]"#,
        r#""disputes": []"#,
        expect![
            "seeds/0123456789abcdef.json:20:5: `0123-02` denies nothing; name in `disputes` the claims that it denies"
        ],
    );
}

#[test]
fn a_chain_that_comes_back() {
    broken(
        DOCUMENT,
        r#"["herald", "persons"]"#,
        r#"["herald", "gazette"]"#,
        expect![
            "seeds/0123456789abcdef.json:15:33: the chain comes back to `gazette`; name each origin once, from the one next to the outlet (which is left out) back to the root"
        ],
    );
}

#[test]
fn a_least_above_the_most() {
    broken(
        DOCUMENT,
        r#""min": 100"#,
        r#""min": 200"#,
        expect![
            "seeds/0123456789abcdef.json:16:82: the least is above the most; the least is not above the most; leave out the end that is open"
        ],
    );
}

#[test]
fn an_interval_that_runs_backwards() {
    broken(
        DOCUMENT,
        r#""span": "2023-04""#,
        r#""span": "2023-04/2023-03""#,
        expect![
            "seeds/0123456789abcdef.json:17:74: the interval runs backwards; write the earlier date first"
        ],
    );
}

#[test]
fn an_interval_that_is_none() {
    broken(
        DOCUMENT,
        r#""span": "2023-04""#,
        r#""span": "April""#,
        expect![
            "seeds/0123456789abcdef.json:17:82: no such date: write a day `2023-11-08`, a month `2023-11`, a year `2023`, or two of them as `2023-11/2023-12`, with `..` for an open end; the fields and their values are described in seeds/README.md"
        ],
    );
}

#[test]
fn a_printed_date_without_an_interval() {
    broken(
        DOCUMENT,
        r#", "span": "2023-04""#,
        r"",
        expect![
            "seeds/0123456789abcdef.json:17:15: a printed date has no interval; give the `span` that follows from the words, `..` for an open end"
        ],
    );
}

#[test]
fn an_inference_without_a_basis() {
    broken(
        DOCUMENT,
        r#""words": { "de": "im April", "en": "in April" }, "#,
        r"",
        expect![
            "seeds/0123456789abcdef.json:17:15: an undated thing has an interval; say in `basis` what the interval was inferred from"
        ],
    );
}

#[test]
fn a_language_that_is_empty() {
    broken(
        DOCUMENT,
        r#""en": "Yes.""#,
        r#""en": " ""#,
        expect![
            "seeds/0123456789abcdef.json:18:41: the text in `en` is empty; give it in German (`de`) and in English (`en`)"
        ],
    );
}

#[test]
fn a_language_that_is_missing() {
    broken(
        DOCUMENT,
        r#", "en": "Yes.""#,
        r"",
        expect![
            "seeds/0123456789abcdef.json:18:34: missing field `en`; the fields and their values are described in seeds/README.md"
        ],
    );
}

#[test]
fn a_paragraph_that_is_not_there() {
    broken(
        DOCUMENT,
        r#""paragraph": 3"#,
        r#""paragraph": 4"#,
        expect![
            "seeds/0123456789abcdef.json:31:20: there is no paragraph 4; the text has paragraphs 1 to 3"
        ],
    );
}

#[test]
fn a_claim_without_a_paragraph() {
    broken(
        DOCUMENT,
        r#""paragraph": 3,"#,
        r"",
        expect![
            "seeds/0123456789abcdef.json:35:5: missing field `paragraph`; the fields and their values are described in seeds/README.md"
        ],
    );
}

#[test]
fn a_claim_of_nothing() {
    broken(
        DOCUMENT,
        r#""category": "losses","#,
        r"",
        expect![
            "seeds/0123456789abcdef.json:29:5: `0123-03` speaks of both or of nothing; name its `transfer`, or its `category` where it is context"
        ],
    );
}

#[test]
fn a_context_claim_with_a_status() {
    broken(
        DOCUMENT,
        r#""category": "losses""#,
        r#""category": "losses", "status": "agreed""#,
        expect![
            "seeds/0123456789abcdef.json:32:39: a context claim has a status; a status is a transfer's: leave it out, or name the `transfer`"
        ],
    );
}

#[test]
fn a_hash_that_is_none() {
    broken(
        DOCUMENT,
        r#""sha256": "aaaa"#,
        r#""sha256": "xaaa"#,
        expect![
            "seeds/0123456789abcdef.json:7:13: this is no SHA-256; write the 64 hexadecimal digits that `sha256sum` prints for the text"
        ],
    );
}

#[test]
fn a_country_that_is_none() {
    broken(
        "countries.json",
        r#""id": "EGY""#,
        r#""id": "EGX""#,
        expect![[r"
        seeds/countries.json:2:11: `EGX` is no country code; use a code of ISO 3166-1 alpha-3, such as `EGY`, or `XAA` to `XZZ` for a group
        seeds/transfers.json:4:13: `EGY` is not in countries.json; add it there, or name an id that stands there"]],
    );
}

#[test]
fn a_wrong_two_letter_code() {
    broken(
        "countries.json",
        r#""alpha2": "EG""#,
        r#""alpha2": "EE""#,
        expect![[
            r#"seeds/countries.json:2:28: `EGY` needs its two-letter code; write "alpha2": "EG""#
        ]],
    );
}

#[test]
fn a_group_without_a_name() {
    broken(
        "countries.json",
        r#", "name": { "de": "Westen", "en": "The West" }"#,
        r"",
        expect![
            "seeds/countries.json:4:3: the group `XWS` has no name; add `name`: no browser knows it"
        ],
    );
}

#[test]
fn a_country_with_a_name() {
    broken(
        "countries.json",
        r#""alpha2": "EG""#,
        r#""alpha2": "EG", "name": { "de": "A", "en": "B" }"#,
        expect![
            "seeds/countries.json:2:42: `EGY` is a country and carries a name; leave it out: the reader's browser knows the name"
        ],
    );
}

#[test]
fn a_tile_on_another() {
    broken(
        "countries.json",
        r#""column": 1, "row": 2"#,
        r#""column": 3, "row": 1"#,
        expect![
            "seeds/countries.json:3:43: `RUS` stands where `EGY` stands; give one of them another column or row"
        ],
    );
}

#[test]
fn a_tile_off_the_map() {
    broken(
        "countries.json",
        r#""column": 1, "row": 2"#,
        r#""column": 13, "row": 2"#,
        expect![
            "seeds/countries.json:2:43: the tile of `EGY` is off the map; columns and rows run from 1 to 12, widths from 1 to 2"
        ],
    );
}

#[test]
fn a_side_that_is_not_there() {
    broken(
        "transfers.json",
        r#""from": "EGY""#,
        r#""from": "PRK""#,
        expect![
            "seeds/transfers.json:4:13: `PRK` is not in countries.json; add it there, or name an id that stands there"
        ],
    );
}

#[test]
fn a_transfer_to_itself() {
    broken(
        "transfers.json",
        r#""from": "EGY""#,
        r#""from": "RUS""#,
        expect![
            "seeds/transfers.json:5:11: `egy-rus-engines` goes from RUS to RUS; what stays in one country is context: make it claims with a `category`"
        ],
    );
}

#[test]
fn a_return_for_nothing() {
    broken(
        "transfers.json",
        r#""kind": "return""#,
        r#""kind": "payment", "in_return_for": "egy-rus-engines""#,
        expect![
            "seeds/transfers.json:6:41: `egy-rus-engines` is not in transfers.json; add it there, or name an id that stands there"
        ],
    );
}

#[test]
fn a_transfer_nobody_speaks_of() {
    broken(
        "transfers.json",
        r#""id": "egy-rus-engines""#,
        r#""id": "egy-rus-rockets""#,
        expect![[r"
        seeds/0123456789abcdef.json:13:19: `egy-rus-engines` is not in transfers.json; add it there, or name an id that stands there
        seeds/0123456789abcdef.json:23:19: `egy-rus-engines` is not in transfers.json; add it there, or name an id that stands there
        seeds/transfers.json:2:3: no claim speaks of `egy-rus-rockets`; add a claim, or take it out"]],
    );
}

#[test]
fn a_source_that_was_not_checked_names_what_it_lacks() {
    let mut source = check(&sound()).expect("no fault");
    source.origins.pop();
    let dangling = Corpus::new(source).expect_err("an origin is gone");
    assert_eq!(dangling.to_string(), "origins holds no `persons`");
}

#[test]
fn the_bundled_corpus_is_what_the_seeds_say() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let entries = std::fs::read_dir(folder).expect("the seeds");
    let mut files = Vec::new();
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        if path.extension().is_some_and(|it| it == "json") {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            files.push(SeedFile { name, text: std::fs::read_to_string(&path).expect("a text") });
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let mut source = check(&files).unwrap_or_else(|faults| panic!("{}", faults[0]));
    let mut bundled = Source::read(crate::BUNDLED).expect("the asset");
    let (written, edition) = (source.edition.take(), bundled.edition.take());
    assert!(source == bundled);
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
            let unread = Unread { key: key.to_owned(), value: Some(value.to_owned()) };
            assert!(nearest(&corpus, &unread).is_some(), "links to {gone} lead nowhere");
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

/// Fingerprints that fit the sound corpus.
const PRINTS: &str = r#"{
  "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  "paragraphs": [
    { "paragraph": 1, "words": 4, "hashes": "00aa01bb" },
    { "paragraph": 2, "words": 3, "hashes": "ffff" },
    { "paragraph": 3, "words": 9, "hashes": "0001000a0100" }
  ]
}"#;

fn printed(name: &str, text: &str) -> Result<Vec<u8>, Vec<Fault>> {
    let source = check(&sound()).expect("no fault");
    let name = format!("fingerprints/{name}");
    prints(&[SeedFile { name, text: text.to_owned() }], &source)
}

/// What is said when one passage of sound fingerprints is replaced.
#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn misprinted(passage: &str, by: &str, said: Expect) {
    assert!(PRINTS.contains(passage), "{passage}");
    let faults = printed(DOCUMENT, &PRINTS.replacen(passage, by, 1)).expect_err("a fault");
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    said.assert_eq(&lines.join("\n"));
}

#[test]
fn fingerprints_become_bytes() {
    let asset = printed(DOCUMENT, PRINTS).expect("no fault");
    let (key, numbers) = asset.split_at(16);
    assert_eq!(key, [b'a'; 16]);
    let numbers: Vec<u16> =
        numbers.chunks(2).map(|it| u16::from_be_bytes([it[0], it[1]])).collect();
    let paragraphs =
        [[1, 4, 2].as_slice(), &[0x00aa, 0x0111], &[2, 3, 1, 0xffff], &[3, 9, 3, 1, 9, 246]];
    assert_eq!(numbers, [&[3], paragraphs.concat().as_slice()].concat());
}

#[test]
fn fingerprints_that_do_not_fit_are_said_with_place_and_remedy() {
    misprinted(
        "\"aaaa",
        "\"bbbb",
        expect![
            "seeds/fingerprints/0123456789abcdef.json:2:13: this is not the SHA-256 that 0123456789abcdef.json has; make it from the text, by `cargo xtask fingerprint TEXT`"
        ],
    );
    misprinted(
        "\"paragraph\": 3",
        "\"paragraph\": 4",
        expect![[r#"
        seeds/fingerprints/0123456789abcdef.json:6:20: no claim names paragraph 4; make it from the text, by `cargo xtask fingerprint TEXT`
        seeds/fingerprints/0123456789abcdef.json:3:17: paragraph 3, which 0123-03 names, is not here; make it from the text, by `cargo xtask fingerprint TEXT`"#]],
    );
    misprinted(
        "\"paragraph\": 1",
        "\"paragraph\": 2",
        expect![[r#"
        seeds/fingerprints/0123456789abcdef.json:5:20: 2 comes after 2; make it from the text, by `cargo xtask fingerprint TEXT`
        seeds/fingerprints/0123456789abcdef.json:3:17: paragraph 1, which 0123-01 names, is not here; make it from the text, by `cargo xtask fingerprint TEXT`"#]],
    );
    misprinted(
        "00aa01bb",
        "01bb00aa",
        expect![
            "seeds/fingerprints/0123456789abcdef.json:4:45: these are no hashes of such a paragraph; make it from the text, by `cargo xtask fingerprint TEXT`"
        ],
    );
    misprinted(
        "ffff",
        "FFFF",
        expect![
            "seeds/fingerprints/0123456789abcdef.json:5:45: these are no hashes of such a paragraph; make it from the text, by `cargo xtask fingerprint TEXT`"
        ],
    );
    misprinted(
        "0001000a0100",
        "0001000a01",
        expect![
            "seeds/fingerprints/0123456789abcdef.json:6:45: these are no hashes of such a paragraph; make it from the text, by `cargo xtask fingerprint TEXT`"
        ],
    );
    misprinted(
        "\"words\": 9, ",
        "",
        expect![
            "seeds/fingerprints/0123456789abcdef.json:6:48: missing field `words`; the fields and their values are described in seeds/README.md"
        ],
    );
    let faults = printed("fedcba9876543210.json", PRINTS).expect_err("a fault");
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    expect![[r#"
        seeds/fingerprints/fedcba9876543210.json:1:1: no document is called so; name the file by a document's id, or take it out
        seeds/fingerprints/0123456789abcdef.json:1:1: the file is missing; make it from the text, by `cargo xtask fingerprint TEXT`"#]].assert_eq(&lines.join("\n"));
}
