//! Lines end at the tile that they lead to, and flows claim no more than their transfers.

use super::fixture::{MANY, Said, bundled, corpus, corpus_of, names};
use super::*;
use crate::corpus::{Anchor, Corpus, CountryNames, Lang, Text, TransferId};
use crate::evidence::{Findings, Trust};
use expect_test::expect;
use proptest::prelude::*;
use std::fmt::Write;
use std::sync::Arc;

#[test]
fn the_flows_of_the_corpus() {
    let corpus = bundled();
    let all: Vec<_> = corpus.transfer_ids().collect();
    let findings = Findings::new(Trust::all(&corpus));
    let lines: Vec<String> = flows(&findings, &Ways::of(&corpus), &all)
        .iter()
        .map(|flow| {
            let id = |country| corpus.country(country).id.as_str();
            let line = match flow.reach {
                Reach::Settled => "━",
                Reach::Open => "╌",
                Reach::Asked => "?",
                Reach::Stopped => "|",
            };
            let payment = if flow.payment { " in return" } else { "" };
            let disputed = if flow.disputed { ", disputed" } else { "" };
            format!(
                "{} {line} {}: {}{payment}, origins {}{disputed}",
                id(flow.from),
                id(flow.to),
                flow.count,
                flow.weight,
            )
        })
        .collect();
    expect![[r#"
        EGY ━ RUS: 2, origins 1, disputed
        BLR ━ RUS: 1, origins 1
        BRA ╌ RUS: 1, origins 1, disputed
        PAK ? RUS: 1, origins 1, disputed
        RUS ╌ EGY: 2 in return, origins 0
        PRK ━ RUS: 3, origins 2, disputed
        IRN ━ RUS: 4, origins 1, disputed
        USA ╌ UKR: 1, origins 1
        XWS ╌ UKR: 1, origins 2"#]]
    .assert_eq(&lines.join("\n"));
}

/// The board of a corpus of which some transfers are selected.
fn board(corpus: &Corpus, findings: &Findings, selected: &[TransferId]) -> Board {
    let ways = Ways::of(corpus);
    let all: Vec<_> = corpus.transfer_ids().collect();
    let whole = Whole::of(corpus, findings, &ways, &all);
    Arc::new(whole).select(corpus, findings, &ways, selected)
}

/// The whole board of a corpus, drawn.
fn drawn(corpus: &Corpus, names: &CountryNames, lang: Lang, frame: Frame) -> Drawing {
    let all: Vec<_> = corpus.transfer_ids().collect();
    let findings = Findings::new(Trust::all(corpus));
    let board = board(corpus, &findings, &all);
    Placing::of(corpus, &Board::of_all(corpus, &findings), names, lang, frame).draw(&board, &[])
}

/// The places of all transfers of a corpus, whoever is shown.
fn placing(corpus: &Corpus, findings: &Findings, lang: Lang, frame: Frame) -> Placing {
    Placing::of(corpus, &Board::of_all(corpus, findings), &names(corpus), lang, frame)
}

fn each_drawing(corpus: &Corpus, check: impl Fn(&Drawing)) {
    let names = names(corpus);
    for lang in Lang::ALL {
        for frame in Frame::ALL {
            check(&drawn(corpus, &names, lang, frame));
        }
    }
}

fn is_in(tile: &DrawnTile, Point { x, y }: Point, margin: f64) -> bool {
    (x - tile.at.x).abs() < tile.width / 2.0 + margin
        && (y - tile.at.y).abs() < tile.height / 2.0 + margin
}

/// Every tile is in the frame, and no two overlap.
fn is_readable(drawing: &Drawing) {
    let (width, height) = drawing.frame.size();
    for (at, tile) in drawing.tiles.iter().enumerate() {
        let (across, down) = (tile.width / 2.0, tile.height / 2.0);
        assert!(tile.at.x - across >= 0.0 && tile.at.x + across <= width, "{tile:?}");
        assert!(tile.at.y - down >= 0.0 && tile.at.y + down <= height, "{tile:?}");
        for other in &drawing.tiles[at + 1..] {
            let apart = (tile.at.x - other.at.x).abs() >= across + other.width / 2.0
                || (tile.at.y - other.at.y).abs() >= down + other.height / 2.0;
            assert!(apart, "{:?}: {tile:?} and {other:?}", drawing.frame);
        }
    }
}

/// The points that a path goes through, of `M… Q… …`.
fn along(path: &str) -> Vec<Point> {
    let numbers: Vec<f64> = path.split(['M', 'Q', ' ']).filter_map(|it| it.parse().ok()).collect();
    let [ax, ay, bx, by, cx, cy] = numbers[..] else { panic!("{path}") };
    let mix = |a: f64, b: f64, c: f64, t: f64| {
        let u = 1.0 - t;
        u * u * a + 2.0 * u * t * b + t * t * c
    };
    (0..=200)
        .map(|step| f64::from(step) / 200.0)
        .map(|t| Point { x: mix(ax, bx, cx, t), y: mix(ay, by, cy, t) })
        .collect()
}

/// Each line begins and ends at its own tiles.
fn leads_from_tile_to_tile(drawing: &Drawing) {
    let tile = |country| drawing.tiles.iter().find(|it| it.country == country).expect("a tile");
    for line in &drawing.lines {
        let points = along(&line.line);
        let (from, to) = (tile(line.flow.from), tile(line.flow.to));
        assert!(is_in(from, points[0], 12.0), "{line:?} begins off {from:?}");
        if let End::Arrow(head) | End::Open(head) = &line.end {
            let tip = head.split(['M', 'L']).nth(1).expect("a tip");
            let numbers: Vec<f64> =
                tip.split(' ').map(|it| it.parse().expect("a number")).collect();
            let tip = Point { x: numbers[0], y: numbers[1] };
            assert!(is_in(to, tip, 6.0) && !is_in(to, tip, 0.0), "{line:?} ends off {to:?}");
        }
        assert!(!is_in(to, points[200], 0.0), "{line:?} runs into {to:?}");
    }
}

#[test]
fn the_bundled_corpus_is_drawn() {
    let corpus = bundled();
    let drawing = drawn(&corpus, &names(&corpus), Lang::En, Frame::Wide);
    let mut text = String::new();
    for tile in &drawing.tiles {
        let Point { x, y } = tile.at;
        let big = if tile.is_big { ", big" } else { "" };
        let group = if tile.is_group { ", group" } else { "" };
        let leader = if tile.leader.is_some() { ", leader" } else { "" };
        let name = tile.name.join("/");
        let (role, count) = (tile.role, tile.count);
        writeln!(text, "{name} {count} at {x:.0} {y:.0}: {role:?}{big}{group}{leader}")
            .expect("room");
    }
    expect![[r#"
        Egypt 4 at 310 315: Supplier { furthest: Some(Agreed) }, leader
        Brazil 1 at 37 327: Supplier { furthest: Some(Planned) }
        Belarus 1 at 288 170: Supplier { furthest: Some(Agreed) }
        North Korea 3 at 500 80: Supplier { furthest: Some(Delivered) }
        Iran 4 at 384 248: Supplier { furthest: Some(Delivered) }
        Pakistan 1 at 469 242: Supplier { furthest: Some(Requested) }
        Russia 12 at 357 83: Recipient, big
        Ukraine 2 at 272 227: Recipient, leader
        US 1 at 103 62: Supplier { furthest: Some(Unknown) }
        South Korea 0 at 501 125: Bystander, leader
        Syria 0 at 280 271: Bystander, leader
        Western/states 1 at 109 173: Supplier { furthest: Some(Unknown) }, group
    "#]]
    .assert_eq(&text);
    let line = &drawing.lines[0];
    expect![[r#""M313.2 289.9Q323.9 204 347.5 128.2" Arrow("M350.3 119L351.6 129.5L343.3 127Z") Some(Mark { at: Point { x: 344.1, y: 140.0 }, radius: 7.5600000000000005, sign: "M340.3 138H347.9M340.3 142H347.9M342 144.7L346.2 135.3" })"#]].assert_eq(&format!("{:?} {:?} {:?}", line.line, line.end, line.mark));
}

#[test]
fn the_bundled_corpus_is_readable() {
    each_drawing(&bundled(), |drawing| {
        assert!(!drawing.is_dense);
        is_readable(drawing);
        leads_from_tile_to_tile(drawing);
        for line in &drawing.lines {
            let points = along(&line.line);
            let own = [line.flow.from, line.flow.to];
            for tile in drawing.tiles.iter().filter(|it| !own.contains(&it.country)) {
                assert!(
                    !points.iter().any(|it| is_in(tile, *it, 0.0)),
                    "{:?}: {line:?} runs behind {tile:?}",
                    drawing.frame
                );
            }
            assert_eq!(line.mark.is_some(), line.flow.disputed);
        }
    });
}

#[test]
fn twenty_five_countries_are_readable() {
    each_drawing(&corpus_of(&MANY), |drawing| {
        assert!(drawing.is_dense && drawing.tiles.len() == 25);
        is_readable(drawing);
        leads_from_tile_to_tile(drawing);
    });
}

/// Each of these gives to each of the first three, of which the third has the fewest suppliers.
const FIFTY: [&str; 50] = [
    "UKR", "SAU", "IND", "AUS", "AUT", "BEL", "BGR", "BRA", "CAN", "CHE", "CHL", "CHN", "COL",
    "CZE", "DEU", "DNK", "DZA", "EGY", "ESP", "ETH", "FIN", "FRA", "GBR", "GRC", "HUN", "IDN",
    "IRL", "IRN", "IRQ", "ISR", "ITA", "JPN", "KAZ", "KEN", "KOR", "MAR", "MEX", "NGA", "NLD",
    "NOR", "PAK", "PER", "POL", "PRT", "ROU", "SRB", "SWE", "TUR", "USA", "ZAF",
];

#[test]
fn of_more_countries_and_lines_than_can_be_told_apart_the_weightiest_are_drawn() {
    let mut flows: Vec<Said> = Vec::new();
    for (at, from) in FIFTY.into_iter().enumerate().skip(3) {
        // The later, the more transfers.
        flows.extend((0..=at / 10).map(|_| (from, "UKR", "agreed", 1, false)));
        flows.extend((at > 20).then_some((from, "SAU", "agreed", 1, true)));
    }
    let all = flows.iter().map(|it| (it.0, it.1)).collect::<std::collections::BTreeSet<_>>().len();
    let corpus = corpus(&FIFTY, &flows);
    each_drawing(&corpus, |drawing| {
        is_readable(drawing);
        // Nobody gives anything to India: it is not in the list either.
        assert_eq!((drawing.tiles.len(), drawing.without_tile.len()), (25, 24));
        // Those that have a tile give to Ukraine, and most of them to Saudi Arabia as well.
        let between = drawing.lines.len() + drawing.lines_of_fewer;
        assert_eq!((drawing.lines.len(), drawing.lines_without_tile), (40, all - between));
        let has_tile =
            |id: &str| drawing.tiles.iter().any(|it| corpus.country(it.country).id == id);
        assert!(["UKR", "SAU", "ZAF"].into_iter().all(has_tile));
        assert!(!["IND", "AUS"].into_iter().any(has_tile));
    });
}

#[test]
fn only_what_is_selected_lacks_a_tile() {
    let flows: Vec<Said> = FIFTY[1..]
        .iter()
        .flat_map(|&from| [(from, "UKR", "agreed", 1, false); 2])
        .skip(1)
        .collect();
    let corpus = corpus(&FIFTY, &flows);
    let findings = Findings::new(Trust::all(&corpus));
    let placing = placing(&corpus, &findings, Lang::En, Frame::Wide);
    let all: Vec<_> = corpus.transfer_ids().collect();
    let lacking = |selected: &[TransferId]| {
        let drawing = placing.draw(&board(&corpus, &findings, selected), &[]);
        let ids = drawing.without_tile.iter().map(|it| corpus.country(it).id.clone());
        (ids.collect::<Vec<_>>(), drawing.lines_without_tile)
    };
    // Saudi Arabia has the fewest transfers of all, so no tile; India, the next, has one.
    assert_eq!(lacking(&all[..1]), (vec!["SAU".to_owned()], 1));
    assert_eq!(lacking(&all[1..2]), (Vec::new(), 0));
    assert_eq!(lacking(&[]), (Vec::new(), 0));
}

#[test]
fn whoever_is_chosen_has_a_tile_and_nothing_else_moves() {
    // Two of them with the most transfers, and each of the others with one.
    let flows: Vec<Said> = FIFTY[2..].iter().map(|&to| ("UKR", to, "agreed", 1, false)).collect();
    let more = [("UKR", "SAU", "agreed", 1, false), ("SAU", "ZAF", "agreed", 1, false)];
    let corpus = corpus(&FIFTY, &[flows, more.to_vec()].concat());
    let findings = Findings::new(Trust::all(&corpus));
    let all: Vec<_> = corpus.transfer_ids().collect();
    let board = board(&corpus, &findings, &all);
    for frame in Frame::ALL {
        let placing = placing(&corpus, &findings, Lang::De, frame);
        let before = placing.draw(&board, &[]);
        assert_eq!((before.tiles.len(), before.without_tile.len()), (25, 25));
        let chosen: Vec<_> = before.without_tile.iter().take(3).collect();
        let after = placing.draw(&board, &chosen);
        is_readable(&after);
        leads_from_tile_to_tile(&after);
        assert_eq!(after.without_tile.len(), 22);
        assert_eq!(after.tiles[..25], before.tiles);
        let tiles: Vec<_> = after.tiles[25..].iter().map(|it| it.country).collect();
        assert_eq!(tiles, chosen);
        assert!(chosen.iter().all(|it| after.lines.iter().any(|line| line.flow.to == *it)));
        assert_eq!(placing.draw(&board, &chosen[..1]).tiles.len(), 26);
    }
}

#[test]
fn a_line_to_whoever_is_chosen_runs_the_same_whatever_else_is_drawn() {
    // What each gets it gives back: the two lines make way for each other.
    let there_and_back = |&it: &&'static str| {
        [(FIFTY[0], it, "agreed", 1, false), (it, FIFTY[0], "agreed", 1, false)]
    };
    let said: Vec<Said> = FIFTY[1..].iter().flat_map(there_and_back).collect();
    let corpus = corpus(&FIFTY, &said);
    let findings = Findings::new(Trust::all(&corpus));
    let ways = Ways::of(&corpus);
    let whole = Board::of_all(&corpus, &findings);
    for frame in Frame::ALL {
        let placing = placing(&corpus, &findings, Lang::De, frame);
        for chosen in placing.draw(&whole, &[]).without_tile.iter() {
            let run = |shown: &[TransferId]| {
                let board = Board::of_flows(flows(&findings, &ways, shown));
                let lines = placing.draw(&board, &[chosen]).lines.into_iter();
                let to_it = lines.filter(|it| it.flow.to == chosen).map(|it| it.line);
                to_it.collect::<Vec<_>>()
            };
            let sides = |it: TransferId| corpus.sides(it);
            let there = corpus.transfer_ids().filter(|&it| sides(it).1 == chosen);
            let there: Vec<TransferId> = there.collect();
            let back = corpus.transfer_ids().filter(|&it| sides(it).0 == chosen);
            let both: Vec<TransferId> = there.iter().copied().chain(back).collect();
            assert_eq!(run(&there), run(&both));
        }
    }
}

/// What is gathered way by way is what is found by a look at each transfer.
#[test]
fn tiles_and_flows_count_every_transfer_once() {
    let said: Vec<Said> = MANY.iter().chain(&MANY[..9]).chain(&FAR).copied().collect();
    for corpus in [bundled(), corpus_of(&said)] {
        let findings = Findings::new(Trust::all(&corpus));
        let all: Vec<_> = corpus.transfer_ids().collect();
        for selected in [&all[..], &all[1..all.len() / 2], &[]] {
            let board = board(&corpus, &findings, selected);
            for tile in &board.tiles {
                let is_side = |it: &&TransferId| {
                    let (from, to) = corpus.sides(**it);
                    from == tile.country || to == tile.country
                };
                let own: Vec<_> = selected.iter().filter(is_side).copied().collect();
                assert_eq!(tile.is_selected, !own.is_empty());
                let own = if own.is_empty() {
                    all.iter().filter(is_side).copied().collect()
                } else {
                    own
                };
                assert_eq!(tile.count, own.len());
                let gets = own.iter().filter(|it| corpus.sides(**it).1 == tile.country);
                assert_eq!(tile.gotten, gets.count());
                let furthest = own.iter().min_by_key(|it| findings.brief(**it).strongest.rank());
                let statuses = furthest.map(|it| findings[*it].statuses.clone());
                assert_eq!(tile.statuses, statuses.unwrap_or_default());
                let partners = board.dealings(tile);
                for &it in &own {
                    let (from, to) = corpus.sides(it);
                    let with = if from == tile.country { to } else { from };
                    let dealing = partners.iter().find(|it| it.with == with).expect("it is told");
                    assert!(
                        findings[it].statuses.iter().all(|status| {
                            partners
                                .iter()
                                .any(|it| it.with == with && it.statuses.contains(status))
                        }),
                        "{dealing:?}"
                    );
                    assert!(board.deals((tile.country, tile.is_selected), with));
                }
            }
            let counted: usize = board.flows.iter().map(|it| it.count).sum();
            assert_eq!(counted, selected.len());
        }
    }
}

#[test]
fn a_reader_who_filters_moves_nothing() {
    let corpus = bundled();
    let findings = Findings::new(Trust::all(&corpus));
    let placing = placing(&corpus, &findings, Lang::De, Frame::Narrow);
    let all: Vec<_> = corpus.transfer_ids().collect();
    let whole = placing.draw(&board(&corpus, &findings, &all), &[]);
    let part = placing.draw(&board(&corpus, &findings, &all[..1]), &[]);
    assert_eq!(part.lines.len(), 1);
    for (one, other) in whole.tiles.iter().zip(&part.tiles) {
        assert_eq!((one.at, one.country, &one.leader), (other.at, other.country, &other.leader));
    }
    let line = whole
        .lines
        .iter()
        .find(|it| (it.flow.from, it.flow.to) == corpus.sides(all[0]))
        .expect("a line");
    assert_eq!(line.line.split('Q').next(), part.lines[0].line.split('Q').next());
}

#[test]
fn few_or_no_countries_are_drawn() {
    each_drawing(&corpus(&[], &[]), |drawing| assert!(drawing.tiles.is_empty()));
    each_drawing(&corpus(&["EGY"], &[]), |drawing| {
        is_readable(drawing);
        let [tile] = &drawing.tiles[..] else { panic!("one tile") };
        assert_eq!((tile.role, tile.is_big, &tile.leader), (Role::Bystander, false, &None));
    });
}

#[test]
fn two_countries_at_one_point_are_parted() {
    let source =
        corpus_of(&[("XAA", "XAB", "agreed", 1, false), ("XAB", "XAA", "agreed", 1, true)]);
    each_drawing(&source, |drawing| {
        is_readable(drawing);
        leads_from_tile_to_tile(drawing);
        assert!(drawing.tiles.iter().all(|it| it.is_group));
    });
}

#[test]
fn names_of_forty_letters_are_held() {
    let corpus = bundled();
    for word in ["Mississippi".repeat(4), "w".repeat(40), "abc ".repeat(10), String::new()] {
        let names = corpus.country_ids().map(|_| Text::in_every(|_| word.clone())).collect();
        for frame in Frame::ALL {
            let drawing = drawn(&corpus, &names, Lang::En, frame);
            let (width, height) = frame.size();
            for tile in &drawing.tiles {
                assert!(
                    tile.at.x - tile.width / 2.0 >= 0.0 && tile.at.x + tile.width / 2.0 <= width
                );
                assert!(
                    tile.at.y - tile.height / 2.0 >= 0.0 && tile.at.y + tile.height / 2.0 <= height
                );
            }
        }
    }
}

/// All of them are beyond the rim of the usual map.
const FAR: [Said; 3] = [
    ("AUS", "FJI", "delivered", 2, false),
    ("NZL", "PNG", "planned", 1, true),
    ("AUS", "NZL", "cancelled", 1, false),
];

#[test]
fn the_centre_follows_a_corpus_that_is_elsewhere() {
    let projection = Projection::of(&corpus_of(&FAR));
    expect!["Anchor { longitude: 156, latitude: -25 }"]
        .assert_eq(&format!("{:?}", projection.centre()));
    each_drawing(&corpus_of(&FAR), |drawing| {
        is_readable(drawing);
        leads_from_tile_to_tile(drawing);
        assert!(drawing.tiles.iter().all(|it| !it.is_off_map));
    });
    // Where only some are, they stand at the rim.
    let some = [FAR[0], ("USA", "UKR", "agreed", 1, false)];
    each_drawing(&corpus_of(&some), |drawing| {
        is_readable(drawing);
        let off = drawing.tiles.iter().filter(|it| it.is_off_map).count();
        assert_eq!(off, 2, "{drawing:?}");
    });
}

#[test]
fn what_never_came_has_no_arrow() {
    let corpus = corpus_of(&[
        ("BRA", "RUS", "refused", 1, false),
        ("PAK", "RUS", "requested", 1, false),
        ("IRN", "RUS", "planned", 1, false),
        ("PRK", "RUS", "delivered", 3, false),
    ]);
    each_drawing(&corpus, |drawing| {
        let ends: Vec<_> = drawing.lines.iter().map(|it| (it.flow.reach, &it.end)).collect();
        assert!(matches!(
            ends[..],
            [
                (Reach::Stopped, End::Bar(_)),
                (Reach::Asked, End::Open(_)),
                (Reach::Open, End::Arrow(_)),
                (Reach::Settled, End::Arrow(_)),
            ]
        ));
        assert_eq!(drawing.lines[3].flow.weight, 3);
    });
}

#[test]
fn the_land_is_small_and_closed() {
    let file = include_str!("land.txt");
    assert!(file.len() <= 8 * 1024, "{}", file.len());
    let centre = |longitude, latitude| Projection::about(Anchor { longitude, latitude });
    let usual = Projection::of(&bundled());
    assert_eq!(usual, centre(27, 33));
    let land = usual.land();
    assert!(land.len() <= 8 * 1024, "{}", land.len());
    for projection in [usual, centre(180, -20), centre(-100, 40), centre(0, 90), centre(20, -90)] {
        let land = projection.land();
        assert_eq!(land.matches('M').count(), land.matches('z').count());
        assert!(!land.contains("NaN") && land.len() < 16 * 1024, "{}", land.len());
        let graticule = projection.graticule();
        assert!(graticule.starts_with('M') && !graticule.contains("NaN"));
    }
}

#[test]
fn every_country_has_an_anchor() {
    let all: Vec<&str> = rust_iso3166::ALL.iter().map(|it| it.alpha3).collect();
    let corpus = corpus(&all, &[]);
    for country in corpus.country_ids() {
        assert!(projection::place(&corpus, country).is_some(), "{country:?}");
    }
}

proptest! {
    // Each case places its tiles twice, which takes its time unoptimised.
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is claimed, all of it is drawn in the frame, and alike each time.
    #[test]
    fn any_corpus_is_drawn(
        picked in prop::collection::vec((0_usize..249, 0_usize..249, 0_usize..7, 0_usize..4, any::<bool>()), 0..14),
        narrow in any::<bool>(),
    ) {
        const STATUSES: [&str; 7] =
            ["requested", "negotiating", "planned", "agreed", "delivered", "refused", "cancelled"];
        let code = |at: usize| rust_iso3166::ALL[at].alpha3;
        let flows: Vec<Said> = picked
            .into_iter()
            .filter(|it| it.0 != it.1)
            .map(|(from, to, status, origins, denied)| {
                (code(from), code(to), STATUSES[status], origins, denied && origins > 0)
            })
            .collect();
        let corpus = corpus_of(&flows);
        let names = names(&corpus);
        let frame = if narrow { Frame::Narrow } else { Frame::Wide };
        let drawing = drawn(&corpus, &names, Lang::En, frame);
        prop_assert_eq!(&drawing, &drawn(&corpus, &names, Lang::En, frame));
        let (width, height) = frame.size();
        for tile in &drawing.tiles {
            prop_assert!(tile.at.x - tile.width / 2.0 >= 0.0 && tile.at.x + tile.width / 2.0 <= width);
            prop_assert!(tile.at.y - tile.height / 2.0 >= 0.0 && tile.at.y + tile.height / 2.0 <= height);
        }
        for line in &drawing.lines {
            prop_assert!(!line.line.contains("NaN") && !line.line.contains("inf"));
        }
    }
}
