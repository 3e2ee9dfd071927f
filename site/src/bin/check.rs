//! Says all that is wrong in a corpus, as one JSON; `cargo xtask pack` calls it before it builds with that.

use anyhow::{Context, Result, bail};
use claim_atlas::corpus::{SeedFile, check_json};
use std::fs;

fn main() -> Result<()> {
    let Some(name) = std::env::args().nth(1) else { bail!("give a corpus, as one JSON") };
    let text = fs::read_to_string(&name).with_context(|| format!("{name} cannot be read"))?;
    let Err(faults) = check_json(&SeedFile { name: name.clone(), text }) else { return Ok(()) };
    bail!("{name} breaks the rules of a corpus:\n{faults}")
}
