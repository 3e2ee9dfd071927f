//! `cargo xtask fuzz`: a fuzzer looks for bytes that break what reads links, corpora, copies and tables.

use crate::{command, tools};
use anyhow::{Context, Result};
use std::fs;
use xtask::place;

/// Looks for what breaks a target, until something does, or as long as arguments of libFuzzer say
/// (`-max_total_time=600`, `-runs=1000000`). What it finds on the way is in `target/fuzz`, so that only what somebody has
/// chosen is kept in `fuzz/corpus`.
pub fn fuzz(target: &str, arguments: &[String]) -> Result<()> {
    tools::for_fuzzing()?;
    let found = place::target().join("fuzz").join(target);
    fs::create_dir_all(&found).with_context(|| format!("could not make {}", found.display()))?;
    let mut rustup = command::new("rustup");
    // Nothing of it has `unsafe` but its libraries, so that it looks for panics, and does so faster.
    rustup.args(["run", "nightly", "cargo", "fuzz", "run", "--sanitizer", "none", target]);
    rustup.arg(found).arg(place::root().join("fuzz/corpus").join(target));
    rustup.arg("--").args(arguments);
    rustup.env("CARGO_TARGET_DIR", place::target().join("fuzzer")).env("PATH", tools::path()?);
    // They name the toolchain that runs this.
    rustup.env_remove("RUSTUP_TOOLCHAIN").env_remove("CARGO");
    command::run(&mut rustup).context(
        "keep the input that is named above in fuzz/corpus, so that the tests have it, and mend what breaks",
    )
}
