//! The cells of a sheet by the names of their columns.

use super::Misfit;
use crate::corpus::{Day, LONGEST_ID, MOST_LANGUAGES, Span, Text, When, is_blank, is_tag};
use crate::export::{CITING, SEVERAL, cell};
use crate::import::Why;
use crate::import::table::Row;
use std::collections::HashMap;

/// What a sheet's columns are called, and where they stand.
pub struct Columns {
    /// The languages of its statements, by tags in small letters.
    pub languages: Vec<String>,
    places: HashMap<String, usize>,
    count: usize,
}

impl Columns {
    pub fn new(names: &[String]) -> Self {
        let mut places = HashMap::new();
        let mut languages = Vec::new();
        for (at, name) in names.iter().enumerate() {
            let lower = name.trim().to_lowercase();
            let tag = lower.strip_prefix("statement (").and_then(|it| it.strip_suffix(')'));
            let is_new = languages.len() < MOST_LANGUAGES && !places.contains_key(&lower);
            if let Some(tag) = tag.filter(|it| is_tag(it) && is_new) {
                languages.push(tag.to_owned());
            }
            places.entry(lower).or_insert(at);
        }
        Self { languages, places, count: names.len() }
    }

    /// Whether there is a column of a name.
    pub fn has(&self, name: &str) -> bool {
        self.places.contains_key(&name.to_lowercase())
    }

    /// The cells of a row.
    pub fn of<'a>(&'a self, row: &'a Row) -> Cells<'a> {
        Cells { columns: self, row }
    }
}

/// A row's cells.
pub struct Cells<'a> {
    columns: &'a Columns,
    row: &'a Row,
}

impl<'a> Cells<'a> {
    /// Whether the row has more cells than there are columns.
    pub fn are_too_many(&self) -> bool {
        self.row.cells.len() > self.columns.count
    }

