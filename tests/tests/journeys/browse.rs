//! The first look, the map, the views, the history and the languages.

use crate::{
    documents, follow, follow_as, ladder, names, press_button, promised, status, tile, transfer,
    until_status, until_transfers,
};
use anyhow::Context;
use claim_atlas::corpus::{Kind, Lang};
use claim_atlas::words;
use claim_atlas_tests::{Find, Name, Outcome, Page, Reader, Result};
use serde_json::{Value, json};
use std::fs;
use xtask::place;

/// The countries as a browser names them, by the ids that the corpus has.
const COUNTRIES: [(&str, [&str; 2]); 12] = [
    ("EGY", ["Egypt", "Ägypten"]),
    ("BRA", ["Brazil", "Brasilien"]),
    ("BLR", ["Belarus", "Belarus"]),
    ("PRK", ["North Korea", "Nordkorea"]),
    ("IRN", ["Iran", "Iran"]),
    ("PAK", ["Pakistan", "Pakistan"]),
    ("RUS", ["Russia", "Russland"]),
    ("UKR", ["Ukraine", "Ukraine"]),
    ("USA", ["United States", "Vereinigte Staaten"]),
    ("KOR", ["South Korea", "Südkorea"]),
    ("SYR", ["Syria", "Syrien"]),
    ("XWS", ["Western states", "Westliche Staaten"]),
];

fn country(id: &Value, language: usize) -> &'static str {
    let known = COUNTRIES.iter().find(|(known, _)| id == known);
    known.and_then(|(_, names)| names.get(language)).copied().unwrap_or("a country of no name")
}

/// Each row of the list: under which pair it stands, and what it says is moved.
async fn listed(page: &Page) -> Result<Vec<(String, String)>> {
    let results = page.by_role("region", "Transfers").await?;
    let mut headings = names(&results, "heading", Name::Any).await?;
    assert_eq!(headings.remove(0), "Transfers");
    let rows = "[...document.querySelectorAll('#list .pair')].map((pair) =>
        [...pair.querySelectorAll('.transfer .item')].map((item) => item.textContent))";
    let rows: Vec<Vec<String>> = serde_json::from_value(page.value(rows).await?)?;
    assert_eq!(headings.len(), rows.len(), "{headings:?}\n{rows:?}");
    let rows = headings.into_iter().zip(rows);
    Ok(rows.flat_map(|(pair, rows)| rows.into_iter().map(move |it| (pair.clone(), it))).collect())
}

/// The row that a transfer has. A payment stands under what it pays for, and says itself who pays whom.
fn row(
    transfer: &Value,
    all: &[Value],
    language: usize,
    lang: Lang,
    to: &str,
) -> Result<(String, String)> {
    let sides = |of: &Value| ["from", "to"].map(|side| country(&of[side], language));
    let kind: Kind = serde_json::from_value(transfer["kind"].clone())?;
    let paid_for = all.iter().find(|it| it["id"] == transfer["in_return_for"]);
    let paid_for = paid_for.filter(|_| kind == Kind::Payment);
    let [giver, taker] = sides(paid_for.unwrap_or(transfer));
    let item = transfer["item"].get(lang.tag()).and_then(Value::as_str);
    let item = item.context("a transfer without an item")?;
    let [from, whom] = sides(transfer);
    let direction = if from == giver { String::new() } else { format!(", {from} → {whom}") };
    let says = format!("{item} {}{direction}", words::kind(lang, kind));
    Ok((format!("{giver} {to} {taker}"), says))
}

