//! Where things stand on this machine.

use std::env;
use std::path::{Path, PathBuf};

/// The root of the workspace.
#[must_use]
pub fn root() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package)
}

/// The release that trunk makes.
#[must_use]
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The same as one file, to be handed on.
#[must_use]
pub fn archive() -> PathBuf {
    root().join("dist.zip")
}

/// The release with the example in it, which the browser tests open.
#[must_use]
pub fn packed() -> PathBuf {
    target().join("packed")
}

/// Cargo's folder for what it builds. What the commands bring goes there too, never into the repository.
#[must_use]
pub fn target() -> PathBuf {
    let chosen = env::var_os("CARGO_TARGET_DIR").filter(|folder| !folder.is_empty());
    let folder = chosen.map_or_else(|| root().join("target"), PathBuf::from);
    // The commands run from the root, wherever they were called from.
    std::path::absolute(&folder).unwrap_or(folder)
}

/// What is brought of `WordPress`: Debian's packages, as they come.
#[must_use]
pub fn wordpress() -> PathBuf {
    target().join("tools/wordpress")
}

/// The first of these programs that stands in one of these folders or on `PATH`.
#[must_use]
pub fn program(names: &[&str], folders: &[PathBuf]) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let on_path = env::split_paths(&path);
    let folders: Vec<PathBuf> = folders.iter().cloned().chain(on_path).collect();
    names.iter().find_map(|name| {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        folders.iter().map(|folder| folder.join(&file)).find(|candidate| candidate.is_file())
    })
}

#[cfg(test)]
mod tests {
    use super::{program, root};

    #[test]
    fn the_root_holds_the_workspace() {
        assert!(root().join("Cargo.lock").is_file());
    }

    #[test]
    fn a_program_is_found_by_any_of_its_names() {
        assert!(program(&["no-such-program", "cargo"], &[]).is_some());
        assert_eq!(program(&["no-such-program"], &[]), None);
    }
}
