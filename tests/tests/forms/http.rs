//! The site as a host serves it.

use crate::{check, in_each_engine};
use claim_atlas_tests::{Browser, Engine, Outcome, Reader, Site};

in_each_engine!(served);

async fn served(engine: Engine) -> Outcome {
    let site = Site::dist().await?;
    let browser = Browser::start_in(engine).await?;
    let page = browser.blank(&Reader::default()).await?;
    check(&page, async |link| page.visit(&site.url(link)).await).await?;
    page.assert_quiet().await?;
    Ok(())
}
