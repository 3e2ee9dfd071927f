//! The harness finds what a page offers, and fails where a page does.

use claim_atlas_tests::{Browser, Find, Name, Outcome, Page, Reader, Result, Site};
use serde_json::json;
use std::fs;
use std::time::Duration;
use tempfile::TempDir;

const PAGE: &str = r##"<!doctype html>
<html lang="en"><meta charset="utf-8"><title>A small page</title>
<style>
    @media (prefers-color-scheme: dark) { body { background: rgb(0, 0, 0) } }
    .tall { block-size: 3000px; inline-size: 500px }
</style>
<main>
    <h1>Pears</h1>
    <button id="more">Add&nbsp;a pear</button> <button aria-label="Take a pear away">−</button>
    <button hidden>Add a pear</button>
    <label>Kind <input type="search"></label>
    <label><input type="checkbox"> Ripe only</label>
    <select aria-label="Order"><option>by name<option>by size</select>
    <ul aria-label="Pears"><li>Nashi <a href="#nashi">about</a><li>Conference <a href="#conference">about</a></ul>
    <ul aria-label="Apples"><li>Boskoop</ul>
    <details><summary>Where from</summary><p>From the garden.</p></details>
    <section aria-labelledby="notes"><h2 id="notes">Notes</h2></section>
    <p role="status"></p>
    <div class="tall"></div>
</main>
<script>
    let count = 2;
    document.getElementById('more').onclick = () => {
        count += 1;
        setTimeout(() => { document.querySelector('[role=status]').textContent = `${count} pears` }, 100);
        history.pushState(null, '', `#count=${count}`);
    };
    performance.mark('claim-atlas-ready');
</script>"##;

/// A folder with a page in it, which goes with this value.
fn folder(page: &str) -> Result<TempDir> {
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("index.html"), page)?;
    Ok(folder)
}

/// All that is open in a test. Dropped in this order: the window before its driver.
struct Open {
    page: Page,
    browser: Browser,
    site: Site,
    folder: TempDir,
}

async fn open(page: &str, reader: &Reader) -> Result<Open> {
    let folder = folder(page)?;
    let site = Site::serve(folder.path()).await?;
    let browser = Browser::start().await?;
    let page = browser.open(&site.url(""), reader).await?;
    Ok(Open { page, browser, site, folder })
}

/// One who soon gives up, for pages that never do what is asked.
fn hasty() -> Reader {
    Reader { patience: Duration::from_millis(300), ..Reader::default() }
}

fn message<T>(outcome: Result<T>) -> String {
    outcome.err().map(|error| format!("{error:#}")).unwrap_or_default()
}

