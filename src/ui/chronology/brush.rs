//! The brush: how many claims there are over time, and a window on it that is the time filter.

use super::super::State;
use super::super::filters::end;
use super::super::keyed::{Item, keyed, text};
use super::chart::{marks, percent};
use crate::browser;
use crate::corpus::ClaimSet;
use crate::evidence::{Brush, Grip, heights};
use crate::query::Filter;
use crate::words;
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html::Div;
use leptos::prelude::*;

/// So many marks the axis has, where it is narrow too.
const FEW_TICKS: usize = 5;

/// Of a press that moves by fewer pixels, nothing is set.
const STILL: i32 = 4;

/// What is held, while a pointer is down.
#[derive(Clone, Copy, PartialEq)]
struct Held {
    grip: Grip,
    /// The edges of the window as it was.
    edges: (usize, usize),
    /// Where the pointer went down, in pixels.
    x: i32,
    /// The edges of the window as it would be; nothing until the pointer has moved.
    now: Option<(usize, usize)>,
}

/// What the brush's handlers share.
#[derive(Clone, Copy)]
struct Window {
    state: State,
    brush: StoredValue<Brush>,
    held: RwSignal<Option<Held>>,
    track: NodeRef<Div>,
}

/// The brush, with two fields for exact dates. A corpus without a date has none.
#[component]
pub fn TimeBrush(state: State) -> impl IntoView {
    let atlas = state.atlas();
    let all = atlas.corpus().claim_ids().filter(|&it| atlas.index.includes(it));
    let brush = Brush::new(atlas.corpus(), &all.collect::<ClaimSet>());
    brush.map(|brush| {
        let window = Window {
            state,
            brush: StoredValue::new(brush),
            held: RwSignal::new(None),
            track: NodeRef::new(),
        };
        window.drawn()
    })
}

impl Window {
    fn drawn(self) -> AnyView {
        let state = self.state;
        let common = state.words();
        let words = &common.chronology;
        let ticks = self.brush.with_value(|it| it.axis.ticks(FEW_TICKS));
        view! {
            <section class="brush" aria-labelledby="brush-title">
                <div class="period">
                    <h3 id="brush-title">{words.period} " " <small>{text(move || self.period())}</small></h3>
                    <p>
                        <span class="swatch"><i class="within" aria-hidden="true"></i> {words.dated_within}</span>
                        " "
                        <span class="swatch"><i aria-hidden="true"></i> {words.dated_vaguely}</span>
                    </p>
                </div>
                <div class="slide">
                    <div
                        class="track"
                        node_ref=self.track
                        on:pointerdown=move |event| self.press(None, &event)
                        on:pointermove=move |event| self.drag(&event)
                        on:pointerup=move |_| self.release()
                        on:pointercancel=move |_| self.held.set(None)
                    >
                        {keyed(move || vec![self.bars()])}
                        <div
                            class="window"
                            class:narrowed=move || state.query.with(|query| query.time.is_some())
                            style:left=move || percent(self.places().0)
                            style:width=move || percent(self.places().1 - self.places().0)
                        >
                            {self.handle(Grip::From, words.begins)}
                            {self.handle(Grip::To, words.ends)}
                        </div>
                    </div>
                    <div class="axis" aria-hidden="true">{marks(state, "track", &ticks)}</div>
                </div>
                <div class="caption">
                    <p>{words.period_hint}</p>
                    <div class="interval">
                        {end(state, common.from, |span| span.from, |span, day| span.from = day)}
                        {end(state, common.to, |span| span.to, |span, day| span.to = day)}
                    </div>
                </div>
            </section>
        }
        .into_any()
    }

    /// How many claims each bin would find: of what all the other filters select.
    fn bars(self) -> Item {
        let atlas = self.state.atlas();
        let others =
            self.state.query.with(|query| query.without(&Filter::Time).without(&Filter::Undated));
        let claims = atlas.index.select(&others).claims;
        self.brush.with_value(|brush| {
            let counts = brush.count(atlas.corpus(), &claims);
            let key: Vec<_> = counts.iter().map(|it| (it.found, it.within)).collect();
            let bars: Vec<_> = brush.bins.iter().copied().zip(heights(&counts)).collect();
            Item::new(key, move || {
                let bar = |x: f64, width: f64, height: f64, class| {
                    view! { <rect class=class x=x y=1.0 - height width=width height=height></rect> }
                };
                let bars = bars.into_iter().map(|(bin, (found, within))| {
                    let width = (bin.to - bin.from) * 0.92;
                    view! { {bar(bin.from, width, found, "found")} {bar(bin.from, width, within, "within")} }
                });
                view! {
                    <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">{bars.collect_view()}</svg>
                }
            })
        })
    }

