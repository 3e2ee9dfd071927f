//! What is found of copies, damaged as copies are, and what is shown of them.

use super::verdict::among as recognised_among;
use super::*;
use crate::corpus::{DocumentId, Fingerprint, Hashes, Lang, Source};
use crate::desk::{Page, render};
use crate::fingerprint::{fingerprint, words as words_of};
use crate::query::{Index, Query};
use expect_test::{Expect, expect};
use std::rc::Rc;
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
    recognised_among(text, documents.iter().map(|(at, prints)| (*at, prints.as_slice())))
}

/// What is kept of an article, as that of a document.
fn prints(document: DocumentId, article: &[String]) -> Prints {
    let mut numbers: Vec<u16> =
        CORPUS.document(document).claims.iter().map(|claim| claim.paragraph).collect();
    numbers.dedup();
    let paragraphs = numbers.into_iter().zip(article);
    let paragraphs = paragraphs.map(|(paragraph, text)| Fingerprint {
        paragraph,
        words: words_of(text).len().try_into().expect("a short text"),
        hashes: Hashes(fingerprint(text)),
    });
    (document, paragraphs.collect())
}

/// How many paragraphs of the first article are found, are altered, are missing in a copy; nothing where
/// it is not recognised.
fn counts(copy: &str) -> Option<[usize; 3]> {
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
    assert_eq!(counts(&text.join("\n\n")), Some([8, 0, 0]));
    assert_eq!(
        counts(&around(&text.join("\nAnzeige Weiterlesen nach der Anzeige\n"))),
        Some([8, 0, 0])
    );
    assert_eq!(counts(&text.join(" ")), Some([8, 0, 0]));
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
        assert_eq!(counts(&text.replace(from, to)), Some([8, 0, 0]), "{to}");
    }
    assert_eq!(counts(&text.to_uppercase()), Some([8, 0, 0]));
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
        let [found, altered, missing] =
            counts(&around(&changed(&text, phase))).expect("recognised");
        assert_eq!((found + altered, missing), (8, 0), "{phase}");
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
    assert_eq!(counts(&text.join("\n")), Some([6, 1, 1]));
}

#[test]
fn one_long_paragraph_is_an_excerpt() {
    let text = article(1, 8);
    let printed = [prints(first_two()[0], &text)];
    let verdict = among(&around(&text[5]), &printed);
    assert_eq!(verdict.recognised.first().map(Recognised::counts), Some([1, 0, 7]));
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
    assert_eq!(counts, [(first, [8, 0, 0]), (second, [8, 0, 0])]);
}

/// The panel for what has been brought, in English.
fn panel(brought: Option<Brought>) -> String {
    let names = CORPUS.country_codes();
    let index = Index::new(Arc::clone(&CORPUS), &names);
    let page = Page { brought: brought.map(Rc::new), ..Page::default() };
    let query = Query::default();
    let desk =
        Desk { index: &index, countries: &names, lang: Lang::En, query: &query, page: &page };
    render(&desk, "check")
}

/// What is said of a copy that has been compared with some articles.
fn panel_of(copy: &str, printed: &[Prints]) -> String {
    let brought = Brought::new(None, Ok(copy.to_owned()));
    let verdict = among(copy, printed).into();
    panel(Some(Brought { verdict, ..brought }))
}

/// Without tags; what is not seen, or only a sign, is left out.
fn plain(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        let (tag, after) = piece.split_once('>').unwrap_or(("", piece));
        if !tag.contains("unseen") && !tag.contains("aria-hidden") {
            text.push_str(after);
        }
    }
    text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
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
        let panel = panel_of(&copy, &[prints(first_two()[0], &text)]);
        let shown = panel.split("<p class=read").skip(1).filter_map(|it| it.split("</p>").next());
        let shown: String = shown.map(|it| plain(&format!("<p{it}"))).collect();
        let letters = |it: &str| it.split_whitespace().collect::<String>();
        assert_eq!(letters(&shown), letters(&copy));
    }
}

