//! The page without scripts: the complete list, as text, on the site and in the single file.
//!
//! Its host forbids scripts, which each engine can be told in the same way. Then nothing starts or filters; the form
//! is whole where all that can be opened in the viewer stands open.

use crate::{SINGLE, in_each_engine};
use anyhow::Context;
use claim_atlas::BUNDLED;
use claim_atlas::corpus::{Lang, Source};
use claim_atlas_tests::{Browser, Engine, Find, Name, Outcome, Reader, Reply, Site};
use std::fs;
use xtask::place;

in_each_engine!(read);

async fn read(engine: Engine) -> Outcome {
    let corpus = Source::read(BUNDLED).context("the asset cannot be read")?;
    let site = Site::dist().await?;
    let browser = Browser::start_in(engine).await?;
    for file in ["index.html", SINGLE] {
        let text = fs::read_to_string(place::dist().join(file))?;
        let reply = Reply::new(text).header("Content-Security-Policy", "script-src 'none'");
        site.put(file, reply)?;
        let page = browser.open(&site.url(file), &Reader::on_phone()).await?;
        let text = page.text().await?;
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        for document in &corpus.documents {
            assert!(text.contains(&plain(&document.title)), "{file} lacks {}", document.title);
            for claim in &document.claims {
                let statement = plain(claim.statement.get(Lang::En));
                assert!(text.contains(&statement), "{file} lacks {}: {statement}", claim.id);
            }
        }
        for transfer in &corpus.transfers {
            assert!(text.contains(transfer.item.get(Lang::En)), "{file} lacks {}", transfer.id);
        }
        // Nothing on it waits for a program, and it fits a phone.
        page.by_role("heading", "Who is said to arm whom?").await?;
        assert_eq!(page.count_by_role("searchbox", Name::Any).await?, 0);
        assert_eq!(page.overflow().await?, 0);
        assert_eq!(page.value("document.querySelectorAll('button:enabled').length").await?, 0);
        // What is missing is said, and links lead into the list.
        page.by_selector("#failure").await?.until_text("the complete list stands below").await?;
        assert_eq!(page.value("scrollY").await?, 0);
        let lost = "[...document.querySelectorAll('#atlas a[href^=\"#\"]')].filter((it) => it.checkVisibility() && \
            !document.getElementById(it.getAttribute('href').slice(1))).map((it) => it.textContent)";
        assert_eq!(page.value(lost).await?, serde_json::json!([]), "{file}");
        page.by_selector("#tile-EGY a").await?.click().await?;
        page.until_fragment("country=EGY").await?;
        page.until("scrollY > 0").await?;
    }
    // The single file says which encoding it is in, whatever its host says.
    let text = fs::read_to_string(place::dist().join("claim-atlas-de.html"))?;
    let wrong = Reply::new(text).header("Content-Type", "text/html; charset=iso-8859-1");
    site.put("claim-atlas-de.html", wrong)?;
    let page = browser.open(&site.url("claim-atlas-de.html"), &Reader::default()).await?;
    page.ready().await?;
    page.by_selector("#tile-EGY").await?.until_text("Ägypten").await?;
    let german = fs::read_to_string(place::dist().join("de.html"))?;
    site.put("de.html", Reply::new(german).header("Content-Security-Policy", "script-src 'none'"))?;
    let page = browser.open(&site.url("de.html"), &Reader::on_phone()).await?;
    page.by_selector("#failure").await?.until_text("Unten steht die vollständige Liste").await?;
    Ok(())
}
