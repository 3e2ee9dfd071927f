//! What changed, as a feed: Atom, which readers of feeds and other sites' programs follow.

use super::{edition, told};
use anyhow::{Result, anyhow};
use atom_syndication as atom;
use atom_syndication::{FixedDateTime, Text};
use claim_atlas::changes::{Change, Changes, Entry, Field};

/// The feed, an entry a claim. Where the site's address is known each leads to its claim there.
///
/// # Errors
///
/// Where the newer edition has no day.
pub fn feed(changes: &Changes, site: Option<&str>) -> Result<String> {
    let date = edition(&changes.after).date;
    let updated: FixedDateTime = format!("{date}T00:00:00Z")
        .parse()
        .map_err(|_| anyhow!("`{date}`, of the newer corpus, is no day"))?;
    let entries = changes.claims.iter().map(|it| entry(changes, it, updated, site)).collect();
    let feed = atom::Feed {
        id: site.map_or_else(|| "urn:x-claim-atlas:changes".to_owned(), str::to_owned),
        title: Text::plain("Claim Atlas: what changed"),
        updated,
        authors: vec![atom::Person { name: "Claim Atlas".to_owned(), ..atom::Person::default() }],
        links: site.map(link).into_iter().collect(),
        entries,
        ..atom::Feed::default()
    };
    Ok(feed.to_string())
}

fn entry(changes: &Changes, it: &Entry, updated: FixedDateTime, site: Option<&str>) -> atom::Entry {
    // What became of a claim in an edition is one thing, and of it in the next another.
    let after = edition(&changes.after);
    let state = if after.sha256.is_empty() { after.date } else { after.sha256 };
    let (title, more) = described(&it.change);
    let text = it.text.as_ref().map_or("", told);
    let content = if more.is_empty() { text.to_owned() } else { [text, "\n", &more].concat() };
    atom::Entry {
        id: format!("urn:x-claim-atlas:change/{state}/{}", it.id),
        title: Text::plain(format!("{title}: {} ({})", it.id, it.of)),
        updated,
        links: site.map(|site| link(&format!("{site}#claim={}", it.id))).into_iter().collect(),
        content: Some(atom::Content {
            value: Some(content),
            content_type: Some("text".to_owned()),
            ..atom::Content::default()
        }),
        ..atom::Entry::default()
    }
}

/// What became of it, in a word and in full.
fn described(change: &Change) -> (&'static str, String) {
    match change {
        Change::Added => ("Added", String::new()),
        Change::Gone => ("Gone", NO_REASON.to_owned()),
        Change::Restored(fields) => {
            ("Withdrawal taken back", listed(Some("It is a claim again.".to_owned()), fields))
        }
        Change::WithdrawalGone => ("Withdrawal gone", NO_REASON.to_owned()),
        Change::Withdrawn { date, reason, fields } => {
            ("Withdrawn", listed(Some(format!("Since {date}: {}", told(reason))), fields))
        }
        Change::Changed(fields) => ("Changed", listed(None, fields)),
        Change::WithdrawalChanged(fields) => ("Withdrawal changed", listed(None, fields)),
    }
}

const NO_REASON: &str = "No reason is given.";

/// Fields, a line each, below what is said first.
fn listed(first: Option<String>, fields: &[Field]) -> String {
    let field = |Field { name, before, after }: &Field| {
        let [before, after] = [before, after].map(|it| it.as_deref().unwrap_or("nothing"));
        format!("{name}: {before} → {after}")
    };
    first.into_iter().chain(fields.iter().map(field)).collect::<Vec<_>>().join("\n")
}

fn link(href: &str) -> atom::Link {
    atom::Link { href: href.to_owned(), rel: "alternate".to_owned(), ..atom::Link::default() }
}
