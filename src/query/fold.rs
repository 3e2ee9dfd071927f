//! Folding: what a reader types finds what a text says, whatever the accents and the case.

/// A text without case, accents and invisible signs, with German umlauts and their two-letter
/// spellings made one: `Ägypten`, `aegypten` and `agypten` fold alike.
///
/// Since `ae`, `oe` and `ue` lose their `e` everywhere, both sides of a comparison must be folded.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match unaccented(letter) {
            // A vowel's two-letter umlaut.
            'e' if folded.ends_with(['a', 'o', 'u']) => {}
            // Soft hyphen, zero-width signs, combining accents.
            '\u{ad}'
            | '\u{200b}'..='\u{200d}'
            | '\u{2060}'
            | '\u{feff}'
            | '\u{300}'..='\u{36f}' => {}
            'ß' => folded.push_str("ss"),
            'æ' => folded.push('a'),
            'œ' => folded.push('o'),
            'þ' => folded.push_str("th"),
            '’' | '‘' | '‛' => folded.push('\''),
            plain if plain.is_whitespace() => folded.push(' '),
            plain => folded.push(plain),
        }
    }
    folded
}

/// The letters from U+00E0 to U+017F, lower case, without their accents; a dot for what has none
/// to lose.
const LATIN_1: &str = "aaaaaa.ceeeeiiiidnooooo.ouuuuy.y";
const LATIN_EXTENDED_A: &str = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllllllllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

fn unaccented(letter: char) -> char {
    let (start, table) = match letter {
        '\u{e0}'..='\u{ff}' => (0xe0, LATIN_1),
        '\u{100}'..='\u{17f}' => (0x100, LATIN_EXTENDED_A),
        _ => return letter,
    };
    match table.as_bytes().get(letter as usize - start) {
        Some(b'.') | None => letter,
        Some(&plain) => char::from(plain),
    }
}
