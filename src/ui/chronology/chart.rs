//! The chart: a lane a transfer, all on one axis.

use super::super::State;
use super::super::foreign;
use super::super::glyph::glyph;
use super::super::keyed::{Item, keyed};
use super::super::mention::to_transfer;
use super::super::more::{Room, is_kept, more};
use super::super::nothing::Nothing;
use super::super::transfers::{of_transfer, route};
use crate::corpus::{ClaimId, TransferId, When};
use crate::evidence::{self, Chronology, DayTick, Extent, Moment, TransferTimes};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// So many marks an axis has where it is narrow.
const FEW_TICKS: usize = 5;

/// So many lanes are drawn before a reader asks for more; of a larger corpus fewer.
const LANES: usize = 100;
const NEAR: usize = 40;

/// What the view shows, made once for each state.
type Found = Memo<Arc<Chronology>>;

/// The chart of what is selected. Its lanes stay as long as they and the axis do.
pub fn chart(state: State) -> AnyView {
    let found: Found = Memo::new(move |_| {
        let (atlas, overview) = (state.atlas(), state.overview.get());
        let selection = &overview.selection;
        let trust = overview.trust(atlas.corpus());
        Arc::new(evidence::chronology(trust, &selection.transfers, &selection.claims))
    });
    keyed(move || {
        let is_nothing = state.overview.with(|it| it.selection.claims.is_empty());
        let found_now = found.get();
        let has_lanes = !found_now.transfers.is_empty();
        let ticks = format!("{:?}", found_now.ticks);
        vec![Item::new((is_nothing, has_lanes, ticks), move || match (is_nothing, has_lanes) {
            (true, _) => view! { <Nothing state /> }.into_any(),
            (_, false) => view! { <p class="remark">{state.words().only_context}</p> }.into_any(),
            _ => drawn(state, found, &found_now),
        })]
    })
}

fn drawn(state: State, found: Found, now: &Chronology) -> AnyView {
    let words = &state.words().chronology;
    let few = now.axis.map(|axis| axis.ticks(FEW_TICKS)).unwrap_or_default();
    let has_axis = now.axis.is_some();
    let first = if is_kept(state.atlas().corpus()) { LANES } else { NEAR };
    // What is selected otherwise begins again at its start.
    let room = Memo::new(move |_| {
        found.track();
        Room::new(first)
    });
    let lanes = move || {
        let distrust = state.query.with(|query| query.distrust.clone());
        let (found, room) = (found.get(), room.get());
        let (atlas, overview) = (state.atlas(), state.overview.get_untracked());
        let trust = overview.trust(atlas.corpus());
        let item = |&transfer: &TransferId| {
            let lane = found.lane(trust, transfer, &overview.selection.claims);
            Item::new((format!("{lane:?}"), distrust.clone()), move || lane_of(state, &lane))
        };
        found.transfers.iter().take(room.get()).map(item).collect()
    };
    let rest = move || {
        let rest = found.with(|it| it.transfers.len()).saturating_sub(room.get().get());
        let item = Item::new(rest, move || more(state, rest, room));
        (rest > 0).then_some(item).into_iter().collect()
    };
    view! {
        {if has_axis { key(state) } else { view! { <p class="remark">{words.no_dates}</p> }.into_any() }}
        <div class="chronology">
            {has_axis.then(|| view! {
                <div class="axis" aria-hidden="true">
                    {marks(state, "track many", &now.ticks)}
                    {marks(state, "track few", &few)}
                </div>
            })}
            <ol class="lanes">
                <li class="rules" aria-hidden="true">{now.ticks.iter().map(rule).collect_view()}</li>
                {keyed(lanes)}
            </ol>
            {keyed(rest)}
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
    let atlas = state.atlas();
    let printed = |(when, claim): &(When, ClaimId)| {
        let words = atlas.corpus().printed(*claim, state.lang, when.words.as_ref()?);
        Some(foreign::quoted(state.lang, words))
    };
    let unplaced: Vec<AnyView> = lane.unplaced.iter().filter_map(printed).collect();
    let is_any = !unplaced.is_empty();
    let unplaced = unplaced.into_iter().enumerate();
    let unplaced = unplaced.map(|(at, it)| view! { {(at > 0).then_some(" · ")} {it} });
    let unplaced = unplaced.collect_view().into_any();
    let (beside, instead) = match lane.happening.is_empty() {
        true if lane.is_undated() => (None, Some(words.date_not_stated.into_any())),
        true => (None, Some(unplaced)),
        false => (is_any.then_some(unplaced), None),
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

fn label(state: State, lane: &TransferTimes, beside: Option<AnyView>) -> AnyView {
    let (atlas, overview) = (state.atlas(), state.overview.get_untracked());
    let moved = atlas.corpus().transfer(lane.transfer);
    let sides = atlas.corpus().sides(lane.transfer);
    let statuses = &overview.findings[lane.transfer].statuses;
    let names: Vec<&str> = statuses.iter().map(|&it| words::status(state.lang, it)).collect();
    view! {
        <a class="label" href=state.href(&of_transfer(&moved.id)) on:click=to_transfer(state, lane.transfer)>
            <span class="glyphs">
                {statuses.iter().map(|&it| glyph(it)).collect_view()}
                <span class="unseen">{names.join(state.signs().comma)} {state.signs().colon}</span>
            </span>
            <span class="text">
                <b>{foreign::text(state.lang, &moved.item)}</b>
                " "
                <span class="quiet">{route(state, sides)}</span>
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
        let moments = moments.collect::<Vec<_>>().join(state.signs().semicolon);
        [" ", &words.labelled(name, &moments), "."].concat()
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
