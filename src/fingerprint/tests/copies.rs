//! What is found of copies, damaged as copies are, and what is shown of them.

use super::super::words as words_of;
use super::*;
use crate::corpus::{Corpus, DocumentId, Fingerprint, Hashes, Source};
use std::sync::{Arc, LazyLock};

static CORPUS: LazyLock<Arc<Corpus>> = LazyLock::new(|| {
    let source = Source::read(crate::BUNDLED).expect("the asset");
    Arc::new(Corpus::new(source).expect("its references"))
});

/// Words of articles that nobody wrote.
const STOCK: [&str; 48] = [
    "Der",
    "Minister",
    "nannte",
    "keine",
    "Zahl",
    "und",
    "verwies",
    "auf",
    "den",
    "Vertrag",
    "über",
    "zwölf",
    "Maschinen",
    "die",
    "im",
    "Herbst",
    "kommen",
    "sollen",
    "laut",
    "„Bote“",
    "zahlt",
    "das",
    "Land",
    "in",
    "Weizen",
    "oder",
    "gar",
    "nicht",
    "Beobachter",
    "zweifeln",
    "daran",
    "seit",
    "Mai",
    "Übergabe",
    "fest",
    "zugesagt",
    "Frachter",
    "liefen",
    "ein",
    "ohne",
    "Fahrplan",
    "neun",
    "Häfen",
    "später",
    "wieder",
    "aus",
    "Größe",
    "bleibt",
];

/// Numbers that look random and are the same every time.
fn random(seed: usize) -> impl FnMut(usize) -> usize {
    let mut state = seed as u64;
    move |end| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or_default() % end
    }
}

/// The paragraphs of an article, short ones among them.
fn article(seed: usize, paragraphs: usize) -> Vec<String> {
    let mut next = random(seed);
    let lengths = [7, 34, 52, 21, 9, 60];
    let mut paragraph = |length: usize| {
        let words: Vec<&str> = (0..length).map(|_| STOCK[next(STOCK.len())]).collect();
        words.join(" ") + "."
    };
    (0..paragraphs).map(|at| paragraph(lengths[at % lengths.len()])).collect()
}

/// A document that can be recognised, and what is kept of it.
type Prints = (DocumentId, Vec<Fingerprint>);

/// The corpus's first document, whose claims stand for those of the first article, and its second.
fn first_two() -> [DocumentId; 2] {
    let mut documents = CORPUS.document_ids();
    [(); 2].map(|()| documents.next().expect("a document"))
}

/// What a text holds of some documents.
fn among(text: &str, documents: &[Prints]) -> Verdict {
    Verdict::among(text, documents.iter().map(|(at, prints)| (*at, prints.as_slice())))
}

/// What is kept of an article, as that of a document.
fn prints(document: DocumentId, article: &[String]) -> Prints {
    let mut numbers: Vec<u16> =
        CORPUS.document(document).claims.iter().map(|claim| claim.paragraph).collect();
    numbers.dedup();
    let paragraphs = numbers.into_iter().zip(article);
    let paragraphs = paragraphs.map(|(paragraph, text)| Fingerprint {
        paragraph,
        whole: whole(&words_of(text)),
        words: words_of(text).len().try_into().expect("a short text"),
        hashes: Hashes(fingerprint(text)),
    });
    (document, paragraphs.collect())
}

/// How many paragraphs of the first article are found, are altered, are missing in a copy; nothing where
/// it is not recognised.
fn counts(copy: &str) -> Option<[usize; 4]> {
    let [first, second] = first_two();
    let printed = [prints(first, &article(1, 8)), prints(second, &article(2, 8))];
    let recognised = among(copy, &printed).recognised;
    assert!(recognised.iter().all(|it| it.document == first), "taken for another: {copy}");
    recognised.first().map(Recognised::counts)
}

fn around(text: &str) -> String {
    let menu = "Anmelden Abo Suche\nPolitik Sport Kultur\nDer Minister im Bild\n".repeat(40);
    format!("{menu}\n{text}\n\nMehr zum Thema: keine Zahl und neun Häfen\n{menu}")
}

#[test]
fn a_copy_is_recognised_whatever_stands_around_and_between() {
    let text = article(1, 8);
    assert_eq!(counts(&text.join("\n\n")), Some([8, 0, 0, 0]));
    assert_eq!(
        counts(&around(&text.join("\nAnzeige Weiterlesen nach der Anzeige\n"))),
        Some([8, 0, 0, 0])
    );
    assert_eq!(counts(&text.join(" ")), Some([8, 0, 0, 0]));
}

