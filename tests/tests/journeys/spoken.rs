//! What those hear who do not see: the accessibility tree of each view as a text, to be read as sentences. The corpus is a
//! small one that is made up, so that no other wording changes it.

use crate::visit;
use claim_atlas_tests::{Outcome, Page, Reader, Reply, Result, Site, spoken};
use expect_test::{ExpectFile, expect_file};
use std::fs;
use std::time::Duration;
use xtask::place;

/// Follows a link within the page, presses something, and holds what is told of a part to what is expected.
async fn told(page: &Page, link: &str, press: &str, part: &str, said: ExpectFile) -> Result {
    page.value(&format!("void (location.hash = 'lang=en&{link}')")).await?;
    tokio::time::sleep(Duration::from_millis(100)).await;
    if !press.is_empty() {
        page.value(&format!("void document.querySelector('{press}').click()")).await?;
    }
    page.until(&format!("document.querySelector('{part}')")).await?;
    // What is drawn in pauses is there, too.
    tokio::time::sleep(Duration::from_millis(100)).await;
    let host = page.value("location.host").await?;
    let told = spoken(page, part).await?;
    said.assert_eq(&told.replace(host.as_str().unwrap_or_default(), "host.example"));
    Ok(())
}

#[tokio::test]
async fn every_view_reads_as_sentences() -> Outcome {
    let site = Site::dist().await?;
    site.put("small.json", Reply::new(fs::read(place::root().join("examples/corpus.json"))?))?;
    let visit = visit(site, &Reader::default(), "?corpus=small.json").await?;
    let page = &visit.page;
    told(page, "", "", "#atlas", expect_file!["spoken/page.txt"]).await?;
    let open = "transfer=xaa-xab-drones";
    told(page, open, "", "#list", expect_file!["spoken/transfer.txt"]).await?;
    told(page, "view=disputed", "", "#list", expect_file!["spoken/disputed.txt"]).await?;
    told(page, "view=timeline", "", "#list", expect_file!["spoken/timeline.txt"]).await?;
    told(page, "view=origins", "", "#list", expect_file!["spoken/origins.txt"]).await?;
    told(page, "view=documents", "", "#list", expect_file!["spoken/documents.txt"]).await?;
    told(page, "view=context", "", "#list", expect_file!["spoken/context.txt"]).await?;
    told(page, "about=gazette", "", "#list", expect_file!["spoken/origin.txt"]).await?;
    told(page, "about=aaaaaaaaaaaaaaaa", "", "#list", expect_file!["spoken/document.txt"]).await?;
    told(page, "q=dornes", "", "#list", expect_file!["spoken/nothing.txt"]).await?;
    told(page, "", "#open-country", ".filters", expect_file!["spoken/country.txt"]).await?;
    told(page, "", "#open-time", ".filters", expect_file!["spoken/time.txt"]).await?;
    told(page, "", "#open-menu", ".corner", expect_file!["spoken/menu.txt"]).await?;
    told(page, "", "#open-share", "#tool", expect_file!["spoken/share.txt"]).await?;
    told(page, "", "#foot-check", "#tool", expect_file!["spoken/check.txt"]).await?;
    told(page, "", "#foot-export", "#tool", expect_file!["spoken/export.txt"]).await?;
    page.assert_quiet().await?;
    Ok(())
}
