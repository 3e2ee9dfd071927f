//! The rules, on the smallest corpus that shows each; and what the five documents come to.

use super::fixture::{ORIGINS, Said, corpus, said};
use super::*;
use crate::corpus::{
    ClaimId, ClaimSet, Corpus, Few, Lang, OriginId, OriginSet, Source, Stance, Status, Text,
    TransferId,
};
use expect_test::expect;
use proptest::prelude::*;

/// The transfer of which the fixture's documents speak.
fn the_one(corpus: &Corpus) -> TransferId {
    corpus.find_transfer("t").expect("the transfer")
}

fn ids(corpus: &Corpus, origins: &Few<OriginId>) -> String {
    origins.iter().map(|it| corpus.origin(it).id.as_str()).collect::<Vec<_>>().join(" ")
}

/// Who stands behind the transfer: the origins, those of them that rest on unnamed people in brackets,
/// then `–` and who gives no source.
fn behind(corpus: &Corpus) -> String {
    let backing = backing(Trust::all(corpus), the_one(corpus));
    let hollow: Few<OriginId> = backing.hollow.clone();
    let firm: Few<OriginId> = backing.asserting.difference(&hollow).collect();
    let parts = [
        ids(corpus, &firm),
        format!("[{}]", ids(corpus, &hollow)),
        format!("– {}", ids(corpus, &backing.unsourced)),
    ];
    parts.join(" ").replace("[]", "").trim_end_matches(['–', ' ']).trim().to_owned()
}

#[test]
fn five_articles_that_repeat_one_report_have_one_origin() {
    let repeats = ["a", "b", "c"].map(|outlet| (outlet, vec![said(&["x"])]));
    assert_eq!(behind(&corpus(&repeats)), "x");
    assert_eq!(behind(&corpus(&[("a", vec![said(&["b", "x"])]), ("b", vec![said(&["x"])])])), "x");
}

#[test]
fn an_unnamed_root_stands_for_who_vouches_for_it() {
    assert_eq!(behind(&corpus(&[("a", vec![said(&["x", "unnamed1"])])])), "[x]");
    // What is named, and is reached only through somebody unnamed, rests on that one.
    assert_eq!(behind(&corpus(&[("a", vec![said(&["unnamed1", "x"])])])), "[x]");
    let both = [("a", vec![said(&["unnamed1", "x"])]), ("b", vec![said(&["y", "x"])])];
    assert_eq!(behind(&corpus(&both)), "x");
    // One account, told twice, names its sources once.
    let twice = [("a", vec![said(&["x", "unnamed1"])]), ("b", vec![said(&["x"])])];
    assert_eq!(behind(&corpus(&twice)), "[x]");
}

#[test]
fn a_sentence_without_a_source_is_shown_and_not_counted() {
    assert_eq!(behind(&corpus(&[("a", vec![said(&[])])])), "– a");
    assert_eq!(behind(&corpus(&[("a", vec![said(&["nobody"])])])), "– a");
    // A headline over a report adds nothing, not even a sentence without a source.
    assert_eq!(behind(&corpus(&[("a", vec![said(&[]), said(&["x"])])])), "x");
    assert_eq!(behind(&corpus(&[("a", vec![said(&["x"])]), ("b", vec![said(&[])])])), "x  – b");
}

#[test]
fn a_sentence_that_says_more_than_what_is_cited_is_shown() {
    let behind_both = |own: &'static str, cited: &'static str| {
        behind(&corpus(&[("a", vec![said(&[]).status(own), said(&["x"]).status(cited)])]))
    };
    for (own, cited, shown) in [
        ("planned", "planned", "x"),
        ("planned", "delivered", "x"),
        ("unknown", "requested", "x"),
        ("refused", "refused", "x"),
        ("planned", "requested", "x  – a"),
        ("planned", "unknown", "x  – a"),
        ("planned", "refused", "x  – a"),
        ("refused", "cancelled", "x  – a"),
        ("cancelled", "delivered", "x  – a"),
    ] {
        assert_eq!(behind_both(own, cited), shown, "{own} beside {cited}");
    }
    // What another document cites is no source of this one.
    let apart = [("a", vec![said(&[])]), ("b", vec![said(&["x"])])];
    assert_eq!(behind(&corpus(&apart)), "x  – a");
    // To quote a denial is not to cite somebody for it.
    let denied = vec![said(&[]), said(&["x"]).stance("denies")];
    assert_eq!(behind(&corpus(&[("a", denied)])), "– a");
}

fn who(corpus: &Corpus, lang: Lang) -> String {
    let (trust, transfer) = (Trust::all(corpus), the_one(corpus));
    crate::words::who(lang, trust, &Findings::new(trust)[transfer], transfer).join(", ")
}

