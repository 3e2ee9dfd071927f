//! What the page holds, as text.

use super::*;
use crate::query::View;
use expect_test::{Expect, expect};
use std::sync::{Arc, LazyLock};

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let source = serde_json::from_str(crate::BUNDLED).expect("the asset");
    let corpus = Arc::new(Corpus::new(source).expect("its references"));
    let countries = corpus.country_codes();
    Index::new(corpus, &countries)
});

/// What is written by a pen.
fn pen_of(write: impl Fn(&mut Pen)) -> String {
    let mut pen = Pen::default();
    write(&mut pen);
    pen.markup
}

/// A region for a link, in a language.
fn region(link: &str, lang: Lang, render: impl Fn(&Shown) -> String) -> String {
    let link::Link { query, unknown, .. } = link::read(link, "", INDEX.corpus());
    render(&Shown {
        index: &INDEX,
        countries: &INDEX.corpus().country_codes(),
        lang,
        query: &query,
        pointed: query.claim.as_deref().and_then(|id| INDEX.corpus().find_claim(id)),
        folds: &Folds { filters: false, panel: Some("country".to_owned()) },
        opened: "",
        listed: "",
        copied: None,
        unknown: &unknown,
        overview: &Overview::new(&INDEX, &query),
    })
}

/// The words of some markup, a line for each run of them.
fn words_of(markup: &str) -> String {
    let mut text = String::new();
    for part in markup.split('<') {
        let words = part.split_once('>').map_or("", |(_, words)| words).trim();
        if !words.is_empty() {
            text.push_str(words);
            text.push('\n');
        }
    }
    text
}

#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn reads(link: &str, lang: Lang, render: impl Fn(&Shown) -> String, said: Expect) {
    said.assert_eq(&words_of(&region(link, lang, render)));
}

#[test]
fn what_is_left_open_is_not_said_to_be_contradicted() {
    let page = words_of(&region("claim=95b5-20", Lang::En, columns));
    let after = page.split_once("cannot be independently verified").expect("the claim").1;
    let claim = after.split_once("Share").expect("its end").0;
    assert!(claim.contains("Leaves open\nMerkur: The headline"), "{claim}");
    assert!(!claim.contains('≠') && !claim.contains("Contradicts"), "{claim}");
}

