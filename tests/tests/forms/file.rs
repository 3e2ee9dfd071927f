//! The single file, opened from a folder: no server, and no request at all.

use crate::{SINGLE, check, in_each_engine};
use claim_atlas_tests::{Browser, Engine, Outcome, Reader, file_url};
use xtask::place;

in_each_engine!(opened);

async fn opened(engine: Engine) -> Outcome {
    let file = file_url(&place::dist().join(SINGLE))?;
    let browser = Browser::start_in(engine).await?;
    let page = browser.blank(&Reader::default()).await?;
    check(&page, async |link| page.visit(&format!("{file}{link}")).await).await?;
    page.assert_quiet().await?;
    Ok(())
}
