//! The tools that the commands need: each is looked for, and brought where it is missing.
//!
//! A step says what it does and how long that takes; where nothing is missing, nothing is done or said.

use crate::command;
use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use xtask::engines::Engine;
use xtask::place;

const TARGET: &str = "wasm32-unknown-unknown";
const TRUNK: &str = "0.21.14";
const GECKODRIVER: &str = "0.37.1";
const DENY: &str = "0.20.2";
const FUZZ: &str = "0.13.2";

/// What to do where something cannot be brought.
const NOT_BROUGHT: &str =
    "it could not be brought: see that the network is there, and run the same command again";

/// A tool that runs for a second a day need not be fast itself: this halves its installation.
const BUILT_FAST: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256"),
];

/// Brings what it takes to look at the viewer while it is changed.
pub fn for_serving() -> Result<()> {
    bring_target()?;
    bring_trunk()?;
    bring_wasm_bindgen()
}

/// Brings what it takes to make a release.
pub fn for_building() -> Result<()> {
    for_serving()?;
    bring_modules()
}

/// Brings what it takes to draw the land anew.
pub fn for_drawing() -> Result<()> {
    bring_modules()
}

/// Brings what it takes to measure and photograph the viewer in a browser.
pub fn for_browsing() -> Result<()> {
    for_building()?;
    bring_browsers(&[Engine::Chromium])
}

/// Brings what the viewer is measured beside.
pub fn for_comparing() -> Result<()> {
    for_browsing()?;
    bring_packages_of_npm("benches/peers", "peers", "the libraries of the peers")
}

/// Brings what it takes to have Lighthouse look at the viewer.
pub fn for_lighthouse() -> Result<()> {
    for_browsing()?;
    bring_packages_of_npm("tests/lighthouse", "lighthouse", "Lighthouse, which looks at pages")
}

/// Brings what it takes to test the viewer in every engine.
pub fn for_testing() -> Result<()> {
    for_building()?;
    bring_geckodriver()?;
    bring_browsers(&Engine::ALL)?;
    bring_paper_reader()?;
    bring_java()?;
    bring_office()
}

/// Brings what it takes to try the examples for hosts.
pub fn for_hosting() -> Result<()> {
    for_browsing()?;
    bring_servers()
}

/// Brings what it takes to see what a content system makes of an embed.
pub fn for_publishing() -> Result<()> {
    for_browsing()?;
    bring_wordpress()
}

/// Brings what it takes to look at the dependencies.
pub fn for_auditing() -> Result<()> {
    if is_version("cargo-deny", DENY) {
        return Ok(());
    }
    say(&format!("cargo-deny {DENY}"), "looks at the dependencies", "about 10 minutes");
    install(DENY, &["--locked", "cargo-deny"])
}

/// Brings what it takes to fuzz.
pub fn for_fuzzing() -> Result<()> {
    let nightly = command::output(command::new("rustup").args(["run", "nightly", "rustc", "-V"]));
    nightly.context("fuzzing takes a nightly toolchain: run `rustup toolchain install nightly`")?;
    if is_version("cargo-fuzz", FUZZ) {
        return Ok(());
    }
    say(&format!("cargo-fuzz {FUZZ}"), "runs the fuzzer", "about a minute");
    install(FUZZ, &["--locked", "cargo-fuzz"])
}

/// Brings what it takes to check the code.
pub fn for_checking() -> Result<()> {
    for (component, name) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if command::output(&mut command::cargo([component, "--version"])).is_none() {
            say(name, "checks the code", "a few seconds");
            add_to_toolchain(&["component", "add", name])?;
        }
    }
    Ok(())
}

/// Where a tool stands: among those brought here, or on `PATH`.
pub fn find(name: &str) -> Option<PathBuf> {
    place::program(&[name], &folders())
}

/// A `PATH` on which trunk finds the tools brought here.
pub fn path() -> Result<OsString> {
    let usual = env::var_os("PATH").unwrap_or_default();
    let all = folders().into_iter().chain(env::split_paths(&usual));
    env::join_paths(all).context("a folder on PATH has a name that PATH cannot hold")
}

fn bring_target() -> Result<()> {
    if libraries()?.join(TARGET).is_dir() {
        return Ok(());
    }
    say(TARGET, "the target that browsers run", "a few seconds");
    add_to_toolchain(&["target", "add", TARGET])
}

/// The toolchain's folder of libraries; it tells what there is with any toolchain, rustup's or not.
fn libraries() -> Result<PathBuf> {
    let sysroot = command::output(command::new("rustc").args(["--print", "sysroot"]))
        .context("rustc does not run: install Rust with rustup")?;
    Ok(PathBuf::from(sysroot.trim()).join("lib/rustlib"))
}

fn bring_trunk() -> Result<()> {
    if is_version("trunk", TRUNK) {
        return Ok(());
    }
    say(&format!("trunk {TRUNK}"), "bundles the viewer", "about 5 minutes");
    let arguments = ["--locked", "trunk", "--no-default-features", "--features", "rustls"];
    install(TRUNK, &arguments)
}