/// Who is shown to stand behind the transfer.
fn listed(documents: &[(&str, Vec<Said>)]) -> String {
    let corpus = corpus(documents);
    who(&corpus, Lang::En)
}

#[test]
fn an_origin_is_listed_with_what_it_says_where_that_is_not_what_is_shown() {
    let brazil = vec![said(&[]).status("planned"), said(&["x", "unnamed1"]).status("requested")];
    let corpus = corpus(&[("a", brazil.clone())]);
    assert_eq!(who(&corpus, Lang::De), "x (erbeten; gestützt auf Ungenannte), a: ohne Quelle");
    assert_eq!(
        listed(&[("a", brazil)]),
        "x (requested; resting on unnamed people), a: no source given"
    );
    let two = |status| {
        let other = said(&["y"]).status(status);
        listed(&[("a", vec![said(&["x"]), other])])
    };
    assert_eq!(two("requested"), "x, y (requested)");
    assert_eq!(two("unknown"), "x, y (without a status)");
    assert_eq!(two("planned"), "x, y");
    // To be reached only through unnamed people is not to rest on them.
    assert_eq!(
        listed(&[("a", vec![said(&["unnamed1", "x"])])]),
        "x (reached only through unnamed people)"
    );
    // Those who are named come first, as their marks do.
    assert_eq!(
        listed(&[("a", vec![said(&["x", "unnamed1"]), said(&["y"])])]),
        "y, x (resting on unnamed people)"
    );
    // Who says both says the one that is shown.
    let steps = vec![said(&["x"]).status("requested"), said(&["x"])];
    assert_eq!(listed(&[("a", steps)]), "x");
}

#[test]
fn whoever_cites_another_does_not_count_for_what_is_cited() {
    // The official passes on what x says, and says more without it.
    let official = vec![said(&["unnamed1", "x"]), said(&["unnamed1"])];
    assert_eq!(behind(&corpus(&[("a", official)])), "[x]");
    // Unnamed people who are vouched for by the same one cannot be told apart.
    let circles = vec![said(&["unnamed1", "x"]), said(&["unnamed2"])];
    assert_eq!(behind(&corpus(&[("a", circles)])), "[x]");
    // What the same document has from others is kept.
    let analysts = vec![said(&["x"]), said(&["unnamed2"])];
    assert_eq!(behind(&corpus(&[("a", analysts)])), "x [a]");
    // Two that only cite each other stay both.
    let circle = [("a", vec![said(&["x", "y"])]), ("b", vec![said(&["y", "x"])])];
    assert_eq!(behind(&corpus(&circle)), "x y");
}

#[test]
fn a_denial_and_a_silence_support_nothing() {
    let corpus = corpus(&[(
        "a",
        vec![said(&["x"]), said(&["y"]).stance("denies"), said(&["z"]).stance("declines_comment")],
    )]);
    assert_eq!(behind(&corpus), "x");
    let backing = backing(Trust::all(&corpus), the_one(&corpus));
    let parts = [&backing.denying, &backing.silent].map(|it| ids(&corpus, it));
    assert_eq!(parts, ["y", "z"]);
}

#[test]
fn whoever_quotes_somebody_unnamed_who_denies_does_not_deny() {
    let denial = said(&["unnamed1"]).stance("denies").disputes(&["0-0"]);
    let silence = said(&["x", "unnamed2"]).stance("declines_comment");
    let corpus = corpus(&[("a", vec![said(&["x"]), denial, silence])]);
    let (trust, transfer) = (Trust::all(&corpus), the_one(&corpus));
    let backing = backing(trust, transfer);
    let parts = [&backing.denying, &backing.silent].map(|it| ids(&corpus, it));
    assert_eq!(parts, ["unnamed1", "unnamed2"]);
    let answer =
        comparison(trust, transfer).rows.into_iter().find(|it| it.question == Question::Answer);
    let who = answer.expect("an answer").cells.into_iter().flatten().map(|it| match it.value {
        Value::Denied(who, _) | Value::Silence(who) => corpus.origin(who).id.clone(),
        other => panic!("{other:?}"),
    });
    assert_eq!(who.collect::<Vec<_>>(), parts);
    let countries = corpus.country_codes();
    let attributed = crate::words::Attributed { trust, countries: &countries, lang: Lang::En };
    let told = attributed.transfer(transfer);
    assert!(told.contains("unnamed1"), "{told}");
}

/// How the statuses of a transfer differ: not at all, `≈` where all of them can be true, `≠` where not.
fn statuses_differ(documents: &[(&str, Vec<Said>)]) -> &'static str {
    let corpus = corpus(documents);
    let differences = differences(Trust::all(&corpus), the_one(&corpus));
    match (differences.has(Difference::Status), differences.is_compatible(Difference::Status)) {
        (false, _) => "",
        (true, true) => "≈",
        (true, false) => "≠",
    }
}

