//! The project's commands: `cargo xtask` lists them.

mod audit;
mod command;
mod flags;
mod fuzz;
mod reproduce;
mod serve;
mod suite;
mod tools;

use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use xtask::{place, size};

const HELP: &str = "\
Usage: cargo xtask <command>

  serve [arguments]      serve the viewer here, print its address, and follow changes; arguments go to trunk
  dist                   build the release in dist/, and dist.zip of it to be handed on
  pack CORPUS.json [FOLDER]
                         build the release with another corpus in it, once that keeps to the rules; in dist/ or elsewhere
  test [core | browser | hosts | cms]
                         run every check and test, or only the core's or the browser's; or, which are no part of every
                         test, start nginx and Apache with the examples for hosts, or WordPress with articles that embed
  reproduce              build the newest commit twice, elsewhere, and see that both give the same bytes
  audit                  hold dependencies to deny.toml: their licences, where they come from, known faults; ends with 2 where
                         all of it holds but the list of known faults is not to be had
  fuzz TARGET [arguments]
                         look for bytes that break what reads links, corpora, copies or tables; arguments go to libFuzzer
  size                   weigh the first load, by file, against its budget
  bench [loads]          measure how fast the viewer is ready, and hold it to its bars
  bench peers [--claims N,…] [--slow N,…] [--rounds N] [--pages NAME,…]
                         measure the viewer beside plain pages of peers, into target/peers.md
  lighthouse [looks]     have Lighthouse look at the release as a phone loads it, and hold it to its bars
  shots [fragments]      photograph the viewer at phone, tablet and desktop size in target/shots/
  shots readme           make the README's pictures anew, in docs/pictures/
  fingerprint TEXT …     make what is kept of source texts; `--check FOLDER` holds the corpus to them
  schema                 write seeds/corpus.schema.json from the types
  changes OLD.json NEW.json
                         write what changed from one edition to another beside the newer, as Markdown and as Atom
  land                   write the map's land and its countries' anchors from Natural Earth
  synth [--claims N] [--seed S]
                         make a corpus up, to build with by CLAIM_ATLAS_CORPUS=FILE and to measure
  finish                 write what a release has besides the program; trunk calls this as it builds

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
            tools::for_serving()?;
            serve::serve(rest)?;
        }
        ("dist", []) => dist()?,
        ("pack", [corpus]) => pack(&here()?.join(corpus), &place::dist())?,
        ("pack", [corpus, folder]) => pack(&here()?.join(corpus), &here()?.join(folder))?,
        ("test", []) => return suite::test(None),
        ("test", [part]) => return suite::test(Some(part)),
        ("size", []) => return weigh(),
        ("bench", [peers, rest @ ..]) if peers == "peers" => {
            tools::for_comparing()?;
            in_browser("peers", rest)?;
        }
        ("lighthouse", rest) => {
            tools::for_lighthouse()?;
            in_browser(name, rest)?;
        }
        ("bench" | "shots", rest) => in_browser(name, rest)?,
        ("fingerprint", rest) => fingerprint(rest)?,
        ("schema", []) => schema()?,
        ("changes", [old, new]) => changes(old, new)?,
        ("land", []) => land()?,
        ("synth", rest) => synth(rest)?,
        ("finish", []) => finish()?,
        ("reproduce", []) => reproduce::reproduce()?,
        ("audit", []) => return audit::audit(),
        ("fuzz", [target, rest @ ..]) => fuzz::fuzz(target, rest)?,
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

/// Where the command was called: files are named from there.
fn here() -> Result<PathBuf> {
    std::env::current_dir().context("the folder is gone in which the command was called")
}

/// Makes the release with another corpus in it, in a folder.
fn pack(corpus: &Path, folder: &Path) -> Result<()> {
    // Trunk empties the folder that it writes to.
    ensure!(
        is_free(folder),
        "{} holds something: name a folder that is empty, or not there yet",
        folder.display()
    );
    let mut check =
        command::cargo(["run", "--quiet", "-p", "claim-atlas-site", "--bin", "check", "--"]);
    command::run(check.arg(corpus)).context("nothing was built: mend what is named above")?;
    tools::for_building()?;
    let mut trunk = trunk_release()?;
    command::run(trunk.arg("--dist").arg(folder).env("CLAIM_ATLAS_CORPUS", corpus))
        .context(FAILED)?;
    // Beside the release of the project, and no other, stands one file of it.
    if folder == place::dist() { archive() } else { Ok(()) }
}

