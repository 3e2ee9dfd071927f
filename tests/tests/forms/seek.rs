//! Looking for a word in the page finds it in what is closed, too; and so do links to a text.

use crate::in_each_engine;
use anyhow::Context;
use claim_atlas::BUNDLED;
use claim_atlas::corpus::{Claim, Lang, Source};
use claim_atlas_tests::{Browser, Engine, Outcome, Page, Reader, Result, Site};
use serde_json::json;

mod found {
    super::in_each_engine!(super::a_search_in_the_page_finds_every_claim_of_a_closed_list);
}

mod linked {
    super::in_each_engine!(super::a_link_to_a_text_opens_what_it_stands_in);
}

/// What the documents claim.
fn claims() -> Result<Vec<Claim>> {
    let documents = Source::read(BUNDLED).context("the asset cannot be read")?.documents;
    Ok(documents.into_iter().flat_map(|document| document.claims).collect())
}

async fn a_search_in_the_page_finds_every_claim_of_a_closed_list(engine: Engine) -> Outcome {
    let site = Site::dist().await?;
    let browser = Browser::start_in(engine).await?;
    for (link, of_transfers) in [("#lang=en", true), ("#view=context&lang=en", false)] {
        let page = browser.open(&site.url(link), &Reader::default()).await?;
        page.ready().await?;
        assert_eq!(page.value("document.querySelectorAll('.body:not([hidden])').length").await?, 0);
        for claim in claims()?.into_iter().filter(|it| it.transfer.is_some() == of_transfers) {
            let statement = json!(claim.statement.get(Lang::En));
            // What was found last may just be opening. From there Firefox does not look on from the beginning.
            let find = format!("find({statement}, false, false, true)");
            page.until(&format!("(getSelection().removeAllRanges(), {find})")).await?;
        }
    }
    Ok(())
}

/// Whether a part of a claim is in the window.
async fn until_seen(page: &Page, id: &str) -> Result {
    let is_seen = format!(
        "(() => {{ const {{ top, bottom }} = document.getElementById('claim={id}').getBoundingClientRect(); \
         return bottom > 0 && top < innerHeight }})()"
    );
    page.until(&is_seen).await
}

async fn a_link_to_a_text_opens_what_it_stands_in(engine: Engine) -> Outcome {
    let site = Site::dist().await?;
    let browser = Browser::start_in(engine).await?;
    for id in ["7ebd-05", "0e12-27"] {
        let claim = claims()?.into_iter().find(|it| it.id == id);
        let claim = claim.with_context(|| format!("no claim {id}"))?;
        let words: Vec<&str> = claim.statement.get(Lang::En).split(' ').take(6).collect();
        // In such a link a hyphen means something.
        let text = words.join("%20").replace('-', "%2D").replace(',', "%2C");
        let page = browser.open(&site.url(&format!("#:~:text={text}")), &Reader::default()).await?;
        page.ready().await?;
        let transfer = claim.transfer.unwrap_or_default();
        page.by_selector(&format!("[id='transfer={transfer}'][aria-expanded=true]")).await?;
        until_seen(&page, id).await?;
        page.assert_quiet().await?;
    }
    Ok(())
}
