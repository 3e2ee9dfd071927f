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
        "document.querySelector('.preview').src.endsWith('?map=off&fixed&theme=dark&country=EGY')",
    )
    .await?;
    let script = code(page, "With a script").await?;
    let query = "query=\"map=off&amp;fixed&amp;country=EGY\" theme=\"dark\"";
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
    assert!(frame.contains(&format!("<iframe src=\"{name}\"")), "{frame}");
    assert!(frame.contains(&format!("<a href=\"{name}#lang=en\">")), "{frame}");
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
    // Without a header the second sentence that rules every view still stands; the title is only heard.
    page.until("document.querySelector('h1').offsetWidth === 1").await?;
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

/// An article with a frame that shows a link, as its host's script listens: it has `heard` what was said.
async fn hosted(browser: &Browser, site: &Site, link: &str, rest: &str) -> Result<(Site, Page)> {
    let article = Site::bare().await?;
    let text = format!(
        "<!doctype html><title>Article</title>\
         <script>window.heard = []; addEventListener('message', ({{ data }}) => heard.push(data))</script>\
         <iframe src='{}' width=650 height=640></iframe>{rest}",
        site.url(link)
    );
    article.put("article.html", Reply::new(text))?;
    let reader = Reader { scrollbars: true, ..Reader::default() };
    let page = browser.open(&article.url("article.html"), &reader).await?;
    Ok((article, page))
}

#[tokio::test]
async fn a_frame_tells_its_height_as_hosts_listen_to_it() -> Outcome {
    let site = Site::dist().await?;
    let browser = Browser::start().await?;
    let (_article, page) = hosted(&browser, &site, "?childId=box&initialWidth=650", "").await?;
    for shape in [
        "heard.some(({ type, sentinel, height }) => sentinel === 'amp' && type === 'embed-size' && height > 300)",
        "heard.some((it) => it[0] === '{' && JSON.parse(it).context === 'iframe.resize' && JSON.parse(it).height > 300)",
        "heard.some((it) => Object.values(it['datawrapper-height'] ?? {})[0] > 300)",
        "heard.some((it) => /^pymxPYMxboxxPYMxheightxPYMx\\d{3,}$/.test(it))",
    ] {
        page.until(shape).await?;
    }
    // iframe-resizer is answered once it has asked, and whenever it asks again.
    page.value("void frames[0].postMessage('[iFrameSizer]own:8:false:false:32:true:true', '*')")
        .await?;
    page.until("heard.some((it) => /^\\[iFrameSizer\\]own:\\d{3,}:650:init$/.test(it))").await?;
    page.value("void frames[0].postMessage('[iFrameSizer]resize', '*')").await?;
    page.until("heard.some((it) => /^\\[iFrameSizer\\]own:\\d{3,}:650:size$/.test(it))").await?;
    page.assert_quiet_among(&[site.origin()]).await?;

    // WordPress is told again when it says that it listens.
    let (_article, page) = hosted(&browser, &site, "#?secret=aB3dE5fG7h", "").await?;
    let height = "heard.some((it) => it.secret === 'aB3dE5fG7h' && it.message === 'height' && it.value > 300)";
    page.until(height).await?;
    page.value("(heard.length = 0, void frames[0].postMessage({ message: 'ready', secret: 'other' }, '*'))").await?;
    page.value("new Promise((told) => setTimeout(told, 500))").await?;
    assert_eq!(page.value("heard.some((it) => it.secret)").await?, false);
    page.value("void frames[0].postMessage({ message: 'ready', secret: 'aB3dE5fG7h' }, '*')")
        .await?;
    page.until(height).await?;

    // Nobody hears of what only others know.
    let (_article, page) = hosted(&browser, &site, "", "").await?;
    page.until("heard.length > 2").await?;
    page.until("heard.every((it) => !/^pym|^.iFrame/.test(it) && !it.secret)").await?;
    Ok(())
}

/// A host's script that makes the frame as high as it is told, by an expression of `told`.
fn following(height: &str) -> String {
    format!(
        "<script>addEventListener('message', ({{ data }}) => {{ \
         const told = data['datawrapper-height']?.['claim-atlas']; \
         if (told) document.querySelector('iframe').style.height = `${{{height}}}px` }})</script>"
    )
}

