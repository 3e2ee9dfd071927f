//! Folding: what a reader types finds what a text says, whatever the accents and the case.

/// A text without case, accents and invisible signs, with German umlauts and their two-letter
/// spellings made one: `Ägypten`, `aegypten` and `agypten` fold alike.
///
/// Since `ae`, `oe` and `ue` lose their `e` everywhere, both sides of a comparison must be folded.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().map(lower_letter) {
        match unaccented(letter) {
            // A vowel's two-letter umlaut.
            'e' if folded.ends_with(['a', 'o', 'u']) => {}
            // Combining accents.
            '\u{300}'..='\u{36f}' => {}
            unseen if is_invisible(unseen) => {}
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

/// A text without case, accents and invisible signs, with German umlauts in two letters: `Würde` becomes `wuerde`, which
/// is another word than `wurde`.
#[must_use]
pub fn spell_out(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len());
    for letter in text.chars().map(lower_letter) {
        match letter {
            'ä' | 'æ' => spelled.push_str("ae"),
            'ö' | 'œ' => spelled.push_str("oe"),
            'ü' => spelled.push_str("ue"),
            'ß' => spelled.push_str("ss"),
            'þ' => spelled.push_str("th"),
            '\u{300}'..='\u{36f}' => {}
            unseen if is_invisible(unseen) => {}
            other => spelled.push(unaccented(other)),
        }
    }
    spelled
}

/// Whether nobody sees a sign: soft hyphens, what has no width, marks of direction, variation selectors.
#[must_use]
pub fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Whether a text holds nothing that is seen: none of its signs is any, or it is one that fonts draw as an empty place.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    let is_filler = |it| {
        matches!(
            it,
            '\u{115f}'
                | '\u{1160}'
                | '\u{17b4}'
                | '\u{17b5}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{ffa0}'
                | '\u{1d159}'
        )
    };
    let is_unseen = |it: char| {
        it.is_whitespace()
            || it.is_control()
            || is_invisible(it)
            || is_filler(it)
            // Marks that stand on a letter, and none is there; tags and other signs for programs.
            || matches!(it, '\u{300}'..='\u{36f}' | '\u{180b}'..='\u{180f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
    };
    text.chars().all(is_unseen)
}

/// Whether nobody sees a sign that does something to what stands around it: that controls a terminal, or turns the
/// direction of what follows. Marks that belong to a script's letters, as U+200F, are none of these, nor are ends of
/// lines within a paragraph.
#[must_use]
pub fn is_unruly(sign: char) -> bool {
    sign.is_control() && !matches!(sign, '\t' | '\n' | '\r')
        || matches!(sign, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// So much is shown of what nobody has checked, in bytes.
const LONGEST_LEGIBLE: usize = 600;

/// Words that nobody has checked as they can be shown: cut where they are long, and with names in place of signs that
/// nobody sees and that do something to what stands around them.
#[must_use]
pub fn legible(words: &str) -> String {
    let mut shown = String::new();
    for letter in words.chars() {
        if shown.len() > LONGEST_LEGIBLE {
            shown.push('…');
            break;
        }
        if is_unruly(letter) {
            shown.extend(letter.escape_unicode());
        } else {
            shown.push(letter);
        }
    }
    shown
}

/// A text without case.
#[must_use]
pub fn lower(text: &str) -> String {
    text.chars().map(lower_letter).collect()
}

/// A letter of the Latin, Greek or Cyrillic alphabet without its case. The standard library knows
/// every alphabet, from tables that would weigh as much as a quarter of the corpus.
fn lower_letter(letter: char) -> char {
    let shifted = |by: u32| char::from_u32(letter as u32 + by).unwrap_or(letter);
    match letter {
        'A'..='Z' => letter.to_ascii_lowercase(),
        'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => shifted(32),
        'Ѐ'..='Џ' => shifted(80),
        'İ' => 'i',
        'Ÿ' => 'ÿ',
        'ẞ' => 'ß',
        'Ā'..='Ķ' | 'Ŋ'..='Ŷ' | 'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ'
            if (letter as u32).is_multiple_of(2) =>
        {
            shifted(1)
        }
        'Ĺ'..='ň' | 'Ź'..='ž' if !(letter as u32).is_multiple_of(2) => shifted(1),
        _ => letter,
    }
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
