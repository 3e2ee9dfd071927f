//! Sentences agree with their figures, and no language lacks a text.

use super::*;
use crate::corpus::{Day, Kind, OriginKind, Span, Status, Text};
use crate::evidence::fixture::{self, said};
use crate::evidence::{Gap, Summary, Trust};
use expect_test::{Expect, expect};

/// The languages of what is expected below.
const TOLD: [Lang; 2] = [Lang::De, Lang::En];

#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn sums_up(figures: &Summary, said: Expect) {
    let both = TOLD.map(|lang| summary(lang, figures).replace('\u{a0}', " "));
    said.assert_eq(&both.join("\n"));
}

/// Who adds one has to name it, and is told here where it is listed.
#[test]
fn what_has_a_name_is_listed() {
    let texts: toml::Table = include_str!("../../locales/en.toml").parse().expect("TOML");
    let listed = [
        ("status_names", "Status::ALL", Status::ALL.len()),
        ("kind_names", "Kind::ALL", Kind::ALL.len()),
        // To assert is what goes without a name.
        ("stance_names", "Stance::ALL", Stance::ALL.len() - 1),
        ("origin_kinds", "OriginKind::ALL", OriginKind::ALL.len()),
        ("gaps", "Gap::ALL", Gap::ALL.len()),
        ("facet_names", "Facet::ALL", Facet::ALL.len()),
        ("view_names", "View::ALL", View::ALL.len()),
    ];
    for (names, list, long) in listed {
        let named = texts.get(names).and_then(toml::Value::as_table).map(toml::Table::len);
        assert_eq!(named, Some(long), "so many names has {names}, and so much {list}");
    }
}

