//! Writes what changed from one edition of the corpus to another, beside the newer: `changes.md` for people, and
//! `changes.atom` as a feed. Both editions are as the viewer exports them, or as `atlas.json` stands beside the page.

use anyhow::{Context, Result, anyhow, bail, ensure};
use claim_atlas::changes::Changes;
use claim_atlas::corpus::{SeedFile, Source, check_json};
use claim_atlas_site::changes::{feed, listing};
use claim_atlas_site::site;
use std::fs;
use std::path::Path;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [old, new] = arguments.as_slice() else {
        bail!(
            "give two files: the older edition and the newer one, as in `changes OLD.json NEW.json`"
        )
    };
    let (before, after) = (read(old)?, read(new)?);
    for (edition, path) in [(&before.edition, old), (&after.edition, new)] {
        ensure!(edition.is_some(), "{path} does not say which edition it is");
    }
    let changes = Changes::between(&before, &after);
    let folder = Path::new(new).parent().unwrap_or(Path::new(""));
    let feed = feed(&changes, site()?.as_deref())?;
    for (name, text) in [("changes.md", listing(&changes)), ("changes.atom", feed)] {
        let path = folder.join(name);
        fs::write(&path, text).with_context(|| format!("could not write {}", path.display()))?;
        println!("{}", path.display());
    }
    Ok(())
}

/// Reads an edition, and holds it to the rules of every corpus: of two claims with one id one would be overlooked.
fn read(path: &str) -> Result<Source> {
    let text = fs::read_to_string(path).with_context(|| format!("{path} cannot be read"))?;
    let text = text.trim_start_matches('\u{feff}').to_owned();
    check_json(&SeedFile { name: path.to_owned(), text })
        .map_err(|faults| anyhow!("{path} is no corpus as the viewer exports it:\n{faults}"))
}
