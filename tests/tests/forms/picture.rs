//! The map as a picture: every engine draws it, and makes a PNG of it.

use crate::SINGLE;
use claim_atlas_tests::{Browser, Engine, Find, Name, Outcome, Page, Reader, Site, file_url};
use xtask::place;

async fn save(page: &Page) -> Outcome {
    page.ready().await?;
    page.by_role("button", "Picture").await?.click().await?;
    let panel = page.by_role("region", "Picture").await?;
    // Engines name its role differently.
    let name = page.by_selector("#picture").await?.name().await?;
    assert!(name.starts_with("In 2 documents"), "{name}");
    page.until("picture.complete && picture.naturalWidth === 1200").await?;
    // What the browser would save is looked at instead.
    page.value(
        "void (URL.createObjectURL = (file) => { saved = file; return 'data:,' }, \
         HTMLAnchorElement.prototype.click = function () { name = this.download })",
    )
    .await?;
    panel.by_role("button", "PNG").await?.click().await?;
    page.until("window.saved instanceof Blob && saved.type === 'image/png'").await?;
    page.until("name.startsWith('claim-atlas-20') && name.endsWith('.png')").await?;
    page.value("void createImageBitmap(saved).then((it) => { made = it })").await?;
    page.until("window.made && made.width === 2400").await?;
    page.until("made.height === 2 * picture.naturalHeight").await?;
    // It is drawn: ink on paper.
    page.value(
        "void ((it) => { it.drawImage(made, 0, 0); dots = it.getImageData(0, 0, 2400, made.height).data })\
         (Object.assign(document.createElement('canvas'), { width: 2400, height: made.height }).getContext('2d'))",
    )
    .await?;
    page.until("dots[0] === 255 && dots.filter((it) => it < 100).length > 10000").await?;

    page.value("void (HTMLCanvasElement.prototype.toBlob = (then) => then(null))").await?;
    panel.by_role("button", "PNG").await?.click().await?;
    panel.by_role("alert", Name::Any).await?.until_text("makes no PNG").await?;
    panel.by_role("link", "SVG").await?;
    page.assert_quiet().await?;
    Ok(())
}

async fn a_picture_is_made_into_dots(engine: Engine) -> Outcome {
    let browser = Browser::start_in(engine).await?;
    let site = Site::dist().await?;
    save(&browser.open(&site.url("#country=EGY&lang=en"), &Reader::default()).await?).await?;
    let file = file_url(&place::dist().join(SINGLE))? + "#country=EGY&lang=en";
    save(&browser.open(&file, &Reader::default()).await?).await
}

crate::in_each_engine!(a_picture_is_made_into_dots);
