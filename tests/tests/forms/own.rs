//! The single file with a corpus of the reader's in it: a file is dropped on it, a copy is saved, and that opens with the
//! corpus. No server, and no request at all.

use crate::{SINGLE, in_each_engine, until_listed};
use anyhow::Context;
use claim_atlas::BUNDLED;
use claim_atlas::corpus::{Source, Text};
use claim_atlas_tests::{Browser, Engine, Find, Outcome, Page, Reader, Result, file_url};
use serde_json::{Value, json};
use std::fs;
use xtask::place;

in_each_engine!(saved);

/// Of the bundled corpus one document, which speaks of eight transfers; its title would end the page's data.
fn ours() -> Result<Source> {
    let mut source = Source::read(BUNDLED)?;
    source.documents.truncate(1);
    let document = source.documents.first_mut().context("no document")?;
    let ids: Vec<String> = document.claims.iter().map(|it| it.id.clone()).collect();
    for claim in &mut document.claims {
        claim.disputes.retain(|it| ids.contains(it));
    }
    let spoken: Vec<&String> =
        document.claims.iter().filter_map(|it| it.transfer.as_ref()).collect();
    source.transfers.retain(|it| spoken.contains(&&it.id));
    let title = "Ours </script><script>window.evil=1</script>";
    source.title = Some(Text::new("de", title).with("en", title));
    Ok(source)
}

/// Drops a file on the page.
async fn drop_file(page: &Page, text: &str) -> Result {
    let drop = format!(
        "(() => {{ const dataTransfer = new DataTransfer();
           dataTransfer.items.add(new File([{}], 'ours.json'));
           const event = new DragEvent('drop', {{ dataTransfer, bubbles: true, cancelable: true }});
           return !document.querySelector('.header').dispatchEvent(event) }})()",
        json!(text)
    );
    page.until(&drop).await
}

/// What the page saves of itself.
async fn copy_of(page: &Page) -> Result<String> {
    // Not every engine would save it here; what it would save is seen.
    page.value(
        "void (URL.createObjectURL = (blob) => { blob.text().then((text) => { window.kept = text }); return '#' })",
    )
    .await?;
    // By script: not every driver brings into view what stands far down.
    page.value("void document.querySelector('#foot-corpus').click()").await?;
    page.until("document.querySelector('#tool .save')").await?;
    page.by_role("link", "Save a copy with this corpus").await?;
    page.value("void document.querySelector('#tool .save').click()").await?;
    page.until("window.kept !== undefined").await?;
    let kept = page.value("window.kept").await?;
    Ok(kept.as_str().context("nothing was kept")?.to_owned())
}

async fn saved(engine: Engine) -> Outcome {
    let browser = Browser::start_in(engine).await?;
    let page = browser.blank(&Reader::default()).await?;
    page.visit(&file_url(&place::dist().join(SINGLE))?).await?;
    page.ready().await?;
    // What extensions put into a page is no part of the copy.
    page.value(
        "void document.head.append(Object.assign(document.createElement('meta'), { id: 'put-in-by-others' }))",
    )
    .await?;
    drop_file(&page, &serde_json::to_string(&ours()?)?).await?;
    // The page is drawn anew for it.
    page.until("document.activeElement.id === 'whose'").await?;
    until_listed(&page, 8).await?;
    let copy = copy_of(&page).await?;
    assert!(!copy.contains("put-in-by-others"));

    let folder = tempfile::tempdir()?;
    let file = folder.path().join("copy.html");
    fs::write(&file, &copy)?;
    let saved = file_url(&file)?;
    let page = browser.blank(&Reader::default()).await?;
    page.visit(&format!("{saved}#country=EGY")).await?;
    page.ready().await?;
    until_listed(&page, 4).await?;
    let title = page.value("document.title").await?;
    assert!(title.as_str().is_some_and(|it| it.starts_with("Ours </script>")), "{title}");
    let whose = page.by_selector("#whose").await?.text().await?;
    assert!(whose.contains("The corpus in this file"), "{whose}");
    // It can be saved again, and is the same but for nothing.
    let again = copy_of(&page).await?;
    assert_eq!(without_hash(&again)?, without_hash(&copy)?);
    page.until("!window.evil").await?;

    // Without the program it says what it is, and no list of another corpus stands there.
    let plain: &str = copy.split("<body").nth(1).context("a body")?;
    assert!(plain.contains("Nothing is shown here without JavaScript"));
    assert!(!copy.contains("class=\"page\"") && !copy.contains("rel=\"canonical\""));
    page.assert_quiet().await?;
    Ok(())
}

/// A copy without the hash that its corpus names, which is that of what it was read from.
fn without_hash(copy: &str) -> Result<String> {
    let (before, rest) = copy.split_once("id=\"corpus\" data-kept=\"\">").context("no corpus")?;
    let (corpus, after) = rest.split_once("</script>").context("no end")?;
    let mut corpus: Value = serde_json::from_str(corpus)?;
    *corpus.pointer_mut("/edition/sha256").context("no hash")? = Value::Null;
    Ok(format!("{before}{corpus}{after}"))
}
