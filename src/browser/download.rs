//! Files that readers save.

use crate::export::File;
use gloo::file::Blob;
use web_sys::{HtmlAnchorElement, Url};

/// Has a link lead to a file, and tells whether that worked. The address stands as long as the page, and so is none of
/// gloo's, which end with their owner: a browser fetches the file when it likes, and nobody tells when it has.
#[must_use]
pub fn lead_to(link: &HtmlAnchorElement, file: &File) -> bool {
    let blob: web_sys::Blob = Blob::new_with_options(&*file.text, Some(file.media_type)).into();
    let address = Url::create_object_url_with_blob(&blob);
    address.is_ok_and(|address| {
        link.set_href(&address);
        true
    })
}
