//! Bringing: a reader's own copy of an article, pasted, opened as a file or dropped on the page.
//!
//! It is kept here as long as the page lives, and nowhere else.

use super::page::{attribute_at, element, focus, listen, root};
use crate::desk::check::{
    Brought, FIELD, FILE, MOST_FILE, Unreadable, add, decode, end_line, is_in_line, is_page,
    is_unread,
};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::Uint8Array;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    DataTransfer, DomParser, DragEvent, Element, Event, File, HtmlInputElement,
    HtmlTextAreaElement, Node, SupportedType,
};

thread_local! {
    static BROUGHT: RefCell<Option<Rc<Brought>>> = const { RefCell::new(None) };
    /// What waits until nothing more is typed.
    static WAITING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// What the reader has brought last.
#[must_use]
pub fn brought() -> Option<Rc<Brought>> {
    BROUGHT.with_borrow(Clone::clone)
}

/// What happens at an event.
type Act = fn(&Event);

/// Takes whatever the reader brings, as long as the page lives, and has the desk drawn anew.
pub(super) fn hear_copies() {
    let events: [(&'static str, Act); 3] =
        [("input", type_in), ("change", open), ("click", choose)];
    for (name, act) in events {
        listen(name, act);
    }
    let Some(root) = root() else { return };
    for name in ["dragover", "drop"] {
        let may_prevent = EventListenerOptions::enable_prevent_default();
        let take = |event: &Event| {
            let files = dropped(event).and_then(|it| it.files());
            if let Some(files) = files.filter(|_| event.type_() == "drop") {
                read(files.get(0));
            }
        };
        EventListener::new_with_options(&root, name, may_prevent, take).forget();
    }
}

/// The element of an id, where an event happened at it.
fn at<E: JsCast>(event: &Event, id: &str) -> Option<E> {
    let element: Element = event.target()?.dyn_into().ok()?;
    if element.id() == id { element.dyn_into().ok() } else { None }
}

/// Something is pasted, or typed. A text that is typed is read once there is a pause.
fn type_in(event: &Event) {
    let Some(field) = at::<HtmlTextAreaElement>(event, FIELD) else { return };
    let read = move || {
        let text = field.value();
        let is_empty = text.trim_ascii().is_empty();
        keep((!is_empty).then(|| Brought::new(None, text_of(text))));
    };
    WAITING.set(Some(Timeout::new(200, read)));
}

/// A file is opened.
fn open(event: &Event) {
    if let Some(files) = at::<HtmlInputElement>(event, FILE).and_then(|it| it.files()) {
        read(files.get(0));
    }
}

/// The files that are dragged over the page or dropped on it, where there is something that takes them;
/// else the browser would leave the page for the file.
fn dropped(event: &Event) -> Option<DataTransfer> {
    element(FIELD)?;
    let dragged = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    if !dragged.types().includes(&JsValue::from_str("Files"), 0) {
        return None;
    }
    event.prevent_default();
    Some(dragged)
}

/// Something is discarded, or a passage is to be shown.
fn choose(event: &Event) {
    if attribute_at(event, "data-discard").is_some() {
        empty_field();
        keep(None);
        focus(FIELD);
    } else if let Some(passage) = attribute_at(event, "data-show") {
        focus(&passage);
    }
}

/// What stands in the field is no longer what is shown.
fn empty_field() {
    WAITING.take();
    if let Some(field) = element(FIELD).and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok()) {
        field.set_value("");
    }
}

fn keep(brought: Option<Brought>) {
    BROUGHT.set(brought.map(Rc::new));
    // The viewer hears it, and draws the panel anew.
    if let Some((root, event)) = root().zip(Event::new("desk").ok()) {
        // Refused, it is drawn with the next change.
        let _ = root.dispatch_event(&event);
    }
}

fn read(file: Option<File>) {
    let Some(file) = file else { return };
    let name = file.name();
    let keep = move |text| {
        empty_field();
        keep(Some(Brought::new(Some(name.clone()), text)));
    };
    if file.size() > MOST_FILE {
        return keep(Err(Unreadable::TooLong));
    }
    let done = {
        let keep = keep.clone();
        Closure::new(move |buffer: JsValue| {
            keep(decode(&Uint8Array::new(&buffer).to_vec()).and_then(text_of));
        })
    };
    let refused = Closure::new(move |_: JsValue| keep(Err(Unreadable::Other)));
    let _ = file.array_buffer().then2(&done, &refused);
    done.forget();
    refused.forget();
}

/// The text of what was read: of a page's source what the page says.
fn text_of(read: String) -> Result<String, Unreadable> {
    if is_page(&read) { text_of_page(&read).ok_or(Unreadable::Other) } else { Ok(read) }
}

/// The text of a page. A page that is only parsed loads nothing and runs nothing.
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
