//! The browser's edge: address, focus, storage, clipboard, files. Whatever the browser refuses is handled here, once.
//!
//! Knows no component. Nothing in it is called while a page is prerendered: only handlers and effects call it.

mod clipboard;
mod copy;
mod download;
mod focus;
mod incoming;
mod keys;
mod location;
mod names;
mod near;
mod page;
mod pauses;
mod picture;
mod pointer;
mod standing;
mod storage;
mod upload;

pub use clipboard::{copy, share};
pub use copy::{Renewed, copy_of_page};
pub use download::lead_to;
pub use focus::{
    Held, Opened, focus_first, focus_next, focus_soon, held, hold, hold_in_place, is_shown,
    keep_focus, open_found, opened, reveal, reveal_soon, scroll_soon, takes_focus,
};
pub use incoming::{Incoming, Intake, Outside, corpus_in_page, written};
pub use keys::{Pressed, Typed, focused_id, on_key};
pub use location::{Address, address, href, is_framed, on_address, on_turning, show_address};
pub use names::country_names;
pub use near::{Watch, watch};
pub use page::{
    catch_panics, fail, mark_ready, on_print, preferred_language, print, root, set_language,
    set_title,
};
pub use pauses::{Breath, in_pauses};
pub use picture::{save_png, save_svg};
pub use pointer::{capture, place_on};
pub use standing::page;
pub use storage::store_language;
pub use upload::{beginning, first_of, on_drop, read_bytes, read_file, text_of};

pub use gloo::file::{File as OwnFile, callbacks::FileReader};
pub use gloo::timers::callback::Timeout;

use focus::focus_quietly;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, window};

fn document() -> Option<Document> {
    window()?.document()
}

fn document_element() -> Option<Element> {
    document()?.document_element()
}

fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}
