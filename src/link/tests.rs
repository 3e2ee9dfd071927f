//! Links survive the round trip, and no text whatever breaks the reading.

use super::pairs::visible;
use super::*;
use crate::corpus::{Day, Span};
use crate::evidence::fixture;
use crate::query::{Ids, Index, MOST_TEXT};
use expect_test::{Expect, expect};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use proptest::prelude::*;
use std::sync::{Arc, LazyLock};

static CORPUS: LazyLock<Arc<Corpus>> = LazyLock::new(|| {
    let source = serde_json::from_str(crate::BUNDLED).expect("the asset");
    Arc::new(Corpus::new(source).expect("its references"))
});

/// A link, as it is written again after it was read, and what was not understood in it.
#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn reads(fragment: &str, search: &str, said: Expect) {
    let Link { query, fixed, unknown, .. } = read(fragment, search, &CORPUS);
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
        "kind=payment&time=2023-11-01/open~undated",
        "time=undated",
        "origin=wsj&document=0e1200376cf63873&view=context",
        "transfer=egy-rus-engines~rus-egy-debt",
        "q=%C3%84gypten%20%2B%20%7E%26%E2%81%A0",
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
            country=EGY&q=%C3%BF
            country: Some("XXX")
            status: Some("done")
            time: Some("yesterday")
            time: Some("2023-12/2023-11")
            foo: None
            claim: Some("9")
            lang: Some("xx")
            ÿ: None
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
    assert_eq!(
        foreign_parameters("country=EGY&utm_source=a&&lang=de&b=%26", true),
        "utm_source=a&b=%26"
    );
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
    assert_eq!(foreign_parameters("country=EGY&fixed=no", true), "fixed=no");
    // Nothing is fixed where nothing is set.
    reads("country=BRA", "fixed", expect!["country=BRA"]);
    // What readers change moves to the fragment, and what an editor has set stays.
    assert_eq!(
        foreign_parameters("country=EGY&lang=de&plain&theme=dark", true),
        "plain&theme=dark"
    );
    assert_eq!(
        foreign_parameters("country=EGY&q=a&view=context&fixed", true),
        "country=EGY&q=a&fixed"
    );
}

