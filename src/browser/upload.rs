//! A reader's own copy of an article: a text that is pasted, a file that is opened or dropped on the page.
//!
//! It is read here, and kept nowhere.

use crate::fingerprint::{
    MOST_FILE, Unreadable, add, decode, end_line, is_in_line, is_page, is_unread,
};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::file::File;
use gloo::file::callbacks::{FileReader, read_as_bytes};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, DomParser, DragEvent, Event, FileList, Node, SupportedType, window};

/// The first of some files that were chosen.
#[must_use]
pub fn first_of(files: Option<FileList>) -> Option<File> {
    files?.get(0).map(File::from)
}

/// Reads the text of a file. What is returned ends the reading where it is let go of.
#[must_use]
pub fn read_file(
    file: &File,
    read: impl FnOnce(Result<String, Unreadable>) + 'static,
) -> Option<FileReader> {
    if file.size() > MOST_FILE {
        read(Err(Unreadable::TooLong));
        return None;
    }
    Some(read_as_bytes(file, move |bytes| {
        let text = bytes.map_err(|_| Unreadable::Other).and_then(|bytes| decode(&bytes));
        read(text.and_then(text_of));
    }))
}

/// Takes the files that are dropped anywhere on the page, for which the browser would else leave it. It ends where what
/// is returned is let go of.
pub fn on_drop(dropped: impl Fn(File) + 'static) -> Option<[EventListener; 2]> {
    let window = window()?;
    let options = EventListenerOptions::enable_prevent_default();
    let over = EventListener::new_with_options(&window, "dragover", options, |event| {
        if files_in(event).is_some() {
            event.prevent_default();
        }
    });
    let drop = EventListener::new_with_options(&window, "drop", options, move |event| {
        if let Some(transfer) = files_in(event) {
            event.prevent_default();
            if let Some(file) = first_of(transfer.files()) {
                dropped(file);
            }
        }
    });
    Some([over, drop])
}

/// What is dragged, where files are.
fn files_in(event: &Event) -> Option<DataTransfer> {
    let dragged = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    dragged.types().includes(&JsValue::from_str("Files"), 0).then_some(dragged)
}

/// The text of what was read: of a page's source what the page says.
///
/// # Errors
/// What it is, where the browser cannot read it as a page.
pub fn text_of(read: String) -> Result<String, Unreadable> {
    if is_page(&read) { text_of_page(&read).ok_or(Unreadable::Other) } else { Ok(read) }
}

/// The text of a page. `parse_from_string` only reads: what it makes is no part of this page, so that nothing in it
/// loads and nothing runs.
fn text_of_page(page: &str) -> Option<String> {
    let page = DomParser::new().ok()?.parse_from_string(page, SupportedType::TextHtml).ok()?;
    let mut text = String::new();
    let mut at: Node = page.body()?.into();
    loop {
        let is_element = at.node_type() == Node::ELEMENT_NODE;
        let name = at.node_name();
        let mut down = None;
        if at.node_type() == Node::TEXT_NODE {
            add(&mut text, &at.node_value().unwrap_or_default());
        } else if is_element && !is_unread(&name) {
            begin_or_end(&mut text, &name);
            down = at.first_child();
        }
        // No recursion: pages are nested deeper than a stack may be.
        at = match down {
            Some(child) => child,
            None => match after(at, &mut text) {
                Some(next) => next,
                None => return Some(text),
            },
        };
    }
}

/// What follows a node and all that is in it.
fn after(mut node: Node, text: &mut String) -> Option<Node> {
    loop {
        if node.node_type() == Node::ELEMENT_NODE {
            begin_or_end(text, &node.node_name());
        }
        if let Some(next) = node.next_sibling() {
            return Some(next);
        }
        node = node.parent_node()?;
    }
}

fn begin_or_end(text: &mut String, name: &str) {
    if !is_in_line(name) {
        end_line(text);
    }
}
