//! Citations: as exact as what is printed, and escaped as each format has it.

use super::*;
use expect_test::{Expect, expect};

#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn cites(source: Source, link: &str, setting: &str, said: Expect) {
    // What the corpus says of its documents, and its hash, change with the seeds.
    let sha256 = source.edition.as_ref().expect("the build names it").sha256.clone();
    let text = exported(&corpus(source), link, setting).text.replace('\r', "");
    let text = text.replace(&sha256, "(its hash)");
    let lines = text.lines().filter(|line| {
        !["N1  - ", "  annote", "%", "  \"note\""].iter().any(|start| line.starts_with(start))
    });
    said.assert_eq(&lines.collect::<Vec<_>>().join("\n"));
}

/// One document of the hostile corpus.
fn one() -> Source {
    let mut source = hostile();
    for document in &mut source.documents {
        document.title = document.title.rsplit(" „A“").next().unwrap_or_default().to_owned();
        document.title.insert_str(0, "„A“");
    }
    source
}

#[test]
fn signs_that_mean_something_are_escaped() {
    cites(
        one(),
        "document=0e1200376cf63873",
        "bibtex",
        expect![[r#"

            @article{0e1200376cf63873,
              title = {{„A“ "{}B"{}; 50 \% \& C\_D \#E \{F\} \textbackslash{}G \textasciitilde{}H \textasciicircum{}I \$J, K @L}},
              author = {{Bettina Menzel} and {=0+1}},
              journal = {{  ÄÖÜß "{}5"{}}},
              year = 2023,
              month = nov,
              langid = {ngerman},
              language = {german},
              note = {{undated; Inferred: 11 November 2023 – 30 November 2023}},
              entrysubtype = {newspaper},
            }"#]],
    );
    cites(
        one(),
        "document=0e1200376cf63873",
        "ris",
        expect![[r#"
            TY  - NEWS
            ID  - 0e1200376cf63873
            TI  - „A“ "B"; 50 % & C_D #E {F} \G ~H ^I $J, K @L
            AU  - Bettina Menzel
            AU  - =0+1
            T2  -   ÄÖÜß "5"
            PY  - 2023
            DA  - 2023/11//
            LA  - de
            ER  - 
        "#]],
    );
    cites(
        one(),
        "document=0e1200376cf63873",
        "csljson",
        expect![[r#"
            [
              {
                "id": "0e1200376cf63873",
                "type": "article-newspaper",
                "title": "„A“ \"B\"; 50 % & C_D #E {F} \\G ~H ^I $J, K @L",
                "author": [
                  {
                    "literal": "Bettina Menzel"
                  },
                  {
                    "literal": "=0+1"
                  }
                ],
                "container-title": "  ÄÖÜß \"5\"",
                "issued": {
                  "date-parts": [
                    [
                      2023,
                      11
                    ]
                  ]
                },
                "language": "de",
                "note": "undated; Inferred: 11 November 2023 – 30 November 2023",
                "annote": "The month comes from the label of the collection and is not printed in the article; not before 11 November, the date of the loss figures that it cites. Assumed, not documented: neither the text nor the label of the collection names an outlet; the by-line names Bettina Menzel only. SHA-256 of the text: 803fbe6c420a7be50cc09838edb0bf6dc822e7b22d17b55d7690215e5f0943a8; Claim Atlas: 2026-11-26; SHA-256: (its hash); Selection: document=0e1200376cf63873"
              }
            ]"#]],
    );
}

#[test]
fn a_brace_alone_ends_no_field() {
    let mut source = one();
    source.documents[0].title = "A } B { C {D}".to_owned();
    let id = source.documents[0].id.clone();
    let text = exported(&corpus(source), &format!("document={id}"), "bibtex").text;
    let title = "title = {{A \\textbraceright{} B \\textbraceleft{} C \\textbraceleft{}D\\textbraceright{}}},";
    assert!(text.contains(title), "{text}");
}

#[test]
fn the_undated_stays_undated() {
    for setting in ["bibtex", "ris", "csljson"] {
        let text = exported(&CORPUS, "document=32d917aa70857a60", setting).text;
        for sign in ["year =", "PY  -", "DA  -", "issued", "month ="] {
            assert!(!text.contains(sign), "{setting}: {text}");
        }
        assert!(text.contains("undated; Inferred: not before 11 December 2022"), "{text}");
        // Nor is an outlet cited that the text does not name.
        for sign in ["journal =", "T2  -", "container-title"] {
            assert!(!text.contains(sign), "{setting}: {text}");
        }
    }
}

/// The date that BibTeX gives a document with this date.
fn dated(span: &str, has_basis: bool) -> String {
    let mut source = bundled();
    let published = &mut source.documents[0].published;
    published.words = Some(Text::in_every(|_| "printed".to_owned()));
    published.span = span.parse().ok();
    published.basis = has_basis.then(|| Text::in_every(|_| "Seen.".to_owned()));
    let id = source.documents[0].id.clone();
    let text = exported(&corpus(source), &format!("document={id}"), "bibtex").text;
    let lines = text.lines().filter(|line| {
        ["year", "month", "day", "note"].iter().any(|key| line.trim_start().starts_with(key))
    });
    lines.map(str::trim).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_date_is_as_exact_as_what_is_printed() {
    let dates = [
        dated("2023-03-09", false),
        // The day was inferred.
        dated("2023-03-09", true),
        dated("2023-03", false),
        dated("2023-03-09/2023-03-20", true),
        dated("2023", false),
        dated("2023-03-09/2023-04-20", true),
        dated("2022-12/2023-01", false),
        dated("2022-12-11/..", false),
    ];
    expect![[r#"
        year = 2023, month = mar, day = 09,
        year = 2023, month = mar, note = {{printed; Inferred: 9 March 2023}},
        year = 2023, month = mar,
        year = 2023, month = mar, note = {{printed; Inferred: 9 March 2023 – 20 March 2023}},
        year = 2023,
        year = 2023, note = {{printed; Inferred: 9 March 2023 – 20 April 2023}},
        note = {{printed; 1 December 2022 – 31 January 2023}},
        note = {{printed; not before 11 December 2022}},"#]]
    .assert_eq(&dates.join("\n"));
}

/// Who exports a part of a part does not know who wrote that one.
#[test]
fn no_selection_begins_an_entry() {
    let mut source = bundled();
    let edition = source.edition.as_mut().expect("the build names it");
    edition.selection = Some("q=a\n@article{b, title = {c}}".to_owned());
    let text = exported(&corpus(source), "document=0e1200376cf63873", "bibtex").text;
    assert!(text.starts_with("% Claim Atlas: "), "{text}");
    let entries = text.split('\n').filter(|line| line.trim_start().starts_with('@'));
    assert_eq!(entries.count(), 1, "{text}");
    let comment = text.lines().next().unwrap_or_default();
    assert!(comment.contains("q=a %40article") && !comment.contains('@'), "{text}");
}

#[test]
fn the_note_names_corpus_and_selection() {
    for (link, said) in [
        ("document=0e1200376cf63873", "; Selection: document=0e1200376cf63873"),
        ("document=0e1200376cf63873&lang=de", "; Auswahl: document=0e1200376cf63873"),
        ("?country=EGY&fixed#kind=payment", "; Selection: country=EGY kind=payment"),
    ] {
        for (setting, note) in
            [("csljson", "\"annote\": \""), ("bibtex", "  annote"), ("ris", "N1  - ")]
        {
            let text = exported(&CORPUS, link, setting).text;
            // What is known of the date is a note of its own.
            let is_of_corpus = |it: &&str| {
                it.trim_start().starts_with(note.trim_start()) && it.contains("Claim Atlas")
            };
            let notes: Vec<&str> = text.lines().filter(is_of_corpus).collect();
            assert!(
                !notes.is_empty() && notes.iter().all(|it| it.contains(said)),
                "{link}: {text}"
            );
        }
    }
}
