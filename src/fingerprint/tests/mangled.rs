//! An article that nobody printed, as other programs hand it over.

use super::super::words as words_of;
use super::*;
use crate::corpus::{Corpus, DocumentId, Fingerprint, Hashes, Source};
use proptest::prelude::*;
use std::sync::LazyLock;

/// Five paragraphs, with a blank line between.
const ARTICLE: &str = include_str!("article.txt");

fn paragraphs() -> Vec<&'static str> {
    ARTICLE.split("\n\n").map(str::trim).collect()
}

fn prints() -> Vec<Fingerprint> {
    let print = |(number, text): (u16, &&str)| {
        let words = words_of(text);
        Fingerprint {
            paragraph: number,
            words: words.len().try_into().expect("a short text"),
            whole: whole(&words),
            hashes: Hashes(fingerprint(text)),
        }
    };
    (1..).zip(&paragraphs()).map(print).collect()
}

/// The document that stands for its own.
static DOCUMENT: LazyLock<DocumentId> = LazyLock::new(|| {
    let source = Source::read(crate::BUNDLED).expect("the asset");
    let corpus = Corpus::new(source).expect("its references");
    corpus.document_ids().next().expect("a document")
});

static PRINTS: LazyLock<Vec<Fingerprint>> = LazyLock::new(prints);

/// How many of its paragraphs are found, are altered, are read badly, are missing in a copy.
fn counts(copy: &str) -> [usize; 4] {
    let verdict = Verdict::among(copy, [(*DOCUMENT, PRINTS.as_slice())]);
    verdict.recognised.first().map_or([0, 0, 0, 5], Recognised::counts)
}

