//! What only the desk asks of the browser: to make a PNG of a picture that the page shows, and to
//! print.

use super::page::{attribute_at, document, element, listen};
use super::take::lead;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, CanvasRenderingContext2d, Event, HtmlCanvasElement, HtmlElement, HtmlImageElement, window,
};

/// So many dots of a PNG make one of its picture's pixels.
const DENSITY: u32 = 2;

/// Hears what is pressed in the desk's panels and concerns nobody else, as long as the page lives.
pub(super) fn serve() {
    listen("click", serve_click);
}

fn serve_click(event: &Event) {
    if let Some(image) = attribute_at(event, "data-png") {
        let name = attribute_at(event, "data-name").unwrap_or_default();
        save_png(&image, name);
    } else if attribute_at(event, "data-print").is_some() {
        // Refused, as in a frame that may not, nothing is printed, and the browser says so.
        let _ = window().map(|window| window.print());
    }
}

/// Saves the image with an id as PNG. Where that is refused, what says so is shown: the element whose
/// id has `-refused` behind it.
fn save_png(image: &str, name: String) {
    let refused = [image, "-refused"].concat();
    show(&refused, false);
    let canvas = element(image).and_then(|it| it.dyn_into().ok()).and_then(|it| draw(&it));
    let Some(canvas) = canvas else { return show(&refused, true) };
    let refused_too = refused.clone();
    let made = Closure::<dyn FnMut(JsValue)>::new(move |blob: JsValue| {
        let saved = blob.dyn_ref::<Blob>().and_then(|blob| save(blob, &name));
        show(&refused, saved.is_none());
    });
    if canvas.to_blob(made.as_ref().unchecked_ref()).is_err() {
        show(&refused_too, true);
    }
    made.forget();
}

/// The image on a canvas. Nothing where it has not been loaded, or browsers forbid it. `WebKit` takes the
/// size at which it is shown for its natural size, so its attributes say how large it is.
fn draw(image: &HtmlImageElement) -> Option<HtmlCanvasElement> {
    let size = |name| Some(image.get_attribute(name)?.parse::<u32>().ok()? * DENSITY);
    let (width, height) = size("width").zip(size("height")).filter(|_| image.complete())?;
    let canvas: HtmlCanvasElement = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let drawn = pen.draw_image_with_html_image_element_and_dw_and_dh(
        image,
        0.0,
        0.0,
        width.into(),
        height.into(),
    );
    drawn.ok().map(|()| canvas)
}

/// Has the browser save a file. Nothing where it refuses.
fn save(file: &Blob, name: &str) -> Option<()> {
    let link: HtmlElement = document()?.create_element("a").ok()?.dyn_into().ok()?;
    lead(&link, file)?;
    link.set_attribute("download", name).ok()?;
    link.click();
    Some(())
}

fn show(id: &str, is_shown: bool) {
    if let Some(element) = element(id) {
        element.set_hidden(!is_shown);
    }
}
