//! A citation of what is selected: of which edition, by which filters, and where others find it.

use super::{Shown, file_name};
use crate::corpus::{Edition, Span};
use crate::words;
use serde_json::{Map, Value, json};

/// A citation, in each form that it is taken along in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// As a sentence for a list of sources.
    pub text: String,
    /// As CSL-JSON, for reference managers.
    pub csl: String,
}

impl Citation {
    /// Of what is shown.
    #[must_use]
    pub fn of_view(shown: &Shown) -> Self {
        let edition = shown.edition();
        let words = words::words(shown.lang);
        let filters = shown.filters();
        let own = words::corpus_title(shown.lang, shown.atlas.guest.as_ref(), shown.atlas.corpus());
        let called = own.map_or_else(
            || words.title.to_owned(),
            |own| words.labelled(&words::quoted(shown.lang, own), words.title),
        );
        let title = match &edition.selection {
            None => called,
            // What could not be read has no name, and a corpus that is itself a part says how it was selected.
            Some(selection) if filters.is_empty() => {
                [&*called, " (", words.tools.selection, words.signs.colon, selection, ")"].concat()
            }
            Some(_) => [&*called, " (", &filters.join(words.signs.semicolon), ")"].concat(),
        };
        let link = shown.link(shown.query);
        let link = Some(link).filter(|_| shown.page.is_public(shown.lang));
        Self {
            text: text(shown, &title, link.as_deref()),
            csl: csl(shown, &edition, &title, link.as_deref()),
        }
    }
}

/// The site, what it shows, of which edition, and where.
fn text(shown: &Shown, title: &str, link: Option<&str>) -> String {
    let words = words::words(shown.lang);
    let cited = words.labelled(words.site, title);
    let edition = words::edition(shown.lang, shown.atlas.guest.as_ref(), shown.atlas.corpus());
    let mut text = String::new();
    for sentence in [&cited, &edition].into_iter().filter(|it| !it.is_empty()) {
        let end = if sentence.ends_with(['?', '!', '.']) { " " } else { ". " };
        text.extend([sentence, end]);
    }
    text.push_str(link.unwrap_or_default());
    text.trim_end().to_owned()
}

/// An item of CSL-JSON, in a list, as processors take it.
fn csl(shown: &Shown, edition: &Edition, title: &str, link: Option<&str>) -> String {
    let Edition { date, sha256, selection } = edition;
    let site = words::words(shown.lang).site;
    let mut item = Map::new();
    let mut put = |name: &str, value: Option<Value>| {
        item.extend(value.map(|it| (name.to_owned(), it)));
    };
    put("id", Some(file_name(edition).into()));
    put("type", Some("dataset".into()));
    put("title", Some(title.into()));
    put("author", Some(json!([{ "literal": site }])));
    put("issued", issued(date));
    put("version", Some(date).filter(|it| !it.is_empty()).map(|it| it.as_str().into()));
    put("language", Some(shown.lang.tag().into()));
    put("URL", link.map(Value::from));
    let hash = Some(["SHA-256: ", sha256].concat()).filter(|_| !sha256.is_empty());
    let selected = selection.as_ref().map(|selection| {
        let name = words::tools(shown.lang).selection;
        [name, ": ", selection].concat()
    });
    let note: Vec<String> = hash.into_iter().chain(selected).collect();
    put("note", Some(note.join("; ")).filter(|it| !it.is_empty()).map(Value::from));
    let item = Value::Array(vec![Value::Object(item)]);
    format!("{item:#}")
}

/// The day of an edition, in parts.
fn issued(date: &str) -> Option<Value> {
    let day = date.parse::<Span>().ok()?.from?;
    Some(json!({ "date-parts": [[day.year(), day.month(), day.day()]] }))
}
