//! How many bytes a first visit loads, and how many the files have that are handed on as they stand.

use crate::release;
use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use std::fmt;
use std::fs;
use std::path::Path;

/// What something may weigh, and what it should: the whole product, in all its languages.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    /// The most, in bytes.
    pub bar: usize,
    /// What is aimed at, in bytes.
    pub goal: usize,
}

/// A first load, in brotli. The bar keeps it from growing unseen; the goal is not near.
pub const FIRST_LOAD: Budget = Budget { bar: 868_000, goal: 240_000 };

/// The single file, in whatever language, and the element for other pages: they are handed on as they stand.
const SINGLE: Budget = Budget { bar: 1_846_000, goal: 500_000 };
const ELEMENT: Budget = Budget { bar: 4_000, goal: 3_000 };

/// A file that is handed on as it stands.
#[derive(Clone, Debug)]
pub struct HandedOn {
    /// Its name in the folder.
    pub name: String,
    /// Its size.
    pub bytes: usize,
    /// What it may weigh.
    pub budget: Budget,
}

/// The files of a built site that are handed on, in the order of their names.
///
/// # Errors
///
/// When the folder or a file cannot be read.
pub fn handed_on(folder: &Path) -> Result<Vec<HandedOn>> {
    let mut files = Vec::new();
    for (name, path) in release::files(folder)? {
        let is_single =
            name.starts_with("claim-atlas") && path.extension().is_some_and(|it| it == "html");
        let budget = match name.as_str() {
            "embed.js" => ELEMENT,
            _ if is_single => SINGLE,
            _ => continue,
        };
        files.push(HandedOn { name, bytes: fs::read(&path)?.len(), budget });
    }
    Ok(files)
}

/// The files of a first load, the largest first.
#[derive(Clone, Debug)]
pub struct Load {
    /// One entry a file.
    pub parts: Vec<Part>,
}

/// One file of a first load.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its name in the folder.
    pub name: String,
    /// Its size as it stands.
    pub raw_bytes: usize,
    /// Its size as a good server sends it.
    pub brotli_bytes: usize,
}

impl Load {
    /// Weighs the first load of a built site: `index.html`, and the scripts, styles and programs that it names.
    ///
    /// # Errors
    ///
    /// When the folder holds no site, or a file cannot be read.
    pub fn of(folder: &Path) -> Result<Self> {
        let page = fs::read_to_string(folder.join("index.html")).with_context(|| {
            format!("{} holds no site: run `cargo xtask dist`", folder.display())
        })?;
        let mut parts = Vec::new();
        for (name, path) in release::files(folder)? {
            let is_loaded =
                ["css", "js", "wasm"].iter().any(|it| path.extension() == Some(it.as_ref()));
            if name == "index.html" || (is_loaded && page.contains(&name)) {
                let bytes = fs::read(&path)?;
                let brotli_bytes = brotli(&bytes)?.len();
                parts.push(Part { name, raw_bytes: bytes.len(), brotli_bytes });
            }
        }
        parts.sort_by(|a, b| b.brotli_bytes.cmp(&a.brotli_bytes).then_with(|| a.name.cmp(&b.name)));
        Ok(Self { parts })
    }

    /// All of it, as it stands.
    #[must_use]
    pub fn raw_bytes(&self) -> usize {
        self.parts.iter().map(|part| part.raw_bytes).sum()
    }

    /// All of it, as a good server sends it.
    #[must_use]
    pub fn brotli_bytes(&self) -> usize {
        self.parts.iter().map(|part| part.brotli_bytes).sum()
    }

    /// Whether it keeps to the budget.
    #[must_use]
    pub fn fits(&self) -> bool {
        self.brotli_bytes() <= FIRST_LOAD.bar
    }
}

impl fmt::Display for Load {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.parts.iter().map(|part| part.name.len());
        let width = names.max().unwrap_or_default().max("total".len());
        writeln!(
            f,
            "{:width$}  {:>9}  {:>9}  {:>9}  {:>9}",
            "file", "raw", "brotli", "bar", "goal"
        )?;
        for part in &self.parts {
            writeln!(f, "{:width$}  {:>9}  {:>9}", part.name, part.raw_bytes, part.brotli_bytes)?;
        }
        let Budget { bar, goal } = FIRST_LOAD;
        let [raw, brotli] = [self.raw_bytes(), self.brotli_bytes()];
        write!(f, "{:width$}  {raw:>9}  {brotli:>9}  {bar:>9}  {goal:>9}", "total")
    }
}

/// Bytes as a good server sends them: in brotli, at its best.
///
/// # Errors
///
/// When the encoder fails, which it does for no input.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters =
        BrotliEncoderParams { quality: 11, lgwin: 22, ..BrotliEncoderParams::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters).context("brotli failed")?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::{Budget, FIRST_LOAD, Load, Part};
    use anyhow::Result;
    use std::fs;

    #[test]
    fn what_the_page_names_is_loaded() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let page = "<link rel=stylesheet href=./a-1.css><script>import './p-1.js'; start('./p-1.wasm')</script>\
            <meta property=og:image content=https://site.example/card.png><a href=claim-atlas.html>one file</a>";
        for (name, text) in [
            ("index.html", page),
            ("a-1.css", ""),
            ("p-1.js", ""),
            ("p-1.wasm", ""),
            ("embed.js", ""),
            ("card.png", ""),
            ("claim-atlas.html", ""),
        ] {
            fs::write(folder.path().join(name), text)?;
        }
        let mut names: Vec<_> =
            Load::of(folder.path())?.parts.into_iter().map(|part| part.name).collect();
        names.sort();
        assert_eq!(names, ["a-1.css", "index.html", "p-1.js", "p-1.wasm"]);
        Ok(())
    }

    #[test]
    fn a_missing_site_is_said_with_the_remedy() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let message = Load::of(folder.path()).err().map(|error| error.to_string());
        assert!(message.is_some_and(|message| message.ends_with("run `cargo xtask dist`")));
        Ok(())
    }

    #[test]
    fn the_table_is_aligned() {
        let part = |name: &str, raw_bytes, brotli_bytes| Part {
            name: name.to_owned(),
            raw_bytes,
            brotli_bytes,
        };
        let load = Load { parts: vec![part("a.wasm", 9000, 4000), part("index.html", 20, 30)] };
        let Budget { bar, goal } = FIRST_LOAD;
        let total = format!("total            9020       4030     {bar}     {goal}");
        let lines = [
            "file              raw     brotli        bar       goal",
            "a.wasm           9000       4000",
            "index.html         20         30",
            &total,
        ];
        assert_eq!(load.to_string(), lines.join("\n"));
    }
}
