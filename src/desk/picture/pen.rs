//! Writing SVG: shapes and texts, and how much room a text takes.
//!
//! A picture brings no fonts, so how wide a text comes out is not known. It is estimated by the widest
//! of the fonts that systems have for their own texts; in all others it takes less.

use std::fmt::Write;

/// The colours of the light theme, as `style/tokens.css` has them.
pub mod colour {
    pub const PAPER: &str = "#fff";
    pub const INK: &str = "#1b2026";
    pub const QUIET: &str = "#565e68";
    pub const RULE: &str = "#dcd9d2";
    pub const EDGE: &str = "#878d95";
    pub const LADDER: &str = "#1c4a80";
    pub const WARM: &str = "#a2420c";
    pub const TINTS: [&str; 4] = ["#eef3f9", "#dbe7f3", "#c2d6eb", "#a9c6e4"];
}

/// How a text looks. Sizes are whole: to write fractions takes more code than to choose a unit.
#[derive(Clone, Copy)]
pub struct Face {
    pub size: i32,
    pub colour: &'static str,
    pub bold: bool,
    pub serif: bool,
}

impl Face {
    pub const fn new(size: i32, colour: &'static str) -> Self {
        Self { size, colour, bold: false, serif: false }
    }

    pub const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// How wide a text comes out at most.
    pub fn width(self, text: &str) -> i32 {
        self.measure(text) / 100
    }

    fn measure(self, text: &str) -> i32 {
        text.chars().map(|letter| self.letter(letter)).sum()
    }

    /// The width of a letter, in hundredths.
    fn letter(self, letter: char) -> i32 {
        let of_size = match letter {
            ' ' | '!' | '\'' | ',' | '.' | ':' | ';' | 'I' | 'i' | 'j' | 'l' | '|' | '’'
            | '\u{a0}' | '\u{2009}' | '\u{202f}' => 38,
            '(' | ')' | '-' | '/' | '[' | ']' | 'f' | 'r' | 't' => 42,
            '%' | '@' | 'M' | 'W' | 'm' | 'w' | '—' | '…' => 102,
            'A'..='Z' | 'À'..='Þ' | '←' | '→' | '≠' => 79,
            '\u{2e80}'.. => 105,
            _ => 64,
        };
        self.size * if self.bold { of_size * 113 / 100 } else { of_size }
    }

    /// A text in lines that are no wider than the room there is. They break between words, and only in
    /// a word that is wider than a line, within it.
    pub fn lines(self, text: &str, room: i32) -> Vec<String> {
        let (mut lines, mut line, mut used) = (Vec::new(), String::new(), 0);
        let room = room * 100;
        let space = self.letter(' ');
        for word in text.split(' ') {
            if used > 0 && used + space + self.measure(word) > room {
                lines.push(std::mem::take(&mut line));
                used = 0;
            } else if used > 0 {
                line.push(' ');
                used += space;
            }
            for letter in word.chars() {
                let width = self.letter(letter);
                if used > 0 && used + width > room {
                    lines.push(std::mem::take(&mut line));
                    used = 0;
                }
                line.push(letter);
                used += width;
            }
        }
        lines.push(line);
        lines
    }

    /// Whether no line has to break within a word.
    pub fn fits(self, text: &str, room: i32) -> bool {
        text.split(' ').all(|word| self.width(word) <= room)
    }
}

/// Where a text stands on its line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
}

/// Writes a drawing.
#[derive(Default)]
pub struct Pen {
    pub svg: String,
}

impl Pen {
    /// Begins an element; whoever asks ends its tag.
    pub fn begin(&mut self, name: &str, numbers: &[(&str, i32)], texts: &[(&str, &str)]) {
        self.svg.push('<');
        self.svg.push_str(name);
        for (name, number) in numbers {
            // A text takes whatever is written to it.
            let _ = write!(self.svg, " {name}=\"{number}\"");
        }
        for (name, text) in texts {
            self.svg.push(' ');
            self.svg.push_str(name);
            self.svg.push_str("=\"");
            self.words(text);
            self.svg.push('"');
        }
    }

    /// An element with nothing in it.
    pub fn shape(&mut self, name: &str, numbers: &[(&str, i32)], texts: &[(&str, &str)]) {
        self.begin(name, numbers, texts);
        self.svg.push_str("/>");
    }

    /// An element that holds only a text.
    pub fn holds(&mut self, name: &str, text: &str) {
        self.begin(name, &[], &[]);
        self.svg.push('>');
        self.words(text);
        self.end(name);
    }

    pub fn end(&mut self, name: &str) {
        self.svg.push_str("</");
        self.svg.push_str(name);
        self.svg.push('>');
    }

    /// A line of text.
    pub fn line(&mut self, (x, y): (i32, i32), face: Face, anchor: Anchor, text: &str) {
        let mut looks = vec![("fill", face.colour)];
        if face.bold {
            looks.push(("font-weight", "bold"));
        }
        if face.serif {
            looks.push(("font-family", "Georgia, serif"));
        }
        if anchor == Anchor::Middle {
            looks.push(("text-anchor", "middle"));
        }
        self.begin("text", &[("x", x), ("y", y), ("font-size", face.size)], &looks);
        self.svg.push('>');
        self.words(text);
        self.end("text");
    }

    /// A text in as many lines as it takes. Gives back where the next one begins.
    pub fn paragraph(&mut self, (x, y): (i32, i32), room: i32, face: Face, text: &str) -> i32 {
        let mut y = y;
        for line in face.lines(text, room) {
            self.line((x, y + face.size), face, Anchor::Start, &line);
            y += face.size * 4 / 3;
        }
        y
    }

    /// A text in which nothing is markup. Characters that XML does not know become spaces.
    pub fn words(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.svg.push_str("&amp;"),
                '<' => self.svg.push_str("&lt;"),
                '>' => self.svg.push_str("&gt;"),
                '"' => self.svg.push_str("&quot;"),
                '\0'..=' ' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => self.svg.push(' '),
                _ => self.svg.push(letter),
            }
        }
    }
}
