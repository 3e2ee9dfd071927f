//! A reader's own copy of an article: a text that is pasted, a file that is opened or dropped on the page.
//!
//! It is read here, and kept nowhere.

use crate::fingerprint::{self, MOST_FILE, PageText, Reading, Unreadable, decode, is_text, read};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::file::File;
use gloo::file::callbacks::{FileReader, read_as_bytes};
use js_sys::Uint8Array;
use std::collections::VecDeque;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, DomParser, DragEvent, Element, Event, FileList, HtmlTemplateElement, Node,
    SupportedType, TextDecoder, window,
};

/// The first of some files that were chosen.
#[must_use]
pub fn first_of(files: Option<FileList>) -> Option<File> {
    files?.get(0).map(File::from)
}

/// So many bytes tell what a file is.
const BEGINNING: u32 = 512;

/// How a file begins; nothing of what cannot be read.
pub async fn beginning(file: &File) -> Vec<u8> {
    let file: &web_sys::Blob = file.as_ref();
    let Ok(begun) = file.slice_with_f64_and_f64(0.0, BEGINNING.into()) else { return Vec::new() };
    let bytes = JsFuture::from(begun.array_buffer()).await;
    bytes.map(|it| Uint8Array::new(&it).to_vec()).unwrap_or_default()
}

/// Reads the bytes of a file. What is returned ends the reading where it is let go of.
#[must_use]
pub fn read_bytes(
    file: &File,
    then: impl FnOnce(Result<Vec<u8>, Unreadable>) + 'static,
) -> Option<FileReader> {
    if file.size() > MOST_FILE {
        then(Err(Unreadable::TooLong));
        return None;
    }
    Some(read_as_bytes(file, move |bytes| then(bytes.map_err(|_| Unreadable::Other))))
}

/// Reads the text of a file. What is returned ends the reading where it is let go of.
#[must_use]
pub fn read_file(
    file: &File,
    then: impl FnOnce(Result<String, Unreadable>) + 'static,
) -> Option<FileReader> {
    read_bytes(file, move |bytes| {
        let text = bytes.and_then(|bytes| decode(&bytes, |label| in_declared(&bytes, label)));
        then(text.and_then(text_of));
    })
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

/// The text of what was read or pasted: of a page's source what the page says.
///
/// # Errors
/// What it is, where it is no text.
pub fn text_of(text: String) -> Result<String, Unreadable> {
    read(text, text_of_page)
}

/// A file in the encoding that it declares, where the browser knows that.
fn in_declared(bytes: &[u8], label: &str) -> Option<String> {
    TextDecoder::new_with_label(label).ok()?.decode_with_u8_array(bytes).ok()
}

/// The text of a page. `parse_from_string` only reads: what it makes is no part of this page, so that nothing in it
/// loads and nothing runs.
fn text_of_page(page: &str) -> Option<String> {
    let mut apart = VecDeque::new();
    let mut text = walk(&body_of(page)?, &mut apart);
    let mut last_parent = None;
    while let Some(node) = apart.pop_front() {
        let parent = node.parent_node();
        // An article that is hidden paragraph by paragraph is one text.
        let goes_on = parent.as_ref().is_some_and(|it| it.is_same_node(last_parent.as_ref()));
        last_parent = parent;
        text.set_apart(walk(&node, &mut apart).finish(), goes_on);
    }
    Some(text.finish())
}

fn body_of(page: &str) -> Option<Node> {
    let page = DomParser::new().ok()?.parse_from_string(page, SupportedType::TextHtml).ok()?;
    Some(page.body()?.into())
}

/// What is to be done on the way through a page.
enum Step {
    Read(Node, Place),
    EndLine,
}

/// Where a node stands.
#[derive(Clone, Copy, Default)]
struct Place {
    is_in_text: bool,
    is_raised: bool,
}

/// The text of all that is in a node. What is read last is set apart. No recursion: pages are nested deeper than a
/// stack may be.
fn walk(root: &Node, apart: &mut VecDeque<Node>) -> PageText {
    let mut text = PageText::default();
    let mut steps = Vec::new();
    push_children(root, Place::default(), &mut steps);
    while let Some(step) = steps.pop() {
        let Step::Read(node, mut place) = step else {
            text.end_line();
            continue;
        };
        if node.node_type() == Node::TEXT_NODE {
            text.add(&node.node_value().unwrap_or_default(), place.is_raised);
        }
        let Some(element) = node.dyn_ref::<Element>() else { continue };
        let name = element.tag_name();
        if let Some(page) = element.get_attribute("srcdoc") {
            apart.extend(body_of(&page));
        }
        match reading(element, &name, place) {
            Reading::Unread => continue,
            Reading::Apart => {
                apart.push_back(node);
                continue;
            }
            Reading::Block => {
                text.end_line();
                steps.push(Step::EndLine);
                place.is_in_text = is_text(&name);
            }
            Reading::Raised => place.is_raised = true,
            Reading::InLine => {}
        }
        match node.dyn_ref::<HtmlTemplateElement>() {
            Some(template) => push_children(&template.content(), place, &mut steps),
            None => push_children(&node, place, &mut steps),
        }
    }
    text
}

/// Adds the children of a node to what is to be done next, the first on top.
fn push_children(node: &Node, place: Place, steps: &mut Vec<Step>) {
    let mut child = node.last_child();
    while let Some(it) = child {
        child = it.previous_sibling();
        steps.push(Step::Read(it, place));
    }
}

fn reading(element: &Element, name: &str, place: Place) -> Reading {
    let attribute = |name| element.get_attribute(name);
    let (class, style, hidden) = (attribute("class"), attribute("style"), attribute("hidden"));
    let is_shadow = element.has_attribute("shadowrootmode") || element.has_attribute("shadowroot");
    let known = fingerprint::Element {
        name,
        class: class.as_deref().unwrap_or_default(),
        style: style.as_deref().unwrap_or_default(),
        hidden: hidden.as_deref(),
        is_aria_hidden: attribute("aria-hidden").is_some_and(|it| it == "true"),
        is_shadow,
        is_in_text: place.is_in_text || is_beside_text(element),
    };
    known.reading()
}

/// Whether text stands right before or behind an element, without a space.
fn is_beside_text(element: &Element) -> bool {
    let text = |node: Option<Node>| {
        let node = node.filter(|it| it.node_type() == Node::TEXT_NODE);
        node.and_then(|it| it.node_value()).unwrap_or_default()
    };
    let ends = |it: char| it.is_alphanumeric();
    text(element.previous_sibling()).ends_with(ends)
        || text(element.next_sibling()).starts_with(ends)
}
