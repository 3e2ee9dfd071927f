//! Where all pages are served from: one folder with the viewer, the peers, their libraries and the corpora.

use anyhow::{Context, bail};
use claim_atlas::corpus::Source;
use claim_atlas_benches::made_up;
use claim_atlas_tests::{Result, Site};
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use xtask::{place, size};

/// All corpora are made up by this.
const SEED: u64 = 1;

#[derive(Debug)]
pub struct Stage {
    pub site: Site,
    folder: PathBuf,
    /// For each size of a corpus the word that is searched in it.
    words: BTreeMap<usize, String>,
}

impl Stage {
    /// Lays the folder anew, and serves it.
    pub async fn build(sizes: &[usize]) -> Result<Self> {
        let folder = place::target().join("peers");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        let (viewer, peers) = (place::dist(), place::root().join("benches/peers"));
        copy(&viewer, &folder).context("the viewer is not built: run `cargo xtask dist`")?;
        copy(&peers, &folder.join("peers"))?;
        let modules = place::target().join("tools/peers/node_modules");
        if !modules.is_dir() {
            bail!("the peers' libraries are missing: `cargo xtask bench peers` brings them");
        }
        symlink(modules, folder.join("peers/node_modules"))?;
        fs::create_dir_all(folder.join("corpora"))?;
        let mut words = BTreeMap::new();
        for &size in sizes {
            let source = made_up(size, SEED);
            words.insert(size, word(&source).context("the corpus has no word to search")?);
            let text = serde_json::to_vec(&source)?;
            fs::write(folder.join(corpus(size)), text)?;
        }
        Ok(Self { site: Site::serve(&folder).await?, folder, words })
    }

    /// The word that is searched in a corpus.
    pub fn word(&self, size: usize) -> Result<String> {
        self.words.get(&size).cloned().context("there is no corpus of that size")
    }

    /// How many bytes some of its files have together, as a good host sends them.
    pub fn weight(&self, paths: &[String]) -> Result<usize> {
        let packed = |path: &String| -> Result<usize> {
            let name = if path == "/" { "index.html" } else { path.trim_start_matches('/') };
            let file = self.folder.join(name);
            let bytes = fs::read(&file).with_context(|| format!("no {}", file.display()))?;
            Ok(size::brotli(&bytes)?.len())
        };
        paths.iter().map(packed).sum()
    }

    /// The version of a peer's package.
    pub fn version(&self, package: &str) -> Result<String> {
        let file = self.folder.join("peers/node_modules").join(package).join("package.json");
        let text = fs::read_to_string(&file).with_context(|| format!("no {}", file.display()))?;
        let package: serde_json::Value = serde_json::from_str(&text)?;
        let version = package.get("version").and_then(serde_json::Value::as_str);
        Ok(version.context("a package has no version")?.to_owned())
    }
}

/// Where a corpus stands.
pub fn corpus(size: usize) -> String {
    format!("corpora/{size}.json")
}

/// The longest word of a claim in the middle: typed letter by letter it is found in fewer and fewer.
fn word(source: &Source) -> Option<String> {
    let document = source.documents.get(source.documents.len() / 2)?;
    let claim = document.claims.iter().find(|it| it.transfer.is_some())?;
    let text = claim.statement.in_language("en")?.trim_end_matches('.').to_lowercase();
    text.split(' ').max_by_key(|it| it.len()).map(str::to_owned)
}

fn copy(from: &Path, to: &Path) -> Result {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("no {}", from.display()))? {
        let entry = entry?;
        // Whoever tries the peers by hand has their libraries beside them.
        if entry.file_name() == "node_modules" {
            continue;
        }
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}
