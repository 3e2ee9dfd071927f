//! Citations of the documents, for citation processors, for LaTeX, for reference managers.
//!
//! Names stand as printed: which part of one is the family's, the corpus does not know. A date is as
//! exact as what is printed. By year and month works are sorted and told apart, so that inferred ones stand there, too,
//! with a note that they are. A title keeps its capitals and its quotation marks. An outlet has its name in the
//! document's own language.
//!
//! BibTeX is written for biblatex, which knows newspapers and languages, in what Zotero and `JabRef` read too: a
//! language as a field of its own, a note as `annote`, quotation marks and braces as themselves. Zotero takes every
//! `@article` for a journal's; by CSL-JSON and RIS it knows a newspaper's.

use super::{Taken, digits, pretty, push};
use crate::corpus::{Document, DocumentId, Edition, Lang};
use crate::evidence::is_inferred;
use crate::words::{span, tools, words};
use serde::Serialize;

/// The names of months in BibTeX, three letters each.
const MONTHS: &str = "janfebmaraprmayjunjulaugsepoctnovdec";

/// The documents as CSL-JSON.
pub fn csl(taken: &Taken) -> String {
    pretty(&cited(taken).map(Item::from).collect::<Vec<_>>())
}

/// The documents as BibTeX.
pub fn bibtex(taken: &Taken) -> String {
    // What stands between entries is a comment, but for an @. In a link it can be written otherwise.
    let edition = plain(&edition(taken)).replace('@', "%40");
    let mut text = ["% ", &edition, "\n"].concat();
    cited(taken).for_each(|it| it.bibtex(&mut text));
    text
}

/// The documents as RIS.
pub fn ris(taken: &Taken) -> String {
    let mut text = String::new();
    cited(taken).for_each(|it| it.ris(&mut text));
    text
}

fn cited<'a>(taken: &Taken<'a>) -> impl Iterator<Item = Cited<'a>> {
    taken.documents.iter().map(|&document| Cited::new(taken, document))
}

/// Of which corpus the documents are, and what selected them where they are a part.
fn edition(taken: &Taken) -> String {
    let Edition { date, sha256, selection } = &taken.edition;
    let title = taken.title(taken.shown.lang);
    let of = title.map(|it| [", ", it].concat()).unwrap_or_default();
    let hash = Some(["SHA-256: ", sha256].concat()).filter(|_| !sha256.is_empty());
    let selected = tools(taken.shown.lang).selection;
    let selection = selection.as_ref().map(|it| [selected, ": ", it].concat());
    let date = Some(date.clone()).filter(|it| !it.is_empty());
    let parts: Vec<String> = [date, hash, selection].into_iter().flatten().collect();
    let between = if parts.is_empty() { "" } else { ": " };
    ["Claim Atlas", &of, between, &parts.join("; ")].concat()
}

/// What every format has of a document, each text on one line.
struct Cited<'a> {
    id: &'a str,
    title: String,
    authors: Vec<String>,
    /// Nothing where the text does not name it.
    outlet: Option<String>,
    /// Year, month and day, as far as they are known.
    date: Vec<u16>,
    language: &'a str,
    /// What is printed and inferred, where that is not the date or more than it.
    on_date: Option<String>,
    /// What else is known of the document, and of the corpus.
    note: String,
}

impl<'a> Cited<'a> {
    fn new(taken: &Taken<'a>, document: DocumentId) -> Self {
        let it = taken.corpus.document(document);
        let lang = taken.shown.lang;
        let texts = words(lang);
        let own = Lang::of_tag(&it.language).unwrap_or(Lang::REFERENCE);
        let outlet = taken.corpus.origin(taken.corpus.outlet(document));
        let date = date(it);
        let is_inferred = is_inferred(&it.published);
        let on_date = (date.is_empty() || is_inferred).then(|| {
            let printed = it.published.words.as_ref();
            let printed =
                printed.map_or(texts.undated, |words| words.printed(lang, &it.language).1);
            let mut on_date = printed.to_owned();
            if let Some(interval) = it.published.span {
                let inferred =
                    if is_inferred { [texts.inferred, ": "].concat() } else { String::new() };
                push(&mut on_date, &["; ", &inferred, &span(lang, interval)]);
            }
            plain(&on_date)
        });
        let mut note = String::new();
        for basis in [&it.published.basis, &it.outlet_basis].into_iter().flatten() {
            push(&mut note, &[basis.get(lang), " "]);
        }
        if let Some(hash) = &it.sha256 {
            push(&mut note, &[texts.fingerprint, ": ", hash, "; "]);
        }
        note += &edition(taken);
        Self {
            id: &it.id,
            title: plain(&it.title),
            authors: it.authors.iter().map(|name| plain(name)).collect(),
            outlet: (!outlet.unnamed).then(|| plain(outlet.name.get(own))),
            date,
            language: &it.language,
            on_date,
            note: plain(&note),
        }
    }

