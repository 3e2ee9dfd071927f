//! What is loaded keeps to its budgets.

use claim_atlas::corpus::Lang;
use claim_atlas::link::single_name;
use claim_atlas_tests::{Browser, Outcome, Reader, Site};
use std::collections::BTreeSet;
use xtask::{place, size};

#[test]
fn the_first_load_fits_the_budget() -> Outcome {
    let load = size::Load::of(&place::dist())?;
    assert!(load.fits(), "the first load is over its budget:\n{load}");
    Ok(())
}

#[test]
fn files_fit_their_budgets() -> Outcome {
    let files = size::handed_on(&place::dist())?;
    let of_languages = Lang::ALL.map(single_name);
    let all = of_languages.iter().map(String::as_str).chain(["embed.js"]);
    let names = files.iter().map(|it| it.name.as_str());
    assert_eq!(names.collect::<BTreeSet<_>>(), all.collect());
    for size::HandedOn { name, bytes, budget } in files {
        assert!(bytes <= budget.bar, "{name} has {bytes} bytes, {} at most", budget.bar);
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
