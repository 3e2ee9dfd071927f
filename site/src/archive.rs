//! A release as one file to be handed on: all that it has, a page that says what to do with each, and examples for hosts.
//!
//! Two archives of the same release are the same, byte for byte: names are in order, and times are those of no clock.

use anyhow::{Context, Result, ensure};
use claim_atlas::corpus::{Edition, Lang, Span};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use xtask::release;
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
pub fn archive(folder: &Path, examples: &Path) -> Result<Vec<u8>> {
    ensure!(
        folder.join("index.html").is_file(),
        "{} holds no release: run `cargo xtask dist`",
        folder.display()
    );
    let mut files = vec![("START-HERE.html".to_owned(), START.as_bytes().to_vec())];
    for (name, path) in release::files(folder)? {
        ensure!(is_named(&name), "site/src/start-here.html says nothing of {name}");
        files.push((format!("{RELEASE}/{name}"), fs::read(path)?));
    }
    for (name, content) in files_in(examples)? {
        files.push((format!("{EXAMPLES}/{name}"), content));
    }
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(time_of(&files)?)
        .unix_permissions(0o644);
    for (name, content) in files {
        archive.start_file(name, options)?;
        archive.write_all(&content)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The day of the corpus's edition, at a time that is another where anything in the archive is. Servers tell a browser that
/// nothing has changed where a file is as long and as old as it was, and a page that names other programs is as long as
/// before. And where a server does not say how long a page may be kept, browsers keep it the longer the older it is.
fn time_of(files: &[(String, Vec<u8>)]) -> Result<DateTime> {
    let mut hash = Sha256::new();
    for (name, content) in files {
        hash.update(Sha256::digest(name));
        hash.update(Sha256::digest(content));
    }
    let hash: [u8; 32] = hash.finalize().into();
    let [hour, minute, second, ..] = hash;
    let (hour, minute, second) = (hour % 24, minute % 60, second % 60);
    let (year, month, day) = day_of(files)?;
    Ok(DateTime::from_date_and_time(year, month, day, hour, minute, second)?)
}

/// The day of the edition, where the corpus has one that an archive can name.
fn day_of(files: &[(String, Vec<u8>)]) -> Result<(u16, u8, u8)> {
    #[derive(Deserialize)]
    struct Data {
        edition: Option<Edition>,
    }
    let data = files.iter().find(|it| it.0 == format!("{RELEASE}/atlas.json"));
    let (_, data) = data.context("the release has no atlas.json")?;
    let edition = serde_json::from_slice::<Data>(data).context("atlas.json is no corpus")?.edition;
    let day = edition.and_then(|it| it.date.parse::<Span>().ok()?.from);
    let day = day.filter(|it| (1980..=2107).contains(&it.year()));
    Ok(day.map_or((1980, 1, 1), |it| (it.year(), it.month(), it.day())))
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
            file.strip_prefix(begin).and_then(|it| it.strip_suffix(end)).is_some_and(differs)
        }
        None => file == code,
    })
}

/// Whether a piece of a name is one that differs from release to release or from language to language: it ends with a hash,
/// or is a language's tag.
fn differs(piece: &str) -> bool {
    const HASH: usize = 16;
    let end = piece.len().checked_sub(HASH).and_then(|at| piece.get(at..));
    let is_hash = |it: &str| it.bytes().all(|it| it.is_ascii_hexdigit());
    end.is_some_and(is_hash) || Lang::ALL.iter().any(|it| it.tag() == piece)
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
        fs::write(folder.path().join("atlas.json"), r#"{ "edition": { "date": "2026-11-24" } }"#)?;
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
        // How old a file is here makes no difference.
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
                "claim-atlas/atlas.json",
                "claim-atlas/embed.js",
                "claim-atlas/index.html",
                "claim-atlas/map-0123456789abcdef.css",
                "hosts/nginx/atlas.conf"
            ]
        );
        let time = read.by_name("claim-atlas/index.html")?.last_modified();
        let day = time.map(|it| (it.year(), it.month(), it.day()));
        assert_eq!(day, Some((2026, 11, 24)));
        fs::write(other.path().join("embed.js"), "embed.xs")?;
        let changed = archive(other.path(), hosts.path())?;
        let mut changed = zip::ZipArchive::new(std::io::Cursor::new(changed))?;
        assert_ne!(changed.by_name("claim-atlas/index.html")?.last_modified(), time);
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
        assert!(is_named("de.html") && !is_named("draft.html") && !is_named("map.css"));
        Ok(())
    }
}
