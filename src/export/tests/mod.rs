//! Every file says what the corpus says: nothing is lost, nothing is surer, and other readers read it so.

mod citation;
mod csv;
mod linked;
mod source;

use super::{Choice, Dialect, File, Format, Taken};
use crate::atlas::Atlas;
use crate::corpus::{Corpus, CountryNames, Document, Lang, Source, Text};
use crate::link::{self, Page};
use crate::query::{Facet, Index, Query};
use crate::share::Shown;
use crate::words;
use std::sync::{Arc, LazyLock};

static CORPUS: LazyLock<Arc<Corpus>> = LazyLock::new(|| corpus(bundled()));

fn bundled() -> Source {
    Source::read(crate::BUNDLED).expect("the asset")
}

fn corpus(source: Source) -> Arc<Corpus> {
    Arc::new(Corpus::new(source).expect("its references"))
}

/// The bundled corpus, with every sign in it that means something in one of the formats.
fn hostile() -> Source {
    let mut source = bundled();
    for (at, document) in source.documents.iter_mut().enumerate() {
        let Document { title, authors, .. } = document;
        title.push_str(" „A“ \"B\"; 50 % & C_D #E {F} \\G ~H ^I $J, K\n@L");
        authors.push(format!("={at}+1"));
    }
    for (at, origin) in source.origins.iter_mut().enumerate() {
        let sign = ["=", " +", "'-", "@", "\t", "\r\n"][at % 6];
        origin.name = origin.name.clone().with("de", format!("{sign}ÄÖÜß \"{at}\""));
    }
    for claim in source.documents.iter_mut().flat_map(|it| &mut it.claims) {
        let formula = format!("=HYPERLINK(\"x\";\"{}\"),\r\n'+1", claim.id);
        claim.statement = claim.statement.clone().with("en", formula);
    }
    source
}

/// A page of a site.
fn served() -> Page {
    Page { address: "https://host.example/atlas/".to_owned(), ..Page::default() }
}

/// To index takes longer than all the rest of a test.
static INDEX: LazyLock<Index> =
    LazyLock::new(|| Index::new(Arc::clone(&CORPUS), &countries(&CORPUS)));

fn countries(corpus: &Corpus) -> CountryNames {
    let name = |id: &String| Text::new("de", format!("{id} (de)")).with("en", id);
    let countries = corpus.source().countries.iter();
    countries.map(|it| it.name.clone().unwrap_or_else(|| name(&it.id))).collect()
}

/// Makes something of what a link shows: a fragment, or a query string with a `?`.
fn of<T>(corpus: &Arc<Corpus>, page: &Page, link: &str, make: impl FnOnce(Shown) -> T) -> T {
    let (search, fragment) = match link.strip_prefix('?') {
        Some(link) => link.split_once('#').unwrap_or((link, "")),
        None => ("", link),
    };
    let link = link::read(fragment, search, corpus);
    let countries = countries(corpus);
    let index = if Arc::ptr_eq(corpus, &CORPUS) {
        INDEX.clone()
    } else {
        Index::new(Arc::clone(corpus), &countries)
    };
    let index = index.restricted_to(link.fixed.unwrap_or_default());
    let lang = link.query.lang.unwrap_or(Lang::En);
    let atlas = Atlas::new(index, countries, lang);
    make(Shown { atlas: &atlas, query: &link.query, lang, page })
}

/// The file of what a link shows, in a format by its name, as in `csv` or `csv&semicolon`.
fn exported(corpus: &Arc<Corpus>, link: &str, setting: &str) -> File {
    let (name, rest) = setting.split_once('&').unwrap_or((setting, ""));
    let is_named = |it: &Format| it.name().replace('-', "").eq_ignore_ascii_case(name);
    let format = Format::ALL.into_iter().find(is_named).expect("a format");
    let dialect = match rest {
        "commas" => Dialect::Commas,
        "semicolons" => Dialect::Semicolons,
        _ => Dialect::Programs,
    };
    let choice = Choice { format, dialect };
    of(corpus, &served(), link, |shown| Taken::new(shown).file(choice))
}

/// The ids of the claims that a link selects.
fn selected(corpus: &Arc<Corpus>, link: &str) -> Vec<String> {
    of(corpus, &served(), link, |shown| {
        let claims = shown.atlas.index.select(shown.query).claims;
        claims.iter().map(|claim| corpus.claim(claim).id.clone()).collect()
    })
}

/// A link for each value of each facet, and some of several filters.
fn links() -> Vec<String> {
    let counts = Index::new(Arc::clone(&CORPUS), &CORPUS.country_codes()).counts(&Query::default());
    let values = Facet::ALL.into_iter().flat_map(|facet| {
        let counts = counts.of(facet).iter();
        counts.map(move |count| format!("{}={}", facet.id(), count.id)).collect::<Vec<_>>()
    });
    let others = ["", "q=WSJ", "time=2022", "time=undated", "country=EGY&kind=payment&lang=de"];
    values.chain(others.map(str::to_owned)).collect()
}

