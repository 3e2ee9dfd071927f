//! The panel that shows the picture, and saves it.

use super::{Desk, PICTURE, data_address, drawn, first};
use crate::desk::words::words;
use crate::markup::Pen;

/// The picture as it will be, and a button for each of its forms.
#[must_use]
pub fn panel(desk: &Desk) -> String {
    let [_, _, summary, ..] = first(desk, &desk.index.select(desk.query));
    let (svg, height) = drawn(desk);
    let address = data_address(&svg);
    let mut pen = Pen::default();
    pen.put(
        "<a class=\"button\" href=\"@\" download=\"@\">SVG</a>\
         <button class=\"button\" type=\"button\" data-png=\"picture\" data-name=\"@\">PNG</button>\
         <p class=\"hint\" id=\"picture-refused\" role=\"alert\" hidden>@</p>\
         <img id=\"picture\" width=\"%\" height=\"%\" src=\"@\" alt=\"@\">",
        &[PICTURE, height],
        &[
            &address,
            &desk.file_name("svg"),
            &desk.file_name("png"),
            words(desk.lang).png_refused,
            &address,
            &summary,
        ],
    );
    pen.markup
}
