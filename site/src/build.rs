//! What trunk has built: a page, and the files that it names.

use anyhow::{Context, Result, ensure};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use sha2::{Digest, Sha256};
use std::cell::RefCell;
use std::fs;
use std::path::Path;

/// Trunk's page, and what it loads.
pub struct Build {
    /// The page as trunk wrote it.
    pub page: String,
    /// The program.
    pub program: Asset,
    /// The module that wasm-bindgen wrote to start it with.
    pub glue: Asset,
    /// The style sheet: all of trunk's in one, in the order of the cascade. A phone far from its host would wait for each.
    pub sheet: Asset,
    /// How many style sheets trunk's page names.
    pub sheets: usize,
}

/// A file beside the page.
pub struct Asset {
    /// How the page names it.
    pub href: String,
    /// What it holds.
    pub content: Vec<u8>,
}

impl Build {
    /// Takes over what trunk has built into a folder, and names each file by what it holds: from then on hosts may let
    /// browsers keep it for ever.
    ///
    /// # Errors
    ///
    /// When the page does not name one program and its glue, or a file is not there.
    pub fn take(folder: &Path) -> Result<Self> {
        let page = fs::read_to_string(folder.join("index.html"))
            .context("trunk wrote no index.html: run `trunk build --release`")?;
        let take = |selector| -> Result<Vec<Asset>> {
            hrefs(&page, selector)?.iter().map(|href| Asset::take(folder, href)).collect()
        };
        let one = |selector| -> Result<Asset> {
            let mut assets = take(selector)?;
            ensure!(assets.len() == 1, "trunk's page has {} {selector}, not one", assets.len());
            assets.pop().context("just counted")
        };
        let program = one("link[rel=preload][as=fetch]")?;
        let glue = one("link[rel=modulepreload]")?;
        let sheets = hrefs(&page, "link[rel=stylesheet]")?;
        let sheet = joined(folder, &sheets)?;
        Ok(Self { page, program, glue, sheet, sheets: sheets.len() })
    }
}

impl Asset {
    fn take(folder: &Path, href: &str) -> Result<Self> {
        let (base, name) = split(href);
        let path = folder.join(name);
        let content = read(&path)?;
        let (stem, extension) = name.split_once('.').context("a file of trunk's has no ending")?;
        let hash = format!("{:x}", Sha256::digest(&content));
        let named = format!("{stem}-{}.{extension}", &hash[..16]);
        fs::rename(&path, folder.join(&named))
            .with_context(|| format!("could not rename {}", path.display()))?;
        Ok(Self { href: format!("{base}{named}"), content })
    }

    /// What it holds, as text that can stand in an element of a page.
    ///
    /// # Errors
    ///
    /// When it is no text, or would end the element.
    pub fn text(&self) -> Result<&str> {
        let text = std::str::from_utf8(&self.content)
            .with_context(|| format!("{} is no text", self.href))?;
        ensure!(!text.contains("</"), "{} would end in the middle of the page", self.href);
        Ok(text)
    }
}

/// The style sheets of these addresses in one, in their place.
fn joined(folder: &Path, hrefs: &[String]) -> Result<Asset> {
    let mut base = "";
    let mut all = Vec::new();
    for href in hrefs {
        let name;
        (base, name) = split(href);
        all.extend(read(&folder.join(name))?);
        all.extend(b"\n");
        fs::remove_file(folder.join(name))?;
    }
    fs::write(folder.join("style.css"), all)?;
    Asset::take(folder, &format!("{base}style.css"))
}

/// An address as what leads to its folder, with the slash, and the file's name.
fn split(href: &str) -> (&str, &str) {
    href.split_at(href.rfind('/').map_or(0, |slash| slash + 1))
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} is missing", path.display()))
}

/// What the links of a page that a selector finds lead to.
fn hrefs(page: &str, selector: &str) -> Result<Vec<String>> {
    let hrefs = RefCell::new(Vec::new());
    let handler = element!(selector, |link| {
        hrefs.borrow_mut().extend(link.get_attribute("href"));
        Ok(())
    });
    let settings = RewriteStrSettings::new().append_element_content_handler(handler);
    rewrite_str(page, settings).context("trunk's page cannot be read")?;
    Ok(hrefs.into_inner())
}

#[cfg(test)]
mod tests {
    use super::Build;
    use anyhow::Result;
    use std::fs;

    const PAGE: &str = "<!doctype html><html lang=en><link rel=stylesheet href=./a.css>\
        <link rel=stylesheet href=./b.css><link href=./x.js rel=modulepreload><link as=fetch href=./x_bg.wasm rel=preload>";

    fn built(page: &str) -> Result<(tempfile::TempDir, Result<Build>)> {
        let folder = tempfile::tempdir()?;
        for (name, content) in [
            ("index.html", page),
            ("a.css", "a{}"),
            ("b.css", "b{}"),
            ("x.js", "1"),
            ("x_bg.wasm", "\0asm"),
        ] {
            fs::write(folder.path().join(name), content)?;
        }
        let build = Build::take(folder.path());
        Ok((folder, build))
    }

    #[test]
    fn files_are_named_by_what_they_hold() -> Result<()> {
        let (folder, build) = built(PAGE)?;
        let build = build?;
        // Both style sheets in one; the name is of their SHA-256, as it is of `1`'s.
        assert_eq!(build.sheet.content, b"a{}\nb{}\n");
        assert_eq!(build.sheet.href, "./style-5434887e65a2ddc4.css");
        assert!(!folder.path().join("a.css").exists() && !folder.path().join("b.css").exists());
        assert_eq!(build.glue.href, "./x-6b86b273ff34fce1.js");
        assert!(build.program.href.starts_with("./x_bg-") && build.program.content == b"\0asm");
        for asset in [&build.sheet, &build.glue, &build.program] {
            assert!(folder.path().join(&asset.href).is_file(), "{}", asset.href);
        }
        Ok(())
    }

    #[test]
    fn a_page_without_a_program_is_refused() -> Result<()> {
        let (_, build) = built("<link rel=stylesheet href=./a.css>")?;
        let said = build.err().map(|error| error.to_string());
        assert_eq!(
            said.as_deref(),
            Some("trunk's page has 0 link[rel=preload][as=fetch], not one")
        );
        Ok(())
    }
}
