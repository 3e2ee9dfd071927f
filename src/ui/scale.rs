//! A shared scale: numbers or times of several documents beside each other, a lane a document.

use super::State;
use super::answers::names;
use crate::evidence::{DayTick, Extent, Lane, Scale, Ticks, Verdict};
use crate::words;
use leptos::prelude::*;

/// So many documents have a lane.
const LANES: usize = 12;

/// The scale, and below it what it shows in words.
pub(super) fn scale(state: State, scale: &Scale, verdict: Option<Verdict>) -> AnyView {
    let words = &state.words().scale;
    let shown = scale.lanes.get(..LANES).unwrap_or(&scale.lanes);
    let documents: Vec<_> = shown.iter().map(|lane| lane.document).collect();
    let lanes = shown.iter().zip(names(state, &documents)).map(|(it, name)| lane(it, name));
    let rest = scale.lanes.len() - shown.len();
    let rest = (rest > 0).then(|| format!(" {}", words.without_lane(rest)));
    let extents = || scale.lanes.iter().flat_map(|lane| &lane.extents);
    let holds = verdict == Some(Verdict::PrecisionDiffers);
    let note =
        words::on_scale(state.lang, &scale.ticks, extents().count(), scale.is_overlapping, holds);
    let outlined = extents().any(|it| it.is_inferred).then(|| format!(" {}", words.outlined));
    let is_fading = extents().any(|it| it.from.is_open || it.to.is_open);
    let fading = is_fading.then(|| format!(" {}", words.fading));
    view! {
        <div class="scale" aria-hidden="true">
            {lanes.collect_view()}
            <span></span>
            {axis(state, &scale.ticks)}
        </div>
        <p class="scale-note">{note} {outlined} {fading} {rest}</p>
    }
    .into_any()
}

/// A document's numbers or times: a line each, since they may lie over each other.
fn lane(lane: &Lane, name: String) -> AnyView {
    let mut name = Some(name);
    let lines = lane.extents.iter().map(|it| {
        view! {
            <span class="lane-name">{name.take()}</span>
            <div class="track">{extent(it)}</div>
        }
    });
    lines.collect_view().into_any()
}

fn extent(extent: &Extent) -> AnyView {
    let at = percent(extent.from.at);
    if extent.is_point && extent.from.at >= extent.to.at {
        return view! { <i class="point" class:inferred=extent.is_inferred style:inset-inline-start=at></i> }
            .into_any();
    }
    let length = percent(extent.to.at - extent.from.at);
    view! {
        <i
            class="span"
            class:inferred=extent.is_inferred
            class:open-start=extent.from.is_open
            class:open-end=extent.to.is_open
            style:inset-inline-start=at
            style:inline-size=length
        ></i>
    }
    .into_any()
}

/// The marks below the lanes; where there is little room the minor ones go.
fn axis(state: State, ticks: &Ticks) -> AnyView {
    let lang = state.lang;
    let (class, ticks): (&str, Vec<(f64, String, bool)>) = match ticks {
        Ticks::Days(ticks) => {
            let are_years = ticks.iter().all(|it| it.day.month() == 1);
            let name = |it: &DayTick| {
                if are_years {
                    it.day.year().to_string()
                } else {
                    words::short_month(lang, it.day.year(), it.day.month(), it.names_year)
                }
            };
            let ticks = ticks.iter().map(|it| (it.at, name(it), !it.names_year));
            ("scale-axis", ticks.collect())
        }
        Ticks::Numbers(ticks) => {
            let name =
                |number: u64| words::number(lang, usize::try_from(number).unwrap_or(usize::MAX));
            let ticks = ticks.iter().enumerate();
            let ticks = ticks.map(|(at, it)| (it.at, name(it.number), at % 2 == 1));
            ("scale-axis numbers", ticks.collect())
        }
    };
    let marks = ticks.into_iter().map(|(at, name, is_minor)| {
        let class = if at < 0.08 {
            "first"
        } else if at > 0.92 {
            "last"
        } else {
            "mid"
        };
        view! { <i class=class class:minor=is_minor style:inset-inline-start=percent(at)>{name}</i> }
    });
    view! { <div class=class>{marks.collect_view()}</div> }.into_any()
}

fn percent(share: f64) -> String {
    format!("{:.1}%", share * 100.0)
}
