//! The title, the sentence made from the data, and the language switch.

use super::Shown;
use crate::corpus::Lang;
use crate::{evidence, words};
use maud::html;

/// The title and one sentence made from the data.
#[must_use]
pub fn masthead(shown: &Shown) -> String {
    let words = shown.words();
    let figures = evidence::summary(
        shown.corpus(),
        &evidence::Findings::new(shown.trust()),
        &shown.overview.selection.transfers,
    );
    html! {
        header {
            p.site { (words.site) }
            h1 { (words.title) }
            p.summary { (words::summary(shown.lang, &figures)) }
            p.caveat { (words.caveat) }
        }
    }
    .into_string()
}

/// A button for each language.
#[must_use]
pub fn languages(shown: &Shown) -> String {
    html! {
        div role="group" aria-label=(shown.words().language) {
            @for lang in Lang::ALL {
                button type="button" lang=(lang.tag()) aria-pressed=(lang == shown.lang)
                    data-to=(shown.link(|query| query.lang = Some(lang))) {
                    (words::language(lang))
                }
            }
        }
    }
    .into_string()
}
