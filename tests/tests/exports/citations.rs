//! Citations, read by a reader of all three formats: they agree.

use crate::{corpus, exported, kept, told_by};
use claim_atlas::corpus::Lang;
use claim_atlas_tests::Outcome;
use serde_json::{Value, json};

/// What a reader understood of a document: its title, its authors, its outlet, its date.
fn understood(cited: &Value) -> Value {
    let authors = cited.get("author").and_then(Value::as_array);
    let name = |author: &Value| author.get("literal").or(author.get("family")).cloned();
    let authors: Vec<_> = authors.into_iter().flatten().filter_map(name).collect();
    let date = cited.pointer("/issued/date-parts");
    json!([cited["id"], cited["title"], authors, cited["container-title"], date])
}

#[test]
fn all_three_say_the_same() -> Outcome {
    let corpus = corpus()?;
    let files = ["csl", "bibtex", "ris"].map(|format| kept(&exported(&corpus, format)));
    let files = files.into_iter().collect::<Result<Vec<_>, _>>()?;
    let paths: Vec<_> = files.iter().map(|file| file.path.as_path()).collect();
    let told = told_by("citations.mjs", &paths)?;
    let source = corpus.source();
    for list in told.as_array().into_iter().flatten() {
        let list = list.as_array().map(Vec::as_slice).unwrap_or_default();
        assert_eq!(list.len(), source.documents.len());
        for cited in list {
            let document = source.documents.iter().find(|it| cited["id"] == it.id);
            let document = document.unwrap_or_else(|| panic!("no {}", cited["id"]));
            let outlet = source.origins.iter().find(|it| it.id == document.outlet);
            let outlet = outlet.filter(|it| !it.unnamed).map(|it| it.name.get(Lang::De));
            let span = document.published.span.filter(|span| span.from.zip(span.to).is_some());
            let month =
                span.and_then(|span| span.from).map(|day| [[day.year(), day.month().into()]]);
            let said = json!([document.id, document.title, document.authors, outlet, month]);
            assert_eq!(understood(cited), said);
        }
    }
    Ok(())
}
