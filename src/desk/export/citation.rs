//! Citations of the documents, for citation processors, for LaTeX, for reference managers.
//!
//! Names stand as printed: which part of one is the family's, the corpus does not know. A date is as
//! exact as what is printed; what is only inferred is a note. A title keeps its capitals and its quotation
//! marks. An outlet has its name in the document's own language.

use super::fields::Field;
use super::json::Json;
use super::{Format, Taken, digits, push};
use crate::corpus::{Document, Edition, Lang};
use crate::words::{span, words};

/// The names of months in BibTeX, three letters each.
const MONTHS: &str = "janfebmaraprmayjunjulaugsepoctnovdec";

/// The documents, in one of the three formats.
#[inline(never)]
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
        list.document(taken, document);
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

    #[inline(never)]
    fn document(&mut self, taken: &Taken, document: usize) {
        let it = taken.corpus.document(document);
        let lang = taken.desk.lang;
        let texts = words(lang);
        match self.format {
            Format::Csl => {
                self.json.put("{|aid|'type=article-newspaper", &[Field::Text(&it.id)]);
            }
            Format::Bibtex => self.add(&["\n@article{", &it.id, ",\n"]),
            _ => self.add(&["TY  - NEWS\r\nID  - ", &it.id, "\r\n"]),
        }
        self.field(&["title", "title", "TI"], &it.title);
        self.authors(&it.authors);
        let own = if it.language.starts_with("de") { Lang::De } else { Lang::En };
        let outlet = taken.corpus.origin(taken.corpus.outlet(document));
        if !outlet.unnamed {
            self.field(&["container-title", "journal", "T2"], outlet.name.get(own));
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
            _ => self.field(&["language", "", "LA"], &it.language),
        }
        let mut note = String::new();
        if date.is_empty() {
            let printed = it.published.words.as_ref().map_or(texts.undated, |it| it.get(lang));
            note.push_str(printed);
            if let Some(interval) = it.published.span {
                push(&mut note, &["; ", texts.inferred, ": ", &span(lang, interval)]);
            }
            self.field(&["note", "note", "N1"], &note);
            note.clear();
        }
        for basis in [&it.published.basis, &it.outlet_basis].into_iter().flatten() {
            push(&mut note, &[basis.get(lang), " "]);
        }
        let Edition { date, sha256, selection: _ } = &taken.edition;
        push(&mut note, &[texts.fingerprint, ": ", &it.sha256, "; Claim Atlas: ", date]);
        push(&mut note, &["; SHA-256: ", sha256]);
        self.field(&["annote", "annotation", "N1"], &note);
        match self.format {
            Format::Csl => self.json.close('}'),
            Format::Bibtex => self.add(&["  entrysubtype = {newspaper},\n}\n"]),
            _ => self.add(&["ER  - \r\n\r\n"]),
        }
    }

    /// A field by its names in the three formats.
    fn field(&mut self, [csl, bibtex, ris]: &[&str; 3], value: &str) {
        let value = plain(value);
        match self.format {
            Format::Csl => self.json.string(csl, &value),
            // In two pairs of braces neither capitals nor names are meddled with.
            Format::Bibtex => self.add(&["  ", bibtex, " = {{", &escaped(&value), "}},\n"]),
            _ => self.add(&[ris, "  - ", &value, "\r\n"]),
        }
    }

    #[inline(never)]
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
                    self.json.put("{|aliteral|}", &[Field::Name(&plain(name))]);
                }
                Format::Bibtex => {
                    let and = if at > 0 { " and {" } else { "{" };
                    self.add(&[and, &escaped(&plain(name)), "}"]);
                }
                _ => self.field(&["", "", "AU"], name),
            }
        }
        match self.format {
            Format::Csl => self.json.close(']'),
            Format::Bibtex => self.add(&["},\n"]),
            _ => {}
        }
    }

    /// Year, month and day, as far as they are known.
    #[inline(never)]
    fn date(&mut self, date: &[u16]) {
        if date.is_empty() {
            return;
        }
        match self.format {
            Format::Csl => {
                self.json.put("{issued|[date-parts|[", &[]);
                for part in date {
                    self.json.number("", u64::from(*part));
                }
                self.json.put("]|]|}", &[]);
            }
            Format::Bibtex => {
                for (key, part) in ["year", "month", "day"].into_iter().zip(date) {
                    let at = usize::from(*part).saturating_sub(1) * 3;
                    let month = MONTHS.get(at..at + 3).filter(|_| key == "month");
                    let digits = two_digits(*part);
                    self.add(&["  ", key, " = ", month.unwrap_or(&digits), ",\n"]);
                }
            }
            _ => {
                let mut day = String::new();
                for at in 0..3 {
                    if let Some(part) = date.get(at) {
                        day.push_str(&two_digits(*part));
                    }
                    day.push('/');
                }
                let year = day.get(..4).unwrap_or_default();
                self.add(&["PY  - ", year, "\r\nDA  - ", &day, "\r\n"]);
            }
        }
    }
}

/// Year, month and day, as far as they are known. A day that was inferred is none; that a month was, the note
/// says.
#[inline(never)]
fn date(document: &Document) -> Vec<u16> {
    let published = &document.published;
    let span = published.span.unwrap_or_default();
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
    let mut day = String::new();
    for part in date(document) {
        if !day.is_empty() {
            day.push('-');
        }
        day.push_str(&two_digits(part));
    }
    day
}

fn two_digits(number: u16) -> String {
    let zero = if number < 10 { "0" } else { "" };
    [zero, &digits(Some(number.into()))].concat()
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
