//! Lists whose items are drawn anew, nodes and all, where what they show changes.
//!
//! A page translator puts its own nodes in place of a text's, and what is written into the old one later nobody sees:
//! a stale number would stay. So no figure is rewritten in place; what holds it is replaced.

use leptos::prelude::*;
use std::hash::{DefaultHasher, Hash, Hasher};

/// An item of a list: what it shows, as a key, and how it is drawn.
pub struct Item {
    key: u64,
    draw: Box<dyn FnOnce() -> AnyView + Send>,
}

impl Item {
    /// An item that is drawn anew where the key is another: it holds whatever the item shows.
    pub fn new<V: IntoAny>(key: impl Hash, draw: impl FnOnce() -> V + Send + 'static) -> Self {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        Self { key: hasher.finish(), draw: Box::new(move || draw().into_any()) }
    }
}

/// A list that follows what its items are made of. Items whose key stays keep their nodes, and the focus in them.
pub fn keyed(items: impl Fn() -> Vec<Item> + Send + Sync + 'static) -> AnyView {
    list(Box::new(items))
}

/// One list for all kinds of items: each kind would be code of its own.
fn list(items: Box<dyn Fn() -> Vec<Item> + Send + Sync>) -> AnyView {
    view! { <For each=items key=|item| item.key children=|item| (item.draw)() /> }.into_any()
}

/// A text that changes.
pub fn text(text: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    let text: Box<dyn Fn() -> String + Send + Sync> = Box::new(text);
    keyed(move || {
        let text = text();
        vec![Item::new(text.clone(), move || view! { <span>{text}</span> })]
    })
}
