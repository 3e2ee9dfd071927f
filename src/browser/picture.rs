//! Saving a picture that the page shows: as it is written, and as dots.

use super::document;
use super::download::{address_of, lead_to};
use crate::export::File;
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, CanvasRenderingContext2d, Element, Event, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, XmlSerializer,
};

/// So many dots of a PNG make one of its picture's pixels.
const DENSITY: u32 = 2;

/// Has the link that is chosen lead to a drawing as SVG, and tells whether that worked.
#[must_use]
pub fn save_svg(drawing: &Element, chosen: &Event) -> bool {
    let Some(text) = written(drawing) else { return false };
    lead_to(&File { name: String::new(), media_type: "image/svg+xml", text }, chosen)
}

/// Saves a drawing as PNG, and tells whether that worked.
pub fn save_png(drawing: &Element, name: String, done: impl FnOnce(bool) + 'static) {
    let size = |name| drawing.get_attribute(name)?.parse::<u32>().ok();
    let (text, size) = (written(drawing), size("width").zip(size("height")));
    spawn_local(async move {
        let saved = async { save(&dots(&text?, size?).await?, &name) }.await;
        done(saved.is_some());
    });
}

/// A drawing as it is written. The serialiser reads markup, and makes none of this page.
fn written(drawing: &Element) -> Option<String> {
    XmlSerializer::new().ok()?.serialize_to_string(drawing).ok()
}

/// A picture as PNG. Nothing where browsers forbid it. An address of data is the only one of an image that the page's
/// policy allows.
async fn dots(picture: &str, (width, height): (u32, u32)) -> Option<Blob> {
    let image = HtmlImageElement::new().ok()?;
    let loaded = Promise::new(&mut |loaded, failed| {
        image.set_onload(Some(&loaded));
        image.set_onerror(Some(&failed));
    });
    let data = String::from(js_sys::encode_uri_component(picture));
    image.set_src(&format!("data:image/svg+xml,{data}"));
    JsFuture::from(loaded).await.ok()?;
    let canvas: HtmlCanvasElement = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    let (width, height) = (width * DENSITY, height * DENSITY);
    canvas.set_width(width);
    canvas.set_height(height);
    let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let (wide, high) = (width.into(), height.into());
    pen.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, wide, high).ok()?;
    let made = Promise::new(&mut |made, failed| {
        if canvas.to_blob(&made).is_err() {
            // Nobody hears of a failure to tell of a failure.
            let _ = failed.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}

/// Has the browser save a file. Nothing where it refuses.
fn save(file: &Blob, name: &str) -> Option<()> {
    let link: HtmlAnchorElement = document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address_of(file, || ())?);
    link.set_download(name);
    link.click();
    Some(())
}
