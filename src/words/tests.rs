//! Sentences agree with their figures, and no language lacks a text.

use super::*;
use crate::corpus::{Day, Span};
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
