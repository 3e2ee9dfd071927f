//! What a search finds, and what it offers where it finds nothing.

use super::*;
use crate::corpus::ClaimSet;

fn searching(text: &str) -> Query {
    Query { text: text.to_owned(), ..Query::default() }
}

fn claims_with(text: &str) -> ClaimSet {
    INDEX.select(&searching(text)).claims
}

/// All of these find the same, which is something.
fn alike(texts: &[&str]) {
    let mut found = texts.iter().map(|it| (it, claims_with(it)));
    let (first, claims) = found.next().expect("a text");
    assert!(!claims.is_empty(), "{first} is not found");
    for (text, of_text) in found {
        assert_eq!(of_text, claims, "{text} and {first}");
    }
}

#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn offers(lang: Lang, text: &str, said: Expect) {
    let query = searching(text);
    assert!(claims_with(text).is_empty(), "{text} is found");
    let offers = INDEX.nearest(&query, lang).into_iter().map(|it| {
        let count = INDEX.select(&searching(&it.text)).claims.len();
        assert!(count > 0, "{} is offered", it.text);
        format!("{}, {} of {} words: {count}", it.text, it.kept, it.typed)
    });
    said.assert_eq(&offers.collect::<Vec<_>>().join("\n"));
}

#[test]
fn spellings_find_the_same() {
    alike(&["Ägypten", "aegypten", "agypten", "ÄGYPTEN", "A\u{308}gypten", "Aegypten"]);
    alike(&["Präsident", "Praesident", "president\u{200b}", "PRÄSI\u{ad}DENT"]);
    finds(
        "q=aegypten",
        expect!["egy-rus-engines egy-rus-rockets rus-egy-debt rus-egy-wheat + 4 context"],
    );
    finds("q=Triebwerk%20brasilien", expect!["bra-rus-helicopters + 1 context"]);
    finds("q=gershkovich", expect![" + 4 context"]);
    finds("q=sudkorea", expect!["prk-rus-munitions-2023 + 0 context"]);
    finds("q=nothing-of-the-kind", expect![" + 0 context"]);
}

#[test]
fn what_many_leave_out_is_found_whoever_leaves_it_out() {
    let spellings = [
        ["Київ", "Киів", "КИІ\u{308}В"],
        ["Орёл", "орел", "ОРЁЛ"],
        ["ґрати", "грати", "Ґрати"],
        ["إيران", "ايران", "ا\u{655}يران"],
        ["القاهرة", "القاهره", "القـاهِرة"],
        ["المسؤول", "المسوول", "المسو\u{654}ول"],
    ];
    for spellings in spellings {
        for written in spellings {
            let mut source = INDEX.corpus().source().clone();
            let mut claims = source.documents.iter_mut().flat_map(|it| &mut it.claims);
            claims.next().expect("a claim").statement = Text::new("en", format!("In {written}."));
            let corpus = Arc::new(Corpus::new(source).expect("its references"));
            let names = corpus.country_codes();
            let index = Index::new(corpus, &names);
            for typed in spellings {
                let found = index.select(&searching(typed)).claims;
                assert_eq!(found.len(), 1, "{typed} in {written}");
            }
        }
    }
}

#[test]
fn compounds_are_found_in_one_word_with_a_hyphen_and_in_two() {
    alike(&[
        "Hubschraubertriebwerke",
        "Hubschrauber-Triebwerke",
        "Hubschrauber\u{2011}triebwerke",
        "Hubschrauber–Triebwerke",
        "hubschrauber/triebwerke",
        "\"Hubschrauber Triebwerke\"",
    ]);
    alike(&["helicopter-engines", "helicopterengines", "\"helicopter engines\""]);
    alike(&["artillery-shells", "artilleryshells", "Artillery\u{2010}Shells"]);
    alike(&["Süd-Korea", "Suedkorea", "South-Korea", "southkorea", "South Korea"]);
    assert!(
        claims_with("Hubschrauber-Triebwerke").is_subset(&claims_with("Hubschrauber Triebwerke"))
    );
    // A part of a compound is found in it.
    assert!(claims_with("Hubschraubertriebwerke").is_subset(&claims_with("triebwerk")));
}

