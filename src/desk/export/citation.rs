//! Citations of the documents, for citation processors, for LaTeX, for reference managers.
//!
//! Names stand as printed: which part of one is the family's, the corpus does not know. A date is as
//! exact as what is printed; what is only inferred is a note. A title keeps its capitals and its quotation
//! marks. An outlet has its name in the document's own language.

use super::Taken;
use super::json::Json;
use crate::corpus::{Document, Edition, Lang};
use crate::words::{span, words};

/// The names of months in BibTeX, three letters each.
const MONTHS: &str = "janfebmaraprmayjunjulaugsepoctnovdec";

/// A document as it is cited.
struct Cited {
    id: &'static str,
    title: String,
    authors: Vec<String>,
    /// Nothing where it is not named.
    outlet: String,
    language: &'static str,
    /// Year, month and day, as far as known.
    date: Vec<u16>,
    /// What is to be said of the date.
    undated: String,
    /// What the corpus says of the document, and which corpus that is.
    note: String,
}

fn cited(taken: &Taken, document: usize) -> Cited {
    let it: &'static Document = taken.corpus.document(document);
    let own = if it.language.starts_with("de") { Lang::De } else { Lang::En };
    let outlet = taken.corpus.source().origins.iter().find(|origin| origin.id == it.outlet);
    let outlet = outlet.filter(|origin| !origin.unnamed).map_or("", |origin| origin.name.get(own));
    let date = date(it);
    let (lang, words) = (taken.desk.lang, words(taken.desk.lang));
    let mut undated = String::new();
    if date.is_empty() {
        undated.push_str(it.published.words.as_ref().map_or(words.undated, |it| it.get(lang)));
        if let Some(interval) = it.published.span {
            undated = undated + "; " + words.inferred + ": " + &span(lang, interval);
        }
    }
    let mut note = String::new();
    for basis in [&it.published.basis, &it.outlet_basis].into_iter().flatten() {
        note.push_str(basis.get(lang));
        note.push(' ');
    }
    let Edition { date: day, sha256, selection: _ } = &taken.edition;
    for (name, value) in
        [(words.fingerprint, &it.sha256), ("Claim Atlas", day), ("SHA-256", sha256)]
    {
        note = note + name + ": " + value + "; ";
    }
    Cited {
        id: &it.id,
        title: plain(&it.title),
        authors: it.authors.iter().map(|name| plain(name)).collect(),
        outlet: plain(outlet),
        language: &it.language,
        date,
        undated,
        note: plain(note.trim_end_matches("; ")),
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

/// The date as ISO 8601 has it, as exact as it is known; nothing where it is not.
pub fn day(document: &Document) -> Option<String> {
    let mut day = String::new();
    for part in date(document) {
        let part = part.to_string();
        if !day.is_empty() {
            day.push_str(if part.len() == 1 { "-0" } else { "-" });
        }
        day.push_str(&part);
    }
    Some(day).filter(|day| !day.is_empty())
}

/// A text on one line.
fn plain(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// As CSL-JSON.
pub fn csl(taken: &Taken) -> String {
    let mut json = Json::default();
    json.open("", '[');
    for &document in &taken.documents {
        if taken.has(&json.text) {
            return json.text;
        }
        let it = cited(taken, document);
        json.open("", '{');
        json.string("id", it.id);
        json.string("type", "article-newspaper");
        json.string("title", &it.title);
        if !it.authors.is_empty() {
            json.open("author", '[');
            for name in &it.authors {
                json.open("", '{');
                json.string("literal", name);
                json.close('}');
            }
            json.close(']');
        }
        json.optional("container-title", Some(it.outlet.as_str()).filter(|it| !it.is_empty()));
        if !it.date.is_empty() {
            json.open("issued", '{');
            json.open("date-parts", '[');
            json.open("", '[');
            for part in it.date {
                json.number("", Some(part.into()));
            }
            json.close(']');
            json.close(']');
            json.close('}');
        }
        json.string("language", it.language);
        let between = if it.undated.is_empty() { "" } else { ". " };
        json.string("note", &(it.undated + between + &it.note));
        json.close('}');
    }
    json.close(']');
    json.text.push('\n');
    json.text
}

/// As BibTeX, with `entrysubtype`, `langid` and `annotation` as biblatex has them.
pub fn bibtex(taken: &Taken) -> String {
    let Edition { date, sha256, .. } = &taken.edition;
    let mut text = "% Claim Atlas ".to_owned() + date + ", SHA-256 " + sha256 + "\n";
    for &document in &taken.documents {
        if taken.has(&text) {
            break;
        }
        let it = cited(taken, document);
        text = text + "\n@article{" + it.id + ",\n";
        // In two pairs of braces neither capitals nor names are meddled with.
        field(&mut text, "title", &["{", "}"], &it.title);
        let authors: Vec<String> = it.authors.iter().map(|name| escaped(name)).collect();
        if !authors.is_empty() {
            text = text + "  author = {{" + &authors.join("} and {") + "}},\n";
        }
        field(&mut text, "journal", &["{", "}"], &it.outlet);
        for (key, part) in ["year", "month", "day"].into_iter().zip(&it.date) {
            let month = usize::from(*part).saturating_sub(1) * 3;
            let part = part.to_string();
            let part =
                if key == "month" { MONTHS.get(month..month + 3).unwrap_or("") } else { &part };
            text = text + "  " + key + " = " + part + ",\n";
        }
        field(&mut text, "entrysubtype", &["", ""], "newspaper");
        field(&mut text, "langid", &["", ""], langid(it.language));
        field(&mut text, "note", &["", ""], &it.undated);
        field(&mut text, "annotation", &["", ""], &it.note);
        text.push_str("}\n");
    }
    text
}

/// What LaTeX calls a language; nothing for others, since it stops at names that it does not know.
fn langid(language: &str) -> &'static str {
    let known = [("de", "ngerman"), ("en", "english"), ("fr", "french"), ("ru", "russian")];
    let primary = language.split('-').next();
    known.into_iter().find(|(tag, _)| primary == Some(tag)).map_or("", |(_, name)| name)
}

fn field(text: &mut String, key: &str, [open, close]: &[&str; 2], value: &str) {
    if !value.is_empty() {
        for part in ["  ", key, " = {", open, &escaped(value), close, "},\n"] {
            text.push_str(part);
        }
    }
}

/// A text as LaTeX reads it.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            // In German LaTeX makes umlauts of it.
            '"' => escaped.push_str("\\textquotedbl{}"),
            // A brace alone would end the field, escaped or not.
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '&' | '%' | '$' | '#' | '_' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// As RIS.
pub fn ris(taken: &Taken) -> String {
    let mut text = String::new();
    for &document in &taken.documents {
        if taken.has(&text) {
            break;
        }
        let it = cited(taken, document);
        let mut line = |tag: &str, value: &str| {
            if !value.is_empty() {
                for part in [tag, "  - ", value, "\r\n"] {
                    text.push_str(part);
                }
            }
        };
        line("TY", "NEWS");
        line("ID", it.id);
        line("TI", &it.title);
        for name in &it.authors {
            line("AU", name);
        }
        line("T2", &it.outlet);
        let mut day = String::new();
        for at in 0..3 {
            let part = it.date.get(at).map(ToString::to_string).unwrap_or_default();
            if at == 0 {
                line("PY", &part);
            } else if part.len() == 1 {
                day.push('0');
            }
            day = day + &part + if at < 2 { "/" } else { "" };
        }
        if !it.date.is_empty() {
            line("DA", &(day + "/"));
        }
        line("LA", it.language);
        line("N1", &it.undated);
        line("N1", &it.note);
        text.push_str("ER  - \r\n\r\n");
    }
    text
}
