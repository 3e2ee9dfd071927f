//! A printed page, read back by a tool that is not ours.

use crate::Result;
use anyhow::{Context, ensure};
use std::path::Path;
use std::process::Command;

/// What a browser has printed.
#[derive(Clone, Debug)]
pub struct Paper {
    /// How many pages there are.
    pub pages: usize,
    /// A page's width and height, in points.
    pub size: (f64, f64),
    /// Its text, in the order in which it was drawn.
    pub text: String,
}

impl Paper {
    /// Reads a PDF.
    pub(crate) fn read(pdf: &[u8]) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("printed.pdf");
        std::fs::write(&file, pdf)?;
        let told = run("pdfinfo", &["-enc", "UTF-8"], &file, &[])?;
        let field = |name: &str| {
            let line = told.lines().find_map(|line| line.strip_prefix(name));
            line.map(str::trim).with_context(|| format!("{name} is not in {told}"))
        };
        let size: Vec<f64> =
            field("Page size:")?.split(' ').filter_map(|word| word.parse().ok()).collect();
        let [width, height] = size[..] else { anyhow::bail!("no size in {told}") };
        let text = run("pdftotext", &["-raw", "-enc", "UTF-8"], &file, &["-"])?;
        Ok(Self { pages: field("Pages:")?.parse()?, size: (width, height), text })
    }

    /// Its text without spaces and hyphens, which depend on where lines end.
    #[must_use]
    pub fn squeezed(&self) -> String {
        squeezed(&self.text)
    }

    /// How often it holds a text, wherever lines end.
    #[must_use]
    pub fn count(&self, text: &str) -> usize {
        self.squeezed().matches(&squeezed(text)).count()
    }
}

fn squeezed(text: &str) -> String {
    let is_kept = |it: &char| !it.is_whitespace() && !matches!(it, '-' | '\u{ad}' | '\u{2010}');
    text.chars().filter(is_kept).collect()
}

fn run(tool: &str, before: &[&str], file: &Path, after: &[&str]) -> Result<String> {
    let output = Command::new(tool).args(before).arg(file).args(after).output();
    let output = output
        .with_context(|| format!("{tool} is missing: `cargo xtask test browser` brings it"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{tool}: {said}");
    Ok(String::from_utf8(output.stdout)?)
}
