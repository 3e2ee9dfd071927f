//! Reads the seeds and the locales, holds both to their rules, and writes what is compiled in: the corpus as one JSON,
//! the texts of the interface as Rust.

#[path = "src/corpus/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the build needs only what reads and checks")]
mod corpus;

#[path = "build/locales/mod.rs"]
mod locales;

/// The corpus gives its texts in the languages of the viewer, which the build is only about to write, and needs none of.
#[allow(dead_code, clippy::unused_self, reason = "the build shows no text")]
mod locale {
    #[derive(Clone, Copy)]
    pub enum Lang {
        En,
    }

    impl Lang {
        pub const ALL: [Self; 1] = [Self::En];
        pub const REFERENCE: Self = Self::En;

        pub fn tag(self) -> &'static str {
            "en"
        }
    }
}

use corpus::{Edition, Faults, SeedFile, Source};
use locales::LocaleFile;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

/// Where this is set the corpus is built without its fingerprints, so that stale ones stop nothing: what
/// makes them anew is built so.
const UNPRINTED: &str = "CLAIM_ATLAS_UNPRINTED";

/// Where this names a file, that corpus is compiled in, as one JSON, in place of the seeds.
const CORPUS: &str = "CLAIM_ATLAS_CORPUS";

/// Where this is set it is the address at which readers report mistakes; the notes name it.
const CORRECTIONS: &str = "CLAIM_ATLAS_CORRECTIONS";

/// Where this is set it names the hosts that the site may ask for a corpus, besides its own.
const HOSTS: &str = "CLAIM_ATLAS_HOSTS";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=seeds");
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-env-changed={UNPRINTED}");
    println!("cargo::rerun-if-env-changed={CORPUS}");
    println!("cargo::rerun-if-env-changed={CORRECTIONS}");
    println!("cargo::rerun-if-env-changed={HOSTS}");
    let faults: Vec<String> = [bundle(), write_texts(), corrections(), hosts()]
        .into_iter()
        .filter_map(Result::err)
        .flatten()
        .collect();
    for fault in &faults {
        println!("cargo::error={fault}");
    }
    if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Writes the texts of the interface as Rust.
fn write_texts() -> Result<(), Vec<String>> {
    let say = |error: io::Error| vec![format!("the locales cannot be read: {error}")];
    let files = files("locales", "toml").map_err(say)?;
    let files: Vec<LocaleFile> =
        files.into_iter().map(|(name, text)| LocaleFile { name, text }).collect();
    fs::write(out("locales.rs"), locales::rust(&files)?).map_err(say)
}

/// Holds the address for mistakes to what a link can lead to.
fn corrections() -> Result<(), Vec<String>> {
    let Some(address) = env::var_os(CORRECTIONS) else { return Ok(()) };
    let address = address.to_string_lossy();
    let rest = ["mailto:", "https://"].iter().find_map(|it| address.strip_prefix(it));
    if rest.is_some_and(|it| !it.is_empty() && !it.contains(char::is_whitespace)) {
        return Ok(());
    }
    Err(vec![format!(
        "{CORRECTIONS} is an address like mailto:corrections@example.org or https://example.org/report, \
         not `{address}`"
    )])
}

/// Holds the hosts to what a page's policy can name: addresses without a path, with blanks between them.
fn hosts() -> Result<(), Vec<String>> {
    let hosts = env::var(HOSTS).unwrap_or_default();
    let wrong = hosts.split_whitespace().filter(|it| !is_origin(it));
    let wrong: Vec<String> = wrong
        .map(|it| format!("{HOSTS} holds addresses like https://data.example.org, not `{it}`"))
        .collect();
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

/// Whether an address is written as browsers write an origin: in small letters, with a port only where that is not the
/// usual one. Written otherwise a page's policy would allow what the program refuses.
fn is_origin(address: &str) -> bool {
    let Some(rest) = address.strip_prefix("https://") else { return false };
    let (name, port) = rest.split_once(':').map_or((rest, None), |(name, port)| (name, Some(port)));
    let is_sign = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
    let is_label = |it: &str| {
        !it.is_empty() && !it.starts_with('-') && !it.ends_with('-') && it.bytes().all(is_sign)
    };
    let is_port = |it: &str| {
        it.parse::<u16>().is_ok_and(|port| port != 443 && port > 0 && port.to_string() == it)
    };
    name.split('.').all(is_label) && port.is_none_or(is_port)
}

fn bundle() -> Result<(), Vec<String>> {
    let say = |error: io::Error| vec![format!("the corpus cannot be read: {error}")];
    let mut source = match env::var_os(CORPUS) {
        Some(path) => {
            let path = PathBuf::from(path);
            println!("cargo::rerun-if-changed={}", path.display());
            let text = fs::read_to_string(&path).map_err(say)?;
            let file = SeedFile { name: path.display().to_string(), text };
            corpus::check_json(&file).map_err(|faults| said("", &faults))?
        }
        None => seeds()?,
    };
    let edition = source.edition.take();
    let sha256 = Sha256::digest(as_json(&source)?);
    let sha256 = format!("{sha256:x}");
    source.edition = edition.map(|edition| Edition { sha256, ..edition });
    let json = as_json(&source)?;
    fs::write(out("corpus.json"), json).map_err(say)
}

/// The corpus of `seeds/`.
fn seeds() -> Result<Source, Vec<String>> {
    let say = |error: io::Error| vec![format!("the seeds cannot be read: {error}")];
    let mut files = seed_files("").map_err(say)?;
    if env::var_os(UNPRINTED).is_none() {
        files.extend(seed_files("fingerprints/").map_err(say)?);
    }
    corpus::check_files(&files).map_err(|faults| said("seeds/", &faults))
}

/// The faults, a line each, of files that are named from a folder.
fn said(folder: &str, faults: &Faults) -> Vec<String> {
    let more = (faults.more > 0).then(|| format!("and {} more", faults.more));
    faults.listed.iter().map(|fault| format!("{folder}{fault}")).chain(more).collect()
}

fn out(name: &str) -> PathBuf {
    env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default().join(name)
}

fn as_json(source: &Source) -> Result<String, Vec<String>> {
    serde_json::to_string(source).map_err(|error| vec![error.to_string()])
}

/// The JSON files of the seeds' folder, or of one in it.
fn seed_files(folder: &str) -> io::Result<Vec<SeedFile>> {
    let files = files(Path::new("seeds").join(folder), "json")?.into_iter();
    Ok(files.map(|(name, text)| SeedFile { name: folder.to_owned() + &name, text }).collect())
}

/// The files of a folder with an extension, each by its name: in that order, so that what is made of them is the same on
/// every machine.
fn files(folder: impl AsRef<Path>, extension: &str) -> io::Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == extension) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push((name, fs::read_to_string(&path)?));
        }
    }
    files.sort();
    Ok(files)
}
