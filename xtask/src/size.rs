//! How many bytes a first visit loads.
//!
//! The first load is `index.html` and what it makes a browser load: what its tags load (a link to follow loads
//! nothing), what its scripts and styles name, and what those files name in turn.

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The most that a first load may take, in brotli.
pub const BUDGET_BYTES: usize = 100_000;

/// The most that files which are handed on as they stand may weigh, in bytes.
pub const FILES: [(&str, u64); 3] =
    [("claim-atlas.html", 200_000), ("claim-atlas-de.html", 200_000), ("embed.js", 2_000)];

/// The files of a first load, the largest first.
#[derive(Clone, Debug)]
pub struct Load {
    /// One entry a file.
    pub parts: Vec<Part>,
}

/// One file of a first load.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its path in the folder.
    pub path: String,
    /// Its size as it stands.
    pub raw_bytes: usize,
    /// Its size as a good server sends it.
    pub brotli_bytes: usize,
}

impl Load {
    /// Weighs the first load of a built site.
    ///
    /// # Errors
    ///
    /// When the folder holds no site, or a file cannot be read.
    pub fn of(folder: &Path) -> Result<Self> {
        let mut waiting = vec![PathBuf::from("index.html")];
        let mut seen = BTreeSet::new();
        let mut parts = Vec::new();
        while let Some(path) = waiting.pop() {
            if !seen.insert(path.clone()) {
                continue;
            }
            let bytes = fs::read(folder.join(&path)).with_context(|| {
                format!("{} is missing: run `cargo xtask dist`", folder.join(&path).display())
            })?;
            waiting.extend(loaded_by(folder, &path, &bytes));
            parts.push(Part {
                path: path.display().to_string(),
                raw_bytes: bytes.len(),
                brotli_bytes: brotli_bytes(&bytes)?,
            });
        }
        parts.sort_by(|a, b| b.brotli_bytes.cmp(&a.brotli_bytes).then_with(|| a.path.cmp(&b.path)));
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
        self.brotli_bytes() <= BUDGET_BYTES
    }
}

impl fmt::Display for Load {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.parts.iter().map(|part| part.path.len());
        let width = names.chain(["budget".len()]).max().unwrap_or_default();
        writeln!(f, "{:width$}  {:>9}  {:>9}", "file", "raw", "brotli")?;
        for part in &self.parts {
            writeln!(f, "{:width$}  {:>9}  {:>9}", part.path, part.raw_bytes, part.brotli_bytes)?;
        }
        writeln!(f, "{:width$}  {:>9}  {:>9}", "total", self.raw_bytes(), self.brotli_bytes())?;
        write!(f, "{:width$}  {:>9}  {BUDGET_BYTES:>9}", "budget", "")
    }
}

/// The files of the folder that a loaded file makes the browser load.
fn loaded_by(folder: &Path, path: &Path, bytes: &[u8]) -> Vec<PathBuf> {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let text = String::from_utf8_lossy(bytes);
    let names = match extension {
        "html" => named_in_page(&text),
        "js" | "mjs" | "css" => named_in_code(&text),
        _ => Vec::new(),
    };
    let base = path.parent().unwrap_or(Path::new(""));
    names
        .into_iter()
        .filter_map(|name| inside(base, name))
        // Another page is gone to, not loaded.
        .filter(|file| file.extension().is_some_and(|extension| extension != "html"))
        .filter(|file| folder.join(file).is_file())
        .collect()
}

/// What a page's tags load, and what its inline scripts and styles name.
fn named_in_page(page: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut in_code = false;
    for piece in without_comments(page).into_iter().flat_map(|text| text.split('<')) {
        let (tag, content) = piece.split_once('>').unwrap_or((piece, ""));
        let element = tag.split_ascii_whitespace().next().unwrap_or_default();
        in_code = match element {
            "script" | "style" => true,
            "/script" | "/style" => false,
            _ => in_code,
        };
        if loads(element, tag) {
            // A minified page quotes no attribute that can do without.
            names.extend(tag.split(['"', '\'', '=', ' ', '\n']));
        }
        if in_code {
            // Code may compare with `<`, so all of the piece is searched.
            names.extend(named_in_code(tag));
            names.extend(named_in_code(content));
        }
    }
    names
}

/// A page's text outside of its comments.
#[must_use]
pub fn without_comments(page: &str) -> Vec<&str> {
    let mut pieces = page.split("<!--");
    let first = pieces.next();
    let after = pieces.map(|piece| piece.split_once("-->").map_or("", |(_, rest)| rest));
    first.into_iter().chain(after).collect()
}

