//! What rustc is told besides what `.cargo/config.toml` says, so that a release is the same wherever it is built: the places
//! of panics stand in it, and would name this machine's folders.

use crate::command;
use anyhow::{Context, Result};
use std::env;
use std::path::PathBuf;
use xtask::place;

/// The variable in which cargo looks for it, when it builds for browsers: for this target it takes the place of what the
/// settings say.
pub const VARIABLE: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// What `.cargo/config.toml` says; without it the program does not compile.
const SETTINGS: &str = "--cfg erase_components";

/// All of it.
pub fn flags() -> Result<String> {
    let mut flags = SETTINGS.to_owned();
    for (folder, name) in folders()? {
        let folder = folder.display().to_string();
        // Cargo takes the variable apart at spaces. Another one (CARGO_ENCODED_RUSTFLAGS) takes them, but counts for
        // whatever cargo builds: this program, too, which would be built anew under itself when trunk calls it.
        if folder.contains(char::is_whitespace) {
            eprintln!(
                "note: the release is not the same as others build, and names {folder}: cargo cannot be told otherwise of a \
                 folder with a space in its name. Build in another, with a CARGO_HOME and a RUSTUP_HOME without one"
            );
            continue;
        }
        flags.extend([" --remap-path-prefix=", &folder, "=", &name]);
    }
    Ok(flags)
}

/// The folders of this machine, each with what it is called in a release. Of those that fit the last counts.
fn folders() -> Result<[(PathBuf, String); 4]> {
    let rustc = |arguments: &[&str]| {
        let printed = command::output(command::new("rustc").args(arguments));
        printed.context("rustc does not run: install Rust with rustup")
    };
    let version = rustc(&["--version", "--verbose"])?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    // Where the library's source is installed, rustc names that; elsewhere it names this.
    let library =
        PathBuf::from(rustc(&["--print", "sysroot"])?.trim()).join("lib/rustlib/src/rust");
    let library_name = format!("/rustc/{}", commit.context("rustc does not say what it is")?);
    let crates = env::var_os("CARGO_HOME").map(PathBuf::from);
    let crates = crates.or_else(|| Some(env::home_dir()?.join(".cargo")));
    Ok([
        (place::root().to_owned(), "claim-atlas".to_owned()),
        (place::target(), "target".to_owned()),
        (crates.context("there is no home folder")?, "cargo".to_owned()),
        (library, library_name),
    ])
}

#[cfg(test)]
mod tests {
    use super::{SETTINGS, flags};
    use std::fs;
    use xtask::place;

    #[test]
    fn what_the_settings_say_is_said_again() {
        let settings = fs::read_to_string(place::root().join(".cargo/config.toml"));
        let written: Vec<String> = SETTINGS.split(' ').map(|it| format!("{it:?}")).collect();
        let line = format!("rustflags = [{}]", written.join(", "));
        assert!(settings.expect("the settings").lines().any(|it| it == line), "no line is {line}");
        let flags = flags().expect("flags");
        let root = format!(" --remap-path-prefix={}=claim-atlas ", place::root().display());
        assert!(flags.starts_with(SETTINGS) && flags.contains(&root), "{flags}");
    }
}
