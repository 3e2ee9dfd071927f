//! The letters of a text: which signs words are made of, which are not seen, and how rare forms are spelled.

/// Whether words are made of such signs. The standard library's tables of every script would weigh
/// more than all fingerprints.
///
/// Signs that stand where a letter could not be read (U+FFFD, private use) are of the word, so that it stays one.
pub fn is_of_word(letter: char) -> bool {
    if letter < 'À' {
        return letter.is_ascii_alphanumeric() || matches!(letter, 'ª' | 'µ' | 'º' | '¼'..='¾');
    }
    if is_invisible(letter) {
        return false;
    }
    !matches!(
        letter,
        '×' | '÷'
            | '\u{2000}'..='\u{215f}'
            | '\u{2189}'..='\u{24b5}'
            | '\u{24ea}'..='\u{2bff}'
            | '\u{2e00}'..='\u{2e7f}'
            | '\u{3000}'..='\u{303f}'
            | '\u{fe30}'..='\u{fe6f}'
            | '\u{ff00}'..='\u{ff0f}'
            | '\u{ff1a}'..='\u{ff20}'
            | '\u{ff3b}'..='\u{ff40}'
            | '\u{ff5b}'..='\u{ff65}'
            | '\u{ffe0}'..='\u{fffc}'
            | '\u{fffe}'..='\u{ffff}'
            | '\u{1f000}'..'\u{f0000}'
    )
}

/// Signs that stand in a word and are not seen, or only on the letter before: accents, marks of direction, joiners,
/// hyphens that a program keeps for itself, and what a transmission has left.
pub fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\0'..='\u{8}'
            | '\u{e}'..='\u{1f}'
            | '\u{7f}'..='\u{84}'
            | '\u{86}'..='\u{9f}'
            | '\u{ad}'
            | '\u{300}'..='\u{36f}'
            | '\u{61c}'
            | '\u{180b}'..='\u{180f}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{fe20}'..='\u{fe2f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// A sign that says what a number is, and counts as a word does: of a currency, of hundredths.
pub fn counted_sign(letter: char) -> Option<char> {
    Some(match letter {
        '$' | '＄' | '﹩' => '$',
        '%' | '％' | '﹪' => '%',
        '£' | '￡' => '£',
        '¥' | '￥' => '¥',
        '€' | '‰' => letter,
        _ => return None,
    })
}

/// A raised digit as a plain one: it marks a footnote, where it is no power.
pub fn raised(letter: char) -> Option<char> {
    let value = match letter {
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        '⁰' | '⁴'..='⁹' => letter as u32 - '⁰' as u32,
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// A digit as it is printed raised; any other sign as it is.
pub fn raise(letter: char) -> char {
    match letter {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '0' | '4'..='9' => {
            char::from_u32('⁰' as u32 + (letter as u32 - '0' as u32)).unwrap_or(letter)
        }
        other => other,
    }
}

/// Adds a letter as it is spelled in plain letters. What is a form of letters only, for looks or from a printer's
/// case, becomes those letters: ligatures, full width, small capitals, mathematical alphabets, Roman numerals.
pub fn spell(letter: char, word: &mut String) {
    match ligature(letter) {
        Some(letters) => word.push_str(letters),
        None => word.push(plain(letter)),
    }
}

fn ligature(letter: char) -> Option<&'static str> {
    const ROMAN: [&str; 16] = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "l", "c", "d",
        "m",
    ];
    Some(match letter {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        'Ĳ' | 'ĳ' => "ij",
        'Ǆ'..='ǆ' | 'Ǳ'..='ǳ' => "dz",
        'Ǉ'..='ǉ' => "lj",
        'Ǌ'..='ǌ' => "nj",
        'Ŀ' | 'ŀ' => "l",
        'ŉ' => "n",
        'Ⅰ'..='ⅿ' => ROMAN.get((letter as usize - 'Ⅰ' as usize) % 16)?,
        _ => return None,
    })
}

/// Small capitals, in the order of the alphabet, and their letters.
const SMALL_CAPITALS: &str = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ";
const THEIR_LETTERS: &str = "abcdefghijklmnoprstuvwyz";

fn plain(letter: char) -> char {
    let at = letter as u32;
    let of = |first: u32, count: u32| char::from_u32(first + count);
    match letter {
        // Full width.
        '\u{ff10}'..='\u{ff5a}' => of(0x30, at - 0xff10),
        // Mathematical alphabets, thirteen of capitals and small letters, and five of digits.
        '\u{1d400}'..='\u{1d6a3}' => match (at - 0x1d400) % 52 {
            capital @ 0..26 => of(0x41, capital),
            small => of(0x61, small - 26),
        },
        '\u{1d7ce}'..='\u{1d7ff}' => of(0x30, (at - 0x1d7ce) % 10),
        // In circles.
        '\u{24b6}'..='\u{24e9}' => of(0x61, (at - 0x24b6) % 26),
        'ª' => Some('a'),
        'º' => Some('o'),
        _ if letter > '\u{25f}' => {
            let place = SMALL_CAPITALS.chars().position(|it| it == letter);
            place.and_then(|it| THEIR_LETTERS.chars().nth(it))
        }
        _ => None,
    }
    .unwrap_or(letter)
}
