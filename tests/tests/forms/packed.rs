//! Site and single file that were built with another corpus: its claims are all that is there, and its title is wherever a
//! page is named.

use crate::{SINGLE, in_each_engine, until_listed};
use claim_atlas_tests::{Browser, Engine, Outcome, Page, Reader, Result, Site, file_url};
use std::fs;
use xtask::place;

in_each_engine!(packed);

/// What the example is called.
const TITLE: &str = "An example: Northland and Southland";

async fn packed(engine: Engine) -> Outcome {
    let folder = place::packed();
    let site = Site::serve(&folder).await?;
    let browser = Browser::start_in(engine).await?;
    let page = browser.open(&site.url(""), &Reader::default()).await?;
    shown(&page).await?;
    page.assert_quiet().await?;
    let page = browser.blank(&Reader::default()).await?;
    page.visit(&file_url(&folder.join(SINGLE))?).await?;
    shown(&page).await?;
    page.assert_quiet().await?;

    // What is read without the program: the list, what other sites show of a link, the data.
    let html = fs::read_to_string(folder.join("index.html"))?;
    for part in [
        &format!("<title>{TITLE} – "),
        &format!("og:title content=\"{TITLE} – "),
        "no drones have come from",
    ] {
        assert!(html.contains(part), "{part} is not in the page");
    }
    for name in ["atlas.json", "atlas.csv"] {
        assert!(fs::read_to_string(folder.join(name))?.contains(TITLE), "{name}");
    }
    Ok(())
}

/// It is the page's own corpus: named in the header, and nobody says that it is another's.
async fn shown(page: &Page) -> Result {
    page.ready().await?;
    until_listed(page, 1).await?;
    page.by_selector(".header .site").await?.until_text(TITLE).await?;
    page.until(&format!("document.title.startsWith('{TITLE} – ')")).await?;
    page.until("!document.getElementById('whose')").await
}
