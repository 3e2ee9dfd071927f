//! The licences of what others have made and a release holds, as one text that goes with it: most ask that their notice
//! stands in every copy.
//!
//! Cargo tells which crates the program is made of, and each brings its licence. Where one does not, and what comes from
//! elsewhere, is listed here by hand.

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The file beside the page.
pub const NAME: &str = "licences.txt";

/// This project's own licence: a line of its own says whose it is, then come MIT's terms.
const OWN: &str = include_str!("../../LICENSE-MIT");

/// What browsers run, and so what of a crate counts.
const TARGET: &str = "wasm32-unknown-unknown";

/// The crate whose licence is that of Unicode's data, from which the build writes plural forms.
const UNICODE: &str = "icu_plurals";

/// What the crates of a repository say in place of a notice, where they bring no text and stand under MIT's terms.
const WITHOUT_TEXT: [(&str, &str); 6] = [
    ("https://github.com/leptos-rs/leptos", "Copyright (c) 2022 Greg Johnston"),
    ("https://github.com/rustwasm/gloo", "Copyright (c) 2019 Rust and WebAssembly Working Group"),
    ("https://github.com/rs-tml/rstml", "By vldm and stoically"),
    ("https://github.com/JonathanBrouwer/erased", "By Jonathan Brouwer and Jonathan Dönszelmann"),
    (
        "https://github.com/whentze/drain_filter_polyfill",
        "By Wanja Hentze, from Rust's standard library",
    ),
    (
        "https://github.com/WorldSEnder/wasm-split-prototype",
        "By Greg Johnston, Jeremy Maitin-Shepard and Martin Molzer",
    ),
];

/// What of Rust's standard library is in the program, all of it under MIT's terms.
const STANDARD_LIBRARY: [(&str, &str); 3] = [
    (
        "Rust's standard library",
        "Copyright (c) The Rust Project Developers (see https://thanks.rust-lang.org)",
    ),
    ("dlmalloc, in the standard library", "Copyright (c) 2014 Alex Crichton"),
    ("hashbrown, in the standard library", "Copyright (c) 2016 Amanieu d'Antras"),
];

/// What stands before all licences.
const HEAD: &str = "\
Claim Atlas, its pages and its single file hold work of others. Here is whose, and under which terms.

What is named with a version is a crate of Rust, in the program. The JavaScript that starts the program was written by
wasm-bindgen. The land of the map, and the places of the countries on it, were made from Natural Earth
(https://www.naturalearthdata.com), which is in the public domain. The names of the countries and the forms of plurals come
from Unicode's CLDR.

What a page shows, the corpus, is not meant here.
";

/// Something that others have made: what it is called, whose it is, and the terms.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Work {
    name: String,
    notices: Vec<String>,
    terms: String,
}

impl Work {
    /// Takes a text apart: whose the work is stands at its beginning.
    fn new(name: &str, text: &str) -> Self {
        let mut notices = Vec::new();
        let mut lines = text.lines().map(str::trim).skip_while(|line| {
            let is_notice = line.starts_with("Copyright") || line.starts_with("(c)");
            if is_notice {
                notices.push((*line).to_owned());
            }
            is_notice || line.is_empty() || ["MIT License", "The MIT License (MIT)"].contains(line)
        });
        let terms = lines.by_ref().collect::<Vec<_>>().join("\n").trim_end().to_owned();
        Self { name: name.to_owned(), notices, terms }
    }
}

/// Works that have the same terms, by their notices.
struct Group<'a> {
    terms: &'a str,
    owners: BTreeMap<&'a [String], BTreeSet<&'a str>>,
}

/// A crate, as cargo describes it.
#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    repository: Option<String>,
    manifest_path: PathBuf,
}

/// The crates of a workspace with all that they need.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

/// The whole text.
///
/// # Errors
///
/// When cargo cannot be asked, or a crate has no licence that is known.
pub fn licences() -> Result<String> {
    let held = held(&cargo(&[
        "tree",
        "--package=claim-atlas",
        "--features=csr",
        "--edges=normal,no-proc-macro",
        "--prefix=none",
        "--format={p}",
        "--target",
        TARGET,
    ])?);
    let json = cargo(&["metadata", "--format-version=1", "--filter-platform", TARGET])?;
    let Metadata { packages } = serde_json::from_str(&json).context("cargo describes nothing")?;
    let of_mit = Work::new("", OWN).terms;
    let mut works = Vec::new();
    for (name, notice) in STANDARD_LIBRARY {
        works.push(Work {
            name: name.to_owned(),
            notices: vec![notice.to_owned()],
            terms: of_mit.clone(),
        });
    }
    for (name, version) in &held {
        let package = packages.iter().find(|it| it.name == *name && it.version == *version);
        works.extend(package.with_context(|| format!("cargo knows no {name} {version}"))?.works()?);
    }
    let unicode = packages.iter().find(|it| it.name == UNICODE);
    let unicode = unicode.with_context(|| format!("{UNICODE} is no dependency"))?.works()?;
    let data = "Unicode's data, in the standard library and in the texts of the pages";
    works.extend(unicode.into_iter().map(|it| Work { name: data.to_owned(), ..it }));
    written(&works)
}

