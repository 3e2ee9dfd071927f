//! The desk: what editors and fact-checkers ask for and most readers never do: sharing, copying,
//! embedding, exporting.
//!
//! On the site it is a program of its own (`src/bin/desk.rs`), loaded when a panel of it is first
//! opened, so that readers do not load it; in the single file it is part of the viewer. Each panel
//! is a function of the link and of where the page stands; what is set in a panel stands in the
//! panel's own name, as in `embed?plain&theme=dark`.

mod embed;
pub mod export;
mod link;
mod share;
mod words;

pub use link::{iframe, page_name, single_name};

#[cfg(test)]
mod tests;

use crate::corpus::{Day, Lang, Text};
use crate::query::{Index, Query};
use maud::{Markup, html};

/// What a panel is made from.
pub struct Desk<'a> {
    /// The corpus, held to what the page around the viewer has fixed.
    pub index: &'a Index,
    /// The countries' names, a text for each in the corpus's order.
    pub countries: &'a [Text],
    /// The language that is shown.
    pub lang: Lang,
    /// What the reader has set.
    pub query: &'a Query,
    /// Where the page stands.
    pub page: &'a Page,
}

/// Where the page stands, as far as the browser tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its address, without query string and fragment.
    pub address: String,
    /// The site's configured address in each language, where the build knows it.
    pub site: Option<Text>,
    /// Whether it is the single file.
    pub is_file: bool,
    /// Whether it stands in another page.
    pub is_framed: bool,
    /// Whether the system offers to share.
    pub can_share: bool,
    /// The reader's day.
    pub today: Option<Day>,
}

/// Whether a panel is the desk's.
#[must_use]
pub fn has(panel: &str) -> bool {
    ["share", "embed", "export"].iter().any(|name| panel.starts_with(name))
}

/// A panel, by its name. A name that means nothing gives nothing.
#[must_use]
pub fn render(desk: &Desk, panel: &str) -> String {
    let (name, setting) = panel.split_once('?').unwrap_or((panel, ""));
    let markup = match name {
        "embed" => embed::embed(desk, setting),
        "export" => export::export(desk, setting),
        _ => share::share(desk, name),
    };
    markup.into_string()
}

/// The file that a panel offers, by the panel's name; nothing where it offers none.
#[must_use]
pub fn file(desk: &Desk, panel: &str) -> Option<export::File> {
    let setting = panel.strip_prefix("export?")?;
    Some(export::file(desk, export::Choice::read(setting)))
}

/// A text to take along, and the button that copies it.
fn copyable(desk: &Desk, id: &str, name: &str, text: &str, lines: usize) -> Markup {
    html! {
        div.copy {
            label for=(id) { (name) }
            button type="button" data-copy=(id) aria-label={ (words::words(desk.lang).copy) ": " (name) } {
                (words::words(desk.lang).copy)
            }
            textarea id=(id) readonly rows=(lines) spellcheck="false" { (text) }
        }
    }
}

/// Something that can be chosen: what it is called, whether it is, and the panel that choosing it makes.
type Offer<'a> = (&'a str, bool, String);

/// Options of which one is chosen, by the name of their group; without one each is a switch.
fn fieldset(name: &str, group: Option<&str>, options: &[Offer], hint: &str) -> Markup {
    let kind = if group.is_some() { "radio" } else { "checkbox" };
    html! {
        fieldset {
            legend { (name) }
            @for (name, chosen, panel) in options {
                label {
                    input type=(kind) name=[group] checked[*chosen] data-panel-to=(panel);
                    span { (name) }
                }
            }
            @if !hint.is_empty() { p.hint { (hint) } }
        }
    }
}
