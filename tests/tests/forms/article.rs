//! The example: an article with three embeds, opened from a folder as it stands in the repository.

use crate::in_each_engine;
use claim_atlas_tests::{
    Browser, Engine, Find, Name, Outcome, Page, Part, Reader, Result, file_url,
};
use xtask::place;

in_each_engine!(three_embeds);

/// Brings the frame of a selector into view, since it loads only then, and goes in.
async fn go_into(page: &Page, selector: &str) -> Result<Part> {
    let frame = page.by_selector(selector).await?;
    page.client()
        .execute("arguments[0].scrollIntoView()", vec![serde_json::to_value(frame.element())?])
        .await?;
    page.enter(&frame).await?;
    page.ready().await?;
    Ok(frame)
}

async fn three_embeds(engine: Engine) -> Outcome {
    let browser = Browser::start_in(engine).await?;
    let address = file_url(&place::root().join("examples/article.html"))?;
    let page = browser.open(&address, &Reader::default()).await?;

    // With the script, and what is fixed.
    go_into(&page, "iframe[title='What reports claim about Egypt and Russia']").await?;
    page.by_role("status", Name::Any).await?.until_text_is("4 transfers").await?;
    page.until("document.scrollingElement.scrollHeight <= innerHeight").await?;
    page.leave().await?;

    // In a narrow column.
    go_into(&page, "iframe[title='The documents behind the claims']").await?;
    page.until("innerWidth === 280").await?;
    page.by_role("status", Name::Any).await?.until_text_is("2 documents").await?;
    assert_eq!(page.overflow().await?, 0);
    page.leave().await?;

    // In a sandbox, in German and dark.
    go_into(&page, "iframe.frame").await?;
    page.by_role("heading", "Wer soll wem Waffen geben?").await?;
    assert_eq!(page.value("getComputedStyle(document.documentElement).colorScheme").await?, "dark");
    page.leave().await?;

    // The article is still where its reader left it, and no embed has made it wider.
    assert_eq!(page.value("document.activeElement.tagName").await?, "BODY");
    assert_eq!(page.overflow().await?, 0);
    let folder = address.replace("examples/article.html", "");
    let own = [
        "examples/article.css",
        "dist/embed.js",
        "dist/claim-atlas.html",
        "dist/claim-atlas-de.html",
    ];
    let own = own.map(|file| format!("{folder}{file}"));
    page.assert_quiet_among(&own.each_ref().map(String::as_str)).await?;
    Ok(())
}
