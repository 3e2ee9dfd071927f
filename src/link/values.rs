//! The values of a link's keys: ids of the corpus, times, a view, a language, words.

use super::pairs::Pair;
use super::{BETWEEN, OPEN, UNDATED, UnknownPart, is_key};
use crate::corpus::{Corpus, Lang, Span};
use crate::query::{Facet, Ids, MOST_TEXT, Query, View, known_as};

/// More values than fit into a link one beside the other, where each means something.
const MOST_VALUES: usize = 1_000;

/// Takes what stands at a key into the query, and adds what means nothing there to what is unknown.
pub(super) fn read_pair(
    pair: &Pair,
    query: &mut Query,
    unknown: &mut Vec<UnknownPart>,
    corpus: &Corpus,
) {
    let Pair { key, value, .. } = pair;
    if !is_key(key) {
        return unknown.push(UnknownPart { key: key.clone(), value: None });
    }
    let mut name = |part: &str| {
        unknown.push(UnknownPart { key: key.clone(), value: Some(part.to_owned()) });
    };
    if key == "q" {
        let end = value.char_indices().nth(MOST_TEXT).map_or(value.len(), |(at, _)| at);
        let (text, rest) = value.split_at(end);
        text.clone_into(&mut query.text);
        if !rest.is_empty() {
            name(rest);
        }
        return;
    }
    let parts = value.splitn(MOST_VALUES + 1, [BETWEEN, ',', ';', '|']);
    for (at, part) in parts.map(str::trim).enumerate() {
        if at == MOST_VALUES {
            return name(part);
        }
        if read_value(key, part, query, corpus) {
            continue;
        }
        // A blank may have stood between values; else what is unknown is named as it stands.
        let (known, others): (Vec<&str>, Vec<&str>) =
            part.split_whitespace().partition(|word| read_value(key, word, query, corpus));
        if known.is_empty() {
            name(part);
        } else {
            others.into_iter().for_each(&mut name);
        }
    }
}

/// Takes one value into the query, or says that it means nothing.
fn read_value(key: &str, value: &str, query: &mut Query, corpus: &Corpus) -> bool {
    // Ids begin and end with a letter or a digit: what stands around was put there.
    let id = trimmed(value);
    if let Some(facet) = Facet::of_id(key) {
        return take(facet.find(corpus, id), query.chosen.of_mut(facet));
    }
    match key {
        "time" if id.eq_ignore_ascii_case(UNDATED) => {
            query.undated = true;
            true
        }
        "time" => set(&mut query.time, span(value)),
        "distrust" => take(Facet::Origin.find(corpus, id), &mut query.distrust),
        "about" => {
            let known =
                [Facet::Origin, Facet::Document].into_iter().find_map(|it| it.find(corpus, id));
            set(&mut query.about, known)
        }
        "view" => {
            let view = View::ALL.into_iter().find(|view| view.id().eq_ignore_ascii_case(id));
            query.view = view.unwrap_or(query.view);
            view.is_some()
        }
        "transfer" if corpus.find_transfer(id).is_some() => {
            take(Some(id.to_owned()), &mut query.open)
        }
        "claim" if corpus.find_claim(id).is_some() => set(&mut query.claim, Some(id.to_owned())),
        "transfer" => {
            let ids: Vec<&str> = corpus.source().transfers.iter().map(|it| &*it.id).collect();
            take(known_as(&ids, id), &mut query.open)
        }
        "claim" => {
            let withdrawn = corpus.withdrawn().map(|(_, it)| &*it.claim.id);
            let ids: Vec<&str> = corpus.claims().map(|(_, it)| &*it.id).chain(withdrawn).collect();
            set(&mut query.claim, known_as(&ids, id))
        }
        "lang" => set(&mut query.lang, language(id)),
        _ => false,
    }
}

/// A value without the signs around it.
fn trimmed(value: &str) -> &str {
    value.trim_matches(|it: char| !it.is_alphanumeric())
}

/// An interval, whose open end may be written in both ways.
fn span(written: &str) -> Option<Span> {
    let end = |end: &str| match trimmed(end) {
        "" => "..".to_owned(),
        it if it.eq_ignore_ascii_case(OPEN) => "..".to_owned(),
        it => it.to_owned(),
    };
    let is_around = |it: char| !it.is_alphanumeric() && !matches!(it, '.' | '/');
    let written = written.trim_matches(is_around);
    // Without the `..` of an open end, which some programs cut off, it would be a day.
    if written.ends_with('/') {
        return None;
    }
    let span = match written.split_once('/') {
        Some((from, to)) => [end(from), end(to)].join("/"),
        None => trimmed(written).to_owned(),
    };
    span.parse().ok().filter(|span: &Span| !span.is_open() && !span.is_backwards())
}

/// A language, whatever its region.
fn language(tag: &str) -> Option<Lang> {
    let language = tag.split(['-', '_']).next()?;
    Lang::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(language))
}

fn take(known: Option<String>, values: &mut Ids) -> bool {
    known.map(|id| values.insert(&id)).is_some()
}

/// Of several values where one is meant the first holds.
fn set<T: PartialEq>(field: &mut Option<T>, value: Option<T>) -> bool {
    let holds = value.is_some() && (field.is_none() || *field == value);
    if holds {
        *field = value;
    }
    holds
}
