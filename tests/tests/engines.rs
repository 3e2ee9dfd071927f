//! Every engine can be driven: a page found in, clicked, entered and heard.

use claim_atlas_tests::{
    Browser, Engine, Find, Name, Outcome, Page, Reader, Reply, Site, file_url,
};
use serde_json::json;
use std::fs;

const PAGE: &str = r#"<!doctype html>
<html lang="en"><meta charset="utf-8"><title>A guest</title>
<style>
    @media (prefers-color-scheme: dark) { body { background: rgb(0, 0, 0) } }
</style>
<button id="more">Add a <b>pear</b></button>
<label><input type="checkbox"> Ripe only</label>
<details><summary>Where from</summary><p>From the garden.</p></details>
<pear-tree></pear-tree>
<p role="status"></p>
<script>
    const say = (text) => { document.querySelector('[role=status]').textContent = text };
    document.getElementById('more').onclick = () => { say('3 pears'); location.hash = 'count=3' };
    const shadow = document.querySelector('pear-tree').attachShadow({ mode: 'open' });
    shadow.innerHTML = '<h2 id="tree">Tree</h2><section aria-labelledby="tree"><button>Shake it</button></section>';
    shadow.querySelector('button').onclick = () => say('9 pears');
    performance.mark('claim-atlas-ready');
</script>"#;

/// One test for each engine.
macro_rules! in_each_engine {
    ($($check:ident)*) => { $(
        mod $check {
            use claim_atlas_tests::{Engine, Outcome};

            #[tokio::test]
            async fn chromium() -> Outcome {
                super::$check(Engine::Chromium).await
            }

            #[tokio::test]
            async fn firefox() -> Outcome {
                super::$check(Engine::Firefox).await
            }

            #[tokio::test]
            async fn webkit() -> Outcome {
                super::$check(Engine::WebKit).await
            }
        }
    )* };
}

in_each_engine! {
    a_page_is_read_and_used
    a_reader_is_as_in_chromium
    frames_are_entered_and_left
    noise_is_heard
}

async fn guest() -> Outcome<Site> {
    let site = Site::bare().await?;
    site.put("index.html", Reply::new(PAGE))?;
    Ok(site)
}

async fn use_it(page: &Page) -> Outcome {
    page.ready().await?;
    page.by_role("button", "Add a pear").await?.click().await?;
    let status = page.by_role("status", Name::Any).await?;
    status.until_text_is("3 pears").await?;
    page.until("location.hash === '#count=3'").await?;
    let ripe = page.by_role("checkbox", "Ripe only").await?;
    ripe.click().await?;
    assert!(ripe.is_checked().await?);
    page.by_role("button", "Where from").await?;
    let tree = page.by_role("region", "Tree").await?;
    tree.by_role("button", "Shake it").await?.click().await?;
    status.until_text_is("9 pears").await?;
    Ok(())
}

async fn a_page_is_read_and_used(engine: Engine) -> Outcome {
    let site = guest().await?;
    let browser = Browser::start_in(engine).await?;
    let page = browser.open(&site.url(""), &Reader::default()).await?;
    use_it(&page).await?;
    page.until_fragment("count=3").await?;
    page.back().await?;
    page.until_fragment("").await?;
    page.reload().await?;
    page.ready().await?;
    page.press_until("Tab", "checkbox", "Ripe only").await?;
    page.press("Space").await?;
    assert!(page.focused().await?.is_checked().await?);
    page.assert_quiet().await?;

    let folder = tempfile::tempdir()?;
    let path = folder.path().join("guest.html");
    fs::write(&path, PAGE)?;
    page.visit(&file_url(&path)?).await?;
    use_it(&page).await?;
    let picture = page.screenshot().await?;
    assert_eq!(picture.get(1..4), Some(&b"PNG"[..]));
    Ok(())
}

async fn a_reader_is_as_in_chromium(engine: Engine) -> Outcome {
    let site = guest().await?;
    let browser = Browser::start_in(engine).await?;
    let looks = "[innerWidth, innerHeight, navigator.language, getComputedStyle(document.body).backgroundColor, \
                 matchMedia('(prefers-reduced-motion: reduce)').matches]";
    let plain = browser.open(&site.url(""), &Reader::default()).await?;
    assert_eq!(plain.value(looks).await?, json!([1280, 800, "en-GB", "rgba(0, 0, 0, 0)", false]));
    let other = Reader { dark: true, reduced_motion: true, ..Reader::on_phone() };
    let other = Reader { languages: "de-DE,de".to_owned(), ..other };
    let other = browser.open(&site.url(""), &other).await?;
    assert_eq!(other.value(looks).await?, json!([320, 640, "de-DE", "rgb(0, 0, 0)", true]));
    Ok(())
}

async fn frames_are_entered_and_left(engine: Engine) -> Outcome {
    let (guest, host) = (guest().await?, Site::bare().await?);
    let frame = format!(
        "<h1>An article</h1><iframe src='{}' width=600 height=400></iframe>",
        guest.url("")
    );
    let policy = format!("default-src 'none'; frame-src {}", guest.origin());
    host.put("host.html", Reply::new(frame).header("content-security-policy", &policy))?;
    let browser = Browser::start_in(engine).await?;
    let page = browser.open(&host.url("host.html"), &Reader::default()).await?;
    page.enter(&page.by_selector("iframe").await?).await?;
    page.absent("heading", "An article").await?;
    use_it(&page).await?;
    page.leave().await?;
    page.by_role("heading", "An article").await?;
    page.assert_quiet_among(&[guest.origin()]).await?;
    // Out of a frame leads an address, too.
    page.enter(&page.by_selector("iframe").await?).await?;
    page.visit(&guest.url("?again")).await?;
    use_it(&page).await?;
    page.assert_quiet_among(&[host.origin()]).await?;
    Ok(())
}

async fn noise_is_heard(engine: Engine) -> Outcome {
    let (site, other) = (guest().await?, guest().await?);
    let image = format!("<img src='{}'>", other.url("pear.png"));
    let foreign = format!("another host: {}", other.url("pear.png"));
    let policy =
        "<meta http-equiv=content-security-policy content=\"script-src 'none'\"><script>0</script>";
    let mut noises = vec![(image.as_str(), foreign.as_str())];
    // What WebKit's driver does not tell.
    if engine != Engine::WebKit {
        noises.extend([
            ("<script>null.pear</script>", "TypeError"),
            ("<script src='missing.js'></script>", "404"),
            (policy, "script-src 'none'"),
        ]);
    }
    let browser = Browser::start_in(engine).await?;
    for (noise, heard) in noises {
        site.put("noise.html", Reply::new(format!("<!doctype html>{noise}")))?;
        let page = browser.open(&site.url("noise.html"), &Reader::default()).await?;
        let said = page.assert_quiet().await.err().map(|error| format!("{error:#}"));
        assert!(said.as_ref().is_some_and(|said| said.contains(heard)), "{noise}: {said:?}");
    }
    Ok(())
}
