//! What becomes of claims from one corpus to another.

use super::*;
use crate::BUNDLED;
use crate::corpus::When;

fn bundled() -> Source {
    Source::read(BUNDLED).expect("the asset")
}

/// What became of the claims, each by its id.
fn became(before: &Source, after: &Source) -> Vec<(String, Change)> {
    let changes = Changes::between(before, after);
    changes.claims.into_iter().map(|it| (it.id, it.change)).collect()
}

const ID: &str = "0e12-21";

#[test]
fn of_the_same_nothing_changed() {
    assert!(Changes::between(&bundled(), &bundled()).is_empty());
    let after = bundled().without(ID);
    assert!(Changes::between(&after, &after).is_empty());
}

#[test]
fn of_another_corpus_all_is_new_and_the_order_is_that_of_ids() {
    let (nothing, all) = (Source::default(), bundled());
    let changes = Changes::between(&nothing, &all);
    let rows = changes.others.iter().filter(|it| it.of != CORPUS);
    assert!(changes.claims.iter().chain(rows).all(|it| it.change == Change::Added));
    assert!(changes.claims.is_sorted_by_key(|it| it.id.as_str()));
    let claims: usize = all.documents.iter().map(|it| it.claims.len()).sum();
    assert_eq!(changes.claims.len(), claims);
    assert!(became(&all, &nothing).iter().all(|it| it.1 == Change::Gone));
}

#[test]
fn what_a_corpus_is_called_and_how_it_is_searched_is_compared() {
    let before = Source { names: vec![vec!["UAE".to_owned(), "Emirates".to_owned()]], ..bundled() };
    let mut after = before.clone();
    after.title = Some(Text::new("en", "Ours"));
    after.languages.reverse();
    if let Some(names) = after.names.first_mut() {
        names.push("VAE".to_owned());
    }
    let changes = Changes::between(&before, &after);
    let told = |it: &Entry| {
        let fields = match &it.change {
            Change::Changed(fields) => fields.iter().map(|it| it.name.clone()).collect(),
            change => format!("{change:?}"),
        };
        format!("{} {}: {fields}", it.of, it.id)
    };
    let others: Vec<String> = changes.others.iter().map(told).collect();
    assert_eq!(
        others,
        [
            "corpus corpus: languagestitle.en",
            "names UAE = Emirates: Gone",
            "names UAE = Emirates = VAE: Added",
        ]
    );
    assert!(changes.claims.is_empty() && !changes.is_empty());
}

#[test]
fn nothing_that_was_withdrawn_changes_unseen() {
    let (claimed, withdrawn) = (bundled(), bundled().without(ID));
    let mut gone = withdrawn.clone();
    gone.documents.iter_mut().flat_map(|it| it.withdrawn.drain(..)).for_each(drop);
    let mut later = withdrawn.clone();
    for it in later.documents.iter_mut().flat_map(|it| &mut it.withdrawn) {
        it.date = "2026-11-26".to_owned();
    }
    let field = Field {
        name: "date".to_owned(),
        before: Some("2026-11-25".to_owned()),
        after: Some("2026-11-26".to_owned()),
    };
    for (before, after, change) in [
        (&withdrawn, &later, Change::WithdrawalChanged(vec![field])),
        (&withdrawn, &gone, Change::WithdrawalGone),
        (&withdrawn, &claimed, Change::Restored(Vec::new())),
        (&claimed, &gone, Change::Gone),
    ] {
        assert_eq!(became(before, after), [(ID.to_owned(), change)]);
    }
    for before in [&claimed, &gone] {
        let became = became(before, &withdrawn);
        assert!(matches!(&became[..], [(id, Change::Withdrawn { .. })] if id == ID), "{became:?}");
    }
}

#[test]
fn what_is_another_besides_is_told_of_what_was_withdrawn_or_is_a_claim_again() {
    let claimed = bundled();
    let mut withdrawn = claimed.clone().without(ID);
    let others = withdrawn.documents.iter_mut().flat_map(|it| &mut it.withdrawn);
    for it in others.filter(|it| it.claim.id == ID) {
        it.claim.paragraph += 1;
    }
    let names = |fields: &[Field]| fields.iter().map(|it| it.name.clone()).collect::<Vec<_>>();
    for (before, after) in [(&claimed, &withdrawn), (&withdrawn, &claimed)] {
        let became = became(before, after);
        let [(_, Change::Withdrawn { fields, .. } | Change::Restored(fields))] = &became[..] else {
            panic!("{became:?}")
        };
        assert_eq!(names(fields), ["paragraph"]);
    }
}

#[test]
fn a_claim_that_moves_to_another_document_has_changed() {
    let before = bundled();
    let mut after = before.clone();
    let claim = after.documents[0].claims.remove(0);
    after.documents[1].claims.push(claim.clone());
    let [from, to] = [0, 1].map(|at: usize| Some(before.documents[at].id.clone()));
    let field = Field { name: "document".to_owned(), before: from, after: to };
    assert_eq!(became(&before, &after), [(claim.id, Change::Changed(vec![field]))]);
}

#[test]
fn a_row_that_changed_says_in_which_field() {
    let before = bundled();
    let mut after = before.clone();
    after.transfers[0].item = Text::new("de", "Anderes").with("en", "Something else");
    after.countries[0].alpha2 = None;
    let changes = Changes::between(&before, &after);
    let told: Vec<(&str, &str, &Change)> =
        changes.others.iter().map(|it| (&*it.of, &*it.id, &it.change)).collect();
    let [
        ("transfers", "egy-rus-engines", Change::Changed(item)),
        ("countries", "EGY", Change::Changed(alpha2)),
    ] = told.as_slice()
    else {
        panic!("{told:?}")
    };
    let names: Vec<&str> = item.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["item.de", "item.en"]);
    assert_eq!((alpha2[0].before.as_deref(), &alpha2[0].after), (Some("EG"), &None));
}

#[test]
fn what_is_there_and_says_nothing_has_changed_from_what_is_not() {
    let mut before = bundled();
    let claim = &mut before.documents[0].claims[0];
    claim.when = None;
    let id = claim.id.clone();
    let mut after = before.clone();
    after.documents[0].claims[0].when = Some(When::default());
    let field = Field { name: "when".to_owned(), before: None, after: Some("{}".to_owned()) };
    assert_eq!(became(&before, &after), [(id, Change::Changed(vec![field]))]);
}
