//! A fault in the program is said on the page, and never leaves it blank.

use crate::{claims, until_transfers, visit};
use claim_atlas::corpus::Lang;
use claim_atlas_tests::{Browser, Find, Outcome, Page, Reader, Reply, Result, Site};
use xtask::place;

/// A file's bytes, with every `from` as `to`.
pub fn replaced(body: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut changed = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(byte) = rest.first() {
        if let Some(after) = rest.strip_prefix(from) {
            changed.extend_from_slice(to);
            rest = after;
        } else {
            changed.push(*byte);
            rest = rest.get(1..).unwrap_or_default();
        }
    }
    changed
}

/// The page without its policy, so that a browser takes what was changed in it.
pub fn trusting(body: &[u8]) -> Vec<u8> {
    let page = String::from_utf8_lossy(body);
    let (before, rest) = page.split_once("<meta data-kept http-equiv=").expect("it has a policy");
    let (_, after) = rest.split_once('>').expect("the policy ends");
    format!("{before}{after}").into_bytes()
}

/// The built site, with one text in one kind of file changed.
async fn broken(kind: &'static str, from: &'static str, to: &'static str) -> Result<Site> {
    let folder = place::dist();
    let site = Site::rewritten(&folder, move |path, body| {
        let body = if path == "index.html" { trusting(&body) } else { body };
        if !path.ends_with(kind) {
            return body;
        }
        let changed = replaced(&body, from.as_bytes(), to.as_bytes());
        assert_ne!(changed, body, "{path} holds no {from}");
        changed
    });
    site.await
}

/// What the quiet line names as the cause.
async fn cause(page: &Page) -> Result<String> {
    let code = page.value("document.querySelector('#failure code').textContent").await?;
    Ok(code.as_str().unwrap_or_default().to_owned())
}

/// What the quiet line says, once the program has failed; all that it would show stands below.
async fn failure(page: &Page) -> Result<String> {
    let line = page.by_selector("html:not([data-state]) #failure").await?;
    line.until_text("the complete list stands below").await?;
    page.by_role("heading", "Egypt to Russia").await?;
    let text = page.text().await?;
    for claim in claims()? {
        let statement = claim.statement.get(Lang::En);
        assert!(text.contains(statement), "the page lacks {}: {statement}", claim.id);
    }
    // What does nothing is not offered.
    assert_eq!(page.value("document.querySelectorAll('#atlas :enabled').length").await?, 0);
    line.text().await
}

#[tokio::test]
async fn without_its_policy_the_page_works() -> Outcome {
    let site = broken("index.html", "<body>", "<body><!-- changed -->").await?;
    let visit = visit(site, &Reader::default(), "").await?;
    until_transfers(&visit.page, 16).await?;
    visit.page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn a_corpus_that_cannot_be_read_is_said() -> Outcome {
    let site = broken(".wasm", r#"{"edition":{"#, r#"{"edition":["#).await?;
    let browser = Browser::start().await?;
    let page = browser.open(&site.url("#country=EGY"), &Reader::default()).await?;
    let said = failure(&page).await?;
    assert!(said.contains("the corpus in this program cannot be read"), "{said}");
    assert_eq!(page.fragment().await?, "country=EGY");
    Ok(())
}

#[tokio::test]
async fn a_panic_is_said() -> Outcome {
    let sabotage = "<body><script>\
        Document.prototype.createElement = () => { throw new Error('sabotage') }</script>";
    let site = broken(".html", "<body>", sabotage).await?;
    let browser = Browser::start().await?;
    let page = browser.open(&site.url(""), &Reader::default()).await?;
    let said = failure(&page).await?;
    assert!(said.contains("RuntimeError"), "{said}");
    Ok(())
}

#[tokio::test]
async fn a_program_that_does_not_load_is_said() -> Outcome {
    let site = broken(".wasm", "\0asm", "none").await?;
    let browser = Browser::start().await?;
    let page = browser.open(&site.url(""), &Reader::default()).await?;
    failure(&page).await?;
    Ok(())
}

#[tokio::test]
async fn a_browser_that_runs_no_program_keeps_the_list() -> Outcome {
    let site = Site::dist().await?;
    let page = std::fs::read_to_string(place::dist().join("index.html"))?;
    // As on a host that forbids it: scripts run, and WebAssembly does not.
    let policy = "script-src 'self' 'unsafe-inline'";
    let reply = Reply::new(page).header("Content-Security-Policy", policy);
    site.put("index.html", reply)?;
    let browser = Browser::start().await?;
    let page = browser.open(&site.url(""), &Reader::default()).await?;
    let said = failure(&page).await?;
    assert!(cause(&page).await?.contains("WebAssembly"), "{said}");
    Ok(())
}

/// The site as a proxy hands it on that rewrites the scripts in a page, so that the policy no longer knows them.
async fn rewritten(from: &'static str) -> Result<Site> {
    let folder = place::dist();
    let site = Site::rewritten(&folder, move |path, body| {
        let to = format!(" {from}");
        if path == "index.html" { replaced(&body, from.as_bytes(), to.as_bytes()) } else { body }
    });
    site.await
}

#[tokio::test]
async fn a_script_that_a_proxy_has_rewritten_is_said() -> Outcome {
    let browser = Browser::start().await?;
    // Where what runs first is stopped too, nobody can tell the cause.
    for (from, told) in
        [("await claimAtlasDrawn", "a policy forbids what starts the program"), ("(() => {", "")]
    {
        let site = rewritten(from).await?;
        let page = browser.open(&site.url("#country=EGY"), &Reader::default()).await?;
        let said = failure(&page).await?;
        assert!(said.contains("nothing that a link selects is applied"), "{said}");
        assert_eq!(cause(&page).await?, told);
    }
    Ok(())
}

#[tokio::test]
async fn scripts_of_others_that_a_policy_stops_are_no_failure() -> Outcome {
    let folder = place::dist();
    // As an extension or a host does it, and a policy that only reports.
    let site = Site::rewritten(&folder, |path, body| {
        let foreign = b"<script>foreign()</script></body>";
        if path == "index.html" { replaced(&body, b"</body>", foreign) } else { body }
    });
    let site = site.await?;
    let page = std::fs::read_to_string(folder.join("de.html"))?;
    let reporting = "Content-Security-Policy-Report-Only";
    site.put("de.html", Reply::new(page).header(reporting, "script-src 'none'"))?;
    let browser = Browser::start().await?;
    for path in ["", "de.html"] {
        let page = browser.open(&site.url(path), &Reader::default()).await?;
        page.ready().await?;
        assert_eq!(cause(&page).await?, "", "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn a_script_that_is_gone_is_said() -> Outcome {
    // As after a new release, for a page that a browser has kept.
    let site = broken("index.html", ".js';", ".gone';").await?;
    let browser = Browser::start().await?;
    let page = browser.open(&site.url("#country=EGY"), &Reader::default()).await?;
    let said = failure(&page).await?;
    assert!(said.contains("a script did not load"), "{said}");
    Ok(())
}
