//! What changed, as Markdown.

use super::{Change, Changes, Entry, Field};
use claim_atlas::corpus::Edition;
use claim_atlas::words::markdown;

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
    for title in TITLES {
        let entries: Vec<&Entry> =
            changes.claims.iter().filter(|it| heading(&it.change) == title).collect();
        section(&mut text, title, &entries);
    }
    section(&mut text, "Otherwise", &changes.others.iter().collect::<Vec<_>>());
    text
}

/// What the claims are told under, in this order.
const TITLES: [&str; 7] = [
    "Claims added",
    "Claims changed",
    "Claims withdrawn",
    "Claims gone without a reason",
    "Withdrawals changed",
    "Withdrawals taken back: claims again",
    "Withdrawals gone without a reason",
];

fn heading(change: &Change) -> &'static str {
    let [added, changed, withdrawn, gone, otherwise_withdrawn, restored, forgotten] = TITLES;
    match change {
        Change::Added => added,
        Change::Changed(_) => changed,
        Change::Withdrawn { .. } => withdrawn,
        Change::Gone => gone,
        Change::WithdrawalChanged(_) => otherwise_withdrawn,
        Change::Restored => restored,
        Change::WithdrawalGone => forgotten,
    }
}

fn section(text: &mut String, title: &str, entries: &[&Entry]) {
    if !entries.is_empty() {
        let heading = format!("\n## {title} ({})\n\n", entries.len());
        text.push_str(&heading);
        text.extend(entries.iter().map(|it| item(it)));
    }
}

fn named(edition: &Edition) -> String {
    format!("edition of {} (SHA-256 `{}`)", edition.date, edition.sha256)
}

fn item(Entry { id, text, of, change }: &Entry) -> String {
    let what = format!("- `{id}` ({}): {}", markdown(of), markdown(text));
    let more = match change {
        Change::Added | Change::Restored => String::new(),
        Change::Gone | Change::WithdrawalGone => " Gone.".to_owned(),
        Change::Withdrawn { date, reason } => format!(" Withdrawn on {date}: {}", markdown(reason)),
        Change::Changed(fields) | Change::WithdrawalChanged(fields) => {
            fields.iter().map(field).collect()
        }
    };
    [&what, &*more, "\n"].concat()
}

fn field(Field { name, before, after }: &Field) -> String {
    let [before, after] =
        [before, after].map(|it| it.as_deref().map_or_else(|| "nothing".to_owned(), markdown));
    format!("\n  - {name}: {before} → {after}")
}
