//! What changed, as Markdown.

use super::{edition, told};
use claim_atlas::changes::{Becoming, Change, Changes, Entry, Field, Side};
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
    for becoming in Becoming::ALL {
        let entries: Vec<&Entry> =
            changes.claims.iter().filter(|it| it.change.becoming() == becoming).collect();
        section(&mut text, heading(becoming), &entries);
    }
    section(&mut text, "Otherwise", &changes.others.iter().collect::<Vec<_>>());
    text
}

/// What the claims are told under.
fn heading(becoming: Becoming) -> &'static str {
    match becoming {
        Becoming::Added => "Claims added",
        Becoming::Changed => "Claims changed",
        Becoming::Withdrawn => "Claims withdrawn",
        Becoming::Gone => "Claims gone without a reason",
        Becoming::WithdrawalChanged => "Withdrawals changed",
        Becoming::Restored => "Withdrawals taken back: claims again",
        Becoming::WithdrawalGone => "Withdrawals gone without a reason",
    }
}

fn section(text: &mut String, title: &str, entries: &[&Entry]) {
    if !entries.is_empty() {
        let heading = format!("\n## {title} ({})\n\n", entries.len());
        text.push_str(&heading);
        text.extend(entries.iter().map(|it| item(it)));
    }
}

fn named(side: &Side) -> String {
    let Edition { date, sha256, .. } = edition(side);
    format!("edition of {date} (SHA-256 `{sha256}`)")
}

fn item(Entry { id, text, of, change }: &Entry) -> String {
    let text = text.as_ref().map_or("", told);
    let what = format!("- `{id}` ({}): {}", markdown(of), markdown(text));
    let more = match change {
        Change::Added => String::new(),
        Change::Gone | Change::WithdrawalGone => " Gone.".to_owned(),
        Change::Withdrawn { date, reason, fields } => {
            format!(" Withdrawn on {date}: {}", markdown(told(reason))) + &listed(fields)
        }
        Change::Changed(fields) | Change::WithdrawalChanged(fields) | Change::Restored(fields) => {
            listed(fields)
        }
    };
    [&what, &*more, "\n"].concat()
}

fn listed(fields: &[Field]) -> String {
    fields.iter().map(field).collect()
}

fn field(Field { name, before, after }: &Field) -> String {
    let [before, after] =
        [before, after].map(|it| it.as_deref().map_or_else(|| "nothing".to_owned(), markdown));
    format!("\n  - {name}: {before} → {after}")
}
