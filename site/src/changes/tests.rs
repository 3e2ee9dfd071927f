//! Two editions, and what one says of the other.

use super::*;
use claim_atlas::BUNDLED;
use expect_test::expect;

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
    let changes = Changes::between(&before, &after).expect("editions");
    let text = listing(&changes).replace(&"a".repeat(64), "a…").replace(&"b".repeat(64), "b…");
    expect![[r##"
        # What changed

        From the edition of 2026-11-24 (SHA-256 `a…`) to the edition of 2026-11-26 (SHA-256 `b…`).

        ## Claims added (1)

        - `0e12-32` (Putins Verzweiflungstat? Russland kauft wohl eigene Militärausrüstung zurück): US defence secretary Austin said he could guarantee that, without US support for Ukraine, Putin would succeed.

        ## Claims changed (1)

        - `0e12-15` (Putins Verzweiflungstat? Russland kauft wohl eigene Militärausrüstung zurück): Egypt is said to have secretly consented and to be giving back 150 helicopter engines within a month.
          - quantity: {"max":150,"min":150,"words":{"de":"150","en":"150"}} → {"max":200,"min":150,"words":{"de":"150","en":"150"}}

        ## Claims withdrawn (1)

        - `0e12-21` (Putins Verzweiflungstat? Russland kauft wohl eigene Militärausrüstung zurück): Egypt had planned to make 40,000 rockets for Moscow. Withdrawn on 2026-11-25: It was \*misread\* as \<b\>\&amp;.

        ## Otherwise (1)

        - `egy-rus-engines` (transfers): Something else
          - item: {"de":"Hubschraubertriebwerke","en":"helicopter engines"} → {"de":"Anderes","en":"Something else"}
    "##]].assert_eq(&text);
}

#[test]
fn of_the_same_nothing_changed() {
    let changes = Changes::between(&bundled(), &bundled()).expect("editions");
    assert!(changes.is_empty() && listing(&changes).ends_with("\nNothing.\n"));
    let nameless = Source { edition: None, ..bundled() };
    let error = Changes::between(&nameless, &bundled()).expect_err("no edition");
    assert_eq!(error.to_string(), "the older corpus does not say which edition it is");
}

#[test]
fn a_claim_that_only_went_is_called_gone() {
    let (before, mut after) = editions();
    after.documents.iter_mut().for_each(|it| it.withdrawn.clear());
    let changes = Changes::between(&before, &after).expect("editions");
    let gone: Vec<&str> =
        changes.claims.iter().filter(|it| it.change == Change::Gone).map(|it| &*it.id).collect();
    assert_eq!(gone, ["0e12-21"]);
    // What was withdrawn before is no news, as long as it is said as before.
    let (_, after) = editions();
    assert!(Changes::between(&after, &after).expect("editions").is_empty());
}

/// What became of the claims, each by its id.
fn became(before: &Source, after: &Source) -> Vec<(String, Change)> {
    let changes = Changes::between(before, after).expect("editions");
    let all = [listing(&changes), feed(&changes, None).expect("a feed")];
    for entry in &changes.claims {
        assert!(all.iter().all(|it| it.contains(&entry.id)), "{}", entry.id);
    }
    changes.claims.into_iter().map(|it| (it.id, it.change)).collect()
}

#[test]
fn nothing_that_was_withdrawn_changes_unseen() {
    let (before, after) = editions();
    let id = || "0e12-21".to_owned();
    let mut gone = after.clone();
    gone.documents.iter_mut().for_each(|it| it.withdrawn.clear());
    assert_eq!(became(&after, &gone), [(id(), Change::WithdrawalGone)]);
    let mut later = after.clone();
    let withdrawn = later.documents.iter_mut().flat_map(|it| &mut it.withdrawn);
    withdrawn.into_iter().for_each(|it| it.date = "2026-11-26".to_owned());
    let field = Field {
        name: "date".to_owned(),
        before: Some("2026-11-25".to_owned()),
        after: Some("2026-11-26".to_owned()),
    };
    assert_eq!(became(&after, &later), [(id(), Change::WithdrawalChanged(vec![field]))]);
    let became_claims = became(&after, &before);
    assert!(became_claims.contains(&(id(), Change::Restored)), "{became_claims:?}");
    // One that is first seen as withdrawn was withdrawn.
    let (_, change) = became(&gone, &after).swap_remove(0);
    assert!(matches!(change, Change::Withdrawn { .. }), "{change:?}");
}

#[test]
fn a_claim_that_moves_to_another_document_has_changed() {
    let (_, before) = editions();
    let mut after = before.clone();
    let claim = after.documents[0].claims.remove(0);
    after.documents[1].claims.push(claim.clone());
    let [from, to] = [0, 1].map(|at: usize| Some(before.documents[at].id.clone()));
    let field = Field { name: "document".to_owned(), before: from, after: to };
    assert_eq!(became(&before, &after), [(claim.id, Change::Changed(vec![field]))]);
}

#[test]
fn the_feed_has_what_atom_asks_for() {
    let (before, after) = editions();
    let changes = Changes::between(&before, &after).expect("editions");
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
    undated.after.date = "soon".to_owned();
    assert!(feed(&undated, None).is_err());
}
