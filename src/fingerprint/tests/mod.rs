//! What is recognised of copies, and what is not.

mod copies;
mod mangled;

use super::*;

/// A paragraph that nobody printed.
const PARAGRAPH: &str = "Zwei Quellen sagen, die Übergabe der zwölf Maschinen sei für den Herbst „fest“ \
    zugesagt; eine dritte nennt neun und legt sich auf keinen Tag fest, weil der Vertrag noch fehle.";

/// What a copy has of the paragraph: how much, and the words that are altered.
fn recognised(copy: &str) -> Option<(bool, String, Vec<String>)> {
    let hashes = fingerprint(PARAGRAPH);
    let all = words(PARAGRAPH);
    let print = KnownParagraph { hashes: &hashes, words: all.len(), whole: whole(&all) };
    let found = ReaderCopy::new(copy).find(&[print])?.pop()??;
    let text = |at: std::ops::Range<usize>| copy[at].to_owned();
    let altered = found.differing.iter().map(|it| text(it.at.clone())).collect();
    Some((found.is_whole(), text(found.at), altered))
}

#[test]
fn a_copy_is_recognised_whatever_stands_around_it() {
    let around = format!(
        "Menü Anmelden\nAnzeige\n\n{PARAGRAPH}\nMehr zum Thema: neun Fragen, neun Antworten"
    );
    let (is_whole, text, altered) = recognised(&around).expect("the paragraph");
    assert!(is_whole && altered.is_empty(), "{altered:?}");
    assert!(PARAGRAPH.contains(&text), "{text}");
}

#[test]
fn another_edition_is_the_same() {
    // Other quotation marks, line breaks, spellings of umlauts, soft hyphens, capitals.
    let other = PARAGRAPH
        .replace('„', "»")
        .replace('“', "«")
        .replace(", ", ",\n")
        .replace('Ü', "Ue")
        .replace("Maschinen", "Ma\u{ad}schi\u{ad}nen")
        .replace("zwölf", "ZWÖLF");
    assert_eq!(recognised(&other).map(|(is_whole, ..)| is_whole), Some(true));
}

/// What was kept of a text in any alphabet stays what is found in it. These hashes are permanent: where the test fails,
/// the code is wrong.
#[test]
fn fingerprints_that_were_made_stay_valid() {
    let cyrillic = "Герой із Києва й українські ґрати: «Всё ещё их дом», – сказав Йосип; Їжак, ёлка і \u{418}\u{306}од.";
    let arabic = "قالَ المسؤول إنّ إيران والقـاهرة اتفقتا على مئة آلة، و ا\u{655}يران ٱلأولى: رأى ذٰلك ألفيَّ مرّة.";
    let latin = "Łódź a Škoda: œuvre d’été, Ærø, naïve Größe, İzmir, ŐSZ, x\u{301}y.";
    let kept = |text| (whole(&words(text)), fingerprint(text));
    assert_eq!(kept(cyrillic), (312_902_866, vec![2461, 2849, 10671, 17243, 17868, 19159, 22836]));
    assert_eq!(kept(arabic), (2_395_464_583, vec![4832, 9856, 11452, 22586, 25549, 44757]));
    let hashes = vec![293, 402, 23813, 28085, 40601, 41643, 45824, 46745, 47410, 52627];
    assert_eq!(kept(latin), (389_630_317, hashes));
}

/// A letter that many write without what is on it is another letter all the same, and may make another word.
#[test]
fn no_other_letter_is_the_same() {
    for (one, other) in [
        ("герой", "герои"),
        ("Всё", "Все"),
        ("ґрати", "грати"),
        ("їх", "іх"),
        ("أن", "ان"),
        ("رأي", "رأى"),
        ("مدرسة", "مدرسه"),
        ("عَلم", "علم"),
        ("würde", "wurde"),
    ] {
        assert_ne!(whole(&words(one)), whole(&words(other)), "{one} {other}");
    }
}

#[test]
fn what_is_altered_is_shown() {
    let (is_whole, _, altered) =
        recognised(&PARAGRAPH.replace("nennt neun und", "nennt elf und")).expect("the paragraph");
    assert!(!is_whole);
    assert!(altered.iter().any(|text| text.contains("elf")), "{altered:?}");
    assert!(altered.iter().all(|text| !text.contains("Herbst")), "{altered:?}");
}

