//! `cargo xtask audit`: what is shipped, what builds it and what fuzzes it, held to `deny.toml`.

use crate::{command, tools};
use anyhow::Result;
use std::process::{Command, ExitCode};
use xtask::place;

/// What has a lock file of its own: the product with its tools, and the fuzzer.
const WORKSPACES: [&str; 2] = ["Cargo.toml", "fuzz/Cargo.toml"];

/// What the command ends with where nothing is wrong, but known faults were not looked for.
const UNFINISHED: u8 = 2;

/// Looks at every dependency. What is wrong is an error; that it could not look for known faults has a code of its own, so
/// that nobody takes it for the answer that there are none.
pub fn audit() -> Result<ExitCode> {
    tools::for_auditing()?;
    for workspace in WORKSPACES {
        println!("== {workspace}: licences, bans, sources");
        // An exception is for one of them, and the other has no use for it.
        let checks =
            ["check", "-A", "license-exception-not-encountered", "licenses", "bans", "sources"];
        command::run(deny(workspace)?.args(checks))?;
    }
    // Known faults are a list of others', which has to be fetched.
    if let Err(error) = command::run(deny(WORKSPACES[0])?.args(["fetch", "db"])) {
        eprintln!(
            "\nKNOWN FAULTS WERE NOT LOOKED FOR: their list is not to be had ({error:#}).\n\
             Licences, bans and sources hold. Run this again where the list can be fetched."
        );
        return Ok(ExitCode::from(UNFINISHED));
    }
    for workspace in WORKSPACES {
        println!("== {workspace}: known faults");
        command::run(deny(workspace)?.args(["--offline", "check", "advisories"]))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// cargo-deny for all packages of a workspace, by the rules that there are for each.
fn deny(workspace: &str) -> Result<Command> {
    let mut cargo = command::cargo(["deny", "--locked", "--workspace", "--manifest-path"]);
    cargo.arg(workspace).arg("--config").arg(place::root().join("deny.toml"));
    // Cargo looks for its subcommands on the path.
    cargo.env("PATH", tools::path()?);
    Ok(cargo)
}
