//! Links: a query as the fragment of an address, and back.
//!
//! The only place that knows what links look like. Links hold only what differs from the default,
//! since published articles never change theirs; what cannot be read is named, and the rest of the
//! link stands.

use crate::corpus::{Corpus, Lang, Span};
use crate::query::{Facet, Fixed, Ids, Query, View};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use setting::{FIXED, SETTING};

mod page;
mod setting;

pub use page::{Page, embedded, escaped, iframe, is_public, page_name, single_name};
pub use setting::{Setting, Theme};

#[cfg(test)]
mod tests;

/// Between values of one key. It means nothing in an address, so it needs no escape.
const BETWEEN: char = '~';

/// What stands in a link as it is. Everything else is escaped, `+` and `~` among it.
const ESCAPED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'/').remove(b',').remove(b':');

const UNDATED: &str = "undated";

/// A part of a link that was not understood. The page says so.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownPart {
    /// The key, as it stands in the link.
    pub key: String,
    /// The value that means nothing there; nothing where the key itself means nothing.
    pub value: Option<String>,
}

/// A link, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// What a reader has set.
    pub query: Query,
    /// What the page around the viewer holds it to, where it does: nothing else is listed.
    pub fixed: Option<Fixed>,
    /// What was not understood.
    pub unknown: Vec<UnknownPart>,
}

/// Reads a link's fragment and query string, both without their `#` and `?`. The fragment has the
/// last word over a key that stands in both, unless the query string fixes its filters.
///
/// Unknown keys of the query string are others' and pass unnamed; those of the fragment are
/// returned with whatever else was not understood.
#[must_use]
pub fn read(fragment: &str, search: &str, corpus: &Corpus) -> Link {
    let mut link = Link::default();
    let own: Vec<(String, &str)> = pairs(fragment).collect();
    let mut setting = Setting::default();
    for (key, value) in pairs(search).filter(|(key, _)| SETTING.contains(&key.as_str())) {
        if !setting.read(&key, value) {
            link.unknown.push(UnknownPart { key, value: Some(value.to_owned()) });
        }
    }
    let mut fixed = Fixed::default();
    for (key, value) in pairs(search).filter(|(key, _)| is_key(key)) {
        if setting.fixed && is_filter(&key) {
            let known = link.unknown.len();
            read_pair(&key, value, &mut fixed.query, &mut link.unknown, corpus);
            keep_unknown(&mut fixed, link.unknown.get(known..).expect("none is taken out"));
        } else if !own.iter().any(|(it, _)| *it == key) {
            read_pair(&key, value, &mut link.query, &mut link.unknown, corpus);
        }
    }
    for (key, value) in own {
        read_pair(&key, value, &mut link.query, &mut link.unknown, corpus);
    }
    // A link to a claim leads to the view that lists it, whatever else it names.
    if let Some(id) = link.query.claim.clone() {
        match (corpus.find_claim(&id), corpus.find_withdrawn(&id)) {
            (Some(claim), _) => link.query.point_at(corpus, claim),
            (None, Some((document, _))) => {
                // One that was withdrawn is listed with its document alone.
                link.query.show(View::Documents);
                link.query.about = Some(corpus.document(document).id.clone());
                link.query.claim = Some(id);
            }
            (None, None) => {}
        }
    }
    link.fixed = (fixed.is_spoilt || !fixed.query.filters().is_empty()).then_some(fixed);
    link
}

/// The query string, without its `?`, less the keys that readers set: they move to the fragment, so
/// that there is one place to change. What an editor has set or fixed stays.
#[must_use]
pub fn foreign_parameters(search: &str) -> String {
    let keys = || pairs(search).map(|(key, _)| key);
    let is_fixed = pairs(search).any(|(key, value)| key == FIXED && value.is_empty());
    let stays = |key: &str| !is_key(key) || (is_fixed && is_filter(key));
    let pairs = search.split('&').filter(|pair| !pair.is_empty());
    pairs
        .zip(keys())
        .filter(|(_, key)| stays(key))
        .map(|(pair, _)| pair)
        .collect::<Vec<_>>()
        .join("&")
}

/// Holds what is fixed to values that are not known, too: one beside known ones selects nothing more, and one
/// alone nothing.
fn keep_unknown(fixed: &mut Fixed, unknown: &[UnknownPart]) {
    for UnknownPart { key, value } in unknown {
        let facet = Facet::of_id(key);
        match (facet, value) {
            (Some(facet), Some(value)) => {
                fixed.query.chosen.of_mut(facet).insert(value);
            }
            _ => fixed.is_spoilt = true,
        }
    }
}

/// Whether a key's values narrow what is shown.
fn is_filter(key: &str) -> bool {
    key == "time" || key == "q" || Facet::of_id(key).is_some()
}

/// The claim or the transfer that is nearest to one that a link names and that is no longer there,
/// as a query that leads to it.
#[must_use]
pub fn nearest(corpus: &Corpus, unknown: &UnknownPart) -> Option<Query> {
    let missing = unknown.value.as_deref()?;
    let mut query = Query::default();
    match unknown.key.as_str() {
        // Claims are numbered through their document.
        "claim" => {
            let (document, number) = numbered(missing)?;
            let distance =
                |id: &str| Some(numbered(id).filter(|it| it.0 == document)?.1.abs_diff(number));
            let claims = corpus.claims().map(|(_, claim)| &claim.id);
            let near = claims.filter_map(|id| Some((distance(id)?, id))).min()?;
            query.point_at(corpus, corpus.find_claim(near.1)?);
        }
        // A transfer's id begins with its two countries.
        "transfer" => {
            let sides = missing.get(..8)?;
            let near = corpus.source().transfers.iter().find(|it| it.id.starts_with(sides))?;
            query.open.insert(&near.id);
        }
        _ => return None,
    }
    Some(query)
}

