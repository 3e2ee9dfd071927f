//! Links: a query as the fragment of an address, and back.
//!
//! The only place that knows what links look like. Links hold only what differs from the default,
//! since published articles never change theirs; what cannot be read is named, and the rest of the
//! link stands.

use crate::corpus::{Corpus, HashSet, Lang};
use crate::guest::{Guest, is_hash_mark};
use crate::query::{Facet, Fixed, Query, View};
use pairs::{Pair, pairs};
use setting::SETTING;
use values::read_pair;

mod asked;
mod page;
mod pairs;
mod setting;
mod values;

pub use asked::{Asked, asked};
pub use page::{Page, embedded, escaped, iframe, is_public, page_name, preview_name, single_name};
pub use setting::{Setting, Theme};

#[cfg(test)]
mod tests;

/// Between values of one key. It means nothing in an address, so it needs no escape.
const BETWEEN: char = '~';

/// What is chosen where a time is: the claims without one.
const UNDATED: &str = "undated";

/// The end of an interval that has none. The `..` of ISO 8601-2 would be cut off, with whatever stands before it, by
/// those who make links of addresses in a text.
const OPEN: &str = "open";

/// The key of the mark of the corpus that a link was made for, where that is a reader's own file. It is none of
/// [`keys`]: in a query string it may be somebody else's.
pub const OF: &str = "of";

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
    /// The mark of the reader's own corpus that it was made for, where it was.
    pub of: Option<String>,
}

/// Reads a link's fragment and query string, both without their `#` and `?`. The fragment has the
/// last word over a key that stands in both, unless the query string fixes its filters.
///
/// Unknown keys of the query string are others' and pass unnamed; those of the fragment are
/// returned with whatever else was not understood.
#[must_use]
pub fn read(fragment: &str, search: &str, corpus: &Corpus) -> Link {
    let (own, rest) = pairs(fragment);
    let (around, rest_around) = pairs(search);
    let mut read = Link::default();
    let setting = read_setting(&around, &mut read.unknown);
    let mut fixed = Fixed::default();
    for pair in around.iter().filter(|pair| is_key(&pair.key)) {
        if setting.fixed && is_filter(&pair.key) {
            let mut unknown = Vec::new();
            read_pair(pair, &mut fixed.query, &mut unknown, corpus);
            keep_unknown(&mut fixed, &unknown);
            read.unknown.append(&mut unknown);
        } else if !own.iter().any(|it| it.key == pair.key) {
            read_pair(pair, &mut read.query, &mut read.unknown, corpus);
        }
    }
    let mark = own.iter().find(|it| it.key == OF).or_else(|| mark(&around));
    read.of = mark.map(|it| it.value.clone()).filter(|it| !it.is_empty());
    for pair in own.iter().filter(|pair| !pair.is_others && pair.key != OF) {
        read_pair(pair, &mut read.query, &mut read.unknown, corpus);
    }
    // A link that is too long to be read is cut, which its reader has to know.
    let cut = rest.into_iter().chain(rest_around);
    read.unknown.extend(cut.map(|rest| UnknownPart { key: rest.to_owned(), value: None }));
    fixed.is_spoilt |= rest_around
        .is_some_and(|rest| setting.fixed || rest.to_lowercase().contains(setting::FIXED));
    let mut seen = HashSet::default();
    read.unknown.retain(|part| seen.insert(part.clone()));
    // A link to a claim leads to the view that lists it, whatever else it names.
    if let Some(id) = read.query.claim.clone() {
        match (corpus.find_claim(&id), corpus.find_withdrawn(&id)) {
            (Some(claim), _) => read.query.point_at(corpus, claim),
            (None, Some((document, _))) => {
                // One that was withdrawn is listed with its document alone.
                read.query.show(View::Documents);
                read.query.about = Some(corpus.document(document).id.clone());
                read.query.claim = Some(id);
            }
            (None, None) => {}
        }
    }
    read.fixed = (fixed.is_spoilt || !fixed.query.filters().is_empty()).then_some(fixed);
    read
}

/// How the page around has set the viewer.
fn read_setting(around: &[Pair], unknown: &mut Vec<UnknownPart>) -> Setting {
    let mut setting = Setting::default();
    for Pair { key, value, .. } in around.iter().filter(|it| SETTING.contains(&it.key.as_str())) {
        if !setting.read(key, value) {
            unknown.push(UnknownPart { key: key.clone(), value: Some(value.clone()) });
        }
    }
    setting
}

