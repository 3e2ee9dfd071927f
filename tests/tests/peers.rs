//! What the viewer is measured beside does the same work: the plainest of the peers finds what the core finds.

use claim_atlas::corpus::Corpus;
use claim_atlas::query::{Facet, Index, Query};
use claim_atlas_benches::made_up;
use claim_atlas_tests::{Browser, Find, Name, Outcome, Reader, Reply, Site};
use std::fs;
use std::sync::Arc;
use xtask::place;

#[tokio::test]
async fn the_plainest_peer_finds_what_the_core_finds() -> Outcome {
    let source = made_up(1000, 1);
    let site = Site::bare().await?;
    for name in ["plain.html", "plain.js", "common.js", "common.css", "table.js"] {
        site.put(name, Reply::new(fs::read(place::root().join("benches/peers").join(name))?))?;
    }
    site.put("corpus.json", Reply::new(serde_json::to_vec(&source)?))?;
    let corpus = Arc::new(Corpus::new(source)?);
    let index = Index::new(Arc::clone(&corpus), &corpus.country_codes());
    let word = {
        let (_, claim) = corpus.claims().nth(500).expect("a claim in the middle");
        let text = claim.statement.in_language("en").expect("English").trim_end_matches('.');
        text.split(' ').max_by_key(|it| it.len()).expect("a word").to_lowercase()
    };

    let browser = Browser::start().await?;
    let page = browser.open(&site.url("plain.html?corpus=corpus.json"), &Reader::default()).await?;
    page.until("performance.getEntriesByName('ready').length > 0").await?;
    let found = async |query: &Query| -> Outcome {
        let selection = index.select(query);
        let transfers = selection.transfers.len();
        let claims = selection.claims.iter().filter(|&it| corpus.transfer_of(it).is_some()).count();
        assert!(claims > 0, "nothing is found");
        let output = page.by_role("status", Name::Any).await?;
        output.until_text_is(&format!("{transfers} transfers, {claims} claims")).await?;
        Ok(())
    };
    let mut query = Query::default();
    found(&query).await?;
    for (facet, value, label) in
        [(Facet::Status, "agreed", "agreed"), (Facet::Country, "USA", "United States")]
    {
        query.toggle(facet, value);
        page.by_role("checkbox", label).await?.click().await?;
        found(&query).await?;
    }
    query = Query { text: word, ..Query::default() };
    page.reload().await?;
    page.by_role("searchbox", "Search").await?.click().await?;
    page.write(&query.text).await?;
    found(&query).await?;
    page.assert_quiet().await?;
    Ok(())
}
