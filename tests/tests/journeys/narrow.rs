//! Narrow windows: a phone, and the column of an article.

use crate::{follow_as, open_panel, press_button, until_transfers};
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
