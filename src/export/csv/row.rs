//! A row of the table, and its columns: all of them, whether or not a claim is there to fill them.

use super::cell::{guarded, named, printed};
use super::{CITING, SEVERAL};
use crate::corpus::{HashMap, Text, When};

/// The columns, in their order. One that ends with `(*)` is there once in each language of the corpus.
const COLUMNS: [&str; 68] = [
    "Recipient",
    "Supplier",
    "Year of order",
    "Number ordered",
    "Weapon designation",
    "Weapon description",
    "Number delivered",
    "Year(s) of delivery",
    "status",
    "Comments",
    "SIPRI TIV per unit",
    "SIPRI TIV for total order",
    "SIPRI TIV of delivered weapons",
    "Claim ID",
    "Statement (*)",
    "Stance",
    "Claimed status",
    "Withdrawn",
    "Withdrawal reason (*)",
    "Paragraph",
    "Transfer ID",
    "Kind",
    "From",
    "To",
    "Transfer item (*)",
    "In return for",
    "Category ID",
    "Category (*)",
    "Countries",
    "Item (*)",
    "Quantity words (*)",
    "Quantity min",
    "Quantity max",
    "When words (*)",
    "When from",
    "When to",
    "When basis (*)",
    "Reported words (*)",
    "Reported from",
    "Reported to",
    "Reported basis (*)",
    "Accountable origin ID",
    "Accountable origin (*)",
    "Accountable origin kind",
    "Attribution (*)",
    "Attribution IDs",
    "Attribution kinds",
    "Attribution unnamed",
    "Attribution speaks for",
    "Disputes",
    "Disputed by",
    "Document ID",
    "Title",
    "Outlet (*)",
    "Outlet basis (*)",
    "Authors",
    "Language",
    "Published words (*)",
    "Published from",
    "Published to",
    "Published basis (*)",
    "Text SHA-256",
    "Paragraphs",
    "Corpus",
    "Corpus date",
    "Corpus SHA-256",
    "Selection",
    "Link",
];

/// The columns of a corpus's table.
pub struct Columns<'a> {
    languages: &'a [String],
    names: Vec<String>,
    /// Where each stands.
    places: HashMap<String, usize>,
}

impl<'a> Columns<'a> {
    /// Those of a corpus in some languages.
    pub fn new(languages: &'a [String]) -> Self {
        let names: Vec<String> = COLUMNS.iter().flat_map(|it| in_each(it, languages)).collect();
        let places = names.iter().enumerate().map(|(at, name)| (name.clone(), at)).collect();
        Self { languages, names, places }
    }

    /// What they are called.
    pub fn names(&self) -> &[String] {
        &self.names
    }
}

/// A column in each of some languages, where it is there in each.
fn in_each(column: &str, languages: &[String]) -> Vec<String> {
    match column.strip_suffix("(*)") {
        Some(name) => languages.iter().map(|tag| [name, "(", tag, ")"].concat()).collect(),
        None => vec![column.to_owned()],
    }
}

/// A row as it is filled, cell by cell, each under its column's name. What is not filled is empty.
pub struct Row<'a> {
    columns: &'a Columns<'a>,
    pub cells: Vec<String>,
}

impl<'a> Row<'a> {
    /// An empty one.
    pub fn new(columns: &'a Columns<'a>) -> Self {
        Self { columns, cells: vec![String::new(); columns.names.len()] }
    }

    /// What stands as it is: a number, a day, a word of the corpus's own.
    #[expect(clippy::expect_used, reason = "the columns are listed above")]
    pub fn plain(&mut self, name: &str, cell: String) {
        let at = self.columns.places.get(name).and_then(|&at| self.cells.get_mut(at));
        *at.expect("a column") = cell;
    }

    /// A text.
    pub fn text(&mut self, name: &str, text: &str) {
        self.plain(name, guarded(text));
    }

    /// A text in each language of the corpus.
    pub fn texts(&mut self, name: &str, text: Option<&Text>) {
        self.in_each(name, text, |_, text| guarded(text));
    }

    /// Several texts, from the first to the last, in each language of the corpus.
    pub fn chain(&mut self, name: &str, chain: &[&Text]) {
        for tag in self.columns.languages {
            let links =
                chain.iter().map(|it| it.in_language(tag).expect("a text is in each language"));
            let name = [name, " (", tag, ")"].concat();
            self.text(&name, &links.collect::<Vec<_>>().join(CITING));
        }
    }

    /// What a document prints, in each language of the corpus.
    pub fn printed(&mut self, name: &str, words: Option<&Text>) {
        self.in_each(name, words, printed);
    }

    fn in_each(&mut self, name: &str, text: Option<&Text>, cell: fn(&str, &str) -> String) {
        for tag in self.columns.languages {
            let text = text.map(|it| it.in_language(tag).expect("a text is in each language"));
            let name = [name, " (", tag, ")"].concat();
            self.plain(&name, text.map(|it| cell(tag, it)).unwrap_or_default());
        }
    }

    /// Several ids of a table.
    pub fn list(&mut self, name: &str, table: &str, ids: &[String]) {
        let ids: Vec<String> = ids.iter().map(|id| named(table, id)).collect();
        self.plain(name, ids.join(SEVERAL));
    }

    pub fn when(&mut self, name: &str, when: Option<&When>) {
        let span = when.and_then(|it| it.span).unwrap_or_default();
        let words = |what: &str| [name, " ", what].concat();
        self.printed(&words("words"), when.and_then(|it| it.words.as_ref()));
        for (end, day) in [("from", span.from), ("to", span.to)] {
            self.plain(&words(end), day.map(|it| it.to_string()).unwrap_or_default());
        }
        self.texts(&words("basis"), when.and_then(|it| it.basis.as_ref()));
    }
}