#[test]
fn only_what_cannot_both_be_true_contradicts() {
    let two = |one, other, origins: [&'static str; 2]| {
        let says = |origin, status| vec![said(&[origin]).status(status)];
        statuses_differ(&[("a", says(origins[0], one)), ("b", says(origins[1], other))])
    };
    for (one, other, of_two, of_one) in [
        ("agreed", "agreed", "", ""),
        ("requested", "agreed", "", ""),
        ("unknown", "agreed", "", ""),
        ("planned", "negotiating", "", ""),
        ("planned", "agreed", "≈", "≠"),
        ("agreed", "delivered", "≈", "≠"),
        ("planned", "refused", "≠", "≠"),
        ("delivered", "cancelled", "≠", "≠"),
        ("refused", "cancelled", "", ""),
    ] {
        assert_eq!(two(one, other, ["x", "y"]), of_two, "{one}, {other}");
        assert_eq!(two(one, other, ["x", "x"]), of_one, "{one}, {other}, of one origin");
    }
    // Steps of one account lead from one to the next.
    let steps = ["requested", "planned", "agreed"].map(|it| said(&["x"]).status(it));
    assert_eq!(statuses_differ(&[("a", steps.to_vec())]), "");
}

#[test]
fn an_end_stands_beside_what_goes_on_unless_times_tell_the_order() {
    use Status::{Agreed, Cancelled, Delivered, Planned, Refused};
    let told = |one: Said, other: Said| {
        let documents = [("a", vec![one, other])];
        let corpus = corpus(&documents);
        let all = Trust::all(&corpus);
        let times = times(all, the_one(&corpus)).len();
        (statuses(all, the_one(&corpus)), statuses_differ(&documents), times)
    };
    let x = |status| said(&["x"]).status(status);
    let (refused, delivered) = (x("refused").when("2022"), x("delivered").when("2023"));
    assert_eq!(told(refused.clone(), delivered.clone()), (vec![Delivered], "", 1));
    assert_eq!(told(delivered.clone(), x("refused")), (vec![Delivered, Refused], "≠", 1));
    // The same year tells no order, nor does an open end.
    let same = told(refused, delivered.clone().when("2022-06"));
    assert_eq!(same, (vec![Delivered, Refused], "≠", 2));
    let open = told(delivered.when("2023/.."), x("cancelled").when("2024"));
    assert_eq!(open, (vec![Delivered, Cancelled], "≠", 2));
    assert_eq!(told(x("agreed"), x("cancelled")), (vec![Agreed, Cancelled], "≠", 0));
    let called_off = told(x("agreed").when("2022"), x("cancelled").when("2023"));
    assert_eq!(called_off, (vec![Cancelled], "", 1));
    // A request is no rival of its refusal.
    assert_eq!(told(x("requested"), x("refused")), (vec![Refused], "", 0));
    // Called off, and then planned anew: not as far as it had been before.
    let all = [("agreed", "2021"), ("cancelled", "2022"), ("planned", "2023")];
    let all = all.map(|(status, time)| x(status).when(time)).to_vec();
    let anew = corpus(&[("a", all)]);
    assert_eq!(statuses(Trust::all(&anew), the_one(&anew)), [Planned]);
}

#[test]
fn an_end_contradicts_what_goes_on_unless_all_of_it_is_said_of_other_times() {
    let two = |end: Option<&'static str>, going: Option<&'static str>, origin| {
        let end = Said { when: end, ..said(&["x"]).status("cancelled") };
        let going = Said { when: going, ..said(&[origin]).status("delivered") };
        statuses_differ(&[("a", vec![end]), ("b", vec![going])])
    };
    for origin in ["x", "y"] {
        assert_eq!(two(Some("2022"), Some("2023"), origin), "≈");
        assert_eq!(two(Some("2023"), Some("2022"), origin), "≈");
        assert_eq!(two(Some("2022"), Some("2022-06"), origin), "≠");
        assert_eq!(two(Some("2022"), Some("2021/.."), origin), "≠");
        assert_eq!(two(None, Some("2023"), origin), "≠");
        assert_eq!(two(None, None, origin), "≠");
    }
}

/// The summary of the one transfer.
fn sum(documents: &[(&str, Vec<Said>)]) -> Summary {
    let corpus = corpus(documents);
    summary(&corpus, &Findings::new(Trust::all(&corpus)), &[the_one(&corpus)], &[])
}

