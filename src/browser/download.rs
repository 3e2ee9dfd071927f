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
    let Some(link) = link else { return false };
    // Saved from its menu, without being chosen, it is as before.
    let led = link.clone();
    let address = address_of(&blob, move || led.set_href("#"));
    address.map(|it| link.set_href(&it)).is_some()
}

/// The address of a file. It is none of gloo's, which end with their owner: a browser fetches the file when it likes, and
/// nobody tells when it has. Without an end, which is told, the file would stay in memory as long as the page.
pub(super) fn address_of(file: &web_sys::Blob, ended: impl FnOnce() + 'static) -> Option<String> {
    let address = Url::create_object_url_with_blob(file).ok()?;
    let ends = address.clone();
    let end = move || {
        // Refused, it stays.
        let _ = Url::revoke_object_url(&ends);
        ended();
    };
    Timeout::new(PATIENCE, end).forget();
    Some(address)
}
