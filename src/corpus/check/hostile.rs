//! What is made to break a page or to keep it busy is refused, and says why. How long the check takes of what is sound and
//! made for that is measured in `overview`.

use super::tests::whole;
use super::*;
use crate::corpus::{
    Claim, Kind, LONGEST_NAME, LONGEST_TEXT, LONGEST_TITLE, Limit, MOST_LISTED, MOST_NAMES,
    MOST_ROWS, Reader, Source, Status, Text, Transfer, Unread, Withdrawn,
};
use expect_test::{Expect, expect};

const VERY_MANY: usize = 10_000;

/// What the check says of a sound corpus that something is done to; that the reader refuses it, too.
#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn refused(spoil: impl FnOnce(&mut Source), said: Expect) {
    let source = spoilt(spoil);
    let text = serde_json::to_string(&source).expect("JSON");
    assert_eq!(read(&text), Err(Unread::Faulty));
    let faults = check_json(&SeedFile { name: "part.json".to_owned(), text });
    let mut faults = faults.expect_err("a fault");
    faults.more += faults.listed.len().saturating_sub(2);
    faults.listed.truncate(2);
    said.assert_eq(&faults.to_string());
}

fn spoilt(spoil: impl FnOnce(&mut Source)) -> Source {
    let mut source = check_json(&whole()).expect("no fault");
    source.documents.iter_mut().for_each(|it| it.fingerprints.clear());
    spoil(&mut source);
    source
}

fn read(text: &str) -> Result<Source, Unread> {
    let mut reader = Reader::new();
    text.as_bytes().chunks(1 << 16).try_for_each(|piece| reader.feed(piece))?;
    reader.finish().map(|it| it.source().clone())
}

fn statement(source: &mut Source) -> &mut Text {
    &mut source.documents[0].claims[0].statement
}

/// Claims after those of the only document, each made from the first of them.
fn more(source: &mut Source, count: usize, make: impl Fn(usize, Claim) -> Claim) {
    let claims = &mut source.documents[0].claims;
    let first = Claim { paragraph: 3, ..claims[0].clone() };
    claims.extend((0..count).map(|at| make(at, Claim { id: format!("m-{at}"), ..first.clone() })));
}

