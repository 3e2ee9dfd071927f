//! What the five documents come to.

use super::*;
use crate::corpus::{Corpus, Status};
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
        lines.push(format!("{} – {}", least.words.en, most.words.en));
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

#[test]
fn every_claim_has_a_fingerprint() {
    for document in &corpus().source().documents {
        let file =
            format!("{}/seeds/fingerprints/{}.json", env!("CARGO_MANIFEST_DIR"), document.id);
        let kept = std::fs::read_to_string(&file).expect("`cargo xtask fingerprint` makes it");
        let kept: serde_json::Value = serde_json::from_str(&kept).expect("JSON");
        assert_eq!(kept["sha256"], document.sha256.as_str(), "{file}");
        let paragraphs = kept["paragraphs"].as_array().expect("a list");
        for claim in &document.claims {
            let has = |it: &serde_json::Value| it["paragraph"] == claim.paragraph;
            assert!(
                paragraphs.iter().any(has),
                "{file} lacks paragraph {} of {}",
                claim.paragraph,
                claim.id
            );
        }
    }
}
