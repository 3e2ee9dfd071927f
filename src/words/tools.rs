//! Texts of the tools: sharing, embedding, exporting, checking one's own copy.

use super::{claims, documents, number, words};
use crate::corpus::Lang;
pub use crate::locale::Tools as ToolsWords;

/// The plain texts of the tools.
#[must_use]
pub fn tools(lang: Lang) -> &'static ToolsWords {
    &words(lang).tools
}

/// How much is taken along, and what selected it. Citations are of documents, and hold no claim.
#[must_use]
pub fn taken_along(
    lang: Lang,
    claim_count: Option<usize>,
    document_count: usize,
    filters: &[String],
) -> String {
    let counts = [claim_count.map(|it| claims(lang, it)), Some(documents(lang, document_count))];
    let counts =
        counts.into_iter().flatten().collect::<Vec<_>>().join(super::words(lang).signs.comma);
    let words = tools(lang);
    let selected = if filters.is_empty() {
        words.no_filter.to_owned()
    } else {
        words.filters_set(&filters.join(super::words(lang).signs.semicolon))
    };
    words.taken_along(&counts, &selected)
}

/// What a file holds that is taken along, by its name: of a table how many rows and columns.
#[must_use]
pub fn file_holds(lang: Lang, name: &str, table: Option<[usize; 2]>) -> String {
    let words = tools(lang);
    match table {
        Some([rows, columns]) => {
            words.holds_columns(columns, &words.holds_rows(rows, &super::apart(lang, name)))
        }
        None => name.to_owned(),
    }
}

/// How many of the paragraphs that claims name a copy has as they are, has altered, has been read badly, does not have.
#[must_use]
pub fn paragraphs_found(lang: Lang, counts: [usize; 4]) -> String {
    let [found, altered, misread, missing] = counts.map(|it| number(lang, it));
    tools(lang).paragraphs_found(counts.iter().sum(), &found, &altered, &misread, &missing)
}
