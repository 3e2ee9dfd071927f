//! Bytes as text: in which encoding they are, and what became of letters that were read in a wrong one.

use super::reading::{Unreadable, kind_of_bytes};

/// A file's text. UTF-16 is known by its mark, or by its zeros. Else what is valid UTF-8 is that; where nothing of it
/// is, the file may declare an encoding, which `declared` reads, a browser knows many; and single other bytes are those of the
/// older pages of the West, Windows-1252.
///
/// # Errors
/// What else it is, where it is no text.
pub fn decode(
    bytes: &[u8],
    declared: impl FnOnce(&str) -> Option<String>,
) -> Result<String, Unreadable> {
    if let Some(kind) = kind_of_bytes(bytes) {
        return Err(kind);
    }
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        _ => match zeros(bytes) {
            Zeros::Odd => utf_16(bytes, u16::from_le_bytes),
            Zeros::Even => utf_16(bytes, u16::from_be_bytes),
            Zeros::Many => return Err(Unreadable::Other),
            Zeros::Few => {
                let label = declaration(bytes).filter(|_| !has_utf_8(bytes));
                let text = label.and_then(|label| declared(&label));
                text.unwrap_or_else(|| utf_8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)))
            }
        },
    };
    Ok(text.replace('\0', ""))
}

/// Where a file has zeros and their like, which no text has as letters.
enum Zeros {
    /// None, or single ones that a program has left.
    Few,
    /// Nearly each second byte is one, as in UTF-16 of the West.
    Even,
    /// The same, beginning with the second.
    Odd,
    /// It is no text.
    Many,
}

