//! Where the page around the viewer, or what hands it on, refuses a part of it.

use crate::{SINGLE, host, in_each_engine, until_listed};
use anyhow::Context;
use claim_atlas_tests::{Browser, Engine, Find, Outcome, Page, Reader, Reply, Result, Site};
use std::fs;
use xtask::place;

/// Where no file may be loaded from beside the page.
mod sandbox {
    super::in_each_engine!(super::without_an_origin_the_single_file_takes_over);
}

/// Where no script runs.
mod list {
    super::in_each_engine!(super::without_scripts_the_list_stands);
}

/// Where scripts are changed on the way.
mod proxy {
    super::in_each_engine!(super::what_is_changed_on_the_way_is_said);
}

/// Where nothing may be printed.
mod paper {
    super::in_each_engine!(super::a_print_that_is_refused_is_said);
}

/// Where a host has another encoding.
mod encoding {
    super::in_each_engine!(super::a_wrong_encoding_is_not_believed);
}

/// Where a host takes only what asks to be taken.
mod isolated {
    super::in_each_engine!(super::a_host_that_isolates_itself_takes_what_has_the_headers);
}

async fn without_an_origin_the_single_file_takes_over(engine: Engine) -> Outcome {
    let site = Site::dist().await?;
    let article = Site::bare().await?;
    let browser = Browser::start_in(engine).await?;
    let page = browser.blank(&Reader { recorded: false, ..Reader::default() }).await?;
    // As WordPress shows what another site offers it. It counts on a message with its word in it.
    let listen = "<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>";
    for name in ["", SINGLE] {
        let address = site.url(&format!("{name}?country=EGY&lang=en#?secret=aB3dE5fG7h"));
        let frame = format!(
            "{listen}<iframe class=wp-embedded-content sandbox=allow-scripts security=restricted \
             data-secret=aB3dE5fG7h src='{address}' width=640 height=640></iframe>"
        );
        host(&article, &page, &frame).await?;
        page.ready().await?;
        until_listed(&page, 4).await?;
        let path = page.value("location.pathname").await?;
        assert_eq!(path, format!("/{SINGLE}"), "where the site is refused");
        page.leave().await?;
        page.until(
            "heard.some((it) => it.secret === 'aB3dE5fG7h' && it.message === 'height' && it.value > 300)",
        )
        .await?;
    }
    Ok(())
}

async fn without_scripts_the_list_stands(engine: Engine) -> Outcome {
    let site = Site::dist().await?;
    let article = Site::bare().await?;
    let browser = Browser::start_in(engine).await?;
    let page = browser.blank(&Reader { recorded: false, ..Reader::default() }).await?;
    let address = site.url(&format!("{SINGLE}?country=EGY&plain"));
    host(
        &article,
        &page,
        &format!("<iframe sandbox src='{address}' width=640 height=640></iframe>"),
    )
    .await?;
    page.by_selector("#failure").await?.until_text("the complete list stands below").await?;
    // With its styles.
    page.until("getComputedStyle(document.body).marginTop === '0px'").await?;
    Ok(())
}

/// At an address stands the line that says that the program has not started, and nothing is offered that needs it.
async fn until_said(page: &Page, address: &str) -> Result {
    // Else what was there before might be seen.
    page.visit("about:blank").await?;
    page.visit(address).await?;
    let line = page.by_selector("html:not([data-state]) #failure").await?;
    line.until_text("the complete list stands below").await?;
    page.until("document.getElementById('failure').checkVisibility()").await?;
    page.until("![...document.querySelectorAll('#atlas button')].some((it) => it.checkVisibility() && !it.disabled)")
        .await
}

