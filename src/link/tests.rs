//! Links survive the round trip, and no text whatever breaks the reading.

use super::*;
use crate::corpus::Day;
use crate::query::Index;
use expect_test::{Expect, expect};
use proptest::prelude::*;
use std::sync::{Arc, LazyLock};

static CORPUS: LazyLock<Arc<Corpus>> = LazyLock::new(|| {
    let source = serde_json::from_str(crate::BUNDLED).expect("the asset");
    Arc::new(Corpus::new(source).expect("its references"))
});

/// A link, as it is written again after it was read, and what was not understood in it.
#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn reads(fragment: &str, search: &str, said: Expect) {
    let Link { query, fixed, unknown } = read(fragment, search, &CORPUS);
    let mut lines = vec![write(&query)];
    lines.extend(fixed.map(|fixed| {
        let spoilt = if fixed.is_spoilt { "spoilt " } else { "" };
        format!("fixed: {spoilt}{}", write(&fixed.query))
    }));
    lines.extend(unknown.iter().map(|UnknownPart { key, value }| format!("{key}: {value:?}")));
    said.assert_eq(&lines.join("\n"));
}

/// A link that was understood, with nothing fixed.
fn plain(query: Query) -> Link {
    Link { query, ..Link::default() }
}

#[test]
fn links_are_read() {
    for link in [
        "",
        "country=BRA~EGY",
        "country=EGY~PRK&status=agreed&q=triebwerk&claim=7ebd-04&lang=de",
        "kind=payment&time=2023-11-01/..~undated",
        "time=undated",
        "origin=wsj&document=0e1200376cf63873&view=context",
        "transfer=egy-rus-engines~rus-egy-debt",
        "q=%C3%84gypten%20%2B%20%7E%26",
    ] {
        let Link { query, unknown, .. } = read(link, "", &CORPUS);
        assert_eq!((write(&query).as_str(), unknown), (link, Vec::new()));
    }
}

#[test]
fn defaults_are_not_written() {
    reads("view=transfers&q=", "", expect![]);
}

