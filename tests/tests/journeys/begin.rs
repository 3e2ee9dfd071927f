//! The beginning: something to read is there before the program, and nothing jumps when it starts.

use crate::fault::{replaced, trusting};
use anyhow::Context;
use claim_atlas_tests::{Browser, Outcome, Page, READY, Reader, Result, Site};
use xtask::place;

/// When something of a kind was noted first, in milliseconds from the start.
async fn first_ms(page: &Page, name: &str) -> Result<f64> {
    let entries = format!("performance.getEntriesByName('{name}')");
    page.until(&format!("{entries}.length > 0")).await?;
    page.value(&format!("{entries}[0].startTime")).await?.as_f64().context("no time")
}

/// How much of the page has shifted, as the standard measures it; and what, from where to where.
async fn shift(page: &Page) -> Result<(f64, String)> {
    let shifts = "new Promise((told) => {
        let sum = 0;
        const moved = [];
        const name = (node) => node?.cloneNode?.().outerHTML ?? node?.data ?? 'what is gone';
        const at = ({ x, y, width, height }) => `${x},${y} ${width}×${height}`;
        new PerformanceObserver((list) => list.getEntries().forEach(({ value, startTime, sources }) => {
            sum += value;
            for (const { node, previousRect, currentRect } of sources) {
                moved.push(`${startTime} ms: ${name(node)} ${at(previousRect)} → ${at(currentRect)}`);
            }
        })).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => told([sum, moved.join('\\n')]), 300);
    })";
    let told = page.value(shifts).await?;
    serde_json::from_value(told).context("no shift")
}

/// The site with a page that lets its program begin only when `begin` is called.
async fn held_up() -> Result<Site> {
    let hold = "<script>claimAtlasDrawn = new Promise((go) => (window.begin = go))</script></head>";
    let folder = place::dist();
    let site = Site::rewritten(&folder, move |path, body| {
        if path != "index.html" {
            return body;
        }
        replaced(&trusting(&body), b"</head>", hold.as_bytes())
    });
    site.await
}

#[tokio::test]
async fn what_is_chosen_before_the_program_runs_is_not_lost() -> Outcome {
    let site = held_up().await?;
    let browser = Browser::start().await?;
    let page = browser.open(&site.url(""), &Reader::default()).await?;
    page.until("document.documentElement.dataset.state === 'waiting'").await?;
    let names = "[...document.querySelectorAll('#atlas :is(button, a, summary):not(.rest *, .body *, .languages *)')].map((it) => it.textContent)";
    let before = page.value(names).await?;
    page.by_selector("#tile-EGY a").await?.click().await?;
    page.until_fragment("country=EGY").await?;
    page.value("void begin()").await?;
    page.ready().await?;
    page.until_fragment("country=EGY").await?;
    let chosen = page.by_selector("#tile-EGY button").await?;
    chosen.until_attribute("aria-pressed", "true").await?;
    assert_eq!(page.value("scrollY").await?, 0);
    assert_eq!(page.focused().await?.attribute("aria-pressed").await?.as_deref(), Some("true"));
    crate::until_transfers(&page, 4).await?;
    page.assert_quiet().await?;

    // The program's buttons are the links and buttons of the page before it, in the same order; what stood behind
    // them is in views of its own.
    let page = browser.open(&site.url(""), &Reader::default()).await?;
    for _ in 0..2 {
        page.press("Tab").await?;
    }
    page.value("void begin()").await?;
    page.ready().await?;
    assert_eq!(page.focused().await?.name().await?, "Language: English");
    assert_eq!(page.value(names).await?, before);
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn before_the_program_runs_only_plain_clicks_on_what_sets_a_query_are_kept_for_it() -> Outcome
{
    let site = held_up().await?;
    let browser = Browser::start().await?;
    let page = browser.open(&site.url(""), &Reader::default()).await?;
    // What is left to the browser is not followed here.
    page.value(
        "void (window.click = (href, keys) => {
            const link = Object.assign(document.createElement('a'), { href });
            document.querySelector('#atlas .page').append(link);
            let taken;
            const hear = (event) => ((taken = event.defaultPrevented), event.preventDefault());
            addEventListener('click', hear, { once: true });
            link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...keys }));
            link.remove();
            return taken;
        })",
    )
    .await?;
    for click in [
        "'mailto:corrections@example.org'",
        "'https://example.org/report'",
        "'#country=EGY', { ctrlKey: true }",
        "'#country=EGY', { metaKey: true }",
        "'#country=EGY', { shiftKey: true }",
    ] {
        assert_eq!(page.value(&format!("window.click({click})")).await?, false, "{click}");
    }
    // To skip to the list is no query, and whoever does goes on from there.
    page.press("Tab").await?;
    page.press("Enter").await?;
    page.until("document.activeElement.id === 'list'").await?;
    assert_eq!(page.fragment().await?, "");
    assert_eq!(page.value("window.click('#country=EGY')").await?, true);
    page.until_fragment("country=EGY").await?;
    page.value("void begin()").await?;
    page.ready().await?;
    page.until("document.activeElement.id === 'list'").await?;
    crate::until_transfers(&page, 4).await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn nothing_jumps_and_something_is_there_first() -> Outcome {
    let site = Site::dist().await?;
    let browser = Browser::start().await?;
    for (width, height) in [(360, 740), (768, 1024), (1440, 900)] {
        let reader = Reader { width, height, recorded: false, ..Reader::default() };
        for link in [
            "",
            "claim-atlas.html",
            "de.html",
            "#country=EGY",
            "#claim=0e12-28",
            "?plain&map=off",
            "?country=EGY&fixed&plain",
            "?utm_source=a&lang=en",
        ] {
            let page = browser.open(&site.url(link), &reader).await?;
            page.ready().await?;
            let (paint, ready) =
                (first_ms(&page, "first-contentful-paint").await?, first_ms(&page, READY).await?);
            assert!(paint <= ready, "{link} at {width}: ready at {ready}, painted at {paint}");
            let (shift, moved) = shift(&page).await?;
            assert!(shift < 0.0005, "{link} at {width} shifts by {shift}:\n{moved}");
            if link == "#country=EGY" {
                assert_eq!(page.value("scrollY").await?, 0, "{link} at {width} scrolls");
            }
            page.client().clone().close().await?;
        }
    }
    Ok(())
}
