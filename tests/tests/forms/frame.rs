//! The site in a frame of another origin's page.

use crate::{check, host, in_each_engine};
use claim_atlas_tests::{Browser, Engine, Outcome, Reader, Site};

in_each_engine!(framed);

async fn framed(engine: Engine) -> Outcome {
    let site = Site::dist().await?;
    let article = Site::bare().await?;
    let browser = Browser::start_in(engine).await?;
    let page = browser.blank(&Reader::default()).await?;
    let arrive = async |link: &str| {
        let frame = format!("<iframe src='{}' width=1000 height=600></iframe>", site.url(link));
        host(&article, &page, &frame).await
    };
    check(&page, arrive).await?;
    page.leave().await?;
    // The article's address is its own.
    assert_eq!(page.fragment().await?, "");

    // A link that leads somewhere scrolls the frame, and leaves the article and its focus alone.
    arrive("#claim=0e12-28").await?;
    page.ready().await?;
    page.until("scrollY > 0").await?;
    page.leave().await?;
    assert_eq!(page.value("scrollY").await?, 0);
    assert_eq!(page.value("document.activeElement.tagName").await?, "BODY");
    page.assert_quiet_among(&[site.origin()]).await?;
    Ok(())
}
