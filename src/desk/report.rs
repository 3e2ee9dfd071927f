//! Printing: a report of what is filtered. On a screen there is only the button; on paper there is only
//! the report.

use super::Desk;
use super::picture::{address, edition, map_alone, set};
use super::words::words;
use crate::markup::{Around, Folds, Opened, Selection, Shown, report};
use crate::query::Query;
use crate::words as texts;
use maud::{Markup, html};

/// The panel.
pub fn print(desk: &Desk) -> Markup {
    let words = words(desk.lang);
    let query: Query = desk.query.clone().settled(desk.index.corpus());
    let selection = Selection::only(desk.index, &query);
    let around = Around {
        filters: set(desk),
        map: map_alone(desk, &selection.found.transfers),
        foot: vec![edition(desk, 64), address(desk).unwrap_or_default()],
    };
    let shown = Shown {
        index: desk.index,
        countries: desk.countries,
        lang: desk.lang,
        query: &query,
        pointed: None,
        folds: &Folds::default(),
        opened: &Opened::Coming,
        copied: None,
        unread: &[],
        selection: &selection,
    };
    html! {
        button type="button" data-print="" { (texts::words(desk.lang).print) }
        p.hint { (words.print_note) }
        (report(&shown, &around))
    }
}
