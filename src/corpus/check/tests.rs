//! The rules catch their faults, in a corpus in files and in one that is one JSON.

use super::*;
use crate::corpus::{Claim, Fingerprint, Hashes};
use expect_test::{Expect, expect};
use proptest::prelude::*;

/// A corpus that obeys every rule, small enough to be read.
#[expect(clippy::too_many_lines, reason = "a fixture is read as one text")]
pub(in crate::corpus) fn sound() -> Vec<SeedFile> {
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
        file("edition.json", r#"{ "date": "2026-11-24", "languages": ["de", "en"] }"#),
        file(
            "countries.json",
            r#"[
  { "id": "EGY", "alpha2": "EG" },
  { "id": "RUS", "alpha2": "RU" },
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
        file("names.json", r#"[["Egypt", "Aegypten", "EGY"], ["drone", "UAV"]]"#),
    ]
}

/// What the check says when one passage of a sound corpus is replaced.
#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn broken(name: &str, passage: &str, by: &str, said: Expect) {
    let mut files = sound();
    let file = files.iter_mut().find(|file| file.name == name).expect("a file of the corpus");
    assert!(file.text.contains(passage), "{passage} is not in {name}");
    file.text = file.text.replacen(passage, by, 1);
    let faults = check_files(&files).expect_err("the fault was not caught");
    said.assert_eq(&faults.to_string());
}

const DOCUMENT: &str = "0123456789abcdef.json";

#[test]
fn json_that_is_no_json() {
    broken(
        DOCUMENT,
        r#""paragraphs": 3,"#,
        r#""paragraphs": 3"#,
        expect![
            "0123456789abcdef.json:9:3: expected `,` or `}`; the fields and their values are described in seeds/README.md"
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
            "0123456789abcdef.json:8:13: unknown field `paragraph`, expected one of `id`, `title`, `outlet`, `outlet_basis`, `authors`, `language`, `published`, `sha256`, `paragraphs`, `claims`, `withdrawn`, `fingerprints`; the fields and their values are described in seeds/README.md"
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
            "0123456789abcdef.json:14:22: unknown variant `done`, expected one of `unknown`, `requested`, `negotiating`, `planned`, `agreed`, `delivered`, `refused`, `cancelled`; the fields and their values are described in seeds/README.md"
        ],
    );
}

#[test]
fn an_id_that_is_taken() {
    broken(
        DOCUMENT,
        r#""id": "0123-02""#,
        r#""id": "0123-01""#,
        expect![[r#"
            0123456789abcdef.json:21:13: the id `0123-01` is taken; ids live in links that readers have shared: give the newer entry an id of its own
            0123456789abcdef.json:26:20: `0123-01` is not in any document's claims; add it there, or name an id that stands there"#]],
    );
}

#[test]
fn an_id_that_would_spoil_links() {
    broken(
        DOCUMENT,
        r#""id": "0123-03""#,
        r#""id": "0123~03""#,
        expect![
            "0123456789abcdef.json:30:13: `0123~03` cannot be an id; an id stands in links: use only letters from A to Z and from a to z, digits, and hyphens between them"
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
            "0123456789abcdef.json:2:9: the document `1123456789abcdef` stands in 0123456789abcdef.json; name the file by the id, or mend the id"
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
            "0123456789abcdef.json:13:19: `egy-rus-engine` is not in transfers; add it there, or name an id that stands there"
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
            "0123456789abcdef.json:15:33: `person` is not in origins; add it there, or name an id that stands there"
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
            "0123456789abcdef.json:4:13: `gazete` is not in origins; add it there, or name an id that stands there"
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
            "0123456789abcdef.json:26:20: `0123-09` is not in any document's claims; add it there, or name an id that stands there"
        ],
    );
}

#[test]
fn a_denial_of_something_else() {
    broken(
        DOCUMENT,
        r#""disputes": ["0123-01"]"#,
        r#""disputes": ["0123-03"]"#,
        expect![
            "0123456789abcdef.json:20:5: `0123-02` denies no claim of its own transfer; name in `disputes` the claims that it denies"
        ],
    );
}

#[test]
fn a_denial_of_no_context() {
    broken(
        DOCUMENT,
        r#""category": "losses","#,
        r#""category": "losses", "stance": "denies","#,
        expect![
            "0123456789abcdef.json:29:5: `0123-03` denies nothing; name in `disputes` the claims that it denies"
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
            "0123456789abcdef.json:20:5: `0123-02` denies nothing; name in `disputes` the claims that it denies"
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
            "0123456789abcdef.json:15:33: the chain comes back to `gazette`; name each origin once, from the one next to the outlet (which is left out) back to the root"
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
            "0123456789abcdef.json:16:82: the least is above the most; the least is not above the most; leave out the end that is open"
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
            "0123456789abcdef.json:17:74: the interval runs backwards; write the earlier date first"
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
            "0123456789abcdef.json:17:82: no such date: write a day `2023-11-08`, a month `2023-11`, a year `2023`, or two of them as `2023-11/2023-12`, with `..` for an open end; the fields and their values are described in seeds/README.md"
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
            "0123456789abcdef.json:17:15: a printed date has no interval; give the `span` that follows from the words, `..` for an open end"
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
            "0123456789abcdef.json:17:15: an undated thing has an interval; say in `basis` what the interval was inferred from"
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
            "0123456789abcdef.json:18:41: the text in `en` is empty; give it in every language of the corpus: `de`, `en`"
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
            "0123456789abcdef.json:18:20: the text in `en` is missing; give it in every language of the corpus: `de`, `en`"
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
            "0123456789abcdef.json:31:20: there is no paragraph 4; the text has paragraphs 1 to 3"
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
            "0123456789abcdef.json:35:5: missing field `paragraph`; the fields and their values are described in seeds/README.md"
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
            "0123456789abcdef.json:29:5: `0123-03` speaks of both or of nothing; name its `transfer`, or its `category` where it is context"
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
            "0123456789abcdef.json:32:39: a context claim has a status; a status is a transfer's: leave it out, or name the `transfer`"
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
            "0123456789abcdef.json:7:13: this is no SHA-256; write the 64 hexadecimal digits that `sha256sum` prints for the text, or leave it out where you do not have the text"
        ],
    );
}

#[test]
fn a_document_without_its_text_has_no_hash_and_no_fingerprints() {
    let line = r#"  "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
"#;
    let mut files = sound();
    let document = files.iter_mut().find(|it| it.name == DOCUMENT).expect("a document");
    document.text = document.text.replacen(line, "", 1);
    let source = check_files(&files).expect("a sound corpus");
    let json = |source: &Source| SeedFile {
        name: "corpus.json".to_owned(),
        text: serde_json::to_string(source).expect("JSON"),
    };
    assert_eq!(check_json(&json(&source)), Ok(source.clone()));
    let mut with_fingerprints = source;
    let hashes = Hashes(vec![1]);
    let fingerprint =
        |paragraph| Fingerprint { paragraph, words: 1, whole: 0, hashes: hashes.clone() };
    with_fingerprints.documents[0].fingerprints = (1..=3).map(fingerprint).collect();
    let faults = check_json(&json(&with_fingerprints)).expect_err("an unknown text");
    assert_eq!((faults.listed.len(), faults.more), (1, 0), "{faults}");
    assert_eq!(faults.listed[0].wrong, "`0123456789abcdef` has fingerprints of an unknown text");
}

#[test]
fn a_country_that_is_none() {
    broken(
        "countries.json",
        r#""id": "EGY""#,
        r#""id": "EGX""#,
        expect![[r#"
            countries.json:2:11: `EGX` is no country code; use a code of ISO 3166-1 alpha-3, such as `EGY`, or `XAA` to `XZZ` for a group
            transfers.json:4:13: `EGY` is not in countries; add it there, or name an id that stands there"#]],
    );
}

#[test]
fn a_wrong_two_letter_code() {
    broken(
        "countries.json",
        r#""alpha2": "EG""#,
        r#""alpha2": "EE""#,
        expect![[r#"countries.json:2:28: `EGY` needs its two-letter code; write "alpha2": "EG""#]],
    );
}

#[test]
fn a_group_without_a_name() {
    broken(
        "countries.json",
        r#", "name": { "de": "Westen", "en": "The West" }"#,
        r"",
        expect!["countries.json:4:3: the group `XWS` has no name; add `name`: no browser knows it"],
    );
}

#[test]
fn a_country_with_a_name() {
    broken(
        "countries.json",
        r#""alpha2": "EG""#,
        r#""alpha2": "EG", "name": { "de": "A", "en": "B" }"#,
        expect![
            "countries.json:2:42: `EGY` is a country and carries a name; leave it out: the reader's browser knows the name"
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
            "transfers.json:4:13: `PRK` is not in countries; add it there, or name an id that stands there"
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
            "transfers.json:5:11: `egy-rus-engines` goes from RUS to RUS; what stays in one country is context: make it claims with a `category`"
        ],
    );
}

#[test]
fn a_return_for_nothing() {
    broken(
        "transfers.json",
        r#""kind": "return""#,
        r#""kind": "payment", "in_return_for": "egy-rus-rockets""#,
        expect![
            "transfers.json:6:41: `egy-rus-rockets` is not in transfers; add it there, or name an id that stands there"
        ],
    );
    broken(
        "transfers.json",
        r#""kind": "return""#,
        r#""kind": "payment""#,
        expect![
            "transfers.json:2:3: `egy-rus-engines` is a payment for nothing; name in `in_return_for` the transfer that it pays for"
        ],
    );
}

#[test]
fn what_is_given_in_return_and_is_no_payment() {
    broken(
        "transfers.json",
        r#""kind": "return""#,
        r#""kind": "return", "in_return_for": "egy-rus-engines""#,
        expect![[r#"
            transfers.json:6:40: `egy-rus-engines` is no payment; only a transfer of kind `payment` is given in return"#]],
    );
}

/// The sound corpus with payments, each named with what it is for.
fn paying(payments: &[(&str, &str)]) -> Vec<SeedFile> {
    let mut files = sound();
    let passage = "  },\n    {\n      \"id\": \"0123-02\"";
    for (at, (id, paid)) in payments.iter().enumerate() {
        let claim = format!(
            r#"}}, {{ "id": "more-{at}", "paragraph": 1, "transfer": "{id}", "statement": {{ "de": "Ja.", "en": "Yes." }}
"#
        );
        files[0].text = files[0].text.replacen(passage, &(claim + passage), 1);
        let transfer = format!(
            r#",
  {{ "id": "{id}", "from": "RUS", "to": "EGY", "kind": "payment", "category": "engines", "item": {{ "de": "Weizen", "en": "wheat" }}, "in_return_for": "{paid}" }}
]"#
        );
        files[5].text = files[5].text.replace("\n]", &transfer);
    }
    files
}

#[test]
fn payments_that_go_round() {
    let ends = [("debt", "wheat"), ("wheat", "egy-rus-engines"), ("gold", "debt")];
    assert!(check_files(&paying(&ends)).is_ok());
    let says = |payments: &[(&str, &str)], said: Expect| {
        let faults = check_files(&paying(payments)).expect_err("a fault");
        said.assert_eq(&faults.to_string());
    };
    says(
        &[("debt", "debt")],
        expect![
            "transfers.json:10:149: `debt` is a payment for itself; name what it is given for, which is not given for it"
        ],
    );
    let ring = [("debt", "wheat"), ("wheat", "gold"), ("gold", "debt"), ("gas", "gold")];
    says(
        &ring,
        expect![
            "transfers.json:12:149: `gold` is a payment for itself; name what it is given for, which is not given for it"
        ],
    );
}

#[test]
fn a_group_whose_id_is_no_letters() {
    for id in ["XB0", "X-B", "Xab"] {
        let mut files = sound();
        files[2].text = files[2].text.replace("XWS", id);
        let faults = check_files(&files).expect_err("a fault").to_string();
        let said = "is no country code; use a code of ISO 3166-1 alpha-3, such as `EGY`, or `XAA` to `XZZ` for a group";
        assert_eq!(faults, format!("countries.json:4:11: `{id}` {said}"));
    }
}

#[test]
fn a_group_with_a_two_letter_code() {
    broken(
        "countries.json",
        r#""id": "XWS""#,
        r#""id": "XWS", "alpha2": "XW""#,
        expect![
            "countries.json:4:28: the group `XWS` has a two-letter code; leave it out: only a country has one"
        ],
    );
}

#[test]
fn a_group_that_is_nowhere_on_the_map() {
    broken(
        "transfers.json",
        r#""from": "EGY""#,
        r#""from": "XWS""#,
        expect![
            "countries.json:4:3: `XWS` takes part in a transfer and is nowhere on the map; add `anchor`, a `longitude` and `latitude` in the sea near those that it stands for"
        ],
    );
}

#[test]
fn an_anchor_that_is_not_on_the_globe() {
    broken(
        "countries.json",
        r#""id": "XWS""#,
        r#""id": "XWS", "anchor": { "longitude": -200, "latitude": 35 }"#,
        expect![
            "countries.json:4:28: the anchor of `XWS` is not on the globe; longitudes run from -180 to 180, latitudes from -90 to 90"
        ],
    );
}

#[test]
fn a_country_with_an_anchor() {
    broken(
        "countries.json",
        r#""id": "EGY""#,
        r#""id": "EGY", "anchor": { "longitude": 30, "latitude": 27 }"#,
        expect![
            "countries.json:2:28: `EGY` is a country and carries an anchor; leave it out: the map knows where it is"
        ],
    );
}

#[test]
fn an_edition_of_several_days() {
    for date in ["2026-11-24/2026-11-24", "2026-11-24/..", "2026-11", "2026-02-30", ""] {
        let mut files = sound();
        files[1].text = files[1].text.replace("2026-11-24", date);
        let faults = check_files(&files).expect_err("a fault").to_string();
        let said = "is no day; write it as `2026-11-24`";
        assert_eq!(faults, format!("edition.json:1:11: `{date}` {said}"));
    }
}

#[test]
fn nobody_in_particular_who_is_named() {
    broken(
        "origins.json",
        r#""kind": "persons", "unnamed": true"#,
        r#""kind": "unspecified""#,
        expect![[
            r#"origins.json:4:74: `persons` is nobody in particular, and named; add "unnamed": true, or say of what kind it is"#
        ]],
    );
}

#[test]
fn claims_that_are_not_in_the_order_of_the_text() {
    broken(
        DOCUMENT,
        r#""paragraph": 1,"#,
        r#""paragraph": 3,"#,
        expect![
            "0123456789abcdef.json:22:20: paragraph 2 comes after 3; put the claims in the order of the text"
        ],
    );
}

#[test]
fn context_that_denies_a_transfer() {
    broken(
        DOCUMENT,
        r#""countries": ["RUS"],"#,
        r#""countries": ["RUS"], "stance": "denies", "disputes": ["0123-01"],"#,
        expect![
            "0123456789abcdef.json:33:62: `0123-03` is context and denies a transfer's claim; name its `transfer`, so that the denial is shown there"
        ],
    );
}

#[test]
fn a_silence_that_disputes_a_claim() {
    broken(
        DOCUMENT,
        r#""stance": "denies","#,
        r#""stance": "declines_comment","#,
        expect![
            "0123456789abcdef.json:26:19: `0123-02` says nothing and disputes a claim; leave `disputes` out: who declines to comment contradicts nobody"
        ],
    );
}

/// What the check says where another document disputes the claim of the sound one.
#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn disputing(claim: &str, said: Expect) {
    let text = format!(
        r#"{{
  "id": "fedcba9876543210", "title": "Another title", "outlet": "herald", "language": "de", "published": {{}},
  "sha256": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "paragraphs": 3,
  "claims": [
    {{ "id": "fedc-01", "paragraph": 1, {claim}, "disputes": ["0123-01"], "statement": {{ "de": "So.", "en": "So." }} }}
  ]
}}"#
    );
    let mut files = paying(&[("debt", "egy-rus-engines")]);
    files.insert(1, SeedFile { name: "fedcba9876543210.json".to_owned(), text });
    said.assert_eq(&check_files(&files).err().map(|it| it.to_string()).unwrap_or_default());
}

#[test]
fn what_another_document_says_is_disputed_for_a_reason() {
    let vague = r#""quantity": { "words": { "de": "ungenannt", "en": "undisclosed" } }"#;
    let engines = r#""transfer": "egy-rus-engines""#;
    disputing(&format!(r#"{engines}, "stance": "denies""#), expect![""]);
    disputing(&format!(r#"{engines}, "stance": "leaves_open", {vague}"#), expect![""]);
    disputing(&format!("{engines}, {vague}"), expect![""]);
    disputing(r#""transfer": "debt""#, expect![""]);
    let said = expect![
        "fedcba9876543210.json:5:84: `fedc-01` neither denies `0123-01` nor calls its number undisclosed; leave it out: that documents differ is seen from what each says"
    ];
    disputing(engines, said);
    let said = expect![
        "fedcba9876543210.json:5:109: `fedc-01` neither denies `0123-01` nor calls its number undisclosed; leave it out: that documents differ is seen from what each says"
    ];
    disputing(&format!(r#"{engines}, "stance": "leaves_open""#), said);
    let said = expect![
        "fedcba9876543210.json:5:151: `fedc-01` neither denies `0123-01` nor calls its number undisclosed; leave it out: that documents differ is seen from what each says"
    ];
    disputing(
        &format!(
            r#"{engines}, "quantity": {{ "words": {{ "de": "100", "en": "100" }}, "min": 100 }}"#
        ),
        said,
    );
    let said = expect![
        "fedcba9876543210.json:5:75: `fedc-01` neither denies `0123-01` nor calls its number undisclosed; leave it out: that documents differ is seen from what each says"
    ];
    disputing(r#""category": "losses""#, said);
}

#[test]
fn a_name_that_is_no_other() {
    broken(
        "names.json",
        r#", "UAV""#,
        "",
        expect![
            "names.json:1:32: a name stands alone; add another name of the same thing, or take the row out"
        ],
    );
    broken("names.json", "UAV", " ", expect!["names.json:1:42: a name is empty; take it out"]);
    broken(
        "names.json",
        "UAV",
        "Ägypten",
        expect![
            "names.json:1:42: the name `Ägypten` is taken; take it out: accents and capitals make no other name"
        ],
    );
}

/// Both usual spellings of one thing are two names: only the search makes them alike.
#[test]
fn what_many_leave_out_makes_another_name() {
    for row in [r#"["Орёл", "Орел"]"#, r#"["Сергій", "Сергии"]"#, r#"["أحمد", "احمد"]"#]
    {
        let mut files = sound();
        let names = files.iter_mut().find(|it| it.name == "names.json").expect("the names");
        names.text = format!("[{row}]");
        assert_eq!(check_files(&files).expect("no fault").names.len(), 1, "{row}");
    }
}

#[test]
fn a_corpus_may_do_without_other_names() {
    let mut files = sound();
    files.retain(|it| it.name != "names.json");
    assert_eq!(check_files(&files).expect("no fault").names, Vec::<Vec<String>>::new());
}

#[test]
fn a_transfer_nobody_speaks_of() {
    broken(
        "transfers.json",
        r#""id": "egy-rus-engines""#,
        r#""id": "egy-rus-rockets""#,
        expect![[r#"
            0123456789abcdef.json:13:19: `egy-rus-engines` is not in transfers; add it there, or name an id that stands there
            0123456789abcdef.json:23:19: `egy-rus-engines` is not in transfers; add it there, or name an id that stands there
            transfers.json:2:3: no claim speaks of `egy-rus-rockets`; add a claim, or take it out"#]],
    );
}

#[test]
fn what_was_withdrawn_says_since_when_and_why_and_nothing_is_about_it() {
    let withdrawn = |date: &str, reason: &str, rest: &str| {
        format!(
            r#""withdrawn": [{{ "date": "{date}", "reason": {{ {reason} }}, "claim": {{
    "id": "0123-04", "paragraph": 1, "transfer": "egy-rus-engines", {rest}
    "statement": {{ "de": "Ja.", "en": "Yes." }} }} }}],
  "claims": ["#
        )
    };
    let because = r#""de": "Falsch.", "en": "Wrong.""#;
    let broken = |by: &str, said| broken(DOCUMENT, r#""claims": ["#, by, said);
    broken(
        &withdrawn("yesterday", r#""de": "Falsch.""#, ""),
        expect![[r#"
        0123456789abcdef.json:9:27: `yesterday` is no day; write it as `2026-11-24`
        0123456789abcdef.json:9:50: the text in `en` is missing; give it in every language of the corpus: `de`, `en`"#]],
    );
    broken(
        &withdrawn("2026-11-25", because, "").replace("0123-04", "0123-03"),
        expect![
            "0123456789abcdef.json:10:11: the id `0123-03` is taken; ids live in links that readers have shared: give the newer entry an id of its own"
        ],
    );
    broken(
        &withdrawn("2026-11-25", because, r#""attribution": ["nobody"],"#)
            .replace(r#""paragraph": 1"#, r#""paragraph": 9"#),
        expect![[r#"
            0123456789abcdef.json:10:35: there is no paragraph 9; the text has paragraphs 1 to 3
            0123456789abcdef.json:10:85: `nobody` is not in origins; add it there, or name an id that stands there"#]],
    );
}

#[test]
fn a_denial_of_what_was_withdrawn_is_no_claim_either() {
    let mut files = sound();
    let file = files.iter_mut().find(|file| file.name == DOCUMENT).expect("the document");
    let mut source: serde_json::Value = serde_json::from_str(&file.text).expect("JSON");
    let claim = source["claims"].as_array_mut().expect("claims").remove(0);
    let reason = serde_json::json!({ "de": "Falsch.", "en": "Wrong." });
    source["withdrawn"] =
        serde_json::json!([{ "date": "2026-11-25", "reason": reason, "claim": claim }]);
    file.text = source.to_string();
    let faults = check_files(&files).expect_err("the fault was not caught").to_string();
    assert!(faults.contains("`0123-01` was withdrawn; take it out"), "{faults}");
}

/// Fingerprints that fit the sound corpus.
const PRINTS: &str = r#"{
  "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  "paragraphs": [
    { "paragraph": 1, "words": 4, "whole": 7, "hashes": "00aa01bb" },
    { "paragraph": 2, "words": 3, "whole": 8, "hashes": "ffff" },
    { "paragraph": 3, "words": 9, "whole": 4294967295, "hashes": "0001000a0100" }
  ]
}"#;

/// The sound corpus with fingerprints.
fn printed() -> Vec<SeedFile> {
    let name = format!("fingerprints/{DOCUMENT}");
    let mut files = sound();
    files.push(SeedFile { name, text: PRINTS.to_owned() });
    files
}

/// What is said when one passage of sound fingerprints is replaced.
#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn misprinted(passage: &str, by: &str, said: Expect) {
    assert!(PRINTS.contains(passage), "{passage}");
    let mut files = printed();
    let file = files.last_mut().expect("the fingerprints");
    file.text = file.text.replacen(passage, by, 1);
    said.assert_eq(&check_files(&files).expect_err("a fault").to_string());
}

#[test]
fn fingerprints_are_put_into_their_document() {
    let source = check_files(&printed()).expect("no fault");
    let hashes = source.documents[0].fingerprints.iter().map(|it| it.hashes.0.clone());
    let expected = [vec![0x00aa, 0x01bb], vec![0xffff], vec![0x0001, 0x000a, 0x0100]];
    assert_eq!(hashes.collect::<Vec<_>>(), expected);
}

#[test]
fn fingerprints_that_do_not_fit_are_said_with_place_and_remedy() {
    misprinted(
        "\"aaaa",
        "\"bbbb",
        expect![
            "fingerprints/0123456789abcdef.json:2:13: this is not the SHA-256 that 0123456789abcdef.json has; make it from the text, by `cargo xtask fingerprint TEXT`"
        ],
    );
    misprinted(
        "\"paragraph\": 3",
        "\"paragraph\": 4",
        expect![[r#"
        fingerprints/0123456789abcdef.json:3:17: paragraph 3, which 0123-03 names, is not here; make it from the text, by `cargo xtask fingerprint TEXT`
        fingerprints/0123456789abcdef.json:6:20: no claim names paragraph 4; make it from the text, by `cargo xtask fingerprint TEXT`"#]],
    );
    misprinted(
        "\"paragraph\": 1",
        "\"paragraph\": 2",
        expect![[r#"
        fingerprints/0123456789abcdef.json:3:17: paragraph 1, which 0123-01 names, is not here; make it from the text, by `cargo xtask fingerprint TEXT`
        fingerprints/0123456789abcdef.json:5:20: 2 comes after 2; make it from the text, by `cargo xtask fingerprint TEXT`"#]],
    );
    misprinted(
        "00aa01bb",
        "01bb00aa",
        expect![
            "fingerprints/0123456789abcdef.json:4:57: these are no hashes of such a paragraph; make it from the text, by `cargo xtask fingerprint TEXT`"
        ],
    );
    misprinted(
        "ffff",
        "FFFF",
        expect![
            "fingerprints/0123456789abcdef.json:5:64: no hashes: each is four hexadecimal digits, `0` to `9` and `a` to `f`; the fields and their values are described in seeds/README.md"
        ],
    );
    misprinted(
        "0001000a0100",
        "0001000a01",
        expect![
            "fingerprints/0123456789abcdef.json:6:79: no hashes: each is four hexadecimal digits, `0` to `9` and `a` to `f`; the fields and their values are described in seeds/README.md"
        ],
    );
    misprinted(
        "\"words\": 9, ",
        "",
        expect![
            "fingerprints/0123456789abcdef.json:6:69: missing field `words`; the fields and their values are described in seeds/README.md"
        ],
    );
}

#[test]
fn fingerprints_of_no_document() {
    let mut files = printed();
    files.last_mut().expect("the fingerprints").name =
        "fingerprints/fedcba9876543210.json".to_owned();
    expect!["fingerprints/fedcba9876543210.json:1:1: no document is called so; name the file by a document's id, or take it out"].assert_eq(&check_files(&files).expect_err("a fault").to_string());
}

#[test]
fn fingerprints_of_some_documents_only() {
    let mut files = printed();
    let other = files[0].text.replace("0123456789abcdef", "fedcba9876543210");
    let text = other.replace("0123-0", "fedc-0");
    files.insert(1, SeedFile { name: "fedcba9876543210.json".to_owned(), text });
    expect!["fedcba9876543210.json:1:1: the fingerprint of `fedcba9876543210` is missing; make it from the text, by `cargo xtask fingerprint TEXT`"].assert_eq(&check_files(&files).expect_err("a fault").to_string());
}

#[test]
fn languages_that_are_none() {
    broken(
        "edition.json",
        r#"["de", "en"]"#,
        "[]",
        expect![[
            r#"edition.json:1:38: the corpus has no language; write the tags of BCP 47 that its texts have, as in ["de", "en"]"#
        ]],
    );
    broken(
        "edition.json",
        r#"["de", "en"]"#,
        r#"["de", "en", "de", "German"]"#,
        expect![[r#"
            edition.json:1:51: `de` is named twice; write the tags of BCP 47 that its texts have, as in ["de", "en"]
            edition.json:1:57: `German` is no language; write the tags of BCP 47 that its texts have, as in ["de", "en"]"#]],
    );
    broken(
        "edition.json",
        r#", "languages": ["de", "en"]"#,
        "",
        expect![
            "edition.json:1:24: missing field `languages`; the fields and their values are described in seeds/README.md"
        ],
    );
}

#[test]
fn a_text_in_a_language_that_is_not_named() {
    broken(
        DOCUMENT,
        r#"{ "de": "Ja.", "en": "Yes." }"#,
        r#"{ "de": "Ja.", "en": "Yes.", "fr": "Oui." }"#,
        expect![
            "0123456789abcdef.json:18:55: the corpus has no language `fr`; take it out, or add the language to `languages`"
        ],
    );
}

#[test]
fn a_title_that_lacks_a_language() {
    broken(
        "edition.json",
        r#"{ "date""#,
        r#"{ "title": { "de": "Probe" }, "date""#,
        expect![
            "edition.json:1:12: the text in `en` is missing; give it in every language of the corpus: `de`, `en`"
        ],
    );
    let mut file = whole();
    file.text = file.text.replacen('{', r#"{ "title": { "en": "Trial" },"#, 1);
    expect!["part.json:1:12: the text in `de` is missing; give it in every language of the corpus: `de`, `en`"].assert_eq(&check_json(&file).expect_err("a fault").to_string());
}

#[test]
fn a_language_of_a_document_that_is_none() {
    broken(
        DOCUMENT,
        r#""language": "de""#,
        r#""language": "German""#,
        expect![
            "0123456789abcdef.json:5:15: `German` is no language; write its tag of BCP 47, as in `de`"
        ],
    );
}

#[test]
fn what_cannot_be_read_is_named_in_every_row_and_claim() {
    let mut files = sound();
    files[0].text = files[0].text.replace("agreed", "done").replace("sha256", "sha");
    files[2].text = files[2].text.replace("alpha2", "alpha");
    expect![[r#"
        0123456789abcdef.json:7:7: unknown field `sha`, expected one of `id`, `title`, `outlet`, `outlet_basis`, `authors`, `language`, `published`, `sha256`, `paragraphs`, `claims`, `withdrawn`, `fingerprints`; the fields and their values are described in seeds/README.md
        0123456789abcdef.json:14:22: unknown variant `done`, expected one of `unknown`, `requested`, `negotiating`, `planned`, `agreed`, `delivered`, `refused`, `cancelled`; the fields and their values are described in seeds/README.md
        0123456789abcdef.json:24:22: unknown variant `done`, expected one of `unknown`, `requested`, `negotiating`, `planned`, `agreed`, `delivered`, `refused`, `cancelled`; the fields and their values are described in seeds/README.md
        countries.json:2:24: unknown field `alpha`, expected one of `id`, `alpha2`, `name`, `after_from`, `after_to`, `anchor`; the fields and their values are described in seeds/README.md
        countries.json:3:24: unknown field `alpha`, expected one of `id`, `alpha2`, `name`, `after_from`, `after_to`, `anchor`; the fields and their values are described in seeds/README.md"#]].assert_eq(&check_files(&files).expect_err("faults").to_string());
}

/// The sound corpus with fingerprints as one JSON, for a person to read.
pub(in crate::corpus) fn whole() -> SeedFile {
    let source = check_files(&printed()).expect("no fault");
    let text = serde_json::to_string_pretty(&source).expect("JSON");
    SeedFile { name: "part.json".to_owned(), text }
}

#[test]
fn one_json_is_the_same_corpus() {
    assert_eq!(check_json(&whole()), check_files(&printed()));
}

#[test]
fn one_json_is_held_to_the_same_rules() {
    let wrong = |passage: &str, by: &str, said: Expect| {
        let mut file = whole();
        assert!(file.text.contains(passage), "{passage} is not in {}", file.text);
        file.text = file.text.replace(passage, by);
        said.assert_eq(&check_json(&file).expect_err("a fault").to_string());
    };
    wrong(
        r#""date": "2026-11-24""#,
        r#""date": "November", "sha256": "a""#,
        expect![[r#"
        part.json:3:13: `November` is no day; write it as `2026-11-24`
        part.json:3:35: this is no SHA-256; leave it as the build wrote it, or leave it out"#]],
    );
    wrong(
        "\"0123-01\"\n",
        "\"0123-09\"\n",
        expect![
            "part.json:145:13: `0123-09` is not in any document's claims; add it there, or name an id that stands there"
        ],
    );
    wrong(
        r#""from": "EGY""#,
        r#""from": "PRK""#,
        expect![
            "part.json:72:15: `PRK` is not in countries; add it there, or name an id that stands there"
        ],
    );
    wrong(
        r#""00aa01bb""#,
        r#""01bb00aa""#,
        expect![
            "part.json:170:21: these are no hashes of such a paragraph; make it from the text, by `cargo xtask fingerprint TEXT`"
        ],
    );
    wrong(
        r#""en": "Yes.""#,
        r#""fr": "Oui.""#,
        expect![[r#"
        part.json:133:24: the text in `en` is missing; give it in every language of the corpus: `de`, `en`
        part.json:135:19: the corpus has no language `fr`; take it out, or add the language to `languages`"#]],
    );
    wrong(
        r#""agreed""#,
        r#""done""#,
        expect![[r#"
        part.json:113:26: unknown variant `done`, expected one of `unknown`, `requested`, `negotiating`, `planned`, `agreed`, `delivered`, `refused`, `cancelled`; the fields and their values are described in seeds/README.md
        part.json:142:26: unknown variant `done`, expected one of `unknown`, `requested`, `negotiating`, `planned`, `agreed`, `delivered`, `refused`, `cancelled`; the fields and their values are described in seeds/README.md"#]],
    );
    wrong(
        r#""kind": "outlet""#,
        r#""kind": "paper""#,
        expect![[r#"
            part.json:49:21: unknown variant `paper`, expected one of `outlet`, `agency`, `government`, `intelligence`, `database`, `analyst`, `persons`, `unspecified`; the fields and their values are described in seeds/README.md
            part.json:57:21: unknown variant `paper`, expected one of `outlet`, `agency`, `government`, `intelligence`, `database`, `analyst`, `persons`, `unspecified`; the fields and their values are described in seeds/README.md"#]],
    );
    wrong(
        r#""origins""#,
        r#""sources""#,
        expect![
            "part.json:42:11: unknown field `sources`, expected one of `title`, `edition`, `languages`, `countries`, `categories`, `origins`, `transfers`, `names`, `documents`; the fields and their values are described in seeds/README.md"
        ],
    );
    wrong(
        "}",
        "",
        expect![
            "part.json:14:5: key must be a string; the fields and their values are described in seeds/README.md"
        ],
    );
}

#[test]
fn two_documents_with_one_id() {
    let mut source = check_files(&sound()).expect("no fault");
    let mut other = source.documents[0].clone();
    other.claims.truncate(1);
    other.claims[0].id = "0123-04".to_owned();
    source.documents.push(other);
    let text = serde_json::to_string_pretty(&source).expect("JSON");
    let file = SeedFile { name: "part.json".to_owned(), text };
    expect!["part.json:167:13: the id `0123456789abcdef` is taken; ids live in links that readers have shared: give the newer entry an id of its own"].assert_eq(&check_json(&file).expect_err("a fault").to_string());
}

#[test]
fn of_very_many_faults_the_first_are_listed() {
    let mut source = check_files(&sound()).expect("no fault");
    let claim = source.documents[0].claims[0].clone();
    for at in 0..MOST + 50 {
        let id = format!("more-{at}");
        source.documents[0].claims.push(Claim { id, paragraph: 9, ..claim.clone() });
    }
    let text = serde_json::to_string_pretty(&source).expect("JSON");
    let faults = check_json(&SeedFile { name: "part.json".to_owned(), text });
    let faults = faults.expect_err("faults");
    assert_eq!((faults.listed.len(), faults.more), (MOST, 50));
    assert!(
        faults
            .to_string()
            .ends_with("there is no paragraph 9; the text has paragraphs 1 to 3\nand 50 more")
    );
}

/// So many that none of them, nor all faults, can be looked for from the start: where that is done, the tests
/// that follow take many times as long as all others together.
const VERY_MANY: usize = 20_000;

#[test]
fn very_many_claims_that_cannot_be_read_are_counted() {
    let claim = "{\"id\": \"a\",\n\"unheard\": 1}";
    let mut file = whole();
    let claims = vec![claim; VERY_MANY].join(",\n");
    file.text = file.text.replace("\"claims\": [", &format!("\"claims\": [\n{claims},"));
    let faults = check_json(&file).expect_err("faults");
    assert_eq!((faults.listed.len(), faults.more), (MOST, VERY_MANY - MOST));
    let wrong = faults.listed.iter().map(|it| it.wrong.split(',').next().unwrap_or_default());
    assert!(wrong.eq(vec!["unknown field `unheard`"; MOST]));
    let lines = faults.listed.windows(2).map(|pair| pair[1].line - pair[0].line);
    assert!(lines.eq([2; MOST - 1]), "each claim is told of once, in its own line");
}

#[test]
fn very_many_documents_that_cannot_be_read_are_counted() {
    let mut file = whole();
    let documents = vec!["{\"unheard\": 1}"; VERY_MANY].join(",\n");
    file.text = file.text.replace("\"documents\": [", &format!("\"documents\": [\n{documents},"));
    let faults = check_json(&file).expect_err("faults");
    assert_eq!((faults.listed.len(), faults.more), (MOST, VERY_MANY - MOST));
}

#[test]
fn very_many_fingerprints_find_their_documents() {
    let mut files = sound();
    let document = files.remove(0);
    for at in 0..VERY_MANY / 4 {
        let id = format!("{at:016x}");
        let text =
            document.text.replace("0123456789abcdef", &id).replace("0123-0", &format!("{id}-"));
        files.push(SeedFile { name: format!("{id}.json"), text });
        files.push(SeedFile { name: format!("fingerprints/{id}.json"), text: PRINTS.to_owned() });
    }
    let source = check_files(&files).expect("no fault");
    assert!(source.documents.iter().all(|it| it.fingerprints.len() == 3));
}

proptest! {
    /// Whatever a reader brings is read, or every fault has its place in it.
    #[test]
    fn no_text_whatever_breaks_the_check(
        from in any::<prop::sample::Index>(),
        length in 0_usize..12,
        by in "[\\[\\]{}\",:0-9a-zä\n ]{0,6}|.*",
    ) {
        // Both are in ASCII, so that they can be cut anywhere.
        let spoil = |file: &mut SeedFile| {
            let from = from.index(file.text.len());
            let to = (from + length).min(file.text.len());
            file.text.replace_range(from..to, &by);
        };
        let mut file = whole();
        spoil(&mut file);
        if let Err(faults) = check_json(&file) {
            for fault in faults.listed {
                let line = file.text.split('\n').nth(fault.line - 1);
                prop_assert!(line.is_some_and(|it| fault.column <= it.chars().count() + 1), "{fault}");
            }
        }
        let mut files = printed();
        files.iter_mut().for_each(spoil);
        let _ = check_files(&files);
    }
}
