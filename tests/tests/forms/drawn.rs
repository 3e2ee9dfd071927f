//! What one engine drew otherwise than the others, once.

use crate::{host, in_each_engine};
use claim_atlas::corpus::Lang;
use claim_atlas::words;
use claim_atlas_tests::{Browser, Engine, Find, Outcome, Reader, Site};
use serde_json::json;

in_each_engine!(drawn);

async fn drawn(engine: Engine) -> Outcome {
    let site = Site::dist().await?;
    let article = Site::bare().await?;
    let browser = Browser::start_in(engine).await?;
    let page = browser.blank(&Reader::default()).await?;
    // As an article has it: narrower and lower than most windows.
    for height in [300, 640] {
        let frame =
            format!("<iframe src='{}' width=640 height={height}></iframe>", site.url("#lang=en"));
        host(&article, &page, &frame).await?;
        page.ready().await?;
        // The map keeps its shape, and its tiles stay on it.
        let shape = "(() => { const { width, height } = document.querySelector('.board').getBoundingClientRect(); \
                     return Math.abs(width / height - 560 / 440) < 0.02 })()";
        page.until(shape).await?;
        let outside = "(() => { const board = document.querySelector('.board').getBoundingClientRect(); \
                       return [...document.querySelectorAll('.tile')].filter((tile) => { \
                       const { left, right, top, bottom } = tile.getBoundingClientRect(); \
                       return left < board.left - 1 || right > board.right + 1 || top < board.top - 1 || bottom > board.bottom + 1 \
                       }).map((tile) => tile.textContent) })()";
        assert_eq!(page.value(outside).await?, json!([]), "{height}");
        page.leave().await?;
    }

    // Each language is there, as wide as the window, and the one that is chosen is marked.
    for lang in Lang::ALL {
        page.visit("about:blank").await?;
        page.visit(&site.url(&format!("#lang={}", lang.tag()))).await?;
        page.ready().await?;
        page.by_role("heading", words::words(lang).title).await?;
        assert_eq!(page.value("document.documentElement.dir").await?, lang.direction());
        assert_eq!(page.overflow().await?, 0, "{}", lang.tag());
        page.by_selector("#open-languages").await?.click().await?;
        let line = "getComputedStyle(document.querySelector('[hreflang][aria-current]')).textDecorationLine";
        assert_eq!(page.value(line).await?, "underline");
    }
    Ok(())
}
