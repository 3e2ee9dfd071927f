//! Looking for a word in the page finds it in what is closed, too; and so do links to a text.

use crate::{claims, follow, opened};
use claim_atlas::corpus::Lang;
use claim_atlas_tests::Outcome;
use serde_json::json;

#[tokio::test]
async fn a_search_in_the_page_finds_every_claim_of_a_closed_list() -> Outcome {
    let list = follow("").await?;
    let context = follow("#view=context").await?;
    assert!(opened(&list.page).await?.is_empty());
    for claim in claims()? {
        let page = if claim.transfer.is_some() { &list.page } else { &context.page };
        let statement = json!(claim.statement.get(Lang::En));
        // From the top, without regard to capitals, to the end and on from the beginning.
        let find = format!("find({statement}, false, false, true)");
        assert_eq!(page.value(&find).await?, json!(true), "{}: {statement}", claim.id);
    }
    Ok(())
}

#[tokio::test]
async fn a_link_to_a_text_opens_what_it_stands_in() -> Outcome {
    for id in ["7ebd-05", "0e12-27"] {
        let claim = claims()?.into_iter().find(|it| it.id == id);
        let claim = claim.unwrap_or_else(|| panic!("no claim {id}"));
        let words: Vec<&str> = claim.statement.get(Lang::En).split(' ').take(6).collect();
        // In such a link a hyphen means something.
        let text = words.join("%20").replace('-', "%2D").replace(',', "%2C");
        let visit = follow(&format!("#:~:text={text}")).await?;
        let transfer = claim.transfer.unwrap_or_default();
        visit.page.until_fragment(&format!("transfer={transfer}")).await?;
        let is_seen = format!(
            "(() => {{ const {{ top, bottom }} = document.getElementById('claim={id}').getBoundingClientRect(); \
             return bottom > 0 && top < innerHeight }})()"
        );
        visit.page.until(&is_seen).await?;
        visit.page.assert_quiet().await?;
    }
    Ok(())
}
