//! Every text of the interface, in every language.
//!
//! The texts themselves stand in `locales/`, a file a language, and are the fields and methods of [`Words`]. Here they
//! are chosen by what the corpus holds, and put together. Only the names of countries come from elsewhere: a browser
//! knows them.

mod attributed;
mod comparison;
mod evidence;
mod guest;
mod markdown;
mod number;
mod page;
mod sentence;
mod table;
mod tools;
mod views;

pub use crate::locale::number;
pub use crate::terms::{kind, status};
pub use attributed::{Attributed, country_after_to};
pub use comparison::{
    all_from, appeared_exactly, comes_down, disagreements, group, hollow_note, is_hollow,
    names_no_source, no_origin_left, not_counted, on_scale, part, question, through,
};
pub use evidence::{gap, origin_kind, who};
pub use guest::{corpus_title, from_corpus, guest, limits, place, refusal, so_far};
pub use markdown::markdown;
pub use number::{day, day_of_month, month, short_month};
pub use page::{
    Dated, Emphasis, claims, date, dated, documents, edition, edition_day, elsewhere,
    first_sentence, found, kept, reported, said_of_tile, show_more, show_results, sign_between,
    status_means, without,
};
pub use sentence::{
    agreement, appeared, appeared_in_short, backing, by_origins, chain, difference, falling,
    loosened, nothing, origins, quoted, results, route, scope, sign, signed_difference, span,
    subject, summary, transfers, unknown_part,
};
pub use table::{Signs, Words, words};
pub use tools::{ToolsWords, file_holds, paragraphs_found, taken_along, tools};
pub use views::{
    denies_so_many, document_language, hollow_for, is_left, moment, names, not_drawn, silent_on,
    so_many_transfers, tick, uncounted_for, unknown_subject, what_falls, what_it_is,
    what_it_stands_for,
};

use crate::corpus::{Corpus, CountryNames, Lang, Stance, is_leftward, is_unruly_in_pieces};
use crate::query::{Facet, Filter, Query, View};

#[cfg(test)]
mod tests;

/// So many names are told one after the other; what is longer ends with how many more there are.
pub const NAMED: usize = 8;

/// Names one after the other with something between them, the first of them and how many more there are: each kept apart.
#[must_use]
pub fn first_names<T: AsRef<str>>(lang: Lang, names: &[T], between: &str) -> String {
    let (shown, rest) = names.split_at(names.len().min(NAMED));
    let mut parts: Vec<String> = shown.iter().map(|it| apart(lang, it.as_ref())).collect();
    parts.extend((!rest.is_empty()).then(|| words(lang).and_others(rest.len())));
    parts.join(between)
}

/// A name, or another text that is not the interface's, within one that is: where either is written from right to left it
/// is kept apart, so that its letters turn nothing around them. Whatever fills in a text or joins names does so by this:
/// no text in `locales/` has such signs.
#[must_use]
pub fn apart(lang: Lang, name: &str) -> String {
    if lang.is_right_to_left() || name.contains(is_leftward) {
        format!("\u{2068}{name}\u{2069}")
    } else {
        name.to_owned()
    }
}

/// What nobody has checked, as what a reader has typed, kept apart and without signs that turn others.
#[must_use]
pub fn isolated(lang: Lang, text: &str) -> String {
    apart(lang, &text.replace(is_unruly_in_pieces, ""))
}

/// The word for a stance; nothing for the plain one.
#[must_use]
pub fn stance(lang: Lang, stance: Stance) -> Option<&'static str> {
    let names = &words(lang).stance_names;
    match stance {
        Stance::Asserts => None,
        Stance::Denies => Some(names.denies),
        Stance::DeclinesComment => Some(names.declines_comment),
        Stance::LeavesOpen => Some(names.leaves_open),
    }
}

/// The name of a view.
#[must_use]
pub fn view(lang: Lang, view: View) -> &'static str {
    let names = &words(lang).view_names;
    match view {
        View::Transfers => names.transfers,
        View::Context => names.context,
        View::Documents => names.documents,
        View::Disputed => names.disputed,
        View::Origins => names.origins,
        View::Timeline => names.timeline,
    }
}

/// What a filter of a query is called.
#[must_use]
pub fn filter(
    corpus: &Corpus,
    countries: &CountryNames,
    lang: Lang,
    query: &Query,
    filter: &Filter,
) -> String {
    let words = words(lang);
    match filter {
        Filter::Facet(facet) => facet.name(lang).to_owned(),
        Filter::Value(facet, id) => {
            let value = facet.value_name(corpus, countries, lang, id);
            words.labelled(facet.name(lang), &apart(lang, &value))
        }
        Filter::Time => {
            words.labelled(words.time, &span(lang, query.time.expect("a filter is set")))
        }
        Filter::Undated => words.labelled(words.time, words.undated_claims),
        Filter::Distrust(id) => {
            let value = Facet::Origin.value_name(corpus, countries, lang, id);
            words.labelled(words.disbelieved, &apart(lang, &value))
        }
        Filter::Text => words.labelled(words.search, &isolated(lang, query.text.trim())),
    }
}

/// The language's own name.
#[must_use]
pub fn language(lang: Lang) -> &'static str {
    words(lang).locale.name
}
