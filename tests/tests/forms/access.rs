//! Each form as axe checks it in each engine: every view of the site, and once the page without its program, the single
//! file, and what stands plain in another page. Languages and themes are the same everywhere; a journey has them.

use crate::{SINGLE, in_each_engine};
use claim_atlas_tests::{Browser, Engine, Outcome, Reader, Reply, Rules, Site, VIEWS, findings};
use std::fs;
use std::time::Duration;
use xtask::place;

in_each_engine!(open_to_all);

async fn open_to_all(engine: Engine) -> Outcome {
    let site = Site::dist().await?;
    let browser = Browser::start_in(engine).await?;
    let reader = Reader { patience: Duration::from_secs(30), ..Reader::default() };
    let page = browser.open(&site.url(""), &reader).await?;
    page.ready().await?;
    let mut all = Vec::new();
    for view in VIEWS {
        view.show(&page, "en").await?;
        let found = findings(&page, Rules::All).await?;
        all.extend(found.into_iter().map(|it| format!("{view:?}: {it}")));
    }
    for address in [SINGLE, "?plain=1"] {
        page.visit(&site.url(address)).await?;
        page.ready().await?;
        let found = findings(&page, Rules::All).await?;
        all.extend(found.into_iter().map(|it| format!("{address}: {it}")));
    }
    // Its host forbids scripts; what is asked here the driver runs.
    let text = fs::read_to_string(place::dist().join("index.html"))?;
    let reply = Reply::new(text).header("Content-Security-Policy", "script-src 'none'");
    site.put("still.html", reply)?;
    page.visit(&site.url("still.html")).await?;
    let found = findings(&page, Rules::All).await?;
    all.extend(found.into_iter().map(|it| format!("without its program: {it}")));
    assert!(all.is_empty(), "{engine}: {all:#?}");
    Ok(())
}
