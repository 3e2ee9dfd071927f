//! The project's commands: `cargo xtask` lists them.

mod command;
mod finish;
mod serve;
mod suite;
mod tools;

use anyhow::{Result, bail};
use std::process::ExitCode;
use xtask::{place, size};

const HELP: &str = "\
Usage: cargo xtask <command>

  serve [arguments]      build the viewer, serve it here and print its address; arguments go to trunk
  dist                   build the release in dist/
  test [core | browser]  run every check and test, or only the core's or the browser's
  size                   weigh the first load, by file, against its budget
  bench [loads]          measure how fast the viewer is ready, and hold it to its bars
  shots [fragments]      photograph the viewer at phone, tablet and desktop size in target/shots/
  fingerprint TEXT …     make what is kept of source texts; `--check FOLDER` holds the corpus to them
  finish                 make a release's files fewer and smaller; trunk calls this as it builds

Tools that are missing are brought first, into target/tools/ where they need no root.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<ExitCode> {
    let Some((name, rest)) = arguments.split_first() else {
        println!("{HELP}");
        return Ok(ExitCode::SUCCESS);
    };
    match (name.as_str(), rest) {
        ("serve", rest) => {
            tools::for_building()?;
            serve::serve(rest)?;
        }
        ("dist", []) => dist()?,
        ("test", []) => return suite::test(None),
        ("test", [part]) => return suite::test(Some(part)),
        ("size", []) => return weigh(),
        ("bench" | "shots", rest) => in_browser(name, rest)?,
        ("fingerprint", rest) => fingerprint(rest)?,
        ("finish", []) => finish::finish()?,
        ("announce", [port]) => serve::announce(port)?,
        ("help" | "--help" | "-h", _) => println!("{HELP}"),
        _ => bail!("`{}` is no command\n\n{HELP}", arguments.join(" ")),
    }
    Ok(ExitCode::SUCCESS)
}

fn dist() -> Result<()> {
    tools::for_building()?;
    release()
}

/// Makes the release, with tools that are all there.
fn release() -> Result<()> {
    let mut trunk = command::trunk(["build", "--release", "--offline"])?;
    command::run(command::small(&mut trunk))
}

fn weigh() -> Result<ExitCode> {
    let load = size::Load::of(&place::dist())?;
    println!("{load}\n");
    let mut fits = load.fits();
    for (name, budget) in size::FILES {
        let bytes = std::fs::metadata(place::dist().join(name))?.len();
        println!("{name:20} {bytes:>7} of {budget}");
        fits &= bytes <= budget;
    }
    if fits {
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("error: something is over its budget");
    Ok(ExitCode::FAILURE)
}

/// Makes what is kept of source texts, or checks that it fits.
fn fingerprint(arguments: &[String]) -> Result<()> {
    let mut cargo =
        command::cargo(["run", "--quiet", "-p", "claim-atlas-forms", "--bin", "fingerprint", "--"]);
    // Texts are named from where the command was called.
    cargo.current_dir(std::env::current_dir()?);
    // A build asks for fingerprints, and to make them is what this is built for.
    if arguments.first().is_none_or(|it| it != "--check") {
        cargo.env("CLAIM_ATLAS_UNPRINTED", "1");
    }
    command::run(cargo.args(arguments))
}

/// Runs one of the browser tests' programs on a fresh release.
fn in_browser(program: &str, arguments: &[String]) -> Result<()> {
    tools::for_browsing()?;
    dist()?;
    let mut cargo =
        command::cargo(["run", "--quiet", "-p", "claim-atlas-tests", "--bin", program, "--"]);
    command::run(cargo.args(arguments))
}
