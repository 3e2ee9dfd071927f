//! The panel: what is taken along, in which format, and how it begins.

use super::words::words;
use super::{Choice, Format, Taken, source};
use crate::desk::share::filters;
use crate::desk::{Desk, copyable, fieldset};
use crate::query::View;
use crate::words as texts;
use maud::{Markup, html};

/// So many bytes of a file are enough to see how it begins.
const BEGINNING: usize = 1200;

/// The panel.
#[must_use]
pub fn export(desk: &Desk, setting: &str) -> Markup {
    let words = words(desk.lang);
    let choice = Choice::read(setting);
    let taken = Taken::new(desk, BEGINNING);
    if taken.documents.is_empty() {
        return html! { p.hint { (texts::words(desk.lang).nothing_found) } };
    }
    let formats = Format::ALL.map(|format| {
        (format.about()[0], choice.format == format, Choice { format, ..choice }.panel())
    });
    let separators = [false, true].into_iter().zip(words.separators).map(|(semicolon, name)| {
        (name, choice.semicolon == semicolon, Choice { semicolon, ..choice }.panel())
    });
    let note = Format::ALL.into_iter().zip(words.formats).find(|(it, _)| *it == choice.format);
    let file = taken.file(choice);
    let panel = choice.panel();
    html! {
        div.choices {
            (fieldset(words.format, Some("export-format"), &formats, note.map_or("", |(_, note)| note)))
            @if choice.format == Format::Csv {
                (fieldset(words.separator, Some("export-separator"), &separators.collect::<Vec<_>>(), ""))
            }
        }
        p.hint { (what(&taken, choice.format)) }
        button.button type="button" data-save=(panel) { (words.download) }
        @if desk.page.is_framed { p.hint { (words.refused) } }
        // The field is named like the panel: by that name all of the file is asked for.
        (copyable(desk, &panel, &(file.name + " (" + words.beginning + ")"), beginning(&file.text), 8))
    }
}

/// How much is taken along, and what selected it.
fn what(taken: &Taken, format: Format) -> String {
    let desk = taken.desk;
    let words = words(desk.lang);
    let mut text = words.taken.to_owned();
    let mut add = |parts: [&str; 3]| {
        for part in parts {
            text.push_str(part);
        }
    };
    let count = |count: usize| texts::number(desk.lang, count);
    if matches!(format, Format::Csv | Format::Json | Format::JsonLd) {
        let claims = taken.claims.count_ones(..);
        let noun = if claims == 1 { words.claim } else { words.claims };
        add([" ", &(count(claims) + "\u{a0}" + noun), ","]);
    }
    add([" ", &texts::results(desk.lang, View::Documents, taken.documents.len()), ". "]);
    let set = [desk.index.fixed(), desk.query].map(|query| filters(desk, query)).concat();
    if set.is_empty() {
        add([words.no_filter, "", ""]);
    } else {
        add([words.filters, " ", &set.join("; ")]);
        add([".", "", ""]);
    }
    let all = source::with_others(taken.corpus, &taken.claims).count_ones(..);
    let others = all - taken.claims.count_ones(..);
    if format == Format::Json && others > 0 {
        add([" ", words.others, " "]);
        add([&count(others), ".", ""]);
    }
    text
}

/// How a text begins, to the end of a line where there is one.
fn beginning(text: &str) -> &str {
    let mut end = BEGINNING.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}