#[test]
fn texts_that_are_too_long_or_turn_what_stands_around_them() {
    let long = "a".repeat(LONGEST_TEXT + 1);
    refused(
        |it| *statement(it) = Text::new("de", long).with("en", "Yes."),
        expect![
            "part.json:1:1282: the text has more than 20000 characters; shorten it, or make several of it"
        ],
    );
    refused(
        |it| *statement(it) = Text::new("de", "a\u{202e}b").with("en", "a\u{7}\n"),
        expect![[r#"
        part.json:1:1282: the control character U+202E stands in it; take it out, or put a space in its place
        part.json:1:1293: the control character U+0007 stands in it; take it out, or put a space in its place"#]],
    );
    refused(
        |it| *statement(it) = Text::new("de", "5\u{200f}–\u{200f}10").with("en", "\u{200e}5–10"),
        expect![
            "part.json:1:1282: the control character U+200F stands in it; take it out, or put a space in its place"
        ],
    );
    refused(
        |it| it.documents[0].title = "\u{1b}[2J".to_owned(),
        expect![
            "part.json:1:787: the control character U+001B stands in it; take it out, or put a space in its place"
        ],
    );
    refused(
        |it| it.documents[0].authors = vec!["a".repeat(1 << 20)],
        expect![
            "part.json:1:827: the text has more than 20000 characters; shorten it, or make several of it"
        ],
    );
    refused(
        |it| it.names[0].push("a\u{2066}".to_owned()),
        expect![
            "part.json:1:723: the control character U+2066 stands in it; take it out, or put a space in its place"
        ],
    );
    refused(
        |it| it.documents[0].authors = vec!["A".to_owned(); MOST_LISTED + 1],
        expect!["part.json:1:826: there are 1001 in the list; name 1000 at most"],
    );
    refused(
        |it| it.names[0].push("a".repeat(LONGEST_NAME + 1)),
        expect![
            "part.json:1:723: the text has more than 200 characters; shorten it, or make several of it"
        ],
    );
    let names = (0..=MOST_NAMES).map(|at| format!("name {at}"));
    refused(
        |it| it.names[0] = names.collect(),
        expect!["part.json:1:697: there are 101 in the list; name 100 at most"],
    );
    refused(
        |it| it.title = Some(Text::new("de", "ä".repeat(LONGEST_TITLE + 1)).with("en", "A")),
        expect!["part.json:1:16: the title has more than 200 characters; shorten it"],
    );
    let text = whole().text.replacen("Ja.", "J\\u0000a.", 1);
    assert_eq!(read(&text), Err(Unread::Faulty));
    let faults = check_json(&SeedFile { name: "part.json".to_owned(), text });
    expect!["part.json:134:29: the text has a NUL in it; the fields and their values are described in seeds/README.md"].assert_eq(&faults.expect_err("a fault").to_string());
    // What belongs to the letters of a script is no such sign.
    let source =
        spoilt(|it| *statement(it) = Text::new("de", "„ä“\u{200f}").with("en", "a\u{200d}b"));
    assert_eq!(read(&serde_json::to_string(&source).expect("JSON")), Ok(source));
}

/// A text of which nothing is seen is none, wherever a reader looks for one.
#[test]
fn what_nobody_sees_is_empty() {
    for unseen in
        ["", " ", "\u{200b}", "\u{2060}\u{feff}", "\u{3164}", "\u{2800}", "\u{301}", "\u{e0041}"]
    {
        let text = || Text::new("de", unseen).with("en", unseen);
        let spoils: [&dyn Fn(&mut Source); 6] = [
            &|it| it.title = Some(text()),
            &|it| it.documents[0].title = unseen.to_owned(),
            &|it| it.documents[0].authors = vec![unseen.to_owned()],
            &|it| it.origins[0].name = text(),
            &|it| it.names[0][0] = unseen.to_owned(),
            &|it| *statement(it) = text(),
        ];
        for (at, spoil) in spoils.iter().enumerate() {
            let text = serde_json::to_string(&spoilt(spoil)).expect("JSON");
            let faults = check_json(&SeedFile { name: "part.json".to_owned(), text });
            let faults = faults.expect_err("a fault").to_string();
            assert!(faults.contains("is empty"), "{at} {unseen:?}: {faults}");
        }
    }
}

#[test]
fn ids_that_would_spoil_links_and_pages() {
    for id in ["__proto__", "a b", "a\0", "#a > b", "a\u{202e}", "ä", "../a", ""] {
        let text = serde_json::to_string(&spoilt(|it| it.categories[1].id = id.to_owned()));
        assert_eq!(read(&text.expect("JSON")), Err(Unread::Faulty), "{id}");
    }
    // What quotes it is cut, since a page has to show it.
    let long = "a".repeat(1 << 20);
    let source = spoilt(|it| it.documents[0].claims[0].transfer = Some(long));
    let text = serde_json::to_string(&source).expect("JSON");
    let faults = check_json(&SeedFile { name: "part.json".to_owned(), text });
    let fault = &faults.expect_err("a fault").listed[0];
    assert!(fault.wrong.len() < 700 && fault.wrong.ends_with("aa…"), "{fault}");
    refused(
        |it| it.documents[0].claims[2].id = "a".repeat(101),
        expect![
            "part.json:1:1465: the id `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa` has more than 100 characters; an id stands in links: give it a shorter one"
        ],
    );
}

#[test]
fn one_id_for_all() {
    let same = |_, claim: Claim| Claim { id: "0123-01".to_owned(), ..claim };
    refused(
        |it| more(it, VERY_MANY, same),
        expect![[r#"
        part.json:1:1577: the id `0123-01` is taken; ids live in links that readers have shared: give the newer entry an id of its own
        part.json:1:1875: the id `0123-01` is taken; ids live in links that readers have shared: give the newer entry an id of its own
        and 9998 more"#]],
    );
}

#[test]
fn transfers_that_nobody_speaks_of_any_more() {
    refused(
        |it| {
            more(it, VERY_MANY, |at, claim| Claim { transfer: Some(format!("t-{at}")), ..claim });
            let claims = it.documents[0].claims.split_off(3).into_iter();
            let reason = Text::new("de", "Falsch.").with("en", "Wrong.");
            let withdrawn = claims.map(|claim| Withdrawn {
                date: "2026-11-25".to_owned(),
                reason: reason.clone(),
                claim,
            });
            it.documents[0].withdrawn = withdrawn.collect();
            let transfer = it.transfers[0].clone();
            let transfers =
                (0..VERY_MANY).map(|at| Transfer { id: format!("t-{at}"), ..transfer.clone() });
            it.transfers.extend(transfers);
        },
        expect![[r#"
            part.json:1:687: no claim speaks of `t-0`; take it out, and give what was withdrawn a `category` in place of the `transfer`
            part.json:1:803: no claim speaks of `t-1`; take it out, and give what was withdrawn a `category` in place of the `transfer`
            and 9998 more"#]],
    );
}

#[test]
fn payments_and_disputes_that_go_round() {
    let source = spoilt(|it| {
        more(it, VERY_MANY, |at, claim| Claim {
            transfer: Some(format!("t-{at}")),
            status: Status::Unknown,
            disputes: vec![format!("m-{}", (at + 1) % VERY_MANY)],
            ..claim
        });
        let transfer = it.transfers[0].clone();
        let transfers = (0..VERY_MANY).map(|at| Transfer {
            id: format!("t-{at}"),
            kind: Kind::Payment,
            in_return_for: Some(format!("t-{}", (at + 1) % VERY_MANY)),
            ..transfer.clone()
        });
        it.transfers.extend(transfers);
    });
    let text = serde_json::to_string(&source).expect("JSON");
    assert_eq!(read(&text), Err(Unread::Faulty));
    let faults = check_json(&SeedFile { name: "part.json".to_owned(), text });
    let faults = faults.expect_err("a fault");
    assert_eq!((faults.listed.len(), faults.more), (1, 0));
    assert_eq!(faults.listed[0].wrong, "`t-9999` is a payment for itself");
}

#[test]
fn faults_by_the_ten_thousand_in_one_line() {
    let wrong = |_, claim: Claim| Claim { paragraph: 4, attribution: vec![String::new()], ..claim };
    refused(
        |it| more(it, VERY_MANY, wrong),
        expect![[r#"
        part.json:1:1595: there is no paragraph 4; the text has paragraphs 1 to 3
        part.json:1:1659: `` is not in origins; add it there, or name an id that stands there
        and 19998 more"#]],
    );
}

#[test]
fn more_than_a_corpus_may_have() {
    let names = vec!["[]"; MOST_ROWS + 1].join(",");
    let text = whole().text.replacen("\"names\": [", &format!("\"names\": [{names},"), 1);
    assert_eq!(read(&text), Err(Unread::TooLarge(Limit::Rows)));
    let faults = check_json(&SeedFile { name: "part.json".to_owned(), text });
    expect![
        "part.json:82:12: there are more than 250000 rows in a table; make several corpora of it"
    ]
    .assert_eq(&faults.expect_err("a fault").to_string());
    refused(
        |it| it.languages = (0..VERY_MANY).map(|at| format!("a{at}")).collect(),
        expect![
            "part.json:1:46: the corpus has more than 50 languages; make several corpora of it"
        ],
    );
    let tags = (0..VERY_MANY).map(|at| format!("\"a{at}\":\"\"")).collect::<Vec<_>>().join(",");
    let text = whole().text.replacen("\"de\": \"Ja.\"", &tags, 1);
    let faults = check_json(&SeedFile { name: "part.json".to_owned(), text });
    expect!["part.json:134:460: the text is there in more than 50 languages; the fields and their values are described in seeds/README.md"].assert_eq(&faults.expect_err("a fault").to_string());
}

#[test]
fn what_is_nested_without_end() {
    let text = whole().text.replacen("\"Ja.\"", &"[".repeat(1 << 20), 1);
    assert_eq!(read(&text), Err(Unread::Faulty));
    let faults = check_json(&SeedFile { name: "part.json".to_owned(), text });
    expect!["part.json:134:1048595: expected value; the fields and their values are described in seeds/README.md"].assert_eq(&faults.expect_err("a fault").to_string());
    let (open, shut) = ("[".repeat(1 << 20), "]".repeat(1 << 20));
    let text = whole().text.replacen("\"Ja.\"", &(open + &shut), 1);
    assert_eq!(read(&text), Err(Unread::Faulty));
    let faults = check_json(&SeedFile { name: "part.json".to_owned(), text });
    expect!["part.json:134:18: invalid type: sequence, expected a string; the fields and their values are described in seeds/README.md"].assert_eq(&faults.expect_err("a fault").to_string());
}
