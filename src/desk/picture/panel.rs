//! The panel that shows the picture, and saves it.

use super::{Desk, data_address, file_name, svg};
use crate::desk::words::words;
use crate::{evidence, words as texts};
use maud::{Markup, html};

/// The picture as it will be, and a button for each of its forms.
#[must_use]
pub fn panel(desk: &Desk) -> Markup {
    let words = words(desk.lang);
    let transfers = desk.index.select(desk.query).transfers;
    let figures = evidence::summary(desk.index.corpus(), &transfers);
    let address = data_address(&svg(desk));
    html! {
        a.button href=(address) download=(file_name(desk, "svg")) { "SVG" }
        button type="button" data-png="picture" data-name=(file_name(desk, "png")) { "PNG" }
        p.hint #picture-refused role="alert" hidden { (words.png_refused) }
        img #picture src=(address) alt=(texts::summary(desk.lang, &figures));
    }
}
