//! Printing: the report holds all that is filtered, and nothing that works only on a screen.

use crate::{Visit, follow_as, press_button};
use anyhow::Context;
use claim_atlas::BUNDLED;
use claim_atlas::corpus::{ClaimId, Corpus, Lang, Source};
use claim_atlas::query::Index;
use claim_atlas::{evidence, link, words};
use claim_atlas_tests::{Find, Name, Outcome, Paper, Reader, Result};
use std::sync::Arc;

/// A4, in points.
const PAPER: (f64, f64) = (595.0, 842.0);

fn corpus() -> Result<Arc<Corpus>> {
    let source = Source::read(BUNDLED).context("no corpus")?;
    Ok(Arc::new(Corpus::new(source).map_err(anyhow::Error::msg)?))
}

/// Follows a link in the dark, where the page's paper is black, and prints by the menu.
async fn printed(link: &str, lang: Lang) -> Result<(Visit, Paper)> {
    let reader = if lang == Lang::De { Reader::german() } else { Reader::default() };
    let visit = follow_as(&Reader { dark: true, ..reader }, link).await?;
    let page = &visit.page;
    page.value("void (window.print = () => { printed = true })").await?;
    let words = words::words(lang);
    press_button(page, words.more).await?;
    let menu = page.by_selector("div.menu").await?;
    menu.by_role("button", Name::beginning(words.print)).await?.click().await?;
    page.until("window.printed === true").await?;
    let paper = page.print().await?;
    Ok((visit, paper))
}

fn assert_is_clean(paper: &Paper, lang: Lang) {
    let (width, height) = paper.size;
    assert!((width - PAPER.0).abs() < 1.0 && (height - PAPER.1).abs() < 1.0, "{:?}", paper.size);
    let words = words::words(lang);
    let buttons = [
        words.share,
        words.embed,
        words.clear_all,
        words.filter,
        words.only_this_document,
        "Deutsch",
        "English",
    ];
    for button in buttons {
        assert!(!paper.text.lines().any(|line| line.trim() == button), "{button}\n{}", paper.text);
    }
}

/// A claim with whom it goes back to, as they are printed behind each other. In a line of context its stance stands
/// between the outlet and whom that cites.
fn attributed(corpus: &Corpus, claim: ClaimId, lang: Lang, is_context: bool) -> String {
    let claimed = corpus.claim(claim);
    let chain = words::chain(lang, corpus, claim);
    let stance = words::stance(lang, claimed.stance).filter(|_| is_context);
    let stance = stance.map(|it| format!(" · {it}")).unwrap_or_default();
    let (outlet, cited) = chain.split_once(" ← ").unwrap_or((&chain, ""));
    let arrow = if cited.is_empty() { "" } else { " ← " };
    [claimed.statement.get(lang), " ", outlet, &stance, arrow, cited].concat()
}

/// What is printed but the numbers of paragraphs, which are drawn somewhere on a page.
fn without_numbers(paper: &Paper) -> Paper {
    let mut parts = paper.text.split('¶');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.trim_start().trim_start_matches(|it: char| it.is_ascii_digit()));
    }
    Paper { text, ..paper.clone() }
}

#[tokio::test]
async fn paper_holds_every_selected_claim_once() -> Outcome {
    let corpus = corpus()?;
    let index = Index::new(Arc::clone(&corpus), &corpus.country_codes());
    for (link, lang) in [
        ("#country=EGY", Lang::De),
        ("#country=EGY&view=context&lang=en", Lang::En),
        ("#document=0e1200376cf63873&lang=en", Lang::En),
        ("#lang=en", Lang::En),
    ] {
        let (visit, paper) = printed(link, lang).await?;
        assert_is_clean(&paper, lang);
        let query = link::read(link.trim_start_matches('#'), "", &corpus).query;
        let found = index.select(&query);
        let of_transfers = found.transfers.iter().flat_map(|&it| corpus.claims_of(it)).copied();
        let is_context = link.contains("view=context");
        let claims: Vec<_> =
            if is_context { found.context.clone() } else { of_transfers.collect() };
        let without_numbers = without_numbers(&paper);
        for &claim in &claims {
            let statement = corpus.claim(claim).statement.get(lang);
            assert_eq!(paper.count(statement), 1, "{link}: {statement}\n{}", paper.text);
            let told = attributed(&corpus, claim, lang, is_context);
            assert_eq!(without_numbers.count(&told), 1, "{link}: {told}\n{}", paper.text);
        }
        assert!(claims.len() > 3 || is_context, "{link}: {}", claims.len());
        // Those that a filter leaves out have claims here, too.
        let mut documents = evidence::documents(evidence::Trust::all(&corpus), &found.transfers);
        documents.extend(found.documents.iter().copied());
        for document in documents.iter() {
            let document = corpus.document(document);
            let hash = document.sha256.as_deref().context("no hash")?;
            assert_eq!(paper.count(hash), 1, "{link}");
            assert!(paper.count(&document.title) > 0, "{link}: {}", document.title);
        }
        let edition = corpus.source().edition.as_ref().context("no edition")?;
        assert_eq!((paper.count(&edition.sha256), paper.count(&edition.date)), (1, 1));
        assert_eq!(paper.count(words::words(lang).title), 1);
        // Where it stands, as a link that leads to the same.
        assert_eq!(paper.count(visit.site.origin()), 1, "{}", paper.text);
        assert!(paper.text.lines().any(|line| line == format!("1 / {}", paper.pages)));
        visit.page.assert_quiet().await?;
    }
    Ok(())
}

#[tokio::test]
async fn that_nothing_was_found_is_printed_too() -> Outcome {
    let (visit, paper) = printed("#q=nobodysaysthis", Lang::En).await?;
    assert_is_clean(&paper, Lang::En);
    let words = words::words(Lang::En);
    for said in [words.nothing_means, words.caveat, "Search: nobodysaysthis"] {
        assert!(paper.count(said) > 0, "{said}\n{}", paper.text);
    }
    visit.page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn an_opened_transfer_is_printed_with_its_comparison() -> Outcome {
    let visit = follow_as(&Reader::default(), "#country=EGY&transfer=egy-rus-engines").await?;
    let paper = visit.page.print().await?;
    assert_is_clean(&paper, Lang::En);
    assert!(paper.count("Report against report") == 1, "{}", paper.text);
    // What is filtered is said, without the sign that removes it.
    assert!(paper.text.lines().any(|line| line.trim() == "Country: Egypt"), "{}", paper.text);
    Ok(())
}

#[tokio::test]
async fn what_is_folded_is_printed_open() -> Outcome {
    let (visit, paper) = printed("#view=disputed&country=UKR", Lang::En).await?;
    let words = words::words(Lang::En);
    assert!(paper.count(words.nothing_disputed) == 1, "{}", paper.text);
    assert!(paper.count(words.nothing_found) == 0, "{}", paper.text);
    // Each gap names the transfers that have it.
    assert!(paper.count("United States → Ukraine") >= 1, "{}", paper.text);
    assert!(paper.count("Western states → Ukraine") >= 1, "{}", paper.text);
    visit.page.until("!document.querySelector('#list details[open]')").await?;
    visit.page.assert_quiet().await?;
    Ok(())
}
