//! Tables of every shape, and what comes of them.

use super::*;
use crate::corpus::{Claim, SeedFile, Stance, Status, check_json};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use std::fmt::Write;

/// What comes of a table, held to the check.
fn imported(bytes: &[u8]) -> Imported {
    let imported = read_at_once("table.csv", bytes).expect("a table");
    checked(&imported.source);
    imported
}

fn checked(source: &Source) {
    let text = serde_json::to_string(source).expect("JSON");
    let file = SeedFile { name: "table.json".to_owned(), text };
    let read = check_json(&file).unwrap_or_else(|faults| panic!("{faults}\n{}", file.text));
    assert!(read == *source);
}

/// A register of today, with the header and the marks that such have.
fn register(rows: &str) -> String {
    let header = "Recipient,Supplier,Year of order, ,Number ordered, ,Weapon designation,Weapon description,Number \
        delivered, ,Year(s) of delivery,status,Comments,SIPRI TIV per unit,SIPRI TIV for total order,SIPRI TIV of \
        delivered weapons";
    format!("Invented register\nMade on 01.02.2024\n\"\"\nA line, with a comma\n\n{header}\n{rows}")
}

#[test]
fn what_a_register_holds_that_no_corpus_may_is_left_behind() {
    let name = format!("{}\u{202e}.csv", "long".repeat(100));
    let table = register(
        "Egypt,Russia,2024,,12,,\u{3164},tank,,,,,,,,\nEgypt,Russia,2024,,12,,\u{3164},,,,,,,,,",
    );
    let imported = read_at_once(&name, table.as_bytes()).expect("a table");
    checked(&imported.source);
    assert_eq!(
        imported.source.transfers.iter().map(|it| it.item.get(Lang::En)).collect::<Vec<_>>(),
        ["tank"]
    );
    assert_eq!((imported.rows, imported.left_out.rows.len()), (2, 1));
}

/// A claim in a line: stage, number, time, what it says.
fn told(claim: &Claim) -> String {
    let words =
        |text: Option<&crate::corpus::Text>| text.map_or("–", |it| it.get(Lang::En)).to_owned();
    let quantity = claim.quantity.as_ref();
    let bounds = quantity.map(|it| (it.min, it.max));
    let when = claim.when.as_ref();
    let span = when.and_then(|it| it.span).map(|it| it.to_string()).unwrap_or_default();
    format!(
        "{} {} {:?} [{} {bounds:?}] [{} {span} {}] {}",
        claim.paragraph,
        claim.status.id(),
        claim.countries,
        words(quantity.map(|it| &it.words)),
        words(when.and_then(|it| it.words.as_ref())),
        words(when.and_then(|it| it.basis.as_ref())),
        claim.statement.get(Lang::En),
    )
}

fn check(bytes: &[u8], expected: &Expect) {
    let Imported { source, rows, left_out, apart, unread } = imported(bytes);
    let mut text = format!("{rows} rows, not read: {}\n", unread.join(", "));
    for transfer in &source.transfers {
        let crate::corpus::Transfer { id, from, to, category, item, .. } = transfer;
        let item = item.get(Lang::En);
        let _ = writeln!(text, "{id}: {from} → {to}, {category}, {item}");
    }
    for claim in source.documents.iter().flat_map(|it| &it.claims) {
        text += &(told(claim) + "\n");
    }
    for (title, listed) in [("left out", &left_out), ("apart", &apart)] {
        for Remark { line, why, what } in &listed.rows {
            let _ = writeln!(text, "{title}: line {line}: {}: {what}", why.told(Lang::En));
        }
    }
    expected.assert_eq(&text);
}

