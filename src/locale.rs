//! The languages of the viewer and their texts, as the files of `locales/` have them: the build holds those to each other,
//! and writes them as Rust.

include!(concat!(env!("OUT_DIR"), "/locales.rs"));

#[cfg(test)]
#[path = "../build/locales/mod.rs"]
mod build;

/// A whole number as a language writes it: `13.077`, `13,077`.
///
/// Written here and not by the browser's `Intl`, which writes the same for more code, and is not there when the build
/// writes a page.
#[must_use]
pub fn number(lang: Lang, number: usize) -> String {
    let Numbers { between_groups, smallest_grouped } = words(lang).numbers;
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && number >= smallest_grouped && (digits.len() - at).is_multiple_of(3) {
            text.push_str(between_groups);
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