#[test]
fn what_goes_on_and_has_ended_is_summed_up_as_both() {
    let reached = |one, other| {
        let documents = [("a", vec![said(&["x"]).status(one), said(&["y"]).status(other)])];
        let counts = sum(&documents).reached;
        let of = Reached::ALL.into_iter().zip(counts);
        of.filter(|(_, count)| *count > 0).collect::<Vec<_>>()
    };
    for (one, other, expected) in [
        ("planned", "refused", Reached::IntendedAndEnded),
        ("negotiating", "cancelled", Reached::IntendedAndEnded),
        ("agreed", "cancelled", Reached::SettledAndEnded),
        ("refused", "delivered", Reached::SettledAndEnded),
        ("requested", "refused", Reached::Ended),
        ("planned", "agreed", Reached::Agreed),
    ] {
        assert_eq!(reached(one, other), [(expected, 1)], "{one}, {other}");
    }
}

#[test]
fn only_an_agreement_or_a_delivery_is_confirmed() {
    let both = |supplier, recipient| {
        let says = |who, status| said(&[who]).status(status);
        let documents = [("a", vec![says("supplier", supplier), says("recipient", recipient)])];
        let corpus = corpus(&documents);
        let not_by_supplier = has_gap(Trust::all(&corpus), the_one(&corpus), Gap::NotConfirmed);
        (sum(&documents).confirmed_by_both, !not_by_supplier)
    };
    assert_eq!(both("agreed", "agreed"), (1, true));
    // What was delivered was agreed.
    assert_eq!(both("agreed", "delivered"), (1, true));
    assert_eq!(both("delivered", "requested"), (0, true));
    assert_eq!(both("refused", "requested"), (0, false));
    assert_eq!(both("unknown", "delivered"), (0, false));
    assert_eq!(both("planned", "planned"), (0, false));
}

#[test]
fn what_a_document_leaves_open_contradicts_nothing() {
    let open = || said(&[]).status("unknown").stance("leaves_open");
    let sign = |documents: &[(&str, Vec<Said>)]| {
        let corpus = corpus(documents);
        let differences = differences(Trust::all(&corpus), the_one(&corpus));
        let kinds = Difference::ALL.into_iter().filter(|&it| differences.has(it));
        let signs: Vec<_> = kinds.map(|it| (it, differences.is_compatible(it))).collect();
        (signs, sum(documents).contradicted)
    };
    let left_open = (vec![(Difference::LeftOpen, true)], 0);
    assert_eq!(sign(&[("a", vec![said(&["x"]), open().disputes(&["0-0"])])]), left_open);
    let apart = [("a", vec![said(&["x"])]), ("b", vec![open().disputes(&["0-0"])])];
    assert_eq!(sign(&apart), left_open);
    // To say otherwise does contradict.
    let within = [("a", vec![said(&["x"]), said(&[]).disputes(&["0-0"])])];
    assert_eq!(sign(&within), (vec![(Difference::WithinDocument, false)], 1));
    // Who leaves the number open differs in it from another.
    let number = said(&["x"]).number("millions", Some(1_000_000), None);
    let not_known = open().number("not known", None, None).disputes(&["0-0"]);
    let apart = [("a", vec![number.clone()]), ("b", vec![not_known.clone()])];
    assert_eq!(sign(&apart), (vec![(Difference::NumberLeftOpen, true)], 0));
    assert_eq!(sign(&[("a", vec![number, not_known])]), left_open);
}

#[test]
fn only_what_a_document_asserts_against_itself_is_a_status_that_it_comes_to() {
    let come_to = |documents: &[(&str, Vec<Said>)]| {
        let corpus = corpus(documents);
        statuses(Trust::all(&corpus), the_one(&corpus))
    };
    let delivered = said(&["x"]).status("delivered");
    let planned = said(&["x"]).status("planned").disputes(&["0-0"]);
    let both = vec![delivered.clone(), planned.clone()];
    assert_eq!(come_to(&[("a", both)]), [Status::Delivered, Status::Planned]);
    for stance in ["leaves_open", "denies", "declines_comment"] {
        let both = vec![delivered.clone().stance(stance), planned.clone()];
        assert_eq!(come_to(&[("a", both)]), [Status::Planned], "{stance}");
    }
    // Another document's step is none of this one's, whose number alone is disputed.
    let steps = vec![said(&["x"]).status("planned"), delivered];
    let vague = planned.status("delivered").number("not known", None, None);
    assert_eq!(come_to(&[("a", steps), ("b", vec![vague])]), [Status::Delivered]);
}

#[test]
fn what_has_no_status_is_not_compared() {
    let met = |span| said(&["x"]).status("unknown").when(span);
    let corpus = corpus(&[("a", vec![met("2022-09"), met("2022-12")])]);
    assert!(!differences(Trust::all(&corpus), the_one(&corpus)).any());
}

