//! Reads the texts of the interface, a file a language, holds the files to each other, and writes them as Rust.
//!
//! It knows no file system, and no text of the project: what it is given are files, what it gives is a source text, or
//! every fault that it has found, each with file, key and remedy.

mod check;
mod plural;
mod read;
mod write;

#[cfg(test)]
mod tests;

use read::Locale;

/// The language that the others are held to, and whose texts document them.
const REFERENCE: &str = "en";

/// A file of texts, named by the tag of its language.
pub struct LocaleFile {
    /// As in `en.toml`.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// The texts as Rust: the type `Lang`, the type `Words` and what is in it, and the texts of each language as one.
///
/// # Errors
///
/// When a file is not what the file of [`REFERENCE`] asks for: every fault, a line each.
pub fn rust(files: &[LocaleFile]) -> Result<String, Vec<String>> {
    let (mut locales, mut faults) = (Vec::new(), Vec::new());
    for file in files {
        match read::read(file) {
            Ok(locale) => locales.push(locale),
            Err(found) => faults.extend(found),
        }
    }
    locales.sort_by(|a: &Locale, b| a.tag.cmp(&b.tag));
    if !faults.is_empty() {
        return Err(faults);
    }
    let Some(reference) = locales.iter().find(|it| it.tag == REFERENCE) else {
        return Err(vec![format!(
            "locales/{REFERENCE}.toml is missing: the other files are held to it, so put it back"
        )]);
    };
    for locale in &locales {
        faults.extend(check::faults(reference, locale));
    }
    if faults.is_empty() { Ok(write::rust(reference, &locales)) } else { Err(faults) }
}
