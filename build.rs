//! Reads the seeds, holds them to their rules, and writes the assets that are compiled in: the corpus as
//! JSON, and the fingerprints.

#[path = "src/corpus/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the build needs only what reads and checks")]
mod corpus;

use corpus::{Edition, Fault, SeedFile, Source};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

/// Where this is set, what is wrong with the fingerprints stops nothing: what makes them is built so.
const UNPRINTED: &str = "CLAIM_ATLAS_UNPRINTED";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=seeds");
    println!("cargo::rerun-if-env-changed={UNPRINTED}");
    match bundle() {
        Ok(()) => ExitCode::SUCCESS,
        Err(faults) => {
            for fault in faults {
                println!("cargo::error={fault}");
            }
            ExitCode::FAILURE
        }
    }
}

fn bundle() -> Result<(), Vec<String>> {
    let say = |error: io::Error| vec![format!("the seeds cannot be read: {error}")];
    let lines =
        |faults: Vec<Fault>| faults.iter().map(ToString::to_string).collect::<Vec<String>>();
    let files = seed_files("").map_err(say)?;
    let mut source = corpus::check(&files).map_err(lines)?;
    let prints = seed_files("fingerprints/").map_err(say)?;
    let prints = match corpus::prints(&prints, &source) {
        Err(faults) if env::var_os(UNPRINTED).is_none() => return Err(lines(faults)),
        prints => prints.unwrap_or_default(),
    };
    let edition = source.edition.take();
    let sha256 = Sha256::digest(as_json(&source)?);
    let sha256 = format!("{sha256:x}");
    source.edition = edition.map(|edition| Edition { sha256, ..edition });
    let json = as_json(&source)?;
    fs::write(out("prints.bin"), prints).map_err(say)?;
    fs::write(out("corpus.json"), json).map_err(say)
}

fn out(name: &str) -> PathBuf {
    env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default().join(name)
}

fn as_json(source: &Source) -> Result<String, Vec<String>> {
    serde_json::to_string(source).map_err(|error| vec![error.to_string()])
}

/// The JSON files of the seeds' folder, or of one in it, by name, so that the asset is the same on every
/// machine.
fn seed_files(folder: &str) -> io::Result<Vec<SeedFile>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(Path::new("seeds").join(folder))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let name = folder.to_owned() + &name;
            files.push(SeedFile { name, text: fs::read_to_string(&path)? });
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}