#[tokio::test]
async fn things_are_found_by_role_and_name() -> Outcome {
    let open = open(PAGE, &Reader::default()).await?;
    let page = &open.page;
    page.ready().await?;
    page.by_role("heading", "Pears").await?;
    page.by_role("region", "Notes").await?;
    page.by_role("button", "Where from").await?;
    page.by_role("searchbox", "Kind").await?;
    page.by_role("combobox", "Order").await?;
    page.by_role("option", "by size").await?;
    let ripe = page.by_role("checkbox", "Ripe only").await?;
    assert!(!ripe.is_checked().await?);
    ripe.click().await?;
    assert!(ripe.is_checked().await?);
    assert_eq!(page.count_by_role("listitem", Name::Any).await?, 3);
    let pears = page.by_role("list", "Pears").await?;
    assert_eq!(pears.count_by_role("listitem", Name::Any).await?, 2);
    let [first, _] = &pears.all_by_role("link", "about").await?[..] else {
        panic!("there are two links");
    };
    first.click().await?;
    page.until_fragment("nashi").await?;
    page.by_role("button", "Add a pear").await?.click().await?;
    let status = page.by_role("status", Name::Any).await?;
    status.until_text("pears").await?;
    status.until_text_is("3 pears").await?;
    page.by_role("button", Name::beginning("Take a")).await?;
    page.by_role("button", Name::containing("pear away")).await?;
    page.absent("button", "Add an apple").await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn what_is_not_found_is_said_with_what_there_is() -> Outcome {
    let open = open(PAGE, &hasty()).await?;
    let page = &open.page;
    let (none, many, kept) = (
        message(page.by_role("button", "Add an apple").await),
        message(page.by_role("link", "about").await),
        message(page.absent("heading", "Pears").await),
    );
    assert_eq!(
        none,
        "no button is named `Add an apple`; of that role there are: \
         `Add a pear`, `Take a pear away`, `Where from`"
    );
    assert_eq!(many, "2 links are named `about`, not one");
    assert!(kept.starts_with("there is not 0 times a heading named `Pears`"), "{kept}");
    Ok(())
}

#[tokio::test]
async fn keys_and_history_work() -> Outcome {
    let open = open(PAGE, &Reader::default()).await?;
    let page = &open.page;
    page.press("Tab").await?;
    assert_eq!(page.focused().await?.name().await?, "Add a pear");
    page.press("Enter").await?;
    page.until_fragment("count=3").await?;
    page.press("Space").await?;
    page.until_fragment("count=4").await?;
    page.press_until("Tab", "searchbox", "Kind").await?;
    page.write("Äpfel").await?;
    assert_eq!(page.value("document.activeElement.value").await?, json!("Äpfel"));
    page.press("Shift+Tab").await?;
    assert_eq!(page.focused().await?.name().await?, "Take a pear away");
    page.back().await?;
    page.until_fragment("count=3").await?;
    page.forward().await?;
    page.until_fragment("count=4").await?;
    page.reload().await?;
    page.until_fragment("count=4").await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn a_reader_has_a_size_a_language_and_a_theme() -> Outcome {
    let reader = Reader {
        dark: true,
        reduced_motion: true,
        languages: "de-DE,de".to_owned(),
        ..Reader::on_phone()
    };
    let open = open(PAGE, &reader).await?;
    let Open { page, browser, site, .. } = &open;
    assert_eq!(
        page.value("[innerWidth, document.documentElement.clientWidth]").await?,
        json!([320, 320])
    );
    assert_eq!(
        page.value("[navigator.language, ...navigator.languages]").await?,
        json!(["de-DE", "de-DE", "de"])
    );
    assert_eq!(
        page.value("getComputedStyle(document.body).backgroundColor").await?,
        json!("rgb(0, 0, 0)")
    );
    assert_eq!(
        page.value("matchMedia('(prefers-reduced-motion: reduce)').matches").await?,
        json!(true)
    );
    assert!(page.overflow().await? > 0);
    page.resize(1440, 900).await?;
    page.prefer(false, false).await?;
    assert_eq!(page.overflow().await?, 0);
    assert_ne!(
        page.value("getComputedStyle(document.body).backgroundColor").await?,
        json!("rgb(0, 0, 0)")
    );
    let other = browser.open(&site.url("#count=7"), &Reader::default()).await?;
    assert_eq!(other.fragment().await?, "count=7");
    assert_eq!(other.value("navigator.language").await?, json!("en-GB"));
    Ok(())
}

#[tokio::test]
async fn a_picture_shows_the_whole_page() -> Outcome {
    let open = open(PAGE, &Reader::on_phone()).await?;
    let page = &open.page;
    let picture = page.screenshot().await?;
    // The signature, then the header with width and height.
    assert_eq!(picture.get(1..4), Some(&b"PNG"[..]));
    let height =
        picture.get(20..24).and_then(|bytes| bytes.try_into().ok()).map(u32::from_be_bytes);
    assert!(height.is_some_and(|pixels| pixels > 3000), "{height:?}");
    Ok(())
}

#[tokio::test]
async fn noise_is_heard() -> Outcome {
    let noises = [
        ("<script>console.error('a pear is missing')</script>", "a pear is missing"),
        ("<script>null.pear</script>", "TypeError"),
        ("<script src='missing.js'></script>", "404"),
        ("<img src='http://127.0.0.2:9/pear.png'>", "another host: http://127.0.0.2:9/pear.png"),
        (
            "<script>fetch('http://localhost:9/pear').catch(() => {})</script>",
            "another host: http://localhost:9/pear",
        ),
        (
            "<script>new WebSocket('ws://127.0.0.2:9/pear')</script>",
            "another host: ws://127.0.0.2:9/pear",
        ),
    ];
    let open = open(PAGE, &Reader::default()).await?;
    open.page.assert_quiet().await?;
    for (noise, heard) in noises {
        let site = Site::rewritten(open.folder.path(), move |_, mut body| {
            body.extend_from_slice(noise.as_bytes());
            body
        });
        let site = site.await?;
        let page = open.browser.open(&site.url(""), &Reader::default()).await?;
        let said = message(page.assert_quiet().await);
        assert!(said.contains(heard), "{noise} is heard as: {said}");
    }
    Ok(())
}

#[tokio::test]
async fn a_page_that_never_gets_ready_is_said_with_what_it_reads() -> Outcome {
    let open = open("<p>The viewer broke.</p>", &hasty()).await?;
    let page = &open.page;
    assert!(message(page.ready().await).ends_with("the page reads: `The viewer broke.`"));
    Ok(())
}

#[tokio::test]
async fn a_folder_without_a_page_is_said_with_the_remedy() -> Outcome {
    let empty = tempfile::tempdir()?;
    assert!(
        message(Site::serve(empty.path()).await).ends_with("holds no site: run `cargo xtask dist`")
    );
    Ok(())
}
