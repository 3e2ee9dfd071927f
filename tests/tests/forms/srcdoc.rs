//! The single file as the text of a frame, which has no address of its own.

use crate::{SINGLE, check, host, in_each_engine};
use claim_atlas_tests::{Browser, Engine, Outcome, Reader, Site};
use std::fs;
use xtask::place;

in_each_engine!(written_out);

async fn written_out(engine: Engine) -> Outcome {
    let text = fs::read_to_string(place::dist().join(SINGLE))?;
    let article = Site::bare().await?;
    let browser = Browser::start_in(engine).await?;
    let page = browser.blank(&Reader::default()).await?;
    let arrive = async |link: &str| {
        // Its settings stand in the page.
        let own =
            format!("<html data-link=\"{}\" ", link.trim_start_matches('#').replace('&', "&amp;"));
        let text = text.replacen("<html ", &own, 1).replace('&', "&amp;").replace('"', "&quot;");
        host(&article, &page, &format!("<iframe srcdoc=\"{text}\" width=1000 height=600></iframe>"))
            .await
    };
    check(&page, arrive).await?;
    page.leave().await?;
    page.assert_quiet().await?;
    Ok(())
}
