//! HTML as the W3C's validator reads it: every form as it is served, and every view as it stands once the program has
//! drawn it.

use crate::follow;
use anyhow::{Context, ensure};
use claim_atlas::corpus::Lang;
use claim_atlas::link::{page_name, single_name};
use claim_atlas_tests::{Browser, Outcome, Page, Reader, Result, VIEWS, file_url};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use xtask::place;

/// What the validator has against some files, a line each.
fn errors(files: &[PathBuf]) -> Result<Vec<String>> {
    let java = place::program(&["java"], &[]).context("java is missing: run `cargo xtask test`")?;
    let validator = place::target().join("tools/npm/node_modules/vnu-jar/build/dist/vnu.jar");
    ensure!(validator.is_file(), "the validator is missing: run `cargo xtask test`");
    let said = Command::new(java)
        .arg("-jar")
        .arg(validator)
        .args(["--errors-only", "--exit-zero-always", "--format", "json"])
        .args(files)
        .output()?;
    let said: Value = serde_json::from_slice(&said.stderr).context("the validator said nothing")?;
    let messages = said.get("messages").and_then(Value::as_array).context("no messages")?;
    let line = |it: &Value| {
        let part = |key| it.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let url = part("url");
        let file = url.rsplit('/').next().unwrap_or_default();
        format!("{file}: {} `{}`", part("message"), part("extract"))
    };
    // Its reader of style sheets knows no `@container`, and what else has come in these years; the engines do.
    Ok(messages.iter().map(line).filter(|it| !it.contains(": CSS: ")).collect())
}

/// A copy of the single file with a corpus in it, as the viewer saves it.
async fn saved_copy(folder: &Path) -> Result<PathBuf> {
    let browser = Browser::start().await?;
    let page = browser.blank(&Reader::default()).await?;
    page.visit(&file_url(&place::dist().join(single_name(Lang::En)))?).await?;
    page.ready().await?;
    let corpus = fs::read_to_string(place::root().join("examples/corpus.json"))?;
    page.until(&crate::own::dropped("corpus.json", &corpus)).await?;
    page.until("document.getElementById('whose')").await?;
    page.value(
        "void (URL.createObjectURL = (blob) => { blob.text().then((text) => { window.kept = text }); return '#' })",
    )
    .await?;
    page.value("void document.querySelector('#foot-corpus').click()").await?;
    page.until("document.querySelector('#tool .save')").await?;
    page.value("void document.querySelector('#tool .save').click()").await?;
    page.until("window.kept !== undefined").await?;
    let file = folder.join("saved-copy.html");
    let kept = page.value("window.kept").await?;
    fs::write(&file, kept.as_str().context("nothing was kept")?)?;
    Ok(file)
}

/// The page as it stands.
async fn standing(page: &Page, file: PathBuf) -> Result<PathBuf> {
    // Leptos marks its places by comments, which HTML has no room for in a frame.
    let html = page
        .value("document.documentElement.outerHTML.replaceAll(/(<iframe[^>]*>)(<!---->)+/g, '$1')")
        .await?;
    fs::write(&file, format!("<!doctype html>{}", html.as_str().context("no page")?))?;
    Ok(file)
}

#[tokio::test]
async fn every_form_and_view_is_valid() -> Outcome {
    let folder = tempfile::tempdir()?;
    let mut files = vec![place::root().join("examples/article.html")];
    for lang in Lang::ALL {
        files.extend([page_name(lang), single_name(lang)].map(|it| place::dist().join(it)));
    }
    files.push(saved_copy(folder.path()).await?);
    let visit = follow("").await?;
    for (at, view) in VIEWS.iter().enumerate() {
        view.show(&visit.page, "en").await?;
        let name = view.link.replace(|it: char| !it.is_ascii_alphanumeric(), "-");
        let file = folder.path().join(format!("view-{at}-{name}.html"));
        files.push(standing(&visit.page, file).await?);
    }
    let errors = errors(&files)?;
    assert_eq!(json!(errors), json!([]), "{errors:#?}");
    // The validator reads what it is given.
    let wrong = folder.path().join("wrong.html");
    fs::write(
        &wrong,
        "<!doctype html><html lang=en><title>Wrong</title><p><button><a href=x>y</a></button>",
    )?;
    assert_eq!(self::errors(&[wrong])?.len(), 1);
    Ok(())
}
