//! The way through a frame: of the focus downwards, as the eye goes, past all that there is; of a finger to the map first.

use crate::{host, in_each_engine};
use claim_atlas_tests::{Browser, Engine, Outcome, Reader, Site};
use serde_json::json;

in_each_engine!(downwards);

async fn downwards(engine: Engine) -> Outcome {
    let site = Site::dist().await?;
    let article = Site::bare().await?;
    let browser = Browser::start_in(engine).await?;
    let page = browser.blank(&Reader::default()).await?;
    let frame =
        format!("<iframe src='{}' width=650 height=640></iframe>", site.url("#country=EGY"));
    host(&article, &page, &frame).await?;
    page.ready().await?;
    page.value("void document.querySelector('.skip').focus()").await?;
    // Where the part of the page begins that has the focus, and which that is.
    let part = "(() => {
        const part = document.activeElement.closest('.header, .set, .map, .ladder, .views, .filters, .list');
        return part ? [part.getBoundingClientRect().top + scrollY, part.className] : [0, 'page'];
    })()";
    let mut way: Vec<(f64, String)> = Vec::new();
    while way.last().is_none_or(|it| it.1 != "list") && way.len() < 120 {
        page.press("Tab").await?;
        way.push(serde_json::from_value(page.value(part).await?)?);
    }
    way.dedup();
    assert!(way.len() > 4 && way.is_sorted_by(|one, next| one.0 <= next.0), "{way:?}");
    assert_eq!(way.last().map(|it| &*it.1), Some("list"), "{way:?}");
    Ok(())
}

#[tokio::test]
async fn a_finger_has_map_and_key_before_what_leads_further() -> Outcome {
    let site = Site::dist().await?;
    let article = Site::bare().await?;
    let browser = Browser::start().await?;
    let page = browser.blank(&Reader::default()).await?;
    page.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
    page.devtools(
        "Emulation.setEmitTouchEventsForMouse",
        json!({ "enabled": true, "configuration": "mobile" }),
    )
    .await?;
    let frame =
        format!("<iframe src='{}' width=640 height=640></iframe>", site.url("#country=EGY"));
    host(&article, &page, &frame).await?;
    page.ready().await?;
    let way = "['.summary', '.set', '.map', '.ladder', '.views', '.filters', '.list'].map((it) => document.querySelector(it).getBoundingClientRect().top)";
    let way: Vec<f64> = serde_json::from_value(page.value(way).await?)?;
    assert!(way.is_sorted(), "{way:?}");
    let end = page.value("document.querySelector('.map').getBoundingClientRect().bottom").await?;
    assert!(end.as_f64().is_some_and(|end| end <= 640.0), "{end}");
    Ok(())
}
