//! Files that readers save.

use crate::export::File;
use gloo::file::Blob;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlAnchorElement, Url};

/// How long a browser may take to begin with fetching a file that is saved, in milliseconds.
const PATIENCE: u32 = 60_000;

/// Has the link that is chosen lead to a file, and tells whether that worked.
#[must_use]
pub fn lead_to(file: &File, chosen: &Event) -> bool {
    let link = chosen.current_target().and_then(|it| it.dyn_into::<HtmlAnchorElement>().ok());
    let blob: web_sys::Blob = Blob::new_with_options(&*file.text, Some(file.media_type)).into();
    link.zip(address_of(&blob)).map(|(link, address)| link.set_href(&address)).is_some()
}

/// The address of a file. It is none of gloo's, which end with their owner: a browser fetches the file when it likes, and
/// nobody tells when it has. Without an end the file would stay in memory as long as the page.
pub(super) fn address_of(file: &web_sys::Blob) -> Option<String> {
    let address = Url::create_object_url_with_blob(file).ok()?;
    let ends = address.clone();
    let end = move || {
        // Refused, it stays.
        let _ = Url::revoke_object_url(&ends);
    };
    Timeout::new(PATIENCE, end).forget();
    Some(address)
}
