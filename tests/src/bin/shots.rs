//! Photographs the viewer at phone, tablet and desktop size, in both themes and languages.
//!
//! Each argument is the fragment of one more view, as in `country=EGY`.

use anyhow::Context;
use claim_atlas::corpus::Lang;
use claim_atlas_tests::{Browser, Page, Reader, Result, Site};
use std::fs;
use std::path::Path;
use xtask::place;

/// Widths and heights of the windows, in CSS pixels.
const WINDOWS: [(u32, u32); 3] = [(360, 740), (768, 1024), (1440, 900)];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result {
    let folder = place::target().join("shots");
    fs::create_dir_all(&folder).with_context(|| format!("could not make {}", folder.display()))?;
    let site = Site::dist().await?;
    let browser = Browser::start().await?;
    let page = browser.open(&site.url(""), &Reader::default()).await?;
    let more = std::env::args().skip(1);
    for view in [String::new()].into_iter().chain(more) {
        for language in Lang::ALL {
            let fragment = with_language(&view, language.tag());
            for dark in [false, true] {
                photograph(&page, &site.url(&format!("#{fragment}")), dark, &folder).await?;
            }
        }
    }
    println!("The pictures are in {}", folder.display());
    Ok(())
}

/// Takes one picture of an address for each size of window.
async fn photograph(page: &Page, url: &str, dark: bool, folder: &Path) -> Result {
    page.prefer(dark, false).await?;
    for (width, height) in WINDOWS {
        page.resize(width, height).await?;
        page.visit(url).await?;
        // A new fragment alone loads nothing.
        page.reload().await?;
        page.ready().await?;
        let theme = if dark { "dark" } else { "light" };
        let name = format!("{}-{theme}-{width}.png", file_name(url));
        let overflow = page.overflow().await?;
        if overflow > 0 {
            println!("warning: {name} is {overflow} pixels wider than its window");
        }
        let path = folder.join(&name);
        fs::write(&path, page.screenshot().await?)
            .with_context(|| format!("could not write {}", path.display()))?;
        println!("{name}");
    }
    Ok(())
}

fn with_language(view: &str, language: &str) -> String {
    let own = view.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("lang="));
    let language = format!("lang={language}");
    own.chain([language.as_str()]).collect::<Vec<_>>().join("&")
}

/// What any file system takes of a fragment.
fn file_name(url: &str) -> String {
    let fragment = url.split_once('#').map(|(_, fragment)| fragment).unwrap_or_default();
    let plain = |character: char| if character.is_ascii_alphanumeric() { character } else { '-' };
    fragment.chars().map(plain).take(80).collect()
}
