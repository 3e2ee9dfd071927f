//! Taking data along: what is filtered becomes a file, or goes to the clipboard.

use crate::{follow, press_button, until_status};
use anyhow::Context;
use claim_atlas_tests::{Find, Name, Outcome, Page, Result};
use serde_json::json;
use std::fs;
use std::path::Path;
use std::time::Duration;

/// Has the browser save what it downloads in a folder.
async fn save_in(page: &Page, folder: &Path) -> Result {
    let how = json!({ "behavior": "allow", "downloadPath": folder });
    page.devtools("Browser.setDownloadBehavior", how).await?;
    Ok(())
}

/// The name and the text of the one file in a folder, once it is whole.
async fn saved(folder: &Path) -> Result<(String, String)> {
    for _ in 0..100 {
        for entry in fs::read_dir(folder)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if name.starts_with("claim-atlas-") && !name.ends_with(".crdownload") {
                // The name is taken before anything is written.
                let text = fs::read_to_string(folder.join(&name))?;
                if !text.is_empty() {
                    return Ok((name, text));
                }
            }
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    None.context("nothing was saved")
}

#[tokio::test]
async fn what_is_filtered_is_downloaded() -> Outcome {
    let visit = follow("#country=EGY&kind=payment").await?;
    let page = &visit.page;
    let folder = tempfile::tempdir()?;
    save_in(page, folder.path()).await?;
    press_button(page, "Export").await?;
    let separator = page.by_role("radio", Name::beginning("Spreadsheets, with semicolons")).await?;
    separator.click().await?;
    page.by_role("region", "Export").await?.until_text("a table of 2 rows").await?;
    page.by_role("link", "Download the file").await?.click().await?;
    let (name, text) = saved(folder.path()).await?;
    assert!(name.ends_with("-part.csv"), "{name}");
    assert!(text.starts_with("\u{feff}Recipient;Supplier;"), "{text}");
    assert_eq!(text.matches("\r\n").count(), 3);
    assert!(text.contains(&visit.site.url("#country=EGY&kind=payment&lang=en")), "{text}");
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn what_is_copied_is_all_of_it() -> Outcome {
    let visit = follow("").await?;
    let page = &visit.page;
    press_button(page, "Export").await?;
    page.by_role("radio", "JSON").await?.click().await?;
    let field = "document.querySelector('.panel textarea').value";
    page.until(&format!("{field} === '' && document.querySelector('.panel textarea').hidden"))
        .await?;
    press_button(page, Name::beginning("Copy: claim-atlas-")).await?;
    until_status(page, "Copied.").await?;
    // It is on the clipboard: it can be pasted.
    page.value("void document.body.append(document.createElement('textarea'))").await?;
    page.value("void document.querySelector('body > textarea').focus()").await?;
    page.press("Control+v").await?;
    let pasted = "document.querySelector('body > textarea').value";
    page.until(&format!(
        "{pasted}.endsWith('}}\\n') && JSON.parse({pasted}).documents.length === 5"
    ))
    .await?;
    page.assert_quiet().await?;
    Ok(())
}
