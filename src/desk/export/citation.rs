//! Citations of the documents, for citation processors, for LaTeX, for reference managers.
//!
//! Names stand as printed: which part of one is the family's, the corpus does not know. A date is as
//! exact as what is printed; what is only inferred is a note. A title keeps its capitals and its quotation
//! marks. An outlet has its name in the document's own language.

use super::json::Json;
use super::{Format, Taken, push};
use crate::corpus::{Document, Edition, Lang};
use crate::words::{span, words};

/// The names of months in BibTeX, three letters each.
const MONTHS: &str = "janfebmaraprmayjunjulaugsepoctnovdec";

/// The documents, in one of the three formats.
pub fn cite(taken: &Taken, format: Format) -> String {
    let mut list = List { format, json: Json::default() };
    let Edition { date, sha256, selection: _ } = &taken.edition;
    match format {
        Format::Csl => list.json.open("", '['),
        // What stands between entries is a comment.
        Format::Bibtex => list.add(&["% Claim Atlas ", date, ", SHA-256 ", sha256, "\n"]),
        _ => {}
    }
    for &document in &taken.documents {
        if taken.has(&list.json.text) {
            return list.json.text;
        }
        list.document(taken, taken.corpus.document(document));
    }
    if format == Format::Csl {
        list.json.close(']');
        list.add(&["\n"]);
    }
    list.json.text
}

/// A list of citations as it is written.
struct List {
    format: Format,
    /// Only CSL is JSON; the others' text is kept here too.
    json: Json,
}

impl List {
    fn add(&mut self, parts: &[&str]) {
        push(&mut self.json.text, parts);
    }

    fn document(&mut self, taken: &Taken, it: &Document) {
        let lang = taken.desk.lang;
        let texts = words(lang);
        match self.format {
            Format::Csl => {
                self.json.open("", '{');
                self.json.string("id", &it.id);
                self.json.string("type", "article-newspaper");
            }
            Format::Bibtex => self.add(&["\n@article{", &it.id, ",\n"]),
            _ => self.add(&["TY  - NEWS\r\nID  - ", &it.id, "\r\n"]),
        }
        self.field(["title", "title", "TI"], &it.title);
        self.authors(&it.authors);
        let own = if it.language.starts_with("de") { Lang::De } else { Lang::En };
        let outlet = taken.corpus.source().origins.iter().find(|origin| origin.id == it.outlet);
        if let Some(outlet) = outlet.filter(|origin| !origin.unnamed) {
            self.field(["container-title", "journal", "T2"], outlet.name.get(own));
        }
        let date = date(it);
        self.date(&date);
        match self.format {
            // LaTeX stops at a language that it does not know.
            Format::Bibtex => self.add(&match it.language.get(..2) {
                Some("de") => ["  langid = {ngerman},\n"],
                Some("en") => ["  langid = {english},\n"],
                _ => [""],
            }),
            _ => self.field(["language", "", "LA"], &it.language),
        }
        let mut note = String::new();
        if date.is_empty() {
            let printed = it.published.words.as_ref().map_or(texts.undated, |it| it.get(lang));
            note.push_str(printed);
            if let Some(interval) = it.published.span {
                push(&mut note, &["; ", texts.inferred, ": ", &span(lang, interval)]);
            }
            self.field(["note", "note", "N1"], &note);
            note.clear();
        }
        for basis in [&it.published.basis, &it.outlet_basis].into_iter().flatten() {
            push(&mut note, &[basis.get(lang), " "]);
        }
        let Edition { date, sha256, selection: _ } = &taken.edition;
        push(&mut note, &[texts.fingerprint, ": ", &it.sha256, "; Claim Atlas: ", date]);
        push(&mut note, &["; SHA-256: ", sha256]);
        self.field(["annote", "annotation", "N1"], &note);
        match self.format {
            Format::Csl => self.json.close('}'),
            Format::Bibtex => self.add(&["  entrysubtype = {newspaper},\n}\n"]),
            _ => self.add(&["ER  - \r\n\r\n"]),
        }
    }

