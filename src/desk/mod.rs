//! The desk: what editors and fact-checkers ask for and most readers never do: sharing, copying,
//! embedding.
//!
//! On the site it is a program of its own (`src/bin/desk.rs`), loaded when a panel of it is first
//! opened, so that readers do not load it; in the single file it is part of the viewer. Each panel
//! is a function of the link and of where the page stands; what is set in a panel stands in the
//! panel's own name, as in `embed?plain&theme=dark`.

mod embed;
mod link;
pub mod picture;
mod report;
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
    ["share", "embed", "picture", "print"].iter().any(|name| panel.starts_with(name))
}

/// A panel, by its name. A name that means nothing gives nothing.
#[must_use]
pub fn render(desk: &Desk, panel: &str) -> String {
    let (name, setting) = panel.split_once('?').unwrap_or((panel, ""));
    match name {
        "embed" => embed::embed(desk, setting).into_string(),
        "picture" => picture::panel(desk),
        "print" => report::print(desk),
        _ => share::share(desk, name).into_string(),
    }
}

impl Desk<'_> {
    /// Whether anything is left out, by the reader or by the page around the viewer.
    fn is_filtered(&self) -> bool {
        [self.index.fixed(), self.query].iter().any(|query| !query.filters().is_empty())
    }

    /// The name that something is kept by: it says of when it is.
    #[must_use]
    pub fn file_name(&self, extension: &str) -> String {
        let day = self.page.today.map(|day| day.to_string()).unwrap_or_default();
        let dash = if day.is_empty() { "" } else { "-" };
        ["claim-atlas", dash, &day, ".", extension].concat()
    }
}

/// An address that holds a picture itself.
fn data_address(svg: &str) -> String {
    let mut address = "data:image/svg+xml,".to_owned();
    for letter in svg.chars() {
        match letter {
            '%' => address.push_str("%25"),
            '#' => address.push_str("%23"),
            '<' => address.push_str("%3C"),
            '>' => address.push_str("%3E"),
            // Addresses lose line breaks, and some lose spaces.
            '\n' => address.push_str("%0A"),
            ' ' => address.push_str("%20"),
            '"' => address.push_str("%22"),
            _ => address.push(letter),
        }
    }
    address
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