#[test]
fn another_text_is_not_recognised() {
    let other =
        "Die Übergabe wurde vertagt. Der Vertrag fehlt, und für den Herbst ist nichts zugesagt.";
    for copy in ["", "Zwei Quellen", other, &other.repeat(50)] {
        assert_eq!(recognised(copy), None, "{copy}");
    }
}

#[test]
fn five_words_in_a_row_are_always_recognised() {
    let kept = fingerprint(PARAGRAPH);
    for five in words(PARAGRAPH).windows(RUN + WINDOW - 1) {
        assert!(runs(five).iter().any(|hash| kept.contains(hash)), "{five:?}");
    }
    // And of the runs about half are kept.
    assert!(kept.len() * 3 < runs(&words(PARAGRAPH)).len() * 2, "{}", kept.len());
}

/// The words of a text, as they are compared.
fn folded(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.spelled.folded).collect()
}

#[test]
fn words_end_where_a_reader_sees_them_end() {
    assert_eq!(folded("»Su-35«: 13.077 Stück – ‚neu‘"), ["su", "35", "13", "077", "stuck", "neu"]);
    assert_eq!(folded("Trieb\u{ad}werke, Tri\u{200b}ebwerke"), ["triebwerke"; 2]);
    assert_eq!(folded("Trieb-\nwerke, Trieb\u{2010}\r\n  werke"), ["triebwerke"; 2]);
    assert_eq!(
        folded("Kampf- \nund Ukraine-\nKrieg, Such- fort"),
        ["kampf", "und", "ukraine", "krieg", "such", "fort"]
    );
    assert_eq!(folded("Häfen, Ha\u{308}fen, Haefen, HÄFEN"), ["hafen"; 4]);
    assert_eq!(folded("a\u{ad}"), ["a"]);
    assert_eq!(folded(" … — 🙂 "), Vec::<String>::new());
}

/// The tables of the standard library would be exact; what stands for them agrees where Europe writes.
#[test]
fn letters_are_those_of_the_standard_library() {
    let greek = ['\u{38e}'..='\u{3a1}', '\u{3a3}'..='\u{3f5}'];
    let others = [' '..='\u{2af}', '\u{400}'..='\u{481}', '\u{1e00}'..='\u{1eff}'];
    for letter in greek.into_iter().chain(others).flatten() {
        assert_eq!(!folded(&letter.to_string()).is_empty(), letter.is_alphanumeric(), "{letter}");
    }
}

/// The paragraph with a word replaced.
fn with_word(at: usize, by: &str) -> String {
    let word = words(PARAGRAPH).remove(at).at;
    format!("{}{by}{}", &PARAGRAPH[..word.start], &PARAGRAPH[word.end..])
}

#[test]
fn no_other_word_goes_unnoticed() {
    let count = words(PARAGRAPH).len();
    for at in 0..count {
        for by in ["elf", "wohl kaum", "", "Segel", "sieben", "anderswo"] {
            let copy = with_word(at, by);
            let (is_whole, _, altered) = recognised(&copy).expect("the paragraph");
            assert!(!is_whole, "{at} {by}: {altered:?}");
            // What is marked reaches no further than two words beside it.
            let is_within = (6..count - 6).contains(&at);
            let marked: usize = altered.iter().map(|it| words(it).len()).sum();
            assert!(!is_within || marked <= words(by).len() + 4, "{at} {by}: {altered:?}");
            let last = by.split(' ').next_back().unwrap_or_default();
            assert!(altered.iter().any(|it| it.contains(last)), "{at} {by}: {altered:?}");
        }
    }
}

#[test]
fn no_word_that_is_put_in_goes_unnoticed() {
    let all = words(PARAGRAPH);
    for at in 0..=all.len() {
        let begin = all.get(at).map_or(PARAGRAPH.len() - 1, |it| it.at.start);
        let copy = format!("{} kaum {}", &PARAGRAPH[..begin], &PARAGRAPH[begin..]);
        assert_eq!(recognised(&copy).map(|(is_whole, ..)| is_whole), Some(false), "{at}");
    }
}

#[test]
fn a_paragraph_stands_where_it_is_whole_and_not_where_a_phrase_of_it_comes_again() {
    let copy =
        format!("Die Übergabe der zwölf Maschinen sei zugesagt. {PARAGRAPH} {}", &PARAGRAPH[..90]);
    let (is_whole, text, altered) = recognised(&copy).expect("the paragraph");
    assert!(is_whole && altered.is_empty(), "{altered:?}");
    assert!(PARAGRAPH.contains(&text), "{text}");
}

