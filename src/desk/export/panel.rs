//! The panel: what is taken along, in which format, and how it begins.

use super::words::words;
use super::{Choice, Format, Taken, push, source};
use crate::desk::share::all_filters;
use crate::desk::{Desk, copyable, fieldset, picture};
use crate::query::View;
use crate::words as texts;
use maud::{Markup, PreEscaped, html};

/// So many bytes of a file are enough to see how it begins: a table's columns, and a row.
pub(super) const BEGINNING: usize = 2500;

/// The panel.
#[must_use]
pub fn export(desk: &Desk, setting: &str) -> Markup {
    let words = words(desk.lang);
    let choice = Choice::read(setting);
    let taken = Taken::new(desk);
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
        // Where it leads is known once it is asked for.
        a.button href="#" download=(file.name) data-save=(panel) { (words.download) }
        @if desk.page.is_framed { p.hint { (words.refused) } }
        // The field is named like the panel: by that name all of the file is asked for.
        (copyable(desk, &panel, &format!("{} ({})", file.name, words.beginning), beginning(&file.text), 8))
        h4 { (crate::desk::words::words(desk.lang).map) }
        (PreEscaped(picture::panel(desk)))
    }
}

/// How much is taken along, and what selected it.
fn what(taken: &Taken, format: Format) -> String {
    let desk = taken.desk;
    let words = words(desk.lang);
    let mut text = words.taken.to_owned();
    let claims = taken.claims.len();
    if matches!(format, Format::Csv | Format::Json | Format::JsonLd) {
        let noun = if claims == 1 { words.claim } else { words.claims };
        push(&mut text, &[" ", &texts::number(desk.lang, claims), "\u{a0}", noun, ","]);
    }
    let documents = texts::results(desk.lang, View::Documents, taken.documents.len());
    push(&mut text, &[" ", &documents, ". "]);
    let set = all_filters(desk);
    if set.is_empty() {
        text.push_str(words.no_filter);
    } else {
        push(&mut text, &[words.filters, " ", &set.join("; "), "."]);
    }
    if format == Format::Json {
        let all = source::with_others(taken.corpus, &taken.claims);
        let others = all.len() - claims;
        if others > 0 {
            push(&mut text, &[" ", words.others, " ", &texts::number(desk.lang, others), "."]);
        }
    }
    text
}

/// How a text begins.
pub(super) fn beginning(text: &str) -> &str {
    let mut end = BEGINNING.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).expect("a letter begins there")
}
