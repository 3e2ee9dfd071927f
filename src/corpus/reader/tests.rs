//! The reader makes of pieces what the check makes of the whole.

use super::{Reader, Unread};
use crate::corpus::check::tests::whole;
use crate::corpus::{Limit, MOST_CLAIMS, SeedFile, Source, check_json};
use proptest::prelude::*;

/// What comes of a text in pieces of some lengths, one after the other and then again.
fn read(bytes: &[u8], lengths: &[usize]) -> Result<Source, Unread> {
    let mut reader = Reader::new();
    let mut rest = bytes;
    for length in lengths.iter().cycle() {
        if rest.is_empty() {
            break;
        }
        let (piece, behind) = rest.split_at((*length).clamp(1, rest.len()));
        reader.feed(piece)?;
        rest = behind;
    }
    reader.finish().map(|it| it.source().clone())
}

fn checked(text: &str) -> Option<Source> {
    check_json(&SeedFile { name: "corpus.json".to_owned(), text: text.to_owned() }).ok()
}

#[test]
fn the_bundled_corpus_is_read_in_pieces() {
    let bundled = Source::read(crate::BUNDLED).expect("the asset");
    assert_eq!(read(crate::BUNDLED.as_bytes(), &[1]), Ok(bundled.clone()));
    let marked = [b"\xef\xbb\xbf", crate::BUNDLED.as_bytes()].concat();
    assert_eq!(read(&marked, &[1]), Ok(bundled.clone()));
    assert_eq!(read(&marked, &[4096]), Ok(bundled));
}

#[test]
fn what_is_not_utf_8_is_told_from_what_is_faulty() {
    let text = whole().text.replace("Ja.", "Jä.");
    let utf_16 = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let latin: Vec<u8> = text.chars().filter_map(|it| u8::try_from(it).ok()).collect();
    let nul = text.replacen("\"id\"", "\0\"id\"", 1);
    for bytes in [
        utf_16(u16::to_le_bytes),
        utf_16(u16::to_be_bytes),
        [b"\xff\xfe".to_vec(), utf_16(u16::to_le_bytes)].concat(),
        [b"\xfe\xff".to_vec(), utf_16(u16::to_be_bytes)].concat(),
        latin,
        nul.into_bytes(),
    ] {
        assert_eq!(read(&bytes, &[7]), Err(Unread::Encoding));
    }
    for text in ["", "{}", "[]", "<!doctype html>", "\u{feff}\u{feff}{}"] {
        assert_eq!(read(text.as_bytes(), &[1]), Err(Unread::Faulty), "{text}");
    }
}

#[test]
fn what_is_too_large_is_not_read_to_its_end() {
    let claim = r#"{"id":"a","paragraph":1,"category":"a","statement":{"en":"a"}}"#;
    let claims = vec![claim; 1000].join(",");
    let document = format!(
        r#"{{"id":"a","title":"a","outlet":"a","language":"en","published":{{}},"sha256":"","paragraphs":1,"claims":[{claims}]}},"#
    );
    let mut reader = Reader::new();
    reader.feed(br#"{"documents":["#).expect("a beginning");
    for _ in 0..MOST_CLAIMS / 1000 {
        reader.feed(document.as_bytes()).expect("not too many");
    }
    assert_eq!(reader.feed(document.as_bytes()), Err(Unread::TooLarge(Limit::Claims)));
}

/// Texts that a program which writes JSON might make, and that are read alike, or refused alike.
#[test]
fn the_same_is_read_whatever_the_json_looks_like() {
    let text = whole().text;
    let documents = text.find("\"documents\"").expect("documents");
    let last = text.rfind(']').expect("the end of the documents");
    for text in [
        text.clone(),
        text.replace("\"documents\"", "\"docum\\u0065nts\""),
        text.replace("\"documents\"", " \"documents\" "),
        text.replace("\"documents\":", "\"documents\" :\r\n\t"),
        text.replace('\n', ""),
        text.replace("Ja.", "\\\"]}\\\\ \\u005d"),
        text.replace("\"names\": [", "\"names\": null, \"nom\": ["),
        text.replacen('[', "[,", 1),
        text.replacen("],", ",],", 1),
        format!("{}, {}", &text[..last], &text[last..]),
        format!("{}{{}} {}", &text[..last], &text[last..]),
        format!("{}, null{}", &text[..last], &text[last..]),
        format!("{}, {}, {}", &text[..=last], &text[documents..=last], "}"),
        format!("{{{} }}", &text[documents..=last]),
        format!("{text}}}"),
        format!("{text} x"),
        format!("{text}\u{c}"),
        text.replacen("[\n", "[\u{c}\n", 1),
        text[..text.len() - 1].to_owned(),
        r#"{"languages":["en"],"countries":[],"categories":[],"origins":[],"transfers":[],"documents":[]}"#.to_owned(),
        r#"{"languages":["en"],"countries":[ ],"categories":[],"origins":[],"transfers":[],"names":null,"edition":null,"title":null,"documents":[]}"#.to_owned(),
        r#"{"languages":["en"],"countries":{},"categories":[],"origins":[],"transfers":[],"documents":[]}"#.to_owned(),
        r#"[null,null,["en"],[],[],[],[],null,[]]"#.to_owned(),
    ] {
        for lengths in [&[1][..], &[13], &[1 << 20]] {
            assert_eq!(read(text.as_bytes(), lengths).ok(), checked(&text), "{text}");
        }
    }
}

proptest! {
    #[test]
    fn any_cutting_of_any_text_gives_what_the_check_gives(
        from in any::<prop::sample::Index>(),
        length in 0_usize..12,
        by in "[\\[\\]{}\",:0-9a-zä\n\\\\ ]{0,6}|[ \n]{0,3}|.*",
        lengths in prop::collection::vec(1_usize..400, 1..9),
    ) {
        let mut text = whole().text;
        let from = from.index(text.len());
        let to = (from + length).min(text.len());
        text.replace_range(from..to, &by);
        let source = read(text.as_bytes(), &lengths);
        prop_assert_ne!(&source, &Err(Unread::TooLarge(Limit::Bytes)));
        prop_assert_eq!(source.ok(), checked(&text));
    }

    #[test]
    fn no_bytes_whatever_break_the_reader(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        from in any::<prop::sample::Index>(),
    ) {
        let mut text = whole().text.into_bytes();
        let from = from.index(text.len());
        text.splice(from..from, bytes);
        let _ = read(&text, &[5]);
    }
}