    fn raw(&self, name: &str) -> &'a str {
        let at = self.columns.places.get(&name.to_lowercase());
        at.and_then(|at| self.row.cells.get(*at)).map_or("", |it| seen(it))
    }

    /// A cell, without what guards it from being taken for a number or a formula.
    pub fn get(&self, name: &str) -> &'a str {
        seen(cell::unguarded(self.raw(name)))
    }

    /// A cell that is needed.
    pub fn needed(&self, name: &str) -> Result<&'a str, Misfit> {
        Some(self.get(name)).filter(|it| !it.is_empty()).ok_or_else(|| missing(name))
    }

    /// An id, without its table's name; empty where there is none.
    pub fn id(&self, name: &str, table: &str) -> &'a str {
        cell::id(table, self.raw(name)).trim()
    }

    /// An id that fits, if there is one.
    pub fn sound_id(&self, name: &str, table: &str) -> Result<Option<String>, Misfit> {
        sound(self.id(name, table), name)
    }

    /// The ids of a chain or of a list.
    pub fn ids(&self, name: &str, table: &str) -> Vec<&'a str> {
        let all = if name == "Attribution IDs" { self.chain(name) } else { self.list(name) };
        all.into_iter().map(|it| cell::id(table, it).trim()).collect()
    }

    /// The parts of a cell between semicolons.
    pub fn list(&self, name: &str) -> Vec<&'a str> {
        let parts = self.get(name).split(SEVERAL.trim()).map(seen);
        parts.filter(|it| !it.is_empty()).collect()
    }

    /// The links of a chain, with arrows between them.
    pub fn chain(&self, name: &str) -> Vec<&'a str> {
        let cell = self.get(name);
        let arrow = CITING.trim();
        let links: Vec<&str> = if cell.contains(arrow) {
            cell.split(arrow).collect()
        } else {
            cell.split('<').collect()
        };
        links.into_iter().map(seen).filter(|it| !it.is_empty()).collect()
    }

    /// A text in each language of the corpus.
    pub fn text(&self, name: &str) -> Result<Option<Text>, Misfit> {
        self.in_each(name, cell::unguarded)
    }

    /// The same, which is needed.
    pub fn needed_text(&self, name: &str) -> Result<Text, Misfit> {
        self.text(name)?.ok_or_else(|| missing(name))
    }

    /// What is printed, in each language of the corpus, with or without quotation marks.
    pub fn printed(&self, name: &str) -> Result<Option<Text>, Misfit> {
        self.in_each(name, cell::unquoted)
    }

    fn in_each(&self, name: &str, bare: fn(&str) -> &str) -> Result<Option<Text>, Misfit> {
        let mut text: Option<Text> = None;
        let mut empty = None;
        for tag in &self.columns.languages {
            let column = format!("{name} ({tag})");
            let words = seen(bare(self.raw(&column)));
            if words.is_empty() {
                empty = Some(column);
                continue;
            }
            text = Some(match text {
                None => Text::new(tag, words),
                Some(text) => text.with(tag, words),
            });
        }
        match empty {
            Some(column) if text.is_some() => Err(missing(&column)),
            _ => Ok(text),
        }
    }

    /// A whole number, in digits alone: where a sign parts thousands or decimals depends on the country.
    pub fn number<T: std::str::FromStr>(&self, name: &str) -> Result<Option<T>, Misfit> {
        let digits = self.get(name);
        if digits.is_empty() {
            return Ok(None);
        }
        let number = digits.parse().ok().filter(|_| digits.bytes().all(|it| it.is_ascii_digit()));
        number.map(Some).ok_or_else(|| (Why::NoNumber, of(name, digits)))
    }

    /// When something is said to be. A day that no words and no basis go with stands for its words.
    pub fn when(&self, name: &str) -> Result<Option<When>, Misfit> {
        let column = |what: &str| format!("{name} {what}");
        let words = self.printed(&column("words"))?;
        let basis = self.text(&column("basis"))?;
        let from = self.days(&column("from"))?.and_then(|it| it.from);
        let to = self.days(&column("to"))?.and_then(|it| it.to);
        let span = Span { from, to };
        if span.is_backwards() {
            return Err((Why::Backwards, column("to")));
        }
        // Printed words without a day leave both ends open.
        let has_span = from.is_some() || to.is_some() || words.is_some();
        let span = has_span.then_some(span);
        let words = match (words, &basis, span) {
            (None, None, Some(span)) => self.in_every_language(&span.to_string()),
            (words, ..) => words,
        };
        let when = When { words, span, basis };
        Ok((when != When::default()).then_some(when))
    }

    fn in_every_language(&self, words: &str) -> Option<Text> {
        let mut tags = self.columns.languages.iter();
        let first = Text::new(tags.next()?, words);
        Some(tags.fold(first, |text, tag| text.with(tag, words)))
    }

    /// A day, a month or a year, or a day as German spreadsheets write it.
    fn days(&self, name: &str) -> Result<Option<Span>, Misfit> {
        let cell = self.get(name);
        if cell.is_empty() {
            return Ok(None);
        }
        let span = cell.parse().ok().or_else(|| dotted(cell)).filter(|_| !cell.contains('/'));
        span.map(Some).ok_or_else(|| (Why::NoDay, of(name, cell)))
    }
}

/// A text without the spaces around it; nothing where the check would find nothing in it.
fn seen(text: &str) -> &str {
    if is_blank(text) { "" } else { text.trim() }
}

/// A day, its month and its year behind dots: no country that writes dots begins with the month.
fn dotted(cell: &str) -> Option<Span> {
    let parts: Vec<&str> = cell.split('.').map(str::trim).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    if year.len() != 4 {
        return None;
    }
    let day = Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    day.map(|day| Span { from: Some(day), to: Some(day) })
}

/// An id that may stand in links; nothing where there is none.
pub fn sound(id: &str, column: &str) -> Result<Option<String>, Misfit> {
    let is_sound = id.len() <= LONGEST_ID
        && id.chars().all(|it| it.is_ascii_alphanumeric() || it == '-')
        && !id.starts_with('-')
        && !id.ends_with('-');
    if !is_sound {
        return Err((Why::NoId, of(column, id)));
    }
    Ok((!id.is_empty()).then(|| id.to_owned()))
}

pub fn missing(column: &str) -> Misfit {
    (Why::Missing, column.to_owned())
}

/// What stands in a column.
pub fn of(column: &str, cell: &str) -> String {
    format!("{column}: {cell}")
}