    fn bibtex(&self, text: &mut String) {
        let Self { id, title, authors, outlet, date, language, on_date, note } = self;
        push(text, &["\n@article{", id, ",\n"]);
        bibtex_field(text, "title", title);
        if !authors.is_empty() {
            let names: Vec<String> =
                authors.iter().map(|it| format!("{{{}}}", escaped(it))).collect();
            push(text, &["  author = {", &names.join(" and "), "},\n"]);
        }
        if let Some(outlet) = outlet {
            bibtex_field(text, "journal", outlet);
        }
        for (key, part) in ["year", "month", "day"].into_iter().zip(date) {
            let at = usize::from(*part).saturating_sub(1) * 3;
            let month = MONTHS.get(at..at + 3).filter(|_| key == "month");
            let digits = two_digits(*part);
            push(text, &["  ", key, " = ", month.unwrap_or(&digits), ",\n"]);
        }
        // LaTeX stops at a language that it does not know.
        match language.get(..2) {
            Some("de") => text.push_str("  langid = {ngerman},\n  language = {german},\n"),
            Some("en") => text.push_str("  langid = {english},\n  language = {english},\n"),
            _ => bibtex_field(text, "language", language),
        }
        if let Some(on_date) = on_date {
            bibtex_field(text, "note", on_date);
        }
        bibtex_field(text, "annote", note);
        text.push_str("  entrysubtype = {newspaper},\n}\n");
    }

    fn ris(&self, text: &mut String) {
        let mut field = |name: &str, value: &str| push(text, &[name, "  - ", value, "\r\n"]);
        let Self { id, title, authors, outlet, date, language, on_date, note } = self;
        field("TY", "NEWS");
        field("ID", id);
        field("TI", title);
        for name in authors {
            field("AU", name);
        }
        if let Some(outlet) = outlet {
            field("T2", outlet);
        }
        if let Some(year) = date.first() {
            let part = |at: usize| date.get(at).map(|part| two_digits(*part)).unwrap_or_default();
            field("PY", &year.to_string());
            field("DA", &[0, 1, 2].map(|at| part(at) + "/").concat());
        }
        field("LA", language);
        for note in on_date.iter().chain([note]) {
            field("N1", note);
        }
        text.push_str("ER  - \r\n\r\n");
    }
}

fn bibtex_field(text: &mut String, name: &str, value: &str) {
    // In two pairs of braces neither capitals nor names are meddled with.
    push(text, &["  ", name, " = {{", &escaped(value), "}},\n"]);
}

/// An item of CSL-JSON.
#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    r#type: &'static str,
    title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Name>,
    #[serde(rename = "container-title", skip_serializing_if = "Option::is_none")]
    container_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued>,
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    annote: String,
}

/// A name that is not taken apart.
#[derive(Serialize)]
struct Name {
    literal: String,
}

#[derive(Serialize)]
struct Issued {
    #[serde(rename = "date-parts")]
    date_parts: [Vec<u16>; 1],
}

impl<'a> From<Cited<'a>> for Item<'a> {
    fn from(cited: Cited<'a>) -> Self {
        let Cited { id, title, authors, outlet, date, language, on_date, note } = cited;
        Self {
            id,
            r#type: "article-newspaper",
            title,
            author: authors.into_iter().map(|literal| Name { literal }).collect(),
            container_title: outlet,
            issued: (!date.is_empty()).then_some(Issued { date_parts: [date] }),
            language,
            note: on_date,
            annote: note,
        }
    }
}

/// Year, month and day, as far as they are known. A day that was inferred is none; that year and month were, a note
/// says.
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
    let is_balanced = is_balanced(text);
    let mut escaped = String::new();
    for letter in text.chars() {
        let named = match letter {
            '\\' => "\\textbackslash{}",
            '~' => "\\textasciitilde{}",
            '^' => "\\textasciicircum{}",
            // Alone, in German, LaTeX makes an umlaut of it and the letter behind.
            '"' => "\"{}",
            // A brace without its other would end the field, escaped or not.
            '{' if !is_balanced => "\\textbraceleft{}",
            '}' if !is_balanced => "\\textbraceright{}",
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => "\\",
            _ => "",
        };
        escaped.push_str(named);
        if named.len() < 2 {
            escaped.push(letter);
        }
    }
    escaped
}

/// Whether each brace of a text has its other.
fn is_balanced(text: &str) -> bool {
    let mut open = 0_usize;
    for letter in text.chars() {
        match letter {
            '{' => open += 1,
            '}' if open == 0 => return false,
            '}' => open -= 1,
            _ => {}
        }
    }
    open == 0
}
