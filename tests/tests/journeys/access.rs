//! Every view, as axe checks it: contrast, names, roles, order. It finds a part of what keeps readers out, so that
//! keyboard and narrow windows have journeys of their own.

use crate::follow;
use anyhow::Context;
use claim_atlas_tests::{Outcome, Page, Result};
use serde_json::{Value, json};
use xtask::place;

/// A view by its link, and the selectors of what is pressed in it then.
const VIEWS: [(&str, &[&str]); 18] = [
    ("", &[]),
    ("transfer=egy-rus-engines", &[]),
    ("claim=0e12-28", &[]),
    ("view=disputed", &[]),
    ("view=timeline", &[]),
    ("view=origins", &[]),
    ("view=origins&distrust=wsj", &[]),
    ("view=documents", &[]),
    ("view=context", &[]),
    ("about=wsj", &[]),
    ("about=0e1200376cf63873", &[]),
    ("q=zzzz&foo=1", &[]),
    ("", &["#open-country"]),
    ("", &["#open-share"]),
    ("", &["#open-languages"]),
    ("", &["#open-menu", ".drop li:nth-child(1) button"]),
    ("", &["#open-menu", ".drop li:nth-child(2) button"]),
    ("", &["#open-menu", ".drop li:nth-child(3) button"]),
];

/// What axe finds wrong in the page, a line each.
async fn findings(page: &Page) -> Result<Vec<String>> {
    let found = page
        .value(
            "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(
                ({ id, nodes }) => nodes.map((it) => `${id}: ${it.html} ${it.failureSummary}`)))",
        )
        .await?;
    let lines = found.as_array().context("axe found no list")?.iter();
    Ok(lines.map(|it| it.as_str().unwrap_or_default().to_owned()).collect())
}

#[tokio::test]
async fn no_view_keeps_readers_out() -> Outcome {
    let axe = place::target().join("tools/npm/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(axe).context("axe is missing: run `cargo xtask test`")?;
    let visit = follow("").await?;
    let page = &visit.page;
    let mut all = Vec::new();
    for dark in [false, true] {
        page.prefer(dark, true).await?;
        for (language, (link, presses)) in
            ["en", "de", "ar"].into_iter().flat_map(|language| VIEWS.map(|view| (language, view)))
        {
            page.visit("about:blank").await?;
            page.visit(&visit.site.url(&format!("#{link}&lang={language}"))).await?;
            page.ready().await?;
            for selector in presses {
                page.by_selector(selector).await?.click().await?;
            }
            let is_there = page.value(&format!("(() => {{ {axe}; return typeof axe }})()")).await?;
            assert_eq!(is_there, Value::from("object"));
            let found = findings(page).await?;
            let place = format!("{link} {presses:?}, {language}, dark {dark}: ");
            // What axe leaves to others: buttons that would send a form, names on what has no role.
            let loose = page.value("[...document.querySelectorAll('button:not([type]), svg[hidden], :is(span, p, div, small, b):not([role])[aria-label]')].map((it) => it.outerHTML)").await?;
            assert_eq!(loose, json!([]), "{place}");
            all.extend(found.into_iter().map(|it| place.clone() + &it));
        }
    }
    assert!(all.is_empty(), "{all:#?}");
    page.assert_quiet().await?;
    Ok(())
}

/// Where a reader's own colours take the page's away, what is chosen and what a square says still show.
#[tokio::test]
async fn forced_colours_take_no_meaning_away() -> Outcome {
    let visit = follow("#country=EGY").await?;
    let page = &visit.page;
    let features = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
    page.devtools("Emulation.setEmulatedMedia", features).await?;
    page.until("matchMedia('(forced-colors: active)').matches").await?;
    let edges = "[...document.querySelectorAll('.views a')].filter((it) => parseFloat(getComputedStyle(it).borderBlockEndWidth) > 0).length";
    assert_eq!(page.value(edges).await?, json!(1));
    let filled = "(() => { const ground = (name) => getComputedStyle(document.querySelector(name)).backgroundColor; \
                  return ground('.key .square.named') !== ground(\".key .square[class='square']\") })()";
    assert_eq!(page.value(filled).await?, json!(true));
    let outlined =
        "getComputedStyle(document.querySelector('.tile[aria-pressed=true]')).outlineStyle";
    assert_eq!(page.value(outlined).await?, json!("solid"));
    Ok(())
}
