//! What one engine drew otherwise than the others, once.

use crate::{host, in_each_engine};
use claim_atlas_tests::{Browser, Engine, Outcome, Reader, Site};
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

    // The language that is chosen is marked.
    page.visit(&site.url("#lang=de")).await?;
    page.ready().await?;
    let line =
        "getComputedStyle(document.querySelector('[hreflang][aria-current]')).textDecorationLine";
    assert_eq!(page.value(line).await?, "underline");
    Ok(())
}