/// The query string, without its `?`, less the keys that readers set: they move to the fragment, so
/// that there is one place to change. What an editor has set or fixed stays, and so does the address of the corpus
/// where it is kept.
#[must_use]
pub fn foreign_parameters(search: &str, keeps_corpus: bool) -> String {
    let (pairs, _) = pairs(search);
    let is_fixed = read_setting(&pairs, &mut Vec::new()).fixed;
    let is_left = |key: &str| !keeps_corpus && key.eq_ignore_ascii_case(asked::CORPUS);
    let stays = |key: &str| !is_left(key) && (!is_key(key) || (is_fixed && is_filter(key)));
    let moved = mark(&pairs);
    let is_moved = |pair: &Pair| moved.is_some_and(|it| std::ptr::eq(it, pair));
    let stay = pairs.iter().filter(|it| stays(&it.key) && !is_moved(it));
    let stay = stay.map(|pair| &*pair.written);
    stay.collect::<Vec<_>>().join("&")
}

/// The mark of a corpus in a query string. Others have such a key, too: ours has the digits of a hash, or another key of
/// ours beside it.
fn mark(around: &[Pair]) -> Option<&Pair> {
    let has_ours = || around.iter().any(|it| it.key != "lang" && is_key(&it.key));
    around.iter().find(|it| it.key == OF && (is_hash_mark(&it.value) || has_ours()))
}

/// Whether an address is of the corpus that was here before, though a reader comes back to it: it lacks the mark of this
/// one, or asks for another.
#[must_use]
pub fn is_left_over(link: &Link, search: &str, guest: Option<&Guest>, keeps_corpus: bool) -> bool {
    let lacks_mark = link.of.is_none() && guest.and_then(Guest::mark).is_some();
    lacks_mark || (!keeps_corpus && asked(search).address.is_some())
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
        // Where a transfer's id begins with its two countries, another between these may be meant.
        "transfer" => {
            let mut codes = missing.split('-');
            let (from, to) = (codes.next()?, codes.next()?);
            let mut transfers = corpus.source().transfers.iter();
            let near = transfers
                .find(|it| it.from.eq_ignore_ascii_case(from) && it.to.eq_ignore_ascii_case(to))?;
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
    let span = time.map(|span| span.to_string().replace("..", OPEN));
    link.push("time", span.as_deref().into_iter().chain(undated.then_some(UNDATED)));
    link.text(text);
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

/// Writes a query as the fragment of a link that was made for a corpus, without its `#`.
#[must_use]
pub fn fragment(query: &Query, guest: Option<&Guest>) -> String {
    let mark = guest.and_then(Guest::mark).map(|it| [OF, "=", &pairs::escaped(it)].concat());
    let parts = [Some(write(query)), mark];
    parts.into_iter().flatten().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("&")
}

/// All keys that links have.
pub fn keys() -> impl Iterator<Item = &'static str> {
    let others = ["time", "q", "distrust", "view", "about", "transfer", "claim", "lang"];
    Facet::ALL.into_iter().map(Facet::id).chain(others)
}

/// The keys of what changes the list that the build has written, besides the language.
pub fn changing_keys() -> impl Iterator<Item = &'static str> {
    keys().filter(|it| *it != "lang").chain([asked::CORPUS])
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
            self.0.push_str(&pairs::escaped(value));
            between = Some(BETWEEN);
        }
    }

    /// What is searched for, which may hold any sign.
    fn text(&mut self, text: &str) {
        let text = pairs::escaped_text(text);
        if !text.is_empty() {
            let parting = if self.0.is_empty() { "" } else { "&" };
            self.0.extend([parting, "q=", &text]);
        }
    }
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
    // The first letter begins a step, and the last one taken out ends it.
    let goes_on = from.text.is_empty() == to.text.is_empty();
    if is_typed(from, to) && goes_on { Step::Replace } else { Step::Push }
}

/// Whether nothing but the text that is searched differs.
#[must_use]
pub fn is_typed(from: &Query, to: &Query) -> bool {
    from.text != to.text && *to == Query { text: to.text.clone(), ..from.clone() }
}