    /// An end of the window.
    fn handle(self, grip: Grip, name: &'static str) -> AnyView {
        let is_from = grip == Grip::From;
        let edge = move || if is_from { self.edges().0 } else { self.edges().1 };
        let day = move || {
            let days = self.brush.with_value(|it| it.days(self.edges()));
            let day = if is_from { days.from } else { days.to };
            day.map(|day| words::day(self.state.lang, day))
        };
        let last = self.brush.with_value(|it| it.bins.len());
        view! {
            <button
                type="button"
                role="slider"
                class="handle"
                class:from=is_from
                aria-label=name
                aria-valuemin="0"
                aria-valuemax=last
                aria-valuenow=edge
                aria-valuetext=day
                on:pointerdown=move |event| self.press(Some(grip), &event)
                on:keydown=move |event| self.step(grip, &event)
            ></button>
        }
        .into_any()
    }

    /// The edges that are shown.
    fn edges(self) -> (usize, usize) {
        let set = self.state.query.with(|query| query.time);
        let held = self.held.get().and_then(|held| held.now);
        held.unwrap_or_else(|| self.brush.with_value(|it| it.edges(set)))
    }

    /// Where the window begins and ends: what is set, to the day, or what is being dragged.
    fn places(self) -> (f64, f64) {
        let set = self.state.query.with(|query| query.time);
        let held = self.held.get().and_then(|held| held.now);
        self.brush.with_value(|it| match held {
            Some((from, to)) => (it.place(from), it.place(to)),
            None => it.window(set),
        })
    }

    /// The window in words.
    fn period(self) -> String {
        let lang = self.state.lang;
        let set = self.state.query.with(|query| query.time);
        let held = self.held.get().and_then(|held| held.now);
        self.brush.with_value(|it| {
            let time = held.map_or(set, |(from, to)| it.time(from, to));
            time.map_or_else(
                || {
                    let all = words::span(lang, it.axis.span());
                    format!("{all} · {}", self.state.words().chronology.all_time)
                },
                |time| words::span(lang, time),
            )
        })
    }

    fn press(self, grip: Option<Grip>, event: &PointerEvent) {
        // Of a handle's press the track learns too.
        if self.held.get_untracked().is_some() || event.button() != 0 || !event.is_primary() {
            return;
        }
        let Some(track) = self.track.get_untracked() else { return };
        browser::capture(&track, event);
        let time = self.state.query.with_untracked(|query| query.time);
        let place = browser::place_on(&track, event);
        let held = self.brush.with_value(|it| Held {
            grip: grip.unwrap_or_else(|| it.grip_at(time, place)),
            edges: it.edges(time),
            x: event.client_x(),
            now: None,
        });
        self.held.set(Some(held));
    }

    fn drag(self, event: &PointerEvent) {
        let (Some(held), Some(track)) = (self.held.get_untracked(), self.track.get_untracked())
        else {
            return;
        };
        if held.now.is_none() && (event.client_x() - held.x).abs() < STILL {
            return;
        }
        let place = browser::place_on(&track, event);
        let now = Some(self.brush.with_value(|it| it.dragged(held.edges, held.grip, place)));
        if now != held.now {
            self.held.set(Some(Held { now, ..held }));
        }
    }

    fn release(self) {
        if let Some(now) = self.held.get_untracked().and_then(|held| held.now) {
            self.set(now);
        }
        self.held.set(None);
    }

    fn step(self, grip: Grip, event: &KeyboardEvent) {
        let edges = untrack(|| self.edges());
        let edge = if grip == Grip::From { edges.0 } else { edges.1 };
        let to = match &*event.key() {
            "ArrowLeft" | "ArrowDown" => edge.saturating_sub(1),
            "ArrowRight" | "ArrowUp" => edge + 1,
            "Home" => 0,
            "End" => usize::MAX,
            _ => return,
        };
        event.prevent_default();
        self.set(self.brush.with_value(|it| it.moved(edges, grip, to)));
    }

    fn set(self, (from, to): (usize, usize)) {
        let time = self.brush.with_value(|it| it.time(from, to));
        self.state.change(|query| query.time = time);
    }
}
