//! Where a value stands in a JSON text, so that a fault can be shown with its line and column.

use serde_json::value::RawValue;
use std::collections::HashMap;

/// One step down into a JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Key(&'static str),
    Item(usize),
}

/// The line and column, both from 1, of the value at a path; of the nearest value above it where
/// the path leads to nothing, as it does when a field is missing.
pub(super) fn position(text: &str, path: &[Step]) -> (usize, usize) {
    let mut here = text.trim_start();
    for step in path {
        let Some(inner) = descend(here, step) else { break };
        here = inner;
    }
    // Both are parts of one text, so the distance between their starts is the offset.
    let offset = (here.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    let before = text.get(..offset).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
    (before.matches('\n').count() + 1, column)
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
