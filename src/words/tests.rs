//! Sentences agree with their figures, and no language lacks a text.

use super::*;
use crate::corpus::{Day, Span};
use crate::evidence::Standing;
use crate::evidence::Summary;
use expect_test::{Expect, expect};

#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn sums_up(figures: [usize; 5], said: Expect) {
    let [documents, origins, transfers, suppliers, confirmed_by_both] = figures;
    let figures = Summary { documents, origins, transfers, suppliers, confirmed_by_both };
    let both = Lang::ALL.map(|lang| summary(lang, &figures).replace('\u{a0}', " "));
    said.assert_eq(&both.join("\n"));
}

#[test]
fn the_first_sentence() {
    sums_up(
        [5, 9, 16, 8, 0],
        expect![[r#"
        In 5 Dokumenten behaupten 9 unabhängige Ursprünge 16 Transfers von 8 Gebern. Keinen davon haben beide Seiten bestätigt.
        In 5 documents, 9 independent origins claim 16 transfers from 8 suppliers. None is confirmed by both sides."#]],
    );
    sums_up(
        [1, 1, 1, 1, 0],
        expect![[r#"
        In 1 Dokument behauptet 1 unabhängiger Ursprung 1 Transfer von 1 Geber. Beide Seiten bestätigt hat ihn keine Quelle im Korpus.
        In 1 document, 1 independent origin claims 1 transfer from 1 supplier. It is not confirmed by both sides."#]],
    );
    sums_up(
        [2, 2, 1, 1, 1],
        expect![[r#"
        In 2 Dokumenten behaupten 2 unabhängige Ursprünge 1 Transfer von 1 Geber. Beide Seiten haben ihn bestätigt.
        In 2 documents, 2 independent origins claim 1 transfer from 1 supplier. It is confirmed by both sides."#]],
    );
    sums_up(
        [2, 3, 3, 2, 1],
        expect![[r#"
        In 2 Dokumenten behaupten 3 unabhängige Ursprünge 3 Transfers von 2 Gebern. Einen davon haben beide Seiten bestätigt.
        In 2 documents, 3 independent origins claim 3 transfers from 2 suppliers. One is confirmed by both sides."#]],
    );
    sums_up(
        [2, 3, 3, 2, 2],
        expect![[r#"
        In 2 Dokumenten behaupten 3 unabhängige Ursprünge 3 Transfers von 2 Gebern. 2 davon haben beide Seiten bestätigt.
        In 2 documents, 3 independent origins claim 3 transfers from 2 suppliers. 2 are confirmed by both sides."#]],
    );
    sums_up(
        [0, 0, 0, 0, 0],
        expect![[r#"
        Kein Bericht in diesem Korpus passt zu diesen Filtern.
        No report in this corpus fits these filters."#]],
    );
}

#[test]
fn numbers_and_dates() {
    let said = |say: fn(Lang) -> String| Lang::ALL.map(say).join(" | ");
    expect!["7 | 7"].assert_eq(&said(|lang| number(lang, 7)));
    expect!["999 | 999"].assert_eq(&said(|lang| number(lang, 999)));
    expect!["13.077 | 13,077"].assert_eq(&said(|lang| number(lang, 13_077)));
    expect!["1.000.000 | 1,000,000"].assert_eq(&said(|lang| number(lang, 1_000_000)));
    let march = Day::new(2022, 3, 8).expect("a day");
    assert_eq!(day(Lang::De, march), "8. März 2022");
    assert_eq!(day(Lang::En, march), "8 March 2022");
}

#[test]
fn intervals() {
    let said = |text: &str| {
        let interval: Span = text.parse().expect("a span");
        Lang::ALL.map(|lang| span(lang, interval)).join(" | ")
    };
    expect!["2023 | 2023"].assert_eq(&said("2023"));
    expect!["April 2023 | April 2023"].assert_eq(&said("2023-04"));
    expect!["8. November 2023 | 8 November 2023"].assert_eq(&said("2023-11-08"));
    expect!["8. November 2023 – 8. Dezember 2023 | 8 November 2023 – 8 December 2023"]
        .assert_eq(&said("2023-11-08/2023-12-08"));
    expect!["frühestens 11. Dezember 2022 | not before 11 December 2022"]
        .assert_eq(&said("2022-12-11/.."));
    expect!["spätestens 30. September 2022 | not after 30 September 2022"]
        .assert_eq(&said("../2022-09-30"));
}

#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn says(id: &str, said: Expect) {
    let source = crate::corpus::Source::read(crate::BUNDLED).expect("the asset");
    let corpus = Corpus::new(source).expect("its references");
    let code = |id: &str| Text::in_every(|_| id.to_owned());
    let countries: Vec<Text> = corpus.source().countries.iter().map(|it| code(&it.id)).collect();
    let transfer = corpus.source().transfers.iter().position(|it| it.id == id);
    let lines = Lang::ALL.map(|lang| {
        let attributed =
            Attributed { standing: Standing::all(&corpus), countries: &countries, lang };
        match (transfer, corpus.find_claim(id)) {
            (Some(transfer), _) => attributed.transfer(transfer),
            (_, Some(claim)) => attributed.claim(claim),
            _ => panic!("no claim and no transfer is called {id}"),
        }
    });
    said.assert_eq(&lines.join("\n").replace('\u{a0}', " "));
}

#[test]
fn transfers_are_told_with_who_says_so() {
    says(
        "egy-rus-engines",
        expect![[r#"
            Eine Rückgabe von EGY an RUS soll vereinbart sein („Hubschraubertriebwerke“, „150“), so Wall Street Journal. Berichte weichen voneinander ab: Beteiligte weichen ab, Zahl ungleich genau („mehr als 100“ – „150“), Zeit ungleich genau. Dahinter stehen: 1 Ursprung, 2 Dokumente.
            A return from EGY to RUS has reportedly been agreed (“helicopter engines”, “150”), according to The Wall Street Journal. Reports differ: who acts differs, numbers differ in precision (“more than 100” – “150”), dates differ in precision. Behind it: 1 origin, 2 documents."#]],
    );
    says(
        "prk-rus-munitions-2023",
        expect![[r#"
            Eine Lieferung von PRK an RUS soll erfolgt sein („mehr Munition“), so Wall Street Journal; Südkorea. Es wird bestritten, so Nordkorea. Dahinter stehen: 2 Ursprünge, 1 Dokument.
            A delivery from PRK to RUS has reportedly taken place (“more ammunition”), according to The Wall Street Journal; South Korea. It is denied, according to North Korea. Behind it: 2 origins, 1 document."#]],
    );
    says(
        "bra-rus-helicopters",
        expect![[r#"
            Eine Rückgabe von BRA an RUS soll geplant sein („Helikopter-Triebwerke“, „150“), so Merkur; abgelehnt worden sein (Triebwerke, Transporthubschrauber), so Wall Street Journal. Berichte weichen voneinander ab: ein Dokument widerspricht sich, Beteiligte weichen ab, Stand weicht ab. Dahinter stehen: 1 Ursprung, 2 Dokumente.
            A return from BRA to RUS is reportedly planned (“helicopter engines”, “150”), according to Merkur; it has reportedly been refused (engines, transport helicopters), according to The Wall Street Journal. Reports differ: a document contradicts itself, who acts differs, status differs. Behind it: 1 origin, 2 documents."#]],
    );
    says(
        "irn-rus-drone-plant",
        expect![[r#"
            Eine Fertigung durch IRN für RUS soll vereinbart sein („Drohnenfabrik“), so CNN. Dahinter stehen: 1 Ursprung, 1 Dokument.
            Production by IRN for RUS has reportedly been agreed (“drone plant”), according to CNN. Behind it: 1 origin, 1 document."#]],
    );
    says(
        "usa-ukr-aid",
        expect![[r#"
            Eine Lieferung von den Vereinigten Staaten an die Ukraine soll Gegenstand von Berichten sein, ohne Angabe eines Stands („Unterstützung“). Dahinter stehen: 1 Ursprung, 1 Dokument.
            A delivery from the United States to Ukraine is the subject of reports that give no status (“support”). Behind it: 1 origin, 1 document."#]],
    );
}

#[test]
fn claims_are_told_no_surer_than_they_are() {
    says(
        "0e12-15",
        expect![[r#"
            Eine Rückgabe von EGY an RUS („Hubschraubertriebwerke“, „150“, „innerhalb eines Monats“) soll vereinbart sein, so Wall Street Journal (Merkur ← Wall Street Journal; November 2023).
            A return from EGY to RUS (“helicopter engines”, “150”, “within a month”) has reportedly been agreed, according to The Wall Street Journal (Merkur ← The Wall Street Journal; November 2023)."#]],
    );
    says(
        "0e12-03",
        expect![[r#"
        Dem Bericht nach: Nach den USA stellt Russland weltweit die meisten Waffen her – so Merkur (Merkur; November 2023).
        Reportedly: After the United States, Russia makes more weapons than any other country – according to Merkur (Merkur; November 2023)."#]],
    );
}