#[test]
fn claims_stand_beside_their_paragraph() {
    let text = article(1, 8);
    let panel = panel_of(&text.join("\n"), &[prints(first_two()[0], &text)]);
    let document = CORPUS.document(first_two()[0]);
    let passages: Vec<&str> = panel.split("class=passage").skip(1).collect();
    assert_eq!(passages.len(), 8);
    for claim in document.claims.iter().filter(|it| it.paragraph == document.claims[0].paragraph) {
        assert!(passages[0].contains(&format!("data-to=\"claim={}\"", claim.id)), "{}", claim.id);
        assert!(plain(passages[0]).contains(claim.statement.get(Lang::En)));
    }
    assert!(panel.contains("8 of 8 paragraphs with claims found, 0 altered, 0 missing."));
    assert!(!panel.contains("data-show"));
}

#[test]
fn what_is_altered_is_listed_first_with_its_words() {
    let text = article(1, 8);
    let copy: Vec<String> = text
        .iter()
        .enumerate()
        .map(|(at, it)| {
            if at == 2 {
                it.split(' ')
                    .enumerate()
                    .map(|(at, word)| if at == 25 { "Laternen" } else { word })
                    .collect::<Vec<_>>()
                    .join(" ")
            } else {
                it.clone()
            }
        })
        .filter(|it| *it != text[3])
        .collect();
    let panel = panel_of(&copy.join("\n"), &[prints(first_two()[0], &text)]);
    let (list, rest) = panel.split_once("</ul>").expect("a list");
    let items: Vec<String> = list.split("<li").skip(1).map(plain).collect();
    assert_eq!(items.len(), 2);
    assert!(items[0].contains("altered") && items[0].contains("Laternen"), "{}", items[0]);
    assert!(items[1].contains("missing"), "{}", items[1]);
    assert!(rest.contains("<em><span class=differs aria-hidden=true>≠</span>"));
    // The way to the passage leads to one that is there.
    let to =
        list.split_once("data-show=\"").and_then(|(_, it)| it.split('"').next()).expect("a way");
    assert!(rest.contains(&format!("id={to}>")), "{to}");
}

#[test]
fn menus_are_folded_away() {
    let text = article(1, 8);
    let panel = panel_of(&around(&text.join("\n")), &[prints(first_two()[0], &text)]);
    assert!(panel.contains("<details><summary>… 120 lines without a claim …</summary>"));
}

/// What is said of something brought, as text.
#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn says(brought: Brought, said: Expect) {
    let panel = panel(Some(brought));
    let said_there =
        panel.split_once("aria-live=\"polite\">").map(|(_, it)| it).unwrap_or_default();
    let paragraphs = said_there.split("<p").skip(1).filter_map(|it| it.split("</p>").next());
    let lines: Vec<String> =
        paragraphs.map(|it| plain(&format!("<p{it}")).trim().to_owned()).collect();
    said.assert_eq(&lines.join("\n"));
}

