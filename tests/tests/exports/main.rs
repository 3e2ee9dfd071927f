//! What is exported, read by programs that others wrote: a spreadsheet, a processor of linked data, a
//! reader of citations. No browser is needed for it.

mod citations;
mod linked;
mod table;

use anyhow::{Context, ensure};
use claim_atlas::atlas::Atlas;
use claim_atlas::corpus::{Corpus, CountryNames, Lang, Source, Text};
use claim_atlas::export::{Choice, Dialect, File, Format, Taken};
use claim_atlas::link::Page;
use claim_atlas::query::{Index, Query};
use claim_atlas::share::Shown;
use claim_atlas_tests::Result;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use xtask::place;

/// The bundled corpus, with signs in it that mean something to somebody.
fn corpus() -> Result<Arc<Corpus>> {
    let mut source = Source::read(claim_atlas::BUNDLED).context("the asset")?;
    let titles =
        ["=1+1; \"A\", „B“ & 50 % {C} #D_E \\F ~G ^H $I", "+1", "-1", "@SUM(1)", "„Ä“ ÖÜß – 1–2"];
    for (document, title) in source.documents.iter_mut().zip(titles) {
        document.title.insert_str(0, &format!("{title} "));
    }
    for claim in source.documents.iter_mut().flat_map(|it| &mut it.claims) {
        let [de, en] = [Lang::De, Lang::En].map(|lang| claim.statement.get(lang));
        claim.statement = Text::new("de", format!("=\"1\"&\"2\"\n„Zwei“\r\n{de}"))
            .with("en", format!(" '=1+1, \"two\"; {en}"));
    }
    Ok(Arc::new(Corpus::new(source).map_err(|error| anyhow::anyhow!("{error}"))?))
}

/// All of a corpus in the format that a panel's name says, in German.
fn exported(corpus: &Arc<Corpus>, setting: &str) -> File {
    let countries = corpus.source().countries.iter();
    let name = |id: &String| Text::in_every(|_| id.clone());
    let countries: CountryNames =
        countries.map(|it| it.name.clone().unwrap_or_else(|| name(&it.id))).collect();
    let index = Index::new(Arc::clone(corpus), &countries);
    let address = "https://host.example/".to_owned();
    let page = &Page { address, ..Page::default() };
    let query = &Query::default();
    let atlas = Atlas::new(index, countries, Lang::De);
    let shown = Shown { atlas: &atlas, query, lang: Lang::De, page };
    Taken::new(shown).file(chosen(setting))
}

/// What a name of a format stands for; `csv&semicolons` is the table whose cells semicolons part.
fn chosen(setting: &str) -> Choice {
    let named = [
        ("csv", Format::Csv),
        ("json", Format::Json),
        ("jsonld", Format::JsonLd),
        ("csl", Format::Csl),
        ("bibtex", Format::Bibtex),
        ("ris", Format::Ris),
    ];
    let (name, dialect) = match setting.split_once('&') {
        Some((name, "semicolons")) => (name, Dialect::Semicolons),
        Some((name, _)) => (name, Dialect::Commas),
        None => (setting, Dialect::Programs),
    };
    let format = named.into_iter().find(|it| it.0 == name).expect("a format of that name").1;
    Choice { format, dialect }
}

/// A file in a folder of its own, which goes with it.
struct Kept {
    folder: tempfile::TempDir,
    path: PathBuf,
}

fn kept(file: &File) -> Result<Kept> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join(&file.name);
    std::fs::write(&path, &file.text)?;
    Ok(Kept { folder, path })
}

/// What one of the scripts beside this file prints of some files.
fn told_by(script: &str, files: &[&Path]) -> Result<serde_json::Value> {
    let node = place::program(&["node"], &[]).context("Node.js is missing")?;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports").join(script);
    let modules = place::target().join("tools/npm/node_modules");
    Ok(serde_json::from_str(&output(Command::new(node).arg(script).arg(modules).args(files))?)?)
}

fn output(command: &mut Command) -> Result<String> {
    let output = command.output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{:?} ended with {}: {said}", command, output.status);
    Ok(String::from_utf8(output.stdout)?)
}
