//! Text at twice its size, text that is spaced out, and a page enlarged four times: nothing is lost, cut, or written over
//! another.

use crate::{follow, follow_as};
use claim_atlas::corpus::Lang;
use claim_atlas_tests::{Outcome, Page, Reader, Result, VIEWS};
use serde_json::Value;

/// What is cut, and what is written over another text, a line each. Tiles and the chart's labels have their places by what
/// they show; tiles have a test of their own.
const LOST: &str = r"(() => {
    const line = (it) => (it.closest('[id], [class]') ?? it).outerHTML.slice(0, 120);
    // Whoever only hears the page hears what is cut to nothing.
    const isHeard = (it) => it && (getComputedStyle(it).clipPath.startsWith('inset') || isHeard(it.parentElement));
    const isSeen = (it) => it.checkVisibility({ visibilityProperty: true, opacityProperty: true })
        && !isHeard(it) && !it.closest('.spoken, .board, svg');
    const all = [...document.querySelectorAll('#atlas *')].filter(isSeen);
    const cut = all.filter((it) => {
        const style = getComputedStyle(it);
        const isField = it.matches('textarea, input, select, iframe');
        const is = (side) => /hidden|clip/.test(style[`overflow${side}`]);
        return !isField && ((is('X') && it.scrollWidth > it.clientWidth + 1)
            || (is('Y') && it.scrollHeight > it.clientHeight + 1));
    });
    const texts = [];
    for (const it of all) {
        // What lies over the page, and what stays in sight while the page is scrolled.
        if (it.closest('.axis, .track, .drop, .matrix-head')) continue;
        for (const node of it.childNodes) {
            if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            for (const area of range.getClientRects()) {
                if (area.width > 1 && area.height > 1) texts.push({ it, node, area });
            }
        }
    }
    texts.sort((one, other) => one.area.top - other.area.top);
    const over = [];
    texts.forEach((one, at) => {
        for (const other of texts.slice(at + 1)) {
            if (other.area.top > one.area.bottom) break;
            const wide = Math.min(one.area.right, other.area.right) - Math.max(one.area.left, other.area.left);
            // Lines of one text may stand closer than their boxes.
            const high = Math.min(one.area.bottom, other.area.bottom) - Math.max(one.area.top, other.area.top);
            if (one.node !== other.node && wide > 2 && high > one.area.height / 2) over.push([one.it, other.it]);
        }
    });
    return [...cut.map((it) => `cut: ${line(it)}`),
        ...over.map(([one, other]) => `written over another: ${one.textContent.slice(0, 60)} | ${other.textContent.slice(0, 60)}`)];
})()";

/// Every view in every language, in a page that has been made larger.
async fn nothing_is_lost(page: &Page, how: &str) -> Result {
    let mut wrong = Vec::new();
    for language in Lang::ALL.map(Lang::tag) {
        for view in VIEWS {
            view.show(page, language).await?;
            let place = format!("{how}, {language}, {view:?}");
            let overflow = page.overflow().await?;
            if overflow > 0 {
                wrong.push(format!("{place}: {overflow} pixels wider than the window"));
            }
            let lost = page.value(LOST).await?;
            let lost = lost.as_array().into_iter().flatten().filter_map(Value::as_str);
            wrong.extend(lost.map(|it| format!("{place}: {it}")));
        }
    }
    anyhow::ensure!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

#[tokio::test]
async fn text_is_twice_as_large() -> Outcome {
    let visit = follow("").await?;
    let page = &visit.page;
    // As a reader sets it in the browser.
    page.value("void (document.documentElement.style.fontSize = '32px')").await?;
    nothing_is_lost(page, "text at 200 %").await?;
    page.assert_quiet().await?;
    Ok(())
}

/// As WCAG has it: lines, letters and words further apart.
#[tokio::test]
async fn text_is_spaced_out() -> Outcome {
    let visit = follow("").await?;
    let page = &visit.page;
    page.value(
        "void document.adoptedStyleSheets.push((() => { const sheet = new CSSStyleSheet(); \
         sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; \
         word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'); return sheet })())",
    )
    .await?;
    nothing_is_lost(page, "text spaced out").await?;
    page.assert_quiet().await?;
    Ok(())
}

/// 1280 × 1024 pixels, enlarged four times.
#[tokio::test]
async fn the_page_is_four_times_as_large() -> Outcome {
    let reader = Reader { width: 320, height: 256, ..Reader::default() };
    let visit = follow_as(&reader, "").await?;
    nothing_is_lost(&visit.page, "page at 400 %").await?;
    visit.page.assert_quiet().await?;
    Ok(())
}