/// Whether nothing of anybody's is lost where a folder is written anew. What is ours is known by its whole path: another
/// may begin as that does, and lead elsewhere.
fn is_free(folder: &Path) -> bool {
    let is_ours = [place::dist(), place::packed()].iter().any(|it| it == folder);
    let is_empty = || fs::read_dir(folder).is_ok_and(|mut it| it.next().is_none());
    is_ours || !folder.exists() || is_empty()
}

const FAILED: &str =
    "the release did not build: mend what is named above, and run the command again";

/// Makes the release, with tools that are all there, and one file of it to be handed on.
fn release() -> Result<()> {
    command::run(&mut trunk_release()?).context(FAILED)?;
    archive()
}

/// Trunk, as it makes a release that names nothing of this machine.
fn trunk_release() -> Result<Command> {
    let mut trunk = command::trunk(["build", "--release"])?;
    trunk.env(flags::VARIABLE, flags::flags()?);
    Ok(trunk)
}

/// Makes one file of the release, to be handed on.
fn archive() -> Result<()> {
    let mut site =
        command::cargo(["run", "--quiet", "-p", "claim-atlas-site", "--bin", "archive", "--"]);
    let examples = place::root().join("examples/hosts");
    command::run(site.args([place::dist(), examples, place::archive()]))
}

/// Writes what a release has besides the program; trunk calls this when it has built.
fn finish() -> Result<()> {
    let set =
        |name| std::env::var(name).with_context(|| format!("{name} is not set: trunk sets it"));
    if set("TRUNK_PROFILE")? != "release" {
        return Ok(());
    }
    let mut site = command::cargo(["run", "--quiet", "-p", "claim-atlas-site", "--"]);
    command::run(site.arg(set("TRUNK_STAGING_DIR")?))
}

fn weigh() -> Result<ExitCode> {
    let load = size::Load::of(&place::dist())?;
    println!("{load}\n");
    let mut fits = load.fits();
    println!("{:19}  {:>9}  {:>9}  {:>9}", "file handed on", "raw", "bar", "goal");
    for size::HandedOn { name, bytes, budget } in size::handed_on(&place::dist())? {
        println!("{name:19}  {bytes:>9}  {:>9}  {:>9}", budget.bar, budget.goal);
        fits &= bytes <= budget.bar;
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
        command::cargo(["run", "--quiet", "-p", "claim-atlas-site", "--bin", "fingerprint", "--"]);
    // Texts are named from where the command was called.
    cargo.current_dir(std::env::current_dir()?);
    // A build asks for fingerprints, and to make them is what this is built for.
    if arguments.first().is_none_or(|it| it != "--check") {
        cargo.env("CLAIM_ATLAS_UNPRINTED", "1");
    }
    command::run(cargo.args(arguments))
}

/// Writes the JSON Schema of the corpus.
fn schema() -> Result<()> {
    let mut cargo = command::cargo(["run", "--quiet", "-p", "claim-atlas-site", "--bin", "schema"]);
    command::run(&mut cargo)
}

/// Writes what changed from one edition to another.
fn changes(old: &str, new: &str) -> Result<()> {
    let mut cargo =
        command::cargo(["run", "--quiet", "-p", "claim-atlas-site", "--bin", "changes", "--"]);
    // The editions are named from where the command was called.
    command::run(cargo.current_dir(std::env::current_dir()?).args([old, new]))
}

/// Writes the land of the map, and where on it each country is.
fn land() -> Result<()> {
    tools::for_drawing()?;
    let mut cargo = command::cargo(["run", "--quiet", "-p", "claim-atlas-site", "--bin", "land"]);
    command::run(&mut cargo)
}

/// Makes a corpus up.
fn synth(arguments: &[String]) -> Result<()> {
    let words =
        ["run", "--quiet", "--release", "-p", "claim-atlas-benches", "--bin", "synth", "--"];
    command::run(command::cargo(words).args(arguments))
}

/// Runs one of the browser tests' programs on a fresh release.
fn in_browser(program: &str, arguments: &[String]) -> Result<()> {
    tools::for_browsing()?;
    dist()?;
    let mut cargo =
        command::cargo(["run", "--quiet", "-p", "claim-atlas-tests", "--bin", program, "--"]);
    command::run(cargo.args(arguments))
}

#[cfg(test)]
mod tests {
    use super::is_free;
    use xtask::place;

    #[test]
    fn only_what_is_empty_or_ours_is_written_anew() {
        let folder = std::env::temp_dir();
        assert!(!is_free(place::root()) && !is_free(&folder));
        assert!(is_free(&folder.join("not-there-yet")));
        assert!(is_free(&place::packed()) && is_free(&place::dist()));
        // Cargo's own, and what a way through it leads to.
        assert!(!is_free(&place::target()) && !is_free(&place::target().join("..")));
    }
}
