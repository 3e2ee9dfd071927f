//! Bytes as a text that can stand in a page, be copied and put into an attribute: letters and signs only, none of
//! which begins a tag, is white space, or changes where a text is normalised.
//!
//! A byte of the page carries 6.71 bits so, where base64 would carry 6. Bytes are read as one long number. Each sign
//! narrows down where it lies, to one of parts that are as large as the sign is short: those of the 93 signs of
//! one byte to a hundredth, those of the 1,292 letters of two to a ten-thousandth.

/// How many letters of two bytes there are.
const LETTERS: u64 = 1292;

/// Letters that are none of them, each with how many of those come before: what is put upon other letters, and what
/// is written in another way when it is normalised; and what is not yet given to a letter.
const GAPS: [(u64, u64); 4] = [(594, 136), (845, 7), (1102, 230), (1203, 119)];

/// A letter's part, in 65536ths.
const LETTER: u64 = 6;

/// A sign's part; the last sign has also what is left over.
const SIGN: u64 = 621;

/// Where the parts of the signs begin.
const SIGNS: u64 = LETTERS * LETTER;

/// From `!` to `~`, without the one that begins a tag.
const LAST_SIGN: u64 = 92;

/// Bytes as text.
pub fn as_text(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 5 / 4);
    // A half behind the end keeps what is read back from being a little less than the number.
    let mut next = bytes.iter().copied().chain([0x80]).chain(std::iter::repeat(0));
    let mut take = |number: u64| number << 8 | u64::from(next.next().unwrap_or_default());
    let mut rest = (0..4).fold(0, |number, _| take(number));
    let (mut range, mut read) = (1_u64 << 32, 0);
    while read <= bytes.len() {
        let unit = range >> 16;
        let place = (rest / unit).min(65535);
        let (letter, from, size) = part(place);
        text.push(letter);
        rest -= unit * from;
        range = if from == SIGNS + LAST_SIGN * SIGN { range - unit * from } else { unit * size };
        while range < 1 << 24 {
            rest = take(rest);
            range <<= 8;
            read += 1;
        }
    }
    text
}

/// The letter whose part holds a place, where the part begins, and how large it is.
fn part(place: u64) -> (char, u64, u64) {
    let (code, from, size) = if place < SIGNS {
        let letter = place / LETTER;
        let gaps = GAPS.iter().filter(|&&(before, _)| letter >= before).map(|&(_, gap)| gap);
        (174 + letter + gaps.sum::<u64>(), letter * LETTER, LETTER)
    } else {
        let sign = ((place - SIGNS) / SIGN).min(LAST_SIGN);
        (33 + sign + u64::from(sign > 26), SIGNS + sign * SIGN, SIGN)
    };
    let letter = u32::try_from(code).ok().and_then(char::from_u32);
    (letter.unwrap_or_default(), from, size)
}

/// Reads the text back: the body of a function of `text`. A few bytes follow the last.
pub const READ: &str = "
const bytes = new Uint8Array(text.length * 2);
let [end, low, range] = [0, 0, 2 ** 32];
for (let at = 0; at < text.length; at++) {
  const code = text.charCodeAt(at);
  const letter = code - 174 - (code > 767 && 136) - (code > 1154 && 7) - (code > 1418 && 230) - (code > 1749 && 119);
  const sign = code - 33 - (code > 60);
  const [from, size] = code > 126 ? [letter * 6, 6] : [7752 + sign * 621, 621];
  const unit = Math.floor(range / 65536);
  low += unit * from;
  range = code == 126 ? range - unit * from : unit * size;
  if (low >= 2 ** 32) {
    low -= 2 ** 32;
    for (let carry = end; bytes[--carry]++ == 255; );
  }
  for (; range < 2 ** 24; range *= 256) {
    bytes[end++] = low / 2 ** 24;
    low = (low * 256) % 2 ** 32;
  }
}
return bytes.subarray(0, end);
";

#[cfg(test)]
mod tests {
    use super::as_text;

    /// The text back, as the page's script reads it.
    fn as_bytes(text: &str) -> Vec<u8> {
        let mut bytes: Vec<u8> = Vec::new();
        let (mut low, mut range) = (0_u64, 1_u64 << 32);
        for code in text.chars().map(u64::from) {
            let unit = range >> 16;
            let (from, size) = if code > 126 {
                let gaps = [(767, 136), (1154, 7), (1418, 230), (1749, 119)];
                let gaps = gaps.iter().filter(|&&(last, _)| code > last).map(|&(_, gap)| gap);
                ((code - 174 - gaps.sum::<u64>()) * 6, 6)
            } else {
                (7752 + (code - 33 - u64::from(code > 60)) * 621, 621)
            };
            low += unit * from;
            range = if code == 126 { range - unit * from } else { unit * size };
            if low >> 32 > 0 {
                low &= (1 << 32) - 1;
                for byte in bytes.iter_mut().rev() {
                    *byte = byte.wrapping_add(1);
                    if *byte != 0 {
                        break;
                    }
                }
            }
            while range < 1 << 24 {
                bytes.push((low >> 24 & 255).try_into().unwrap_or_default());
                low = low << 8 & ((1 << 32) - 1);
                range <<= 8;
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
        for byte in [0, 1, 0x7f, 0x80, 0xfe, 0xff] {
            for count in 0..50 {
                let bytes = vec![byte; count];
                assert_eq!(as_bytes(&as_text(&bytes)).get(..count), Some(bytes.as_slice()));
            }
        }
    }

    #[test]
    fn every_letter_is_harmless_and_used() {
        let bytes = noise(200_000);
        let text = as_text(&bytes);
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters.dedup();
        assert!(letters.len() > 1300, "{}", letters.len());
        for letter in letters {
            let is_mark = matches!(
                letter,
                '\u{300}'..='\u{387}'
                    | '\u{483}'..='\u{489}'
                    | '\u{58b}'..='\u{670}'
                    | '\u{6d6}'..='\u{74c}'
            );
            assert!(
                !letter.is_whitespace() && !letter.is_control() && letter != '<' && !is_mark,
                "{letter:?}"
            );
            assert!(u32::from(letter) < 0x7a6, "{letter:?}");
        }
        // 6.71 of 8 bits.
        assert!(text.len() * 671 < bytes.len() * 800 + 10_000, "{}", text.len());
    }
}
