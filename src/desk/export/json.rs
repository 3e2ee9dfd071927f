//! Writing JSON: a field a line, so that a person can read it too.
//!
//! By hand and not by serde, whose derived writers of the corpus would weigh more, and which could not
//! stop once there is enough. What may be missing is taken as it is kept, since to look into it at each
//! call would be code at each call.

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
    #[expect(clippy::ref_option, reason = "to look into it is code at each call")]
    pub fn optional(&mut self, key: &str, value: &Option<String>) {
        if let Some(value) = value {
            self.string(key, value);
        }
    }

    /// A text, where it is not empty.
    pub fn some(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.string(key, value);
        }
    }

    /// A number.
    pub fn number(&mut self, key: &str, value: u64) {
        self.key(key);
        self.text.push_str(&value.to_string());
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

    /// A text in both languages.
    pub fn text(&mut self, key: &str, Text { de, en }: &Text) {
        self.open(key, '{');
        self.string("de", de);
        self.string("en", en);
        self.close('}');
    }

    /// A text in both languages, where there is one.
    #[expect(clippy::ref_option, reason = "to look into it is code at each call")]
    pub fn words(&mut self, key: &str, value: &Option<Text>) {
        if let Some(text) = value {
            self.text(key, text);
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
