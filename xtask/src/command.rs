//! Running other programs: where they run, and what is said when one fails.

use crate::tools;
use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use xtask::place;

/// Cargo, the one that runs this program.
pub fn cargo<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = new(program);
    command.args(arguments);
    command
}

/// Any program, run from the root and without a stdin to wait for.
pub fn new(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command
        .current_dir(place::root())
        .env("CARGO_TARGET_DIR", place::target())
        .stdin(Stdio::null());
    // They would take the place of what `.cargo/config.toml` and `flags` say, without a word.
    command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    command
}

/// Trunk, in a world in which it finds everything that it asks for.
pub fn trunk<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Result<Command> {
    let program = tools::find("trunk").context("trunk is missing")?;
    let mut command = new(program);
    command.args(arguments).env("PATH", tools::path()?);
    // Trunk takes this variable for one of its switches and refuses the usual `1`.
    command.env_remove("NO_COLOR");
    // What stopped it is said by the program that it ran; its own frames say nothing more.
    command.env("RUST_BACKTRACE", "0");
    Ok(command)
}

/// Runs a program to its end, with its output on ours.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("could not start {}", said(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", said(command));
    }
    Ok(())
}

/// Runs a program to its end, hands on its lines, and shows each to `line`.
pub fn run_read(command: &mut Command, mut line: impl FnMut(&str)) -> Result<()> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("could not start {}", said(command)))?;
    for text in child.stdout.take().into_iter().flat_map(lines) {
        println!("{text}");
        line(&text);
    }
    let status = child.wait().with_context(|| format!("lost {}", said(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", said(command));
    }
    Ok(())
}

/// What a program prints, if it runs and ends well.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A command as one would type it.
pub fn said(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program()).file_stem().unwrap_or_default();
    let words = [program].into_iter().chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

/// Lines of any bytes: a test may print what is not UTF-8.
fn lines(from: impl Read) -> impl Iterator<Item = String> {
    let pieces = BufReader::new(from).split(b'\n').map_while(std::io::Result::ok);
    pieces.map(|piece| String::from_utf8_lossy(&piece).trim_end_matches('\r').to_owned())
}
