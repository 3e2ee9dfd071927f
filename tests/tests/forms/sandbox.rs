//! The single file in a frame that may run scripts and nothing else: it has no origin and no storage.

use crate::{SINGLE, check, host};
use claim_atlas_tests::{Browser, Engine, Outcome, Reader, Site, file_url};
use std::fs;
use xtask::place;

mod served {
    use super::sandboxed;

    crate::in_each_engine!(sandboxed);
}

mod from_a_folder {
    use super::beside_the_article;

    crate::in_each_engine!(beside_the_article);
}

async fn sandboxed(engine: Engine) -> Outcome {
    let site = Site::dist().await?;
    let article = Site::bare().await?;
    let browser = Browser::start_in(engine).await?;
    let page = browser.blank(&Reader::default()).await?;
    let arrive = async |link: &str| {
        let address = site.url(&format!("{SINGLE}{link}"));
        let frame = format!(
            "<iframe sandbox=allow-scripts src='{address}' width=1000 height=600></iframe>"
        );
        host(&article, &page, &frame).await
    };
    check(&page, arrive).await?;
    page.leave().await?;
    page.assert_quiet_among(&[site.origin()]).await?;
    Ok(())
}

/// An article on a USB stick, with the file beside it.
async fn beside_the_article(engine: Engine) -> Outcome {
    let folder = tempfile::tempdir()?;
    fs::copy(place::dist().join(SINGLE), folder.path().join(SINGLE))?;
    let article = folder.path().join("article.html");
    let browser = Browser::start_in(engine).await?;
    let page = browser.blank(&Reader::default()).await?;
    let arrive = async |link: &str| {
        let frame = format!(
            "<iframe sandbox=allow-scripts src='{SINGLE}{link}' width=1000 height=600></iframe>"
        );
        fs::write(&article, format!("<!doctype html><title>Article</title>{frame}"))?;
        page.visit(&file_url(&article)?).await?;
        page.enter(&page.by_selector("iframe").await?).await
    };
    check(&page, arrive).await?;
    page.leave().await?;
    page.assert_quiet_among(&[&file_url(&folder.path().join(SINGLE))?]).await?;
    Ok(())
}
