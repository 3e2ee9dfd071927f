//! Every file says what the corpus says: nothing is lost, nothing is surer, and other readers read it so.

mod citation;
mod csv;
mod linked;
mod panel;
mod source;

use super::{Choice, File, Format, file};
use crate::corpus::{Corpus, CountryNames, Document, Lang, Source, Text};
use crate::desk::{Desk, Page};
use crate::link;
use crate::query::{Facet, Index, Query};
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

/// Makes something at the desk for a link: a fragment, or a query string with a `?`.
fn at_desk<T>(corpus: &Arc<Corpus>, page: &Page, link: &str, make: impl FnOnce(&Desk) -> T) -> T {
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
    make(&Desk { index: &index, countries: &countries, lang, query: &link.query, page })
}

fn exported(corpus: &Arc<Corpus>, link: &str, setting: &str) -> File {
    at_desk(corpus, &served(), link, |desk| file(desk, Choice::read(setting)))
}

/// The ids of the claims that a link selects.
fn selected(corpus: &Arc<Corpus>, link: &str) -> Vec<String> {
    at_desk(corpus, &served(), link, |desk| {
        let claims = desk.index.select(desk.query).claims;
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

#[test]
fn every_file_of_a_part_names_what_selected_it() {
    for format in Format::ALL {
        let name = format.about()[1];
        let text = exported(&CORPUS, "country=EGY&kind=payment&lang=de", name).text;
        // LaTeX writes an `&` with a sign before it.
        let text = text.replace("\\&", "&");
        assert!(text.contains("country=EGY&kind=payment"), "{format:?}: {text}");
        let whole = exported(&CORPUS, "lang=de&view=documents", name).text;
        assert!(!whole.contains("Auswahl"), "{format:?}");
    }
}

#[test]
fn every_file_names_date_and_hash() {
    let edition = CORPUS.source().edition.as_ref().expect("the build names it");
    for format in Format::ALL {
        for link in ["", "country=PRK"] {
            let text = exported(&CORPUS, link, format.about()[1]).text;
            assert!(text.contains(&edition.date), "{format:?}");
            assert!(text.contains(&edition.sha256), "{format:?}");
        }
    }
}
