//! Writes the archive of a release: `archive DIST EXAMPLES DIST.zip`; `cargo xtask dist` calls it.

use anyhow::{Context, Result, bail};
use claim_atlas_site::archive::archive;
use std::fs;
use std::path::Path;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [release, examples, to] = &arguments[..] else {
        bail!(
            "give the folder of the release, that of the examples for hosts, and the file to write"
        )
    };
    let archive = archive(Path::new(release), Path::new(examples))?;
    fs::write(to, archive).with_context(|| format!("could not write {to}"))
}