/// What cargo prints, of this workspace.
fn cargo(arguments: &[&str]) -> Result<String> {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(program);
    command.args(arguments).args(["--quiet", "--locked"]);
    let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).output();
    let output = output.context("cargo does not run: install Rust with rustup")?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "cargo cannot say what the program holds: {said}");
    String::from_utf8(output.stdout).context("cargo prints no text")
}

/// The names and versions in cargo's list: `serde v1.0.0`, and something behind it.
fn held(list: &str) -> BTreeSet<(String, String)> {
    let pair = |line: &str| {
        let (name, rest) = line.split_once(" v")?;
        let version = rest.split(' ').next()?;
        Some((name.to_owned(), version.to_owned()))
    };
    list.lines().filter_map(pair).collect()
}

impl Package {
    /// It with its licence, or with each of those that hold together.
    fn works(&self) -> Result<Vec<Work>> {
        let name = format!("{} {}", self.name, self.version);
        let folder = self.manifest_path.parent().context("a manifest stands in a folder")?;
        let files = self.files(folder)?;
        if files.is_empty() {
            return Ok(vec![self.without_text(&name)?]);
        }
        let mut works = Vec::new();
        for file in files {
            let text = fs::read_to_string(&file)
                .with_context(|| format!("{} cannot be read", file.display()))?;
            works.push(Work::new(&name, &text));
        }
        Ok(works)
    }

    /// The files of its licence. Of those that one may choose from MIT's is taken, and never Apache's, which is long.
    fn files(&self, folder: &Path) -> Result<Vec<PathBuf>> {
        let entries = fs::read_dir(folder)
            .with_context(|| format!("{} is not there", folder.display()))?
            .collect::<Result<Vec<_>, _>>()?;
        let mut files: Vec<PathBuf> = entries.iter().map(fs::DirEntry::path).collect();
        let name =
            |file: &PathBuf| file.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        files.retain(|file| {
            let name = name(file);
            let begins = |it: &&str| name.starts_with(it);
            let beginnings = ["LICENSE", "LICENCE", "UNLICENSE", "COPYING", "COPYRIGHT", "NOTICE"];
            file.is_file() && beginnings.iter().any(begins)
        });
        files.sort();
        let has_choice = self.license.as_deref().is_some_and(|it| it.contains(" OR "));
        if has_choice && files.len() > 1 {
            files.retain(|file| !name(file).contains("APACHE"));
        }
        let of_mit = files.iter().find(|file| name(file).contains("MIT")).cloned();
        Ok(of_mit.filter(|_| self.is_under_mit()).map_or(files, |file| vec![file]))
    }

    /// Whether MIT's terms are enough.
    fn is_under_mit(&self) -> bool {
        let licence = self.license.as_deref().unwrap_or_default();
        let mut names = licence.split([' ', '/', '(', ')']);
        !licence.contains(" AND ") && names.any(|it| it == "MIT")
    }

    /// It where it brings no text.
    fn without_text(&self, name: &str) -> Result<Work> {
        let repository = self.repository.as_deref().unwrap_or_default();
        // A crate may name its folder in it.
        let is_there = |it: &str| {
            repository
                .strip_prefix(it)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.']))
        };
        let row = WITHOUT_TEXT.iter().find(|(it, _)| is_there(it) && self.is_under_mit());
        let Some((_, notice)) = row else {
            let licence = self.license.as_deref().unwrap_or("nothing that its manifest names");
            bail!(
                "{name} brings no text of its licence, {licence}: see in {repository} whose it is, and add a row to \
                 WITHOUT_TEXT in site/src/licences.rs; or do without the crate"
            );
        };
        let terms = Work::new("", OWN).terms;
        Ok(Work { name: name.to_owned(), notices: vec![(*notice).to_owned()], terms })
    }
}