#[test]
fn what_is_not_understood_is_named_and_the_rest_stands() {
    reads(
        "country=EGY~XXX&status=done&time=yesterday~2023-12/2023-11&foo=1&claim=9&lang=xx&%FF=1&q=%FF&kind",
        "",
        expect![[r#"
            country=EGY
            country: Some("XXX")
            status: Some("done")
            time: Some("yesterday")
            time: Some("2023-12/2023-11")
            foo: None
            claim: Some("9")
            lang: Some("xx")
            %FF: None
            q: Some("%FF")
            kind: Some("")"#]],
    );
}

#[test]
fn a_claim_has_the_view_that_lists_it() {
    reads("view=documents&claim=7ebd-04", "", expect!["claim=7ebd-04"]);
    reads("about=wsj&claim=7ebd-21", "view=disputed", expect!["claim=7ebd-21"]);
    reads(
        "view=documents&claim=9",
        "",
        expect![[r#"
        view=documents
        claim: Some("9")"#]],
    );
}

#[test]
fn the_query_string_is_read_too_and_the_fragment_has_the_last_word() {
    reads(
        "country=BRA",
        "country=EGY&status=agreed&utm_source=a&lang=xx",
        expect![[r#"
        country=BRA&status=agreed
        lang: Some("xx")"#]],
    );
    assert_eq!(foreign_parameters("country=EGY&utm_source=a&&lang=de&b=%26"), "utm_source=a&b=%26");
}

#[test]
fn an_editor_sets_the_viewer_into_a_page() {
    reads(
        "country=BRA&status=agreed",
        "country=EGY&fixed&plain&map=of&theme=blue&filters=off&lang=de&transfer=egy-rus-engines",
        expect![[r#"
            country=BRA&status=agreed&transfer=egy-rus-engines&lang=de
            fixed: country=EGY
            map: Some("of")
            theme: Some("blue")"#]],
    );
    // What is fixed and not known selects nothing, instead of everything.
    reads(
        "",
        "country=Egypt&fixed",
        expect![[r#"

            fixed: country=Egypt
            country: Some("Egypt")"#]],
    );
    // A value that means nothing fixes nothing, anywhere.
    assert_eq!(foreign_parameters("country=EGY&fixed=1"), "fixed=1");
    // Nothing is fixed where nothing is set.
    reads("country=BRA", "fixed", expect!["country=BRA"]);
    // What readers change moves to the fragment, and what an editor has set stays.
    assert_eq!(foreign_parameters("country=EGY&lang=de&plain&theme=dark"), "plain&theme=dark");
    assert_eq!(foreign_parameters("country=EGY&q=a&view=context&fixed"), "country=EGY&q=a&fixed");
}

#[test]
fn a_setting_is_read_as_it_was_written() {
    let all = [false, true].into_iter().flat_map(|a| [false, true].map(|b| (a, b)));
    for ((plain, no_map), theme) in all.zip(Theme::ALL.into_iter().cycle()) {
        let setting = Setting { plain, no_map, no_filters: !plain, fixed: no_map, theme };
        let mut again = Setting::default();
        for (key, value) in pairs(&setting.write()) {
            assert!(again.read(&key, value), "{key}={value}");
        }
        assert_eq!(again, setting);
    }
    assert_eq!(Setting::default().write(), "");
}

#[test]
fn the_nearest_is_offered_for_what_is_gone() {
    let near = |key: &str, value: &str| {
        let unknown = UnknownPart { key: key.to_owned(), value: Some(value.to_owned()) };
        nearest(&CORPUS, &unknown).map(|query| write(&query)).unwrap_or_default()
    };
    assert_eq!(near("claim", "0e12-99"), "claim=0e12-42");
    assert_eq!(near("claim", "0e12-00"), "claim=0e12-01");
    assert_eq!(near("transfer", "egy-rus-motors"), "transfer=egy-rus-engines");
    for (key, value) in
        [("claim", "ffff-01"), ("claim", "ä"), ("transfer", "chn-rus-x"), ("q", "0e12-99")]
    {
        assert_eq!(near(key, value), "", "{key}={value}");
    }
}

#[test]
fn typing_is_one_step_and_all_else_is_one_each() {
    let query = |link: &str| read(link, "", &CORPUS).query;
    let step = |from: &str, to: &str| step(&query(from), &query(to));
    assert_eq!(step("q=a", "q=a"), Step::None);
    assert_eq!(step("", "q=a"), Step::Push);
    assert_eq!(step("q=a", "q=ab"), Step::Replace);
    assert_eq!(step("q=a", ""), Step::Push);
    assert_eq!(step("q=a", "q=ab&country=EGY"), Step::Push);
    assert_eq!(step("", "transfer=egy-rus-engines"), Step::Push);
}

fn some_of(ids: Vec<String>) -> impl Strategy<Value = Ids> {
    let most = ids.len().min(4);
    proptest::sample::subsequence(ids, 0..=most).prop_map(|some| {
        let mut ids = Ids::default();
        some.iter().rev().for_each(|id| ids.insert(id));
        ids
    })
}

fn ids(facet: Facet) -> Vec<String> {
    static INDEX: LazyLock<Index> =
        LazyLock::new(|| Index::new(Arc::clone(&CORPUS), &CORPUS.country_codes()));
    let counts = INDEX.counts(&Query::default());
    counts.of(facet).iter().map(|count| count.id.clone()).collect()
}

fn day() -> impl Strategy<Value = Day> {
    (1000u16..=9999, 1u8..=12, 1u8..=31).prop_filter_map("a day", |(y, m, d)| Day::new(y, m, d))
}

fn span() -> impl Strategy<Value = Option<Span>> {
    let end = || proptest::option::of(day());
    (end(), end()).prop_map(|(from, to)| {
        let span = Span { from, to };
        (!span.is_open() && !span.is_backwards()).then_some(span)
    })
}

fn query() -> impl Strategy<Value = Query> {
    let facets = Facet::ALL.map(|facet| some_of(ids(facet)));
    let transfers = CORPUS.source().transfers.iter().map(|it| it.id.clone()).collect();
    let claims: Vec<String> = CORPUS.claims().map(|(_, claim)| claim.id.clone()).collect();
    let rest = (
        span(),
        any::<bool>(),
        any::<String>(),
        proptest::sample::select(&View::ALL[..]),
        some_of(transfers),
        proptest::option::of(proptest::sample::select(claims)),
        proptest::option::of(proptest::sample::select(&Lang::ALL[..])),
    );
    (facets, rest).prop_map(|(sets, (time, undated, text, view, open, claim, lang))| {
        let mut query = Query { time, undated, text, view, open, lang, ..Query::default() };
        // A claim has the view that lists it.
        if let Some(claim) = claim.and_then(|id| CORPUS.find_claim(&id)) {
            query.point_at(&CORPUS, claim);
        }
        for (facet, set) in Facet::ALL.into_iter().zip(sets) {
            *query.chosen.of_mut(facet) = set;
        }
        query
    })
}

proptest! {
    #[test]
    fn any_query_survives_the_round_trip(query in query()) {
        let link = write(&query);
        prop_assert!(link.is_ascii() && !link.contains([' ', '#', '"', '<', '>']));
        prop_assert_eq!(read(&link, "", &CORPUS), plain(query.clone()));
        // The query string takes the same.
        prop_assert_eq!(read("", &link, &CORPUS), plain(query));
        prop_assert_eq!(foreign_parameters(&link), "");
    }

    #[test]
    fn any_text_whatever_is_read_without_a_panic(fragment in any::<String>(), search in any::<String>()) {
        let query = read(&fragment, &search, &CORPUS).query;
        // What was understood of it is a link like any other.
        prop_assert_eq!(read(&write(&query), "", &CORPUS), plain(query));
    }

    #[test]
    fn any_spoilt_link_is_read_without_a_panic(
        query in query(), at in any::<prop::sample::Index>(), by in "[%&=~+#a-z0-9./]{0,3}",
    ) {
        let mut link = write(&query);
        let at = at.index(link.len() + 1);
        link.insert_str(at, &by);
        let query = read(&link, "", &CORPUS).query;
        prop_assert_eq!(read(&write(&query), "", &CORPUS), plain(query));
    }
}
