//! The height of an embed is that of what is in it, at every width, with scrollbars that take room.

use crate::in_each_engine;
use claim_atlas_tests::{Browser, Engine, Outcome, Reader, Reply, Site};
use serde_json::json;

in_each_engine!(at_every_width);

/// Makes the element's column as wide as each of these, and gives those widths at which something scrolls in the frame,
/// something is cut off, or the height is not found within a few messages.
const SWEEP: &str = "(async (from, to) => {
    const column = document.querySelector('.column');
    const frame = document.querySelector('claim-atlas').shadowRoot.querySelector('iframe');
    const inside = frame.contentWindow;
    const isRight = () => {
        const { clientWidth } = inside.document.documentElement;
        const atlas = inside.document.getElementById('atlas').getBoundingClientRect();
        return inside.innerWidth === clientWidth && inside.innerHeight === Math.ceil(atlas.bottom);
    };
    const wrong = [];
    for (let width = from; width < to; width += 10) {
        const before = heights.length;
        column.style.width = `${width}px`;
        // What is right once stays so.
        for (let turn = 0, right = 0; turn < 60 && right < 4; turn++) {
            await new Promise((drawn) => setTimeout(drawn, 20));
            right = isRight() && inside.innerWidth === width ? right + 1 : 0;
        }
        if (!isRight() || heights.length > before + 3) wrong.push([width, frame.offsetHeight, heights.length - before]);
    }
    return wrong;
})";

async fn at_every_width(engine: Engine) -> Outcome {
    let site = Site::dist().await?;
    let host = "<!doctype html><html lang=en><title>Article</title><style>body { margin: 0 }</style>\
        <script>window.heights = []; addEventListener('message', ({ data }) => \
        data.type === 'embed-size' && heights.push(data.height))</script>\
        <div class=column style='width: 650px'><script src='embed.js'></script><claim-atlas src='./'></claim-atlas></div>";
    site.put("article.html", Reply::new(host))?;
    let browser = Browser::start_in(engine).await?;
    let reader = Reader { width: 1440, scrollbars: true, recorded: false, ..Reader::default() };
    let page = browser.open(&site.url("article.html"), &reader).await?;
    // It takes room here.
    page.until("innerWidth > document.documentElement.clientWidth").await?;
    page.until("heights.length > 0").await?;
    for from in (240..1400).step_by(100) {
        let wrong = page.value(&format!("{SWEEP}({from}, {})", from + 100)).await?;
        assert_eq!(wrong, json!([]), "width, height, messages");
    }
    assert_eq!(page.value("heights.filter((it) => it < 300)").await?, json!([]));
    Ok(())
}