#[test]
fn quotation_marks_search_a_phrase() {
    alike(&[
        "\"helicopter engines\"",
        "“helicopter engines”",
        "„helicopter engines“",
        "«helicopter engines»",
        "‚helicopter engines‘",
        "'Helicopter  Engines'",
    ]);
    let words = claims_with("military equipment further");
    let phrase = claims_with("\"further military equipment\"");
    assert!(!phrase.is_empty() && phrase.is_subset(&words));
    assert!(claims_with("\"equipment military\"").is_empty());
    alike(&[
        "\"Ukraine’s general staff\"",
        "\"ukraine's general staff\"",
        "\"ukraines general staff\"",
    ]);
}

#[test]
fn punctuation_and_apostrophes_do_not_matter() {
    alike(&[
        "drones Russia",
        "drones, Russia!",
        "(drones) Russia?",
        "drones,Russia",
        "„drones“ Russia",
    ]);
    alike(&["Egypt", "Egypt’s", "Egypt's", "Egypt?"]);
    alike(&["13,077", "13.077", "13077", "13\u{202f}077"]);
    alike(&["RND/AP", "RND-AP", "\"RND AP\""]);
    assert_eq!(claims_with("?!"), claims_with(""));
}

#[test]
fn other_names_find_the_same() {
    alike(&["North Korea", "Nordkorea", "DPRK", "dvrk", "D.P.R.K.", "Nord-Korea", "PRK"]);
    alike(&["South Korea", "Südkorea", "ROK"]);
    alike(&["USA", "US", "U.S.", "U.S.A.", "u.s.", "United States", "Vereinigte Staaten"]);
    alike(&["UAV", "UAVs", "drone", "drones", "Drohne", "Drohnen"]);
    alike(&["helicopter", "Helikopter", "Hubschrauber", "choppers"]);
    alike(&["WSJ", "Wall Street Journal", "Wall-Street-Journal"]);
    alike(&["Zelensky", "Selenskyj", "Zelenskyy"]);
    finds("q=UAV", expect!["irn-rus-drones irn-rus-drone-plant irn-rus-drones-2022 + 0 context"]);
}

/// What is short is no part of another word: `US` stands in `Russia`.
#[test]
fn a_short_name_is_a_whole_word() {
    let (states, russia) = (claims_with("US"), claims_with("Russia"));
    assert!(!russia.is_subset(&states));
    alike(&["US", "US’s", "U.S."]);
    // Not so written it is a word as others are, and stands where it is written.
    alike(&["us", "\"us\"", "\"US\""]);
    let as_written = claims_with("us");
    assert!(as_written.is_subset(&states) && as_written.len() < states.len());
}

/// Whoever puts a name in quotation marks looks for just that.
#[test]
fn a_phrase_is_searched_as_it_stands() {
    offers(Lang::En, "\"DPRK\"", expect!["DPRK, 1 of 1 words: 37"]);
    let (phrase, name) = (claims_with("\"UAV\""), claims_with("UAV"));
    assert!(phrase.is_subset(&name) && phrase.len() < name.len());
}

#[test]
fn an_arabic_article_is_written_in_many_ways() {
    alike(&[
        "el-Sisi",
        "al-Sisi",
        "as-Sisi",
        "es-Sisi",
        "Sisi",
        "al Sisi",
        "El\u{2011}Sisi",
        "Al-SISI",
    ]);
    alike(&["Al Jazeera", "al-Jazeera", "Aljazeera", "Al Dschasira"]);
}

#[test]
fn a_typing_error_is_offered_in_the_corpuss_spelling() {
    offers(Lang::En, "Egpyt", expect!["Egypt, 1 of 1 words: 17"]);
    offers(Lang::En, "Egpyt engines", expect!["Egypt engines, 2 of 2 words: 10"]);
    offers(Lang::En, "\"Egpyt engines\"", expect!["Egypt engines, 2 of 2 words: 10"]);
    offers(Lang::En, "Ägpyten", expect!["Ägypten, 1 of 1 words: 17"]);
    offers(Lang::En, "Drohnne", expect!["Drohnen, 1 of 1 words: 3"]);
    offers(Lang::En, "DPKR", expect!["DPRK, 1 of 1 words: 37"]);
    offers(
        Lang::En,
        "Hubschraubr-Triebwerke",
        expect!["Hubschrauber Triebwerke, 1 of 1 words: 24"],
    );
    offers(Lang::En, "As-Sissi", expect!["Sisi, 1 of 1 words: 2"]);
}

