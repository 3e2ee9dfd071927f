//! A sheet to fill in: how, the columns, and two rows that are made up.

use crate::corpus::Lang;
use crate::export::File;
use crate::locale::words;
use csv::{Terminator, WriterBuilder};

/// The columns, with what stands in them in the two examples. One that ends with `(*)` is in the template's language;
/// `{3}` is a text of it, by its place in the list of examples.
const COLUMNS: [(&str, &str, &str); 28] = [
    ("Claim ID", "example-1", "example-2"),
    ("Title", "{0}", "{0}"),
    ("Outlet (*)", "{1}", "{1}"),
    ("Authors", "{2}", "{2}"),
    ("Language", "*", "*"),
    ("Published from", "2024-03-01", "2024-03-01"),
    ("Published to", "2024-03-01", "2024-03-01"),
    ("Paragraph", "1", "2"),
    ("Statement (*)", "{3}", "{9}"),
    ("Stance", "asserts", "denies"),
    ("Claimed status", "agreed", ""),
    ("From", "ATA", "ATA"),
    ("To", "BVT", "BVT"),
    ("Kind", "supply", "supply"),
    ("Category (*)", "{4}", "{4}"),
    ("Transfer item (*)", "{5}", "{5}"),
    ("Countries", "", ""),
    ("Item (*)", "{5}", ""),
    ("Quantity words (*)", "{6}", ""),
    ("Quantity min", "101", ""),
    ("Quantity max", "", ""),
    ("When words (*)", "{7}", ""),
    ("When from", "2024-04-01", ""),
    ("When to", "2024-04-30", ""),
    ("Attribution (*)", "{8}", "{10}"),
    ("Attribution kinds", "outlet ← persons", "outlet ← government"),
    ("Attribution unnamed", "no ← yes", "no ← no"),
    ("Disputes", "", "example-1"),
];

/// The template, for spreadsheets of a language.
#[must_use]
pub fn template(lang: Lang) -> File {
    let texts = &words(lang).import;
    let between = texts.template_separator.bytes().next().unwrap_or(b',');
    // Spreadsheets know UTF-8 by this mark.
    let mark = "\u{feff}".as_bytes().to_vec();
    let mut writer = WriterBuilder::new()
        .delimiter(between)
        .terminator(Terminator::CRLF)
        .flexible(true)
        .from_writer(mark);
    let about = texts.template_about.iter().map(|it| vec![(*it).to_owned()]);
    let columns = COLUMNS.map(|(name, ..)| name.replace('*', lang.tag())).to_vec();
    let examples = [COLUMNS.map(|it| it.1), COLUMNS.map(|it| it.2)];
    let examples = examples.map(|row| row.map(|it| cell(lang, it)).to_vec());
    for row in about.chain([columns]).chain(examples) {
        // Memory takes it, and rows may have as many cells as they like.
        let _ = writer.write_record(&row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    File {
        name: texts.template_file.to_owned(),
        media_type: "text/csv;charset=utf-8",
        text: String::from_utf8(bytes).unwrap_or_default(),
    }
}

/// What stands in an example.
fn cell(lang: Lang, cell: &str) -> String {
    let place = cell.strip_prefix('{').and_then(|it| it.strip_suffix('}'));
    let place = place.and_then(|it| it.parse::<usize>().ok());
    let text = place.and_then(|at| words(lang).import.template_examples.get(at));
    text.map_or_else(|| cell.replace('*', lang.tag()), |it| (*it).to_owned())
}
