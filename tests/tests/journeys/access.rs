//! What keeps readers out, or does not: each view as axe checks it, and with a reader's own colours. Keyboard and narrow
//! windows have journeys of their own.

use crate::{follow, follow_as};
use anyhow::Context;
use claim_atlas::corpus::Lang;
use claim_atlas_tests::{Outcome, Reader, Reply, Result, Rules, VIEWS, findings};
use serde_json::{Value, json};
use std::fs;
use std::time::Duration;
use xtask::place;

/// Every view in every language. The second theme differs in its colours alone.
#[tokio::test]
async fn no_view_keeps_readers_out() -> Outcome {
    let reader =
        Reader { reduced_motion: true, patience: Duration::from_secs(30), ..Reader::default() };
    let visit = follow_as(&reader, "").await?;
    let page = &visit.page;
    let mut all = Vec::new();
    for language in Lang::ALL.map(Lang::tag) {
        for view in VIEWS {
            view.show(page, language).await?;
            for (dark, rules) in [(false, Rules::All), (true, Rules::Colours)] {
                page.prefer(dark, true).await?;
                let found = findings(page, rules).await?;
                let place = format!("{view:?}, {language}, dark {dark}: ");
                all.extend(found.into_iter().map(|it| place.clone() + &it));
            }
        }
    }
    assert!(all.is_empty(), "{all:#?}");
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn targets_are_large_enough_on_a_phone() -> Outcome {
    let reader = Reader { patience: Duration::from_secs(30), ..Reader::on_phone() };
    let visit = follow_as(&reader, "").await?;
    let mut all = Vec::new();
    for view in VIEWS {
        view.show(&visit.page, "en").await?;
        let found = findings(&visit.page, Rules::Sizes).await?;
        all.extend(found.into_iter().map(|it| format!("{view:?}: {it}")));
    }
    assert!(all.is_empty(), "{all:#?}");
    Ok(())
}

/// Neither boxes nor what is drawn before and behind them.
#[tokio::test]
async fn nothing_moves_for_those_who_ask_for_less_motion() -> Outcome {
    let visit = follow_as(&Reader { reduced_motion: true, ..Reader::default() }, "").await?;
    let moving = "[...document.querySelectorAll('*')].filter((it) => ['', '::before', '::after'].some((part) => \
                  parseFloat(getComputedStyle(it, part).transitionDuration) > 0)).map((it) => it.outerHTML)";
    for view in VIEWS {
        view.show(&visit.page, "en").await?;
        assert_eq!(visit.page.value(moving).await?, json!([]), "{view:?}");
    }
    Ok(())
}

/// The small corpus of the examples, where a second document has another number.
fn two_numbers() -> Result<String> {
    let text = fs::read_to_string(place::root().join("examples/corpus.json"))?;
    let mut corpus: Value = serde_json::from_str(&text)?;
    let claims = corpus.pointer_mut("/documents/1/claims").and_then(Value::as_array_mut);
    claims.context("no claims")?.push(json!({
        "id": "bbbb-02",
        "paragraph": 3,
        "transfer": "xaa-xab-drones",
        "status": "delivered",
        "attribution": ["officials"],
        "item": { "en": "drones" },
        "quantity": { "words": { "en": "40" }, "min": 40, "max": 40 },
        "statement": { "en": "Northland has delivered 40 drones to Southland." },
    }));
    Ok(corpus.to_string())
}

/// Where a reader's own colours take the page's away, what is chosen and what a square says still show.
#[tokio::test]
async fn forced_colours_take_no_meaning_away() -> Outcome {
    let visit = follow("#country=EGY").await?;
    let page = &visit.page;
    visit.site.put("numbers.json", Reply::new(two_numbers()?))?;
    let features = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
    page.devtools("Emulation.setEmulatedMedia", features).await?;
    page.until("matchMedia('(forced-colors: active)').matches").await?;
    let edges = "[...document.querySelectorAll('.views a')].filter((it) => parseFloat(getComputedStyle(it).borderBlockEndWidth) > 0).length";
    assert_eq!(page.value(edges).await?, json!(1));
    let filled = "(() => { const ground = (name) => getComputedStyle(document.querySelector(name)).backgroundColor; \
                  return ground('.key .square.named') !== ground(\".key .square[class='square']\") })()";
    assert_eq!(page.value(filled).await?, json!(true));
    // What bars, points, cells and switches say by their fill.
    for (link, marks) in [
        ("#view=timeline", ".chronology-key :is(.said, .reported):not(.inferred)"),
        ("#view=documents", ".paragraphs .of-transfer"),
        ("#view=origins", ".switch input"),
        (
            "?corpus=numbers.json#transfer=xaa-xab-drones",
            ".scale :is(.span, .point):not(.inferred)",
        ),
    ] {
        page.visit("about:blank").await?;
        page.visit(&visit.site.url(link)).await?;
        page.until(&format!("document.querySelector('{marks}')")).await?;
        let lost = format!(
            "[...document.querySelectorAll('{marks}')].filter((it) => getComputedStyle(it).backgroundColor === \
             getComputedStyle(document.body).backgroundColor).length"
        );
        assert_eq!(page.value(&lost).await?, json!(0), "{link}");
    }
    page.visit(&visit.site.url("#country=EGY")).await?;
    page.until("document.querySelector('.tile[aria-pressed=true]')").await?;
    let outlined =
        "getComputedStyle(document.querySelector('.tile[aria-pressed=true]')).outlineStyle";
    assert_eq!(page.value(outlined).await?, json!("solid"));
    Ok(())
}