fn zeros(bytes: &[u8]) -> Zeros {
    let from = |first| bytes.iter().skip(first).step_by(2).filter(|it| **it == 0).count();
    let (even, odd) = (from(0), from(1));
    let half = bytes.len() / 2;
    // What is no text has all bytes alike, and so one in ten that no text has.
    let strange = bytes.iter().filter(|it| matches!(it, 0..=8 | 0xe..=0x1e)).count();
    // Of a text in German or English nearly all letters are of one byte.
    if strange * 20 <= bytes.len() {
        Zeros::Few
    } else if odd * 4 >= half * 3 && even * 20 <= half {
        Zeros::Odd
    } else if even * 4 >= half * 3 && odd * 20 <= half {
        Zeros::Even
    } else {
        Zeros::Many
    }
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

/// Whether a letter stands there that only UTF-8 writes so. In other encodings that is rare by chance.
fn has_utf_8(bytes: &[u8]) -> bool {
    let chunks = bytes.utf8_chunks();
    let (mut valid, mut invalid) = (0_usize, 0_usize);
    for chunk in chunks {
        valid += chunk.valid().chars().filter(|it| !it.is_ascii()).count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    valid > invalid
}

/// What is valid UTF-8, and other bytes as Windows-1252. A letter that a cut file ends within is left out.
fn utf_8(bytes: &[u8]) -> String {
    let mut text = String::new();
    let mut chunks = bytes.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        text.push_str(chunk.valid());
        let is_cut = chunks.peek().is_none() && chunk.invalid().len() > 1;
        for byte in chunk.invalid().iter().filter(|_| !is_cut) {
            text.push(windows_1252(*byte));
        }
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

/// The byte that Windows-1252 has for a letter, if it has one; what it leaves open is read as in Latin-1.
fn as_windows_1252(letter: char) -> Option<u8> {
    let special = WINDOWS_1252.iter().position(|it| *it == letter);
    match special {
        Some(at) => u8::try_from(0x80 + at).ok(),
        None => u8::try_from(u32::from(letter)).ok(),
    }
}

/// So often a text may be read in a wrong encoding and saved: it is not seen at once.
const MOST_ROUNDS: usize = 3;

/// A text in which UTF-8 was read as Windows-1252 (`fÃ¼nf`), as it was before. One such place may be meant, as in a
/// text about encodings.
pub fn undo_mojibake(text: String) -> String {
    let mut text = text;
    for _ in 0..MOST_ROUNDS {
        match undone(&text) {
            Some(before) => text = before,
            None => break,
        }
    }
    text
}

fn undone(text: &str) -> Option<String> {
    let mut before = String::with_capacity(text.len());
    let mut places = 0;
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let (read, length) = match misread_letter(rest) {
            Some((letter, length)) => {
                places += 1;
                (letter, length)
            }
            None => (letter, letter.len_utf8()),
        };
        before.push(read);
        rest = rest.get(length..).unwrap_or_default();
    }
    (places > 1).then_some(before)
}

/// The letter that a text begins with, where its bytes in UTF-8 were read as signs of their own; and how much of the text
/// they are. Only letters and signs of the West: others come by chance, as from `É–`.
fn misread_letter(text: &str) -> Option<(char, usize)> {
    let first =
        text.chars().next().filter(|it| matches!(it, 'Â'..='Ë' | 'Ð' | 'Ñ' | 'â' | 'ï' | 'ð'))?;
    let count = match first {
        'ð' => 4,
        'â' | 'ï' => 3,
        _ => 2,
    };
    let signs: Vec<char> = text.chars().take(count).collect();
    let bytes: Option<Vec<u8>> = signs.iter().map(|it| as_windows_1252(*it)).collect();
    let bytes = bytes?;
    let letter = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    let is_expected = matches!(
        letter,
        '\u{80}'..='\u{17f}' | '\u{300}'..='\u{36f}' | '\u{400}'..='\u{45f}' | '\u{2000}'..='\u{22ff}' | '\u{fb00}'..='\u{fb06}' | '\u{feff}' | '\u{1f300}'..='\u{1faff}'
    );
    let length = signs.iter().map(|it| it.len_utf8()).sum();
    (is_expected && bytes.len() == letter.len_utf8()).then_some((letter, length))
}

/// So many bytes at the beginning of a file may declare its encoding; the standard looks at 1,024.
const DECLARATION: usize = 4096;

/// The encoding that a page or an XML file declares, by its label: `charset=…` of a `<meta>`, `encoding=…`.
fn declaration(bytes: &[u8]) -> Option<String> {
    let begin = bytes.get(..DECLARATION.min(bytes.len()))?;
    let begin = String::from_utf8_lossy(begin).to_ascii_lowercase();
    let declared = |tag: &str, key: &str| {
        begin.match_indices(tag).find_map(|(at, _)| {
            let tag = begin.get(at..)?.split('>').next()?;
            let (_, value) = tag.split_once(key)?;
            let value = value.trim_start().strip_prefix('=')?;
            let value = value.trim_start_matches([' ', '"', '\'']);
            let is_of_label =
                |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_' | ':' | '.' | '+');
            let label = value.split(|it| !is_of_label(it)).next()?;
            (!label.is_empty()).then(|| label.to_owned())
        })
    };
    let label = declared("<?xml", "encoding").or_else(|| declared("<meta", "charset"))?;
    // What can be read as this is not UTF-16, whatever it says; the standard takes it for UTF-8 too.
    (!label.starts_with("utf")).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<String, Unreadable> {
        decode(bytes, |label| Some(format!("as {label}")))
    }

    const TEXT: &str = "„Größe“ – 5 € für fünf Häfen";

    #[test]
    fn files_are_read_in_the_encodings_of_saved_pages() {
        let windows = b"\x84Gr\xf6\xdfe\x93 \x96 5 \x80 f\xfcr f\xfcnf H\xe4fen";
        assert_eq!(read(TEXT.as_bytes()).as_deref(), Ok(TEXT));
        assert_eq!(read(&[b"\xef\xbb\xbf", TEXT.as_bytes()].concat()).as_deref(), Ok(TEXT));
        assert_eq!(read(windows).as_deref(), Ok(TEXT));
        assert_eq!(read(b"\x7fELF\0\0\0"), Err(Unreadable::Other));
    }

    #[test]
    fn utf_16_is_known_with_and_without_its_mark_and_cut_anywhere() {
        for mark in ["\u{feff}", ""] {
            for to in [u16::to_le_bytes, u16::to_be_bytes] {
                let text = format!("{mark}{TEXT}");
                let bytes: Vec<u8> = text.encode_utf16().flat_map(to).collect();
                assert_eq!(read(&bytes).as_deref(), Ok(TEXT));
                let cut = read(&bytes[..bytes.len() - 1]).expect("a text");
                assert!(TEXT.starts_with(&cut) && cut.len() + 1 == TEXT.len(), "{cut}");
            }
        }
    }

    #[test]
    fn single_bad_bytes_and_zeros_spoil_nothing_else() {
        let bad = [TEXT.as_bytes(), b" Gr\xf6\xdfe \0 ", TEXT.as_bytes()].concat();
        assert_eq!(read(&bad), Ok(format!("{TEXT} Größe  {TEXT}")));
        let cut = "fünf „".as_bytes();
        assert_eq!(read(&cut[..cut.len() - 1]).as_deref(), Ok("fünf "));
    }

    #[test]
    fn a_declared_encoding_is_asked_for_unless_the_text_is_utf_8() {
        for declared in [
            "<meta charset=\"iso-8859-2\">",
            "<META http-equiv='Content-Type' content='text/html; charset=ISO-8859-2'>",
            "<?xml version='1.0' encoding=\"iso-8859-2\"?>",
        ] {
            assert_eq!(
                read(&[declared.as_bytes(), b"\xb3"].concat()).as_deref(),
                Ok("as iso-8859-2")
            );
            let text = format!("{declared}{TEXT}");
            assert_eq!(read(text.as_bytes()), Ok(text));
        }
        let other = "<meta name=viewport><meta charset=utf-16>fu\u{308}nf";
        assert_eq!(read(other.as_bytes()).as_deref(), Ok(other));
    }

    #[test]
    fn what_was_read_in_a_wrong_encoding_and_saved_is_as_before() {
        let mojibake = |text: &str| text.bytes().map(windows_1252).collect::<String>();
        let latin_1 = TEXT.bytes().map(char::from).collect::<String>();
        assert_eq!(undo_mojibake(mojibake(TEXT)), TEXT);
        assert_eq!(undo_mojibake(mojibake(&mojibake(TEXT))), TEXT);
        assert_eq!(undo_mojibake(latin_1), TEXT);
        // Where only a part was, the rest stays.
        assert_eq!(undo_mojibake(format!("{TEXT} {}", mojibake(TEXT))), format!("{TEXT} {TEXT}"));
        for text in [TEXT, "CAFÉ–BAR À LA ÂGE", "Ä“ und Ö” und Ü–", "Ã¼ einmal"] {
            assert_eq!(undo_mojibake(text.to_owned()), text);
        }
    }
}
