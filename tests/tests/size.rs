//! What is loaded keeps to its budgets.

use claim_atlas_tests::{Browser, Outcome, Reader, Site};
use std::collections::BTreeSet;
use std::fs;
use xtask::{place, size};

#[test]
fn the_first_load_fits_the_budget() -> Outcome {
    let load = size::Load::of(&place::dist())?;
    assert!(load.fits(), "the first load is over its budget:\n{load}");
    Ok(())
}

#[test]
fn files_fit_their_budgets() -> Outcome {
    for (name, budget) in size::FILES {
        let (bytes, most) = (fs::read(place::dist().join(name))?.len(), budget.bar);
        assert!(bytes <= most, "{name} has {bytes} bytes, {most} at most");
    }
    Ok(())
}

#[tokio::test]
async fn what_is_weighed_is_what_a_browser_loads() -> Outcome {
    let site = Site::dist().await?;
    let browser = Browser::start().await?;
    let page = browser.open(&site.url(""), &Reader::default()).await?;
    page.ready().await?;
    let names = "performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.slice(1))";
    let loaded: BTreeSet<String> = serde_json::from_value(page.value(names).await?)?;
    let weighed = size::Load::of(&place::dist())?.parts.into_iter().map(|part| part.name);
    let weighed: BTreeSet<String> = weighed.filter(|name| name != "index.html").collect();
    assert_eq!(loaded, weighed);
    Ok(())
}