#[test]
fn a_setting_is_read_as_it_was_written() {
    let all = [false, true].into_iter().flat_map(|a| [false, true].map(|b| (a, b)));
    for ((plain, no_map), theme) in all.zip(Theme::ALL.into_iter().cycle()) {
        let setting = Setting { plain, no_map, no_filters: !plain, fixed: no_map, theme };
        let mut again = Setting::default();
        for Pair { key, value, .. } in pairs(&setting.write()).0 {
            assert!(again.read(&key, &value), "{key}={value}");
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
fn no_transfer_is_near_for_the_letters_that_its_id_begins_with() {
    let mut source = fixture::corpus(&[("a", vec![fixture::said(&["x"])])]).source().clone();
    "shipment-1".clone_into(&mut source.transfers[0].id);
    source.documents[0].claims[0].transfer = Some("shipment-1".to_owned());
    let corpus = Corpus::new(source).expect("its references");
    let near = |value: &str| {
        let unknown = UnknownPart { key: "transfer".to_owned(), value: Some(value.to_owned()) };
        nearest(&corpus, &unknown).map(|query| write(&query)).unwrap_or_default()
    };
    assert_eq!(near("shipment-2"), "");
    assert_eq!(near("egy-rus-engines"), "transfer=shipment-1");
}

#[test]
fn typing_is_one_step_and_all_else_is_one_each() {
    let query = |link: &str| read(link, "", &CORPUS).query;
    let step = |from: &str, to: &str| step(&query(from), &query(to));
    assert_eq!(step("q=a", "q=a"), Step::None);
    assert_eq!(step("", "q=a"), Step::Push);
    assert_eq!(step("q=a", "q=ab"), Step::Replace);
    // What is shown late is one step, however many letters came meanwhile.
    assert_eq!(step("", "q=abc"), Step::Push);
    assert_eq!(step("q=a", ""), Step::Push);
    assert_eq!(step("q=a", "q=ab&country=EGY"), Step::Push);
    assert_eq!(step("", "transfer=egy-rus-engines"), Step::Push);
    let is_typed = |from: &str, to: &str| is_typed(&query(from), &query(to));
    assert!(is_typed("", "q=a") && is_typed("q=a&country=EGY", "country=EGY"));
    assert!(!is_typed("q=a", "q=a") && !is_typed("q=a", "q=ab&country=EGY"));
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
        prop_oneof![
            any::<String>(),
            "[%&=+~#;?a-cäß0-9. \"')(-]{0,12}",
            "[a-c]?&(lang|country|q)=[a-z]{2}"
        ],
        proptest::sample::select(&View::ALL[..]),
        some_of(transfers),
        proptest::option::of(proptest::sample::select(claims)),
        proptest::option::of(proptest::sample::select(&Lang::ALL[..])),
    );
    (facets, rest).prop_map(|(sets, (time, undated, text, view, open, claim, lang))| {
        // What nobody sees is not carried.
        let text = visible(&text);
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

/// What networks, mail and chats make of our links: what each is made of, and what it says.
#[test]
fn what_others_add_behind_a_search_is_not_searched_for() {
    reads("q=a%26fbclid=b", "", expect!["q=a"]);
    // Who searched for that has a mark behind the sign.
    let text = "a&fbclid=b".to_owned();
    let link = write(&Query { text: text.clone(), ..Query::default() });
    assert_eq!(read(&link, "", &CORPUS).query.text, text);
}

#[test]
fn links_are_read_as_others_hand_them_on() {
    for link in [
        "country=EGY~PRK",
        "country=EGY%7EPRK",
        "country=EGY%257EPRK",
        "country=EGY+PRK",
        "country=EGY%20PRK",
        "country=EGY,PRK",
        "country=EGY|PRK",
        "country=EGY%7CPRK",
        "country=EGY;PRK",
        "country=EGY&country=PRK",
        "country=EGY&amp;country=PRK",
        "COUNTRY=egy~prk",
        "country%3DEGY~PRK",
        "country%253DEGY%257EPRK",
        "Country=Egy~KP",
        "/country=EGY~PRK",
        "!/country=EGY~PRK",
        "?country=EGY~PRK",
        "#?country=EGY~PRK",
        "country=EGY~PRK:~:text=Egypt",
        "(country=EGY~PRK).",
        "country=\"EGY\"~\"PRK\"",
        "url=country%3DEGY~PRK",
        "country=EGY~PRK?fbclid=x_y",
        "country=EGY~PRK%26fbclid=x_y",
        "country=EGY~PRK&utm_source=x&gclid=y",
        "country=EGY~PRK/?utm_source=x",
        "country=EGY~PRK#xtor=RSS-1",
        "?secret=aB3dE5fG7h&country=EGY~PRK",
        "country=EGY~PRK&_=_",
        "country=EGY~PRK\u{200b}",
        "country=EGY~PRK%E2%80%8B",
        "\u{202a}country=EGY~\u{202e}PRK",
    ] {
        for (fragment, search) in [(link, ""), ("", link)] {
            let Link { query, unknown, .. } = read(fragment, search, &CORPUS);
            assert_eq!((write(&query).as_str(), unknown), ("country=EGY~PRK", vec![]), "{link}");
        }
    }
    reads("country=EGY&amp;amp;lang=de", "", expect!["country=EGY&lang=de"]);
    reads("country=EGY%26lang=de", "", expect!["country=EGY&lang=de"]);
    reads("country%3DEGY%26lang%3Dde", "", expect!["country=EGY&lang=de"]);
    reads("country=EGY;lang=de_DE)", "", expect!["country=EGY&lang=de"]);
    reads("claim=0E12-28)&lang=DE-at", "", expect!["claim=0e12-28&lang=de"]);
    reads("q=%25C3%2584gypten", "", expect!["q=%C3%84gypten"]);
    reads("q=%C4gypten", "", expect!["q=%C3%84gypten"]);
    reads("q=%E2%80%AEtxet", "", expect!["q=txet"]);
    reads("q=a%26lang=de", "", expect!["q=a&lang=de"]);
    reads("q=%22helicopter%20engines%22", "", expect!["q=%22helicopter%20engines%22%E2%81%A0"]);
    reads(
        "time=2022-12-11/&time=2022~2023",
        "",
        expect![[r#"
        time=2022
        time: Some("2022-12-11/")
        time: Some("2023")"#]],
    );
    for time in ["..", "open", "Open", "..)."] {
        let time = format!("time=2022%E2%80%9312%E2%80%9311%2F{time}");
        reads(&time, "", expect!["time=2022-12-11/open"]);
    }
    reads("time=%2E%2E/2022", "", expect!["time=open/2022-12-31"]);
    reads("transfer=egy-rus-engines%2e", "", expect!["transfer=egy-rus-engines"]);
    reads("view=Timeline", "", expect!["view=timeline"]);
    reads("/", "", expect![]);
    reads("_=_", "?secret=1", expect![]);
}

#[test]
fn what_others_lose_of_an_embed_does_not_free_it() {
    for search in [
        "country=EGY&fixed&plain",
        "country=EGY&fixed=&plain=",
        "country=EGY&fixed=1&plain=true",
        "country=EGY&amp;fixed&amp;plain",
        "country=EGY&amp;amp;fixed&amp;amp;plain",
        "country=EGY%26fixed%26plain",
        "country%3DEGY%26fixed%26plain",
        "COUNTRY=EGY&FIXED&PLAIN",
        "country=EGY&fixed&plain&fbclid=x",
        "country=EGY&fixed=1/",
        "country=EGY&fixed=1%22)",
        "country=EGY;fixed;plain",
        "country=EGY%26amp%3Bfixed%26amp%3Bplain",
        "country=EGY&amp%3Bfixed",
        "fixed?country=EGY",
    ] {
        let Link { fixed, unknown, .. } = read("country=BRA", search, &CORPUS);
        let fixed = fixed.map(|fixed| write(&fixed.query));
        assert_eq!((fixed.as_deref(), unknown), (Some("country=EGY"), vec![]), "{search}");
        // What is set stays in the address, and is read there again.
        let again = foreign_parameters(search, true);
        assert_eq!(foreign_parameters(&again, true), again);
        let fixed = read("", &again, &CORPUS).fixed.map(|fixed| write(&fixed.query));
        assert_eq!(fixed.as_deref(), Some("country=EGY"), "{search}");
    }
}

#[test]
fn what_is_read_and_what_is_said_have_bounds() {
    let countries = format!("country={}", "X~".repeat(500_000));
    let Link { query, unknown, .. } = read(&countries, "", &CORPUS);
    // One value, and what was not read.
    assert_eq!((write(&query).as_str(), unknown.len()), ("", 3));
    for link in ["&", ";", "&=", "?q=", "%26", "country=%26", "amp;", "%25", "url=", "~", "q=a&q="]
    {
        let _ = read(&link.repeat(300_000), "", &CORPUS);
    }
    let words = "ä".repeat(MOST_TEXT);
    let Link { query, unknown, .. } = read(&format!("q={words}bc"), "", &CORPUS);
    assert_eq!((query.text, unknown.len()), (words, 1));
}

/// A filter that was cut off could show what an editor has left out.
#[test]
fn what_is_too_long_to_be_held_shows_nothing() {
    let long = format!("transfer={}&country=EGY&fixed", "a~".repeat(5_000));
    let Link { fixed, unknown, .. } = read("", &long, &CORPUS);
    assert!(fixed.is_some_and(|fixed| fixed.is_spoilt) && !unknown.is_empty());
}

/// What others do to a link, on the way from one to the next.
fn mangled(link: &str, way: usize) -> String {
    let escaped = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    match way {
        0 => link.replace('&', "&amp;"),
        1 => link.replace('&', "&amp;amp;"),
        2 => link.replace('&', "%26"),
        3 => link.replace('~', "%7E"),
        4 => link.replace('%', "%25"),
        5 => link.replace('%', "%2525"),
        6 => escaped(link),
        7 => escaped(&escaped(link)),
        8 => format!("{link}&fbclid=IwAR0_a-b"),
        9 => format!("{link}?utm_source=a&utm_medium=b"),
        10 => format!("{link}#xtor=RSS-1"),
        11 => format!("?{link}"),
        12 => format!("/{link}"),
        13 => format!("!/{link}"),
        14 => format!("{link})."),
        15 => format!("{link}..."),
        16 => format!("{link}\u{201d}"),
        17 => format!("{link}%E2%80%9D"),
        18 => format!("{link}%22"),
        19 => format!("\u{200b}{link}\u{200b}"),
        20 => format!("{link}:~:text=a,b"),
        21 => link.replace('&', "&\u{200c}"),
        22 => format!("{link}/"),
        _ => format!("({link})"),
    }
}

/// The same to a query string, of which no part is for the browser.
fn mangled_setting(link: &str, way: usize) -> String {
    mangled(link, if way == 20 { 0 } else { way })
}

proptest! {
    #[test]
    fn any_query_survives_the_round_trip(query in query()) {
        let link = write(&query);
        prop_assert!(link.is_ascii() && !link.contains([' ', '#', '"', '<', '>']));
        prop_assert_eq!(read(&link, "", &CORPUS), plain(query.clone()));
        // The query string takes the same.
        prop_assert_eq!(read("", &link, &CORPUS), plain(query));
        prop_assert_eq!(foreign_parameters(&link, true), "");
    }

    #[test]
    fn any_link_survives_what_others_do_to_it(query in query(), ways in proptest::collection::vec(0..24usize, 1..=2)) {
        let link = write(&query);
        prop_assert!(link.is_empty() || link.ends_with(|it: char| it.is_ascii_alphanumeric()));
        // Escaped twice, and each of that twice, is more than anybody does.
        let is_often = |way: &usize| (4..=7).contains(way);
        prop_assume!(ways.iter().filter(|way| is_often(way)).count() <= 1);
        // A slash behind a day may be what is left of an open end.
        prop_assume!(!ways.contains(&22) || !link.rsplit('&').next().is_some_and(|it| it.starts_with("time=")));
        let mangled = ways.iter().fold(link.clone(), |link, &way| mangled(&link, way));
        prop_assert_eq!(read(&mangled, "", &CORPUS), plain(query.clone()), "{}", mangled);
        prop_assert_eq!(read("", &mangled, &CORPUS), plain(query.clone()), "{}", mangled);
        // What an editor has set and fixed holds, too.
        let embed = format!("fixed&plain&{link}");
        let mangled = ways.iter().fold(embed, |link, &way| mangled_setting(&link, way));
        let fixed = read("", &mangled, &CORPUS).fixed.unwrap_or_default();
        prop_assert_eq!(fixed.query.filters(), query.filters(), "{}", mangled);
        // Ids bear lower case, and other signs between them.
        let ids = Query { text: String::new(), ..query };
        let link = write(&ids);
        for link in [link.to_lowercase(), link.to_uppercase(), link.replace('~', ";"), link.replace('~', "+")] {
            prop_assert_eq!(read(&link, "", &CORPUS), plain(ids.clone()), "{}", link);
        }
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
