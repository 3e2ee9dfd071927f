//! The element that makes its frame itself, and follows its height.

use crate::{LINK, check, host_with, in_each_engine};
use claim_atlas_tests::{Browser, Engine, Outcome, Reader, Reply, Site};

in_each_engine!(defined);

async fn defined(engine: Engine) -> Outcome {
    let site = Site::dist().await?;
    let article = Site::bare().await?;
    let browser = Browser::start_in(engine).await?;
    let page = browser.blank(&Reader::default()).await?;
    // A host with a strict policy of its own, and a sheet.
    let policy = format!(
        "default-src 'none'; script-src {0}; frame-src {0}; style-src {1}",
        site.origin(),
        article.origin()
    );
    let sheet = article.url("article.css");
    article.put("article.css", Reply::new(".closed { display: none }"))?;
    let arrive = async |link: &str| {
        let query = link.trim_start_matches('#').replace('&', "&amp;");
        let element = format!(
            "<link rel=stylesheet href='{sheet}'><script src='{}' async></script>\
             <claim-atlas src='{}' query=\"{query}\"></claim-atlas>",
            site.url("embed.js"),
            site.url("")
        );
        host_with(&article, &page, &element, &policy).await
    };
    check(&page, arrive).await?;
    // The frame is as high as what is in it, so that nothing scrolls in it.
    page.until("document.scrollingElement.scrollHeight <= innerHeight").await?;
    let open = page.value("innerHeight").await?;
    page.leave().await?;
    // What its host hides is hidden.
    let display = "getComputedStyle(document.querySelector('claim-atlas')).display";
    assert_eq!(page.value(display).await?, "block");
    let class = "document.querySelector('claim-atlas').classList.toggle('closed')";
    assert_eq!(page.value(&format!("({class}, {display})")).await?, "none");
    assert_eq!(page.value(&format!("({class}, {display})")).await?, "block");
    let hide = "document.querySelector('claim-atlas').hidden = true";
    assert_eq!(page.value(&format!("({hide}, {display})")).await?, "none");
    page.assert_quiet_among(&[site.origin()]).await?;

    // It grows with what is opened.
    arrive(LINK.split("&transfer").next().unwrap_or_default()).await?;
    page.ready().await?;
    page.until("document.scrollingElement.scrollHeight <= innerHeight").await?;
    page.until(&format!("innerHeight < {open}")).await?;
    Ok(())
}