#[test]
fn the_same_words_are_two_times_where_they_mean_two() {
    let told = ["2022-04", "2023-04", "2023-04"].map(|when| said(&["x"]).when(when)).to_vec();
    let mut source = corpus(&[("a", told)]).source().clone();
    for claim in &mut source.documents[0].claims {
        let when = claim.when.as_mut().expect("a time");
        when.words = Some(Text::new("de", "im April").with("en", "in April"));
    }
    let corpus = Corpus::new(source).expect("its references");
    let found = times(Trust::all(&corpus), the_one(&corpus));
    let spans = found.iter().filter_map(|it| it.1.span).map(|it| it.to_string());
    assert_eq!(spans.collect::<Vec<_>>(), ["2022-04", "2023-04"]);
}

#[test]
fn numbers_without_an_upper_bound_are_no_range() {
    let shown = |numbers: &[(&str, Option<u64>, Option<u64>)]| {
        let claims = numbers.iter().map(|(words, min, max)| said(&["x"]).number(words, *min, *max));
        let corpus = corpus(&[("a", claims.collect())]);
        let all = quantities(Trust::all(&corpus), the_one(&corpus));
        all.iter().map(printed).collect::<Vec<_>>().join("; ")
    };
    let more = ("more than 100", Some(101), None);
    let (exact, greater) = (("150", Some(150), Some(150)), ("200", Some(200), Some(200)));
    let vague = ("on a large scale", None, None);
    assert_eq!(shown(&[exact, more]), "more than 100 / 150");
    assert_eq!(shown(&[greater, more, exact]), "more than 100 / 150 / 200");
    assert_eq!(shown(&[("at most 300", None, Some(300)), more]), "at most 300 / more than 100");
    assert_eq!(shown(&[greater, ("175", Some(175), Some(175)), exact]), "150 – 200");
    assert_eq!(shown(&[("100 to 200", Some(100), Some(200)), exact]), "100 to 200");
    assert_eq!(shown(&[exact, vague, exact]), "150");
    assert_eq!(shown(&[more, more]), "more than 100");
    assert_eq!(shown(&[vague]), "on a large scale");
}

#[test]
fn words_without_a_bound_are_no_number() {
    let lacks = |words, min| {
        let corpus = corpus(&[("a", vec![said(&["x"]).number(words, min, None)])]);
        has_gap(Trust::all(&corpus), the_one(&corpus), Gap::NoNumber)
    };
    assert!(lacks("on a large scale", None) && !lacks("hundreds", Some(100)));
}

#[test]
fn no_source_given_and_no_origin_left_are_told_apart() {
    let gaps = |documents: &[(&str, Vec<Said>)], distrusted: &[&str]| {
        let corpus = corpus(documents);
        let distrusted = distrusted.iter().map(|id| corpus.find_origin(id).expect("an origin"));
        let discounted = discounted(&corpus, &distrusted.collect());
        let trust = Trust { corpus: &corpus, discounted: &discounted };
        [Gap::NoSource, Gap::NoOrigin].map(|gap| has_gap(trust, the_one(&corpus), gap))
    };
    assert_eq!(gaps(&[("a", vec![said(&[])])], &[]), [true, false]);
    assert_eq!(gaps(&[("a", vec![said(&["x"])])], &[]), [false, false]);
    assert_eq!(gaps(&[("a", vec![said(&["x"])])], &["x"]), [false, true]);
    // What is left goes back to somebody who passes on what another says.
    let passed_on = [("a", vec![said(&["x"]), said(&["x", "y"])])];
    assert_eq!(gaps(&passed_on, &["y"]), [false, true]);
}

#[test]
fn without_a_source_is_who_is_cited_without_one() {
    let cited = [("a", vec![said(&["x", "nobody"])])];
    assert_eq!(listed(&cited), "x: no source given");
    assert_eq!(listed(&[("a", vec![said(&["nobody"])])]), "a: no source given");
}

prop_compose! {
    fn a_claim(outlet: &'static str)(
        links in proptest::sample::subsequence(ORIGINS.to_vec(), 0..4).prop_shuffle(),
        stance in prop_oneof![4 => Just("asserts"), 1 => Just("denies"), 1 => Just("leaves_open")],
        status in proptest::sample::select(Status::ALL.map(Status::id).to_vec()),
    ) -> Said {
        let mut attribution = links;
        // Nobody cites himself, nor who is new in a test; behind nobody stands nobody.
        attribution.retain(|it| *it != outlet && *it != "z" && *it != "unnamed3");
        if let Some(at) = attribution.iter().position(|it| *it == "nobody") {
            attribution.truncate(at + 1);
        }
        said(&attribution).status(status).stance(stance)
    }
}

