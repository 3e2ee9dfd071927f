//! Reading what a reader has brought: which bytes are text, and in which encoding.

/// Why something cannot be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// Some other file that is no text.
    Other,
    /// More text than any article has.
    TooLong,
}

/// More bytes of text than any page with an article has.
pub const MOST_TEXT: usize = 2_000_000;

/// More bytes than a file of a page has, pictures in it included.
pub const MOST_FILE: u64 = 50_000_000;

/// How files begin that are no text.
const BEGINNINGS: [(&[u8], Unreadable); 7] = [
    (b"%PDF", Unreadable::Pdf),
    (b"\x89PNG", Unreadable::Picture),
    (b"\xff\xd8\xff", Unreadable::Picture),
    (b"GIF8", Unreadable::Picture),
    (b"RIFF", Unreadable::Picture),
    (b"PK\x03\x04", Unreadable::Other),
    // The archive of a page, as Chromium saves it.
    (b"From: <Saved by", Unreadable::Other),
];

/// A file's text: UTF-8 or, where a mark at the beginning says so, UTF-16; else the encoding of older
/// pages of the West, Windows-1252.
///
/// # Errors
/// What else it is, where it is no text.
pub fn decode(bytes: &[u8]) -> Result<String, Unreadable> {
    let known = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning));
    if let Some((_, kind)) = known {
        return Err(*kind);
    }
    Ok(match bytes {
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        _ if bytes.contains(&0) => return Err(Unreadable::Other),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf_8(rest),
        _ => utf_8(bytes),
    })
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let mut units = Vec::new();
    for pair in bytes.chunks_exact(2) {
        if let &[one, other] = pair {
            units.push(unit([one, other]));
        }
    }
    String::from_utf16_lossy(&units)
}

fn utf_8(bytes: &[u8]) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let mut text = String::new();
    for byte in bytes {
        text.push(windows_1252(*byte));
    }
    text
}

/// The signs from 0x80 to 0x9F; the others are those of Unicode.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    let special = usize::from(byte).checked_sub(0x80).and_then(|at| WINDOWS_1252.get(at));
    special.copied().unwrap_or(char::from(byte))
}

/// Whether a text is the source of a page.
#[must_use]
pub fn is_page(text: &str) -> bool {
    // Whatever begins with a tag; a text may begin with another sign of this kind.
    matches!(
        text.trim_ascii_start().as_bytes(),
        [b'<', b'!' | b'?' | b'a'..=b'z' | b'A'..=b'Z', ..]
    )
}

/// What of a page nobody reads, by the names of its elements.
#[must_use]
pub fn is_unread(element: &str) -> bool {
    is_among(element, "HEAD SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA SELECT svg")
}

/// Whether an element stands within a line; all others begin one and end one.
#[must_use]
pub fn is_in_line(element: &str) -> bool {
    is_among(
        element,
        "A ABBR B BDI BDO CITE CODE DATA DEL DFN EM FONT I IMG INS KBD MARK Q S SAMP SMALL SPAN \
         STRONG SUB SUP TIME U VAR WBR",
    )
}

/// Whether a name is one of those in a text, which weighs half of what a table of them does.
fn is_among(name: &str, names: &str) -> bool {
    names.split(' ').any(|it| it == name)
}

/// Adds to a page's text what stands in one of its elements. A stretch of space is one space.
pub fn add(text: &mut String, more: &str) {
    for letter in more.chars() {
        if !letter.is_ascii_whitespace() {
            text.push(letter);
        } else if !text.is_empty() && !text.ends_with([' ', '\n']) {
            text.push(' ');
        }
    }
}

/// Ends the line of a page's text, where one has begun.
pub fn end_line(text: &mut String) {
    text.truncate(text.trim_ascii_end().len());
    if !text.is_empty() {
        text.push('\n');
    }
}