/// Whether a browser fetches what a tag names, without being asked to go there.
fn loads(element: &str, tag: &str) -> bool {
    const RELATIONS: [&str; 5] = ["stylesheet", "preload", "modulepreload", "icon", "manifest"];
    match element {
        "link" => RELATIONS.iter().any(|relation| tag.contains(relation)),
        "script" | "img" | "source" | "iframe" | "object" | "embed" => true,
        _ => false,
    }
}

/// What a script or a style sheet names, in quotes or in `url(…)`.
fn named_in_code(code: &str) -> Vec<&str> {
    let bare = code.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
    quoted(code).into_iter().chain(bare).collect()
}

/// Every text between two quotation marks of one kind on one line.
///
/// Neighbouring pairs overlap on purpose: an apostrophe in a comment must not shift all that follows.
fn quoted(text: &str) -> Vec<&str> {
    let pieces = |mark| text.lines().flat_map(move |line| line.split(mark));
    pieces('"').chain(pieces('\'')).chain(pieces('`')).collect()
}

/// The path that a relative name means, if it stays in the folder.
fn inside(base: &Path, name: &str) -> Option<PathBuf> {
    let name = name.split(['?', '#']).next().filter(|name| !name.is_empty())?;
    let mut path = base.to_path_buf();
    for component in Path::new(name).components() {
        match component {
            Component::Normal(part) => path.push(part),
            Component::ParentDir => {
                path.pop();
            }
            Component::RootDir => path = PathBuf::new(),
            Component::CurDir => {}
            Component::Prefix(_) => return None,
        }
    }
    Some(path)
}

fn brotli_bytes(bytes: &[u8]) -> Result<usize> {
    let parameters =
        BrotliEncoderParams { quality: 11, lgwin: 22, ..BrotliEncoderParams::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters).context("brotli failed")?;
    Ok(packed.len())
}

#[cfg(test)]
mod tests {
    use super::Load;
    use anyhow::Result;
    use std::fs;

    fn check(files: &[(&str, &str)], loaded: &[&str]) -> Result<()> {
        let folder = tempfile::tempdir()?;
        for (path, text) in files {
            let path = folder.path().join(path);
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(path, text)?;
        }
        let mut paths: Vec<_> =
            Load::of(folder.path())?.parts.into_iter().map(|part| part.path).collect();
        paths.sort();
        assert_eq!(paths, loaded);
        Ok(())
    }

    #[test]
    fn what_trunk_writes_is_loaded() -> Result<()> {
        let page = r#"<!doctype html><link rel="stylesheet" href="./a.css?v=1" />
            <link rel="modulepreload" href="./a.js" crossorigin="anonymous">
            <script type="module">
            // It's here that an apostrophe stands.
            import init from './a.js'; if (1 < 2) await init({ module_or_path: './a_bg.wasm' });
            </script>"#;
        let files = [("index.html", page), ("a.css", ""), ("a.js", ""), ("a_bg.wasm", "")];
        check(&files, &["a.css", "a.js", "a_bg.wasm", "index.html"])
    }

    #[test]
    fn what_a_loaded_file_names_is_loaded() -> Result<()> {
        let files = [
            ("index.html", r#"<link rel=stylesheet href=style/a.css><script src="a.js"></script>"#),
            ("style/a.css", "@font-face { src: url(../a.woff2) }"),
            ("a.js", "import { b } from './snippets/b.js';"),
            ("a.woff2", ""),
            ("snippets/b.js", ""),
        ];
        check(&files, &["a.js", "a.woff2", "index.html", "snippets/b.js", "style/a.css"])
    }

    #[test]
    fn what_a_reader_must_ask_for_is_not_loaded() -> Result<()> {
        let page = r#"<a href="whole.html">one file</a><a href="data.csv">table</a>
            <meta property="og:image" content="card.png"><!-- <script src="old.js"></script> -->
            <link rel="alternate" href="feed.xml">"#;
        let others = ["whole.html", "data.csv", "card.png", "old.js", "feed.xml", "embed.js"];
        let files: Vec<_> =
            [("index.html", page)].into_iter().chain(others.map(|other| (other, ""))).collect();
        check(&files, &["index.html"])
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
        let part = |path: &str, raw_bytes, brotli_bytes| super::Part {
            path: path.to_owned(),
            raw_bytes,
            brotli_bytes,
        };
        let load = Load { parts: vec![part("a.wasm", 9000, 4000), part("index.html", 20, 30)] };
        let lines = [
            "file              raw     brotli",
            "a.wasm           9000       4000",
            "index.html         20         30",
            "total            9020       4030",
            "budget                    100000",
        ];
        assert_eq!(load.to_string(), lines.join("\n"));
    }
}
