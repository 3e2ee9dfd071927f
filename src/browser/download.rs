//! Files that readers save.

use crate::export::File;
use gloo::file::Blob;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlAnchorElement, Url};

/// Has the link that is chosen lead to a file, and tells whether that worked. The address stands as long as the page, and so is none of
/// gloo's, which end with their owner: a browser fetches the file when it likes, and nobody tells when it has.
#[must_use]
pub fn lead_to(file: &File, chosen: &Event) -> bool {
    let link = chosen.current_target().and_then(|it| it.dyn_into::<HtmlAnchorElement>().ok());
    let blob: web_sys::Blob = Blob::new_with_options(&*file.text, Some(file.media_type)).into();
    let address = Url::create_object_url_with_blob(&blob);
    link.zip(address.ok()).map(|(link, address)| link.set_href(&address)).is_some()
}
