//! A table that a reader has, as a corpus; two corpora beside each other; and texts that give a corpus its fingerprints.

use crate::{follow, press_button, until_transfers};
use claim_atlas::BUNDLED;
use claim_atlas::corpus::Source;
use claim_atlas_tests::{Find, Name, Outcome, Page, Result};
use std::fs;
use std::path::Path;

/// A register, in Latin-1 and with the signs of SIPRI’s: of four rows three are transfers, the last is none.
const REGISTER: &[u8] = b"Invented register\r\n\r\n\
    Recipient,Supplier,Year of order, ,Number ordered, ,Weapon designation,Weapon description,Number delivered, ,Year(s) of delivery,status,Comments\r\n\
    Egypt,T\xfcrkiye,2011,?,12,?,NF-4 M\xf6we,fighter aircraft,12,?,2012; 2013,New,\r\n\
    Egypt,Russia,2015, ,24, ,NF-5,fighter aircraft,,?,,New,Delivery planned\r\n\
    Sudan,Russia,2016, ,5, ,\"<img src=x onerror=window.evil=1>\",tank,~100,?,2017,New,\r\n\
    Sudan,unknown supplier(s),2016, ,5, ,NF-6,tank,,,,New,\r\n\
    Sudan,Russia,,,,,NF-7,tank,,,,New,\r\n";

/// Opens a file in a field.
async fn choose(page: &Page, field: &str, folder: &Path, name: &str, bytes: &[u8]) -> Result {
    let path = folder.join(name);
    fs::write(&path, bytes)?;
    page.by_selector(field).await?.write(&path.display().to_string()).await
}

#[tokio::test]
async fn a_register_becomes_a_corpus_and_says_what_does_not_come_in() -> Outcome {
    let folder = tempfile::tempdir()?;
    let visit = follow("").await?;
    let page = &visit.page;
    page.by_selector("#foot-corpus").await?.click().await?;
    choose(page, "#import-file", folder.path(), "register.csv", REGISTER).await?;
    let tool = page.by_selector("#tool").await?;
    for part in [
        "6 claims came in from a table of 5 rows.",
        "1 row did not come in",
        "Line 8: it tells of nothing that was ordered or delivered",
        "Line 7: this is no country that is known: unknown supplier(s)",
    ] {
        tool.until_text(part).await?;
    }
    press_button(page, "Show this corpus").await?;
    page.by_selector("#whose").await?.until_text("register.csv").await?;
    until_transfers(page, 3).await?;
    // An estimate stays one.
    page.value(
        "void document.querySelectorAll('[aria-expanded=false]').forEach((it) => it.click())",
    )
    .await?;
    page.until("document.body.innerText.includes('12 (an estimate) NF-4 M\u{f6}we')").await?;
    page.until("!window.evil && !document.querySelector('img[src=x]')").await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn another_corpus_is_listed_beside_the_one_on_the_page() -> Outcome {
    let folder = tempfile::tempdir()?;
    let mut other = Source::read(BUNDLED)?;
    for document in &mut other.documents {
        document.claims.retain(|it| it.id != "0e12-32");
    }
    let visit = follow("").await?;
    let page = &visit.page;
    page.by_selector("#foot-corpus").await?.click().await?;
    choose(page, "#changes-file", folder.path(), "older.json", &serde_json::to_vec(&other)?)
        .await?;
    let tool = page.by_selector("#tool").await?;
    tool.until_text("1 claim added").await?;
    page.by_role("radio", "The other").await?.click().await?;
    tool.until_text("1 claim gone without a reason").await?;
    tool.by_role("link", Name::containing("Austin")).await?.click().await?;
    page.until("location.hash.includes('claim=0e12-32')").await?;
    // What is none says so, and what was there stays.
    choose(page, "#changes-file", folder.path(), "spoilt.json", b"{}").await?;
    page.by_role("alert", Name::Any).await?.until_text("spoilt.json").await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn a_corpus_is_given_fingerprints_and_recognises_a_copy() -> Outcome {
    let folder = tempfile::tempdir()?;
    let sheet = "Title,Outlet (en),Language,Paragraph,Statement (en),From,To,Kind,Category (en)\n\
        A title,Gazette,en,2,Egypt is said to send ten tanks to Sudan.,EGY,SDN,supply,tanks\n";
    let text = "A title of an article\n\nEgypt sends ten old tanks over the river to Sudan, and nobody knows of any \
        papers that would say so or say otherwise.\n";
    let visit = follow("").await?;
    let page = &visit.page;
    page.by_selector("#foot-corpus").await?.click().await?;
    choose(page, "#import-file", folder.path(), "sheet.csv", sheet.as_bytes()).await?;
    press_button(page, "Show this corpus").await?;
    until_transfers(page, 1).await?;
    page.by_selector("#foot-corpus").await?.click().await?;
    let tool = page.by_selector("#tool").await?;
    tool.until_text("Fingerprints of 1 document are missing.").await?;
    choose(page, "#texts-file", folder.path(), "short.txt", b"One line.").await?;
    tool.until_text("This text has 1 paragraph, and claims name later ones.").await?;
    choose(page, "#texts-file", folder.path(), "article.txt", text.as_bytes()).await?;
    press_button(page, "Take them into the corpus").await?;
    page.until("document.activeElement.id === 'whose'").await?;
    press_button(page, "Check your own copy").await?;
    page.by_selector("#check-text").await?.write(text).await?;
    page.by_selector("#check-said").await?.until_text("1 of 1 paragraph with claims found").await?;
    page.assert_quiet().await?;
    Ok(())
}
