//! The chart: a lane a transfer, all on one axis.

use super::super::State;
use super::super::glyph::glyph;
use super::super::keyed::Item;
use super::super::mention::to_transfer;
use super::super::more::{Room, more};
use super::super::nothing::Nothing;
use super::super::transfers::{of_transfer, route};
use crate::evidence::{self, Chronology, DayTick, Extent, Moment, TransferTimes};
use crate::words;
use leptos::prelude::*;

/// So many marks an axis has where it is narrow.
const FEW_TICKS: usize = 5;

/// The chart of what is selected, drawn anew where any of it changes.
pub fn chart(state: State, room: Room) -> Item {
    let overview = state.overview.get();
    let atlas = state.atlas();
    let trust = overview.trust(atlas.corpus());
    let selection = &overview.selection;
    let found = evidence::chronology(trust, &selection.transfers, &selection.claims);
    let distrust = state.query.with(|query| query.distrust.clone());
    let (is_nothing, shown) = (selection.claims.is_empty(), room.get());
    let key = (format!("{found:?}"), distrust, is_nothing, shown);
    Item::new(key, move || match (&found.axis, is_nothing) {
        _ if is_nothing => view! { <Nothing state /> }.into_any(),
        _ if found.lanes.is_empty() => {
            view! { <p class="remark">{state.words().only_context}</p> }.into_any()
        }
        _ => drawn(state, &found, shown, room),
    })
}

fn drawn(state: State, found: &Chronology, shown: usize, room: Room) -> AnyView {
    let words = &state.words().chronology;
    let few = found.axis.map(|axis| axis.ticks(FEW_TICKS)).unwrap_or_default();
    let has_axis = found.axis.is_some();
    let lanes = found.lanes.iter().take(shown).map(|lane| lane_of(state, lane)).collect_view();
    let rest = found.lanes.len().saturating_sub(shown);
    let more = (rest > 0).then(|| more(state, rest, room));
    view! {
        {if has_axis { key(state) } else { view! { <p class="remark">{words.no_dates}</p> }.into_any() }}
        <div class="chronology">
            {has_axis.then(|| view! {
                <div class="axis" aria-hidden="true">
                    {marks(state, "track many", &found.ticks)}
                    {marks(state, "track few", &few)}
                </div>
            })}
            <ol class="lanes">
                <li class="rules" aria-hidden="true">{found.ticks.iter().map(rule).collect_view()}</li>
                {lanes}
            </ol>
            {more}
        </div>
    }
    .into_any()
}

/// The marks of the axis, those with room for a word.
pub(super) fn marks(state: State, class: &'static str, ticks: &[DayTick]) -> AnyView {
    let marks = ticks.iter().filter(|it| it.has_room()).map(|tick| {
        let is_year = tick.day.month() == 1;
        view! {
            <span class:year=is_year style:left=percent(tick.at)>
                {words::tick(state.lang, tick)}
            </span>
        }
    });
    view! { <div class=class>{marks.collect_view()}</div> }.into_any()
}

fn rule(tick: &DayTick) -> AnyView {
    view! { <i class:year=tick.day.month() == 1 style:left=percent(tick.at)></i> }.into_any()
}

/// What the bars mean.
fn key(state: State) -> AnyView {
    let words = &state.words().chronology;
    let marks = [
        ("said", words.said_to_happen),
        ("said inferred", words.date_inferred),
        ("said inferred open-end", words.end_open),
        ("reported point", words.reported_that_day),
        ("reported", words.reported_in_that_time),
        ("reported inferred", words.reported_inferred),
        ("reported denying", state.words().denied),
    ];
    let marks = marks.map(|(class, name)| {
        // What is inferred is outlined, a day too.
        let day = (class == "reported inferred").then(|| view! { <i class="reported point inferred"></i> });
        view! { <span><i class="sample" aria-hidden="true"><i class=class></i>{day}</i> {name}</span> }
    });
    view! { <p class="chronology-key">{marks} <span>{words.note}</span></p> }.into_any()
}

