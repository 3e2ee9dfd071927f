//! The page as the browser tells it to assistive technology, as a text: a line for each thing, with its role, its name and
//! its states.

use crate::part::plain;
use crate::{Page, Result};
use anyhow::Context;
use serde_json::{Value, json};
use std::collections::HashMap;

/// Roles of what is called by its own texts: these are not told once more.
const CALLED_BY_TEXT: [&str; 10] = [
    "button",
    "checkbox",
    "columnheader",
    "DisclosureTriangle",
    "heading",
    "Legend",
    "link",
    "option",
    "radio",
    "rowheader",
];

/// Roles that say nothing by themselves.
const SILENT: [&str; 9] = [
    "generic",
    "none",
    "InlineTextBox",
    "LineBreak",
    "ListMarker",
    "LabelText",
    "emphasis",
    "strong",
    "RootWebArea",
];

/// States and what else is told, where it is not the usual.
const TOLD: [&str; 11] = [
    "checked",
    "disabled",
    "expanded",
    "hasPopup",
    "keyshortcuts",
    "level",
    "live",
    "pressed",
    "readonly",
    "roledescription",
    "valuetext",
];

/// What is told of the element that a selector finds, or of the whole page.
///
/// # Errors
///
/// When there is no such element, or the browser is not Chromium.
pub async fn spoken(page: &Page, selector: &str) -> Result<String> {
    page.devtools("Accessibility.enable", json!({})).await?;
    let expression = format!("document.querySelector({})", json!(selector));
    let found = page.devtools("Runtime.evaluate", json!({ "expression": expression })).await?;
    let object = found.pointer("/result/objectId").with_context(|| format!("no {selector}"))?;
    let node = page.devtools("DOM.describeNode", json!({ "objectId": object })).await?;
    let wanted = node.pointer("/node/backendNodeId").context("no node")?.clone();
    let answer = page.devtools("Accessibility.getFullAXTree", json!({})).await?;
    let nodes = answer.get("nodes").and_then(Value::as_array).context("no tree")?;
    let by_id = nodes.iter().filter_map(|it| Some((text(it, "nodeId")?, it))).collect();
    let root = nodes.iter().find(|it| it.get("backendDOMNodeId") == Some(&wanted));
    let mut told = Told { nodes: by_id, lines: Vec::new(), text: None };
    told.tell(root.context("it is not told")?, 0, false);
    told.end_text();
    Ok(told.lines.join("\n") + "\n")
}

/// What is told so far.
struct Told<'a> {
    nodes: HashMap<&'a str, &'a Value>,
    lines: Vec<String>,
    /// The texts that are read in one go, and how deep they stand.
    text: Option<(usize, String)>,
}

impl<'a> Told<'a> {
    /// Tells of a thing, and of all that is in it.
    fn tell(&mut self, node: &'a Value, depth: usize, is_called_by_text: bool) {
        let is_ignored = node.get("ignored") == Some(&Value::Bool(true));
        let role = node.pointer("/role/value").and_then(Value::as_str).unwrap_or_default();
        let name = node.pointer("/name/value").and_then(Value::as_str).unwrap_or_default();
        let (mut depth, mut is_called) = (depth, is_called_by_text);
        if role == "StaticText" && !is_ignored {
            if !is_called_by_text {
                self.add_text(depth, name);
            }
            return;
        }
        let name = plain(name);
        // A group that has a name is told, whatever its role.
        if !is_ignored && (!SILENT.contains(&role) || (role == "generic" && !name.is_empty())) {
            self.end_text();
            self.lines.push(line(node, depth, role, &name));
            depth += 1;
            is_called = is_called || (CALLED_BY_TEXT.contains(&role) && !name.is_empty());
        }
        for child in node.get("childIds").and_then(Value::as_array).into_iter().flatten() {
            if let Some(&child) = child.as_str().and_then(|id| self.nodes.get(id)) {
                self.tell(child, depth, is_called);
            }
        }
    }

    /// Adds a text to those right before it. A stroke shows where nothing stands between two: in one line they would run
    /// together.
    fn add_text(&mut self, depth: usize, text: &str) {
        if self.text.as_ref().is_some_and(|it| it.0 != depth) {
            self.end_text();
        }
        let (_, so_far) = self.text.get_or_insert((depth, String::new()));
        let is_apart =
            so_far.ends_with(char::is_whitespace) || text.starts_with(char::is_whitespace);
        if !so_far.is_empty() && !is_apart {
            so_far.push_str(" / ");
        }
        so_far.push_str(text);
    }

    fn end_text(&mut self) {
        if let Some((depth, text)) = self.text.take().filter(|it| !it.1.trim().is_empty()) {
            self.lines.push(format!("{}“{}”", "  ".repeat(depth), plain(&text)));
        }
    }
}

fn line(node: &Value, depth: usize, role: &str, name: &str) -> String {
    let mut parts = vec!["  ".repeat(depth), role.to_owned()];
    if !name.is_empty() {
        parts.push(format!(" “{name}”"));
    }
    let told = |path: &str| {
        let told = node.pointer(path).and_then(Value::as_str);
        told.map(plain).filter(|it| !it.is_empty() && it != name)
    };
    for (what, path) in [("described", "/description/value"), ("holds", "/value/value")] {
        if let Some(told) = told(path) {
            parts.push(format!(", {what}: “{told}”"));
        }
    }
    for property in node.get("properties").and_then(Value::as_array).into_iter().flatten() {
        let (Some(name), Some(value)) = (text(property, "name"), property.pointer("/value/value"))
        else {
            continue;
        };
        let is_depth = name == "level" && role != "heading";
        if TOLD.contains(&name) && !is_depth && !is_usual(role, value) {
            parts.push(format!(", {name}: {}", value.to_string().trim_matches('"')));
        }
    }
    parts.concat()
}

/// Whether a state goes without saying: it is not so, though a button that can be pressed tells that it is not.
fn is_usual(role: &str, value: &Value) -> bool {
    let is_off = matches!(value, Value::Bool(false)) || value == "" || value == "false";
    let is_pressed =
        matches!(role, "button" | "link" | "checkbox" | "radio" | "DisclosureTriangle");
    (is_off && !is_pressed) || (value == "polite" && role == "status")
}

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key).and_then(Value::as_str)
}
