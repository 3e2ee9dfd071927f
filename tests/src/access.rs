//! What axe finds wrong in a page: names, roles, order, sizes, contrast. It finds a part of what keeps readers out.

use crate::{Page, Result};
use anyhow::Context;
use serde_json::{Value, json};
use xtask::place;

/// What is looked at.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Rules {
    /// All that axe knows.
    All,
    /// What depends on colours alone, for a second theme.
    Colours,
    /// How large what can be pressed is, for a narrower window.
    Sizes,
}

/// What axe leaves to others: buttons that would send a form, and names on what has no role.
const LOOSE: &str = "[...document.querySelectorAll('button:not([type]), svg[hidden], \
    :is(span, p, div, small, b):not([role])[aria-label]')].map((it) => 'loose: ' + it.outerHTML)";

/// What axe finds wrong in the page as it stands, a line each.
///
/// # Errors
///
/// When axe has not been brought, or does not answer.
pub async fn findings(page: &Page, rules: Rules) -> Result<Vec<String>> {
    if page.value("typeof axe").await? == "undefined" {
        let file = place::target().join("tools/npm/node_modules/axe-core/axe.min.js");
        let axe =
            std::fs::read_to_string(file).context("axe is missing: run `cargo xtask test`")?;
        page.client().execute(&axe, Vec::new()).await?;
    }
    // Of WCAG 2.2 axe leaves out the size of targets unless asked. What a frame shows has its own test.
    let mut options = json!({ "resultTypes": ["violations"], "iframes": false });
    let chosen = match rules {
        Rules::All => json!({ "rules": { "target-size": { "enabled": true } } }),
        Rules::Colours => only(&["color-contrast", "link-in-text-block"]),
        Rules::Sizes => only(&["target-size"]),
    };
    if let (Value::Object(options), Value::Object(chosen)) = (&mut options, chosen) {
        options.extend(chosen);
    }
    // Whoever has unfolded a menu presses nothing that lies under it.
    let part = match rules {
        Rules::Sizes => "document.querySelector('.drop') ?? document",
        Rules::All | Rules::Colours => "document",
    };
    // Not every engine's driver waits for what a script promises.
    page.value(&format!(
        "void (window.axeFound = undefined, axe.run({part}, {options}).then(({{ violations }}) => {{ \
         window.axeFound = violations.flatMap(({{ id, nodes }}) => \
         nodes.map((it) => `${{id}}: ${{it.html}} ${{it.failureSummary}}`)) }}, \
         (error) => {{ window.axeFound = [`${{error}}`] }}))"
    ))
    .await?;
    page.until("window.axeFound").await?;
    let lines = |value: Value| -> Option<Vec<String>> {
        value.as_array()?.iter().map(|it| Some(it.as_str()?.to_owned())).collect()
    };
    let mut found = lines(page.value("window.axeFound").await?).context("axe found no list")?;
    found.extend(lines(page.value(LOOSE).await?).context("no list")?);
    Ok(found)
}

fn only(rules: &[&str]) -> Value {
    json!({ "runOnly": { "type": "rule", "values": rules } })
}
