//! Writing markup by templates.
//!
//! Where much markup is written and little of it is ever drawn, as at the desk, a template with its parts
//! takes half the code that `html!` does: what differs is data, and one function writes it all.

use std::fmt::Write;

/// Writes a drawing, or a page.
#[derive(Default)]
pub struct Pen {
    /// What is written so far.
    pub markup: String,
}

impl Pen {
    /// Writes a template in which each `%` is the next number, each `@` the next text, and each `$` the
    /// next text that is markup already. One function for all, since what differs is then only data.
    pub fn put(&mut self, template: &str, numbers: &[i32], texts: &[&str]) {
        let (mut numbers, mut texts) = (numbers.iter(), texts.iter());
        for letter in template.chars() {
            match letter {
                '%' => {
                    let number = numbers.next().expect("a number for each `%`");
                    // A text takes whatever is written to it.
                    let _ = write!(self.markup, "{number}");
                }
                '@' => self.words(texts.next().expect("a text for each `@`")),
                '$' => self.markup.push_str(texts.next().expect("markup for each `$`")),
                _ => self.markup.push(letter),
            }
        }
    }

    /// A text in which nothing is markup. Characters that XML does not know become spaces.
    fn words(&mut self, text: &str) {
        for letter in text.chars() {
            let escaped = match letter {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\0'..='\u{8}'
                | '\u{b}'
                | '\u{c}'
                | '\u{e}'..='\u{1f}'
                | '\u{7f}'..='\u{9f}'
                | '\u{fffe}'
                | '\u{ffff}' => " ",
                _ => {
                    self.markup.push(letter);
                    continue;
                }
            };
            self.markup.push_str(escaped);
        }
    }
}

/// A truth as an attribute has it.
#[must_use]
pub fn truth(is_so: bool) -> &'static str {
    if is_so { "true" } else { "false" }
}
