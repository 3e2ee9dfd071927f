//! A release as one file to be handed on: all that it has, a page that says what to do with each, and examples for hosts.
//!
//! Two archives of the same release are the same, byte for byte: names are in order, and no file has a time.

use anyhow::{Context, Result, ensure};
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What to do with each file. It names them in `<code>`, with `*` for what differs from release to release.
const START: &str = include_str!("start-here.html");

/// Where in the archive the release stands, and where the examples.
const RELEASE: &str = "claim-atlas";
const EXAMPLES: &str = "hosts";

/// The archive of a release that stands in a folder, with the examples of another.
///
/// # Errors
///
/// When a file cannot be read, or the page says nothing of it.
pub fn archive(release: &Path, examples: &Path) -> Result<Vec<u8>> {
    ensure!(
        release.join("index.html").is_file(),
        "{} holds no release: run `cargo xtask dist`",
        release.display()
    );
    let mut files = vec![("START-HERE.html".to_owned(), START.as_bytes().to_vec())];
    for (name, content) in files_in(release)? {
        ensure!(is_named(&name), "site/src/start-here.html says nothing of {name}");
        files.push((format!("{RELEASE}/{name}"), content));
    }
    for (name, content) in files_in(examples)? {
        files.push((format!("{EXAMPLES}/{name}"), content));
    }
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, content) in files {
        archive.start_file(name, options)?;
        archive.write_all(&content)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The files of a folder and of those in it, by name, in order.
fn files_in(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut found = Vec::new();
    let mut folders = vec![(String::new(), folder.to_owned())];
    while let Some((before, folder)) = folders.pop() {
        let entries = fs::read_dir(&folder)
            .with_context(|| format!("{} cannot be read", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            let name = path.file_name().and_then(|it| it.to_str()).context("a name is no text")?;
            let name = format!("{before}{name}");
            if path.is_dir() {
                folders.push((format!("{name}/"), path));
            } else {
                let content = fs::read(&path)
                    .with_context(|| format!("{} cannot be read", path.display()))?;
                found.push((name, content));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Whether the page names a file.
fn is_named(file: &str) -> bool {
    let mut codes = START.split("<code>").skip(1).filter_map(|it| it.split("</code>").next());
    codes.any(|code| match code.split_once('*') {
        Some((begin, end)) => {
            file.len() >= begin.len() + end.len() && file.starts_with(begin) && file.ends_with(end)
        }
        None => file == code,
    })
}

#[cfg(test)]
mod tests {
    use super::{archive, is_named};
    use anyhow::Result;
    use std::fs;
    use std::io::Read;

    /// A release, written in an order.
    fn release(names: &[&str]) -> Result<tempfile::TempDir> {
        let folder = tempfile::tempdir()?;
        for name in names {
            fs::write(folder.path().join(name), *name)?;
        }
        Ok(folder)
    }

    #[test]
    fn the_same_release_gives_the_same_archive() -> Result<()> {
        let names = ["index.html", "embed.js", "map-0123456789abcdef.css"];
        let hosts = tempfile::tempdir()?;
        fs::create_dir(hosts.path().join("nginx"))?;
        fs::write(hosts.path().join("nginx/atlas.conf"), "server {}")?;
        let first = archive(release(&names)?.path(), hosts.path())?;
        // Times of files in whole seconds would differ from here on, in steps of two.
        let other = release(&names.into_iter().rev().collect::<Vec<_>>())?;
        let past = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1 << 30);
        fs::File::options().write(true).open(other.path().join("embed.js"))?.set_modified(past)?;
        assert!(first == archive(other.path(), hosts.path())?);
        let mut read = zip::ZipArchive::new(std::io::Cursor::new(first))?;
        let held: Vec<String> =
            read.file_names().map(|it| Ok(it?.into_owned())).collect::<Result<_>>()?;
        assert_eq!(
            held,
            [
                "START-HERE.html",
                "claim-atlas/embed.js",
                "claim-atlas/index.html",
                "claim-atlas/map-0123456789abcdef.css",
                "hosts/nginx/atlas.conf"
            ]
        );
        let mut text = String::new();
        read.by_name("hosts/nginx/atlas.conf")?.read_to_string(&mut text)?;
        assert_eq!(text, "server {}");
        Ok(())
    }

    #[test]
    fn a_file_that_nobody_is_told_of_stops_it() -> Result<()> {
        let folder = release(&["index.html", "strange.bin"])?;
        let said = archive(folder.path(), folder.path()).expect_err("a strange file").to_string();
        assert_eq!(said, "site/src/start-here.html says nothing of strange.bin");
        assert!(archive(tempfile::tempdir()?.path(), folder.path()).is_err());
        assert!(is_named("preview-de.png") && !is_named("preview-de.jpg"));
        Ok(())
    }
}
