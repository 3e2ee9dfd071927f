//! The built page opens in a real browser.

use claim_atlas_tests::{Browser, Outcome, Reader, Site};

#[tokio::test]
async fn the_page_opens_quietly() -> Outcome {
    let site = Site::dist().await?;
    let browser = Browser::start().await?;
    let page = browser.open(&site.url(""), &Reader::default()).await?;
    page.until("document.readyState === 'complete'").await?;
    page.assert_quiet().await?;
    Ok(())
}
