//! Writing JSON: a field a line, so that a person can read it too.
//!
//! By hand and not by serde, whose derived writers of the corpus would weigh more, and which could not
//! stop once there is enough.

use super::fields::{Field, pick};
use super::{cut, digits};
use crate::corpus::{Quantity, Text, When};

/// JSON as it is written. Keys are empty in a list.
#[derive(Default)]
pub struct Json {
    /// What is written so far.
    pub text: String,
    /// What stands before the keys within a time and a number.
    pub prefix: &'static str,
    depth: usize,
}

impl Json {
    /// Writes a template of parts with a `|` between them:
    ///
    /// - `{key` and `[key` begin an object and a list, `}` and `]` end them;
    /// - `'key=text` is a text, `'text` one in a list;
    /// - `bkey` is the second of the fields, where it holds something: as the target `atlas:kind/id` if
    ///   the key has `>kind` behind it, and not where it holds just what stands behind a `~`.
    pub fn put(&mut self, template: &str, fields: &[Field]) {
        for part in template.split('|') {
            let mut letters = part.chars();
            let sign = letters.next().unwrap_or_default();
            let key = letters.as_str();
            match sign {
                '{' | '[' => self.open(key, sign),
                '}' | ']' => self.close(sign),
                '\'' => {
                    let (key, text) = cut(key, '=').unwrap_or(("", key));
                    self.string(key, text);
                }
                _ => self.field(key, pick(fields, sign)),
            }
        }
    }

    fn field(&mut self, key: &str, field: &Field) {
        match *field {
            Field::Number(number) => self.number(key, number.into()),
            Field::Truth(false) => {}
            Field::Truth(true) => {
                self.key(key);
                self.text.push_str("true");
            }
            Field::List(texts) => self.list(key, texts),
            Field::Words(text) => self.words(key, Some(text)),
            Field::SomeWords(text) => self.words(key, text.as_ref()),
            Field::When(it) | Field::SomeWhen(Some(it)) => self.when(key, it),
            Field::Quantity(Some(it)) => self.quantity(key, it),
            _ => {
                if let Some(text) = field.text() {
                    self.value(key, text);
                }
            }
        }
    }

    /// A text, or what it leads to.
    fn value(&mut self, key: &str, text: &str) {
        if let Some((key, kind)) = cut(key, '>') {
            if key == "@id" {
                self.string(key, &["atlas:", kind, "/", text].concat());
            } else {
                self.open(key, '{');
                self.value(&["@id>", kind].concat(), text);
                self.close('}');
            }
        } else {
            let (key, usual) = cut(key, '~').map_or((key, None), |(key, it)| (key, Some(it)));
            if usual != Some(text) {
                self.string(key, text);
            }
        }
    }

    /// Texts, where there are any; without a key they stand in a list that is open.
    fn list(&mut self, key: &str, texts: &[String]) {
        let (key, kind) = key.split_at(key.find('>').unwrap_or(key.len()));
        let begins = !key.is_empty() && !texts.is_empty();
        if begins {
            self.open(key, '[');
        }
        for text in texts {
            self.value(kind, text);
        }
        if begins {
            self.close(']');
        }
    }

    fn when(&mut self, key: &str, When { words, span, basis }: &When) {
        self.open(key, '{');
        self.words("words", words.as_ref());
        if let Some(span) = span {
            self.string(&[self.prefix, "span"].concat(), &span.to_string());
        }
        self.words("basis", basis.as_ref());
        self.close('}');
    }

    fn quantity(&mut self, key: &str, Quantity { words, min, max }: &Quantity) {
        self.open(key, '{');
        self.words("words", Some(words));
        for (key, end) in [("min", min), ("max", max)] {
            if let Some(end) = end {
                self.number(&[self.prefix, key].concat(), *end);
            }
        }
        self.close('}');
    }

    /// A text in both languages, where there is one.
    fn words(&mut self, key: &str, text: Option<&Text>) {
        if let Some(Text { de, en }) = text {
            self.open(key, '{');
            self.string("de", de);
            self.string("en", en);
            self.close('}');
        }
    }

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
    pub fn end(mut self) -> String {
        self.close(']');
        self.close('}');
        self.text.push('\n');
        self.text
    }

    /// A text.
    #[inline(never)]
    pub fn string(&mut self, key: &str, value: &str) {
        self.key(key);
        self.quoted(value);
    }

    /// A number.
    pub fn number(&mut self, key: &str, value: u64) {
        self.key(key);
        self.text.push_str(&digits(Some(value)));
    }

    #[inline(never)]
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
            } else if code < 0x20 {
                self.text.push_str("\\u00");
                for digit in [code >> 4, code & 15] {
                    self.text.push(char::from_digit(digit, 16).unwrap_or('0'));
                }
                continue;
            }
            self.text.push(letter);
        }
        self.text.push('"');
    }
}
