//! How large a tile is: by its words, since the core knows no font.
//!
//! Widths are those of a wide interface font in semibold, so that what is drawn in another is no wider. Lengths are
//! in ems of the tile's own type, unless they are said to be in units of the view box.

use super::Frame;

/// What a tile's words take.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type {
    /// The size of the type of an ordinary tile, in units.
    pub em: f64,
    /// The type of the largest recipient's tile, as a multiple of that.
    pub big: f64,
    /// What a name may take before it is broken at a space.
    name: f64,
    /// Left and right, and above and below, both sides together.
    padding: (f64, f64),
    /// The same of the largest recipient's tile.
    big_padding: (f64, f64),
    /// Whether status or count stands in one line with the name.
    pub is_one_line: bool,
    /// A pixel of a usual board of this kind, in units.
    pub pixel: f64,
}

/// A group's name is broken early: its tile is no place.
const GROUP_NAME: f64 = 5.3;
/// No word of a name is wider; what is cut off stands in the country's full name.
const WORD: f64 = 12.0;
const LINE: f64 = 1.25;
const BYSTANDER_PADDING: (f64, f64) = (0.8, 0.125);
/// The glyph of a status, and what parts it from what stands beside it.
const GLYPH: f64 = 1.0625;
const APART: f64 = 0.3;
/// The arrow before a recipient's count, the mark of what is disputed, and a figure.
const ARROW: f64 = 1.0;
const UNEQUAL: f64 = 0.65;
const FIGURE: f64 = 0.65;

impl Type {
    /// That of a board. `dense` is for many countries.
    pub fn of(frame: Frame, dense: bool) -> Self {
        let (padding, wide, narrow) = ((1.1, 0.55), (2.2, 0.95), (1.8, 0.85));
        let dense_padding = (0.8, 0.35);
        let (em, big, name, padding, big_padding) = match (frame, dense) {
            (Frame::Wide, false) => (15.0, 1.24, 9.0, padding, wide),
            (Frame::Wide, true) => (12.0, 1.2, 8.0, dense_padding, dense_padding),
            (Frame::Narrow, false) => (19.0, 1.25, 5.4, padding, narrow),
            (Frame::Narrow, true) => (17.0, 1.1, 9.0, dense_padding, dense_padding),
        };
        let is_one_line = frame == Frame::Narrow && dense;
        let pixel = if frame == Frame::Wide { 1.08 } else { 1.4 };
        Self { em, big, name, padding, big_padding, is_one_line, pixel }
    }
}

/// What stands in a tile.
#[derive(Clone, Copy, Debug)]
pub(super) enum Content {
    /// A name only.
    Name,
    /// A name, an arrow and a count.
    Recipient { count: usize, is_big: bool },
    /// A name, a status and a count.
    Supplier { count: usize, is_disputed: bool },
}

/// A tile's words and what they take up.
#[derive(Clone, Debug)]
pub(super) struct Label {
    /// The name, line by line.
    pub name: Vec<String>,
    /// In units.
    pub width: f64,
    /// In units.
    pub height: f64,
}

impl Label {
    pub fn of(name: &str, content: Content, is_group: bool, size: Type) -> Self {
        let limit = if is_group { GROUP_NAME } else { size.name };
        let name = broken(name, limit);
        let name_width = name.iter().map(|it| width(it)).fold(0.0, f64::max);
        let lines = f64::from(u8::try_from(name.len()).unwrap_or(u8::MAX)) * LINE;
        let figures = |count: usize| {
            let digits = count.max(1).ilog10() + 1;
            f64::from(digits) * FIGURE
        };
        let beside = match content {
            Content::Name => None,
            Content::Recipient { count, .. } if size.is_one_line => Some(figures(count)),
            Content::Recipient { count, .. } => Some(ARROW + APART + figures(count)),
            Content::Supplier { .. } if size.is_one_line => Some(GLYPH),
            Content::Supplier { count, is_disputed } => {
                let mark = if is_disputed { UNEQUAL + APART } else { 0.0 };
                Some(GLYPH + APART + mark + figures(count))
            }
        };
        let is_big = matches!(content, Content::Recipient { is_big: true, .. });
        let padding = match beside {
            None => BYSTANDER_PADDING,
            Some(_) if is_big => size.big_padding,
            Some(_) => size.padding,
        };
        let (across, down) = match beside {
            None => (name_width, lines),
            Some(beside) if size.is_one_line => (name_width + APART + beside, lines),
            Some(beside) => (name_width.max(beside), lines + LINE),
        };
        let em = if is_big { size.em * size.big } else { size.em };
        let border = 2.0 * size.pixel;
        Self {
            name,
            width: (across + padding.0) * em + border,
            height: (down + padding.1) * em + border,
        }
    }
}

/// What a line of text takes, in ems.
fn width(text: &str) -> f64 {
    text.chars().map(letter).sum()
}

fn letter(it: char) -> f64 {
    match it {
        ' ' => 0.3,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' | '’' => 0.32,
        'f' | 'r' | 't' | '-' | '(' | ')' => 0.42,
        'm' | 'w' | 'M' | 'W' | '…' | 'ж' | 'ш' | 'щ' | 'ю' => 0.95,
        // From the scripts of Japan, China and Korea on, letters are square.
        '\u{1100}'.. => 1.05,
        _ if it.is_uppercase() => 0.74,
        _ => 0.62,
    }
}

/// A name in lines that are no wider than a limit, if there are spaces to break it at.
fn broken(name: &str, limit: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace().map(cut) {
        match lines.last_mut() {
            Some(line) if width(line) + letter(' ') + width(&word) <= limit => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

/// A word, without its end where it is far too long.
fn cut(word: &str) -> String {
    if width(word) <= WORD {
        return word.to_owned();
    }
    let mut room = WORD - letter('…');
    let fits = |it: &char| {
        room -= letter(*it);
        room >= 0.0
    };
    let kept: String = word.chars().take_while(fits).collect();
    kept + "…"
}

#[cfg(test)]
mod tests {
    use super::{Type, broken, width};
    use crate::map::Frame;

    #[test]
    fn names_are_broken_at_spaces() {
        let narrow = Type::of(Frame::Narrow, false).name;
        assert_eq!(broken("North Korea", narrow), ["North", "Korea"]);
        assert_eq!(broken("Deutschland", narrow), ["Deutschland"]);
        assert_eq!(broken("North Korea", Type::of(Frame::Wide, false).name), ["North Korea"]);
        assert!(broken(" ", narrow).is_empty());
    }

    #[test]
    fn a_word_that_no_tile_can_hold_is_cut() {
        let name = broken(&"Donaudampfschiff".repeat(3), 9.0).concat();
        assert!(name.starts_with("Donaudampf") && name.ends_with('…') && width(&name) <= 12.0);
    }
}
