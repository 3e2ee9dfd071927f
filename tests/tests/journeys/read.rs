//! Reading a transfer: its claims, who makes them, and what they differ in.

use crate::{
    chips, follow, item, names, open_panel, opened, press_button, statement, status, transfer,
    until_status, until_transfers,
};
use claim_atlas_tests::{Find, Name, Outcome, Reader};
use serde_json::json;

const ENGINES: &str = "helicopter engines return";

#[tokio::test]
async fn a_transfer_opens_to_its_claims_and_closes() -> Outcome {
    let visit = follow("#country=EGY").await?;
    let page = &visit.page;
    let button = transfer(page, ENGINES).await?;
    assert_eq!(button.attribute("aria-expanded").await?.as_deref(), Some("false"));
    button.click().await?;
    button.until_attribute("aria-expanded", "true").await?;
    page.until_fragment("country=EGY&transfer=egy-rus-engines").await?;
    page.by_role("heading", Name::beginning("In our words")).await?;
    button.until_text("≠ who acts differs").await?;

    let results = page.by_role("region", "Transfers").await?;
    let opened = item(&results, ENGINES).await?;
    let asked = item(&opened, &statement("7ebd-04")?).await?;
    for part in [
        "Al Jazeera ¶ 4",
        "“more than 100”",
        "Al Jazeera ← citing The Wall Street Journal ← citing three persons who know of the meeting, unnamed",
    ] {
        asked.until_text(part).await?;
    }
    // What was asked for and what is given are of two stages, and no contradiction.
    let consented = item(&opened, &statement("0e12-15")?).await?;
    consented.until_text("agreed").await?;
    consented.until_text("“150”").await?;

    button.click().await?;
    button.until_attribute("aria-expanded", "false").await?;
    page.absent("heading", Name::beginning("In our words")).await?;
    page.until_fragment("country=EGY").await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn a_link_to_a_claim_leads_to_it() -> Outcome {
    let visit = follow("#claim=0e12-28").await?;
    let page = &visit.page;
    assert_eq!(opened(page).await?.len(), 1);
    page.until("document.activeElement.id === 'claim=0e12-28'").await?;
    let claim = page.focused().await?;
    claim.until_text(&statement("0e12-28")?).await?;
    // A page scrolls by whole pixels.
    page.until(
        "document.activeElement.getBoundingClientRect().top > -1 \
         && document.activeElement.getBoundingClientRect().top < innerHeight",
    )
    .await?;

    // A claim is a way to those that it contradicts.
    page.visit(&visit.site.url("#claim=0e12-27")).await?;
    page.until("document.activeElement.id === 'claim=0e12-27'").await?;
    let denial = page.focused().await?;
    denial.until_text(&statement("0e12-27")?).await?;
    // Al Jazeera's claim stands in a paragraph of another number.
    denial.by_role("link", "paragraph 5").await?.click().await?;
    page.until_fragment("claim=0e12-05").await?;
    page.until("document.activeElement.id === 'claim=0e12-05'").await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn a_link_to_a_context_claim_leads_to_it() -> Outcome {
    let visit = follow("#claim=7ebd-21").await?;
    let page = &visit.page;
    page.until("document.activeElement.id === 'claim=7ebd-21'").await?;
    page.focused().await?.until_text(&statement("7ebd-21")?).await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn what_is_shared_is_what_was_seen() -> Outcome {
    let visit = follow("").await?;
    let page = &visit.page;
    let panel = open_panel(page, "Country").await?;
    panel.by_role("checkbox", Name::beginning("Egypt")).await?.click().await?;
    page.until_fragment("country=EGY").await?;
    let years = open_panel(page, "Time").await?;
    years.by_role("checkbox", Name::beginning("2023")).await?.click().await?;
    page.until_fragment("country=EGY&time=2023").await?;
    page.press("Escape").await?;
    transfer(page, ENGINES).await?.click().await?;
    page.until_fragment("country=EGY&time=2023&transfer=egy-rus-engines").await?;
    let listed = status(page).await?.text().await?;
    let (set, open) = (chips(page).await?, opened(page).await?);
    assert_eq!((set.len(), open.len()), (2, 1));
    assert!(open.iter().all(|it| it.contains(ENGINES)), "{open:?}");
    page.assert_quiet().await?;

    let url = page.url().await?;
    // Some places where links are posted cut off what follows the `#`.
    for link in [url.clone(), url.replace('#', "?")] {
        let other = visit.browser.open(&link, &Reader::default()).await?;
        other.ready().await?;
        until_status(&other, &listed).await?;
        assert_eq!(chips(&other).await?, set, "{link}");
        assert_eq!(opened(&other).await?, open, "{link}");
        let headings = |page| names(page, "heading", Name::Any);
        assert_eq!(headings(&other).await?, headings(page).await?, "{link}");
        // From here on there is one place to change.
        press_button(&other, "Clear all").await?;
        until_transfers(&other, 16).await?;
        other.until_fragment("transfer=egy-rus-engines").await?;
        assert_eq!(other.value("location.search").await?, json!(""));
        other.assert_quiet().await?;
    }
    Ok(())
}