/// A transfer's lane. All of it leads to the transfer, where each time stands with its claim.
fn lane_of(state: State, lane: &TransferTimes) -> AnyView {
    let words = &state.words().chronology;
    let unplaced = lane.unplaced.iter().filter_map(|(when, _)| when.words.as_ref());
    let unplaced: Vec<String> =
        unplaced.map(|it| words::quoted(state.lang, it.get(state.lang))).collect();
    let unplaced = unplaced.join(" · ");
    let (beside, instead) = match lane.happening.is_empty() {
        true if lane.is_undated() => (None, Some(words.date_not_stated.to_owned())),
        true => (None, Some(unplaced)),
        false => ((!unplaced.is_empty()).then_some(unplaced), None),
    };
    let bars = |moments: &[Moment], class| moments.iter().map(|it| bar(it, class)).collect_view();
    view! {
        <li class="lane">
            {label(state, lane, beside)}
            <span class="unseen">{told(state, lane)}</span>
            <span class="track">
                {instead.map(|it| view! { <em class="nodate">{it}</em> })}
                {bars(&lane.happening, "said")}
                {bars(&lane.reported, "reported")}
                {bars(&lane.denied, "reported denying")}
            </span>
        </li>
    }
    .into_any()
}

fn label(state: State, lane: &TransferTimes, beside: Option<String>) -> AnyView {
    let (atlas, overview) = (state.atlas(), state.overview.get_untracked());
    let moved = atlas.corpus().transfer(lane.transfer);
    let (from, to) = atlas.corpus().sides(lane.transfer);
    let [from, to] = [from, to].map(|it| atlas.country(it, state.lang).to_owned());
    let statuses = &overview.findings[lane.transfer].statuses;
    let names: Vec<&str> = statuses.iter().map(|&it| words::status(state.lang, it)).collect();
    view! {
        <a class="label" href=state.href(&of_transfer(&moved.id)) on:click=to_transfer(state, lane.transfer)>
            <span class="glyphs">
                {statuses.iter().map(|&it| glyph(it)).collect_view()}
                <span class="unseen">{names.join(", ")} ": "</span>
            </span>
            <span class="text">
                <b>{moved.item.get(state.lang).to_owned()}</b>
                " "
                <span class="quiet">{route(state, from, to)}</span>
                {beside.map(|it| view! { " " <em>{it}</em> })}
            </span>
        </a>
    }
    .into_any()
}

/// The times of a lane in words, for those who do not see it.
fn told(state: State, lane: &TransferTimes) -> String {
    let words = state.words();
    let all = [
        (words.chronology.said_to_happen, true, &lane.happening),
        (words.reported, false, &lane.reported),
        (words.denied, false, &lane.denied),
    ];
    let all = all.into_iter().filter(|(_, _, moments)| !moments.is_empty());
    let told = all.map(|(name, is_said, moments)| {
        let moments = moments.iter().map(|it| {
            let stages: &[_] = if is_said { &it.stages } else { &[] };
            words::moment(state.lang, it.span, it.extent.is_inferred, stages)
        });
        format!(" {name}: {}.", moments.collect::<Vec<_>>().join("; "))
    });
    told.collect()
}

/// A time on a lane: a day reported as a diamond, all else as long as it is vague.
fn bar(moment: &Moment, class: &'static str) -> AnyView {
    let Extent { from, to, is_point, is_inferred, .. } = moment.extent;
    let is_diamond = is_point && class != "said";
    let (left, width) = if is_diamond {
        (f64::midpoint(from.at, to.at), None)
    } else {
        (from.at, Some(percent(to.at - from.at)))
    };
    view! {
        <i
            class=class
            class:point=is_diamond
            class:inferred=is_inferred
            class:open-start=from.is_open
            class:open-end=to.is_open
            style:left=percent(left)
            style:width=width
        ></i>
    }
    .into_any()
}

/// A share of the width.
pub(super) fn percent(share: f64) -> String {
    format!("{:.3}%", share * 100.0)
}
