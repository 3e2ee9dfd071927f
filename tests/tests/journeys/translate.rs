//! A page translator puts nodes of its own in the place of every text. What is counted afterwards is what is shown.

use crate::follow;
use claim_atlas_tests::{Outcome, Page, Result};

/// Puts the text of each node into two elements, as Chrome's and Google's translators do.
const TRANSLATE: &str = "(() => {
    const texts = document.createTreeWalker(document.querySelector('#atlas'), NodeFilter.SHOW_TEXT);
    const all = [];
    while (texts.nextNode()) all.push(texts.currentNode);
    for (const text of all.filter((it) => it.data.trim())) {
        const [outer, inner] = [0, 0].map(() => document.createElement('font'));
        inner.textContent = text.data;
        outer.append(inner);
        text.replaceWith(outer);
    }
})()";

/// All that the page says, without space, and without where it is served from.
const SAID: &str = "document.querySelector('#atlas').textContent.replaceAll(location.origin, '').replace(/\\s+/g, '')";

async fn said(page: &Page) -> Result<String> {
    Ok(page.value(SAID).await?.as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn a_translated_page_shows_no_stale_figure() -> Outcome {
    let visit = follow("").await?;
    let page = &visit.page;
    let before = said(page).await?;
    page.value(TRANSLATE).await?;
    assert_eq!(said(page).await?, before);
    let steps = [
        "q=engine",
        "q=engine&status=agreed",
        "q=engine&status=agreed&distrust=wsj",
        "country=EGY",
        "country=EGY&transfer=egy-rus-engines",
        "q=nobodysaysthis",
        "view=documents",
        "view=disputed&distrust=wsj",
        "view=origins",
        "view=origins&distrust=wsj",
        "about=wsj",
        "view=timeline&kind=return",
        "view=context",
        "",
    ];
    for link in steps {
        // Each step begins with a page whose texts are a translator's.
        page.value(&format!("void (location.hash = '{link}')")).await?;
        page.until_fragment(link).await?;
        let fresh = follow(&format!("#{link}")).await?;
        let wanted = said(&fresh.page).await?;
        let is_so = format!("{SAID} === {}", serde_json::json!(wanted));
        if page.until(&is_so).await.is_err() {
            assert_eq!(said(page).await?, wanted, "after #{link}");
        }
        page.value(TRANSLATE).await?;
    }
    page.assert_quiet().await?;
    Ok(())
}
