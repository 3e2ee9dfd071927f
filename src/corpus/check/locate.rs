//! Where a value stands in a JSON text, so that a fault can be shown with its line and column.

use crate::corpus::HashMap;
use serde_json::value::RawValue;
use std::cell::RefCell;

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
    Values::default().at(text, path)
}

/// The values that are gone through on the way to others: faults stand close together, and each would have the list of
/// a hundred thousand claims taken apart again.
#[derive(Default)]
pub(super) struct Values<'a>(RefCell<HashMap<*const u8, Inside<'a>>>);

/// What is in a value.
enum Inside<'a> {
    Fields(HashMap<String, &'a RawValue>),
    Items(Vec<&'a RawValue>),
    Nothing,
}

impl<'a> Values<'a> {
    /// The value at a path, or the nearest above it.
    pub(super) fn at(&self, text: &'a str, path: &[Step]) -> &'a str {
        let mut here = text.trim_start();
        for step in path {
            let Some(inner) = self.descend(here, step) else { break };
            here = inner;
        }
        here
    }

    fn descend(&self, here: &'a str, step: &Step) -> Option<&'a str> {
        let mut known = self.0.borrow_mut();
        let found = match (known.entry(here.as_ptr()).or_insert_with(|| inside(here)), step) {
            (Inside::Fields(fields), Step::Key(key)) => fields.get(*key),
            (Inside::Items(items), Step::Item(at)) => items.get(*at),
            _ => None,
        };
        found.map(|it| it.get())
    }
}

fn inside(value: &str) -> Inside<'_> {
    if let Ok(fields) = serde_json::from_str(value) {
        Inside::Fields(fields)
    } else {
        serde_json::from_str(value).map_or(Inside::Nothing, Inside::Items)
    }
}

/// The lines of a text, asked for from its start on, so that it is gone through once.
pub(super) struct Lines<'a> {
    rest: &'a str,
    line: usize,
    column: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { rest: text, line: 1, column: 1 }
    }

    /// The line and column, both from 1 and the column in characters, at which a part of the text begins.
    pub(super) fn place_of(&mut self, part: &str) -> (usize, usize) {
        // Both are parts of one text, so the distance between their starts is the offset.
        let offset = (part.as_ptr() as usize).checked_sub(self.rest.as_ptr() as usize);
        let split = offset.and_then(|offset| self.rest.split_at_checked(offset));
        let (before, behind) = split.expect("it is a part of the text, and behind the last one");
        self.rest = behind;
        match before.rsplit_once('\n') {
            None => self.column += before.chars().count(),
            Some((lines, last)) => {
                self.line += lines.matches('\n').count() + 1;
                self.column = last.chars().count() + 1;
            }
        }
        (self.line, self.column)
    }
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