#[test]
fn what_is_no_text_is_said_with_what_to_do() {
    let pasted = |text: &str| Brought::new(None, Ok(text.to_owned()));
    let file = |bytes: &[u8]| Brought::new(Some("a.bin".to_owned()), decode(bytes));
    says(
        pasted("Two words"),
        expect![[r#"
            Pasted text Discard
            Too little text: paste the whole article, or one long paragraph at least.
            What is compared are hashes of three words in a row each, of 16 bits, without case, accents and punctuation. Five unchanged words in a row are always recognised. Found means: all hashes kept of the paragraph are there, not every letter; two words each at its beginning and end may be others, of the rest fewer than one in a thousand go unnoticed. Altered means: other than the text that the corpus was made from; by whom is not said by that. Up to two words beside it are marked along."#]],
    );
    says(
        pasted(&"Foreign words, and enough of them. ".repeat(9)),
        expect![[r#"
            Pasted text Discard
            None of the documents was recognised in this text.
            It is no copy of them, or has too little in common with them, as a translation, another version or a short excerpt. Whether what it says is true is not said by that.
            What is compared are hashes of three words in a row each, of 16 bits, without case, accents and punctuation. Five unchanged words in a row are always recognised. Found means: all hashes kept of the paragraph are there, not every letter; two words each at its beginning and end may be others, of the rest fewer than one in a thousand go unnoticed. Altered means: other than the text that the corpus was made from; by whom is not said by that. Up to two words beside it are marked along."#]],
    );
    says(
        pasted(&"x ".repeat(MOST_TEXT)),
        expect![[r#"
            Pasted text Discard
            Too much text (more than 2 megabytes): paste the article only."#]],
    );
    says(
        file(b"%PDF-1.7 \0"),
        expect![[r#"
            a.bin Discard
            A PDF is not read. Copy the text, and paste it above."#]],
    );
    says(
        file(b"\x89PNG\r\n"),
        expect![[r#"
            a.bin Discard
            A picture is not read. Copy the text, and paste it above."#]],
    );
    says(
        file(b"PK\x03\x04"),
        expect![[r#"
            a.bin Discard
            Such a file is not read. Copy the text, and paste it above."#]],
    );
    says(
        file(b"\x7fELF\0"),
        expect![[r#"
            a.bin Discard
            Such a file is not read. Copy the text, and paste it above."#]],
    );
    says(
        file(b""),
        expect![[r#"
            a.bin Discard
            Too little text: paste the whole article, or one long paragraph at least.
            What is compared are hashes of three words in a row each, of 16 bits, without case, accents and punctuation. Five unchanged words in a row are always recognised. Found means: all hashes kept of the paragraph are there, not every letter; two words each at its beginning and end may be others, of the rest fewer than one in a thousand go unnoticed. Altered means: other than the text that the corpus was made from; by whom is not said by that. Up to two words beside it are marked along."#]],
    );
}

#[test]
fn before_anything_is_brought_it_is_said_that_nothing_leaves_the_page() {
    let panel = panel(None);
    assert!(panel.contains("does not leave this page and is not stored"));
    assert!(panel.contains("<div id=\"check-said\" aria-live=\"polite\"></div>"));
}

#[test]
fn every_document_of_the_corpus_can_be_recognised_and_no_other() {
    assert_eq!(unprinted(&CORPUS), []);
    let mut source = CORPUS.source().clone();
    for document in &mut source.documents {
        document.fingerprints.clear();
    }
    let other = Corpus::new(source).expect("its references");
    assert_eq!(unprinted(&other), other.document_ids().collect::<Vec<_>>());
    assert!(verdict(&around(&article(1, 8).join("\n")), &CORPUS).recognised.is_empty());
}

#[test]
fn files_are_read_in_the_encodings_of_saved_pages() {
    let read = |bytes: &[u8]| decode(bytes);
    let text = "„Größe“ – 5 €";
    let windows = b"\x84Gr\xf6\xdfe\x93 \x96 5 \x80";
    let utf_16 = |to: fn(u16) -> [u8; 2], mark: u16| {
        [mark].into_iter().chain(text.encode_utf16()).flat_map(to).collect::<Vec<u8>>()
    };
    assert_eq!(read(text.as_bytes()).as_deref(), Ok(text));
    assert_eq!(read(&[b"\xef\xbb\xbf", text.as_bytes()].concat()).as_deref(), Ok(text));
    assert_eq!(read(windows).as_deref(), Ok(text));
    assert_eq!(read(&utf_16(u16::to_le_bytes, 0xfeff)).as_deref(), Ok(text));
    assert_eq!(read(&utf_16(u16::to_be_bytes, 0xfeff)).as_deref(), Ok(text));
    assert_eq!(read(b"\x7fELF\0"), Err(Unreadable::Other));
}

#[test]
fn a_pages_elements_end_lines_and_its_space_is_one_space() {
    let mut text = String::new();
    for piece in ["\n  ", "Zwei ", " \n Worte", "|", "|", "\t", "und eines"] {
        if piece == "|" { end_line(&mut text) } else { add(&mut text, piece) }
    }
    assert_eq!(text, "Zwei Worte\nund eines");
    assert!(is_in_line("EM") && !is_in_line("P") && !is_in_line("BR") && is_unread("SCRIPT"));
    assert!(is_page("\n<!DOCTYPE html>") && !is_page("1 < 2") && !is_page("<- back"));
}