#[test]
fn a_transfer_reads_as_a_sentence_with_its_figures() {
    reads(
        "country=BRA&lang=en",
        Lang::En,
        |shown| pen_of(|pen| results::results(pen, shown)),
        expect![[r#"
            Transfers
            Transfers
            1
            Context
            0
            Documents
            2
            Disputed
            1
            Origins
            2
            Chronology
            5
            BRA
            →
            to
            RUS
            engines, transport helicopters
            Return
            Status
            planned
            ≠
            refused
            How many
            planned: 150
            When
            undated
            reported: November 2023 (inferred)
            Who says so
            1 origin, 2 documents
            The Wall Street Journal (requested; resting on unnamed people), Merkur: no source given
            ≠
            a document contradicts itself
            ≠
            who acts differs
            ≠
            status differs
            ≈
            a document leaves it open
        "#]],
    );
}

#[test]
#[expect(clippy::too_many_lines, reason = "a snapshot is read as one text")]
fn a_transfer_opens_to_its_claims() {
    reads(
        "q=Ostwind%20Pakistan",
        Lang::De,
        |shown| pen_of(|pen| results::results(pen, shown)),
        expect![[r#"
            Transfers
            Transfers
            0
            Kontext
            0
            Dokumente
            0
            Strittiges
            0
            Ursprünge
            0
            Chronologie
            0
            Kein Bericht in diesem Korpus passt zu diesen Filtern. Das heißt nicht, dass nichts geschah.
            Ohne „Suche: Ostwind Pakistan“: 16 Transfers
            Alle löschen
        "#]],
    );
    reads(
        "transfer=pak-rus-helicopters&country=PAK",
        Lang::En,
        |shown| pen_of(|pen| results::results(pen, shown)),
        expect![[r#"
            Transfers
            Transfers
            1
            Context
            0
            Documents
            2
            Disputed
            1
            Origins
            3
            Chronology
            4
            PAK
            →
            to
            RUS
            engines, transport helicopters
            Return
            Status
            requested
            How many
            not stated
            When
            undated
            reported: November 2023 (inferred)
            Who says so
            1 origin, 2 documents
            The Wall Street Journal (resting on unnamed people)
            denied by Pakistan
            ≠
            denied
            ≈
            a document leaves it open
            Claims
            Merkur
            · paragraph 5
            Moscow is said to have held secret talks with Pakistan, among others, and demanded technology back.
            Status (as claimed)
            ≠
            requested
            How many
            not stated
            When
            undated
            What
            technology
            Goes back to
            Merkur
            ←
            citing
            The Wall Street Journal
            ←
            citing
            anonymous sources
            Said
            on Wednesday (8 November)
            8 November 2023
            Inferred: The year follows from the document’s inferred date.
            Share
            Merkur
            · paragraph 14
            Pakistan has denied to the WSJ that it received a request from Russia for the return of technology.
            Status (as claimed)
            ≠
            denies it
            requested
            How many
            not stated
            When
            undated
            Goes back to
            Merkur
            ←
            citing
            The Wall Street Journal
            ←
            citing
            Pakistan
            Contradicts
            ≠
            Merkur: Moscow is said to have held secret talks with Pakistan, among others, and demanded technology back.
            Al Jazeera: Moscow is said to have approached Pakistani officials to try to get back engines and transport helicopters that its forces reportedly lost to Ukraine’s defences at the start of the war.
            Share
            Merkur
            · paragraph 15
            What anonymous sources say about Russia’s request to Pakistan for the return of technology cannot be independently verified; caution is called for.
            Status (as claimed)
            leaves it open
            How many
            not stated
            When
            undated
            Goes back to
            Merkur
            Leaves open
            Merkur: Moscow is said to have held secret talks with Pakistan, among others, and demanded technology back.
            Share
            Al Jazeera
            · paragraph 9
            Moscow is said to have approached Pakistani officials to try to get back engines and transport helicopters that its forces reportedly lost to Ukraine’s defences at the start of the war.
            Status (as claimed)
            ≠
            requested
            How many
            not stated
            When
            undated
            What
            engines and transport helicopters
            Goes back to
            Al Jazeera
            ←
            citing
            The Wall Street Journal
            Said
            undated
            8 November 2023
            Inferred: Read as the WSJ’s report that paragraph 4 dates to a Wednesday, 8 November according to Merkur.
            Share
            Comparison and origins
            Documents
            Bettina Menzel:
            Putins Verzweiflungstat? Russland kauft wohl eigene Militärausrüstung zurück
            . Merkur, November 2023 (inferred)
            Russland setzt auf Rückkäufe, um in der Ukraine stationierte Truppen zu versorgen: WSJ
            . Al Jazeera, November 2023 (inferred)
            Share
        "#]],
    );
}

#[test]
fn a_tile_says_in_words_what_the_lines_show() {
    reads(
        "country=PRK",
        Lang::En,
        |shown| pen_of(|pen| map(pen, shown)),
        expect![[r#"
            Countries
            EGY
            ≠
            4
            transfers
            agreed
            reportedly: return to RUS (agreed), production for RUS (planned, cancelled), payment in return from RUS (planned)
            BRA
            ≠
            1
            transfer
            planned / refused
            reportedly: return to RUS (planned, refused)
            BLR
            1
            transfer
            agreed
            reportedly: return to RUS (agreed)
            PRK
            ≠
            3
            transfers
            delivered, denied
            reportedly: delivery to RUS (delivered, agreed, planned, not stated)
            IRN
            ≠
            4
            transfers
            delivered
            reportedly: delivery to RUS (delivered, planned, negotiating), production for RUS (agreed)
            PAK
            ≠
            1
            transfer
            requested, denied
            reportedly: return to RUS (requested)
            RUS
            ≠
            14
            transfers
            delivered, partly denied
            reportedly: payment in return to EGY (planned), from PRK (delivered, agreed, planned, not stated), from IRN (delivered, planned, negotiating), from EGY (agreed), from BLR (agreed), production by IRN (agreed), from BRA (planned, refused), production by EGY (planned, cancelled), from PAK (requested)
            UKR
            2
            transfers
            not stated
            reportedly: from Western states (not stated), from the United States (not stated)
            USA
            1
            transfer
            not stated
            reportedly: delivery to Ukraine (not stated)
            KOR
            speaks
            SYR
            in context only
            Western states
            1
            transfer
            not stated
            reportedly: delivery to Ukraine (not stated)
        "#]],
    );
}

/// Every fact of the corpus is found in the viewer, in both languages, and so is every figure in
/// the claim that it comes from.
#[test]
fn every_claim_is_shown() {
    let corpus = INDEX.corpus();
    let open: Vec<&str> = corpus.source().transfers.iter().map(|it| it.id.as_str()).collect();
    for lang in Lang::ALL {
        let list = |link: &str| region(link, lang, columns);
        let page = list(&format!("transfer={}", open.join("~"))) + &list("view=context");
        for (at, claim) in corpus.claims() {
            let escaped = maud::html! { (claim.statement.get(lang)) }.into_string();
            let card = page
                .split("<li class=\"claim")
                .find(|it| it.contains(&format!("\"claim-{}\"", claim.id)));
            let card = card.unwrap_or_else(|| panic!("{} is not shown", claim.id));
            assert!(card.contains(&escaped), "{} has no statement", claim.id);
            for words in claim.quantity.iter().map(|it| &it.words) {
                assert!(card.contains(words.get(lang)), "{} has no quantity", claim.id);
            }
            for &origin in corpus.chain(at) {
                let name = maud::html! { (corpus.origin(origin).name.get(lang)) }.into_string();
                assert!(card.contains(&name), "{} has no {name}", claim.id);
            }
        }
    }
}

/// Whatever can be chosen leads to a link that is understood.
#[test]
fn every_link_is_understood() {
    let pages = [
        region("", Lang::De, columns),
        region("country=EGY&q=%22%3Cb%3E&time=2023~undated", Lang::En, chips),
        region("country=BRA&kind=payment", Lang::En, columns),
        region("status=agreed", Lang::De, filters),
        region("claim=0e12-27", Lang::De, columns),
        region("q=a", Lang::De, languages),
    ];
    for page in pages {
        let links: Vec<&str> =
            page.split("data-to=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
        assert!(!links.is_empty());
        for link in links {
            let unknown = link::read(&link.replace("&amp;", "&"), "", INDEX.corpus()).unknown;
            assert_eq!(unknown, [], "{link}");
        }
    }
}

/// What a link or a reader brings in never becomes markup.
#[test]
fn what_is_typed_is_escaped() {
    let link = "q=%3Cimg%20src%3Dx%3E%22&country=%3Cb%3E&%3Ci%3E=1";
    let page: String =
        [filters, chips, columns, link_notice].map(|it| region(link, Lang::En, it)).concat();
    for raw in ["<img", "<b>", "<i>", "x>\""] {
        assert!(!page.contains(raw), "{raw}");
    }
    assert!(page.contains("&lt;img src=x&gt;"));
}

/// The list says how many it holds, and holds as many.
#[test]
fn counts_are_what_is_listed() {
    for (link, view) in [("country=EGY", View::Transfers), ("q=krieg&view=context", View::Context)]
    {
        let query = link::read(link, "", INDEX.corpus()).query;
        let count = INDEX.select(&query).count(view);
        let page = region(link, Lang::De, columns);
        let class =
            if view == View::Transfers { "<li class=\"transfer\"" } else { "<li class=\"claim" };
        assert_eq!(page.matches(class).count(), count);
        assert!(region(link, Lang::De, status_line).contains(&format!("{count}\u{a0}")));
    }
}