fn a_document() -> impl Strategy<Value = (&'static str, Vec<Said>)> {
    proptest::sample::select(vec!["a", "b", "c"])
        .prop_flat_map(|outlet| (Just(outlet), proptest::collection::vec(a_claim(outlet), 1..4)))
}

fn count(corpus: &Corpus) -> usize {
    backing(Trust::all(corpus), the_one(corpus)).asserting.len()
}

proptest! {
    #[test]
    fn to_repeat_a_report_adds_no_origin(
        documents in proptest::collection::vec(a_document(), 1..4),
        which in any::<proptest::sample::Index>(),
        names_the_outlet in any::<bool>(),
    ) {
        let before = corpus(&documents);
        let all: Vec<(&'static str, Said)> =
            documents.iter().flat_map(|(outlet, all)| all.iter().map(|it| (*outlet, it.clone()))).collect();
        let (outlet, mut repeated) = which.get(&all).clone();
        // Who repeats what has no source, or none that is named, names at least who said it.
        let is_named = repeated.attribution.iter().any(|it| !it.starts_with("unnamed") && *it != "nobody");
        if names_the_outlet || !is_named {
            repeated.attribution.insert(0, outlet);
        }
        let mut more = documents.clone();
        more.push(("z", vec![repeated]));
        prop_assert_eq!(count(&corpus(&more)), count(&before));
    }

    #[test]
    fn a_sentence_without_a_source_adds_no_origin(
        documents in proptest::collection::vec(a_document(), 1..4),
        attribution in prop_oneof![Just(vec![]), Just(vec!["nobody"]), Just(vec!["x", "nobody"])],
    ) {
        let mut more = documents.clone();
        more.push(("z", vec![said(&attribution)]));
        prop_assert!(count(&corpus(&more)) <= count(&corpus(&documents)));
    }

    /// Unnamed sources count as nobody but who vouches for them.
    #[test]
    fn an_unnamed_root_adds_at_most_who_vouches_for_it(
        documents in proptest::collection::vec(a_document(), 1..4),
    ) {
        let mut more = documents.clone();
        more.push(("z", vec![said(&["y", "unnamed3"])]));
        let (before, after) = (corpus(&documents), corpus(&more));
        let mut allowed = backing(Trust::all(&before), the_one(&before)).asserting;
        allowed.insert(before.find_origin("y").expect("an origin"));
        prop_assert!(backing(Trust::all(&after), the_one(&after)).asserting.is_subset(&allowed));
    }

    #[test]
    fn distrust_adds_no_origin(
        documents in proptest::collection::vec(a_document(), 1..4),
        distrusted in 0..ORIGINS.len(),
    ) {
        let corpus = corpus(&documents);
        let before = backing(Trust::all(&corpus), the_one(&corpus)).asserting;
        let distrusted = corpus.origin_ids().nth(distrusted).expect("an origin");
        let discounted = discounted(&corpus, &OriginSet::from_iter([distrusted]));
        let after = backing(Trust { corpus: &corpus, discounted: &discounted }, the_one(&corpus)).asserting;
        prop_assert!(after.is_subset(&before));
        prop_assert!(!after.contains(distrusted));
    }
}

/// Documents of which those that deny something, or leave it open, name what.
fn disputing_documents() -> impl Strategy<Value = Vec<(&'static str, Vec<Said>)>> {
    let ids = vec!["0-0", "0-1", "0-2", "1-0", "1-1", "1-2"];
    let disputes = proptest::collection::vec(proptest::sample::subsequence(ids, 0..3), 12);
    (proptest::collection::vec(a_document(), 1..4), disputes).prop_map(|(documents, disputes)| {
        let counts: Vec<usize> = documents.iter().map(|it| it.1.len()).collect();
        let is_there = |id: &&str| {
            let (document, claim) = id.split_once('-').expect("two numbers");
            let [document, claim] = [document, claim].map(|it| it.parse::<usize>().expect("one"));
            counts.get(document).is_some_and(|count| claim < *count)
        };
        let mut disputes = disputes.into_iter();
        let documents = documents.iter().enumerate().map(|(at, (outlet, all))| {
            let claims = all.iter().enumerate().map(|(number, it)| {
                let mut named = disputes.next().unwrap_or_default();
                let own = format!("{at}-{number}");
                named.retain(|id| is_there(id) && *id != own && it.stance != "asserts");
                it.clone().disputes(&named)
            });
            (*outlet, claims.collect::<Vec<Said>>())
        });
        documents.collect()
    })
}

/// What is discounted, found slowly: each rule over and over, until no claim falls any more.
fn discounted_slowly(corpus: &Corpus, distrusted: &OriginSet) -> ClaimSet {
    let asserts = |it: ClaimId| corpus.claim(it).stance == Stance::Asserts;
    let mut fallen = ClaimSet::new();
    loop {
        let falls = |&claim: &ClaimId| {
            let of_it = || corpus.claims_of(the_one(corpus)).iter().copied();
            let status = corpus.claim(claim).status;
            let bears_out = |other: &ClaimId| {
                let (_, citing) = corpus.chain(*other).split_last().expect("an outlet");
                asserts(*other)
                    && citing.contains(&accountable(corpus, claim))
                    && origins::says_as_much(corpus.claim(*other).status, status)
            };
            let all_of = |mut some: Vec<ClaimId>| {
                let any = !some.is_empty();
                some.retain(|it| !fallen.contains(*it));
                any && some.is_empty()
            };
            let is_headline = asserts(claim) && corpus.chain(claim).len() == 1;
            corpus.chain(claim).iter().any(|it| distrusted.contains(*it))
                || (is_headline && all_of(of_it().filter(bears_out).collect()))
                || all_of(of_it().filter(|&it| asserts(it)).collect())
                || (!asserts(claim) && all_of(corpus.disputes_of(claim).to_vec()))
        };
        let more: Vec<ClaimId> =
            corpus.claim_ids().filter(|it| !fallen.contains(*it)).filter(falls).collect();
        if more.is_empty() {
            return fallen;
        }
        fallen.extend(more);
    }
}

/// Who gives no source, found slowly: whose sentence nothing bears out that its document cites.
fn unsourced_slowly(trust: Trust) -> Few<OriginId> {
    let corpus = trust.corpus;
    let asserting = || {
        let claims = trust.claims_of(the_one(corpus));
        claims.filter(|&it| corpus.claim(it).stance == Stance::Asserts)
    };
    let stands_alone = |&claim: &ClaimId| {
        let bears_out = |other: ClaimId| {
            let [said, cited] = [claim, other].map(|it| corpus.claim(it).status);
            !is_unsourced(corpus, other)
                && corpus.document_of(other) == corpus.document_of(claim)
                && origins::says_as_much(cited, said)
        };
        is_unsourced(corpus, claim) && !asserting().any(bears_out)
    };
    asserting().filter(stands_alone).map(|it| accountable(corpus, it)).collect()
}

proptest! {
    #[test]
    fn what_falls_by_distrust_is_what_is_found_slowly(
        documents in disputing_documents(),
        distrusted in proptest::collection::vec(0..ORIGINS.len(), 1..3),
    ) {
        let corpus = corpus(&documents);
        let all: Vec<OriginId> = corpus.origin_ids().collect();
        let distrusted: OriginSet = distrusted.into_iter().map(|at| all[at]).collect();
        let fast = discounted(&corpus, &distrusted);
        prop_assert_eq!(&fast, &discounted_slowly(&corpus, &distrusted));
        let trust = Trust { corpus: &corpus, discounted: &fast };
        prop_assert_eq!(backing(trust, the_one(&corpus)).unsourced, unsourced_slowly(trust));
        // What is kept of what was found before is what is found anew.
        let less = Findings::new(Trust::all(&corpus)).less(trust);
        let anew = Findings::new(trust);
        let [less, anew] = [&less, &anew].map(|it| {
            let Finding { backing, statuses, differences } = &it[the_one(&corpus)];
            let brief = format!("{:?}", it.brief(the_one(&corpus)));
            (backing.clone(), statuses.clone(), differences.clone(), brief)
        });
        prop_assert_eq!(less, anew);
    }
}

fn bundled() -> Corpus {
    Corpus::new(Source::read(crate::BUNDLED).expect("the asset")).expect("its references")
}

/// Numbers as they are shown.
fn printed(of_stage: &Printed) -> String {
    let words: Vec<&str> = of_stage.numbers.iter().map(|(_, it)| it.words.get(Lang::En)).collect();
    words.join(of_stage.between())
}

/// How far a transfer of the corpus is said to have gone, who says so, what they print, in what they differ.
fn told(corpus: &Corpus, at: TransferId) -> Vec<String> {
    let all = Trust::all(corpus);
    let backing = backing(all, at);
    let hollow = |origin| if backing.hollow.contains(origin) { "°" } else { "" };
    let origins: Vec<String> =
        backing.asserting.iter().map(|it| corpus.origin(it).id.clone() + hollow(it)).collect();
    let mut lines = vec![format!(
        "{}: {:?}, documents: {}, by {}",
        corpus.transfer(at).id,
        statuses(all, at),
        backing.documents.len(),
        if origins.is_empty() { "nobody named".to_owned() } else { origins.join(" ") },
    )];
    for (what, origins) in [
        ("no source", &backing.unsourced),
        ("denied by", &backing.denying),
        ("no comment", &backing.silent),
    ] {
        if !origins.is_empty() {
            lines.push(format!("  {what}: {}", ids(corpus, origins)));
        }
    }
    for it in quantities(all, at) {
        lines.push(format!("  {:?}: {}", it.stage, printed(&it)));
    }
    let differences = differences(all, at);
    for kind in Difference::ALL.into_iter().filter(|&kind| differences.has(kind)) {
        let sign = if differences.is_compatible(kind) { "≈" } else { "≠" };
        let claims: Vec<&str> =
            differences.of(kind).map(|it| corpus.claim(it).id.as_str()).collect();
        lines.push(format!("  {sign} {kind:?}: {}", claims.join(" ")));
    }
    lines
}

/// What is found with less is found of the transfers that it concerns alone, and is what is found anew.
#[test]
fn what_is_found_with_less_is_what_is_found_anew() {
    let corpus = bundled();
    let all = Findings::new(Trust::all(&corpus));
    for origin in corpus.origin_ids() {
        let discounted = discounted(&corpus, &OriginSet::from_iter([origin]));
        let trust = Trust { corpus: &corpus, discounted: &discounted };
        let [less, anew] = [all.less(trust), Findings::new(trust)].map(|it| format!("{it:?}"));
        assert_eq!(less, anew, "{}", corpus.origin(origin).id);
    }
}

/// The table of the corpus: each transfer, and each disagreement between the texts with its kind.
#[test]
fn what_the_five_documents_come_to() {
    let corpus = bundled();
    let lines: Vec<String> = corpus.transfer_ids().flat_map(|at| told(&corpus, at)).collect();
    expect![[r#"
        egy-rus-engines: [Agreed], documents: 2, by wsj°
          no comment: egypt-spokesman
          Agreed: 150
          Requested: more than 100
          ≠ Actor: 0e12-09 0e12-15
          ≈ Time: 0e12-15 7ebd-06
          ≈ LeftOpen: 0e12-06 0e12-29 7ebd-04 7ebd-05 7ebd-06 7ebd-08
        blr-rus-helicopters: [Agreed], documents: 2, by wsj°
          ≈ LeftOpen: 0e12-07 0e12-26 0e12-40
        bra-rus-helicopters: [Planned, Refused], documents: 2, by wsj°
          no source: merkur
          Planned: 150
          ≠ WithinDocument: 0e12-09 0e12-28
          ≠ Actor: 0e12-09 0e12-15
          ≠ Status: 0e12-09 0e12-28
          ≈ LeftOpen: 0e12-08 0e12-41
        pak-rus-helicopters: [Requested], documents: 2, by wsj°
          denied by: pakistan
          ≠ Denial: 0e12-05 0e12-27 7ebd-10
          ≈ LeftOpen: 0e12-05 0e12-39
        rus-egy-debt: [Planned], documents: 1, by nobody named
          no source: merkur
        rus-egy-wheat: [Planned], documents: 1, by nobody named
          no source: merkur
        egy-rus-rockets: [Planned, Cancelled], documents: 1, by washington-post
          no source: merkur
          Planned: 40,000
          ≠ WithinDocument: 0e12-19 0e12-22
          ≠ Status: 0e12-19 0e12-21 0e12-22
        prk-rus-munitions-2022: [Agreed, Planned], documents: 2, by us-intelligence
          Agreed: millions
          Planned: millions
          ≠ Status: 1bfa-01 1bfa-02 95b5-01 95b5-07 95b5-08 95b5-09
          ≈ NumberLeftOpen: 1bfa-02 95b5-19
          ≈ LeftOpen: 95b5-01 95b5-07 95b5-08 95b5-09 95b5-19 95b5-20
        prk-rus-munitions-2023: [Delivered], documents: 1, by wsj south-korea
          denied by: north-korea
          ≠ Denial: 7ebd-23 7ebd-24 7ebd-25
        prk-rus-equipment: [Unknown], documents: 1, by us-intelligence°
        irn-rus-drones-2022: [Delivered], documents: 1, by nobody named
          no source: merkur
          ≠ WithinDocument: 95b5-10 95b5-15
        irn-rus-drones: [Delivered], documents: 1, by cnn
          Delivered: hundreds
        irn-rus-drone-plant: [Agreed], documents: 1, by cnn
        irn-rus-missiles: [Planned, Negotiating], documents: 1, by us-intelligence° wsj
        usa-ukr-aid: [Unknown], documents: 1, by austin
          no source: merkur
        xws-ukr-arms: [Unknown], documents: 1, by al-jazeera° romanenko"#]]
    .assert_eq(&lines.join("\n"));
}
