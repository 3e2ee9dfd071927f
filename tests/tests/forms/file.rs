//! The single file, opened from a folder: no server, and no request at all.

use crate::{SINGLE, check, in_each_engine};
use claim_atlas_tests::{Browser, Engine, Find, Outcome, Reader, file_url};
use xtask::place;

in_each_engine!(opened);

async fn opened(engine: Engine) -> Outcome {
    let file = file_url(&place::dist().join(SINGLE))?;
    let browser = Browser::start_in(engine).await?;
    let page = browser.blank(&Reader::default()).await?;
    check(&page, async |link| page.visit(&format!("{file}{link}")).await).await?;
    // Not every engine would save it here; what it would save is seen.
    let keep =
        "({ target }) => (document.body.dataset.saved = `${target.download} ${target.href}`)";
    page.value(&format!("void addEventListener('click', {keep})")).await?;
    page.value("void addEventListener('click', (event) => event.preventDefault())").await?;
    page.by_role("link", "Download the file").await?.click().await?;
    page.until("/^claim-atlas-.*-part.csv blob:/.test(document.body.dataset.saved)").await?;
    page.assert_quiet().await?;
    Ok(())
}