/// The document and the number in a claim's id.
fn numbered(claim: &str) -> Option<(&str, u32)> {
    let (document, number) = claim.rsplit_once('-')?;
    Some((document, number.parse().ok()?))
}

/// Writes a query as a fragment, without its `#`.
#[must_use]
pub fn write(query: &Query) -> String {
    // Taken apart, so that a new field cannot be forgotten.
    let Query { chosen, time, undated, text, distrust, view, about, open, claim, lang } = query;
    let mut link = Written::default();
    for facet in Facet::ALL {
        link.push(facet.id(), chosen.of(facet).iter());
    }
    let span = time.map(|span| span.to_string());
    link.push("time", span.as_deref().into_iter().chain(undated.then_some(UNDATED)));
    link.push("q", Some(text.as_str()).filter(|text| !text.is_empty()));
    link.push("distrust", distrust.iter());
    // A claim has the view that lists it.
    let is_view_told = *view != View::default() && claim.is_none();
    link.push("view", is_view_told.then_some(view.id()));
    link.push("about", about.as_deref());
    link.push("transfer", open.iter());
    link.push("claim", claim.as_deref());
    link.push("lang", lang.map(Lang::tag));
    link.0
}

/// All keys that links have.
pub fn keys() -> impl Iterator<Item = &'static str> {
    let others = ["time", "q", "distrust", "view", "about", "transfer", "claim", "lang"];
    Facet::ALL.into_iter().map(Facet::id).chain(others)
}

fn is_key(key: &str) -> bool {
    keys().any(|it| it == key)
}

#[derive(Default)]
struct Written(String);

impl Written {
    fn push<'a>(&mut self, key: &str, values: impl IntoIterator<Item = &'a str>) {
        let mut between = None;
        for value in values {
            if let Some(between) = between {
                self.0.push(between);
            } else {
                if !self.0.is_empty() {
                    self.0.push('&');
                }
                self.0.push_str(key);
                self.0.push('=');
            }
            self.0.extend(utf8_percent_encode(value, ESCAPED));
            between = Some(BETWEEN);
        }
    }
}

/// The keys, decoded, with their values as they stand.
fn pairs(text: &str) -> impl Iterator<Item = (String, &str)> {
    text.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(key).unwrap_or_else(|| key.to_owned()), value)
    })
}

/// A text without its escapes; nothing where they are no UTF-8. Forms write a space as `+`.
fn decode(text: &str) -> Option<String> {
    let spaced = text.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}

fn read_pair(
    key: &str,
    value: &str,
    query: &mut Query,
    unknown: &mut Vec<UnknownPart>,
    corpus: &Corpus,
) {
    if !is_key(key) {
        unknown.push(UnknownPart { key: key.to_owned(), value: None });
        return;
    }
    // What is searched for may hold the sign that stands between values.
    let parts: Vec<&str> = if key == "q" { vec![value] } else { value.split(BETWEEN).collect() };
    for part in parts {
        let understood = decode(part).is_some_and(|part| read_value(key, &part, query, corpus));
        if !understood {
            let part = decode(part).unwrap_or_else(|| part.to_owned());
            unknown.push(UnknownPart { key: key.to_owned(), value: Some(part) });
        }
    }
}

/// Takes one value into the query, or says that it means nothing.
fn read_value(key: &str, value: &str, query: &mut Query, corpus: &Corpus) -> bool {
    if let Some(facet) = Facet::of_id(key) {
        return take(facet.has(corpus, value), value, query.chosen.of_mut(facet));
    }
    match key {
        "time" if value == UNDATED => {
            query.undated = true;
            true
        }
        "time" => {
            let span =
                value.parse().ok().filter(|span: &Span| !span.is_open() && !span.is_backwards());
            set(&mut query.time, span)
        }
        "q" => {
            value.clone_into(&mut query.text);
            true
        }
        "distrust" => take(Facet::Origin.has(corpus, value), value, &mut query.distrust),
        "about" => {
            let mut known = [Facet::Origin, Facet::Document].into_iter();
            let is_known = known.any(|facet| facet.has(corpus, value));
            set(&mut query.about, is_known.then(|| value.to_owned()))
        }
        "view" => {
            let view = View::ALL.into_iter().find(|view| view.id() == value);
            query.view = view.unwrap_or(query.view);
            view.is_some()
        }
        "transfer" => take(corpus.find_transfer(value).is_some(), value, &mut query.open),
        "claim" => {
            let known =
                corpus.find_claim(value).is_some() || corpus.find_withdrawn(value).is_some();
            set(&mut query.claim, known.then(|| value.to_owned()))
        }
        "lang" => set(&mut query.lang, Lang::ALL.into_iter().find(|lang| lang.tag() == value)),
        _ => false,
    }
}

fn take(known: bool, value: &str, values: &mut Ids) -> bool {
    if known {
        values.insert(value);
    }
    known
}

fn set<T>(field: &mut Option<T>, value: Option<T>) -> bool {
    let known = value.is_some();
    if known {
        *field = value;
    }
    known
}

/// How a changed query is entered in the browser's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing changed.
    None,
    /// The entry is overwritten: what is typed letter by letter is one step.
    Replace,
    /// A new entry, to which *back* leads.
    Push,
}

/// How the step from one query to the next is entered.
#[must_use]
pub fn step(from: &Query, to: &Query) -> Step {
    if from == to {
        return Step::None;
    }
    let typed = Query { text: to.text.clone(), ..from.clone() };
    // The first letter begins a step, and the last one taken out ends it.
    let goes_on = from.text.is_empty() == to.text.is_empty();
    if typed == *to && goes_on { Step::Replace } else { Step::Push }
}
