//! Filters: what they promise, what they find, and how they are taken back.

use crate::{
    chips, follow, ladder, names, open_panel, press_button, promised, status, until_status,
    until_transfers,
};
use claim_atlas_tests::{Find, Name, Outcome};
use serde_json::json;

#[tokio::test]
async fn values_add_up_and_facets_narrow() -> Outcome {
    let visit = follow("").await?;
    let page = &visit.page;
    let countries = open_panel(page, "Country").await?;
    let egypt = countries.by_role("checkbox", Name::beginning("Egypt")).await?;
    let of_egypt = promised(&egypt).await?;
    egypt.click().await?;
    until_transfers(page, of_egypt).await?;
    page.until_fragment("country=EGY").await?;
    assert!(egypt.is_checked().await?);

    let brazil = countries.by_role("checkbox", Name::beginning("Brazil")).await?;
    let of_both = of_egypt + promised(&brazil).await?;
    brazil.click().await?;
    until_transfers(page, of_both).await?;
    page.until_fragment("country=BRA~EGY").await?;

    let kinds = open_panel(page, "Kind").await?;
    let given_back = kinds.by_role("checkbox", Name::beginning("return")).await?;
    let narrowed = promised(&given_back).await?;
    assert!(narrowed < of_both, "{narrowed} of {of_both}");
    given_back.click().await?;
    until_transfers(page, narrowed).await?;
    page.until_fragment("country=BRA~EGY&kind=return").await?;
    let mut set = chips(page).await?;
    set.sort();
    assert_eq!(
        set,
        [
            "Remove filter: Country: Brazil",
            "Remove filter: Country: Egypt",
            "Remove filter: Kind: return"
        ]
    );

    page.press("Escape").await?;
    press_button(page, "Remove filter: Country: Brazil").await?;
    page.until_fragment("country=EGY&kind=return").await?;
    page.absent("button", "Remove filter: Country: Brazil").await?;
    until_transfers(page, 1).await?;
    press_button(page, "Clear all").await?;
    until_transfers(page, 16).await?;
    page.until_fragment("").await?;
    assert!(chips(page).await?.is_empty());
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn each_option_keeps_its_promise() -> Outcome {
    let visit = follow("#country=RUS").await?;
    let page = &visit.page;
    let before = status(page).await?.text().await?;
    let ladder = ladder(page).await?;
    for rung in names(&ladder, "button", Name::Any).await? {
        let rung = ladder.by_role("button", rung).await?;
        let count = promised(&rung).await?;
        rung.click().await?;
        until_transfers(page, count).await?;
        rung.until_attribute("aria-pressed", "true").await?;
        rung.click().await?;
        until_status(page, &before).await?;
    }
    for facet in ["What", "Time"] {
        let panel = open_panel(page, facet).await?;
        let options = names(&panel, "checkbox", Name::Any).await?;
        assert!(options.len() > 3, "{options:?}");
        for option in options {
            let option = panel.by_role("checkbox", option).await?;
            let count = promised(&option).await?;
            option.click().await?;
            until_transfers(page, count).await?;
            assert!(option.is_checked().await?);
            option.click().await?;
            until_status(page, &before).await?;
        }
    }
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn a_word_is_found_however_it_is_spelt_in_one_step_of_the_history() -> Outcome {
    let visit = follow("#kind=return").await?;
    let page = &visit.page;
    until_transfers(page, 4).await?;
    let steps = page.value("history.length").await?.as_u64().unwrap_or_default();
    page.by_role("searchbox", "Search").await?.click().await?;
    for spelling in ["aegypten", "Ägypten", "agypten"] {
        page.press("Control+a").await?;
        page.write(spelling).await?;
        page.by_role("button", format!("Remove filter: Search: {spelling}")).await?;
        until_transfers(page, 1).await?;
    }
    page.until_fragment("kind=return&q=agypten").await?;
    assert_eq!(page.value("history.length").await?, json!(steps + 1));
    page.back().await?;
    page.until_fragment("kind=return").await?;
    until_transfers(page, 4).await?;
    page.until("document.querySelector('input[type=search]').value === ''").await?;
    page.forward().await?;
    until_transfers(page, 1).await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn where_nothing_is_found_the_page_says_what_to_loosen() -> Outcome {
    let visit = follow("#country=BRA&kind=payment").await?;
    let page = &visit.page;
    until_transfers(page, 0).await?;
    let results = page.by_role("region", "Transfers").await?;
    results.until_text("No report in this corpus fits these filters.").await?;
    results.until_text("That does not mean that nothing happened.").await?;
    let offers = names(&results, "button", Name::beginning("Without")).await?;
    assert_eq!(
        offers,
        ["Without “Country: Brazil” 2 transfers", "Without “Kind: payment in return” 1 transfer"]
    );
    for offer in offers {
        let (_, promise) = offer.rsplit_once("” ").unwrap_or_default();
        press_button(page, offer.as_str()).await?;
        until_status(page, promise).await?;
        page.back().await?;
        until_transfers(page, 0).await?;
    }
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn where_no_words_fit_the_nearest_are_offered_as_other_words() -> Outcome {
    let visit = follow("").await?;
    let page = &visit.page;
    page.by_role("searchbox", "Search").await?.click().await?;
    page.write("Egpyt engines").await?;
    until_transfers(page, 0).await?;
    let results = page.by_role("region", "Transfers").await?;
    results.until_text("Word for word, nothing fits the search. The nearest:").await?;
    // Nothing is searched but what was typed, until the reader chooses.
    page.until_fragment("q=Egpyt%20engines").await?;
    let offer = results.by_role("link", Name::beginning("“Egypt engines”")).await?;
    let name = offer.name().await?;
    let (_, promise) = name.split_once("” ").unwrap_or_default();
    offer.click().await?;
    until_status(page, promise).await?;
    page.until_fragment("q=Egypt%20engines").await?;
    page.until("document.querySelector('input[type=search]').value === 'Egypt engines'").await?;

    page.visit(&visit.site.url("#q=Wer%20liefert%20Drohnen%20an%20Russland%3F&lang=de")).await?;
    let offer = page.by_role("link", Name::beginning("„liefert Drohnen Russland“")).await?;
    assert!(offer.name().await?.contains("3 von 5 Wörtern"));
    page.assert_quiet().await?;
    Ok(())
}