fn bring_wasm_bindgen() -> Result<()> {
    let lock = fs::read_to_string(place::root().join("Cargo.lock"))
        .context("Cargo.lock is missing: run `cargo generate-lockfile`")?;
    let version = locked(&lock, "wasm-bindgen")
        .context("Cargo.lock has no wasm-bindgen: run `cargo generate-lockfile`")?;
    if is_version("wasm-bindgen", version) {
        return Ok(());
    }
    say(&format!("wasm-bindgen {version}"), "joins wasm and JavaScript", "about a minute");
    // Without --locked: a dependency of its lock file has been withdrawn.
    install(version, &["wasm-bindgen-cli"])
}

/// Brings npm's packages: wasm-opt, what checks pages and reads exported files in the tests, so that they are read by what
/// we did not write, and the outlines of the land.
fn bring_modules() -> Result<()> {
    let why = "wasm-opt, readers of exports for the tests, and outlines of the land";
    bring_packages_of_npm("xtask", "npm", why)?;
    link_for_hand("wasm-opt")
}

/// Brings npm's packages that a folder of ours names, just those of its lock file, into a folder of the tools.
fn bring_packages_of_npm(wanted: &str, folder: &str, why: &str) -> Result<()> {
    const FILES: [&str; 2] = ["package.json", "package-lock.json"];
    let (source, folder) = (place::root().join(wanted), tools().join(folder));
    // npm writes this when it is done.
    let done = folder.join("node_modules/.package-lock.json");
    let is_same =
        |file: &&str| fs::read(folder.join(file)).ok() == fs::read(source.join(file)).ok();
    if done.is_file() && FILES.iter().all(is_same) {
        return Ok(());
    }
    say("npm's packages", why, "about half a minute");
    let npm = find("npm").context("npm is missing: install Node.js with npm")?;
    fs::create_dir_all(&folder)?;
    // What was there before is not taken for what is wanted, should this be interrupted.
    if done.exists() {
        fs::remove_file(&done)?;
    }
    for file in FILES {
        fs::copy(source.join(file), folder.join(file))
            .with_context(|| format!("{wanted}/{file} is missing"))?;
    }
    let mut npm = command::new(npm);
    npm.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(&folder);
    command::run(&mut npm).context(NOT_BROUGHT)
}

/// Puts a program of npm's beside the other tools, for whoever starts trunk by hand with those on `PATH`.
fn link_for_hand(name: &str) -> Result<()> {
    let folder = tools().join("bin");
    let link = folder.join(name);
    fs::create_dir_all(&folder)?;
    #[cfg(unix)]
    if link.symlink_metadata().is_err() {
        std::os::unix::fs::symlink(Path::new("../npm/node_modules/.bin").join(name), &link)
            .with_context(|| format!("could not write {}", link.display()))?;
    }
    Ok(())
}

fn bring_office() -> Result<()> {
    if place::program(&["soffice"], &[]).is_some() {
        return Ok(());
    }
    let packages = ["libreoffice-calc-nogui"];
    bring_packages(
        "LibreOffice",
        &packages,
        "opens exported tables, for the tests, from Debian",
        "a minute or two",
    )
}

fn bring_geckodriver() -> Result<()> {
    if is_version("geckodriver", GECKODRIVER) {
        return Ok(());
    }
    say(&format!("geckodriver {GECKODRIVER}"), "drives Firefox", "a few minutes");
    install(GECKODRIVER, &["--locked", "geckodriver"])
}

