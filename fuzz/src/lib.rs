//! What reads the world, each as a function of any bytes that must not panic, and that holds what comes of them to what is
//! promised of it.
//!
//! A fuzzer looks for bytes that break it (`targets/`, by `cargo xtask fuzz`); the tests run it on those that are kept in
//! `corpus/`, and on some thousand changes of them (`kept.rs`).

use claim_atlas::corpus::{Claim, Corpus, Document, Reader, SeedFile, Source, Unread, check_json};
use claim_atlas::fingerprint::{
    Checked, Element, OwnCopy, PageText, Reading, Stretch, decode, fingerprints, read, stretches,
};
use claim_atlas::link::{asked, foreign_parameters, nearest, write};
use claim_atlas::{BUNDLED, EXAMPLE, import};
use std::pin::pin;
use std::sync::LazyLock;
use std::task::{Context, Poll, Waker};

/// What reads some bytes, and may not panic.
pub type Target = fn(&[u8]);

/// Each by its name, which is that of the folder in `corpus/` as well.
pub const TARGETS: [(&str, Target); 4] =
    [("link", link), ("corpus", corpus), ("copy", copy), ("table", table)];

/// A link: the fragment in the first line, the query string behind it. What was understood is read again as what is written
/// of it.
pub fn link(bytes: &[u8]) {
    static CORPUS: LazyLock<Corpus> = LazyLock::new(|| {
        let source = Source::read(BUNDLED).expect("the asset");
        Corpus::new(source).expect("its references")
    });
    let text = String::from_utf8_lossy(bytes);
    let (fragment, search) = text.split_once('\n').unwrap_or((&text, ""));
    let link = claim_atlas::link::read(fragment, search, &CORPUS);
    let again = claim_atlas::link::read(&write(&link.query), "", &CORPUS);
    assert_eq!(again.query, link.query, "{}", write(&link.query));
    for near in link.unknown.iter().filter_map(|it| nearest(&CORPUS, it)) {
        let again = claim_atlas::link::read(&write(&near), "", &CORPUS);
        assert!(again.unknown.is_empty(), "{}", write(&near));
    }
    for keeps_corpus in [false, true] {
        let _ = foreign_parameters(search, keeps_corpus);
    }
    let _ = asked(search);
}

/// A corpus behind a byte that says how long the pieces are in which it comes: whatever they are, it is read as the check
/// reads the whole, or refused by both.
pub fn corpus(bytes: &[u8]) {
    let Some((length, json)) = bytes.split_first() else { return };
    let read = in_pieces(json, usize::from(*length).max(1));
    let checked = std::str::from_utf8(json).ok().and_then(|text| {
        let file = SeedFile { name: "corpus.json".to_owned(), text: text.to_owned() };
        check_json(&file).ok()
    });
    assert_eq!(read.ok().map(|it| it.source().clone()), checked);
}

fn in_pieces(json: &[u8], length: usize) -> Result<Corpus, Unread> {
    let mut reader = Reader::new();
    json.chunks(length).try_for_each(|piece| reader.feed(piece))?;
    reader.finish()
}

/// A reader's copy, as a file. What is marked in it stands in it.
pub fn copy(bytes: &[u8]) {
    static CORPUS: LazyLock<Corpus> = LazyLock::new(of_article);
    let text = decode(bytes, |_| None).and_then(|text| read(text, |page| Some(text_of(page))));
    let copy = OwnCopy::new(None, text, &CORPUS);
    let Ok(Checked { text, verdict }) = &copy.checked else { return };
    for stretch in stretches(text, verdict) {
        let pieces = match stretch {
            Stretch::Between { at, .. } => vec![at],
            Stretch::Passage(passage) => passage.pieces.into_iter().map(|it| it.at).collect(),
        };
        assert!(pieces.iter().all(|at| text.get(at.clone()).is_some()), "{pieces:?} in {text:?}");
    }
}

/// A corpus with the fingerprints of a text that is made up.
fn of_article() -> Corpus {
    let text = include_str!("../../src/fingerprint/tests/article.txt");
    let mut source = Source::read(EXAMPLE).expect("the example");
    let document = source.documents.first_mut().expect("a document");
    let first = document.claims.first().expect("a claim").clone();
    let more = (2..=document.paragraphs).map(|paragraph| Claim {
        id: format!("{}-{paragraph}", first.id),
        paragraph,
        ..first.clone()
    });
    document.claims.extend(more);
    let fingerprints = fingerprints(document, text).expect("so many paragraphs");
    *document = Document { fingerprints, ..document.clone() };
    Corpus::new(source).expect("its references")
}

/// What a page says: not by a browser's parser, but element by element as the browser's walk has it read.
fn text_of(page: &str) -> String {
    let mut text = PageText::default();
    for part in page.split('<') {
        let (tag, words) = part.split_once('>').unwrap_or(("P", part));
        let name = tag.split_ascii_whitespace().next().unwrap_or_default().to_ascii_uppercase();
        let element = Element { name: &name, class: tag, style: tag, ..Element::default() };
        match element.reading() {
            Reading::Block => {
                text.end_line();
                text.add(words, false);
            }
            Reading::InLine => text.add(words, false),
            Reading::Raised => text.add(words, true),
            Reading::Apart => text.set_apart(words.to_owned(), false),
            Reading::Unread => {}
        }
    }
    text.finish()
}

/// A table, as a file. What comes of it passes the check.
pub fn table(bytes: &[u8]) {
    let reading = pin!(import::read("table.csv", bytes, async |_| true));
    let Poll::Ready(imported) = reading.poll(&mut Context::from_waker(Waker::noop())) else {
        unreachable!("nothing makes it wait")
    };
    let Ok(imported) = imported else { return };
    let text = serde_json::to_string(&imported.source).expect("JSON");
    let checked = check_json(&SeedFile { name: "table.json".to_owned(), text });
    assert!(checked.as_ref() == Ok(&imported.source), "{:?}", checked.err());
}
