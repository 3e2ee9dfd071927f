//! How a text in a picture looks, and how much room it takes.
//!
//! A picture brings no fonts, so how wide a text comes out is not known. It is estimated by the widest of the fonts
//! that systems have for their own texts; in all others it takes less.

/// Begins and ends what stands out in a text. It is no letter, and no text that comes from outside holds it.
pub(super) const EMPHASIS: char = '\u{1}';

/// How a text looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Face {
    pub size: i32,
    pub is_bold: bool,
    pub is_serif: bool,
    pub fill: &'static str,
}

impl Face {
    pub const fn new(size: i32, fill: &'static str) -> Self {
        Self { size, is_bold: false, is_serif: false, fill }
    }

    pub const fn bold(self) -> Self {
        Self { is_bold: true, ..self }
    }

    pub const fn serif(self) -> Self {
        Self { is_serif: true, ..self }
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
            EMPHASIS | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}' => return 0,
            ' ' | '!' | '\'' | ',' | '.' | ':' | ';' | 'I' | 'i' | 'j' | 'l' | '|' | '’'
            | '\u{a0}' | '\u{2009}' | '\u{202f}' => 38,
            '(' | ')' | '-' | '/' | '[' | ']' | 'f' | 'r' | 't' => 42,
            '%' | '@' | 'M' | 'W' | 'm' | 'w' | '—' | '…' | 'Ж' | 'М' | 'Ш' | 'Щ' | 'Ю' | 'ж'
            | 'м' | 'ш' | 'щ' | 'ю' => 102,
            'A'..='Z' | 'À'..='Þ' | 'Ѐ'..='Я' | '←' | '→' | '≠' => 79,
            '\u{2e80}'.. => 105,
            _ => 64,
        };
        self.size * if self.is_bold { of_size * 113 / 100 } else { of_size }
    }

    /// A text in lines that are no wider than the room there is. They break between words, and only in a word that is
    /// wider than a line, within it. An empty text has no lines.
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
        isolated_each(lines)
    }

    /// How many lines a text takes.
    #[cfg(feature = "ssr")]
    pub fn lines_in(&self, text: &str, room: i32) -> i32 {
        i32::try_from(self.lines(text, room).len()).unwrap_or(i32::MAX)
    }
}

/// Lines of one text, of which each is drawn by itself: what is kept apart in several of them is so in each. What closes
/// nothing goes, since it would close what is drawn around the line.
fn isolated_each(lines: Vec<String>) -> Vec<String> {
    let mut open = Vec::new();
    let closed = lines.into_iter().map(|line| {
        let mut closed: String = open.iter().collect();
        for letter in line.chars() {
            match letter {
                '\u{2066}'..='\u{2068}' => open.push(letter),
                CLOSING if open.pop().is_none() => continue,
                _ => {}
            }
            closed.push(letter);
        }
        closed.extend(open.iter().map(|_| CLOSING));
        closed
    });
    closed.collect()
}

/// The end of what is kept apart.
const CLOSING: char = '\u{2069}';

#[cfg(test)]
mod tests {
    use super::Face;

    #[test]
    fn lines_are_no_wider_than_their_room_and_hold_every_word() {
        let face = Face::new(20, "#000").bold();
        let text = "A report is a claim, not an event. https://host.example/a-very-long-address-without-a-space";
        for room in [40, 100, 1000] {
            let lines = face.lines(text, room);
            assert!(lines.iter().all(|line| face.width(line) <= room), "{lines:?}");
            let letters = |text: &str| text.replace(' ', "");
            assert_eq!(letters(&lines.concat()), letters(text));
        }
        assert!(face.lines("", 10).is_empty());
    }

    #[test]
    fn what_is_kept_apart_is_so_in_each_line_that_it_is_in() {
        let face = Face::new(20, "#000");
        let text = "من \u{2068}The Wall Street Journal\u{2069}\u{2069}، وغيرها";
        for room in [40, 100, 200, 1000] {
            let lines = face.lines(text, room);
            for line in &lines {
                let mut depth = 0;
                for letter in line.chars() {
                    let is_latin = letter.is_ascii_alphabetic();
                    depth += i32::from(letter == '\u{2068}') - i32::from(letter == '\u{2069}');
                    assert!(depth >= 0 && is_latin <= (depth > 0), "{line:?}");
                }
                assert_eq!(depth, 0, "{line:?}");
            }
            let plain = |text: &str| text.replace([' ', '\u{2068}', '\u{2069}'], "");
            assert_eq!(plain(&lines.concat()), plain(text));
        }
    }
}
