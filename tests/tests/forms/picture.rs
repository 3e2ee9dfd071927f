//! The map as a picture: every engine draws it, and makes a PNG of it.

use crate::SINGLE;
use claim_atlas_tests::{Browser, Engine, Find, Outcome, Page, Part, Reader, Site, file_url};
use serde_json::json;
use xtask::place;

async fn save(page: &Page) -> Outcome {
    page.ready().await?;
    page.by_role("button", "Export").await?.click().await?;
    let panel = page.by_role("region", "Export").await?;
    page.by_selector(".picture > svg").await?.until_text("4 transfers").await?;
    // Every engine draws it where a PNG is made from, with ink on paper.
    let draw = "new Promise((done) => {
        const image = new Image();
        image.onload = () => {
            const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 1200 });
            const pen = canvas.getContext('2d');
            pen.drawImage(image, 0, 0);
            const dots = pen.getImageData(0, 0, 1200, 1200).data;
            done([dots[0], dots.filter((it) => it < 100).length > 10000, canvas.toDataURL().slice(0, 15)]);
        };
        image.onerror = () => done('no picture');
        const text = new XMLSerializer().serializeToString(document.querySelector('.picture > svg'));
        image.src = 'data:image/svg+xml,' + encodeURIComponent(text);
    })";
    assert_eq!(page.value(draw).await?, json!([255, true, "data:image/png;"]));
    if page.engine() == Engine::Chromium {
        save_in_chromium(page, &panel).await?;
    }
    page.assert_quiet().await?;
    Ok(())
}

/// What the browser would save is looked at instead. The other drivers run scripts in a world of their
/// own, where nothing of the page's can be replaced.
async fn save_in_chromium(page: &Page, panel: &Part) -> Outcome {
    page.value(
        "void (URL.createObjectURL = (file) => { saved = file; return 'data:,' }, \
         HTMLAnchorElement.prototype.click = function () { name = this.download })",
    )
    .await?;
    panel.by_role("button", "PNG").await?.click().await?;
    page.until("window.saved instanceof Blob && saved.type === 'image/png'").await?;
    page.until("name.startsWith('claim-atlas-20') && name.endsWith('.png')").await?;
    page.value("void createImageBitmap(saved).then((it) => { made = it })").await?;
    page.until(
        "window.made && made.width === 2400 \
         && made.height === 2 * document.querySelector('.picture > svg').getAttribute('height')",
    )
    .await?;

    page.value("void (HTMLCanvasElement.prototype.toBlob = (then) => then(null))").await?;
    panel.by_role("button", "PNG").await?.click().await?;
    panel.until_text("makes no PNG").await?;
    panel.by_role("link", "SVG").await?;
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
