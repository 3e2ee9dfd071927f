//! Embedding: an editor chooses, sees it live, and copies it; a reader of the article cannot undo what is fixed.

use crate::{chips, follow, press_button, tile, until_transfers};
use claim_atlas_tests::{Browser, Find, Name, Outcome, Page, Reader, Reply, Result, Site};

async fn choose(page: &Page, role: &str, name: &str) -> Result {
    page.by_role(role, name).await?.click().await
}

async fn code(page: &Page, name: &str) -> Result<String> {
    let field = page.by_role("textbox", Name::beginning(name)).await?;
    Ok(field.element().prop("value").await?.unwrap_or_default())
}

#[tokio::test]
async fn an_editor_chooses_and_sees_it_live() -> Outcome {
    let visit = follow("#country=EGY").await?;
    let page = &visit.page;
    press_button(page, "Embed").await?;
    choose(page, "checkbox", "Map").await?;
    choose(page, "checkbox", "Filters fixed, not to be undone by readers").await?;
    choose(page, "radio", "Dark").await?;
    page.until(
        "document.querySelector('.preview').src.endsWith('?country=EGY&map=off&fixed&theme=dark')",
    )
    .await?;
    let script = code(page, "With a script").await?;
    let query = "query=\"country=EGY&amp;map=off&amp;fixed\" theme=\"dark\"";
    assert!(script.contains(query), "{script}");

    // What it shows is what was chosen.
    let preview = page.by_selector(".preview").await?;
    page.value("document.querySelector('.preview').scrollIntoView()").await?;
    page.enter(&preview).await?;
    page.ready().await?;
    page.absent("region", "Countries").await?;
    until_transfers(page, 4).await?;
    assert!(page.text().await?.contains("Set by the editors: Country: Egypt"));
    assert_eq!(page.value("getComputedStyle(document.documentElement).colorScheme").await?, "dark");
    page.leave().await?;

    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn a_frozen_copy_is_the_file_itself() -> Outcome {
    let visit = follow("").await?;
    let page = &visit.page;
    press_button(page, "Embed").await?;
    page.by_role("radio", Name::beginning("Frozen as of ")).await?.click().await?;
    let download = page.by_role("link", "Download the file").await?;
    let name = download.attribute("download").await?.unwrap_or_default();
    assert!(name.starts_with("claim-atlas-20"), "{name}");
    assert_eq!(download.attribute("href").await?.as_deref(), Some("claim-atlas.html"));
    let frame = code(page, "Without a script").await?;
    assert!(frame.starts_with(&format!("<iframe src=\"{name}\"")), "{frame}");
    page.absent("textbox", Name::beginning("With a script")).await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn what_is_fixed_holds() -> Outcome {
    let visit = follow("?country=EGY&fixed&plain").await?;
    let page = &visit.page;
    until_transfers(page, 4).await?;
    assert!(chips(page).await?.is_empty());
    // Without a header the second sentence that rules every view still stands.
    page.absent("heading", "Who is said to arm whom?").await?;
    assert!(page.text().await?.contains("A report is a claim, not an event."));

    // What a reader chooses narrows it, and never leads out of it.
    page.absent("button", Name::beginning("Brazil")).await?;
    page.visit(&visit.site.url("?country=EGY&fixed&plain#country=BRA")).await?;
    until_transfers(page, 0).await?;
    press_button(page, "Clear all").await?;
    until_transfers(page, 4).await?;
    tile(page, "Russia").await?.click().await?;
    until_transfers(page, 4).await?;
    page.until("location.search === '?country=EGY&fixed&plain'").await?;
    page.reload().await?;
    page.ready().await?;
    until_transfers(page, 4).await?;
    assert_eq!(chips(page).await?, ["Remove filter: Country: Russia"]);
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn what_is_fixed_is_not_said_of_the_corpus() -> Outcome {
    let visit = follow("?country=SYR&fixed").await?;
    let page = &visit.page;
    until_transfers(page, 0).await?;
    let text = page.text().await?;
    assert!(text.contains("What is selected is about no transfer."), "{text}");
    assert!(!text.contains("No document in this corpus"), "{text}");
    assert!(!text.contains("No report in this corpus"), "{text}");
    page.visit(&visit.site.url("?country=EGY&fixed")).await?;
    page.ready().await?;
    until_transfers(page, 4).await?;
    assert!(page.text().await?.contains("These filters find"), "{}", page.text().await?);
    Ok(())
}

#[tokio::test]
async fn a_setting_that_means_nothing_is_said() -> Outcome {
    let visit = follow("?map=of&theme=blue").await?;
    let notice = visit.page.by_role("alert", Name::Any).await?;
    for part in ["map: of", "theme: blue"] {
        notice.until_text(part).await?;
    }
    until_transfers(&visit.page, 16).await?;
    Ok(())
}

#[tokio::test]
async fn a_frame_tells_its_height_as_hosts_listen_to_it() -> Outcome {
    let site = Site::dist().await?;
    let article = Site::bare().await?;
    article.put("article.html", Reply::new("<!doctype html><title>Article</title>"))?;
    let browser = Browser::start().await?;
    let page = browser.open(&article.url("article.html"), &Reader::default()).await?;
    let listen = "(heard = [], addEventListener('message', ({ data }) => heard.push(data)))";
    page.value(&format!("void {listen}")).await?;
    let frame = format!("document.createElement('iframe'), {{ src: '{}' }}", site.url(""));
    page.value(&format!("void document.body.append(Object.assign({frame}))")).await?;
    page.until("heard.some(({ type, sentinel, height }) => sentinel === 'amp' && type === 'embed-size' && height > 300)")
        .await?;
    page.until("heard.some((it) => typeof it === 'string' && JSON.parse(it).context === 'iframe.resize' && JSON.parse(it).height > 300)")
        .await?;
    page.until("heard.some((it) => Object.values(it['datawrapper-height'] ?? {})[0] > 300)")
        .await?;
    page.assert_quiet_among(&[site.origin()]).await?;
    Ok(())
}

#[tokio::test]
async fn an_element_hears_its_own_frame_only() -> Outcome {
    let site = Site::dist().await?;
    let text = format!(
        "<!doctype html><title>Article</title><script src='{0}'></script><claim-atlas src='{1}'></claim-atlas>",
        site.url("embed.js"),
        site.url("")
    );
    site.put("article.html", Reply::new(text))?;
    let browser = Browser::start().await?;
    let page = browser.open(&site.url("article.html"), &Reader::default()).await?;
    let height = "document.querySelector('claim-atlas').shadowRoot.firstChild.offsetHeight";
    page.until(&format!("{height} > 640")).await?;
    let before = page.value(height).await?;
    page.value("postMessage({ type: 'embed-size', height: 99 }, '*')").await?;
    page.value("new Promise((told) => setTimeout(told, 100))").await?;
    assert_eq!(page.value(height).await?, before);
    // What an article changes is followed.
    page.value("document.querySelector('claim-atlas').setAttribute('query', 'country=BRA&plain')")
        .await?;
    page.until(&format!("{height} < {before}")).await?;
    // Its own attributes come first, and a script is no address.
    let element = "document.querySelector('claim-atlas')";
    let frame = format!("{element}.shadowRoot.firstChild.src");
    page.value(&format!("{element}.setAttribute('query', '#country=BRA&theme=dark&lang=de')"))
        .await?;
    page.value(&format!("{element}.setAttribute('theme', 'light')")).await?;
    page.until(&format!("{frame}.endsWith('?country=BRA&lang=de&theme=light')")).await?;
    page.value(&format!("{element}.setAttribute('src', 'javascript:parent.evil = 1')")).await?;
    page.until(&format!("{frame}.startsWith('http') && !window.evil")).await?;
    page.assert_quiet().await?;
    Ok(())
}