#[test]
fn the_first_sentences() {
    sums_up(
        &Summary {
            documents: 5,
            transfers: 16,
            context: 0,
            suppliers: 8,
            reached: [2, 4, 3, 1, 2, 1, 0, 3],
            by_origins: [3, 10, 3],
            denied: 2,
            contradicted: 4,
            confirmed_by_both: 0,
        },
        expect![[r#"
            5 Dokumente sprechen von 16 Transfers von 8 Gebern: 2 sollen geliefert worden sein, 4 vereinbart, 3 geplant oder in Verhandlung, 1 sowohl vereinbart oder geliefert als auch abgelehnt oder abgesagt, 2 sowohl vorgesehen als auch abgelehnt oder abgesagt, 1 nur erbeten, bei 3 fehlt der Stand. 10 gehen jeweils auf einen einzigen Ursprung zurück, 3 auf mehrere, 3 auf keinen. 2 werden bestritten, 4 sind widersprüchlich; keinen bestätigen beide Seiten.
            5 documents speak of 16 transfers from 8 suppliers: 2 are said to have been delivered, 4 agreed, 3 planned or under negotiation, 1 both agreed or delivered and refused or cancelled, 2 both intended and refused or cancelled, 1 only asked for, for 3 no status is given. 10 each go back to a single origin, 3 to several, 3 to none. 2 are denied, 4 are contradicted; none is confirmed by both sides."#]],
    );
    sums_up(
        &Summary {
            documents: 1,
            transfers: 1,
            context: 0,
            suppliers: 1,
            reached: [1, 0, 0, 0, 0, 0, 0, 0],
            by_origins: [0, 1, 0],
            denied: 1,
            contradicted: 0,
            confirmed_by_both: 0,
        },
        expect![[r#"
            1 Dokument spricht von 1 Transfer von 1 Geber: 1 soll geliefert worden sein. Er geht auf einen einzigen Ursprung zurück. Er wird bestritten; nicht beide Seiten bestätigen ihn.
            1 document speaks of 1 transfer from 1 supplier: 1 is said to have been delivered. It goes back to a single origin. It is denied; not both sides confirm it."#]],
    );
    // What was only asked for, or has ended, is not said to be made; origins of several are not added up.
    sums_up(
        &Summary {
            documents: 2,
            transfers: 3,
            context: 0,
            suppliers: 2,
            reached: [0, 0, 0, 0, 0, 1, 1, 1],
            by_origins: [1, 0, 2],
            denied: 0,
            contradicted: 1,
            confirmed_by_both: 1,
        },
        expect![[r#"
            2 Dokumente sprechen von 3 Transfers von 2 Gebern: 1 soll nur erbeten worden sein, 1 abgelehnt oder abgesagt, bei 1 fehlt der Stand. 2 gehen jeweils auf mehrere Ursprünge zurück, 1 auf keinen. 1 ist widersprüchlich; 1 bestätigen beide Seiten.
            2 documents speak of 3 transfers from 2 suppliers: 1 is said to have been only asked for, 1 refused or cancelled, for 1 no status is given. 2 each go back to several origins, 1 to none. 1 is contradicted; 1 is confirmed by both sides."#]],
    );
    sums_up(
        &Summary::default(),
        expect![[r#"
        Kein Bericht in diesem Korpus passt zu diesen Filtern.
        No report in this corpus fits these filters."#]],
    );
    sums_up(
        &Summary { context: 1, ..Summary::default() },
        expect![[r#"
            Was ausgewählt ist, betrifft keinen Transfer. Es steht unter Kontext.
            What is selected is about no transfer. It stands under Context."#]],
    );
}

/// The first sentences of so many documents, transfers, and what is said of those: how many are delivered and not ended,
/// settled and ended, by origins (none, one, several), denied, contradicted, confirmed.
type Figures = (usize, usize, [usize; 2], [usize; 3], [usize; 3]);

#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn begins(figures: Figures, is_filtered: bool, said: Expect) {
    let (documents, transfers, [delivered, ended], by_origins, [denied, contradicted, confirmed]) =
        figures;
    let mut reached = [0; 8];
    reached[0] = delivered;
    reached[3] = ended;
    let figures = Summary {
        documents,
        transfers,
        context: 0,
        suppliers: 0,
        reached,
        by_origins,
        denied,
        contradicted,
        confirmed_by_both: confirmed,
    };
    let both = TOLD.map(|lang| first_sentence(lang, &figures, is_filtered));
    said.assert_eq(&both.join("\n").replace('\u{a0}', " "));
}

#[test]
fn the_first_sentence_of_many() {
    begins(
        (5, 16, [3, 1], [3, 10, 3], [2, 5, 0]),
        false,
        expect![[r#"
            5 Dokumente sprechen von *16 Transfers*; 3 sollen geliefert sein. *10* gehen jeweils auf einen einzigen Ursprung zurück, 3 auf keinen. 2 werden bestritten, 5 sind widersprüchlich; *keinen* bestätigen beide Seiten.
            5 documents speak of *16 transfers*, 3 of them as delivered. *10* each go back to a single origin, 3 to none. 2 are denied, 5 contradicted; *none* is confirmed by both sides."#]],
    );
    begins(
        (2, 5, [0, 0], [2, 3, 0], [1, 2, 0]),
        true,
        expect![[r#"
            Diese Filter finden *5 Transfers* (in 2 Dokumenten); als geliefert wird keiner gemeldet. *3* gehen jeweils auf einen einzigen Ursprung zurück, 2 auf keinen. 1 wird bestritten, 2 sind widersprüchlich; *keinen* bestätigen beide Seiten.
            These filters find *5 transfers* (in 2 documents), none of them as delivered. *3* each go back to a single origin, 2 to none. 1 is denied, 2 are contradicted; *none* is confirmed by both sides."#]],
    );
    begins(
        (1, 2, [1, 0], [1, 1, 0], [1, 1, 1]),
        true,
        expect![[r#"
            Diese Filter finden *2 Transfers* (in 1 Dokument); 1 soll geliefert sein. *1* geht auf einen einzigen Ursprung zurück, 1 auf keinen. 1 wird bestritten, 1 ist widersprüchlich; *einen* bestätigen beide Seiten.
            These filters find *2 transfers* (in 1 document), 1 of them as delivered. *1* goes back to a single origin, 1 to none. 1 is denied, 1 contradicted; *1* is confirmed by both sides."#]],
    );
    begins(
        (1, 2, [2, 0], [0, 2, 0], [0, 0, 2]),
        false,
        expect![[r#"
            1 Dokument spricht von *2 Transfers*; beide sollen geliefert sein. *2* gehen jeweils auf einen einzigen Ursprung zurück. *2* bestätigen beide Seiten.
            1 document speaks of *2 transfers*, both of them as delivered. *2* each go back to a single origin. *2* are confirmed by both sides."#]],
    );
    begins(
        (3, 4, [4, 0], [0, 0, 4], [0, 1, 4]),
        false,
        expect![[r#"
            3 Dokumente sprechen von *4 Transfers*; alle sollen geliefert sein. *4* gehen jeweils auf mehrere Ursprünge zurück. 1 ist widersprüchlich; *4* bestätigen beide Seiten.
            3 documents speak of *4 transfers*, all of them as delivered. *4* each go back to several origins. 1 is contradicted; *4* are confirmed by both sides."#]],
    );
    begins(
        (3, 4, [0, 0], [4, 0, 0], [3, 0, 1]),
        false,
        expect![[r#"
        3 Dokumente sprechen von *4 Transfers*; als geliefert wird keiner gemeldet. *4* gehen auf keinen Ursprung zurück. 3 werden bestritten; *einen* bestätigen beide Seiten.
        3 documents speak of *4 transfers*, none of them as delivered. *4* go back to no origin. 3 are denied; *1* is confirmed by both sides."#]],
    );
    begins(
        (3, 4, [1, 0], [2, 0, 2], [2, 1, 0]),
        false,
        expect![[r#"
            3 Dokumente sprechen von *4 Transfers*; 1 soll geliefert sein. *2* gehen jeweils auf mehrere Ursprünge zurück, 2 auf keinen. 2 werden bestritten, 1 ist widersprüchlich; *keinen* bestätigen beide Seiten.
            3 documents speak of *4 transfers*, 1 of them as delivered. *2* each go back to several origins, 2 to none. 2 are denied, 1 is contradicted; *none* is confirmed by both sides."#]],
    );
    // What is said to be delivered and to have ended is neither called delivered nor said not to be.
    begins(
        (3, 4, [0, 2], [0, 1, 3], [0, 4, 0]),
        false,
        expect![[r#"
        3 Dokumente sprechen von *4 Transfers*. *1* geht auf einen einzigen Ursprung zurück. 4 sind widersprüchlich; *keinen* bestätigen beide Seiten.
        3 documents speak of *4 transfers*. *1* goes back to a single origin. 4 are contradicted; *none* is confirmed by both sides."#]],
    );
    begins(
        (1_200, 13_077, [1_000, 0], [0, 13_077, 0], [0, 0, 0]),
        false,
        expect![[r#"
            1.200 Dokumente sprechen von *13.077 Transfers*; 1.000 sollen geliefert sein. *13.077* gehen jeweils auf einen einzigen Ursprung zurück. *Keinen* bestätigen beide Seiten.
            1,200 documents speak of *13,077 transfers*, 1,000 of them as delivered. *13,077* each go back to a single origin. *None* is confirmed by both sides."#]],
    );
}

#[test]
fn the_first_sentence_of_one() {
    begins(
        (1, 1, [1, 0], [0, 1, 0], [0, 0, 1]),
        false,
        expect![[r#"
        1 Dokument spricht von *1 Transfer*, der geliefert sein soll. Er geht auf *einen einzigen Ursprung* zurück. *Beide* Seiten bestätigen ihn.
        1 document speaks of *1 transfer*, which is said to have been delivered. It goes back to *a single origin*. *Both* sides confirm it."#]],
    );
    begins(
        (2, 1, [0, 0], [0, 0, 1], [1, 1, 0]),
        true,
        expect![[r#"
            Diese Filter finden *1 Transfer* (in 2 Dokumenten); als geliefert wird er nicht gemeldet. Er geht auf *mehrere Ursprünge* zurück. Er wird bestritten, und die Aussagen widersprechen sich; *nicht beide* Seiten bestätigen ihn.
            These filters find *1 transfer* (in 2 documents), which nobody reports as delivered. It goes back to *several origins*. It is denied and contradicted; *not both* sides confirm it."#]],
    );
    begins(
        (2, 1, [0, 1], [1, 0, 0], [0, 1, 0]),
        false,
        expect![[r#"
        2 Dokumente sprechen von *1 Transfer*. Er geht auf *keinen Ursprung* zurück. Die Aussagen widersprechen sich; *nicht beide* Seiten bestätigen ihn.
        2 documents speak of *1 transfer*. It goes back to *no origin*. It is contradicted; *not both* sides confirm it."#]],
    );
    begins(
        (1, 1, [0, 0], [0, 1, 0], [1, 0, 0]),
        true,
        expect![[r#"
            Diese Filter finden *1 Transfer* (in 1 Dokument); als geliefert wird er nicht gemeldet. Er geht auf *einen einzigen Ursprung* zurück. Er wird bestritten; *nicht beide* Seiten bestätigen ihn.
            These filters find *1 transfer* (in 1 document), which nobody reports as delivered. It goes back to *a single origin*. It is denied; *not both* sides confirm it."#]],
    );
}

#[test]
fn the_first_sentence_of_none() {
    begins(
        (0, 0, [0, 0], [0, 0, 0], [0, 0, 0]),
        true,
        expect![[r#"
        Kein Bericht in diesem Korpus passt zu diesen Filtern.
        No report in this corpus fits these filters."#]],
    );
    begins(
        (0, 0, [0, 0], [0, 0, 0], [0, 0, 0]),
        false,
        expect![[r#"
        Kein Dokument in diesem Korpus spricht von einem Transfer.
        No document in this corpus speaks of a transfer."#]],
    );
}

#[test]
fn a_time_that_does_not_follow_from_its_words_alone_is_inferred() {
    let of = |when: &str| {
        let when = serde_json::from_str(when).expect("a time");
        let told = TOLD.map(|lang| {
            let Dated { printed, follows } = dated(lang, &when, "de");
            printed.unwrap_or_default().1 + &follows.unwrap_or_default()
        });
        told.join(" | ").replace('\u{a0}', " ")
    };
    let words = r#""words": { "de": "dieses Jahr", "en": "this year" }"#;
    let basis = r#""basis": { "de": "Annahme.", "en": "An assumption." }"#;
    expect!["„dieses Jahr“ (2023) | “this year” (2023)"]
        .assert_eq(&of(&format!(r#"{{ {words}, "span": "2023" }}"#)));
    expect!["„dieses Jahr“ (2023, erschlossen) | “this year” (2023, inferred)"]
        .assert_eq(&of(&format!(r#"{{ {words}, "span": "2023", {basis} }}"#)));
    expect!["„dieses Jahr“ | “this year”"].assert_eq(&of(&format!("{{ {words} }}")));
    expect!["2023 (erschlossen) | 2023 (inferred)"]
        .assert_eq(&of(&format!(r#"{{ "span": "2023", {basis} }}"#)));
    let printed = r#""words": { "de": "im Jahr 2023", "en": "in 2023" }, "span": "2023""#;
    expect!["„im Jahr 2023“ | “in 2023”"].assert_eq(&of(&format!("{{ {printed} }}")));
    expect!["„im Jahr 2023“ (erschlossen) | “in 2023” (inferred)"]
        .assert_eq(&of(&format!("{{ {printed}, {basis} }}")));
    expect!["undatiert | undated"].assert_eq(&of("{}"));
}

#[test]
fn what_is_emphasised_is_marked() {
    let parts: Vec<Emphasis> = Emphasis::parts("speak of *16 transfers*, *3* of them").collect();
    let told = [
        Emphasis::Plain("speak of "),
        Emphasis::Strong("16 transfers"),
        Emphasis::Plain(", "),
        Emphasis::Strong("3"),
        Emphasis::Plain(" of them"),
    ];
    assert_eq!(parts, told);
}

#[test]
fn numbers_and_dates() {
    let said = |say: fn(Lang) -> String| TOLD.map(say).join(" | ");
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
        TOLD.map(|lang| span(lang, interval)).join(" | ")
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

/// What is said in each language, a line each, with spaces as they are typed.
#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn is_said(say: impl Fn(Lang) -> String, said: Expect) {
    said.assert_eq(&TOLD.map(say).join("\n").replace('\u{a0}', " "));
}

fn bundled() -> Corpus {
    let source = crate::corpus::Source::read(crate::BUNDLED).expect("the asset");
    Corpus::new(source).expect("its references")
}

#[test]
fn days_of_one_month_and_short_months() {
    let appeared = |lang| {
        let span = Some("2023-04-05/2023-04-09".parse().expect("a span"));
        appeared_exactly(lang, &crate::corpus::When { words: None, span, basis: None })
    };
    is_said(
        appeared,
        expect![[r#"
            5. – 9. April 2023 (erschlossen)
            5–9 April 2023 (inferred)"#]],
    );
    is_said(
        |lang| {
            (1..=12).map(|it| short_month(lang, 2023, it, it == 9)).collect::<Vec<_>>().join(" ")
        },
        expect![[r#"
            Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. 2023 Okt. Nov. Dez.
            Jan Feb Mar Apr May Jun Jul Aug Sep 2023 Oct Nov Dec"#]],
    );
}

#[test]
fn small_numbers_are_in_words() {
    is_said(
        |lang| [(2, 1), (1, 0), (12, 3), (13, 14)].map(|it| comes_down(lang, it.0, it.1)).join(" "),
        expect![[r#"
            Zwei Dokumente, ein Ursprung. Ein Dokument, kein Ursprung. Zwölf Dokumente, drei Ursprünge. 13 Dokumente, 14 Ursprünge.
            Two documents, one origin. One document, no origin. Twelve documents, three origins. 13 documents, 14 origins."#]],
    );
    is_said(
        |lang| [1, 2, 3].map(|it| all_from(lang, it, "X")).join(" "),
        expect![[r#"
            Der Ursprung: X. Der Ursprung beider: X. Ihr gemeinsamer Ursprung: X.
            It goes back to X. Both go back to X. All go back to X."#]],
    );
}

#[test]
fn names_and_what_is_left_of_them() {
    let left = |lang| {
        let all = ["A", "B", "C"].map(str::to_owned);
        let some = (1..=3).filter_map(|count| all.get(..count));
        some.map(|it| is_left(lang, it)).collect::<Vec<_>>().join("; ")
    };
    is_said(
        left,
        expect![[r#"
            A bleibt; A und B bleiben; A, B und C bleiben
            A is left; A and B are left; A, B and C are left"#]],
    );
}

#[test]
fn what_falls_agrees_with_its_numbers() {
    let corpus = bundled();
    let falls = |without: usize, keeping: usize, context: usize, is_distrusted: bool| {
        let falling = crate::evidence::Falling {
            of: 16,
            claims: corpus.claim_ids().take(without).collect(),
            context: corpus.claim_ids().take(context).collect(),
            without: corpus.transfer_ids().take(without).collect(),
            keeping: corpus.transfer_ids().take(keeping).map(|it| (it, Vec::new())).collect(),
        };
        move |lang| what_falls(lang, &falling, is_distrusted)
    };
    is_said(
        falls(1, 0, 0, false),
        expect![[r#"
            Wer diesem Ursprung nicht glaubt, dem bleibt *1 von 16* Transfers ohne Ursprung. Was damit wegfällt: *1 Aussage* zu Transfers.
            Distrust it, and *1 of 16* transfers is left without an origin. What falls with it: *1 claim* about transfers."#]],
    );
    is_said(
        falls(2, 1, 3, true),
        expect![[r#"
            Jetzt ohne Ursprung: *2 von 16* Transfers; 1 behält einen anderen. Was damit wegfällt: *2 Aussagen* zu Transfers und 3 zum Kontext, hier und in jeder Ansicht.
            Now without an origin: *2 of 16* transfers; 1 keeps another. What falls with it: *2 claims* about transfers and 3 of context, here and in every view."#]],
    );
}

#[test]
fn who_speaks_for_a_country_speaks_for_it_in_its_form() {
    let corpus = bundled();
    let countries = corpus.country_codes();
    let usa = corpus.find_country("USA").expect("the country");
    is_said(
        |lang| {
            let country = country_after_to(&corpus, &countries, lang, usa);
            what_it_is(lang, crate::corpus::OriginKind::Government, true, Some(country))
        },
        expect![[r#"
            Regierung oder Behörde, ungenannt, spricht für die Vereinigten Staaten.
            Government or authority, unnamed, speaks for the United States."#]],
    );
}

#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn says(id: &str, said: Expect) {
    let corpus = bundled();
    let code = |id: &str| crate::corpus::Text::in_every(|_| id.to_owned());
    let countries: CountryNames = corpus.source().countries.iter().map(|it| code(&it.id)).collect();
    let transfer = corpus.find_transfer(id);
    let lines = TOLD.map(|lang| {
        let attributed = Attributed { trust: Trust::all(&corpus), countries: &countries, lang };
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
            Eine Rückgabe von EGY an RUS soll vereinbart sein, so Merkur, dort zitiert: Wall Street Journal („Hubschraubertriebwerke“, „150“; gestützt auf Ungenannte); Al Jazeera, dort zitiert: Wall Street Journal (gestützt auf Ungenannte). Berichte weichen voneinander ab: Beteiligte weichen ab, Zeit ungleich genau, ein Dokument lässt es offen. Dahinter: 1 Ursprung, 2 Dokumente. Nur auf oder über Ungenannte.
            A return from EGY to RUS has reportedly been agreed, according to Merkur, citing The Wall Street Journal (“helicopter engines”, “150”; resting on unnamed people); Al Jazeera, citing The Wall Street Journal (resting on unnamed people). Reports differ: who acts differs, dates differ in precision, a document leaves it open. Behind it: 1 origin, 2 documents. Only on, or through, unnamed people."#]],
    );
    says(
        "prk-rus-munitions-2023",
        expect![[r#"
            Eine Lieferung von PRK an RUS soll erfolgt sein, so Al Jazeera, dort zitiert: Wall Street Journal („mehr Munition“); Al Jazeera, dort zitiert: Südkorea („mehr Munition“). Es wird bestritten, so Al Jazeera, dort zitiert: Nordkorea. Dahinter: 2 Ursprünge, 1 Dokument.
            A delivery from PRK to RUS has reportedly taken place, according to Al Jazeera, citing The Wall Street Journal (“more ammunition”); Al Jazeera, citing South Korea (“more ammunition”). It is denied, according to Al Jazeera, citing North Korea. Behind it: 2 origins, 1 document."#]],
    );
    says(
        "bra-rus-helicopters",
        expect![[r#"
            Eine Rückgabe von BRA an RUS soll geplant sein, so Merkur, ohne Angabe einer Quelle („Helikopter-Triebwerke“, „150“); soll abgelehnt worden sein (Triebwerke, Transporthubschrauber), so Merkur, ohne Angabe einer Quelle. Berichte weichen voneinander ab: ein Dokument widerspricht sich, Beteiligte weichen ab, Stand weicht ab, ein Dokument lässt es offen. Dahinter: 1 Ursprung, 2 Dokumente. Nur „erbeten“, so Merkur, dort zitiert: Wall Street Journal; Al Jazeera, dort zitiert: Wall Street Journal. Nur auf oder über Ungenannte.
            A return from BRA to RUS is reportedly planned, according to Merkur, no source given (“helicopter engines”, “150”); it has reportedly been refused (engines, transport helicopters), according to Merkur, no source given. Reports differ: a document contradicts itself, who acts differs, status differs, a document leaves it open. Behind it: 1 origin, 2 documents. Only “requested”, according to Merkur, citing The Wall Street Journal; Al Jazeera, citing The Wall Street Journal. Only on, or through, unnamed people."#]],
    );
    says(
        "irn-rus-drone-plant",
        expect![[r#"
            Eine Fertigung durch IRN für RUS soll vereinbart sein, so nicht genanntes Medium, dort zitiert: CNN („Drohnenfabrik“). Dahinter: 1 Ursprung, 1 Dokument.
            Production by IRN for RUS has reportedly been agreed, according to outlet not named, citing CNN (“drone plant”). Behind it: 1 origin, 1 document."#]],
    );
    says(
        "usa-ukr-aid",
        expect![[r#"
            Eine Lieferung von den Vereinigten Staaten an die Ukraine ist Gegenstand von Berichten, die keinen Stand angeben: Merkur, dort zitiert: Lloyd Austin, US-Verteidigungsminister („Unterstützung“). Dahinter: 1 Ursprung, 1 Dokument.
            A delivery from the United States to Ukraine is the subject of reports that give no status: Merkur, citing Lloyd Austin, US defence secretary (“support”). Behind it: 1 origin, 1 document."#]],
    );
}

#[test]
fn claims_are_told_no_surer_than_they_are() {
    says(
        "0e12-15",
        expect![[r#"
            Eine Rückgabe von EGY an RUS („Hubschraubertriebwerke“, „150“, „innerhalb eines Monats“) soll vereinbart sein, so Merkur, dort zitiert: Wall Street Journal (November 2023 (erschlossen)).
            A return from EGY to RUS (“helicopter engines”, “150”, “within a month”) has reportedly been agreed, according to Merkur, citing The Wall Street Journal (November 2023 (inferred))."#]],
    );
    says(
        "0e12-03",
        expect![[r#"
            Dem Bericht nach: Nach den USA ist Russland weltweit der größte Hersteller von Waffen – so Merkur, ohne Angabe einer Quelle (November 2023 (erschlossen)).
            Reportedly: After the United States, Russia is the world’s largest arms producer – according to Merkur, no source given (November 2023 (inferred))."#]],
    );
}

/// A figure that one outlet alone prints is said by that outlet, and not by whom it cites.
#[test]
fn a_figure_stands_with_whoever_prints_it() {
    let prints = |words: &str| said(&["x"]).number(words, None, None);
    let corpus = fixture::corpus(&[
        ("a", vec![prints("150")]),
        ("b", vec![said(&["x"])]),
        ("c", vec![prints("150"), prints("200"), said(&["y", "x"])]),
    ]);
    let countries = corpus.country_codes();
    let attributed =
        Attributed { trust: Trust::all(&corpus), countries: &countries, lang: Lang::En };
    let transfer = corpus.find_transfer("t").expect("the one");
    let told = attributed.transfer(transfer);
    let so = "according to a, citing x (“150”); b, citing x; c, citing x (“150”, “200”); c, citing y, citing x.";
    assert!(told.contains(so), "{told}");
}

#[test]
fn what_is_moved_loses_a_year_and_no_other_brackets() {
    let told = |item: &str| {
        let mut source = fixture::corpus(&[("a", vec![said(&["x"])])]).source().clone();
        source.transfers[0].item = Text::new("de", item).with("en", item);
        let corpus = Corpus::new(source).expect("its references");
        let countries = corpus.country_codes();
        let attributed =
            Attributed { trust: Trust::all(&corpus), countries: &countries, lang: Lang::En };
        attributed.transfer(corpus.find_transfer("t").expect("the one"))
    };
    for (item, kept) in [
        ("drones (2023)", "(drones)"),
        ("drones (by September 2022)", "(drones)"),
        ("Su-35 (export version)", "(Su-35 (export version))"),
        ("Su-35 (2 seats) (2023)", "(Su-35 (2 seats))"),
        ("T-72 (2023) and more", "(T-72 (2023) and more)"),
    ] {
        assert!(told(item).contains(kept), "{item}: {}", told(item));
    }
}

#[test]
fn who_was_asked_and_said_nothing_is_not_cited() {
    let silent = said(&["x", "y"]).stance("declines_comment");
    let corpus = fixture::corpus(&[("a", vec![said(&[]), silent])]);
    let countries = corpus.country_codes();
    let attributed =
        Attributed { trust: Trust::all(&corpus), countries: &countries, lang: Lang::En };
    let told = attributed.claim(corpus.find_claim("0-1").expect("the silence"));
    assert!(
        told.ends_with(
            "is not commented on, according to a, citing x (asked: y; November 2023 (inferred))."
        ),
        "{told}"
    );
}

#[test]
fn what_is_typed_turns_nothing_around_it() {
    assert_eq!(isolated(Lang::En, "drones"), "drones");
    assert_eq!(isolated(Lang::En, "\u{202e}drones\u{2069}"), "drones");
    assert_eq!(isolated(Lang::En, "مسيّرات"), "\u{2068}مسيّرات\u{2069}");
    assert_eq!(isolated(Lang::Ar, "drones"), "\u{2068}drones\u{2069}");
}

/// A quotation that is in none of the reader's languages is the document's own words, and no translation of them.
#[test]
fn what_is_printed_is_quoted_as_it_is_printed() {
    let source = serde_json::from_str(crate::BUNDLED).expect("the asset");
    let corpus = Corpus::new(source).expect("its references");
    let countries = corpus.country_codes();
    let attributed =
        Attributed { trust: Trust::all(&corpus), countries: &countries, lang: Lang::Fr };
    let mut quoted = 0;
    for (at, claim) in corpus.claims().filter(|(_, it)| it.status != Status::Unknown) {
        let (Some(quantity), Some(_)) = (&claim.quantity, corpus.transfer_of(at)) else { continue };
        let [de, en] = ["de", "en"].map(|it| quantity.words.in_language(it).expect("its words"));
        let told = attributed.claim(at);
        assert!(told.contains(&super::quoted(Lang::Fr, de)), "{told}");
        assert!(de == en || !told.contains(&super::quoted(Lang::Fr, en)), "{told}");
        quoted += 1;
    }
    assert!(quoted > 5, "{quoted}");
    let when = r#"{ "words": { "de": "dieses Jahr", "en": "this year" } }"#;
    let when = serde_json::from_str(when).expect("a time");
    let printed = |lang| dated(lang, &when, "de").printed.expect("its words").0;
    assert_eq!([Lang::En, Lang::De, Lang::Pl].map(printed), ["en", "de", "de"]);
}

/// What stands in a text and is not kept apart from its direction.
fn bare(text: &str) -> String {
    let mut depth = 0;
    let outer = text.chars().filter(|letter| {
        depth += i32::from(*letter == '\u{2068}') - i32::from(*letter == '\u{2069}');
        assert!(depth >= 0, "{text}");
        depth == 0
    });
    let outer = outer.collect();
    assert_eq!(depth, 0, "{text}");
    outer
}

/// Names and texts of the corpus are in Latin letters, and each is kept apart where they stand in Arabic.
#[test]
fn no_name_turns_the_arabic_around_it() {
    let lang = Lang::Ar;
    let source = serde_json::from_str(crate::BUNDLED).expect("the asset");
    let corpus = Corpus::new(source).expect("its references");
    let named = |_| crate::corpus::Text::new("ar", "بلد");
    let countries: CountryNames = corpus.country_ids().map(named).collect();
    let trust = Trust::all(&corpus);
    let attributed = Attributed { trust, countries: &countries, lang };
    let findings = crate::evidence::Findings::new(trust);
    let mut told: Vec<String> = Vec::new();
    for claim in corpus.claim_ids() {
        told.extend([attributed.claim(claim), chain(lang, &corpus, claim)]);
    }
    for transfer in corpus.transfer_ids() {
        told.extend([attributed.title(transfer), attributed.transfer(transfer)]);
        told.extend(who(lang, trust, &findings[transfer], transfer));
    }
    let query = Query { text: "drones".to_owned(), ..Query::default() };
    let ids = corpus.source().origins.iter().map(|it| (Facet::Origin, &it.id));
    let ids = ids.chain(corpus.source().documents.iter().map(|it| (Facet::Document, &it.id)));
    let filters = ids.map(|(facet, id)| Filter::Value(facet, id.clone()));
    let filters: Vec<Filter> = filters.chain([Filter::Text]).collect();
    told.extend(filters.iter().map(|it| filter(&corpus, &countries, lang, &query, it)));
    let all = ["Merkur", "WSJ"].map(str::to_owned);
    told.extend([names(lang, &all), first_names(lang, &all, words(lang).signs.comma)]);
    told.extend([1, 2, 3].map(|it| all_from(lang, it, "WSJ")));
    told.push(file_holds(lang, "table.csv", Some([1, 2])));
    for text in told {
        let bare = bare(&text);
        assert!(!bare.contains(|it: char| it.is_ascii_alphabetic()), "{bare}\n{text}");
    }
}

/// Who fills in a text keeps apart what they fill in: were it done in some texts, nobody would know in which.
#[test]
fn no_text_keeps_apart_what_is_filled_in() {
    let locales = concat!(env!("CARGO_MANIFEST_DIR"), "/locales");
    for file in std::fs::read_dir(locales).expect("the folder of the texts") {
        let path = file.expect("a file").path();
        let text = std::fs::read_to_string(&path).expect("a text");
        let written = ["\\u2066", "\\u2067", "\\u2068", "\\u2069"];
        let is_written = written.iter().any(|it| text.contains(it));
        let has_any = text.contains(|it| matches!(it, '\u{2066}'..='\u{2069}'));
        assert!(!is_written && !has_any, "{}", path.display());
    }
}
