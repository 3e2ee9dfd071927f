//! Each form of the viewer in each engine: wherever it stands, it starts, filters, and restores a link.

mod http;

use anyhow::Context;
use claim_atlas_tests::{Find, Name, Outcome, Page, Result};

/// A link that restores four transfers, one of them open.
const LINK: &str = "#country=EGY&transfer=egy-rus-engines";

/// Tests a form in each engine, by a function that takes the engine.
macro_rules! in_each_engine {
    ($check:ident) => {
        #[tokio::test]
        async fn chromium() -> claim_atlas_tests::Outcome {
            $check(claim_atlas_tests::Engine::Chromium).await
        }

        #[tokio::test]
        async fn firefox() -> claim_atlas_tests::Outcome {
            $check(claim_atlas_tests::Engine::Firefox).await
        }

        #[tokio::test]
        async fn webkit() -> claim_atlas_tests::Outcome {
            $check(claim_atlas_tests::Engine::WebKit).await
        }
    };
}
use in_each_engine;

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
    brazil.click().await?;
    until_listed(page, all).await?;

    // Where only the fragment differs, nothing would be loaded.
    page.visit("about:blank").await?;
    arrive(LINK).await?;
    page.ready().await?;
    until_listed(page, 4).await?;
    let engines =
        page.by_role("button", Name::beginning("Egypt to Russia helicopter engines")).await?;
    engines.until_attribute("aria-expanded", "true").await?;
    page.by_role("heading", "Claims").await?;
    Ok(())
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
