//! The direction of a text: which of its signs are written from right to left, and which nobody sees and turn others.

use super::is_unruly;

/// Whether a letter is written from right to left. Digits are not, in any script.
#[must_use]
pub fn is_leftward(letter: char) -> bool {
    let is_other = matches!(letter, '\u{61c}' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}');
    !is_other
        && matches!(letter,
            '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// The mark of direction by which a figure may be shown in another order than it is written, and which no script needs: one
/// that points to the left where no letter does, or any between the digits. `5–10` would be read as `10–5`.
#[must_use]
pub fn turning_mark(text: &str) -> Option<char> {
    let marks = || text.chars().filter(|it| is_direction_mark(*it));
    marks().next()?;
    if !text.contains(char::is_numeric) {
        return None;
    }
    if !text.contains(is_leftward) {
        return marks().find(|it| *it != '\u{200e}');
    }
    // What stands between the last digit and here: nothing, or a mark, but no letter.
    let (mut is_in_figure, mut passed) = (false, None);
    for sign in text.chars() {
        if sign.is_numeric() {
            if passed.is_some() {
                return passed;
            }
            is_in_figure = true;
        } else if sign.is_alphabetic() {
            (is_in_figure, passed) = (false, None);
        } else if is_in_figure && is_direction_mark(sign) {
            passed = Some(sign);
        }
    }
    None
}

/// Whether a sign is a mark of direction: it is not seen, and what is neither a letter nor a digit stands as beside a letter
/// of that direction.
fn is_direction_mark(sign: char) -> bool {
    matches!(sign, '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// Whether nobody sees a sign that does something to what stands beside it, a mark of direction among them: in a piece of a
/// text, or one that nobody has checked, no such sign is of use to a script.
#[must_use]
pub fn is_unruly_in_pieces(sign: char) -> bool {
    is_unruly(sign) || is_direction_mark(sign)
}

#[cfg(test)]
mod tests {
    use super::turning_mark;

    #[test]
    fn a_figure_is_turned_by_no_mark_that_nobody_sees() {
        let turned = [
            "5\u{200f}–\u{200f}10 tanks",
            "\u{200f}5–10 tanks",
            "\u{61c}5–10",
            "دبابات 5\u{200f}–\u{200f}10",
            "10 ألف: 5\u{200e}–10",
            "5 (\u{200f}10) דגמים",
        ];
        for text in turned {
            assert!(turning_mark(text).is_some(), "{text:?}");
        }
    }

    #[test]
    fn marks_may_stand_where_a_script_needs_them() {
        let sound = [
            "5–10 tanks",
            "\u{200e}5–10 tanks",
            "„Ja“\u{200f}",
            "في \u{200e}2023-11-08",
            "وزارة (WSJ\u{200f})، 5 دبابات",
            "5 دبابات\u{200f}، و10 طائرات",
            "אמר ל-WSJ\u{200f}.",
        ];
        for text in sound {
            assert_eq!(turning_mark(text), None, "{text:?}");
        }
    }
}