#[test]
fn a_register_says_of_each_stage_what_its_row_says() {
    let rows = r#"Egypt,Russia,2011,?,12,?,NF-4 Möwe,fighter aircraft,12,?,2012; 2013,New,Part of deal; incl. spares,1.5,18,18
"Korea, South",unknown supplier(s),,?,,?,"Typ ""Otter""",patrol craft,2,?,2020,Second hand,"""gift"" (see 2019)",4,8,8
Egypt,Türkiye,2015, ,24, ,NF-4/B,fighter aircraft,,?,,New but modernized,Delivery planned 2024-2026,1.5,36,
Egypt,Russia,2016, ,150, ,"=SUM(1;2) Rakete",anti-tank missile,~100,?,2017; 2018,New,-,0.05,7.5,5
African Union**,Egypt,2018,?,5, ,"""Büffel""-2",APC,5, ,2018,Second hand,,0.2,1,1
Egypt,Multiple sellers,2019, ,0, ,NF-9,armed drone,0, ,,New,Cancelled 2021,3,0,0
Egypt,Russia,2019, ,0, ,NF-9,armed drone,0, ,,New,,3,0,0
Egypt,Russia,2019
Egypt,Russia,2019, ,8, ,NF-9,armed drone,0, ,,New,Possibly cancelled,3,0,0
"#;
    check(
        register(rows).as_bytes(),
        &expect![[r#"
            9 rows, not read: SIPRI TIV per unit, SIPRI TIV for total order, SIPRI TIV of delivered weapons
            rus-egy-nf-4-moewe-2011-4daf9b46: RUS → EGY, fighter-aircraft, NF-4 Möwe
            tur-egy-nf-4-b-2015-be4a68e3: TUR → EGY, fighter-aircraft, NF-4/B
            rus-egy-sum-1-2-rakete-2016-fc009861: RUS → EGY, anti-tank-missile, =SUM(1;2) Rakete
            rus-egy-nf-9-2019-70b3843a: RUS → EGY, armed-drone, NF-9
            6 agreed [] [12 ? Some((None, None))] [2011 ? 2011 The register marks it as an estimate.] Egypt ordered 12 (an estimate) NF-4 Möwe (fighter aircraft, New) from Russia, in 2011 (an estimate). The register’s comment: “Part of deal; incl. spares”.
            6 delivered [] [12 ? Some((None, None))] [2012; 2013 2012-01-01/2013-12-31 –] Russia delivered 12 (an estimate) NF-4 Möwe (fighter aircraft, New) to Egypt, in 2012, 2013. The register’s comment: “Part of deal; incl. spares”.
            7 unknown [] [2 ? Some((None, None))] [2020 2020 –] unknown supplier(s) delivered 2 (an estimate) Typ "Otter" (patrol craft, Second hand) to Korea, South, in 2020. The register’s comment: “"gift" (see 2019)”.
            8 agreed [] [24 Some((Some(24), Some(24)))] [2015 2015 –] Egypt ordered 24 NF-4/B (fighter aircraft, New but modernized) from Türkiye, in 2015. The register’s comment: “Delivery planned 2024-2026”.
            9 agreed [] [150 Some((Some(150), Some(150)))] [2016 2016 –] Egypt ordered 150 =SUM(1;2) Rakete (anti-tank missile, New) from Russia, in 2016.
            9 delivered [] [~100 ? Some((None, None))] [2017; 2018 2017-01-01/2018-12-31 –] Russia delivered ~100 (an estimate) =SUM(1;2) Rakete (anti-tank missile, New) to Egypt, in 2017, 2018.
            10 unknown ["EGY"] [5 Some((Some(5), Some(5)))] [2018 ? 2018 The register marks it as an estimate.] African Union** ordered 5 "Büffel"-2 (APC, Second hand) from Egypt, in 2018 (an estimate).
            10 unknown ["EGY"] [5 Some((Some(5), Some(5)))] [2018 2018 –] Egypt delivered 5 "Büffel"-2 (APC, Second hand) to African Union**, in 2018.
            11 unknown ["EGY"] [– None] [–  –] The order of NF-9 (armed drone, New) by Egypt from Multiple sellers was cancelled. The register’s comment: “Cancelled 2021”.
            14 agreed [] [8 Some((Some(8), Some(8)))] [2019 2019 –] Egypt ordered 8 NF-9 (armed drone, New) from Russia, in 2019. The register’s comment: “Possibly cancelled”.
            left out: line 13: it tells of nothing that was ordered or delivered: 
            left out: line 14: a cell is empty that is needed: Weapon designation
            apart: line 8: this is no country that is known: unknown supplier(s)
            apart: line 11: this is no country that is known: African Union**
            apart: line 12: this is no country that is known: Multiple sellers
        "#]],
    );
}

/// The first document's claims of a register of some rows, by their ids.
fn ids_of(rows: &str) -> Vec<String> {
    let claims = imported(register(rows).as_bytes()).source.documents.swap_remove(0).claims;
    claims.into_iter().map(|it| it.id).collect()
}

#[test]
fn the_lines_of_a_register_are_counted_or_not_said_to_be() {
    let row = "Egypt,Russia,2011,,12,,NF-4,tanks,,,,New,,1,1,1\n";
    let of = |more: usize| {
        let table = register(&[row, &"x\n".repeat(more)].concat());
        let document = imported(table.as_bytes()).source.documents.swap_remove(0);
        (document.sha256.is_some(), document.paragraphs)
    };
    // Five lines stand before the first that is added.
    assert_eq!(of(2), (true, 8));
    assert_eq!(of(65_535 - 6), (true, 65_535));
    assert_eq!(of(65_535), (false, 6));
}

#[test]
fn a_register_is_sipris_only_where_it_says_so_before_its_header() {
    let row = "Egypt,Russia,2011,,12,,NF-4,tanks,12,,2012,New,SIPRI Arms Transfers Database has 12,1,1,1\n";
    let of = |before: &str| {
        let source = imported([before, "\n", &register(row)].concat().as_bytes()).source;
        let title = source.documents[0].title.clone();
        (source.origins[0].name.get(Lang::En).to_owned(), title)
    };
    let own = ("table.csv".to_owned(), "table.csv".to_owned());
    assert_eq!(of("Exported by somebody"), own);
    assert_eq!(of("Compared with the SIPRI Arms Transfers Database"), own);
    let name = "SIPRI Arms Transfers Database".to_owned();
    for line in [
        "Information generated from the SIPRI Arms Transfers Database on 1.2.2024",
        "Source: SIPRI Arms Transfers Database",
    ] {
        assert_eq!(of(line), (name.clone(), line.to_owned()));
    }
}

#[test]
fn what_is_none_is_not_said_to_have_come_even_as_an_estimate() {
    for (number, mark) in [("0", ""), ("0", "?"), ("(0)", ""), ("0?", ""), ("~0", "?")] {
        let row = |ordered: &str| {
            format!(
                "Egypt,Russia,2011,,{ordered},{mark},NF-4,tanks,{number},{mark},2012,New,,1,1,1\n"
            )
        };
        let ids = ids_of(&row("12"));
        assert!(ids.len() == 1 && ids[0].ends_with("-agreed"), "{ids:?}");
        let none = read_at_once("table.csv", register(&row(number)).as_bytes());
        assert!(matches!(none, Err(NoTable::NoRow(Some(_)))), "{none:?}");
    }
}

#[test]
fn an_order_is_cancelled_only_where_the_comment_says_it_of_all() {
    let is_cancelled = |comment: &str, delivered: &str| {
        let row =
            format!("Egypt,Russia,2011,,12,,NF-4,tanks,{delivered},,,New,\"{comment}\",1,1,1\n");
        ids_of(&row).iter().any(|it| it.ends_with("-cancelled"))
    };
    for comment in
        ["Cancelled", "cancelled 2021", "Order cancelled in 2021; NF-5 instead", "Canceled (2021)."]
    {
        assert!(is_cancelled(comment, ""), "{comment}");
        assert!(!is_cancelled(comment, "3"), "{comment}");
    }
    for comment in [
        "Cancelled Iranian order, delivered to Egypt instead",
        "Cancelled options not included",
        "Order cancelled in part",
        "Cancelled?",
        "Cancelled, but for 3",
        "Not cancelled",
    ] {
        assert!(!is_cancelled(comment, ""), "{comment}");
    }
}

#[test]
fn an_order_has_the_same_id_in_every_edition() {
    let row = |supplier: &str, item: &str, year: &str, number: &str| {
        format!("United Arab Emirates,{supplier},{year},,{number},,{item},trainer,,,,New,,1,1,1\n")
    };
    let first =
        [row("United Kingdom", "Hawk-61", "1983", "8"), row("UK", "Hawk-102", "1989", "18")];
    let before = ids_of(&first.concat());
    let later = [
        row("UK", "Hawk-63", "1983", "4"),
        row("UK", "Hawk-102", "1989", "(20)"),
        first[0].clone(),
    ];
    let after = ids_of(&later.concat());
    assert_eq!([&before[0], &before[1]], [&after[2], &after[1]]);
    assert!(!before.contains(&after[0]), "{after:?}");
}

#[test]
fn the_same_register_is_read_in_every_encoding_and_from_every_spreadsheet() {
    let rows = "Türkiye,Russia,2011,?,12,?,NF-4 Möwe,fighter aircraft,12,?,2012,New,incl. spares,1.5,18,18\n";
    let text = register(rows);
    let expected = imported(text.as_bytes()).source.documents.swap_remove(0).claims;
    assert_eq!(expected.len(), 2);
    let claims = |bytes: &[u8]| imported(bytes).source.documents.swap_remove(0).claims;
    let latin_1: Vec<u8> =
        text.chars().map(|it| u8::try_from(u32::from(it)).expect("Latin-1")).collect();
    assert_eq!(claims(&latin_1), expected);
    assert_eq!(claims(format!("\u{feff}{text}").as_bytes()), expected);
    assert_eq!(claims(text.replace('\n', "\r\n").as_bytes()), expected);
    assert_eq!(claims(text.replace('\n', "\r").as_bytes()), expected);
    let utf_16: Vec<u8> =
        format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(claims(&utf_16), expected);
    for between in [";", "\t"] {
        assert_eq!(claims(text.replace(',', between).as_bytes()), expected);
    }
    let quoted = |line: &str| {
        let cells: Vec<String> = line.split(',').map(|it| format!("\"{it}\"")).collect();
        // The lines before the header have none.
        if cells.len() > 9 { cells.join(",") + "\n" } else { format!("{line}\n") }
    };
    assert_eq!(claims(text.lines().map(quoted).collect::<String>().as_bytes()), expected);
}

#[test]
fn a_list_of_years_that_a_spreadsheet_cut_is_whole_again() {
    let text = register(
        "Egypt;Russia;2011;?;12;?;NF-4;fighter aircraft;12;?;2012; 2013;New;\"Part of deal; incl. spares\";1,5;18;18\n",
    );
    let (before, rows) = text.split_once("Recipient").expect("a header");
    let header = format!("Recipient{}", rows.split('\n').next().expect("a line").replace(',', ";"));
    let rows = rows.split_once('\n').expect("rows").1;
    check(
        format!("{before}{header}\n{rows}").as_bytes(),
        &expect![[r#"
            1 rows, not read: SIPRI TIV per unit, SIPRI TIV for total order, SIPRI TIV of delivered weapons
            rus-egy-nf-4-2011-a33336f9: RUS → EGY, fighter-aircraft, NF-4
            6 agreed [] [12 ? Some((None, None))] [2011 ? 2011 The register marks it as an estimate.] Egypt ordered 12 (an estimate) NF-4 (fighter aircraft, New) from Russia, in 2011 (an estimate). The register’s comment: “Part of deal; incl. spares”.
            6 delivered [] [12 ? Some((None, None))] [2012; 2013 2012-01-01/2013-12-31 –] Russia delivered 12 (an estimate) NF-4 (fighter aircraft, New) to Egypt, in 2012, 2013. The register’s comment: “Part of deal; incl. spares”.
        "#]],
    );
}

#[test]
fn the_old_form_is_read_too() {
    let text = "Invented register (old form)\n\nYears are in order.\n\n\
        Supplier;Recipient;Ordered;No. designation;Description;Year of order;Year(s) of delivery;No. delivered;Comments\n\
        Russia;Egypt;(12);NF-4;FGA aircraft;(2011);2012-2013;(12);Deal worth 3 m\n\
        Russia;Viet Nam;. .;Typ Otter;Patrol craft;. .;2020;2;(Second-hand)\n\
        Unknown;Egypt;(150);Rakete;Anti-tank missile;2016;(2017-2019);(~100);\"\n";
    check(
        text.as_bytes(),
        &expect![[r#"
            3 rows, not read: 
            rus-egy-nf-4-2011-06cbdb86: RUS → EGY, fga-aircraft, NF-4
            rus-vnm-typ-otter-999089ce: RUS → VNM, patrol-craft, Typ Otter
            4 agreed [] [(12) Some((None, None))] [(2011) 2011 The register marks it as an estimate.] Egypt ordered 12 (an estimate) NF-4 (FGA aircraft) from Russia, in 2011 (an estimate). The register’s comment: “Deal worth 3 m”.
            4 delivered [] [(12) Some((None, None))] [2012-2013 2012-01-01/2013-12-31 –] Russia delivered 12 (an estimate) NF-4 (FGA aircraft) to Egypt, in 2012-2013. The register’s comment: “Deal worth 3 m”.
            5 delivered [] [2 Some((Some(2), Some(2)))] [2020 2020 –] Russia delivered 2 Typ Otter (Patrol craft) to Viet Nam, in 2020. The register’s comment: “(Second-hand)”.
            6 unknown ["EGY"] [(150) Some((None, None))] [2016 2016 –] Egypt ordered 150 (an estimate) Rakete (Anti-tank missile) from Unknown, in 2016.
            6 unknown ["EGY"] [(~100) Some((None, None))] [(2017-2019) 2017-01-01/2019-12-31 The register marks it as an estimate.] Unknown delivered ~100 (an estimate) Rakete (Anti-tank missile) to Egypt, in 2017-2019 (an estimate).
            apart: line 8: this is no country that is known: Unknown
        "#]],
    );
}

/// A sheet of some rows, each a list of columns with what stands in them.
fn sheet(rows: &[&[(&str, &str)]]) -> String {
    let mut columns: Vec<&str> = Vec::new();
    for (name, _) in rows.iter().copied().flatten() {
        if !columns.contains(name) {
            columns.push(name);
        }
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&columns).expect("columns");
    for row in rows {
        let cell =
            |column: &&str| row.iter().rev().find(|it| it.0 == *column).map_or("", |it| it.1);
        writer.write_record(columns.iter().map(cell)).expect("a row");
    }
    String::from_utf8(writer.into_inner().expect("bytes")).expect("a text")
}

const CLAIM: [(&str, &str); 10] = [
    ("Title", "A title"),
    ("Outlet (en)", "Gazette"),
    ("Language", "en"),
    ("Paragraph", "2"),
    ("Statement (en)", "Egypt sold ten tanks to Sudan."),
    ("From", "EGY"),
    ("To", "Sudan"),
    ("Kind", "supply"),
    ("Category (en)", "tanks"),
    ("Claimed status", "agreed"),
];

/// The first claim, with other cells.
fn with<'a>(others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    CLAIM.iter().copied().chain(others.iter().copied()).collect()
}

/// Why a row does not come in beside the first claim.
fn left_out(others: &[(&str, &str)]) -> Option<(Why, String)> {
    let (first, row) = (with(&[("Claim ID", "a")]), with(others));
    let imported = imported(sheet(&[&first, &row]).as_bytes());
    imported.left_out.rows.into_iter().next().map(|it| (it.why, it.what))
}

#[test]
fn a_row_that_does_not_fit_says_why_and_keeps_no_other_from_coming_in() {
    let other = ("Statement (en)", "Egypt sold more.");
    assert_eq!(left_out(&[other]), None);
    for (column, cell, why, what) in [
        ("From", "Nordlund", Why::NoCountry, "Nordlund"),
        ("To", "EGY", Why::SameCountry, "EGY"),
        ("To", "", Why::Missing, "To"),
        ("Title", "", Why::Missing, "Title"),
        ("Title", "\u{200b}", Why::Missing, "Title"),
        ("Category (en)", "\u{3164}", Why::Missing, "Category"),
        ("Kind", "", Why::Missing, "Kind"),
        ("Kind", "gift", Why::UnknownWord, "Kind: gift"),
        ("Kind", "payment", Why::Missing, "In return for"),
        ("Claimed status", "sold", Why::UnknownWord, "Claimed status: sold"),
        ("Claimed status", "withdrawn", Why::Withdrawn, ""),
        ("Stance", "denies", Why::Denies, "b"),
        ("Stance", "maybe", Why::UnknownWord, "Stance: maybe"),
        ("Claimed status", "maybe: agreed", Why::UnknownWord, "Claimed status: maybe"),
        ("Paragraph", "two", Why::NoNumber, "Paragraph: two"),
        ("Paragraph", "0", Why::NoNumber, "Paragraph: 0"),
        ("Language", "English", Why::UnknownWord, "Language: English"),
        ("Quantity min", "10", Why::Missing, "Quantity words"),
        ("Quantity min", "40.000", Why::NoNumber, "Quantity min: 40.000"),
        ("When from", "11/8/2023", Why::NoDay, "When from: 11/8/2023"),
        ("Published from", "soon", Why::NoDay, "Published from: soon"),
        ("Claim ID", "a", Why::TakenId, "a"),
        ("Claim ID", "a b", Why::NoId, "Claim ID: a b"),
        ("Document ID", "7", Why::NoId, "Document ID: 7"),
        ("Disputes", "nobody", Why::NoSuchRow, "nobody"),
        ("Attribution (en)", "Gazette ← Herald", Why::Missing, "Attribution kinds"),
        ("Attribution (en)", "Herald ← Gazette", Why::Chain, "Attribution (en)"),
        ("Countries", "EGY", Why::UnknownWord, "Countries: EGY"),
        ("Outlet (en)", "", Why::Missing, "Outlet"),
        ("Statement (en)", "", Why::Missing, "Statement"),
    ] {
        let found = left_out(&[other, ("Claim ID", "b"), (column, cell)]);
        assert_eq!(found, Some((why, what.to_owned())), "{column}: {cell}");
    }
}

#[test]
fn the_stance_before_a_status_counts_as_its_own_column_does() {
    let of = |stance: &str, status: &str| {
        let row = with(&[("Stance", stance), ("Claimed status", status)]);
        read_at_once("table.csv", sheet(&[&row]).as_bytes()).map(|imported| {
            let claim = imported.source.documents[0].claims[0].clone();
            (claim.stance, claim.status)
        })
    };
    for stance in [Stance::Asserts, Stance::DeclinesComment, Stance::LeavesOpen] {
        for (column, before) in [("", stance.id()), (stance.id(), ""), (stance.id(), stance.id())] {
            let status = if before.is_empty() { "agreed" } else { &format!("{before}: agreed") };
            assert_eq!(of(column, status), Ok((stance, Status::Agreed)), "{column}, {status}");
        }
    }
    for (stance, status) in [("asserts", "leaves_open: agreed"), ("leaves_open", "asserts: agreed")]
    {
        let what = format!("Claimed status: {status}");
        let remark = Remark { line: 2, why: Why::UnknownWord, what };
        assert_eq!(of(stance, status), Err(NoTable::NoRow(Some(remark))));
    }
}

#[test]
fn a_cell_in_which_nothing_is_seen_is_empty() {
    let row = with(&[
        ("Authors", "A; \u{200b}"),
        ("Item (en)", "\u{200b}"),
        ("Quantity words (en)", "“\u{200b}”"),
        ("Attribution (en)", "Gazette < \u{200b} < Herald"),
        ("Attribution kinds", "outlet < outlet"),
    ]);
    let document = imported(sheet(&[&row]).as_bytes()).source.documents.swap_remove(0);
    assert_eq!(document.authors, ["A"]);
    let claim = &document.claims[0];
    assert_eq!((&claim.item, &claim.quantity), (&None, &None));
    assert_eq!(claim.attribution, ["herald"]);
}

#[test]
fn whoever_says_nothing_disputes_nothing() {
    let silent = |disputes| {
        left_out(&[
            ("Claim ID", "b"),
            ("Statement (en)", "Egypt did not comment."),
            ("Stance", "declines_comment"),
            ("Disputes", disputes),
        ])
    };
    assert_eq!(silent(""), None);
    assert_eq!(silent("a"), Some((Why::Silent, "a".to_owned())));
}

#[test]
fn a_row_of_any_length_comes_in_within_the_limits_or_not_at_all() {
    let long = "wide ".repeat(5000);
    let long = left_out(&[("Statement (en)", &long)]);
    assert_eq!(long, Some((Why::TooLong, String::new())));
    let many = left_out(&[("Countries", &"EGY;".repeat(1500)), ("From", ""), ("To", "")]);
    assert_eq!(many, Some((Why::TooLong, String::new())));
    let id = "a".repeat(101);
    assert_eq!(left_out(&[("Claim ID", &id)]), Some((Why::NoId, format!("Claim ID: {id}"))));
    let language = format!("en{}", "-a".repeat(50));
    let what = format!("Language: {language}");
    assert_eq!(left_out(&[("Language", &language)]), Some((Why::UnknownWord, what)));
    let designation = "x".repeat(9000);
    let row = format!("Egypt,Russia,2011,,12,,{designation},tanks,12,,2012,,,,,\n");
    assert_eq!(imported(register(&row).as_bytes()).left_out.count(), 0);
    let text = [&"title ".repeat(5000), "\n", &*sheet(&[&CLAIM])].concat();
    imported(text.as_bytes());
}

#[test]
fn whoever_has_a_name_is_one_origin_or_the_row_says_otherwise() {
    let citing = |outlet, chain, kinds, unnamed| {
        let cells = [
            ("Outlet (en)", outlet),
            ("Attribution (en)", chain),
            ("Attribution kinds", kinds),
            ("Attribution unnamed", unnamed),
        ];
        with(&cells)
    };
    let of = |second: Vec<(&str, &str)>| {
        let first = citing("Gazette", "Gazette < Reuters", "outlet < agency", "no < no");
        let imported = imported(sheet(&[&first, &second]).as_bytes());
        let names = imported.source.origins.iter().map(|it| it.name.get(Lang::En).to_owned());
        let remarks = imported.left_out.rows.iter().map(|it| (it.why, it.what.clone()));
        (names.collect::<Vec<_>>().join(" "), remarks.collect::<Vec<_>>())
    };
    let same = citing("Herald", "Herald < Reuters", "outlet < agency", "no < no");
    assert_eq!(of(same), ("Gazette Reuters Herald".to_owned(), Vec::new()));
    let otherwise = citing("Herald", "Herald < Reuters", "outlet < outlet", "no < no");
    let remark = (Why::Otherwise, "reuters".to_owned());
    assert_eq!(of(otherwise), ("Gazette Reuters".to_owned(), vec![remark]));
    let ministry = |outlet, chain, of| {
        let mut row = citing(outlet, chain, "outlet < government", "no < no");
        row.push(("Attribution speaks for", of));
        row
    };
    let of_egypt = ministry("Gazette", "Gazette < Ministry", "nobody < EGY");
    let of_russia = ministry("Herald", "Herald < Ministry", "nobody < RUS");
    let imported = imported(sheet(&[&of_egypt, &of_russia]).as_bytes());
    assert_eq!(imported.source.origins.len(), 4, "{:?}", imported.left_out.rows);
    let unnamed = citing("Herald", "Herald < Reuters", "outlet < persons", "no < yes");
    assert_eq!(of(unnamed), ("Gazette Reuters Herald Reuters".to_owned(), Vec::new()));
}

#[test]
fn who_needs_a_row_that_falls_falls_with_it() {
    let row = |id: &'static str, others: &[(&'static str, &'static str)]| {
        let mut row = with(&[("Claim ID", id), ("Statement (en)", id)]);
        row.extend(others);
        row
    };
    let pays = |paid: &'static str, id: &'static str| {
        [("Kind", "payment"), ("In return for", paid), ("Transfer ID", id), ("Item (en)", id)]
    };
    let rows = [
        row("a", &[("Transfer ID", "t")]),
        row("b", &[("Transfer ID", "t"), ("Stance", "denies"), ("Disputes", "c")]),
        row("c", &[("Transfer ID", "t"), ("Stance", "denies"), ("Disputes", "lost")]),
        row("d", &pays("t", "p")),
        row("e", &pays("ring", "ring-2")),
        row("f", &pays("ring-2", "ring")),
        row("g", &[("Transfer ID", "u"), ("Disputes", "lost"), ("Item (en)", "u")]),
        row("h", &pays("u", "q")),
    ];
    let rows: Vec<&[(&str, &str)]> = rows.iter().map(Vec::as_slice).collect();
    let imported = imported(sheet(&rows).as_bytes());
    let claims = imported.source.documents.iter().flat_map(|it| &it.claims);
    assert_eq!(claims.map(|it| it.id.as_str()).collect::<String>(), "ad");
    assert_eq!(imported.left_out.count(), 6);
}

#[test]
fn what_a_person_writes_is_read_as_it_is_meant() {
    let row = with(&[
        ("Published from", "8.11.2023"),
        ("Published to", "8.11.2023"),
        ("Attribution (en)", "Gazette < Herald < officials"),
        ("Attribution kinds", "outlet < outlet < Persons"),
        ("Attribution unnamed", "no < no < yes"),
        ("Quantity words (en)", "“ten”"),
        ("Quantity min", "10"),
        ("Quantity max", "10"),
        ("When from", "2023-11"),
        ("Statement (en)", "'-5 tanks"),
        ("Link to it", "x"),
    ]);
    let imported = imported(sheet(&[&row]).as_bytes());
    let document = &imported.source.documents[0];
    let claim = &document.claims[0];
    let published = document.published.span.map(|it| it.to_string());
    assert_eq!(published.as_deref(), Some("2023-11-08"));
    assert_eq!((document.sha256.as_ref(), document.paragraphs), (None, 2));
    assert_eq!(claim.attribution, ["herald", "officials"]);
    assert_eq!(claim.statement.get(Lang::En), "-5 tanks");
    assert_eq!(claim.quantity.as_ref().expect("a number").words.get(Lang::En), "ten");
    let when = claim.when.as_ref().and_then(|it| it.span).expect("a time");
    assert_eq!(when.to_string(), "2023-11-01/..");
    assert_eq!(imported.unread, ["Link to it"]);
    assert!(imported.source.origins.iter().any(|it| it.id == "officials" && it.unnamed));
}

#[test]
fn the_template_has_the_columns_of_the_export_and_is_read_without_a_remark() {
    for lang in Lang::ALL {
        let file = template(lang);
        let imported = imported(file.text.as_bytes());
        assert_eq!((imported.rows, imported.left_out.count()), (2, 0), "{:?}", imported.left_out);
        assert!(imported.unread.is_empty(), "{:?}", imported.unread);
        let claims = &imported.source.documents[0].claims;
        assert_eq!(
            (claims.len(), claims[1].disputes.as_slice()),
            (2, &["example-1".to_owned()][..])
        );
    }
}

#[test]
fn what_is_no_table_says_so() {
    let no = |bytes: &[u8]| read_at_once("table.csv", bytes).expect_err("no table");
    assert_eq!(no(b"PK\x03\x04"), NoTable::Unreadable(Unreadable::Office));
    assert_eq!(no(b""), NoTable::NoHeader);
    assert_eq!(no(b"a,b\n1,2\n"), NoTable::NoHeader);
    assert_eq!(no(register("").as_bytes()), NoTable::NoRow(None));
    let row = with(&[("From", "Nordlund")]);
    let remark = Remark { line: 2, why: Why::NoCountry, what: "Nordlund".to_owned() };
    assert_eq!(no(sheet(&[&row]).as_bytes()), NoTable::NoRow(Some(remark)));
}

#[test]
fn signs_that_turn_what_follows_are_left_behind_and_the_row_comes_in() {
    let row = with(&[("Statement (en)", "\u{202e}It\u{7f} says\u{2028}so\u{2069}.")]);
    let first = imported(sheet(&[&row]).as_bytes());
    let claim = &first.source.documents[0].claims[0];
    assert_eq!(claim.statement.get(Lang::En), "It says so.");
    let row = with(&[("Statement (en)", "It has 5\u{200f}–\u{200f}10 tanks.")]);
    let other = imported(sheet(&[&row]).as_bytes());
    let claim = &other.source.documents[0].claims[0];
    assert_eq!(claim.statement.get(Lang::En), "It has 5–10 tanks.");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_give_a_corpus_that_passes_the_check_or_none(
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
    ) {
        let _ = read_at_once("table.csv", &bytes);
        for header in [register(""), sheet(&[&CLAIM])] {
            let bytes = [header.as_bytes(), &bytes].concat();
            if let Ok(imported) = read_at_once("table.csv", &bytes) {
                checked(&imported.source);
            }
        }
    }

    #[test]
    fn whatever_stands_in_cells_comes_in_soundly_or_not_at_all(
        cells in proptest::collection::vec(
            proptest::collection::vec(
                "(\\PC{0,6}|EGY|RUS|Egypt|supply|payment|denies|agreed|a|b|2011|12|t|u|origin:a|\\?|“x”|\u{202e}x)",
                29..=29,
            ),
            1..8,
        ),
    ) {
        let columns = "Title,Outlet (en),Language,Paragraph,Statement (en),From,To,Kind,Category (en),Claimed status,\
            Stance,Claim ID,Transfer ID,Disputes,In return for,Countries,Item (en),Quantity words (en),Quantity min,\
            Quantity max,When words (en),When from,When to,When basis (en),Attribution (en),Attribution kinds,\
            Attribution unnamed,Attribution speaks for,Category ID";
        let columns: Vec<&str> = columns.split(',').collect();
        // A row that would come in, of which some cells are others.
        let rows: Vec<Vec<(&str, &str)>> = cells.iter().map(|row| {
            let others = columns.iter().zip(row).filter(|(_, cell)| cell.len() % 3 != 0);
            with(&others.map(|(name, cell)| (*name, cell.as_str())).collect::<Vec<_>>())
        }).collect();
        let rows: Vec<&[(&str, &str)]> = rows.iter().map(Vec::as_slice).collect();
        if let Ok(imported) = read_at_once("table.csv", sheet(&rows).as_bytes()) {
            checked(&imported.source);
            let claims: usize = imported.source.documents.iter().map(|it| it.claims.len()).sum();
            prop_assert_eq!(claims + imported.left_out.count(), imported.rows);
        }
    }

    #[test]
    fn whatever_stands_in_a_register_comes_in_soundly_or_not_at_all(
        rows in proptest::collection::vec(
            proptest::collection::vec("(\\PC{0,6}|Egypt|Russia|2011|12|\\?|~100|\\(12\\)|\\. \\.|Cancelled)", 16..=16),
            1..8,
        ),
    ) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).expect("a row");
        }
        let rows = String::from_utf8(writer.into_inner().expect("bytes")).expect("a text");
        if let Ok(imported) = read_at_once("table.csv", register(&rows).as_bytes()) {
            checked(&imported.source);
        }
    }
}

#[test]
fn a_long_table_says_how_far_it_is_and_can_be_stopped() {
    let row = "Egypt,Russia,2011,,12,,NF-4,tanks,12,,2012,New,,1,1,1\n";
    let table = register(&row.repeat(2000));
    let mut told = Vec::new();
    let read = read("table.csv", table.as_bytes(), async |percent| {
        told.push(percent);
        true
    });
    let imported = work::at_once(read).expect("a table");
    assert_eq!(imported.rows, 2000);
    assert!(told.len() >= 8 && told.is_sorted() && told.last() < Some(&100), "{told:?}");
    assert!(told.iter().any(|it| *it < 50) && told.last() > Some(&50), "{told:?}");
    for stops_at in 1..told.len() {
        let mut count = 0;
        let stopped = super::read("table.csv", table.as_bytes(), async |_| {
            count += 1;
            count < stops_at
        });
        assert_eq!(work::at_once(stopped), Err(NoTable::Stopped));
        assert_eq!(count, stops_at);
    }
}
