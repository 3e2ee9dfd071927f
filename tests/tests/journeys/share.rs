//! Sharing: what is copied opens what was seen.

use crate::{chips, follow, press_button, until_status, until_transfers};
use claim_atlas_tests::{Find, Name, Outcome, Page, Part, Result};

/// A field of the panel that is open.
async fn field(page: &Page, name: &str) -> Result<Part> {
    page.by_role("textbox", name).await
}

async fn value(part: &Part) -> Result<String> {
    Ok(part.element().prop("value").await?.unwrap_or_default())
}

#[tokio::test]
async fn a_copied_link_opens_what_was_seen() -> Outcome {
    let visit = follow("#country=EGY&transfer=egy-rus-engines").await?;
    let page = &visit.page;
    page.by_selector("#open-share").await?.click().await?;
    let link = value(&field(page, "Link").await?).await?;
    assert_eq!(link, visit.site.url("#country=EGY&transfer=egy-rus-engines&lang=en"));
    press_button(page, "Copy: Link").await?;
    until_status(page, "Copied.").await?;
    // What stays as it is nobody hears a second time.
    page.value("void (window.heard = document.querySelector('[role=status] span'))").await?;
    press_button(page, "Copy: Link").await?;
    page.until("!window.heard.isConnected").await?;
    until_status(page, "Copied.").await?;
    // It is on the clipboard: it can be pasted.
    page.by_role("searchbox", Name::Any).await?.click().await?;
    page.press("Control+v").await?;
    page.until(&format!("document.activeElement.value === '{link}'")).await?;

    page.visit("about:blank").await?;
    page.visit(&link).await?;
    page.ready().await?;
    until_transfers(page, 4).await?;
    assert_eq!(chips(page).await?, ["Remove filter: Country: Egypt"]);
    page.by_role("heading", Name::beginning("In our words")).await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn a_claim_is_shared_with_who_says_so() -> Outcome {
    let visit = follow("#claim=0e12-27").await?;
    let page = &visit.page;
    press_button(page, "Share: claim 0e12-27").await?;
    let sentence = value(&field(page, "Sentence with its source").await?).await?;
    assert!(sentence.starts_with("That a return"), "{sentence}");
    assert!(
        sentence.contains(
            "is denied, according to Merkur, citing The Wall Street Journal, citing Pakistan"
        ),
        "{sentence}"
    );
    let markdown = value(&field(page, "Markdown").await?).await?;
    assert_eq!(markdown, format!("[{sentence}]({})", visit.site.url("#claim=0e12-27&lang=en")));
    // Escape closes it, and leads back to what opened it.
    page.press("Escape").await?;
    page.absent("textbox", "Markdown").await?;
    assert_eq!(page.focused().await?.name().await?, "Share: claim 0e12-27");
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn a_link_to_a_transfer_leads_to_it() -> Outcome {
    let visit = follow("#transfer=rus-egy-wheat").await?;
    let page = &visit.page;
    page.until("document.activeElement.id === 'transfer=rus-egy-wheat'").await?;
    page.until("document.activeElement.getBoundingClientRect().top > -1").await?;
    page.until("document.activeElement.getBoundingClientRect().bottom <= innerHeight").await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn for_a_claim_that_is_gone_the_nearest_is_offered() -> Outcome {
    let visit = follow("#claim=0e12-99&lang=de").await?;
    let page = &visit.page;
    let notice = page.by_role("alert", Name::Any).await?;
    notice.until_text("0e12-99").await?;
    let nearest = notice.by_role("link", Name::beginning("0e12-")).await?;
    let id = nearest.name().await?;
    nearest.click().await?;
    // In the language of the link.
    page.until_fragment(&format!("claim={id}&lang=de")).await?;
    page.until(&format!("document.activeElement.id === 'claim={id}'")).await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn where_the_system_shares_it_is_asked() -> Outcome {
    let visit = follow("#claim=0e12-27").await?;
    let page = &visit.page;
    // No browser of these tests has a share sheet.
    page.value("void (navigator.share = async (what) => { shared = what })").await?;
    press_button(page, "Share: claim 0e12-27").await?;
    press_button(page, "Share via …").await?;
    page.until(&format!("shared.url === '{}'", visit.site.url("#claim=0e12-27&lang=en"))).await?;
    page.until("shared.text.includes('is denied, according to Merkur, citing The Wall Street Journal, citing Pakistan')").await?;
    page.assert_quiet().await?;
    Ok(())
}
