//! A copy of the single file, with the corpus that is open in it.

use super::{document, document_element};
use crate::corpus::Lang;
use web_sys::{Document, Element, Node};

/// What the build has marked as its own: extensions and translators add to a page, and nothing of that goes along.
const KEPT: &str = "data-kept";

/// What elements of the build have said of themselves, and goes along of them.
const ATTRIBUTES: [&str; 11] = [
    "charset",
    "http-equiv",
    "name",
    "content",
    "rel",
    "href",
    "type",
    "id",
    "class",
    "role",
    KEPT,
];

/// What the build has said of the page, for the script that runs first. For which language it was built is not told: the
/// copy is in that in which it was saved.
const OF_ROOT: [&str; 2] = ["data-languages", "data-keys"];

/// What is new in a copy.
pub struct Renewed<'a> {
    /// The page's title.
    pub title: &'a str,
    /// What it is about.
    pub description: &'a str,
    /// What is read where the program does not start.
    pub not_started: &'a str,
    /// The corpus, as JSON.
    pub corpus: &'a str,
    /// The language of all that.
    pub lang: Lang,
}

/// The page as a file, with another corpus in it. Nothing where this page is not the single file.
///
/// It is put together from what the build has written: its list, and what it said of the corpus that it was built with, are
/// left out.
#[must_use]
pub fn copy_of_page(renewed: &Renewed) -> Option<String> {
    let page = document()?;
    page.get_element_by_id("program")?;
    let copy = page.implementation().ok()?.create_html_document_with_title(renewed.title).ok()?;
    let root = copy.document_element()?;
    // An attribute that is set anew on an element of ours is not refused; nor is a child.
    root.set_attribute("lang", renewed.lang.tag()).ok()?;
    root.set_attribute("dir", renewed.lang.direction()).ok()?;
    let own = document_element()?;
    for name in OF_ROOT {
        if let Some(value) = own.get_attribute(name) {
            root.set_attribute(name, &value).ok()?;
        }
    }
    let (head, body) = (copy.head()?, copy.body()?);
    // The mark of the encoding and the policy come before all that they hold for.
    let title = head.first_element_child()?;
    let (kept, count) = kept(&page, "head")?;
    for at in 0..count {
        let element = copied(&copy, &kept.get(at)?, renewed)?;
        head.append_child(&element).ok()?;
    }
    head.append_child(&title).ok()?;
    let description = copy.create_element("meta").ok()?;
    description.set_attribute("name", "description").ok()?;
    description.set_attribute("content", renewed.description).ok()?;
    head.append_child(&description).ok()?;
    let (kept, count) = self::kept(&page, "body")?;
    for at in 0..count {
        let element = copied(&copy, &kept.get(at)?, renewed)?;
        body.append_child(&element).ok()?;
    }
    Some(["\u{feff}<!doctype html>", &root.outer_html()].concat())
}

fn kept(page: &Document, of: &str) -> Option<(web_sys::NodeList, u32)> {
    let kept = page.query_selector_all(&format!("{of} > [{KEPT}]")).ok()?;
    let count = kept.length();
    Some((kept, count))
}

/// An element of the build, as the build wrote it.
fn copied(copy: &Document, node: &Node, renewed: &Renewed) -> Option<Element> {
    use wasm_bindgen::JsCast;
    let element: &Element = node.dyn_ref()?;
    // The shapes are no HTML, and have no text.
    if element.local_name() == "svg" {
        return copy.import_node_with_deep(node, true).ok()?.dyn_into().ok();
    }
    let made = copy.create_element(&element.local_name()).ok()?;
    for name in ATTRIBUTES {
        if let Some(value) = element.get_attribute(name) {
            made.set_attribute(name, &value).ok()?;
        }
    }
    match element.id().as_str() {
        "corpus" => made.set_text_content(Some(renewed.corpus)),
        "atlas" => {}
        "failure" => {
            let line = copy.create_element("p").ok()?;
            line.set_class_name("of-brought");
            line.set_text_content(Some(renewed.not_started));
            made.append_child(&line).ok()?;
            made.append_child(&copy.create_element("code").ok()?.into()).ok()?;
        }
        _ => made.set_text_content(element.text_content().as_deref()),
    }
    Some(made)
}
