//! Two editions, and what one says of the other.

use super::*;
use claim_atlas::BUNDLED;
use claim_atlas::changes::{Becoming, Changes};
use claim_atlas::corpus::{Source, Withdrawn};
use expect_test::expect;
use std::collections::BTreeSet;

fn bundled() -> Source {
    Source::read(BUNDLED).expect("the asset")
}

/// The bundled corpus, and an edition after it: a claim is new, one has another number, one was withdrawn.
fn editions() -> (Source, Source) {
    let (mut before, mut after) = (bundled(), bundled());
    let edition = |date: &str, digit: &str| {
        Some(Edition { date: date.to_owned(), sha256: digit.repeat(64), selection: None })
    };
    before.edition = edition("2026-11-24", "a");
    after.edition = edition("2026-11-26", "b");
    let claims = |of: &mut Source, id: &str| {
        let at = of.documents.iter_mut().enumerate();
        let mut found = at.filter_map(|(document, it)| {
            Some((document, it.claims.iter().position(|it| it.id == id)?))
        });
        found.next().expect("the claim")
    };
    let (document, claim) = claims(&mut before, "0e12-32");
    before.documents[document].claims.remove(claim);
    let (document, claim) = claims(&mut after, "0e12-15");
    let quantity = after.documents[document].claims[claim].quantity.as_mut().expect("a number");
    quantity.max = Some(200);
    let (document, claim) = claims(&mut after, "0e12-21");
    let claim = after.documents[document].claims.remove(claim);
    let reason = Text::new("de", "Falsch gelesen.").with("en", "It was *misread* as <b>&amp;.");
    let withdrawn = Withdrawn { date: "2026-11-25".to_owned(), reason, claim };
    after.documents[document].withdrawn.push(withdrawn);
    after.transfers[0].item = Text::new("de", "Anderes").with("en", "Something else");
    (before, after)
}

#[test]
fn what_was_added_changed_and_withdrawn_is_listed() {
    let (before, after) = editions();
    let changes = Changes::between(&before, &after);
    let text = listing(&changes).replace(&"a".repeat(64), "a…").replace(&"b".repeat(64), "b…");
    expect![[r#"
        # What changed

        From the edition of 2026-11-24 (SHA-256 `a…`) to the edition of 2026-11-26 (SHA-256 `b…`).

        ## Claims added (1)

        - `0e12-32` (Putins Verzweiflungstat? Russland kauft wohl eigene Militärausrüstung zurück): US defence secretary Austin said he could guarantee that, without US support for Ukraine, Putin would succeed.

        ## Claims changed (1)

        - `0e12-15` (Putins Verzweiflungstat? Russland kauft wohl eigene Militärausrüstung zurück): Egypt is said to have secretly consented and to be giving back 150 helicopter engines within a month.
          - quantity.max: 150 → 200

        ## Claims withdrawn (1)

        - `0e12-21` (Putins Verzweiflungstat? Russland kauft wohl eigene Militärausrüstung zurück): Egypt had planned to make 40,000 rockets for Moscow. Withdrawn on 2026-11-25: It was \*misread\* as \<b\>\&amp;.

        ## Otherwise (1)

        - `egy-rus-engines` (transfers): Something else
          - item.de: Hubschraubertriebwerke → Anderes
          - item.en: helicopter engines → Something else
    "#]].assert_eq(&text);
}

#[test]
fn of_the_same_nothing_changed() {
    let changes = Changes::between(&bundled(), &bundled());
    assert!(listing(&changes).ends_with("\nNothing.\n"));
}

#[test]
fn whatever_became_of_a_claim_is_told_in_both() {
    let (before, after) = editions();
    let mut gone = after.clone();
    gone.documents.iter_mut().for_each(|it| it.withdrawn.clear());
    let mut later = after.clone();
    let withdrawn = later.documents.iter_mut().flat_map(|it| &mut it.withdrawn);
    withdrawn.into_iter().for_each(|it| it.date = "2026-11-26".to_owned());
    let mut told = Vec::new();
    for (before, after) in
        [(&before, &after), (&before, &gone), (&after, &gone), (&after, &later), (&after, &before)]
    {
        let changes = Changes::between(before, after);
        let all = [listing(&changes), feed(&changes, None).expect("a feed")];
        for entry in &changes.claims {
            assert!(all.iter().all(|it| it.contains(&entry.id)), "{}", entry.id);
            told.push(entry.change.becoming());
        }
    }
    assert!(Becoming::ALL.iter().all(|it| told.contains(it)), "{told:?}");
}

#[test]
fn what_else_changed_of_what_was_withdrawn_or_taken_back_is_told_in_both() {
    let (before, mut after) = editions();
    for it in after.documents.iter_mut().flat_map(|it| &mut it.withdrawn) {
        it.claim.paragraph = 1;
    }
    for (before, after, line) in
        [(&before, &after, "paragraph: 11 → 1"), (&after, &before, "paragraph: 1 → 11")]
    {
        let changes = Changes::between(before, after);
        for text in [listing(&changes), feed(&changes, None).expect("a feed")] {
            assert!(text.contains(line), "{text}");
        }
    }
}

#[test]
fn the_feed_has_what_atom_asks_for() {
    let (before, after) = editions();
    let changes = Changes::between(&before, &after);
    for site in [None, Some("https://site.example/atlas/")] {
        let text = feed(&changes, site).expect("a feed");
        let read = text.parse::<atom_syndication::Feed>().expect("Atom");
        assert_eq!(read.updated.to_rfc3339(), "2026-11-26T00:00:00+00:00");
        assert_eq!((read.authors.len(), read.entries.len()), (1, changes.claims.len()));
        let ids: BTreeSet<&String> = read.entries.iter().map(|it| &it.id).collect();
        assert_eq!(ids.len(), read.entries.len());
        assert!(read.entries.iter().all(|it| it.id.starts_with("urn:") && it.content.is_some()));
        let links = read.entries.iter().flat_map(|it| &it.links).map(|it| it.href.as_str());
        assert_eq!(links.count(), site.map_or(0, |_| read.entries.len()));
    }
    let text = feed(&changes, Some("https://site.example/atlas/")).expect("a feed");
    assert!(text.contains("https://site.example/atlas/#claim=0e12-21"), "{text}");
    // Readers of feeds get each text as it was.
    let read = text.parse::<atom_syndication::Feed>().expect("Atom");
    let contents = read.entries.iter().filter_map(|it| it.content.as_ref()?.value.as_deref());
    let reason = "It was *misread* as <b>&amp;.";
    assert!(contents.into_iter().any(|it| it.ends_with(reason)), "{text}");
    let mut undated = changes;
    undated.after.edition = None;
    assert!(feed(&undated, None).is_err());
}
