//! A page translator puts nodes of its own in the place of every text, and what darkens pages sets styles everywhere. What is
//! counted afterwards is what is shown.

use crate::{follow, press_button, until_transfers};
use claim_atlas_tests::{Browser, Find, Name, Outcome, Page, Reader, Result, Site};

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

/// Does to the page what Google's translator and Dark Reader do, and to whatever comes into it: a text goes into two
/// elements, parts of a sentence change their places, each element gets a style. What is not to be translated stays.
const CHANGED: &str = "(() => {
    const sheet = () => Object.assign(document.createElement('link'), { className: 'darkreader' });
    document.head.prepend(sheet());
    for (const link of document.querySelectorAll('link[rel=stylesheet]')) link.after(sheet());
    document.documentElement.classList.add('translated-ltr');
    const translate = (text) => {
        if (!text.data.trim() || !text.parentElement) return;
        if (text.parentElement.closest('font, textarea, script, style, svg, [translate=no]')) return;
        const [outer, inner] = [0, 0].map(() => document.createElement('font'));
        inner.textContent = text.data;
        outer.append(inner);
        text.replaceWith(outer);
    };
    const style = (part) => {
        if (!part.style || 'darkreaderInlineColor' in part.dataset) return;
        part.setAttribute('data-darkreader-inline-color', '');
        part.style.setProperty('--darkreader-inline-color', '#e8e6e3');
        const inline = [...part.children].filter((it) => it.matches('a, b, q, small, span, font'));
        if (part.matches('p, li, h3, h4') && inline.length > 1) inline[0].before(inline.at(-1));
    };
    const change = (node) => {
        if (node.nodeType === Node.TEXT_NODE) return translate(node);
        if (node.nodeType !== Node.ELEMENT_NODE) return;
        const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
        const all = [];
        while (texts.nextNode()) all.push(texts.currentNode);
        all.forEach(translate);
        [node, ...node.querySelectorAll('*')].forEach(style);
    };
    change(document.body);
    new MutationObserver((changes) => {
        for (const { type, target, addedNodes } of changes) {
            if (type === 'characterData') translate(target);
            addedNodes.forEach((it) => it.isConnected && change(it));
        }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
})()";

/// The letters of all that the page says, since its parts have changed their places.
const LETTERS: &str = "[...document.querySelector('#atlas').textContent.replaceAll(location.origin, '')]\
    .filter((it) => it.trim()).sort().join('')";

/// Waits until a page that others change says what an untouched one says.
async fn until_as_untouched(page: &Page, link: &str, browser: &Browser, site: &Site) -> Result {
    page.until_fragment(link).await?;
    let untouched = browser.open(&site.url(&format!("#{link}")), &Reader::default()).await?;
    untouched.ready().await?;
    let wanted = untouched.value(LETTERS).await?;
    page.until(&format!("{LETTERS} === {wanted}")).await
}

#[tokio::test]
async fn a_page_that_extensions_change_all_the_time_goes_on() -> Outcome {
    let visit = follow("").await?;
    let (page, browser, site) = (&visit.page, &visit.browser, &visit.site);
    page.value(CHANGED).await?;
    page.by_role("searchbox", Name::Any).await?.click().await?;
    page.write("Egpyt").await?;
    until_as_untouched(page, "q=Egpyt", browser, site).await?;
    page.by_role("link", Name::beginning("“Egypt”")).await?.click().await?;
    until_transfers(page, 4).await?;
    until_as_untouched(page, "q=Egypt", browser, site).await?;
    page.by_role("link", Name::beginning("Disputed")).await?.click().await?;
    until_as_untouched(page, "q=Egypt&view=disputed", browser, site).await?;
    press_button(page, "Clear all").await?;
    until_as_untouched(page, "view=disputed", browser, site).await?;
    for link in [
        "country=EGY&transfer=egy-rus-engines&lang=de",
        "country=EGY&distrust=wsj&lang=de",
        "view=origins&distrust=wsj",
        "about=wsj",
        "view=timeline&time=2023",
        "view=context&q=DPRK",
        "",
    ] {
        page.value(&format!("void (location.hash = '{link}')")).await?;
        until_as_untouched(page, link, browser, site).await?;
    }
    assert_eq!(page.value("document.documentElement.dataset.state").await?, "ready");
    assert_eq!(
        page.value("document.querySelector('#failure').offsetParent").await?,
        serde_json::Value::Null
    );
    page.assert_quiet().await?;
    Ok(())
}

/// Names that a translator would take for words stay: `Merkur`, a hash.
#[tokio::test]
async fn names_and_hashes_are_not_for_translators() -> Outcome {
    let visit = follow("#view=documents").await?;
    let page = &visit.page;
    page.until(
        "(() => { const texts = document.createTreeWalker(document.querySelector('#list'), NodeFilter.SHOW_TEXT); \
         const free = []; \
         while (texts.nextNode()) { \
             const { data, parentElement } = texts.currentNode; \
             if (data.trim() === 'Merkur' && !parentElement.closest('[translate=no]')) free.push(parentElement) } \
         return document.querySelector('#list [translate=no]') && free.length === 0 })()",
    )
    .await?;
    page.assert_quiet().await?;
    Ok(())
}
