//! The evidence: who stands behind a claim, what falls without them, what is disputed, and when.

use crate::{chips, documents, follow, item, press_button, transfer, until_transfers};
use claim_atlas_tests::{Find, Name, Outcome, Page, Result};
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use std::time::Duration;

#[tokio::test]
async fn what_falls_without_an_origin_leaves_the_list() -> Outcome {
    let visit = follow("#about=south-korea").await?;
    let page = &visit.page;
    page.by_role("heading", "South Korea").await?;
    page.by_role("switch", Name::containing("South Korea")).await?.click().await?;
    page.until_fragment("distrust=south-korea&about=south-korea").await?;
    assert_eq!(chips(page).await?, ["Remove filter: Distrusted: South Korea"]);
    page.by_role("link", "Transfers 16").await?.click().await?;
    page.until_fragment("distrust=south-korea").await?;
    let list = page.by_role("region", "Transfers").await?;
    // The Wall Street Journal is left.
    list.until_text("1 origin, 1 document").await?;

    page.visit(&visit.site.url("#distrust=wsj")).await?;
    let falling = page.by_selector(".falling").await?;
    falling.until_text("With that fall").await?;
    until_transfers(page, 13).await?;
    let belarus = page.by_selector("#tile-BLR").await?;
    belarus.until_text("falls").await?;
    press_button(page, "Remove filter: Distrusted: The Wall Street Journal").await?;
    until_transfers(page, 16).await?;
    page.until_fragment("").await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn a_disagreement_leads_to_the_claims_that_make_it() -> Outcome {
    let visit = follow("").await?;
    let page = &visit.page;
    page.by_role("link", Name::beginning("Disputed")).await?.click().await?;
    page.until_fragment("view=disputed").await?;
    let view = page.by_role("region", "Disputed").await?;
    assert!(!view.all_by_role("heading", Name::containing("Pakistan to Russia")).await?.is_empty());
    view.until_text("Never confirmed by the supplier").await?;
    let denial = item(&view, "denied").await?;
    let places = denial.all_by_role("link", Name::beginning("paragraph")).await?;
    places.first().ok_or_else(|| anyhow::anyhow!("a card without a claim"))?.click().await?;
    page.until("location.hash.includes('claim=')").await?;
    page.until("document.activeElement.id.startsWith('claim=')").await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn the_reports_of_a_transfer_stand_side_by_side() -> Outcome {
    let visit = follow("#transfer=pak-rus-helicopters").await?;
    let page = &visit.page;
    let table = page.by_role("table", Name::Any).await?;
    for report in ["Merkur", "Al Jazeera"] {
        table.by_role("columnheader", Name::beginning(report)).await?;
    }
    table.until_text("denied").await?;
    page.by_role("region", "Transfers").await?.until_text("Two documents, one origin.").await?;
    transfer(page, "requested engines, transport helicopters").await?.click().await?;
    page.absent("table", Name::Any).await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn a_document_has_a_page() -> Outcome {
    let visit = follow("#view=documents").await?;
    let page = &visit.page;
    page.by_role("link", Name::containing("ballistische Raketen")).await?.click().await?;
    page.until_fragment("view=documents&about=32d917aa70857a60").await?;
    let view = page.by_role("region", "Origin or document").await?;
    let document = documents()?.into_iter().find(|it| it.id == "32d917aa70857a60");
    let document = document.ok_or_else(|| anyhow::anyhow!("no such document"))?;
    let hash = document.sha256.as_deref().unwrap_or_default();
    for part in ["SHA-256", hash, &document.title] {
        view.until_text(part).await?;
    }
    page.back().await?;
    page.until_fragment("view=documents").await?;
    page.assert_quiet().await?;
    Ok(())
}

/// Drags across the time line, from one place to another, in thousandths.
async fn drag(page: &Page, from: u32, to: u32) -> Result {
    let area = page
        .value("JSON.stringify(document.querySelector('.brush .track').getBoundingClientRect())");
    let area: serde_json::Value = serde_json::from_str(area.await?.as_str().unwrap_or_default())?;
    let number = |key: &str| area.get(key).and_then(serde_json::Value::as_f64).unwrap_or_default();
    let x = |place: u32| (number("left") + number("width") * f64::from(place) / 1000.0).round();
    let y = (number("top") + 10.0).round();
    let glide = |place: u32| PointerAction::MoveTo {
        duration: Some(Duration::from_millis(50)),
        x: x(place),
        y,
    };
    let actions = MouseActions::new("mouse".to_owned())
        .then(glide(from))
        .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
        .then(glide(u32::midpoint(from, to)))
        .then(glide(to))
        .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
    page.client().perform_actions(actions).await?;
    Ok(())
}

#[tokio::test]
async fn brushing_the_time_line_sets_the_filter() -> Outcome {
    let visit = follow("#view=timeline").await?;
    let page = &visit.page;
    let view = page.by_role("region", "Chronology").await?;
    view.until_text("date not stated").await?;
    page.value("document.querySelector('.brush').scrollIntoView()").await?;
    drag(page, 600, 995).await?;
    page.until("/time=2023-\\d\\d(-01)?\\/2024-03(-31)?&view=timeline/.test(location.hash)")
        .await?;
    // Narrower, with the keyboard, bin by bin.
    let begins = page.all_by_role("slider", Name::Any).await?;
    let begins = begins.first().ok_or_else(|| anyhow::anyhow!("no handle"))?;
    for _ in 0..2 {
        let before = page.fragment().await?;
        begins.element().send_keys("\u{e014}").await?;
        page.until(&format!("location.hash !== '#{before}'")).await?;
    }
    begins.element().send_keys("\u{e011}").await?;
    // The whole of it is no filter.
    page.until_fragment("view=timeline").await?;
    // To the day, by the fields.
    for (field, day, time) in
        [(0, "2023-11-08", "2023-11-08/open"), (1, "2023-12-08", "2023-11-08/2023-12-08")]
    {
        let set = format!(
            "void (() => {{ const field = document.querySelectorAll('.brush input[type=date]')[{field}]; \
             field.value = '{day}'; field.dispatchEvent(new Event('change', {{ bubbles: true }})) }})()"
        );
        page.value(&set).await?;
        page.until_fragment(&format!("time={time}&view=timeline")).await?;
    }
    page.assert_quiet().await?;
    Ok(())
}