/// The article in lines of so many words, the longer ones at their ends divided by some signs.
fn in_lines(signs: &str) -> String {
    let line = |text: &str| {
        let words: Vec<&str> = text.split(' ').collect();
        let lines = words.chunks(6).map(|line| {
            let line = line.join(" ");
            let at = line.char_indices().rev().nth(3).map_or(0, |(at, _)| at);
            let (begin, end) = line.split_at(at);
            let is_within = [begin.chars().next_back(), end.chars().next()]
                .iter()
                .all(|it| it.is_some_and(char::is_lowercase));
            if is_within { format!("{begin}{signs}{end}") } else { line.clone() }
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    paragraphs().into_iter().map(line).collect::<Vec<_>>().join("\n\n")
}

/// The article with passages replaced, each of which it has.
fn with(pairs: &[(&str, &str)]) -> String {
    pairs.iter().fold(ARTICLE.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    })
}

#[test]
fn letters_in_rare_forms_are_the_same_letters() {
    let wide = |it: char| match it {
        '!'..='~' => char::from_u32(it as u32 + 0xfee0).unwrap_or(it),
        other => other,
    };
    let bold = |it: char| match it {
        'a'..='z' => char::from_u32(0x1d41a + (it as u32 - 'a' as u32)).unwrap_or(it),
        other => other,
    };
    for copy in [
        with(&[("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("st", "ﬆ")]),
        with(&[("s", "ſ")]),
        with(&[("ä", "a\u{308}"), ("ü", "u\u{308}"), ("ß", "ss")]),
        ARTICLE.chars().map(wide).collect(),
        ARTICLE.chars().map(bold).collect(),
        with(&[("Frachter", "Fʀᴀᴄʜᴛᴇʀ")]),
    ] {
        assert_eq!(counts(&copy), [5, 0, 0, 0], "{copy}");
    }
}

#[test]
fn what_is_not_seen_within_words_changes_nothing() {
    for sign in [
        '\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}', '\u{202a}',
        '\u{202c}', '\u{202e}', '\u{2060}', '\u{2066}', '\u{2069}', '\u{feff}', '\u{1f}', '\u{2}',
        '\u{0}', '\u{34f}', '\u{61c}', '¬', '\u{fe0f}', '\u{fffe}',
    ] {
        let copy = with(&[("stem", &format!("st{sign}em")), ("ung", &format!("u{sign}ng"))]);
        assert_eq!(counts(&copy), [5, 0, 0, 0], "{sign:?}");
    }
    // And around them.
    let copy = ARTICLE.split(' ').map(|it| format!("\u{2066}{it}\u{2069}")).collect::<Vec<_>>();
    assert_eq!(counts(&copy.join("\u{a0}")), [5, 0, 0, 0]);
}

#[test]
fn the_ends_of_lines_divide_words_by_any_hyphen() {
    for hyphen in [
        "-",
        "\u{2010}",
        "\u{2011}",
        "\u{2012}",
        "\u{2212}",
        "\u{ad}",
        "¬",
        "\u{2}",
        "\u{1f}",
        "\u{fffe}",
        "-\u{200e}",
    ] {
        for end in [
            "\n",
            " \n",
            "\u{a0}\n",
            "\r\n",
            "\n   ",
            "\n> ",
            "\n\u{200b}",
            "\u{2028}",
            "\u{b}",
            "\u{c}",
        ] {
            let copy = in_lines(&format!("{hyphen}{end}"));
            assert_eq!(counts(&copy), [5, 0, 0, 0], "{hyphen:?} {end:?}");
        }
        // Where the line's end became a space, or nothing.
        for end in [" ", "\u{a0}", ""] {
            assert_eq!(
                counts(&in_lines(&format!("{hyphen}{end}"))),
                [5, 0, 0, 0],
                "{hyphen:?} {end:?}"
            );
        }
    }
    assert_eq!(counts(&in_lines("")), [5, 0, 0, 0]);
}

#[test]
fn a_hyphen_at_the_end_of_a_line_may_be_a_real_one() {
    let text = "Die Long-range-Raketen, ein Stop-and-go-Betrieb und die Kurz-vor-knapp-Lieferung der alten Rüst- und \
        Ersatzteile sind dem Amt bekannt, das seit Mai Such-und-find-Listen führt und nichts sagt.";
    let all = words(text);
    let known = KnownParagraph { hashes: &fingerprint(text), words: all.len(), whole: whole(&all) };
    let found = |copy: &str| ReaderCopy::new(copy).find(&[known])?.pop()?;
    for copy in
        [text.replace('-', "-\n"), text.replace('-', "\u{2010} \n"), text.replace("- ", "-\n")]
    {
        assert!(found(&copy).is_some_and(|it| it.is_whole()), "{copy}");
    }
}

#[test]
fn marks_of_footnotes_are_no_words() {
    for mark in [
        "[1]",
        "[12]",
        "[^4]",
        "(5)",
        "¹",
        "²³",
        "\u{2074}",
        "*",
        "†",
        "**)",
        "[1][2]",
        "¹\u{202f}²",
    ] {
        let copy = with(&[
            ("Fachleute ", &format!("Fachleute{mark} ")),
            ("beruft;", &format!("beruft;{mark}")),
            ("Mai ", &format!("Mai{mark} ")),
            ("geklärt ist.", &format!("geklärt ist{mark}.")),
            ("einräumt.", &format!("einräumt.{mark}")),
            ("Ein ", &format!("Ein{mark} ")),
        ]);
        assert_eq!(counts(&copy), [5, 0, 0, 0], "{mark}");
    }
    // Where only its place told what it is, it may be another name: `Leopard2`.
    assert_eq!(counts(&with(&[("Fachleute ", "Fachleute1 ")])), [4, 1, 0, 0]);
}

#[test]
fn a_capital_set_apart_and_addresses_behind_links_change_nothing() {
    assert_eq!(
        counts(&with(&[("Das Ministerium", "D\nas Ministerium"), ("Fest ", "F est ")])),
        [5, 0, 0, 0]
    );
    let linked = with(&[
        ("Frachter", "[Frachter](https://example.org/a-b?c=d)"),
        ("Werft", "Werft <https://example.org/werft>"),
        ("Beamter", "**Beamter**"),
    ]);
    assert_eq!(counts(&linked), [5, 0, 0, 0]);
}

#[test]
fn what_an_editor_changed_is_altered() {
    for (changes, altered) in [
        (&[("zwölf", "dreißig")][..], 1),
        (&[("zwölf", "dreißig"), ("nichts, vereinbart", "alles, vereinbart")], 2),
        (
            &[
                ("niemand öffentlich", "jeder öffentlich"),
                ("fünf Zeitungen", "drei Zeitungen"),
                ("elften", "zweiten"),
            ],
            2,
        ),
        // A word in each paragraph.
        (
            &[
                ("zwölf", "dreißig"),
                ("nichts", "alles"),
                ("Tonnen", "Kilo"),
                ("Abgeordnete", "Ministerin"),
                ("elften", "zweiten"),
            ],
            5,
        ),
        (&[("Geschäft mit", "Geschäft (3 €) mit")], 1),
        (
            &[(
                "niemand öffentlich nennt,",
                "niemand öffentlich nennt, Küstenkurier · Seite 3 · 12. Mai\n",
            )],
            1,
        ),
        (&[("zwölf Schiffe", "12 Schiffe"), ("elften Mai", "11. Mai")], 2),
        // Names with digits and signs in them.
        (&[("zwölf Schiffe", "zwölf M1A2")], 1),
        (&[("zwölf Schiffe", "zwölf K9A1")], 1),
        (&[("zwölf Schiffe", "zwölf Mi8MT")], 1),
        (&[("zwölf Schiffe", "zwölf Leopard2")], 1),
        (&[("zwölf Schiffe", "zwölf C4ISR")], 1),
        (&[("Abgeordnete Flörsheim", "Abgeordnete AT&T")], 1),
        (&[("Rüstungsexportgenehmigungen", "R&D")], 1),
        (&[("nichts, vereinbart", "alles, https://example.org/a?b=c vereinbart")], 1),
        (&[("nichts, vereinbart", "alles, www.example.org/?b=c#d vereinbart")], 1),
        // Numbers that somebody has put in.
        (&[("zwölf Schiffe", "zwölf [200] Schiffe")], 1),
        (&[("zwölf Schiffe", "zwölf [12] Schiffe")], 1),
        (&[("zwölf Schiffe", "zwölf[200] Schiffe")], 1),
        // Other letters, and signs.
        (&[("Größe", "Grosse"), ("fünf ", "funf ")], 1),
        (&[("1 200", "−1 200")], 1),
        (&[("1 200", "1 200 %")], 1),
    ] {
        assert_eq!(counts(&with(changes)), [5 - altered, altered, 0, 0], "{changes:?}");
    }
}

#[test]
fn a_copy_that_is_garbled_throughout_is_read_badly() {
    for copy in [
        // Signs that a font or an encoding did not have.
        with(&[("ü", "?"), ("ö", "?"), ("ä", "?")]),
        with(&[("ü", "\u{fffd}"), ("ö", "\u{fffd}"), ("ä", "\u{fffd}")]),
        with(&[("ff", "\u{e000}"), ("fl", "\u{e001}"), ("fi", "\u{e002}")]),
        // As a machine reads a scan.
        with(&[("nn", "m"), ("li", "h"), ("ei", "el"), ("tt", "ü")]),
        with(&[("ff", ""), ("fi", ""), ("fl", ""), ("ü", "ii"), ("ä", "a'"), ("ö", "6")]),
    ] {
        let [_, altered, misread, _] = counts(&copy);
        assert_eq!(altered, 0, "{misread} read badly: {copy}");
        assert!(misread >= 3, "{misread}: {copy}");
    }
}

#[test]
fn some_edits_in_an_excerpt_are_altered() {
    let edited = with(&[
        ("zwölf", "dreißig"),
        ("Herbst", "Winter"),
        ("nichts", "alles"),
        ("Zeitungen", "Sender"),
        ("Tonnen", "Kilo"),
    ]);
    let excerpt: Vec<&str> = edited.split("\n\n").take(3).collect();
    assert_eq!(counts(&excerpt.join("\n\n")), [0, 3, 0, 2]);
}

#[test]
fn a_paragraph_that_alone_is_read_badly_is_in_doubt() {
    let doubtful = |copy: &str| {
        let verdict = Verdict::among(copy, [(*DOCUMENT, PRINTS.as_slice())]);
        verdict.doubtful().len()
    };
    assert_eq!(doubtful(ARTICLE), 0);
    assert_eq!(doubtful(&with(&[("fünf Zeitungen", "fü1nf Zeitungen")])), 1);
    assert_eq!(doubtful(&with(&[("ü", "?"), ("ö", "?"), ("ä", "?")])), 0);
}

#[test]
fn no_word_put_in_left_out_or_replaced_goes_unnoticed_anywhere() {
    for (at, paragraph) in paragraphs().into_iter().enumerate() {
        let all = words(paragraph);
        for (place, word) in all.iter().enumerate() {
            for by in ["nicht", "200"] {
                let (begin, end) = (&paragraph[..word.at.start], &paragraph[word.at.end..]);
                let old = &paragraph[word.at.clone()];
                let mut copies =
                    vec![format!("{begin}{by} {old}{end}"), format!("{begin}{}", end.trim_start())];
                if by != old {
                    copies.push(format!("{begin}{by}{end}"));
                }
                if place + 1 == all.len() {
                    copies.push(format!("{begin}{old} {by}{end}"));
                }
                for copy in copies {
                    let mut text = paragraphs();
                    text[at] = &copy;
                    assert_ne!(counts(&text.join("\n\n"))[0], 5, "{copy}");
                }
            }
        }
    }
}

/// The article with some of its words misspelled, by how many stand before.
fn misspelled(mut is_chosen: impl FnMut(usize) -> bool) -> String {
    let mut text = String::new();
    let mut from = 0;
    for (at, word) in words(ARTICLE).iter().enumerate().filter(|(at, _)| is_chosen(*at)) {
        text += &ARTICLE[from..word.at.start];
        text = text + "x" + &at.to_string() + "y";
        from = word.at.end;
    }
    text + &ARTICLE[from..]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// From a tenth of the words on, faults at random fall in every paragraph, and nothing is called altered.
    #[test]
    fn faults_everywhere_are_no_editors(phase in 0_usize..7, step in 5_usize..8) {
        let [_, altered, misread, _] = counts(&misspelled(|at| at % step == phase % step));
        prop_assert_eq!(altered, 0);
        prop_assert!(misread > 0);
    }

    /// A few words in a few paragraphs, wherever they are, are altered.
    #[test]
    fn a_few_words_in_a_few_paragraphs_are_altered(
        first in 0_usize..5,
        count in 1_usize..4,
        places in prop::collection::vec(any::<prop::sample::Index>(), 6),
    ) {
        let mut text: Vec<String> = paragraphs().into_iter().map(str::to_owned).collect();
        for (at, place) in places.iter().enumerate().take(count * 2) {
            let paragraph = &mut text[(first + at / 2) % 5];
            let all = words(paragraph);
            let word = &all[place.index(all.len())];
            paragraph.replace_range(word.at.clone(), "Laternen");
        }
        let [found, altered, misread, _] = counts(&text.join("\n\n"));
        prop_assert_eq!((found, altered, misread), (5 - count, count, 0));
    }

    /// Whatever is brought has a verdict.
    #[test]
    fn any_text_has_a_verdict(text in "(?s)(.{0,40}|[-¬\u{ad}¹²\\[\\]()0-9a-zA-Z\n ]{0,60}){0,6}") {
        let mixed = format!("{text}{}{text}", &ARTICLE[..300]);
        prop_assert_eq!(counts(&mixed).iter().sum::<usize>(), 5);
        prop_assert!(words(&text).windows(2).all(|it| it[0].at.end <= it[1].at.start));
    }
}