    /// A field by its names in the three formats.
    fn field(&mut self, [csl, bibtex, ris]: [&str; 3], value: &str) {
        let value = plain(value);
        match self.format {
            Format::Csl => self.json.string(csl, &value),
            // In two pairs of braces neither capitals nor names are meddled with.
            Format::Bibtex => self.add(&["  ", bibtex, " = {{", &escaped(&value), "}},\n"]),
            _ => self.add(&[ris, "  - ", &value, "\r\n"]),
        }
    }

    fn authors(&mut self, names: &[String]) {
        if names.is_empty() {
            return;
        }
        match self.format {
            Format::Csl => self.json.open("author", '['),
            Format::Bibtex => self.add(&["  author = {"]),
            _ => {}
        }
        for (at, name) in names.iter().enumerate() {
            match self.format {
                Format::Csl => {
                    self.json.open("", '{');
                    self.field(["literal", "", ""], name);
                    self.json.close('}');
                }
                Format::Bibtex => {
                    let and = if at > 0 { " and {" } else { "{" };
                    self.add(&[and, &escaped(&plain(name)), "}"]);
                }
                _ => self.field(["", "", "AU"], name),
            }
        }
        match self.format {
            Format::Csl => self.json.close(']'),
            Format::Bibtex => self.add(&["},\n"]),
            _ => {}
        }
    }

    /// Year, month and day, as far as they are known.
    fn date(&mut self, date: &[u16]) {
        let day: Vec<String> = date.iter().map(|part| two_digits(*part)).collect();
        let Some(year) = day.first() else { return };
        match self.format {
            Format::Csl => {
                for (key, bracket) in [("issued", '{'), ("date-parts", '['), ("", '[')] {
                    self.json.open(key, bracket);
                }
                for part in date {
                    self.json.number("", u64::from(*part));
                }
                for bracket in [']', ']', '}'] {
                    self.json.close(bracket);
                }
            }
            Format::Bibtex => {
                for ((key, part), number) in ["year", "month", "day"].iter().zip(&day).zip(date) {
                    let at = usize::from(*number).saturating_sub(1) * 3;
                    let month = MONTHS.get(at..at + 3).filter(|_| *key == "month");
                    self.add(&["  ", key, " = ", month.unwrap_or(part), ",\n"]);
                }
            }
            _ => {
                let at = |part: usize| day.get(part).map_or("", String::as_str);
                self.add(&["PY  - ", year, "\r\nDA  - ", year, "/", at(1), "/", at(2), "/\r\n"]);
            }
        }
    }
}

/// Year, month and day of what is printed, as far as that is known. A day that was inferred is none.
fn date(document: &Document) -> Vec<u16> {
    let published = &document.published;
    let span = published.span.filter(|_| !published.is_undated()).unwrap_or_default();
    let (Some(from), Some(to)) = (span.from, span.to) else { return Vec::new() };
    let mut date = Vec::new();
    for (first, last) in [
        (from.year(), to.year()),
        (from.month().into(), to.month().into()),
        (from.day().into(), to.day().into()),
    ] {
        if first != last || (date.len() == 2 && published.basis.is_some()) {
            break;
        }
        date.push(first);
    }
    date
}

/// The date as ISO 8601 has it, as exact as it is known; empty where it is not.
pub fn day(document: &Document) -> String {
    let parts = date(document).into_iter().map(two_digits);
    parts.collect::<Vec<_>>().join("-")
}

fn two_digits(number: u16) -> String {
    let mut digits = u64::from(number).to_string();
    if digits.len() == 1 {
        digits.insert(0, '0');
    }
    digits
}

/// A text on one line.
fn plain(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// A text as LaTeX reads it.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        let named = match letter {
            '\\' => "\\textbackslash{}",
            '~' => "\\textasciitilde{}",
            '^' => "\\textasciicircum{}",
            // In German LaTeX makes umlauts of it.
            '"' => "\\textquotedbl{}",
            // A brace alone would end the field, escaped or not.
            '{' => "\\textbraceleft{}",
            '}' => "\\textbraceright{}",
            '&' | '%' | '$' | '#' | '_' => "\\",
            _ => "",
        };
        escaped.push_str(named);
        if named.len() < 2 {
            escaped.push(letter);
        }
    }
    escaped
}
