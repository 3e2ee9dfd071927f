//! What a query finds and what its options promise, on the bundled corpus.

mod search;

use super::*;
use crate::corpus::{ClaimSet, Corpus, CountryNames, OriginId, Text, fold};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use std::sync::{Arc, LazyLock};

static INDEX: LazyLock<Index> = LazyLock::new(fresh);

/// An index that has been asked nothing yet.
fn fresh() -> Index {
    let source = serde_json::from_str(crate::BUNDLED).expect("the asset");
    let corpus = Arc::new(Corpus::new(source).expect("its references"));
    let names: CountryNames = corpus.source().countries.iter().map(|it| name(&it.id)).collect();
    Index::new(corpus, &names)
}

/// The names that a browser would give.
fn name(id: &str) -> Text {
    let (de, en) = match id {
        "EGY" => ("Ägypten", "Egypt"),
        "BRA" => ("Brasilien", "Brazil"),
        "IRN" => ("Iran", "Iran"),
        "RUS" => ("Russland", "Russia"),
        "USA" => ("Vereinigte Staaten", "United States"),
        "KOR" => ("Südkorea", "South Korea"),
        "PRK" => ("Nordkorea", "North Korea"),
        _ => (id, id),
    };
    Text::new("de", de).with("en", en)
}

fn query(link: &str) -> Query {
    let crate::link::Link { query, unknown, .. } = crate::link::read(link, "", INDEX.corpus());
    assert!(unknown.is_empty(), "{unknown:?}");
    query
}

/// The transfers that a link selects, and how many context claims.
#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn finds(link: &str, said: Expect) {
    let selection = INDEX.select(&query(link));
    let ids: Vec<&str> =
        selection.transfers.iter().map(|&it| INDEX.corpus().transfer(it).id.as_str()).collect();
    said.assert_eq(&format!("{} + {} context", ids.join(" "), selection.context.len()));
}

#[test]
fn everything() {
    finds(
        "",
        expect![
            "prk-rus-munitions-2023 irn-rus-missiles xws-ukr-arms irn-rus-drones egy-rus-engines blr-rus-helicopters prk-rus-munitions-2022 irn-rus-drone-plant bra-rus-helicopters egy-rus-rockets pak-rus-helicopters prk-rus-equipment usa-ukr-aid irn-rus-drones-2022 rus-egy-debt rus-egy-wheat + 77 context"
        ],
    );
}

#[test]
fn values_of_one_facet_add_up_and_facets_narrow() {
    finds("country=BRA", expect!["bra-rus-helicopters + 0 context"]);
    finds("country=BRA~PAK", expect!["bra-rus-helicopters pak-rus-helicopters + 0 context"]);
    finds("country=BRA~PAK&status=refused", expect!["bra-rus-helicopters + 0 context"]);
    finds("kind=payment", expect!["rus-egy-debt rus-egy-wheat + 0 context"]);
    finds(
        "category=drones",
        expect!["irn-rus-drones irn-rus-drone-plant irn-rus-drones-2022 + 0 context"],
    );
    finds("origin=south-korea", expect!["prk-rus-munitions-2023 + 0 context"]);
    finds(
        "document=32d917aa70857a60",
        expect!["irn-rus-missiles irn-rus-drones irn-rus-drone-plant + 8 context"],
    );
}

#[test]
fn a_page_belongs_to_the_view_that_lists_it() {
    let view = |link: &str| query(link).belongs_to(INDEX.corpus());
    assert_eq!(view("about=wsj"), View::Origins);
    assert_eq!(view("about=0e1200376cf63873&view=disputed"), View::Documents);
    assert_eq!(view("view=disputed"), View::Disputed);
}

/// The status filter goes by what is asserted: North Korea's denial claims no delivery.
#[test]
fn a_denial_has_no_status() {
    finds("origin=north-korea&status=delivered", expect![" + 0 context"]);
}

#[test]
fn time_selects_what_may_have_happened_then() {
    finds(
        "time=2022",
        expect![
            "irn-rus-missiles irn-rus-drones prk-rus-munitions-2022 irn-rus-drone-plant prk-rus-equipment irn-rus-drones-2022 + 36 context"
        ],
    );
    finds("time=2014", expect![" + 1 context"]);
    finds(
        "time=2023-12",
        expect![
            "irn-rus-missiles irn-rus-drones egy-rus-engines prk-rus-munitions-2022 irn-rus-drone-plant egy-rus-rockets prk-rus-equipment + 9 context"
        ],
    );
    finds(
        "time=undated&kind=return",
        expect![[
            r#"egy-rus-engines blr-rus-helicopters bra-rus-helicopters pak-rus-helicopters + 0 context"#
        ]],
    );
    finds("time=1999", expect![" + 0 context"]);
}

