//! Where a value stands in a JSON text, so that a fault can be shown with its line and column.

use serde_json::value::RawValue;
use std::collections::HashMap;

/// One step down into a JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step<'a> {
    Key(&'a str),
    Item(usize),
}

/// A path into a corpus as it grows on the way down. Few are ever asked for, so that a step costs nothing.
pub(super) enum At<'a> {
    Top,
    Key(&'a At<'a>, &'a str),
    Item(&'a At<'a>, usize),
}

impl<'a> At<'a> {
    pub(super) fn key(&'a self, key: &'a str) -> Self {
        Self::Key(self, key)
    }

    pub(super) fn item(&'a self, item: usize) -> Self {
        Self::Item(self, item)
    }

    /// The steps, from the top.
    pub(super) fn path(&self) -> Vec<Step<'a>> {
        let (mut path, last) = match self {
            Self::Top => return Vec::new(),
            Self::Key(above, key) => (above.path(), Step::Key(key)),
            Self::Item(above, item) => (above.path(), Step::Item(*item)),
        };
        path.push(last);
        path
    }
}

/// The value at a path; the nearest above it where the path leads to nothing, as it does when a field is
/// missing.
pub(super) fn value_at<'a>(text: &'a str, path: &[Step]) -> &'a str {
    let mut here = text.trim_start();
    for step in path {
        let Some(inner) = descend(here, step) else { break };
        here = inner;
    }
    here
}

fn descend<'a>(here: &'a str, step: &Step) -> Option<&'a str> {
    match step {
        Step::Key(key) => {
            let fields: HashMap<String, &'a RawValue> = serde_json::from_str(here).ok()?;
            fields.get(*key).map(|value| value.get())
        }
        Step::Item(at) => {
            let items: Vec<&'a RawValue> = serde_json::from_str(here).ok()?;
            items.get(*at).map(|value| value.get())
        }
    }
}

/// The line and column, both from 1 and the column in characters, at which a part of a text begins.
pub(super) fn place_of(part: &str, text: &str) -> (usize, usize) {
    // Both are parts of one text, so the distance between their starts is the offset.
    let offset = (part.as_ptr() as usize).checked_sub(text.as_ptr() as usize);
    let before = offset.and_then(|offset| text.get(..offset)).expect("it is a part of the text");
    let last_line = before.rsplit('\n').next().expect("a text has a last line");
    (before.matches('\n').count() + 1, last_line.chars().count() + 1)
}

/// What of a text an error is about: from where the reader stopped, up to the end.
pub(super) fn from_error<'a>(text: &'a str, error: &serde_json::Error) -> &'a str {
    let lines = text.split_inclusive('\n').take(error.line().saturating_sub(1));
    let line_start: usize = lines.map(str::len).sum();
    // The reader counts bytes, from 1.
    let mut offset = (line_start + error.column().saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    text.get(offset..).expect("a letter begins there, or nothing")
}
