//! What the five documents come to.

use super::*;
use crate::corpus::{Corpus, Lang, Status};
use expect_test::{Expect, expect};
use fixedbitset::FixedBitSet;

fn corpus() -> Corpus {
    Corpus::new(serde_json::from_str(crate::BUNDLED).expect("the asset")).expect("its references")
}

/// Everything the list says of a transfer, in a line or two.
#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn stands(transfer: &str, said: Expect) {
    let corpus = corpus();
    let at = corpus.source().transfers.iter().position(|it| it.id == transfer).expect("a transfer");
    let backing = backing(Standing::all(&corpus), at);
    let origins = |set: &FixedBitSet| {
        set.ones().map(|it| corpus.origin(it).id.clone()).collect::<Vec<_>>().join(" ")
    };
    let mut lines = vec![format!(
        "{:?} | said by: {} | denied by: {} | documents: {}",
        statuses(Standing::all(&corpus), at),
        origins(&backing.asserting),
        origins(&backing.denying),
        backing.documents.count_ones(..)
    )];
    if let Some((least, most)) = quantities(Standing::all(&corpus), at) {
        lines.push(format!("{} – {}", least.words.get(Lang::En), most.words.get(Lang::En)));
    }
    let differences = differences(Standing::all(&corpus), at);
    for kind in Difference::ALL.into_iter().filter(|&kind| differences.has(kind)) {
        let claims = differences.of(kind).ones();
        let ids: Vec<&str> = claims.map(|it| corpus.claim(it).id.as_str()).collect();
        lines.push(format!("{kind:?}: {}", ids.join(" ")));
    }
    said.assert_eq(&lines.join("\n"));
}

