//! Bytes as a text that can stand in a page, be copied and put into an attribute: letters and signs only, none of
//! which begins a tag, is white space, or changes where a text is normalised.
//!
//! A byte of the page carries 6.63 bits so: 18 signs stand for 6 bits each, 75 for 7, and 1,088 letters of two
//! bytes for 13. In base64 it would carry 6.

/// The signs that stand for 6 bits; the others of one byte for 7.
const SHORT: u32 = 18;

/// From `!` to `~`, without the one that begins a tag.
const SIGNS: u32 = 93;

/// The first 7 bits of what a letter of two bytes stands for are at least this.
const LETTERS: u32 = 2 * SHORT + SIGNS - SHORT;

/// Bytes as text. Zeroes behind the end fill the last letter up.
pub fn as_text(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 5 / 4);
    let mut at = 0;
    while at < bytes.len() * 8 {
        let byte = |place: usize| bytes.get(place).copied().map_or(0, u32::from);
        let first = at / 8;
        let three = byte(first) << 16 | byte(first + 1) << 8 | byte(first + 2);
        let next = |size: usize| three >> (24 - at % 8 - size) & ((1 << size) - 1);
        let (letter, size) = letter(next);
        text.push(letter);
        at += size;
    }
    text
}

/// The letter for the next bits, and how many they are.
fn letter(next: impl Fn(usize) -> u32) -> (char, usize) {
    let seven = next(7);
    let (code, size) = if seven >= LETTERS {
        let place = next(13) - LETTERS * 64;
        // Without what is put upon other letters, and what is written in another way when it is normalised.
        (174 + place + if place >= 594 { 136 } else { 0 } + if place >= 845 { 7 } else { 0 }, 13)
    } else {
        let (sign, size) = if seven < 2 * SHORT { (seven / 2, 6) } else { (seven - SHORT, 7) };
        (33 + sign + u32::from(sign > 26), size)
    };
    (char::from_u32(code).unwrap_or_default(), size)
}

/// Reads the text back, into `packed`, and leaves in `end` how many bytes they are. It takes the place of a line in the
/// page's script.
pub const READ: &str = "
const packed = new Uint8Array(text.length * 2);
let [end, bits, count] = [0, 0, 0];
for (let at = 0; at < text.length; at++) {
  const code = text.charCodeAt(at);
  const sign = code - 33 - (code > 60);
  const letter = code + 6930 - (code > 767 && 136) - (code > 1154 && 7);
  const [value, size] = code > 126 ? [letter, 13] : sign < 18 ? [sign, 6] : [sign + 18, 7];
  bits = (bits << size) | value;
  for (count += size; count > 7; ) packed[end++] = bits >> (count -= 8);
}
";

#[cfg(test)]
mod tests {
    use super::as_text;

    /// The text back, as the page's script reads it.
    fn as_bytes(text: &str) -> Vec<u8> {
        let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0);
        for code in text.chars().map(u32::from) {
            let (value, size) = match code {
                127.. => {
                    let gaps = if code > 767 { 136 } else { 0 } + if code > 1154 { 7 } else { 0 };
                    (code + 6930 - gaps, 13)
                }
                _ => match code - 33 - u32::from(code > 60) {
                    sign @ ..18 => (sign, 6),
                    sign => (sign + 18, 7),
                },
            };
            bits = bits << size | value;
            count += size;
            while count > 7 {
                count -= 8;
                bytes.push((bits >> count & 255) as u8);
            }
        }
        bytes
    }

    /// Bytes that look like any others, as packed ones do.
    fn noise(count: u32) -> Vec<u8> {
        let mut state = 1_u32;
        let next = |_| {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            state.to_le_bytes()[2]
        };
        (0..count).map(next).collect()
    }

    #[test]
    fn bytes_come_back_from_their_text() {
        for count in 0..2000_u32 {
            let bytes = noise(count);
            assert_eq!(as_bytes(&as_text(&bytes)).get(..bytes.len()), Some(bytes.as_slice()));
        }
    }

    #[test]
    fn every_letter_is_harmless_and_used() {
        let bytes = noise(200_000);
        let text = as_text(&bytes);
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters.dedup();
        assert!(letters.len() > 1100, "{}", letters.len());
        for letter in letters {
            let is_mark = matches!(letter, '\u{300}'..='\u{387}' | '\u{483}'..='\u{489}');
            assert!(
                !letter.is_whitespace() && !letter.is_control() && letter != '<' && !is_mark,
                "{letter:?}"
            );
            assert!(u32::from(letter) < 0x57d, "{letter:?}");
        }
        // 6.6 of 8 bits.
        assert!(text.len() * 66 < bytes.len() * 80 + 1000, "{}", text.len());
    }
}
