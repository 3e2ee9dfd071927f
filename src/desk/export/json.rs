//! Writing JSON: a field a line, so that a person can read it too.
//!
//! By hand and not by serde, whose derived writers of the corpus would weigh more, and which could not
//! stop once there is enough.

use crate::corpus::Text;

/// JSON as it is written. Keys are empty in a list.
#[derive(Default)]
pub struct Json {
    /// What is written so far.
    pub text: String,
    depth: usize,
}

impl Json {
    /// Begins an object or a list, by its bracket.
    pub fn open(&mut self, key: &str, bracket: char) {
        self.key(key);
        self.text.push(bracket);
        self.depth += 1;
    }

    /// Ends it.
    pub fn close(&mut self, bracket: char) {
        self.depth = self.depth.saturating_sub(1);
        if !self.text.ends_with(['{', '[']) {
            self.line();
        }
        self.text.push(bracket);
    }

    /// Ends what is open within the outermost object, and that, and hands the text over.
    pub fn end(mut self, bracket: char) -> String {
        self.close(bracket);
        self.close('}');
        self.text.push('\n');
        self.text
    }

    /// A text.
    pub fn string(&mut self, key: &str, value: &str) {
        self.key(key);
        self.quoted(value);
    }

    /// A text, where there is one.
    pub fn optional(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.string(key, value);
        }
    }

    /// A number, where there is one.
    pub fn number(&mut self, key: &str, value: Option<u64>) {
        if let Some(value) = value {
            self.key(key);
            self.text.push_str(&value.to_string());
        }
    }

    /// That something is so.
    pub fn truth(&mut self, key: &str) {
        self.key(key);
        self.text.push_str("true");
    }

    /// Texts, where there are any.
    pub fn strings(&mut self, key: &str, values: &[String]) {
        if !values.is_empty() {
            self.open(key, '[');
            for value in values {
                self.string("", value);
            }
            self.close(']');
        }
    }

    /// A text in both languages, where there is one.
    pub fn words(&mut self, key: &str, value: Option<&Text>) {
        if let Some(Text { de, en }) = value {
            self.open(key, '{');
            self.string("de", de);
            self.string("en", en);
            self.close('}');
        }
    }

    fn key(&mut self, key: &str) {
        if !self.text.is_empty() {
            if !self.text.ends_with(['{', '[']) {
                self.text.push(',');
            }
            self.line();
        }
        if !key.is_empty() {
            self.quoted(key);
            self.text.push_str(": ");
        }
    }

    fn line(&mut self) {
        self.text.push('\n');
        for _ in 0..self.depth {
            self.text.push(' ');
        }
    }

    fn quoted(&mut self, text: &str) {
        self.text.push('"');
        for letter in text.chars() {
            let code = letter as u32;
            if letter == '"' || letter == '\\' {
                self.text.push('\\');
                self.text.push(letter);
            } else if code < 0x20 {
                self.text.push_str("\\u00");
                for digit in [code >> 4, code & 15] {
                    self.text.push(char::from_digit(digit, 16).unwrap_or('0'));
                }
            } else {
                self.text.push(letter);
            }
        }
        self.text.push('"');
    }
}
