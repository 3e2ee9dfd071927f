//! What the query finds: a tab for each view, the list that is chosen, and what to do where it is
//! empty.

use super::filters::{clear, name};
use super::{Shown, claims, context, desk, map, transfer};
use crate::evidence::Differences;
use crate::query::{Query, View};
use crate::{share, words};
use maud::{Markup, html};

/// The map and the list, beside each other where there is room.
#[must_use]
pub fn columns(shown: &Shown) -> String {
    html! { main { (map(shown)) (results(shown)) } }.into_string()
}

/// A tab for each view, and the view that is chosen.
pub(super) fn results(shown: &Shown) -> Markup {
    let (lang, found) = (shown.lang, &shown.selection.found);
    let view = shown.query.view;
    html! {
        section #list.results tabindex="-1" aria-labelledby="results-title" {
            h2 #results-title.unseen { (words::view(lang, view)) }
            div.views role="group" aria-label=(shown.words().views) {
                @for it in View::ALL {
                    button type="button" aria-pressed=(it == view && shown.query.about.is_none())
                        data-to=(shown.link(|query| {
                            (query.view, query.about, query.claim) = (it, None, None);
                        })) {
                        (words::view(lang, it)) " "
                        span.count { (words::number(shown.lang, found.count(it))) }
                    }
                }
            }
            (outside(shown))
            @let is_at_desk = shown.query.is_at_desk();
            @if is_at_desk && (shown.query.about.is_some() || !found.claims.is_clear()) {
                div #listed.listed { (desk::made(shown, shown.listed)) }
            } @else if found.count(view) == 0 {
                div.nothing { (nothing(shown)) }
            } @else {
                @match view {
                    View::Context => (context(shown)),
                    _ => ol.transfers {
                        @for &it in &found.transfers { (transfer(shown, it)) }
                    },
                }
            }
        }
    }
}

/// The claim that is pointed at, with its transfer, where the filters would leave it out.
fn outside(shown: &Shown) -> Markup {
    let found = &shown.selection.found;
    let left_out = |claim: &usize| !found.claims.contains(*claim) && shown.index.includes(*claim);
    let pointed = shown.pointed.filter(left_out);
    let transfer_of = pointed.and_then(|claim| shown.corpus().transfer_of(claim));
    html! {
        @match (pointed, transfer_of) {
            (Some(_), Some(it)) if !found.transfers.contains(&it) => ol.transfers { (transfer(shown, it)) },
            (Some(claim), None) => div.group { (claims(shown, &[claim], &Differences::default())) },
            _ => {},
        }
    }
}

/// That nothing was found, which filter to loosen, and what the other views hold.
fn nothing(shown: &Shown) -> Markup {
    let (lang, words, query) = (shown.lang, shown.words(), shown.query);
    let found = &shown.selection.found;
    let elsewhere = View::ALL.into_iter().filter(|it| *it != query.view && found.count(*it) > 0);
    html! {
        p { (words.nothing_found) " " (words.nothing_means) }
        ul {
            @for (filter, count) in shown.index.loosening(query) {
                li {
                    button type="button" data-to=(share::write(&query.without(&filter))) {
                        (words::loosened(lang, &name(shown, &filter), query.view, count))
                    }
                }
            }
            @for view in elsewhere {
                li {
                    button type="button" data-to=(share::write(&Query { view, ..query.clone() })) {
                        (words.elsewhere) " " (words::view(lang, view)) ": "
                        (words::results(lang, view, found.count(view)))
                    }
                }
            }
        }
        (clear(shown))
    }
}

/// How many results there are, or what has just been copied, for those who only hear the page.
#[must_use]
pub fn status_line(shown: &Shown) -> String {
    let view = shown.query.view;
    let results = words::results(shown.lang, view, shown.selection.found.count(view));
    let said = match shown.copied {
        Some(true) => shown.words().copied,
        Some(false) => shown.words().not_copied,
        None => &results,
    };
    html! { p role="status" { (said) } }.into_string()
}