/// Whether a copy that has the second word for the first is the same.
fn is_same(printed: &str, copied: &str) -> bool {
    let text = |word: &str| PARAGRAPH.replace("neun", word);
    let (printed, copied) = (text(printed), text(copied));
    let all = words(&printed);
    let hashes = fingerprint(&printed);
    let print = KnownParagraph { hashes: &hashes, words: all.len(), whole: whole(&all) };
    let found = ReaderCopy::new(&copied).find(&[print]).and_then(|mut it| it.pop()?);
    found.expect("the paragraph").is_whole()
}

#[test]
fn an_umlaut_makes_another_word_and_its_spelling_does_not() {
    for (one, other) in [
        ("würde", "wurde"),
        ("hätte", "hatte"),
        ("könnte", "konnte"),
        ("neue", "neu"),
        ("müsste", "musste"),
        ("Wu\u{308}rde", "wurde"),
    ] {
        assert!(!is_same(one, other) && !is_same(other, one), "{one}, {other}");
    }
    for other in ["wuerde", "wu\u{308}rde", "WÜRDE", "wür\u{ad}de"] {
        assert!(is_same("würde", other), "{other}");
    }
    assert!(is_same("Café", "Cafe\u{301}") && is_same("Straße", "STRASSE"));
}

#[test]
fn signs_of_numbers_count() {
    for (one, other) in [("5 €", "5 $"), ("5", "5 %"), ("$5", "5"), ("−5", "5"), ("-5", "5")] {
        assert!(!is_same(one, other) && !is_same(other, one), "{one}, {other}");
    }
    for (one, other) in [("5 %", "5%"), ("5\u{a0}%", "5\n%"), ("−5", "-5"), ("Su-5", "Su 5")] {
        assert!(is_same(one, other) && is_same(other, one), "{one}, {other}");
    }
}

#[test]
fn what_is_added_to_a_sentence_at_either_end_is_altered_whatever_sign_joins_it() {
    let short = "Ägypten liefert zwölf Maschinen an den Nachbarn, sagt ein Beamter.";
    for (text, first) in [(PARAGRAPH, "nicht"), (PARAGRAPH, "Nicht"), (short, "nicht")] {
        let all = words(text);
        let hashes = fingerprint(text);
        let print = KnownParagraph { hashes: &hashes, words: all.len(), whole: whole(&all) };
        let is_whole = |line: &str| {
            let copy = format!("Menü\nAnmelden\n{line}\nMehr zum Thema");
            let found = ReaderCopy::new(&copy).paragraph(&print, &(0..usize::MAX));
            found.expect("the paragraph").is_whole()
        };
        assert!(is_whole(text));
        let open = text.trim_end_matches('.');
        for sign in [" ", " – ", " — ", ", ", "; ", " (", ": ", " … ", " / ", "/", " [", " - "]
        {
            for added in ["angeblich nie", "so der Bote", "nie"] {
                assert!(!is_whole(&format!("{open}{sign}{added}.")), "{sign}{added}");
            }
            assert!(!is_whole(&format!("{first}{sign}{text}")), "{first}{sign}");
        }
        assert!(!is_whole(&format!("({first}) {text}")));
        // In a sentence of its own it is shown as what stands around.
        assert!(is_whole(&format!("{text} Angeblich nie.")) && is_whole(&format!("Nein. {text}")));
    }
    // Read once more, since a mark is no word, it is still told how the sentence goes on, and how long.
    let long = ", wie ein Beamter am Dienstag in der Hauptstadt des Landes noch einmal sagte.";
    let marked = PARAGRAPH.replace("Maschinen", "Maschinen¹");
    assert_eq!(recognised(&marked).map(|(is_whole, ..)| is_whole), Some(true));
    let marked = marked.replace("fehle.", &format!("fehle{long}"));
    assert_eq!(recognised(&marked).map(|(is_whole, ..)| is_whole), Some(false));
    let capital = PARAGRAPH.replace("fehle.", "fehle – Kiew sagt nein.");
    assert_eq!(recognised(&capital).map(|(is_whole, ..)| is_whole), Some(false));
}