#[test]
fn egy_rus_engines() {
    stands(
        "egy-rus-engines",
        expect![[r#"
            [Agreed] | said by: wsj | denied by:  | documents: 2
            more than 100 – 150
            Actor: 0e12-09 0e12-15
            Number: 0e12-15 7ebd-04
            Time: 0e12-15 7ebd-06"#]],
    );
}

#[test]
fn blr_rus_helicopters() {
    stands("blr-rus-helicopters", expect!["[Agreed] | said by: wsj | denied by:  | documents: 2"]);
}

#[test]
fn bra_rus_helicopters() {
    stands(
        "bra-rus-helicopters",
        expect![[r#"
            [Planned, Refused] | said by: wsj | denied by:  | documents: 2
            150 – 150
            WithinDocument: 0e12-09 0e12-28
            Actor: 0e12-09 0e12-15
            Status: 0e12-09 0e12-28"#]],
    );
}

#[test]
fn pak_rus_helicopters() {
    stands(
        "pak-rus-helicopters",
        expect![[r#"
        [Requested] | said by: wsj | denied by: pakistan | documents: 2
        Denial: 0e12-05 0e12-27 7ebd-10"#]],
    );
}

#[test]
fn rus_egy_debt() {
    stands("rus-egy-debt", expect!["[Planned] | said by: merkur | denied by:  | documents: 1"]);
}

#[test]
fn rus_egy_wheat() {
    stands("rus-egy-wheat", expect!["[Planned] | said by: merkur | denied by:  | documents: 1"]);
}

#[test]
fn egy_rus_rockets() {
    stands(
        "egy-rus-rockets",
        expect![[r#"
            [Planned, Cancelled] | said by: washington-post | denied by:  | documents: 1
            40,000 – 40,000
            WithinDocument: 0e12-19 0e12-22
            Status: 0e12-19 0e12-21 0e12-22"#]],
    );
}

#[test]
fn prk_rus_munitions_2022() {
    stands(
        "prk-rus-munitions-2022",
        expect![[r#"
            [Agreed, Planned] | said by: us-intelligence | denied by:  | documents: 2
            millions – millions
            WithinDocument: 95b5-01 95b5-08 95b5-09 95b5-15 95b5-19 95b5-20
            Status: 1bfa-01 1bfa-02 95b5-01 95b5-07 95b5-08 95b5-09
            Number: 1bfa-02 95b5-19"#]],
    );
}

#[test]
fn prk_rus_munitions_2023() {
    stands(
        "prk-rus-munitions-2023",
        expect![[r#"
        [Delivered] | said by: wsj south-korea | denied by: north-korea | documents: 1
        Denial: 7ebd-23 7ebd-24 7ebd-25"#]],
    );
}

#[test]
fn prk_rus_equipment() {
    stands(
        "prk-rus-equipment",
        expect!["[Unknown] | said by: us-intelligence | denied by:  | documents: 1"],
    );
}

#[test]
fn irn_rus_drones() {
    stands(
        "irn-rus-drones",
        expect![[r#"
            [Delivered] | said by: cnn merkur | denied by:  | documents: 2
            hundreds – hundreds
            WithinDocument: 95b5-10 95b5-15"#]],
    );
}

#[test]
fn irn_rus_drone_plant() {
    stands("irn-rus-drone-plant", expect!["[Agreed] | said by: cnn | denied by:  | documents: 1"]);
}

#[test]
fn irn_rus_missiles() {
    stands(
        "irn-rus-missiles",
        expect![[r#"
            [Planned, Negotiating] | said by: us-intelligence wsj | denied by:  | documents: 1
            Status: 32d9-01 32d9-02 32d9-04 32d9-08 32d9-16"#]],
    );
}

#[test]
fn usa_ukr_aid() {
    stands("usa-ukr-aid", expect!["[Unknown] | said by: austin | denied by:  | documents: 1"]);
}

#[test]
fn usa_ukr_funds() {
    stands("usa-ukr-funds", expect!["[Unknown] | said by: cnn | denied by:  | documents: 1"]);
}

#[test]
fn xws_ukr_arms() {
    stands("xws-ukr-arms", expect!["[Unknown] | said by: romanenko | denied by:  | documents: 1"]);
}

/// Whatever the corpus: an origin is never its own relay, and every transfer has somebody.
#[test]
fn every_transfer_has_an_origin_and_a_status() {
    let corpus = corpus();
    for transfer in 0..corpus.source().transfers.len() {
        assert!(!backing(Standing::all(&corpus), transfer).asserting.is_clear());
        assert!(!statuses(Standing::all(&corpus), transfer).is_empty());
    }
}

#[test]
fn a_request_is_no_rival_of_its_answer() {
    let corpus = corpus();
    let at = corpus.source().transfers.iter().position(|it| it.id == "blr-rus-helicopters");
    assert_eq!(statuses(Standing::all(&corpus), at.expect("a transfer")), [Status::Agreed]);
}

/// A paragraph that nobody printed.
const PARAGRAPH: &str = "Zwei Quellen sagen, die Übergabe der zwölf Maschinen sei für den Herbst „fest“ \
    zugesagt; eine dritte nennt neun und legt sich auf keinen Tag fest, weil der Vertrag noch fehle.";

/// What a copy has of the paragraph: how much, and the words that are altered.
fn recognised(copy: &str) -> Option<(bool, String, Vec<String>)> {
    let hashes = fingerprint(PARAGRAPH);
    let print = Print { hashes: &hashes, words: words(PARAGRAPH).len() };
    let found = Copy::new(copy).find(&[print])?.pop()??;
    let text = |at: std::ops::Range<usize>| copy[at].to_owned();
    let altered = found.altered.iter().cloned().map(text).collect();
    Some((found.is_whole(), text(found.at), altered))
}

#[test]
fn a_copy_is_recognised_whatever_stands_around_it() {
    let around = format!(
        "Menü Anmelden\nAnzeige\n\n{PARAGRAPH}\nMehr zum Thema: neun Fragen, neun Antworten"
    );
    let (is_whole, text, altered) = recognised(&around).expect("the paragraph");
    assert!(is_whole && altered.is_empty(), "{altered:?}");
    assert!(PARAGRAPH.contains(&text), "{text}");
}

#[test]
fn another_edition_is_the_same() {
    // Other quotation marks, line breaks, spellings of umlauts, soft hyphens, capitals.
    let other = PARAGRAPH
        .replace('„', "»")
        .replace('“', "«")
        .replace(", ", ",\n")
        .replace('Ü', "Ue")
        .replace("Maschinen", "Ma\u{ad}schi\u{ad}nen")
        .replace("zwölf", "ZWÖLF");
    assert_eq!(recognised(&other).map(|(is_whole, ..)| is_whole), Some(true));
}

#[test]
fn what_is_altered_is_shown() {
    let (is_whole, _, altered) =
        recognised(&PARAGRAPH.replace("nennt neun und", "nennt elf und")).expect("the paragraph");
    assert!(!is_whole);
    assert!(altered.iter().any(|text| text.contains("elf")), "{altered:?}");
    assert!(altered.iter().all(|text| !text.contains("Herbst")), "{altered:?}");
}

#[test]
fn another_text_is_not_recognised() {
    let other =
        "Die Übergabe wurde vertagt. Der Vertrag fehlt, und für den Herbst ist nichts zugesagt.";
    for copy in ["", "Zwei Quellen", other, &other.repeat(50)] {
        assert_eq!(recognised(copy), None, "{copy}");
    }
}

#[test]
fn five_words_in_a_row_are_always_recognised() {
    let kept = fingerprint(PARAGRAPH);
    for five in words(PARAGRAPH).windows(RUN + WINDOW - 1) {
        assert!(runs(five).iter().any(|hash| kept.contains(hash)), "{five:?}");
    }
    // And of the runs about half are kept.
    assert!(kept.len() * 3 < runs(&words(PARAGRAPH)).len() * 2, "{}", kept.len());
}

/// The words of a text, as they are compared.
fn folded(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}

#[test]
fn words_end_where_a_reader_sees_them_end() {
    assert_eq!(folded("»Su-35«: 13.077 Stück – ‚neu‘"), ["su", "35", "13", "077", "stuck", "neu"]);
    assert_eq!(folded("Trieb\u{ad}werke, Tri\u{200b}ebwerke"), ["triebwerke"; 2]);
    assert_eq!(folded("Trieb-\nwerke, Trieb\u{2010}\r\n  werke"), ["triebwerke"; 2]);
    assert_eq!(
        folded("Kampf- \nund Ukraine-\nKrieg, Such- fort"),
        ["kampf", "und", "ukraine", "krieg", "such", "fort"]
    );
    assert_eq!(folded("Häfen, Ha\u{308}fen, Haefen, HÄFEN"), ["hafen"; 4]);
    assert_eq!(folded("a\u{ad}"), ["a"]);
    assert_eq!(folded(" … — 🙂 "), Vec::<String>::new());
}

/// The tables of the standard library would be exact; what stands for them agrees where Europe writes.
#[test]
fn letters_are_those_of_the_standard_library() {
    let greek = ['\u{38e}'..='\u{3a1}', '\u{3a3}'..='\u{3f5}'];
    let others = [' '..='\u{2af}', '\u{400}'..='\u{481}', '\u{1e00}'..='\u{1eff}'];
    for letter in greek.into_iter().chain(others).flatten() {
        assert_eq!(!folded(&letter.to_string()).is_empty(), letter.is_alphanumeric(), "{letter}");
    }
}

/// The paragraph with a word replaced.
fn with_word(at: usize, by: &str) -> String {
    let word = words(PARAGRAPH).remove(at).at;
    format!("{}{by}{}", &PARAGRAPH[..word.start], &PARAGRAPH[word.end..])
}

#[test]
fn no_other_word_goes_unnoticed_but_two_at_either_end() {
    let count = words(PARAGRAPH).len();
    for at in 2..count - 2 {
        for by in ["elf", "wohl kaum", "", "Segel", "sieben", "anderswo"] {
            let copy = with_word(at, by);
            let (is_whole, _, altered) = recognised(&copy).expect("the paragraph");
            assert!(!is_whole, "{at} {by}: {altered:?}");
            // What is marked reaches no further than two words beside it.
            let marked: usize = altered.iter().map(|it| words(it).len()).sum();
            assert!(marked <= words(by).len() + 4, "{at} {by}: {altered:?}");
            assert!(altered.iter().all(|it| by.is_empty() || it.contains(by)), "{altered:?}");
        }
    }
}

#[test]
fn no_word_that_is_put_in_goes_unnoticed() {
    for at in 3..words(PARAGRAPH).len() - 2 {
        let begin = words(PARAGRAPH).remove(at).at.start;
        let copy = format!("{}kaum {}", &PARAGRAPH[..begin], &PARAGRAPH[begin..]);
        assert_eq!(recognised(&copy).map(|(is_whole, ..)| is_whole), Some(false), "{at}");
    }
}

#[test]
fn a_paragraph_stands_where_it_is_whole_and_not_where_a_phrase_of_it_comes_again() {
    let copy =
        format!("Die Übergabe der zwölf Maschinen sei zugesagt. {PARAGRAPH} {}", &PARAGRAPH[..90]);
    let (is_whole, text, altered) = recognised(&copy).expect("the paragraph");
    assert!(is_whole && altered.is_empty(), "{altered:?}");
    assert!(PARAGRAPH.contains(&text), "{text}");
}