#[test]
fn another_edition_is_the_same() {
    let text = article(1, 8).join("\n");
    for (from, to) in [
        (" ", "\n"),
        ("„", "»"),
        ("Maschinen", "Maschi\u{ad}nen"),
        ("Häfen", "Ha\u{308}fen"),
        ("Beobachter", "Beobach-\nter"),
    ] {
        assert!(text.contains(from));
        assert_eq!(counts(&text.replace(from, to)), Some([8, 0, 0, 0]), "{to}");
    }
    assert_eq!(counts(&text.to_uppercase()), Some([8, 0, 0, 0]));
}

/// A text in which every tenth word is another, beginning with one of the first ten.
fn changed(text: &str, phase: usize) -> String {
    let words = text.split(' ').enumerate();
    let words = words.map(|(at, word)| if at % 10 == phase { "anderswo" } else { word });
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn with_every_tenth_word_changed_every_paragraph_is_there() {
    let text = article(1, 8).join(" \n ");
    for phase in 0..10 {
        let [found, altered, misread, missing] =
            counts(&around(&changed(&text, phase))).expect("recognised");
        assert_eq!((found + altered + misread, missing), (8, 0), "{phase}");
    }
}

#[test]
fn another_article_finds_none() {
    for seed in 3..40 {
        assert_eq!(counts(&around(&article(seed, 30).join("\n"))), None);
    }
    assert_eq!(counts(""), None);
}

#[test]
fn what_is_altered_or_missing_is_counted() {
    let mut text = article(1, 8);
    text[2] = text[2].replacen(' ', " Laternen ", 20).replacen("Laternen ", "", 19);
    text.remove(5);
    assert_eq!(counts(&text.join("\n")), Some([6, 1, 0, 1]));
}

#[test]
fn one_long_paragraph_is_an_excerpt() {
    let text = article(1, 8);
    let printed = [prints(first_two()[0], &text)];
    let verdict = among(&around(&text[5]), &printed);
    assert_eq!(verdict.recognised.first().map(Recognised::counts), Some([1, 0, 0, 7]));
    assert!(verdict.recognised[0].is_excerpt());
    // A heading is not: it may be quoted anywhere.
    assert!(among(&around(&text[0]), &printed).recognised.is_empty());
}

#[test]
fn several_documents_in_one_text_are_each_found() {
    let texts = [article(1, 8), article(2, 8)];
    let [first, second] = first_two();
    let printed = [prints(first, &texts[0]), prints(second, &texts[1])];
    let verdict = among(&around(&texts.concat().join("\n")), &printed);
    let counts: Vec<_> = verdict.recognised.iter().map(|it| (it.document, it.counts())).collect();
    assert_eq!(counts, [(first, [8, 0, 0, 0]), (second, [8, 0, 0, 0])]);
}

/// A text as it is shown, with its first document's fingerprints kept.
fn shown(copy: &str, article: &[String], look: impl FnOnce(&Verdict, Vec<Stretch>)) {
    let verdict = among(copy, &[prints(first_two()[0], article)]);
    look(&verdict, stretches(copy, &verdict));
}

/// The passages among stretches.
fn passages<'a, 'v>(stretches: &'a [Stretch<'v>]) -> Vec<&'a Passage<'v>> {
    let passages = stretches.iter().map(|it| match it {
        Stretch::Passage(passage) => Some(passage),
        Stretch::Between { .. } => None,
    });
    passages.flatten().collect()
}

#[test]
fn nothing_of_the_text_is_lost_or_shown_twice() {
    let text = article(1, 8);
    for copy in [
        around(&text.join("\n\n")),
        text.join(" "),
        changed(&around(&text.join(" <b>&amp; \n")), 3),
        around(&text[1..].join("\n").replace(' ', "  ")),
    ] {
        shown(&copy, &text, |_, stretches| {
            let pieces = stretches.iter().flat_map(|it| match it {
                Stretch::Between { at, .. } => vec![at.clone()],
                Stretch::Passage(it) => it.pieces.iter().map(|it| it.at.clone()).collect(),
            });
            let mut end = 0;
            let mut all = String::new();
            for at in pieces {
                assert!(end <= at.start && at.start < at.end, "{at:?}");
                end = at.end;
                all += &copy[at];
            }
            let letters = |it: &str| it.split_whitespace().collect::<String>();
            assert_eq!(letters(&all), letters(&copy));
        });
    }
}