fn bring_browsers(engines: &[Engine]) -> Result<()> {
    let missing: Vec<Engine> =
        engines.iter().copied().filter(|engine| engine.find().is_none()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let packages: Vec<&str> =
        missing.iter().flat_map(|engine| engine.packages()).copied().collect();
    let missing = format!("{names} or a driver");
    bring_packages(&missing, &packages, "the browsers of the tests, from Debian", "a minute or two")
}

/// Brings what reads back a page that a browser has printed.
fn bring_paper_reader() -> Result<()> {
    if find("pdftotext").is_some() && find("pdfinfo").is_some() {
        return Ok(());
    }
    let why = "reads what the tests print, from Debian";
    bring_packages("pdftotext", &["poppler-utils"], why, "a few seconds")
}

/// Brings the web servers that there are examples for. Apache without what would start it with the machine.
fn bring_servers() -> Result<()> {
    let folders = [PathBuf::from("/usr/sbin")];
    if ["nginx", "apache2"].iter().all(|it| place::program(&[it], &folders).is_some()) {
        return Ok(());
    }
    let why = "the web servers of the tests, from Debian";
    bring_packages("nginx or Apache", &["nginx", "apache2-bin"], why, "a few seconds")
}

/// Brings `WordPress`, and what it runs on. The database without what would start it with the machine; `WordPress` itself
/// is fetched and not installed, since Debian's package would bring a web server that starts, too.
fn bring_wordpress() -> Result<()> {
    const FETCHED: [&str; 2] = ["wordpress", "wordpress-theme-twentytwentythree"];
    let folder = place::wordpress();
    let files: Vec<PathBuf> =
        fs::read_dir(&folder).into_iter().flatten().flatten().map(|it| it.path()).collect();
    let is_fetched = FETCHED.iter().all(|name| {
        let begin = [*name, "_"].concat();
        files.iter().any(|it| {
            let is_its = it.file_stem().is_some_and(|it| it.to_string_lossy().starts_with(&begin));
            is_its && it.extension().is_some_and(|it| it == "deb")
        })
    });
    let modules = command::output(command::new("php").arg("-m")).unwrap_or_default();
    let database = place::program(&["mariadbd"], &[PathBuf::from("/usr/sbin")]);
    if is_fetched && modules.contains("mysqli") && database.is_some() {
        return Ok(());
    }
    let missing = "WordPress, PHP or MariaDB";
    let why = "what WordPress runs on, for the tests, from Debian";
    let packages = ["mariadb-server-core", "php-cli", "php-mysql"];
    bring_packages(missing, &packages, why, "a minute")?;
    say(&FETCHED.join(" "), "a content system, for the tests, from Debian", "a few seconds");
    fs::create_dir_all(&folder).with_context(|| format!("could not make {}", folder.display()))?;
    // What apt would fetch them as may not write there.
    let how = ["-q", "-o", "APT::Sandbox::User=root", "download"];
    let mut command = command::new("apt-get");
    command::run(command.args(how).args(FETCHED).current_dir(folder)).context(NOT_BROUGHT)
}

/// Brings what the validator of the tests runs on.
fn bring_java() -> Result<()> {
    if find("java").is_some() {
        return Ok(());
    }
    let why = "runs the W3C's validator, for the tests, from Debian";
    bring_packages("java", &["default-jre-headless"], why, "a minute")
}

/// Brings packages as Debian names them.
fn bring_packages(missing: &str, packages: &[&str], why: &str, time: &str) -> Result<()> {
    let listed = packages.join(" ");
    let by_hand = format!("install these packages by hand: {listed}");
    if find("apt-get").is_none() {
        bail!("{missing} is missing, and so is apt-get: {by_hand} (as Debian names them)");
    }
    let user = command::output(command::new("id").arg("-u")).unwrap_or_default();
    if user.trim() != "0" {
        bail!("{missing} is missing, and only root may install it: {by_hand}");
    }
    say(&listed, why, time);
    apt(&["update"])?;
    let options = ["install", "-y", "--no-install-recommends"];
    apt(&[&options[..], packages].concat())
}

fn apt(arguments: &[&str]) -> Result<()> {
    let mut command = command::new("apt-get");
    command::run(command.arg("-q").args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
        .context(NOT_BROUGHT)
}

fn add_to_toolchain(arguments: &[&str]) -> Result<()> {
    let rustup = find("rustup").with_context(|| {
        format!(
            "rustup is missing; give your toolchain by other means what this would: rustup {}",
            arguments.join(" ")
        )
    })?;
    command::run(command::new(rustup).args(arguments)).context(NOT_BROUGHT)
}

fn install(version: &str, arguments: &[&str]) -> Result<()> {
    let mut command = command::cargo(["install", "--version", version]);
    command.arg("--root").arg(tools()).args(arguments).envs(BUILT_FAST);
    // Cargo's own folder for this keeps the workspace's free of another profile's files.
    command::run(command.env_remove("CARGO_TARGET_DIR")).context(NOT_BROUGHT)
}

fn is_version(tool: &str, version: &str) -> bool {
    let printed = find(tool).and_then(|tool| command::output(command::new(tool).arg("--version")));
    printed.is_some_and(|text| text.split_whitespace().any(|word| word == version))
}

/// The version of a package in a lock file.
fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

fn tools() -> PathBuf {
    place::target().join("tools")
}

fn folders() -> Vec<PathBuf> {
    vec![tools().join("bin"), tools().join("npm/node_modules/.bin")]
}

fn say(what: &str, why: &str, time: &str) {
    println!("Bringing {what}: {why}; takes {time}.");
}

#[cfg(test)]
mod tests {
    use super::locked;
    use std::fs;
    use xtask::place;

    #[test]
    fn a_version_is_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked(lock, "wasm"), None);
    }
    #[test]
    fn trunk_wants_the_wasm_opt_that_npm_brings() {
        let read = |file| fs::read_to_string(place::root().join(file)).expect("a file of ours");
        let trunk = read("Trunk.toml");
        let version = trunk.split_once("wasm_opt = \"version_").expect("a version").1;
        let version = version.split('"').next().expect("its end");
        assert!(read("xtask/package.json").contains(&format!("\"binaryen\": \"{version}.0.0\"")));
    }
}
