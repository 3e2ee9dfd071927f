//! Writing texts into a picture, and how much room they take.
//!
//! A picture brings no fonts, so how wide a text comes out is not known. It is estimated by the widest
//! of the fonts that systems have for their own texts; in all others it takes less.

use crate::markup::Pen;

/// How a text looks. Sizes are whole: to write fractions takes more code than to choose a unit.
#[derive(Clone, Copy)]
pub struct Face {
    pub size: i32,
    pub is_bold: bool,
    /// The attributes that make it look so.
    pub looks: &'static str,
}

/// A text's looks, in the colours of the light theme, as `style/tokens.css` has them.
pub const INK: &str = "fill=\"#1b2026\"";
pub const INK_BOLD: &str = "fill=\"#1b2026\" font-weight=\"bold\"";
pub const QUIET: &str = "fill=\"#565e68\"";
pub const WARM: &str = "fill=\"#a2420c\" font-weight=\"bold\"";

impl Face {
    pub const fn new(size: i32, looks: &'static str) -> Self {
        Self { size, is_bold: false, looks }
    }

    pub const fn bold(size: i32, looks: &'static str) -> Self {
        Self { size, is_bold: true, looks }
    }

    /// How wide a text comes out at most.
    pub fn width(&self, text: &str) -> i32 {
        self.measure(text) / 100
    }

    fn measure(&self, text: &str) -> i32 {
        text.chars().map(|letter| self.letter(letter)).sum()
    }

    /// The width of a letter, in hundredths.
    fn letter(&self, letter: char) -> i32 {
        let of_size = match letter {
            ' ' | '!' | '\'' | ',' | '.' | ':' | ';' | 'I' | 'i' | 'j' | 'l' | '|' | '’'
            | '\u{a0}' | '\u{2009}' | '\u{202f}' => 38,
            '(' | ')' | '-' | '/' | '[' | ']' | 'f' | 'r' | 't' => 42,
            '%' | '@' | 'M' | 'W' | 'm' | 'w' | '—' | '…' => 102,
            'A'..='Z' | 'À'..='Þ' | '←' | '→' | '≠' => 79,
            '\u{2e80}'.. => 105,
            _ => 64,
        };
        self.size * if self.is_bold { of_size * 113 / 100 } else { of_size }
    }

    /// A text in lines that are no wider than the room there is. They break between words, and only in
    /// a word that is wider than a line, within it. An empty text has no lines.
    pub fn lines(&self, text: &str, room: i32) -> Vec<String> {
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
        if used > 0 {
            lines.push(line);
        }
        lines
    }

    /// Whether no line has to break within a word.
    pub fn fits(&self, text: &str, room: i32) -> bool {
        text.split(' ').all(|word| self.width(word) <= room)
    }
}

impl Pen {
    /// A line of text that begins at a place.
    pub fn line(&mut self, x: i32, y: i32, face: &Face, text: &str) {
        let template = "<text x=\"%\" y=\"%\" font-size=\"%\" $>@</text>";
        self.put(template, &[x, y, face.size], &[face.looks, text]);
    }

    /// A text in as many lines as it takes. Gives back where the next one begins.
    pub fn paragraph(&mut self, x: i32, mut y: i32, room: i32, face: &Face, text: &str) -> i32 {
        for line in face.lines(text, room) {
            self.line(x, y + face.size, face, &line);
            y += face.size * 4 / 3;
        }
        y
    }
}
