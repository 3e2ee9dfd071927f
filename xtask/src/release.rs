//! What a release consists of.

use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// The files of a release, by name and in the order of their names. What trunk may have left beside them is a folder, and
/// none of it.
///
/// # Errors
///
/// When the folder cannot be read, or a file in it has a name that is no text.
pub fn files(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let unread = || format!("{} cannot be read: run `cargo xtask dist`", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(unread)? {
        let path = entry.with_context(unread)?.path();
        if path.is_file() {
            let name = path.file_name().and_then(|it| it.to_str());
            let name = name.with_context(|| format!("{} is no text", path.display()))?.to_owned();
            files.push((name, path));
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::files;
    use anyhow::Result;
    use std::fs;

    #[test]
    fn a_folder_that_was_left_there_is_no_part_of_it() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let stage = folder.path().join(".stage");
        fs::create_dir(&stage)?;
        fs::write(stage.join("index.html"), "half")?;
        for name in ["index.html", "embed.js"] {
            fs::write(folder.path().join(name), name)?;
        }
        let names: Vec<String> = files(folder.path())?.into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["embed.js", "index.html"]);
        Ok(())
    }
}
