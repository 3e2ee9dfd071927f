//! The filters: search, a panel of options for each facet and for time, and what is set.

use super::Shown;
use crate::query::{Count, Facet, Filter, Query};
use crate::{link, words};
use maud::{Markup, html};

/// What is folded open. It is no part of the query: no link carries it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folds {
    /// Whether the filters are shown where the page is narrow.
    pub filters: bool,
    /// The panel that is open: by the id of what it filters, or by its name at the desk, with what
    /// is set in it.
    pub panel: Option<String>,
}

/// What unfolds the filters, beside the panels.
const FILTERS: &str = "filters";

impl Folds {
    /// Opens a panel, or the filters as a whole, or closes them.
    pub fn toggle(&mut self, fold: &str) {
        if fold == FILTERS {
            self.filters = !self.filters;
        } else {
            let was_open = self.is_open(fold);
            self.panel = (!was_open).then(|| fold.to_owned());
        }
    }

    /// The panel that is open, without what is set in it.
    #[must_use]
    pub fn open(&self) -> Option<&str> {
        self.panel.as_deref().and_then(|panel| panel.split('?').next())
    }

    /// Whether a panel is open.
    #[must_use]
    pub fn is_open(&self, panel: &str) -> bool {
        self.open() == Some(panel)
    }
}

/// Search, and the filters. On a narrow page they fold behind one button.
#[must_use]
pub fn filters(shown: &Shown) -> String {
    let words = shown.words();
    let set = shown.query.filters().len();
    html! {
        search aria-label=(words.filters) {
            input type="search" data-search="" aria-label=(words.search) autocomplete="off"
                placeholder=(words.search_hint) value=(shown.query.text);
            button.unfold type="button" data-fold=(FILTERS) aria-controls="facets"
                aria-expanded=(shown.folds.filters) { (words.filter) (badge(set)) }
            div #facets.facets.unfolded[shown.folds.filters] {
                @for facet in Facet::ALL {
                    @let set = shown.query.chosen.of(facet).len();
                    (panel(shown, facet.id(), words::facet(shown.lang, facet), set, |shown| options(shown, facet)))
                }
                @let set = usize::from(shown.query.time.is_some()) + usize::from(shown.query.undated);
                (panel(shown, "time", words.time, set, time))
            }
        }
    }
    .into_string()
}

fn badge(set: usize) -> Markup {
    html! { @if set > 0 { " " span.chosen { (set) } } }
}

/// A button that opens a panel below it; one is open at a time.
fn panel(
    shown: &Shown,
    id: &str,
    name: &str,
    set: usize,
    content: impl Fn(&Shown) -> Markup,
) -> Markup {
    let is_open = shown.folds.is_open(id);
    html! {
        div.facet data-panel="" {
            button type="button" id={ "open-" (id) } data-fold=(id) aria-expanded=(is_open)
                aria-controls={ "panel-" (id) } { (name) (badge(set)) }
            // Focusable, so that a click on its ground does not count as leaving.
            div.panel id={ "panel-" (id) } tabindex="-1" role="group" aria-label=(name) hidden[!is_open] {
                @if is_open { (content(shown)) }
            }
        }
    }
}

/// A facet's options, each with the count that choosing it would give.
fn options(shown: &Shown, facet: Facet) -> Markup {
    html! {
        @for count in shown.overview.counts.of(facet) {
            @let name = words::value(shown.corpus(), shown.countries, shown.lang, facet, &count.id);
            (option(shown, &name, count, |query| query.toggle(facet, &count.id)))
        }
    }
}

fn option(shown: &Shown, name: &str, count: &Count, choose: impl Fn(&mut Query)) -> Markup {
    html! {
        label.option.none[count.count == 0] {
            input type="checkbox" checked[count.chosen] data-to=(shown.link(choose));
            span { (name) }
            span.count { (words::number(shown.lang, count.count)) }
        }
    }
}

/// The time filter: years to choose from, what has no date, and an interval to type.
fn time(shown: &Shown) -> Markup {
    let words = shown.words();
    let span = shown.query.time.unwrap_or_default();
    let ends = [("from", words.from, span.from), ("to", words.to, span.to)];
    html! {
        @for year in &shown.overview.counts.years {
            (option(shown, &year.id, year, |query| {
                query.time = if year.chosen { None } else { year.id.parse().ok() };
            }))
        }
        (option(shown, words.undated_claims, &shown.overview.counts.undated, |query| {
            query.undated = !query.undated;
        }))
        div.interval {
            @for (end, name, day) in ends {
                label {
                    span { (name) }
                    input type="date" data-end=(end)
                        value=(day.map(|day| day.to_string()).unwrap_or_default());
                }
            }
        }
        p.hint { (words.time_note) }
    }
}

/// What a filter is called.
pub(super) fn name(shown: &Shown, filter: &Filter) -> String {
    words::filter(shown.corpus(), shown.countries, shown.lang, shown.query, filter)
}

/// The filters that are set, each removable, and all of them at once; those that the page around
/// the viewer has fixed are only named.
#[must_use]
pub fn chips(shown: &Shown) -> String {
    let words = shown.words();
    let filters = shown.query.filters();
    let fixed = shown.index.fixed();
    let held = fixed.filters();
    if filters.is_empty() && held.is_empty() {
        return String::new();
    }
    html! {
        ul aria-label=(words.set_filters) {
            @for filter in held {
                @let name = words::filter(shown.corpus(), shown.countries, shown.lang, fixed, &filter);
                li.fixed { (words.fixed) ": " (name) }
            }
            @for filter in &filters {
                @let name = name(shown, filter);
                li.doubt[matches!(filter, Filter::Distrust(_))] {
                    button.chip type="button" aria-label={ (words.remove) ": " (name) }
                        data-to=(link::write(&shown.query.without(filter))) {
                        span { (name) } " " span aria-hidden="true" { "×" }
                    }
                }
            }
        }
        @if !filters.is_empty() { (clear(shown)) }
        @if !shown.query.distrust.is_empty() { p.falling { (falling(shown)) } }
    }
    .into_string()
}

/// What falls with those who are not believed.
fn falling(shown: &Shown) -> String {
    let (claims, transfers) = shown.index.falling(&shown.overview.selection.discounted);
    words::falling(shown.lang, claims, transfers)
}

pub(super) fn clear(shown: &Shown) -> Markup {
    html! {
        button.clear type="button" data-to=(link::write(&shown.query.cleared())) {
            (shown.words().clear_all)
        }
    }
}