#[tokio::test]
async fn a_host_that_counts_borders_in_or_adds_room_gets_no_scrollbar_and_no_loop() -> Outcome {
    let site = Site::dist().await?;
    let browser = Browser::start().await?;
    let bare = "innerWidth === document.documentElement.clientWidth";
    let bordered = "<style>iframe { box-sizing: border-box; border: 8px solid }</style>";
    for (style, height, holds) in [
        ("", "told", bare),
        (bordered, "told", bare),
        ("", "told + 50", bare),
        // One that sets a limit leaves the rest to be scrolled to, and so does one that does not follow.
        ("", "Math.min(told, 1000)", "innerWidth > document.documentElement.clientWidth"),
        ("", "640", "innerWidth > document.documentElement.clientWidth"),
    ] {
        let rest = format!("{style}{}", following(height));
        let (_article, page) = hosted(&browser, &site, "?country=EGY&lang=en", &rest).await?;
        page.enter(&page.by_selector("iframe").await?).await?;
        page.ready().await?;
        page.until(holds).await?;
        page.value("new Promise((told) => setTimeout(told, 600))").await?;
        page.until(holds).await?;
        page.leave().await?;
        // Three shapes of two heights at most: before the program, and of it.
        page.until("heard.length <= 6").await?;
        page.assert_quiet_among(&[site.origin()]).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_frame_that_is_not_shown_tells_nothing_until_it_is() -> Outcome {
    let site = Site::dist().await?;
    let browser = Browser::start().await?;
    let hidden = format!("<style>iframe.off {{ display: none }}</style>{}", following("told"));
    let link = "?country=EGY&lang=en";
    let (_article, page) = hosted(&browser, &site, link, &hidden).await?;
    let class = "document.querySelector('iframe').classList";
    page.until("heard.length > 0").await?;
    // As a tab of the article that is chosen later.
    let fresh = format!(
        "(heard.length = 0, {class}.add('off'), document.querySelector('iframe').src = '{}')",
        site.url("?country=BRA&lang=en")
    );
    page.value(&format!("void {fresh}")).await?;
    page.value("new Promise((told) => setTimeout(told, 1500))").await?;
    assert_eq!(page.value("heard.length").await?, 0);
    page.value(&format!("void {class}.remove('off')")).await?;
    page.until("heard.some((it) => it['datawrapper-height']?.['claim-atlas'] > 300)").await?;
    Ok(())
}

#[tokio::test]
async fn what_stands_in_an_element_is_left_without_its_script_and_on_paper() -> Outcome {
    let visit = follow("#country=EGY").await?;
    let page = &visit.page;
    press_button(page, "Embed").await?;
    choose(page, "checkbox", "Filters fixed, not to be undone by readers").await?;
    let script = code(page, "With a script").await?.replace('\u{a0}', " ");
    let sentence = "Claim Atlas (Country: Egypt): 2 documents speak of 4 transfers";
    assert!(script.contains(" title=\"Who is said to arm whom? (Country: Egypt)\""), "{script}");

    // Far down in an article, a frame is loaded when somebody comes near.
    let far =
        format!("<!doctype html><title>Article</title><p style='height: 20000px'></p>{script}");
    visit.site.put("article.html", Reply::new(far))?;
    page.visit(&visit.site.url("article.html")).await?;
    let inside = "document.querySelector('claim-atlas > a')";
    page.until(&format!("customElements.get('claim-atlas') && !{inside}.checkVisibility()"))
        .await?;
    page.value("void dispatchEvent(new Event('beforeprint'))").await?;
    page.until(&format!("{inside}.checkVisibility()")).await?;
    assert!(page.text().await?.contains(sentence));
    page.value("void dispatchEvent(new Event('afterprint'))").await?;
    page.until(&format!("!{inside}.checkVisibility()")).await?;

    // Escaped once more, as some programs do it, what an editor has set holds. Once loaded, the frame is printed.
    let again = script.replace("&amp;", "&amp;amp;");
    let near = format!("<!doctype html><title>Article</title>{again}");
    visit.site.put("article-2.html", Reply::new(near))?;
    page.visit(&visit.site.url("article-2.html")).await?;
    page.enter(&page.by_selector("iframe").await?).await?;
    page.ready().await?;
    assert!(page.text().await?.contains("Set by the editors: Country: Egypt"));
    page.leave().await?;
    page.value("void dispatchEvent(new Event('beforeprint'))").await?;
    page.until(&format!("!{inside}.checkVisibility()")).await?;

    // A page that takes scripts, frames and what it does not know out leaves the sentence and the link.
    let inside = script.split("\">\n").nth(1).unwrap_or_default();
    assert!(inside.starts_with(sentence) && inside.contains(" <a href=\""), "{script}");
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
