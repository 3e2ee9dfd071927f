//! The filters: search, and a panel of options for each facet.

use super::State;
use super::time::TimePanel;
use crate::query::{Count, Facet};
use crate::words;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

/// Search, and the filters. On a narrow page they fold behind one button.
#[component]
pub fn Facets(state: State) -> impl IntoView {
    let words = state.words();
    let lang = state.lang.get();
    let unfolded = RwSignal::new(false);
    let open = RwSignal::new(None);
    let set = move || state.query.with(|query| query.filters().len());
    let panels = Facet::ALL.map(|facet| {
        let chosen = Signal::derive(move || state.query.with(|query| query.chosen.of(facet).len()));
        panel(open, words::facet(lang, facet), facet.id(), chosen, move || options(state, facet))
    });
    let times = Signal::derive(move || {
        state.query.with(|query| usize::from(query.time.is_some()) + usize::from(query.undated))
    });
    let time =
        panel(open, words.time, "time", times, move || view! { <TimePanel state /> }.into_any());
    view! {
        <search class="filters" aria-label=words.filters>
            <label class="search">
                <span class="unseen">{words.search}</span>
                <input
                    type="search"
                    placeholder=words.search_hint
                    autocomplete="off"
                    prop:value=move || state.query.with(|query| query.text.clone())
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        state.query.update(|query| query.text = text);
                    }
                />
            </label>
            <button
                type="button"
                class="unfold"
                aria-expanded=move || unfolded.get().to_string()
                aria-controls="facets"
                on:click=move |_| unfolded.update(|it| *it = !*it)
            >
                {words.filter}
                {move || (set() > 0).then(|| format!(" ({})", state.number(set())))}
            </button>
            <div id="facets" class="facets" class:unfolded=move || unfolded.get()>
                {panels.into_iter().collect_view()} {time}
            </div>
        </search>
    }
}

/// A button that opens a panel below it. Escape and leaving close it; one is open at a time.
fn panel(
    open: RwSignal<Option<&'static str>>,
    name: &'static str,
    id: &'static str,
    chosen: Signal<usize>,
    content: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let is_open = Signal::derive(move || open.get() == Some(id));
    let button = NodeRef::<html::Button>::new();
    let close_on_escape = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && is_open.get() {
            event.stop_propagation();
            open.set(None);
            if let Some(button) = button.get() {
                // Refused, the focus stays in what is hidden, and Tab leads on from there.
                let _ = button.focus();
            }
        }
    };
    let close_on_leaving = move |event: ev::FocusEvent| {
        let target = |target: Option<web_sys::EventTarget>| target?.dyn_into::<Node>().ok();
        let here = event.current_target().and_then(|it| it.dyn_into::<HtmlElement>().ok());
        let stays = here.is_some_and(|here| here.contains(target(event.related_target()).as_ref()));
        if !stays && is_open.get() {
            open.set(None);
        }
    };
    let panel_id = format!("facet-{id}");
    view! {
        <div class="facet" on:keydown=close_on_escape on:focusout=close_on_leaving>
            <button
                type="button"
                node_ref=button
                aria-expanded=move || is_open.get().to_string()
                aria-controls=panel_id.clone()
                on:click=move |_| open.set((!is_open.get()).then_some(id))
            >
                {name}
                {move || (chosen.get() > 0).then(|| view! { <span class="chosen">{chosen.get()}</span> })}
            </button>
            // Focusable, so that a click on its ground does not count as leaving.
            <div id=panel_id class="panel" tabindex="-1" hidden=move || !is_open.get()>
                {move || is_open.get().then(&content)}
            </div>
        </div>
    }
    .into_any()
}

/// A facet's options, each with the count that choosing it would give.
fn options(state: State, facet: Facet) -> AnyView {
    let lang = state.lang.get_untracked();
    let ids = state.counts.with_untracked(|counts| counts.of(facet).to_vec());
    let option = |(at, Count { id, .. }): (usize, Count)| {
        let name = words::value(state.corpus(), state.countries, lang, facet, &id);
        let now = Signal::derive(move || {
            state.counts.with(|counts| {
                counts.of(facet).get(at).map(|it| (it.count, it.chosen)).unwrap_or_default()
            })
        });
        view! {
            <li>
                <label class="option" class:none=move || now.get().0 == 0>
                    <input
                        type="checkbox"
                        prop:checked=move || now.get().1
                        on:change=move |_| state.query.update(|query| query.toggle(facet, &id))
                    />
                    <span>{name}</span>
                    <span class="count">{move || state.number(now.get().0)}</span>
                </label>
            </li>
        }
    };
    view! {
        <ul role="group" aria-label=words::facet(lang, facet)>
            {ids.into_iter().enumerate().map(option).collect_view()}
        </ul>
    }
    .into_any()
}
