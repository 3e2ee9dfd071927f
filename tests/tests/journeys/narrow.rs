//! Narrow windows: a phone, and the column of an article.

use crate::{follow_as, open_panel, press_button, until_transfers};
use claim_atlas::corpus::Lang;
use claim_atlas_tests::{Find, Name, Outcome, Page, Reader, Result};

async fn fits(page: &Page, what: &str) -> Result {
    let overflow = page.overflow().await?;
    let width = page.value("innerWidth").await?;
    anyhow::ensure!(overflow == 0, "{what} is {overflow} pixels wider than the {width} it has");
    Ok(())
}

#[tokio::test]
async fn nothing_is_wider_than_the_window() -> Outcome {
    let languages = [("en", "Countries", ["Country", "Time"]), ("de", "Länder", ["Land", "Zeit"])];
    let visit = follow_as(&Reader::on_phone(), "").await?;
    let page = &visit.page;
    for (language, map, facets) in languages {
        for width in [360, 320, 280] {
            page.resize(width, 640).await?;
            page.visit(&visit.site.url(&format!("#lang={language}"))).await?;
            page.reload().await?;
            page.ready().await?;
            fits(page, "the page").await?;
            let countries = page.by_role("region", map).await?;
            assert_eq!(countries.count_by_role("listitem", Name::Any).await?, 12);

            let filter = page.by_role("button", "Filter").await?;
            assert_eq!(filter.attribute("aria-expanded").await?.as_deref(), Some("false"));
            for facet in facets {
                page.absent("button", facet).await?;
            }
            filter.click().await?;
            filter.until_attribute("aria-expanded", "true").await?;
            for facet in facets {
                press_button(page, facet).await?;
                page.by_role("group", facet).await?;
                fits(page, facet).await?;
            }

            for link in
                ["transfer=egy-rus-engines", "view=context", "view=documents", "country=EGY&foo"]
            {
                page.visit(&visit.site.url(&format!("#{link}&lang={language}"))).await?;
                page.until(&format!("location.hash.includes('{link}')")).await?;
                fits(page, link).await?;
            }
        }
    }
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn filters_work_folded_away() -> Outcome {
    let visit = follow_as(&Reader::on_phone(), "").await?;
    let page = &visit.page;
    press_button(page, "Filter").await?;
    let panel = open_panel(page, "Country").await?;
    panel.by_role("checkbox", Name::beginning("Egypt")).await?.click().await?;
    until_transfers(page, 4).await?;
    // Folded, the button still says that something is set.
    press_button(page, "Filter 1").await?;
    page.absent("group", "Country").await?;
    press_button(page, "Remove filter: Country: Egypt").await?;
    until_transfers(page, 16).await?;
    page.assert_quiet().await?;
    Ok(())
}

/// Who searches on a phone sees without scrolling that something is found, whatever is searched for.
#[tokio::test]
async fn what_is_searched_for_comes_first_on_a_phone() -> Outcome {
    let visit = follow_as(&Reader::on_phone(), "#q=engine").await?;
    let page = &visit.page;
    page.until(
        "(() => { const { top } = document.querySelector('.transfer').getBoundingClientRect(); \
         return top > 0 && top + 44 < innerHeight })()",
    )
    .await?;
    // A word without a place to break, a reader's and a report's.
    page.visit(&visit.site.url(&format!("#q={}", "engine".repeat(8)))).await?;
    page.until("document.querySelector('.nothing')").await?;
    fits(page, "a long word").await?;
    for link in
        ["transfer=egy-rus-engines", "view=disputed", "view=documents", "view=origins", "about=wsj"]
    {
        page.visit(&visit.site.url(&format!("#{link}"))).await?;
        page.until_fragment(link).await?;
        page.value(
            "document.querySelectorAll('#list :is(.statement, p, h3 a, h3 bdi, cite bdi, .item)').forEach((it) => { \
             const last = document.createElement('bdi'); \
             last.textContent = 'Wort'.repeat(15); \
             it.append(' ', last) })",
        )
        .await?;
        fits(page, link).await?;
    }
    page.assert_quiet().await?;
    Ok(())
}

/// Tiles hold their words and keep apart, at each width and in each language.
#[tokio::test]
async fn tiles_hold_their_words() -> Outcome {
    let visit = follow_as(&Reader::default(), "").await?;
    let page = &visit.page;
    for language in Lang::ALL.map(Lang::tag) {
        for width in [320, 360, 390, 768, 1024, 1440] {
            page.resize(width, 800).await?;
            page.visit("about:blank").await?;
            page.visit(&visit.site.url(&format!("#lang={language}"))).await?;
            page.ready().await?;
            let wrong = page
                .value(
                    "(() => { const tiles = [...document.querySelectorAll('.tile')].filter((it) => it.offsetParent); \
                     const area = (it) => it.getBoundingClientRect(); \
                     const board = area(document.querySelector('.board')); \
                     const meet = (one, other) => one.left < other.right - 1 && other.left < one.right - 1 \
                         && one.top < other.bottom - 1 && other.top < one.bottom - 1; \
                     return tiles.flatMap((tile, at) => { \
                         const own = area(tile); \
                         const cut = [...tile.querySelectorAll('b, .figures')].some((part) => { \
                             const words = area(part); \
                             return words.left < own.left - 1 || words.right > own.right + 1 \
                                 || words.bottom > own.bottom + 1 || part.scrollWidth > part.clientWidth + 1 }); \
                         const off = own.left < board.left - 1 || own.right > board.right + 1; \
                         const over = tiles.slice(at + 1).filter((it) => meet(own, area(it))); \
                         return [...(cut ? [tile.innerText + ' is cut'] : []), ...(off ? [tile.innerText + ' leaves the map'] : []), \
                             ...over.map((it) => tile.innerText + ' lies over ' + it.innerText)] }) })()",
                )
                .await?;
            assert_eq!(wrong, serde_json::json!([]), "{language} at {width}");
        }
    }
    page.assert_quiet().await?;
    Ok(())
}
