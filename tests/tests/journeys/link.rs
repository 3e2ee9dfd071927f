//! Links that hold what means nothing.

use crate::{chips, follow, opened, press_button, until_transfers};
use claim_atlas_tests::{Find, Name, Outcome};

#[tokio::test]
async fn what_a_link_gets_wrong_is_named_and_passed_over() -> Outcome {
    let visit = follow("#country=XXX&status=done&foo=1&time=yesterday").await?;
    let page = &visit.page;
    until_transfers(page, 16).await?;
    assert!(chips(page).await?.is_empty());
    let notice = page.by_role("alert", Name::Any).await?;
    for part in ["Country: XXX", "Status: done", "foo", "yesterday"] {
        notice.until_text(part).await?;
    }
    notice.by_role("button", "Dismiss this notice").await?.click().await?;
    page.absent("alert", Name::Any).await?;
    until_transfers(page, 16).await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn what_a_link_gets_right_holds() -> Outcome {
    let visit = follow("#country=EGY~XXX&kind=%ZZ&transfer=egy-rus-engines~none&lang=xx").await?;
    let page = &visit.page;
    until_transfers(page, 4).await?;
    assert_eq!(chips(page).await?, ["Remove filter: Country: Egypt"]);
    assert_eq!(opened(page).await?.len(), 1);
    let notice = page.by_role("alert", Name::Any).await?;
    for part in ["Country: XXX", "Kind: %ZZ", "none", "xx"] {
        notice.until_text(part).await?;
    }
    // The next step leaves the faults behind.
    press_button(page, "Clear all").await?;
    page.until_fragment("transfer=egy-rus-engines").await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn an_address_changed_by_hand_is_followed() -> Outcome {
    let visit = follow("#country=EGY").await?;
    let page = &visit.page;
    until_transfers(page, 4).await?;
    page.visit(&visit.site.url("#country=BRA&nonsense=1")).await?;
    until_transfers(page, 1).await?;
    page.by_role("alert", Name::Any).await?.until_text("nonsense").await?;
    page.visit(&visit.site.url("#country=IRN")).await?;
    until_transfers(page, 4).await?;
    page.absent("alert", Name::Any).await?;
    // The query string may belong to somebody else.
    page.visit(&visit.site.url("?utm_source=feed&country=EGY")).await?;
    page.ready().await?;
    until_transfers(page, 4).await?;
    page.absent("alert", Name::Any).await?;
    page.assert_quiet().await?;
    Ok(())
}

/// What others add to a link, or make of it, changes nothing; and whoever writes one cannot speak through the page.
#[tokio::test]
async fn a_link_is_read_as_others_hand_it_on() -> Outcome {
    let visit = follow("#country=EGY&amp;amp;lang=de").await?;
    let page = &visit.page;
    for link in [
        "#?country=EGY&lang=en",
        "#country=EG%26lang=en&fbclid=IwAR0abc_def",
        "?country%3DEGY#lang=en)",
        "#COUNTRY=egy&LANG=EN?utm_source=x",
        "#country%253DEGY%2526lang%253Den",
    ] {
        page.visit(&visit.site.url(link)).await?;
        page.ready().await?;
        until_transfers(page, 4).await?;
        assert_eq!(chips(page).await?, ["Remove filter: Country: Egypt"], "{link}");
        page.absent("alert", Name::Any).await?;
    }
    page.visit(
        &visit.site.url("#Your%20session%20has%20expired%2C%20call%200900%20123456%20%E2%80%AEnow"),
    )
    .await?;
    page.ready().await?;
    let notice = page.by_role("alert", Name::Any).await?;
    notice.until_text("Your session has expired, call 0900 1234…").await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn a_link_of_a_megabyte_is_read_in_part_and_that_is_said() -> Outcome {
    let long = format!("#country=EGY&distrust={}", "X~".repeat(500_000));
    let visit = follow(&long).await?;
    let page = &visit.page;
    until_transfers(page, 4).await?;
    page.by_role("alert", Name::Any).await?.until_text("X~X~X").await?;
    page.assert_quiet().await?;
    Ok(())
}
