//! Reading a transfer: its claims, who makes them, and what they differ in.

use crate::{
    chips, follow, item, names, open_panel, opened, press_button, statement, status, until_status,
    until_transfers,
};
use claim_atlas_tests::{Find, Name, Outcome, Reader};
use serde_json::json;

const ENGINES: &str = "Egypt to Russia helicopter engines Return";

#[tokio::test]
async fn a_transfer_opens_to_its_claims_and_closes() -> Outcome {
    let visit = follow("#country=EGY").await?;
    let page = &visit.page;
    let button = page.by_role("button", ENGINES).await?;
    assert_eq!(button.attribute("aria-expanded").await?.as_deref(), Some("false"));
    button.click().await?;
    button.until_attribute("aria-expanded", "true").await?;
    page.until_fragment("country=EGY&transfer=egy-rus-engines").await?;
    page.by_role("heading", "Claims").await?;

    let results = page.by_role("region", "Transfers").await?;
    let transfer = item(&results, "helicopter engines Return").await?;
    let marks = transfer.by_role("list", "Reports differ").await?;
    marks.until_text("≠ who acts differs").await?;

    let asked = item(&transfer, &statement("7ebd-04")?).await?;
    asked.until_text("How many more than 100").await?;
    asked.until_text("Al Jazeera · paragraph").await?;
    let mut chain = Vec::new();
    for link in asked.all_by_role("listitem", Name::Any).await? {
        chain.push(link.text().await?);
    }
    assert_eq!(
        chain,
        [
            "Al Jazeera",
            "← citing The Wall Street Journal",
            "← citing three persons who know of the meeting, unnamed"
        ]
    );
    // What was asked for and what is given are of two stages, and no contradiction.
    let consented = item(&transfer, &statement("0e12-15")?).await?;
    consented.until_text("How many 150").await?;
    consented.until_text("Status (as claimed) ≠ agreed").await?;
    for title in ["Putins Verzweiflungstat?", "Russland setzt auf Rückkäufe"] {
        item(&transfer, title).await?;
    }

    button.click().await?;
    button.until_attribute("aria-expanded", "false").await?;
    page.absent("heading", "Claims").await?;
    page.until_fragment("country=EGY").await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn a_link_to_a_claim_leads_to_it() -> Outcome {
    let visit = follow("#claim=0e12-28").await?;
    let page = &visit.page;
    assert_eq!(opened(page).await?.len(), 1);
    page.by_role("heading", Name::beginning("Brazil to Russia")).await?;
    page.until("document.activeElement.id === 'claim-0e12-28'").await?;
    let claim = page.focused().await?;
    claim.until_text(&statement("0e12-28")?).await?;
    page.until(
        "document.activeElement.getBoundingClientRect().top >= 0 \
         && document.activeElement.getBoundingClientRect().top < innerHeight",
    )
    .await?;

    // A claim is a way to those that it contradicts.
    page.visit(&visit.site.url("#claim=0e12-27")).await?;
    page.until("document.activeElement.id === 'claim-0e12-27'").await?;
    let denial = page.focused().await?;
    denial.until_text(&statement("0e12-27")?).await?;
    let asked = format!("Merkur: {}", statement("0e12-05")?);
    denial.by_role("button", asked).await?.click().await?;
    page.until_fragment("claim=0e12-05").await?;
    page.until("document.activeElement.id === 'claim-0e12-05'").await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn a_link_to_a_context_claim_leads_to_it() -> Outcome {
    let visit = follow("#claim=7ebd-21").await?;
    let page = &visit.page;
    page.until("document.activeElement.id === 'claim-7ebd-21'").await?;
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
    // The panel lies over the list.
    page.press("Escape").await?;
    press_button(page, ENGINES).await?;
    page.until_fragment("country=EGY&time=2023&transfer=egy-rus-engines").await?;
    let listed = status(page).await?.text().await?;
    let (set, open) = (chips(page).await?, opened(page).await?);
    assert_eq!((set.len(), open.as_slice()), (2, &[ENGINES.to_owned()][..]));
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
