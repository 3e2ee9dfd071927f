//! Photographs the viewer at phone, tablet and desktop size, in both themes and languages.
//!
//! Each argument is the fragment of one more view, as in `country=EGY`. `readme` alone makes the pictures of the README
//! instead.

use anyhow::{Context, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use claim_atlas::corpus::Lang;
use claim_atlas_tests::{Browser, Page, Reader, Result, Site};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use xtask::place;

/// Widths and heights of the windows, in CSS pixels.
const WINDOWS: [(u32, u32); 3] = [(360, 740), (768, 1024), (1440, 900)];

/// The window of the README's pictures: map and list stand side by side in it.
const README: (u32, u32) = (1200, 800);

/// The most bytes that a picture of the README has: all who clone the project load each of its versions.
const MOST_README: usize = 150_000;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let is_readme = arguments == ["readme"];
    let folder =
        if is_readme { place::root().join("docs/pictures") } else { place::target().join("shots") };
    fs::create_dir_all(&folder).with_context(|| format!("could not make {}", folder.display()))?;
    let site = Site::dist().await?;
    let browser = Browser::start().await?;
    let page = browser.open(&site.url(""), &Reader::default()).await?;
    if is_readme {
        picture_readme(&page, &site.url("#lang=en"), &folder).await?;
    } else {
        picture_views(&page, &site, arguments, &folder).await?;
    }
    println!("The pictures are in {}", folder.display());
    Ok(())
}

/// Takes the pictures of the first view, and of more.
async fn picture_views(page: &Page, site: &Site, more: Vec<String>, folder: &Path) -> Result {
    for view in [String::new()].into_iter().chain(more) {
        for language in Lang::ALL {
            let fragment = with_language(&view, language.tag());
            for dark in [false, true] {
                photograph(page, &site.url(&format!("#{fragment}")), dark, folder).await?;
            }
        }
    }
    Ok(())
}

/// Takes the first screen in each theme, for the README.
async fn picture_readme(page: &Page, url: &str, folder: &Path) -> Result {
    for dark in [false, true] {
        look_at(page, url, dark, README).await?;
        // Of what the window shows, not of the whole page; as PNG it would be twice as large.
        let how = json!({ "format": "webp", "quality": 90 });
        let answer = page.devtools("Page.captureScreenshot", how).await?;
        let data = answer.get("data").and_then(Value::as_str).context("there is no picture")?;
        let picture = BASE64_STANDARD.decode(data)?;
        let name = format!("{}.webp", theme(dark));
        let bytes = picture.len();
        ensure!(
            bytes <= MOST_README,
            "{name} has {bytes} bytes, more than {MOST_README}: take a smaller window"
        );
        let path = folder.join(&name);
        fs::write(&path, picture).with_context(|| format!("could not write {}", path.display()))?;
        println!("{name}");
    }
    Ok(())
}

/// Opens an address in a theme and a window, and waits until all of it is there.
async fn look_at(page: &Page, url: &str, dark: bool, (width, height): (u32, u32)) -> Result {
    page.prefer(dark, false).await?;
    page.resize(width, height).await?;
    page.visit(url).await?;
    // A new fragment alone loads nothing.
    page.reload().await?;
    page.ready().await
}

fn theme(dark: bool) -> &'static str {
    if dark { "dark" } else { "light" }
}

/// Takes one picture of an address for each size of window.
async fn photograph(page: &Page, url: &str, dark: bool, folder: &Path) -> Result {
    for (width, height) in WINDOWS {
        look_at(page, url, dark, (width, height)).await?;
        let name = format!("{}-{}-{width}.png", file_name(url), theme(dark));
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
