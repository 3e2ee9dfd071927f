//! The filters: search, and a panel of options for each facet and for time.
//!
//! Where there is room each facet has a button in one line; where there is not, one button unfolds a sheet of them.

use super::glyph::icon;
use super::keyed::{Item, keyed, text};
use super::more::{Room, more};
use super::{Panel, State};
use crate::corpus::Span;
use crate::query::{Count, Facet, MOST_TEXT, Query, is_called, listed};
use crate::words;
use leptos::prelude::*;

/// The facets that have a panel. The ladder of statuses is a filter itself.
fn offered() -> impl Iterator<Item = Facet> {
    Facet::ALL.into_iter().filter(|it| *it != Facet::Status)
}

/// Search, and the filters.
#[component]
pub fn Filters(state: State) -> impl IntoView {
    let words = state.words();
    let text_now = move || state.query.with(|query| query.text.clone());
    let is_unfolded = move || state.panel.with(|panel| panel.as_ref().is_some_and(is_of_filters));
    let unfold = move |_| {
        let is_unfolded = state.panel.with_untracked(|it| it.as_ref().is_some_and(is_of_filters));
        state.panel.set((!is_unfolded).then_some(Panel::Filters));
    };
    view! {
        <search class="filters" aria-label=words.filters>
            <div class="filterline">
                <div class="search">
                    {icon("find")}
                    <input
                        type="search"
                        id="search"
                        autocomplete="off"
                        maxlength=MOST_TEXT
                        aria-label=words.search
                        aria-keyshortcuts=move || state.shortcuts.get().then_some("/")
                        placeholder=words.search_hint
                        prop:value=text_now
                        on:input:target=move |event| {
                            let text = event.target().value();
                            state.change(|query| query.text = text);
                        }
                    />
                </div>
                <button type="button" id=Panel::Filters.opener() class="unfold" aria-expanded=move || truth(is_unfolded()) on:click=unfold>
                    {icon("filter")}
                    {words.filter}
                    {badge(move || state.query.with(|query| query.filters().len()))}
                </button>
                <div class="facets">
                    {offered().map(|facet| opener(state, Panel::Facet(facet), facet.name(state.lang))).collect_view()}
                    {opener(state, Panel::Time, words.time)}
                </div>
                <p class="hits">{text(move || hits(state))}</p>
            </div>
            <Show when=is_unfolded>
                <Sheet state />
            </Show>
        </search>
    }
}

/// Whether a panel is one of the filters'.
fn is_of_filters(panel: &Panel) -> bool {
    matches!(panel, Panel::Facet(_) | Panel::Time | Panel::Filters)
}

/// How much the view lists.
pub(super) fn hits(state: State) -> String {
    let view = state.query.with(|query| query.view);
    words::results(state.lang, view, state.overview.with(|it| it.selection.count(view)))
}

/// How much is set, where something is.
fn badge(set: impl Fn() -> usize + Send + Sync + 'static) -> AnyView {
    keyed(move || {
        let set = set();
        let item = Item::new(set, move || view! { <span class="badge">" " {set}</span> });
        (set > 0).then_some(item).into_iter().collect()
    })
}

/// How many values of a panel's filter are set.
fn set_in(panel: &Panel, query: &Query) -> usize {
    match panel {
        Panel::Facet(facet) => query.chosen.of(*facet).len(),
        Panel::Time => usize::from(query.time.is_some()) + usize::from(query.undated),
        _ => 0,
    }
}

/// The button that unfolds a panel, in the one line.
fn opener(state: State, panel: Panel, name: &'static str) -> AnyView {
    let (of, opened) = (panel.clone(), panel.clone());
    let set = move || state.query.with(|query| set_in(&of, query));
    let is_open = move || truth(state.is_open(&opened));
    view! {
        <button
            type="button"
            id=panel.opener()
            aria-expanded=is_open
            on:click=move |_| state.toggle(&panel)
        >
            {name}
            {badge(set)}
            {icon("down")}
        </button>
    }
    .into_any()
}

/// All that can be set, a row a facet; the row that is chosen shows its options.
#[component]
fn Sheet(state: State) -> impl IntoView {
    let words = state.words();
    let clear = move |_| state.change(|query| *query = query.cleared());
    view! {
        <div class="sheet">
            {offered()
                .map(|facet| {
                    row(state, Panel::Facet(facet), facet.name(state.lang), move || options(state, facet))
                })
                .collect_view()}
            {row(state, Panel::Time, words.time, move || time(state))}
            <div class="end">
                <button type="button" on:click=clear>{words.clear_all}</button>
                <button type="button" class="go" on:click=move |_| state.panel.set(None)>
                    {text(move || words::show_results(state.lang, &hits(state)))}
                </button>
            </div>
        </div>
    }
}

/// A row of the sheet: what is set in it, and its options once it is chosen.
fn row(
    state: State,
    panel: Panel,
    name: &'static str,
    options: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let (shown, pressed, of) = (panel.clone(), panel.clone(), panel.clone());
    let is_open = move || state.is_open(&shown);
    let toggle = move |_| {
        let is_open = state.panel.with_untracked(|it| it.as_ref() == Some(&panel));
        state.panel.set(Some(if is_open { Panel::Filters } else { panel.clone() }));
    };
    view! {
        <button type="button" class="row" aria-expanded=move || truth(state.is_open(&pressed)) on:click=toggle>
            <span>{name}</span>
            <span>{badge(move || state.query.with(|query| set_in(&of, query)))}{icon("down")}</span>
        </button>
        <Show when=is_open>
            <div class="options" role="group" aria-label=name>{options()}</div>
        </Show>
    }
    .into_any()
}

