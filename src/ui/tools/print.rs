//! Printing, and what is said where the page around this one does not allow it.

use super::fields::{Field, apart, copyable};
use super::with_shown;
use crate::browser;
use crate::link::Page;
use crate::ui::keyed::{Item, keyed};
use crate::ui::{State, Tool};
use crate::words;
use leptos::prelude::*;

/// Prints the page. Where nothing begins, what goes instead is unfolded; the focus goes back to what has this id.
pub fn print(state: State, opener: String) {
    browser::print(move || {
        state.unfold(Tool::Print, opener);
        browser::reveal("tools");
    });
}

/// What goes where printing does not: the viewer in a tab of its own, and the link to it, since a page that allows no
/// printing may allow no tabs either.
pub fn refused(state: State, page: Page) -> AnyView {
    let words = words::tools(state.lang);
    let way_out = apart(state, page.clone());
    let link = move || {
        let link = with_shown(state, &page, |shown| shown.out_of_frame());
        let item = |link: String| {
            let field =
                Field { id: "print-link", name: words.link.to_owned(), rows: 2, is_prose: false };
            Item::new(link.clone(), move || copyable(state, field, link))
        };
        link.map(item).into_iter().collect()
    };
    view! {
        <p class="hint">{words.print_refused}</p>
        {way_out}
        {keyed(link)}
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::drawn;
    use super::*;

    #[test]
    fn the_way_to_where_printing_goes_leads_there_and_can_be_copied() {
        let page = |address: &str| Page {
            address: address.to_owned(),
            is_framed: true,
            ..Page::default()
        };
        let panel = drawn(|state| refused(state, page("https://host.example/atlas/")));
        assert!(panel.contains("href=\"https://host.example/atlas/#lang=en\""), "{panel}");
        assert!(panel.contains("aria-label=\"Copy: Link\""), "{panel}");
        // A file that nobody else can open has no such way.
        let panel = drawn(|state| refused(state, page("file:///home/a.html")));
        assert!(!panel.contains("href") && panel.contains("does not allow it"), "{panel}");
    }
}
