//! Keys by the names that people and `KeyboardEvent.key` give them.

use crate::Result;
use anyhow::bail;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

/// The strokes of a chord like `Shift+Tab`, or of one character.
pub fn chord(name: &str) -> Result<KeyActions> {
    let mut keys = Vec::new();
    // A plus alone is the character.
    let names: Vec<&str> = if name == "+" { vec![name] } else { name.split('+').collect() };
    for name in names {
        keys.push(key(name)?);
    }
    let mut strokes = KeyActions::new("keyboard".to_owned());
    for value in &keys {
        strokes = strokes.then(KeyAction::Down { value: *value });
    }
    for value in keys.iter().rev() {
        strokes = strokes.then(KeyAction::Up { value: *value });
    }
    Ok(strokes)
}

fn key(name: &str) -> Result<char> {
    let key = match name {
        "Tab" => Key::Tab,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Space" => return Ok(' '),
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "Shift" => Key::Shift,
        "Control" => Key::Control,
        "Alt" => Key::Alt,
        other => {
            let mut characters = other.chars();
            return match (characters.next(), characters.next()) {
                (Some(character), None) => Ok(character),
                _ => bail!("no key is called `{other}`"),
            };
        }
    };
    Ok(key.into())
}

#[cfg(test)]
mod tests {
    use super::chord;

    #[test]
    fn chords_are_read() {
        for name in ["Tab", "Shift+Tab", "Control+a", "+", "ä"] {
            assert!(chord(name).is_ok(), "{name}");
        }
        assert!(chord("Tabulator").is_err());
        assert!(chord("").is_err());
    }
}