#[test]
fn a_file_is_named_after_the_corpus() {
    let edition = CORPUS.source().edition.as_ref().expect("the build names it");
    let name = format!("claim-atlas-{}-{}", edition.date, &edition.sha256[..8]);
    assert_eq!(exported(&CORPUS, "", "csv").name, format!("{name}.csv"));
    assert_eq!(exported(&CORPUS, "lang=de&view=context", "json").name, format!("{name}.json"));
    assert_eq!(exported(&CORPUS, "country=EGY", "bibtex").name, format!("{name}-part.bib"));
    assert_eq!(exported(&CORPUS, "?country=EGY&fixed", "ris").name, format!("{name}-part.ris"));
}

/// What a page has fixed and could not be read leaves everything out, what was withdrawn as well.
#[test]
fn of_spoilt_filters_no_file_passes_for_the_whole() {
    let corpus = corpus(bundled().without("0e12-21"));
    for setting in ["csv", "json", "jsonld"] {
        let whole = exported(&corpus, "", setting);
        assert!(whole.text.contains("It was misread."), "{setting}");
        let file = exported(&corpus, "?time=xyz&fixed", setting);
        assert!(file.name.contains("-part."), "{}", file.name);
        assert!(!file.text.contains("It was misread."), "{setting}: {}", file.text);
    }
}

fn file(format: Format, link: &str) -> String {
    let choice = Choice { format, ..Choice::default() };
    of(&CORPUS, &served(), link, |shown| Taken::new(shown).file(choice)).text
}

#[test]
fn every_file_of_a_part_names_what_selected_it() {
    for format in Format::ALL {
        let text = file(format, "country=EGY&kind=payment&lang=de");
        // LaTeX writes an `&` with a sign before it.
        let text = text.replace("\\&", "&");
        assert!(text.contains("country=EGY&kind=payment"), "{format:?}: {text}");
        let whole = file(format, "lang=de&view=documents");
        assert!(!whole.contains("Auswahl"), "{format:?}");
    }
}

#[test]
fn every_file_names_date_and_hash() {
    let edition = CORPUS.source().edition.as_ref().expect("the build names it");
    for format in Format::ALL {
        for link in ["", "country=PRK"] {
            let text = file(format, link);
            assert!(text.contains(&edition.date), "{format:?}");
            assert!(text.contains(&edition.sha256), "{format:?}");
        }
    }
}

#[test]
fn what_is_taken_along_is_counted_and_named() {
    let says = |link: &str, format: Format, what: &str| {
        let text = of(&CORPUS, &served(), link, |shown| {
            let taken = Taken::new(shown);
            let claims = format.has_claims().then_some(taken.claims.len());
            let documents = taken.documents.len();
            words::taken_along(shown.lang, claims, documents, &shown.filters())
        });
        assert_eq!(text.replace('\u{a0}', " "), what);
    };
    says("", Format::Csv, "Taken along: 134 claims, 5 documents. No filter is set.");
    says(
        "country=EGY&kind=payment",
        Format::JsonLd,
        "Taken along: 2 claims, 1 document. Filters: Country: EGY; Kind: payment in return.",
    );
    says("country=EGY", Format::Ris, "Taken along: 2 documents. Filters: Country: EGY.");
    let others = |link, format| of(&CORPUS, &served(), link, |it| Taken::new(it).others(format));
    assert_eq!(others("country=EGY&kind=payment", Format::Json), 10);
    assert_eq!(others("country=EGY&kind=payment", Format::Csv), 0);
    let nothing = of(&CORPUS, &served(), "country=BRA&kind=payment", |it| {
        Taken::new(it).documents.is_empty()
    });
    assert!(nothing);
}

#[test]
fn a_file_is_named_and_a_table_counted_before_it_is_made() {
    for link in ["", "country=EGY", "country=EGY&kind=payment"] {
        for format in Format::ALL {
            let choice = Choice { format, dialect: Dialect::Semicolons };
            let (name, table, file) = of(&CORPUS, &served(), link, |shown| {
                let taken = Taken::new(shown);
                (taken.name(format), taken.table(format), taken.file(choice))
            });
            assert_eq!(name, file.name);
            assert!(!file.media_type.is_empty() && name.starts_with("claim-atlas-"));
            assert_eq!(table.is_some(), format == Format::Csv);
            if let Some([rows, columns]) = table {
                let mut reader =
                    ::csv::ReaderBuilder::new().delimiter(b';').from_reader(file.text.as_bytes());
                assert_eq!(reader.headers().expect("a header").len(), columns);
                assert_eq!(reader.records().count(), rows, "{link}");
            }
        }
    }
}

#[test]
fn a_table_is_made_for_whoever_reads_it() {
    for (dialect, begins) in [
        (Dialect::Programs, "Recipient,Supplier,"),
        (Dialect::Commas, "\u{feff}Recipient,Supplier,"),
        (Dialect::Semicolons, "\u{feff}Recipient;Supplier;"),
    ] {
        let choice = Choice { format: Format::Csv, dialect };
        let text = of(&CORPUS, &served(), "", |shown| Taken::new(shown).file(choice)).text;
        assert!(text.starts_with(begins), "{}", &text[..20]);
    }
}
