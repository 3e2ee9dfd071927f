//! Lines end at the tile that they lead to, and flows claim no more than their transfers.

use super::*;
use crate::evidence::{Findings, Trust};
use expect_test::expect;

fn place(column: u8, row: u8, width: u8) -> Place {
    Place { column, row, width }
}

#[test]
fn a_line_ends_at_the_edge_of_its_tile() {
    let curve = Grid::SCREEN.curve(place(1, 1, 1), place(3, 1, 2));
    // The tile of the recipient begins at 200 + GAP / 2 = 208, less the clearance.
    assert!(curve.head.starts_with("M2060 "), "{}", curve.head);
    expect!["M500 360Q1240 567 1980 529 M2060 524L1982 569L1978 489Z"]
        .assert_eq(&format!("{} {}", curve.line, curve.head));
}

#[test]
fn there_and_back_are_two_lines() {
    let there = Grid::SCREEN.curve(place(1, 1, 1), place(3, 3, 1));
    let back = Grid::SCREEN.curve(place(3, 3, 1), place(1, 1, 1));
    assert_ne!(there.line, back.line);
}

#[test]
fn the_flows_of_the_corpus() {
    let source = serde_json::from_str(crate::BUNDLED).expect("the asset");
    let corpus = Corpus::new(source).expect("its references");
    let all: Vec<_> = corpus.transfer_ids().collect();
    let lines: Vec<String> = flows(Trust::all(&corpus), &Findings::new(Trust::all(&corpus)), &all)
        .iter()
        .map(|flow| {
            let id = |country| corpus.country(country).id.as_str();
            let line = if flow.unbroken { "━" } else { "╌" };
            let payment = if flow.payment { " in return" } else { "" };
            format!(
                "{} {line} {}: {}{payment}, origins {}",
                id(flow.from),
                id(flow.to),
                flow.transfers.len(),
                flow.weight,
            )
        })
        .collect();
    expect![[r#"
        EGY ━ RUS: 2, origins 1
        BLR ━ RUS: 1, origins 1
        BRA ╌ RUS: 1, origins 1
        PAK ╌ RUS: 1, origins 1
        RUS ╌ EGY: 2 in return, origins 0
        PRK ━ RUS: 3, origins 2
        IRN ━ RUS: 4, origins 1
        USA ╌ UKR: 1, origins 1
        XWS ╌ UKR: 1, origins 2"#]]
    .assert_eq(&lines.join("\n"));
}