#[test]
fn of_a_question_the_words_that_stand_together_are_offered() {
    offers(
        Lang::En,
        "Who delivers drones to Russia?",
        expect!["deliver drones Russia, 3 of 5 words: 2"],
    );
    offers(
        Lang::De,
        "Wer liefert Drohnen an Russland?",
        expect!["liefert Drohnen Russland, 3 of 5 words: 2"],
    );
    offers(
        Lang::De,
        "Hat Ägypten Russland Triebwerke verkauft?",
        expect!["Ägypten Russland Triebwerke, 3 of 5 words: 10"],
    );
    offers(
        Lang::En,
        "What did Egypt sell to Russia in 2023?",
        expect![[r#"
            Egypt Russia, 2 of 8 words: 17
            Russia 2023, 2 of 8 words: 4"#]],
    );
}

#[test]
fn as_many_words_as_stand_together_are_offered() {
    offers(
        Lang::En,
        "Egypt drones",
        expect![[r#"
        Egypt, 1 of 2 words: 17
        drones, 1 of 2 words: 3"#]],
    );
    offers(Lang::En, "Drohnenlieferung", expect!["Drohnen Lieferung, 1 of 1 words: 2"]);
    offers(Lang::En, "\"drones to Russia\"", expect!["drones Russia, 2 of 3 words: 3"]);
}

/// What is left out of a word is lost as well as a word is.
#[test]
fn only_what_is_kept_whole_is_counted() {
    offers(
        Lang::En,
        "nobodysaysthis Helikoptertriebwerk",
        expect!["Helikoptertriebwerk, 1 of 2 words: 1"],
    );
    offers(Lang::En, "Hubschrauber-nobodysaysthis", expect!["Hubschrauber, 0 of 1 words: 27"]);
    offers(Lang::En, "Egypt egypt nobodysaysthis", expect!["Egypt, 1 of 2 words: 17"]);
}

/// A word that says nothing in one language may be the one that is asked for in another.
#[test]
fn function_words_are_those_of_the_reader() {
    offers(Lang::En, "war dronnes", expect!["war drones, 2 of 2 words: 2"]);
    offers(Lang::De, "war dronnes", expect!["drones, 1 of 2 words: 3"]);
}

#[test]
fn nothing_is_offered_for_what_is_like_nothing() {
    for text in ["xyzzy", "nobodysaysthis", "who", "wer was wann", "\u{4e2d}\u{6587}"] {
        let lang = if text.starts_with("wer") { Lang::De } else { Lang::En };
        assert_eq!(INDEX.nearest(&searching(text), lang), [], "{text}");
    }
    // What is found needs no other words; nor does what other filters leave out.
    assert_eq!(INDEX.nearest(&searching("Egypt"), Lang::En), []);
    assert_eq!(INDEX.nearest(&searching("?!"), Lang::En), []);
    assert_eq!(INDEX.nearest(&query("country=BRA&q=drones"), Lang::En), []);
}

/// What is offered finds something together with the other filters.
#[test]
fn other_filters_hold_for_what_is_offered() {
    let mut query = query("country=BRA");
    query.text = "Triebwrke Egypt".to_owned();
    let offered = INDEX.nearest(&query, Lang::En);
    assert_eq!(offered.len(), 1);
    assert_eq!(offered.first().map(|it| it.text.as_str()), Some("Triebwerke"));
}

#[test]
fn a_search_of_any_length_ends() {
    for unit in ["drones ", "'a ", "\"", "xy-", "ab", "Egpyt,", "a.b.", "al "] {
        let query = searching(&unit.repeat(100_000 / unit.len()));
        assert!(INDEX.select(&query).claims.is_empty());
        assert!(INDEX.nearest(&query, Lang::En).len() <= 3);
        let query = searching(&unit.repeat(1_900 / unit.len()));
        let _ = (INDEX.select(&query), INDEX.nearest(&query, Lang::En));
    }
}

/// A word of the corpus, as it stands in a statement.
fn any_word() -> impl Strategy<Value = String> {
    let statements = INDEX.corpus().claims().flat_map(|(_, it)| it.statement.iter());
    let words = statements.flat_map(|(_, text)| text.split_whitespace());
    let words = words.map(|it| it.trim_matches(|it: char| !it.is_alphanumeric()).to_owned());
    let words: Vec<String> = words.filter(|it| !it.is_empty()).collect();
    proptest::sample::select(words)
}

proptest! {
    /// However a word that is found is written, it is found where it was.
    #[test]
    fn a_word_stays_found(word in any_word(), at in any::<proptest::sample::Index>()) {
        let found = claims_with(&word);
        prop_assert!(!found.is_empty(), "{}", word);
        let letters: Vec<char> = word.chars().collect();
        let (before, after) = letters.split_at(at.index(letters.len()));
        let [before, after] = [before, after].map(|it| it.iter().collect::<String>());
        // In quotation marks it stands for no other name.
        for written in [format!("\"{word}\""), format!("„{word}“"), format!("«{word}»")] {
            let as_written = claims_with(&written);
            prop_assert!(!as_written.is_empty() && as_written.is_subset(&found), "{}", written);
        }
        // A name of two letters is one only in capitals.
        let lower = if letters.len() > 2 { word.to_lowercase() } else { word.clone() };
        let written = [
            word.to_uppercase(),
            lower,
            format!("{word}?"),
            format!("({word}),"),
            format!("{before}\u{ad}{after}"),
            format!("{before}\u{200b}{after}"),
            word.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss"),
            word.replace(['-', '\u{2011}'], "\u{2010}"),
        ];
        for written in written {
            prop_assert!(found.is_subset(&claims_with(&written)), "{} as {}", word, written);
        }
    }

    /// A word with a hyphen in it is found where it stands without.
    #[test]
    fn a_hyphen_loses_nothing(word in any_word(), at in any::<proptest::sample::Index>()) {
        // `aus Verteidigungs…` holds `US-Verteidigungs…`, and not with one more.
        prop_assume!(!word.contains(['-', '\u{2011}', '/']));
        let letters: Vec<char> = word.chars().collect();
        let (before, after) = letters.split_at(at.index(letters.len()));
        let is_letter = |it: Option<&char>| it.is_some_and(|it| it.is_alphabetic());
        prop_assume!(is_letter(before.last()) && is_letter(after.first()));
        let [before, after] = [before, after].map(|it| it.iter().collect::<String>());
        let hyphened = format!("{before}-{after}");
        prop_assert!(claims_with(&word).is_subset(&claims_with(&hyphened)), "{} as {}", word, hyphened);
    }

    /// Whatever is typed, nothing breaks, and what is offered finds something.
    #[test]
    fn whatever_is_typed_is_answered(text in "[ -~äöüß„“’–]{0,20}") {
        for offered in INDEX.nearest(&searching(&text), Lang::En) {
            prop_assert!(!claims_with(&offered.text).is_empty(), "{} for {}", offered.text, text);
        }
    }

    /// The same for words that are nearly the corpus's.
    #[test]
    fn an_offer_keeps_its_promise(word in any_word(), other in any_word(), at in any::<proptest::sample::Index>()) {
        let mut letters: Vec<char> = word.chars().collect();
        let at = at.index(letters.len());
        let last = letters.len() - 1;
        letters.swap(at, last);
        let text = format!("{} {other}", letters.into_iter().collect::<String>());
        for offered in INDEX.nearest(&searching(&text), Lang::En) {
            prop_assert!(!claims_with(&offered.text).is_empty(), "{} for {}", offered.text, text);
            prop_assert!(offered.kept <= offered.typed);
        }
    }
}