#[test]
fn an_empty_result_says_what_to_loosen() {
    let loosening = INDEX.loosening(&query("country=BRA&kind=payment"));
    expect![[r#"[(Value(Country, "BRA"), 2), (Value(Kind, "payment"), 1)]"#]]
        .assert_eq(&format!("{loosening:?}"));
    assert!(INDEX.loosening(&query("")).is_empty());
}

/// Case is folded as the standard library folds it, in the alphabets of European languages.
#[test]
fn case() {
    for letter in ('\u{0}'..='\u{24f}').chain('\u{370}'..='\u{52f}').chain('Ḁ'..='ỿ') {
        let is_common =
            matches!(letter, '\0'..='\u{17f}' | 'Α'..='ώ' | 'А'..='ҁ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ');
        let lower: Vec<char> = letter.to_lowercase().collect();
        if is_common && !matches!(letter, 'İ' | 'ϴ') && lower != [letter] {
            let [lower] = lower[..] else { panic!("{letter} has a lower case of several letters") };
            assert_eq!(fold(&letter.to_string()), fold(&lower.to_string()), "{letter}");
        }
    }
}

#[test]
fn folding() {
    for (text, folded) in [
        ("Ägypten", "agypten"),
        ("aegypten", "agypten"),
        ("Öl", "ol"),
        ("Müller", "muller"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Герой", "герой"),
        ("إيران", "إيران"),
        ("Çà", "ca"),
        ("Hub\u{ad}schrauber", "hubschrauber"),
        ("40\u{202f}000", "40 000"),
    ] {
        assert_eq!(fold(text), folded);
    }
}

fn any_query() -> impl Strategy<Value = Query> {
    let counts = INDEX.counts(&Query::default());
    let ids = Facet::ALL.map(|facet| {
        let ids: Vec<String> = counts.of(facet).iter().map(|it| it.id.clone()).collect();
        proptest::sample::subsequence(ids, 0..=2)
    });
    let time = proptest::sample::select(&["", "2022", "2023", "2023-04/..", "../2022-12"][..]);
    let text = proptest::sample::select(&["", "triebwerk", "north korea", "2023"][..]);
    let view = proptest::sample::select(&View::ALL[..]);
    let origins: Vec<String> =
        INDEX.corpus().source().origins.iter().map(|it| it.id.clone()).collect();
    let distrust = proptest::sample::subsequence(origins, 0..=2);
    let parts = (ids, time, any::<bool>(), text, view, distrust);
    parts.prop_map(|(ids, time, undated, text, view, distrust)| {
        let mut query = Query {
            time: time.parse().ok(),
            undated,
            text: text.to_owned(),
            view,
            ..Query::default()
        };
        for (facet, ids) in Facet::ALL.into_iter().zip(ids) {
            for id in &ids {
                query.chosen.of_mut(facet).insert(id);
            }
        }
        for id in &distrust {
            query.distrust.insert(id);
        }
        query
    })
}

/// The query to which the switch of an origin leads: it stands in the page as a link, and is read from there.
fn switched(before: &Query, origin: &str) -> Query {
    let mut after = before.clone();
    after.distrust.toggle(origin);
    query(&crate::link::write(&after))
}

/// An embed of Egypt's transfers counts what falls of them, and nothing of the rest.
#[test]
fn what_falls_is_counted_of_what_is_fixed() {
    let index =
        INDEX.clone().restricted_to(Fixed { query: query("country=EGY"), is_spoilt: false });
    let distrusting = query("distrust=wsj");
    let falling = |index: &Index| {
        let discounted = index.select(&distrusting).discounted;
        index.falling(&discounted, &index.findings(&discounted))
    };
    let ((all, of_all), (claims, transfers)) = (falling(&INDEX), falling(&index));
    assert!(claims < all && transfers < of_all, "{claims} of {all}, {transfers} of {of_all}");
    let everything = index.select(&Query::default()).claims.len();
    assert_eq!(index.select(&distrusting).claims.len(), everything - claims);
}

/// Where what is fixed cannot be read, nothing is shown that an editor may have left out.
#[test]
fn what_is_fixed_and_spoilt_shows_nothing() {
    for search in [
        "time=2023-13&fixed",
        "kind=none&fixed",
        "country=EGY&time=soon&fixed",
        "country=Egypt&fixed",
    ] {
        let fixed =
            crate::link::read("", search, INDEX.corpus()).fixed.expect("something is fixed");
        let index = INDEX.clone().restricted_to(fixed);
        assert!(index.select(&Query::default()).claims.is_empty(), "{search}");
    }
}

proptest! {
    // Each makes an index of its own, which takes a while.
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whoever is not believed falls, with nobody else who was believed; and who is believed again is there as
    /// if nothing had been, whatever was asked meanwhile.
    #[test]
    fn trust_comes_back(query in any_query(), at in any::<proptest::sample::Index>()) {
        let other = fresh();
        let untouched = (other.select(&query), other.counts(&query));
        let corpus = INDEX.corpus();
        let believed: Vec<OriginId> = corpus
            .origin_ids()
            .filter(|&it| !query.distrust.contains(&corpus.origin(it).id))
            .collect();
        let origin = believed[at.index(believed.len())];
        let id = &corpus.origin(origin).id;

        let fallen = switched(&query, id);
        let expected: Vec<&str> = corpus
            .source()
            .origins
            .iter()
            .map(|it| it.id.as_str())
            .filter(|it| *it == id || query.distrust.contains(it))
            .collect();
        prop_assert_eq!(fallen.distrust.len(), expected.len());
        prop_assert!(expected.into_iter().all(|it| fallen.distrust.contains(it)));
        let left = INDEX.select(&fallen);
        prop_assert!(untouched.0.discounted.is_subset(&left.discounted));
        prop_assert!(left.claims.is_subset(&untouched.0.claims));
        for claim in corpus.claim_ids().filter(|&it| corpus.chain(it).contains(&origin)) {
            prop_assert!(left.discounted.contains(claim) && !left.claims.contains(claim));
        }

        for again in [switched(&fallen, id), fallen.without(&Filter::Distrust(id.clone()))] {
            prop_assert_eq!(&again, &query);
            prop_assert_eq!(&(INDEX.select(&again), INDEX.counts(&again)), &untouched);
        }
    }
}

proptest! {
    /// An option's count is what the list holds once it is chosen alone in its facet.
    #[test]
    fn options_keep_their_promise(query in any_query()) {
        let counts = INDEX.counts(&query);
        for facet in Facet::ALL {
            for count in counts.of(facet) {
                let mut alone = query.without(&Filter::Facet(facet));
                alone.toggle(facet, &count.id);
                prop_assert_eq!(INDEX.select(&alone).count(query.view), count.count);
                prop_assert_eq!(query.has(facet, &count.id), count.chosen);
            }
        }
        for year in &counts.times.years {
            let time = year.id.parse().ok();
            let alone = Query { time, undated: false, ..query.clone() };
            prop_assert_eq!(INDEX.select(&alone).count(query.view), year.count);
        }
    }

    /// What is fixed holds, whatever else is set, and no option promises more than is in it.
    #[test]
    fn nothing_leads_out_of_what_is_fixed((fixed, query) in (any_query(), any_query())) {
        let held = Fixed { query: fixed.clone(), is_spoilt: false };
        let index = INDEX.clone().restricted_to(held);
        let mut both = INDEX.select(&fixed).claims;
        both.intersect_with(&INDEX.select(&query).claims);
        prop_assert_eq!(index.select(&query).claims, both);
        let counts = index.counts(&query);
        for facet in Facet::ALL {
            for count in counts.of(facet) {
                let mut alone = query.without(&Filter::Facet(facet));
                alone.toggle(facet, &count.id);
                prop_assert_eq!(index.select(&alone).count(query.view), count.count);
            }
        }
    }

    /// Loosening a filter never loses anything, and adding a value to a facet in use neither.
    #[test]
    fn filters_only_narrow(query in any_query()) {
        let selection = INDEX.select(&query);
        for facet in Facet::ALL {
            let wider = INDEX.select(&query.without(&Filter::Facet(facet)));
            prop_assert!(selection.claims.is_subset(&wider.claims));
        }
        prop_assert!(selection.claims.is_subset(&INDEX.select(&query.cleared()).claims));
    }

    #[test]
    fn folding_is_done_once(text in any::<String>()) {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded);
    }
}

/// What was withdrawn counts no more than what was never there.
#[test]
fn what_was_withdrawn_counts_for_nothing() {
    let corpus = INDEX.corpus();
    let disputed: Vec<&String> = corpus.claims().flat_map(|(_, it)| &it.disputes).collect();
    for (_, claim) in corpus.claims().filter(|(_, it)| !disputed.contains(&&it.id)).step_by(9) {
        let withdrawn = corpus.source().clone().without(&claim.id);
        let mut gone = withdrawn.clone();
        gone.documents.iter_mut().for_each(|it| it.withdrawn.clear());
        let [withdrawn, gone] = [withdrawn, gone].map(|source| {
            let corpus = Arc::new(Corpus::new(source).expect("its references"));
            Index::new(Arc::clone(&corpus), &corpus.country_codes())
        });
        let query = Query::default();
        assert_eq!(withdrawn.select(&query), gone.select(&query), "{}", claim.id);
        assert_eq!(withdrawn.counts(&query), gone.counts(&query), "{}", claim.id);
        let findings = |it: &Index| format!("{:?}", it.findings(&ClaimSet::new()));
        assert_eq!(findings(&withdrawn), findings(&gone), "{}", claim.id);
    }
}