/// The works as a text: what has the same terms stands together above them, and what has the same notices as well.
fn written(works: &[Work]) -> Result<String> {
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for Work { name, notices, terms } in works {
        // The same words in lines of another length are the same terms.
        let plain = terms.split_whitespace().collect::<Vec<_>>().join(" ");
        let group = groups.entry(plain).or_insert_with(|| Group { terms, owners: BTreeMap::new() });
        group.owners.entry(notices).or_default().insert(name);
    }
    let mut groups: Vec<Group> = groups.into_values().collect();
    groups.sort_by_key(|it| std::cmp::Reverse(it.owners.len()));
    let mut text = HEAD.to_owned();
    for Group { terms, owners } in groups {
        text += "\n----------------------------------------------------------------\n\n";
        for (notices, names) in owners {
            for line in names.into_iter().chain(notices.iter().map(String::as_str)) {
                text.extend([line, "\n"]);
            }
            text.push('\n');
        }
        text.extend([terms, "\n"]);
    }
    // It stands in an element of the single file.
    ensure!(!text.contains("</") && !text.contains("<!--"), "a licence has markup in it");
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::{HEAD, Package, Work, held, licences, written};
    use anyhow::Result;
    use std::fs;

    /// A crate with some files beside its manifest.
    fn package(licence: &str, files: &[(&str, &str)]) -> Result<(tempfile::TempDir, Package)> {
        let folder = tempfile::tempdir()?;
        for (name, text) in files {
            fs::write(folder.path().join(name), text)?;
        }
        let package = Package {
            name: "a".to_owned(),
            version: "1.0.0".to_owned(),
            license: Some(licence.to_owned()),
            repository: Some("https://example.org/a".to_owned()),
            manifest_path: folder.path().join("Cargo.toml"),
        };
        Ok((folder, package))
    }

    #[test]
    fn a_licence_is_taken_from_where_the_crate_has_it() -> Result<()> {
        let files = [("LICENSE-APACHE", "Apache"), ("LICENSE-MIT.md", "MIT"), ("README.md", "a")];
        for (licence, terms) in [
            ("MIT OR Apache-2.0", vec!["MIT"]),
            ("Apache-2.0/MIT", vec!["MIT"]),
            ("MIT AND Apache-2.0", vec!["Apache", "MIT"]),
            ("(MIT OR Apache-2.0) AND MIT-0", vec!["MIT"]),
            ("Apache-2.0", vec!["Apache", "MIT"]),
        ] {
            let (_folder, package) = package(licence, &files)?;
            let found: Vec<String> = package.works()?.into_iter().map(|it| it.terms).collect();
            assert_eq!(found, terms, "{licence}");
        }
        Ok(())
    }

    #[test]
    fn a_crate_without_a_licence_stops_the_build_and_says_what_to_do() -> Result<()> {
        let (_folder, mut package) = package("MIT", &[("README.md", "MIT")])?;
        let said = package.works().expect_err("no text").to_string();
        assert!(said.starts_with(
            "a 1.0.0 brings no text of its licence, MIT: see in https://example.org/a whose"
        ));
        package.repository = Some("https://github.com/leptos-rs/leptos.git".to_owned());
        assert_eq!(package.works()?[0].notices, ["Copyright (c) 2022 Greg Johnston"]);
        package.license = Some("GPL-3.0".to_owned());
        assert!(package.works().is_err());
        Ok(())
    }

    #[test]
    fn what_has_the_same_terms_stands_above_them_once() -> Result<()> {
        let works = [
            Work::new(
                "a 1",
                "MIT License\n\nCopyright (c) A\nCopyright (c) B\n\nPermission is\n  hereby\n",
            ),
            Work::new("b 2", "Copyright (c) A\r\n\r\nPermission is hereby"),
            Work::new("c 3", "Other terms\n\nCopyright (c) C"),
            Work::new("d 4", "Copyright (c) A\n\nPermission is hereby\n"),
        ];
        let line = "----------------------------------------------------------------";
        let text = format!(
            "{HEAD}\n{line}\n\nb 2\nd 4\nCopyright (c) A\n\na 1\nCopyright (c) A\nCopyright (c) B\n\nPermission is\nhereby\n\
             \n{line}\n\nc 3\n\nOther terms\n\nCopyright (c) C\n"
        );
        assert_eq!(written(&works)?, text);
        assert!(written(&[Work::new("e", "<b>Terms</b>")]).is_err());
        Ok(())
    }

    #[test]
    fn a_list_of_cargo_is_read() {
        let list = "claim-atlas v0.1.0 (/a b/c)\nserde v1.0.0\nserde v1.0.0 (*)\n";
        let names: Vec<_> = held(list).into_iter().map(|it| it.0).collect();
        assert_eq!(names, ["claim-atlas", "serde"]);
    }

    #[test]
    fn every_crate_of_the_program_has_its_licence() -> Result<()> {
        let text = licences()?;
        for part in ["claim-atlas 0.1.0\n", "leptos 0.8", "wasm-bindgen 0.2", "UNICODE LICENSE V3"]
        {
            assert!(text.contains(part), "{part} is not in {text}");
        }
        // What is only there when it is built is not in it.
        for part in ["\nserde_derive ", "\nproptest ", "\nlol_html ", "\nicu_plurals "] {
            assert!(!text.contains(part), "{part} is in {text}");
        }
        Ok(())
    }
}
