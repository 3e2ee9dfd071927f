//! `cargo xtask reproduce`: the newest commit is built twice, in two folders, with an empty one of cargo's and once with
//! flags of a builder's own, and must give the same. The path of cargo's folder is the same: a macro of Leptos's
//! (`wasm_split_macros`) writes a hash of it into the program.

use crate::{command, tools};
use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;
use xtask::{place, release};

/// Files by their names.
type Files = BTreeMap<String, Vec<u8>>;

/// Builds twice and compares.
pub fn reproduce() -> Result<()> {
    tools::for_building()?;
    // Outside of this folder, whose settings cargo would find; and with names of unlike lengths.
    let folder = env::temp_dir().join(format!("claim-atlas-{}", std::process::id()));
    let home = folder.join("cargo");
    let first = built(&folder.join("one"), &home, None)?;
    fs::remove_dir_all(&home).with_context(|| format!("{} could not go", home.display()))?;
    let second = built(&folder.join("another-one"), &home, Some("--cfg of_somebody"))?;
    let differing = differing(&first, &second);
    ensure!(
        differing.is_empty(),
        "two builds of one commit differ: {}; both are in {}, so compare them with `strings` or `cmp`",
        differing.join(", "),
        folder.display()
    );
    println!("{} files are the same in two builds of one commit.", first.len());
    fs::remove_dir_all(&folder).with_context(|| format!("{} could not go", folder.display()))
}

/// What the newest commit gives in a folder, with one of cargo's, to somebody whose own flags for rustc are these.
fn built(checkout: &Path, home: &Path, flags: Option<&str>) -> Result<Files> {
    fs::create_dir_all(home).with_context(|| format!("could not make {}", home.display()))?;
    copy_settings(home)?;
    let mut git = command::new("git");
    command::run(git.args(["clone", "--quiet"]).arg(place::root()).arg(checkout))?;
    let mut cargo = command::cargo(["xtask", "dist"]);
    // Tools are found on the path; all else is fetched and built anew.
    cargo.current_dir(checkout).env("PATH", tools::path()?).env("CARGO_HOME", home);
    cargo.env_remove("CARGO_TARGET_DIR").envs(flags.map(|it| ("RUSTFLAGS", it)));
    command::run(&mut cargo)?;
    let mut files = Files::new();
    for (name, path) in release::files(&checkout.join("dist"))? {
        files.insert(name, fs::read(path)?);
    }
    files.insert("dist.zip".to_owned(), fs::read(checkout.join("dist.zip"))?);
    Ok(files)
}

/// Takes over the settings of cargo's usual folder, which say where packages come from.
fn copy_settings(home: &Path) -> Result<()> {
    let usual = env::var_os("CARGO_HOME").map(Into::into);
    let Some(usual) = usual.or_else(|| Some(env::home_dir()?.join(".cargo"))) else {
        return Ok(());
    };
    for name in ["config.toml", "config"] {
        if usual.join(name).is_file() {
            fs::copy(usual.join(name), home.join(name))?;
        }
    }
    Ok(())
}

/// The names of the files that are not in both, or not the same.
fn differing(first: &Files, second: &Files) -> Vec<String> {
    let names = first.keys().chain(second.keys().filter(|it| !first.contains_key(*it)));
    names.filter(|it| first.get(*it) != second.get(*it)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::{Files, differing};

    #[test]
    fn whatever_is_not_the_same_is_named() {
        let files = |files: &[(&str, &str)]| -> Files {
            files.iter().map(|(name, it)| ((*name).to_owned(), it.as_bytes().to_vec())).collect()
        };
        let first = files(&[("a", "1"), ("b", "1"), ("c", "1")]);
        let second = files(&[("a", "1"), ("b", "2"), ("d", "1")]);
        assert_eq!(differing(&first, &second), ["b", "c", "d"]);
        assert!(differing(&first, &first).is_empty());
    }
}
