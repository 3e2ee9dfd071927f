//! What is found is what is written: held to a search that reads all of a claim's texts, letter by letter.

use super::super::search::is_seam;
use super::*;
use crate::corpus::Source;
use proptest::prelude::*;
use std::sync::LazyLock;

/// A corpus ready to be searched, and for each claim all that can be found of it: each word between spaces; behind
/// these its compounds, each by itself.
struct Searched {
    texts: Texts,
    haystacks: Vec<(ClaimId, String)>,
}

static BUNDLED: LazyLock<Searched> = LazyLock::new(|| searched(bundled()));

fn bundled() -> Source {
    Source::read(crate::BUNDLED).expect("the asset")
}

/// The bundled corpus, in which some claims and titles say something else.
fn saying(statements: &[String]) -> Searched {
    let mut source = bundled();
    let claims = source.documents.iter_mut().flat_map(|it| &mut it.claims);
    for (claim, statement) in claims.zip(statements) {
        claim.statement = Text::new("de", statement).with("en", statement.replace('a', "b"));
    }
    for (document, title) in source.documents.iter_mut().zip(statements.iter().rev()) {
        title.clone_into(&mut document.title);
    }
    searched(source)
}

fn searched(source: Source) -> Searched {
    let corpus = Corpus::new(source).expect("its references");
    let countries = corpus.country_codes();
    let haystacks = corpus.claim_ids().map(|it| (it, haystack(&corpus, it, &countries)));
    Searched {
        haystacks: haystacks.collect(),
        texts: Reading::default().finished(&corpus, &countries),
    }
}

fn haystack(corpus: &Corpus, claim: ClaimId, countries: &CountryNames) -> String {
    let (mut texts, mut compounds) = (String::new(), String::new());
    let mut found = |text: &str| {
        for word in spelling::words(text) {
            let joined = word.joined();
            let mut whole = |word: &str| {
                compounds.push_str(word);
                compounds.push_str(" | ");
            };
            if word.parts.len() > 1 {
                whole(&fold(&joined));
            }
            if spelling::loses_letters(&joined) {
                whole(&joined);
            }
            texts.push(' ');
            texts.push_str(&word.apart());
        }
        texts.push_str(" |");
    };
    let document = corpus.document(corpus.document_of(claim));
    found(&document.title);
    document.authors.iter().for_each(|it| found(it));
    let claimed = corpus.claim(claim);
    let origins = corpus.chain(claim).iter().map(|&it| &corpus.origin(it).name);
    let named = corpus.countries_of(claim).iter().map(|&it| &countries[it]).chain(origins);
    let named = named.chain([&corpus.category(corpus.category_of(claim)).name]);
    let named: Vec<&Text> = named.collect();
    own_texts(corpus, claim).for_each(&mut found);
    let transfer = corpus.transfer_of(claim).map(|it| corpus.transfer(it));
    for lang in Lang::ALL {
        for text in &named {
            found(text.get(lang));
        }
        if let Some(transfer) = transfer {
            found(transfer.item.get(lang));
            found(terms::kind(lang, transfer.kind));
            found(terms::status(lang, claimed.status));
        }
    }
    texts + " " + &compounds
}

/// Whether a text has a word in two, side by side.
fn has_in_two(haystack: &str, word: &str) -> bool {
    let words: Vec<&str> = haystack.split(' ').collect();
    words.windows(2).any(|pair| pair.concat() == word && is_seam(pair[0], pair[1]))
}

impl Searched {
    fn written(&self, is_found: impl Fn(&str) -> bool) -> ClaimSet {
        self.haystacks.iter().filter(|(_, it)| is_found(it)).map(|(claim, _)| *claim).collect()
    }

    fn agrees_on(&self, needle: &str) {
        let written = self.written(|it| it.contains(needle));
        assert_eq!(self.texts.claims(needle), written, "{needle:?}");
    }

    fn agrees_in_two(&self, word: &str) {
        let written = self.written(|it| has_in_two(it, word));
        assert_eq!(self.texts.claims_in_two(word, is_seam), written, "{word:?}");
    }

    /// Some signs of what is written somewhere, up to where a text ends.
    fn piece(&self, of: prop::sample::Index, from: prop::sample::Index, length: usize) -> &str {
        let (_, haystack) = of.get(&self.haystacks);
        let from = haystack.floor_char_boundary(from.index(haystack.len()));
        let to = haystack.floor_char_boundary(from + length);
        haystack[from..to].split('|').next().unwrap_or_default()
    }
}

/// The first two words of a piece, in one.
fn two_in_one(piece: &str) -> String {
    piece.trim().split(' ').take(2).collect()
}

/// Texts of what is hard to tell apart: signs that nobody sees, that join and part words, that fall into nothing.
fn any_statement() -> impl Strategy<Value = String> {
    const PIECES: [&str; 27] = [
        "a", "b", "ae", "ue", "e", "ö", "aa", "ab", "ba", " ", " ", " ", "-", "/", "\u{301}",
        "\u{ad}", "1", "23", ",", ".", "\u{a0}", "\u{3000}", "’", "|", "\n", "US", "ß",
    ];
    proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..20)
        .prop_map(|it| it.concat())
}

/// However much is read ahead, the same comes of it.
#[test]
fn what_is_read_ahead_is_read_once() {
    let corpus = Corpus::new(bundled()).expect("its references");
    let countries = corpus.country_codes();
    let at_once = format!("{:?}", Reading::default().finished(&corpus, &countries));
    let mut reading = Reading::default();
    while reading.read(&corpus, &countries, 25) {
        let ahead = format!("{:?}", reading.clone().finished(&corpus, &countries));
        assert!(ahead == at_once);
    }
    assert_eq!(format!("{:?}", reading.finished(&corpus, &countries)), at_once);
}

#[test]
fn each_word_is_found_where_it_is_written() {
    let mut words: Vec<&str> = BUNDLED.haystacks.iter().flat_map(|(_, it)| it.split(' ')).collect();
    words.sort_unstable();
    words.dedup();
    for word in words.into_iter().filter(|it| *it != "|") {
        BUNDLED.agrees_on(word);
        BUNDLED.agrees_on(&format!(" {word} "));
    }
    BUNDLED.agrees_on("nothing of the kind");
    BUNDLED.agrees_on(" ");
}

proptest! {
    #[test]
    fn a_piece_is_found_where_it_is_written(
        of in any::<prop::sample::Index>(),
        from in any::<prop::sample::Index>(),
        length in 0_usize..30,
    ) {
        let piece = BUNDLED.piece(of, from, length);
        BUNDLED.agrees_on(piece);
        BUNDLED.agrees_in_two(&two_in_one(piece));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn whatever_is_written_is_found_as_it_is(
        statements in proptest::collection::vec(any_statement(), 12),
        needle in any_statement(),
        pieces in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0_usize..9), 40),
    ) {
        let searched = saying(&statements);
        let needle = spelling::folded(&spelling::words(&needle));
        searched.agrees_on(&needle);
        for (of, from, length) in pieces {
            let piece = searched.piece(of, from, length);
            searched.agrees_on(piece);
            searched.agrees_in_two(&two_in_one(piece));
        }
    }
}