/// Of more options than this a reader asks for more, or finds one by its name.
const OPTIONS: usize = 60;

/// A facet's options, each with the count that choosing it would give.
fn options(state: State, facet: Facet) -> AnyView {
    let sought = RwSignal::new(String::new());
    let is_long =
        state.overview.with_untracked(|it| it.counts(&state.atlas().index, facet).len() > OPTIONS);
    let room = Memo::new(move |_| {
        sought.track();
        Room::new(OPTIONS)
    });
    let list = keyed(move || {
        let atlas = state.atlas();
        let option = |count: &Count| {
            let name = facet.value_name(atlas.corpus(), &atlas.countries, state.lang, &count.id);
            let (has, toggled) = (count.id.clone(), count.id.clone());
            option(
                state,
                name,
                count,
                move |query| query.has(facet, &has),
                move |query| query.toggle(facet, &toggled),
            )
        };
        let sought = sought.get();
        let name = |id: &str| facet.value_name(atlas.corpus(), &atlas.countries, state.lang, id);
        let is_sought = |id: &str| sought.is_empty() || is_called(&name(id), &sought);
        state.overview.with(|it| {
            let counts = it.counts(&atlas.index, facet);
            let (listed, rest) = listed(counts, room.get().get(), is_sought);
            let mut items: Vec<Item> = listed.into_iter().map(option).collect();
            if rest > 0 {
                let more = move || view! { <p class="rest">{more(state, rest, room)}</p> };
                items.push(Item::new(("more", rest), more));
            } else if items.is_empty() {
                let none = move || view! { <p class="rest">{state.words().no_option}</p> };
                items.push(Item::new("none", none));
            }
            items
        })
    });
    let find = is_long.then(|| {
        view! {
            <input
                type="search"
                class="find-option"
                autocomplete="off"
                maxlength=MOST_TEXT
                aria-label=state.words().find_option
                placeholder=state.words().find_option
                on:input:target=move |event| sought.set(event.target().value())
            />
        }
    });
    view! { {find} {list} }.into_any()
}

/// An option: what it is called, what choosing it would list, whether it is chosen, and what choosing it changes.
fn option(
    state: State,
    name: String,
    count: &Count,
    is_chosen: impl Fn(&Query) -> bool + Send + Sync + 'static,
    choose: impl Fn(&mut Query) + Send + Sync + 'static,
) -> Item {
    let (id, count) = (count.id.clone(), count.count);
    Item::new((id, name.clone(), count), move || {
        let is_chosen = move || state.query.with(&is_chosen);
        view! {
            <label class="option" class:none=count == 0>
                <input type="checkbox" prop:checked=is_chosen on:change=move |_| state.change(&choose) />
                <span>{name} " " <small>{words::number(state.lang, count)}</small></span>
            </label>
        }
    })
}

/// The time filter: years to choose from, what has no date, and an interval to type.
fn time(state: State) -> AnyView {
    let words = state.words();
    let years = keyed(move || {
        let atlas = state.atlas();
        state.overview.with(|it| {
            let times = it.times(&atlas.index);
            let year = |count: &Count| {
                let span: Option<Span> = count.id.parse().ok();
                let choose = move |query: &mut Query| {
                    query.time = if query.time == span { None } else { span };
                };
                option(state, count.id.clone(), count, move |query| query.time == span, choose)
            };
            let choose = |query: &mut Query| query.undated = !query.undated;
            let name = words.undated_claims.to_owned();
            let undated = option(state, name, &times.undated, |query| query.undated, choose);
            times.years.iter().map(year).chain([undated]).collect()
        })
    });
    view! {
        {years}
        <div class="interval">
            {end(state, words.from, |span| span.from, |span, day| span.from = day)}
            {end(state, words.to, |span| span.to, |span, day| span.to = day)}
        </div>
        <p class="hint">{words.time_note}</p>
    }
    .into_any()
}

type Day = Option<crate::corpus::Day>;

/// A field for an end of the interval. An empty one is an open end.
pub(super) fn end(
    state: State,
    name: &'static str,
    read: fn(&Span) -> Day,
    write: fn(&mut Span, Day),
) -> AnyView {
    let value = move || {
        let day = state.query.with(|query| query.time.as_ref().and_then(read));
        day.map(|day| day.to_string()).unwrap_or_default()
    };
    let set = move |text: String| {
        let day = text.parse().ok().and_then(|span: Span| span.from);
        state.change(|query| query.time = with_end(query.time, day, write));
    };
    view! {
        <label>
            <span>{name}</span>
            <input type="date" prop:value=value on:change:target=move |event| set(event.target().value()) />
        </label>
    }
    .into_any()
}

/// An interval with another end. The end that is set holds, and the other gives way.
fn with_end(time: Option<Span>, day: Day, write: fn(&mut Span, Day)) -> Option<Span> {
    let mut span = time.unwrap_or_default();
    write(&mut span, day);
    if span.is_backwards() {
        span = Span { from: day, to: day };
    }
    (!span.is_open()).then_some(span)
}

/// A truth as an attribute has it.
pub(super) fn truth(is_so: bool) -> &'static str {
    if is_so { "true" } else { "false" }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::fixture::{drawn, large, text};
    use super::*;

    #[test]
    fn of_many_options_some_are_listed_and_one_can_be_found() {
        let html = drawn(large(), "origin=o89", |state| options(state, Facet::Origin));
        assert_eq!(html.matches("type=\"checkbox\"").count(), OPTIONS + 1, "and what is chosen");
        assert!(html.contains("class=\"find-option\"") && text(&html).contains("Show 29 more"));
        let few = drawn(large(), "", |state| options(state, Facet::Country));
        assert!(!few.contains("find-option") && !text(&few).contains("Show"));
    }
}