#[test]
fn claims_stand_beside_their_paragraph() {
    let text = article(1, 8);
    shown(&text.join("\n"), &text, |verdict, stretches| {
        let document = CORPUS.document(first_two()[0]);
        let passages = passages(&stretches);
        assert_eq!(passages.len(), 8);
        let number = document.claims[0].paragraph;
        let own: Vec<&str> =
            document.claims.iter().filter(|it| it.paragraph == number).map(|it| &*it.id).collect();
        let [paragraph] = passages[0].paragraphs[..] else { panic!("one paragraph") };
        assert_eq!(paragraph.presence(), Presence::Found);
        let beside = paragraph.claims(&CORPUS).map(|it| &*CORPUS.claim(it).id);
        assert_eq!(beside.collect::<Vec<_>>(), own);
        assert_eq!(verdict.recognised[0].counts(), [8, 0, 0, 0]);
        assert_eq!(verdict.doubtful(), Vec::<&Paragraph>::new());
        // Each is one piece: nothing is altered, and nothing stands around it.
        assert!(passages.iter().all(|it| it.pieces.iter().all(|it| it.part != Part::Altered)));
    });
}

#[test]
fn what_is_altered_or_not_found_is_doubtful_and_its_words_are_marked() {
    let text = article(1, 8);
    let replaced = |it: &String| {
        let words = it.split(' ').enumerate();
        let words = words.map(|(at, word)| if at == 25 { "Laternen" } else { word });
        words.collect::<Vec<_>>().join(" ")
    };
    let mut copy = text.clone();
    copy[2] = replaced(&text[2]);
    copy.remove(3);
    let copy = copy.join("\n");
    shown(&copy, &text, |verdict, stretches| {
        let doubtful = verdict.doubtful();
        let presences: Vec<Presence> = doubtful.iter().map(|it| it.presence()).collect();
        assert_eq!(presences, [Presence::Altered, Presence::NotFound]);
        // The passage is there to be led to.
        let start = doubtful[0].found.as_ref().expect("it stands there").at.start;
        let passages = passages(&stretches);
        let passage = passages.iter().find(|it| it.start == start).expect("its passage");
        let marked: Vec<&str> = passage
            .pieces
            .iter()
            .filter(|it| it.part == Part::Altered)
            .map(|it| &copy[it.at.clone()])
            .collect();
        assert_eq!(marked.len(), 1, "{marked:?}");
        assert!(marked[0].contains("Laternen"), "{marked:?}");
        assert!(passage.pieces.iter().any(|it| it.part == Part::Recognised));
    });
}

#[test]
fn of_an_excerpt_it_is_not_said_what_is_not_there() {
    let text = article(1, 8);
    shown(&text[5], &text, |verdict, _| {
        assert!(verdict.recognised[0].is_excerpt());
        assert_eq!(verdict.doubtful(), Vec::<&Paragraph>::new());
    });
}

#[test]
fn menus_are_folded_away() {
    let text = article(1, 8);
    let copy = around(&text.join("\n"));
    shown(&copy, &text, |_, stretches| {
        let Stretch::Between { lines, is_folded, .. } = stretches[0] else { panic!("a menu") };
        assert_eq!((lines, is_folded), (120, true));
    });
    // A line or two stand as they are.
    shown(&format!("Menu\nSearch\n\n{}", text.join("\n")), &text, |_, stretches| {
        let Stretch::Between { ref at, lines, is_folded } = stretches[0] else { panic!("a menu") };
        assert_eq!((at.clone(), lines, is_folded), (0..11, 2, false));
    });
}

#[test]
fn what_cannot_be_checked_says_why() {
    let why = |text| OwnCopy::new(None, text, &CORPUS).checked.map(|_| ()).err();
    assert_eq!(why(Ok("x ".repeat(MOST_TEXT))), Some(Unreadable::TooLong));
    assert_eq!(why(decode(b"%PDF-1.7 \0", |_| None)), Some(Unreadable::Pdf));
    assert_eq!(why(decode(b"", |_| None)), None);
}

#[test]
fn a_few_words_are_too_few_and_other_words_are_not_recognised() {
    let checked =
        |text: &str| OwnCopy::new(None, Ok(text.to_owned()), &CORPUS).checked.expect("a text");
    assert!(checked("Two words").is_short() && checked("").is_short());
    let foreign = checked(&"Foreign words, and enough of them. ".repeat(9));
    assert!(!foreign.is_short() && foreign.verdict.recognised.is_empty());
}

#[test]
fn every_document_of_the_corpus_can_be_recognised_and_no_other() {
    assert_eq!(unrecognisable(&CORPUS), []);
    // Without fingerprints none is, nor with so few hashes that even all of them say too little.
    for (hashes, none_is) in [(0, true), (7, true), (8, false)] {
        let mut source = CORPUS.source().clone();
        for document in &mut source.documents {
            if hashes == 0 {
                document.fingerprints.clear();
            }
            document.fingerprints.iter_mut().for_each(|it| it.hashes.0.truncate(hashes));
        }
        let other = Corpus::new(source).expect("its references");
        assert_eq!(
            unrecognisable(&other).len() == other.document_ids().count(),
            none_is,
            "{hashes}"
        );
    }
    assert!(Verdict::new(&around(&article(1, 8).join("\n")), &CORPUS).recognised.is_empty());
}