#[tokio::test]
async fn the_first_look_is_in_the_browsers_language_and_shows_everything() -> Outcome {
    let text = fs::read_to_string(place::root().join("seeds/transfers.json"))?;
    let transfers: Vec<Value> = serde_json::from_str(&text)?;
    let looks = [
        (Reader::default(), "en", "Who is said to arm whom?", "Countries", "transfers", "to"),
        (Reader::german(), "de", "Wer soll wem Waffen geben?", "Länder", "Transfers", "an"),
    ];
    for (language, (reader, tag, title, map, noun, to)) in looks.into_iter().enumerate() {
        let visit = follow_as(&reader, "").await?;
        let page = &visit.page;
        page.by_role("heading", title).await?;
        assert_eq!(page.value("document.documentElement.lang").await?, json!(tag));
        assert_eq!(page.value("document.title").await?, json!(format!("{title} – Claim Atlas")));
        until_status(page, &format!("{} {noun}", transfers.len())).await?;

        let tiles = names(&page.by_role("region", map).await?, "button", Name::Any).await?;
        assert_eq!(tiles.len(), COUNTRIES.len(), "{tiles:?}");
        for (id, _) in COUNTRIES {
            let name = country(&json!(id), language);
            assert!(tiles.iter().any(|tile| tile.starts_with(name)), "{name}: {tiles:?}");
        }

        let lang = if tag == "de" { Lang::De } else { Lang::En };
        let mut listed = listed(page).await?;
        for transfer in &transfers {
            let row = row(transfer, &transfers, language, lang, to)?;
            let at = listed.iter().position(|it| *it == row);
            listed.remove(at.unwrap_or_else(|| panic!("{row:?} is not in {listed:?}")));
        }
        assert!(listed.is_empty(), "{listed:?}");
        page.assert_quiet().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_tile_filters_and_undoes_it() -> Outcome {
    let visit = follow("").await?;
    let page = &visit.page;
    let brazil = tile(page, "Brazil").await?;
    assert_eq!(brazil.attribute("aria-pressed").await?.as_deref(), Some("false"));
    brazil.click().await?;
    until_transfers(page, 1).await?;
    brazil.until_attribute("aria-pressed", "true").await?;
    page.until_fragment("country=BRA").await?;
    page.by_role("button", "Remove filter: Country: Brazil").await?;
    brazil.click().await?;
    until_transfers(page, 16).await?;
    brazil.until_attribute("aria-pressed", "false").await?;
    page.until_fragment("").await?;

    // South Korea is no side of any transfer, but says something about one.
    let korea = tile(page, "South Korea").await?;
    korea.click().await?;
    until_transfers(page, 1).await?;
    korea.until_attribute("aria-pressed", "true").await?;
    page.until_fragment("origin=south-korea").await?;
    transfer(page, "ammunition (2023)").await?;
    page.by_role("button", "Remove filter: Origin: South Korea").await?;
    korea.click().await?;
    until_transfers(page, 16).await?;

    // Syria is spoken of only beside the transfers, and the way there is offered.
    tile(page, "Syria").await?.click().await?;
    until_transfers(page, 0).await?;
    press_button(page, Name::beginning("There is something under Context")).await?;
    until_status(page, "1 context claim").await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn the_views_list_context_and_documents() -> Outcome {
    let visit = follow("").await?;
    let page = &visit.page;
    let context = page.by_role("link", Name::beginning("Context")).await?;
    let count = promised(&context).await?;
    context.click().await?;
    until_status(page, &format!("{count} context claims")).await?;
    context.until_attribute("aria-current", "page").await?;
    page.until_fragment("view=context").await?;
    let results = page.by_role("region", "Context").await?;
    results.by_role("heading", Name::beginning("On the sources")).await?;
    page.until(&format!("document.querySelectorAll(\"[id^='claim=']\").length === {count}"))
        .await?;

    page.by_role("link", "Documents 5").await?.click().await?;
    until_status(page, "5 documents").await?;
    page.until_fragment("view=documents").await?;
    let results = page.by_role("region", "Documents").await?;
    results.until_count("button", "Only this document", 5).await?;
    let text = results.text().await?;
    for document in documents()? {
        let title = &document.title;
        let (_, rest) = text.split_once(title).ok_or_else(|| anyhow::anyhow!("no {title}"))?;
        let (about, _) = rest.split_once("Only this document").unwrap_or((rest, ""));
        // No text prints its date; what it is inferred from stands beside it.
        let basis = document.published.basis.as_ref().map(|it| it.get(Lang::En));
        assert!(about.contains(basis.unwrap_or("a date that is printed")), "{title}: {about}");
    }
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn a_claim_is_counted_as_the_view_counts_that_lists_it() -> Outcome {
    let visit = follow("").await?;
    let page = &visit.page;
    let rungs = names(&ladder(page).await?, "button", Name::Any).await?;
    page.by_role("link", "Documents 5").await?.click().await?;
    until_status(page, "5 documents").await?;
    page.value("void document.querySelector('.paragraphs a.of-transfer').click()").await?;
    page.until("document.activeElement.id.startsWith('claim=')").await?;
    until_transfers(page, 16).await?;
    page.by_role("link", "Transfers 16").await?.until_attribute("aria-current", "page").await?;
    assert_eq!(names(&ladder(page).await?, "button", Name::Any).await?, rungs);
    // Whoever closes it stays there, and goes back by *back*.
    page.value("void document.querySelector('.entry.opened > .transfer').click()").await?;
    page.until_fragment("").await?;
    until_transfers(page, 16).await?;
    page.back().await?;
    page.until("document.querySelectorAll('.entry.opened').length === 1").await?;
    page.back().await?;
    page.until_fragment("view=documents").await?;
    until_status(page, "5 documents").await?;
    page.assert_quiet().await?;
    Ok(())
}

/// Waits until the page is at a step of its history, and shows what belongs to it.
async fn stands(page: &Page, (fragment, listed): (&str, &str)) -> Result {
    page.until_fragment(fragment).await?;
    until_status(page, listed).await?;
    let is_open = fragment.contains("transfer=") && !fragment.contains("view=");
    page.until_count("heading", Name::beginning("In our words"), usize::from(is_open)).await
}

#[tokio::test]
async fn back_and_forward_go_step_by_step() -> Outcome {
    let visit = follow("").await?;
    let page = &visit.page;
    tile(page, "Iran").await?.click().await?;
    page.until_fragment("country=IRN").await?;
    transfer(page, "ballistic missiles").await?.click().await?;
    page.until_fragment("country=IRN&transfer=irn-rus-missiles").await?;
    page.by_role("link", Name::beginning("Documents")).await?.click().await?;
    until_status(page, "2 documents").await?;
    let steps = [
        ("", "16 transfers"),
        ("country=IRN", "4 transfers"),
        ("country=IRN&transfer=irn-rus-missiles", "4 transfers"),
        ("country=IRN&view=documents&transfer=irn-rus-missiles", "2 documents"),
    ];
    let last = steps.len() - 1;
    for at in (0..last).rev() {
        page.back().await?;
        stands(page, steps[at]).await?;
    }
    for step in &steps[1..] {
        page.forward().await?;
        stands(page, *step).await?;
    }
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn the_language_changes_and_is_remembered() -> Outcome {
    let visit = follow("#country=EGY").await?;
    let page = &visit.page;
    until_transfers(page, 4).await?;
    press_button(page, "Language: English").await?;
    page.by_role("link", "Deutsch").await?.click().await?;
    page.by_role("heading", "Wer soll wem Waffen geben?").await?;
    page.by_role("searchbox", "Suche").await?;
    page.by_role("button", "Filter entfernen: Land: Ägypten").await?;
    page.until_fragment("country=EGY&lang=de").await?;
    until_status(page, "4 Transfers").await?;
    assert_eq!(page.value("document.documentElement.lang").await?, json!("de"));
    page.absent("link", "Deutsch").await?;
    assert_eq!(page.focused().await?.name().await?, "Sprache: Deutsch");
    press_button(page, "Sprache: Deutsch").await?;
    let german = page.by_role("link", "Deutsch").await?;
    german.until_attribute("aria-current", "true").await?;
    // As in the other menu, a key folds it, and gives the focus back.
    page.press("Escape").await?;
    page.absent("link", "Deutsch").await?;
    assert_eq!(page.focused().await?.name().await?, "Sprache: Deutsch");

    // The next visit begins in the language that was chosen, whatever the link leaves out.
    page.visit(&visit.site.url("")).await?;
    page.ready().await?;
    page.by_role("heading", "Wer soll wem Waffen geben?").await?;
    until_status(page, "16 Transfers").await?;
    page.until_fragment("").await?;
    page.assert_quiet().await?;

    // Elsewhere nobody chose.
    let other = visit.browser.open(&visit.site.url(""), &Reader::default()).await?;
    other.ready().await?;
    other.by_role("heading", "Who is said to arm whom?").await?;
    status(&other).await?.until_text_is("16 transfers").await?;
    other.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn a_language_from_right_to_left_turns_the_page_and_back() -> Outcome {
    let visit = follow("#country=EGY").await?;
    let page = &visit.page;
    let direction = "[document.documentElement.lang, document.documentElement.dir, getComputedStyle(document.body).direction]";
    // Where the list stands beside the map: which of them is further to the right.
    let order = "(() => { const left = (name) => document.querySelector(name).getBoundingClientRect().left; \
                 return left('.board') < left('.transfer') })()";
    page.resize(1280, 800).await?;
    assert_eq!(page.value(order).await?, json!(true));
    press_button(page, "Language: English").await?;
    page.by_role("link", "العربية").await?.click().await?;
    page.by_role("heading", words::words(Lang::Ar).title).await?;
    page.until_fragment("country=EGY&lang=ar").await?;
    assert_eq!(page.value(direction).await?, json!(["ar", "rtl", "rtl"]));
    assert_eq!(page.value(order).await?, json!(false));
    // What the corpus states is in none of its languages: it says so, and stands by itself.
    let statement = "document.querySelector('.claims bdi[lang=en]') !== null";
    assert_eq!(page.value(statement).await?, json!(true));
    page.by_selector("#open-languages").await?.click().await?;
    page.by_role("link", "English").await?.click().await?;
    page.until_fragment("country=EGY&lang=en").await?;
    page.by_role("heading", words::words(Lang::En).title).await?;
    assert_eq!(page.value(direction).await?, json!(["en", "ltr", "ltr"]));
    page.assert_quiet().await?;
    Ok(())
}
