//! The keys that work anywhere on the page, where that is a frame: only once the focus is in it.

use crate::{SINGLE, host, in_each_engine};
use claim_atlas_tests::{Browser, Engine, Outcome, Page, Reader, Result, Site};
use std::fs;
use xtask::place;

in_each_engine!(only_with_the_focus);

async fn only_with_the_focus(engine: Engine) -> Outcome {
    let site = Site::dist().await?;
    let article = Site::bare().await?;
    let browser = Browser::start_in(engine).await?;
    let page = browser.blank(&Reader::default()).await?;
    let text = fs::read_to_string(place::dist().join(SINGLE))?;
    let text = text.replace('&', "&amp;").replace('"', "&quot;");
    for frame in [
        format!("<iframe src='{}' width=1000 height=600></iframe>", site.url("")),
        format!("<iframe srcdoc=\"{text}\" width=1000 height=600></iframe>"),
    ] {
        let frame = format!("<button type=button>Theirs</button>{frame}");
        host(&article, &page, &frame).await?;
        page.ready().await?;
        page.leave().await?;
        page.value("void document.querySelector('button').focus()").await?;
        press_both(&page).await?;
        page.until("document.activeElement.tagName === 'BUTTON'").await?;
        page.enter(&page.by_selector("iframe").await?).await?;
        page.until("!document.getElementById('tool')").await?;

        page.by_selector(".views [aria-current]").await?.click().await?;
        page.press("/").await?;
        page.until("document.activeElement.id === 'search'").await?;
        page.leave().await?;
    }
    Ok(())
}

async fn press_both(page: &Page) -> Result {
    page.press("/").await?;
    page.press("?").await
}
