//! The keyboard alone.

use crate::{follow, promised, transfer, until_transfers};
use claim_atlas_tests::{Find, Name, Outcome, Page, Result};

/// Fails unless whoever looks sees where the focus is, by an outline around the element or around
/// what stands before it.
async fn is_seen(page: &Page) -> Result {
    page.until(
        "[null, '::before'].map((it) => getComputedStyle(document.activeElement, it)).some((it) => \
         it.outlineStyle !== 'none' && it.content !== 'none' && parseFloat(it.outlineWidth) >= 1)",
    )
    .await
}

#[tokio::test]
async fn everything_is_done_with_keys() -> Outcome {
    let visit = follow("").await?;
    let page = &visit.page;
    page.press_until("Tab", "searchbox", "Search").await?;
    is_seen(page).await?;
    page.write("Triebwerk").await?;
    page.until_fragment("q=Triebwerk").await?;

    let button = page.press_until("Tab", "button", "Country").await?;
    is_seen(page).await?;
    page.press("Enter").await?;
    button.until_attribute("aria-expanded", "true").await?;
    let egypt = page.by_role("checkbox", Name::beginning("Egypt")).await?;
    let (name, count) = (egypt.name().await?, promised(&egypt).await?);
    page.press_until("Tab", "checkbox", &name).await?;
    is_seen(page).await?;
    page.press("Space").await?;
    until_transfers(page, count).await?;
    page.until_fragment("country=EGY&q=Triebwerk").await?;
    assert!(egypt.is_checked().await?);
    assert_eq!(page.focused().await?.name().await?, egypt.name().await?);

    page.press("Escape").await?;
    button.until_attribute("aria-expanded", "false").await?;
    assert_eq!(page.focused().await?.name().await?, "Country 1");
    page.press("Space").await?;
    button.until_attribute("aria-expanded", "true").await?;
    page.press("Escape").await?;
    button.until_attribute("aria-expanded", "false").await?;

    let engines = transfer(page, "helicopter engines").await?;
    page.press_until("Tab", "link", &engines.name().await?).await?;
    is_seen(page).await?;
    page.press("Enter").await?;
    engines.until_attribute("aria-expanded", "true").await?;
    assert_eq!(page.focused().await?.name().await?, engines.name().await?);

    // What takes itself away does not take the focus with it.
    let chip = "Remove filter: Country: Egypt";
    page.press_until("Shift+Tab", "button", chip).await?;
    is_seen(page).await?;
    page.press("Enter").await?;
    page.absent("button", chip).await?;
    page.until("document.activeElement !== document.body").await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn every_stop_is_seen_and_none_is_a_trap() -> Outcome {
    // A link to one transfer alone would begin there.
    let visit = follow("#transfer=egy-rus-engines~rus-egy-debt").await?;
    let page = &visit.page;
    let mut stops = Vec::new();
    for _ in 0..100 {
        page.press("Tab").await?;
        if page.value("document.activeElement === document.body").await? == true {
            break;
        }
        is_seen(page).await?;
        let part = page.focused().await?;
        stops.push((part.role().await?, part.name().await?));
    }
    assert!(stops.len() < 100, "the page has no end: {stops:?}");
    assert!(stops.iter().all(|(_, name)| !name.is_empty()), "{stops:?}");
    let stop = |name: &str| stops.iter().position(|(_, it)| it.starts_with(name));
    // One comes to things in the order in which they are read.
    let order = [
        "Skip to the list",
        "Share",
        "Transfers 16",
        "Search",
        "Country",
        "Time",
        "Egypt",
        "requested",
    ]
    .map(stop);
    assert!(order.iter().all(Option::is_some) && order.is_sorted(), "{order:?} of {stops:?}");
    page.assert_quiet().await?;
    Ok(())
}
