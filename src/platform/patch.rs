//! Patching: the page takes on new markup, and what did not change stays as it is, with its focus,
//! its scroll position and whatever a reader is typing.

use super::page::element;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTemplateElement, Node, window};

/// Gives the element with an id new content.
pub fn patch(id: &str, markup: &str) {
    let Some(element) = element(id) else { return };
    // A patch that is refused half-way leaves the rest as it was, so all of it is written instead.
    if try_patch(&element, markup).is_err() {
        element.set_inner_html(markup);
    }
}

fn try_patch(element: &HtmlElement, markup: &str) -> Result<(), JsValue> {
    let document = window().and_then(|it| it.document()).ok_or(JsValue::NULL)?;
    let template: HtmlTemplateElement = document.create_element("template")?.dyn_into()?;
    template.set_inner_html(markup);
    patch_children(element, &template.content())
}

fn patch_children(old: &Node, new: &Node) -> Result<(), JsValue> {
    let mut at = old.first_child();
    let mut next = new.first_child();
    while let Some(wanted) = next {
        next = wanted.next_sibling();
        let Some(kept) = alike_from(at.clone(), &wanted) else {
            old.insert_before(&wanted, at.as_ref())?;
            continue;
        };
        if at.as_ref() == Some(&kept) {
            at = kept.next_sibling();
        } else {
            old.insert_before(&kept, at.as_ref())?;
        }
        patch_node(&kept, &wanted)?;
    }
    while let Some(left_over) = at {
        at = left_over.next_sibling();
        old.remove_child(&left_over)?;
    }
    Ok(())
}

/// The node that can become the one wanted: the next, or, where that has an id, the one among all
/// that follow with that id.
fn alike_from(from: Option<Node>, wanted: &Node) -> Option<Node> {
    let id = id(wanted);
    let mut at = from;
    while let Some(node) = at {
        if node.node_name() == wanted.node_name() && self::id(&node) == id {
            return Some(node);
        }
        id.as_ref()?;
        at = node.next_sibling();
    }
    None
}

fn id(node: &Node) -> Option<String> {
    node.dyn_ref::<Element>()?.get_attribute("id")
}

fn patch_node(old: &Node, new: &Node) -> Result<(), JsValue> {
    let (Some(old), Some(new)) = (old.dyn_ref::<Element>(), new.dyn_ref::<Element>()) else {
        if old.node_value() != new.node_value() {
            old.set_node_value(new.node_value().as_deref());
        }
        return Ok(());
    };
    for name in old.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        if !new.has_attribute(&name) {
            old.remove_attribute(&name)?;
        }
    }
    for name in new.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        let value = new.get_attribute(&name).unwrap_or_default();
        if old.get_attribute(&name).as_deref() != Some(&value) {
            old.set_attribute(&name, &value)?;
        }
    }
    // Once a reader has used a field, its attributes no longer say what is in it.
    if let (Some(old), Some(new)) =
        (old.dyn_ref::<HtmlInputElement>(), new.dyn_ref::<HtmlInputElement>())
    {
        old.set_checked(new.checked());
        if old.value() != new.value() {
            old.set_value(&new.value());
        }
    }
    patch_children(old, new)
}
