//! What changed, as Markdown.

use super::{Change, Changes, Entry, Field};
use claim_atlas::corpus::Edition;

/// The changes, for people.
#[must_use]
pub fn listing(changes: &Changes) -> String {
    let mut text = format!(
        "# What changed\n\nFrom the {} to the {}.\n",
        named(&changes.before),
        named(&changes.after)
    );
    if changes.is_empty() {
        text += "\nNothing.\n";
    }
    let (is_added, is_changed, is_withdrawn, is_gone) = (
        |it: &Entry| it.change == Change::Added,
        |it: &Entry| matches!(it.change, Change::Changed(_)),
        |it: &Entry| matches!(it.change, Change::Withdrawn { .. }),
        |it: &Entry| it.change == Change::Gone,
    );
    for (title, entries) in [
        ("Claims added", chosen(&changes.claims, is_added)),
        ("Claims changed", chosen(&changes.claims, is_changed)),
        ("Claims withdrawn", chosen(&changes.claims, is_withdrawn)),
        ("Claims gone without a reason", chosen(&changes.claims, is_gone)),
        ("Otherwise", chosen(&changes.others, |_| true)),
    ] {
        if entries.is_empty() {
            continue;
        }
        let heading = format!("\n## {title} ({})\n\n", entries.len());
        text.push_str(&heading);
        text.extend(entries.into_iter().map(item));
    }
    text
}

fn chosen(entries: &[Entry], is_meant: impl Fn(&Entry) -> bool) -> Vec<&Entry> {
    entries.iter().filter(|it| is_meant(it)).collect()
}

fn named(edition: &Edition) -> String {
    format!("edition of {} (SHA-256 `{}`)", edition.date, edition.sha256)
}

fn item(Entry { id, text, of, change }: &Entry) -> String {
    let what = format!("- `{id}` ({}): {}", escaped(of), escaped(text));
    let more = match change {
        Change::Added => String::new(),
        Change::Gone => " Gone.".to_owned(),
        Change::Withdrawn { date, reason } => format!(" Withdrawn on {date}: {}", escaped(reason)),
        Change::Changed(fields) => fields.iter().map(field).collect(),
    };
    [&what, &*more, "\n"].concat()
}

fn field(Field { name, before, after }: &Field) -> String {
    let [before, after] =
        [before, after].map(|it| it.as_deref().map_or_else(|| "nothing".to_owned(), escaped));
    format!("\n  - {name}: {before} → {after}")
}

/// A text of one line, in which no sign means anything.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        if matches!(letter, '\\' | '[' | ']' | '<' | '>' | '`' | '*' | '_' | '#' | '|') {
            escaped.push('\\');
        }
        escaped.push(if letter.is_control() { ' ' } else { letter });
    }
    escaped
}
