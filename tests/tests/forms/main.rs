//! Each form of the viewer in each engine: wherever it stands, it starts, filters, and restores a link.

mod access;
mod article;
mod drawn;
mod element;
mod file;
mod frame;
mod height;
mod http;
mod keys;
mod order;
mod own;
mod packed;
mod picture;
mod plain;
mod refused;
mod sandbox;
mod seek;
mod srcdoc;

use anyhow::{Context, anyhow};
use claim_atlas_tests::{Engine, Find, Name, Outcome, Page, Reply, Result, Site};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::time::timeout;

/// The single file, beside the site.
const SINGLE: &str = "claim-atlas.html";

/// A link that restores four transfers, one of them open.
const LINK: &str = "#country=EGY&transfer=egy-rus-engines";

/// Tests a form in each engine, by a function that takes the engine.
macro_rules! in_each_engine {
    ($check:path) => {
        #[tokio::test]
        async fn chromium() -> claim_atlas_tests::Outcome {
            crate::in_time($check, claim_atlas_tests::Engine::Chromium).await
        }

        #[tokio::test]
        async fn firefox() -> claim_atlas_tests::Outcome {
            crate::in_time($check, claim_atlas_tests::Engine::Firefox).await
        }

        #[tokio::test]
        async fn webkit() -> claim_atlas_tests::Outcome {
            crate::in_time($check, claim_atlas_tests::Engine::WebKit).await
        }
    };
}
use in_each_engine;

/// Runs a check in an engine. The driver of `WebKit` has been seen to hang: there once more.
async fn in_time(check: impl AsyncFn(Engine) -> Outcome, engine: Engine) -> Outcome {
    let tries = if engine == Engine::WebKit { 2 } else { 1 };
    for _ in 0..tries {
        if let Ok(outcome) = timeout(Duration::from_mins(2), check(engine)).await {
            return outcome;
        }
    }
    Err(anyhow!("{engine:?} did not answer in two minutes, in each of {tries} tries").into())
}

/// What every form does. `arrive` loads it in a page at a link, and goes into its frame if it has one.
async fn check(page: &Page, arrive: impl AsyncFn(&str) -> Result) -> Outcome {
    arrive("").await?;
    page.ready().await?;
    let all = listed(page).await?;
    let map = page.by_role("region", "Countries").await?;
    let brazil = map.by_role("button", Name::beginning("Brazil")).await?;
    brazil.click().await?;
    brazil.until_attribute("aria-pressed", "true").await?;
    until_listed(page, 1).await?;
    // WebKit's driver loses a click on what stands at the rim of a frame.
    brazil.bring_into_view().await?;
    brazil.click().await?;
    until_listed(page, all).await?;

    // Where only the fragment differs, nothing would be loaded.
    page.visit("about:blank").await?;
    arrive(LINK).await?;
    page.ready().await?;
    until_listed(page, 4).await?;
    let engines = page.by_role("link", Name::containing("helicopter engines")).await?;
    engines.until_attribute("aria-expanded", "true").await?;
    page.by_role("heading", Name::beginning("In our words")).await?;

    // What few ask for is there in every form, too.
    page.by_selector("#open-share").await?.click().await?;
    page.by_role("textbox", "Link").await?;
    page.by_role("button", "Copy: Link").await?.click().await?;
    page.by_role("status", Name::Any).await?.until_text_is("Copied.").await?;

    // A file can be copied where none can be downloaded.
    // By keyboard: not every driver brings into view what stands far down in a frame as high as this.
    page.value("void document.querySelectorAll('.uses button')[3].focus()").await?;
    page.press("Enter").await?;
    page.by_role("button", Name::beginning("Copy: claim-atlas-")).await?;
    let field = "document.querySelector('.panel textarea').value";
    page.until(&format!("{field} === ''")).await?;
    page.value("void document.querySelector('.panel .copy').focus()").await?;
    page.press("Enter").await?;
    page.until(&format!("{field}.includes('Supplier') && {field}.length > 20000")).await?;
    page.by_role("status", Name::Any).await?.until_text_is("Copied.").await?;
    Ok(())
}

/// Opens an article with a frame in it, and goes into the frame.
async fn host(site: &Site, page: &Page, frame: &str) -> Result {
    host_with(site, page, frame, "frame-src *").await
}

/// The same under a policy of the article's.
async fn host_with(site: &Site, page: &Page, frame: &str, policy: &str) -> Result {
    // Each has an address of its own, so that none is taken from a cache.
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let path = format!("article-{}.html", COUNT.fetch_add(1, Ordering::Relaxed));
    let article =
        format!("<!doctype html><html lang=en><title>Article</title><h1>Article</h1>{frame}");
    site.put(&path, Reply::new(article).header("Content-Security-Policy", policy))?;
    page.visit(&site.url(&path)).await?;
    page.enter(&page.by_selector("iframe").await?).await
}

/// How many transfers the page says that it lists.
async fn listed(page: &Page) -> Result<usize> {
    let said = page.by_role("status", Name::Any).await?.text().await?;
    let number = said.split(' ').next().and_then(|number| number.parse().ok());
    number.with_context(|| format!("`{said}` begins with no number"))
}

async fn until_listed(page: &Page, count: usize) -> Result {
    let noun = if count == 1 { "transfer" } else { "transfers" };
    page.by_role("status", Name::Any).await?.until_text_is(&format!("{count} {noun}")).await
}
