//! The languages of the viewer and their texts, as the files of `locales/` have them: the build holds those to each other,
//! and writes them as Rust.

include!(concat!(env!("OUT_DIR"), "/locales.rs"));

#[cfg(test)]
#[path = "../build/locales/mod.rs"]
mod build;

impl Lang {
    /// The language that the others are held to: it is shown where none is asked for, and the site's first page is in it.
    pub const REFERENCE: Self = Self::En;

    /// In which direction it is written, as `dir` has it.
    #[must_use]
    pub fn direction(self) -> &'static str {
        if self.is_right_to_left() { "rtl" } else { "ltr" }
    }

    /// Whether it is written from right to left.
    #[must_use]
    pub fn is_right_to_left(self) -> bool {
        words(self).locale.is_right_to_left
    }

    /// The language of a text, by its tag: a variety of a language is that, as `de-CH` is `de`.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let language = |tag: &str| tag.split('-').next().unwrap_or_default().to_lowercase();
        let exact = Self::ALL.into_iter().find(|it| it.tag().eq_ignore_ascii_case(tag));
        exact.or_else(|| Self::ALL.into_iter().find(|it| language(it.tag()) == language(tag)))
    }
}

/// A whole number as a language writes it: `13.077`, `13,077`.
///
/// Written here and not by the browser's `Intl`, which writes the same for more code, and is not there when the build
/// writes a page.
#[must_use]
pub fn number(lang: Lang, number: usize) -> String {
    let numbers = &words(lang).numbers;
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && number >= numbers.smallest_grouped && (digits.len() - at).is_multiple_of(3) {
            text.push_str(numbers.between_groups);
        }
        text.push(digit);
    }
    text
}

/// A text with values in it. Where one belongs stands the control character of its number.
fn filled(text: &str, values: &[&str]) -> String {
    let mut filled = String::new();
    for letter in text.chars() {
        match values.get(letter as usize) {
            Some(value) => filled.push_str(value),
            None => filled.push(letter),
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::Lang;
    use std::{fs, path::Path};

    /// The text of all files in a folder that end so.
    fn sources(folder: &Path, extension: &str) -> String {
        let mut text = String::new();
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                text += &sources(&path, extension);
            } else if path.extension().is_some_and(|it| it == extension) {
                text += &fs::read_to_string(path).expect("a text");
            }
        }
        text
    }

    /// The keys of a table that no code names, each with its path.
    fn unused(table: &toml::Table, path: &str, code: &str) -> Vec<String> {
        let is_named = |key: &str| {
            code.match_indices(&format!(".{key}")).any(|(at, named)| {
                let after = code[at + named.len()..].chars().next();
                !after.is_some_and(|it| it.is_ascii_alphanumeric() || it == '_')
            })
        };
        let mut keys = Vec::new();
        for (key, value) in table {
            let path = format!("{path}{key}");
            match value.as_table() {
                Some(table) if !table.contains_key("other") => {
                    keys.extend(unused(table, &(path + "."), code));
                }
                _ if !is_named(key) => keys.push(path),
                _ => {}
            }
        }
        keys
    }

    #[test]
    fn a_variety_of_a_language_is_that_language() {
        for lang in Lang::ALL {
            assert_eq!(Lang::of_tag(lang.tag()), Some(lang));
        }
        assert_eq!(Lang::of_tag("de-CH"), Some(Lang::De));
        assert_eq!(Lang::of_tag("EN"), Some(Lang::En));
        assert_eq!(Lang::of_tag("deu"), None);
    }

    #[test]
    fn no_text_is_left_over() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let code = sources(&root.join("src"), "rs") + &sources(&root.join("site/src"), "rs");
        let texts = fs::read_to_string(root.join("locales/en.toml")).expect("the texts");
        let unused = unused(&texts.parse().expect("TOML"), "", &code);
        assert!(
            unused.is_empty(),
            "no code names {}: take these texts out of all files in locales/, since every reader loads them",
            unused.join(", ")
        );
    }
}