async fn what_is_changed_on_the_way_is_said(engine: Engine) -> Outcome {
    let browser = Browser::start_in(engine).await?;
    let page = browser.blank(&Reader { recorded: false, ..Reader::default() }).await?;
    let changes: [(&str, &str); 5] = [
        // A line break behind each tag; behind that of the program only.
        ("<script data-kept>", "<script data-kept>\n"),
        ("<script data-kept type=\"module\">", "<script data-kept type=\"module\">\n"),
        // Another kind of script, to be run later by something else: of the program only, of all.
        ("<script data-kept type=\"module\"", "<script data-kept type=\"1a2b3c-module\""),
        ("<script data-kept type=\"module\"", "<script data-kept"),
        ("<script", "<script data-type=a type=\"1a2b3c-text/javascript\""),
    ];
    for file in ["index.html", SINGLE] {
        let text = fs::read_to_string(place::dist().join(file))?;
        for (from, to) in changes {
            // A fresh address each, so that none is taken from a cache.
            let site = Site::dist().await?;
            assert!(text.contains(from), "{file} has no {from}");
            site.put(file, Reply::new(text.replace(from, to)))?;
            until_said(&page, &site.url(&format!("{file}#country=EGY")))
                .await
                .with_context(|| format!("{file} with {to}"))?;
        }
        let site = Site::dist().await?;
        let reply = Reply::new(text).header("Content-Security-Policy", "script-src 'self'");
        site.put(file, reply)?;
        until_said(&page, &site.url(&format!("{file}#country=EGY"))).await?;
    }
    Ok(())
}

async fn a_print_that_is_refused_is_said(engine: Engine) -> Outcome {
    let site = Site::dist().await?;
    let article = Site::bare().await?;
    let browser = Browser::start_in(engine).await?;
    let page = browser.blank(&Reader { recorded: false, ..Reader::default() }).await?;
    let address = site.url(&format!("{SINGLE}?country=EGY&lang=en"));
    let frame =
        format!("<iframe sandbox=allow-scripts src='{address}' width=1000 height=600></iframe>");
    host(&article, &page, &frame).await?;
    page.ready().await?;
    page.by_selector("#open-menu").await?.click().await?;
    page.by_selector(".drop li:nth-last-child(2) button").await?.click().await?;
    let panel = page.by_role("region", "Print").await?;
    panel.until_text("the page around this one does not allow it").await?;
    let link = panel.by_role("link", "Open the viewer in a tab of its own").await?;
    let link = link.attribute("href").await?.unwrap_or_default();
    assert_eq!(link, site.url(&format!("{SINGLE}#country=EGY&lang=en")));
    panel.by_role("textbox", "Link").await?;
    Ok(())
}

async fn a_wrong_encoding_is_not_believed(engine: Engine) -> Outcome {
    let browser = Browser::start_in(engine).await?;
    let page = browser.blank(&Reader { recorded: false, ..Reader::default() }).await?;
    for (file, is_run) in [("de.html", true), ("claim-atlas-de.html", true), ("de.html", false)] {
        let site = Site::dist().await?;
        for entry in fs::read_dir(place::dist())? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let kind = match path.extension().and_then(|it| it.to_str()) {
                Some("html") => "text/html",
                Some("css") => "text/css",
                Some("js") => "text/javascript",
                _ => continue,
            };
            let kind = format!("{kind}; charset=iso-8859-1");
            let mut reply = Reply::new(fs::read(&path)?).header("Content-Type", &kind);
            if !is_run {
                reply = reply.header("Content-Security-Policy", "script-src 'none'");
            }
            site.put(&name, reply)?;
        }
        page.visit(&site.url(file)).await?;
        if is_run {
            page.ready().await?;
        }
        page.by_selector("#tile-EGY").await?.until_text("Ägypten").await?;
        // What the style sheets write, too.
        let signs = "[...document.querySelectorAll('#atlas *')].map((it) => getComputedStyle(it, '::before').content)";
        page.until(&format!("!{signs}.some((it) => /[Ââ]/.test(it))")).await?;
    }
    Ok(())
}

async fn a_host_that_isolates_itself_takes_what_has_the_headers(engine: Engine) -> Outcome {
    let site = Site::dist().await?;
    let text = fs::read_to_string(place::dist().join(SINGLE))?;
    let reply = Reply::new(text)
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .header("Cross-Origin-Embedder-Policy", "require-corp");
    site.put(SINGLE, reply)?;
    let article = Site::bare().await?;
    let frame = format!("<iframe src='{}' width=640 height=640></iframe>", site.url(SINGLE));
    let host = Reply::new(format!("<!doctype html><html lang=en><title>Article</title>{frame}"));
    article.put("article.html", host.header("Cross-Origin-Embedder-Policy", "require-corp"))?;
    let browser = Browser::start_in(engine).await?;
    let reader = Reader { recorded: false, ..Reader::default() };
    let page = browser.open(&article.url("article.html"), &reader).await?;
    page.enter(&page.by_selector("iframe").await?).await?;
    page.ready().await.map_err(Into::into)
}
